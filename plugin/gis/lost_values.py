# SPDX-License-Identifier: GPL-2.0-or-later
"""Values that the format of an output cannot keep: counted on their way to it, and told."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from qgis.core import QgsFeature, QgsFeatureSink, QgsFields

from ..domain.notes import NoteBook
from .compat import TEXT, is_null
from .watched_sink import WatchedSink

#: MapInfo tables have no missing numbers: they hold 0 instead.
MAPINFO = (".tab", ".mif")
#: A text of a shapefile has so many bytes at most.
SHAPEFILE, LONGEST_BYTES = ".shp", 254


class LostValues:
    """Counts by field the values that one output cannot keep."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.zeros: Counter[str] = Counter()
        self.cut: Counter[str] = Counter()

    def watched(self, sink: QgsFeatureSink, fields: QgsFields) -> QgsFeatureSink:
        """The sink itself, or one that counts before it where the format may lose values."""
        suffix = "" if self.path is None else self.path.suffix.lower()
        if suffix in MAPINFO:
            numbers = [(place, field.name()) for place, field in enumerate(fields) if field.isNumeric()]
            return WatchedSink(sink, lambda feature: self._count_zeros(feature, numbers))
        if suffix == SHAPEFILE:
            texts = [(place, field.name()) for place, field in enumerate(fields) if field.type() == TEXT]
            return WatchedSink(sink, lambda feature: self._count_cut(feature, texts))
        return sink

    def note(self, notes: NoteBook) -> None:
        """Note what was counted."""
        if self.path is None:
            return
        if self.zeros:
            notes.add(
                "missing_as_zero",
                "“{file}”: numbers that are not known and stand there as 0, since a MapInfo table has no "
                "missing values: {count} ({fields}). Write a GeoPackage to tell them apart.",
                count=sum(self.zeros.values()),
                file=self.path.name,
                fields=_listed(self.zeros),
            )
        if self.cut:
            notes.add(
                "texts_cut",
                "“{file}”: texts longer than the {bytes} bytes that a shapefile takes, cut there: {count} "
                "({fields}). Write a GeoPackage to keep them.",
                count=sum(self.cut.values()),
                bytes=LONGEST_BYTES,
                file=self.path.name,
                fields=_listed(self.cut),
            )

    def _count_zeros(self, feature: QgsFeature, numbers: list[tuple[int, str]]) -> None:
        for place, name in numbers:
            if is_null(feature[place]):
                self.zeros[name] += 1

    def _count_cut(self, feature: QgsFeature, texts: list[tuple[int, str]]) -> None:
        for place, name in texts:
            value = feature[place]
            if isinstance(value, str) and len(value.encode("utf-8", "replace")) > LONGEST_BYTES:
                self.cut[name] += 1


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{name}: {count}" for name, count in counts.items())
