# SPDX-License-Identifier: GPL-2.0-or-later
"""Shapefiles in GBK that do not say so."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from qgis.core import QgsFeatureRequest, QgsProcessingContext, QgsVectorLayer

from ..domain.notes import NoteBook

#: What a decoder puts where bytes are not text of the assumed encoding.
REPLACEMENT = "\ufffd"
CHINESE = "GB18030"
SAMPLE = 200


def heal_encoding(layer: QgsVectorLayer | None, context: QgsProcessingContext, notes: NoteBook) -> None:
    """Read a shapefile as GB18030 when it has no ``.cpg`` and its text does not decode.

    GB18030 contains GBK and GB2312. Layers of the open project are left alone: their
    encoding is the user's choice, and the note says how to set it.
    """
    if layer is None or not _is_undeclared_shapefile(layer) or not is_garbled(layer):
        return
    project = context.project()
    if project is not None and layer.id() in project.mapLayers():
        notes.add(
            "garbled_text",
            "Text of layer “{layer}” does not decode. Set its encoding to GBK (Layer properties → Source) "
            "and run again, or names in the outputs stay unreadable.",
            layer=layer.name(),
        )
        return
    layer.setProviderEncoding(CHINESE)
    notes.add(
        "read_as_gbk",
        "Shapefile “{layer}” does not state its encoding; it was read as GBK (GB18030).",
        warning=False,
        layer=layer.name(),
    )


def _is_undeclared_shapefile(layer: QgsVectorLayer) -> bool:
    path = Path(layer.source().split("|")[0])
    return path.suffix.lower() == ".shp" and not any(
        path.with_suffix(end).exists() for end in (".cpg", ".CPG")
    )


def is_garbled(layer: QgsVectorLayer) -> bool:
    """Whether field names or the first texts of a layer hold what a decoder puts for undecodable bytes."""
    if any(REPLACEMENT in name for name in layer.fields().names()):
        return True
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    return any(
        isinstance(value, str) and REPLACEMENT in value
        for feature in islice(layer.getFeatures(request), SAMPLE)
        for value in feature.attributes()
    )
