# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers and files that a live balance has read beside the plan: what makes its figures out of date."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingUtils, QgsVectorLayer
from qgis.PyQt.QtCore import QFileSystemWatcher, QObject, pyqtSignal

from ...i18n import tr
from .opening import Opening

Stamp = tuple[int, int]


class _Neighbour(QObject):
    """One layer beside the plan, listened to by methods: what they are bound to may go with the layer."""

    changed = pyqtSignal(str)

    def __init__(self, layer: QgsVectorLayer, parent: QObject) -> None:
        super().__init__(parent)
        self._layer, self._name, self._crs = layer, layer.name(), layer.crs()
        edits = (
            *(layer.featureAdded, layer.featureDeleted, layer.geometryChanged, layer.attributeValueChanged),
            *(layer.attributeAdded, layer.attributeDeleted, layer.editCommandDestroyed),
        )
        others = (layer.subsetStringChanged, layer.dataSourceChanged, layer.dataChanged)
        self._links: list[tuple[Any, Any]] = [
            *((signal, self._edit) for signal in edits),
            *((signal, self._replace) for signal in others),
            (layer.beforeRollBack, self._roll_back),
            (layer.crsChanged, self._move),
            (layer.willBeDeleted, self._go),
        ]
        for signal, slot in self._links:
            signal.connect(slot)

    def close(self) -> None:
        """Stop listening."""
        for signal, slot in self._links:
            signal.disconnect(slot)
        self._links = []

    def _edit(self, *_signalled: object) -> None:
        self.changed.emit(tr("“{layer}” was edited.").format(layer=self._name))

    def _roll_back(self) -> None:
        if self._layer.isModified():
            self._edit()

    def _replace(self, *_signalled: object) -> None:
        self.changed.emit(tr("“{layer}” shows other features than before.").format(layer=self._name))

    def _move(self) -> None:
        # Also sent for another source in the same CRS.
        if self._layer.crs() != self._crs:
            self.changed.emit(tr("The CRS of “{layer}” was changed.").format(layer=self._name))

    def _go(self) -> None:
        self.changed.emit(tr("“{layer}” was removed.").format(layer=self._name))


class NeighbourWatch(QObject):
    """Listens to control lines, land cover, units, targets and files; lives in the main thread.

    Every edit counts, whatever it touches: a neighbour is read once, when the balance is opened.
    ``close`` ends it.
    """

    #: A sentence: what was changed. Sent once.
    outdated = pyqtSignal(str)

    def __init__(self, opening: Opening, parent: QObject | None = None) -> None:
        super().__init__(parent)
        #: What was changed, blank as long as nothing was.
        self.reason = ""
        values = list(_flat([*opening.parameters.values(), opening.targets]))
        self._neighbours = [_Neighbour(layer, self) for layer in _neighbours(values, opening)]
        for neighbour in self._neighbours:
            neighbour.changed.connect(self._tell)
        self._stamps = {path: _stamp(path) for path in map(str, values) if _is_file(path)}
        self._files = QFileSystemWatcher(self)
        for path in self._stamps:
            self._files.addPath(path)
        self._files.fileChanged.connect(self._compare)

    def close(self) -> None:
        """Stop listening; no connection to a layer is left."""
        for neighbour in self._neighbours:
            neighbour.close()
        self._neighbours = []
        self._stamps = {}

    def _compare(self, path: str) -> None:
        """Reading a file can look like a change to the system; its size and time tell."""
        if path in self._stamps and _stamp(path) != self._stamps[path]:
            self._tell(tr("The file “{file}” was changed.").format(file=Path(path).name))

    def _tell(self, reason: str) -> None:
        if not self.reason:
            self.reason = reason
            # At once, for a layer that is told to go cannot be let go of later.
            self.close()
            self.outdated.emit(reason)


def _neighbours(values: Iterable[Any], opening: Opening) -> list[QgsVectorLayer]:
    """The vector layers of the project that values name, each once, without the plan."""
    found = {}
    for value in values:
        layer = value
        if isinstance(value, str):
            layer = QgsProcessingUtils.mapLayerFromString(value, opening.context, False)
        if isinstance(layer, QgsVectorLayer) and layer.id() != opening.layer.id():
            found[layer.id()] = layer
    return list(found.values())


def _flat(values: Iterable[Any]) -> Iterable[Any]:
    for value in values:
        if isinstance(value, (list, tuple)):
            yield from _flat(value)
        else:
            yield value


def _is_file(text: str) -> bool:
    """Whether a value is the path of a file: an account or a rule pack can be one."""
    return Path(text).suffix != "" and Path(text).is_file()


def _stamp(path: str) -> Stamp | None:
    """Time and size of a file; None where it is gone."""
    try:
        facts = Path(path).stat()
    except OSError:
        return None
    return facts.st_mtime_ns, facts.st_size
