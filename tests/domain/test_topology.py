# SPDX-License-Identifier: GPL-2.0-or-later
"""Topology of parcels: each kind of defect by itself, computed by hand."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
import shapely
from dualcarbon.plugin.domain.errors import Cancelled, InputError
from dualcarbon.plugin.domain.topology import TopologySettings, check_topology, load_min_areas, min_area_of
from topology_cases import LAW, X, Y, check, ground, layer_of, seen, square


def grid(columns=4, rows=3):
    return [square(100 * i, 100 * j) for i in range(columns) for j in range(rows)]


# Coverage ------------------------------------------------------------------------------------


def test_a_clean_coverage_yields_nothing():
    result = check(layer_of(*grid()))
    assert seen(result) == []
    assert set(result.counts.values()) == {0}


def test_a_hole_among_the_parcels_is_a_gap_and_an_island_parcel_fills_it():
    shapes = grid(3, 3)
    hole = shapes.pop(4)
    result = check(layer_of(*shapes))
    (row,) = result.findings.to_dict("records")
    assert (row["kind"], row["rule_id"], row["severity"], row["sliver"]) == ("gap", "T-01", "error", "no")
    assert row["area_m2"] == pytest.approx(10_000.0)
    # All eight parcels touch it, four of them in a corner.
    assert row["ids"] == ";".join(f"p{n}" for n in range(1, 9))
    assert seen(check(layer_of(*shapes, hole))) == []


def test_a_bay_open_to_the_outside_is_no_gap():
    shapes = grid(3, 3)
    shapes.pop(1)
    assert seen(check(layer_of(*shapes))) == []


def test_two_gaps_that_touch_in_a_point_are_two():
    shapes = grid(4, 4)
    del shapes[10], shapes[5]
    gaps = check(layer_of(*shapes)).findings
    assert list(gaps["kind"]) == ["gap", "gap"]
    assert list(gaps["area_m2"]) == pytest.approx([10_000.0, 10_000.0])


def test_a_gap_across_many_tiles_is_one():
    """A slit of 1 m through 60 × 60 parcels, which the check cuts into tiles of 200."""
    shapes = [
        square(10 * i, 10 * j, 10) for i in range(60) for j in range(60) if not (i == 30 and 1 <= j < 59)
    ]
    result = check(layer_of(*shapes))
    (row,) = result.findings.to_dict("records")
    assert (row["kind"], row["area_m2"]) == ("gap", pytest.approx(10.0 * 580.0))
    assert shapely.equals(row["geometry"], square(300, 10, 10, 580))


def test_three_parcels_on_one_ground_overlap_in_pairs():
    result = check(layer_of(square(0, 0), square(50, 0), square(0, 50)))
    overlaps = result.findings[result.findings["kind"] == "overlap"]
    areas = dict(zip(overlaps["ids"], overlaps["area_m2"]))
    assert areas == pytest.approx({"p1;p2": 5000.0, "p1;p3": 5000.0, "p2;p3": 2500.0})


def test_a_second_coverage_under_the_first_overlaps_though_its_edges_match():
    """Four squares share their inner edges, nine others lie half a square beside them: each meets four."""
    lower = [square(50 + 100 * i, 50 + 100 * j) for i in range(2) for j in range(2)]
    result = check(layer_of(*grid(3, 3), *lower))
    overlaps = result.findings[result.findings["kind"] == "overlap"]
    assert list(overlaps["area_m2"]) == pytest.approx([2500.0] * 16)


def test_copies_are_duplicates_and_not_overlaps():
    turned = shapely.reverse(ground((100, 0), (100, 100), (0, 100), (0, 0)))
    result = check(layer_of(square(0, 0), square(0, 0), turned))
    assert seen(result) == [("duplicate", "p1;p2", "no"), ("duplicate", "p1;p3", "no")]
    assert (result.counts["DUPLICATES"], result.counts["OVERLAPS"]) == (2, 0)


# Shared edges --------------------------------------------------------------------------------


def test_a_missing_vertex_on_a_straight_edge_is_a_mismatch_of_no_area():
    result = check(layer_of(square(0, 0, 200, 100), square(0, 100), square(100, 100)))
    (row,) = result.findings.to_dict("records")
    assert (row["kind"], row["ids"], row["severity"]) == ("mismatch", "p1;p2;p3", "warning")
    assert "p1 lacks" in row["message"]
    assert (row["geometry"].centroid.x, row["geometry"].centroid.y) == pytest.approx((X + 100, Y + 100))
    assert (result.counts["MISMATCHES"], result.counts["OVERLAPS"], result.counts["GAPS"]) == (1, 0, 0)


def test_the_vertex_makes_it_sound():
    below = ground((0, 0), (200, 0), (200, 100), (100, 100), (0, 100))
    assert seen(check(layer_of(below, square(0, 100), square(100, 100)))) == []


@pytest.mark.parametrize(
    ("away_m", "kind"), [(0.0005, "mismatch"), (0.00005, "near_vertex"), (0.0000005, None)]
)
def test_a_vertex_beside_its_partner_is_noise_within_the_tolerance(away_m, kind):
    """The lower parcel's corner is 0.5 mm, 0.05 mm and 0.5 µm off; the tolerance is 0.1 mm."""
    below = ground((0, 0), (200, 0), (200, 100), (100 + away_m, 100), (0, 100))
    found = seen(check(layer_of(below, square(0, 100), square(100, 100))))
    if kind is None:
        assert found == []
    elif kind == "near_vertex":
        assert found == [("near_vertex", "p1;p2;p3", "yes")]
    else:
        assert set(found) == {("mismatch", "p1;p2;p3", "no"), ("mismatch", "p1;p3", "no")}


