# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures in the colours of the desktop: readable on every theme."""

from __future__ import annotations

import pytest
from dualcarbon.plugin.docks.account.canvas import _colours_of, _contrast
from qgis.PyQt.QtGui import QColor, QPalette

#: Base and text of palettes: a light and a dark Fusion, and those that QGIS's dark themes set.
THEMES = {
    "light": ("#ffffff", "#000000"),
    "dark": ("#232323", "#ffffff"),
    "Night Mapping": ("#222222", "#111111"),
    "Blend of Gray": ("#c8c8c8", "#bbbbbb"),
}


def test_contrast_is_that_of_the_guidelines():
    """Black on white is 21 : 1 by definition; #767676 is the lightest grey with 4.5 on white (WebAIM)."""
    white = QColor("#ffffff")
    assert _contrast(QColor("#000000"), white) == pytest.approx(21.0)
    assert _contrast(QColor("#767676"), white) >= 4.5 > _contrast(QColor("#777777"), white)


@pytest.mark.parametrize("theme", THEMES)
def test_text_of_a_figure_stands_out_from_its_ground(qgis_app, theme):
    base, text = THEMES[theme]
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Base, QColor(base))
    palette.setColor(QPalette.ColorRole.Text, QColor(text))
    colours = _colours_of(palette)
    assert colours["figure.facecolor"] == colours["axes.facecolor"] == base
    assert _contrast(QColor(colours["text.color"]), QColor(base)) >= 4.5
    if theme in ("light", "dark"):
        assert colours["text.color"] == colours["xtick.color"] == text
