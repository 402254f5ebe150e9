# SPDX-License-Identifier: GPL-2.0-or-later
"""Land that changed: its soil stock before and after, measured or by factors, and what cannot be told."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..errors import InputError
from ..factors import weakest_evidence
from ..notes import NoteBook
from ..progress import Progress, silent
from .factors import INPUTS, MANAGEMENT, SETTLEMENT, FactorRow, climates, soil_groups, soil_systems
from .stock import Lacking, Land, SoilStock, built_over, stock_of

Floats = npt.NDArray[np.float64]

#: What tells one pair of stocks from another.
STATE = (
    *("class_before", "class_after", "climate", "soil_group"),
    *("management_before", "management_after", "input_before", "input_after", "paved_share"),
)
MEASURED = ("soc_before_tc_ha", "soc_after_tc_ha")
#: All columns of the land of an account.
LAND_COLUMNS = ("id", "year", "area_ha", *STATE, *MEASURED)
IDS_IN_ERROR = 5
#: Wetland stands on a soil group of its own.
WETLAND, WETLAND_SOILS = "inland_wetland", "wetland_soils"


@dataclass(frozen=True)
class Pair:
    """The stocks before and after by factors, t C/ha."""

    before: SoilStock
    after: SoilStock

    @property
    def rows(self) -> Mapping[str, FactorRow]:
        """The factor rows of both."""
        return {**self.before.rows, **self.after.rows}

    @property
    def grade(self) -> str | None:
        """The weakest evidence among them."""
        return weakest_evidence(row.evidence for row in self.rows.values())

    @property
    def weak(self) -> bool:
        """Whether one of them rests on a row below grade ``secondary``."""
        return self.before.weak or self.after.weak

    def slopes(self, scale: float) -> dict[str, float]:
        """Derivatives of ``scale`` · (after − before) by each factor row."""
        after, before = self.after.slopes, self.before.slopes
        return {name: scale * (after.get(name, 0.0) - before.get(name, 0.0)) for name in {**before, **after}}


@dataclass(frozen=True)
class Stocks:
    """Stocks of parcels before and after, t C/ha, NaN where they cannot be told.

    ``pairs`` are the distinct ones by factors, ``which`` the place of each parcel among them: −1 where
    its stocks are measured or not known.
    """

    before: Floats
    after: Floats
    pairs: tuple[Pair, ...]
    which: npt.NDArray[np.intp]

    @property
    def known(self) -> npt.NDArray[np.bool_]:
        """Whether the stocks of a parcel are known."""
        return np.asarray(np.isfinite(self.before) & np.isfinite(self.after), dtype=np.bool_)

    def of_pairs(self, values: Sequence[object], otherwise: object) -> npt.NDArray[np.object_]:
        """A value of each parcel's pair; ``otherwise`` where it has none."""
        listed = np.empty(len(values) + 1, dtype=object)
        listed[:] = [*values, otherwise]
        return listed[self.which]


def stocks_of(land: pd.DataFrame, layer: str, notes: NoteBook, progress: Progress = silent) -> Stocks:
    """The stocks of parcels (``LAND_COLUMNS``, numbered from 0): measured where both are given, else by
    factors.

    ``class_*`` are carbon classes, ``management_*`` and ``input_*`` words of the vocabulary or "" for
    the default of the class, ``paved_share`` 0–1 or NaN, ``soc_*_tc_ha`` measured stocks or NaN. Not
    known are land under water and land that was built up before; they are noted with their area.
    Raises ``InputError`` that lists ids and area where climate or soil group is missing, a word is
    not known for the class, or only one of two measured stocks is given.
    """
    _refuse_half_measured(land, layer)
    by_factors = land[land[MEASURED[0]].isna()]
    codes, first = distinct_rows(by_factors[list(STATE)], progress)
    found = [_pair_of(row) for row in by_factors.iloc[first][list(STATE)].to_dict("records")]
    where = np.full(len(land), -1, dtype=np.intp)
    where[by_factors.index.to_numpy(np.intp)] = codes
    _remark(land, where, found, layer, notes)
    pairs = [pair for pair in found if isinstance(pair, Pair)]
    place = np.full(len(found) + 1, -1, dtype=np.intp)
    place[[number for number, pair in enumerate(found) if isinstance(pair, Pair)]] = np.arange(len(pairs))
    which = place[where]
    before, after = (land[name].to_numpy(float) for name in MEASURED)
    ends = np.array([(pair.before.value, pair.after.value) for pair in pairs] + [(math.nan, math.nan)])
    told = which >= 0
    return Stocks(
        np.where(told, ends[which, 0], before), np.where(told, ends[which, 1], after), tuple(pairs), which
    )


