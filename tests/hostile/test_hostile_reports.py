# SPDX-License-Identifier: GPL-2.0-or-later
"""Reports in which every name, remark, source and law is a hostile text: shown as it is, and inert."""

from __future__ import annotations

import re
import time
import zipfile
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pandas as pd
import pytest
from dualcarbon.plugin.reports import build
from dualcarbon.plugin.reports.build import build_content, build_html
from dualcarbon.plugin.reports.documents import write_odt, write_pdf
from dualcarbon.plugin.reports.documents.whole_files import is_whole
from dualcarbon.plugin.reports.model import ReportData
from dualcarbon.plugin.reports.render import render_page
from dualcarbon.plugin.reports.xlsx import write_xlsx
from reports.conftest import made_up_county
from reports.document_texts import TextDocument

from hostile.generator import LIMIT_S
from hostile.wicked import TEXTS

#: Columns of the made-up county that hold texts of layers, factor sets and rule packs.
TEXT_COLUMNS = ("unit", "plan_id", "line_id", "legal_basis", "remedy", "source", "rule_text", "rule_text_zh")
TEXT_COLUMNS += ("reason", "reason_zh", "plan_code", "base_code")
#: Rows of a table that is made hostile: enough for every kind of table, and quick.
ROWS = 6
#: Texts that the slower formats are written with: those that their own notation could take for something.
SOME = ("script", "xml", "cdata", "null", "control", "formula", "formula tab", "link")
COUNTY = made_up_county()


class Markup(HTMLParser):
    """The tags of a page with their attributes, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def text(self) -> str:
        return squeezed("".join(self.words))


def squeezed(text: str) -> str:
    """A text without blanks and what no document may hold, as texts are compared."""
    return re.sub("[\\s\x00-\x1f\x85\ufffd\u200b\ufeff]", "", text)


def hostile(text: str) -> ReportData:
    """The made-up county with the text in every field that comes from elsewhere."""
    # No layer holds zero bytes, and tables with them are refused; a manifest may.
    plain = text.replace("\0", "")
    units = {name: f"{plain}{number}" for number, name in enumerate(COUNTY.baseline_units["unit"])}

    def changed(frame: pd.DataFrame) -> pd.DataFrame:
        part = frame.head(ROWS) if "level" not in frame else frame
        texts = {name: plain for name in TEXT_COLUMNS if name in part and name != "unit"}
        named = {"unit": part["unit"].map(lambda unit: units.get(unit, unit))} if "unit" in part else {}
        return part.assign(**texts, **named)

    frames = ("findings", "factor_rows", "not_run")
    return replace(
        COUNTY,
        **dict.fromkeys(("title", "place", "producer"), text),
        attribution=(text,),
        baseline_units=COUNTY.baseline_units.assign(unit=COUNTY.baseline_units["unit"].map(units)),
        baseline_classes=COUNTY.baseline_classes.assign(unit=COUNTY.baseline_classes["unit"].map(units)),
        summary=changed(COUNTY.summary),
        class_names=dict.fromkeys(COUNTY.class_names, text),
        manifests=tuple(_said(manifest, text) for manifest in COUNTY.manifests),
        **{name: changed(getattr(COUNTY, name)) for name in frames},
    )


def _said(manifest: Any, text: str) -> dict[str, Any]:
    """A manifest whose layers, settings, sources and remarks are the text."""
    note = {"kind": text, "template": text, "values": {text: text}, "text": text}
    given = {"parameter": text, "layer": text, "source": text, "crs": text, "features": 1, "sha256": text}
    return {
        **manifest,
        "parameters": {text: text, "INPUT": text},
        "inputs": [given],
        "factor_set": dict.fromkeys(("id", "version", "title", "sha256", "gwp"), text),
        "notes": [{**note, "count": 3, "area_ha": 1.0, "ids": [text]}],
    }


@pytest.fixture
def without_charts(monkeypatch):
    """Drawing takes most of the time of a report."""
    monkeypatch.setattr(build, "matplotlib_is_there", lambda: False)


@pytest.mark.parametrize("name", TEXTS)
def test_a_page_shows_the_text_and_runs_nothing(name, without_charts):
    page = Markup(build_html(hostile(TEXTS[name])))
    tags = {tag for tag, _attributes in page.tags}
    assert not tags & {"script", "iframe", "object", "embed", "form", "link", "base"}
    for _tag, attributes in page.tags:
        assert not [key for key in attributes if key.startswith("on") or key == "srcdoc"]
        assert (attributes.get("src") or "data:").startswith("data:")
        assert (attributes.get("href") or "#").startswith("#")
    shown = squeezed(TEXTS[name])[:200]
    assert shown in page.text()


@pytest.mark.parametrize("name", SOME)
def test_a_text_document_holds_the_text(name, without_charts, qgis_app, tmp_path):
    path = tmp_path / "a.odt"
    write_odt(build_content(hostile(TEXTS[name])), path)
    document = TextDocument(path)
    assert squeezed(TEXTS[name])[:200] in squeezed(document.words())
    links = {element.get("{http://www.w3.org/1999/xlink}href", "#") for element in document.content.iter()}
    assert not [link for link in links if not link.startswith(("#", "Pictures/"))]


@pytest.mark.parametrize("name", SOME)
def test_a_workbook_holds_the_text_and_calculates_nothing(name, tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    path = tmp_path / "a.xlsx"
    write_xlsx(hostile(TEXTS[name]), path)
    cells = [cell for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f" or cell.hyperlink]
    held = squeezed(TEXTS[name])[:200]
    assert any(held in squeezed(str(cell.value)) for cell in cells if cell.value is not None)
    with zipfile.ZipFile(path) as package:
        assert not [part for part in package.namelist() if "external" in part.lower()]


@pytest.mark.parametrize("name", ["long", "long word"])
def test_names_of_100_000_characters_are_shortened_in_a_report_and_that_is_told(
    name, without_charts, qgis_app, tmp_path
):
    content = build_content(hostile(TEXTS[name]))
    assert "以“…”截短" in content.notes[-1]
    page, (odt, pdf) = render_page(content), (tmp_path / "a.odt", tmp_path / "a.pdf")
    assert len(page) < 500_000
    started = time.process_time()
    write_odt(content, odt)
    write_pdf(content, pdf)
    assert time.process_time() - started < LIMIT_S
    with zipfile.ZipFile(odt) as package:
        assert package.getinfo("content.xml").file_size < 2_000_000
    assert is_whole(pdf)


def test_ordinary_names_are_not_shortened(without_charts):
    content = build_content(hostile("某县" * 40))
    assert not [note for note in content.notes if "截短" in note]
    assert "某县" * 40 in render_page(content)


@pytest.mark.parametrize("name", ["control", "dollar"])
def test_a_pdf_is_drawn_whatever_the_text(name, without_charts, qgis_app, tmp_path):
    path = tmp_path / "a.pdf"
    write_pdf(build_content(hostile(TEXTS[name])), path)
    content = path.read_bytes()
    assert content.startswith(b"%PDF")
    assert b"/JavaScript" not in content
    assert b"/URI" not in content


@pytest.mark.parametrize("name", ["dollar", "qt"])
def test_charts_are_drawn_whatever_the_text(name):
    pytest.importorskip("matplotlib")
    page = Markup(build_html(hostile(TEXTS[name])))
    assert len([tag for tag, _attributes in page.tags if tag == "img"]) > 2
