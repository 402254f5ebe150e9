# SPDX-License-Identifier: GPL-2.0-or-later
"""Findings put into groups of groups, with counts and areas: the tree behind the view, without Qt."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from .findings import Findings, Rows

#: Where a sort column says something about groups themselves.
COUNT, AREA = "count", "area_m2"


@dataclass(frozen=True)
class Sorting:
    """By which column rows stand, and whether from the top down."""

    column: str = "severity"
    descending: bool = False


@dataclass(eq=False)
class Group:
    """Findings with one value of ``column``: ``rows`` in order; groups below it, or none where rows are.

    ``number`` is its place in ``Tree.groups``, ``position`` that among its siblings.
    """

    number: int
    parent: int
    position: int
    column: str
    value: Any
    rows: Rows
    area_ha: float
    children: list[int] = field(default_factory=list)


@dataclass(frozen=True, eq=False)
class Tree:
    """All groups, the root first; ``leaves`` are the rows from top to bottom, with the group of each."""

    groups: list[Group]
    leaves: Rows
    leaf_group: Rows


def empty_tree() -> Tree:
    """A tree without findings: the root alone."""
    nothing = np.empty(0, dtype=np.intp)
    return Tree([Group(0, 0, 0, "", None, nothing, 0.0)], nothing, nothing)


def arrange(
    findings: Findings, grouping: Sequence[str], keep: npt.NDArray[np.bool_], sorting: Sorting
) -> Tree:
    """The tree of the findings that ``keep`` leaves, by the columns of ``grouping`` from the outside in."""
    order = sort_rows(findings, sorting)
    root = _group(findings, 0, 0, 0, "", None, order[keep[order]])
    groups = [root]
    _split(findings, groups, root, tuple(grouping), sorting)
    ends = [group for group in _downward(groups, root) if not group.children]
    leaves = np.concatenate([group.rows for group in ends]) if ends else np.empty(0, dtype=np.intp)
    numbers = np.repeat([group.number for group in ends], [len(group.rows) for group in ends])
    return Tree(groups, leaves, numbers.astype(np.intp))


def sort_rows(findings: Findings, sorting: Sorting) -> Rows:
    """All rows in order; what is equal stays in the findings' own order."""
    ranks = _ranks(findings, sorting.column)
    ranks = -ranks if sorting.descending else ranks
    return findings.order[np.argsort(ranks[findings.order], kind="stable")]


def _ranks(findings: Findings, column: str) -> npt.NDArray[Any]:
    if column in (AREA, COUNT):
        return findings.area_ha
    if column in findings.ranked:
        return findings.ranked[column][0]
    texts = np.array(["" if cell is None else str(cell) for cell in findings.columns[column]], dtype=str)
    return np.unique(texts, return_inverse=True)[1].reshape(-1)


def _group(
    findings: Findings, number: int, parent: int, position: int, column: str, value: Any, rows: Rows
) -> Group:
    return Group(number, parent, position, column, value, rows, math.fsum(findings.area_ha[rows].tolist()))


def _split(
    findings: Findings, groups: list[Group], parent: Group, columns: tuple[str, ...], sorting: Sorting
) -> None:
    if not columns or not len(parent.rows):
        return
    column = columns[0]
    ranks, values = findings.ranked[column]
    codes = ranks[parent.rows]
    order = np.argsort(codes, kind="stable")
    found, starts = np.unique(codes[order], return_index=True)
    parts = np.split(parent.rows[order], starts[1:])
    made = [
        _group(findings, 0, parent.number, 0, column, values[code], rows)
        for code, rows in zip(found.tolist(), parts)
    ]
    for position, group in enumerate(_sorted(made, column, sorting)):
        group.number, group.position = len(groups), position
        groups.append(group)
        parent.children.append(group.number)
        _split(findings, groups, group, columns[1:], sorting)


def _sorted(groups: list[Group], column: str, sorting: Sorting) -> list[Group]:
    """Groups stand as their values rank, unless rows are sorted by what groups have too."""
    if sorting.column == COUNT:
        return sorted(groups, key=lambda group: len(group.rows), reverse=sorting.descending)
    if sorting.column == AREA:
        return sorted(groups, key=lambda group: group.area_ha, reverse=sorting.descending)
    return groups[::-1] if sorting.column == column and sorting.descending else groups


def _downward(groups: list[Group], group: Group) -> list[Group]:
    found = [group]
    for child in group.children:
        found += _downward(groups, groups[child])
    return found
