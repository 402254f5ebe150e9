# SPDX-License-Identifier: GPL-2.0-or-later
"""The report as PDF: every page, figure and Chinese character that a reader can search and print."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from document_texts import letters, pdf_pages
from dualcarbon.plugin.reports import build
from dualcarbon.plugin.reports.build import build_content
from dualcarbon.plugin.reports.documents.pdf import write_pdf
from dualcarbon.plugin.reports.model import ReportData


@pytest.fixture(scope="module")
def content(county: ReportData):
    return build_content(county)


@pytest.fixture(scope="module")
def path(content, tmp_path_factory, qgis_app) -> Path:
    path = tmp_path_factory.mktemp("pdf") / "报告.pdf"
    write_pdf(content, path)
    return path


@pytest.fixture(scope="module")
def pages(path: Path) -> list[str]:
    return pdf_pages(path)


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qgis_app):
    """Writes the PDF of other data; charts are left out, since drawing takes most of the time."""
    monkeypatch.setattr(build, "matplotlib_is_there", lambda: False)

    def write(data: ReportData) -> Path:
        write_pdf(build_content(data), tmp_path / "other.pdf")
        return tmp_path / "other.pdf"

    return write


def test_chapters_stand_on_the_pages_that_the_contents_say(pages: list[str], content) -> None:
    whole = letters("".join(pages))
    for number, chapter in zip("一二三四五六", content.chapters):
        title = f"{number}、{chapter.title}"
        stated = re.search(rf"{re.escape(letters(title))}(\d+)", whole)
        assert stated is not None, title
        assert letters(title) in letters(pages[int(stated[1]) - 1])


def test_bookmarks_name_the_chapters(path: Path, content) -> None:
    """The update behind Qt's file: its table of objects leads to each of them."""
    data = path.read_bytes()
    titles = [bytes.fromhex(code.decode()).decode("utf-16") for code in re.findall(rb"/Title <(\w+)>", data)]
    assert titles == [
        f"{number}、{chapter.title}" for number, chapter in zip("一二三四五六", content.chapters)
    ]
    start = int(re.findall(rb"startxref\n(\d+)", data)[-1])
    assert data[start:].startswith(b"xref\n")
    entries = re.findall(rb"(\d+) 1\n(\d{10}) 00000 n \n", data[start:])
    assert len(entries) == len(titles) + 2
    for number, offset in entries:
        assert data[int(offset) :].startswith(number + b" 0 obj\n")
    assert b"/Lang (zh-CN)" in data


def test_every_page_is_numbered_and_titled(pages: list[str], content) -> None:
    for number, page in enumerate(pages, start=1):
        assert letters(f"第 {number} 页，共 {len(pages)} 页") in letters(page)
        assert letters(content.title) in letters(page)


def test_every_figure_of_the_page_is_in_the_pdf(pages: list[str], content) -> None:
    """Cell by cell; a table that runs over pages has lost nothing."""
    words = letters("".join(pages))
    for group in content.figures:
        for figure in group:
            assert letters(f"{figure.value}{figure.unit}") in words
    for chapter in content.chapters:
        for table in chapter.tables:
            rows = [*table.page_rows(), *([table.page_total()] if table.total else [])]
            for cell in (cell for row in rows for cell in row if cell.numeric):
                assert letters(cell.text) in words, (table.id, cell)
                assert letters(cell.interval) in words, (table.id, cell)


def test_every_row_is_in_the_pdf_once(county: ReportData, written) -> None:
    """120 units on several pages, each with a name and an area of its own."""
    names = [f"U{number:03d}" for number in range(120)]
    units = pd.concat([county.baseline_units] * 6, ignore_index=True).assign(unit=names)
    data = replace(
        county,
        language="en",
        profile="si",
        baseline_units=units,
        baseline_classes=None,
        findings=None,
        summary=None,
        factor_rows=None,
        manifests=(),
    )
    pages = pdf_pages(written(data))
    found = re.findall(r"\bU\d{3}\b", "".join(pages))
    # Stock and fluxes: two tables of all units.
    assert sorted(found) == sorted(names * 2)
    heads = [page for page in pages if "Table 1. Carbon stock per unit (continued)" in page]
    assert len(heads) >= 2
    assert all("Area (ha)" in page for page in heads)


def test_wide_tables_stand_across(county: ReportData, written) -> None:
    """Findings with remedies of 120 characters; the first page stands upright."""
    remedies = county.findings.assign(remedy="调整布局避让永久基本农田并补划" * 8)
    path = written(replace(county, findings=remedies, baseline_units=None, baseline_classes=None))
    tool = shutil.which("pdfinfo")
    if tool is None:
        pytest.skip("pdfinfo is not installed (Debian: poppler-utils)")
    done = subprocess.run([tool, "-l", "99", str(path)], check=True, capture_output=True, text=True)
    sizes = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", done.stdout)
    pages = pdf_pages(path)
    across = ["冲突图斑明细表" in letters(page) for page in pages]
    assert [float(width) > float(height) for width, height in sizes] == across
    assert {round(float(width)) for width, _ in sizes} == {595, 842}


def test_fonts_are_embedded(path: Path) -> None:
    tool = shutil.which("pdffonts")
    if tool is None:
        pytest.skip("pdffonts is not installed (Debian: poppler-utils)")
    done = subprocess.run([tool, str(path)], check=True, capture_output=True, text=True)
    rows = done.stdout.splitlines()[2:]
    assert rows
    # emb, sub and uni stand before the number and generation of the object.
    assert all(row.split()[-5] == "yes" and row.split()[-3] == "yes" for row in rows)


def test_hostile_and_endless_text_is_printed_in_full(county: ReportData, written) -> None:
    """Markup stays text; a cell longer than a page goes on over the next ones."""
    words = [f"w{number:04d}" for number in range(2000)]
    units = county.baseline_units.assign(unit=["</td><b>& 甲", *county.baseline_units["unit"][1:]])
    findings = county.findings.assign(remedy=[" ".join(words), *county.findings["remedy"][1:]])
    pages = pdf_pages(written(replace(county, baseline_units=units, findings=findings, title="<i>&lt;</i>")))
    text = "".join(pages)
    assert "<i>&lt;</i>" in pages[0]
    assert "</td><b>& 甲" in text
    assert set(words) <= set(text.split())


def test_a_place_that_cannot_be_written_is_refused(content, tmp_path: Path, qgis_app) -> None:
    from dualcarbon.plugin.domain.errors import OutputError

    with pytest.raises(OutputError, match="cannot be written"):
        write_pdf(replace(content, chapters=()), tmp_path / "missing" / "report.pdf")


def test_a_dark_desktop_does_not_print_white_text(content, qgis_app) -> None:
    from dualcarbon.plugin.reports.documents.blocks import Block
    from dualcarbon.plugin.reports.documents.text_setting import Setting
    from qgis.PyQt.QtGui import QColor, QGuiApplication, QImage, QPainter, QPalette

    before = QGuiApplication.palette()
    dark = QPalette(before)
    dark.setColor(QPalette.ColorRole.Text, QColor("white"))
    paper = QImage(1200, 300, QImage.Format.Format_Grayscale8)
    paper.fill(QColor("white"))
    QGuiApplication.setPalette(dark)
    try:
        blocks = [Block("text", "碳汇本底 Sink baseline")]
        (piece,) = Setting(content, blocks).set(blocks).cut(300.0)
        painter = QPainter(paper)
        piece.paint(painter, 0.0, 0.0)
        painter.end()
    finally:
        QGuiApplication.setPalette(before)
    assert min(bytes(paper.constBits().asarray(paper.sizeInBytes()))) < 60
