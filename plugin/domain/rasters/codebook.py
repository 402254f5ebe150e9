# SPDX-License-Identifier: GPL-2.0-or-later
"""The values of a classified raster, numbered in the order of first sight."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ..errors import ClassError

Rows = npt.NDArray[np.intp]

#: More distinct values than this are measurements, not classes.
MAX_CODES = 4_096
#: The slot of cells without a value.
NO_DATA = 0


@dataclass
class CodeBook:
    """Numbers raster values: slot 0 is "no data", every other slot one value.

    ``nodata`` is the declared value (None = none declared), ``more_nodata`` lists further
    ranges (lowest, highest) that are none; NaN is never a value.
    """

    layer: str
    nodata: float | None
    more_nodata: tuple[tuple[float, float], ...] = ()
    slots: dict[int, int] = field(default_factory=dict)
    _table: npt.NDArray[np.int64] | None = None

    @property
    def codes(self) -> list[int]:
        """The values in the order of their slots (the first is slot 1)."""
        return list(self.slots)

    def read(self, block: npt.NDArray[np.generic]) -> Rows:
        """The slot of every cell of a block, flat.

        Raises ``ClassError`` for values that are not whole numbers or too many to be classes.
        """
        if block.dtype == np.uint8:
            return self._read_bytes(np.asarray(block, dtype=np.uint8).ravel())
        values, member = np.unique(block.ravel(), return_inverse=True)
        table = np.array([self._slot(value) for value in values.tolist()], dtype=np.intp)
        return np.asarray(table[member.ravel()], dtype=np.intp)

    def _read_bytes(self, cells: npt.NDArray[np.uint8]) -> Rows:
        if self._table is None:
            self._table = np.full(256, -1, dtype=np.int64)
        slots = self._table[cells]
        if slots.size and slots.min() < 0:
            for value in np.flatnonzero(np.bincount(cells, minlength=256)):
                self._table[value] = self._slot(int(value))
            slots = self._table[cells]
        return slots.astype(np.intp, copy=False)

    def _slot(self, value: float) -> int:
        if value != value or value == self.nodata or self._is_left_out(value):
            return NO_DATA
        if math.isinf(value) or value != int(value):
            raise ClassError(
                "Raster “{layer}” holds the value {value}, but land-use classes are whole numbers. Choose a "
                "classified raster or another band.",
                layer=self.layer,
                value=value,
            )
        if len(self.slots) >= MAX_CODES and int(value) not in self.slots:
            raise ClassError(
                "Raster “{layer}” holds more than {count} different values: it is a measurement, not a "
                "classification. Choose a classified raster or another band.",
                layer=self.layer,
                count=MAX_CODES,
            )
        return self.slots.setdefault(int(value), len(self.slots) + 1)

    def _is_left_out(self, value: float) -> bool:
        return any(low <= value <= high for low, high in self.more_nodata)
