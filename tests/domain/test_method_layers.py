# SPDX-License-Identifier: GPL-2.0-or-later
"""Accounts with method layers: figures by hand, and cells counted one by one as an oracle."""

from __future__ import annotations

import math

import numpy as np
import pytest
from dualcarbon.plugin.domain.baseline import sink_baseline
from dualcarbon.plugin.domain.errors import Cancelled
from dualcarbon.plugin.domain.notes import NoteBook
from hypothesis import given, settings
from hypothesis import strategies as st
from method_cases import land, layers, stand, units
from plan_cases import PLANE, box
from test_stocks import CO2, HAND

WIDE = {"a": box(0, 0, 100, 100)}


def baseline(parcels, of, methods, notes=None, factors=HAND):
    notes = NoteBook() if notes is None else notes
    return sink_baseline(parcels, of, PLANE, "planar", factors, methods=methods, notes=notes)


def rows_of(result):
    keys = ["unit", "carbon_class", "method"]
    return {tuple(row[key] for key in keys): row for row in result.by_class.to_dict("records")}


def test_claimed_growth_and_its_interval_replace_the_factor():
    """0.5 of 1 ha of bamboo: the stand removes 3 (2–5) t CO2e/a where the factor states a loss."""
    half = stand(box(0, 0, 50, 100), "agb,biomass_growth", agb=90.0, removal=(3.0, 2.0, 5.0))
    result = baseline(land(("bamboo", WIDE["a"])), units(**WIDE), layers(stands=[half]))
    rows = rows_of(result)
    plain, own = rows["a", "bamboo", "factors"], rows["a", "bamboo", "forest_volume"]
    # The factor of bamboo is a loss of 0.5 t C: an emission, which the claimed growth takes away.
    assert plain["emission_tco2e_a"] == pytest.approx(0.5 * 0.5 * CO2)
    assert own["removal_tco2e_a"] == pytest.approx(3.0)
    assert (own["removal_tco2e_a_low"], own["removal_tco2e_a_high"]) == pytest.approx((2.0, 5.0))
    assert (own["emission_tco2e_a"], own["net_tco2e_a"]) == (0.0, pytest.approx(-3.0))
    assert result.account.total["net_tco2e_a"] == pytest.approx(0.25 * CO2 - 3.0)
    assert math.isnan(own["stock_tc_low"])
    assert math.isnan(own["stock_tc_high"])
    # No interval of the stand's 45 t C: its share is stated, the bounds are those of the factor's 30.
    assert result.account.total["stock_tc"] == pytest.approx(30 + 45)
    assert result.account.total["stock_tc_low"] == pytest.approx(75 - 0.5 * 8)
    assert result.account.shares.loc["stock", "no_interval_share"] == pytest.approx(45 / 75)


@pytest.mark.parametrize(("grade", "share"), [("secondary", 0.0), ("placeholder", 0.6), (None, 0.6)])
def test_figures_that_rest_on_nothing_weaken_the_stock(grade, share):
    """45 t C of the graded stand beside 30 by the factor of bamboo."""
    half = stand(box(0, 0, 50, 100), "agb", agb=90.0, factor_grade=grade)
    result = baseline(land(("bamboo", WIDE["a"])), units(**WIDE), layers(stands=[half]))
    assert result.account.shares.loc["stock", "weak_share"] == pytest.approx(share)


