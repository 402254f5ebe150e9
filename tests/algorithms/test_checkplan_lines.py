# SPDX-License-Identifier: GPL-2.0-or-later
"""Control lines beyond the three: told by type or by name, each with its own status and document."""

from __future__ import annotations

import pytest
from layers_by_hand import (
    check_draft,
    control_line,
    draft_layer,
    make_layer,
    manifest_of,
    notes_of,
    rows_of,
    square,
)
from qgis.core import QgsProcessingException, QgsProject

X, Y = 500_000.0, 3_300_000.0
#: Two parcels of one hectare side by side: housing, and a park.
DRAFT = [(square(X, Y), "0701"), (square(X + 100, Y), "1401")]


@pytest.fixture
def check(run, tmp_path):
    return lambda plan, **more: check_draft(run, tmp_path / "check.json", plan, **more)


def whole(name, **fields):
    """A line feature over both parcels."""
    return control_line((square(X, Y, 200, 100), fields), name=name)


def hits(findings):
    return sorted((f["line_type"], f["rule_id"], f["plan_id"], f["severity"]) for f in findings)


def test_lines_are_told_by_their_names(check):
    """Housing may stand neither on the blue nor on the green line; a park belongs on the green one."""
    _, findings = check(DRAFT, OTHER_LINES=[whole("ZXCQCSLX"), whole("CZKFBJFWCSLVX")])
    errors = [hit for hit in hits(findings) if hit[3] == "error"]
    assert errors == [("blue", "BLU-01", "p1", "error"), ("green", "GRN-01", "p1", "error")]
    assert ("green", "GRN-01", "p2", "warning") not in hits(findings)


def test_stated_types_follow_the_order_of_the_layers(check):
    layers = [whole("first"), whole("second")]
    _, findings = check(DRAFT, OTHER_LINES=layers, OTHER_TYPES="green, blue")
    assert {f["line_type"] for f in findings} == {"green", "blue"}
    by_type = {f["line_type"]: f["area_m2"] for f in findings if f["plan_id"] == "p1"}
    assert by_type == pytest.approx({"green": 10_000.0, "blue": 10_000.0})


def test_three_lines_and_others_are_checked_in_one_run(check):
    result, findings = check(DRAFT, FARMLAND=whole("YJJBNTBHTB"), OTHER_LINES=[whole("城市蓝线")])
    assert {f["line_type"] for f in findings} == {"pbf", "blue"}
    assert [(line["line_type"], line["layer"]) for line in manifest_of(result)["lines"]] == [
        ("pbf", "YJJBNTBHTB"),
        ("blue", "城市蓝线"),
    ]
    # Both lines hit the same two hectares.
    assert result["FINDING_AREA_HA"] == pytest.approx(2.0)
    assert result["MULTIPLE_AREA_HA"] == pytest.approx(2.0)


def test_types_may_be_separated_by_full_width_commas(check):
    _, findings = check(DRAFT, OTHER_LINES=[whole("first"), whole("second")], OTHER_TYPES="green，blue")
    assert {f["line_type"] for f in findings} == {"green", "blue"}


@pytest.mark.parametrize("line_type", ["forest", "plan"])
def test_a_layer_under_which_nothing_is_decided_is_told(check, line_type):
    """Forest is held against a target, plan is no line at all: neither may look like a clean bill."""
    result, findings = check(DRAFT, OTHER_LINES=[whole("first")], OTHER_TYPES=line_type)
    assert findings == []
    assert notes_of(result)["lines_without_rules"]["values"]["lines"] == f"first ({line_type})"
    result, _ = check(DRAFT, OTHER_LINES=[whole("first")], OTHER_TYPES="blue")
    assert "lines_without_rules" not in notes_of(result)


@pytest.mark.parametrize(
    ("layers", "types", "part"),
    [
        (["first", "second"], "blue", "OTHER_TYPES names 1 line type(s), but OTHER_LINES holds 2"),
        (["somewhere"], "", "does not tell which control line it is"),
        (["first"], "azure", "line type “azure” is unknown"),
        (["STBHZYYXPJJG"], "erl", "is an evaluation"),
    ],
)
def test_a_line_that_nobody_can_place_is_refused(check, layers, types, part):
    with pytest.raises(QgsProcessingException) as caught:
        check(DRAFT, OTHER_LINES=[whole(name) for name in layers], OTHER_TYPES=types)
    assert part in str(caught.value)


def test_one_layer_given_twice_is_refused(check):
    line = whole("永久基本农田")
    with pytest.raises(QgsProcessingException, match="given twice as control line pbf"):
        check(DRAFT, FARMLAND=line, OTHER_LINES=[line])
    _, findings = check(DRAFT, OTHER_LINES=[line, line], OTHER_TYPES="blue,green")
    assert {f["line_type"] for f in findings} == {"blue", "green"}


