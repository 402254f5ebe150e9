# SPDX-License-Identifier: GPL-2.0-or-later
"""Control lines and units made ready for overlays once, to hold a few parcels against them many times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..overlay.pairs import RightSide, right_side
from ..overlay.split import MAX_PIECE_VERTICES, split_polygons
from ..progress import Progress, part
from .layers import Geometries
from .lines import BoundLine, lines_of_ground


@dataclass(frozen=True)
class Sides:
    """Right sides of the overlays of a check.

    ``features`` has one for each bound line; ``together`` one for each first line of several that
    share what is outside them, by its position; ``units`` that of the units, if any.
    """

    features: Sequence[RightSide]
    together: Mapping[int, RightSide]
    units: RightSide | None


def make_sides(
    bound: Sequence[BoundLine], units: Geometries | None, threads: int | None, progress: Progress
) -> Sides:
    """Split and index the lines of a check and its units."""
    grounds: dict[int, Geometries] = {}
    for number, item in enumerate(bound):
        same = lines_of_ground(item, bound)
        if len(same) > 1 and same[0] is item:
            grounds[number] = np.concatenate([other.geometry for other in same])
    every = [*(item.geometry for item in bound), *grounds.values(), *([] if units is None else [units])]
    made = [
        ready_side(geometry, threads, part(progress, turn / len(every), (turn + 1) / len(every)))
        for turn, geometry in enumerate(every)
    ]
    together = dict(zip(grounds, made[len(bound) :]))
    return Sides(made[: len(bound)], together, None if units is None else made[-1])


def ready_side(geometry: Geometries, threads: int | None, progress: Progress) -> RightSide:
    """One layer split and indexed as an overlay would do it."""
    return right_side(geometry, split_polygons(geometry, MAX_PIECE_VERTICES, progress, threads))
