# SPDX-License-Identifier: GPL-2.0-or-later
"""Projection, uncertainty, yearly update, hot spots, CCUS and methods as readers of a report meet them."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from dualcarbon.plugin.domain.ccus import RESULTS
from dualcarbon.plugin.reports import build
from dualcarbon.plugin.reports.build import build_html
from dualcarbon.plugin.reports.hotspot_tables import units_of_hotspots
from dualcarbon.plugin.reports.model import ReportData
from dualcarbon.plugin.reports.texts import LANGUAGES
from findings_by_hand import shown, tables_of
from sink_by_hand import RANKING, projection, sink_report, words


@pytest.fixture(autouse=True)
def _no_charts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build, "matplotlib_is_there", lambda: False)


CAUSES = pd.DataFrame(
    [
        (
            "甲",
            "construction",
            "建设占用",
            "derived",
            "国土资函〔2024〕1号",
            "paddy",
            "residential",
            2.0,
            -60.0,
        ),
        ("乙", "construction", "建设占用", "derived", None, "mixed_forest", "paddy", 1.0, -50.0),
        ("乙", "退耕", "退耕", "stated", None, "paddy", "mixed_forest", 3.0, 150.0),
        ("乙", "boundary_in", "界线调整调入", "derived", None, None, "paddy", 4.0, 0.0),
    ],
    columns=[
        "unit",
        "cause",
        "cause_name",
        "basis",
        "permit",
        "from_class",
        "to_class",
        "area_ha",
        "change_tc",
    ],
).assign(count=1)


def test_causes_of_the_update_add_up_gains_and_losses() -> None:
    data = replace(sink_report("en", causes=CAUSES), cause_names={"construction": "Construction occupation"})
    tables = tables_of(data)
    rows = [list(row.values()) for row in shown(tables["causes"])]
    assert rows == [
        ["退耕", "stated", "1", "3.0", "150", "0", "150"],
        ["Construction occupation", "derived", "2", "3.0", "0", "110", "−110"],
        ["界线调整调入", "derived", "1", "4.0", "0", "0", "0"],
    ]
    stated = {"updatebaseline": {"change_tc": 40.0, "change_tc_low": -5.0, "change_tc_high": 90.0}}
    assert "Stock change of the year: 40 (−5 – 90) t C" in words(build_html(replace(data, stated=stated)))
    detailed = shown(tables["cause_rows"])
    assert [row["From"] for row in detailed] == [
        *("Paddy field", "Mixed forest", "Paddy field", "not mapped at that date")
    ]
    assert detailed[0]["Permit"] == "国土资函〔2024〕1号"


def sectors(*rows: tuple[object, ...]) -> pd.DataFrame:
    return pd.DataFrame(rows, columns=["source_sector", "type", "facilities", *RESULTS])


def test_only_beccs_and_direct_air_capture_remove() -> None:
    """methods.md a6: captured 450 kt, stored 447.75 kt, avoided 387.75 kt from a fossil plant."""
    plant = ("power", "CCS", 1, 450e3, 447.75e3, 447.75e3, 387.75e3, 0.0, 0.0, 447.75e3, 0.0)
    air = (None, "DAC", 2, 5e3, 5e3, 5e3, 4e3, 0.0, 5e3, 0.0, 0.0)
    data = sink_report("en", ccus=sectors(plant, air))
    table = tables_of(data)["ccus"]
    first, second = shown(table)
    assert (first["Captured (t CO₂)"], first["Stored (t CO₂)"], first["Avoided (t CO₂)"]) == (
        *("450,000", "447,750", "387,750"),
    )
    assert (first["Removal (t CO₂e/a)"], second["Removal (t CO₂e/a)"]) == ("0", "5,000")
    assert (second["Source sector"], second["Type"]) == ("(no sector stated)", "Direct air capture")
    assert (table.total["facilities"], table.total["removal_tco2e_a"]) == (3, 5_000.0)
    first_page = words(build_html(data).split("<nav")[0])
    assert "BECCS and DAC: removal 5,000 t CO₂e/a beside the account of the land" in first_page


def test_a_layer_of_facilities_is_added_up_to_sectors_and_types() -> None:
    figures = dict.fromkeys(RESULTS, 1.0)
    layer = pd.DataFrame(
        [
            {"facility_id": name, "source_sector": "steel", "type": "CCU", "delayed_tco2": 7.0, **figures}
            for name in ("a", "a", "b")
        ]
    )
    (row,) = tables_of(sink_report("zh", ccus=layer))["ccus"].cells.to_dict("records")
    assert (row["facilities"], row["captured_tco2"]) == (2, 3.0)
    assert row["type_shown"] == "碳捕集与利用（CCU）"


UNITS = pd.DataFrame(
    [
        ("甲", 9, 100.0, 50.0, 2, 20.0, 30.0, 0.2, 0.6, 3.0),
        ("乙", 5, 100.0, 50.0, 1, 30.0, 20.0, 0.3, 0.4, 4 / 3),
    ],
    columns=[
        *("unit", "parcels", "parcel_area_ha", "amount", "hotspots", "hotspot_area_ha", "hotspot_amount"),
        *("area_share", "amount_share", "concentration"),
    ],
)


@pytest.mark.parametrize("named", ["removal_tco2e_a", "stock_tc", "wood_m3"])
def test_hot_spots_per_unit_by_whatever_they_are_ranked(named: str) -> None:
    """50 of 200 ha hold 50 of 100 t CO2e/a: twice as dense as the whole."""
    written = UNITS.rename(columns={"amount": named, "hotspot_amount": f"hotspot_{named}"})
    data = sink_report("en", hotspot_units=units_of_hotspots(written, {}))
    table = tables_of(data)["hotspots"]
    header = {
        "removal_tco2e_a": "Removal in hot spots (t CO₂e/a)",
        "stock_tc": "Carbon stock in hot spots (t C)",
        "wood_m3": "Amount in hot spots: wood_m3",
    }[named]
    assert [float(row[header]) for row in shown(table)] == [30.0, 20.0]
    assert (table.total["area_share"], table.total["amount_share"]) == (25.0, 50.0)
    assert table.total["concentration"] == 2.0


def test_hot_spots_of_a_layer_alone_are_counted_and_their_shares_left_out() -> None:
    layer = pd.DataFrame({"unit": ["甲", "甲"], "rank": [1, 2], "area_ha": [1.0, 2.0]})
    data = sink_report("en", hotspots=layer.assign(removal_tco2e_a=[5.0, 4.0]))
    assert units_of_hotspots(None, {}) is None
    (row,) = shown(tables_of(data)["hotspots"])
    assert row == {
        **{"Unit": "甲", "Hot spots": "2", "Area of hot spots (ha)": "3.0"},
        "Removal in hot spots (t CO₂e/a)": "9",
    }


def test_the_baseline_tells_how_much_rests_on_which_method() -> None:
    rows = [
        ("paddy", "factors", 60.0, 6_000.0),
        ("mixed_forest", "forest_volume", 30.0, 3_000.0),
        ("mixed_forest", "blue_carbon + forest_volume", 10.0, 1_000.0),
    ]
    frame = pd.DataFrame(rows, columns=["carbon_class", "method", "area_ha", "stock_tc"]).assign(unit="甲")
    table = tables_of(_with_baseline(frame))["methods"]
    shares = {row["Method"]: row["Share of stock (%)"] for row in shown(table)}
    assert shares == {
        **{"Blue carbon + Forest stands: volume": "10.0", "Factor set": "60.0"},
        "Forest stands: volume": "30.0",
    }
    assert "methods" not in tables_of(_with_baseline(frame.assign(method="factors")))


def _with_baseline(frame: pd.DataFrame) -> ReportData:
    return replace(sink_report("en", ranking=RANKING), baseline_classes=frame, sink={})


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_speaks_both_languages(language: str) -> None:
    data = sink_report(
        language,
        projection=projection(),
        ranking=RANKING,
        causes=CAUSES,
        ccus=sectors(("x", "BECCS", 1, *[1.0] * len(RESULTS))),
        hotspot_units=units_of_hotspots(UNITS, {}),
    )
    page = build_html(data)
    for chapter in ("update", "projection", "uncertainty", "hotspots", "ccus"):
        assert f'id="{chapter}" class="chapter"' in page
    body = words(page)
    assert ("Improve first" in body) == (language == "en")
    assert ("碳汇本底预测" in body) == (language == "zh")
