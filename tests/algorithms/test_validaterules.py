# SPDX-License-Identifier: GPL-2.0-or-later
"""Rule files checked before use: every problem with row, column and reason."""

from __future__ import annotations

import csv

import pytest
from dualcarbon.plugin.domain.errors import RuleError
from dualcarbon.plugin.gis.tables import load_rules
from dualcarbon.plugin.i18n import sentence
from layers_by_hand import ROOT, rows_of

RULES = ROOT / "resources" / "rules"
GOOD = {
    "rule_id": "X-01",
    "line_type": "blue",
    "check_type": "overlay_code",
    "where": "inside",
    "forbidden_codes": "07;08",
    "conditional_codes": "",
    "allowed_codes": "1311",
    "rule_text": "No building on the bank.",
    "severity": "error",
    "condition": "\"GHYT\" <> '临时'",
}
#: A broken cell of a rule, and what it is about.
BROKEN = (
    ("line_type", "border"),
    ("check_type", "guess"),
    ("where", "insde"),
    ("forbidden_codes", "0799"),
    ("severity", "fatal"),
    ("condition", '"GHYT" <> \'临时'),
    ("condition", "area($geometry) > 5"),
)


@pytest.fixture
def validate(run):
    def call(path):
        result = run("validaterules", INPUT=str(path), OUTPUT="memory:")
        return result, rows_of(result["OUTPUT"])

    return call


