# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers laid out on the statistical units: every parcel in pieces, one for each unit and one outside."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import shapely

from ..errors import ConservationError
from ..geometry import Floats, Geometries, Rows
from ..notes import NoteBook
from ..overlay import difference_from_union, overlay
from ..overlay.pairs import RightSide
from ..progress import Progress, part, silent
from ..units import M2_PER_HA
from .layers import Measuring, Texts
from .once import count_once

#: In place of the row of a unit: outside all of them.
NOWHERE = -1
#: Pieces that miss no more than this share of their parcel are all of it.
WHOLE_TOLERANCE = 1e-7
#: Largest part of a layer's area that may get lost or counted twice.
CONSERVATION_LIMIT = 1e-6


@dataclass(frozen=True)
class Ground:
    """The pieces of a layer, sorted by ``parcel`` and ``unit`` (``NOWHERE`` = outside every unit).

    ``area_m2`` is the piece's share of the parcel's area by the area rule, ``measured_m2``
    what was measured; ``parcel_m2`` is what each parcel of the layer keeps by the area rule,
    ``whole`` the parcels without the ground that others keep.
    ``twice_m2`` is ground that overlapping parcels claim again, which no piece holds:
    Σ ``area_m2`` + ``twice_m2`` = area of the layer up to ``residual_m2``.
    """

    parcel: Rows
    unit: Rows
    geometry: Geometries
    area_m2: Floats
    measured_m2: Floats
    parcel_m2: Floats
    whole: Geometries
    twice_m2: float
    residual_m2: float


def lay_out(
    geometry: Geometries,
    area_m2: Floats,
    measured_m2: Floats,
    ids: Texts,
    layer: str,
    units: Geometries | None,
    how: Measuring,
    notes: NoteBook,
    progress: Progress = silent,
    side: RightSide | None = None,
) -> Ground:
    """Cut a layer by units that do not overlap; ground that parcels share counts once.

    ``side`` are the units made ready, where that pays.

    Raises ``ConservationError`` when the pieces do not add up to the layer within 1e-6.
    """
    measured_m2 = np.nan_to_num(measured_m2)
    once = count_once(geometry, measured_m2, ids, layer, how, notes, part(progress, 0.0, 0.5))
    book = np.zeros(len(measured_m2))
    np.divide(np.nan_to_num(area_m2), measured_m2, out=book, where=measured_m2 > 0.0)
    parcel, unit, shapes, pieces_m2 = _pieces(once.geometry, once.measured_m2, units, how, progress, side)
    order = np.lexsort((unit, parcel))
    parcel, unit, shapes, pieces_m2 = parcel[order], unit[order], shapes[order], pieces_m2[order]
    kept = np.nan_to_num(area_m2)
    kept[once.cut] = once.measured_m2[once.cut] * book[once.cut]
    twice = np.nan_to_num(area_m2) - kept
    booked = kept[parcel] * _shares(parcel, pieces_m2, once.measured_m2)
    whole = math.fsum(np.nan_to_num(area_m2))
    residual = whole - math.fsum(booked) - math.fsum(twice)
    if abs(residual) > CONSERVATION_LIMIT * whole:
        raise ConservationError(
            "The parts of layer “{layer}” by unit add up to {parts_ha:.6f} ha, but the layer has "
            "{whole_ha:.6f} ha. Repair its geometries and those of the units and run again.",
            layer=layer,
            parts_ha=(whole - residual) / M2_PER_HA,
            whole_ha=whole / M2_PER_HA,
        )
    return Ground(parcel, unit, shapes, booked, pieces_m2, kept, once.geometry, math.fsum(twice), residual)


def _pieces(
    geometry: Geometries,
    measured_m2: Floats,
    units: Geometries | None,
    how: Measuring,
    progress: Progress,
    side: RightSide | None,
) -> tuple[Rows, Rows, Geometries, Floats]:
    if units is None:
        rows = np.flatnonzero(~shapely.is_missing(geometry))
        return rows, np.full(len(rows), NOWHERE, dtype=np.intp), geometry[rows], measured_m2[rows]
    pairs = overlay(
        geometry,
        units,
        measure=how.areas_m2,
        left_area_m2=measured_m2,
        keep_geometry=True,
        progress=part(progress, 0.5, 0.9),
        threads=how.threads,
        side=side,
    )
    settled = np.zeros(len(geometry), dtype=bool)
    settled[pairs.left[pairs.covered]] = True
    loose = np.flatnonzero(~settled & ~shapely.is_missing(geometry))
    rest = difference_from_union(
        geometry, units, pairs, loose, progress=part(progress, 0.9, 1.0), threads=how.threads
    )
    bare = ~shapely.is_missing(rest)
    outside = np.full(int(bare.sum()), NOWHERE, dtype=np.intp)
    return (
        np.concatenate((pairs.left, loose[bare])),
        np.concatenate((pairs.right, outside)),
        np.concatenate((pairs.geometry, rest[bare])),
        np.concatenate((pairs.area_m2, how.areas_m2(rest[bare]))),
    )


def _shares(parcel: Rows, pieces_m2: Floats, measured_m2: Floats) -> Floats:
    """Share of each piece in its parcel; pieces that are all of it share all, whatever the cuts round."""
    total = sum_by(pieces_m2, parcel, len(measured_m2))
    whole = np.abs(total - measured_m2) <= WHOLE_TOLERANCE * measured_m2
    base = np.where(whole, total, measured_m2)[parcel]
    share = np.zeros(len(parcel))
    np.divide(pieces_m2, base, out=share, where=base > 0.0)
    return share


def sum_by(values: Floats, group: Rows, count: int) -> Floats:
    """Exactly rounded sum of the values of each group 0 … count−1; rows of other groups are left out."""
    inside = (group >= 0) & (group < count)
    values, group = values[inside], group[inside]
    order = np.argsort(group, kind="stable")
    ends = np.searchsorted(group[order], np.arange(count + 1))
    ordered = values[order]
    sums = [math.fsum(ordered[a:b].tolist()) for a, b in zip(ends[:-1], ends[1:])]
    return np.array(sums, dtype=np.float64)
