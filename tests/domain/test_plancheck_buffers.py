# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules at a distance from a line: rings by zone around lines and polygons, wide lines in short pieces."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from dualcarbon.plugin.domain.errors import Cancelled, RuleError
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.plancheck.buffers import CHUNK_VERTICES, SAGITTA_M, ring_around
from dualcarbon.plugin.domain.rules import Ring
from plan_cases import X0, Y0, array, box, check, hits_of, line_of, plan_of


def along(y, start=-500, end=1_500):
    """A straight line from west to east."""
    return shapely.LineString([(X0 + start, Y0 + y), (X0 + end, Y0 + y)])


def quiet():
    """A tick that nobody hears."""


class TestRoads:
    """Control zones of 30, 20, 15, 10 and 5 m, and 50 or 20 m beyond (control-lines.md section 3)."""

    PLAN = plan_of(
        ("house", "0701", box(0, 0, 100, 100)),
        ("village", "0703", box(100, 0, 100, 100)),
        ("field", "0101", box(200, 0, 100, 100)),
    )

    @pytest.mark.parametrize(
        ("rank", "zone_m", "strip_m"),
        [("高速公路", 30, 0), ("国道", 20, 50), ("省道", 15, 50), ("县道", 10, 20), ("乡道", 5, 20)],
    )
    def test_distances_follow_the_rank_of_the_road(self, rank, zone_m, strip_m):
        road = line_of("road", ("R", along(0)), zones=array([rank]))
        expected = [
            ("ROA-01", "house", "R", "error", 100 * zone_m),
            ("ROA-01", "village", "R", "error", 100 * zone_m),
        ]
        if strip_m:
            expected.append(("ROA-02", "village", "R", "warning", 100 * strip_m))
        assert hits_of(check(self.PLAN, road)) == expected

    def test_the_distance_starts_at_the_edge_of_the_road_land(self):
        road = line_of("road", ("R", box(-500, -12, 2_000, 12)), zones=array(["国道"]))
        result = check(self.PLAN, road)
        assert hits_of(result)[0] == ("ROA-01", "house", "R", "error", 2_000)
        assert set(result.findings["place"]) == {"buffer"}

    def test_a_house_on_the_road_land_is_not_beside_it(self):
        road = line_of("road", ("R", box(-500, -10, 2_000, 110)), zones=array(["县道"]))
        assert hits_of(check(self.PLAN, road)) == []

    def test_each_road_has_a_finding_and_crossing_zones_count_once(self):
        roads = line_of("road", ("N", along(0)), ("C", along(30)), zones=array(["国道", "县道"]))
        result = check(plan_of(("house", "0701", box(0, 0, 100, 100))), roads)
        # 0–20 m beside the one, 20–40 m beside the other.
        assert hits_of(result) == [
            ("ROA-01", "house", "C", "error", 2_000),
            ("ROA-01", "house", "N", "error", 2_000),
        ]
        assert result.totals["finding_area_ha"] == pytest.approx(0.4)
        assert result.totals["multiple_area_ha"] == pytest.approx(0.0)

    def test_beside_a_road_drawn_in_two_pieces_the_extra_distance_starts_beyond_the_zone_of_both(self):
        whole = line_of("road", ("R", along(0)), zones=array(["国道"]))
        pieces = line_of(
            "road", ("W", along(0, -500, 150)), ("E", along(0, 150, 1_500)), zones=array(["国道"] * 2)
        )
        ground = [
            shapely.union_all(result.findings.query("rule_id == 'ROA-02'")["geometry"].to_numpy(dtype=object))
            for result in (check(self.PLAN, whole), check(self.PLAN, pieces))
        ]
        assert ground[0].area == pytest.approx(5_000)
        assert shapely.symmetric_difference(*ground).area == pytest.approx(0.0, abs=0.1)

    def test_a_road_without_rank_or_with_one_of_no_distance_is_told(self):
        notes = NoteBook()
        roads = line_of("road", ("A", along(0)), ("B", along(50)), zones=array([None, "村道"]))
        result = check(self.PLAN, roads, notes=notes)
        assert len(result.findings) == 0
        assert notes.of_kind("no_zone")[0].count == 1
        (note,) = notes.of_kind("no_distance")
        assert (note.count, note.ids) == (1, ("B",))
        reasons = result.not_run.set_index("rule_id")["reason"]
        assert "distance" in reasons["ROA-01"]

    def test_lines_serve_only_rules_with_a_distance(self):
        with pytest.raises(RuleError, match="no polygons"):
            check(self.PLAN, line_of("pbf", ("L", along(0))))


