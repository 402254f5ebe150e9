# SPDX-License-Identifier: GPL-2.0-or-later
"""The account of change: pools, bounds, units, balances, and what is refused or noted."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from change_cases import CO2, stocks, transitions
from dualcarbon.plugin.domain.change import balance, category_matrix, change_account, require_years
from dualcarbon.plugin.domain.errors import ClassError, ConservationError, FactorError, InputError
from dualcarbon.plugin.domain.factors import load_factor_set
from dualcarbon.plugin.domain.notes import NoteBook
from hypothesis import given, settings
from hypothesis import strategies as st

FOREST, CROP, TOWN = "mixed_forest", "rainfed_cropland", "residential"
BOUNDED = stocks(
    {
        FOREST: {"agb": (50, 40, 65), "soc": (90, 80, 95)},
        CROP: {"agb": (4, 1, 5), "soc": (70, 60, 85)},
    }
)
CLASSES = (FOREST, CROP, TOWN, "open_water", "sea", "bare_land")


def of(cells, factors=BOUNDED, years=10, notes=None, **more):
    return change_account(
        transitions(cells, **more), factors, years, notes if notes is not None else NoteBook()
    )


def test_bounds_of_a_change_take_a_class_as_one_draw_at_both_dates():
    """3 ha of forest become crop: 3·((4+70) − (50+90)) = −198 t C; ground that stays adds no doubt."""
    total = of([(0, FOREST, CROP, 3), (0, FOREST, FOREST, 1000), (0, CROP, CROP, 500)]).total
    # Down: crop at its low, forest at its high end; three ha each, four independent draws.
    down = 3 * math.sqrt((4 - 1) ** 2 + (70 - 60) ** 2 + (65 - 50) ** 2 + (95 - 90) ** 2)
    up = 3 * math.sqrt((5 - 4) ** 2 + (85 - 70) ** 2 + (50 - 40) ** 2 + (90 - 80) ** 2)
    assert total["change_tc"] == pytest.approx(-198)
    assert total["change_tc_low"] == pytest.approx(-198 - down)
    assert total["change_tc_high"] == pytest.approx(-198 + up)
    assert total["change_tco2e_a"] == pytest.approx(-198 * CO2 / 10)
    assert total["change_tco2e_a_low"] == pytest.approx((-198 - down) * CO2 / 10)
    assert (total["gain_tc"], total["loss_tc"]) == pytest.approx((0, 198))


def test_there_and_back_leaves_gains_and_losses_but_no_change_and_no_doubt():
    """2 ha of forest lost here and won there: the same draws cancel out."""
    made = of([(0, CROP, FOREST, 2), (0, FOREST, CROP, 2)])
    assert made.total["change_tc"] == pytest.approx(0)
    assert (made.total["gain_tc"], made.total["loss_tc"]) == pytest.approx((132, 132))
    assert (made.total["change_tc_low"], made.total["change_tc_high"]) == (0, 0)
    assert (made.by_transition["change_tc_low"] < made.by_transition["change_tc"]).all()


def test_rows_of_land_that_stays_are_surely_zero_and_kept_soil_adds_no_doubt():
    """Forest that stays: no draw at all. Forest to town: 2·(1 − 50) t C, and nothing of the kept soil."""
    factors = stocks({FOREST: {"agb": (50, 40, 65), "soc": (90, 80, 95)}, TOWN: {"agb": (1, 0.5, 2)}})
    made = of([(0, FOREST, FOREST, 2), (0, FOREST, TOWN, 2)], factors)
    rows = made.by_transition.set_index("to_class")[["change_tc", "change_tc_low", "change_tc_high"]]
    assert rows.loc[FOREST].tolist() == [0, 0, 0]
    down, up = 2 * math.hypot(65 - 50, 1 - 0.5), 2 * math.hypot(50 - 40, 2 - 1)
    assert rows.loc[TOWN].tolist() == pytest.approx([-98, -98 - down, -98 + up])


def test_crops_that_stay_crops_change_nothing_however_long():
    """The stock of an annual crop is no growth: neither its biomass nor a year adds anything."""
    total = of([(0, CROP, CROP, 12)], years=40).total
    assert total["stock_before_tc"] == total["stock_after_tc"] == pytest.approx(12 * 74)
    assert [total[name] for name in ("change_tc", "change_tc_low", "gain_tc", "change_tco2e_a_high")] == [
        0
    ] * 4


def test_a_change_of_exactly_minus_one_tonne_per_hectare_is_a_change():
    factors = stocks({FOREST: {"agb": 51}, CROP: {"agb": 50}})
    made = of([(0, FOREST, CROP, 7)], factors)
    assert made.by_transition["change_tc"].tolist() == [-7]
    assert made.total["loss_tc"] == 7


def test_stocks_of_both_dates_and_units_add_up_as_the_sink_baseline_does():
    cells = [(0, FOREST, CROP, 3), (0, CROP, CROP, 5), (1, CROP, FOREST, 4), (1, None, CROP, 2)]
    made = of(cells, unit_ha=[8, 10, 6])
    first, second, third = made.by_unit.to_dict("records")
    assert first["stock_before_tc"] == pytest.approx(3 * 140 + 5 * 74)
    assert first["stock_after_tc"] == pytest.approx(8 * 74)
    # Ground with a class at one date only is in no stock.
    assert second["stock_before_tc"] == pytest.approx(4 * 74)
    assert (second["area_ha"], second["only_before_ha"], second["only_after_ha"]) == (4, 0, 2)
    assert second["covered_share"] == pytest.approx(0.4)
    # A unit without land has no figures, but an area.
    assert (third["area_ha"], third["unit_area_ha"], third["changed_ha"]) == (0, 6, 0)
    assert math.isnan(third["change_tc"])
    for name in ("stock_before_tc", "change_tc", "gain_tc", "only_after_ha"):
        assert made.total[name] == pytest.approx(np.nansum(made.by_unit[name])), name


def test_a_one_date_row_keeps_its_area_and_has_no_carbon():
    notes = NoteBook()
    made = of([(0, CROP, CROP, 5), (0, CROP, None, 2), (0, None, FOREST, 1)], notes=notes)
    lone = made.by_transition[made.by_transition[["from_class", "to_class"]].isna().any(axis=1)]
    assert lone["area_ha"].tolist() == [2, 1]
    assert lone[["stock_before_tc", "stock_after_tc", "change_tc"]].isna().all(axis=None)
    (note,) = notes.of_kind("one_date_only")
    assert (note.area_ha, note.values["before_ha"], note.values["after_ha"]) == (3, 2, 1)


def test_units_that_overlap_are_counted_once_in_totals():
    """Both units hold the same 3 ha: each has them, the total has them once."""
    cells = [(0, FOREST, CROP, 3), (1, FOREST, CROP, 3), (1, CROP, CROP, 1)]
    made = of(cells, whole=[(0, CROP, CROP, 1), (0, FOREST, CROP, 3)])
    assert made.by_unit["change_tc"].tolist() == pytest.approx([-198, -198])
    assert made.total["change_tc"] == pytest.approx(-198)
    assert made.total["area_ha"] == 4


def test_a_pool_counts_only_where_it_is_known_at_both_dates():
    """Water has no agb figure: forest to water compares the soil alone, 90 → 20."""
    factors = stocks({FOREST: {"agb": 50, "soc": 90}, "open_water": {"soc": 20}})
    notes = NoteBook()
    made = of([(0, FOREST, "open_water", 2), (0, FOREST, FOREST, 1)], factors, notes=notes)
    assert made.total["stock_before_tc"] == pytest.approx(2 * 90 + 140)
    assert made.total["stock_after_tc"] == pytest.approx(2 * 20 + 140)
    agb = next(note for note in notes.of_kind("pool_not_at_both_dates") if note.values["pool"] == "agb")
    assert (agb.area_ha, agb.values["classes"]) == (2, "open_water")
    # No class of the set has the other two pools: these are left out everywhere.
    bgb = next(note for note in notes.of_kind("pool_not_at_both_dates") if note.values["pool"] == "bgb")
    assert (bgb.area_ha, bgb.values["classes"]) == (3, "mixed_forest, open_water")


def test_a_settlement_without_soil_keeps_the_soil_of_the_land_before():
    factors = stocks({CROP: {"agb": 4, "soc": (70, 60, 85)}, TOWN: {"agb": 1}})
    notes = NoteBook()
    made = of([(0, CROP, TOWN, 5)], factors, notes=notes)
    assert made.total["stock_before_tc"] == pytest.approx(5 * 74)
    assert made.total["stock_after_tc"] == pytest.approx(5 * 71)
    assert made.total["change_tc"] == pytest.approx(-15)
    (note,) = notes.of_kind("soil_kept")
    assert (note.area_ha, note.values["classes"]) == (5, TOWN)
    # The soil is the same draw at both dates: it adds no doubt to the change.
    assert math.isnan(made.total["change_tc_low"])
    assert made.total["stock_after_tc_low"] == pytest.approx(5 * 61)


def test_a_settlement_without_soil_brings_none_back():
    """What lies under a town is not known when it becomes a field: the soil is left out, not won."""
    factors = stocks({CROP: {"agb": 4, "soc": 70}, TOWN: {"agb": 1}})
    assert of([(0, TOWN, CROP, 5)], factors).total["change_tc"] == pytest.approx(15)


def test_a_class_that_is_no_settlement_keeps_nothing():
    factors = stocks({CROP: {"agb": 4, "soc": 70}, "bare_land": {"agb": 1}})
    notes = NoteBook()
    assert of([(0, CROP, "bare_land", 5)], factors, notes=notes).total["stock_before_tc"] == pytest.approx(20)
    assert not notes.of_kind("soil_kept")


def test_weak_factors_and_missing_intervals_are_stated_as_shares():
    notes = NoteBook()
    factors = stocks({CROP: {"agb": (10, 5, 15)}, FOREST: {"agb": 30}})
    made = of([(0, CROP, FOREST, 1)], factors, notes=notes)
    assert made.weak_share == 0
    (note,) = notes.of_kind("no_interval")
    assert note.values["percent"] == pytest.approx(75)


def test_what_cannot_be_accounted_is_refused():
    with pytest.raises(FactorError, match="paddy"):
        of([(0, CROP, "paddy", 5)])
    with pytest.raises(ClassError, match="both dates"):
        of([(0, CROP, None, 5), (0, None, FOREST, 1)])
    assert require_years(2015, 2025) == 10
    for later in (2015, 2010):
        with pytest.raises(InputError, match="YEAR_AFTER"):
            require_years(2015, later)


def test_a_balance_that_does_not_close_is_refused():
    """A stock that grew on land that stayed itself would open the balance."""
    table = of([(0, CROP, CROP, 5), (0, FOREST, CROP, 2)]).by_transition
    table.loc[table["from_class"] == CROP, "stock_after_tc"] += 1e-3
    with pytest.raises(ConservationError, match="rainfed_cropland"):
        balance(table)


def test_own_codes_have_no_ipcc_category():
    table = of([(0, CROP, CROP, 5)]).by_transition.replace({CROP: "12"})
    with pytest.raises(InputError, match="OUTPUT_CATEGORIES"):
        category_matrix(table)


def test_sea_is_a_category_of_its_own():
    table = of([(0, "sea", TOWN, 5)], load_factor_set("cn_default")).by_transition
    assert category_matrix(table)[["from_category", "to_category"]].values.tolist() == [
        ["marine", "settlements"]
    ]


@st.composite
def random_cells(draw):
    names = st.one_of(st.sampled_from(CLASSES), st.none())
    area = st.floats(0.001, 1e6)
    drawn = draw(st.dictionaries(st.tuples(st.integers(0, 3), names, names), area, min_size=1, max_size=30))
    return [(*key, size) for key, size in drawn.items() if key[1:] != (None, None)]


@settings(max_examples=25)
@given(random_cells())
def test_whatever_changes_balances_close_and_figures_agree(cells):
    if not any(None not in cell for cell in cells):
        return
    made = of(cells, load_factor_set("cn_default"), years=7)
    table = balance(made.by_transition)
    for unit in ("ha", "tc"):
        closing = table[f"opening_{unit}"] + table[f"additions_{unit}"] - table[f"reductions_{unit}"]
        # What comes and goes may be far larger than what is left of it.
        turnover = float(table[[f"opening_{unit}", f"additions_{unit}"]].to_numpy().max())
        np.testing.assert_allclose(closing, table[f"closing_{unit}"], rtol=1e-9, atol=1e-9 * turnover)
    sums = table.groupby("unit").sum(numeric_only=True)
    by_unit = made.by_unit.set_index("unit").loc[sums.index]
    for entry, area, stock in (
        ("opening", "area_ha", "stock_before_tc"),
        ("closing", "area_ha", "stock_after_tc"),
    ):
        np.testing.assert_allclose(sums[f"{entry}_ha"], by_unit[area], rtol=1e-9)
        np.testing.assert_allclose(sums[f"{entry}_tc"], by_unit[stock], rtol=1e-9)
    np.testing.assert_allclose(by_unit["gain_tc"] - by_unit["loss_tc"], by_unit["change_tc"], atol=1e-6)
    np.testing.assert_allclose(
        by_unit["stock_after_tc"] - by_unit["stock_before_tc"], by_unit["change_tc"], atol=1e-5
    )
    assert (by_unit["change_tc_low"] <= by_unit["change_tc"] + 1e-6).all()
    assert (by_unit["change_tc"] <= by_unit["change_tc_high"] + 1e-6).all()
    moved = category_matrix(made.by_transition).groupby("unit")[["area_ha", "change_tc"]].sum()
    pd.testing.assert_frame_equal(moved, by_unit[["area_ha", "change_tc"]], rtol=1e-9, atol=1e-6)
