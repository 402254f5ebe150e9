# SPDX-License-Identifier: GPL-2.0-or-later
"""The Liechtenstein case read without GDAL: GeoPackage blobs are WKB behind a short header."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import numpy as np
import pytest
import shapely

FILE = (
    Path(__file__).resolve().parents[3] / "shared" / "data" / "liechtenstein_osm" / "liechtenstein_osm.gpkg"
)

needs_liechtenstein = pytest.mark.skipif(not FILE.exists(), reason="the shared data folder is not here")

#: Bytes of the envelope by its code in the flags (GeoPackage specification, clause 2.1.3).
ENVELOPE_BYTES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}


def read_layer(layer: str, *columns: str) -> list[np.ndarray]:
    """Geometries and columns of a layer as object arrays."""
    database = sqlite3.connect(f"{FILE.as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        names = ", ".join(f'"{name}"' for name in ("geom", *columns))
        rows = database.execute(f'SELECT {names} FROM "{layer}" ORDER BY fid').fetchall()
    finally:
        database.close()
    result = [np.empty(len(rows), dtype=object) for _ in range(len(columns) + 1)]
    for number, (blob, *values) in enumerate(rows):
        result[0][number] = shapely.from_wkb(blob[8 + ENVELOPE_BYTES[blob[3] >> 1 & 7] :])
        for column, value in zip(result[1:], values):
            column[number] = value
    return result
