# SPDX-License-Identifier: GPL-2.0-or-later
"""A document that lacks its end, as a full disk leaves it, does not pass for one."""

from __future__ import annotations

import pytest
from dualcarbon.plugin.reports.documents.whole_files import is_whole
from qgis.PyQt.QtGui import QImage, QPainter, QPdfWriter


def draw_png(path):
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0xFF226633)
    assert image.save(str(path))


def draw_pdf(path):
    writer = QPdfWriter(str(path))
    painter = QPainter(writer)
    painter.drawText(100, 100, "42.5 t CO2e")
    painter.end()


@pytest.mark.parametrize(("ending", "draw"), [("png", draw_png), ("pdf", draw_pdf), ("PNG", draw_png)])
def test_only_the_last_bytes_make_it_whole(qgis_app, tmp_path, ending, draw):
    path = tmp_path / f"sheet.{ending}"
    draw(path)
    assert is_whole(path)
    drawn = path.read_bytes()
    # The line end behind the last mark of a PDF says nothing.
    for length in range(0, len(drawn.rstrip(b"\n")), 7):
        path.write_bytes(drawn[:length])
        assert not is_whole(path), length


def test_a_document_that_is_not_there_is_not_whole(tmp_path):
    assert not is_whole(tmp_path / "nowhere.png")
