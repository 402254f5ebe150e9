# SPDX-License-Identifier: GPL-2.0-or-later
"""Rectangles on a small grid: the check finds what counting cells and corners one by one finds."""

from __future__ import annotations

from collections import Counter
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st
from topology_cases import X, Y, check, layer_of, square

CELL_M = 10
SIDE = 6
corner = st.integers(0, SIDE - 1)
rectangles = st.lists(st.tuples(corner, corner, st.integers(1, 4), st.integers(1, 4)), min_size=1, max_size=8)


def cells_of(rect):
    x, y, width, height = rect
    return {(i, j) for i in range(x, x + width) for j in range(y, y + height)}


def corners_of(rect):
    x, y, width, height = rect
    return {(x, y), (x + width, y), (x, y + height), (x + width, y + height)}


def touches(rect, point):
    x, y, width, height = rect
    return x <= point[0] <= x + width and y <= point[1] <= y + height


def is_on_boundary(rect, point):
    x, y, width, height = rect
    inside = x < point[0] < x + width and y < point[1] < y + height
    return touches(rect, point) and not inside


def count_duplicates(rects):
    return sum(count - 1 for count in Counter(rects).values())


def list_overlaps(rects):
    """Shared area of each pair of different rectangles that share cells."""
    shared = {}
    for (m, one), (n, other) in combinations(enumerate(rects, 1), 2):
        cells = len(cells_of(one) & cells_of(other))
        if cells and one != other:
            shared[f"p{m};p{n}"] = float(cells * CELL_M**2)
    return shared


def list_gaps(rects):
    """Areas of the open ground that no step from cell to cell leads out of."""
    covered = set().union(*map(cells_of, rects))
    reach = range(-1, SIDE + 5)
    todo = {(i, j) for i in reach for j in reach} - covered
    areas = []
    while todo:
        ground, front = set(), [next(iter(todo))]
        while front:
            cell = front.pop()
            if cell not in todo:
                continue
            todo.discard(cell)
            ground.add(cell)
            front += [(cell[0] + dx, cell[1] + dy) for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1))]
        if (-1, -1) not in ground:
            areas.append(float(len(ground) * CELL_M**2))
    return sorted(areas)


def list_mismatches(rects):
    """Corner and neighbour wherever a corner lies on the side of another rectangle between its corners.

    Not where two rectangles overlap: there the corner belongs to the overlap.
    """
    found = set()
    doubled = set().union(*(cells_of(one) & cells_of(other) for one, other in combinations(rects, 2)))
    for n, rect in enumerate(rects, 1):
        for point in set().union(*map(corners_of, rects)):
            if not is_on_boundary(rect, point) or point in corners_of(rect):
                continue
            if not any(touches((*cell, 1, 1), point) for cell in doubled):
                found.add((point, f"p{n}"))
    return found


def place_of(geometry):
    centre = geometry.centroid
    return round((centre.x - X) / CELL_M), round((centre.y - Y) / CELL_M)


@settings(max_examples=100)
@given(rectangles)
def test_the_findings_are_those_of_the_cells(rects):
    shapes = [
        square(x * CELL_M, y * CELL_M, width * CELL_M, height * CELL_M) for x, y, width, height in rects
    ]
    result = check(layer_of(*shapes))
    found = result.findings
    overlaps = found[found["kind"] == "overlap"]
    assert dict(zip(overlaps["ids"], overlaps["area_m2"].round(6))) == list_overlaps(rects)
    assert sorted(found.loc[found["kind"] == "gap", "area_m2"].round(6)) == list_gaps(rects)
    assert result.counts["DUPLICATES"] == count_duplicates(rects)
    mismatches = found[found["kind"] == "mismatch"]
    lacking = [text.split()[1] for text in mismatches["message"]]
    places = {(place_of(mark), name) for mark, name in zip(mismatches["geometry"], lacking)}
    assert places == list_mismatches(rects)
    assert len(places) == len(mismatches)
    assert set(found["kind"]) <= {"overlap", "gap", "duplicate", "mismatch"}
