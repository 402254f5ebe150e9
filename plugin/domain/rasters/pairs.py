# SPDX-License-Identifier: GPL-2.0-or-later
"""The pairs of values that two rasters of one grid have in a cell, numbered in the order of first sight."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from .codebook import NO_DATA, ReadSlots, Slots

_UNSEEN = -1


@dataclass
class PairBook:
    """Numbers pairs of slots (of the books of two dates): slot 0 is "no data at either date"."""

    pairs: list[tuple[int, int]] = field(default_factory=lambda: [(NO_DATA, NO_DATA)])
    _table: npt.NDArray[np.int32] = field(default_factory=lambda: np.full((1, 1), NO_DATA, dtype=np.int32))

    @property
    def before(self) -> Slots:
        """The slot before of each pair."""
        return np.array([before for before, _ in self.pairs], dtype=np.int32)

    @property
    def after(self) -> Slots:
        """The slot after of each pair."""
        return np.array([after for _, after in self.pairs], dtype=np.int32)

    def read(self, before: Slots, after: Slots) -> Slots:
        """The number of the pair in each cell, from the slots before and after, flat."""
        if before.size == 0:
            return np.empty(0, dtype=np.int32)
        self._widen(int(before.max()) + 1, int(after.max()) + 1)
        at = before.astype(np.int32) * self._table.shape[1] + after
        slots: Slots = self._table.ravel()[at]
        if slots.min() == _UNSEEN:
            fresh = np.flatnonzero(np.bincount(at[slots == _UNSEEN]))
            for one, other in zip(*np.unravel_index(fresh, self._table.shape)):
                self._table[one, other] = len(self.pairs)
                self.pairs.append((int(one), int(other)))
            slots = self._table.ravel()[at]
        return slots

    def reader(self, before: ReadSlots, after: ReadSlots) -> ReadSlots:
        """Reads rows of both dates as numbers of pairs."""
        return lambda start, stop: self.read(before(start, stop), after(start, stop))

    def _widen(self, rows: int, columns: int) -> None:
        """Let the table hold so many slots before and after."""
        old = self._table
        shape = (max(rows, old.shape[0]), max(columns, old.shape[1]))
        if shape != old.shape:
            self._table = np.full(shape, _UNSEEN, dtype=np.int32)
            self._table[: old.shape[0], : old.shape[1]] = old
