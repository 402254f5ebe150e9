# SPDX-License-Identifier: GPL-2.0-or-later
"""A QGIS started by hand, as a script does it, with nothing but the provider of this checkout.

A script puts this folder on its path, since it is started without the paths of pytest.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parent
sys.path[:0] = [str(TESTS), *(str(TESTS / name) for name in ("algorithms", "domain"))]


def start_processing(*, windows: bool = False) -> Any:
    """The application with Processing and without the plugin; the caller keeps it."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from qgis.core import QgsApplication

    application = QgsApplication([], windows)
    application.initQgis()
    sys.path.append(str(Path(application.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()
    return application


def load_plugin() -> Any:
    """The plugin as ``qgis_process`` loads it, in the running application; the caller keeps it."""
    # Makes the checkout importable under its installed name.
    importlib.import_module("conftest")
    from dualcarbon import classFactory

    plugin = classFactory(None)
    plugin.initProcessing()
    return plugin


def start_qgis(*, windows: bool = False) -> tuple[Any, Any]:
    """Application and plugin; the caller keeps both."""
    return start_processing(windows=windows), load_plugin()


def import_all() -> None:
    """Every module that a run may need: what a child imports first would be lost with it."""
    for part in ("domain", "gis", "reports"):
        package = importlib.import_module(f"dualcarbon.plugin.{part}")
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)
    for name in ("scipy.stats", "matplotlib.pyplot", "openpyxl", "jinja2"):
        importlib.import_module(name)
