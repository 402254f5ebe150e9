# SPDX-License-Identifier: GPL-2.0-or-later
"""From the cells of a layer to distinct raw codes: numbers, text, code with name, NULL."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from numbers import Integral, Real
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..errors import ClassError

#: "0101 水田", "0101-水田", "0101水田": a code, then a separator or directly a non-Latin name.
_NAMED = re.compile(
    r"(?P<code>\d+(?:[A-Z]\d?[A-Z]?)?)(?:[\s\-–—_:.,、/()]+(?P<after>\S.*)|(?P<joined>[^\x00-\x7f].*))$"
)
_FLOAT_TEXT = re.compile(r"(\d+)\.0+$")


@dataclass(frozen=True, order=True)
class RawCode:
    """One distinct value: the text it stands for and whether it came as a number."""

    text: str
    is_number: bool = False

    def named_parts(self) -> tuple[str, str] | None:
        """Code and name of a value such as "0101 水田", else None."""
        found = _NAMED.match(self.text)
        if found is None:
            return None
        name = (found["after"] or found["joined"]).rstrip(")").strip()
        if not any(character.isalpha() for character in name):
            return None
        return found["code"], name


@dataclass(frozen=True)
class DistinctCodes:
    """The distinct raw codes of a column in a fixed order, how often each occurs, and where.

    ``codes`` is sorted, with None (NULL) first where it occurs, so it does not depend on
    the order of the rows. ``index`` holds for each row its position in ``codes``.
    """

    codes: tuple[RawCode | None, ...]
    counts: npt.NDArray[np.int64]
    index: npt.NDArray[np.intp]


def distinct_codes(values: npt.ArrayLike | Sequence[object], *, field: str, layer: str) -> DistinctCodes:
    """Reduce a column to its distinct codes; the work per row is one hash look-up.

    ``values``: strings, integers, floats (101.0), numpy scalars; None, NaN and blank text are
    NULL. Raises ``ClassError`` when cells hold lists or other structures.
    """
    array = values if isinstance(values, (np.ndarray, pd.Series)) else _object_array(values)
    try:
        places, uniques = pd.factorize(array)
    except TypeError as error:
        raise ClassError(
            "Layer “{layer}”, field “{field}” holds lists or other structures; a code field "
            "holds text or whole numbers.",
            layer=layer,
            field=field,
        ) from error
    read = [read_raw(value) for value in uniques]
    codes = sorted({code for code in read if code is not None})
    has_null = bool((places < 0).any()) or any(code is None for code in read)
    ordered: tuple[RawCode | None, ...] = (None, *codes) if has_null else tuple(codes)
    position = {code: number for number, code in enumerate(ordered)}
    # The entry behind the last unique serves the −1 that factorize gives to NULL.
    lookup = np.array([position[code] for code in read] + [0], dtype=np.intp)
    index = lookup[places]
    counts = np.bincount(index, minlength=len(ordered)).astype(np.int64)
    return DistinctCodes(ordered, counts, index)


def read_raw(value: object) -> RawCode | None:
    """One cell as a raw code: spaces cut, full-width signs made narrow, whole floats as integers."""
    if value is None or value is pd.NA or value is pd.NaT:
        return None
    if isinstance(value, (bool, np.bool_)):
        return RawCode(str(value))
    if isinstance(value, Integral):
        return RawCode(str(int(value)), is_number=True)
    if isinstance(value, Real):
        number = float(value)
        if math.isnan(number):
            return None
        return RawCode(str(int(number)) if number.is_integer() else repr(number), is_number=True)
    text = unicodedata.normalize("NFKC", str(value)).strip()
    if not text:
        return None
    whole = _FLOAT_TEXT.match(text)
    return RawCode(whole[1], is_number=True) if whole else RawCode(text)


def plain_name(name: str) -> str:
    """A class name as it is compared: without spaces, width and letter case."""
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()


def _object_array(values: Any) -> npt.NDArray[np.object_]:
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array
