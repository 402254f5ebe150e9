# SPDX-License-Identifier: GPL-2.0-or-later
"""The report as an editable text: what a word processor finds in it, and that it says what the page says."""

from __future__ import annotations

import struct
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from document_texts import NAMESPACES, TextDocument, name_of, squeezed
from dualcarbon.plugin.reports import build
from dualcarbon.plugin.reports.build import build_content
from dualcarbon.plugin.reports.documents.odt import MEDIA_TYPE, write_odt
from dualcarbon.plugin.reports.model import ReportData
from dualcarbon.plugin.reports.table import Table


@pytest.fixture(scope="module")
def content(county: ReportData):
    return build_content(county)


@pytest.fixture(scope="module")
def document(content, tmp_path_factory) -> TextDocument:
    path = tmp_path_factory.mktemp("odt") / "报告.odt"
    write_odt(content, path)
    return TextDocument(path)


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Writes the document of other data; charts are left out, since drawing takes most of the time."""
    monkeypatch.setattr(build, "matplotlib_is_there", lambda: False)

    def write(data: ReportData) -> TextDocument:
        write_odt(build_content(data), tmp_path / "other.odt")
        return TextDocument(tmp_path / "other.odt")

    return write


def cells_of(table: Table) -> list[list[str]]:
    """The rows of a table as the page shows them."""
    rows = [*table.page_rows(), *([table.page_total()] if table.total else [])]
    return [[squeezed(f"{cell.text} {cell.interval}") for cell in row] for row in rows]


def test_it_is_an_opendocument_text(document: TextDocument) -> None:
    assert (document.first.filename, document.first.compress_type) == ("mimetype", 0)
    assert document.parts["mimetype"].decode() == MEDIA_TYPE
    listed = {value for entry in document.meta for key, value in entry.items() if key.endswith("full-path")}
    assert listed == {"/", *document.parts} - {"mimetype", "META-INF/manifest.xml"}


def test_every_chapter_is_a_heading(document: TextDocument, content) -> None:
    chapters = [text for level, text in document.headings() if level == 1]
    assert chapters[:2] == ["核心指标", "目录"]
    assert chapters[2:] == [
        *("一、碳汇本底", "二、规划冲突检测", "三、采用规则", "四、采用系数"),
        *("五、数据与过程溯源", "六、方法与术语"),
    ]
    links = [link.get(name_of("xlink", "href")) for link in document.all("text", "a")]
    marks = [mark.get(name_of("text", "name")) for mark in document.all("text", "bookmark")]
    assert links == [f"#{mark}" for mark in marks]
    assert marks == [chapter.id for chapter in content.chapters]


def test_tables_hold_every_cell_of_the_page(document: TextDocument, content) -> None:
    """Also those that are cut into parts: the rows of the page are found in the same order."""
    shown = document.tables()
    for chapter in content.chapters:
        for table in chapter.tables:
            head = [squeezed(column.page_header) for column in table.page_columns]
            assert [head, *cells_of(table)] in shown, table.id


def test_heads_repeat_and_figures_stand_right(document: TextDocument, content) -> None:
    heads = document.all("table", "table-header-rows")
    assert len(heads) == sum(len(chapter.tables) for chapter in content.chapters) + 3
    style = name_of("text", "style-name")
    total = next(p for p in document.all("text", "p") if "".join(p.itertext()) == "96,960.85")
    right = total.get(style)
    found = document.content.find(
        f".//style:style[@style:name='{right}']/style:paragraph-properties", NAMESPACES
    )
    assert found is not None
    assert (
        dict(found.items())["{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}text-align"]
        == "end"
    )


def test_the_first_page_states_the_figures_of_the_page(document: TextDocument, content) -> None:
    words = document.words()
    for group in content.figures:
        for figure in group:
            assert squeezed(f"{figure.label} {figure.value} {figure.unit}") in words
    for caveat in content.caveats:
        assert squeezed(f"{caveat.label} {caveat.value}") in words
    for note in content.notes:
        assert note in words
    assert content.trial_note in words


def test_pictures_are_sharp_whole_and_described(document: TextDocument, content) -> None:
    frames = document.all("draw", "frame")
    assert len(frames) == sum(len(chapter.illustrations) for chapter in content.chapters) == 6
    for frame in frames:
        image = frame.find("draw:image", NAMESPACES)
        assert image is not None
        png = document.parts[image.get(name_of("xlink", "href"), "")]
        width, height = struct.unpack(">II", png[16:24])
        size = [float(frame.get(name_of("svg", side), "").removesuffix("mm")) for side in ("width", "height")]
        assert size[0] / size[1] == pytest.approx(width / height, rel=1e-3)
        assert size[0] <= 180.0
        assert size[1] <= 235.0
        assert frame.findtext("svg:desc", "", NAMESPACES).strip()
    # The made-up maps are tiny; the charts are drawn for printing.
    assert width / (size[0] / 25.4) > 240


def test_sheets_turn_where_a_table_is_wide(county: ReportData, written) -> None:
    """Findings with remedies of 120 characters stand across, and what follows stands upright again."""
    remedies = county.findings.assign(remedy="调整布局避让永久基本农田并补划" * 8)
    content = written(replace(county, findings=remedies)).content
    turns = [
        (element.get(name_of("text", "style-name"), "").rpartition("_on_")[2], "".join(element.itertext()))
        for element in content.iter()
        if element.get(name_of("text", "style-name"), "").endswith(("_on_Across", "_on_Standard"))
    ]
    findings = next(number for number, (_, text) in enumerate(turns) if "冲突图斑明细表" in text)
    assert [turns[findings][0], turns[findings + 1][0]] == ["Across", "Standard"]
    assert [sheet for sheet, _ in turns] == ["Across", "Standard"] * (len(turns) // 2)
    masters = {
        style.get(name_of("style", "name"), "").rpartition("_on_")[2]: style.get(
            name_of("style", "master-page-name")
        )
        for style in content.iter(name_of("style", "style"))
    }
    assert (masters["Across"], masters["Standard"]) == ("Across", "Standard")


def test_hostile_text_is_text(county: ReportData, written) -> None:
    nasty = "<text:p>&amp;</table:table> \x00\x1f $1 ]]> \ud800 甲"
    units = county.baseline_units.assign(unit=[nasty, *county.baseline_units["unit"][1:]])
    document = written(replace(county, title=nasty, baseline_units=units))
    shown = nasty.replace("\x00", "\ufffd").replace("\x1f", "\ufffd").replace("\ud800", "\ufffd")
    assert document.words().startswith(shown)
    assert any(row[0] == shown for table in document.tables() for row in table)


def test_long_tables_are_cut_as_on_the_page(county: ReportData, written) -> None:
    many = pd.concat([county.findings] * 4, ignore_index=True)
    document = written(replace(county, findings=many))
    counted = 4 * int((county.findings["severity"] != "noise").sum())
    assert f"共 {counted} 条，本表列出 60 条" in document.words()
    findings = next(table for table in document.tables() if "处置建议" in table[0])
    assert len(findings) == 1 + 60


def test_a_table_wider_than_a_sheet_is_cut_into_parts_that_repeat_its_first_column(
    county: ReportData, written
) -> None:
    """27 target years of figures of seven digits with intervals do not fit 267 mm."""
    document = written(replace(county, language="en", profile="si"))
    structure = [table for table in document.tables() if table[0][0] == "Carbon class"]
    assert len(structure) >= 2
    assert len({tuple(row[0] for row in table[1:4]) for table in structure}) <= 2


def test_the_same_report_gives_the_same_bytes(county: ReportData, tmp_path: Path, written) -> None:
    first = written(county).parts
    assert first == written(county).parts


def test_the_footer_counts_pages_in_the_language_of_the_report(county: ReportData, written) -> None:
    for language, words in (("zh", "第 1 页，共 1 页"), ("en", "Page 1 of 1")):
        footers = list(written(replace(county, language=language)).styles.iter(name_of("style", "footer")))
        assert len(footers) == 2
        assert all("".join(footer.itertext()).endswith(words) for footer in footers)
