# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables written to CSV files and workbooks that are read back cell by cell."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
from osgeo import gdal, ogr

from .replacing import replacing
from .tables import SHEETS

#: Excel reads a CSV in UTF-8 only with its byte order mark.
CSV_ENCODING = "utf-8-sig"


def write_table_file(path: Path, frame: pd.DataFrame) -> None:
    """Write a table with every cell as text, to a workbook where the name ends in .xlsx, else as CSV.

    The file is complete or as it was before. Raises ``OutputError`` where it cannot be written.
    """
    with replacing(path) as partial:
        if path.suffix.lower() in SHEETS:
            _write_sheet(partial, frame)
        else:
            frame.to_csv(partial, index=False, encoding=CSV_ENCODING, lineterminator="\r\n")


def _write_sheet(path: Path, frame: pd.DataFrame) -> None:
    gdal.UseExceptions()
    dataset = ogr.GetDriverByName("XLSX").CreateDataSource(str(path))
    sheet = dataset.CreateLayer(path.stem.removesuffix(".part")[:31])
    for name in frame.columns:
        sheet.CreateField(ogr.FieldDefn(str(name), ogr.OFTString))
    for cells in frame.itertuples(index=False, name=None):
        feature = ogr.Feature(sheet.GetLayerDefn())
        for number, cell in enumerate(cells):
            feature.SetField(number, str(cell))
        sheet.CreateFeature(feature)
    # The file is written when the dataset is let go.
    del sheet, dataset
