# SPDX-License-Identifier: GPL-2.0-or-later
"""Fields of numbers, whatever a layer holds them as: empty is NaN, anything else that is none is refused."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from .errors import InputError


def numbers_of_field(
    values: Sequence[object] | npt.NDArray[np.object_],
    ids: Sequence[object] | npt.NDArray[np.object_],
    *,
    layer: str,
    field: str,
) -> npt.NDArray[np.float64]:
    """The values of a field as numbers, shape (features,); NaN where NULL or blank.

    Raises ``InputError`` that names layer, field and the first feature whose value is no finite number.
    """
    cells = pd.Series(list(values), dtype=object)
    empty = np.array([value is None or str(value).strip() == "" for value in cells], dtype=bool)
    numbers = pd.to_numeric(cells.where(~empty, None), errors="coerce").to_numpy(dtype=float)
    wrong = ~empty & ~np.isfinite(numbers)
    if wrong.any():
        first = int(np.argmax(wrong))
        raise InputError(
            "Field “{field}” of layer “{layer}” is no number (features: {count}, first: {id}, value "
            "“{value}”). Correct them, or leave them empty where the figure is not known.",
            field=field,
            layer=layer,
            count=int(wrong.sum()),
            id=ids[first],
            value=cells[first],
        )
    return np.asarray(numbers, dtype=np.float64)


def amounts_of_field(
    values: Sequence[object] | npt.NDArray[np.object_],
    ids: Sequence[object] | npt.NDArray[np.object_],
    *,
    layer: str,
    field: str,
) -> npt.NDArray[np.float64]:
    """As ``numbers_of_field``, and ``InputError`` also for the first feature whose number is below 0."""
    numbers = numbers_of_field(values, ids, layer=layer, field=field)
    wrong = numbers < 0.0
    if wrong.any():
        first = int(np.argmax(wrong))
        raise InputError(
            "Field “{field}” of layer “{layer}” is negative (features: {count}, first: {id}, value {value}). "
            "Correct them, or leave them empty where the figure is not known.",
            field=field,
            layer=layer,
            count=int(wrong.sum()),
            id=ids[first],
            value=float(numbers[first]),
        )
    return numbers
