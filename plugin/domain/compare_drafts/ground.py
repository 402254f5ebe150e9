# SPDX-License-Identifier: GPL-2.0-or-later
"""The common ground of two drafts, piece by piece, and what only one of them plans."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from ..coverage import check_coverage
from ..geometry import CHUNK
from ..overlay import Overlay, difference_from_union
from ..overlay.outside import ROUNDING_M2
from ..plancheck import PlanDraft
from ..plancheck.cells import NOWHERE, Splitter
from ..progress import Progress, part

Rows = npt.NDArray[np.intp]
Geometries = npt.NDArray[np.object_]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


def split_ground(a: PlanDraft, b: PlanDraft, splitter: Splitter, progress: Progress) -> pd.DataFrame:
    """All pieces of ground of two drafts in one plane.

    Columns ``a`` and ``b`` (row of the parcel, or ``NOWHERE``), ``measured_m2`` and
    ``geometry``; sorted by ``a``, then ``b``. Where a draft overlaps itself its ground is listed
    for every parcel.
    """
    doubled_a = _overlapping(a, splitter, part(progress, 0.0, 0.1))
    doubled_b = _overlapping(b, splitter, part(progress, 0.1, 0.2))
    equal_a, equal_b, rest_a, rest_b = _paired_by_shape(a, b, doubled_a, doubled_b)
    first = _Side(a.geometry[rest_a], a.measured_m2[rest_a], np.isin(rest_a, doubled_a))
    second = _Side(b.geometry[rest_b], b.measured_m2[rest_b], np.isin(rest_b, doubled_b))
    pairs = splitter.overlay(first.geometry, first.area_m2, second.geometry, part(progress, 0.2, 0.7))
    row_a, only_a = _outside(first, second, pairs, splitter, part(progress, 0.7, 0.8))
    row_b, only_b = _outside(second, first, _turned(pairs), splitter, part(progress, 0.8, 0.9))
    blocks = (
        (equal_a, equal_b, a.geometry[equal_a]),
        (rest_a[pairs.left], rest_b[pairs.right], pairs.geometry),
        (rest_a[row_a], np.full(len(row_a), NOWHERE), only_a),
        (np.full(len(row_b), NOWHERE), rest_b[row_b], only_b),
    )
    columns = (np.concatenate(found) for found in zip(*blocks))
    table = pd.DataFrame(dict(zip(("a", "b", "geometry"), columns)))
    table = table[~shapely.is_missing(table["geometry"].to_numpy(dtype=object))]
    table["measured_m2"] = _measured(
        table["geometry"].to_numpy(dtype=object), splitter, part(progress, 0.9, 1.0)
    )
    table = table[table["measured_m2"] > ROUNDING_M2]
    return table.sort_values(["a", "b"], kind="stable").reset_index(drop=True)


@dataclass(frozen=True)
class _Side:
    """Parcels of one draft with their measured areas, and whether others of the draft lie on them, too."""

    geometry: Geometries
    area_m2: Floats
    doubled: Flags


def _overlapping(plan: PlanDraft, splitter: Splitter, progress: Progress) -> Rows:
    """Rows of the parcels that overlap another one of their draft."""
    extent = np.array([shapely.box(*shapely.total_bounds(plan.geometry))], dtype=object)
    found = check_coverage(
        plan.geometry, extent, measure=splitter.measure, progress=progress, threads=splitter.threads
    )
    return np.union1d(found.first, found.second)


def _paired_by_shape(
    a: PlanDraft, b: PlanDraft, doubled_a: Rows, doubled_b: Rows
) -> tuple[Rows, Rows, Rows, Rows]:
    """Rows of A and B that have the very same shape, and all other filled rows of A and of B.

    Two drafts of one plan share most of their parcels: these need no overlay, unless
    another parcel of a draft lies on the same ground.
    """
    forms_a, forms_b = (shapely.to_wkb(plan.geometry) for plan in (a, b))
    equal_a, equal_b = _equal_rows(forms_a, forms_b)
    alone = ~(np.isin(equal_a, doubled_a) | np.isin(equal_b, doubled_b))
    equal_a, equal_b = equal_a[alone], equal_b[alone]
    return equal_a, equal_b, _rest(forms_a, equal_a), _rest(forms_b, equal_b)


def _equal_rows(forms_a: Geometries, forms_b: Geometries) -> tuple[Rows, Rows]:
    """Rows of parcels with the same coordinates (as WKB, None = no geometry), each paired once."""
    waiting: dict[bytes, list[int]] = {}
    for row, form in enumerate(forms_b):
        waiting.setdefault(form, []).append(row)
    found = [
        (row, waiting[form].pop(0))
        for row, form in enumerate(forms_a)
        if form is not None and waiting.get(form)
    ]
    pairs = np.array(found, dtype=np.intp).reshape(-1, 2)
    return pairs[:, 0], pairs[:, 1]


def _rest(forms: Geometries, without: Rows) -> Rows:
    """All other filled rows, in an order that is that of the shapes and not of the layer."""
    filled = [row for row, form in enumerate(forms) if form is not None]
    rest = sorted(set(filled) - set(without.tolist()), key=lambda row: bytes(forms[row]))
    return np.array(rest, dtype=np.intp)


def _outside(
    own: _Side, other: _Side, pairs: Overlay, splitter: Splitter, progress: Progress
) -> tuple[Rows, Geometries]:
    """The parcels that the other draft does not wholly cover, and what it leaves of them."""
    found = np.bincount(pairs.left, weights=pairs.area_m2, minlength=len(own.area_m2))
    # Where areas add up there is no gap, unless the other draft counts some ground twice.
    doubtful = np.zeros(len(own.area_m2), dtype=bool)
    doubtful[pairs.left[other.doubled[pairs.right]]] = True
    uneven = np.abs(found - own.area_m2) > ROUNDING_M2 + 1e-9 * own.area_m2
    rows = np.flatnonzero(uneven | doubtful)
    rest = difference_from_union(
        own.geometry, other.geometry, pairs, rows, progress=progress, threads=splitter.threads
    )
    return rows, rest


def _measured(geometry: Geometries, splitter: Splitter, progress: Progress) -> Floats:
    areas = np.zeros(len(geometry))
    for start in range(0, len(geometry), CHUNK):
        progress(start / len(geometry))
        areas[start : start + CHUNK] = splitter.measure(geometry[start : start + CHUNK])
    return areas


def _turned(pairs: Overlay) -> Overlay:
    """The same pairs seen from the other side."""
    order = np.lexsort((pairs.left, pairs.right))
    return Overlay(
        left=pairs.right[order],
        right=pairs.left[order],
        geometry=pairs.geometry[order],
        area_m2=pairs.area_m2[order],
        covered=np.zeros(len(order), dtype=bool),
    )
