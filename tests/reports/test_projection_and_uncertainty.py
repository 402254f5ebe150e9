# SPDX-License-Identifier: GPL-2.0-or-later
"""The projected baseline and its uncertainty as readers of a report meet them."""

from __future__ import annotations

import math
from dataclasses import replace

import pandas as pd
import pytest
from dualcarbon.plugin.domain.profiles import load_profile
from dualcarbon.plugin.reports import build
from dualcarbon.plugin.reports.build import build_html
from dualcarbon.plugin.reports.page_layout import YEARS_ON_PAGE, on_page
from dualcarbon.plugin.reports.projection_chart import projection_charts
from dualcarbon.plugin.reports.texts import Texts
from dualcarbon.plugin.reports.uncertainty_tables import uncertainty_charts
from findings_by_hand import shown, tables_of
from sink_by_hand import RANKING, projection, sink_report, words


@pytest.fixture(autouse=True)
def _no_charts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "matplotlib_is_there", lambda: False)


PATH = pd.DataFrame(
    {"year": [2025, 2060], "stock_tc": [2_000.0, 2_700.0]}
    | {f"stock_tc_{end}": [value, value + 500.0] for end, value in (("low", 1_900.0), ("high", 2_900.0))}
)


def test_stock_and_removal_stand_by_unit_and_target_year() -> None:
    tables = tables_of(sink_report("en", projection=projection()))
    assert shown(tables["projected_stock"])[0] == {"Unit (t C)": "甲", "2025": "1,000", "2060": "1,350"}
    stock = tables["projected_stock"]
    assert [stock.total[column.key] for column in stock.columns[1:]] == [2_000.0, 2_700.0]
    assert [column.header for column in tables["projected_removal"].columns] == [
        *("Unit (t CO₂e/a)", "2025", "2060")
    ]


def test_the_sum_of_units_has_an_interval_only_where_the_run_states_one() -> None:
    """Units share their factors: ± of two units is not twice the ± of one."""
    data = sink_report("en", projection=projection())
    bare = tables_of(data)
    assert math.isnan(bare["projected_stock"].total["year_0_low"])
    assert shown(bare["projection_path"])[0]["Carbon stock (t C)"] == "2,000"
    stated = tables_of(replace(data, path=PATH))
    assert stated["projected_stock"].total["year_1_high"] == 3_400.0
    assert stated["projection_path"].cells["stock_tc_low"].tolist() == [1_900.0, 2_400.0]
    last_only = tables_of(replace(data, path=PATH.iloc[1:]))["projection_path"].cells["stock_tc_low"].tolist()
    assert math.isnan(last_only[0])
    assert last_only[1] == 2_400.0


def test_a_single_unit_is_the_whole_with_its_interval() -> None:
    table = tables_of(sink_report("en", projection=projection(units=("*",))))["projection_path"]
    assert table.cells["stock_tc_high"].tolist() == [1_500.0, 1_500.0]


def test_many_target_years_keep_the_first_and_the_last_on_the_page() -> None:
    years = tuple(range(2025, 2026 + YEARS_ON_PAGE))
    table = tables_of(sink_report("en", projection=projection(years)))["projected_stock"]
    (page,) = on_page((table,), Texts("en"))
    assert [column.header for column in page.columns[1:]] == ["2025", str(years[-1])]
    assert f"Of {len(years)} target years" in page.notes[0]
    two = on_page(
        (tables_of(sink_report("en", projection=projection(years[:8])))["projected_stock"],), Texts("en")
    )
    assert len(two) == 2


def test_the_path_is_drawn_with_its_band_or_says_why_not() -> None:
    pytest.importorskip("matplotlib")
    data = sink_report("en", projection=projection())
    bare, stated = (
        projection_charts(report, load_profile("si"), Texts("en"))[0]
        for report in (data, replace(data, path=PATH))
    )
    assert "not stated for every year" in bare.note
    assert stated.note == ""
    assert "The stock of the last year is 2,700 t C" in stated.alt
    one_year = sink_report("en", projection=projection((2030,)))
    assert projection_charts(one_year, load_profile("si"), Texts("en")) == []


def test_the_largest_causes_are_ranked_and_said_to_be_improved_first() -> None:
    data = sink_report("en", ranking=RANKING)
    rows = shown(tables_of(data)["ranking"])
    assert [(row["Quantity"], row["Carbon class"], row["Pool or process"]) for row in rows] == [
        ("carbon stock", "Paddy field", "Soil organic carbon"),
        ("carbon stock", "Mixed forest", "Area of the class"),
        ("carbon stock", "Forest stands: volume", "figures of the method"),
        ("removal", "Mixed forest", "Biomass growth"),
    ]
    assert [row["Unit"] for row in rows] == [
        *("t C/ha", "× mapped area", "t C, all its ground", "t CO2e/(ha·a)")
    ]
    assert (
        "Improve first: for the carbon stock Paddy field: Soil organic carbon (60.0 % of the variance); for "
        "the removal Mixed forest: Biomass growth (100.0 % of the variance)." in words(build_html(data))
    )


def test_the_page_shows_ten_causes_of_each_quantity_in_table_and_chart() -> None:
    pytest.importorskip("matplotlib")
    many = [
        (quantity, f"c{number:02d}", "soc", 1 / 24, number / 24, 1.0, 0.5, 1.5, "primary")
        for quantity in ("stock", "removal", "emission")
        for number in range(24)
    ]
    data = sink_report("en", ranking=pd.DataFrame(many, columns=RANKING.columns))
    (page,) = on_page((tables_of(data)["ranking"],), Texts("en"))
    assert page.cells["quantity_shown"].value_counts().tolist() == [10, 10, 10]
    assert "all 72 are in the XLSX workbook" in page.notes[0]
    assert len(uncertainty_charts(data, load_profile("si"), Texts("en"))) == 3


def test_intervals_per_unit_with_their_half_width() -> None:
    """80 to 130 around 100 is ± 25 %."""
    frame = pd.DataFrame(
        [{"unit": "甲", "stock_tc": 100.0, "stock_tc_low": 80.0, "stock_tc_high": 130.0}]
    ).assign(net_tco2e_a=-3.0, net_tco2e_a_low=-5.0, net_tco2e_a_high=-1.0)
    data = replace(
        sink_report("en", uncertainty=frame),
        stated={"uncertainty": {"stock_tc": 100.0, "stock_tc_low": 90.0, "stock_tc_high": 110.0}},
    )
    table = tables_of(data)["uncertainty"]
    assert table.cells["half_width"].tolist() == [25.0]
    assert (table.total["stock_tc_low"], table.total["half_width"]) == (90.0, 10.0)
