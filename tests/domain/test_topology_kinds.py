# SPDX-License-Identifier: GPL-2.0-or-later
"""The tables that tie kinds of findings, pairs of lines, fields and minimum areas to the rule pack."""

from __future__ import annotations

import re
import string
from datetime import date

import pytest
from dualcarbon.plugin.domain.rules import load_rule_pack, rules_in_force
from dualcarbon.plugin.domain.text_tables import read_text_table
from dualcarbon.plugin.domain.topology.kinds import kinds_of
from dualcarbon.plugin.paths import RESOURCES

FOLDER = RESOURCES / "rules"
PACK = load_rule_pack("cn_national")
KINDS = read_text_table(FOLDER / "finding_kinds.csv")
PAIRS = read_text_table(FOLDER / "line_pairs.csv")


def placeholders(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_kind_cites_a_rule_of_the_pack_and_says_the_same_in_both_languages():
    assert set(KINDS["rule_id"]) - {""} <= set(PACK.rules.index)
    assert set(KINDS["severity"]) <= {"", "warning", "info"}
    assert not KINDS.duplicated(["check", "kind"]).any()
    differing = [
        row.kind
        for row in KINDS.itertuples()
        if placeholders(row.message_zh) != placeholders(row.message_en) or not row.message_zh
    ]
    assert differing == []


def test_every_rule_on_topology_and_data_of_all_layers_has_a_kind():
    rules = PACK.rules[PACK.rules["line_type"] == "data"]
    assert set(rules.index) == set(KINDS["rule_id"]) - {""}


def test_every_pair_names_lines_and_zones_and_a_rule_on_pairs():
    assert set(PAIRS["line_a"]) | set(PAIRS["line_b"]) <= set(PACK.line_types.index)
    assert set(PAIRS["relation"]) == {"disjoint", "inside", "avoid"}
    rules = PACK.rules.loc[sorted(set(PAIRS["rule_id"]))]
    assert set(rules["where"]) == {"pair"}
    known = set(zip(PACK.zones["line_type"], PACK.zones["zone"]))
    for row in PAIRS.itertuples():
        assert row.yields in ("", row.line_a, row.line_b)
        assert not row.zone_a or (row.line_a, row.zone_a) in known
    # The overlap noise limit of the three lines, and the areas that the rules on wetland and avoidance state.
    stated = {rule_id: re.search(r"(\d+) m2", text) for rule_id, text in rules["tolerance"].items()}
    assert {rule_id: found[1] for rule_id, found in stated.items()} == dict(rules["min_area_m2"])


def test_every_rule_on_a_pair_of_lines_is_checked():
    rules = PACK.rules[(PACK.rules["where"] == "pair") & PACK.rules["check_type"].isin(["topology", "avoid"])]
    lines = rules[rules["line_type"] != "data"]
    assert set(lines.index) == set(PAIRS["rule_id"])


def test_a_rule_that_is_not_in_force_takes_its_kinds_with_it():
    law = rules_in_force(PACK, date(2026, 4, 1))
    assert kinds_of("checktopology", law, "en").off() == []
    assert kinds_of("checklines", law, "en").off() == []


@pytest.mark.parametrize(
    ("field", "value", "fits"),
    [
        ("BSM", "330106001001000001", True),
        ("BSM", "33010600100100001", False),
        ("YSDM", "2090020610", True),
        ("YSDM", "209002061", False),
        ("XZQDM", "330106001001", True),
        ("XZQDM", "330106", False),
        ("XZQMC", "余杭区", True),
        ("XZQMC", "", False),
    ],
)
def test_fields_have_the_lengths_of_the_specification(field, value, fits):
    """BSM 18, YSDM 10, XZQDM 12, XZQMC at most 100 characters (rule D-03)."""
    fields = read_text_table(FOLDER / "line_fields.csv").set_index("field")
    assert (re.fullmatch(fields.at[field, "pattern"], value) is not None) == fits
