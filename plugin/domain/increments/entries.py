# SPDX-License-Identifier: GPL-2.0-or-later
"""Flows of ground booked in the baseline: which row gives the ground, which class of a unit takes it."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from ..errors import InputError
from ..exact_sums import sums_by
from ..notes import NoteBook
from .causes import causes_of
from .ground import ROUNDING_HA
from .opening import Opening

#: A reduction may go beyond the opening area by so much: official areas are rounded, row by row.
TOLERANCE_HA = 0.01

#: Columns of entries: ``source`` is the row of the opening that gives the ground, −1 where none does.
ENTRY = ("process", "unit", "from_class", "to_class", "area_ha", "source")
_CAUSE = ("cause", "cause_name", "basis", "permit")


def entries_of(flows: pd.DataFrame, opening: Opening, notes: NoteBook) -> pd.DataFrame:
    """Entries of the flows: ``ENTRY``, cause, cause_name, basis, permit.

    ``from_class`` None means that ground enters the unit, ``to_class`` None that it leaves. Ground
    that changes its unit leaves one, enters the other as it was, and changes there. Ground of a
    class that the baseline has by several methods is taken from all of them in proportion.
    Raises ``InputError`` where the increments take more of a class than the baseline has.
    """
    _refuse_unknown_units(flows, opening)
    taken = flows[flows["from_class"].notna()]
    taken = _within_opening(taken, opening, notes)
    taken = _from_rows(taken, opening)
    moved = (taken["unit_before"] != taken["unit_after"]) & taken["to_class"].notna()
    stays, goes = taken[~moved], taken[moved]
    enters = flows[flows["from_class"].isna()].assign(source=-1)
    changes_there = goes[goes["from_class"] != goes["to_class"]].assign(source=-1)
    arrives = goes.assign(unit=goes["unit_after"], to_class=goes["from_class"], from_class=None, source=-1)
    parts = [
        stays.assign(unit=stays["unit_before"]),
        enters.assign(unit=enters["unit_after"]),
        _boundary(goes.assign(unit=goes["unit_before"], to_class=None)),
        _boundary(arrives),
        changes_there.assign(unit=changes_there["unit_after"]),
    ]
    filled = [part[[*ENTRY, *_CAUSE]] for part in parts if len(part)]
    if not filled:
        return pd.DataFrame(columns=[*ENTRY, *_CAUSE])
    return pd.concat(filled, ignore_index=True)


def _refuse_unknown_units(flows: pd.DataFrame, opening: Opening) -> None:
    known = set(opening.rows["unit"])
    for side, needed in (("unit_before", "from_class"), ("unit_after", "to_class")):
        strange = flows[flows[needed].notna() & ~flows[side].isin(known)]
        if len(strange):
            raise InputError(
                "The increments name {count} units that the baseline does not have, such as “{unit}” "
                "({area_ha:.4f} ha in all). Choose the unit fields, the number of digits (UNIT_DIGITS) or "
                "the UNITS with which the baseline was made.",
                count=strange[side].nunique(),
                unit=strange[side].iloc[0],
                area_ha=math.fsum(strange["area_ha"]),
            )


def _within_opening(taken: pd.DataFrame, opening: Opening, notes: NoteBook) -> pd.DataFrame:
    """The flows, cut back where rounding makes them take up to the tolerance more than there is."""
    if taken.empty:
        return taken
    place = ["unit_before", "from_class"]
    demand = sums_by(taken, place, ["area_ha"]).set_index(place)["area_ha"]
    keys = ["unit", "carbon_class"]
    opened = sums_by(opening.rows, keys, ["area_ha"]).set_index(keys)["area_ha"]
    there = opened.reindex(demand.index).fillna(0.0)
    over = demand - there
    if (over > TOLERANCE_HA).any():
        unit, carbon_class = over.idxmax()
        raise InputError(
            "The increments take {taken_ha:.4f} ha of {carbon_class} from unit “{unit}”, the baseline has "
            "{there_ha:.4f} ha (tolerance {tolerance_ha} ha; {count} classes in all are too small): they do "
            "not belong to this baseline. Give the baseline of the year before, in the same units and by the "
            "same AREA_RULE.",
            taken_ha=float(demand[(unit, carbon_class)]),
            carbon_class=carbon_class,
            unit=unit,
            there_ha=float(there[(unit, carbon_class)]),
            tolerance_ha=TOLERANCE_HA,
            count=int((over > TOLERANCE_HA).sum()),
        )
    _note_cut(over[over > ROUNDING_HA], notes)
    share = (there / demand).where(over > 0.0, 1.0).rename("share")
    cut = taken.join(share, on=place)
    return cut.assign(area_ha=cut["area_ha"] * cut["share"]).drop(columns="share")


def _note_cut(beyond: pd.Series, notes: NoteBook) -> None:
    if len(beyond):
        notes.add(
            "reductions_cut",
            "{count} classes of a unit lose up to {tolerance_ha} ha more than they have, {area_ha:.6f} ha in "
            "all: their reductions are cut to what is there.",
            count=len(beyond),
            area_ha=math.fsum(beyond),
            ids=[f"{unit}: {carbon_class}" for unit, carbon_class in beyond.index],
            tolerance_ha=TOLERANCE_HA,
        )


def _from_rows(taken: pd.DataFrame, opening: Opening) -> pd.DataFrame:
    """The flows shared among the rows of their class, each with the row that it takes from."""
    keys = ["unit", "carbon_class"]
    rows = opening.rows[[*keys, "area_ha"]].assign(source=np.arange(len(opening.rows)))
    rows = rows[rows["area_ha"] > 0.0].rename(columns={"area_ha": "row_ha"})
    rows = rows.merge(sums_by(rows, keys, ["row_ha"]), on=keys, suffixes=("", "_of_all"))
    found = taken.merge(rows, left_on=["unit_before", "from_class"], right_on=keys)
    found["area_ha"] = found["area_ha"] * (found["row_ha"] / found["row_ha_of_all"])
    return found[[*taken.columns, "source"]]


def _boundary(entries: pd.DataFrame) -> pd.DataFrame:
    """Ground that only changes its unit: no cause of carbon, whatever the survey states of it."""
    before, after = entries["from_class"].to_numpy(object), entries["to_class"].to_numpy(object)
    nothing_stated = np.full(len(entries), "", dtype=object)
    causes = causes_of(before, after, nothing_stated).set_index(entries.index)
    return entries.assign(**{name: causes[name] for name in causes.columns})
