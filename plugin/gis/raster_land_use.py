# SPDX-License-Identifier: GPL-2.0-or-later
"""A classified raster as land use: its values as carbon classes, and their areas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from ..domain.classes import Classification
from ..domain.factors import FactorSet
from ..domain.rasters import (
    NO_UNITS,
    CodeBook,
    ValueClasses,
    cell_areas,
    classes_of_values,
    note_no_nodata,
    tabulate_raster,
)
from .codes import classification_for
from .raster_layers import BlockDigest, RasterLayer, open_raster
from .run import Run


@dataclass(frozen=True)
class RasterClasses:
    """The values of a raster read as carbon classes."""

    values: ValueClasses

    def facts(self) -> dict[str, Any]:
        """What the manifest says about them."""
        return {"classification": self.classification()}

    def classification(self) -> dict[str, str]:
        """What the values were read with."""
        used = self.values.match.classification
        return {"id": used.id, "version": used.version, "sha256": used.sha256}


def classes_of_raster(
    run: Run, raster: RasterLayer, book: CodeBook, whole: pd.DataFrame, classification: str | Classification
) -> RasterClasses:
    """Match the values of a raster with a classification; ``whole`` has its areas by slot."""
    if not raster.is_masked:
        note_no_nodata(book, run.notes)
    values = classes_of_values(
        book,
        whole,
        classification,
        run.text("UNMAPPED"),
        band=raster.band_name,
        notes=run.notes,
    )
    run.tell()
    return RasterClasses(values)


@dataclass(frozen=True)
class RasterLandUse:
    """A classified raster read once: ``table`` has the area of each slot of ``book`` in the whole raster."""

    raster: RasterLayer
    book: CodeBook
    table: pd.DataFrame
    classes: RasterClasses
    area_rule: str
    digest: str

    def cells(self) -> pd.DataFrame:
        """Area table of the whole raster as one unit: unit, carbon_class, area_ha."""
        return self.classes.values.area_table(self.table)

    def facts(self) -> dict[str, Any]:
        """What the manifest says about it."""
        return {**self.classes.facts(), "area_rule": self.area_rule, "cells_sha256": self.digest}


def read_raster_land_use(run: Run, name: str, factors: FactorSet) -> RasterLandUse:
    """Read the classified raster of an account algorithm by its common parameters."""
    raster, rule = open_raster(run, name), run.text("AREA_RULE")
    book, read = raster.code_book(), BlockDigest(raster)
    table = tabulate_raster(
        book.reader(read.rows),
        raster.grid,
        NO_UNITS,
        cell_areas(raster.grid, rule),
        rows_per_block=raster.rows_per_block,
        progress=run.progress(2, 48),
    )
    classes = classes_of_raster(run, raster, book, table, classification_for(run, factors))
    return RasterLandUse(raster, book, table, classes, rule, read.hexdigest())
