# SPDX-License-Identifier: GPL-2.0-or-later
"""The widgets of the carbon account dock and how they stand; what they do is the dock's."""

from __future__ import annotations

from qgis.core import QgsMapLayer, QgsMapLayerProxyModel, QgsProject
from qgis.gui import QgsFieldComboBox, QgsFileWidget, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAction,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from ...i18n import tr
from ..icons import theme_icon
from ..plain_text import plain_label
from ..small_bar import small_bar
from ..table_view import make_table
from .canvas import FigureView
from .source import is_account_layer
from .view_model import ViewTable


class AccountPanel(QWidget):
    """Source, what is asked of it, figure and table."""

    def __init__(self) -> None:
        super().__init__()
        self.layers = _layer_box(QgsMapLayerProxyModel.Filter.VectorLayer)
        self.book = QgsFileWidget()
        self.book.setFilter(tr("Account book (*.gpkg)"))
        self.book.setToolTip(tr("Account book kept by “Post to account book”."))
        self.quantities, self.figures, self.years = (_box(name) for name in _names())
        self.units = _layer_box(QgsMapLayerProxyModel.Filter.PolygonLayer)
        self.unit_field = QgsFieldComboBox()
        self.units.layerChanged.connect(self.unit_field.setLayer)
        self.figure = FigureView()
        self.model = ViewTable(self)
        self.table = make_table(self.model, tr("Figures of the account"))
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.copy = QAction(theme_icon("mActionEditCopy"), tr("Copy as table"), self)
        self.save = QAction(theme_icon("mActionFileSaveAs"), tr("Save the figure (PNG, SVG, PDF)"), self)
        self.zoom = QAction(theme_icon("mActionZoomToSelected"), tr("Zoom to the chosen units"), self)
        self.details = QTextBrowser()
        self.details.setOpenExternalLinks(True)
        self.details.setAccessibleName(tr("Where the figure comes from"))
        self.details.hide()
        self.summary = plain_label()
        self._lay_out()
        self.hide_other_layers()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setContentsMargins(0, 0, 0, 0)
        map_row = QHBoxLayout()
        map_row.addWidget(self.units, 2)
        map_row.addWidget(self.unit_field, 1)
        shown = QHBoxLayout()
        shown.addWidget(self.figures, 2)
        shown.addWidget(self.years, 1)
        for text, buddy, row in (
            (tr("&Account"), self.layers, self.layers),
            (tr("&Book"), self.book, self.book),
            (tr("&Quantity"), self.quantities, self.quantities),
            (tr("&Figure, year"), self.figures, shown),
            (tr("&Units on the map"), self.units, map_row),
        ):
            label = QLabel(text)
            label.setBuddy(buddy)
            form.addRow(label, row)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(self.figure)
        parts.addWidget(self.table)
        parts.addWidget(self.details)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        self.figure.setMinimumHeight(10 * self.fontMetrics().height())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addLayout(form)
        layout.addWidget(small_bar(self, [self.copy, self.save, None, self.zoom]))
        layout.addWidget(parts, 1)
        layout.addWidget(self.summary)

    def hide_other_layers(self, *_changed: object) -> None:
        """Offer only layers that hold accounts."""
        layers = QgsProject.instance().mapLayers().values()
        self.layers.setExceptedLayerList([layer for layer in layers if not is_account_layer(layer)])

    def choose(self, layer: QgsMapLayer) -> bool:
        """Choose a layer; False where it holds no account."""
        if not is_account_layer(layer):
            return False
        self.hide_other_layers()
        self.layers.setLayer(layer)
        return True


def _layer_box(kinds: QgsMapLayerProxyModel.Filter) -> QgsMapLayerComboBox:
    box = QgsMapLayerComboBox()
    box.setFilters(kinds)
    box.setAllowEmptyLayer(True)
    box.setMinimumContentsLength(10)
    box.setLayer(None)
    return box


def _box(name: str) -> QComboBox:
    box = QComboBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(6)
    return box


def _names() -> tuple[str, str, str]:
    return tr("Quantity of the account"), tr("Kind of figure"), tr("Year of the account")
