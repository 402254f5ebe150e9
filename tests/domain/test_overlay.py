# SPDX-License-Identifier: GPL-2.0-or-later
"""The overlay engine against a double loop over all pairs, and against published figures."""

from __future__ import annotations

import threading
import time

import numpy as np
import pytest
import shapely
from dualcarbon.plugin.domain.errors import Cancelled
from dualcarbon.plugin.domain.geometry import repair_polygons
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.overlay import Overlay, difference_from_union, overlay
from dualcarbon.plugin.domain.overlay.split import boundary_runs, split_polygons
from hypothesis import given, settings
from hypothesis import strategies as st
from liechtenstein import needs_liechtenstein, read_layer


def array(*geoms):
    result = np.empty(len(geoms), dtype=object)
    result[:] = geoms
    return result


def run(left, right, **options):
    options.setdefault("keep_geometry", True)
    area = np.nan_to_num(shapely.area(left))
    return overlay(left, right, measure=shapely.area, left_area_m2=area, **options)


def rows(found: Overlay):
    return {
        (int(left), int(right)): (area, bool(covered), geometry)
        for left, right, area, covered, geometry in zip(
            found.left, found.right, found.area_m2, found.covered, found.geometry
        )
    }


@st.composite
def shapes(draw):
    """Boxes on a grid (shared edges, duplicates), rings with holes, two-part and free polygons, None."""
    x, y = draw(st.integers(0, 12)), draw(st.integers(0, 12))
    width, height = draw(st.integers(1, 8)), draw(st.integers(1, 8))
    box = shapely.box(x, y, x + width, y + height)
    kind = draw(st.sampled_from(["box", "holed", "parts", "disc", "hull", "none"]))
    if kind == "none":
        return None
    if kind == "holed":
        hole = shapely.box(x + 1, y + 1, x + 1 + draw(st.integers(1, 5)), y + 1 + draw(st.integers(1, 5)))
        return shapely.difference(shapely.box(x, y, x + 7, y + 7), hole)
    if kind == "parts":
        return shapely.union(box, shapely.box(x + 10, y + 10, x + 12, y + 13))
    if kind == "disc":
        centre = shapely.Point(x + draw(st.floats(0, 1)), y + draw(st.floats(0, 1)))
        return centre.buffer(draw(st.floats(0.3, 6.0)), quad_segs=draw(st.integers(1, 30)))
    if kind == "hull":
        points = draw(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=3, max_size=7))
        hull = shapely.MultiPoint(points).convex_hull
        return hull if hull.geom_type == "Polygon" else box
    return box


layers = st.lists(shapes(), min_size=0, max_size=7).map(lambda geoms: array(*geoms))


@settings(max_examples=60)
@given(left=layers, right=layers, vertices=st.sampled_from([6, 16, 256]))
def test_pairs_areas_and_flags_are_those_of_a_double_loop(left, right, vertices):
    found = rows(run(left, right, max_vertices=vertices, threads=2))
    for i, a in enumerate(left):
        for j, b in enumerate(right):
            common = None if a is None or b is None else shapely.intersection(a, b)
            expected = 0.0 if common is None else common.area
            area, covered, geometry = found.get((i, j), (0.0, False, None))
            assert area == pytest.approx(expected, rel=1e-9, abs=1e-9)
            if expected > 1e-9:
                assert covered == b.covers(a)
                assert geometry.is_valid
                assert shapely.symmetric_difference(geometry, common).area < 1e-8


@settings(max_examples=50)
@given(left=layers, right=layers)
def test_rest_outside_is_left_minus_the_union(left, right):
    rest = difference_from_union(left, right, run(left, right), np.arange(len(left)), max_vertices=16)
    union = shapely.union_all(right)
    for i, a in enumerate(left):
        expected = 0.0 if a is None else a.difference(union).area
        assert (0.0 if rest[i] is None else rest[i].area) == pytest.approx(expected, abs=1e-5)


