# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether all features that a file announces could be read: QGIS ends a broken read like a complete one."""

from __future__ import annotations

import struct
from pathlib import Path

import numpy as np

from ..domain.errors import InputError
from .vector_inputs import VectorInput

#: Where the head of a dBASE table holds the sizes of head and record, and what marks a deleted record.
_SIZES, _DELETED = slice(8, 12), ord("*")


def refuse_partly_read(given: VectorInput, read: int) -> None:
    """Raise ``InputError`` when fewer features of a file were read than it announces.

    Other sources than files may announce estimates; records of a shapefile that are only marked
    as deleted are announced, but rightly not read.
    """
    layer = given.layer
    if layer is None or layer.providerType() != "ogr":
        return
    announced = int(given.source.featureCount())
    if read < announced and announced - read != _marked_as_deleted(layer.source()):
        raise InputError(
            "Only {read} of the {count} features of layer “{layer}” can be read: its file is damaged, cut "
            "off or out of reach. Repair it, or export the layer to a new file and use that.",
            read=read,
            count=announced,
            layer=given.name,
        )


def _marked_as_deleted(source: str) -> int:
    table = Path(source.split("|")[0]).with_suffix(".dbf")
    if not table.is_file():
        return 0
    with table.open("rb") as stream:
        sizes = stream.read(_SIZES.stop)[_SIZES]
    head, width = struct.unpack("<HH", sizes) if len(sizes) == struct.calcsize("<HH") else (0, 0)
    if width == 0 or table.stat().st_size <= head:
        return 0
    marks = np.memmap(table, dtype=np.uint8, mode="r")[head::width]
    return int(np.count_nonzero(marks == _DELETED))
