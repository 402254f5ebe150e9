# SPDX-License-Identifier: GPL-2.0-or-later
"""Lists of parcel ids (BSM) as people paste them: from a table, a letter or a message."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

#: What stands between ids, Chinese punctuation and quotes included.
_BETWEEN = re.compile(r"[\s,;:|，；：、。\"'“”‘’()（）\[\]【】]+")


@dataclass(frozen=True)
class FoundIds:
    """Ids of a list that a layer has (with the features of each), and those that it has not."""

    features: Mapping[str, tuple[int, ...]]
    missing: tuple[str, ...]

    @property
    def fids(self) -> list[int]:
        """The features of all ids, in the order of the list."""
        return [fid for fids in self.features.values() for fid in fids]

    @property
    def repeated(self) -> tuple[str, ...]:
        """Ids that several features have."""
        return tuple(name for name, fids in self.features.items() if len(fids) > 1)


def parse_ids(text: str) -> list[str]:
    """The ids of a pasted text in their order, each once."""
    return list(dict.fromkeys(part for part in _BETWEEN.split(text) if part))


def find_ids(wanted: Sequence[str], ids: Collection[str], fids: Collection[int]) -> FoundIds:
    """Which of the ids are those of features; ``ids`` and ``fids`` have an entry per feature."""
    places: dict[str, list[int]] = {}
    for name, fid in zip(ids, fids):
        places.setdefault(name, []).append(fid)
    known = {name: tuple(places[name]) for name in wanted if name in places}
    return FoundIds(known, tuple(name for name in wanted if name not in places))
