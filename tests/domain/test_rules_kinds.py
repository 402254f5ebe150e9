# SPDX-License-Identifier: GPL-2.0-or-later
"""How each kind of rule judges: positive lists, changes of use, present uses, activities, conditions."""

from __future__ import annotations

from datetime import date

import pytest
from dualcarbon.plugin.domain.rules import (
    AUTOMATED,
    judge,
    load_rule_pack,
    rule_of,
    rules_in_force,
)
from plan_cases import profile

TODAY = rules_in_force(load_rule_pack("cn_national"), date(2026, 4, 1))


def verdicts(line_type, code, base=None, *, zone="", place="inside", pack=TODAY, **given):
    """Verdicts as rule → (verdict, severity, needs)."""
    found = judge(pack, line_type, zone, place, code, base, **given)
    return {v.rule_id: (v.verdict, v.severity, v.needs) for v in found}


class TestWhitelist:
    """UDB-02, control-lines.md section 2.3: project families that may be built outside the boundary.

    By itself, UDB-01 switched off: with it, the list speaks only about what UDB-01 leaves open.
    """

    @pytest.fixture
    def alone(self, tmp_path):
        pack = profile(tmp_path, {"rule_id": "UDB-01", "enabled": "no"})
        return lambda code: verdicts("udb", code, place="outside", pack=pack)

    @pytest.mark.parametrize("code", ["0701", "0902", "1001", "12", "0703", "0804", "16"])
    def test_what_the_lists_of_the_line_name_is_not_asked_twice(self, code):
        assert "UDB-02" not in verdicts("udb", code, place="outside")

    @pytest.mark.parametrize("code", ["0703", "0704", "1002", "1003", "12", "1202", "13", "15", "1501"])
    def test_what_the_list_names_plainly_passes(self, alone, code):
        assert alone(code) == {}

    @pytest.mark.parametrize("code", ["0701", "0702", "0801", "0902", "1001", "1101", "14", "1402", "16"])
    def test_construction_that_is_not_on_the_list_is_a_finding_of_the_rules_severity(self, alone, code):
        assert alone(code)["UDB-02"] == ("unlisted", "warning", "")

    @pytest.mark.parametrize(("code", "proof"), [("0804", "村小"), ("0806", "村卫"), ("0901", "旅游配套")])
    def test_a_qualifier_on_the_list_has_to_be_proven(self, alone, code, proof):
        assert alone(code)["UDB-02"] == ("conditional", "warning", proof)

    @pytest.mark.parametrize("code", ["07", "08", "09", "10"])
    def test_a_code_of_which_only_a_part_is_on_the_list_needs_its_finer_code(self, alone, code):
        assert alone(code)["UDB-02"] == ("conditional", "warning", "finer code")

    @pytest.mark.parametrize("code", ["01", "0201", "0301", "0601", "1701", "1801", "2301"])
    def test_a_list_of_projects_says_nothing_about_other_land(self, code):
        assert verdicts("udb", code, place="outside") == {}

    @pytest.mark.parametrize("code", ["1003", "15", "1502"])
    def test_codes_that_no_rule_named_before_now_pass_by_the_list(self, code):
        # UDB-01 speaks neither about salt pans (1003) nor about special land as a whole (15, 1502).
        assert verdicts("udb", code, place="outside") == {}


class TestConditional:
    def test_a_condition_of_the_rule_asks_for_a_document(self):
        assert verdicts("udb", "0701", zone="elastic") == {"UDB-04": ("conditional", "warning", "")}
        assert verdicts("flood", "1001") == {"FLD-01": ("conditional", "warning", "")}
        assert verdicts("heritage_belt", "0901") == {"HIS-02": ("conditional", "warning", "")}

    def test_what_the_rule_allows_passes(self):
        assert verdicts("udb", "0301", zone="elastic") == {}
        assert verdicts("flood", "0501") == {}


