# SPDX-License-Identifier: GPL-2.0-or-later
"""The form of what a live balance is asked with, in the widgets that the dialogs of the tools show."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import partial
from typing import Any

from processing.gui.wrappers import WidgetWrapper, WidgetWrapperFactory
from qgis.core import (
    QgsMapLayer,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterField,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import (
    QgsCollapsibleGroupBox,
    QgsGui,
    QgsProcessingGui,
    QgsProcessingParameterWidgetContext,
)
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from ...gis.compat import is_null
from ...gis.project_context import ProjectContext
from ...i18n import tr
from .parameters import LIKELY_FIELDS, PLAN, asked_for, defaults


class SetupForm(QScrollArea):
    """Layers, fields, law and factors; ``changed`` is sent when the user changes one of them."""

    changed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self._definitions = asked_for()
        self._context = ProjectContext()
        self._wrappers: dict[str, Any] = {}
        self._widgets: dict[str, QWidget] = {}
        self._is_filling = False
        #: What was last chosen, by the user or for them.
        self._chosen: dict[str, Any] = {}
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setWidget(self._make_panel())
        for wrapper in self._wrappers.values():
            wrapper.postInitialize(list(self._wrappers.values()))
        for name in self._wrappers:
            self._listen(name)
        self.fill({})

    # Values ---------------------------------------------------------------------------------

    def values(self) -> dict[str, Any]:
        """What is chosen, without what is blank; layers by id or source."""
        values = {name: wrapper.parameterValue() for name, wrapper in self._wrappers.items()}
        return {name: value for name, value in values.items() if not _is_blank(value)}

    def fill(self, values: Mapping[str, Any]) -> None:
        """Choose values, and what is usual for all others."""
        self._is_filling = True
        wanted = {**defaults(self._definitions), **values}
        for name, wrapper in self._wrappers.items():
            wrapper.setParameterValue(wanted.get(name), self._context.context)
        for widget in self._widgets.values():
            if isinstance(widget, QComboBox) and widget.isEditable():
                # The id of a choice stands first.
                widget.lineEdit().setCursorPosition(0)
        self._is_filling = False
        self._chosen = self.values()

    @property
    def plan(self) -> QgsVectorLayer | None:
        """The plan layer of the project that is chosen."""
        layer = QgsProject.instance().mapLayer(str(self._wrappers[PLAN].parameterValue() or ""))
        return layer if isinstance(layer, QgsVectorLayer) else None

    def choose_plan(self, layer: QgsVectorLayer) -> None:
        """Take a plan layer, and its usual fields."""
        self._wrappers[PLAN].setParameterValue(layer.id(), self._context.context)

    def forget(self, layers: Collection[QgsMapLayer]) -> None:
        """Leave blank what asks for layers that are about to go: a box turns to another one by itself."""
        gone = {place for layer in layers for place in (layer.id(), layer.source())}
        self._is_filling = True
        for name, value in self._chosen.items():
            if isinstance(value, list):
                left = [place for place in value if place not in gone]
            else:
                left = None if isinstance(value, str) and value in gone else value
            if left != value:
                self._wrappers[name].setParameterValue(left, self._context.context)
        self._is_filling = False
        self._chosen = self.values()

    def lock(self, is_locked: bool) -> None:
        """Whether the widgets can be used: what is followed cannot be changed."""
        self.widget().setEnabled(not is_locked)

    # Widgets --------------------------------------------------------------------------------

    def _make_panel(self) -> QWidget:
        panel = QWidget()
        more = QgsCollapsibleGroupBox(tr("More settings"))
        more.setCollapsed(True)
        plain, advanced = QFormLayout(), QFormLayout(more)
        for form in (plain, advanced):
            # Beside long labels there is no room in a dock.
            form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        context = QgsProcessingParameterWidgetContext()
        context.setProject(QgsProject.instance())
        for definition in self._definitions:
            widget = self._make_widget(definition, context)
            label = self._make_label(definition)
            label.setBuddy(widget)
            for told in (label, widget):
                told.setToolTip(definition.help())
            widget.setAccessibleName(definition.description())
            is_advanced = definition.flags() & QgsProcessingParameterDefinition.Flag.FlagAdvanced
            (advanced if is_advanced else plain).addRow(label, widget)
        layout = QVBoxLayout(panel)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addLayout(plain)
        layout.addWidget(more)
        layout.addStretch(1)
        return panel

    def _make_widget(
        self, definition: QgsProcessingParameterDefinition, context: QgsProcessingParameterWidgetContext
    ) -> QWidget:
        if definition.metadata().get("widget_wrapper"):
            wrapper = WidgetWrapperFactory.create_wrapper_from_metadata(definition, self)
        else:
            kind = QgsProcessingGui.WidgetType.Standard
            wrapper = QgsGui.processingGuiRegistry().createParameterWidgetWrapper(definition, kind)
        if isinstance(wrapper, WidgetWrapper):
            widget = wrapper.widget
        else:
            wrapper.setWidgetContext(context)
            wrapper.registerProcessingContextGenerator(self._context)
            widget = wrapper.createWrappedWidget(self._context.context)
        # Goes with the form: in a cycle with what it tells, it would be left to Python's collector.
        wrapper.setParent(self)
        self._wrappers[definition.name()], self._widgets[definition.name()] = wrapper, widget
        if isinstance(widget, QComboBox):
            widget.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            widget.setMinimumContentsLength(12)
        return widget

    def _make_label(self, definition: QgsProcessingParameterDefinition) -> QLabel:
        wrapper = self._wrappers[definition.name()]
        # A wrapper in Python makes a label that is lost where nobody shows it.
        label: QLabel = wrapper.label if isinstance(wrapper, WidgetWrapper) else QLabel()
        label.setText(definition.description())
        return label

    def _listen(self, name: str) -> None:
        wrapper, widget = self._wrappers[name], self._widgets[name]
        if isinstance(wrapper, WidgetWrapper):
            widget.currentTextChanged.connect(partial(self._tell, name))
        else:
            wrapper.widgetValueHasChanged.connect(partial(self._tell, name))

    def _tell(self, name: str, *_value: object) -> None:
        if self._is_filling:
            return
        self._is_filling = True
        self._guess_fields(name)
        self._is_filling = False
        self._chosen = self.values()
        self.changed.emit()

    def _guess_fields(self, parent: str) -> None:
        """Choose the usual fields of a layer that was just chosen, where none is."""
        layer = QgsProject.instance().mapLayer(str(self._wrappers[parent].parameterValue() or ""))
        if not isinstance(layer, QgsVectorLayer):
            return
        names = {name.lower(): name for name in layer.fields().names()}
        for definition in self._definitions:
            is_child = isinstance(definition, QgsProcessingParameterField)
            if not is_child or definition.parentLayerParameterName() != parent:
                continue
            wrapper, likely = self._wrappers[definition.name()], LIKELY_FIELDS.get(definition.name(), ())
            found = [names[name.lower()] for name in likely if name.lower() in names]
            if found and not wrapper.parameterValue():
                wrapper.setParameterValue(found[0], self._context.context)


def _is_blank(value: object) -> bool:
    """Whether a widget hands over nothing: a number of 0 is something."""
    return is_null(value) or value in ("", [])
