# SPDX-License-Identifier: GPL-2.0-or-later
"""Sums that amounts enter and leave: after any sequence the exactly rounded sum of what is in them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from typing import Generic, TypeVar

Account = TypeVar("Account", bound=Hashable)

#: Every finite double is a whole multiple of 2 ** -1074.
_BITS = 1074
_ONE = 1 << _BITS


class RunningSums(Generic[Account]):
    """Sums by account, as whole numbers of the smallest double, so that nothing is ever rounded away.

    What leaves a sum leaves it without a trace; a sum equals ``math.fsum`` of what is in it.
    """

    def __init__(self) -> None:
        self._units: dict[Account, int] = {}
        self._values: dict[Account, float] = {}

    def add_all(self, account: Account, amounts: Iterable[float], sign: int = 1) -> None:
        """Add finite amounts to an account, or with ``sign`` −1 take them out."""
        self._units[account] = self._units.get(account, 0) + sign * sum(map(_units_of, amounts))
        self._values.pop(account, None)

    def value(self, account: Account) -> float:
        """The sum of an account, correctly rounded; 0 where nothing was added."""
        if account not in self._values:
            self._values[account] = self._units.get(account, 0) / _ONE
        return self._values[account]

    def __iter__(self) -> Iterator[Account]:
        return iter(self._units)

    def items(self) -> Iterator[tuple[Account, float]]:
        """Accounts whose sum is not 0, with it."""
        return ((account, self.value(account)) for account, units in self._units.items() if units)


def _units_of(amount: float) -> int:
    numerator, denominator = float(amount).as_integer_ratio()
    return numerator << (_BITS + 1 - denominator.bit_length())
