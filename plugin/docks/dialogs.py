# SPDX-License-Identifier: GPL-2.0-or-later
"""Dialogs of the tools, opened beside QGIS with the user's settings."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog

from .settings import prefill


def open_tool(name: str, parameters: Mapping[str, Any] | None = None) -> QDialog:
    """Open the dialog of an algorithm of the plugin, prefilled by the settings and by ``parameters``."""
    from processing.tools.general import createAlgorithmDialog

    algorithm = QgsApplication.processingRegistry().algorithmById(f"dualcarbon:{name}")
    dialog: QDialog = createAlgorithmDialog(algorithm.id(), {**prefill(algorithm), **(parameters or {})})
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show()
    return dialog
