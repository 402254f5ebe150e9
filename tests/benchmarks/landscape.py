# SPDX-License-Identifier: GPL-2.0-or-later
"""Made-up rasters of land cover and wavy towns upon them, of any size."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import shapely
from osgeo import gdal, ogr, osr

gdal.UseExceptions()
WEST, NORTH, CELL_M, EPSG = 500_000.0, 3_400_000.0, 10.0, 4547
#: Cells along the side of a patch of one class, and share of the cells that differ from their patch.
PATCH, SPECKLE = 20, 0.03
#: Voronoi cells of which a town is made up.
CELLS_PER_TOWN = 40


def make_land(path: Path, side: int, classes: int, seed: int) -> None:
    """A raster of ``side`` × ``side`` bytes, 1 … ``classes`` in patches with speckle, tiled."""
    rng = np.random.default_rng(seed)
    options = ["TILED=YES", "COMPRESS=DEFLATE", "NUM_THREADS=ALL_CPUS", "BIGTIFF=IF_SAFER"]
    made = gdal.GetDriverByName("GTiff").Create(str(path), side, side, 1, gdal.GDT_Byte, options)
    made.SetGeoTransform((WEST, CELL_M, 0.0, NORTH, 0.0, -CELL_M))
    made.SetProjection(_reference().ExportToWkt())
    band = made.GetRasterBand(1)
    band.SetNoDataValue(0)
    patches = rng.integers(1, classes + 1, (side // PATCH + 1, side // PATCH + 1), dtype=np.uint8)
    rows = PATCH * 16
    for start in range(0, side, rows):
        stop = min(start + rows, side)
        some = patches[start // PATCH : (stop - 1) // PATCH + 1]
        block = some.repeat(PATCH, axis=0).repeat(PATCH, axis=1)[: stop - start, :side]
        other = rng.integers(1, classes + 1, block.shape, dtype=np.uint8)
        band.WriteArray(np.where(rng.random(block.shape) < SPECKLE, other, block), 0, start)
    made.FlushCache()


def make_towns(path: Path, side: int, count: int, seed: int = 5) -> None:
    """About ``count`` towns that tile a raster of ``side`` × ``side`` cells, with wavy common borders."""
    rng = np.random.default_rng(seed)
    frame = shapely.box(0.0, 0.0, 1.0, 1.0)
    points = shapely.multipoints(rng.random((count * CELLS_PER_TOWN, 2)))
    cells = shapely.intersection(shapely.get_parts(shapely.voronoi_polygons(points, extend_to=frame)), frame)
    near = shapely.STRtree(shapely.points(rng.random((count, 2)))).nearest(shapely.centroid(cells))
    extent = side * CELL_M
    reference = _reference()
    made = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = made.CreateLayer("towns", reference, ogr.wkbMultiPolygon)
    layer.CreateField(ogr.FieldDefn("name", ogr.OFTString))
    layer.CreateField(ogr.FieldDefn("number", ogr.OFTInteger))
    layer.StartTransaction()
    for number in np.unique(near):
        shape = shapely.union_all(cells[near == number])
        town = shapely.transform(shape, lambda xy: xy * extent + [WEST, NORTH - extent])
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField(0, f"town {number}")
        feature.SetField(1, int(number) + 1)
        feature.SetGeometryDirectly(ogr.ForceToMultiPolygon(ogr.CreateGeometryFromWkb(town.wkb)))
        layer.CreateFeature(feature)
    layer.CommitTransaction()


def make_factors(path: Path, classes: int) -> None:
    """A table of carbon pools for the classes 1 … ``classes``."""
    rows = [f"{code},{code},{code / 4},{60 + code},{code / 10}\n" for code in range(1, classes + 1)]
    path.write_text("lucode,c_above,c_below,c_soil,c_dead\n" + "".join(rows), encoding="utf-8")


def _reference() -> osr.SpatialReference:
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(EPSG)
    return reference
