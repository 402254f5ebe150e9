# SPDX-License-Identifier: GPL-2.0-or-later
"""Classified rasters reduced to areas: grids, true cell areas, units burnt in, joint histograms."""

from .area_table import RasterUnits, area_table, beyond, tabulate_units, whole_as_unit
from .blocks import read_ahead
from .cell_areas import CellAreas, cell_areas
from .codebook import NO_DATA, CodeBook, ReadRows, ReadSlots
from .grid import Grid, Misalignment, grid_of, misalignment
from .land_classes import (
    DENSITIES,
    DENSITY_NODATA,
    ValueClasses,
    classes_of_values,
    densities_by_slot,
    note_no_nodata,
)
from .pairs import PairBook
from .polygon_land import PolygonLand, claims_twice, tabulate_land
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
    "Misalignment",
    "PairBook",
    "PolygonLand",
    "RasterUnits",
    "ReadRows",
    "ReadSlots",
    "ValueClasses",
    "area_table",
    "beyond",
    "burn",
    "cell_areas",
    "claims_twice",
    "classes_of_values",
    "densities_by_slot",
    "grid_of",
    "misalignment",
    "note_no_nodata",
    "read_ahead",
    "tabulate_land",
    "tabulate_raster",
    "tabulate_units",
    "whole_as_unit",
]
