# SPDX-License-Identifier: GPL-2.0-or-later
"""Collective layers, such as the heritage line, dispatched by sub-type to the lines that rules know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from ..notes import NoteBook
from ..rules import dispatch_target, is_collective
from .layers import ControlLine, Texts


def dispatch_lines(lines: Sequence[ControlLine], notes: NoteBook) -> list[ControlLine]:
    """The lines with collective layers split into one line for each type; the rest as they are.

    The zone values of a collective layer are its sub-types. Features without one stay
    under the collective type, about which no rule speaks, and are noted
    (``no_subtype``). Raises ``RuleError`` for an unknown sub-type.
    """
    sorted_out: list[ControlLine] = []
    for line in lines:
        sorted_out.extend(_dispatch(line, notes) if is_collective(line.line_type) else [line])
    return sorted_out


def _dispatch(line: ControlLine, notes: NoteBook) -> Iterable[ControlLine]:
    raw = np.full(len(line.geometry), None, dtype=object) if line.zones is None else line.zones
    blank = np.array([value is None or not str(value).strip() for value in raw], dtype=bool)
    targets = np.full(len(raw), "", dtype=object)
    zones: Texts = np.full(len(raw), None, dtype=object)
    for row in np.flatnonzero(~blank):
        target, zone = dispatch_target(line.line_type, str(raw[row]), line.layer)
        targets[row], zones[row] = target, zone or None
    if blank.any():
        _note_blank(line, blank, notes)
        yield _part(line, blank, line.line_type, zones)
    for target in sorted(set(targets[~blank])):
        yield _part(line, targets == target, target, zones)


def _part(line: ControlLine, chosen: npt.NDArray[np.bool_], line_type: str, zones: Texts) -> ControlLine:
    own = zones[chosen]
    return replace(
        line,
        line_type=line_type,
        geometry=line.geometry[chosen],
        ids=None if line.ids is None else line.ids[chosen],
        zones=own if any(zone is not None for zone in own) else None,
    )


def _note_blank(line: ControlLine, blank: npt.NDArray[np.bool_], notes: NoteBook) -> None:
    notes.add(
        "no_subtype",
        "Control line {layer}: features without a sub-type, not checked: {count}. Nobody knows which rules "
        "hold there. Choose the field with the sub-types as zone field, or fill them in.",
        count=int(blank.sum()),
        ids=() if line.ids is None else line.ids[blank],
        layer=line.layer,
    )
