# SPDX-License-Identifier: GPL-2.0-or-later
"""How source units are shared out among target units: the matrix that every variable and year reuses."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..areas import WorkPlane
from ..coverage import find_overlaps
from ..errors import InputError
from ..geometry import AreaMeasure
from ..overlay import Overlay, overlay
from ..progress import Progress, part, silent
from ..statistical_units import Units
from ..tabulate_notes import UNIT_NOISE_M2
from ..units import M2_PER_HA

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]

#: Columns of the matrix as a table, and one that tells which sources were shared out by area for want of
#: weights (0 or 1; tables without it say nothing of that).
WEIGHT_COLUMNS = ("source", "target", "area_m2", "share")
BY_AREA = "by_area"
#: A source whose parts miss no more than this share of it lies inside the targets.
WHOLE = 1e-7


@dataclass(frozen=True)
class WeightMatrix:
    """Sparse matrix of ``sources`` × ``targets`` (names), one entry per pair with common ground.

    ``source`` and ``target`` are rows of the names, sorted; ``area_m2`` is the common area and
    ``share`` the part of the source's whole (0–1) that the target gets: by area, or by the weights
    that lie there. The shares of a source add up to less than 1 where it reaches beyond the targets.
    ``by_area`` marks sources that had no weight anywhere and are shared out by area instead.
    """

    sources: npt.NDArray[np.object_]
    targets: npt.NDArray[np.object_]
    source: Rows
    target: Rows
    area_m2: Floats
    share: Floats
    by_area: npt.NDArray[np.bool_]

    def outside(self) -> Floats:
        """Share of each source that no target gets."""
        inside = np.bincount(self.source, weights=self.share, minlength=len(self.sources))
        rest = 1.0 - inside
        return np.where(rest > WHOLE, rest, 0.0)

    def split(self) -> npt.NDArray[np.bool_]:
        """Whether an entry is a true part of its source, so that its value is an estimate."""
        return np.asarray(self.share < 1.0 - WHOLE)

    @cached_property
    def in_order_of_targets(self) -> WeightMatrix:
        """The same matrix with its entries by target, which makes the sums of many variables quick."""
        order = np.argsort(self.target, kind="stable")
        return replace(
            self,
            source=self.source[order],
            target=self.target[order],
            area_m2=self.area_m2[order],
            share=self.share[order],
        )

    def to_frame(self) -> pd.DataFrame:
        """The matrix as a table: source and target by name, area_m2, share, by_area."""
        return pd.DataFrame(
            {
                "source": self.sources[self.source],
                "target": self.targets[self.target],
                "area_m2": self.area_m2,
                "share": self.share,
                BY_AREA: self.by_area[self.source].astype(int),
            },
            columns=[*WEIGHT_COLUMNS, BY_AREA],
        )

    def inside_only(self) -> WeightMatrix:
        """The same with every source that reaches a target shared out among the targets alone.

        A source whose weights all lie beyond the targets gives nothing to them.
        """
        inside = np.bincount(self.source, weights=self.share, minlength=len(self.sources))[self.source]
        scaled = np.divide(self.share, inside, out=np.zeros(len(inside)), where=inside > 0.0)
        return replace(self, share=scaled)


def area_weights(
    sources: Units, targets: Units, plane: WorkPlane, rule: str, *, progress: Progress = silent
) -> WeightMatrix:
    """Areal weights A_st/A_s (methods.md j 1; Goodchild and Lam 1980) from one overlay."""
    pairs, whole = common_ground(sources, targets, plane, rule, progress=progress)
    return matrix_by_area(sources, targets, pairs, whole)


def common_ground(
    sources: Units,
    targets: Units,
    plane: WorkPlane,
    rule: str,
    *,
    keep_geometry: bool = False,
    progress: Progress = silent,
) -> tuple[Overlay, Floats]:
    """The pairs of sources and targets that share ground, and the area of each source (m²)."""

    def measure(geoms: npt.NDArray[np.object_]) -> Floats:
        return plane.measure(geoms, rule)

    whole = measure(sources.geometry)
    pairs = overlay(
        sources.geometry,
        targets.geometry,
        measure=measure,
        left_area_m2=whole,
        keep_geometry=keep_geometry,
        progress=part(progress, 0.0, 0.9),
    )
    return pairs, whole


def weights_from_table(frame: pd.DataFrame, sources: Units, targets: Units, table: str) -> WeightMatrix:
    """The matrix of an earlier run. Raises ``InputError`` where it does not fit the units."""
    rows = {}
    for column, names in (("source", sources.names), ("target", targets.names)):
        position = pd.Index(names).get_indexer(pd.Index(frame[column].astype(str)))
        if (position < 0).any():
            raise InputError(
                "Table “{table}” has weights of unit “{unit}” (column {kind}), which the layer does not "
                "hold. Make the weights again for these units.",
                table=table,
                kind=column,
                unit=frame[column].iloc[int(np.argmax(position < 0))],
            )
        rows[column] = position.astype(np.intp)
    share, area = (
        pd.to_numeric(frame[name], errors="coerce").to_numpy(float) for name in ("share", "area_m2")
    )
    sums = np.bincount(rows["source"], weights=share, minlength=len(sources.names))
    if not (np.isfinite(share).all() and (share >= 0.0).all() and (sums <= 1.0 + 1e-9).all()):
        raise InputError(
            "Table “{table}” is no weight matrix: shares are missing, negative or add up to more than 1 for "
            "a source. Make the weights again.",
            table=table,
        )
    order = np.lexsort((rows["target"], rows["source"]))
    by_area = np.zeros(len(sources.names), dtype=bool)
    if BY_AREA in frame.columns:
        marked = pd.to_numeric(frame[BY_AREA], errors="coerce").to_numpy(float) > 0.0
        by_area[rows["source"][marked]] = True
    return WeightMatrix(
        sources.names,
        targets.names,
        rows["source"][order],
        rows["target"][order],
        np.nan_to_num(area[order]),
        share[order],
        by_area,
    )


def matrix_by_area(sources: Units, targets: Units, pairs: Overlay, whole_m2: Floats) -> WeightMatrix:
    """The areal weights of pairs that share ground (``common_ground``)."""
    share = closed(pairs.area_m2 / whole_m2[pairs.left], pairs.left)
    return WeightMatrix(
        sources.names,
        targets.names,
        pairs.left,
        pairs.right,
        pairs.area_m2,
        share,
        np.zeros(len(sources.names), dtype=bool),
    )


def closed(share: Floats, source: Rows) -> Floats:
    """Shares of sources that lie wholly inside the targets, free of the rounding of the cuts."""
    total = np.bincount(source, weights=share)
    whole = np.abs(total - 1.0) <= WHOLE
    return np.where(whole[source], share / np.where(total > 0.0, total, 1.0)[source], share)


def refuse_overlapping_targets(
    targets: Units, measure: AreaMeasure, layer: str, *, progress: Progress = silent
) -> None:
    """Raise ``InputError`` where targets share more ground than digitising noise: it would count twice."""
    shared = find_overlaps(targets.geometry, measure=measure, progress=progress)
    twice = shared.shared_m2 > UNIT_NOISE_M2
    if twice.any():
        first = int(np.argmax(np.where(twice, shared.shared_m2, 0.0)))
        raise InputError(
            "Units “{one}” and “{other}” of layer “{layer}” overlap ({area_ha:.4f} ha; {count} pairs in all) "
            "and values there would count twice. Mend the units (checktopology finds the places).",
            one=targets.names[shared.first[first]],
            other=targets.names[shared.second[first]],
            layer=layer,
            area_ha=float(shared.shared_m2[first]) / M2_PER_HA,
            count=int(twice.sum()),
        )


def refuse_counted_twice(matrix: WeightMatrix, layer: str) -> None:
    """Raise ``InputError`` where the parts of a source add up to more than the source."""
    total = np.bincount(matrix.source, weights=matrix.share, minlength=len(matrix.sources))
    beyond = total > 1.0 + WHOLE
    if beyond.any():
        first = int(np.argmax(total))
        names = matrix.targets[matrix.target[matrix.source == first]]
        raise InputError(
            "Units of layer “{layer}” overlap: source unit “{source}” would count {times:.6f} times, in "
            "{targets}. Mend the units (checktopology finds the places).",
            layer=layer,
            source=matrix.sources[first],
            times=math.fsum(matrix.share[matrix.source == first]),
            targets=", ".join(map(str, names[:5])),
        )