def write_csv(path, *rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(dict.fromkeys(name for row in rows for name in row)), restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def write_xlsx(path, *rows):
    openpyxl = pytest.importorskip("openpyxl", reason="writing workbooks needs openpyxl")
    book = openpyxl.Workbook()
    header = list(dict.fromkeys(name for row in rows for name in row))
    book.active.append(header)
    for row in rows:
        book.active.append([row.get(name) or None for name in header])
    book.save(path)
    return path


def broken_rows():
    return [{**GOOD, "rule_id": f"X-{n:02}", column: cell} for n, (column, cell) in enumerate(BROKEN, 2)]


def test_a_sound_table_has_no_problems(validate, tmp_path):
    result, problems = validate(write_csv(tmp_path / "mine.csv", GOOD))
    assert (result["ROWS"], result["PROBLEMS"], problems) == (1, 0, [])


@pytest.mark.parametrize("name", ["cn_national.csv", "cn_guangdong.csv", "cn_qingdao.csv"])
def test_the_shipped_packs_are_sound(validate, name):
    result, problems = validate(RULES / name)
    assert result["ROWS"] > 0
    assert problems == []


def test_every_broken_row_is_named_by_row_and_column(validate, tmp_path, log):
    path = write_csv(tmp_path / "mine.csv", GOOD, *broken_rows())
    result, problems = validate(path)
    assert [(p["row"], p["column"]) for p in problems] == [
        (n, column) for n, (column, _) in enumerate(BROKEN, 3)
    ]
    assert {p["file"] for p in problems} == {str(path)}
    assert result["PROBLEMS"] == len(BROKEN)
    assert result["ROWS"] == 1 + len(BROKEN)
    assert any("“insde” is unknown" in text for text in log.warnings)
    reasons = {p["row"]: p["reason"] for p in problems}
    assert "no QGIS expression" in reasons[8]
    assert "$geometry" in reasons[9]


def test_a_long_list_says_in_the_log_how_many_it_leaves_to_the_table(validate, tmp_path, log):
    rows = [{**GOOD, "rule_id": f"A-{n}", "severity": "loud"} for n in range(23)]
    result, problems = validate(write_csv(tmp_path / "mine.csv", *rows))
    assert result["PROBLEMS"] == len(problems) == 23
    assert log.warnings[-1].startswith("… and 3 more")


def test_a_workbook_is_read_like_the_csv(validate, tmp_path):
    rows = [GOOD, *broken_rows()]
    _, of_csv = validate(write_csv(tmp_path / "mine.csv", *rows))
    result, of_xlsx = validate(write_xlsx(tmp_path / "mine.xlsx", *rows))
    assert [(p["row"], p["column"], p["reason"]) for p in of_xlsx] == [
        (p["row"], p["column"], p["reason"]) for p in of_csv
    ]
    assert result["ROWS"] == len(rows)


def test_a_profile_is_checked_over_its_parent_which_may_be_a_workbook(validate, tmp_path):
    write_xlsx(
        tmp_path / "province.xlsx", {"rule_id": "PBF-06", "extends": "cn_national", "enabled": "no"}, GOOD
    )
    path = write_csv(
        tmp_path / "city.csv",
        {"rule_id": "X-01", "extends": "province.xlsx", "severity": "warning"},
        {"rule_id": "PBF-06", "enabled": "yes"},
        {"rule_id": "X-02", "severity": "warning"},
    )
    _, problems = validate(path)
    assert [(p["row"], p["column"]) for p in problems] == [(4, "rule_id")]
    assert "province.xlsx" in problems[0]["reason"]


def test_distances_beside_the_table_are_checked_too(validate, tmp_path):
    path = write_csv(tmp_path / "city.csv", {"rule_id": "COA-03", "extends": "cn_national"})
    ring = {"rule_id": "COA-03", "zone": "", "inner_m": "0", "outer_m": "far"}
    beside = write_csv(tmp_path / "city_buffers.csv", ring)
    _, problems = validate(path)
    assert [(p["file"], p["row"], p["column"]) for p in problems] == [(str(beside), 2, "outer_m")]


def test_a_circle_of_tables_is_told(validate, tmp_path):
    for name, parent in (("a.csv", "b.csv"), ("b.csv", "a.csv")):
        write_csv(tmp_path / name, {"rule_id": "PBF-01", "extends": parent})
    _, (problem,) = validate(tmp_path / "a.csv")
    assert (problem["row"], problem["column"]) == (2, "extends")
    assert "a.csv → b.csv → a.csv" in problem["reason"]


def test_a_column_twice_ends_in_one_sentence_in_both_formats(refused, tmp_path):
    openpyxl = pytest.importorskip("openpyxl", reason="writing workbooks needs openpyxl")
    header = ["rule_id", "severity", "severity"]
    (tmp_path / "mine.csv").write_text(",".join(header) + "\n", encoding="utf-8")
    book = openpyxl.Workbook()
    book.active.append(header)
    book.save(tmp_path / "mine.xlsx")
    for name in ("mine.csv", "mine.xlsx"):
        sentence = refused("validaterules", INPUT=str(tmp_path / name), OUTPUT="memory:")
        assert "“severity” occurs twice" in sentence


def test_a_refusal_is_told_line_by_line_in_the_language_of_the_user(qgis_app, tmp_path):
    """Every line of a nested list is a text that can be translated, and says the same as the error."""
    write_csv(tmp_path / "a.csv", {"rule_id": "PBF-01", "extends": "cn_national", "severity": "fatal"})
    heir = write_csv(tmp_path / "b.csv", {"rule_id": "PBF-01", "extends": "a.csv"})
    with pytest.raises(RuleError) as caught:
        load_rules(str(heir))
    told = sentence(caught.value)
    assert told == str(caught.value)
    assert [line.split(":")[0] for line in told.splitlines()[1:]] == [
        "row 2, column extends",
        "row 2, column severity",
    ]


@pytest.mark.parametrize("name", ["template.csv", "template.xlsx"])
def test_the_blank_template_has_all_columns(validate, name):
    result, problems = validate(RULES / name)
    assert (result["ROWS"], problems) == (0, [])


def test_a_filled_template_is_sound(validate, tmp_path):
    openpyxl = pytest.importorskip("openpyxl", reason="writing workbooks needs openpyxl")
    book = openpyxl.load_workbook(RULES / "template.xlsx")
    for column, cell in enumerate(book.active[1], 1):
        book.active.cell(row=2, column=column, value=GOOD.get(cell.value) or None)
    book.save(tmp_path / "filled.xlsx")
    result, problems = validate(tmp_path / "filled.xlsx")
    assert (result["ROWS"], problems) == (1, [])


def test_the_template_in_both_formats_has_the_same_header():
    openpyxl = pytest.importorskip("openpyxl", reason="reading workbooks needs openpyxl")
    book = openpyxl.load_workbook(RULES / "template.xlsx")
    header = (RULES / "template.csv").read_text(encoding="utf-8").strip().split(",")
    assert [cell.value for cell in book.active[1]] == header


@pytest.mark.parametrize(
    ("name", "content"), [("gone.csv", None), ("gone.xlsx", None), ("junk.xlsx", b"junk"), ("empty.csv", b"")]
)
def test_files_that_cannot_be_read_end_in_one_sentence(refused, tmp_path, name, content):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    sentence = refused("validaterules", INPUT=str(tmp_path / name), OUTPUT="memory:")
    assert name in sentence
    assert "defect" not in sentence
