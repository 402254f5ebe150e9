# SPDX-License-Identifier: GPL-2.0-or-later
"""Repair keeps a record, and noise is told apart by area and width."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from dualcarbon.plugin.domain.geometry import (
    is_noise,
    mean_width_m,
    polygonal_parts,
    repair_polygons,
    ring_areas,
    union_of,
    without_hairlines,
)
from dualcarbon.plugin.domain.notes import NoteBook

SQUARE = shapely.box(0, 0, 10, 10)
BOW_TIE = shapely.from_wkt("POLYGON ((0 0, 10 10, 10 0, 0 10, 0 0))")


def array(*geoms):
    result = np.empty(len(geoms), dtype=object)
    result[:] = geoms
    return result


def repair(*geoms):
    notes = NoteBook()
    ids = array(*[f"id{number}" for number in range(len(geoms))])
    return repair_polygons(array(*geoms), ids, layer="plan", notes=notes), notes


def test_valid_polygons_pass_unchanged_and_unnoted():
    multi = shapely.MultiPolygon([SQUARE, shapely.box(20, 0, 30, 10)])
    repaired, notes = repair(SQUARE, multi)
    assert repaired[0] is SQUARE
    assert repaired[1] is multi
    assert len(notes) == 0


def test_missing_and_empty_are_noted_with_their_ids():
    repaired, notes = repair(None, SQUARE, shapely.Polygon())
    assert repaired[0] is None
    assert repaired[2] is None
    (note,) = notes.of_kind("null_geometry")
    assert (note.count, note.ids) == (2, ("id0", "id2"))


def test_bow_tie_becomes_two_triangles_and_its_change_is_stated():
    repaired, notes = repair(SQUARE, BOW_TIE)
    assert repaired[1].is_valid
    assert repaired[1].area == pytest.approx(50.0)
    (note,) = notes.of_kind("invalid_geometry")
    # The outline crosses itself, so its signed area is 0 and the repair changes 50 m².
    assert (note.count, note.ids, note.area_ha) == (1, ("id1",), pytest.approx(0.005))
    assert "plan" in str(note)


@pytest.mark.parametrize(
    ("second", "union_m2", "shared_m2"),
    [(shapely.box(5, 5, 15, 15), 175.0, 25.0), (shapely.box(2, 2, 4, 4), 100.0, 4.0)],
    ids=["overlapping", "nested"],
)
@pytest.mark.parametrize("kind", [shapely.MultiPolygon, shapely.GeometryCollection])
def test_parts_that_share_ground_are_united_and_leave_no_hole(kind, second, union_m2, shared_m2):
    """10 × 10 and 10 × 10 that share 5 × 5: 175 m²; by the even-odd rule it would be 150."""
    repaired, notes = repair(kind([SQUARE, second]))
    assert repaired[0].area == pytest.approx(union_m2)
    assert shapely.covers(repaired[0], shapely.intersection(SQUARE, second))
    (note,) = notes.of_kind("overlapping_parts")
    assert (note.ids, note.area_ha) == (("id0",), pytest.approx(shared_m2 / 1e4))


def test_parts_that_share_an_edge_are_united_without_talk_of_overlap():
    repaired, notes = repair(shapely.MultiPolygon([SQUARE, shapely.box(10, 0, 20, 10)]))
    assert repaired[0].area == pytest.approx(200.0)
    assert [note.kind for note in notes] == ["invalid_geometry"]


def test_a_part_that_crosses_itself_is_mended_by_itself():
    """Triangles of 25 m² each beside a square: even-odd holds within a ring."""
    beside = shapely.transform(BOW_TIE, lambda xy: np.add(xy, [50, 0]))
    repaired, _ = repair(shapely.MultiPolygon([SQUARE, beside]))
    assert repaired[0].area == pytest.approx(150.0)


def test_lines_left_by_the_repair_are_dropped():
    spike = shapely.from_wkt("POLYGON ((0 0, 10 0, 10 10, 20 10, 10 10, 0 10, 0 0))")
    repaired, _ = repair(spike)
    assert repaired[0].geom_type in ("Polygon", "MultiPolygon")
    assert repaired[0].area == pytest.approx(100.0)


@pytest.mark.parametrize(
    "geom",
    [
        shapely.from_wkt("POLYGON ((0 0, 1 1, 2 2, 0 0))"),
        shapely.polygons([[0, 0], [np.nan, 1], [1, 1], [0, 0]]),
        shapely.polygons([[0, 0], [np.inf, 1], [1, 1], [0, 0]]),
    ],
    ids=["line", "nan", "infinite"],
)
def test_without_area_is_collapsed(geom):
    repaired, notes = repair(geom)
    assert repaired[0] is None
    assert [note.kind for note in notes] == ["collapsed_geometry"]


def test_polygons_are_taken_out_of_nested_collections():
    inner = shapely.GeometryCollection([shapely.Point(1, 1), shapely.MultiPolygon([SQUARE])])
    geoms = array(shapely.GeometryCollection([inner, shapely.box(20, 0, 21, 1)]), shapely.Point(0, 0), None)
    parts = polygonal_parts(geoms)
    assert parts[0].geom_type == "MultiPolygon"
    assert parts[0].area == pytest.approx(101.0)
    assert parts[1] is None
    assert parts[2] is None


def test_hairlines_go_and_real_holes_stay():
    hole = shapely.box(2, 2, 4, 4)
    thin = shapely.box(5, 5, 9, 5 + 1e-9)
    holed = shapely.Polygon(SQUARE.exterior, [hole.exterior, thin.exterior])
    cleaned = without_hairlines(array(holed, SQUARE, None))
    assert len(cleaned[0].interiors) == 1
    assert cleaned[0].area == pytest.approx(96.0)
    assert cleaned[1] is SQUARE
    assert cleaned[2] is None


def test_hairline_parts_go():
    multi = shapely.MultiPolygon([SQUARE, shapely.box(20, 0, 30, 1e-9)])
    assert without_hairlines(array(multi))[0].equals(SQUARE)
    assert without_hairlines(array(shapely.box(20, 0, 30, 1e-9)))[0] is None


def test_repair_takes_hairlines_out_and_says_so():
    thin = shapely.box(5, 5, 9, 5 + 1e-9)
    repaired, notes = repair(SQUARE, shapely.Polygon(SQUARE.exterior, [thin.exterior]))
    assert repaired[1].equals(SQUARE)
    assert [(note.kind, note.ids) for note in notes] == [("hairline", ("id1",))]


def test_union_of_unmatched_parcels_can_be_subtracted():
    """Parcels with vertices that their neighbours lack: their plain union has holes 1e-10 m wide."""
    turn = np.array([[0.8, 0.6], [-0.6, 0.8]])
    cells = [shapely.box(x, y, x + 50, y + 50) for x in range(0, 1000, 50) for y in range(0, 1000, 50)]
    parcels = shapely.transform(array(*cells), lambda xy: xy @ turn + [425_000.1, 3_319_600.3])
    parcels[::2] = shapely.segmentize(parcels[::2], 7.0)
    inner = shapely.transform(shapely.box(90, 90, 910, 910), lambda xy: xy @ turn + [425_000.1, 3_319_600.3])
    union = union_of(parcels)
    assert union.area == pytest.approx(1e6, rel=1e-9)
    assert shapely.difference(inner, union).area < 1e-3
    assert len(union.interiors) == 0


def test_union_of_nothing_is_empty():
    assert union_of(array()).is_empty


def test_mean_width_of_a_strip_is_near_its_width():
    strip = shapely.box(0, 0, 1000, 2)
    width = mean_width_m(array(strip, None), np.array([2000.0, 0.0]))
    # 2A/P = 4000/2004
    assert width.tolist() == [pytest.approx(1.996007984), 0.0]


def test_a_hit_needs_both_area_and_width():
    area = np.array([1.0, 1.01, 50.0, 50.0])
    width = np.array([1.0, 0.2, 0.1, 0.11])
    assert is_noise(area, width, 1.0, 0.1).tolist() == [True, False, True, False]


def test_a_multipolygon_of_one_part_is_that_polygon():
    repaired, notes = repair(shapely.MultiPolygon([SQUARE]), shapely.MultiPolygon([BOW_TIE]))
    assert repaired[0].equals_exact(SQUARE, 0.0)
    assert repaired[0].geom_type == "Polygon"
    assert [note.kind for note in notes] == ["invalid_geometry"]
    assert repaired[1].area == pytest.approx(50.0)


def test_rings_have_signed_areas_wherever_they_lie():
    """A square of 2 m counter-clockwise, a right triangle with legs of 3 and 4 m clockwise, 40 000 km off."""
    square = [(0, 0), (2, 0), (2, 2), (0, 2), (0, 0)]
    triangle = [(0, 0), (0, 4), (3, 0), (0, 0)]
    xy = np.array(square + triangle, dtype=float) + 4e7
    assert ring_areas(xy, np.array([5, 4])).tolist() == [4.0, -6.0]
    assert len(ring_areas(xy[:0], np.array([], dtype=np.intp))) == 0
