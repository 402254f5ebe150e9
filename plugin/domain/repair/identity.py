# SPDX-License-Identifier: GPL-2.0-or-later
"""Ids of the parts of a cut parcel: ``<id>-R1``, ``<id>-R2`` …, within the length of the id field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

#: What stands between the id of the parcel and the number of the part.
MARK = "-R"


@dataclass(frozen=True)
class IdRule:
    """What the id field takes: text up to ``length`` characters (0 = any), or whole numbers."""

    length: int = 0
    numeric: bool = False


def part_ids(parents: Sequence[str], taken: Sequence[str], rule: IdRule) -> list[str]:
    """An id for each part that cannot keep its parcel's id, none of them taken yet.

    Where the field is too short the end of the parcel's id gives way. In a numeric field the
    parts take the numbers after the largest one.
    """
    known = set(taken)
    if rule.numeric:
        largest = max((int(name) for name in known if name.lstrip("-").isdigit()), default=0)
        return [str(largest + number) for number in range(1, len(parents) + 1)]
    last: dict[str, int] = {}
    ids = []
    for parent in parents:
        number = last.get(parent, 0) + 1
        while _name(parent, number, rule) in known:
            number += 1
        last[parent] = number
        ids.append(_name(parent, number, rule))
        known.add(ids[-1])
    return ids


def _name(parent: str, number: int, rule: IdRule) -> str:
    mark = f"{MARK}{number}"
    room = max(rule.length - len(mark), 0) if rule.length else len(parent)
    return f"{parent[:room]}{mark}"
