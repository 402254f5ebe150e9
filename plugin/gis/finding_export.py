# SPDX-License-Identifier: GPL-2.0-or-later
"""A list of findings as a file: CSV, workbook or GeoPackage, with the states that are shown."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsGeometry,
    QgsVectorFileWriter,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)

from ..domain.errors import OutputError
from ..domain.progress import Progress
from ..domain.spreadsheet_text import inert
from .replacing import replacing
from .sinks import Column, fields_of

DRIVERS = {".csv": "CSV", ".xlsx": "XLSX", ".gpkg": "GPKG"}
#: Columns that hold numbers.
NUMBER_ENDS = ("_m2", "share", "_tco2", "_low", "_high", "_tco2e", "_tco2e_a")
#: Features written between two calls of the progress.
STEP = 1_000


def export_findings(
    frame: pd.DataFrame,
    source: QgsVectorLayerFeatureSource,
    crs: QgsCoordinateReferenceSystem,
    path: Path,
    progress: Progress,
) -> int:
    """Write the findings of a frame (``fid`` and columns) in its order; returns how many.

    A GeoPackage gets the geometries of the layer. The file is put in place only once it is
    complete. Raises ``OutputError`` for a format that is none of ``DRIVERS`` or a file that
    cannot be written, ``Cancelled``.
    """
    driver = DRIVERS.get(path.suffix.lower())
    if driver is None:
        raise OutputError(
            "“{path}” is none of {formats}; give the file one of these endings.",
            path=path,
            formats=", ".join(DRIVERS),
        )
    with replacing(path) as partial:
        _write(frame, source if driver == "GPKG" else None, crs, (partial, driver), progress)
    return len(frame)


def _write(
    frame: pd.DataFrame,
    source: QgsVectorLayerFeatureSource | None,
    crs: QgsCoordinateReferenceSystem,
    target: tuple[Path, str],
    progress: Progress,
) -> None:
    names = [name for name in frame.columns if name != "fid"]
    fields = fields_of([Column(name, "float" if name.endswith(NUMBER_ENDS) else "text") for name in names])
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = target[1]
    options.fileEncoding = "UTF-8"
    options.layerName = "findings"
    # Spreadsheet programs take a CSV without this mark for the encoding of the country.
    options.layerOptions = ["WRITE_BOM=YES"] if target[1] == "CSV" else []
    kind = QgsWkbTypes.Type.NoGeometry if source is None else QgsWkbTypes.Type.MultiPolygon
    writer = QgsVectorFileWriter.create(
        str(target[0]), fields, kind, crs, QgsCoordinateTransformContext(), options
    )
    if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
        raise OSError(writer.errorMessage())
    shapes = {} if source is None else _geometries(source, frame["fid"].tolist(), progress)
    for number, values in enumerate(frame[["fid", *names]].itertuples(index=False, name=None)):
        if number % STEP == 0:
            progress(0.5 + 0.5 * number / len(frame))
        feature = QgsFeature(fields)
        feature.setAttributes([_inert(value) if target[1] == "CSV" else value for value in values[1:]])
        if source is not None:
            # A finding that was deleted from the layer meanwhile has none any more.
            feature.setGeometry(shapes.get(values[0], QgsGeometry()))
        if not writer.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
            raise OSError(writer.errorMessage())
    del writer


def _inert(value: object) -> object:
    return inert(value) if isinstance(value, str) else value


def _geometries(
    source: QgsVectorLayerFeatureSource, fids: list[int], progress: Progress
) -> dict[int, QgsGeometry]:
    request = QgsFeatureRequest().setFilterFids(fids).setNoAttributes()
    shapes = {}
    for number, feature in enumerate(source.getFeatures(request)):
        if number % STEP == 0:
            progress(0.5 * number / max(len(fids), 1))
        shapes[feature.id()] = feature.geometry()
    return shapes