def test_a_vertex_at_an_overlap_of_its_parcels_belongs_to_the_overlap():
    result = check(layer_of(square(0, 0, 102, 100), square(100, 0)))
    assert seen(result) == [("overlap", "p1;p2", "no")]


# Single features -----------------------------------------------------------------------------


def test_a_bow_tie_is_invalid_and_its_repaired_ground_still_counts():
    bow = ground((0, 0), (100, 100), (100, 0), (0, 100))
    halves = shapely.make_valid(bow)
    result = check(layer_of(bow, square(50, -100, 50, 150), valid=[halves, square(50, -100, 50, 150)]))
    found = result.findings.set_index("kind")
    assert found.at["invalid", "message"] == "The geometry is invalid: Self-intersection."
    # The right triangle (100,0) (100,100) (50,50), the half of it below y = 50.
    assert found.at["overlap", "area_m2"] == pytest.approx(1250.0)
    zh = check_topology(
        layer_of(bow, valid=[halves]), TopologySettings(), LAW, measure=shapely.area, language="zh"
    )
    assert "几何无效：自相交。" in set(zh.findings["message"])


def test_missing_and_empty_geometries_are_findings_without_geometry():
    layer = layer_of(square(0, 0), None, shapely.Polygon(), valid=[square(0, 0), None, None])
    result = check(layer)
    assert seen(result) == [("null_geometry", "p2", "no"), ("null_geometry", "p3", "no")]
    assert [geometry is None for geometry in result.findings["geometry"]] == [True, True]
    assert result.counts["INVALID"] == 2


def test_nothing_but_missing_geometries_is_no_failure():
    assert seen(check(layer_of(None, None))) == [("null_geometry", "p1", "no"), ("null_geometry", "p2", "no")]


def test_a_feature_of_two_parts_is_multipart():
    result = check(layer_of(shapely.MultiPolygon([square(0, 0), square(200, 0)]), square(100, 0)))
    assert seen(result) == [("multipart", "p1", "no")]
    assert "2 parts" in result.findings["message"][0]


def test_a_vertex_that_is_there_twice_counts_and_one_within_the_tolerance_is_noise():
    shape = ground((0, 0), (50, 0), (50, 0), (100, 0), (100, 50), (100, 50.0005), (100, 100), (0, 100))
    fine = check(layer_of(shape))
    assert seen(fine) == [("duplicate_vertex", "p1", "no")]
    assert fine.findings["message"][0].startswith("1 vertices lie within 0.0001 m")
    coarse = check(layer_of(shape), 0.001)
    assert seen(coarse) == [("duplicate_vertex", "p1", "no"), ("duplicate_vertex", "p1", "yes")]
    assert list(coarse.findings["width_m"]) == pytest.approx([0.0, 0.0005])


