# SPDX-License-Identifier: GPL-2.0-or-later
"""Default styles of outputs, and the names of their fields."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.PyQt import sip

from ..i18n import speaks_chinese
from ..paths import RESOURCES
from .field_aliases import set_aliases

#: QGIS keeps no reference to post-processors, and a collected one is called in vain.
_alive: list[QgsProcessingLayerPostProcessorInterface] = []


def style_layer(layer: QgsMapLayer, style: str) -> bool:
    """Apply ``resources/styles/<style>.qml``."""
    _message, done = layer.loadNamedStyle(str(RESOURCES / "styles" / f"{style}.qml"))
    return bool(done)


class _Presenter(QgsProcessingLayerPostProcessorInterface):
    def __init__(self, style: str | None, fields: tuple[str, ...]) -> None:
        super().__init__()
        self.style = style
        self.fields = fields

    def postProcessLayer(
        self, layer: QgsMapLayer, _context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> None:
        if self.style is not None and isinstance(layer, (QgsVectorLayer, QgsRasterLayer)):
            style_layer(layer, self.style)
            layer.triggerRepaint()
        # Styles bring names of their own, mostly none.
        if self.fields and isinstance(layer, QgsVectorLayer):
            set_aliases(layer, self.fields)


def present_on_load(
    context: QgsProcessingContext, destination: str, style: str | None, fields: Sequence[str]
) -> None:
    """Style an output and name its fields when Processing loads it; does nothing when it is not loaded.

    The names of ``fields`` are told in a Chinese QGIS; elsewhere a field is shown by its own name.
    """
    key = (style, tuple(fields) if speaks_chinese() else ())
    if key != (None, ()) and context.willLoadLayerOnCompletion(destination):
        presenter = _Presenter(*key)
        # The context deletes it at its own end, so that every output needs one of its own.
        _alive[:] = [one for one in _alive if not sip.isdeleted(one)] + [presenter]
        context.layerToLoadOnCompletionDetails(destination).setPostProcessor(presenter)
