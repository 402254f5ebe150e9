# SPDX-License-Identifier: GPL-2.0-or-later
"""Weights inside source units: floor area, class weights or lights say where people and activity are."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Protocol

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
from .weight_kinds import TOTAL, Held
from .weights import WeightMatrix, closed, common_ground, matrix_by_area

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Objects = npt.NDArray[np.object_]

#: Ground without data below this share of a source is that of rounded borders.
UNKNOWN_SHARE = 1e-6


class Weights(Protocol):
    """Weights of any kind: they tell what polygons of the plane hold of them."""

    @property
    def layer(self) -> str:
        """How users call the layer."""

    def within(self, geometry: Objects, plane: WorkPlane, rule: str, progress: Progress = silent) -> Held:
        """Weight inside each polygon. Raises ``InputError`` for weights that are negative or missing."""


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

    def within(self, geometry: Objects, plane: WorkPlane, rule: str, progress: Progress = silent) -> Held:
        """Sum of the weights that lie inside each geometry; ground without a polygon has the weight 0."""
        _refuse_bad_weights(self)

        def measure(geoms: Objects) -> Floats:
            return plane.measure(geoms, rule)

        area = measure(geometry)
        own = measure(self.geometry)
        pairs = overlay(
            geometry,
            self.geometry,
            measure=measure,
            left_area_m2=area,
            keep_geometry=False,
            progress=progress,
        )
        per_m2 = self.weight / own if self.kind == TOTAL else self.weight / M2_PER_HA
        order = np.lexsort((pairs.area_m2, pairs.left))
        parts = (pairs.area_m2 * per_m2[pairs.right])[order]
        weight = np.bincount(pairs.left[order], weights=parts, minlength=len(geometry))
        return Held(weight.astype(np.float64), np.zeros(len(geometry)))


def dasymetric_weights(
    sources: Units,
    targets: Units,
    weights: Weights,
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
    pairs, area_m2 = common_ground(
        sources, targets, plane, rule, keep_geometry=True, progress=part(progress, 0.0, 0.2)
    )
    matrix = matrix_by_area(sources, targets, pairs, area_m2)
    inside = weights.within(pairs.geometry, plane, rule, part(progress, 0.2, 0.6))
    # What a source inside the targets holds is what its parts hold; others are measured as wholes.
    whole, unknown_m2 = (
        np.bincount(pairs.left, weights=amount, minlength=len(sources.names))
        for amount in (inside.weight, inside.unknown_m2)
    )
    reached = np.bincount(pairs.left, minlength=len(sources.names)) > 0
    beyond = reached & (matrix.outside() > 0.0)
    of_wholes = weights.within(sources.geometry[beyond], plane, rule, part(progress, 0.6, 1.0))
    whole[beyond], unknown_m2[beyond] = of_wholes.weight, of_wholes.unknown_m2
    bare = reached & (whole <= 0.0)
    share = np.divide(inside.weight, whole[pairs.left], out=matrix.share.copy(), where=~bare[pairs.left])
    _note_without_weight(sources, bare, weights.layer, notes)
    _note_unknown(sources, np.where(bare, 0.0, unknown_m2), area_m2, weights.layer, notes)
    return replace(matrix, share=closed(share, pairs.left), by_area=bare)


def _note_without_weight(sources: Units, bare: Flags, layer: str, notes: NoteBook) -> None:
    if bare.any():
        notes.add(
            "no_weight",
            "{count} source units hold none of the weights of layer “{layer}” and are shared out by area.",
            count=int(bare.sum()),
            ids=sources.names[bare],
            layer=layer,
        )


def _note_unknown(sources: Units, unknown_m2: Floats, area_m2: Floats, layer: str, notes: NoteBook) -> None:
    some = unknown_m2 > UNKNOWN_SHARE * area_m2
    if some.any():
        notes.add(
            "weight_unknown",
            "{count} source units reach over {area_ha:.4f} ha for which raster “{layer}” has no data; this "
            "ground counts as without weight. Where it is not empty, take a raster that covers it.",
            count=int(some.sum()),
            area_ha=math.fsum(unknown_m2[some]) / M2_PER_HA,
            ids=sources.names[some],
            layer=layer,
        )


def _refuse_bad_weights(ancillary: Ancillary) -> None:
    bad = ~(np.isfinite(ancillary.weight) & (ancillary.weight >= 0.0)) & ~shapely.is_missing(
        ancillary.geometry
    )
    if bad.any():
        first = int(np.argmax(bad))
        raise InputError(
            "Weight layer “{layer}”: there is no weight or a negative one (features: {count}, the first is "
            "{id}). Fill the field with numbers of 0 or more.",
            layer=ancillary.layer,
            count=int(bad.sum()),
            id=ancillary.ids[first],
        )
