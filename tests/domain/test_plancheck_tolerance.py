# SPDX-License-Identifier: GPL-2.0-or-later
"""Parcels that miss a line by 0, 1, 2 or 3 mm: touching, gap or overlap, along long edges and at corners.

Limits: a hit counts beyond 1 m² *and* a mean width (2A/P) of 0.1 m. A strip of d mm is d mm
wide whatever its length, so that no misfit of millimetres counts alone, up to any length.
"""

from __future__ import annotations

import math

import pytest
import shapely
from dualcarbon.plugin.domain.notes import NoteBook
from plan_cases import X0, Y0, array, base_of, box, check, line_of, plan_of

MM = 1e-3
OFFSETS = (0, 1, 2, 3)
LENGTHS = (100.0, 1_000.0, 12_000.0)
PARTS = ("finding_area_ha", "noise_area_ha", "twice_planned_area_ha", "compliant_area_ha")


def found(result):
    """Findings as (rule, severity, area in mm²); and nothing of the plan is lost."""
    totals = result.totals
    assert sum(totals[part] for part in PARTS) == pytest.approx(totals["plan_area_ha"], rel=1e-9)
    rows = zip(result.findings["rule_id"], result.findings["severity"], result.findings["area_m2"])
    return [(rule, severity, round(area * 1e6)) for rule, severity, area in rows]


def works(*shapes):
    """Parcels of industry."""
    return plan_of(*[(f"w{number}", "1001", shape) for number, shape in enumerate(shapes)])


class TestEdgesAlongALine:
    @pytest.mark.parametrize("length_m", LENGTHS)
    @pytest.mark.parametrize("offset", OFFSETS)
    def test_an_overlap_of_millimetres_is_listed_as_noise(self, offset, length_m):
        # d mm × length: 0.1 m² … 36 m², always d mm wide. Nothing where the edges meet.
        line = line_of("pbf", ("L", box(-50, 0, 50 + offset * MM, length_m)))
        result = found(check(works(box(0, 0, 100, length_m)), line))
        assert result == ([("PBF-01", "noise", round(offset * 1e3 * length_m))] if offset else [])

    @pytest.mark.parametrize("offset", OFFSETS)
    def test_a_gap_of_millimetres_is_no_hit(self, offset):
        line = line_of("pbf", ("L", box(-50, 0, 50 - offset * MM, 1_000)))
        assert found(check(works(box(0, 0, 100, 1_000)), line)) == []

    @pytest.mark.parametrize("offset", OFFSETS)
    def test_a_wedge_from_nothing_to_millimetres_is_noise(self, offset):
        # A triangle of d mm × 1 000 m / 2: the line is drawn a little askew.
        wedge = shapely.Polygon(
            [(X0 - 50, Y0), (X0, Y0), (X0 + offset * MM, Y0 + 1_000), (X0 - 50, Y0 + 1_000)]
        )
        result = found(check(works(box(0, 0, 100, 1_000)), line_of("pbf", ("L", wedge))))
        assert [row[:2] for row in result] == ([("PBF-01", "noise")] if offset else [])
        assert [row[2] for row in result] == pytest.approx([offset * 5e5] if offset else [], rel=1e-4)

    @pytest.mark.parametrize("offset", OFFSETS)
    def test_a_parcel_that_stands_out_of_the_boundary_by_millimetres_is_noise(self, offset):
        line = line_of("udb", ("U", box(0, 0, 100 - offset * MM, 1_000)))
        result = found(check(works(box(0, 0, 100, 1_000)), line))
        area = offset * 1_000_000
        assert result == ([("UDB-01", "noise", area)] if offset else [])

    @pytest.mark.parametrize("offset", OFFSETS)
    def test_millimetres_beside_a_real_conflict_stay_part_of_it_or_of_nothing(self, offset):
        # The neighbour is 30 m deep on the line; this parcel only touches, or overlaps by d mm.
        line = line_of("pbf", ("L", box(-30, 0, 30 + offset * MM, 200)))
        result = check(works(box(-100, 0, 100, 200), box(0, 0, 100, 200)), line)
        severities = dict(zip(result.findings["plan_id"], result.findings["severity"]))
        assert severities == ({"w0": "error", "w1": "noise"} if offset else {"w0": "error"})


class TestCorners:
    @pytest.mark.parametrize("offset", OFFSETS)
    def test_a_corner_inside_the_line_by_millimetres_is_noise_of_square_millimetres(self, offset):
        line = line_of("pbf", ("L", box(-50, -50, 50 + offset * MM, 50 + offset * MM)))
        result = found(check(works(box(0, 0, 100, 100)), line))
        assert result == ([("PBF-01", "noise", offset**2)] if offset else [])

    @pytest.mark.parametrize("offset", OFFSETS)
    def test_a_corner_short_of_the_line_by_millimetres_is_no_hit(self, offset):
        line = line_of("pbf", ("L", box(-50, -50, 50 - offset * MM, 50 - offset * MM)))
        assert found(check(works(box(0, 0, 100, 100)), line)) == []