def distinct_rows(
    frame: pd.DataFrame, progress: Progress = silent
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Number of each row among the distinct rows, in order of appearance, and the first row of each."""
    codes = np.zeros(len(frame), dtype=np.intp)
    for number, name in enumerate(frame.columns):
        progress(number / len(frame.columns))
        values, uniques = pd.factorize(frame[name])
        codes = pd.factorize(codes * (len(uniques) + 1) + values + 1)[0]
    _, first = np.unique(codes, return_index=True)
    return codes.astype(np.intp), first.astype(np.intp)


def _pair_of(row: Mapping[Hashable, object]) -> Pair | Lacking:
    before = stock_of(_land(row, "before"))
    if isinstance(before, Lacking):
        return before
    if soil_systems()[str(row["class_after"])].land_use == SETTLEMENT:
        return Pair(before, built_over(before, float(str(row["paved_share"]))))
    after = stock_of(_land(row, "after"))
    return after if isinstance(after, Lacking) else Pair(before, after)


def _land(row: Mapping[Hashable, object], when: str) -> Land:
    return Land(
        str(row[f"class_{when}"]),
        str(row["climate"]),
        str(row["soil_group"]),
        str(row[f"management_{when}"]),
        str(row[f"input_{when}"]),
    )


def _remark(
    land: pd.DataFrame,
    where: npt.NDArray[np.intp],
    found: Sequence[Pair | Lacking],
    layer: str,
    notes: NoteBook,
) -> None:
    lacking = {number: why for number, why in enumerate(found) if isinstance(why, Lacking)}
    _refuse_lacking(land, where, lacking, layer)
    _note_left_out(land, where, lacking, layer, notes)
    _note_kept_soil(land, where, found, layer, notes)
    _note_wetland(land, where, layer, notes)


def _refuse_half_measured(land: pd.DataFrame, layer: str) -> None:
    half = land[MEASURED[0]].isna() != land[MEASURED[1]].isna()
    if half.any():
        raise InputError(
            "Layer “{layer}”: there is a measured soil stock for one of the two dates alone (features: "
            "{count}, {area_ha:.4f} ha, first: {ids}). Give both (t C/ha, one depth), or neither.",
            **_where(land, half, layer),
        )


def _where(land: pd.DataFrame, rows: pd.Series, layer: str) -> dict[str, object]:
    return {
        "layer": layer,
        "count": int(rows.sum()),
        "area_ha": math.fsum(land.loc[rows, "area_ha"]),
        "ids": ", ".join(map(str, land.loc[rows, "id"].iloc[:IDS_IN_ERROR])),
    }


def _refuse_lacking(
    land: pd.DataFrame, which: npt.NDArray[np.intp], lacking: Mapping[int, Lacking], layer: str
) -> None:
    for number, why in lacking.items():
        rows = pd.Series(which == number, index=land.index)
        where = _where(land, rows, layer)
        if why.reason == "climate":
            raise InputError(
                "Layer “{layer}”: there is no climate or no soil group (features: {count}, {area_ha:.4f} ha, "
                "first: {ids}). Set CLIMATE and SOIL_GROUP, fill the fields, or give measured stocks.",
                **where,
            )
        if why.reason in ("reference", "factor"):
            raise InputError(
                "Layer “{layer}”: the tier-1 table has no soil value for “{word}” (features: {count}, "
                "{area_ha:.4f} ha, first: {ids}). Use one of the climates {climates} and soil groups "
                "{groups} that it has, or give measured stocks.",
                **where,
                word=why.word,
                climates=", ".join(climates()),
                groups=", ".join(soil_groups()),
            )
        if why.reason in ("management", "input"):
            known = {**MANAGEMENT, **{f"{name} (input)": words for name, words in INPUTS.items()}}
            raise InputError(
                "Layer “{layer}”: “{word}” is no management or input of this land (features: {count}, "
                "{area_ha:.4f} ha, first: {ids}). Known are: {known}. Leave the cell empty for the default.",
                **where,
                word=why.word,
                known="; ".join(f"{name}: {', '.join(words)}" for name, words in known.items()),
            )


def _note_left_out(
    land: pd.DataFrame,
    which: npt.NDArray[np.intp],
    lacking: Mapping[int, Lacking],
    layer: str,
    notes: NoteBook,
) -> None:
    for reason in ("settlement", "no_soil"):
        numbers = [number for number, why in lacking.items() if why.reason == reason]
        rows = pd.Series(np.isin(which, numbers), index=land.index)
        if not rows.any():
            continue
        classes = ", ".join(sorted({lacking[number].word for number in numbers}))
        shared = {
            "count": int(rows.sum()),
            "area_ha": math.fsum(land.loc[rows, "area_ha"]),
            "ids": land.loc[rows, "id"],
        }
        if reason == "settlement":
            notes.add(
                "soil_before_unknown",
                "Layer “{layer}”: features that were built-up land before, left out: {count} ({area_ha:.4f} "
                "ha; {classes}). No source tells their soil. Give measured stocks to have them in.",
                **shared,
                layer=layer,
                classes=classes,
            )
        else:
            notes.add(
                "no_mineral_soil",
                "Layer “{layer}”: features of classes without a mineral soil of tier 1, left out: {count} "
                "({area_ha:.4f} ha; {classes}). Coastal land belongs to “Blue carbon”; else give measured "
                "stocks.",
                **shared,
                layer=layer,
                classes=classes,
            )


def _note_kept_soil(
    land: pd.DataFrame,
    which: npt.NDArray[np.intp],
    found: Sequence[Pair | Lacking],
    layer: str,
    notes: NoteBook,
) -> None:
    built = land["class_after"].map(lambda name: soil_systems()[name].land_use == SETTLEMENT)
    told = np.array([*(isinstance(pair, Pair) for pair in found), False], dtype=bool)
    kept = built & land["paved_share"].isna() & told[which]
    if kept.any():
        notes.add(
            "soil_kept",
            "Layer “{layer}”: features that became built-up land without a stated paved share: {count} "
            "({area_ha:.4f} ha). Their soil is kept as it was, because no source states a loss. State the "
            "share in PAVED_FIELD, or give measured stocks.",
            count=int(kept.sum()),
            area_ha=math.fsum(land.loc[kept, "area_ha"]),
            ids=land.loc[kept, "id"],
            layer=layer,
        )


def _note_wetland(land: pd.DataFrame, where: npt.NDArray[np.intp], layer: str, notes: NoteBook) -> None:
    wet = land[["class_before", "class_after"]].eq(WETLAND).any(axis=1)
    rows = wet & (land["soil_group"] != WETLAND_SOILS) & (where >= 0)
    if rows.any():
        notes.add(
            "wetland_on_dry_soil",
            "Layer “{layer}”: features that are or were wetland: {count} ({area_ha:.4f} ha). Their soil "
            "group is not wetland_soils, which has a reference stock of its own. Give them their group in "
            "SOIL_FIELD.",
            count=int(rows.sum()),
            area_ha=math.fsum(land.loc[rows, "area_ha"]),
            ids=land.loc[rows, "id"],
            layer=layer,
        )
