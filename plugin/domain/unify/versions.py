# SPDX-License-Identifier: GPL-2.0-or-later
"""Versions of statistical units: which of them held in a year, so that history survives new boundaries."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..errors import InputError


def valid_in(
    year: int, valid_from: Sequence[object], valid_to: Sequence[object], ids: Sequence[object], layer: str
) -> npt.NDArray[np.bool_]:
    """Which versions held in a year: from the year ``valid_from`` on and before ``valid_to``.

    Blank means "from the beginning" and "still in force". Dates count by their year. Raises
    ``InputError`` for something that is neither, for a version that ends before it begins, and where
    no version holds.
    """
    first = _years(valid_from, ids, layer, -9999)
    last = _years(valid_to, ids, layer, 9999)
    turned = last < first
    if turned.any():
        raise InputError(
            "Unit {id} of layer “{layer}” ends before it begins. Correct its years of validity.",
            layer=layer,
            id=ids[int(np.argmax(turned))],
        )
    holds = (first <= year) & (year < last)
    if not holds.any():
        raise InputError(
            "No unit of layer “{layer}” is in force in {year}. Choose another YEAR or other fields of "
            "validity.",
            layer=layer,
            year=year,
        )
    return np.asarray(holds)


def _years(values: Sequence[object], ids: Sequence[object], layer: str, blank: int) -> npt.NDArray[np.int64]:
    texts = ["" if value is None or value != value else str(value).strip() for value in values]
    heads = pd.to_numeric(pd.Series([text[:4] for text in texts], dtype=object), errors="coerce")
    bad = heads.isna().to_numpy() & np.array([text != "" for text in texts], dtype=bool)
    if bad.any():
        first = int(np.argmax(bad))
        raise InputError(
            "Unit {id} of layer “{layer}” has the year of validity “{value}”, which is no year. Write years "
            "such as 2020, or dates such as 2020-01-01.",
            layer=layer,
            id=ids[first],
            value=texts[first],
        )
    return np.asarray(heads.fillna(blank).to_numpy(dtype=np.int64))