class TestTransition:
    @pytest.mark.parametrize(
        ("code", "rule_id"),
        [("0201", "PBF-02"), ("0301", "PBF-02"), ("1704", "PBF-02"), ("060202", "PBF-03")],
    )
    def test_farmland_may_not_become_another_farm_use(self, code, rule_id):
        found = verdicts("pbf", code, "0101", base_given=True)
        assert found == {rule_id: ("forbidden", "error", "")}

    def test_a_field_track_needs_the_proof_that_it_belongs_to_a_farm_project(self):
        found = verdicts("pbf", "060102", "0103", base_given=True)
        assert found == {"PBF-03": ("conditional", "warning", "")}

    def test_an_unknown_present_use_has_to_be_found_out(self):
        found = verdicts("pbf", "0201", None, base_given=True)
        assert found == {"PBF-02": ("conditional", "warning", "base land use")}

    def test_an_orchard_that_stays_is_no_change_but_still_not_listed(self):
        found = verdicts("pbf", "0201", "0201", base_given=True)
        assert found["PBF-01"] == ("unlisted", "warning", "")
        assert "PBF-02" not in found

    def test_without_land_cover_the_closed_world_speaks_as_ever(self):
        assert verdicts("pbf", "0201", None) == {"PBF-01": ("unlisted", "warning", "")}

    @pytest.mark.parametrize(
        ("line_type", "code", "base", "expected"),
        [
            ("cultivated", "0301", "0101", {"CUL-04": ("conditional", "warning", "")}),
            ("cultivated", "1402", "0103", {"CUL-04": ("conditional", "warning", "")}),
            ("cultivated", "1703", "0103", {}),
            ("cultivated", "0301", "0201", {}),
            ("cultivated", "0201", "0101", {}),
            ("cultivated", "0301", None, {}),
            ("sea", "0701", None, {}),
            ("sea", "0301", "1801", {}),
            ("sea", "0701", "0101", {}),
        ],
    )
    def test_some_changes_count_wherever_they_are(self, line_type, code, base, expected):
        assert verdicts(line_type, code, base, place="anywhere", base_given=True) == expected

    def test_building_on_the_sea_is_reclamation(self):
        found = verdicts("sea", "0701", "1801", place="anywhere", base_given=True)
        assert list(found) == ["SEA-01"]


class TestBaseline:
    def test_the_present_use_itself_is_asked_whatever_is_planned(self):
        # PBF-08: the survey should show 0101, 0102 or 0103 on permanent farmland.
        assert verdicts("pbf", "0101", "0301", base_given=True) == {"PBF-08": ("unlisted", "warning", "")}
        assert verdicts("pbf", "0101", "0103", base_given=True) == {}

    def test_an_unknown_present_use_breaks_nothing(self):
        assert verdicts("pbf", "0101", None, base_given=True) == {}

    def test_it_lists_nothing_that_is_planned(self):
        found = verdicts("pbf", "05", "0501", base_given=True)
        assert found == {"PBF-01": ("unlisted", "warning", ""), "PBF-08": ("unlisted", "warning", "")}


class TestActivity:
    def test_a_code_only_tells_where_to_look(self):
        # Graves in a scenic area, mining in a peat bog: no list of these lines speaks about them.
        assert verdicts("scenic", "1506") == {"SCN-02": ("conditional", "warning", "activity")}
        assert verdicts("peat", "1002") == {"PEA-01": ("conditional", "warning", "activity")}

    def test_what_a_list_questions_anyway_is_not_asked_twice(self):
        assert list(verdicts("pbf", "1506")) == ["PBF-01"]
        assert list(verdicts("erl", "1202", zone="general")) == ["ERL-02"]

    def test_what_the_rule_allows_or_does_not_name_asks_nothing(self):
        assert "PUR-01" not in verdicts("purple", "1504")
        assert "PBF-04" not in verdicts("pbf", "0701")

    def test_a_qualifier_is_named(self):
        assert verdicts("scenic", "1102") == {"SCN-02": ("conditional", "warning", "危险品")}
        assert list(verdicts("scenic", "1102", zone="core")) == ["SCN-01"]

    def test_markers_alone_show_in_no_code(self):
        assert not rule_of(TODAY, "ERL-03").speaks
        assert rule_of(TODAY, "ERL-04").speaks


class TestCondition:
    """A rule with a condition on the parcel: it holds, it does not, or nobody knows."""

    @pytest.fixture
    def pack(self, tmp_path):
        return profile(
            tmp_path,
            {"rule_id": "PBF-06", "condition": "\"layers\" > 2"},
            {"rule_id": "X-01", "line_type": "pbf", "check_type": "overlay_code", "where": "inside",
             "allowed_codes": "0201", "condition": "\"green\"", "rule_text": "Tea.", "severity": "error"},
        )  # fmt: skip

    def test_the_rule_speaks_only_where_it_holds(self, pack):
        assert list(verdicts("pbf", "0703", pack=pack)) == ["PBF-01", "PBF-06"]
        assert list(verdicts("pbf", "0703", pack=pack, doubts=(("PBF-06", False),))) == ["PBF-01"]

    def test_where_nobody_knows_it_asks_for_the_condition(self, pack):
        found = verdicts("pbf", "0703", pack=pack, doubts=(("PBF-06", None),))
        assert found["PBF-06"] == ("conditional", "warning", "condition")

    @pytest.mark.parametrize(("doubt", "expected"), [(False, ["PBF-01"]), (None, ["PBF-01"])])
    def test_what_is_allowed_under_a_condition_is_not_allowed_without_it(self, pack, doubt, expected):
        assert verdicts("pbf", "0201", pack=pack) == {}
        found = verdicts("pbf", "0201", pack=pack, doubts=(("X-01", doubt),))
        assert list(found) == expected
        assert found["PBF-01"][0] == "unlisted"


def test_every_kind_that_the_plan_check_answers_for_is_looked_up_by_code():
    kinds = TODAY.check_types
    mine = set(kinds.index[kinds["checked_by"] == "checkplan"]) - {"dispatch"}
    assert mine == AUTOMATED
