# SPDX-License-Identifier: GPL-2.0-or-later
"""Factor files checked before use: every problem with row, column and reason."""

from __future__ import annotations

import pytest
from layers_by_hand import ROOT, make_layer, rows_of, square

HEADER = "kind,class,pool,process,depth_cm,value,low,high,unit,source,evidence,verified"
GOOD = (
    "stock,paddy,agb,,,3,0.75,5.25,t C/ha,Survey 2020,measured,yes",
    "stock,paddy,soc,,0-100,111.4,94.58,128.2,t C/ha,Survey 2020,measured,yes",
    "flux,paddy,,ch4,,-6.842,-8.536,-5.191,t CO2e/(ha·a),Survey 2020,measured,yes",
)
#: A broken row, and the column that must be named.
BROKEN = (
    ("stock,rice field,agb,,,3,,,t C/ha,S,measured,yes", "class"),
    ("stock,paddy,trunk,,,3,,,t C/ha,S,measured,yes", "pool"),
    ("stock,orchard,agb,,,three,,,t C/ha,S,measured,yes", "value"),
    ("stock,orchard,bgb,,,3,4,5,t C/ha,S,measured,yes", "low"),
    ("stock,orchard,dom,,,3,1,2,t C/ha,S,measured,yes", "high"),
    ("stock,bamboo,agb,,,3,,,kg/m3,S,measured,yes", "unit"),
    ("stock,bamboo,bgb,,,3,,,t C/ha,,measured,yes", "source"),
    ("stock,bamboo,dom,,,3,,,t C/ha,S,rumour,yes", "evidence"),
    ("stock,bamboo,soc,,0-30,60,,,t C/ha,S,measured,yes", "depth_cm"),
    ("flux,bamboo,,ch4,,5,,,t CO2e/(ha·a),S,measured,yes", "value"),
    ("stock,paddy,agb,,,3,,,t C/ha,S,measured,yes", "class"),
)


@pytest.fixture
def validate(run):
    def call(path):
        result = run("validatefactors", INPUT=str(path), OUTPUT="memory:")
        return result, rows_of(result["OUTPUT"])

    return call


def write_csv(path, *rows):
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return path


def write_xlsx(path, *rows, numbers=False):
    openpyxl = pytest.importorskip("openpyxl", reason="writing workbooks needs openpyxl")
    book = openpyxl.Workbook()
    for row in (HEADER, *rows):
        cells = row.split(",")
        book.active.append([float(c) if numbers and _is_number(c) else c or None for c in cells])
    book.save(path)
    return path


def _is_number(text):
    try:
        float(text)
    except ValueError:
        return False
    return True


def test_a_sound_table_has_no_problems(validate, tmp_path):
    result, problems = validate(write_csv(tmp_path / "mine.csv", *GOOD))
    assert (result["ROWS"], result["PROBLEMS"], problems) == (3, 0, [])


def test_every_broken_row_is_named_by_row_and_column(validate, tmp_path, log):
    result, problems = validate(write_csv(tmp_path / "mine.csv", *GOOD, *(row for row, _ in BROKEN)))
    found = {(problem["row"], problem["column"]) for problem in problems}
    first = 2 + len(GOOD)
    assert found == {(first + n, column) for n, (_, column) in enumerate(BROKEN)}
    assert result["PROBLEMS"] == len(problems) == len(BROKEN)
    assert result["ROWS"] == len(GOOD) + len(BROKEN)
    assert all(problem["reason"].strip() for problem in problems)
    assert any("“three” is not a number" in text for text in log.warnings)


@pytest.mark.parametrize("numbers", [False, True])
def test_a_workbook_is_read_like_the_csv(validate, tmp_path, numbers):
    """Cells as text and cells as numbers give the same problems in the same rows."""
    rows = [*GOOD, *(row for row, _ in BROKEN)]
    _, of_csv = validate(write_csv(tmp_path / "mine.csv", *rows))
    result, of_xlsx = validate(write_xlsx(tmp_path / "mine.xlsx", *rows, numbers=numbers))
    assert [(p["row"], p["column"]) for p in of_xlsx] == [(p["row"], p["column"]) for p in of_csv]
    assert result["ROWS"] == len(rows)


