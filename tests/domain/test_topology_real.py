# SPDX-License-Identifier: GPL-2.0-or-later
"""Liechtenstein as mapped: overlaps and gaps are those of all pairs and of the union of all polygons."""

from __future__ import annotations

from itertools import combinations

import pytest
import shapely
from liechtenstein import needs_liechtenstein, read_layer
from topology_cases import check, layer_of

#: Overlaps up to this area are not listed (m²).
UNSEEN_M2 = 0.001


@needs_liechtenstein
@pytest.mark.parametrize("name", ["permanent_farmland", "ecological_redline", "plan_draft"])
def test_overlaps_and_gaps_are_those_of_brute_force(name):
    (geometry,) = read_layer(name)
    shapes = shapely.make_valid(shapely.force_2d(geometry))
    found = check(layer_of(*shapes)).findings
    pairs = [shapely.area(shapely.intersection(one, other)) for one, other in combinations(shapes, 2)]
    expected = sorted(area for area in pairs if area > UNSEEN_M2)
    listed = found[found["kind"].isin(["overlap", "duplicate"])]
    by_pair = listed.groupby("ids")["area_m2"].sum()
    assert sorted(by_pair) == pytest.approx(expected, abs=1e-5)
    union = shapely.union_all(shapes)
    holes = [shapely.Polygon(ring) for part in shapely.get_parts(union) for ring in part.interiors]
    open_m2 = sum(shapely.area(shapely.difference(hole, union)) for hole in holes)
    assert found.loc[found["kind"] == "gap", "area_m2"].sum() == pytest.approx(open_m2, abs=1e-4)
