# SPDX-License-Identifier: GPL-2.0-or-later
"""Statistical units (towns, villages, zones) gathered from the features of a layer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from .errors import InputError
from .geometry import union_of
from .notes import NoteBook

Objects = npt.NDArray[np.object_]


@dataclass(frozen=True)
class Units:
    """Statistical units: one geometry (plane coordinates) and one name each, in order of first sight."""

    names: Objects
    geometry: Objects


def units_of(names: Sequence[object], geometry: Objects, layer: str, notes: NoteBook) -> Units:
    """Gather the features of a unit layer into units; features of one name become one unit.

    Features without geometry or name are left out with a note; ``InputError`` when none is left.
    """
    frame = pd.DataFrame({"name": [None if _blank(n) else _text_of(n) for n in names]})
    usable = frame["name"].notna().to_numpy() & np.array([g is not None for g in geometry], dtype=bool)
    if not usable.all():
        notes.add(
            "unit_left_out",
            "Unit layer “{layer}”: features without a name or a geometry, left out: {count}. Name and draw "
            "them in the layer to have them counted.",
            count=int((~usable).sum()),
            ids=[str(position + 1) for position in np.flatnonzero(~usable)],
            layer=layer,
        )
    if not usable.any():
        raise InputError(
            "No feature of unit layer “{layer}” has both a name and a geometry. Choose another UNIT_FIELD or "
            "another layer.",
            layer=layer,
        )
    groups: dict[str, list[int]] = {}
    for position in np.flatnonzero(usable):
        groups.setdefault(frame["name"].iloc[position], []).append(int(position))
    merged = [name for name, members in groups.items() if len(members) > 1]
    if merged:
        notes.add(
            "units_merged",
            "{count} units of layer “{layer}” consist of several features, which are taken together.",
            count=len(merged),
            ids=merged,
            warning=False,
            layer=layer,
        )
    shapes = np.empty(len(groups), dtype=object)
    shapes[:] = [
        geometry[members[0]] if len(members) == 1 else union_of(geometry[members])
        for members in groups.values()
    ]
    return Units(np.array(list(groups), dtype=object), shapes)


def _blank(name: object) -> bool:
    return name is None or str(name).strip() == ""


def _text_of(name: object) -> str:
    # A code in a field of decimals is still a code: 330100.0 is the unit 330100.
    return str(int(name)) if isinstance(name, float) and name.is_integer() else str(name).strip()
