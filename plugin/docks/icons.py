# SPDX-License-Identifier: GPL-2.0-or-later
"""Icons: those of QGIS's theme for what QGIS does too, the plugin's own for the rest."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtGui import QIcon

from ..paths import RESOURCES


def plugin_icon(name: str) -> QIcon:
    """An icon of resources/icons; they are drawn to be read on light and dark ground."""
    return QIcon(str(RESOURCES / "icons" / f"{name}.svg"))


def theme_icon(name: str) -> QIcon:
    """An icon of QGIS's own theme, such as ``mActionEditCopy``."""
    return QgsApplication.getThemeIcon(f"{name}.svg")