def test_rest_of_covered_untouched_and_cut_polygons():
    inside, outside, cut = shapely.box(1, 1, 2, 2), shapely.box(20, 20, 21, 21), shapely.box(9, 0, 11, 10)
    left, right = array(cut, outside, inside), array(shapely.box(0, 0, 10, 10))
    rest = difference_from_union(left, right, run(left, right), np.array([2, 1, 0]))
    assert rest[0] is None
    assert rest[1] is outside
    assert rest[2].equals(shapely.box(10, 0, 11, 10))


def rough_giant(vertices, holes, seed):
    rng = np.random.default_rng(seed)
    angle = np.linspace(0, 2 * np.pi, vertices, endpoint=False)
    radius = 900 * (1 + 0.2 * np.sin(9 * angle) + 0.02 * np.sin(211 * angle)) + rng.uniform(-1, 1, vertices)
    ring = np.column_stack((radius * np.cos(angle), radius * np.sin(angle)))
    spots = [(x, y) for x in range(-400, 401, 80) for y in range(-400, 401, 80)][:holes]
    inner = [shapely.Point(x, y).buffer(rng.uniform(10, 30), quad_segs=12).exterior for x, y in spots]
    giant = shapely.Polygon(ring, inner)
    assert giant.is_valid
    return giant


def grid(step, reach):
    return array(
        *[
            shapely.box(x, y, x + step, y + step)
            for x in range(-reach, reach, step)
            for y in range(-reach, reach, step)
        ]
    )


def test_giant_right_polygon_with_holes():
    giant, parcels = rough_giant(8_000, 100, 1), grid(150, 1200)
    found = rows(run(parcels, array(giant)))
    expected = shapely.area(shapely.intersection(parcels, giant))
    assert [i for i, _ in found] == np.flatnonzero(expected > 0).tolist()
    for (i, _), (area, covered, _) in found.items():
        assert area == pytest.approx(expected[i], rel=1e-9)
        assert covered == giant.covers(parcels[i])


def test_giant_left_polygon_is_split_and_adds_up():
    giant, parcels = rough_giant(12_000, 100, 2), grid(300, 1200)
    found = rows(run(array(giant), parcels))
    expected = shapely.area(shapely.intersection(giant, parcels))
    assert [j for _, j in found] == np.flatnonzero(expected > 0).tolist()
    for (_, j), (area, _, geometry) in found.items():
        assert area == pytest.approx(expected[j], rel=1e-9)
        assert geometry.area == pytest.approx(expected[j], rel=1e-9)
    around = run(array(giant), array(shapely.box(-2000, -2000, 2000, 2000)))
    assert around.covered.tolist() == [True]
    assert around.geometry[0] is giant


def test_pieces_are_small_valid_and_complete():
    giant = rough_giant(5_000, 60, 3)
    pixels = shapely.union_all(
        [shapely.box(x, y, x + 1, y + 1) for x in range(60) for y in range(60) if (x * 7 + y * 3) % 5]
    )
    pieces = split_polygons(array(giant, None, pixels), 64)
    assert shapely.get_num_coordinates(pieces.geometry).max() <= 64
    assert shapely.is_valid(pieces.geometry).all()
    sums = np.bincount(pieces.parent, weights=shapely.area(pieces.geometry))
    assert sums == pytest.approx([giant.area, 0.0, pixels.area], rel=1e-9)


def test_runs_are_the_boundary():
    giant = rough_giant(500, 20, 4)
    runs = boundary_runs(array(giant, None, shapely.box(0, 0, 1, 1)))
    lengths = np.bincount(runs.parent, weights=shapely.length(runs.geometry))
    assert lengths == pytest.approx([giant.length, 0.0, 4.0], rel=1e-12)
    assert shapely.get_num_coordinates(runs.geometry).max() <= 33


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (array(), array(shapely.box(0, 0, 1, 1))),
        (array(shapely.box(0, 0, 1, 1)), array()),
        (array(None, shapely.Polygon()), array(None)),
        (array(shapely.box(0, 0, 1, 1)), array(shapely.box(1, 0, 2, 1), shapely.box(1, 1, 2, 2))),
        (array(shapely.box(2, 2, 3, 3)), array(shapely.box(0, 0, 5, 5) - shapely.box(2, 2, 3, 3))),
    ],
    ids=["no left", "no right", "null and empty", "edge and corner", "fills the hole"],
)
def test_without_common_ground_there_is_no_pair(left, right):
    found = run(left, right)
    assert len(found.left) == len(found.right) == len(found.area_m2) == len(found.geometry) == 0


