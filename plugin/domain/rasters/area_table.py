# SPDX-License-Identifier: GPL-2.0-or-later
"""The area table of a classified raster and units: the same table that polygons give."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from ..areas import WorkPlane
from ..errors import ConservationError
from ..exact_sums import group_sums
from ..notes import NoteBook
from ..overlay import overlay
from ..progress import Progress, part, silent
from ..statistical_units import Units
from ..tabulate import CONSERVATION_LIMIT, AreaTable
from ..tabulate_notes import note_overlapping_units, note_uncovered
from ..units import M2_PER_HA
from .cell_areas import cell_areas
from .codebook import NO_DATA, ReadSlots
from .grid import Grid
from .land_classes import ValueClasses
from .tabulate import CENTRE, EXACT, WHOLE, burn, burnt_area_m2, tabulate_raster

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]


@dataclass(frozen=True)
class RasterUnits:
    """Areas by unit and value: ``table`` (unit, slot, area_m2, with the unit ``WHOLE``).

    ``area_m2`` is the area of each unit: of its cells by centre, of its polygon by exact
    shares; ``beyond_m2`` the part of it beyond the raster; ``residual_m2`` what is not
    explained. ``overlap`` tells whether units share ground, and cells; ``edge_share`` how far the
    cells of a unit miss its polygon at most.
    """

    table: pd.DataFrame
    area_m2: Floats
    beyond_m2: Floats
    residual_m2: Floats
    overlap: bool
    edge_share: float


def tabulate_units(
    read: ReadSlots,
    grid: Grid,
    units: Units,
    rule: str,
    edge: str,
    *,
    rows_per_block: int,
    notes: NoteBook,
    progress: Progress = silent,
) -> RasterUnits:
    """Reduce a raster and units (plane coordinates of the grid) to areas by unit and slot of a value.

    Raises ``ConservationError`` where the cells of a unit do not add up to its area: to its
    runs of cells by centre, to its polygon by exact shares.
    """
    plane = grid.plane()
    polygon_m2 = plane.measure(units.geometry, rule)
    frame = plane.to_plane(np.array([shapely.box(*grid.bounds)], dtype=object))[0]
    beyond_m2 = plane.measure(beyond(units.geometry, frame), rule)
    areas = cell_areas(grid, rule)
    burnt = burn(
        plane.from_plane(units.geometry),
        grid,
        edge,
        equal_area=rule != "planar",
        progress=part(progress, 0.02, 0.05),
    )
    overlap = burnt.overlap() and _share_ground(
        units, polygon_m2, plane, rule, notes, part(progress, 0.05, 0.1)
    )
    table = tabulate_raster(
        read, grid, burnt, areas, rows_per_block=rows_per_block, progress=part(progress, 0.1, 1.0)
    )
    cells_m2 = sums_of_units(table, len(units.names))
    inside_m2 = burnt_area_m2(burnt, areas) if edge == CENTRE else polygon_m2 - beyond_m2
    area_m2 = inside_m2 + beyond_m2
    # A unit smaller than a cell may lie in its corner, where the projection has another scale.
    limit = CONSERVATION_LIMIT + (areas.spread() if edge == EXACT else 0.0)
    residual_m2 = _check_conservation(inside_m2 - cells_m2, area_m2, units, limit)
    missed = np.abs(cells_m2 + beyond_m2 - polygon_m2)
    edge_share = float(np.max(np.divide(missed, polygon_m2, out=np.zeros(len(missed)), where=polygon_m2 > 0)))
    return RasterUnits(table, area_m2, beyond_m2, residual_m2, overlap, edge_share)


def _share_ground(
    units: Units, polygon_m2: Floats, plane: WorkPlane, rule: str, notes: NoteBook, progress: Progress
) -> bool:
    """Note units that overlap by more than digitising noise, and tell whether there are any."""
    pairs = overlay(
        units.geometry,
        units.geometry,
        measure=lambda geoms: plane.measure(geoms, rule),
        left_area_m2=polygon_m2,
        keep_geometry=False,
        progress=progress,
    )
    return len(note_overlapping_units(pairs, units.names, notes)) > 0


def area_table(raster: RasterUnits, classes: ValueClasses, units: Units, notes: NoteBook) -> AreaTable:
    """The areas by unit and carbon class, with what is uncovered, excluded and outside."""
    inside = raster.table[raster.table["unit"] != WHOLE]
    count = len(units.names)
    bare_m2 = sums_of_units(inside[inside["slot"] == NO_DATA], count) + raster.beyond_m2
    known = np.array([name is not None for name in classes.carbon_class], dtype=bool)
    lost = inside[(inside["slot"] != NO_DATA) & ~known[inside["slot"].to_numpy(dtype=np.intp)]]
    note_uncovered(units.names, bare_m2, notes)
    frame = pd.DataFrame(
        {
            "unit": np.arange(count),
            "area_ha": raster.area_m2 / M2_PER_HA,
            "covered_ha": (raster.area_m2 - bare_m2) / M2_PER_HA,
            "uncovered_ha": bare_m2 / M2_PER_HA,
            "twice_ha": 0.0,
            "excluded_ha": sums_of_units(lost, count) / M2_PER_HA,
        }
    )
    return AreaTable(
        cells=classes.area_table(inside),
        units=frame,
        outside_ha=_outside_ha(raster),
        residual_ha=float(np.max(np.abs(raster.residual_m2), initial=0.0)) / M2_PER_HA,
        units_overlap=raster.overlap,
    )


def whole_as_unit(table: pd.DataFrame) -> RasterUnits:
    """All ground with a value as one unit, from a table without units."""
    valued = table[(table["unit"] == WHOLE) & (table["slot"] != NO_DATA)].assign(unit=0)
    area_m2 = np.array([math.fsum(valued["area_m2"])])
    none = np.zeros(1)
    both = pd.concat([table, valued], ignore_index=True) if len(valued) else table
    return RasterUnits(both, area_m2, none, none, False, 0.0)


def beyond(polygons: npt.NDArray[np.object_], frame: shapely.Geometry) -> npt.NDArray[np.object_]:
    """The part of each polygon beyond the frame of a raster; None where there is none."""
    shapely.prepare(frame)
    rest = np.full(len(polygons), None, dtype=object)
    rows = np.flatnonzero(~shapely.covers(frame, polygons) & ~shapely.is_missing(polygons))
    rest[rows] = shapely.difference(polygons[rows], frame)
    return rest


def _outside_ha(raster: RasterUnits) -> float:
    """Land with a value outside every unit; NaN where units overlap, since then sums do not tell."""
    if raster.overlap:
        return math.nan
    valued = raster.table[raster.table["slot"] != NO_DATA]
    whole = valued["unit"] == WHOLE
    return (
        max(math.fsum(valued.loc[whole, "area_m2"]) - math.fsum(valued.loc[~whole, "area_m2"]), 0.0)
        / M2_PER_HA
    )


def _check_conservation(residual_m2: Floats, area_m2: Floats, units: Units, limit: float) -> Floats:
    failed = np.abs(residual_m2) > limit * np.maximum(area_m2, 1.0)
    if failed.any():
        worst = int(np.argmax(np.where(failed, np.abs(residual_m2), 0.0)))
        raise ConservationError(
            "The cells in unit {unit} do not add up: {residual_m2:.4f} m² of {area_m2:.1f} m² are "
            "unexplained. Check the geometry of this unit and the CRS of the raster.",
            unit=units.names[worst],
            residual_m2=float(residual_m2[worst]),
            area_m2=float(area_m2[worst]),
        )
    return residual_m2


def sums_of_units(table: pd.DataFrame, count: int) -> Floats:
    """Area of each unit in a table of ``tabulate_raster`` (unit, slot, area_m2), m²."""
    inside = table[table["unit"] != WHOLE]
    return group_sums(inside["area_m2"].to_numpy(float), inside["unit"].to_numpy(dtype=np.intp), count)