def test_two_layers_answer_for_different_pools_of_one_ground():
    """Forest on x 0–60, soil on x 40–100 of a hectare: the classes stay, the joint ground names both."""
    forest = stand(box(0, 0, 60, 100), "agb", agb=50.0, stock=(30.0, 24.0, 36.0))
    soil = stand(
        box(40, 0, 60, 100), "soc", method="mineral_soil", soc=70.0, stock=(42, 34, 50), soil_depth_cm="0-100"
    )
    result = baseline(land(("paddy", WIDE["a"])), units(**WIDE), layers(stands=[forest], soils=[soil]))
    rows = rows_of(result)
    areas = {method: row["area_ha"] for (_, _, method), row in rows.items()}
    assert areas == pytest.approx(
        {"forest_volume": 0.4, "forest_volume + mineral_soil": 0.2, "mineral_soil": 0.4}
    )
    joint = rows["a", "paddy", "forest_volume + mineral_soil"]
    assert joint["accounts_for"] == "agb,soc"
    # A third of each polygon: 10 t C ± 2 of biomass, 14 t C ± 8/3 of soil.
    assert joint["stock_tc"] == pytest.approx(10 + 14)
    assert joint["stock_tc_high"] == pytest.approx(24 + math.hypot(2, 8 / 3))
    # Paddy: soil of 100 −10/+20 where only the forest answers, biomass of 4 −3/+1 where only the soil does.
    total = result.account.total
    assert total["stock_tc"] == pytest.approx(30 + 42 + 0.4 * 100 + 0.4 * 4)
    assert total["stock_tc_low"] == pytest.approx(total["stock_tc"] - math.sqrt(6**2 + 8**2 + 4**2 + 1.2**2))
    table = result.by_method.set_index("method")
    assert list(table.index) == ["factors", "forest_volume", "mineral_soil"]
    assert list(table["stock_tc"]) == pytest.approx([41.6, 30.0, 42.0])
    assert list(table["area_ha"]) == pytest.approx([0.0, 0.6, 0.6])
    assert table["stock_tc_share"].sum() == pytest.approx(1.0)


def test_three_methods_on_one_ground_and_two_of_them_in_one_layer():
    """Biomass everywhere, its growth on the west half, soil on the south half: four kinds of ground."""
    stands = [
        stand(WIDE["a"], "agb", agb=50.0),
        stand(box(0, 0, 50, 100), "biomass_growth", method="gain_loss", removal=(4.0, 3.0, 5.0)),
    ]
    soil = stand(box(0, 0, 100, 50), "soc", method="mineral_soil", soc=70.0, soil_depth_cm="0-100")
    result = baseline(land(("paddy", WIDE["a"])), units(**WIDE), layers(stands=stands, soils=[soil]))
    areas = {method: row["area_ha"] for (_, _, method), row in rows_of(result).items()}
    assert areas == pytest.approx(
        {
            "forest_volume": 0.25,
            "forest_volume + gain_loss": 0.25,
            "forest_volume + mineral_soil": 0.25,
            "forest_volume + gain_loss + mineral_soil": 0.25,
        }
    )
    corner = rows_of(result)["a", "paddy", "forest_volume + gain_loss + mineral_soil"]
    assert corner["accounts_for"] == "agb,soc,biomass_growth"
    # Paddy soil keeps its own sink of 0.3 t C/(ha·a) beside the growth that is claimed.
    assert corner["removal_tco2e_a"] == pytest.approx(2.0 + 0.25 * 0.3 * CO2)
    assert (corner["agb_tc"], corner["soc_tc"]) == pytest.approx((12.5, 17.5))
    assert result.account.total["stock_tc"] == pytest.approx(50 + 35 + 0.5 * 100)


def test_stands_without_geometry_answer_for_nothing():
    parcels = land(("bamboo", WIDE["a"]))
    nowhere = {**stand(WIDE["a"], "agb", agb=80.0), "geometry": None}
    somewhere = stand(box(0, 0, 50, 100), "agb", agb=80.0)
    alone = baseline(parcels, units(**WIDE), layers(stands=[nowhere]))
    assert alone.account.total["agb_tc"] == pytest.approx(60.0)
    both = baseline(parcels, units(**WIDE), layers(stands=[nowhere, somewhere]))
    assert both.account.total["agb_tc"] == pytest.approx(30 + 40)


def test_a_polygon_half_outside_counts_half_and_is_noted():
    """Half of the stand lies beyond the only unit, a quarter on ground without land use."""
    notes = NoteBook()
    forest = stand(box(50, 0, 100, 100), "agb", agb=80.0, stock=(80.0, 60.0, 100.0))
    result = baseline(
        land(("bamboo", box(0, 0, 75, 100)), ("bamboo", box(100, 0, 100, 100))),
        units(**WIDE),
        layers(stands=[forest]),
        notes,
    )
    row = rows_of(result)["a", "bamboo", "forest_volume"]
    assert (row["area_ha"], row["agb_tc"]) == pytest.approx((0.25, 20.0))
    assert row["stock_tc_low"] == pytest.approx(15.0)
    (note,) = notes.of_kind("method_outside")
    assert (note.count, note.ids) == (1, ("1 (stands)",))
    assert note.area_ha == pytest.approx(0.75)


