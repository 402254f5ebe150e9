# SPDX-License-Identifier: GPL-2.0-or-later
"""QGIS's own widget of a field parameter, kept from layers that have no fields.

QGIS 3.22 ends with a fault when the layer parameter above a field is given a raster, by a list of layers or
by a path. Here a raster is told to the widget of the field as no layer: its list is empty.
"""

from __future__ import annotations

from typing import Any

from processing.gui.wrappers import dialogTypes
from qgis.core import QgsProcessingContext, QgsProcessingParameterField, QgsVectorLayer
from qgis.gui import (
    QgsAbstractProcessingParameterWidgetWrapper,
    QgsGui,
    QgsProcessingContextGenerator,
    QgsProcessingGui,
    QgsProcessingParametersGenerator,
    QgsProcessingParameterWidgetContext,
)
from qgis.PyQt.QtWidgets import QDialog, QLabel, QWidget

from ..gis.compat import is_null
from ..gis.input_places import input_layer
from ..gis.project_context import ProjectContext


class FieldWidget:
    """What QGIS makes for a field parameter; called as Processing calls the class of a widget."""

    def __new__(
        cls, parameter: QgsProcessingParameterField, dialog: QWidget, _row: int = 0, _column: int = 0
    ) -> Any:
        kind = dialogTypes.get(type(dialog).__name__, QgsProcessingGui.WidgetType.Standard)
        registry = QgsGui.processingGuiRegistry()
        if kind == QgsProcessingGui.WidgetType.Modeler:
            # A model under construction has no layers.
            made = registry.createModelerParameterWidget(
                dialog.model, dialog.childId, parameter, dialog.context
            )
            made.setDialog(dialog)
            return made
        shielded = ShieldedField(parameter, kind)
        if isinstance(dialog, QDialog):
            shielded.setDialog(dialog)
        return shielded


class ShieldedField(QgsAbstractProcessingParameterWidgetWrapper):
    """Leaves everything to the wrapper of QGIS, which learns of the layer through a shield."""

    def __init__(self, parameter: QgsProcessingParameterField, kind: QgsProcessingGui.WidgetType) -> None:
        super().__init__(parameter, kind)
        self._stock = QgsGui.processingGuiRegistry().createParameterWidgetWrapper(parameter, kind)
        self._stock.setParent(self)
        self._stock.widgetValueHasChanged.connect(self._tell)
        self._generator: QgsProcessingContextGenerator = ProjectContext()

    def setDialog(self, dialog: QDialog) -> None:
        super().setDialog(dialog)
        self._stock.setDialog(dialog)

    def setWidgetContext(self, context: QgsProcessingParameterWidgetContext) -> None:
        super().setWidgetContext(context)
        self._stock.setWidgetContext(context)

    def registerProcessingContextGenerator(self, generator: QgsProcessingContextGenerator) -> None:
        super().registerProcessingContextGenerator(generator)
        self._stock.registerProcessingContextGenerator(generator)
        self._generator = generator

    def registerProcessingParametersGenerator(self, generator: QgsProcessingParametersGenerator) -> None:
        super().registerProcessingParametersGenerator(generator)
        self._stock.registerProcessingParametersGenerator(generator)

    def createWidget(self) -> QWidget:
        return self._stock.createWrappedWidget(self.context())

    def createLabel(self) -> QLabel:
        return self._stock.createWrappedLabel()

    def setWidgetValue(self, value: object, context: QgsProcessingContext) -> None:
        self._stock.setParameterValue(value, context)

    def widgetValue(self) -> Any:
        return self._stock.parameterValue()

    def postInitialize(self, wrappers: list[QgsAbstractProcessingParameterWidgetWrapper]) -> None:
        super().postInitialize(wrappers)
        parent = self.parameterDefinition().parentLayerParameterName()
        layers = [wrapper for wrapper in wrappers if wrapper.parameterDefinition().name() == parent]
        self._stock.postInitialize([_Shield(wrapper, self) for wrapper in layers])

    def context(self) -> QgsProcessingContext:
        """In which layers are looked up."""
        return self._generator.processingContext()

    def _tell(self, _wrapper: QgsAbstractProcessingParameterWidgetWrapper) -> None:
        self.widgetValueHasChanged.emit(self)


class _Shield(QgsAbstractProcessingParameterWidgetWrapper):
    """Stands for the widget of a layer parameter and says what it says, but nothing of rasters.

    It is only asked for its value: there is no widget of its own.
    """

    def __init__(self, layers: QgsAbstractProcessingParameterWidgetWrapper, field: ShieldedField) -> None:
        super().__init__(layers.parameterDefinition(), layers.type(), field)
        self._layers = layers
        layers.widgetValueHasChanged.connect(self._tell)

    def widgetValue(self) -> Any:
        value = self._layers.parameterValue()
        if isinstance(value, list):
            return [one for one in value if self._may_have_fields(one)]
        return value if self._may_have_fields(value) else None

    def _may_have_fields(self, value: object) -> bool:
        """Whether a value is a vector layer, or nothing that can be opened: QGIS tells of that."""
        if is_null(value):
            return True
        context = self.parent().context()
        layer = input_layer(self.parameterDefinition(), value, context)
        if layer is None or isinstance(layer, QgsVectorLayer):
            return True
        # Opened only to be asked: the run opens it for itself.
        context.takeResultLayer(layer.id())
        return False

    def _tell(self, _wrapper: QgsAbstractProcessingParameterWidgetWrapper) -> None:
        self.widgetValueHasChanged.emit(self)
