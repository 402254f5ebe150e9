# SPDX-License-Identifier: GPL-2.0-or-later
"""A raster of weights for unifying statistical units: it stays as it is, polygons are brought to its grid."""

from __future__ import annotations

import numpy as np
import shapely
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsGeometry,
)

from ..domain.areas import MAX_EDGE_M
from ..domain.errors import InputError
from ..domain.unify import RasterAncillary
from .crs import label_of
from .datum import note_transformation
from .layers import PolygonLayer
from .raster_layers import BlockDigest, RasterLayer, open_raster
from .run import Run

#: Vertices that are carried to another CRS at a time.
VERTICES = 200_000


def read_raster_weights(run: Run, source: PolygonLayer) -> tuple[RasterAncillary, BlockDigest]:
    """The raster of the parameter WEIGHTS, for units in the plane of the source layer.

    The digest is that of the cells once they have been read.

    Where its CRS is another one than that of the source units, borders are carried over, noted; the
    cells stay as they are, so that no weight is lost or made by resampling.
    """
    raster = open_raster(run, "WEIGHTS", "WEIGHT_BAND")
    context = run.context.transformContext()
    other = raster.crs != source.crs
    if other:
        note_transformation(source.name, source.crs, raster.crs, context, run.notes)
        run.tell()

    def carry(shapes: np.ndarray) -> np.ndarray:
        if not other:
            return np.asarray(source.plane.from_plane(shapes), dtype=object)
        # An edge is straight in one CRS only.
        dense = shapely.segmentize(shapes, MAX_EDGE_M)
        return _carried(source.plane.from_plane(dense), source.crs, raster.crs, context)

    digest = BlockDigest(raster)

    def read(first: int, stop: int) -> np.ndarray:
        return _numbers(digest.rows(first, stop), raster)

    kind = run.text("WEIGHT_KIND")
    return RasterAncillary(read, raster.grid, carry, raster.name, kind, raster.rows_per_block), digest


def _numbers(block: np.ndarray, raster: RasterLayer) -> np.ndarray:
    """Cells as numbers, NaN where the raster declares no data."""
    cells = np.ma.getdata(block).astype(float)
    missing = np.array(np.ma.getmaskarray(block))
    if raster.nodata is not None:
        # In the precision of the band: −3.4e38 of a file is not the same number in 64 bits.
        floats = block.dtype.kind == "f"
        missing |= np.ma.getdata(block) == (block.dtype.type(raster.nodata) if floats else raster.nodata)
    for low, high in raster.more_nodata:
        missing |= (cells >= low) & (cells <= high)
    return np.where(missing, np.nan, cells)


def _carried(
    shapes: np.ndarray,
    own: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
) -> np.ndarray:
    """Shapes with their vertices in another CRS, many vertices at a time."""
    transform = QgsCoordinateTransform(own, target, context)
    xy = shapely.get_coordinates(shapes)
    moved = np.empty_like(xy)
    for start in range(0, len(xy), VERTICES):
        points = QgsGeometry()
        points.fromWkb(shapely.multipoints(xy[start : start + VERTICES]).wkb)
        try:
            points.transform(transform)
        except QgsCsException as error:
            raise InputError(
                "The source units ({own}) cannot be transformed to the raster of weights ({target}): "
                "{reason}. Get both in one CRS.",
                own=label_of(own),
                target=label_of(target),
                reason=error,
            ) from error
        moved[start : start + VERTICES] = shapely.get_coordinates(shapely.from_wkb(bytes(points.asWkb())))
    return np.asarray(shapely.set_coordinates(shapes.copy(), moved), dtype=object)
