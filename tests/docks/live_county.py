# SPDX-License-Identifier: GPL-2.0-or-later
"""A county of one parcel: plan, farmland, land cover and units as layers of one GeoPackage."""

from __future__ import annotations

from pathlib import Path

from layers_by_hand import control_line, draft_layer, make_layer, square
from qgis.core import QgsGeometry, QgsProject, QgsVectorFileWriter, QgsVectorLayer

X, Y = 500_000.0, 3_300_000.0


def county_in(folder: Path) -> dict[str, QgsVectorLayer]:
    """A homestead on farmland, today a field; all in one file."""
    return {
        "PLAN": stored(folder, draft_layer([(square(X, Y), "0703")]), "GHYDYH"),
        "FARMLAND": stored(folder, control_line((square(X, Y), {"BSM": "f1"})), "YJJBNTBHTB"),
        "BASE": stored(folder, make_layer([(square(X, Y), {"DLBM": "0101"})], name="DLTB"), "DLTB"),
        "UNITS": stored(folder, make_layer([(square(X, Y), {"XZQMC": "甲"})], name="XZQ"), "XZQ"),
    }


def stored(folder: Path, made: QgsVectorLayer, name: str) -> QgsVectorLayer:
    """A layer as it lies in the one GeoPackage of a county, added to the project."""
    path, options = str(folder / "county.gpkg"), QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = name
    if Path(path).exists():
        options.actionOnExistingFile = QgsVectorFileWriter.CreateOrOverwriteLayer
    context = QgsProject.instance().transformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(made, path, context, options)
    return QgsProject.instance().addMapLayer(QgsVectorLayer(f"{path}|layername={name}", name, "ogr"))


def move_one(layer: QgsVectorLayer) -> None:
    """Half a parcel to the east, not saved."""
    layer.startEditing()
    assert layer.changeGeometry(1, QgsGeometry.fromWkt(square(X + 50, Y)))
