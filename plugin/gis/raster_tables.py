# SPDX-License-Identifier: GPL-2.0-or-later
"""The area table of a raster by unit and value, and what is to be told of it."""

from __future__ import annotations

from ..domain.notes import NoteBook
from ..domain.progress import Progress
from ..domain.rasters import (
    CENTRE,
    NO_UNITS,
    RasterUnits,
    ReadSlots,
    cell_areas,
    tabulate_raster,
    tabulate_units,
    whole_as_unit,
)
from ..domain.statistical_units import Units
from .raster_layers import RasterLayer
from .run import Run


def tabulate_on(
    raster: RasterLayer,
    read: ReadSlots,
    units: Units | None,
    rule: str,
    edge: str,
    notes: NoteBook,
    progress: Progress,
) -> RasterUnits:
    """Areas by unit and slot on the grid of a raster; all ground is one unit where there are none."""
    grid, rows = raster.grid, raster.rows_per_block
    if units is None:
        areas = cell_areas(grid, rule)
        return whole_as_unit(
            tabulate_raster(read, grid, NO_UNITS, areas, rows_per_block=rows, progress=progress)
        )
    return tabulate_units(read, grid, units, rule, edge, rows_per_block=rows, notes=notes, progress=progress)


def note_edges(run: Run, table: RasterUnits, edge: str) -> None:
    """Tell how far the cells of the units miss their polygons, where they count by their centres."""
    if edge == CENTRE:
        run.notes.add(
            "cells_by_centre",
            "Cells count for the unit that holds their centre: the area of a unit differs from that of its "
            "polygon by up to {share:.4%}. With EDGE “exact” cells are cut by the polygons.",
            share=table.edge_share,
            warning=False,
        )


def note_units_without_cells(run: Run, table: RasterUnits, units: Units) -> None:
    """Tell which units got no cell at all."""
    bare = [name for name, area_m2 in zip(units.names, table.area_m2) if area_m2 == 0.0]
    if bare:
        run.notes.add(
            "units_without_cells",
            "{count} units hold the centre of no cell and have no figures. Choose EDGE “exact”, or a finer "
            "raster.",
            count=len(bare),
            ids=bare,
        )
