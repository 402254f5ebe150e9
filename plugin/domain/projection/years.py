# SPDX-License-Identifier: GPL-2.0-or-later
"""The years of a path: target years as a user writes them, and the year of the baseline."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

import pandas as pd

from ..errors import InputError
from .rows import unusable

#: Years after the baseline for which a path may be asked.
LONGEST = 300
_SPAN = re.compile(r"(\d{4})(?:-(\d{4}))?")
_SIGNS = str.maketrans("–—~至、;〇零一二三四五六七八九", "----,,00123456789", "年")


def parse_years(text: str, base: int) -> tuple[int, ...]:
    """Target years in rising order from text such as ``2025,2030,2060``, ``2025-2035`` or ``二〇三〇年``.

    Raises ``InputError`` for what is no year, for years before ``base`` (the year of the
    baseline) and for years more than ``LONGEST`` after it.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_SIGNS)
    years: set[int] = set()
    for part in filter(None, (item.strip() for item in plain.split(","))):
        found = _SPAN.fullmatch(re.sub(r"\s", "", part))
        if found is None:
            raise InputError(
                "YEARS: “{part}” is no year. Write calendar years such as 2025,2030,2060 or a span such as "
                "2025-2035.",
                part=part,
            )
        first = int(found[1])
        last = int(found[2] or first)
        _refuse_outside(first, last, base)
        years.update(range(first, last + 1))
    if not years:
        raise InputError("YEARS is empty. Write the target years, such as 2025,2030,2060.")
    return tuple(sorted(years))


def _refuse_outside(first: int, last: int, base: int) -> None:
    if last < first:
        raise InputError(
            "YEARS: the span {first}-{last} runs backwards. Write the earlier year first.",
            first=first,
            last=last,
        )
    if first < base:
        raise InputError(
            "YEARS: {year} lies before the year of the baseline ({base}). A path leads forward only.",
            year=first,
            base=base,
        )
    if last > base + LONGEST:
        raise InputError(
            "YEARS: {year} lies more than {longest} years after the baseline ({base}). Choose nearer years.",
            year=last,
            longest=LONGEST,
            base=base,
        )


def stated_years(table: pd.DataFrame) -> list[int]:
    """The years that the rows of a baseline state in ``year``; ``InputError`` for what is no year."""
    if "year" not in table.columns:
        return []
    years = pd.to_numeric(table["year"], errors="coerce")
    empty = table["year"].isna() | (table["year"].astype(str) == "")
    wrong = (~empty & (years % 1 != 0.0)).to_numpy()
    if wrong.any():
        raise unusable(table, "year", int(wrong.argmax()))
    return [int(year) for year in years[~empty]]


def base_year(stated: Iterable[int], start_year: int | None) -> int:
    """The year of a baseline from the years that its rows state, or else from ``START_YEAR``.

    Raises ``InputError`` when neither tells it, when rows state different years, and when
    ``start_year`` contradicts them.
    """
    years = sorted(set(stated))
    if len(years) > 1:
        raise InputError(
            "The baseline holds several years ({years}). Filter it to one year, or make it again for one "
            "YEAR.",
            years=", ".join(map(str, years)),
        )
    if not years and start_year is None:
        raise InputError(
            "The baseline does not state its year. Give START_YEAR, or make the baseline again with YEAR."
        )
    if years and start_year is not None and start_year != years[0]:
        raise InputError(
            "START_YEAR is {start}, but the baseline is of {year}. Leave START_YEAR empty.",
            start=start_year,
            year=years[0],
        )
    return years[0] if years else int(start_year or 0)
