# SPDX-License-Identifier: GPL-2.0-or-later
"""Outputs: files that others hold, places of inputs, texts that a spreadsheet calculates, names of sheets."""

from __future__ import annotations

import html
import os
import re
import shutil
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from dualcarbon.plugin.domain.sheet_names import distinct_stems, sheet_stem
from dualcarbon.plugin.gis.open_document_texts import READ_BYTES

from hostile.broken_files import COUNT, geopackage, shapefile
from hostile.generator import Expect, Outcome, attempt, judge
from hostile.raw_layers import write_gpkg
from hostile.roles import sound_row
from hostile.wicked import TEXTS

ATTACH = {"CLASS_FIELD": "DLBM", "CLASSIFICATION": "cn_third_survey", "AREA_RULE": "planar"}
WHOLE = {"TOTAL_AREA_HA": float(COUNT)}
FORMULAS = ("=1+1", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1")
#: What GDAL writes into an ODS as a formula.
OPEN_FORMULAS = ("of:=1+1", 'of:=HYPERLINK("http://x";"<b>&")', "of:=SUM([.A1:.A9])", "of:=")
HARMLESS = ("-1", "+1.5", "-", "a=b", "1-2", "甲=乙")


def attach(layer: object, **outputs: object) -> Outcome:
    """The factors of a layer."""
    return attempt("attachfactors", {"INPUT": str(layer), **ATTACH, **outputs})


@contextmanager
def held(file: Path, how: str) -> Iterator[None]:
    """A database that another program has locked."""
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute(f"BEGIN {how}")
        other.execute("CREATE TABLE of_another_program (a)")
        yield


@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
def test_an_input_that_another_program_holds_is_read_whole_or_refused(provider, tmp_path, how):
    file = geopackage(tmp_path)
    with held(file, how):
        judge(Expect(None, WHOLE, names=("land", "INPUT")), attach(file, OUTPUT="memory:"))


@pytest.mark.parametrize("how", ["IMMEDIATE", "EXCLUSIVE"])
def test_a_geopackage_that_another_program_holds_is_not_written_and_stays(provider, tmp_path, how):
    inputs, file = tmp_path / "in", tmp_path / "book.gpkg"
    inputs.mkdir()
    source, kept = geopackage(inputs), write_gpkg(file, [sound_row()], "kept")
    before = file.read_bytes()
    with held(file, how):
        outcome = attach(source, OUTPUT=f"ogr:dbname='{file}' table=\"new\" (geom)")
    judge(Expect(True, names=("OUTPUT", "book.gpkg")), outcome)
    assert file.read_bytes() == before
    judge(Expect(False, {"TOTAL_AREA_HA": 1.0}), attach(kept, OUTPUT="memory:"))


def spellings(file: Path) -> dict[str, str]:
    """Ways to say where a file is."""
    folder = file.parent
    (folder / "link").symlink_to(folder, target_is_directory=True)
    (folder / f"link{file.suffix}").symlink_to(file)
    return {
        "itself": str(file),
        "roundabout": str(folder / ".." / folder.name / "." / file.name),
        "linked folder": str(folder / "link" / file.name),
        "linked file": str(folder / f"link{file.suffix}"),
        "table": f"ogr:dbname='{file}' table=\"DLTB\" (geom)",
    }


@pytest.mark.parametrize("write", [geopackage, shapefile])
@pytest.mark.parametrize("way", ["itself", "roundabout", "linked folder", "linked file", "table"])
def test_an_output_on_its_input_is_refused(provider, tmp_path, write, way):
    file = write(tmp_path)
    before = file.read_bytes()
    target = spellings(file)[way]
    judge(Expect(True, names=("OUTPUT",)), attach(file, OUTPUT=target))
    assert file.read_bytes() == before


def test_two_outputs_in_one_place_are_refused(provider, tmp_path):
    table = tmp_path / "out.csv"
    given = {"OUTPUT": str(tmp_path / "a.gpkg"), "MANIFEST": str(tmp_path / "a.gpkg")}
    file = geopackage(tmp_path)
    judge(Expect(True, names=("MANIFEST", "OUTPUT")), attach(file, **given))
    units = {"UNITS": str(file), "UNIT_FIELD": "XZQMC"}
    baseline = {"INPUT": str(file), **ATTACH, **units, "OUTPUT": str(table), "OUTPUT_TABLE": str(table)}
    judge(Expect(True, names=("OUTPUT_TABLE",)), attempt("sinkbaseline", baseline))
    assert not table.exists()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize("mode", [0o400, 0o000])
def test_a_file_that_may_not_be_written_or_read(provider, tmp_path, mode):
    file = geopackage(tmp_path)
    target = tmp_path / "old.gpkg"
    shutil.copy(file, target)
    target.chmod(mode)
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o500)
    judge(Expect(True, names=("OUTPUT",)), attach(file, OUTPUT=str(folder / "a.gpkg")))
    file.chmod(mode)
    judge(Expect(None, WHOLE, names=("land", "INPUT")), attach(file, OUTPUT="memory:"))


def told_formulas(outcome: Outcome) -> list[dict[str, Any]]:
    return [note for note in outcome.manifest["notes"] if note["kind"] == "formula_text"]


