# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin's page in the options of QGIS."""

from __future__ import annotations

from qgis.gui import QgsOptionsPageWidget
from qgis.PyQt.QtWidgets import QFormLayout, QGroupBox, QLabel, QVBoxLayout, QWidget

from ..i18n import tr
from .figure_style import FigureStyle
from .packages import SOFT, MissingPackages
from .setting_boxes import add_decimals
from .settings import DECIMALS, PREFILLED, choose, chosen_by_user, definition_of


class OptionsPage(QgsOptionsPageWidget):
    """What prefills dialogs and docks, each with the widget that the dialogs show; and the decimals."""

    def __init__(self, style: FigureStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        from processing.gui.wrappers import WidgetWrapperFactory

        self._style = style
        self._wrappers = {
            name: WidgetWrapperFactory.create_wrapper(definition_of(name), self) for name in PREFILLED
        }
        layout = QVBoxLayout(self)
        layout.addWidget(self._form())
        layout.addWidget(self._figures())
        layout.addWidget(MissingPackages(SOFT))
        layout.addStretch()

    def _form(self) -> QGroupBox:
        box = QGroupBox(tr("Prefilled in dialogs and docks"))
        form = QFormLayout(box)
        for name, wrapper in self._wrappers.items():
            label = QLabel(definition_of(name).description())
            widget = wrapper.widget
            label.setBuddy(widget)
            widget.setToolTip(definition_of(name).help())
            form.addRow(label, widget)
            wrapper.setValue(chosen_by_user(name))
        note = tr(
            "Scripts, models and the command line are not affected: there the defaults of the tools hold."
        )
        form.addRow(_note(note))
        return box

    def _figures(self) -> QGroupBox:
        box = QGroupBox(tr("Figures in docks"))
        form = QFormLayout(box)
        kept = {name: chosen_by_user(name) for name in DECIMALS}
        self._decimals = add_decimals(form, tr("as the output profile has it"), kept)
        form.addRow(_note(tr("A project can say otherwise: Project ▸ Properties ▸ Dual Carbon Planner.")))
        return box

    def apply(self) -> None:
        """Called by QGIS when the options are accepted."""
        for name, wrapper in self._wrappers.items():
            choose(name, str(wrapper.value() or ""))
        for name, box in self._decimals.items():
            choose(name, box.value)
        self._style.refresh()


def _note(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label
