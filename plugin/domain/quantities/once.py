# SPDX-License-Identifier: GPL-2.0-or-later
"""Ground counted once: of features that overlap, the first in a fixed order keeps it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import shapely

from ..coverage import OVERLAP_NOISE_M2, check_coverage
from ..geometry import Floats, Geometries, Rows
from ..notes import NoteBook
from ..overlay import difference_from_union, overlay
from ..progress import Progress, part, silent
from ..units import M2_PER_HA
from .layers import Measuring, Texts, extent_of


@dataclass(frozen=True)
class Once:
    """Geometries without overlaps, with what each keeps; ``measured_m2`` is measured anew where cut."""

    geometry: Geometries
    measured_m2: Floats
    cut: Rows


def count_once(
    geometry: Geometries,
    measured_m2: Floats,
    ids: Texts,
    layer: str,
    how: Measuring,
    notes: NoteBook,
    progress: Progress = silent,
) -> Once:
    """Take ground that several features claim away from all but the first of them by id and shape.

    Overlaps up to ``OVERLAP_NOISE_M2`` stay; the others are noted with their area.
    """
    if not np.any(measured_m2 > 0.0):
        return Once(geometry, measured_m2, np.empty(0, dtype=np.intp))
    coverage = check_coverage(
        geometry,
        extent_of(geometry),
        measure=how.areas_m2,
        progress=part(progress, 0.0, 0.9),
        threads=how.threads,
    )
    large = coverage.shared_m2 > OVERLAP_NOISE_M2
    rank = _ranks(ids, geometry, np.union1d(coverage.first[large], coverage.second[large]))
    earlier: dict[int, list[int]] = {}
    for first, second in zip(coverage.first[large].tolist(), coverage.second[large].tolist()):
        keeper, loser = sorted((first, second), key=rank.__getitem__)
        earlier.setdefault(loser, []).append(keeper)
    once, areas = geometry.copy(), measured_m2.copy()
    cut = np.array(sorted(earlier), dtype=np.intp)
    for number, row in enumerate(cut):
        progress(0.9 + 0.1 * number / len(cut))
        once[row] = _rest_of(geometry, measured_m2, int(row), sorted(earlier[int(row)]), how)
    areas[cut] = how.areas_m2(once[cut])
    lost_m2 = measured_m2[cut] - areas[cut]
    if len(cut):
        notes.add(
            "counted_once",
            "{count} features of layer “{layer}” overlap others; their common {area_ha:.4f} ha count once, "
            "for the feature that comes first by id. Remove the overlaps from the layer.",
            count=len(cut),
            area_ha=math.fsum(lost_m2) / M2_PER_HA,
            ids=ids[cut],
            layer=layer,
        )
    return Once(once, areas, cut)


def _ranks(ids: Texts, geometry: Geometries, rows: Rows) -> dict[int, tuple[str, bytes]]:
    return {int(row): (str(ids[row]), shapely.to_wkb(geometry[row])) for row in rows}


def _rest_of(
    geometry: Geometries, measured_m2: Floats, row: int, others: list[int], how: Measuring
) -> object:
    left, right = geometry[[row]], geometry[others]
    pairs = overlay(
        left,
        right,
        measure=how.areas_m2,
        left_area_m2=measured_m2[[row]],
        keep_geometry=False,
        threads=how.threads,
    )
    only = np.zeros(1, dtype=np.intp)
    (rest,) = difference_from_union(left, right, pairs, only, threads=how.threads)
    return rest
