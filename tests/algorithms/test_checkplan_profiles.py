# SPDX-License-Identifier: GPL-2.0-or-later
"""Plan checks by a user's own rules: conditions on the parcel, rules switched off, a stricter city."""

from __future__ import annotations

import csv

import pytest
from layers_by_hand import check_draft, control_line, make_layer, manifest_of, notes_of, square

X, Y = 500_000.0, 3_300_000.0
#: Three homesteads of 1 ha on farmland: temporary, permanent, and one that does not say.
HOMESTEADS = make_layer(
    [
        (square(X + 100 * n, Y), {"BSM": f"p{n}", "YDYHFLDM": "0703", "GHYT": use})
        for n, use in enumerate(["临时", "永久", None])
    ],
    name="GHYDYH",
)
FARMLAND = control_line((square(X - 50, Y - 50, 500, 250), {}))


@pytest.fixture
def check(run, tmp_path):
    def call(plan, profile=None, **more):
        rules = {} if profile is None else {"RULES": str(write_profile(tmp_path / "city.csv", *profile))}
        return check_draft(run, tmp_path / "check.json", plan, **rules, **more)

    return call


def write_profile(path, *rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(dict.fromkeys(name for row in rows for name in row)), restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def told(findings, rule_id):
    return {f["plan_id"]: f["severity"] for f in findings if f["rule_id"] == rule_id}


def test_a_rule_speaks_where_its_condition_holds_and_asks_where_nobody_knows(check):
    profile = [{"rule_id": "PBF-06", "extends": "cn_national", "condition": "\"GHYT\" <> '临时'"}]
    _, findings = check(HOMESTEADS, profile, FARMLAND=FARMLAND)
    assert told(findings, "PBF-06") == {"p1": "error", "p2": "warning"}
    assert told(findings, "PBF-01") == {"p0": "error", "p1": "error", "p2": "error"}


def test_without_the_field_the_check_ends_in_one_sentence(refused, tmp_path):
    profile = write_profile(
        tmp_path / "city.csv",
        {"rule_id": "PBF-06", "extends": "cn_national", "condition": "\"ZJZT\" = '新建'"},
    )
    sentence = refused(
        "checkplan",
        PLAN=HOMESTEADS,
        PLAN_FIELD="YDYHFLDM",
        PLAN_CLASSIFICATION="cn_landsea_2023",
        FARMLAND=FARMLAND,
        RULES=str(profile),
        OUTPUT="memory:",
    )
    assert "row 2, column condition" in sentence
    assert "“ZJZT”" in sentence
    assert "GHYT" in sentence


def test_a_rule_that_is_switched_off_finds_nothing_and_is_listed(check):
    profile = [{"rule_id": "PBF-06", "extends": "cn_national", "enabled": "no"}]
    result, findings = check(HOMESTEADS, profile, FARMLAND=FARMLAND)
    assert {f["rule_id"] for f in findings} == {"PBF-01"}
    pack = manifest_of(result)["rule_pack"]
    assert (pack["id"], pack["switched_off"]) == ("city", ["PBF-06"])
    assert [parent["id"] for parent in pack["extends"]] == ["cn_national"]
    note = notes_of(result)["rules_switched_off"]
    assert (note["count"], note["values"]["rules"]) == (1, "PBF-06")


def test_qingdao_forbids_in_the_blue_line_what_the_national_pack_lets_pass_with_a_paper(check):
    plan = [(square(X, Y), "1303"), (square(X + 100, Y), "1311")]
    line = control_line((square(X - 50, Y - 50, 500, 250), {}), name="ZXCQCSLX")
    severities = {}
    for pack in ("cn_national", "cn_qingdao"):
        _, findings = check(plan, OTHER_LINES=[line], OTHER_TYPES="blue", RULES=pack)
        severities[pack] = told(findings, "BLU-01")
    assert severities == {"cn_national": {"p1": "warning"}, "cn_qingdao": {"p1": "error"}}


def test_the_order_of_the_rules_in_a_profile_changes_no_finding(check):
    rows = [
        {"rule_id": "PBF-06", "extends": "cn_national", "severity": "warning"},
        {"rule_id": "PBF-01", "extends": "cn_national", "severity": "warning"},
    ]
    one, other = (check(HOMESTEADS, profile, FARMLAND=FARMLAND)[1] for profile in (rows, rows[::-1]))
    assert one == other
    assert {f["severity"] for f in one} == {"warning"}
