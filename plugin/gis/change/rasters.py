# SPDX-License-Identifier: GPL-2.0-or-later
"""Two classified rasters as transitions in units, with a raster of the change of carbon density."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ...domain.baseline import union_of_units
from ...domain.factors import FactorSet
from ...domain.notes import NoteBook
from ...domain.rasters import WHOLE, PairBook, RasterUnits, ReadSlots
from ...domain.rasters.pair_densities import density_changes
from ...domain.rasters.transitions import slots_of_date, transitions_of_pairs, unmapped_pairs_m2
from ...domain.units import M2_PER_HA
from ..raster_align import on_one_grid
from ..raster_land_use import RasterClasses
from ..raster_tables import tabulate_on
from ..run import Run
from .model import AFTER, BEFORE, ChangeJob
from .raster_dates import (
    MAP,
    DatedRaster,
    dated,
    drawn_units,
    measured_rule,
    open_date,
    tell_of_units,
    units_on,
)
from .raster_map import write_change_raster


@dataclass(frozen=True)
class _TwoRasters:
    """Rasters of two dates on one grid, and the book of the pairs of their values."""

    before: DatedRaster
    after: DatedRaster
    pairs: PairBook = field(default_factory=PairBook)

    @property
    def slots(self) -> ReadSlots:
        """Reads rows as pairs, into the digests."""
        return self.pairs.reader(self.before.slots, self.after.slots)

    @property
    def slots_again(self) -> ReadSlots:
        """Reads rows as pairs once more."""
        return self.pairs.reader(self.before.slots_again, self.after.slots_again)


@dataclass(frozen=True)
class _TwoClasses:
    """The carbon classes of the values of two dates."""

    before: RasterClasses
    after: RasterClasses

    @property
    def by_slot(self) -> tuple[np.ndarray, np.ndarray]:
        """The class of each slot before and after."""
        return self.before.values.carbon_class, self.after.values.carbon_class


def change_of_rasters(run: Run, factors: FactorSet) -> ChangeJob:
    """Count the cells of BEFORE and AFTER by unit and pair of values.

    Raises ``InputError`` where the grids are not one and ALIGN does not ask to make them so.
    """
    rule, edge = measured_rule(run), run.text("EDGE")
    dates = _open_dates(run, rule)
    raster = dates.before.raster
    units = units_on(run, raster)
    table = tabulate_on(raster, dates.slots, units, rule, edge, run.notes, run.progress(35, 75))
    facts = _facts(dates, rule, edge)
    tell_of_units(run, table, table.table, units, edge)
    classes = _classes(run, dates, table, factors)
    whole = None
    if units is not None and table.overlap:
        one, share = union_of_units(units), run.progress(75, 85)
        whole = tabulate_on(raster, dates.slots_again, one, rule, edge, NoteBook(), share)
    lost_m2 = unmapped_pairs_m2(whole or table, dates.pairs, *classes.by_slot)
    read_with = {
        "classification": classes.before.classification(),
        "after_classification": classes.after.classification(),
    }

    def write_maps(of: Run) -> None:
        if of.given(MAP):
            before, after = classes.by_slot
            pairs = dates.pairs
            changes = density_changes(before[pairs.before], after[pairs.after], factors)
            write_change_raster(of, raster, dates.slots_again, changes)

    return ChangeJob(
        transitions_of_pairs(table, dates.pairs, *classes.by_slot, whole),
        drawn_units(units, raster.grid),
        raster.crs,
        {**read_with, **facts},
        lost_m2 / M2_PER_HA,
        write_maps,
    )


def _open_dates(run: Run, rule: str) -> _TwoRasters:
    first, second = open_date(run, BEFORE), open_date(run, AFTER)
    return _TwoRasters(dated(BEFORE, first), dated(AFTER, on_one_grid(run, first, second, rule)))


def _classes(run: Run, dates: _TwoRasters, table: RasterUnits, factors: FactorSet) -> _TwoClasses:
    cells = table.table[table.table["unit"] == WHOLE]
    return _TwoClasses(
        dates.before.classes(run, slots_of_date(cells, dates.pairs.before), factors),
        dates.after.classes(run, slots_of_date(cells, dates.pairs.after), factors),
    )


def _facts(dates: _TwoRasters, rule: str, edge: str) -> dict[str, Any]:
    digests = [date.digest.hexdigest() for date in (dates.before, dates.after)]
    return {"area_rule": rule, "edge": edge, "cells_sha256": digests}
