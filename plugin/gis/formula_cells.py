# SPDX-License-Identifier: GPL-2.0-or-later
"""Text cells of a table that a spreadsheet would calculate: told, and left as the layers have them.

A mark before them would change values and digests, and tools that read the table back would not know them.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from qgis.core import QgsFeature, QgsFeatureSink, QgsFields

from ..domain.notes import NoteBook
from ..domain.spreadsheet_text import is_formula
from .compat import TEXT
from .watched_sink import WatchedSink

#: Formats without types, in which a text and a formula look alike. In workbooks GDAL marks texts as such.
UNTYPED = (".csv", ".tsv", ".txt")


class FormulaCells:
    """Counts by field the texts that begin like a formula, on their way to one output."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self.counts: Counter[str] = Counter()

    def watched(self, sink: QgsFeatureSink, fields: QgsFields) -> QgsFeatureSink:
        """The sink itself, or one that counts before it where the output has no types."""
        if self.path is None or self.path.suffix.lower() not in UNTYPED:
            return sink
        texts = [(place, field.name()) for place, field in enumerate(fields) if field.type() == TEXT]
        return WatchedSink(sink, lambda feature: self._look(feature, texts))

    def note(self, notes: NoteBook) -> None:
        """Note what was counted."""
        found = +self.counts
        if found and self.path is not None:
            notes.add(
                "formula_text",
                "“{file}” holds {count} texts that begin like a formula ({fields}); they stand as in the "
                "layers. A spreadsheet would calculate them: import these columns as text.",
                count=sum(found.values()),
                file=self.path.name,
                fields=", ".join(f"{name}: {count}" for name, count in found.items()),
            )

    def _look(self, feature: QgsFeature, texts: list[tuple[int, str]]) -> None:
        for place, name in texts:
            value = feature[place]
            self.counts[name] += isinstance(value, str) and is_formula(value)
