# SPDX-License-Identifier: GPL-2.0-or-later
"""Increments booked in a baseline: by hand, and against the whole county computed again."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
from dualcarbon.plugin.domain.classes import carbon_classes
from dualcarbon.plugin.domain.errors import FactorError, InputError
from dualcarbon.plugin.domain.factors import POOLS, class_factors, factor_set_from_frame
from dualcarbon.plugin.domain.increments import (
    Processes,
    change_causes,
    ground_moves,
    opening_of,
    update_baseline,
)
from dualcarbon.plugin.domain.increments.causes import cause_of
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.stocks import ACCOUNT_COLUMNS, account
from hypothesis import given, settings
from hypothesis import strategies as st

#: t C/ha: value, low, high of above-ground biomass and soil; built-up land has no soil, water soil only.
DENSITY = {
    "rainfed_cropland": {"agb": (5, 4, 6), "soc": (80, 60, 100)},
    "paddy": {"agb": (3, 1, 5), "soc": (110, 95, 128)},
    "mixed_forest": {"agb": (50, 40, 60), "soc": (90, 80, 100)},
    "residential": {"agb": (1, 0.5, 2)},
    "open_water": {"soc": (40, 30, 45)},
}
CLASSES = list(DENSITY)


def factor_set():
    rows = [
        {
            **{"kind": "stock", "class": name, "pool": pool, "process": "", "unit": "t C/ha"},
            **dict(zip(("value", "low", "high"), map(str, numbers))),
            **{"depth_cm": "0-100" if pool == "soc" else "", "source": "by hand", "evidence": "secondary"},
            "verified": "yes",
        }
        for name, pools in DENSITY.items()
        for pool, numbers in pools.items()
    ]
    removal = {"kind": "flux", "class": "mixed_forest", "process": "biomass_growth", "value": "2"}
    rows.append({**rows[0], **removal, "pool": "", "unit": "t C/(ha·a)", "low": "1", "high": "3"})
    return factor_set_from_frame(pd.DataFrame(rows).astype(str), file="hand.csv")


FACTORS = factor_set()


def processes(*rows):
    """Rows of (unit before, unit after, from, to, ha, ridges before, ridges after, cause, permit)."""
    filled = [(*row, *(0.0, 0.0, "", "")[len(row) - 5 :]) for row in rows]
    columns = list(zip(*filled)) if filled else [()] * 9
    texts = [np.array(columns[n] + (None,), dtype=object)[:-1] for n in (0, 1, 2, 3, 7, 8)]
    numbers = [np.array(columns[n], dtype=float) for n in (4, 5, 6)]
    number = np.arange(len(filled))
    return Processes(number, *texts[:4], *numbers, *texts[4:])


def baseline(*rows):
    return opening_of(pd.DataFrame(rows, columns=["unit", "carbon_class", "area_ha"]), FACTORS, "table")


def booked(opening, *rows, notes=None):
    return update_baseline(
        opening, ground_moves(processes(*rows)), FACTORS, NoteBook() if notes is None else notes
    )


def test_a_hectare_of_field_becomes_forest():
    """5 + 80 → 50 + 90: + 55 t C; half-widths 10, 10, 1 and 20 t C in quadrature; the forest removes more."""
    update = booked(
        baseline(("甲", "rainfed_cropland", 10.0), ("甲", "mixed_forest", 5.0)),
        ("甲", "甲", "rainfed_cropland", "mixed_forest", 1.0),
    )
    width = math.sqrt(10**2 + 10**2 + 1 + 20**2)
    assert update.change == pytest.approx(
        {"change_tc": 55.0, "change_tc_low": 55.0 - width, "change_tc_high": 55.0 + width}
    )
    forest, field = update.balance.to_dict("records")
    assert (forest["opening_ha"], forest["additions_ha"], forest["closing_ha"]) == (5.0, 1.0, 6.0)
    assert (field["opening_tc"], field["reductions_tc"], field["closing_tc"]) == (850.0, 85.0, 765.0)
    assert update.by_unit["removal_tco2e_a"].tolist() == pytest.approx([6 * 2 * 44 / 12])
    (cause,) = update.causes.to_dict("records")
    assert (cause["cause"], cause["basis"], cause["count"]) == ("conversion_restructuring", "derived", 1)


def test_built_up_land_keeps_the_soil_that_it_covers():
    """Only 5 → 1 t C/ha of biomass is lost; 80 t C of soil leave the table without being a loss."""
    notes = NoteBook()
    update = booked(
        baseline(("甲", "rainfed_cropland", 10.0)),
        ("甲", "甲", "rainfed_cropland", "residential", 1.0),
        notes=notes,
    )
    assert update.change["change_tc"] == pytest.approx(-4.0)
    assert update.by_unit["left_tc"].tolist() == pytest.approx([80.0])
    (note,) = notes.of_kind("pool_known_once")
    assert (note.area_ha, note.values["left_tc"]) == (pytest.approx(1.0), pytest.approx(80.0))
    assert update.causes["cause"].tolist() == ["construction"]


def test_no_change_is_known_where_no_pool_is_known_at_both_dates():
    update = booked(baseline(("甲", "residential", 2.0)), ("甲", "甲", "residential", "open_water", 1.0))
    assert math.isnan(update.causes["change_tc"].iloc[0])
    assert update.by_unit[["entered_tc", "left_tc"]].to_numpy().tolist() == [[40.0, 1.0]]


def test_a_gain_and_a_loss_of_one_class_offset_each_other():
    """1 ha from field to forest and 1 ha back: nothing changes, and nothing is uncertain."""
    update = booked(
        baseline(("甲", "rainfed_cropland", 10.0), ("甲", "mixed_forest", 5.0)),
        ("甲", "甲", "rainfed_cropland", "mixed_forest", 1.0),
        ("甲", "甲", "mixed_forest", "rainfed_cropland", 1.0),
    )
    assert update.change["change_tc"] == pytest.approx(0.0)
    assert update.changed_ha == pytest.approx(2.0)
    assert update.causes["count"].tolist() == [1, 1]


def test_field_ridges_go_with_their_parcel_and_stay_where_they_stay():
    """1 ha of paddy, 0.1 of it ridges, becomes forest; another 1 ha keeps 0.05 of its 0.1 ha of ridges."""
    opening = baseline(("甲", "paddy", 1.8), ("甲", "rainfed_cropland", 0.2))
    update = booked(
        opening,
        ("甲", "甲", "paddy", "mixed_forest", 1.0, 0.1, 0.0),
        ("甲", "甲", "paddy", "paddy", 1.0, 0.1, 0.05),
    )
    closing = update.by_class.set_index("carbon_class")["area_ha"].to_dict()
    assert closing == pytest.approx({"mixed_forest": 1.0, "paddy": 0.95, "rainfed_cropland": 0.05})
    moves = update.causes.set_index(["from_class", "to_class"])["area_ha"].to_dict()
    assert moves == pytest.approx(
        {
            ("paddy", "mixed_forest"): 0.9,
            ("rainfed_cropland", "mixed_forest"): 0.1,
            ("rainfed_cropland", "paddy"): 0.05,
        }
    )


def test_new_fields_bring_their_ridges():
    """1 ha of forest is cleared for paddy, 0.1 ha of it becomes ridges: no ground is won or lost."""
    update = booked(
        baseline(("甲", "mixed_forest", 1.0)), ("甲", "甲", "mixed_forest", "paddy", 1.0, 0.0, 0.1)
    )
    closing = update.by_class.set_index("carbon_class")["area_ha"].to_dict()
    assert closing == pytest.approx({"paddy": 0.9, "rainfed_cropland": 0.1})


def test_ground_that_changes_its_unit_changes_there():
    """甲 loses 1 ha of field as it is; 乙 gets it and turns it into forest: the county gains 55 t C."""
    opening = baseline(("甲", "rainfed_cropland", 10.0), ("乙", "mixed_forest", 5.0))
    update = booked(opening, ("甲", "乙", "rainfed_cropland", "mixed_forest", 1.0))
    units = update.by_unit.set_index("unit")
    assert units.loc["甲", ["area_ha", "change_tc", "left_tc"]].tolist() == pytest.approx([9.0, 0.0, 85.0])
    assert units.loc["乙", ["area_ha", "change_tc", "entered_tc"]].tolist() == pytest.approx(
        [6.0, 55.0, 85.0]
    )
    causes = update.causes.groupby("cause")["area_ha"].sum().to_dict()
    assert causes == {"boundary_in": 1.0, "boundary_out": 1.0, "conversion_restructuring": 1.0}


def test_ground_that_enters_and_leaves_the_county_changes_no_carbon():
    update = booked(
        baseline(("甲", "mixed_forest", 5.0)),
        ("甲", "甲", None, "paddy", 2.0),
        ("甲", "甲", "mixed_forest", None, 1.0),
    )
    assert update.change["change_tc"] == 0.0
    assert update.account.total["area_ha"] == pytest.approx(6.0)
    assert update.by_unit[["entered_tc", "left_tc"]].to_numpy().tolist() == [[226.0, 140.0]]


def test_a_stated_cause_comes_first_and_permits_are_kept_apart():
    row = ("甲", "甲", "rainfed_cropland", "residential", 1.0, 0.0, 0.0)
    stated, bare, notes = (*row, "道路工程", "批〔2025〕1号"), (*row, "", ""), NoteBook()
    update = booked(baseline(("甲", "rainfed_cropland", 10.0)), stated, bare, bare, notes=notes)
    (note,) = notes.of_kind("causes_derived")
    assert (note.count, note.area_ha) == (2, pytest.approx(2.0))
    listed = update.causes[["cause", "basis", "permit", "count"]].to_numpy().tolist()
    assert listed == [["construction", "derived", "", 2], ["道路工程", "stated", "批〔2025〕1号", 1]]


def test_ground_of_two_methods_is_taken_from_both_in_proportion():
    """Forest: 3 ha by factors (140), 1 ha by another method (200 t C): 2 ha lost take 1.5 and 0.5 ha."""
    rows = {name: [math.nan, math.nan] for name in ACCOUNT_COLUMNS}
    rows.update(unit=["甲"] * 2, carbon_class=["mixed_forest"] * 2, area_ha=[3.0, 1.0], agb_tc=[150.0, 120.0])
    rows.update(soc_tc=[270.0, 80.0], stock_tc=[420.0, 200.0], stock_tc_low=[380.0, 180.0])
    rows.update(stock_tc_high=[460.0, 230.0], removal_tco2e_a=[22.0, 8.0])
    rows.update(method=["factors", "forest_volume"], accounts_for=["", "agb"])
    opening = opening_of(pd.DataFrame(rows), FACTORS, "table")
    update = booked(opening, ("甲", "甲", "mixed_forest", "rainfed_cropland", 2.0))
    assert update.change["change_tc"] == pytest.approx(2 * 85 - 1.5 * 140 - 0.5 * 200)
    table = update.by_class.set_index(["carbon_class", "method"])
    assert table.loc[
        ("mixed_forest", "forest_volume"), ["area_ha", "stock_tc", "removal_tco2e_a"]
    ].tolist() == [*(0.5, 100.0, 4.0)]
    assert update.account.total["stock_tc"] == pytest.approx(1.5 * 140 + 100 + 170)
    # Coefficients: field + 2 ha of ±1 and ±20; forest − 1.5 ha of ±10 and ±10; the method half of −20, +30.
    down = math.sqrt(2**2 + 40**2 + 15**2 + 15**2 + 15**2)
    assert update.change["change_tc_low"] == pytest.approx(update.change["change_tc"] - down)


def test_the_parcels_of_a_method_are_one_draw_over_all_units():
    """Two units with 100 ± 30 t C each: 200 ± 60 in all; half of each lost is − 100 ± 30 t C of them."""
    rows = {name: [math.nan] * 2 for name in ACCOUNT_COLUMNS}
    rows.update(unit=["甲", "乙"], carbon_class=["mixed_forest"] * 2, area_ha=[1.0] * 2, agb_tc=[100.0] * 2)
    rows.update(stock_tc=[100.0] * 2, stock_tc_low=[70.0] * 2, stock_tc_high=[130.0] * 2)
    rows.update(method=["forest_volume"] * 2, accounts_for=["agb"] * 2)
    opening = opening_of(pd.DataFrame(rows), FACTORS, "table")
    still = booked(opening)
    assert still.account.total["stock_tc_low"] == pytest.approx(140.0)
    update = booked(opening, *((unit, unit, "mixed_forest", "residential", 0.5) for unit in "甲乙"))
    assert update.change["change_tc"] == pytest.approx(-100.0 + 1.0)
    # Built-up biomass of 1 ha: 1 t C, 0.5 below.
    assert update.change["change_tc_low"] == pytest.approx(-99.0 - math.hypot(30.0, 0.5))


areas = st.floats(0.01, 50.0)
ground = st.lists(
    st.tuples(st.sampled_from("甲乙丙"), st.sampled_from(CLASSES), st.sampled_from(CLASSES), areas),
    min_size=1,
    max_size=25,
)


@settings(max_examples=10)
@given(ground)
def test_opening_and_increments_are_the_county_computed_again(parcels):
    """Oracle: the closing from all parcels as they are after; the change summed parcel by parcel."""
    county = pd.DataFrame(parcels, columns=["unit", "before", "after", "area_ha"])
    opening = baseline(
        *county.groupby(["unit", "before"])["area_ha"].agg(math.fsum).reset_index().itertuples(index=False)
    )
    changed = county[county["before"] != county["after"]]
    update = booked(opening, *((u, u, b, a, ha) for u, b, a, ha in changed.itertuples(index=False)))
    again = county.groupby(["unit", "after"])["area_ha"].agg(math.fsum).reset_index()
    full = account(again.rename(columns={"after": "carbon_class"}), FACTORS, NoteBook())
    kept = update.by_class[update.by_class["area_ha"] > 1e-9].reset_index(drop=True)
    assert kept[["unit", "carbon_class"]].equals(full.by_class[["unit", "carbon_class"]])
    for name in ("area_ha", "stock_tc", "stock_tc_low", "removal_tco2e_a"):
        assert kept[name].to_numpy() == pytest.approx(full.by_class[name].to_numpy(), rel=1e-9, nan_ok=True)
        assert update.account.total[name] == pytest.approx(full.total[name], rel=1e-9, nan_ok=True)
    balance = update.balance
    steps = balance["opening_tc"] + balance["additions_tc"] + balance["entered_tc"]
    steps = steps - balance["reductions_tc"] - balance["left_tc"]
    assert steps.to_numpy() == pytest.approx(balance["closing_tc"].to_numpy(), rel=1e-9, abs=1e-7)
    density = class_factors(FACTORS)[[f"{pool}_tc_ha" for pool in POOLS]]
    by_hand = [
        ha * (density.loc[a] - density.loc[b]).sum() for _, b, a, ha in changed.itertuples(index=False)
    ]
    assert math.fsum(update.by_unit["change_tc"].fillna(0.0)) == pytest.approx(math.fsum(by_hand), abs=1e-7)


def test_every_row_of_causes_is_the_first_to_fit_some_transition():
    classes = [None, "lucode 7", *carbon_classes().index]
    seen = {
        cause_of(before, after)[0]
        for before in classes
        for after in classes
        if (before, after) != (None,) * 2
    }
    assert seen == set(change_causes()["cause"])


@pytest.mark.parametrize(
    ("before", "after", "cause"),
    [
        ("paddy", "transport", "construction"),
        ("orchard", "paddy", "agricultural_restructuring"),
        ("residential", "rainfed_cropland", "reclamation_consolidation"),
        ("bare_land", "paddy", "development"),
        ("broadleaf_forest", "industrial_mining", "construction"),
        ("residential", "commercial_public", "redevelopment"),
        ("lucode 7", "lucode 8", "other"),
        (None, "paddy", "boundary_in"),
        ("sea", None, "boundary_out"),
    ],
)
def test_causes_by_transition(before, after, cause):
    assert cause_of(before, after)[0] == cause


def test_a_reduction_beyond_the_opening_names_unit_class_and_areas():
    opening = baseline(("甲", "paddy", 1.0), ("乙", "paddy", 9.0))
    with pytest.raises(InputError, match=r"1\.0200 ha of paddy from unit “甲”.*1\.0000 ha.*0\.01 ha"):
        booked(
            opening, ("甲", "甲", "paddy", "mixed_forest", 0.5), ("甲", "甲", "paddy", "residential", 0.52)
        )


def test_a_reduction_within_the_rounding_of_areas_is_cut_to_what_is_there():
    notes = NoteBook()
    update = booked(baseline(("甲", "paddy", 1.0)), ("甲", "甲", "paddy", "mixed_forest", 1.005), notes=notes)
    assert update.by_class[["carbon_class", "area_ha"]].to_numpy().tolist() == [["mixed_forest", 1.0]]
    assert notes.of_kind("reductions_cut")[0].area_ha == pytest.approx(0.005)


def test_units_that_the_baseline_does_not_have_are_refused():
    with pytest.raises(InputError, match=r"1 units.*“丙”.*UNIT_DIGITS"):
        booked(baseline(("甲", "paddy", 1.0)), ("甲", "丙", "paddy", "paddy", 0.5))


def test_a_baseline_made_with_other_factors_is_refused():
    table = pd.DataFrame({"unit": ["甲"], "carbon_class": ["paddy"], "area_ha": [1.0], "stock_tc": [100.0]})
    with pytest.raises(InputError, match=r"100\.0000 t C.*113\.0000 t C"):
        opening_of(table, FACTORS, "table")
    with pytest.raises(FactorError, match="bamboo"):
        baseline(("甲", "bamboo", 1.0))


def test_a_class_that_is_in_the_table_twice_is_refused():
    with pytest.raises(InputError, match="several rows"):
        baseline(("甲", "paddy", 1.0), ("甲", "paddy", 2.0))


def test_a_set_of_fluxes_alone_gives_fluxes_and_no_change_of_stock():
    """Forest removes 2 t C/(ha·a), paddy nothing: 1 ha of paddy that is planted removes 22/3 t CO2e."""
    fluxes = replace(FACTORS, terms=FACTORS.terms[FACTORS.terms["quantity"] != "stock"])
    fluxes = replace(fluxes, terms=pd.concat([fluxes.terms, fluxes.terms.assign(key="paddy", value=0.0)]))
    table = pd.DataFrame([("甲", "paddy", 3.0)], columns=["unit", "carbon_class", "area_ha"])
    flows = ground_moves(processes(("甲", "甲", "paddy", "mixed_forest", 1.0)))
    update = update_baseline(opening_of(table, fluxes, "table"), flows, fluxes, NoteBook())
    assert update.account.total["removal_tco2e_a"] == pytest.approx(22 / 3)
    assert math.isnan(update.change["change_tc"])
    assert math.isnan(update.account.total["stock_tc"])


def test_no_increment_leaves_the_baseline_as_it_is():
    update = booked(baseline(("甲", "paddy", 1.0)))
    assert update.account.total["stock_tc"] == pytest.approx(113.0)
    assert update.change == {"change_tc": 0.0, "change_tc_low": 0.0, "change_tc_high": 0.0}
    assert len(update.causes) == 0
