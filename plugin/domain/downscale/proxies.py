# SPDX-License-Identifier: GPL-2.0-or-later
"""By what sectors are spread: weights by class on area or floor area, and roads with their flow."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from ..emissions.rows import rows_of_table
from ..emissions.vocabulary import plain
from ..errors import InputError
from ..exact_sums import group_sums
from ..geometry import Geometries
from ..overlay.split import split_polygons
from ..progress import Progress, part, silent
from .amounts import sector_of

Floats = npt.NDArray[np.float64]

AREA, FLOOR = "area", "floor"
SIZES: dict[str, tuple[str, ...]] = {AREA: ("", "面积", "用地面积"), FLOOR: ("floor area", "建筑面积")}
COLUMNS: dict[str, tuple[str, ...]] = {
    "sector": ("部门",),
    "item": ("项目",),
    "class": ("地类", "用地代码"),
    "weight": ("权重", "强度"),
    "of": ("按",),
    "source": ("来源",),
}
#: Pieces of parcels have at most this many vertices, and so many segments are cut at a time.
PIECE_VERTICES = 256
CHUNK = 1_000


@dataclass(frozen=True)
class ClassWeights:
    """Weights of one sector or item by the beginning of class codes, per m² of area or of floor area.

    ``names`` are those by which an inventory calls the item.
    """

    of: str
    by_class: Mapping[str, float]
    names: tuple[str, ...] = ()

    def of_classes(self, classes: npt.NDArray[np.object_]) -> Floats:
        """Weight of each code by the longest beginning that fits; 0 where none does."""
        starts = sorted(self.by_class, key=len, reverse=True)
        codes, distinct = pd.factorize(classes)
        found = [
            next((self.by_class[start] for start in starts if str(code).startswith(start)), 0.0)
            for code in distinct
        ]
        # Parcels without a class have code −1: the 0 at the end.
        return np.asarray(np.array([*found, 0.0])[codes], dtype=np.float64)


def read_weights(frame: pd.DataFrame, table: str) -> dict[str, ClassWeights]:
    """Class weights by sector, or ``sector/item``, from a table ``sector, class, weight``.

    Optional are ``item`` (with its other names after semicolons), ``of`` and ``source``. Raises
    ``InputError`` for a class that occurs twice in a sector, and for a sector that mixes weights of area
    and of floor area.
    """
    rows, _unread = rows_of_table(frame, table, COLUMNS, ("sector", "class", "weight"))
    sizes: dict[str, str] = {}
    weights: dict[str, dict[str, float]] = {}
    names: dict[str, tuple[str, ...]] = {}
    for row in rows:
        start, of = row.required("class"), row.word("of", SIZES)
        items = tuple(name.strip() for name in re.split("[;；]", row.text("item")) if name.strip())
        sector = "/".join((row.required("sector"), *items[:1]))
        names[sector] = (*names.get(sector, ()), *items)
        row.required("weight")
        if sizes.setdefault(sector, of) != of or start in weights.get(sector, {}):
            raise InputError(
                "Table “{table}”, row {row}: class “{start}” of sector “{sector}” occurs twice, or the "
                "sector mixes weights of area and of floor area. Use one proxy per sector.",
                **row.at("class"),
                start=start,
                sector=sector,
            )
        weights.setdefault(sector, {})[start] = row.amount("weight")
    return {sector: ClassWeights(sizes[sector], found, names[sector]) for sector, found in weights.items()}


def refuse_lost_zeros(
    weights: Mapping[str, ClassWeights], classes: npt.NDArray[np.object_], table: str, layer: str
) -> None:
    """Raise ``InputError`` where codes fit each other but for a zero in front.

    A spreadsheet makes 201 of 0201; what fits nothing would get no emission, without a word.
    """
    codes = {str(code) for code in classes if code is not None}
    starts = tuple(sorted({start for found in weights.values() for start in found.by_class}))
    lost = [
        *(start for start in starts if not _fits(start, codes) and _fits(f"0{start}", codes - {*starts})),
        *(code for code in codes if not code.startswith(starts) and f"0{code}".startswith(starts)),
    ]
    lost = sorted(code for code in lost if code.isdigit() and f"0{code}" not in starts)
    if lost:
        raise InputError(
            "Class “{code}” fits in table “{table}” and layer “{layer}” only with the zero in front that it "
            "has lost: “0{code}”. Write codes as text in both.",
            code=lost[0],
            table=table,
            layer=layer,
        )


def _fits(start: str, codes: set[str]) -> bool:
    return any(code.startswith(start) for code in codes)


def items_of(weights: Mapping[str, ClassWeights]) -> dict[tuple[str, str], str]:
    """The group of weights of each item, by sector and plain name."""
    return {
        (sector_of(group), plain(name)): group for group, found in weights.items() for name in found.names
    }


def road_work(
    parcels: Geometries, roads: Geometries, flow: Floats, progress: Progress = silent
) -> tuple[Floats, float]:
    """Length × flow of roads inside each parcel, and of all roads (metres × unit of the flow).

    Geometries in one plane. A road on the border of two parcels counts in both. Roads are cut into their
    segments and parcels into pieces of few vertices, so that no intersection is large.
    """
    segments, owner = _segments(roads)
    work = flow[owner] * shapely.length(segments)
    pieces = split_polygons(parcels, PIECE_VERTICES, part(progress, 0.0, 0.2))
    tree = shapely.STRtree(pieces.geometry)
    weights, rows = [np.empty(0)], [np.empty(0, dtype=np.intp)]
    cutting = part(progress, 0.2, 1.0)
    for start in range(0, len(segments), CHUNK):
        cutting(start / len(segments))
        lines = segments[start : start + CHUNK]
        segment, piece = tree.query(lines, predicate="intersects")
        length = shapely.length(shapely.intersection(lines[segment], pieces.geometry[piece]))
        weights.append(length * flow[owner[start : start + CHUNK][segment]])
        rows.append(pieces.parent[piece])
    inside = group_sums(np.concatenate(weights), np.concatenate(rows), len(parcels))
    return inside, math.fsum(work)


def _segments(roads: Geometries) -> tuple[Geometries, npt.NDArray[np.intp]]:
    """Two-point lines of all roads, and the road of each."""
    lines, parent = shapely.get_parts(roads, return_index=True)
    xy, line = shapely.get_coordinates(lines, return_index=True)
    same = line[1:] == line[:-1]
    pairs = np.stack([xy[:-1][same], xy[1:][same]], axis=1)
    return shapely.linestrings(pairs), np.asarray(parent[line[1:][same]], dtype=np.intp)


def parcels_of_points(
    parcels: Geometries, points: Geometries, progress: Progress = silent
) -> npt.NDArray[np.intp]:
    """Row of the parcel that each point lies in (the first of several); −1 outside all of them."""
    pieces = split_polygons(parcels, PIECE_VERTICES, progress)
    point, piece = shapely.STRtree(pieces.geometry).query(points, predicate="intersects")
    none = len(parcels)
    first = np.full(len(points), none, dtype=np.intp)
    np.minimum.at(first, point, pieces.parent[piece])
    return np.where(first == none, -1, first)
