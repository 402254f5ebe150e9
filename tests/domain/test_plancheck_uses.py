# SPDX-License-Identifier: GPL-2.0-or-later
"""Rules on the present use: changes inside a line and anywhere, and what stands on a line today."""

from __future__ import annotations

import pytest
import shapely
from dualcarbon.plugin.domain.notes import NoteBook
from plan_cases import base_of, box, check, hits_of, line_of, plan_of

HA = 10_000.0
GROUND = box(0, 0, 100, 100)


def around(*, of="udb"):
    """A line that has nothing to say about the ground of these cases."""
    return line_of(of, ("far", box(-500, -500, 3_000, 3_000)))


class TestInsideFarmland:
    LINE = line_of("pbf", ("L", box(0, 0, 80, 100)))

    def test_an_orchard_breaks_the_rule_on_changes_where_fields_are_today(self):
        # 80 m lie on the line: 50 m of fields today, 20 m of orchard, 10 m without land cover.
        base = base_of(("0101", "paddy", box(0, 0, 50, 100)), ("0201", "orchard", box(50, 0, 20, 100)))
        result = check(plan_of(("o", "0201", GROUND)), self.LINE, base=base)
        assert hits_of(result) == [
            # The orchard that stays is no change, but not on the list of the line either ...
            ("PBF-01", "o", "L", "warning", 2_000),
            # ... and the part without land cover asks for its present use, beside the breach.
            ("PBF-02", "o", "L", "error", 6_000),
            ("PBF-08", "o", "L", "warning", 2_000),
        ]
        finding = result.findings.set_index("rule_id").loc["PBF-02"]
        whole = shapely.union(box(0, 0, 50, 100), box(70, 0, 10, 100))
        assert shapely.equals(finding["geometry"], whole)
        assert (finding["base_code"], finding["place"]) == ("0101", "inside")
        # Only the fields are a breach; the rest of the finding is a question.
        assert result.totals["error_area_ha"] == pytest.approx(0.5)
        assert result.totals["finding_area_ha"] == pytest.approx(0.8)

    def test_without_land_cover_the_change_is_listed_as_not_run(self):
        result = check(plan_of(("o", "0201", GROUND)), self.LINE)
        assert hits_of(result) == [("PBF-01", "o", "L", "warning", 8_000)]
        reasons = result.not_run.set_index("rule_id")
        for rule in ("PBF-02", "PBF-03", "PBF-08", "CUL-04", "SEA-01"):
            assert "present use" in reasons.at[rule, "reason"]
            assert reasons.at[rule, "checked_by"] == "checkplan"

    def test_land_cover_that_speaks_no_rule_codes_counts_as_none(self):
        base = base_of((None, "forest", GROUND))
        result = check(plan_of(("o", "0201", GROUND)), self.LINE, base=base)
        assert hits_of(result) == [("PBF-01", "o", "L", "warning", 8_000)]
        assert "PBF-02" in set(result.not_run["rule_id"])


class TestStandingOnFarmland:
    """PBF-08: permanent farmland should be cultivated today, whatever the plan says about it."""

    LINE = line_of("pbf", ("L", box(0, 0, 200, 100)))

    def test_forest_under_a_planned_field_is_a_warning_on_its_ground_only(self):
        base = base_of(("0301", "forest", box(30, 20, 40, 50)), ("0101", "paddy", box(0, 0, 30, 100)))
        result = check(plan_of(("f", "0101", GROUND)), self.LINE, base=base)
        assert hits_of(result) == [("PBF-08", "f", "L", "warning", 2_000)]
        assert shapely.equals(result.findings["geometry"][0], box(30, 20, 40, 50))
        assert result.totals["compliant_area_ha"] == pytest.approx(0.8)

    @pytest.mark.parametrize(("side_m", "severity"), [(14.0, "noise"), (14.2, "warning")])
    def test_a_plot_up_to_200_m2_is_noise(self, side_m, severity):
        # 14.0² = 196 m², 14.2² = 201.64 m².
        base = base_of(("0301", "forest", box(30, 20, side_m, side_m)))
        result = check(plan_of(("f", "0101", GROUND)), self.LINE, base=base)
        assert list(result.findings["severity"]) == [severity]

    def test_one_plot_under_two_features_counts_as_one(self):
        # 12 m × 25 m, 150 m² on either feature.
        halves = line_of("pbf", ("A", box(0, 0, 50, 100)), ("B", box(50, 0, 50, 100)))
        base = base_of(("0301", "forest", box(44, 20, 12, 25)))
        result = check(plan_of(("f", "0101", GROUND)), halves, base=base)
        assert [hit[2:] for hit in hits_of(result)] == [("A", "warning", 150), ("B", "warning", 150)]

    def test_ground_of_the_line_without_land_cover_is_told(self):
        notes = NoteBook()
        base = base_of(("0101", "paddy", box(0, 0, 150, 100)))
        result = check(plan_of(("f", "0101", GROUND)), self.LINE, base=base, notes=notes)
        assert len(result.findings) == 0
        (note,) = notes.of_kind("present_use_unknown")
        assert note.area_ha == pytest.approx(0.5)
        assert "PBF-08" in str(note)

    def test_full_land_cover_needs_no_word_though_its_polygons_miss_each_others_vertices(self):
        notes = NoteBook()
        base = base_of(
            ("0101", "paddy", box(0, 0, 200, 50)),
            ("0102", "paddy", box(0, 50, 90, 50)),
            ("0103", "paddy", box(90, 50, 110, 50)),
        )
        check(plan_of(("f", "0101", GROUND)), self.LINE, base=base, notes=notes)
        assert notes.of_kind("present_use_unknown") == []


