# SPDX-License-Identifier: GPL-2.0-or-later
"""What no source tells about habitats: listed with count, area and what it may amount to."""

from __future__ import annotations

import math

import pandas as pd

from ..notes import NoteBook
from .factors import FRESH, methane_gwp, methane_rate, salinity_limit
from .vocabulary import DRAINED, EXISTING, EXTRACTED, NEW


class HabitatNotes:
    """The notes of one account: ``habitats`` and ``figures`` have the same rows."""

    def __init__(self, habitats: pd.DataFrame, figures: pd.DataFrame, layer: str, notes: NoteBook) -> None:
        self.habitats, self.figures, self.layer, self.notes = habitats, figures, layer, notes
        self.new = habitats["status"].isin(NEW)

    def note_all(self, gwp: str) -> None:
        """Note habitats without salinity or rate, rates that are not used, and one-off losses."""
        self._note_salinity(gwp)
        self._note_accumulation()
        self._note_burial()
        self._note_unused_rate()
        self._note_extraction()
        self._note_drained()
        self._note_no_drainage()
        self._note_measured()

    def _note_salinity(self, gwp: str) -> None:
        rows = self.figures["ch4_tco2e_a"].isna() & self.new
        if rows.any():
            area_ha = self._area_ha(rows)
            self.notes.add(
                "salinity_unknown",
                "{count} new habitats of layer “{layer}” ({area_ha:.4f} ha) have no salinity: their CH4 is "
                "NULL, not 0. Below {limit:g} ppt it would be {fresh:.4f} t CO2e/a (GWP {gwp:g}). Fill "
                "SALINITY_FIELD, or set SALINITY_PPT.",
                count=int(rows.sum()),
                area_ha=area_ha,
                ids=self.habitats.loc[rows, "id"],
                layer=self.layer,
                fresh=methane_rate(FRESH, gwp).value * area_ha,
                gwp=methane_gwp(gwp),
                limit=salinity_limit(),
            )

    def _note_accumulation(self) -> None:
        rows = self.figures["burial_tc_a"].isna() & self.new
        if rows.any():
            self.notes.add(
                "no_accumulation",
                "{count} new habitats of layer “{layer}” ({area_ha:.4f} ha: {names}) have no tier-1 "
                "accumulation: their removal is NULL, not 0.",
                count=int(rows.sum()),
                area_ha=self._area_ha(rows),
                ids=self.habitats.loc[rows, "id"],
                layer=self.layer,
                names=self._names(rows),
            )

    def _note_burial(self) -> None:
        rows = self.figures["burial_tc_a"].isna() & (self.habitats["status"] == EXISTING)
        if rows.any():
            self.notes.add(
                "no_burial",
                "{count} existing habitats of layer “{layer}” ({area_ha:.4f} ha: {names}) have no measured "
                "burial rate: their removal is NULL. The tier-1 accumulation holds for created and rewetted "
                "stands alone. Fill BURIAL_FIELD, or choose a FACTOR_SET with measured burial.",
                count=int(rows.sum()),
                area_ha=self._area_ha(rows),
                ids=self.habitats.loc[rows, "id"],
                layer=self.layer,
                names=self._names(rows),
            )

    def _note_unused_rate(self) -> None:
        rows = self.habitats["burial_tc_ha_a"].notna() & (self.habitats["status"] != EXISTING)
        if rows.any():
            self.notes.add(
                "burial_not_used",
                "{count} habitats of layer “{layer}” ({area_ha:.4f} ha) that are not existing stands state a "
                "measured burial rate: it is not used, their status decides.",
                count=int(rows.sum()),
                area_ha=self._area_ha(rows),
                ids=self.habitats.loc[rows, "id"],
                layer=self.layer,
            )

    def _note_extraction(self) -> None:
        rows = self.habitats["status"] == EXTRACTED
        if rows.any():
            lost = self.figures.loc[rows, "stock_loss_tco2"]
            self.notes.add(
                "extraction_is_one_off",
                "{count} extracted habitats of layer “{layer}” ({area_ha:.4f} ha) lose {loss:.4f} t CO2 of "
                "soil (0–100 cm) once, in the year of extraction: this is no yearly emission and not added "
                "to it ({unknown} of them are of a habitat without a figure).",
                count=int(rows.sum()),
                area_ha=self._area_ha(rows),
                ids=self.habitats.loc[rows, "id"],
                layer=self.layer,
                loss=math.fsum(lost.dropna()),
                unknown=int(lost.isna().sum()),
            )

    def _note_no_drainage(self) -> None:
        rows = self.figures["burial_tc_a"].isna() & (self.habitats["status"] == DRAINED)
        if rows.any():
            self.notes.add(
                "no_drainage_rate",
                "{count} drained habitats of layer “{layer}” ({area_ha:.4f} ha: {names}) have no tier-1 "
                "emission: the one that there is holds for mangrove and salt marsh. Theirs is NULL, not 0.",
                count=int(rows.sum()),
                area_ha=self._area_ha(rows),
                ids=self.habitats.loc[rows, "id"],
                layer=self.layer,
                names=self._names(rows),
            )

    def _note_drained(self) -> None:
        rows = self.figures["burial_tc_a"].notna() & (self.habitats["status"] == DRAINED)
        if rows.any():
            self.notes.add(
                "drained_soil",
                "{count} drained habitats of layer “{layer}” ({area_ha:.4f} ha) emit as long as they stay "
                "drained; the CH4 of their present use is not counted here.",
                count=int(rows.sum()),
                area_ha=self._area_ha(rows),
                ids=self.habitats.loc[rows, "id"],
                warning=False,
                layer=self.layer,
            )

    def _note_measured(self) -> None:
        rows = self.habitats["burial_tc_ha_a"].notna() & (self.habitats["status"] == EXISTING)
        if rows.any():
            buried = self.figures["burial_tc_a"].abs()
            self.notes.add(
                "no_interval",
                "{percent:.1f} % of the burial of layer “{layer}” ({area_ha:.4f} ha) is measured and has no "
                "interval: the bounds leave it out and are too narrow.",
                count=int(rows.sum()),
                area_ha=self._area_ha(rows),
                warning=False,
                layer=self.layer,
                percent=_percent(buried[rows], buried.dropna()),
            )

    def _area_ha(self, rows: pd.Series) -> float:
        return math.fsum(self.habitats.loc[rows, "area_ha"])

    def _names(self, rows: pd.Series) -> str:
        return ", ".join(sorted(set(self.habitats.loc[rows, "habitat"])))


def _percent(values: pd.Series, of: pd.Series) -> float:
    whole = math.fsum(of)
    return 100.0 * math.fsum(values) / whole if whole else 0.0
