# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a person is in the tree of findings: what is open, selected and current, kept when it is rebuilt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from qgis.PyQt.QtCore import QItemSelection, QItemSelectionModel, QModelIndex
from qgis.PyQt.QtWidgets import QTreeView

from .model import FindingModel

#: Selected findings that are found again; more are a group, which is chosen with one click.
MOST = 200
#: Values of a group and of those around it, from the outside in.
Path = tuple[tuple[str, Any], ...]


@dataclass(frozen=True)
class Place:
    """Open groups by their values, findings by their keys."""

    opened: frozenset[Path]
    selected: tuple[str, ...]
    current: str | None


def place_in(tree: QTreeView) -> Place:
    """Where a person is now."""
    model: FindingModel = tree.model()
    if model.findings is None:
        return Place(frozenset(), (), None)
    keys = model.findings.columns["finding_key"]
    opened = frozenset(path for path, index in _groups(model, QModelIndex(), ()) if tree.isExpanded(index))
    rows = model.rows_in(tree.selectionModel().selection())[:MOST]
    current = model.row_of(tree.currentIndex())
    return Place(opened, tuple(keys[row] for row in rows), None if current is None else keys[current])


def return_to(place: Place, tree: QTreeView) -> None:
    """Open, select and make current what was so before, as far as it is still there."""
    model: FindingModel = tree.model()
    if model.findings is None:
        return
    for path, index in list(_groups(model, QModelIndex(), ())):
        tree.setExpanded(index, path in place.opened)
    rows = model.findings.keys
    if place.current in rows:
        index = model.index_of(rows[place.current])
        tree.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        tree.scrollTo(index)
    selection = QItemSelection()
    for key in place.selected:
        index = model.index_of(rows[key]) if key in rows else QModelIndex()
        if index.isValid():
            selection.select(index, index)
    flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
    tree.selectionModel().select(selection, flags)


def _groups(model: FindingModel, parent: QModelIndex, above: Path) -> Iterator[tuple[Path, QModelIndex]]:
    for position in range(model.rowCount(parent)):
        index = model.index(position, 0, parent)
        value = model.group_value(index)
        if value is None:
            return
        path = (*above, value)
        yield path, index
        yield from _groups(model, index, path)