def named(texts: tuple[str, ...], folder: Path) -> str:
    """Hectares of these names."""
    form, sound = sound_row()
    return write_gpkg(folder / "land.gpkg", [(form, {**sound, "XZQMC": text}) for text in texts])


def test_texts_that_a_spreadsheet_would_calculate_are_told_and_stay_as_they_are(provider, tmp_path):
    outcome = attach(named((*FORMULAS, *HARMLESS), tmp_path), OUTPUT=str(tmp_path / "a.csv"))
    (note,) = told_formulas(outcome)
    assert note["count"] == len(FORMULAS)
    assert f"XZQMC: {len(FORMULAS)}" in note["text"]
    content = (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    assert all(text in content for text in (*FORMULAS, *HARMLESS))


def test_a_table_of_units_tells_of_formulas_too(provider, tmp_path):
    layer = named(FORMULAS[:1], tmp_path)
    given = {"INPUT": layer, **ATTACH, "UNITS": layer, "UNIT_FIELD": "XZQMC", "OUTPUT": "memory:"}
    outcome = attempt(
        "sinkbaseline",
        {**given, "OUTPUT_TABLE": str(tmp_path / "a.csv"), "MANIFEST": str(tmp_path / "m.json")},
    )
    (note,) = told_formulas(outcome)
    assert note["count"] == 1
    assert "unit: 1" in note["text"]


def test_harmless_texts_and_typed_formats_tell_nothing(provider, tmp_path):
    layer = named(HARMLESS, tmp_path)
    assert told_formulas(attach(layer, OUTPUT=str(tmp_path / "a.csv"))) == []
    (tmp_path / "land.gpkg").unlink()
    layer = named(FORMULAS, tmp_path)
    for end in (".gpkg", ".xlsx"):
        assert told_formulas(attach(layer, OUTPUT=str(tmp_path / f"b{end}"))) == []


def test_a_workbook_of_a_layer_holds_texts_not_formulas(provider, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    attach(named((*FORMULAS, *OPEN_FORMULAS), tmp_path), OUTPUT=str(tmp_path / "a.xlsx"))
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx").active
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert {*FORMULAS, *OPEN_FORMULAS} <= {cell.value for cell in cells}


def open_texts(file: Path) -> list[str]:
    """The texts in the cells of an ODS, which is whole and has no formulas."""
    with zipfile.ZipFile(file) as parts:
        assert parts.testzip() is None
        first = parts.infolist()[0]
        # By this a spreadsheet program knows the file.
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        content = parts.read("content.xml").decode()
    ElementTree.fromstring(content)
    assert "table:formula" not in content
    cells = re.findall(r'value-type="string">\s*<text:p>([^<]*)</text:p>\s*</table:table-cell>', content)
    return [html.unescape(text) for text in cells]


def test_an_open_document_of_a_layer_holds_texts_not_formulas(provider, tmp_path):
    texts = (*FORMULAS, *OPEN_FORMULAS, *HARMLESS)
    outcome = attach(named(texts, tmp_path), OUTPUT=str(tmp_path / "a.ods"))
    assert [text for text in open_texts(tmp_path / "a.ods") if text in texts] == list(texts)
    (note,) = told_formulas(outcome)
    assert note["count"] == len(OPEN_FORMULAS)
    assert sorted(file.name for file in tmp_path.glob("a.*")) == ["a.ods", "a.ods.manifest.json"]


def test_an_open_document_of_several_pieces_keeps_every_text(provider, tmp_path):
    texts = [f"of:={number}" for number in range(1_100)]
    attach(named(tuple(texts), tmp_path), OUTPUT=str(tmp_path / "a.ods"))
    with zipfile.ZipFile(tmp_path / "a.ods") as parts:
        assert parts.getinfo("content.xml").file_size > 2 * READ_BYTES
    assert [text for text in open_texts(tmp_path / "a.ods") if text.startswith("of:=")] == texts


def test_an_open_document_without_such_texts_tells_nothing(provider, tmp_path):
    outcome = attach(named((*FORMULAS, *HARMLESS), tmp_path), OUTPUT=str(tmp_path / "a.ods"))
    assert told_formulas(outcome) == []
    assert set(FORMULAS) <= set(open_texts(tmp_path / "a.ods"))


@pytest.mark.parametrize("name", TEXTS)
def test_a_map_sheet_has_a_file_name_that_every_system_takes(tmp_path, name):
    text = TEXTS[name]
    stems = [
        sheet_stem(text, text, text, text, text),
        sheet_stem("", "", text, ""),
        sheet_stem("", "", "", "", text),
    ]
    for stem in distinct_stems([*stems, *stems]):
        file = tmp_path / f"{stem}.part.pdf"
        file.write_bytes(b"")
        assert file.resolve().parent == tmp_path.resolve()
        assert not stem.startswith(".")
        assert not stem.endswith((" ", "."))
        assert not set(stem) & set('\\/:*?"<>|\n\r\t\0')
        assert stem.split(".")[0].upper() not in ("CON", "NUL", "AUX", "PRN")
    assert len(list(tmp_path.iterdir())) == 2 * len(stems)
