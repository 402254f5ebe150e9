# SPDX-License-Identifier: GPL-2.0-or-later
"""Balances of land: what a use loses to others against what it gains."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ..geometry import Flags, Floats, Rows
from ..progress import Progress, silent
from ..units import M2_PER_HA
from .changes import Changes
from .ground import sum_by
from .indicators import load_balances
from .layers import Measuring, Texts
from .line_grounds import LineGround
from .plan_ground import match_codes

#: Any other use, in the table of balances.
ANY = "*"


@dataclass(frozen=True)
class Balance:
    """Loss and gain in ha: in all, then by unit. ``line_types``: the lines that bound the loss."""

    rule_id: str
    name_zh: str
    name_en: str
    note_zh: str
    note_en: str
    loss_ha: Floats
    gain_ha: Floats
    #: Whether gains count at all: without, every loss has to be accounted for.
    has_gain: bool
    line_types: tuple[str, ...] = ()


def balance_of(
    rule_id: str,
    changes: Changes,
    units: int,
    *,
    inside: LineGround | None = None,
    how: Measuring | None = None,
    progress: Progress = silent,
) -> Balance:
    """The balance that a rule of ``load_balances`` asks for. ``inside``: only losses there count."""
    row = load_balances().set_index("rule_id").loc[rule_id]
    lost = _moves(changes, str(row["from_codes"]), str(row["to_codes"]))
    gained = _moves(changes, str(row["gain_from_codes"]), str(row["gain_to_codes"]))
    loss_m2 = changes.loss_m2
    if inside is not None and how is not None:
        loss_m2 = loss_m2 * changes.share_within(lost, inside, how, progress)
    return Balance(
        rule_id=rule_id,
        name_zh=str(row["name_zh"]),
        name_en=str(row["name_en"]),
        note_zh=str(row["note_zh"]),
        note_en=str(row["note_en"]),
        loss_ha=_sums_ha(loss_m2, lost, changes.unit, units),
        gain_ha=_sums_ha(changes.gain_m2, gained, changes.unit, units),
        has_gain=bool(row["gain_to_codes"]),
        line_types=() if inside is None else (inside.line_type,),
    )


def _moves(changes: Changes, before: str, after: str) -> Flags:
    """Rows from one set of uses to another one; ``*`` = any other use, "" = none."""
    if not before or not after:
        return np.zeros(len(changes.before), dtype=bool)
    left = _belongs(changes.before, before, other_than=after)
    right = _belongs(changes.after, after, other_than=before)
    return np.asarray(left & right & ~changes.noise, dtype=bool)


def _belongs(codes: Texts, operand: str, *, other_than: str) -> Flags:
    if operand != ANY:
        return match_codes(codes, operand)[0]
    sure, unsure = match_codes(codes, other_than)
    return np.asarray(~sure & ~unsure, dtype=bool)


def _sums_ha(area_m2: Floats, rows: Flags, unit: Rows, units: int) -> Floats:
    by_unit = sum_by(area_m2[rows], unit[rows], units)
    return np.concatenate(([math.fsum(area_m2[rows])], by_unit)) / M2_PER_HA
