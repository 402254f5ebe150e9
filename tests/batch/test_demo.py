# SPDX-License-Identifier: GPL-2.0-or-later
"""The runner of ``make demo``: case files, calls of ``qgis_process``, tables on a terminal."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DEMO = ROOT / ".ci" / "demo"


def load_demo() -> None:
    spec = importlib.util.spec_from_file_location(
        "demo", DEMO / "__init__.py", submodule_search_locations=[str(DEMO)]
    )
    sys.modules["demo"] = importlib.util.module_from_spec(spec)


load_demo()
case, process, steps, summary, tables = (
    importlib.import_module(f"demo.{room}") for room in ("case", "process", "steps", "summary", "tables")
)

MINIMAL = {
    "name": "town",
    "title": "Town 镇",
    "year": 2023,
    "land_use": {"layer": "data.gpkg|layername=DLTB", "field": "DLBM"},
    "plan": {"layer": "data.gpkg|layername=GH", "field": "YDYHFLDM"},
    "lines": {"redline": {"layer": "data.gpkg|layername=STBHHX", "zone_field": None}},
}


def write_case(folder: Path, **changes: object) -> Path:
    (folder / "data.gpkg").touch()
    file = folder / "case.json"
    file.write_text(json.dumps({**MINIMAL, **changes}), encoding="utf-8")
    return file


# Case files


def test_a_case_finds_its_layers_beside_itself_and_has_defaults(tmp_path):
    read = case.read_case(write_case(tmp_path))
    assert read["land_use.layer"] == f"{tmp_path / 'data.gpkg'}|layername=DLTB"
    assert (read["factor_set"], read["area_rule"], read["rules"]) == (
        "cn_default",
        "ellipsoidal",
        "cn_national",
    )
    assert read["units.layer"] is None


def test_a_database_layer_is_left_as_it_is(tmp_path):
    source = "dbname='land' service='bureau' table=\"public\".\"dltb\" (geom)"
    read = case.read_case(write_case(tmp_path, land_use={"layer": source, "field": "DLBM"}))
    assert read["land_use.layer"] == source


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": None}, "title is missing"),
        ({"land_use": {"layer": "data.gpkg"}}, r"land_use\.field is missing"),
        ({"land_use": {"layer": "gone.shp", "field": "DLBM"}}, r"land_use\.layer names gone\.shp"),
        ({"lines": {"farmland": None}}, "at least one of farmland, redline, boundary"),
        ({"lines": {"river": {"layer": "data.gpkg"}}}, r"unknown entry lines\.river\.layer"),
        ({"year": "2023"}, "year must be a number"),
        ({"horizon_a": True}, "horizon_a must be a number"),
        ({"profile": "cn"}, "one of si, cn_county"),
        ({"area_rule": "attribute"}, "needs area_field"),
        ({"as_of": "1 May 2026"}, "YYYY-MM-DD"),
        ({"name": "../town"}, "ASCII"),
    ],
)
def test_a_broken_case_is_refused_with_the_entry_named(tmp_path, changes, sentence):
    with pytest.raises(case.DemoError, match=sentence):
        case.read_case(write_case(tmp_path, **changes))


def test_a_case_that_is_no_json_or_not_there_is_refused(tmp_path):
    with pytest.raises(case.DemoError, match="cannot be read"):
        case.read_case(tmp_path / "none.json")
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    with pytest.raises(case.DemoError, match="not valid JSON"):
        case.read_case(broken)


def test_the_shipped_cases_are_valid():
    files = sorted((ROOT / "resources" / "sample").glob("*/case.json"))
    assert {case.read_case(file)["name"] for file in files} == {"county", "kymi"}


# Steps


def test_the_job_has_four_steps_and_leaves_absent_parameters_out(tmp_path):
    job = steps.main_job(case.read_case(write_case(tmp_path)), steps.output_files(tmp_path / "out"))
    assert [step.algorithm for step in job] == ["attachfactors", "sinkbaseline", "checkplan", "report"]
    check = job[2].arguments()
    assert f"--REDLINE={tmp_path / 'data.gpkg'}|layername=STBHHX" in check
    assert not any(argument.startswith(("--FARMLAND", "--UNITS", "--AS_OF")) for argument in check)


# What qgis_process says


def test_the_reason_of_a_failure_is_said_once_and_without_noise():
    stderr = (
        "QStandardPaths: XDG_RUNTIME_DIR not set, defaulting to '/tmp/runtime'\n"
        "<string>:1: DeprecationWarning: setapi() is deprecated\n"
        "/usr/share/qgis/utils.py:294: DeprecationWarning: codecs.open() is deprecated.\n"
        "  with codecs.open(file) as stream:\n"
        "Field DLBM is not in the layer.\nField DLBM is not in the layer.\n"
    )
    assert process.failure_sentence(stderr) == "Field DLBM is not in the layer."


def test_the_answer_is_found_behind_printed_lines():
    answer = process.parse_answer('a plugin says hello\n{"results": {"ERRORS": 3}}', "checkplan")
    assert answer["results"] == {"ERRORS": 3}
    with pytest.raises(case.DemoError, match="no JSON"):
        process.parse_answer("nothing", "checkplan")


# Tables


def test_columns_align_where_chinese_takes_two_places():
    lines = tables.format_table(("unit", "ha"), [("北山镇", "1.0"), ("Town", "12.0")]).splitlines()
    assert [tables.text_width(line) for line in lines] == [len("  北山镇  12.0") + 3] * 4
    assert lines[2].endswith("北山镇   1.0")


def test_numbers_show_a_dash_where_nothing_is_known():
    assert tables.format_number(1234567.891, 2) == "1,234,567.89"
    assert tables.format_number(None) == "–"
    assert tables.format_interval(1.0, None) == "–"


def test_findings_are_counted_by_rule_with_area_in_hectares():
    def finding(rule: str, area_m2: float, carbon: float | None) -> dict[str, object]:
        return {
            "rule_id": rule,
            "line_type": "erl",
            "severity": "error",
            "area_m2": area_m2,
            "carbon_tco2e": carbon,
        }

    rows = [finding("ERL-01", 10_000, 5.0), finding("ERL-01", 15_000, None), finding("ERL-02", 500, 1.0)]
    printed = [line.split() for line in summary.rules_table(rows).splitlines()[2:]]
    assert printed == [
        ["ERL-01", "erl", "error", "2", "2.5000", "5.0"],
        ["ERL-02", "erl", "error", "1", "0.0500", "1.0"],
    ]
    assert "no findings" in summary.rules_table([])


def test_rows_of_a_geopackage_table_are_read_by_column(tmp_path):
    file = tmp_path / "x.gpkg"
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE gpkg_contents (table_name TEXT)")
        database.execute("INSERT INTO gpkg_contents VALUES ('a \"b\"')")
        database.execute('CREATE TABLE "a ""b""" (unit TEXT, area_ha REAL)')
        database.execute('INSERT INTO "a ""b""" VALUES (?, ?)', ("镇", None))
    database.close()
    assert summary.read_rows(file) == [{"unit": "镇", "area_ha": None}]


# The whole, on real input


@pytest.mark.batch
def test_a_failing_step_ends_the_demo_with_the_tools_own_sentence(tmp_path):
    folder = tmp_path / "county"
    shutil.copytree(ROOT / "resources" / "sample" / "county", folder)
    data = json.loads((folder / "case.json").read_text(encoding="utf-8"))
    data["name"] = "wrong_field"
    data["land_use"]["field"] = "NO_SUCH_FIELD"
    (folder / "case.json").write_text(json.dumps(data), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "demo", str(folder / "case.json")],
        env={**os.environ, "PYTHONPATH": str(ROOT / ".ci"), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "attachfactors failed" in done.stderr
    assert "NO_SUCH_FIELD" in done.stderr
    assert "Traceback" not in done.stderr
