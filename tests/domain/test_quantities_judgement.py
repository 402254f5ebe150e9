# SPDX-License-Identifier: GPL-2.0-or-later
"""Floors, caps and what rounding may explain; the worked examples of the reference by hand."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from dualcarbon.plugin.domain.quantities import land_structure
from dualcarbon.plugin.domain.quantities.expansion import multiple
from dualcarbon.plugin.domain.quantities.judgement import (
    judge,
    judge_map_against_table,
    judge_text_against_table,
)
from hypothesis import given
from hypothesis import strategies as st

figures = st.floats(min_value=0.0, max_value=1e7, allow_nan=False)


@pytest.mark.parametrize(
    ("measured", "target", "direction", "expected"),
    [
        (1000.0, 1000.0, "≥", ("pass", "met")),
        (1000.0 - 1e-8, 1000.0, "≥", ("pass", "met")),  # the noise of a sum of floats
        (999.6, 1000.0, "≥", ("fail", "rounding")),  # 0.4 ha: explained by rounding, not excused
        (999.0, 1000.0, "≥", ("fail", "rounding")),
        (998.9, 1000.0, "≥", ("fail", "short")),
        (1000.4, 1000.0, "≤", ("fail", "rounding")),
        (1001.1, 1000.0, "≤", ("fail", "over")),
        (1000.9, 1000.0, "=", ("pass", "met")),
        (1001.1, 1000.0, "=", ("fail", "off")),
        (math.nan, 1000.0, "≥", ("not_measured", "not_measured")),
        (1000.0, math.nan, "≥", ("no_target", "no_target")),
    ],
)
def test_binding_areas(measured, target, direction, expected):
    judged = judge(measured, target, direction, "binding", "area")
    assert (judged.result, judged.reason) == expected


@pytest.mark.parametrize("binding", ["expected", "advisory"])
def test_what_is_not_binding_warns(binding):
    assert judge(90.0, 100.0, "≥", binding, "area").result == "warn"
    assert judge(100.0, 100.0, "≥", binding, "area").result == "pass"


def test_ratios_round_at_a_tenth_of_a_point_and_other_figures_not_at_all():
    assert judge(34.95, 35.0, "≥", "binding", "percent").reason == "rounding"
    assert judge(34.85, 35.0, "≥", "binding", "percent").reason == "short"
    assert judge(1.3001, 1.3, "≤", "binding", "multiple").reason == "over"


def test_ground_without_a_clear_code_spoils_a_cap_and_helps_no_floor():
    assert judge(90.0, 100.0, "≤", "binding", "area", unsure=10.0).result == "pass"
    assert judge(90.0, 100.0, "≤", "binding", "area", unsure=10.1).result == "warn"
    assert judge(101.1, 100.0, "≤", "binding", "area", unsure=50.0).result == "fail"
    assert judge(90.0, 100.0, "≥", "binding", "area", unsure=50.0).result == "fail"


@given(target=figures, short=st.floats(min_value=1e-6, max_value=0.5), unsure=figures)
def test_a_floor_or_cap_never_passes_with_a_shortfall(target, short, unsure):
    """A shortfall is anything beyond a thousandth of a millionth, whatever rounding or codes may explain."""
    below, above = target * (1.0 - short) - short, target * (1.0 + short) + short
    assert judge(below, target, "≥", "binding", "area", unsure).result == "fail"
    assert judge(above, target, "≤", "binding", "area", unsure).result == "fail"
    assert judge(below, target, "≥", "expected", "area", unsure).result == "warn"
    assert judge_map_against_table(below, target, "≥").result in ("warn", "fail")


@given(target=figures, more=figures)
def test_reaching_a_floor_and_staying_below_a_cap_passes(target, more):
    assert judge(target + more, target, "≥", "binding", "area").result == "pass"
    assert judge(target, target + more, "≤", "binding", "area").result == "pass"


@pytest.mark.parametrize(
    ("on_map", "table", "direction", "result"),
    [
        (1234.6, 1235.0, "≥", "warn"),  # 12.35 km² in the table, 1234.6 ha on the map: rounding
        (1233.9, 1235.0, "≥", "fail"),
        (1235.0, 1235.0, "≥", "pass"),
        (1235.5, 1235.0, "≤", "warn"),
        (1236.1, 1235.0, "≤", "fail"),
    ],
)
def test_the_map_against_its_table(on_map, table, direction, result):
    assert judge_map_against_table(on_map, table, direction).result == result


def test_the_text_repeats_the_table_within_a_hectare():
    assert judge_text_against_table(1235.9, 1235.0, "area").result == "pass"
    assert judge_text_against_table(1236.1, 1235.0, "area").result == "fail"


def test_expansion_multiple_of_the_reference():
    """U2020 = 120.00 km²: ΔU 33.60 → 1.28 passes at 1.3, ΔU 37.20 → 1.31 is an error."""
    assert multiple(12_000.0, 3_360.0) == pytest.approx(1.28, abs=1e-12)
    assert multiple(12_000.0, 3_720.0) == pytest.approx(1.31, abs=1e-12)
    assert judge(multiple(12_000.0, 3_360.0), 1.3, "≤", "binding", "multiple").result == "pass"
    assert judge(multiple(12_000.0, 3_720.0), 1.3, "≤", "binding", "multiple").result == "fail"
    assert judge(multiple(12_000.0, 3_600.0), 1.3, "≤", "binding", "multiple").result == "pass"


# Structure of land use -----------------------------------------------------------------------


def structure() -> pd.DataFrame:
    """Two towns: 30 ha before, 30 ha after; 4 ha of fields become houses, 1 ha loses its code."""
    return land_structure(
        ["0101", "0703", "0301", None, "1202"],
        [150_000.0, 60_000.0, 70_000.0, 10_000.0, 10_000.0],
        ["东镇", "东镇", "西镇", "西镇", None],
        ["0103", "070301", "0301", "1202"],
        [200_000.0, 20_000.0, 70_000.0, 10_000.0],
        ["东镇", "东镇", "西镇", None],
    )


def test_the_structure_table_shows_area_before_after_change_and_shares():
    table = structure()
    whole = table[table["unit"].isna()].set_index(["level", "code"])
    assert whole.loc[("class", "01"), ["base_ha", "plan_ha", "change_ha"]].tolist() == [20.0, 15.0, -5.0]
    assert whole.loc[("class", "07"), ["base_ha", "plan_ha", "change_ha"]].tolist() == [2.0, 6.0, 4.0]
    assert whole.loc[("class", ""), ["base_ha", "plan_ha"]].tolist() == [0.0, 1.0]
    assert whole.loc[("set", "construction"), ["base_ha", "plan_ha"]].tolist() == [3.0, 7.0]
    # Of the construction land, the road (1202) is regional and the houses are urban-rural.
    assert whole.loc[("set", "urban_rural"), "plan_ha"] == pytest.approx(6.0)
    assert whole.loc[("set", "regional"), "plan_ha"] == pytest.approx(1.0)
    assert whole.loc[("total", ""), ["base_ha", "plan_ha", "change_ha"]].tolist() == [30.0, 30.0, 0.0]
    assert whole.loc[("class", "01"), "plan_share"] == pytest.approx(0.5)
    assert whole.loc[("class", "01"), "name_zh"] == "耕地"


def test_classes_add_up_to_the_total_of_every_unit_and_units_to_the_whole():
    table = structure()
    for _, rows in table.groupby(table["unit"].fillna("whole")):
        for side in ("base_ha", "plan_ha"):
            classes = rows.loc[rows["level"] == "class", side].sum()
            assert classes == pytest.approx(rows.loc[rows["level"] == "total", side].sum(), abs=1e-12)
    table["unit"] = table["unit"].fillna("whole")
    totals = table[table["level"] == "total"].set_index("unit")["plan_ha"]
    assert totals.drop("whole").sum() == pytest.approx(totals["whole"])
    assert set(totals.index) == {"whole", "东镇", "西镇", "–"}


def test_a_structure_without_a_base_leaves_its_columns_open():
    table = land_structure(["0101"], [10_000.0])
    assert table["base_ha"].isna().all()
    assert table["change_ha"].isna().all()
    assert table.loc[table["level"] == "total", "plan_ha"].tolist() == [1.0]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["0101", "0301", "070102", "1202", "2303", None]),
            st.floats(min_value=0.0, max_value=1e6),
            st.sampled_from(["a", "b", None]),
        ),
        min_size=1,
        max_size=30,
    )
)
def test_nothing_is_lost_between_parcels_classes_and_units(parcels):
    codes, areas, units = (list(column) for column in zip(*parcels))
    table = land_structure(codes, areas, units)
    whole_ha = math.fsum(areas) / 1e4
    classes = table[(table["level"] == "class")]
    assert math.fsum(classes.loc[classes["unit"].isna(), "plan_ha"]) == pytest.approx(whole_ha, abs=1e-9)
    assert math.fsum(classes.loc[classes["unit"].notna(), "plan_ha"]) == pytest.approx(whole_ha, abs=1e-9)
