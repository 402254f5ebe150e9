# SPDX-License-Identifier: GPL-2.0-or-later
"""Geometries as GeoPackage stores them: a header with envelope before the WKB (OGC 12-128r18, 2.1.3)."""

from __future__ import annotations

import sqlite3
import struct

import numpy as np
import numpy.typing as npt
import shapely

Geometries = npt.NDArray[np.object_]

#: Magic "GP", version 0, flags: little-endian, envelope [min x, max x, min y, max y], not empty.
_START = b"GP\x00\x03"
_HEADER = struct.Struct("<i4d")
_ENVELOPE_OFFSET = 8


def to_blobs(geoms: Geometries, srs_id: int) -> list[bytes | None]:
    """(Multi)polygons as GeoPackage blobs of multipolygons; None stays None."""
    many = np.full(len(geoms), None, dtype=object)
    known = np.flatnonzero(~shapely.is_missing(geoms))
    parts, owner = shapely.get_parts(geoms[known], return_index=True)
    many[known] = shapely.multipolygons(parts, indices=owner) if len(known) else many[known]
    forms = shapely.to_wkb(many, byte_order=1)
    bounds = shapely.bounds(many)[:, [0, 2, 1, 3]]
    return [
        None if form is None else _START + _HEADER.pack(srs_id, *box) + form
        for form, box in zip(forms, bounds.tolist())
    ]


def from_blobs(blobs: list[bytes | None]) -> Geometries:
    """The geometries of blobs that ``to_blobs`` or another program wrote."""
    forms = [None if blob is None else blob[_wkb_offset(blob) :] for blob in blobs]
    return np.asarray(shapely.from_wkb(np.array(forms, dtype=object)), dtype=object)


def teach_envelopes(connection: sqlite3.Connection) -> None:
    """Give a connection the functions that the triggers of a spatial index call.

    QGIS can add such an index to any table; without these functions every later write
    would fail.
    """
    for number, name in enumerate(("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY")):
        connection.create_function(name, 1, _Edge(number), deterministic=True)
    connection.create_function("ST_IsEmpty", 1, _is_empty, deterministic=True)


class _Edge:
    """One number of the envelope of a blob."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __call__(self, blob: bytes | None) -> float | None:
        if blob is None or _is_empty(blob):
            return None
        if (blob[3] >> 1) & 7:
            order = "<" if blob[3] & 1 else ">"
            return float(struct.unpack_from(f"{order}4d", blob, _ENVELOPE_OFFSET)[self.number])
        min_x, min_y, max_x, max_y = shapely.bounds(shapely.from_wkb(blob[_wkb_offset(blob) :]))
        return float((min_x, max_x, min_y, max_y)[self.number])


def _is_empty(blob: bytes | None) -> int | None:
    return None if blob is None else (blob[3] >> 4) & 1


def _wkb_offset(blob: bytes) -> int:
    return _ENVELOPE_OFFSET + (0, 32, 48, 48, 64)[(blob[3] >> 1) & 7]
