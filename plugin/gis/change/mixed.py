# SPDX-License-Identifier: GPL-2.0-or-later
"""A classified raster at one date and polygons at the other as transitions in units."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ...domain.baseline import union_of_units
from ...domain.factors import FactorSet
from ...domain.notes import NoteBook
from ...domain.progress import Progress
from ...domain.quantities import Measuring
from ...domain.quantities.once import count_once
from ...domain.rasters import (
    CENTRE,
    WHOLE,
    Grid,
    PolygonLand,
    RasterUnits,
    ReadSlots,
    burn,
    claims_twice,
    tabulate_land,
)
from ...domain.rasters.pair_densities import density_changes
from ...domain.rasters.spans import NOBODY
from ...domain.rasters.transitions import transitions_of_land, unmapped_land_m2
from ...domain.statistical_units import Units
from ...domain.units import M2_PER_HA
from ..raster_tables import tabulate_on
from ..run import Run
from .model import AFTER, BEFORE, ChangeJob
from .polygons import DatedPolygons, read_date
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
class _Dates:
    """The raster of one date and the polygons of the other on its grid.

    ``kinds`` are the carbon classes of the kinds of polygons (None = left out).
    """

    cover: DatedRaster
    polygons: DatedPolygons
    land: PolygonLand
    kinds: np.ndarray
    rule: str
    edge: str

    def tabulate(
        self, read: ReadSlots, units: Units | None, notes: NoteBook, progress: Progress
    ) -> RasterUnits:
        """Areas by unit and value of the raster."""
        return tabulate_on(self.cover.raster, read, units, self.rule, self.edge, notes, progress)

    def cut(self, units: Units | None, table: RasterUnits, progress: Progress) -> pd.DataFrame:
        """The same by kind of polygon besides."""
        return tabulate_land(
            self.cover.slots_again,
            self.cover.raster.grid,
            self.land,
            units,
            table,
            self.rule,
            self.edge,
            rows_per_block=self.cover.raster.rows_per_block,
            progress=progress,
        )


def change_of_mixed(run: Run, factors: FactorSet) -> ChangeJob:
    """Count the cells of the raster by unit, value and class of the polygons that lie on them.

    Raises ``InputError`` for survey areas and for a map of polygons.
    """
    dates = _read_dates(run, factors)
    cover, raster = dates.cover, dates.cover.raster
    units = units_on(run, raster)
    table = dates.tabulate(cover.slots, units, run.notes, run.progress(35, 55))
    digest = cover.digest.hexdigest()
    found = cover.classes(run, table.table[table.table["unit"] == WHOLE], factors)
    values, kinds = found.values.carbon_class, dates.kinds
    cells, whole = dates.cut(units, table, run.progress(55, 75)), None
    tell_of_units(run, table, cells, units, dates.edge)
    if units is not None and table.overlap:
        one = union_of_units(units)
        of_one = dates.tabulate(cover.slots_again, one, NoteBook(), run.progress(75, 80))
        whole = dates.cut(one, of_one, run.progress(80, 88))
    raster_first = cover.date == BEFORE
    transitions = transitions_of_land(
        cells, values, kinds, table, whole, raster_first=raster_first, units_given=units is not None
    )
    lost_m2 = unmapped_land_m2(cells if whole is None else whole, values, kinds)
    read_with = [found.classification(), dates.polygons.facts()]
    first, second = read_with if raster_first else reversed(read_with)
    facts = {"area_rule": dates.rule, "edge": dates.edge, "cells_sha256": digest}

    def write_maps(of: Run) -> None:
        if of.given(MAP):
            _write_map(of, dates, values, factors)

    return ChangeJob(
        transitions,
        drawn_units(units, raster.grid),
        raster.crs,
        {"classification": first, "after_classification": second, **facts},
        lost_m2 / M2_PER_HA,
        write_maps,
    )


def _read_dates(run: Run, factors: FactorSet) -> _Dates:
    rule, edge = measured_rule(run), run.text("EDGE")
    raster_date, polygon_date = (BEFORE, AFTER) if run.is_raster(BEFORE) else (AFTER, BEFORE)
    cover = dated(raster_date, open_date(run, raster_date))
    grid = cover.raster.grid
    plane = grid.plane()
    polygons = read_date(run, polygon_date, rule, factors, (0, 20), cover.raster.crs, plane)
    shapes = _without_overlaps(run, polygons, grid, Measuring(plane, rule), edge)
    names = sorted({name for name in polygons.land.carbon_class if name is not None})
    number = {name: place for place, name in enumerate([*names, None])}
    kind = np.array([number[name] for name in polygons.land.carbon_class], dtype=np.intp)
    kinds = np.array([*names, None], dtype=object)
    return _Dates(cover, polygons, PolygonLand(shapes, kind), kinds, rule, edge)


def _without_overlaps(run: Run, polygons: DatedPolygons, grid: Grid, how: Measuring, edge: str) -> np.ndarray:
    """The polygons; ground that several claim is left to the first of them by id, where cells see it."""
    land = polygons.land
    if not claims_twice(land.geometry, grid, how.rule, edge, run.progress(20, 22)):
        return land.geometry
    once = count_once(
        land.geometry, land.measured_m2, land.ids, land.layer, how, run.notes, run.progress(22, 30)
    )
    return once.geometry


def _write_map(run: Run, dates: _Dates, values: np.ndarray, factors: FactorSet) -> None:
    """The change of every cell: the polygon that holds its centre tells its class."""
    cover, count = dates.cover, len(dates.kinds) + 1
    label, read = _labels(cover.raster.grid, dates.land), cover.slots_again

    def pairs(start: int, stop: int) -> np.ndarray:
        return label(start, stop) + 1 + read(start, stop).astype(np.intp) * count

    of_cover = np.repeat(values, count)
    of_polygon = np.tile(np.array([None, *dates.kinds], dtype=object), len(values))
    both = (of_cover, of_polygon) if cover.date == BEFORE else (of_polygon, of_cover)
    write_change_raster(run, cover.raster, pairs, density_changes(*both, factors))


def _labels(grid: Grid, land: PolygonLand) -> ReadSlots:
    """Reads rows as the kind of the polygon at each centre, −1 where there is none."""
    kept = np.array([shape is not None for shape in land.geometry], dtype=bool)
    shapes = grid.plane().from_plane(land.geometry[kept])
    burnt = burn(shapes, grid, CENTRE, owner=land.kind[kept])

    def read(start: int, stop: int) -> np.ndarray:
        found = burnt.layers[0].labels(start, stop, grid.width)
        # Noise of digitising may lie in two polygons: the first of them tells.
        for spans in burnt.layers[1:]:
            found = np.where(found == NOBODY, spans.labels(start, stop, grid.width), found)
        return found

    return read
