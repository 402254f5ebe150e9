# SPDX-License-Identifier: GPL-2.0-or-later
"""The raster of one date of a change: its band, its values and its classes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from ...domain.errors import InputError
from ...domain.factors import FactorSet
from ...domain.rasters import CodeBook, Grid, RasterUnits, ReadSlots
from ...domain.rasters.transitions import bare_m2
from ...domain.statistical_units import Units
from ...domain.tabulate_notes import note_uncovered
from ..disk_check import require_disk
from ..geotiffs import require_tiffs
from ..raster_land_use import RasterClasses, classes_of_raster
from ..raster_layers import BlockDigest, RasterLayer, open_raster
from ..raster_tables import note_edges, note_units_without_cells
from ..run import Run
from ..unit_layer import read_units
from .model import DATES, classification_at

MAP = "OUTPUT_MAP_RASTER"


@dataclass(frozen=True)
class DatedRaster:
    """The raster of a date with the book of its values; ``digest`` takes in what is read first."""

    date: str
    raster: RasterLayer
    book: CodeBook
    digest: BlockDigest

    @property
    def slots(self) -> ReadSlots:
        """Reads rows as slots, into the digest."""
        return self.book.reader(self.digest.rows)

    @property
    def slots_again(self) -> ReadSlots:
        """Reads rows as slots once more."""
        return self.book.reader(self.raster.rows)

    def classes(self, run: Run, whole: pd.DataFrame, factors: FactorSet) -> RasterClasses:
        """The carbon classes of its values; ``whole`` has the areas by slot of the whole raster."""
        return classes_of_raster(
            run, self.raster, self.book, whole, classification_at(run, self.date, factors)
        )


def dated(date: str, raster: RasterLayer) -> DatedRaster:
    """A raster with a fresh book."""
    return DatedRaster(date, raster, raster.code_book(), BlockDigest(raster))


def open_date(run: Run, date: str) -> RasterLayer:
    """The raster of BEFORE or AFTER in the band of that date."""
    return open_raster(run, date, f"{date}_BAND")


def measured_rule(run: Run) -> str:
    """The area rule of a change in which a raster takes part; refuses survey areas and maps of polygons."""
    rule = run.text("AREA_RULE")
    if rule == "attribute":
        raise InputError("A raster has no area field. Choose the AREA_RULE “ellipsoidal” or “planar”.")
    if run.given("OUTPUT_MAP"):
        raise InputError(
            "OUTPUT_MAP is a map of polygons, but a raster has none. Take OUTPUT_MAP_RASTER, or turn the "
            "raster into polygons first (gdal:polygonize)."
        )
    require_tiffs(run, [MAP])
    require_disk(run, DATES, {MAP: 1})
    return rule


def units_on(run: Run, raster: RasterLayer) -> Units | None:
    """The units of the run on the grid of a raster, where there are any."""
    return read_units(run, raster.crs, raster.grid.plane()) if run.given("UNITS") else None


def tell_of_units(run: Run, table: RasterUnits, cells: pd.DataFrame, units: Units | None, edge: str) -> None:
    """Note how cells and units fit, and the ground of units that neither date shows in its ``cells``."""
    if units is not None:
        note_uncovered(units.names, bare_m2(table.area_m2, cells), run.notes)
        note_edges(run, table, edge)
        note_units_without_cells(run, table, units)


def drawn_units(units: Units | None, grid: Grid) -> Units:
    """Units in coordinates of the CRS; without any all ground is one, drawn as the extent of the grid."""
    if units is not None:
        return Units(units.names, grid.plane().from_plane(units.geometry))
    return Units(np.array(["*"], dtype=object), np.array([shapely.box(*grid.bounds)], dtype=object))
