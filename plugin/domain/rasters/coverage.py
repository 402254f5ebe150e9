# SPDX-License-Identifier: GPL-2.0-or-later
"""Exact shares of cells in polygons: signed areas of edge parts, added up along each row.

Every edge is cut where it crosses lines of the grid. A part with height h and mean distance
d from the right side of its cell adds h·d to that cell and h to every cell right of it
(Green's theorem, as renderers of outline fonts use it); sums over an oriented ring give the
share of each cell inside. The cost grows with the boundary, not with the area.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .edges import Edges
from .grid import Grid
from .spans import NOBODY, Spans, join_spans, sorted_spans

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]

#: Shares nearer to 0 or 1 than this are 0 or 1.
ROUNDING = 1e-9
#: A cell left of the grid: what happens there reaches the grid as cover from the left.
LEFT = -1


@dataclass(frozen=True)
class Coverage:
    """Cells in polygons: ``full`` are runs of cells wholly inside, the rest are cut cells.

    ``row``, ``column``, ``unit`` and ``share`` (0–1) list the cut cells, sorted by row.
    """

    full: Spans
    row: Rows
    column: Rows
    unit: Rows
    share: Floats

    def excess(self) -> float:
        """What is claimed of a cell beyond all of it, at most; runs of whole cells included."""
        if len(self.row) == 0:
            return 0.0
        fresh = np.concatenate(([True], (np.diff(self.row) != 0) | (np.diff(self.column) != 0)))
        claimed = np.add.reduceat(self.share, np.flatnonzero(fresh))
        whole = self.full.holder(self.row[fresh], self.column[fresh]) != NOBODY
        return float((claimed + whole - 1.0).max())


def exact_coverage(edges: Edges, grid: Grid) -> Coverage:
    """The share of every cell in every polygon, to rounding."""
    parts = _cut(edges, grid)
    start, end, owner = parts
    rise = end[:, 1] - start[:, 1]
    middle = (start + end) / 2.0
    row = np.floor(middle[:, 1]).astype(np.intp)
    column = np.floor(middle[:, 0]).astype(np.intp)
    inside = (rise != 0.0) & (row >= 0) & (row < grid.height) & (column < grid.width)
    row, column, owner, rise = row[inside], np.maximum(column[inside], LEFT), owner[inside], rise[inside]
    distance = np.where(column == LEFT, 0.0, column + 1.0 - middle[inside, 0])
    return _along_rows(row, column, owner, rise, rise * distance, grid)


def _cut(edges: Edges, grid: Grid) -> tuple[Floats, Floats, Rows]:
    """Edges cut at every line of the grid that they cross: start, end and owner of the parts."""
    step = edges.end - edges.start
    edge, at = [np.arange(len(step)).repeat(2)], [np.tile([0.0, 1.0], len(step))]
    for axis, count in ((0, grid.width), (1, grid.height)):
        low = np.minimum(edges.start[:, axis], edges.end[:, axis])
        high = np.maximum(edges.start[:, axis], edges.end[:, axis])
        first = np.clip(np.floor(low) + 1, 0, count + 1).astype(np.intp)
        last = np.clip(np.ceil(high), 0, count + 1).astype(np.intp)
        number = np.maximum(last - first, 0)
        owner = np.repeat(np.arange(len(step)), number)
        line = np.arange(len(owner)) - np.repeat(np.cumsum(number) - number - first, number)
        edge.append(owner)
        at.append((line - edges.start[owner, axis]) / step[owner, axis])
    which, where = np.concatenate(edge), np.concatenate(at)
    order = np.lexsort((where, which))
    which, where = which[order], np.clip(where[order], 0.0, 1.0)
    points = edges.start[which] + where[:, None] * step[which]
    follows = np.flatnonzero(which[1:] == which[:-1])
    return points[follows], points[follows + 1], edges.owner[which[follows]]


def _along_rows(row: Rows, column: Rows, owner: Rows, cover: Floats, own: Floats, grid: Grid) -> Coverage:
    key = (owner * grid.height + row) * (grid.width + 1) + column + 1
    cells, member = np.unique(key, return_inverse=True)
    cover_of = np.bincount(member, weights=cover, minlength=len(cells))
    own_of = np.bincount(member, weights=own, minlength=len(cells))
    line, at = np.divmod(cells, grid.width + 1)
    unit, of_row = np.divmod(line, grid.height)
    total = np.cumsum(cover_of)
    fresh = np.concatenate(([True], line[1:] != line[:-1]))
    # What is summed up at the start of a row comes from the rows before it.
    before = np.concatenate(([0.0], total[:-1]))
    reached = before - before[fresh][np.cumsum(fresh) - 1]
    share = np.abs(reached + own_of)
    after = np.abs(reached + cover_of)
    column_of = at - 1
    follow = np.concatenate((~fresh[1:], [False]))
    stop = np.where(follow, np.concatenate((column_of[1:], [0])), grid.width)
    full = after > 1.0 - ROUNDING
    runs = sorted_spans(of_row[full], column_of[full] + 1, stop[full], unit[full])
    # Between two cut cells the share may stay below one: where a level border runs through the row.
    level = (after > ROUNDING) & ~full & (stop > column_of + 1)
    length = np.where(level, stop - column_of - 1, 0)
    between = np.repeat(column_of + 1 - np.cumsum(length) + length, length) + np.arange(length.sum())
    cut = (column_of != LEFT) & (share > ROUNDING)
    return _sorted_cells(
        runs,
        np.concatenate((of_row[cut], np.repeat(of_row, length))),
        np.concatenate((column_of[cut], between)),
        np.concatenate((unit[cut], np.repeat(unit, length))),
        np.concatenate((share[cut], np.repeat(after, length))),
    )


def join_coverage(chunks: Sequence[Coverage]) -> Coverage:
    """The cells of several lists as one; a cell may then stand there twice for one unit."""
    none = np.empty(0, dtype=np.intp)
    row, column, unit = (
        np.concatenate([none, *(getattr(chunk, name) for chunk in chunks)]).astype(np.intp)
        for name in ("row", "column", "unit")
    )
    share = np.concatenate([np.empty(0), *(chunk.share for chunk in chunks)])
    return _sorted_cells(join_spans([chunk.full for chunk in chunks]), row, column, unit, share)


def _sorted_cells(full: Spans, row: Rows, column: Rows, unit: Rows, share: Floats) -> Coverage:
    order = np.lexsort((unit, column, row))
    return Coverage(
        full, row[order], column[order], unit[order].astype(np.intp), np.minimum(share[order], 1.0)
    )