def test_the_land_keeps_its_class_where_a_layer_has_another():
    """The stand calls it bamboo, the land use paddy: soil and CH4 stay those of the paddy."""
    notes = NoteBook()
    forest = stand(box(0, 0, 50, 100), "agb", agb=80.0)
    result = baseline(land(("paddy", WIDE["a"])), units(**WIDE), layers(stands=[forest]), notes)
    row = rows_of(result)["a", "paddy", "forest_volume"]
    assert (row["agb_tc"], row["soc_tc"]) == pytest.approx((40.0, 50.0))
    assert row["emission_tco2e_a"] == pytest.approx(3.5)
    assert notes.of_kind("method_other_class")[0].area_ha == pytest.approx(0.5)


def test_a_claim_without_a_figure_is_null_and_noted():
    """The stand claims soil and its flux and knows neither: no factor fills in, and the area is told."""
    notes = NoteBook()
    half = stand(box(0, 0, 50, 100), "agb,soc,soil", agb=80.0, soil_depth_cm="0-100")
    result = baseline(land(("paddy", WIDE["a"])), units(**WIDE), layers(stands=[half]), notes)
    row = rows_of(result)["a", "paddy", "forest_volume"]
    assert math.isnan(row["soc_tc"])
    # Methane is not claimed: it stays the factor's.
    assert row["emission_tco2e_a"] == pytest.approx(3.5)
    told = {note.values["figure"]: note.area_ha for note in notes.of_kind("method_without_figure")}
    assert told == {"soc": pytest.approx(0.5), "removal, emission": pytest.approx(0.5)}


def test_a_stand_that_was_cut_after_its_layer_was_made_is_told():
    """Drawn with half a hectare, stated with one: the figures of the whole would count on the half."""
    notes = NoteBook()
    cut = stand(box(0, 0, 50, 100), "agb", agb=80.0, area_ha=1.0, stock_tc=80.0)
    baseline(land(("bamboo", WIDE["a"])), units(**WIDE), layers(stands=[cut]), notes)
    (note,) = notes.of_kind("method_area_differs")
    assert (note.area_ha, note.values["stated_ha"]) == pytest.approx((0.5, 1.0))


def test_a_cancel_while_methods_are_shared_out_ends_it():
    def stop(share):
        if share > 0.7:
            raise Cancelled

    with pytest.raises(Cancelled):
        sink_baseline(
            land(("bamboo", WIDE["a"])),
            units(**WIDE),
            PLANE,
            "planar",
            HAND,
            methods=layers(stands=[stand(WIDE["a"], "agb", agb=80.0)]),
            notes=NoteBook(),
            progress=stop,
        )


def test_excluded_land_gives_no_ground_to_a_method():
    parcels = land(("bamboo", box(0, 0, 50, 100)), (None, box(50, 0, 50, 100)))
    forest = stand(WIDE["a"], "agb", agb=80.0)
    result = baseline(parcels, units(**WIDE), layers(stands=[forest]))
    assert result.account.total["agb_tc"] == pytest.approx(40.0)
    assert result.account.total["area_ha"] == pytest.approx(0.5)


def test_layers_beyond_all_units_change_nothing_but_are_noted():
    notes = NoteBook()
    parcels = land(("bamboo", WIDE["a"]))
    far = layers(stands=[stand(box(500, 0, 100, 100), "agb", agb=80.0)])
    result = baseline(parcels, units(**WIDE), far, notes)
    plain = baseline(parcels, units(**WIDE), None)
    assert result.account.total == pytest.approx(plain.account.total, nan_ok=True)
    assert notes.of_kind("method_outside")[0].area_ha == pytest.approx(1.0)


def test_units_that_overlap_count_a_stand_once_in_the_total():
    towns = units(a=box(0, 0, 60, 100), b=box(40, 0, 60, 100))
    forest = stand(WIDE["a"], "agb", agb=80.0, stock=(80.0, 70.0, 90.0))
    result = baseline(land(("bamboo", WIDE["a"])), towns, layers(stands=[forest]))
    assert list(result.by_unit["agb_tc"]) == pytest.approx([48.0, 48.0])
    assert result.account.total["agb_tc"] == pytest.approx(80.0)
    assert result.account.total["stock_tc_high"] == pytest.approx(90.0)
    assert result.by_method.set_index("method").loc["forest_volume", "stock_tc"] == pytest.approx(80.0)


