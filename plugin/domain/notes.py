# SPDX-License-Identifier: GPL-2.0-or-later
"""What a run noticed about its input: counted, measured and listed, never dropped in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

#: Ids spelled out in a log line; the manifest and the report hold them all.
IDS_IN_LOG = 20


@dataclass(frozen=True)
class Note:
    """One observation.

    ``kind`` is a stable English id (``invalid_geometry``, ``null_code`` …); ``template``
    with ``values`` is the sentence for the user, translated at the border like errors.
    ``area_ha`` is NULL where an area makes no sense; ``ids`` lists all features meant.
    """

    kind: str
    template: str
    values: dict[str, object] = field(default_factory=dict)
    count: int = 0
    area_ha: float | None = None
    ids: tuple[str, ...] = ()
    warning: bool = True

    def __str__(self) -> str:
        return self.template.format(**self.values, count=self.count, area_ha=self.area_ha or 0.0)

    def to_record(self) -> dict[str, Any]:
        """The note as plain values for the manifest and the report."""
        return {
            "kind": self.kind,
            "template": self.template,
            "values": {
                key: value if isinstance(value, (int, float)) else str(value)
                for key, value in self.values.items()
            },
            "count": self.count,
            "area_ha": self.area_ha,
            "ids": list(self.ids),
            "warning": self.warning,
            "text": str(self),
        }


class NoteBook:
    """The notes of one run, in the order in which they were made."""

    def __init__(self) -> None:
        self._notes: list[Note] = []

    def add(
        self,
        kind: str,
        template: str,
        *,
        count: int = 0,
        area_ha: float | None = None,
        ids: Iterable[object] = (),
        warning: bool = True,
        **values: object,
    ) -> None:
        """Write a note; ``{count}`` and ``{area_ha}`` may stand in the template."""
        self._notes.append(Note(kind, template, values, count, area_ha, tuple(str(i) for i in ids), warning))

    def __iter__(self) -> Iterator[Note]:
        return iter(self._notes)

    def __len__(self) -> int:
        return len(self._notes)

    def of_kind(self, kind: str) -> list[Note]:
        """The notes with this ``kind``."""
        return [note for note in self._notes if note.kind == kind]
