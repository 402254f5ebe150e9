# SPDX-License-Identifier: GPL-2.0-or-later
"""The ground of two dates, piece by piece: which parcel lay there at the first, which at the second."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt
import shapely

from ..errors import ConservationError
from ..geometry import Floats, Geometries, Rows
from ..notes import NoteBook
from ..overlay import Overlay, difference_from_union
from ..overlay.outside import ROUNDING_M2
from ..progress import Progress, part, silent
from ..quantities import Measuring
from ..quantities.ground import CONSERVATION_LIMIT, Ground, lay_out
from ..quantities.ground import NOWHERE as NOWHERE
from ..quantities.transitions import Transitions as Shared
from ..quantities.transitions import find_transitions
from ..tabulate_notes import OUTSIDE_NOISE_M2
from ..units import M2_PER_HA
from .spikes import without_spikes

Texts = npt.NDArray[np.object_]


@dataclass(frozen=True)
class DatedLand:
    """Land-use parcels of one date in plane coordinates.

    ``carbon_class`` is None where the code is left out; ``area_m2`` follows the area rule,
    ``measured_m2`` is measured, and parts of a parcel share the first by the second.
    ``ridge_share`` is the share of each parcel that the survey deducts as field ridges (KCMJ).
    """

    geometry: Geometries
    carbon_class: Texts
    ids: Texts
    area_m2: Floats
    measured_m2: Floats
    layer: str
    ridge_share: Floats | None = None


@dataclass(frozen=True)
class Pieces:
    """Ground cut by the parcels of two dates, in an order that is that of the shapes.

    ``before`` and ``after`` are rows of the two layers (``NOWHERE`` = that layer has nothing there);
    ``area_m2`` follows the area rule of the first date, of the second where there is only that;
    ``alike`` counts the pieces that are whole parcels of both dates and needed no overlay.
    """

    before: Rows
    after: Rows
    geometry: Geometries = field(repr=False)
    area_m2: Floats
    measured_m2: Floats
    alike: int


def split_dates(
    before: DatedLand, after: DatedLand, how: Measuring, notes: NoteBook, progress: Progress = silent
) -> Pieces:
    """Cut two layers of one plane by one another; ground that a layer claims twice counts once in it.

    Parcels with the very geometry of one of the other date are matched by it. The pieces of a
    parcel share its area by measured proportion. Raises ``ConservationError`` when the pieces
    do not add up to a layer within 1e-6.
    """
    # By shape, since the order of the features must not move a single digit.
    rows_before, rows_after = (_by_shape(land) for land in (before, after))
    first = _once(before, rows_before, how, notes, part(progress, 0.0, 0.35))
    second = _once(after, rows_after, how, notes, part(progress, 0.35, 0.7))
    shared = _find_shared(before.layer, after.layer, first, second, how, part(progress, 0.7, 0.95))
    rows, rest = _only_after(first, second, shared, how, part(progress, 0.95, 1.0))
    rest_m2 = how.areas_m2(rest)
    _check_second(after, second, shared, rest_m2)
    none = np.full(len(rows), NOWHERE, dtype=np.intp)
    pieces = Pieces(
        before=np.append(rows_before, NOWHERE)[np.concatenate((first.parcel[shared.piece], none))],
        after=np.append(rows_after, NOWHERE)[np.concatenate((shared.base, rows))],
        geometry=np.concatenate((shared.geometry, rest)),
        area_m2=np.concatenate((_booked_m2(first, shared), rest_m2 * _scale(second)[rows])),
        measured_m2=np.concatenate((shared.area_m2, rest_m2)),
        alike=shared.alike,
    )
    _note_beyond(before, after.layer, pieces, pieces.before, pieces.after, notes)
    _note_beyond(after, before.layer, pieces, pieces.after, pieces.before, notes)
    return pieces


def _by_shape(land: DatedLand) -> Rows:
    """Rows of the layer in the order of the shapes, and of the ids where two are alike."""
    box = shapely.bounds(land.geometry)
    order = np.asarray(np.lexsort(box.T), dtype=np.intp)
    new = np.append(True, (box[order[1:]] != box[order[:-1]]).any(axis=1))
    starts = np.flatnonzero(new)
    sizes = np.diff(np.append(starts, len(order)))
    for start, size in zip(starts[sizes > 1], sizes[sizes > 1]):
        alike = order[start : start + size]
        keys = [(shapely.to_wkb(land.geometry[row]), str(land.ids[row])) for row in alike]
        order[start : start + size] = alike[sorted(range(size), key=keys.__getitem__)]
    return order


def _note_beyond(land: DatedLand, other: str, pieces: Pieces, own: Rows, met: Rows, notes: NoteBook) -> None:
    """Note the parcels of a date that reach beyond the layer of the other date."""
    alone = met == NOWHERE
    beyond_m2 = np.bincount(own[alone], weights=pieces.area_m2[alone], minlength=len(land.ids))
    rows = np.flatnonzero(beyond_m2 > OUTSIDE_NOISE_M2)
    if len(rows):
        notes.add(
            "beyond_other_date",
            "Layer “{layer}”: features that reach beyond those of layer “{other}”: {count}, by {area_ha:.4f} "
            "ha (in the whole layer, also outside the units).",
            count=len(rows),
            area_ha=math.fsum(beyond_m2[rows]) / M2_PER_HA,
            ids=land.ids[rows],
            warning=False,
            layer=land.layer,
            other=other,
        )


def ids_of_pieces(pieces: Pieces, before: DatedLand, after: DatedLand) -> tuple[Texts, Texts]:
    """Ids of the parcel of each piece at the first and at the second date, None where there is none."""
    first, second = (np.array([*land.ids, None], dtype=object) for land in (before, after))
    return first[pieces.before], second[pieces.after]  # NOWHERE is the last position


def _once(land: DatedLand, rows: Rows, how: Measuring, notes: NoteBook, progress: Progress) -> Ground:
    geometry, ids = land.geometry[rows], land.ids[rows]
    area_m2, measured_m2 = land.area_m2[rows], land.measured_m2[rows]
    once = part(progress, 0.0, 0.9)
    ground = lay_out(geometry, area_m2, measured_m2, ids, land.layer, None, how, notes, once)
    whole = without_spikes(ground.whole, geometry, part(progress, 0.9, 1.0))
    return replace(ground, whole=whole, geometry=whole[ground.parcel])


def _find_shared(
    before: str, after: str, first: Ground, second: Ground, how: Measuring, progress: Progress
) -> Shared:
    """The ground of the first date by the parcels of the second; ``area_m2`` of the result is measured."""
    measured = replace(first, area_m2=first.measured_m2)
    try:
        found = find_transitions(measured, second.whole, how, part(progress, 0.0, 0.9))
    except ConservationError as error:
        raise ConservationError(
            "Layer “{after}” cuts layer “{before}” into parts of {parts_ha:.6f} ha, but it has "
            "{whole_ha:.6f} ha. Repair the geometries of both layers and run again.",
            before=before,
            after=after,
            **error.values,
        ) from error
    # Crumbs of rounding are no ground.
    kept = found.area_m2 > ROUNDING_M2
    piece, shapes = found.piece[kept], found.geometry[kept]
    clean = without_spikes(shapes, first.geometry[piece], part(progress, 0.9, 1.0))
    return Shared(piece, found.base[kept], clean, found.area_m2[kept], found.alike)


def _only_after(
    first: Ground, second: Ground, shared: Shared, how: Measuring, progress: Progress
) -> tuple[Rows, Geometries]:
    """Parcels of the second date (rows of their layer) with the ground that the first has not."""
    met = shared.base != NOWHERE
    count = len(second.whole)
    found_m2 = np.bincount(shared.base[met], weights=shared.area_m2[met], minlength=count)
    kept_m2 = _by_parcel(second, second.measured_m2)
    short = np.flatnonzero(kept_m2 - found_m2 > ROUNDING_M2)
    of_short = met & np.isin(shared.base, short)
    near = np.unique(shared.piece[of_short])
    pairs = Overlay(
        left=np.searchsorted(short, shared.base[of_short]),
        right=np.searchsorted(near, shared.piece[of_short]),
        geometry=shared.geometry[of_short],
        area_m2=shared.area_m2[of_short],
        covered=np.zeros(int(of_short.sum()), dtype=bool),
    )
    rest = difference_from_union(
        second.whole[short],
        first.geometry[near],
        pairs,
        np.arange(len(short)),
        progress=progress,
        threads=how.threads,
    )
    bare = ~shapely.is_missing(rest)
    return short[bare], without_spikes(rest[bare], second.whole[short[bare]])


def _by_parcel(ground: Ground, values: Floats) -> Floats:
    """Values of the pieces of a ground, which are whole parcels here, at the rows of its layer."""
    placed = np.zeros(len(ground.whole))
    placed[ground.parcel] = values
    return placed


def _scale(ground: Ground) -> Floats:
    """Area by the area rule for each measured m² of each parcel of the layer."""
    measured = _by_parcel(ground, ground.measured_m2)
    scale = np.zeros(len(measured))
    np.divide(_by_parcel(ground, ground.area_m2), measured, out=scale, where=measured > 0.0)
    return scale


def _booked_m2(first: Ground, shared: Shared) -> Floats:
    """Area of each part by the area rule: the parts of a parcel share all of its area."""
    total = np.bincount(shared.piece, weights=shared.area_m2, minlength=len(first.area_m2))
    share = np.divide(
        shared.area_m2, total[shared.piece], out=np.zeros(len(shared.piece)), where=shared.area_m2 > 0.0
    )
    return np.asarray(first.area_m2[shared.piece] * share, dtype=np.float64)


def _check_second(after: DatedLand, second: Ground, shared: Shared, rest_m2: Floats) -> None:
    """Refuse where the pieces do not add up to the second date; those of the first were checked."""
    met = shared.base != NOWHERE
    parts_m2 = math.fsum(shared.area_m2[met]) + math.fsum(rest_m2)
    whole_m2 = math.fsum(second.measured_m2)
    if abs(parts_m2 - whole_m2) > CONSERVATION_LIMIT * whole_m2:
        raise ConservationError(
            "The parts of layer “{after}” add up to {parts_ha:.6f} ha, but it has {whole_ha:.6f} ha. Repair "
            "the geometries of both layers and run again.",
            after=after.layer,
            parts_ha=parts_m2 / M2_PER_HA,
            whole_ha=whole_m2 / M2_PER_HA,
        )