class TestPowerLines:
    def test_a_line_is_widened_by_its_voltage(self):
        house = plan_of(("house", "0701", box(0, 0, 100, 100)))
        wires = line_of("utility", ("W", along(50)), zones=array(["500kV"]))
        assert hits_of(check(house, wires)) == [("UTL-01", "house", "W", "warning", 100 * 40)]

    def test_a_corridor_drawn_as_polygon_is_the_ground_itself(self):
        house = plan_of(("house", "0701", box(0, 0, 100, 100)))
        corridor = line_of("utility", ("W", box(0, 40, 100, 15)))
        assert hits_of(check(house, corridor)) == [("UTL-01", "house", "W", "warning", 1_500)]


class TestShores:
    def test_chemical_works_keep_a_kilometre_from_the_river(self):
        # 100102(化工) asks whether it is a chemical works; 400 m of the parcel lie within 1 000 m.
        works = plan_of(("works", "100102", box(0, 600, 500, 600)))
        shore = line_of("yangtze", ("S", along(0, -9_000, 9_000)), zones=array(["干流"]))
        result = check(works, shore)
        assert [hit[:4] for hit in hits_of(result)] == [("YZ-01", "works", "S", "warning")]
        assert result.findings["area_m2"][0] == pytest.approx(400 * 500)
        assert result.findings["needs"][0] == "化工"

    def test_a_shore_zone_drawn_as_a_polygon_is_ground_near_the_shoreline_itself(self):
        works = plan_of(("works", "100102", box(0, -50, 500, 1_250)))
        zone = line_of("yangtze", ("S", box(-9_000, -200, 18_000, 200)), zones=array(["干流"]))
        result = check(works, zone)
        assert [hit[:4] for hit in hits_of(result)] == [("YZ-01", "works", "S", "warning")]
        assert result.findings["area_m2"][0] == pytest.approx(1_050 * 500)

    def test_a_setback_without_distances_is_the_ground_between_coast_and_line(self):
        hotel = plan_of(("hotel", "0901", box(0, 0, 100, 100)))
        strip = line_of("coast_setback", ("S", box(0, 0, 100, 30)))
        assert hits_of(check(hotel, strip)) == [("COA-03", "hotel", "S", "error", 3_000)]


class TestRings:
    def test_a_ring_around_a_point_like_line_has_the_area_of_the_circle_within_the_sagitta(self):
        tiny = shapely.LineString([(0, 0), (1e-3, 0)])
        for distance in (5.0, 30.0, 1_000.0):
            area = ring_around(tiny, Ring(0.0, distance, False, ""), quiet).area
            assert math.pi * (distance - SAGITTA_M) ** 2 <= area <= math.pi * (distance + 1e-3) ** 2

    def test_long_lines_and_polygons_in_chunks_equal_one_plain_buffer(self):
        turn = np.linspace(0, 2 * np.pi, 3 * CHUNK_VERTICES + 7)
        wavy = (300 + 20 * np.sin(9 * turn))[:, None] * np.column_stack((np.cos(turn), np.sin(turn)))
        shore, lake = shapely.LineString(wavy[:-40]), shapely.Polygon(wavy)
        for feature, plain in (
            (shore, shapely.difference(shapely.buffer(shore, 50.0, 64), shapely.buffer(shore, 20.0, 64))),
            (lake, shapely.difference(shapely.buffer(lake, 50.0, 64), shapely.buffer(lake, 20.0, 64))),
        ):
            ring = ring_around(feature, Ring(20.0, 50.0, False, ""), quiet)
            missed = shapely.symmetric_difference(ring, plain).area
            assert missed < SAGITTA_M * plain.length

    def test_a_long_line_can_be_cancelled(self):
        line = shapely.LineString(np.column_stack((np.arange(50_000.0), np.zeros(50_000))))
        calls = []

        def stop():
            calls.append(1)
            if len(calls) > 3:
                raise Cancelled

        with pytest.raises(Cancelled):
            ring_around(line, Ring(0.0, 10.0, False, ""), stop)