EDGE = st.integers(0, 8)
RECTANGLES = st.tuples(EDGE, EDGE, st.integers(1, 6), st.integers(1, 6))
SIZE = 14


def cells(shape):
    x, y, width, height = shape
    grid = np.zeros((SIZE, SIZE), dtype=int)
    grid[x : x + width, y : y + height] = 1
    return grid


def apart(shapes):
    """Those of the rectangles that overlap none before them: one layer must not claim ground twice."""
    kept = []
    for shape in shapes:
        if all((cells(shape) * cells(other)).sum() == 0 for other in kept):
            kept.append(shape)
    return kept


def scaled(shape):
    return box(*(10 * value for value in shape))


@settings(max_examples=15)
@given(
    st.lists(st.tuples(st.sampled_from(["paddy", "bamboo"]), RECTANGLES), min_size=1, max_size=5),
    st.lists(RECTANGLES, min_size=1, max_size=3),
    st.lists(RECTANGLES, min_size=1, max_size=4),
    st.lists(RECTANGLES, max_size=4),
)
def test_every_cell_counted_by_hand_gives_the_same(parcels, towns, stands, soils):
    """Oracle: 10 m cells; land, units and the two layers overlap at will."""
    stands, soils = apart(stands), apart(soils)
    given_layers = {
        "stands": [
            stand(scaled(shape), "agb", agb=10.0 + number, stock=(None, None, None))
            | {"stock_tc": cells(shape).sum() / 100 * (10.0 + number)}
            for number, shape in enumerate(stands)
        ],
        "soils": [
            stand(scaled(shape), "soc", method="mineral_soil", soc=50.0 + number, soil_depth_cm="0-100")
            for number, shape in enumerate(soils)
        ],
    }
    methods = layers(**{name: rows for name, rows in given_layers.items() if rows})
    result = baseline(
        land(*((name, scaled(shape)) for name, shape in parcels)),
        units(**{f"u{n}": scaled(shape) for n, shape in enumerate(towns)}),
        methods,
    )
    covered = np.clip(sum(cells(shape) for _, shape in parcels), 0, 1)
    in_stands, in_soils = (
        sum((cells(s) for s in shapes), np.zeros_like(covered)) for shapes in (stands, soils)
    )
    by_unit = result.by_unit.set_index("unit")
    for number, town in enumerate(towns):
        inside = cells(town)
        row, name = by_unit.loc[f"u{number}"], f"u{number}"
        agb = sum((10.0 + k) * (cells(s) * inside * covered).sum() for k, s in enumerate(stands))
        soc = sum((50.0 + k) * (cells(s) * inside * covered).sum() for k, s in enumerate(soils))
        for kind, shape in parcels:
            ground = cells(shape) * inside
            agb += {"paddy": 4, "bamboo": 60}[kind] * (ground * (1 - in_stands)).sum()
            soc += {"paddy": 100, "bamboo": 0}[kind] * (ground * (1 - in_soils)).sum()
        assert np.nan_to_num(row["agb_tc"]) == pytest.approx(agb / 100, abs=1e-9)
        assert np.nan_to_num(row["soc_tc"]) == pytest.approx(soc / 100, abs=1e-9)
        of_unit = result.by_class[result.by_class["unit"] == name]
        for method, here in (
            ("factors", (1 - in_stands) * (1 - in_soils)),
            ("forest_volume", in_stands * (1 - in_soils)),
            ("mineral_soil", (1 - in_stands) * in_soils),
            ("forest_volume + mineral_soil", in_stands * in_soils),
        ):
            expected = sum((cells(shape) * inside * here).sum() for _, shape in parcels) / 100
            found = math.fsum(of_unit.loc[of_unit["method"] == method, "area_ha"])
            assert found == pytest.approx(expected, abs=1e-9), method
        # Conservation: classes + uncovered − twice = unit.
        whole = math.fsum(of_unit["area_ha"]) + row["uncovered_ha"] - row["twice_ha"]
        assert whole == pytest.approx(row["unit_area_ha"], rel=1e-6)
    everywhere = np.clip(sum(cells(town) for town in towns), 0, 1)
    once = sum((10.0 + k) * (cells(s) * everywhere * covered).sum() for k, s in enumerate(stands))
    table = result.by_method.set_index("method")
    assert np.nan_to_num(table["stock_tc"].get("forest_volume", 0.0)) == pytest.approx(once / 100, abs=1e-9)
