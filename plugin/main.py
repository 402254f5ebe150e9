# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin object: provider and translator; load and unload mirror each other."""

from __future__ import annotations

from qgis.core import QgsApplication

from .algorithms.provider import DualCarbonProvider
from .i18n import install_translator, remove_translator


class DualCarbonPlugin:
    """What QGIS loads. ``iface`` is None under ``qgis_process``."""

    def __init__(self, iface: object | None) -> None:
        self.iface = iface
        self.provider: DualCarbonProvider | None = None

    def initProcessing(self) -> None:
        """Register translator and provider; all that ``qgis_process`` calls."""
        if self.provider is None:
            install_translator()
            self.provider = DualCarbonProvider()
            QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:
        """Called by the desktop application."""
        self.initProcessing()

    def unload(self) -> None:
        """Undo ``initProcessing``; safe when called twice."""
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
            remove_translator()
