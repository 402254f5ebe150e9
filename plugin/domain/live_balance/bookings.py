# SPDX-License-Identifier: GPL-2.0-or-later
"""What each parcel adds to the figures of a plan: amounts booked to accounts, and the ledger of sums."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from ..geometry import Floats, Rows
from .running_sums import RunningSums

#: What an amount belongs to: a kind of sum, then what tells its accounts apart.
Account = tuple[str, ...]
Entry = tuple[Account, Rows, Floats]


@dataclass(frozen=True)
class Bookings:
    """Amounts of parcels, sorted by ``parcel`` (a row); ``account`` is a position in ``accounts``."""

    accounts: Sequence[Account]
    parcel: Rows
    account: Rows
    amount: Floats

    def of(self, parcel: int) -> Bookings:
        """The bookings of one parcel."""
        rows = slice(*np.searchsorted(self.parcel, (parcel, parcel + 1)))
        return Bookings(self.accounts, self.parcel[rows], self.account[rows], self.amount[rows])


def book(entries: Iterable[Entry]) -> Bookings:
    """Bookings of entries: an account, and amounts with the rows of their parcels."""
    listed = list(entries)
    size = [len(amount) for _, _, amount in listed]
    parcel = np.concatenate([np.empty(0, dtype=np.intp), *(rows for _, rows, _ in listed)])
    amount = np.concatenate([np.empty(0), *(amount for _, _, amount in listed)])
    account = np.repeat(np.arange(len(listed)), size)
    order = np.argsort(parcel, kind="stable")
    accounts = [name for name, _, _ in listed]
    return Bookings(accounts, parcel[order].astype(np.intp), account[order], amount[order])


def entries_by(kind: str, labels: Sequence[Iterable[object]], parcel: Rows, amount: Floats) -> list[Entry]:
    """Entries of amounts whose accounts are ``kind`` and the texts that stand beside each amount."""
    rows: dict[Account, list[int]] = {}
    for row, account in enumerate(zip(*labels)):
        rows.setdefault((kind, *map(str, account)), []).append(row)
    return [(account, parcel[found], amount[found]) for account, found in rows.items()]


class Ledger:
    """The figures of the whole plan as sums of bookings that enter and leave."""

    def __init__(self) -> None:
        self._sums: dict[str, RunningSums[Account]] = {}
        self._parts: Counter[Account] = Counter()
        self._changed: dict[str, set[Account]] = {}

    def enter(self, bookings: Iterable[Bookings], sign: int = 1) -> None:
        """Add what parcels amount to; with ``sign`` −1 take it out."""
        for booked in bookings:
            for number in np.unique(booked.account).tolist():
                amounts = booked.amount[booked.account == number]
                account = booked.accounts[number]
                self._sums.setdefault(account[0], RunningSums()).add_all(account, amounts.tolist(), sign)
                self._parts[account] += sign * len(amounts)
                self._changed.setdefault(account[0], set()).add(account)

    def value(self, *account: str) -> float:
        """The sum of an account; exactly 0 where nothing is in it."""
        return self._sums[account[0]].value(account) if self._parts.get(account) else 0.0

    def of_kind(self, kind: str) -> list[tuple[Account, float]]:
        """What tells the accounts of a kind apart, of those with something in them, and their sums."""
        sums = self._sums.get(kind, RunningSums[Account]())
        return [(account[1:], sums.value(account)) for account in sorted(sums) if self._parts[account]]

    def take_changed(self, kind: str) -> list[tuple[Account, float]]:
        """What tells the accounts of a kind apart that changed since this was last asked, and their sums."""
        return [(account[1:], self.value(*account)) for account in self._changed.pop(kind, ())]
