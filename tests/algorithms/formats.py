# SPDX-License-Identifier: GPL-2.0-or-later
"""One small case written in the formats that bureaus have."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from layers_by_hand import make_layer
from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter, QgsVectorLayer

X, Y = 500_123.456789, 3_300_987.654321


def ring(*points: tuple[float, float]) -> str:
    """A polygon through points given in metres from the origin of the case, with all their digits."""
    corners = [(X + x, Y + y) for x, y in (*points, points[0])]
    return f"POLYGON(({','.join(f'{x!r} {y!r}' for x, y in corners)}))"


def parcels(extra: bool = False) -> QgsVectorLayer:
    """Three parcels with shared crooked edges; with ``extra`` a fourth that must stay out."""
    rows = [
        (ring((0, 0), (133.3, 0.7), (120.1, 99.9), (0, 101.3)), {"DLBM": "0101", "DLMC": "水田"}),
        (ring((133.3, 0.7), (301.7, 0), (300, 100), (120.1, 99.9)), {"DLBM": "0301", "DLMC": "乔木林地"}),
        (ring((0, 101.3), (120.1, 99.9), (300, 100), (299, 187), (3, 190)), {"DLBM": "0103", "DLMC": "旱地"}),
    ]
    if extra:
        rows.append((ring((0, 500), (10, 500), (10, 510)), {"DLBM": "9999", "DLMC": "越界"}))
    return make_layer(rows, name="DLTB", kind="Polygon")


def towns() -> QgsVectorLayer:
    """Two towns that cut the parcels."""
    return make_layer(
        [
            (ring((-1, -1), (150, -1), (149, 200), (-1, 200)), {"XZQMC": "城关镇"}),
            (ring((150, -1), (310, -1), (310, 200), (149, 200)), {"XZQMC": "龙泉乡"}),
        ],
        name="XZQ",
        kind="Polygon",
    )


def write(layer: QgsVectorLayer, path: Path, driver: str, encoding: str = "UTF-8", **options: Any) -> str:
    """Write a layer to a file (or as a table into it) and return the source of what was written."""
    chosen = QgsVectorFileWriter.SaveVectorOptions()
    chosen.driverName, chosen.fileEncoding, chosen.layerName = driver, encoding, layer.name()
    chosen.layerOptions = [f"{key}={value}" for key, value in options.items()]
    if path.exists():
        chosen.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    context = QgsCoordinateTransformContext()
    error, message, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), context, chosen)
    if error != QgsVectorFileWriter.WriterError.NoError:
        raise OSError(message)
    return str(path) if path.suffix == ".shp" else f"{path}|layername={layer.name()}"


def forget_encoding(shapefile: str) -> None:
    """Take away all that tells the encoding of a shapefile: the .cpg and the language id in the .dbf."""
    Path(shapefile).with_suffix(".cpg").unlink(missing_ok=True)
    with Path(shapefile).with_suffix(".dbf").open("r+b") as table:
        table.seek(29)
        table.write(b"\x00")
