# SPDX-License-Identifier: GPL-2.0-or-later
"""Ground counted once: of features that overlap, the first in a fixed order keeps it."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import shapely

from ..coverage import OVERLAP_NOISE_M2, check_coverage
from ..geometry import Floats, Geometries, Rows, polygonal_parts
from ..notes import NoteBook
from ..overlay.outside import ROUNDING_M2
from ..overlay.pairs import left_items, unite_parts
from ..overlay.split import MAX_PIECE_VERTICES, explode, split_polygons
from ..progress import Progress, part, silent
from ..set_operations import subtract_in_turn, turns_by_place
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
    claims = [
        sorted(pair, key=rank.__getitem__)
        for pair in zip(coverage.first[large].tolist(), coverage.second[large].tolist())
    ]
    keeper, loser = np.array(claims, dtype=np.intp).reshape(-1, 2).T
    once, areas = geometry.copy(), measured_m2.copy()
    cut = np.unique(loser)
    once[cut] = _rests(geometry, cut, keeper, loser, part(progress, 0.9, 1.0))
    areas[cut] = how.areas_m2(once[cut])
    lost_m2 = measured_m2[cut] - areas[cut]
    if len(cut):
        notes.add(
            "counted_once",
            "Layer “{layer}”: features that overlap others: {count}. Their common {area_ha:.4f} ha count "
            "once, for the feature that comes first by id. Remove the overlaps from the layer.",
            count=len(cut),
            area_ha=math.fsum(lost_m2) / M2_PER_HA,
            ids=ids[cut],
            layer=layer,
        )
    return Once(once, areas, cut)


def _ranks(ids: Texts, geometry: Geometries, rows: Rows) -> dict[int, tuple[str, bytes]]:
    return {int(row): (str(ids[row]), shapely.to_wkb(geometry[row])) for row in rows}


def _rests(geometry: Geometries, cut: Rows, keeper: Rows, loser: Rows, progress: Progress) -> Geometries:
    """What each of the rows ``cut`` keeps where others (``keeper`` of each ``loser``) take their ground.

    Whoever keeps is split once into pieces, and a loser meets only the pieces near it:
    ragged edges along a giant forest are thousands of such pairs.
    """
    keepers = np.unique(keeper)
    pieces = split_polygons(geometry[keepers], MAX_PIECE_VERTICES, part(progress, 0.0, 0.5))
    items = left_items(geometry[cut])
    remains = items.geometry.copy()
    item, piece = shapely.STRtree(pieces.geometry).query(remains)
    claims = np.searchsorted(cut, loser) * len(keepers) + np.searchsorted(keepers, keeper)
    claimed = np.isin(items.parent[item] * len(keepers) + pieces.parent[piece], claims)
    item, piece = item[claimed], piece[claimed]
    item, piece = turns_by_place(item, piece, pieces.geometry)
    subtract_in_turn(remains, pieces.geometry, item, piece, part(progress, 0.5, 1.0))
    parts = explode(polygonal_parts(remains))
    kept = shapely.area(parts.geometry) > ROUNDING_M2
    owners, group = np.unique(items.parent[parts.parent[kept]], return_inverse=True)
    rests = np.full(len(cut), None, dtype=object)
    rests[owners] = unite_parts(parts.geometry[kept], group, len(owners))
    return rests
