# SPDX-License-Identifier: GPL-2.0-or-later
"""The values of a classified raster, numbered in the order of first sight."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from ..errors import ClassError

#: Numbers of values, in a type as small as may be.
Slots = npt.NDArray[np.integer[Any]]
Cells = npt.NDArray[np.generic]
#: Hands out the cells of rows start … stop − 1 as an array (rows, width).
ReadRows = Callable[[int, int], Cells]
#: Hands out the slots of the cells of rows start … stop − 1, flat, row by row.
ReadSlots = Callable[[int, int], Slots]

#: More distinct values than this are measurements, not classes.
MAX_CODES = 4_096
#: The slot of cells without a value.
NO_DATA = 0
#: Values that lie within such a range are looked up in a table, others are sorted.
MAX_RANGE = 1 << 16
_UNSEEN = -1
#: In place of the slot of a byte that was not met yet.
_NEW = 255


@dataclass
class CodeBook:
    """Numbers raster values: slot 0 is "no data", every other slot one value.

    ``nodata`` is the declared value (None = none declared), ``more_nodata`` lists further
    ranges (lowest, highest) that are none; NaN is never a value. More than ``most`` values
    are refused.
    """

    layer: str
    nodata: float | None
    more_nodata: tuple[tuple[float, float], ...] = ()
    most: int = MAX_CODES
    slots: dict[int, int] = field(default_factory=dict)
    _bytes: bytearray = field(default_factory=lambda: bytearray([_NEW]) * 256)
    _lowest: int = 0
    _table: npt.NDArray[np.int32] = field(default_factory=lambda: np.empty(0, dtype=np.int32))

    @property
    def codes(self) -> list[int]:
        """The values in the order of their slots (the first is slot 1)."""
        return list(self.slots)

    def read(self, block: Cells) -> Slots:
        """The slot of every cell of a block, flat; masked cells have no data.

        Raises ``ClassError`` for values that are not whole numbers or too many to be classes.
        """
        if isinstance(block, np.ma.MaskedArray):
            kept = np.broadcast_to(~np.asarray(block.mask), block.shape).ravel()
            slots = np.full(block.size, NO_DATA, dtype=np.int32)
            slots[kept] = self.read(block.data.ravel()[kept])
            return slots
        cells = block.ravel()
        if cells.dtype.kind == "f":
            return self._read_floats(np.asarray(cells))
        if cells.size == 0:
            return np.empty(0, dtype=np.int32)
        if cells.dtype == np.uint8 and len(self.slots) < _NEW:
            return self._translate(cells)
        low, high = int(cells.min()), int(cells.max())
        return self._look_up(cells, low, high) if high - low < MAX_RANGE else self._sort_out(cells)

    def reader(self, read: ReadRows) -> ReadSlots:
        """Reads rows as slots of this book."""
        return lambda start, stop: self.read(read(start, stop))

    def _translate(self, cells: Cells) -> Slots:
        """Slots of bytes, as bytes (tried: a third of the time of a look-up in an array)."""
        raw = cells.tobytes()
        slots: Slots = np.frombuffer(raw.translate(self._bytes), dtype=np.uint8)
        if slots.max() < _NEW:
            return slots
        fresh = np.flatnonzero(np.bincount(cells[slots == _NEW]))
        for value in fresh.tolist():
            slot = self._slot(value)
            # Too many for bytes: the array takes over.
            if slot >= _NEW:
                return self._look_up(cells, 0, _NEW)
            self._bytes[value] = slot
        return np.frombuffer(raw.translate(self._bytes), dtype=np.uint8)

    def _read_floats(self, cells: npt.NDArray[np.floating[Any]]) -> Slots:
        """Slots of decimals: those that are small whole numbers take the way of whole numbers."""
        bare = np.isnan(cells)
        if self.nodata is not None:
            bare |= cells == self.nodata
        valued = cells[~bare]
        slots = np.full(len(cells), NO_DATA, dtype=np.int32)
        if valued.size:
            low, high = float(valued.min()), float(valued.max())
            if high - low < MAX_RANGE and abs(low) < 2.0**53 and bool((valued == np.rint(valued)).all()):
                slots[~bare] = self._look_up(valued.astype(np.int64), int(low), int(high))
            else:
                slots[~bare] = self._sort_out(valued)
        return slots

    def _look_up(self, cells: Cells, low: int, high: int) -> Slots:
        self._widen(low, high)
        at = cells.astype(np.intp) - self._lowest if self._lowest else cells
        slots: Slots = self._table[at]
        if slots.min() == _UNSEEN:
            fresh = np.flatnonzero(np.bincount(at[slots == _UNSEEN]))
            for value in fresh.tolist():
                self._table[value] = self._slot(value + self._lowest)
            slots = self._table[at]
        return slots

    def _widen(self, low: int, high: int) -> None:
        """Let the table reach from ``low`` to ``high``."""
        first, last = self._lowest, self._lowest + len(self._table) - 1
        if len(self._table) and first <= low and high <= last:
            return
        if len(self._table) and max(high, last) - min(low, first) < MAX_RANGE:
            low, high = min(low, first), max(high, last)
        self._lowest, self._table = low, np.full(high - low + 1, _UNSEEN, dtype=np.int32)

    def _sort_out(self, cells: Cells) -> Slots:
        values, member = np.unique(cells, return_inverse=True)
        table = np.array([self._slot(value) for value in values.tolist()], dtype=np.int32)
        return np.asarray(table[member.ravel()], dtype=np.int32)

    def _slot(self, value: float) -> int:
        if value != value or value == self.nodata or self._is_left_out(value):
            return NO_DATA
        if math.isinf(value) or value != int(value):
            raise ClassError(
                "Raster “{layer}” holds the value {value}, but classes and units are whole numbers. Choose "
                "a classified raster or another band.",
                layer=self.layer,
                value=value,
            )
        if len(self.slots) >= self.most and int(value) not in self.slots:
            raise ClassError(
                "Raster “{layer}” holds more than {count} different values: it is a measurement, not a "
                "classification. Choose a classified raster or another band.",
                layer=self.layer,
                count=self.most,
            )
        return self.slots.setdefault(int(value), len(self.slots) + 1)

    def _is_left_out(self, value: float) -> bool:
        return any(low <= value <= high for low, high in self.more_nodata)
