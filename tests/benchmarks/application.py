# SPDX-License-Identifier: GPL-2.0-or-later
"""A QGIS application for benchmarks, with its native algorithms and those of this plugin."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def start_qgis() -> object:
    """Start QGIS without windows; keep what is returned as long as it is needed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()
    return application


def load_plugin() -> object:
    """The plugin's provider in the running application; ``unload()`` it at the end."""
    from dualcarbon.plugin.main import DualCarbonPlugin

    plugin = DualCarbonPlugin(None)
    plugin.initProcessing()
    return plugin
