# SPDX-License-Identifier: GPL-2.0-or-later
"""Shapefiles in another encoding than the one that they state, or that state none."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

from qgis.core import QgsFeatureRequest, QgsProcessingContext, QgsVectorLayer

from ..domain.notes import NoteBook
from .sources import is_of_project

#: What a decoder puts where bytes are not text of the assumed encoding.
REPLACEMENT = "\ufffd"
CHINESE, UTF_8 = "GB18030", "UTF-8"
SAMPLE = 200
#: Up to this share of the characters beyond ASCII unread, a text is in UTF-8 (of GBK, nine in ten are).
CUT_SHARE = 0.25


def heal_encoding(layer: QgsVectorLayer | None, context: QgsProcessingContext, notes: NoteBook) -> None:
    """Read a shapefile whose text does not decode in the encoding in which most of it does.

    Tried are GB18030, which contains GBK and GB2312, and UTF-8. Layers of the open project are
    left alone: their encoding is the user's choice, and the note says how to set it.
    """
    if layer is None or not _is_shapefile(layer) or not (unread := count_garbled(layer)):
        return
    encoding = None if is_of_project(layer, context) else _better_encoding(layer, unread)
    if encoding is None:
        notes.add(
            "garbled_text",
            "Text of layer “{layer}” does not decode. Set its encoding to GBK (Layer properties → Source) "
            "and run again, or names in the outputs stay unreadable.",
            layer=layer.name(),
        )
    elif encoding == CHINESE and not _states_encoding(layer):
        notes.add(
            "read_as_gbk",
            "Shapefile “{layer}” does not state its encoding; it was read as GBK (GB18030).",
            warning=False,
            layer=layer.name(),
        )
    else:
        notes.add(
            "encoding_corrected",
            "Text of shapefile “{layer}” is not in the encoding that the file states; it was read as "
            "{encoding}. Correct its .cpg file.",
            layer=layer.name(),
            encoding=encoding,
        )


def _better_encoding(layer: QgsVectorLayer, unread: int) -> str | None:
    """Set the encoding in which less of the text is unread than now; None where there is none."""
    stated, counts = layer.dataProvider().encoding(), {}
    # GB18030 decodes much of what is UTF-8, but not the other way round.
    for encoding in (UTF_8, CHINESE):
        layer.setProviderEncoding(encoding)
        counts[encoding] = count_garbled(layer)
    best = min(counts, key=lambda encoding: counts[encoding])
    better = counts[best] < unread
    layer.setProviderEncoding(best if better else stated)
    return best if better else None


def _is_shapefile(layer: QgsVectorLayer) -> bool:
    return _file_of(layer).suffix.lower() == ".shp"


def _states_encoding(layer: QgsVectorLayer) -> bool:
    return any(_file_of(layer).with_suffix(end).exists() for end in (".cpg", ".CPG"))


def _file_of(layer: QgsVectorLayer) -> Path:
    return Path(layer.source().split("|")[0])


def count_garbled(layer: QgsVectorLayer) -> int:
    """How many characters a decoder put for undecodable bytes in the field names and the first texts.

    None where only a few of a layer in UTF-8 are: its texts were cut at the width of their field, in the
    middle of a character.
    """
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    values = (
        value for feature in islice(layer.getFeatures(request), SAMPLE) for value in feature.attributes()
    )
    texts = [*layer.fields().names(), *(value for value in values if isinstance(value, str))]
    unread = sum(text.count(REPLACEMENT) for text in texts)
    beyond_ascii = sum(not sign.isascii() for text in texts for sign in text)
    is_cut = layer.dataProvider().encoding() == UTF_8 and unread <= CUT_SHARE * beyond_ascii
    return 0 if is_cut else unread
