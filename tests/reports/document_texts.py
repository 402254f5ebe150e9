# SPDX-License-Identifier: GPL-2.0-or-later
"""What text documents and PDFs hold, read by the standard library and by poppler."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

NAMESPACES = {
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
}


def name_of(prefix: str, tag: str) -> str:
    """The full name of a tag or attribute."""
    return f"{{{NAMESPACES[prefix]}}}{tag}"


class TextDocument:
    """An ODT as a word processor reads it."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
            self.first = package.infolist()[0]
        self.content = ElementTree.fromstring(self.parts["content.xml"])
        self.styles = ElementTree.fromstring(self.parts["styles.xml"])
        self.meta = ElementTree.fromstring(self.parts["META-INF/manifest.xml"])

    def all(self, prefix: str, tag: str) -> list[ElementTree.Element]:
        return list(self.content.iter(name_of(prefix, tag)))

    def words(self) -> str:
        return squeezed(" ".join(self.content.itertext()))

    def headings(self) -> list[tuple[int, str]]:
        level = name_of("text", "outline-level")
        return [(int(head.get(level, "0")), "".join(head.itertext())) for head in self.all("text", "h")]

    def tables(self) -> list[list[list[str]]]:
        """Every table as rows of cells, the head first."""
        return [
            [
                [squeezed(" ".join(cell.itertext())) for cell in row.iter(name_of("table", "table-cell"))]
                for row in table.iter(name_of("table", "table-row"))
            ]
            for table in self.all("table", "table")
        ]


def squeezed(text: str) -> str:
    """A text with single spaces."""
    return " ".join(text.split())


def pdf_pages(path: Path) -> list[str]:
    """The text of each page of a PDF as poppler reads it."""
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext is not installed (Debian: poppler-utils)")
    done = subprocess.run([tool, "-layout", str(path), "-"], check=True, capture_output=True)
    return done.stdout.decode("utf-8").split("\f")[:-1]


def letters(text: str) -> str:
    """A text without spaces, as wrapped lines are compared."""
    return "".join(text.split())
