# SPDX-License-Identifier: GPL-2.0-or-later
"""Weights inside source units: floor area, class weights or lights say where people and activity are."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import shapely

from ..areas import WorkPlane
from ..errors import InputError
from ..notes import NoteBook
from ..overlay import overlay
from ..progress import Progress, part, silent
from ..statistical_units import Units
from ..units import M2_PER_HA
from .weights import WeightMatrix, closed, common_ground, matrix_by_area

Floats = npt.NDArray[np.float64]
Objects = npt.NDArray[np.object_]

TOTAL, PER_AREA = "total", "per_ha"
WEIGHT_KINDS = (TOTAL, PER_AREA)


@dataclass(frozen=True)
class Ancillary:
    """Polygons (plane coordinates) with a weight each.

    ``kind``: the weight is a total of the polygon (floor area, employees), which its parts share by
    area, or an intensity per hectare (a class weight, floor-area ratio).
    """

    geometry: Objects
    weight: Floats
    ids: Objects
    layer: str
    kind: str = TOTAL


def dasymetric_weights(
    sources: Units,
    targets: Units,
    ancillary: Ancillary,
    plane: WorkPlane,
    rule: str,
    *,
    notes: NoteBook,
    progress: Progress = silent,
) -> WeightMatrix:
    """Shares Σ_{c∈s∩t} w_c / Σ_{c∈s} w_c (methods.md j 2; Eicher and Brewer 2001).

    A source without any weight is shared out by area, noted. Raises ``InputError`` for weights
    that are negative or missing.
    """
    _refuse_bad_weights(ancillary)
    pairs, area_m2 = common_ground(
        sources, targets, plane, rule, keep_geometry=True, progress=part(progress, 0.0, 0.2)
    )
    matrix = matrix_by_area(sources, targets, pairs, area_m2)
    inside = weight_within(pairs.geometry, ancillary, plane, rule, part(progress, 0.2, 0.6))
    # What a source inside the targets holds is what its parts hold; others are measured as wholes.
    whole = np.bincount(pairs.left, weights=inside, minlength=len(sources.names))
    beyond = matrix.outside() > 0.0
    whole[beyond] = weight_within(sources.geometry[beyond], ancillary, plane, rule, part(progress, 0.6, 1.0))
    bare = whole <= 0.0
    share = np.divide(inside, whole[pairs.left], out=matrix.share.copy(), where=~bare[pairs.left])
    used = np.unique(pairs.left[bare[pairs.left]])
    if len(used):
        notes.add(
            "no_weight",
            "{count} source units hold none of the weights of layer “{layer}” and are shared out by area.",
            count=len(used),
            ids=sources.names[used],
            layer=ancillary.layer,
        )
    return replace(matrix, share=closed(share, pairs.left), by_area=bare)


def weight_within(
    geometry: Objects, ancillary: Ancillary, plane: WorkPlane, rule: str, progress: Progress = silent
) -> Floats:
    """Sum of the weights that lie inside each geometry."""

    def measure(geoms: Objects) -> Floats:
        return plane.measure(geoms, rule)

    area = measure(geometry)
    own = measure(ancillary.geometry)
    pairs = overlay(
        geometry,
        ancillary.geometry,
        measure=measure,
        left_area_m2=area,
        keep_geometry=False,
        progress=progress,
    )
    per_m2 = ancillary.weight / own if ancillary.kind == TOTAL else ancillary.weight / M2_PER_HA
    order = np.lexsort((pairs.area_m2, pairs.left))
    parts = (pairs.area_m2 * per_m2[pairs.right])[order]
    return np.bincount(pairs.left[order], weights=parts, minlength=len(geometry)).astype(np.float64)


def _refuse_bad_weights(ancillary: Ancillary) -> None:
    bad = ~(np.isfinite(ancillary.weight) & (ancillary.weight >= 0.0)) & ~shapely.is_missing(
        ancillary.geometry
    )
    if bad.any():
        first = int(np.argmax(bad))
        raise InputError(
            "Weight layer “{layer}”: {count} features have no weight or a negative one, the first is {id}. "
            "Fill the field with numbers of 0 or more.",
            layer=ancillary.layer,
            count=int(bad.sum()),
            id=ancillary.ids[first],
        )
