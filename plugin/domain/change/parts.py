# SPDX-License-Identifier: GPL-2.0-or-later
"""The classes of pieces at both dates, field ridges told apart from the land that they lie in."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..geometry import Floats, Rows
from ..parcel_areas import RIDGE_CLASS
from .ground import DatedLand, Pieces

Texts = npt.NDArray[np.object_]

#: In place of a class: no parcel of that date there, or a parcel whose code is left out.
NO_GROUND, NO_CLASS = "", "?"


def parts_of_pieces(pieces: Pieces, before: DatedLand, after: DatedLand) -> pd.DataFrame:
    """Shares of each piece by class at both dates: columns piece, first, second, share.

    The first rows are the main parts, one for each piece in their order; further rows hold field
    ridges. What both dates deduct is ridge at both; what one date deducts beyond the other is
    ridge at this date alone. The shares of a piece add up to 1.
    """
    first = classes_of_pieces(pieces.before, before.carbon_class)
    second = classes_of_pieces(pieces.after, after.carbon_class)
    was, becomes = _ridges(pieces.before, before, first), _ridges(pieces.after, after, second)
    everything = np.arange(len(first))
    both = np.minimum(was, becomes)
    lost, won, kept = (np.flatnonzero(flag) for flag in (was > becomes, becomes > was, both > 0.0))
    return pd.DataFrame(
        {
            "piece": np.concatenate((everything, lost, won, kept)),
            "first": np.concatenate((first, _ridge_class(lost), first[won], _ridge_class(kept))),
            "second": np.concatenate((second, second[lost], _ridge_class(won), _ridge_class(kept))),
            "share": np.concatenate(
                (1.0 - np.maximum(was, becomes), (was - becomes)[lost], (becomes - was)[won], both[kept])
            ),
        }
    )


def classes_of_pieces(rows: Rows, classes: Texts) -> Texts:
    """Class of each piece at one date, ``NO_CLASS`` or ``NO_GROUND``."""
    told = np.array([*(NO_CLASS if name is None else name for name in classes), NO_GROUND], dtype=object)
    return np.asarray(told[rows], dtype=object)  # NOWHERE is the last position


def _ridge_class(rows: Rows) -> Texts:
    return np.full(len(rows), RIDGE_CLASS, dtype=object)


def _ridges(rows: Rows, land: DatedLand, classes: Texts) -> Floats:
    """Share of ridges in each piece; none where the land has no class, as the baseline has it."""
    if land.ridge_share is None:
        return np.zeros(len(rows))
    share = np.append(land.ridge_share, 0.0)[rows]
    return np.where(np.isin(classes, [NO_CLASS, NO_GROUND]), 0.0, share)
