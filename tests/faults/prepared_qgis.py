# SPDX-License-Identifier: GPL-2.0-or-later
"""A QGIS without a window, started by hand with nothing but the provider of this checkout."""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / name) for name in ("", "faults", "algorithms", "domain")]


def start_qgis() -> tuple[Any, Any]:
    """The application with Processing, and the plugin as ``qgis_process`` loads it; the caller keeps both."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    importlib.import_module("conftest")
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    sys.path.append(str(Path(application.pkgDataPath()) / "python" / "plugins"))
    from dualcarbon import classFactory
    from processing.core.Processing import Processing

    Processing.initialize()
    plugin = classFactory(None)
    plugin.initProcessing()
    return application, plugin


def import_all() -> None:
    """Every module that a run may need: what a child imports first would be lost with it."""
    for part in ("domain", "gis", "reports"):
        package = importlib.import_module(f"dualcarbon.plugin.{part}")
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    for name in ("scipy.stats", "matplotlib.pyplot", "openpyxl", "jinja2"):
        importlib.import_module(name)
