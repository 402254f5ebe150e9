# SPDX-License-Identifier: GPL-2.0-or-later
"""CO2e and CO2 alone on the same parcels: scope by scope, items of the sea, cells of a grid."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
import shapely
from dualcarbon.plugin.domain.downscale import (
    Point,
    cells_of_parcels,
    grid_of_parcels,
    items_of,
    read_amounts,
    read_weights,
    spread_accounts,
)
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.factors.library import FACTORS
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.text_tables import read_text_table
from hypothesis import given, settings
from hypothesis import strategies as st

WHOLE = np.array(["*", "*"], dtype=object)


def place(rows, weights, points=(), units=WHOLE, items=None):
    notes = NoteBook()
    frame = pd.DataFrame(rows).fillna("")
    accounts = read_amounts(frame, "inventory.csv", notes, by_unit=False, items=items)
    weights = {sector: np.array(values, dtype=float) for sector, values in weights.items()}
    return accounts, spread_accounts(accounts, list(points), weights, units, notes), notes


def test_co2_alone_goes_the_way_of_co2e():
    """Farming 100 t CO2e of which 40 t CO2 by 1 : 3, transport 60 t CO2e of which 60 t CO2 by 1 : 1."""
    rows = [
        {"sector": "agriculture", "scope": "1", "emission_tco2e": "60", "co2_t": "0"},
        {"sector": "agriculture", "scope": "2", "emission_tco2e": "40", "co2_t": "40"},
        {"sector": "transport", "scope": "1", "emission_tco2e": "60", "co2_t": "60"},
    ]
    accounts, made, _notes = place(rows, {"agriculture": [1, 3], "transport": [1, 1]})
    assert (accounts.total_co2e, accounts.total_co2) == (160.0, 100.0)
    assert made.by_sector(made.co2e)["agriculture"].tolist() == [25.0, 75.0]
    assert made.by_sector(made.co2)["agriculture"].tolist() == [10.0, 30.0]
    assert made.of_scope("1").tolist() == [45.0, 75.0]
    assert made.of_scope("2").tolist() == [10.0, 30.0]
    ledger = made.ledger()
    assert ledger["spread_co2_t"].tolist() == [0.0, 60.0, 40.0]
    assert ledger["scope"].tolist() == ["1", "1", "2"]


def test_points_take_their_own_co2_or_the_share_of_their_sector():
    """Two points of 30 t CO2e; one states 10 t CO2, the other takes 80 of 100: 24 t."""
    rows = [{"sector": "energy", "scope": "1", "emission_tco2e": "100", "co2_t": "80"}]
    points = [
        Point("a", 0, ("*", "energy"), emission=30.0, co2=10.0),
        Point("b", 1, ("*", "energy"), emission=30.0),
    ]
    _accounts, made, notes = place(rows, {"energy": [0, 1]}, points)
    assert made.points(made.co2).tolist() == pytest.approx([10.0, 24.0])
    assert made.by_sector(made.co2)["energy"].tolist() == pytest.approx([10.0, 70.0])
    assert notes.of_kind("point_co2_assumed")[0].ids == ("b",)


def test_inventories_of_two_years_are_never_added():
    rows = [
        {"sector": "waste", "year": "2021", "emission_tco2e": "1"},
        {"sector": "waste", "year": "2022", "emission_tco2e": "1"},
    ]
    with pytest.raises(InputError, match="rows of the years 2021, 2022"):
        place(rows, {"waste": [1, 1]})
    accounts, _made, _notes = place(rows[1:], {"waste": [1, 1]})
    assert accounts.total_co2e == 1.0


def test_enterprises_stay_in_their_scope():
    rows = [
        {"sector": "energy", "scope": "1", "emission_tco2e": "70", "co2_t": "70", "enterprise_id": "E"},
        {"sector": "energy", "scope": "2", "emission_tco2e": "30", "co2_t": "30"},
    ]
    _accounts, made, _notes = place(rows, {"energy": [1, 1]}, [Point("E", 1)])
    assert made.of_scope("1").tolist() == [0.0, 70.0]
    assert made.of_scope("2").tolist() == [15.0, 15.0]


def test_unknown_co2_is_listed_and_never_zero():
    rows = [
        {"sector": "waste", "emission_tco2e": "5", "co2_t": ""},
        {"sector": "energy", "emission_tco2e": "7", "co2_t": "7"},
    ]
    accounts, made, notes = place(
        rows, {"waste": [1, 1], "energy": [1, 1]}, [Point("w", 0, ("*", "waste"), emission=1.0)]
    )
    assert (accounts.total_co2e, accounts.total_co2) == (12.0, 7.0)
    assert "5 t CO2e" in str(notes.of_kind("co2_unknown")[0])
    ledger = made.ledger().set_index("sector")
    assert math.isnan(ledger.loc["waste", "co2_t"])
    assert ledger.loc["energy", "co2_t"] == 7.0
    alone, without, _notes = place([{"sector": "waste", "emission_tco2e": "5"}], {"waste": [1, 1]})
    assert math.isnan(alone.total_co2)
    assert math.isnan(without.residual_co2)


@settings(max_examples=60)
@given(
    figures=st.lists(
        st.tuples(st.sampled_from("12"), st.floats(0.0, 1e6), st.floats(0.0, 1.0)), min_size=1, max_size=6
    ),
    weights=st.lists(st.floats(0.0, 1e6, allow_nan=False), min_size=2, max_size=2),
)
def test_both_measures_are_kept_to_the_last_tonne(figures, weights):
    rows = [
        {"sector": "energy", "scope": scope, "emission_tco2e": repr(value), "co2_t": repr(value * share)}
        for scope, value, share in figures
    ]
    accounts, made, _notes = place(rows, {"energy": weights})
    for account, total, left in (
        (made.co2e, accounts.total_co2e, made.residual_co2e),
        (made.co2, accounts.total_co2, made.residual_co2),
    ):
        held = math.fsum(made.by_sector(account)["energy"])
        assert held + left == pytest.approx(total, rel=1e-9, abs=1e-9)


def test_items_of_the_sea_go_to_their_use():
    """Shipped weights: mariculture to 1802, the port to 2001; fishing vessels have no parcel of 1803."""
    weights = read_weights(read_text_table(FACTORS / "emission_weights_sea.csv"), "sea.csv")
    codes = np.array(["1802", "2001", "0101"], dtype=object)
    by_parcel = {group: found.of_classes(codes) * 100.0 for group, found in weights.items()}
    rows = [
        {"sector": "fishery", "name": "海水养殖", "emission_tco2e": "6"},
        {"sector": "fishery", "item": "vessels", "emission_tco2e": "8"},
        {"sector": "marine", "item": "port", "emission_tco2e": "4"},
    ]
    units = np.array(["*"] * 3, dtype=object)
    _accounts, made, _notes = place(rows, by_parcel, units=units, items=items_of(weights))
    by_sector = made.by_sector(made.co2e)
    assert by_sector["fishery"].tolist() == [6.0, 0.0, 0.0]
    assert by_sector["marine"].tolist() == [0.0, 4.0, 0.0]
    ledger = made.ledger().set_index("item")
    assert (ledger.loc["vessels", "residual_tco2e"], ledger.loc["vessels", "reason"]) == (8.0, "no_weight")


@pytest.mark.parametrize("wrong", [-1.0, math.nan, math.inf])
def test_proxies_that_are_no_weights_are_refused(wrong):
    with pytest.raises(InputError, match=r"\(parcels: 1, the first of them row 2\)"):
        place([{"sector": "energy", "emission_tco2e": "7"}], {"energy": [1.0, wrong]})


@pytest.mark.parametrize(
    ("rows", "points", "sentence"),
    [
        ([{"sector": "points", "emission_tco2e": "1"}], [], "is no id of a sector"),
        ([{"sector": "energy", "emission_tco2e": "1", "co2_t": "2"}], [], "more than all gases"),
        (
            [{"sector": "energy", "scope": "1", "emission_tco2e": "9"}],
            [Point("p", 0, ("*", "energy"), "2", 1.0)],
            "is of scope 2",
        ),
        (
            [{"sector": "energy", "emission_tco2e": "9", "co2_t": "1"}],
            [Point("p", 0, ("*", "energy"), "", 2.0, 2.0)],
            "emit 2 t CO2, but the inventory has 1 t CO2",
        ),
    ],
)
def test_accounts_that_cannot_be_placed_are_refused(rows, points, sentence):
    with pytest.raises(InputError, match=sentence):
        place(rows, {"energy": [1, 1]}, points)


# Cells --------------------------------------------------------------------------------------------


def test_a_parcel_is_shared_out_by_its_area_in_the_cells():
    """20 × 10 m from (5, 0) over cells of 10 m: a quarter, a half and a quarter."""
    parcels = np.array([shapely.box(5, 0, 25, 10), shapely.box(0, 0, 5, 10)], dtype=object)
    grid = grid_of_parcels(parcels, "", 10.0)
    cells = cells_of_parcels(parcels, grid).hold(np.array([80.0, 3.0]))
    assert (grid.x0, grid.y0) == (0.0, 10.0)
    assert cells.tolist() == [pytest.approx([23.0, 40.0, 20.0])]


def test_ground_without_emission_holds_nothing_and_no_ground_is_unknown():
    parcels = np.array([shapely.box(0, 0, 10, 10), shapely.box(20, 0, 30, 10)], dtype=object)
    cells = cells_of_parcels(parcels, grid_of_parcels(parcels, "", 10.0)).hold(np.array([0.0, 5.0]))
    assert cells.tolist() == [[0.0, pytest.approx(math.nan, nan_ok=True), 5.0]]


def test_parcels_smaller_than_any_share_keep_their_tonnes():
    speck = shapely.box(13, 13, 13 + 1e-6, 13 + 1e-6)
    parcels = np.array([shapely.box(0, 0, 20, 20), speck, None], dtype=object)
    found = cells_of_parcels(parcels, grid_of_parcels(parcels, "", 10.0))
    cells = found.hold(np.array([4.0, 2.0, 0.0]))
    assert cells.tolist() == [pytest.approx([1.0, 3.0]), pytest.approx([1.0, 1.0])]
    assert 2 not in found.parcel


@pytest.mark.parametrize("seed", [1, 2])
def test_cells_agree_with_every_cell_cut_by_every_parcel(seed):
    rng = np.random.default_rng(seed)
    parcels = np.array(
        [shapely.Point(*rng.uniform(0, 60, 2)).buffer(rng.uniform(3, 25), 4) for _ in range(6)]
    )
    tonnes = rng.uniform(0, 9, 6)
    grid = grid_of_parcels(parcels, "", 7.0)
    cells = np.nan_to_num(cells_of_parcels(parcels, grid).hold(tonnes))
    for row in range(grid.height):
        for column in range(grid.width):
            x, y = grid.x0 + 7 * column, grid.y0 - 7 * row
            square = shapely.box(x, y - 7, x + 7, y)
            shares = shapely.area(shapely.intersection(parcels, square)) / shapely.area(parcels)
            assert cells[row, column] == pytest.approx(math.fsum(tonnes * shares), abs=1e-9)
    assert cells.sum() == pytest.approx(tonnes.sum(), rel=1e-9)


def test_grids_that_are_too_fine_are_refused():
    with pytest.raises(InputError, match="Choose a larger CELL_SIZE_M"):
        grid_of_parcels(np.array([shapely.box(0, 0, 1e5, 1e5)], dtype=object), "", 1.0)