@pytest.mark.parametrize(("height", "found"), [(17.0, True), (18.0, False)])
def test_angles_below_ten_degrees_are_acute(height, found):
    """arctan(17/100) = 9.648°, arctan(18/100) = 10.204°; the angle at the far end is 80°."""
    result = check(layer_of(ground((0, 0), (100, 0), (100, height))))
    assert seen(result) == ([("acute_angle", "p1", "no")] if found else [])
    if found:
        assert "the smallest 9.65°" in result.findings["message"][0]
        assert result.findings["severity"][0] == "info"


def test_small_and_narrow_parcels_by_their_minimum_area():
    """199 m² below 200; 300 m × 1 m: 4π·300/602² = 0.0104 below 0.02, but only narrow where 300 < 400."""
    small, strip = square(0, 0, 19.9, 10), square(0, 100, 300, 1)
    layer = dataclasses.replace(
        layer_of(small, strip, square(0, 200, 300, 1)), min_area_m2=np.array([200.0, 400.0, 200.0])
    )
    result = check(layer)
    assert seen(result) == [("narrow", "p2", "no"), ("small", "p1", "no"), ("small", "p2", "no")]
    assert result.counts["SMALL"] == 2
    assert result.counts["SLIVERS"] == 1
    assert "4πA/P² is 0.0104" in result.findings["message"][0]


def test_minimum_areas_go_by_the_longest_prefix():
    """Construction and facility agriculture 200 m², other agricultural land 400 m², other land 600 m²."""
    codes = np.array(["0701", "060202", "060102", "0101", "2306", "1704", "1701", "1801", None], dtype=object)
    areas = min_area_of(codes, load_min_areas())
    assert list(areas[:7]) == [200, 200, 400, 400, 600, 400, 600]
    assert np.isnan(areas[7:]).all()


def test_a_table_of_minimum_areas_of_the_user(tmp_path):
    file = tmp_path / "areas.csv"
    file.write_text("code,min_area_m2\n01,150\n", encoding="utf-8")
    assert load_min_areas(str(file)) == {"01": 150.0}
    file.write_text("code,min_area_m2\n01,many\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2: the minimum area “many”"):
        load_min_areas(str(file))
    file.write_text("code,area\n01,150\n", encoding="utf-8")
    with pytest.raises(InputError, match="lacks the column “min_area_m2”"):
        load_min_areas(str(file))


# Rules and manners ---------------------------------------------------------------------------


def test_kinds_whose_rule_is_not_in_the_pack_are_not_looked_for():
    law = dataclasses.replace(LAW, rules=LAW.rules.drop("T-03"))
    result = check(layer_of(ground((0, 0), (100, 0), (100, 5)), square(0, 0)), law=law)
    assert "acute_angle" not in set(result.findings["kind"])
    assert result.not_run == ["narrow", "acute_angle"]


def test_neither_order_nor_threads_change_the_findings():
    shapes = [*grid(5, 5), square(130, 130, 60), square(0, 0, 50), square(500, 0, 100, 200)]
    del shapes[12]
    ids = np.array([f"id{n}" for n in range(len(shapes))], dtype=object)
    order = np.random.default_rng(3).permutation(len(shapes))
    first = dataclasses.replace(layer_of(*shapes), ids=ids)
    second = dataclasses.replace(layer_of(*[shapes[n] for n in order]), ids=ids[order])
    one, other = check(first).findings, check(second).findings
    assert set(one["kind"]) == {"gap", "mismatch", "overlap"}
    assert one.drop(columns="geometry").equals(other.drop(columns="geometry"))


def test_a_cancel_is_passed_on():
    def stop(share):
        if share > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        check_topology(layer_of(*grid()), TopologySettings(), LAW, measure=shapely.area, progress=stop)


def test_giants_are_met_piece_by_piece():
    """A square of 600 m whose left side has 6 000 vertices, with two parcels reaching 5 m and 7 m into it."""
    side = [(0.0, 600.0 - 0.1 * n) for n in range(6000)]
    giant = ground((0, 0), (600, 0), (600, 600), *side)
    result = check(layer_of(square(595, 0), giant, square(593, 300)))
    overlaps = result.findings[result.findings["kind"] == "overlap"]
    assert list(overlaps["ids"]) == ["p1;p2", "p2;p3"]
    assert list(overlaps["area_m2"]) == pytest.approx([500.0, 700.0])
