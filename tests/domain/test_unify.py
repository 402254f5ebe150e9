# SPDX-License-Identifier: GPL-2.0-or-later
"""Statistics brought onto one unit: the worked examples of the method, and brute-force oracles."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
import shapely
from dualcarbon.plugin.domain.areas import work_plane
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.statistical_units import Units
from dualcarbon.plugin.domain.unify import (
    EXTENSIVE,
    INTENSIVE,
    PER_AREA,
    Ancillary,
    area_weights,
    compare_with_table,
    dasymetric_weights,
    rake,
    refuse_counted_twice,
    refuse_overlapping_targets,
    root_mean_square_errors,
    smooth_cells,
    transfer,
    valid_in,
    weights_from_table,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import CRS

PLANE = work_plane(CRS.from_epsg(4549).to_wkt(), (500_000.0, 3_300_000.0, 502_000.0, 3_302_000.0))


def units(**boxes: tuple[float, float, float, float]) -> Units:
    """Units as rectangles in metres from one corner of the county."""
    shapes = np.empty(len(boxes), dtype=object)
    shapes[:] = [rectangle(box) for box in boxes.values()]
    return Units(np.array(list(boxes), dtype=object), shapes)


def rectangle(box: tuple[float, float, float, float]) -> shapely.Polygon:
    x0, y0, x1, y1 = box
    return shapely.box(500_000.0 + x0, 3_300_000.0 + y0, 500_000.0 + x1, 3_300_000.0 + y1)


def two_tracts_and_a_community() -> tuple[Units, Units]:
    """Census tracts of 10 and 5 ha, of which 4 and 2 ha lie in community T (methods.md, WE-j)."""
    tracts = units(S1=(0, 0, 1000, 100), S2=(1000, 0, 1500, 100))
    return tracts, units(T=(600, 0, 1200, 100), rest=(0, 0, 600, 100), east=(1200, 0, 1500, 100))


def test_population_goes_by_area():
    tracts, communities = two_tracts_and_a_community()
    result = transfer(
        area_weights(tracts, communities, PLANE, "planar"), np.array([1000.0, 500.0]), EXTENSIVE
    )
    assert result.value[0] == pytest.approx(600.0, rel=1e-12)
    assert math.fsum(result.value) == pytest.approx(1500.0, rel=1e-12)
    assert result.residual <= 1e-9
    assert result.flagged.all()


def test_population_goes_by_floor_area():
    """30 000 of S1's 50 000 m² of floor lie in T, 2 000 of S2's 10 000 (methods.md, WE-j: 700)."""
    tracts, communities = two_tracts_and_a_community()
    blocks = [(610, 10, 620, 20), (10, 10, 20, 20), (1010, 10, 1020, 20), (1300, 10, 1310, 20)]
    shapes = np.empty(4, dtype=object)
    shapes[:] = [rectangle(block) for block in blocks]
    floors = Ancillary(shapes, np.array([30_000.0, 20_000.0, 2_000.0, 8_000.0]), np.arange(4), "floors")
    notes = NoteBook()
    matrix = dasymetric_weights(tracts, communities, floors, PLANE, "planar", notes=notes)
    result = transfer(matrix, np.array([1000.0, 500.0]), EXTENSIVE)
    assert result.value[0] == pytest.approx(700.0, rel=1e-9)
    assert math.fsum(result.value) == pytest.approx(1500.0, rel=1e-9)
    assert len(notes) == 0


def test_floor_beyond_the_towns_counts_for_the_tract_too():
    """Only T is given: 20 000 of S1's 50 000 m² and 8 000 of S2's 10 000 lie beyond it, with 800 people."""
    tracts, communities = two_tracts_and_a_community()
    only = Units(communities.names[:1], communities.geometry[:1])
    blocks = [(610, 10, 620, 20), (10, 10, 20, 20), (1010, 10, 1020, 20), (1300, 10, 1310, 20)]
    shapes = np.empty(4, dtype=object)
    shapes[:] = [rectangle(block) for block in blocks]
    floors = Ancillary(shapes, np.array([30_000.0, 20_000.0, 2_000.0, 8_000.0]), np.arange(4), "floors")
    matrix = dasymetric_weights(tracts, only, floors, PLANE, "planar", notes=NoteBook())
    result = transfer(matrix, np.array([1000.0, 500.0]), EXTENSIVE)
    assert result.value == pytest.approx([700.0], rel=1e-9)
    assert result.outside == pytest.approx(800.0, rel=1e-9)


def test_a_tract_without_any_floor_is_shared_out_by_area_and_told():
    tracts, communities = two_tracts_and_a_community()
    shapes = np.array([rectangle((610, 10, 620, 20))], dtype=object)
    floors = Ancillary(shapes, np.array([30_000.0]), np.array(["1"]), "floors")
    notes = NoteBook()
    matrix = dasymetric_weights(tracts, communities, floors, PLANE, "planar", notes=notes)
    result = transfer(matrix, np.array([1000.0, 500.0]), EXTENSIVE)
    assert result.value == pytest.approx([1000.0 + 200.0, 0.0, 300.0], rel=1e-9)
    assert [note.ids for note in notes.of_kind("no_weight")] == [("S2",)]


def test_class_weights_count_by_hectare():
    """1 ha of weight 6 lies in T, 3 ha of weight 1 in U: 6 of 9 go to T; as totals it would be 6 of 7."""
    tract, towns = units(S=(0, 0, 400, 100)), units(T=(0, 0, 100, 100), U=(100, 0, 400, 100))
    weights = Ancillary(towns.geometry, np.array([6.0, 1.0]), towns.names, "classes", PER_AREA)
    matrix = dasymetric_weights(tract, towns, weights, PLANE, "planar", notes=NoteBook())
    assert transfer(matrix, np.array([90.0]), EXTENSIVE).value == pytest.approx([60.0, 30.0], rel=1e-9)


def test_a_density_is_averaged_over_the_ground_it_holds_for():
    tracts, communities = two_tracts_and_a_community()
    matrix = area_weights(tracts, communities, PLANE, "planar")
    result = transfer(matrix, np.array([100.0, 40.0]), INTENSIVE)
    assert result.value == pytest.approx([(4 * 100 + 2 * 40) / 6, 100.0, 40.0], rel=1e-12)
    gap = transfer(matrix, np.array([100.0, math.nan]), INTENSIVE)
    assert gap.value[:2] == pytest.approx([100.0, 100.0])
    assert math.isnan(gap.value[2])
    assert gap.missing_share == pytest.approx([1 / 3, 0.0, 1.0], rel=1e-9)


def test_what_lies_beyond_the_targets_is_told_not_lost():
    tract, target = units(S=(0, 0, 200, 100)), units(T=(0, 0, 150, 100))
    matrix = area_weights(tract, target, PLANE, "planar")
    result = transfer(matrix, np.array([80.0]), EXTENSIVE)
    assert result.value == pytest.approx([60.0], rel=1e-12)
    assert result.outside == pytest.approx(20.0, rel=1e-9)
    assert result.residual <= 1e-9
    inside = transfer(matrix.inside_only(), np.array([80.0]), EXTENSIVE)
    assert inside.value == pytest.approx([80.0], rel=1e-12)
    assert inside.outside == 0.0


def test_a_tract_inside_one_target_is_no_estimate():
    tract, target = units(S=(10, 10, 50, 50)), units(T=(0, 0, 150, 100))
    result = transfer(area_weights(tract, target, PLANE, "planar"), np.array([80.0]), EXTENSIVE)
    assert result.imputed_share.tolist() == [0.0]
    assert not result.flagged.any()


@pytest.mark.parametrize(("whole", "flagged"), [(40.0, True), (59.0, True), (61.0, False)])
def test_a_unit_is_flagged_where_more_than_half_of_it_is_estimated(whole, flagged):
    """60 of 120 people of a split tract lie in T by area, beside those of a tract that lies in it whole."""
    tracts = units(S=(0, 0, 50, 100), R=(50, 0, 150, 100))
    towns = units(T=(0, 0, 100, 100), U=(100, 0, 150, 100))
    result = transfer(area_weights(tracts, towns, PLANE, "planar"), np.array([whole, 120.0]), EXTENSIVE)
    assert result.imputed_share[0] == pytest.approx(60.0 / (60.0 + whole), rel=1e-12)
    assert bool(result.flagged[0]) is flagged


def test_targets_that_overlap_are_refused():
    matrix = area_weights(
        units(S=(0, 0, 200, 100)), units(T=(0, 0, 150, 100), U=(100, 0, 200, 100)), PLANE, "planar"
    )
    with pytest.raises(InputError, match=r"1\.25"):
        refuse_counted_twice(matrix, "communities")


def test_targets_that_overlap_are_refused_also_where_no_source_is_counted_twice():
    """T and U share 0.5 ha of the one source, of which 80 % are counted: its shares tell nothing."""
    targets = units(T=(0, 0, 100, 100), U=(50, 0, 150, 100))
    with pytest.raises(InputError, match=r"“T” and “U” .*0\.5000 ha"):
        refuse_overlapping_targets(targets, lambda shapes: PLANE.measure(shapes, "planar"), "communities")
    side_by_side = units(T=(0, 0, 100, 100), U=(100, 0, 150, 100))
    refuse_overlapping_targets(side_by_side, lambda shapes: PLANE.measure(shapes, "planar"), "communities")


def test_a_matrix_serves_another_year():
    tracts, communities = two_tracts_and_a_community()
    matrix = area_weights(tracts, communities, PLANE, "planar")
    again = weights_from_table(matrix.to_frame().astype(str), tracts, communities, "weights")
    values = np.array([1234.5, 678.9])
    assert transfer(again, values, EXTENSIVE).value == pytest.approx(
        transfer(matrix, values, EXTENSIVE).value
    )
    with pytest.raises(InputError, match="S9"):
        weights_from_table(matrix.to_frame().replace("S1", "S9"), tracts, communities, "weights")
    doubled = matrix.to_frame().assign(share=lambda frame: frame["share"] * 2)
    with pytest.raises(InputError, match="no weight matrix"):
        weights_from_table(doubled, tracts, communities, "weights")


coordinate = st.integers(0, 20).map(lambda step: step * 50.0)


@settings(max_examples=40)
@given(
    cuts=st.lists(coordinate, min_size=1, max_size=4, unique=True),
    others=st.lists(coordinate, min_size=1, max_size=4, unique=True),
    data=st.data(),
)
def test_areal_weighting_is_what_all_pairs_give(cuts, others, data):
    """Two cuts of one strip against the areas of all pairs of rectangles, by hand."""
    sources, targets = strips(cuts), strips(others)
    values = np.array([data.draw(st.integers(0, 1000)) for _ in sources], dtype=float)
    matrix = area_weights(as_units(sources), as_units(targets), PLANE, "planar")
    result = transfer(matrix, values, EXTENSIVE)
    expected = [
        math.fsum(value * max(0.0, min(b, d) - max(a, c)) / (b - a) for value, (a, b) in zip(values, sources))
        for c, d in targets
    ]
    assert result.value == pytest.approx(expected, rel=1e-9, abs=1e-9)
    assert math.fsum(result.value) == pytest.approx(math.fsum(values), rel=1e-9, abs=1e-9)


def strips(cuts: list[float]) -> list[tuple[float, float]]:
    edges = sorted({0.0, 1000.0, *cuts})
    return list(zip(edges[:-1], edges[1:]))


def as_units(spans: list[tuple[float, float]]) -> Units:
    return units(**{f"u{number}": (a, 0.0, b, 100.0) for number, (a, b) in enumerate(spans)})


def test_smoothing_follows_the_worked_example():
    """methods.md, WE-j: cells (4, 4 | 2, 2) with sums 8 and 4, after one round and after 200."""
    zone = np.array([[0, 0, 1, 1]])
    one = smooth_cells(zone, np.array([8.0, 4.0]), max_rounds=1)
    assert one.cells.ravel() == pytest.approx([4.5714, 3.4286, 2.4000, 1.6000], abs=5e-5)
    many = smooth_cells(zone, np.array([8.0, 4.0]), tolerance=0.0, max_rounds=200)
    assert many.cells.ravel() == pytest.approx([4.3671, 3.6329, 2.2879, 1.7121], abs=5e-5)


@settings(max_examples=40)
@given(
    zone=st.lists(st.lists(st.integers(-1, 3), min_size=4, max_size=4), min_size=3, max_size=6),
    totals=st.lists(st.floats(0.0, 1e6), min_size=4, max_size=4),
)
def test_smoothing_keeps_the_total_of_every_source(zone, totals):
    grid = np.array(zone)
    held = np.array([total if (grid == number).any() else 0.0 for number, total in enumerate(totals)])
    result = smooth_cells(grid, held, max_rounds=20)
    assert (result.cells >= 0.0).all()
    assert result.cells[grid == -1].tolist() == [0.0] * int((grid == -1).sum())
    sums = [math.fsum(result.cells[grid == number]) for number in range(4)]
    assert sums == pytest.approx(held.tolist(), rel=1e-9, abs=1e-9)


def test_a_source_without_a_cell_asks_for_smaller_cells():
    with pytest.raises(InputError, match="CELL_SIZE_M"):
        smooth_cells(np.array([[0, 0]]), np.array([8.0, 4.0]))
    with pytest.raises(InputError, match="below 0"):
        smooth_cells(np.array([[0, 0]]), np.array([-8.0]))


def test_raking_meets_both_margins():
    """Seed 4:6 and 2:3 by area, targets known to hold 700 and 800: the closed form of a 2 × 2 table."""
    tracts, communities = (
        units(S1=(0, 0, 1000, 100), S2=(1000, 0, 1500, 100)),
        units(T=(600, 0, 1200, 100), rest=(0, 0, 600, 100), east=(1200, 0, 1500, 100)),
    )
    matrix = area_weights(tracts, communities, PLANE, "planar")
    result = rake(matrix, np.array([1000.0, 500.0]), np.array([700.0, 550.0, 250.0]))
    by_pair = dict(zip(zip(matrix.source.tolist(), matrix.target.tolist()), result.cells))
    # "rest" gets all from S1, "east" all from S2: what is left of each source goes to T.
    assert by_pair[0, 1] == pytest.approx(550.0, rel=1e-8)
    assert by_pair[1, 2] == pytest.approx(250.0, rel=1e-8)
    assert by_pair[0, 0] == pytest.approx(450.0, rel=1e-8)
    assert by_pair[1, 0] == pytest.approx(250.0, rel=1e-8)


def test_margins_of_two_different_things_are_refused():
    tracts, communities = two_tracts_and_a_community()
    matrix = area_weights(tracts, communities, PLANE, "planar")
    with pytest.raises(InputError, match="cannot both hold"):
        rake(matrix, np.array([1000.0, 500.0]), np.array([700.0, 550.0, 251.0]))
    with pytest.raises(InputError, match="cannot be met together"):
        rake(matrix, np.array([1000.0, 500.0]), np.array([0.0, 1100.0, 400.0]))
    with pytest.raises(InputError, match="S2"):
        rake(matrix, np.array([1000.0, math.nan]), np.array([700.0, 550.0, 250.0]))


def test_a_total_on_ground_without_a_source_is_refused():
    tracts, _communities = two_tracts_and_a_community()
    towns = units(T=(0, 0, 1500, 100), far=(5000, 0, 5100, 100))
    matrix = area_weights(tracts, towns, PLANE, "planar")
    with pytest.raises(InputError, match=r"“far” has a total but shares no ground"):
        rake(matrix, np.array([1000.0, 500.0]), np.array([1400.0, 100.0]))


def test_what_no_source_tells_of_is_unknown_not_nothing():
    """East lies in S2 alone, whose people are not known; the other two know the part of S1."""
    tracts, communities = two_tracts_and_a_community()
    matrix = area_weights(tracts, communities, PLANE, "planar")
    result = transfer(matrix, np.array([1000.0, math.nan]), EXTENSIVE)
    assert result.value == pytest.approx([400.0, 600.0, math.nan], rel=1e-9, nan_ok=True)
    assert result.missing_share == pytest.approx([2 / 6, 0.0, 1.0], rel=1e-9)


@given(st.lists(st.floats(1.0, 999.0), min_size=1, max_size=8))
def test_a_source_that_lies_in_the_targets_has_nothing_beyond_them(cuts):
    """Not even the last digit of a sum of shares, which would be told as people left out."""
    source, targets = units(S=(0, 0, 1000, 100)), as_units(strips([round(cut, 2) for cut in cuts]))
    matrix = area_weights(source, targets, PLANE, "planar")
    assert matrix.outside().tolist() == [0.0]
    assert transfer(matrix, np.array([1e6]), EXTENSIVE).outside == 0.0


def test_the_estimated_share_of_losses_and_gains_is_that_of_their_sizes():
    """T gets 400 of the 1000 lost by S1, which reaches beyond it, and all 500 won by S2: 400 of 900."""
    tracts = two_tracts_and_a_community()[0]
    towns = units(T=(600, 0, 1500, 100), west=(0, 0, 600, 100))
    result = transfer(area_weights(tracts, towns, PLANE, "planar"), np.array([-1000.0, 500.0]), EXTENSIVE)
    assert result.value == pytest.approx([100.0, -600.0], rel=1e-9)
    assert result.imputed_share == pytest.approx([4 / 9, 1.0], rel=1e-9)


def test_raking_keeps_the_sources_where_the_targets_differ_by_rounding():
    """Targets rounded to 1e-7 of the whole: the sources hold, the targets give way alike."""
    tracts, communities = two_tracts_and_a_community()
    matrix = area_weights(tracts, communities, PLANE, "planar")
    rounded = np.array([700.0, 550.0, 250.0]) * (1.0 + 1e-7)
    cells = rake(matrix, np.array([1000.0, 500.0]), rounded).cells
    by_target = np.bincount(matrix.target, weights=cells)
    assert by_target == pytest.approx([700.0, 550.0, 250.0], rel=1e-8)


def test_map_and_table_agree_within_a_hectare_and_half_a_percent():
    on_map = pd.DataFrame({"farmland_ha": [100.9, 51.2], "co2_t": [1004.9, 2011.0]}, index=["A", "B"])
    table = pd.DataFrame({"farmland_ha": [100.0, 50.0], "co2_t": [1000.0, 2000.0]}, index=["A", "C"])
    rows = compare_with_table(on_map, table, frozenset({"farmland_ha"})).set_index(["variable", "unit"])
    assert bool(rows.loc[("farmland_ha", "A"), "agrees"])
    assert bool(rows.loc[("co2_t", "A"), "agrees"])
    assert not bool(rows.loc[("farmland_ha", "B"), "agrees"])
    assert not bool(rows.loc[("co2_t", "C"), "agrees"])
    assert rows.loc[("farmland_ha", "A"), "difference"] == pytest.approx(0.9)


@pytest.mark.parametrize(
    ("shown", "agrees"),
    [(1004.9, True), (1005.0, True), (1005.02, False), (995.1, True), (995.0, True), (994.9, False)],
)
def test_an_account_agrees_up_to_half_a_percent_of_the_table(shown, agrees):
    on_map, table = (pd.DataFrame({"people": [value]}, ["T"]) for value in (shown, 1000.0))
    assert list(compare_with_table(on_map, table, frozenset())["agrees"]) == [agrees]


def test_an_area_that_only_rounding_puts_beyond_a_hectare_agrees():
    """2.2 − 1.2 is 1.0000000000000002 in binary."""
    on_map, table = (pd.DataFrame({"x_ha": values}, list("AB")) for values in ((2.2, 2.2001), (1.2, 1.2)))
    assert on_map["x_ha"]["A"] - table["x_ha"]["A"] > 1.0
    assert list(compare_with_table(on_map, table, frozenset({"x_ha"}))["agrees"]) == [True, False]


def test_the_error_against_known_figures_is_that_of_units_which_both_sides_have():
    """Apart by 3 and 4 of 100 and 200: the root of 25/2; C and D are on one side only."""
    on_map = pd.DataFrame({"people": [103.0, 196.0, 7.0, math.nan]}, list("ABCE"))
    table = pd.DataFrame({"people": [100.0, 200.0, 9.0, 5.0]}, list("ABDE"))
    errors = root_mean_square_errors(compare_with_table(on_map, table, frozenset()))
    assert errors == {"people": (pytest.approx(math.sqrt(12.5), rel=1e-12), 150.0, 2)}


def test_a_year_chooses_the_versions_of_the_units():
    ids = ["old", "new 1", "new 2", "always"]
    first, last = [None, "2021-01-01", 2021, ""], ["2021-01-01", None, "", None]
    assert valid_in(2020, first, last, ids, "towns").tolist() == [True, False, False, True]
    assert valid_in(2021, first, last, ids, "towns").tolist() == [False, True, True, True]
    with pytest.raises(InputError, match=r"new 1.*soon"):
        valid_in(2020, [None, "soon"], [None, None], ids[:2], "towns")
    with pytest.raises(InputError, match="ends before it begins"):
        valid_in(2020, [2021], [2019], ["A"], "towns")
    with pytest.raises(InputError, match="in force in 2030"):
        valid_in(2030, [2019], [2021], ["A"], "towns")