class TestBetweenTwoFeatures:
    @pytest.mark.parametrize("offset", OFFSETS)
    def test_a_slit_between_features_is_compliant_ground(self, offset):
        line = line_of("pbf", ("A", box(-50, 0, 100, 100)), ("B", box(50 + offset * MM, 0, 100, 100)))
        result = check(works(box(0, 0, 100, 100)), line)
        assert [row[:2] for row in found(result)] == [("PBF-01", "error")] * 2
        assert result.totals["compliant_area_ha"] * 1e4 == pytest.approx(offset * MM * 100, abs=1e-6)

    @pytest.mark.parametrize("offset", OFFSETS)
    def test_a_slit_in_the_boundary_is_noise_outside(self, offset):
        line = line_of("udb", ("A", box(-50, 0, 100, 100)), ("B", box(50 + offset * MM, 0, 100, 100)))
        result = found(check(works(box(0, 0, 100, 100)), line))
        area = offset * 100_000
        assert result == ([("UDB-01", "noise", area)] if offset else [])

    @pytest.mark.parametrize("offset", OFFSETS)
    def test_features_that_overlap_by_millimetres_count_the_strip_once(self, offset):
        line = line_of("pbf", ("A", box(-50, 0, 100, 100)), ("B", box(50 - offset * MM, 0, 100, 100)))
        totals = check(works(box(0, 0, 100, 100)), line).totals
        assert totals["finding_area_ha"] == pytest.approx(1.0)
        assert totals["multiple_area_ha"] * 1e4 == pytest.approx(offset * MM * 100, abs=1e-6)


class TestOtherGround:
    FAR = line_of("udb", ("far", box(-900, -900, 3_000, 14_000)))

    @pytest.mark.parametrize("offset", OFFSETS)
    def test_a_strip_of_field_under_a_planned_wood_is_noise(self, offset):
        edge = offset * MM
        base = base_of(("0101", "paddy", box(-50, 0, 50 + edge, 1_000)),
                       ("0301", "forest", box(edge, 0, 100 - edge, 1_000)))  # fmt: skip
        result = found(check(plan_of(("w", "0301", box(0, 0, 100, 1_000))), self.FAR, base=base))
        assert result == ([("CUL-04", "noise", offset * 1_000_000)] if offset else [])

    @pytest.mark.parametrize("offset", OFFSETS)
    def test_millimetres_of_field_make_no_breach_of_ground_that_nobody_knows(self, offset):
        # An orchard on the farmland line; the land cover ends at its edge, or d mm inside.
        line = line_of("pbf", ("L", box(0, 0, 100, 1_000)))
        base = base_of(("0101", "paddy", box(-50, 0, 50 + offset * MM, 1_000)))
        result = check(plan_of(("o", "0201", box(0, 0, 100, 1_000))), line, base=base)
        assert found(result) == [("PBF-02", "warning", 10**11)]
        assert list(result.findings["needs"]) == ["base land use"]
        assert result.totals["error_area_ha"] == 0

    @pytest.mark.parametrize("offset", OFFSETS)
    def test_a_slit_in_the_land_cover_asks_nobody_for_its_use(self, offset):
        half = 50 + offset * MM
        base = base_of(("0301", "forest", box(0, 0, 50, 1_000)),
                       ("0302", "forest", box(half, 0, 100 - half, 1_000)))  # fmt: skip
        notes = NoteBook()
        result = check(plan_of(("w", "0301", box(0, 0, 100, 1_000))), self.FAR, base=base, notes=notes)
        assert found(result) == []
        assert notes.of_kind("change_unknown") == []

    @pytest.mark.parametrize("offset", OFFSETS)
    def test_a_wood_that_stands_on_farmland_by_millimetres_is_noise(self, offset):
        line = line_of("pbf", ("L", box(0, 0, 100, 1_000)))
        edge = offset * MM
        base = base_of(("0101", "paddy", box(edge, 0, 100 - edge, 1_000)),
                       ("0301", "forest", box(-50, 0, 50 + edge, 1_000)))  # fmt: skip
        result = found(check(plan_of(("f", "0101", box(0, 0, 100, 1_000))), line, base=base))
        assert result == ([("PBF-08", "noise", offset * 1_000_000)] if offset else [])

    @pytest.mark.parametrize("offset", OFFSETS)
    def test_a_house_at_the_edge_of_a_control_zone_may_miss_it_by_millimetres(self, offset):
        road = shapely.LineString([(X0 - 500, Y0), (X0 + 1_500, Y0)])
        line = line_of("road", ("R", road), zones=array(["国道"]))
        near = plan_of(("h", "0701", box(0, 20 - offset * MM, 100, 50)))
        clear = plan_of(("h", "0701", box(0, 20 + offset * MM, 100, 50)))
        assert found(check(near, line)) == ([("ROA-01", "noise", offset * 100_000)] if offset else [])
        assert found(check(clear, line)) == []


class TestWhereNoiseEnds:
    @pytest.mark.parametrize(
        ("width_m", "length_m", "severity"),
        [
            (0.010, 12_000.0, "noise"),  # 120 m², 10 mm wide
            (0.100, 12_000.0, "noise"),  # 1 200 m², just not wider than 0.1 m on the average
            (0.101, 12_000.0, "error"),
            (0.101, 9.0, "noise"),  # 0.909 m²
            (0.101, 120.0, "error"),  # 12.1 m², 2A/P = 0.1009 m
        ],
    )
    def test_millimetres_are_far_from_the_limits(self, width_m, length_m, severity):
        line = line_of("pbf", ("L", box(-50, 0, 50 + width_m, length_m)))
        result = found(check(works(box(0, 0, 100, length_m)), line))
        assert [row[:2] for row in result] == [("PBF-01", severity)]
        assert math.isclose(result[0][2], width_m * length_m * 1e6, rel_tol=1e-4)
