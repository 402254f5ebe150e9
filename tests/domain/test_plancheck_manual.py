# SPDX-License-Identifier: GPL-2.0-or-later
"""No rule passes in silence: each is decided, or listed with who looks after it and what that takes."""

from __future__ import annotations

import pytest
from dualcarbon.plugin.domain.plancheck.manual import GROUPS, NOT_RUN_COLUMNS
from dualcarbon.plugin.domain.rules import load_rule_pack, place_of, rules_in_force
from plan_cases import AS_OF, array, base_of, box, check, line_of, plan_of

GROUND = box(0, 0, 100, 100)
LAW = rules_in_force(load_rule_pack("cn_national"), AS_OF)
PLAN = plan_of(("p", "1002", GROUND))
FULL = base_of(("0101", "paddy", GROUND))


def listed(*lines, base=FULL, plan=PLAN):
    return check(plan, *lines, base=base).not_run.set_index("rule_id")


@pytest.fixture(scope="module")
def on_farmland():
    return listed(line_of("pbf", ("L", GROUND)))


class TestWhoLooksAfterARule:
    @pytest.mark.parametrize(
        ("rule_id", "checked_by", "needs"),
        [
            ("PBF-07", "checkquantities", "targets"),
            ("PBF-10", "checklines", "against each other"),
            ("PBF-11", "manual", "slope raster"),
            ("PBF-12", "manual", "permits"),
            ("PBF-13", "manual", "approval numbers"),
            ("CON-01", "checklines", "against each other"),
            ("CON-04", "checklines", "conflicts"),
            ("CON-05", "manual", "handed down"),
            ("CON-06", "checkquantities", "targets"),
            ("CUL-02", "checkquantities", "replenishment"),
            ("Q-05", "checkquantities", "targets"),
            ("D-01", "checklines;checktopology", "layers"),
            ("T-01", "checktopology", "one layer"),
            ("T-02", "checklines;checktopology", "layers"),
        ],
    )
    def test_reason_and_algorithm(self, on_farmland, rule_id, checked_by, needs):
        row = on_farmland.loc[rule_id]
        assert row["checked_by"] == checked_by
        assert needs in row["reason"]
        assert ("by hand" in row["reason"]) == (checked_by == "manual")
        assert ("人工" in row["reason_zh"]) == (checked_by == "manual")

    def test_decided_rules_are_not_listed(self):
        rules = set(listed(line_of("pbf", ("L", GROUND)), line_of("udb", ("U", GROUND))).index)
        assert not {"PBF-01", "PBF-02", "PBF-03", "PBF-06", "PBF-08", "UDB-01", "UDB-02", "CUL-04"} & rules

    def test_activities_stay_on_the_list_with_the_findings_that_ask_for_them(self):
        table = listed(line_of("pbf", ("A", box(0, 0, 50, 100)), ("B", box(50, 0, 50, 100))))
        # Mining (1002) on two features breaks PBF-01, so extraction (PBF-04) and mining rights (PBF-05)
        # need not ask once more; they stay for those who judge the project.
        assert table.loc[["PBF-04", "PBF-05"], "findings"].tolist() == [0, 0]
        assert table.loc[["PBF-04", "PBF-05"], "checked_by"].tolist() == ["manual"] * 2
        assert table.at["PBF-09", "findings"] == 0

    def test_an_activity_that_no_list_questions_counts_its_findings(self):
        table = listed(line_of("peat", ("A", box(0, 0, 50, 100)), ("B", box(50, 0, 50, 100))))
        assert (table.at["PEA-01", "checked_by"], table.at["PEA-01", "findings"]) == ("manual", 2)

    def test_a_marker_that_shows_in_no_code_is_manual_without_findings(self):
        row = listed(line_of("erl", ("E", GROUND))).loc["ERL-03"]
        assert (row["checked_by"], row["findings"]) == ("manual", 0)

    def test_an_input_that_this_check_lacked_is_named(self):
        table = listed(line_of("udb", ("U", GROUND)), base=None)
        assert "zone" in table.at["UDB-04", "reason"]
        assert "BASE" in table.at["CUL-04", "reason"]
        assert set(table.loc[["UDB-04", "CUL-04", "SEA-01"], "checked_by"]) == {"checkplan"}

    def test_a_road_without_ranks_leaves_its_rules_undecided(self):
        table = listed(line_of("road", ("R", GROUND)))
        assert {"ROA-01", "ROA-02"} <= set(table.index)


def test_each_rule_of_every_line_is_decided_or_listed():
    """All line types of the pack at once; what is not listed must be able to give a finding."""
    types = sorted(set(LAW.rules["line_type"]) - {"plan", "data", "carbon", "three_lines", "heritage"})
    zones = LAW.zones.drop_duplicates("line_type").set_index("line_type")["raw_value"]
    lines = [
        line_of(name, ("L", GROUND), zones=array([zones[name]]) if name in zones else None) for name in types
    ]
    result = check(PLAN, *lines, base=FULL)
    assert tuple(result.not_run.columns) == NOT_RUN_COLUMNS
    at_hand = LAW.rules[LAW.rules["line_type"].isin([*types, *GROUPS])]
    silent = at_hand[~at_hand["rule_id"].isin(result.not_run["rule_id"])]
    decided_here = {"overlay_code", "buffer_code", "conditional", "whitelist", "transition", "baseline_code"}
    assert set(silent["check_type"]) <= decided_here
    assert all(place_of(row, LAW.rings) for _, row in silent.iterrows())
    assert (result.not_run["reason"] != "").all()
    assert (result.not_run["reason_zh"] != "").all()
    assert (result.not_run["checked_by"] != "").all()
