# SPDX-License-Identifier: GPL-2.0-or-later
"""A report as a text document (OpenDocument 1.2): real headings, tables with repeated heads, pictures.

Written from templates and not by Qt, whose writer knows neither headings nor footers nor sheets
turned across (QTextDocumentWriter of Qt 5).
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from ...domain.progress import Progress, silent
from ..content import ReportContent
from ..render import render
from .blocks import Block, blocks_of, headings
from .table_sheets import ACROSS, UPRIGHT

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
#: Paragraph styles by the kinds of blocks.
STYLES = {
    "title": "Title",
    "lead": "Lead",
    "sentence": "Sentence",
    "missing": "Missing",
    "trial": "Trial",
    "term": "Term",
    "note": "Note",
    "text": "Text_20_body",
}
#: Styles of blocks that may begin on a sheet of their own.
_TURNING = ("Heading_20_1", "Heading_20_2", "Figure", "Table_20_Caption", *STYLES.values())
#: The same report gives the same bytes.
_DATE = (1980, 1, 1, 0, 0, 0)


def write_odt(content: ReportContent, path: Path, *, progress: Progress = silent) -> None:
    """Write ``content`` to ``path``; raises ``OSError`` where it cannot be written."""
    blocks = blocks_of(content)
    progress(0.4)
    with zipfile.ZipFile(path, "w") as package:
        # Readers tell the format by the first entry, which must not be compressed.
        package.writestr(zipfile.ZipInfo("mimetype", _DATE), MEDIA_TYPE)
        for name, body in _parts(content, blocks):
            compression = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            package.writestr(zipfile.ZipInfo(name, _DATE), body, compression)
            progress(0.7)


def _parts(content: ReportContent, blocks: Sequence[Block]) -> Iterator[tuple[str, bytes]]:
    pictures = {f"Pictures/{b.picture.name}.png": b.picture.png for b in blocks if b.picture is not None}
    parts = {
        "content.xml": render(
            "odt/content.xml.j2",
            content,
            blocks=blocks,
            headings=headings(blocks),
            sizes=sorted({block.table.size_pt for block in blocks if block.table is not None}),
            styles=STYLES,
            turning=_TURNING,
        ),
        "styles.xml": render(
            "odt/styles.xml.j2",
            content,
            sheets=(("Standard", UPRIGHT), ("Across", ACROSS)),
            # Fields stand in the places of both numbers.
            page_words=content.texts("page_of", page="\n", pages="\n").split("\n"),
        ),
        "meta.xml": render("odt/meta.xml.j2", content),
    }
    for name, text in parts.items():
        # Nothing may stand before an XML declaration.
        yield name, text.lstrip().encode("utf-8")
    yield from pictures.items()
    manifest = render("odt/manifest.xml.j2", content, parts=[*parts, *pictures])
    yield "META-INF/manifest.xml", manifest.encode("utf-8")
