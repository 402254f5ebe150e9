# SPDX-License-Identifier: GPL-2.0-or-later
"""Several layers of one kind, each with its own standing, and collective layers dispatched by sub-type."""

from __future__ import annotations

from dataclasses import replace

import pytest
from dualcarbon.plugin.domain.errors import RuleError
from dualcarbon.plugin.domain.notes import NoteBook
from plan_cases import array, box, check, hits_of, line_of, plan_of, profile

HA = 10_000.0
GROUND = box(0, 0, 100, 100)


class TestStanding:
    """A draft beside the line in force."""

    LEGAL = line_of("udb", ("1", box(0, 0, 60, 100)), layer="CZKFBJ")
    DRAFT = line_of("udb", ("1", box(0, 0, 90, 100)), layer="CZKFBJ 2030", status="draft")
    HOUSE = plan_of(("h", "0701", GROUND))

    def test_a_draft_line_never_lifts_what_the_line_in_force_forbids(self):
        result = check(self.HOUSE, self.LEGAL, self.DRAFT)
        table = result.findings[["rule_id", "line_status", "severity", "area_m2"]]
        assert sorted(table.itertuples(index=False, name=None)) == [
            ("UDB-01", "draft", "info", pytest.approx(1_000)),
            ("UDB-01", "legal", "error", pytest.approx(4_000)),
        ]
        assert result.totals["error_area_ha"] == pytest.approx(0.4)
        assert result.totals["finding_area_ha"] == pytest.approx(0.4)

    def test_findings_of_either_keep_keys_of_their_own_and_the_line_in_force_its_old_ones(self):
        alone = check(self.HOUSE, self.LEGAL).findings
        both = check(self.HOUSE, self.LEGAL, self.DRAFT).findings
        assert both["finding_key"].is_unique
        assert set(alone["finding_key"]) == set(both.loc[both["line_status"] == "legal", "finding_key"])

    def test_the_same_ids_in_two_layers_do_not_share_a_key(self):
        west = line_of("pbf", ("1", box(0, 0, 50, 100)), layer="west")
        east = line_of("pbf", ("1", box(50, 0, 50, 100)), layer="east")
        plan = line_of("pbf", ("1", box(0, 0, 100, 50)), layer="plan", status="draft")
        result = check(self.HOUSE, west, east, plan)
        assert result.findings["finding_key"].is_unique
        assert list(result.findings["rule_id"]) == ["PBF-01"] * 3
        again = check(self.HOUSE, plan, east, west)
        assert list(again.findings["finding_key"]) == list(result.findings["finding_key"])

    def test_the_very_same_layer_twice_still_has_keys_of_its_own(self):
        line = line_of("pbf", ("1", GROUND))
        result = check(self.HOUSE, line, replace(line, layer="copy"))
        assert result.findings["finding_key"].is_unique
        assert result.totals["finding_area_ha"] == pytest.approx(1.0)

    def test_one_stand_in_does_not_weaken_other_lines(self):
        trial = line_of("erl", ("E", GROUND), status="standin")
        result = check(plan_of(("h", "0703", GROUND)), line_of("pbf", ("L", GROUND)), trial)
        severities = dict(zip(result.findings["rule_id"], result.findings["severity"]))
        assert severities == {"PBF-01": "error", "PBF-06": "error", "ERL-02": "info"}


class TestHeritage:
    """HEA-01: sub-types of the collective layer go to the lines that rules know."""

    PLAN = plan_of(("w", "1001", box(0, 0, 120, 100)))
    LINE = line_of(
        "heritage",
        ("block", box(0, 0, 20, 100)),
        ("relic", box(20, 0, 20, 100)),
        ("belt", box(40, 0, 20, 100)),
        ("purple", box(60, 0, 20, 100)),
        ("core", box(80, 0, 20, 100)),
        zones=array(["历史文化街区", "文物保护单位", "建设控制地带", "城市紫线", "核心景区"]),
        layer="LSWHBHX",
    )

    def test_every_sub_type_meets_the_rules_of_its_line(self):
        result = check(self.PLAN, self.LINE)
        assert hits_of(result) == [
            ("HIS-01", "w", "block", "error", 2_000),
            ("HIS-03", "w", "relic", "error", 2_000),
            # 1001 is coarser than the 100102 that the purple line asks about.
            ("PUR-01", "w", "purple", "warning", 2_000),
            ("SCN-01", "w", "core", "error", 2_000),
        ]
        assert "HEA-01" not in set(result.not_run["rule_id"])

    def test_features_without_a_sub_type_are_told_and_listed(self):
        notes = NoteBook()
        line = replace(self.LINE, zones=array(["历史文化街区", None, " ", "城市紫线", "核心景区"]))
        result = check(self.PLAN, line, notes=notes)
        assert [hit[2] for hit in hits_of(result)] == ["block", "purple", "core"]
        (note,) = notes.of_kind("no_subtype")
        assert (note.count, note.ids) == (2, ("relic", "belt"))
        row = result.not_run.set_index("rule_id").loc["HEA-01"]
        assert (row["checked_by"], "sub-type" in row["reason"]) == ("checkplan", True)

    def test_an_unknown_sub_type_stops_the_check(self):
        with pytest.raises(RuleError, match=r"LSWHBHX.*古树"):
            check(self.PLAN, replace(self.LINE, zones=array(["古树"] * 5)))


class TestConditions:
    """A province's condition on the plan feature, evaluated outside: True, False, or NULL."""

    def checked(self, folder, answers):
        pack = profile(folder, {"rule_id": "PBF-06", "condition": '"CS" > 3'})
        plan = plan_of(
            ("a", "0703", box(0, 0, 50, 100)),
            ("b", "0703", box(50, 0, 50, 100)),
            ("c", "0703", box(100, 0, 50, 100)),
            conditions={} if answers is None else {"PBF-06": array(answers)},
        )
        result = check(plan, line_of("pbf", ("L", box(0, 0, 200, 100))), pack=pack)
        rows = result.findings[result.findings["rule_id"] == "PBF-06"]
        return {row.plan_id: (row.severity, row.needs) for row in rows.itertuples()}

    def test_the_rule_speaks_where_the_condition_holds_and_asks_where_it_is_unknown(self, tmp_path):
        found = self.checked(tmp_path, [True, False, None])
        assert found == {"a": ("error", None), "c": ("warning", "condition")}

    def test_a_condition_that_nobody_evaluated_is_unknown_everywhere(self, tmp_path):
        assert set(self.checked(tmp_path, None).values()) == {("warning", "condition")}


class TestWithoutALine:
    def test_a_provinces_rule_may_hold_wherever_the_plan_lies(self, tmp_path):
        rule = {
            "rule_id": "P-01", "line_type": "cultivated", "check_type": "overlay_code", "where": "anywhere",
            "forbidden_codes": "100103", "rule_text": "No heavy industry.", "severity": "error",
        }  # fmt: skip
        plan = plan_of(("a", "100103", GROUND), ("b", "100101", box(100, 0, 100, 100)))
        far = line_of("pbf", ("L", box(900, 900, 10, 10)))
        result = check(plan, far, pack=profile(tmp_path, rule))
        assert hits_of(result) == [("P-01", "a", None, "error", HA)]
        assert result.findings["place"][0] == "anywhere"
