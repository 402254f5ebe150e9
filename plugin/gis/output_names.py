# SPDX-License-Identifier: GPL-2.0-or-later
"""Names of outputs that would go wrong in the end: refused before the run begins."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsDataSourceUri,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
)

from ..domain.errors import OutputError
from .sources import without_credentials

#: A shapefile needs geometries; of one without them only the .dbf is written.
SHAPEFILE = (".shp", ".dbf")
WORKBOOKS = (".xlsx", ".ods")


def refuse_unfit_name(definition: Any, target: str, path: Path | None) -> None:
    """Raise ``OutputError`` for the ``target`` of an output that no file can be made of.

    ``path`` is the file meant, None where there is none.
    """
    if isinstance(definition, QgsProcessingParameterFolderDestination):
        return
    is_layer = isinstance(definition, QgsProcessingParameterFeatureSink)
    if target.endswith(("/", os.sep)) or (not is_layer and path is not None and path.is_dir()):
        raise OutputError(
            "Output {parameter} is given as the folder “{path}”, but a file is needed. Add the name of the "
            "file.",
            parameter=definition.name(),
            path=without_credentials(target),
        )
    if is_layer and "dbname=" in target:
        _refuse_sheet(definition, target)
    elif is_layer:
        _refuse_layer_name(definition, target, path)
    if isinstance(definition, QgsProcessingParameterFileDestination) and path is not None:
        _refuse_other_kind(definition, path)


def _refuse_other_kind(definition: QgsProcessingParameterFileDestination, path: Path) -> None:
    # A page called .gpkg would take the place of a database, and nobody could open it.
    endings = re.findall(r"\*(\.\w+)", definition.fileFilter())
    if endings and path.suffix.lower() not in (*endings, *((".htm",) if ".html" in endings else ())):
        raise OutputError(
            "Output {parameter} “{path}” would be called like another kind of file. Let its name end in "
            "{endings}.",
            parameter=definition.name(),
            path=path.name,
            endings=", ".join(endings),
        )


def _refuse_layer_name(definition: Any, target: str, path: Path | None) -> None:
    if "|" in target:
        raise OutputError(
            "Output {parameter} cannot be written to “{path}”: QGIS reads a “|” as the end of the "
            "file name. Choose a place without it.",
            parameter=definition.name(),
            path=without_credentials(target),
        )
    if path is None:
        return
    if path.name.startswith("."):
        raise OutputError(
            "Output {parameter} “{path}” begins with a dot: its table would have no name. Rename it.",
            parameter=definition.name(),
            path=path.name,
        )
    # Written as .shp by all means, and sought under its own name in the end.
    if path.suffix.lower() == ".shp" and os.path.normcase(path.suffix) != ".shp":
        raise OutputError(
            "Output {parameter} “{path}”: QGIS writes the ending of a shapefile in small letters. Choose a "
            "name that ends in .shp.",
            parameter=definition.name(),
            path=path.name,
        )


def _refuse_sheet(definition: Any, target: str) -> None:
    # GDAL writes the whole workbook anew: formulas and looks of its other sheets would be lost.
    path = Path(QgsDataSourceUri(target.partition(":")[2]).database())
    if path.suffix.lower() in WORKBOOKS:
        raise OutputError(
            "Output {parameter} would be a sheet of the workbook “{path}”. Choose a file of its own, or a "
            "GeoPackage.",
            parameter=definition.name(),
            path=path.name,
        )


def refuse_table_as_shapefile(parameter: str, path: Path | None) -> None:
    """Raise ``OutputError`` where the file of a table without geometry is to be a shapefile."""
    if path is not None and path.suffix.lower() in SHAPEFILE:
        raise OutputError(
            "Output {parameter} “{path}” is a table without geometry, which is no shapefile. Choose a "
            "name that ends in .csv, .xlsx or .gpkg.",
            parameter=parameter,
            path=path.name,
        )
