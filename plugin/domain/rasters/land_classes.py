# SPDX-License-Identifier: GPL-2.0-or-later
"""The values of a classified raster as carbon classes, and the densities that belong to them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..classes import Classification, MatchedCodes, match_codes
from ..errors import ClassError
from ..factors import POOLS, FactorSet, class_factors
from ..notes import NoteBook
from ..units import M2_PER_HA
from .codebook import CodeBook

Objects = npt.NDArray[np.object_]
Floats = npt.NDArray[np.float64]

#: Marks cells without a figure in density rasters: the lowest number of 32 bits, no density can be it.
DENSITY_NODATA = float(np.finfo(np.float32).min)
DENSITIES = ("density_tc_ha", *(f"{pool}_tc_ha" for pool in POOLS))


@dataclass(frozen=True)
class ValueClasses:
    """The carbon class of each slot of a code book (None = no data or left out).

    ``match`` tells how the values were read; ``unmapped_ha`` is the area left out.
    """

    carbon_class: Objects
    match: MatchedCodes
    unmapped_ha: float

    def area_table(self, table: pd.DataFrame) -> pd.DataFrame:
        """Areas by unit and carbon class (unit, carbon_class, area_ha) from those by unit and slot."""
        named = table.assign(carbon_class=self.carbon_class[table["slot"].to_numpy(dtype=np.intp)])
        sums = named.dropna(subset=["carbon_class"]).groupby(["unit", "carbon_class"], sort=True)["area_m2"]
        cells = sums.agg(math.fsum).reset_index()
        cells["area_ha"] = cells.pop("area_m2").astype(float) / M2_PER_HA
        return cells


def classes_of_values(
    book: CodeBook,
    table: pd.DataFrame,
    classification: str | Classification,
    unmapped: str,
    *,
    band: str,
    notes: NoteBook,
) -> ValueClasses:
    """Match the values of a raster with a classification.

    ``table`` has the areas by slot (``slot``, ``area_m2``), ``band`` names the band. With
    ``unmapped="error"`` a value without class raises ``ClassError`` that lists values with
    their area, with "exclude" the list becomes a note. A raster without any value raises too.
    """
    if not book.codes:
        raise ClassError(
            "Raster “{layer}” has no cell with a value in {band}. Choose another band or another raster.",
            layer=book.layer,
            band=band,
        )
    values = np.array(book.codes, dtype=object)
    match = match_codes(values, field=band, layer=book.layer, classification=classification)
    classes = np.full(len(values) + 1, None, dtype=object)
    classes[1:] = match.carbon_classes()
    missing = [slot for slot in range(1, len(classes)) if classes[slot] is None]
    lost = table[table["slot"].isin(missing)].groupby("slot")["area_m2"].agg(math.fsum)
    area_ha = math.fsum(lost) / M2_PER_HA
    if missing:
        listed = ", ".join(
            f"{values[slot - 1]} ({float(lost.get(slot, 0.0)) / M2_PER_HA:.4f} ha)" for slot in missing
        )
        _tell_unmapped(unmapped, len(missing) == len(values), book.layer, match, listed, area_ha, notes)
    return ValueClasses(classes, match, area_ha)


def _tell_unmapped(
    unmapped: str,
    everything: bool,
    layer: str,
    match: MatchedCodes,
    listed: str,
    area_ha: float,
    notes: NoteBook,
) -> None:
    if unmapped == "error" or everything:
        raise ClassError(
            "Raster “{layer}” has values ({area_ha:.4f} ha) without a carbon class in “{classification}”: "
            "{codes}. Choose another CLASSIFICATION, give a crosswalk CSV, or set UNMAPPED to “exclude”.",
            layer=layer,
            area_ha=area_ha,
            classification=match.classification.id,
            codes=listed,
        )
    notes.add(
        "unmapped",
        "Cells of raster “{layer}” ({area_ha:.4f} ha in the whole raster) are left out, their value has no "
        "carbon class: {codes}. Give a crosswalk CSV or choose another CLASSIFICATION.",
        area_ha=area_ha,
        layer=layer,
        codes=listed,
    )


def note_no_nodata(book: CodeBook, notes: NoteBook) -> None:
    """Warn that a raster does not say which value stands for “no data”."""
    if book.nodata is None and not book.more_nodata:
        notes.add(
            "no_nodata",
            "Raster “{layer}” declares no nodata value: every value ({codes}) is taken as a class. Set the "
            "nodata value of the raster if one of them is none.",
            layer=book.layer,
            codes=", ".join(map(str, sorted(book.codes)[:20])),
        )


def densities_by_slot(classes: Objects, factor_set: FactorSet) -> npt.NDArray[np.float32]:
    """Carbon densities (t C/ha) of each slot: rows ``DENSITIES``, ``DENSITY_NODATA`` where there is none."""
    factors = class_factors(factor_set)
    position = pd.Index(factors.index).get_indexer(pd.Index(classes))
    columns = [np.append(factors[name].to_numpy(float), math.nan)[position] for name in DENSITIES]
    table = np.array(columns)
    return np.where(np.isnan(table), DENSITY_NODATA, table).astype(np.float32)
