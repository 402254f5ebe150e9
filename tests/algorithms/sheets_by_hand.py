# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs of the map sheet on small layers and on the sample county, and what their files hold."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest
from layers_by_hand import ROOT, make_layer, square
from qgis.PyQt.QtGui import QColor, QImage

COUNTY = ROOT / "resources" / "sample" / "county" / "county.gpkg"
X, Y = 500_000.0, 3_300_000.0


def county(layer: str) -> str:
    """A layer of the sample county."""
    return f"{COUNTY}|layername={layer}"


def parcels(codes: tuple[str, ...] = ("0101", "0301")):
    """Squares of 1 km beside each other, one for each code."""
    rows = [(square(X + 1000 * i, Y, 1000), {"DLBM": code}) for i, code in enumerate(codes)]
    return make_layer(rows, name="DLTB")


def units(names: tuple[str, ...]):
    """Squares of 1 km beside each other, one for each name."""
    rows = [(square(X + 1000 * i, Y, 1000), {"XZQMC": name}) for i, name in enumerate(names)]
    return make_layer(rows, name="XZQ")


def files_in(folder: Path) -> list[str]:
    """The sheets in a folder, without manifests."""
    return sorted(path.name for path in folder.iterdir() if not path.name.endswith(".json"))


def pages_of(pdf: Path) -> int:
    """The number of pages of a PDF file."""
    return int(re.findall(rb"/Count\s+(\d+)", pdf.read_bytes())[-1])


def text_of(pdf: Path) -> str:
    """The text of a PDF; Qt loses the digits in Latin words of Chinese fonts."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    done = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True)
    # Some fonts draw a radical and the character of the same shape by one glyph.
    return unicodedata.normalize("NFKC", done.stdout.decode("utf-8"))


def shares_of(png: Path, colours: dict[str, str]) -> dict[str, float]:
    """The share of the pixels of a picture that have a colour, by the names of ``colours``."""
    image = QImage(str(png))
    assert not image.isNull()
    wanted = {QColor(colour).rgb(): name for name, colour in colours.items()}
    counts = dict.fromkeys(colours, 0)
    for y in range(0, image.height(), 2):
        for x in range(0, image.width(), 2):
            name = wanted.get(image.pixel(x, y))
            if name is not None:
                counts[name] += 1
    total = (image.height() // 2) * (image.width() // 2)
    return {name: count / total for name, count in counts.items()}
