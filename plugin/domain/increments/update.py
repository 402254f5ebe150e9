# SPDX-License-Identifier: GPL-2.0-or-later
"""The baseline of a year from that of the year before and the increments between them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import ConservationError
from ..exact_sums import group_sums, sums_by
from ..factors import FactorSet
from ..notes import NoteBook
from ..progress import Progress, part, silent
from ..stocks import ACCOUNT_COLUMNS, FACTORS, KEY, Account, account
from .carbon import change_by, groups_of, total_change, with_carbon
from .causes import DERIVED
from .entries import entries_of
from .ground import ROUNDING_HA
from .methods import add_methods, rows_of_methods
from .opening import Opening

#: Opening and flows add up to the closing within this share.
BALANCE_LIMIT = 1e-9
CAUSE_KEYS = ["unit", "cause", "cause_name", "basis", "permit", "from_class", "to_class"]
BALANCE = (
    *("opening_ha", "additions_ha", "reductions_ha", "closing_ha"),
    *("opening_tc", "additions_tc", "entered_tc", "reductions_tc", "left_tc", "closing_tc"),
)


@dataclass(frozen=True)
class Update:
    """A baseline carried forward.

    ``by_class``: ``KEY``, ``ACCOUNT_COLUMNS``: the table that next year opens with. ``by_unit``: unit,
    ``ACCOUNT_COLUMNS``, stock_before_tc, changed_ha, change_tc(_low, _high), entered_tc, left_tc.
    ``balance``: unit, carbon_class and ``BALANCE``; opening + additions + entered − reductions − left =
    closing. ``causes``: ``CAUSE_KEYS``, area_ha, change_tc(_low, _high), count.
    ``account`` is the account of the closing, ``change`` the change of all units with its bounds,
    ``changed_ha`` the ground that changed its class.
    """

    by_class: pd.DataFrame
    by_unit: pd.DataFrame
    balance: pd.DataFrame
    causes: pd.DataFrame
    account: Account
    change: dict[str, float]
    changed_ha: float


def update_baseline(
    opening: Opening,
    flows: pd.DataFrame,
    factor_set: FactorSet,
    notes: NoteBook,
    progress: Progress = silent,
) -> Update:
    """Book the flows of ground (``ground_moves``) in the opening.

    Fluxes are those of the closing areas. Raises ``InputError`` where the increments do not fit the
    baseline, ``FactorError`` where a class has no factors, ``ConservationError`` where opening and
    flows do not give the closing to 1e-9.
    """
    entries = with_carbon(entries_of(flows, opening, notes), opening, factor_set, notes)
    progress(0.2)
    closing = _closing_areas(opening, entries)
    plain = closing[(closing["method"] == FACTORS) & (closing["area_ha"] > 0.0)]
    result = account(plain[["unit", "carbon_class", "area_ha"]], factor_set, notes)
    result = add_methods(result, rows_of_methods(closing, opening))
    progress(0.5)
    balance = _balance(opening, entries, result.by_class)
    changes = entries[entries["from_class"].notna() & entries["to_class"].notna()]
    _note_derived(changes, notes)
    return Update(
        by_class=result.by_class,
        by_unit=_by_unit(result, opening, entries, changes, factor_set),
        balance=balance,
        causes=_causes(entries, opening, factor_set, part(progress, 0.6, 1.0)),
        account=result,
        change=total_change(changes, opening, factor_set),
        changed_ha=math.fsum(changes["area_ha"]),
    )


def _note_derived(changes: pd.DataFrame, notes: NoteBook) -> None:
    derived = changes[changes["basis"] == DERIVED]
    if len(derived):
        notes.add(
            "causes_derived",
            "The cause of {count} processes ({area_ha:.4f} ha) is derived from their transition, as the "
            "survey states none: confirm it, or give CAUSE_FIELD.",
            count=derived["process"].nunique(),
            area_ha=math.fsum(derived["area_ha"]),
            warning=False,
        )


def _closing_areas(opening: Opening, entries: pd.DataFrame) -> pd.DataFrame:
    """``KEY`` and area_ha of all rows after the entries; additions are by the factor set."""
    plain = pd.DataFrame([("", "", FACTORS, "")], columns=list(KEY))
    # Source −1, no row of the opening, finds the last one: ground by the factor set.
    origin = pd.concat([opening.rows[list(KEY)], plain], ignore_index=True)
    given = entries[entries["from_class"].notna()]
    taken = entries[entries["to_class"].notna()]
    parts = [
        opening.rows[[*KEY, "area_ha"]],
        _booked(given, "from_class", origin.iloc[given["source"].to_numpy(dtype=np.intp)], -1.0),
        _booked(taken, "to_class", origin.iloc[np.full(len(taken), -1)], 1.0),
    ]
    rows = pd.concat([part for part in parts if len(part)], ignore_index=True)
    closing = sums_by(rows, KEY, ["area_ha"])
    # What adding and taking away leaves below rounding is no ground.
    closing["area_ha"] = closing["area_ha"].where(closing["area_ha"] > ROUNDING_HA, 0.0)
    return closing


def _booked(entries: pd.DataFrame, side: str, origin: pd.DataFrame, sign: float) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "unit": entries["unit"].to_numpy(object),
            "carbon_class": entries[side].to_numpy(object),
            "method": origin["method"].to_numpy(object),
            "accounts_for": origin["accounts_for"].to_numpy(object),
            "area_ha": sign * entries["area_ha"].to_numpy(float),
        }
    )


def _balance(opening: Opening, entries: pd.DataFrame, by_class: pd.DataFrame) -> pd.DataFrame:
    keys = ["unit", "carbon_class"]
    opened = opening.rows.assign(opening_ha=opening.rows["area_ha"], opening_tc=opening.rows["known_tc"])
    gained = entries.assign(carbon_class=entries["to_class"], additions_ha=entries["area_ha"])
    lost = entries.assign(carbon_class=entries["from_class"], reductions_ha=entries["area_ha"])
    closed = by_class.assign(closing_ha=by_class["area_ha"], closing_tc=by_class["stock_tc"])
    parts = [
        sums_by(frame.dropna(subset=keys), keys, columns).set_index(keys)
        for frame, columns in (
            (opened, ["opening_ha", "opening_tc"]),
            (gained, ["additions_ha", "additions_tc", "entered_tc"]),
            (lost, ["reductions_ha", "reductions_tc", "left_tc"]),
            (closed, ["closing_ha", "closing_tc"]),
        )
    ]
    table = pd.concat(parts, axis=1).sort_index().astype(float).fillna(0.0)
    _check_balance(table, "ha", ("additions_ha",), ("reductions_ha",))
    _check_balance(table, "tc", ("additions_tc", "entered_tc"), ("reductions_tc", "left_tc"))
    return table.reset_index()[[*keys, *BALANCE]]


def _check_balance(table: pd.DataFrame, unit: str, gains: tuple[str, ...], losses: tuple[str, ...]) -> None:
    expected = table[f"opening_{unit}"] + sum(table[name] for name in gains)
    expected = expected - sum(table[name] for name in losses)
    size = table[[f"opening_{unit}", *gains]].abs().sum(axis=1)
    off = (expected - table[f"closing_{unit}"]).abs()
    if (off > BALANCE_LIMIT * size.clip(lower=1.0)).any():
        name, carbon_class = off.idxmax()
        raise ConservationError(
            "The balance of class {carbon_class} in unit “{unit}” does not close: {residual:.6g} {measure} "
            "are unexplained. Make the baseline of the year before again with this version.",
            unit=name,
            carbon_class=carbon_class,
            residual=float(off.max()),
            measure="ha" if unit == "ha" else "t C",
        )


def _by_unit(
    result: Account, opening: Opening, entries: pd.DataFrame, changes: pd.DataFrame, factor_set: FactorSet
) -> pd.DataFrame:
    units = pd.Index(sorted(set(opening.rows["unit"])), name="unit")
    table = result.by_unit.set_index("unit").reindex(units)[list(ACCOUNT_COLUMNS)]
    table["area_ha"] = table["area_ha"].astype(float).fillna(0.0)
    moves = {"stock_before_tc": (opening.rows, "known_tc"), "changed_ha": (changes, "area_ha")}
    moves.update({name: (entries, name) for name in ("entered_tc", "left_tc")})
    for name, (frame, column) in moves.items():
        table[name] = sums_by(frame, ["unit"], [column]).set_index("unit")[column]
    change = change_by(changes, ["unit"], opening, factor_set).set_index("unit") if len(changes) else None
    unmoved = table["changed_ha"].isna()
    for name in ("change_tc", "change_tc_low", "change_tc_high"):
        table[name] = math.nan if change is None else change[name]
        table.loc[unmoved, name] = 0.0
    table[list(moves)] = table[list(moves)].astype(float).fillna(0.0)
    return table.reset_index()


def _causes(
    entries: pd.DataFrame, opening: Opening, factor_set: FactorSet, progress: Progress
) -> pd.DataFrame:
    if entries.empty:
        columns = [*CAUSE_KEYS, "change_tc", "change_tc_low", "change_tc_high", "area_ha", "count"]
        return pd.DataFrame(columns=columns)
    table = change_by(entries, CAUSE_KEYS, opening, factor_set, progress)
    group, _ = groups_of(entries, CAUSE_KEYS)
    table["area_ha"] = group_sums(entries["area_ha"].to_numpy(float), group, len(table))
    once = np.unique(np.column_stack((group, entries["process"].to_numpy(dtype=np.intp))), axis=0)
    table["count"] = np.bincount(once[:, 0], minlength=len(table))
    return table
