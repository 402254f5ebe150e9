# SPDX-License-Identifier: GPL-2.0-or-later
"""Amounts that are products of parameters, and how far each parameter can move them (approach 1)."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..exact_sums import group_sums
from .choose import Factor

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

#: How the root-to-shoot ratio R enters: above-ground part, below-ground part, or both.
ABOVE, BELOW, WHOLE = "above", "below", "whole"


@dataclass(frozen=True)
class Shift:
    """What an amount gains when one parameter goes to its lower or upper bound; one draw per ``owner``."""

    owner: Ints
    low: Floats
    high: Floats


@dataclass(frozen=True)
class Quantity:
    """An amount of every stand (NaN: unknown) with its shifts.

    ``bounded``: all parameters that the amount uses have an interval. ``evidence`` is the weakest
    grade used, as a position in ``EVIDENCE`` (−1: none), ``weak`` whether one is below secondary.
    """

    value: Floats
    shifts: tuple[Shift, ...]
    bounded: Bools
    evidence: Ints
    weak: Bools

    def __add__(self, other: Quantity) -> Quantity:
        return _joined(self, other, 1.0)

    def __sub__(self, other: Quantity) -> Quantity:
        return _joined(self, other, -1.0)

    def times(self, scale: float | Floats) -> Quantity:
        """The amount times a number known for certain."""
        shifts = tuple(_scaled(shift, scale) for shift in self.shifts)
        return Quantity(self.value * scale, shifts, self.bounded, self.evidence, self.weak)

    def zero_in(self, rows: Bools) -> Quantity:
        """The amount with exactly 0 in these stands, whatever their parameters."""
        shifts = tuple(
            Shift(shift.owner, np.where(rows, 0.0, shift.low), np.where(rows, 0.0, shift.high))
            for shift in self.shifts
        )
        evidence = np.where(rows, -1, self.evidence)
        return Quantity(
            np.where(rows, 0.0, self.value), shifts, self.bounded | rows, evidence, self.weak & ~rows
        )

    def without(self, rows: Bools) -> Quantity:
        """The amount with these stands unknown."""
        value = np.where(rows, math.nan, self.value)
        return Quantity(value, self.shifts, self.bounded, self.evidence, self.weak)


def product(
    amount: Floats, factors: Sequence[Factor], root: Factor | None = None, part: str = WHOLE
) -> Quantity:
    """``amount`` × all ``factors`` × (1, R or 1 + R).

    Equations 2.8, 2.9, 2.10, 2.12 and 2.14 of the IPCC 2006 Guidelines Vol. 4 have this form. The
    relative widths of the factors add in quadrature (Vol. 1 Ch. 3 eq. 3.1).
    """
    multipliers = [(factor, factor.value, factor.low, factor.high) for factor in factors]
    if root is not None and part != ABOVE:
        one = 1.0 if part == WHOLE else 0.0
        multipliers.append((root, one + root.value, one + root.low, one + root.high))
    value = amount * np.prod([item[1] for item in multipliers], axis=0)
    shifts = []
    bounded = np.ones(len(amount), dtype=bool)
    for position, (factor, middle, low, high) in enumerate(multipliers):
        others = [item[1] for number, item in enumerate(multipliers) if number != position]
        rest = amount * np.prod(others, axis=0) if others else amount
        shifts.append(Shift(factor.owner, rest * (low - middle), rest * (high - middle)))
        bounded &= ~factor.used | np.isfinite(factor.low)
    used = [factor for factor, *_ in multipliers]
    evidence = np.max([np.where(factor.used, factor.evidence, -1) for factor in used], axis=0)
    weak = np.any([factor.weak & factor.used for factor in used], axis=0)
    return Quantity(value, tuple(shifts), bounded, evidence, weak)


def _joined(one: Quantity, other: Quantity, sign: float) -> Quantity:
    return Quantity(
        one.value + sign * other.value,
        _merged(one.shifts, [_scaled(shift, sign) for shift in other.shifts]),
        one.bounded & other.bounded,
        np.maximum(one.evidence, other.evidence),
        one.weak | other.weak,
    )


def _merged(one: Sequence[Shift], other: Sequence[Shift]) -> tuple[Shift, ...]:
    """Both lists of shifts; those of the same owners in every stand as one, which is less to sum up."""
    merged = list(one)
    for shift in other:
        same = (place for place, mine in enumerate(merged) if np.array_equal(mine.owner, shift.owner))
        place = next(same, None)
        if place is None:
            merged.append(shift)
        else:
            mine = merged[place]
            merged[place] = Shift(mine.owner, mine.low + shift.low, mine.high + shift.high)
    return tuple(merged)


def _scaled(shift: Shift, scale: float | Floats) -> Shift:
    return Shift(shift.owner, shift.low * scale, shift.high * scale)


def bounds_of_stands(quantity: Quantity) -> tuple[Floats, Floats]:
    """95 % bounds of every stand; NaN where an interval is missing."""
    count = len(quantity.value)
    down, up = _widths(quantity, np.arange(count), count, few=True)
    known = quantity.bounded & np.isfinite(quantity.value)
    low = np.where(known, quantity.value - down, math.nan)
    high = np.where(known, quantity.value + up, math.nan)
    return low, high


def sums_of_groups(quantity: Quantity, group: Ints, count: int) -> pd.DataFrame:
    """Known sum, bounds and share without interval of each group 0 … count − 1 (−1: in no group).

    Stands whose value has one owner move together; owners and parameters are independent.
    Stands without an interval widen nothing. Columns value, low, high, no_interval_share.
    """
    known = np.isfinite(quantity.value) & (group >= 0)
    value = group_sums(quantity.value[known], group[known], count)
    bounded = known & quantity.bounded
    down, up = _widths(quantity, np.where(bounded, group, -1), count, few=False)
    size = group_sums(np.abs(quantity.value[known]), group[known], count)
    unbounded = known & ~bounded
    open_size = group_sums(np.abs(quantity.value[unbounded]), group[unbounded], count)
    has_value = np.bincount(group[known], minlength=count) > 0
    has_width = np.bincount(group[bounded], minlength=count) > 0
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.where(size > 0, open_size / size, math.nan)
    value = np.where(has_value, value, math.nan)
    return pd.DataFrame(
        {
            "value": value,
            "low": np.where(has_width, value - down, math.nan),
            "high": np.where(has_width, value + up, math.nan),
            "no_interval_share": share,
        }
    )


def _widths(quantity: Quantity, group: Ints, count: int, *, few: bool) -> tuple[Floats, Floats]:
    frames = []
    for shift in quantity.shifts:
        moved = (group >= 0) & np.isfinite(shift.low) & np.isfinite(shift.high)
        moved &= (shift.low != 0) | (shift.high != 0)
        if moved.any():
            frames.append(
                pd.DataFrame(
                    {
                        "group": group[moved],
                        "owner": shift.owner[moved],
                        "low": shift.low[moved],
                        "high": shift.high[moved],
                    }
                )
            )
    if not frames:
        return np.zeros(count), np.zeros(count)
    drawn = pd.concat(frames, ignore_index=True).groupby(["group", "owner"], sort=True)[["low", "high"]]
    # A stand has a few summands in a fixed order; a group has any number in the order of features.
    moves = drawn.sum() if few else drawn.agg(math.fsum)
    down = np.minimum(np.minimum(moves["low"], moves["high"]), 0.0).to_numpy(float)
    up = np.maximum(np.maximum(moves["low"], moves["high"]), 0.0).to_numpy(float)
    owner_group = moves.index.get_level_values("group").to_numpy()
    return (
        np.sqrt(np.bincount(owner_group, np.square(down), count)),
        np.sqrt(np.bincount(owner_group, np.square(up), count)),
    )
