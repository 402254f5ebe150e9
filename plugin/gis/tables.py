# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables from files and layers, all cells as text, so that codes keep their zeros."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
from osgeo import gdal, ogr
from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from ..domain.errors import InputError
from ..domain.factors import FactorSet, factor_set_from_frame, load_factor_set
from ..domain.rules import RulePack, load_rule_pack
from ..domain.text_tables import check_header, digest_of, read_text_table
from .compat import TEXT, is_null
from .workbooks import SHEETS, check_workbook

if TYPE_CHECKING:
    from .run import Run

TEXTS = (".csv", ".txt", ".tsv")
#: Every cell as text, every row as data: GDAL's guesses would eat leading zeros, and take the header of
#: a table without numbers for a row of it. Open options for this exist from GDAL 3.8 on only.
_AS_TEXT = {
    f"OGR_{driver}_{option}": value
    for driver in ("XLSX", "ODS", "XLS")
    for option, value in (("FIELD_TYPES", "STRING"), ("HEADERS", "DISABLE"))
}


def read_sheet(path: str) -> pd.DataFrame:
    """First sheet of a workbook that is not hidden, as text, blank rows left out.

    The first row names the columns; the index ``line`` holds the row numbers of the sheet. Raises
    ``InputError`` when it cannot be read.
    """
    lines = [(line, cells) for line, cells in _lines_of(path) if any(cells)]
    if not lines:
        raise InputError("The first sheet of “{path}” is empty; a table with a header is needed.", path=path)
    header = list(lines[0][1])
    while header and not header[-1]:
        header.pop()
    check_header(header, Path(path).name)
    index = pd.Index([line for line, _ in lines[1:]], name="line", dtype="int64")
    rows = [cells[: len(header)] for _, cells in lines[1:]]
    return pd.DataFrame(rows, columns=header, index=index, dtype=object)


def _lines_of(path: str) -> list[tuple[int, list[str]]]:
    gdal.UseExceptions()
    for option, value in _AS_TEXT.items():
        gdal.SetThreadLocalConfigOption(option, value)
    try:
        sheet = check_workbook(path)
        dataset = gdal.OpenEx(path, gdal.OF_VECTOR)
        layer = _layer(dataset, sheet)
        if layer is None:
            return []
        count = layer.GetLayerDefn().GetFieldCount()
        return [(feature.GetFID(), [_cell(feature, n) for n in range(count)]) for feature in layer]
    except (OSError, RuntimeError) as error:
        raise InputError(
            "“{path}” cannot be read as a table: {reason}. Save it as XLSX or as CSV in UTF-8.",
            path=path,
            reason=error,
        ) from error
    finally:
        for option in _AS_TEXT:
            gdal.SetThreadLocalConfigOption(option, None)


def _layer(dataset: gdal.Dataset, sheet: str) -> ogr.Layer | None:
    try:
        first = dataset.GetLayer(0)
    except RuntimeError as error:
        # The blank rows to the end of a sheet, as LibreOffice saves them: GDAL complains once and goes on.
        if "number-rows-repeated" not in str(error):
            raise
        first = dataset.GetLayer(0)
    return (dataset.GetLayerByName(sheet) if sheet else None) or first


def _cell(feature: ogr.Feature, number: int) -> str:
    return feature.GetFieldAsString(number).strip() if feature.IsFieldSetAndNotNull(number) else ""


def read_file(path: Path | str) -> pd.DataFrame:
    """A CSV file or the first sheet of a workbook as text; the index holds the rows of the file."""
    return read_sheet(str(path)) if Path(path).suffix.lower() in SHEETS else read_text_table(path)


def layer_of_file(path: str) -> QgsVectorLayer:
    """A table that QGIS itself cannot open, as a layer without shapes, every cell as text."""
    frame = read_file(path)
    layer = QgsVectorLayer("NoGeometry", Path(path).stem, "memory")
    layer.dataProvider().addAttributes([QgsField(str(name), TEXT) for name in frame.columns])
    layer.updateFields()
    features = []
    for cells in frame.itertuples(index=False, name=None):
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(cells))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def load_factors(name: str) -> FactorSet:
    """A shipped factor set by id, or a user's CSV or workbook by path."""
    if Path(name).suffix.lower() in SHEETS:
        return factor_set_from_frame(read_sheet(name), file=name)
    return load_factor_set(name)


def load_rules(name: str) -> RulePack:
    """A shipped rule pack by id, or a user's CSV or workbook by path, as are the parents it extends."""
    return load_rule_pack(name, read=read_file)


def frame_of(source: QgsProcessingFeatureSource) -> pd.DataFrame:
    """Attributes of a source as a frame; NULL becomes None."""
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    rows: list[list[Any]] = [
        [None if is_null(value) else value for value in feature.attributes()]
        for feature in source.getFeatures(request)
    ]
    return pd.DataFrame(rows, columns=source.fields().names())


def is_table_file(value: object) -> bool:
    """Whether the value of a parameter is the path of a CSV file or a workbook."""
    return (
        isinstance(value, str) and Path(value).suffix.lower() in (*SHEETS, *TEXTS) and Path(value).is_file()
    )


def read_table(run: Run, name: str) -> pd.DataFrame:
    """The table of a source parameter, every cell as text; the index holds the row numbers of the file.

    CSV files and workbooks are read as text, so that codes keep their zeros, also those that are open as
    layers (which QGIS would read as UTF-8); the rows of any other layer are numbered from 1.
    """
    path = table_file_of(run, name)
    if path is not None:
        frame = read_file(path)
        facts = {"layer": Path(path).name}
    else:
        given = run.open(name)
        facts = {"layer": given.name, "source": given.described}
        frame = frame_of(given.source).apply(lambda column: column.map(_as_text))
        frame.index = pd.RangeIndex(1, len(frame) + 1, name="line")
    run.manifest.add_input(name, **facts, features=len(frame), sha256=digest_of(frame))
    return frame


def table_file_of(run: Run, name: str) -> str | None:
    """The table file that a parameter names or that is open as its layer, unfiltered and unedited."""
    value = run.parameters.get(name)
    if is_table_file(value):
        return str(value)
    if isinstance(value, QgsProcessingFeatureSourceDefinition) and value.selectedFeaturesOnly:
        return None
    layer = run.open(name).layer
    if layer is None or layer.subsetString() or layer.isModified():
        return None
    return str(layer.source()) if is_table_file(layer.source()) else None


def _as_text(value: object) -> str:
    # pandas makes NaN of a NULL among numbers.
    if value is None or value != value:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, (QDate, QDateTime)):
        return str(value.toString(Qt.DateFormat.ISODate))
    return str(value).strip()
