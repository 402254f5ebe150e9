# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin object: provider, translator and desktop; load and unload mirror each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication

from .algorithms.provider import DualCarbonProvider
from .gis.expressions import register_functions, unregister_functions
from .i18n import install_translator, remove_translator

if TYPE_CHECKING:
    from .docks.frame import Frame


class DualCarbonPlugin:
    """What QGIS loads. ``iface`` is None under ``qgis_process``."""

    def __init__(self, iface: Any | None) -> None:
        self.iface = iface
        self.provider: DualCarbonProvider | None = None
        self.frame: Frame | None = None

    def initProcessing(self) -> None:
        """Register translator and provider; all that ``qgis_process`` calls."""
        if self.provider is None:
            install_translator()
            self.provider = DualCarbonProvider()
            QgsApplication.processingRegistry().addProvider(self.provider)
            register_functions()

    def initGui(self) -> None:
        """Called by the desktop application."""
        self.initProcessing()
        if self.frame is None:
            # Needs the widgets of QGIS, which ``qgis_process`` can do without.
            from .docks.frame import Frame

            self.frame = Frame(self.iface)

    def unload(self) -> None:
        """Undo ``initGui`` and ``initProcessing``; safe when called twice."""
        if self.frame is not None:
            self.frame.remove()
            self.frame = None
        if self.provider is not None:
            unregister_functions()
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
            remove_translator()