def test_identical_polygons_cover_each_other():
    star = rough_giant(300, 10, 5)
    found = run(array(star), array(star, star))
    assert found.right.tolist() == [0, 1]
    assert found.covered.all()
    assert found.area_m2.tolist() == [star.area, star.area]


def test_part_outside_makes_a_two_part_polygon_uncovered():
    both = shapely.MultiPolygon([shapely.box(1, 1, 2, 2), shapely.box(20, 1, 21, 2)])
    found = run(array(both), array(shapely.box(0, 0, 10, 10)))
    assert found.area_m2.tolist() == [1.0]
    assert not found.covered[0]


def test_geometries_are_left_out_on_demand():
    found = run(grid(60, 120), array(shapely.Point(0, 0).buffer(70)), keep_geometry=False)
    assert all(geometry is None for geometry in found.geometry)


def test_threads_and_order_do_not_change_the_last_digit(monkeypatch):
    monkeypatch.setattr("dualcarbon.plugin.domain.overlay.engine.CHUNK_POLYGONS", 50)
    parcels = grid(60, 1200)
    giants = array(rough_giant(4_000, 50, 6), rough_giant(3_000, 20, 7))
    base = {key: value[:2] for key, value in rows(run(parcels, giants, threads=1)).items()}
    order = np.random.default_rng(8).permutation(len(parcels))
    for threads in (1, 3):
        found = rows(run(parcels[order], giants[::-1], threads=threads))
        assert {(int(order[i]), 1 - j): value[:2] for (i, j), value in found.items()} == base


def test_cancel_answers_within_a_second_and_leaves_no_thread():
    parcels, giants = grid(6, 900), array(*[rough_giant(3_000, 20, seed) for seed in range(6)])
    before = threading.active_count()
    started, cancelled = time.perf_counter(), []

    def impatient(_share):
        if time.perf_counter() - started > 0.3:
            cancelled.append(time.perf_counter())
            raise Cancelled

    with pytest.raises(Cancelled):
        run(parcels, giants, progress=impatient)
    assert time.perf_counter() - cancelled[0] < 1.0
    assert threading.active_count() == before


def test_error_of_the_measure_reaches_the_caller():
    def broken(_geoms):
        raise ValueError("no measure")

    with pytest.raises(ValueError, match="no measure"):
        overlay(
            grid(60, 120),
            array(shapely.Point(0, 0).buffer(70)),
            measure=broken,
            left_area_m2=np.ones(16),
            keep_geometry=False,
        )


@needs_liechtenstein
@pytest.mark.parametrize(
    ("layer", "inside", "outside"),
    [
        ("permanent_farmland", 36.19, 1228.79),
        ("ecological_redline", 0.43, 1264.55),
        ("urban_growth_boundary", 1206.06, 58.93),
    ],
)
def test_liechtenstein_draft_against_the_stand_in_lines(layer, inside, outside):
    notes = NoteBook()
    (draft,), (lines,) = read_layer("plan_draft"), read_layer(layer)
    draft = repair_polygons(draft, np.arange(len(draft)), layer="plan_draft", notes=notes)
    lines = repair_polygons(lines, np.arange(len(lines)), layer=layer, notes=notes)
    found = run(draft, lines)
    rest = difference_from_union(draft, lines, found, np.arange(len(draft)))
    assert shapely.union_all(found.geometry).area / 1e4 == pytest.approx(inside, abs=0.02)
    assert shapely.union_all(rest).area / 1e4 == pytest.approx(outside, abs=0.02)
