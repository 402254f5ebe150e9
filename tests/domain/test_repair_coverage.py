# SPDX-License-Identifier: GPL-2.0-or-later
"""A repaired plan covers what the plan covered, vertex by vertex, whatever shapes the lines cut it with."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from dualcarbon.plugin.domain.repair.faces import cut_parcel
from plan_cases import X0, Y0, base_of, box, line_of, plan_of
from repair_cases import repair, require_no_rule_worse, require_same_coverage

CODES = ("0703", "1001", "0101", "0701", "0301", "1202")


def cells_of_a_plan(seed, count=14):
    """Irregular parcels that fill a square of 600 m and share their edges."""
    rng = np.random.default_rng(seed)
    points = shapely.MultiPoint(rng.uniform(0.0, 600.0, (count, 2)) + np.array([X0, Y0]))
    cells = shapely.get_parts(shapely.voronoi_polygons(points, extend_to=box(0, 0, 600, 600)))
    parts = shapely.intersection(cells, box(0, 0, 600, 600))
    return parts[shapely.area(parts) > 0.0]


def star(seed):
    """A ragged polygon around a point of the plan; its corners follow each other around that point."""
    rng = np.random.default_rng(seed)
    angle = np.arange(9) * 2.0 * np.pi / 9 + rng.uniform(0.0, 0.6, 9)
    reach = rng.uniform(40.0, 280.0, 9)
    x, y = rng.uniform(100.0, 500.0, 2)
    corners = np.column_stack((X0 + x + reach * np.cos(angle), Y0 + y + reach * np.sin(angle)))
    return shapely.Polygon(corners)


@pytest.mark.parametrize(("seed", "stars"), [(n, (3 * n, 3 * n + 1, 3 * n + 2)) for n in range(12)])
def test_ragged_lines_leave_no_gap_and_no_overlap(seed, stars):
    cells = cells_of_a_plan(seed)
    plan = plan_of(*((f"p{n}", CODES[n % len(CODES)], cell) for n, cell in enumerate(cells)))
    lines = [line_of(kind, (kind, star(number))) for kind, number in zip(("pbf", "udb", "erl"), stars)]
    cover = base_of(("0101", "paddy", box(-10, -10, 260, 620)), ("0301", "forest", box(250, -10, 370, 620)))
    result = repair(plan, *lines, base=cover)
    require_same_coverage(plan, result.draft.plan)
    require_no_rule_worse(result.before.findings, result.after.findings)
    left = result.changes["to_code"].isna().sum()
    assert left or result.after.totals["errors"] == 0


def test_two_neighbours_cut_by_one_edge_share_the_vertex_where_it_crosses_their_border():
    plan = plan_of(("a", "1001", box(0, 0, 100, 100)), ("b", "0703", box(100, 0, 100, 100)))
    slanted = shapely.Polygon(
        [(X0 - 7, Y0 - 5), (X0 + 213, Y0 - 5), (X0 + 213, Y0 + 71.3), (X0 - 7, Y0 + 33.1)]
    )
    draft = repair(plan, line_of("pbf", ("F", slanted))).draft.plan
    assert sorted(draft.ids) == ["a", "a-R1", "b", "b-R1"]
    on_border = [
        {xy for xy in map(tuple, shapely.get_coordinates(shape).tolist()) if abs(xy[0] - X0 - 100) < 1e-6}
        for shape in draft.geometry
    ]
    crossing = set.intersection(*on_border)
    assert len(crossing) == 1
    # The edge rises 38.2 m over 220 m: at 107 m from its start it is 33.1 + 107 x 38.2/220 m high.
    assert next(iter(crossing))[1] - Y0 == pytest.approx(33.1 + 107 * 38.2 / 220, abs=1e-6)
    require_same_coverage(plan, draft)


def test_a_neighbour_that_is_not_cut_gets_the_new_vertices_and_nothing_else():
    plan = plan_of(
        ("a", "1001", box(0, 0, 100, 100)),
        ("n", "0101", box(0, 100, 100, 50)),
        ("far", "0101", box(300, 0, 9, 9)),
    )
    draft = repair(plan, line_of("pbf", ("F", box(-10, -10, 60, 300)))).draft.plan
    before, after = (set(map(tuple, shapely.get_coordinates(p.geometry[1]).tolist())) for p in (plan, draft))
    assert after - before == {(X0 + 50, Y0 + 100)}
    assert before <= after
    assert draft.geometry[2] is plan.geometry[2]


def test_vertices_of_parcel_and_line_stay_where_they_are():
    """Noding on a grid moves vertices; each goes back to the very place it came from."""
    rng = np.random.default_rng(3)
    whole = shapely.Polygon(
        rng.uniform(0.0, 1e-4, (4, 2)) + np.array([X0, Y0]) + [[0, 0], [90, 0], [90, 70], [0, 70]]
    )
    cut = shapely.Polygon(
        rng.uniform(0.0, 1e-4, (3, 2)) + np.array([X0, Y0]) + [[10, 10], [50, 12], [30, 60]]
    )
    faces = cut_parcel(whole, np.array([cut], dtype=object), 1)
    assert len(faces.geometry) == 2
    found = set(map(tuple, shapely.get_coordinates(faces.geometry).tolist()))
    assert found == {*map(tuple, shapely.get_coordinates([whole, cut]).tolist())}
    assert [sorted(members) for members in sorted(faces.members, key=len)] == [[], [0]]
    assert sum(faces.border_m[0].values()) == pytest.approx(cut.length)


def test_a_hole_and_two_polygons_of_one_parcel():
    """What stays of a parcel of two polygons is one feature; a farm in its middle is cut out as a hole."""
    farm = box(30, 30, 40, 40)
    plan = plan_of(("a", "0703", shapely.MultiPolygon([box(0, 0, 100, 100), box(150, 0, 50, 50)])))
    draft = repair(plan, line_of("pbf", ("F", farm))).draft.plan
    assert draft.ids.tolist() == ["a", "a-R1"]
    assert shapely.equals(draft.geometry[1], farm)
    assert draft.geometry[0].area == pytest.approx(10_000.0 - 1_600.0 + 2_500.0)
    assert len(draft.geometry[0].geoms) == 2
    require_same_coverage(plan, draft)
