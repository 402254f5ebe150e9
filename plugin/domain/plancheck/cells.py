# SPDX-License-Identifier: GPL-2.0-or-later
"""The area table of a plan check: atoms of findings cut by present land cover, and shared out to units.

Every figure of the check is a sum over these cells, so that findings, unions, units and
carbon agree with each other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from ..areas import WorkPlane
from ..notes import NoteBook
from ..overlay import Overlay, difference_from_union, overlay
from ..overlay.outside import ROUNDING_M2
from ..overlay.pairs import RightSide
from ..progress import Progress, part
from ..units import M2_PER_HA
from .atoms import Atoms, cut_faces
from .layers import BaseCover, Floats, Geometries, Texts

Rows = npt.NDArray[np.intp]
Measure = Callable[[Geometries], Floats]

#: In place of the row of a land-cover polygon or a unit: none there.
NOWHERE = -1


@dataclass(frozen=True)
class Cells:
    """Ground of one atom under one present land cover.

    ``atom`` is its row among the atoms, ``measured_m2`` its area; ``base_code`` and
    ``base_class`` are None where no land cover is known. Sorted by atom, code, class.
    """

    geometry: Geometries
    atom: Rows
    measured_m2: Floats
    base_code: Texts
    base_class: Texts


@dataclass(frozen=True)
class Splitter:
    """How cells are measured and cut: the plane, the area rule and the threads."""

    plane: WorkPlane
    rule: str
    threads: int | None

    def measure(self, geoms: Geometries) -> Floats:
        """Measured areas in m²."""
        return self.plane.measure(geoms, self.rule)

    def overlay(
        self,
        left: Geometries,
        area_m2: Floats,
        right: Geometries,
        progress: Progress,
        side: RightSide | None = None,
    ) -> Overlay:
        """All common parts of two layers, with their geometry; ``side`` is the right one made ready."""
        return overlay(
            left,
            right,
            measure=self.measure,
            left_area_m2=area_m2,
            keep_geometry=True,
            progress=progress,
            threads=self.threads,
            side=side,
        )


def cut_by_base(
    atoms: Atoms, base: BaseCover | None, splitter: Splitter, notes: NoteBook, progress: Progress
) -> Cells:
    """Cut atoms by land cover; what no land cover covers is a cell of its own without code and class.

    Land cover that overlaps itself is counted once: the polygon that comes first by code,
    class and shape keeps the ground, and the area is noted (``base_overlap``).
    """
    area_m2 = splitter.measure(atoms.geometry)
    everything = np.arange(len(atoms.geometry))
    if base is None:
        nothing = np.full(len(area_m2), None, dtype=object)
        return Cells(atoms.geometry, everything, area_m2, nothing, nothing)
    base = _near(base, atoms.geometry)
    pairs = splitter.overlay(atoms.geometry, area_m2, base.geometry, part(progress, 0.0, 0.7))
    alone = np.bincount(pairs.left, minlength=len(everything)) == 1
    settled = np.zeros(len(everything), dtype=bool)
    settled[pairs.left[pairs.covered]] = True
    open_rows = np.flatnonzero(~(settled & alone))
    gaps = difference_from_union(
        atoms.geometry,
        base.geometry,
        pairs,
        open_rows,
        progress=part(progress, 0.7, 1.0),
        threads=splitter.threads,
    )
    bare = ~shapely.is_missing(gaps)
    table = pd.DataFrame(
        {
            "atom": np.concatenate((pairs.left, open_rows[bare])),
            "base": np.concatenate((pairs.right, np.full(int(bare.sum()), NOWHERE))),
            "measured_m2": np.concatenate((pairs.area_m2, splitter.measure(gaps[bare]))),
        }
    )
    table["geometry"] = np.concatenate((pairs.geometry, gaps[bare]))
    return _to_cells(_count_once(table, area_m2, base, splitter, notes), base)


def _near(base: BaseCover, atoms: Geometries) -> BaseCover:
    """The land cover near the atoms, in its order: they are few beside a whole county."""
    rows = np.unique(shapely.STRtree(base.geometry).query(atoms)[1])
    return replace(
        base, geometry=base.geometry[rows], codes=base.codes[rows], carbon_class=base.carbon_class[rows]
    )


def _count_once(
    table: pd.DataFrame, area_m2: Floats, base: BaseCover, splitter: Splitter, notes: NoteBook
) -> pd.DataFrame:
    total = np.bincount(table["atom"], weights=table["measured_m2"], minlength=len(area_m2))
    excess = total - area_m2
    doubled = np.flatnonzero(excess > ROUNDING_M2 + 1e-9 * area_m2)
    if len(doubled) == 0:
        return table
    notes.add(
        "base_overlap",
        "Land cover {layer} overlaps itself on {area_ha:.4f} ha of the findings; that ground counts once. "
        "Remove the overlaps from the layer.",
        count=len(doubled),
        area_ha=float(np.sum(np.sort(excess[doubled]))) / M2_PER_HA,
        layer=base.layer,
    )
    rows = table["atom"].isin(doubled)
    mended = [_take_turns(part_of_atom, base) for _, part_of_atom in table[rows].groupby("atom", sort=True)]
    once = pd.concat(mended)
    once["measured_m2"] = splitter.measure(once["geometry"].to_numpy(dtype=object))
    return pd.concat([table[~rows], once])


def _take_turns(rows: pd.DataFrame, base: BaseCover) -> pd.DataFrame:
    """The parts of one atom, each without the ground of those before it."""
    keys = [_base_key(base, row) for row in rows["base"]]
    forms = shapely.to_wkb(rows["geometry"].to_numpy(dtype=object))
    order = sorted(range(len(rows)), key=lambda row: (keys[row], forms[row]))
    turn = rows.iloc[order]
    faces = cut_faces(turn["geometry"].to_numpy(dtype=object))
    first = turn.iloc[[min(members) for _, members in faces]].copy()
    first["geometry"] = [face for face, _ in faces]
    return first


def _base_key(base: BaseCover, row: int) -> tuple[str, str]:
    if row == NOWHERE:
        return ("\uffff", "")
    return (str(base.codes[row] or ""), str(base.carbon_class[row] or ""))


def _to_cells(table: pd.DataFrame, base: BaseCover) -> Cells:
    rows = table["base"].to_numpy(dtype=np.intp)
    known = rows != NOWHERE
    code, land_class = (np.full(len(rows), None, dtype=object) for _ in range(2))
    code[known], land_class[known] = base.codes[rows[known]], base.carbon_class[rows[known]]
    codes, classes = (np.array([name or "" for name in names], dtype=str) for names in (code, land_class))
    geometry = table["geometry"].to_numpy(dtype=object)
    atom, area_m2 = table["atom"].to_numpy(dtype=np.intp), table["measured_m2"].to_numpy(dtype=np.float64)
    order = np.lexsort((area_m2, classes, codes, atom))
    return Cells(geometry[order], atom[order], area_m2[order], code[order], land_class[order])


def share_to_units(
    cells: Cells,
    units: Geometries | None,
    splitter: Splitter,
    progress: Progress,
    side: RightSide | None = None,
) -> pd.DataFrame:
    """Measured area of each cell in each unit.

    Columns ``cell``, ``unit`` (row or ``NOWHERE``), ``measured_m2``. Units that overlap each
    get the whole of what they hold; ground outside all units goes to ``NOWHERE``.
    """
    if units is None:
        count = len(cells.atom)
        return pd.DataFrame(
            {"cell": np.arange(count), "unit": np.full(count, NOWHERE), "measured_m2": cells.measured_m2}
        )
    pairs = splitter.overlay(cells.geometry, cells.measured_m2, units, progress, side)
    inside = np.unique(pairs.left[pairs.covered])
    loose = np.setdiff1d(np.arange(len(cells.atom)), inside)
    gaps = difference_from_union(cells.geometry, units, pairs, loose, threads=splitter.threads)
    bare = ~shapely.is_missing(gaps)
    shares = pd.DataFrame(
        {
            "cell": np.concatenate((pairs.left, loose[bare])),
            "unit": np.concatenate((pairs.right, np.full(int(bare.sum()), NOWHERE))),
            "measured_m2": np.concatenate((pairs.area_m2, splitter.measure(gaps[bare]))),
        }
    )
    return shares.sort_values(["cell", "unit"], kind="stable").reset_index(drop=True)
