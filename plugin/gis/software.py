# SPDX-License-Identifier: GPL-2.0-or-later
"""Versions of what computed a figure, and whether what is needed is there."""

from __future__ import annotations

import platform
from configparser import ConfigParser
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

from osgeo import gdal
from qgis.core import Qgis, QgsProcessingException

from ..i18n import tr
from ..paths import ROOT

#: The computing core; the rest of the third-party packages is soft.
CORE = ("numpy", "pandas", "shapely", "pyproj")
HELP_PAGE = "README.md"


@lru_cache(maxsize=1)
def plugin_version() -> str:
    """The version in metadata.txt, the one place where it is written."""
    parser = ConfigParser(interpolation=None)
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    return parser.get("general", "version", fallback="0")


def software_versions() -> dict[str, str]:
    """Versions of QGIS, GDAL, Python and the computing packages."""
    versions = {
        "qgis": Qgis.QGIS_VERSION,
        "gdal": gdal.VersionInfo("RELEASE_NAME"),
        "python": platform.python_version(),
    }
    for package in CORE:
        try:
            versions[package] = version(package)
        except PackageNotFoundError:
            versions[package] = "?"
    return versions


def require(*packages: str) -> None:
    """Stop with one sentence when packages are missing or shapely is older than 2."""
    missing = [name for name in packages if find_spec(name) is None]
    if "shapely" in packages and "shapely" not in missing and int(version("shapely").split(".")[0]) < 2:
        missing.append("shapely ≥ 2")
    if missing:
        raise QgsProcessingException(
            tr("This tool needs the Python packages: {names}. {remedy}").format(
                names=", ".join(missing), remedy=remedy()
            )
        )


def remedy() -> str:
    """How to install Python packages for QGIS on the platform at hand."""
    system = platform.system()
    if system == "Windows":
        return tr("Install them with the OSGeo4W Setup (Advanced → Libs) or choose the full installer.")
    if system == "Darwin":
        return tr("Use the official QGIS package of qgis.org, which contains them.")
    return tr("Install them with the system's packages or with pip for QGIS's own Python; see README.md.")
