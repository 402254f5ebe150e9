# SPDX-License-Identifier: GPL-2.0-or-later
"""Write columns and shapely geometries into a GeoPackage with osgeo.ogr, byte for byte repeatable."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import shapely
from osgeo import gdal, ogr, osr

# A fixed time stamp keeps a rebuilt file equal to the shipped one.
TIME_STAMP = "2026-01-01T00:00:00.000Z"
OGR_TYPES = {"U": ogr.OFTString, "O": ogr.OFTString, "f": ogr.OFTReal, "i": ogr.OFTInteger}


def create_geopackage(path: Path) -> ogr.DataSource:
    """Create `path` anew, without the large default page cache and with a fixed time stamp."""
    gdal.UseExceptions()
    gdal.SetConfigOption("OGR_CURRENT_DATE", TIME_STAMP)
    path.unlink(missing_ok=True)
    return ogr.GetDriverByName("GPKG").CreateDataSource(str(path), options=["ADD_GPKG_OGR_CONTENTS=NO"])


def write_layer(
    source: ogr.DataSource,
    name: str,
    columns: dict[str, np.ndarray],
    *,
    geometry: np.ndarray | None = None,
    epsg: int | None = None,
    description: str = "",
) -> None:
    """Write one layer: text columns with their longest width, None as NULL, polygons or multipolygons.

    A layer whose geometries are all single polygons is a Polygon layer, else a MultiPolygon layer.
    Without `geometry` the layer is an attribute table.
    """
    kind, wkb = ogr.wkbNone, None
    if geometry is not None:
        multi = bool((shapely.get_type_id(geometry) == 6).any())
        kind = ogr.wkbMultiPolygon if multi else ogr.wkbPolygon
        wkb = shapely.to_wkb(_as_multi(geometry) if multi else geometry)
    layer = source.CreateLayer(
        name, _reference(epsg), kind, options=["GEOMETRY_NAME=geom", f"DESCRIPTION={description}"]
    )
    for field, values in columns.items():
        layer.CreateField(_field_definition(field, values))
    _write_rows(layer, list(columns.values()), wkb)


def _write_rows(layer: ogr.Layer, columns: list[np.ndarray], wkb: np.ndarray | None) -> None:
    definition = layer.GetLayerDefn()
    lists: list[list[Any]] = [column.tolist() for column in columns]
    rows = len(lists[0])
    layer.StartTransaction()
    for row in range(rows):
        feature = ogr.Feature(definition)
        for position, values in enumerate(lists):
            if values[row] is not None:
                feature.SetField(position, values[row])
        if wkb is not None:
            feature.SetGeometryDirectly(ogr.CreateGeometryFromWkb(wkb[row]))
        layer.CreateFeature(feature)
    layer.CommitTransaction()


def _field_definition(name: str, values: np.ndarray) -> ogr.FieldDefn:
    definition = ogr.FieldDefn(name, OGR_TYPES[values.dtype.kind])
    if values.dtype.kind in "UO":
        definition.SetWidth(max([1, *(len(value) for value in values.tolist() if value is not None)]))
    return definition


def _as_multi(geometry: np.ndarray) -> np.ndarray:
    parts, owner = shapely.get_parts(geometry, return_index=True)
    return shapely.multipolygons(parts, indices=owner)


def _reference(epsg: int | None) -> osr.SpatialReference | None:
    if epsg is None:
        return None
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference
