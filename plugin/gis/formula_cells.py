# SPDX-License-Identifier: GPL-2.0-or-later
"""Text cells of a written table that a spreadsheet would calculate: told, and left as the layers have them.

A mark before them would change values and digests, and tools that read the table back would not know them.
"""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsFeatureRequest, QgsFields, QgsVectorLayer

from ..domain.notes import NoteBook
from ..domain.spreadsheet_text import is_formula
from .compat import TEXT

#: Formats without types, in which a text and a formula look alike. In workbooks a text is marked as such.
UNTYPED = (".csv", ".tsv", ".txt")


def note_formula_cells(written: QgsVectorLayer, fields: QgsFields, path: Path, notes: NoteBook) -> None:
    """Note which of the text ``fields`` of an untyped table hold texts that begin like a formula."""
    names = [field.name() for field in fields if field.type() == TEXT]
    places = [(name, written.fields().lookupField(name)) for name in names]
    places = [(name, place) for name, place in places if place >= 0]
    request = QgsFeatureRequest().setSubsetOfAttributes([place for _name, place in places])
    found = dict.fromkeys(names, 0)
    for feature in written.getFeatures(request.setFlags(QgsFeatureRequest.Flag.NoGeometry)):
        for name, place in places:
            value = feature[place]
            found[name] += isinstance(value, str) and is_formula(value)
    counts = {name: count for name, count in found.items() if count}
    if counts:
        notes.add(
            "formula_text",
            "“{file}” holds {count} texts that begin like a formula ({fields}); they stand as in the layers. "
            "A spreadsheet would calculate them: import these columns as text.",
            count=sum(counts.values()),
            file=path.name,
            fields=", ".join(f"{name}: {count}" for name, count in counts.items()),
        )
