# SPDX-License-Identifier: GPL-2.0-or-later
"""The cause of a change of land use: what the survey states, else what its transition tells."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..classes import carbon_classes
from ..classes.library import CLASSES
from ..text_tables import read_text_table

Objects = npt.NDArray[np.object_]

#: Words of the table for "no class at that date" and "any class".
NONE, ANY = "none", "*"
#: Where a cause comes from: the survey's own field, or the table of transitions.
STATED, DERIVED = "stated", "derived"


@cache
def change_causes() -> pd.DataFrame:
    """The table of transitions: from, to, cause, name_en, name_zh, basis, source, note; the first fits."""
    return read_text_table(CLASSES / "change_causes.csv")


def cause_of(from_class: str | None, to_class: str | None) -> tuple[str, str]:
    """Id and Chinese name of the cause that a transition between carbon classes tells."""
    before, after = _words_of(from_class), _words_of(to_class)
    table = change_causes()
    fits = [source in before and target in after for source, target in zip(table["from"], table["to"])]
    row = table.iloc[fits.index(True)]
    return str(row["cause"]), str(row["name_zh"])


def _words_of(carbon_class: str | None) -> set[str]:
    if carbon_class is None:
        return {NONE}
    known = carbon_classes()
    category = {str(known.at[carbon_class, "ipcc_category"])} if carbon_class in known.index else set()
    return {ANY, carbon_class, *category}


def causes_of(from_class: Objects, to_class: Objects, stated: Objects) -> pd.DataFrame:
    """cause, cause_name and basis (``stated`` or ``derived``) of each change; classes may be None.

    A stated cause is taken as it is written; where the survey states none, the transition tells.
    """
    pairs = list(zip(from_class.tolist(), to_class.tolist()))
    known = {pair: cause_of(*pair) for pair in set(pairs)}
    rows = [
        (text, text, STATED) if text else (*known[pair], DERIVED)
        for text, pair in zip(stated.tolist(), pairs)
    ]
    return pd.DataFrame(rows, columns=["cause", "cause_name", "basis"], dtype=object)
