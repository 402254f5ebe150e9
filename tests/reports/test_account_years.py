# SPDX-License-Identifier: GPL-2.0-or-later
"""Years of a book that do not hold the same: what may be compared, drawn and added, and what is said."""

from __future__ import annotations

import math
from dataclasses import replace

import pandas as pd
import pytest
from accounts_by_hand import NORTH, SOUTH, account_data, made_up_entries, values
from dualcarbon.plugin.domain.profiles import load_profile
from dualcarbon.plugin.reports.account_charts import book_charts
from dualcarbon.plugin.reports.account_first import account_caveats, account_figures
from dualcarbon.plugin.reports.account_rows import total_by_year
from dualcarbon.plugin.reports.account_value_tables import ranges_of_value
from dualcarbon.plugin.reports.build import build_content
from dualcarbon.plugin.reports.firstpage import warning_notes
from dualcarbon.plugin.reports.texts import Texts
from findings_by_hand import shown, tables_of

EN, ZH, SI = Texts("en"), Texts("zh"), load_profile("si")
NET_CHANGE = "Change of the net emission (t CO₂e/a)"
EMISSION_CHANGE = "Change of the emission, scope 1 + 2 (t CO₂e/a)"


def without(entries: pd.DataFrame, **wanted: object) -> pd.DataFrame:
    """The entries without those whose columns have these values; an item with all below it."""
    gone = pd.Series(True, index=entries.index)
    for column, value in wanted.items():
        gone &= entries[column].str.startswith(value) if column == "item" else entries[column] == value
    return entries[~gone].reset_index(drop=True)


def test_a_year_without_its_sinks_is_not_compared_with_one_that_has_them() -> None:
    """Emissions fell from 850 to 800 t; the 580 t removed were first booked in 2023 and are no change."""
    data = account_data(without(made_up_entries(), year=2022, account="baseline"))
    table = tables_of(data)["account_change"]
    rows = {row["Unit"]: row for row in shown(table)}
    assert all(NET_CHANGE not in row for row in rows.values())
    assert (rows[NORTH][EMISSION_CHANGE], rows[SOUTH][EMISSION_CHANGE]) == ("−30", "−20")
    (reason,) = [note for note in table.notes if "net emission" in note]
    assert "2 units" in reason
    assert "Scope 1, Scope 2 in 2022" in reason
    said = {caveat.label: caveat.value for caveat in account_caveats(data, SI, EN)}
    assert said["Units whose net emission does not compare with the year before"].startswith("2 of 2")
    totals = total_by_year(data).set_index("year")["net_tco2e"]
    assert (math.isnan(totals[2022]), totals[2023]) == (True, 225.0)


def test_a_year_with_one_scope_alone_is_not_compared_either() -> None:
    """北镇 of 2022 has scope 1 alone: 320 t against 600 t are no rise of 280 t; 南镇 has both: −20 t."""
    data = account_data(without(made_up_entries(), year=2022, unit=NORTH, scope="2"))
    rows = {row["Unit"]: row for row in shown(tables_of(data)["account_change"])}
    assert (rows[NORTH][EMISSION_CHANGE], rows[SOUTH][EMISSION_CHANGE]) == ("—", "−20")
    assert (rows[NORTH][NET_CHANGE], rows[SOUTH][NET_CHANGE]) == ("—", "−20")


def test_the_net_of_all_units_is_unknown_where_that_of_one_is() -> None:
    """−300 t of 南镇 alone are not the net emission of the county."""
    data = account_data(without(made_up_entries(), unit=NORTH, item="baseline/removal"))
    (net,) = [figure for figure in account_figures(data, SI, EN) if figure.label == "Net emission"]
    assert (net.value, net.note) == ("—", "not known: parts of the account are missing in some units")


def test_the_chart_draws_no_net_where_years_do_not_compare() -> None:
    pytest.importorskip("matplotlib")
    path, _ranking = book_charts(account_data(), SI, EN)
    assert path.note == ""
    # Without any entry of 北镇, 2022 has a net, but of other units than 2023.
    for gone in ({"account": "baseline"}, {"unit": NORTH}):
        path, _ranking = book_charts(account_data(without(made_up_entries(), year=2022, **gone)), SI, EN)
        assert path.note.startswith("No net emission in 2022:")


def baseline_run(unmapped_ha: float, weak: float) -> dict[str, object]:
    text = f"{unmapped_ha} ha of “landuse” have no carbon class."
    return {
        "algorithm": "dualcarbon:sinkbaseline",
        "unmapped_ha": unmapped_ha,
        "totals": {"stock_tc": 4000.0, "stock_tc_low": 3700.0, "stock_tc_high": 4300.0},
        "shares": {"stock": {"weak_share": weak, "no_interval_share": 0.0}},
        "notes": [{"kind": "unmapped", "text": text, "warning": True}],
    }


def test_what_the_posted_baseline_says_stands_on_the_first_page() -> None:
    data = replace(account_data(), manifests=(baseline_run(2143.0, 0.5),))
    said = {caveat.label: (caveat.value, caveat.alarm) for caveat in account_caveats(data, SI, EN)}
    assert said["Land use without a carbon class"] == ("2,143.0000 ha", True)
    assert said["Share of the carbon stock on factors below grade “secondary”"] == ("50.0 %", True)
    assert warning_notes(data, str) == ["2143.0 ha of “landuse” have no carbon class."]
    # The run states the very total of the book, so that its interval is that of the book.
    (stock,) = [figure for figure in account_figures(data, SI, EN) if "stock" in figure.label]
    assert stock.note == "95 %: 3,700 – 4,300"


def test_of_several_baselines_areas_add_up_and_shares_are_a_range() -> None:
    data = replace(account_data(), manifests=(baseline_run(1.5, 0.25), baseline_run(2.0, 0.5)))
    said = {caveat.label: caveat.value for caveat in account_caveats(data, SI, EN)}
    assert said["Land use without a carbon class"] == "3.5000 ha"
    assert said["Share of the carbon stock on factors below grade “secondary”"] == "25.0 – 50.0 %"


def test_one_method_alone_is_no_range() -> None:
    tax = values()[lambda rows: rows["item"] == "value/tax"]
    data = account_data(value=tax)
    assert ranges_of_value(data, EN) == "9,000 CNY/a (carbon tax)."
    assert ranges_of_value(data, ZH) == "9,000 CNY/a（碳税法）。"


def test_building_the_page_tells_its_progress_and_can_be_stopped() -> None:
    shares: list[float] = []
    build_content(account_data(value=values()), progress=shares.append)
    assert len(shares) >= 6
    assert shares == sorted(shares)

    class StoppedError(Exception):
        pass

    def stop(share: float) -> None:
        if share > 0.4:
            raise StoppedError

    with pytest.raises(StoppedError):
        build_content(account_data(), progress=stop)
