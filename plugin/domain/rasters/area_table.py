# SPDX-License-Identifier: GPL-2.0-or-later
"""The area table of a classified raster and units: the same table that polygons give."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from ..errors import ConservationError
from ..notes import NoteBook
from ..overlay import Overlay, overlay
from ..progress import Progress, part, silent
from ..statistical_units import Units
from ..tabulate import CONSERVATION_LIMIT, AreaTable
from ..tabulate_notes import UNIT_NOISE_M2, note_overlapping_units, note_uncovered
from ..units import M2_PER_HA
from .cell_areas import cell_areas
from .codebook import NO_DATA, CodeBook
from .grid import Grid
from .land_classes import ValueClasses
from .tabulate import CENTRE, EXACT, WHOLE, ReadRows, burn, burnt_area_m2, tabulate_raster

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]


@dataclass(frozen=True)
class RasterUnits:
    """Areas by unit and value: ``table`` (unit, slot, area_m2, with the unit ``WHOLE``).

    ``area_m2`` is the area of each unit: of its cells by centre, of its polygon by exact
    shares; ``beyond_m2`` the part of it beyond the raster; ``residual_m2`` what is not
    explained. ``overlap`` tells whether units share ground, ``edge_share`` how far the
    cells of a unit miss its polygon at most.
    """

    table: pd.DataFrame
    area_m2: Floats
    beyond_m2: Floats
    residual_m2: Floats
    overlap: bool
    edge_share: float


def tabulate_units(
    read: ReadRows,
    grid: Grid,
    units: Units,
    rule: str,
    edge: str,
    book: CodeBook,
    *,
    rows_per_block: int,
    notes: NoteBook,
    progress: Progress = silent,
) -> RasterUnits:
    """Reduce a raster and units (plane coordinates of the grid) to areas by unit and value.

    Raises ``ConservationError`` where the cells of a unit do not add up to its area: to its
    runs of cells by centre, to its polygon by exact shares.
    """
    plane = grid.plane()
    polygon_m2 = plane.measure(units.geometry, rule)
    pairs = overlay(
        units.geometry,
        units.geometry,
        measure=lambda geoms: plane.measure(geoms, rule),
        left_area_m2=polygon_m2,
        keep_geometry=False,
        progress=part(progress, 0.0, 0.1),
    )
    shared = note_overlapping_units(pairs, units.names, notes)
    frame = plane.to_plane(np.array([shapely.box(*grid.bounds)], dtype=object))[0]
    beyond_m2 = plane.measure(_beyond(units, frame), rule)
    areas = cell_areas(grid, rule)
    burnt = burn(
        plane.from_plane(units.geometry),
        grid,
        edge,
        groups_apart(pairs, len(units.names)),
        equal_area=rule != "planar",
    )
    table = tabulate_raster(
        read, grid, burnt, areas, book, rows_per_block=rows_per_block, progress=part(progress, 0.1, 1.0)
    )
    cells_m2 = _sums(table, len(units.names))
    inside_m2 = burnt_area_m2(burnt, grid, areas) if edge == CENTRE else polygon_m2 - beyond_m2
    area_m2 = inside_m2 + beyond_m2
    # A unit smaller than a cell may lie in its corner, where the projection has another scale.
    limit = CONSERVATION_LIMIT + (areas.spread() if edge == EXACT else 0.0)
    residual_m2 = _check_conservation(inside_m2 - cells_m2, area_m2, units, limit)
    missed = np.abs(cells_m2 + beyond_m2 - polygon_m2)
    edge_share = float(np.max(np.divide(missed, polygon_m2, out=np.zeros(len(missed)), where=polygon_m2 > 0)))
    return RasterUnits(table, area_m2, beyond_m2, residual_m2, len(shared) > 0, edge_share)


def groups_apart(pairs: Overlay, count: int) -> list[list[int]]:
    """Units in as few groups as a first fit finds, so that those of one group do not overlap.

    ``pairs`` are the units overlaid with themselves.
    """
    rivals: dict[int, set[int]] = {unit: set() for unit in range(count)}
    apart = (pairs.left != pairs.right) & (pairs.area_m2 > UNIT_NOISE_M2)
    for one, other in zip(pairs.left[apart].tolist(), pairs.right[apart].tolist()):
        rivals[one].add(other)
        rivals[other].add(one)
    groups: list[list[int]] = []
    for unit in range(count):
        home = next((group for group in groups if not rivals[unit].intersection(group)), None)
        if home is None:
            groups.append([unit])
        else:
            home.append(unit)
    return groups


def area_table(raster: RasterUnits, classes: ValueClasses, units: Units, notes: NoteBook) -> AreaTable:
    """The areas by unit and carbon class, with what is uncovered, excluded and outside."""
    inside = raster.table[raster.table["unit"] != WHOLE]
    count = len(units.names)
    bare_m2 = _sums(inside[inside["slot"] == NO_DATA], count) + raster.beyond_m2
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
            "excluded_ha": _sums(lost, count) / M2_PER_HA,
        }
    )
    return AreaTable(
        cells=classes.area_table(inside),
        units=frame,
        outside_ha=_outside_ha(raster),
        residual_ha=float(np.max(np.abs(raster.residual_m2), initial=0.0)) / M2_PER_HA,
        units_overlap=raster.overlap,
    )


def _beyond(units: Units, frame: shapely.Geometry) -> npt.NDArray[np.object_]:
    """The part of each unit beyond the raster; None where there is none."""
    shapely.prepare(frame)
    beyond = np.full(len(units.geometry), None, dtype=object)
    rows = np.flatnonzero(~shapely.covers(frame, units.geometry))
    beyond[rows] = shapely.difference(units.geometry[rows], frame)
    return beyond


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


def _sums(table: pd.DataFrame, count: int) -> Floats:
    inside = table[table["unit"] != WHOLE]
    sums = inside.groupby("unit")["area_m2"].agg(math.fsum)
    return np.asarray(sums.reindex(range(count), fill_value=0.0), dtype=np.float64)
