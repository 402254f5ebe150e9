# SPDX-License-Identifier: GPL-2.0-or-later
"""Files of several layers given without the name of one: QGIS opens the first, which may not be meant."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsDataProvider, QgsProviderRegistry, QgsVectorLayer

from ..domain.notes import NoteBook
from .compat import is_null

#: Place of the name in the description of a layer of a file.
NAME = 1
NAMES_IN_SENTENCE = 10


def note_first_of_several(layer: QgsVectorLayer, notes: NoteBook) -> None:
    """Note that a layer opened by the path of its file alone is the first of several in there."""
    if layer.providerType() != "ogr":
        return
    parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    if not all(is_null(parts.get(key)) for key in ("layerName", "layerId")):
        return
    described = [text.split(QgsDataProvider.sublayerSeparator()) for text in layer.dataProvider().subLayers()]
    # One layer of several kinds of geometry is described once for each.
    names = list(dict.fromkeys(parts[NAME] for parts in described))
    if len(names) > 1:
        notes.add(
            "first_of_several",
            "“{file}” holds several layers ({names}); the first was read. If another is meant, add "
            "“|layername=” and its name to the path.",
            count=len(names),
            file=Path(str(parts.get("path") or layer.name())).name,
            names=", ".join(names[:NAMES_IN_SENTENCE]),
        )