def test_blank_rows_of_a_workbook_do_not_shift_the_row_numbers(validate, tmp_path):
    openpyxl = pytest.importorskip("openpyxl", reason="writing workbooks needs openpyxl")
    path = write_xlsx(tmp_path / "mine.xlsx", *GOOD)
    book = openpyxl.load_workbook(path)
    for column, cell in enumerate(BROKEN[2][0].split(","), 1):
        book.active.cell(row=9, column=column, value=cell or None)
    book.save(path)
    _, problems = validate(path)
    assert [(p["row"], p["column"]) for p in problems] == [(9, "value")]


def test_a_workbook_gives_the_same_account_as_the_csv(run, tmp_path):
    layer = make_layer([(square(500_000, 3_300_000), {"DLBM": "0101"})])
    stocks = []
    for path in (
        write_csv(tmp_path / "mine.csv", *GOOD),
        write_xlsx(tmp_path / "mine.xlsx", *GOOD, numbers=True),
    ):
        result = run(
            "attachfactors",
            INPUT=layer,
            CLASS_FIELD="DLBM",
            FACTOR_SET=str(path),
            AREA_RULE="planar",
            OUTPUT="memory:",
        )
        stocks.append((result["TOTAL_STOCK_TC"], result["TOTAL_EMISSION_TCO2E_A"]))
    assert stocks[0] == stocks[1] == (pytest.approx(114.4), pytest.approx(6.842))


@pytest.mark.parametrize("name", ["template.csv", "template.xlsx"])
def test_the_blank_template_has_all_columns(validate, name):
    result, problems = validate(ROOT / "resources" / "factors" / name)
    assert (result["ROWS"], problems) == (0, [])


def test_a_filled_template_is_sound(validate, tmp_path):
    openpyxl = pytest.importorskip("openpyxl", reason="writing workbooks needs openpyxl")
    book = openpyxl.load_workbook(ROOT / "resources" / "factors" / "template.xlsx")
    header = [cell.value for cell in book.active[1]]
    row = dict(zip(HEADER.split(","), GOOD[1].split(",")))
    for column, name in enumerate(header, 1):
        book.active.cell(row=2, column=column, value=row.get(name) or None)
    book.save(tmp_path / "filled.xlsx")
    result, problems = validate(tmp_path / "filled.xlsx")
    assert (result["ROWS"], problems) == (1, [])


def test_an_invest_table_is_checked_as_it_is(validate, tmp_path):
    path = tmp_path / "pools.csv"
    path.write_text(
        "lucode,lulc_name,c_above,c_below,c_soil,c_dead\n1,forest,15,10,60,1\n1,again,5,3,20,0\n3,x,1,2,many,0\n",
        encoding="utf-8",
    )
    result, problems = validate(path)
    assert result["ROWS"] == 3
    assert {(p["row"], p["column"]) for p in problems} == {(3, "lucode"), (4, "c_soil")}


def test_a_table_of_something_else_names_the_missing_columns(validate, tmp_path):
    path = tmp_path / "other.csv"
    path.write_text("name,height\na,1\n", encoding="utf-8")
    _, problems = validate(path)
    assert {"kind", "class", "value", "unit"} <= {p["column"] for p in problems}
    assert {p["row"] for p in problems} == {1}


@pytest.mark.parametrize(
    ("name", "content"), [("gone.csv", None), ("gone.xlsx", None), ("junk.xlsx", b"junk")]
)
def test_files_that_cannot_be_read_end_in_one_sentence(refused, tmp_path, name, content):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    sentence = refused("validatefactors", INPUT=str(tmp_path / name), OUTPUT="memory:")
    assert name in sentence
    assert "defect" not in sentence
