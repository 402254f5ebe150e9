# SPDX-License-Identifier: GPL-2.0-or-later
"""Versions of what computed a figure, and whether what is needed is there."""

from __future__ import annotations

import platform
import sys
from configparser import ConfigParser
from functools import lru_cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from osgeo import gdal
from qgis.core import Qgis, QgsProcessingException

from ..i18n import tr
from ..paths import ROOT

#: The computing core; the rest of the third-party packages is soft.
CORE = ("numpy", "pandas", "shapely", "pyproj")


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
    """Stop with one sentence when packages are missing, do not load or are too old."""
    troubles = {name: trouble for name in packages if (trouble := trouble_with(name))}
    if troubles:
        raise QgsProcessingException(
            tr("This tool needs Python packages that are missing here ({names}): {remedy}.").format(
                names=", ".join(troubles.values()), remedy=remedy(tuple(troubles))
            )
        )


def trouble_with(package: str) -> str:
    """The name of a package that cannot be used here, with the reason if it is there; else nothing."""
    if find_spec(package) is None:
        return package
    try:
        module = import_module(package)
    # One that was built for another numpy or Python raises ValueError, AttributeError, SyntaxError …
    except Exception as error:
        return tr("{name} (does not load: {reason})").format(name=package, reason=error)
    # Not by its version: Debian's shapely 2.2 says that it is "0+unknown".
    if package == "shapely" and not hasattr(module, "from_wkb"):
        return tr("shapely 2 (here: {version})").format(version=getattr(module, "__version__", "?"))
    return ""


def remedy(packages: tuple[str, ...]) -> str:
    """How to install Python packages for QGIS on the platform at hand."""
    system = "conda" if Path(sys.prefix, "conda-meta").is_dir() else platform.system()
    if system == "conda":
        text = tr("install them with “conda install -c conda-forge {packages}”")
    elif system == "Windows":
        text = tr("install {debian} with the OSGeo4W Setup (Advanced → Libs), or QGIS by its full installer")
    elif system == "Darwin":
        text = tr("install the newest official package of QGIS, which holds them")
    elif "shapely" in packages and find_spec("shapely") is not None:
        text = tr(
            "install them with pip for the Python that QGIS uses (README.md says how), since the shapely "
            "of this system is not the one that is needed"
        )
    else:
        text = tr(
            "install them with “apt install {debian}” on Debian and Ubuntu, elsewhere with pip for the "
            "Python that QGIS uses (README.md says more)"
        )
    return text.format(packages=" ".join(packages), debian=" ".join(f"python3-{name}" for name in packages))
