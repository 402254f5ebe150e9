# SPDX-License-Identifier: GPL-2.0-or-later
"""What the figures of an account hold: two years are compared only where that is the same."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from .texts import Texts

_EMISSION = {"scope_1_tco2e": "scope_1", "scope_2_tco2e": "scope_2", "emission_tco2e": "emission"}
#: The columns that a figure is made of, with their texts; a total without scopes is a part by itself.
PARTS = {
    "emission_tco2e": _EMISSION,
    "co2_t": {"scope_1_co2_t": "scope_1", "scope_2_co2_t": "scope_2", "co2_t": "co2_alone"},
    "net_tco2e": {**_EMISSION, "land_tco2e_a": "land_emission", "removal_tco2e_a": "removal"},
}


def content_of(rows: pd.DataFrame, figure: str, suffix: str = "") -> pd.Series:
    """The known parts of a figure as one key per row, joined by commas; empty where none is known."""
    keys = pd.Series("", index=rows.index)
    for column, text in PARTS[figure].items():
        # An account without any entry of a gas has no columns of its scopes.
        if f"{column}{suffix}" in rows:
            keys = keys.where(rows[f"{column}{suffix}"].isna(), keys + f"{text},")
    return keys


def unlike(rows: pd.DataFrame, figure: str) -> pd.Series:
    """Where a figure of a year does not hold the same as that of the year before (``_before``)."""
    if figure not in PARTS:
        return pd.Series(False, index=rows.index)
    return content_of(rows, figure) != content_of(rows, figure, "_before")


def unlike_note(
    rows: pd.DataFrame, figure: str, header: str, years: tuple[int | None, int | None], texts: Texts
) -> str:
    """Why units (``rows``) have no change of a figure, with what most of them hold in both years."""
    if rows.empty:
        return ""
    pairs = Counter(zip(content_of(rows, figure), content_of(rows, figure, "_before")))
    (now, before), _count = min(pairs.items(), key=lambda pair: (-pair[1], pair[0]))
    return texts(
        "foot_unlike",
        figure=header,
        count=len(rows),
        year=years[0],
        before=years[1],
        now=_in_words(now, texts),
        earlier=_in_words(before, texts),
    )


def _in_words(key: str, texts: Texts) -> str:
    parts = [part for part in key.split(",") if part]
    if any(part.startswith("scope_") for part in parts):
        parts = [part for part in parts if part not in ("emission", "co2_alone")]
    return texts.listed(texts(f"col_{part}") for part in parts) or texts("none")
