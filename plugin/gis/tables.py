# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables from files and layers, all cells as text, so that codes keep their zeros."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
from osgeo import gdal, ogr
from qgis.core import QgsFeatureRequest, QgsProcessingFeatureSource

from ..domain.errors import InputError
from ..domain.factors import FactorSet, factor_set_from_frame, load_factor_set
from .compat import is_null

SHEETS = (".xlsx", ".xlsm", ".ods", ".xls")


def read_sheet(path: str) -> pd.DataFrame:
    """First sheet of a workbook as text; raises ``InputError`` when it cannot be read."""
    gdal.UseExceptions()
    try:
        # Every cell as text and the first row as header: a guess at types would eat leading zeros.
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR, open_options=["FIELD_TYPES=STRING", "HEADERS=FORCE"])
    except RuntimeError as error:
        raise InputError(
            "“{path}” cannot be read as a table: {reason}. Save it as XLSX or as CSV in UTF-8.",
            path=path,
            reason=error,
        ) from error
    layer: ogr.Layer = dataset.GetLayer(0)
    names = [definition.GetName() for definition in layer.schema]
    rows = [[_cell(feature, number) for number in range(len(names))] for feature in layer]
    return pd.DataFrame(rows, columns=names, dtype=object)


def _cell(feature: ogr.Feature, number: int) -> str:
    return feature.GetFieldAsString(number) if feature.IsFieldSetAndNotNull(number) else ""


def load_factors(name: str) -> FactorSet:
    """A shipped factor set by id, or a user's CSV or workbook by path."""
    if Path(name).suffix.lower() in SHEETS:
        return factor_set_from_frame(read_sheet(name), file=name)
    return load_factor_set(name)


def frame_of(source: QgsProcessingFeatureSource) -> pd.DataFrame:
    """Attributes of a source as a frame; NULL becomes None."""
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    rows: list[list[Any]] = [
        [None if is_null(value) else value for value in feature.attributes()]
        for feature in source.getFeatures(request)
    ]
    return pd.DataFrame(rows, columns=source.fields().names())
