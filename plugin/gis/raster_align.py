# SPDX-License-Identifier: GPL-2.0-or-later
"""Two rasters on one grid: refused where they are not, or the second brought onto the grid of the first."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import shapely
from osgeo import gdal
from qgis.core import QgsCoordinateTransform, QgsCsException, QgsGeometry

from ..domain.areas import work_plane
from ..domain.errors import InputError
from ..domain.rasters import Grid, Misalignment, cell_areas, misalignment
from ..domain.units import M2_PER_HA
from .crs import label_of, wkt_of
from .datum import note_transformation
from .raster_layers import RasterLayer
from .run import Run

#: The value of the parameter ALIGN that asks for one grid.
TO_BEFORE = "to_before"
#: How far (in cells) a cell may be sought from its true place in another CRS.
WARP_ERROR = 0.01
#: Points along each side of an extent that is carried over to another CRS.
SIDE_POINTS = 50


def on_one_grid(run: Run, before: RasterLayer, after: RasterLayer, rule: str) -> RasterLayer:
    """The raster of the second date on the grid of the first, by the parameter ALIGN.

    Raises ``InputError`` that explains the difference where the grids are not one and ALIGN is
    “refuse”.
    """
    other_crs = before.crs != after.crs
    found = None if other_crs else misalignment(before.grid, after.grid)
    if not other_crs and found is None:
        return after
    if run.text("ALIGN") != TO_BEFORE:
        raise _refusal(before, after, found)
    if other_crs:
        note_transformation(after.name, after.crs, before.crs, run.context.transformContext(), run.notes)
    _note(run, before, after, found, rule)
    return _warped(before, after)


def _refusal(before: RasterLayer, after: RasterLayer, found: Misalignment | None) -> InputError:
    if found is None:
        return InputError(
            "Rasters “{before}” ({before_crs}) and “{after}” ({after_crs}) lie in different coordinate "
            "reference systems, so that their cells are not the same ground. Get both on one grid, or set "
            "ALIGN to “to_before”: each cell of “{before}” then takes the value of “{after}” at its centre.",
            before=before.name,
            before_crs=label_of(before.crs),
            after=after.name,
            after_crs=label_of(after.crs),
        )
    grids = {**_figures(before.grid, "before"), **_figures(after.grid, "after")}
    if found.same_lattice:
        return InputError(
            "Rasters “{before}” ({before_cells} cells) and “{after}” ({after_cells} cells) have the same "
            "cells but another extent: the corner of “{after}” lies {columns:+.0f} columns and {rows:+.0f} "
            "rows from that of “{before}”. Clip both to one extent, or set ALIGN to “to_before” to have "
            "“{after}” cut to the extent of “{before}”.",
            before=before.name,
            after=after.name,
            columns=found.columns,
            rows=found.rows,
            **grids,
        )
    return InputError(
        "The cells of rasters “{before}” and “{after}” do not coincide: “{before}” has {before_cells} cells "
        "of {before_size}, “{after}” has {after_cells} of {after_size}, and its corner lies {columns:+.3f} "
        "columns and {rows:+.3f} rows from that of “{before}”. Differences would be those of the grids, not "
        "of the land. Get both on one grid, or set ALIGN to “to_before”: each cell of “{before}” then takes "
        "the value of “{after}” at its centre.",
        before=before.name,
        after=after.name,
        columns=found.columns,
        rows=found.rows,
        **grids,
    )


def _figures(grid: Grid, date: str) -> dict[str, str]:
    return {
        f"{date}_cells": f"{grid.width} × {grid.height}",
        f"{date}_size": f"{abs(grid.dx):.10g} × {abs(grid.dy):.10g}",
    }


def _note(run: Run, before: RasterLayer, after: RasterLayer, found: Misalignment | None, rule: str) -> None:
    lost_ha = _lost_ha(run, before, after, rule)
    if found is not None and found.same_lattice:
        run.notes.add(
            "cropped",
            "Raster “{after}” was cut to the extent of “{before}”, cell by cell; {area_ha:.4f} ha of its "
            "extent lie beyond and are left out.",
            area_ha=lost_ha,
            before=before.name,
            after=after.name,
        )
        return
    run.notes.add(
        "resampled",
        "Raster “{after}” (cells of {after_size}) was brought onto the grid of “{before}” (cells of "
        "{before_size}): each cell took the value at its centre. Changes along edges may come from that. "
        "{area_ha:.4f} ha of its extent lie beyond the grid and are left out.",
        area_ha=lost_ha,
        before=before.name,
        after=after.name,
        before_size=_figures(before.grid, "before")["before_size"],
        after_size=_figures(after.grid, "after")["after_size"],
    )


def _lost_ha(run: Run, before: RasterLayer, after: RasterLayer, rule: str) -> float:
    """Extent of the second raster beyond the first, ha."""
    # In the CRS of the second: it may be one of the whole world, the other way round it may not.
    grid = after.grid
    rule = "ellipsoidal" if grid.is_geographic else rule
    first = np.zeros(grid.height, dtype=np.intp)
    whole_m2 = cell_areas(grid, rule).of_runs(np.arange(grid.height), first, first + grid.width)
    shared = shapely.intersection(_extent_in(run, before, after), shapely.box(*grid.bounds))
    if shared.is_empty:
        return math.fsum(whole_m2) / M2_PER_HA
    plane = work_plane(grid.crs_wkt, shared.bounds)
    shared_m2 = plane.measure(plane.to_plane(np.array([shared], dtype=object)), rule)
    return max(math.fsum(whole_m2) - math.fsum(shared_m2), 0.0) / M2_PER_HA


def _extent_in(run: Run, before: RasterLayer, after: RasterLayer) -> shapely.Geometry:
    """The extent of the first raster in the CRS of the second."""
    outline = shapely.box(*before.grid.bounds)
    longest = max(outline.bounds[2] - outline.bounds[0], outline.bounds[3] - outline.bounds[1])
    carried = QgsGeometry()
    carried.fromWkb(shapely.segmentize(outline, longest / SIDE_POINTS).wkb)
    try:
        carried.transform(QgsCoordinateTransform(before.crs, after.crs, run.context.transformContext()))
    except QgsCsException as error:
        raise _not_carried(before, after, error) from error
    return shapely.make_valid(shapely.from_wkb(bytes(carried.asWkb())))


def _warped(before: RasterLayer, after: RasterLayer) -> RasterLayer:
    """The second raster on the grid of the first by nearest neighbour, read when its cells are."""
    try:
        mask = f"mask,{after.band_number}" if after.is_masked else None
        band = gdal.Translate("", after.dataset, format="VRT", bandList=[after.band_number], maskBand=mask)
        warped = gdal.Warp(
            "",
            band,
            format="VRT",
            srcSRS=wkt_of(after.crs),
            dstSRS=wkt_of(before.crs),
            outputBounds=before.grid.bounds,
            width=before.grid.width,
            height=before.grid.height,
            resampleAlg="near",
            errorThreshold=WARP_ERROR,
            # What is no data is told by the declared values; what lies beyond the raster by the alpha band.
            srcNodata="none",
            dstAlpha=True,
        )
    except RuntimeError as error:
        raise _not_carried(before, after, error) from error
    return replace(
        after,
        crs=before.crs,
        grid=before.grid,
        rows_per_block=before.rows_per_block,
        dataset=warped,
        is_aligned=True,
    )


def _not_carried(before: RasterLayer, after: RasterLayer, reason: Exception) -> InputError:
    return InputError(
        "Raster “{after}” cannot be brought onto the grid of “{before}”: {reason}. Get both on one grid.",
        after=after.name,
        before=before.name,
        reason=reason,
    )
