# SPDX-License-Identifier: GPL-2.0-or-later
"""Classified rasters reduced to areas: grids, true cell areas, units burnt in, joint histograms."""

from .area_table import RasterUnits, area_table, tabulate_units
from .cell_areas import CellAreas, cell_areas
from .codebook import NO_DATA, CodeBook
from .grid import Grid, grid_of, misalignment
from .land_classes import (
    DENSITIES,
    DENSITY_NODATA,
    ValueClasses,
    classes_of_values,
    densities_by_slot,
    note_no_nodata,
)
from .tabulate import CENTRE, EDGES, EXACT, NO_UNITS, WHOLE, Burnt, burn, tabulate_raster

__all__ = [
    "CENTRE",
    "DENSITIES",
    "DENSITY_NODATA",
    "EDGES",
    "EXACT",
    "NO_DATA",
    "NO_UNITS",
    "WHOLE",
    "Burnt",
    "CellAreas",
    "CodeBook",
    "Grid",
    "RasterUnits",
    "ValueClasses",
    "area_table",
    "burn",
    "cell_areas",
    "classes_of_values",
    "densities_by_slot",
    "grid_of",
    "misalignment",
    "note_no_nodata",
    "tabulate_raster",
    "tabulate_units",
]
