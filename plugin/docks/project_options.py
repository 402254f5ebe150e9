# SPDX-License-Identifier: GPL-2.0-or-later
"""The plugin's page in the properties of a project: units and decimals of its own."""

from __future__ import annotations

from qgis.gui import QgsOptionsPageWidget
from qgis.PyQt.QtWidgets import QFormLayout, QGroupBox, QVBoxLayout, QWidget

from ..i18n import tr
from .figure_style import FigureStyle
from .setting_boxes import SettingBox, add_decimals, add_row
from .settings import OF_PROJECT, choose_in_project, chosen_in_project, definition_of


class ProjectPage(QgsOptionsPageWidget):
    """What holds for this project, whoever opens it; blank leaves it to the options of the user."""

    def __init__(self, style: FigureStyle, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        box = QGroupBox(tr("Figures in this project"))
        form = QFormLayout(box)
        blank = tr("as in the options")
        kept = {name: chosen_in_project(name) for name in OF_PROJECT}
        profile = SettingBox(blank, _offered("PROFILE", self), kept["PROFILE"])
        add_row(form, definition_of("PROFILE").description(), profile, definition_of("PROFILE").help())
        self._boxes = {"PROFILE": profile, **add_decimals(form, blank, kept)}
        layout = QVBoxLayout(self)
        layout.addWidget(box)
        layout.addStretch()

    def apply(self) -> None:
        """Called by QGIS when the properties are accepted."""
        for name, box in self._boxes.items():
            choose_in_project(name, box.value)
        self._style.refresh()


def _offered(parameter: str, parent: QWidget) -> list[tuple[str, str]]:
    """Label and value of all that the dialogs of the tools offer for a parameter."""
    from processing.gui.wrappers import WidgetWrapperFactory

    box = WidgetWrapperFactory.create_wrapper(definition_of(parameter), parent).widget
    box.hide()
    return [(box.itemText(row), str(box.itemData(row))) for row in range(box.count())]
