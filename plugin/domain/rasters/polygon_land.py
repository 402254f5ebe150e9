# SPDX-License-Identifier: GPL-2.0-or-later
"""Land use of polygons on the grid of a raster: areas by unit, value and kind of land."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from ..errors import ConservationError
from ..overlay import overlay
from ..progress import Progress, part, silent
from ..statistical_units import Units
from ..tabulate import CONSERVATION_LIMIT
from ..tabulate_notes import OVERLAP_NOISE_M2
from .area_table import RasterUnits, beyond
from .cell_areas import cell_areas
from .codebook import NO_DATA, ReadSlots
from .grid import Grid
from .tabulate import EXACT, WHOLE, burn, tabulate_raster

Rows = npt.NDArray[np.intp]
Geometries = npt.NDArray[np.object_]

#: In place of a kind: no polygon there.
BARE = -1
#: Remainders of cells below this share of their sum come from rounded shares.
ROUNDING = 1e-9


@dataclass(frozen=True)
class PolygonLand:
    """Polygons that do not overlap (plane coordinates of a grid), and the number of the kind of each."""

    geometry: Geometries
    kind: Rows

    @property
    def kinds(self) -> int:
        """How many kinds there are."""
        return int(self.kind.max(initial=-1)) + 1


def tabulate_land(
    read: ReadSlots,
    grid: Grid,
    land: PolygonLand,
    units: Units | None,
    raster: RasterUnits,
    rule: str,
    edge: str,
    *,
    rows_per_block: int,
    progress: Progress = silent,
) -> pd.DataFrame:
    """Areas by unit, slot of the raster and kind of land: ``unit``, ``slot``, ``kind``, ``area_m2``.

    ``raster`` is what ``tabulate_units`` made of the same units (or ``whole_as_unit`` where there are
    none). Ground without a polygon has the kind ``BARE``; polygons beyond the raster have no
    data. Raises ``ConservationError`` where the polygons hold more than a unit does.
    """
    plane = grid.plane()
    shapes, unit, kind = _pieces(land, units, grid, rule, part(progress, 0.0, 0.3))
    zone = unit * land.kinds + kind
    areas = cell_areas(grid, rule)
    burnt = burn(
        plane.from_plane(shapes),
        grid,
        edge,
        owner=zone,
        equal_area=rule != "planar",
        progress=part(progress, 0.3, 0.4),
    )
    table = tabulate_raster(
        read,
        grid,
        burnt,
        areas,
        rows_per_block=rows_per_block,
        progress=part(progress, 0.4, 1.0),
    )
    cells = table[table["unit"] != WHOLE]
    covered = pd.DataFrame(
        {
            "unit": cells["unit"] // land.kinds,
            "slot": cells["slot"],
            "kind": cells["unit"] % land.kinds,
            "area_m2": cells["area_m2"],
        }
    )
    frame = plane.to_plane(np.array([shapely.box(*grid.bounds)], dtype=object))[0]
    off = pd.DataFrame(
        {"unit": unit, "slot": NO_DATA, "kind": kind, "area_m2": plane.measure(beyond(shapes, frame), rule)}
    )
    # Overlaps that are noise stay in the polygons; by centres they may hold a cell.
    noise_m2 = OVERLAP_NOISE_M2 if edge == EXACT else max(OVERLAP_NOISE_M2, float(areas.table.max()))
    bare = _bare(covered, raster, noise_m2 * len(land.geometry))
    frames = [frame for frame in (covered, off[off["area_m2"] > 0.0], bare) if len(frame)]
    return pd.concat(frames, ignore_index=True) if frames else covered


def claims_twice(geometry: Geometries, grid: Grid, rule: str, edge: str, progress: Progress = silent) -> bool:
    """Whether polygons (plane coordinates) share cells of a grid by more than digitising noise."""
    drawn = geometry[~shapely.is_missing(geometry)]
    shapes = grid.plane().from_plane(drawn)
    burnt = burn(shapes, grid, edge, equal_area=rule != "planar", progress=progress)
    return burnt.overlap(OVERLAP_NOISE_M2 / float(cell_areas(grid, rule).table.min()))


def _pieces(
    land: PolygonLand, units: Units | None, grid: Grid, rule: str, progress: Progress
) -> tuple[Geometries, Rows, Rows]:
    """The polygons cut by the units: shape, unit and kind of each piece."""
    if units is None:
        kept = np.flatnonzero(~shapely.is_missing(land.geometry))
        return land.geometry[kept], np.zeros(len(kept), dtype=np.intp), land.kind[kept]
    plane = grid.plane()
    pairs = overlay(
        land.geometry,
        units.geometry,
        measure=lambda geoms: plane.measure(geoms, rule),
        left_area_m2=plane.measure(land.geometry, rule),
        keep_geometry=True,
        progress=progress,
    )
    return pairs.geometry, pairs.right, land.kind[pairs.left]


def _bare(covered: pd.DataFrame, raster: RasterUnits, noise_m2: float) -> pd.DataFrame:
    """What the polygons leave of the cells of each unit and value."""
    inside = raster.table[raster.table["unit"] != WHOLE].set_index(["unit", "slot"])["area_m2"]
    held = covered.groupby(["unit", "slot"])["area_m2"].agg(math.fsum)
    rest = inside - held.reindex(inside.index, fill_value=0.0)
    _require_room(rest, inside, noise_m2)
    rest = rest[rest > ROUNDING * inside]
    bare = rest.reset_index()
    bare.insert(2, "kind", BARE)
    return bare


def _require_room(rest: pd.Series, inside: pd.Series, noise_m2: float) -> None:
    over = rest[rest < -(CONSERVATION_LIMIT * inside + noise_m2)]
    if len(over):
        raise ConservationError(
            "The polygons hold {over_m2:.4f} m² more of a value of the raster than there is. Remove the "
            "overlaps of the polygons and run again.",
            over_m2=float(-over.min()),
        )