class TestAnywhere:
    """CUL-04 and SEA-01 need no line."""

    def test_planting_a_field_is_warned_wherever_it_lies(self):
        base = base_of(("0101", "paddy", box(0, 0, 60, 100)), ("0201", "orchard", box(60, 0, 40, 100)))
        result = check(plan_of(("w", "0301", GROUND)), around(), base=base)
        assert hits_of(result) == [("CUL-04", "w", None, "warning", 6_000)]
        assert list(result.findings["place"]) == ["anywhere"]
        assert list(result.findings["line_type"]) == ["cultivated"]
        assert list(result.findings["line_status"]) == ["legal"]

    @pytest.mark.parametrize(("width_m", "severity"), [(20.0, "noise"), (20.5, "warning")])
    def test_up_to_400_m2_are_noise(self, width_m, severity):
        field = box(0, 0, width_m, 20)
        base = base_of(("0101", "paddy", field), ("0201", "orchard", shapely.difference(GROUND, field)))
        result = check(plan_of(("w", "0301", GROUND)), around(), base=base)
        assert hits_of(result) == [("CUL-04", "w", None, severity, 20 * width_m)]

    def test_a_parcel_that_equals_the_polygon_of_its_use_is_decided_by_code(self):
        field, grove = box(0, 0, 100, 100), box(100, 0, 100, 100)
        base = base_of(("0101", "paddy", field), ("0301", "forest", grove))
        plan = plan_of(("new", "0301", box(0, 0, 100, 100)), ("old", "0301", box(100, 0, 100, 100)))
        result = check(plan, around(), base=base)
        assert hits_of(result) == [("CUL-04", "new", None, "warning", HA)]

    def test_an_equal_polygon_hides_nothing_where_the_land_cover_overlaps_itself(self):
        # A polygon counts once and the lower code keeps the ground: 30 m of field under the forest.
        base = base_of(("0301", "forest", GROUND), ("0101", "paddy", box(0, 0, 30, 100)))
        result = check(plan_of(("w", "0301", GROUND)), around(), base=base)
        equal_twice = base_of(("0301", "forest", GROUND), ("0101", "paddy", GROUND))
        assert hits_of(check(plan_of(("w", "0301", GROUND)), around(), base=equal_twice)) == [
            ("CUL-04", "w", None, "warning", HA)
        ]
        assert hits_of(result) == [("CUL-04", "w", None, "warning", 3_000)]

    def test_ground_of_which_nobody_knows_the_use_is_told_and_no_finding(self):
        notes = NoteBook()
        base = base_of(("0301", "forest", box(0, 0, 60, 100)))
        plan = plan_of(("w", "0301", GROUND), ("f", "0101", box(100, 0, 100, 100)))
        result = check(plan, around(), base=base, notes=notes)
        assert hits_of(result) == []
        (note,) = notes.of_kind("change_unknown")
        assert (note.area_ha, list(note.ids)) == (pytest.approx(0.4), ["w"])
        assert "CUL-04" in str(note)

    def test_unknown_ground_beside_a_field_is_no_part_of_the_finding(self):
        notes = NoteBook()
        base = base_of(("0101", "paddy", box(0, 0, 60, 100)), (None, "unmapped", box(60, 0, 10, 100)))
        result = check(plan_of(("w", "0301", GROUND)), around(), base=base, notes=notes)
        assert hits_of(result) == [("CUL-04", "w", None, "warning", 6_000)]
        assert result.totals["compliant_area_ha"] == pytest.approx(0.4)
        assert notes.of_kind("change_unknown")[0].area_ha == pytest.approx(0.4)

    def test_building_on_the_sea_is_an_error(self):
        base = base_of(("1801", "sea", box(0, 0, 25, 100)), ("0101", "paddy", box(25, 0, 75, 100)))
        result = check(plan_of(("port", "0701", GROUND)), around(), base=base)
        assert hits_of(result) == [("SEA-01", "port", None, "error", 2_500)]

    def test_ground_that_nobody_knows_is_told_where_there_is_sea_at_all(self):
        coast_notes, inland_notes = NoteBook(), NoteBook()
        coast = base_of(("1801", "sea", box(-100, 0, 100, 100)), ("0101", "paddy", box(25, 0, 75, 100)))
        result = check(plan_of(("port", "0701", GROUND)), around(), base=coast, notes=coast_notes)
        assert hits_of(result) == []
        (note,) = coast_notes.of_kind("change_unknown")
        assert note.area_ha == pytest.approx(0.25)
        assert "SEA-01" in str(note)
        inland = base_of(("0101", "paddy", box(25, 0, 75, 100)))
        result = check(plan_of(("port", "0701", GROUND)), around(), base=inland, notes=inland_notes)
        assert hits_of(result) == []
        assert inland_notes.of_kind("change_unknown") == []
        assert "no sea" in result.not_run.set_index("rule_id").at["SEA-01", "reason"]

    def test_a_stand_in_line_leaves_the_rules_without_a_line_in_force(self):
        base = base_of(("1801", "sea", GROUND))
        trial = line_of("udb", ("far", box(-500, -500, 3_000, 3_000)), status="standin")
        result = check(plan_of(("port", "0701", GROUND)), trial, base=base)
        assert hits_of(result) == [("SEA-01", "port", None, "error", HA)]
        assert result.findings["legal_basis"].notna().all()
