# SPDX-License-Identifier: GPL-2.0-or-later
"""Default styles of outputs."""

from __future__ import annotations

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ..paths import RESOURCES

#: QGIS keeps no reference to post-processors, and a collected one is called in vain.
_alive: dict[str, QgsProcessingLayerPostProcessorInterface] = {}


def style_layer(layer: QgsMapLayer, style: str) -> bool:
    """Apply ``resources/styles/<style>.qml``."""
    _message, done = layer.loadNamedStyle(str(RESOURCES / "styles" / f"{style}.qml"))
    return bool(done)


class _Styler(QgsProcessingLayerPostProcessorInterface):
    def __init__(self, style: str) -> None:
        super().__init__()
        self.style = style

    def postProcessLayer(
        self, layer: QgsMapLayer, _context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> None:
        if isinstance(layer, (QgsVectorLayer, QgsRasterLayer)):
            style_layer(layer, self.style)
            layer.triggerRepaint()


def style_on_load(context: QgsProcessingContext, destination: str, style: str) -> None:
    """Style an output when Processing loads it; does nothing when it is not loaded."""
    if context.willLoadLayerOnCompletion(destination):
        if style not in _alive:
            _alive[style] = _Styler(style)
        context.layerToLoadOnCompletionDetails(destination).setPostProcessor(_alive[style])
