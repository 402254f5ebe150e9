# SPDX-License-Identifier: GPL-2.0-or-later
"""Versions and settings as text, for a question or a report of a defect."""

from __future__ import annotations

import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QT_VERSION_STR

from ..gis.software import plugin_version, software_versions
from .packages import SOFT
from .settings import all_settings


def diagnostics() -> str:
    """One fact a line; nothing of the project but its CRS, no path, no name of a layer."""
    facts = {
        "dualcarbon": plugin_version(),
        **software_versions(),
        **{name: _version_of(name) for name in SOFT},
        "qt": QT_VERSION_STR,
        "platform": platform.platform(),
        "locale": QgsApplication.locale(),
        "theme": QgsApplication.themeName(),
        "project crs": QgsProject.instance().crs().authid() or "-",
        "project ellipsoid": QgsProject.instance().ellipsoid() or "-",
        **{f"setting {key}": Path(value).name for key, value in all_settings().items()},
    }
    return "\n".join(f"{name}: {value}" for name, value in facts.items())


def _version_of(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "-"
