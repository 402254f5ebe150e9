# SPDX-License-Identifier: GPL-2.0-or-later
"""From which present use to which planned use the ground goes."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely

from ..errors import ConservationError
from ..geometry import CHUNK, Floats, Geometries, Rows
from ..overlay import difference_from_union, overlay
from ..overlay.outside import ROUNDING_M2
from ..progress import Progress, part, silent
from ..units import M2_PER_HA
from .ground import CONSERVATION_LIMIT, NOWHERE, Ground
from .layers import Measuring


@dataclass(frozen=True)
class Transitions:
    """Ground of the plan by present use; one row for each piece of the plan × parcel of the base.

    ``piece`` is the row of the plan's ``Ground``, ``base`` the parcel of the base (``NOWHERE``
    = no base there); ``area_m2`` follows the plan's area rule. Rows are sorted and add up to
    the pieces within ``CONSERVATION_LIMIT``. ``alike`` counts the pieces whose geometry is
    that of a base parcel, which needed no overlay.
    """

    piece: Rows
    base: Rows
    geometry: Geometries
    area_m2: Floats
    alike: int


def find_transitions(
    plan: Ground, base_geometry: Geometries, how: Measuring, progress: Progress = silent
) -> Transitions:
    """Overlay the pieces of a plan with base parcels that do not overlap one another.

    Pieces with the very geometry of a base parcel are matched by it. Raises
    ``ConservationError`` when the rows do not add up to the plan within 1e-6.
    """
    match = _equal_geometries(plan.geometry, base_geometry, part(progress, 0.0, 0.2))
    alike = np.flatnonzero(match != NOWHERE)
    rest = np.flatnonzero(match == NOWHERE)
    piece, base, shapes, measured = _overlay_rest(plan, rest, base_geometry, how, part(progress, 0.2, 1.0))
    piece = np.concatenate((alike, piece))
    base = np.concatenate((match[alike], base))
    shapes = np.concatenate((plan.geometry[alike], shapes))
    measured = np.concatenate((plan.measured_m2[alike], measured))
    order = np.lexsort((base, piece))
    piece, base, shapes, measured = piece[order], base[order], shapes[order], measured[order]
    book = np.zeros(len(plan.parcel))
    np.divide(plan.area_m2, plan.measured_m2, out=book, where=plan.measured_m2 > 0.0)
    area = measured * book[piece]
    whole = math.fsum(plan.area_m2)
    if abs(math.fsum(area) - whole) > CONSERVATION_LIMIT * whole:
        raise ConservationError(
            "Present and planned use together cover {parts_ha:.6f} ha, but the plan has {whole_ha:.6f} ha. "
            "Repair the geometries of the plan and of BASE_PLAN and run again.",
            parts_ha=math.fsum(area) / M2_PER_HA,
            whole_ha=whole / M2_PER_HA,
        )
    return Transitions(piece, base, shapes, area, len(alike))


def _equal_geometries(left: Geometries, right: Geometries, progress: Progress) -> Rows:
    """Row of a geometry of ``right`` with the same rings as each of ``left``, or ``NOWHERE``."""
    forms: dict[bytes, int] = {}
    for row, form in enumerate(_forms(right, part(progress, 0.0, 0.5))):
        if form:
            forms.setdefault(form, row)
    found = [forms.get(form, NOWHERE) for form in _forms(left, part(progress, 0.5, 1.0))]
    return np.array(found, dtype=np.intp)


def _forms(geoms: Geometries, progress: Progress) -> Iterator[bytes]:
    """The rings of each geometry in one order and direction, as bytes; b"" where there is none."""
    for start in range(0, len(geoms), CHUNK):
        progress(start / len(geoms))
        for form in shapely.to_wkb(shapely.normalize(geoms[start : start + CHUNK])):
            yield form or b""


def _overlay_rest(
    plan: Ground, rest: Rows, base_geometry: Geometries, how: Measuring, progress: Progress
) -> tuple[Rows, Rows, Geometries, Floats]:
    near = _near(plan.geometry[rest], base_geometry)
    left, right = plan.geometry[rest], base_geometry[near]
    pairs = overlay(
        left,
        right,
        measure=how.areas_m2,
        left_area_m2=plan.measured_m2[rest],
        keep_geometry=True,
        progress=part(progress, 0.0, 0.8),
        threads=how.threads,
    )
    met = np.bincount(pairs.left, weights=pairs.area_m2, minlength=len(rest))
    short = np.flatnonzero(plan.measured_m2[rest] - met > ROUNDING_M2)
    gaps = difference_from_union(
        left, right, pairs, short, progress=part(progress, 0.8, 1.0), threads=how.threads
    )
    bare = ~shapely.is_missing(gaps)
    return (
        rest[np.concatenate((pairs.left, short[bare]))],
        np.concatenate((near[pairs.right], np.full(int(bare.sum()), NOWHERE, dtype=np.intp))),
        np.concatenate((pairs.geometry, gaps[bare])),
        np.concatenate((pairs.area_m2, how.areas_m2(gaps[bare]))),
    )


def _near(left: Geometries, right: Geometries) -> Rows:
    """Rows of ``right`` whose boxes meet one of ``left``: the others need not be split."""
    if len(left) == 0:
        return np.empty(0, dtype=np.intp)
    _, rows = shapely.STRtree(right).query(left)
    return np.asarray(np.unique(rows), dtype=np.intp)
