# SPDX-License-Identifier: GPL-2.0-or-later
"""The colours of land-and-sea classes on maps of present and planned land use.

The table resources/styles/landsea_colours.csv says of every colour where it comes from; see
resources/styles/SOURCES.md.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from ..paths import RESOURCES
from .text_tables import read_text_table
from .translate import DEFAULT, translate

#: The classification whose codes the table colours.
LANDSEA = "cn_landsea_2023"
TABLE = RESOURCES / "styles" / "landsea_colours.csv"


@dataclass(frozen=True)
class LandColour:
    """The colour (``#rrggbb``) of a land-and-sea class and of those below it that have none."""

    code: str
    name_zh: str
    name_en: str
    colour: str


@dataclass(frozen=True)
class ColouredCodes:
    """Codes by their colour, in the order of the guide; codes that have none; codes coloured by a default.

    ``groups`` and ``uncoloured`` hold the codes as the layer writes them. ``by_default`` are codes
    that stand for several classes of the guide and take the colour of the usual one.
    """

    groups: tuple[tuple[LandColour, tuple[str, ...]], ...]
    uncoloured: tuple[str, ...]
    by_default: tuple[str, ...]


@cache
def land_colours() -> Mapping[str, LandColour]:
    """All colours by their code, in the order of the guide."""
    table = read_text_table(TABLE)
    return {
        row.code: LandColour(
            row.code,
            row.name_zh,
            row.name_en,
            "#{:02x}{:02x}{:02x}".format(*map(int, (row.red, row.green, row.blue))),
        )
        for row in table.itertuples()
    }


def colour_codes(raw: Sequence[str], codes: Sequence[str | None], classification: str) -> ColouredCodes:
    """Sort distinct raw codes, matched to ``codes`` of a classification, by their colour.

    Raises ``ClassError`` when no code table leads from the classification to that of the guide.
    """
    matched = np.array([code for code in codes if code is not None], dtype=object)
    table = translate(matched, classification, LANDSEA, defaults=True).set_index("code")
    groups: dict[str, list[str]] = {}
    uncoloured, by_default = [], []
    for text, code in zip(raw, codes):
        colour = None if code is None else _colour_of(table.at[code, "target"])
        if colour is None:
            uncoloured.append(text)
            continue
        groups.setdefault(colour.code, []).append(text)
        if table.at[code, "relation"] == DEFAULT:
            by_default.append(text)
    shown = tuple((colour, tuple(groups[key])) for key, colour in land_colours().items() if key in groups)
    return ColouredCodes(shown, tuple(uncoloured), tuple(by_default))


def _colour_of(code: str | None) -> LandColour | None:
    """The colour of a class of the guide or, where it has none, of the class above it."""
    known = land_colours()
    ends = range(len(code or ""), 1, -2)
    return next((known[code[:end]] for end in ends if code and code[:end] in known), None)
