# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers of the project that a tool reads in another thread: they outlive their removal until it ends."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsMapLayerStore,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QThread

from .compat import is_null
from .input_places import known_layer, takes_layers


class LayerKeeper(QgsMapLayerStore):
    """Takes the layers that a run reads when their project gives them up; made in the main thread.

    A project deletes the layers that it owns. One that belongs to the keeper by then lives on. ``parameters``
    name the layers themselves, so that nobody has to ask the project for them.
    """

    def __init__(self, parameters: Mapping[str, Any], layers: Mapping[str, QgsMapLayer]) -> None:
        # Owned by the application: the thread of the run must not be the one that deletes it.
        super().__init__(QCoreApplication.instance())
        self.parameters = dict(parameters)
        self._layers = dict(layers)
        self._has_ended = False

    def watch(self, store: QgsMapLayerStore) -> None:
        """Keep what this store of a project is about to delete."""
        store.layersWillBeRemoved["QStringList"].connect(self._keep)

    def let_go(self) -> None:
        """The run has ended, or never begins: what the project gave up goes, in the main thread."""
        if self._has_ended:
            return
        self._has_ended = True
        if is_main_thread():
            sip.delete(self)
        else:
            self.deleteLater()

    def _keep(self, ids: list[str]) -> None:
        for layer_id in ids:
            if layer_id in self._layers:
                self.addMapLayer(self._layers[layer_id])


def keep_layers(
    algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any], context: QgsProcessingContext
) -> LayerKeeper | None:
    """A keeper of the layers of the project that are named; None without such or outside the main thread."""
    project = context.project()
    if project is None or not is_main_thread():
        return None
    layers: dict[str, QgsMapLayer] = {}
    given = dict(parameters)
    for definition in algorithm.parameterDefinitions():
        name = definition.name()
        value = parameters.get(name)
        if not takes_layers(definition) or is_null(value):
            continue
        items = list(value) if isinstance(value, (list, tuple)) else [value]
        for place, item in enumerate(items):
            layer = known_layer(definition, item, context)
            if layer is None or project.mapLayer(layer.id()) is None:
                continue
            layers[layer.id()] = layer
            # A selection can only be asked of a layer by its id.
            if not isinstance(item, QgsProcessingFeatureSourceDefinition):
                items[place] = layer
        given[name] = items if isinstance(value, (list, tuple)) else items[0]
    if not layers:
        return None
    keeper = LayerKeeper(given, layers)
    keeper.watch(project.layerStore())
    return keeper


def is_main_thread() -> bool:
    """Whether this is the thread in which projects and their layers live."""
    return QThread.currentThread() == QCoreApplication.instance().thread()