def test_a_missing_layer_among_the_others_is_named(check, tmp_path):
    with pytest.raises(QgsProcessingException, match=r"蓝线\.gpkg|OTHER_LINES"):
        check(DRAFT, OTHER_LINES=[str(tmp_path / "蓝线.gpkg")])


def test_a_register_gives_each_line_its_own_status(check, tmp_path):
    """The blue line is approved, the green one still a draft: only the blue one raises errors."""
    register = tmp_path / "控制线台账.csv"
    register.write_text(
        "图层,状态,文号,日期\n城市蓝线,批准,某政发〔2024〕3号,2024-05-01\ngreen,草案,,\n", "gb18030"
    )
    result, findings = check(
        DRAFT, OTHER_LINES=[whole("城市蓝线"), whole("城市绿线")], LINE_REGISTER=str(register)
    )
    told = {(f["line_type"], f["severity"], bool(f["legal_basis"])) for f in findings if f["plan_id"] == "p1"}
    assert told == {("blue", "error", True), ("green", "info", False)}
    manifest = manifest_of(result)
    assert manifest["trial"] is True
    assert manifest["lines"][0] == {
        "line_type": "blue",
        "layer": "城市蓝线",
        "status": "legal",
        "document": "某政发〔2024〕3号",
        "dated": "2024-05-01",
    }


def test_a_register_may_call_lines_by_the_names_of_their_types(check, tmp_path):
    """The farmland layer is called YJJBNTBHTB and the register 永久基本农田: still it is a draft."""
    register = tmp_path / "台账.csv"
    register.write_text("管控线,状态\n永久基本农田,草案\n", "utf-8")
    result, findings = check(DRAFT, FARMLAND=whole("YJJBNTBHTB"), LINE_REGISTER=str(register))
    assert {f["line_status"] for f in findings} == {"draft"}
    assert "register_unused" not in notes_of(result)


def test_a_register_may_be_a_layer_and_what_it_does_not_name_keeps_the_setting(check):
    register = make_layer([(None, {"line": "purple", "status": "draft"})], name="register")
    result, findings = check(
        DRAFT, OTHER_LINES=[whole("城市蓝线")], LINE_REGISTER=register, LINE_STATUS="standin"
    )
    assert {f["severity"] for f in findings} == {"info"}
    assert notes_of(result)["register_unused"]["count"] == 1


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("line,state\nblue,legal\n", "status"),
        ("line,status\nblue,perhaps\n", "row 2: status “perhaps” is unknown"),
        ("line,status\nblue,legal\nBLUE,draft\n", "row 3, names “BLUE” a second time"),
    ],
)
def test_a_register_that_cannot_be_understood_names_the_row(check, tmp_path, text, part):
    register = tmp_path / "register.csv"
    register.write_text(text, "utf-8")
    with pytest.raises(QgsProcessingException) as caught:
        check(DRAFT, OTHER_LINES=[whole("城市蓝线")], LINE_REGISTER=str(register))
    assert part in str(caught.value)


def test_the_findings_repeat_village_and_tenure(check):
    plan = make_layer(
        [
            (square(X, Y), {"BSM": "p1", "YDYHFLDM": "0701", "ZLDWMC": "石桥村", "权属": "20"}),
            (square(X + 100, Y), {"BSM": "p2", "YDYHFLDM": "0701", "ZLDWMC": "", "权属": "30"}),
        ],
        name="GHYDYH",
    )
    _, findings = check(plan, OTHER_LINES=[whole("城市蓝线")], TENURE_FIELD="权属")
    assert {(f["plan_id"], f["village"], f["tenure"]) for f in findings} == {
        ("p1", "石桥村", "20"),
        ("p2", None, "30"),
    }


def test_findings_of_a_plan_without_such_fields_have_no_such_columns(check):
    _, findings = check(DRAFT, OTHER_LINES=[whole("城市蓝线")])
    assert findings
    assert not {"village", "tenure"} & set(findings[0])


def test_layers_may_be_named_by_their_id_in_the_project(check):
    layer = whole("城市蓝线")
    QgsProject.instance().addMapLayer(layer)
    try:
        _, findings = check(draft_layer(DRAFT), OTHER_LINES=[layer.id()])
        assert {f["line_type"] for f in findings} == {"blue"}
        assert rows_of(layer)[0]["BSM"] == "L1"
    finally:
        QgsProject.instance().removeMapLayer(layer.id())
