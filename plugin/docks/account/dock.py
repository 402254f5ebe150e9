# SPDX-License-Identifier: GPL-2.0-or-later
"""The carbon account dock: one quantity of an account at a time, as figure, table and on the map."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsApplication, QgsMapLayer, QgsProject
from qgis.PyQt.QtCore import QItemSelection, QItemSelectionModel, QModelIndex
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog

from ...domain.account_view import (
    Quantity,
    View,
    by_part,
    by_unit,
    by_year,
    has_whole,
    quantities,
    transitions,
    ways_down,
    years_of,
)
from ...domain.errors import DualCarbonError
from ...i18n import tr
from ..background import Background
from ..dock import PlannerDock
from ..host import Host
from ..table_copy import as_mime
from ..table_view import fit_columns
from . import draw
from .canvas import KINDS
from .explain import explains, factor_set_of, factors_behind
from .map_link import MapLink
from .panel import AccountPanel
from .source import Accounts, reader_of_book, reader_of_layer
from .view_model import EMPTY
from .words import part_text, quantity_text, way_text, year_text

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Widest column in characters: a figure with its bounds is never cut off.
WIDEST_FIGURE = 80
BARS, PATH = "bars", "path"
#: Figures that a table of transitions can be asked for.
TRANSITION_FIGURES = ("area_ha", "change_tc")
#: Where a project keeps the book that was chosen.
SCOPE, BOOK_ENTRY = "dualcarbon", "account/book"
#: What is shown of an account at first.
FIRST = "baseline/stock"


class AccountDock(PlannerDock):
    """Chosen units are the same in figure, table and map."""

    def __init__(self, host: Host, dock_id: str, title: str) -> None:
        super().__init__(host, dock_id, title)
        self.panel = AccountPanel()
        self.setWidget(self.panel)
        self.works = Background(host)
        self.link = MapLink(self)
        self.accounts: Accounts | None = None
        self.chosen: frozenset[str] = frozenset()
        self._is_choosing = False
        self._is_by_unit = False
        #: The layer that is read; the box has forgotten it when the project tells that it goes.
        self._layer_id = ""
        self._connect()
        self._restore()
        self._ask()

    def _connect(self) -> None:
        panel, project = self.panel, QgsProject.instance()
        panel.layers.layerChanged.connect(self._take_layer)
        panel.book.fileChanged.connect(self._take_book)
        panel.quantities.currentIndexChanged.connect(self._ask_quantity)
        panel.figures.currentIndexChanged.connect(self._show)
        panel.years.currentIndexChanged.connect(self._show)
        panel.units.layerChanged.connect(self._bind)
        panel.unit_field.fieldChanged.connect(self._bind)
        panel.table.selectionModel().selectionChanged.connect(self._choose_in_table)
        panel.table.doubleClicked.connect(self._explain)
        panel.figure.picked.connect(self._choose_in_figure)
        self.link.selected.connect(self._choose_on_map)
        panel.copy.triggered.connect(self._copy)
        panel.save.triggered.connect(self._save_figure)
        panel.zoom.triggered.connect(self._zoom)
        self.host.style.changed.connect(self._show)
        project.layersAdded.connect(panel.hide_other_layers)
        project.readProject.connect(self._restore)
        project.layersWillBeRemoved.connect(self._forget_layers)

    def release(self) -> None:
        super().release()
        self.works.close()
        self.link.release()
        self.host.style.changed.disconnect(self._show)
        project = QgsProject.instance()
        project.layersAdded.disconnect(self.panel.hide_other_layers)
        project.readProject.disconnect(self._restore)
        project.layersWillBeRemoved.disconnect(self._forget_layers)

    # Source ---------------------------------------------------------------------------------

    def choose_layer(self, layer: QgsMapLayer) -> bool:
        """Take a layer that was dropped onto the dock."""
        if self.panel.choose(layer):
            return True
        self.host.warn(
            tr(
                "“{layer}” holds no account. Drop an output of “Sink baseline”, “Change of carbon stock” or "
                "“Emission inventory”."
            ).format(layer=layer.name())
        )
        return False

    def _restore(self, *_read: object) -> None:
        """Take up the book that the project has kept."""
        self.panel.hide_other_layers()
        book, _is_known = QgsProject.instance().readEntry(SCOPE, BOOK_ENTRY, "")
        if book or self.panel.layers.currentLayer() is None:
            self.panel.book.setFilePath(str(book))

    def _take_layer(self, layer: QgsMapLayer | None) -> None:
        self._layer_id = "" if layer is None else layer.id()
        if layer is None:
            self._take(None)
            return
        self.panel.book.blockSignals(True)
        self.panel.book.setFilePath("")
        self.panel.book.blockSignals(False)
        if layer.isSpatial():
            self.panel.units.setLayer(layer)
            self.panel.unit_field.setField("unit")
            self._bind()
        self._read(layer.name(), reader_of_layer(layer))

    def _take_book(self, store: str) -> None:
        QgsProject.instance().writeEntry(SCOPE, BOOK_ENTRY, store)
        if not store:
            self._take(None)
            return
        self.panel.layers.blockSignals(True)
        self.panel.layers.setLayer(None)
        self.panel.layers.blockSignals(False)
        try:
            read = reader_of_book(store)
        except DualCarbonError as error:
            self.host.refuse(error)
            return
        self._read(Path(store).name, read)

    def _forget_layers(self, layer_ids: list[str]) -> None:
        if self._layer_id in layer_ids:
            self.works.cancel("read")
            self._take(None)

    def _read(self, name: str, read: Callable[..., Accounts]) -> None:
        self.panel.summary.setText(tr("Reading {layer} …").format(layer=name))
        self.works.start("read", tr("Read the account {name}").format(name=name), read, self._take)

    def _take(self, accounts: Accounts | None) -> None:
        self.accounts = accounts
        self.chosen = frozenset()
        self._ask()

    # What is asked --------------------------------------------------------------------------

    def _ask(self) -> None:
        """Offer the quantities of the account."""
        offered: list[tuple[str, object]] = []
        if self.accounts is not None and len(self.accounts.entries):
            offered = [(quantity_text(item), item) for item in quantities(self.accounts.entries)]
        elif self.accounts is not None:
            figures = [name for name in TRANSITION_FIGURES if name in self.accounts.transitions]
            words = {"area_ha": tr("Area of the transition (ha)"), "change_tc": tr("Change of stock (t C)")}
            offered = [(words[name], name) for name in figures]
        items = [getattr(data, "item", "") for _text, data in offered]
        _fill(self.panel.quantities, offered, items.index(FIRST) if FIRST in items else 0)
        self._ask_quantity()

    def _ask_quantity(self) -> None:
        """Offer the figures and years of the quantity."""
        quantity = self.panel.quantities.currentData()
        figures: list[tuple[str, object]] = []
        years: list[tuple[str, object]] = []
        if isinstance(quantity, Quantity):
            entries = self.accounts.entries
            is_whole = has_whole(entries, quantity)
            figures = [(tr("Bars by unit"), BARS)] if is_whole else []
            figures += [(way_text(way), ("way", way)) for way in ways_down(entries, quantity)]
            years = [(year_text(year), year) for year in reversed(years_of(entries, quantity))]
            if is_whole and len(years) > 1:
                figures.append((tr("Path over the years"), PATH))
        elif quantity:
            figures = [(tr("Transition matrix"), "matrix")]
        _fill(self.panel.figures, figures)
        _fill(self.panel.years, years)
        self._show()

    def _view(self) -> tuple[View, Callable[[Axes], None]] | None:
        """The grid that is asked for and how it is drawn."""
        quantity, kind = self.panel.quantities.currentData(), self.panel.figures.currentData()
        if self.accounts is None or not quantity or not kind:
            return None
        # A dollar sign would start mathematical typesetting.
        label = self.panel.quantities.currentText().replace("$", r"\$")
        if kind == "matrix":
            view = transitions(self.accounts.transitions, quantity, tuple(sorted(self.chosen)))
            return view, partial(draw.draw_matrix, view=view, label=label, name=_class_text)
        entries, year = self.accounts.entries, self.panel.years.currentData()
        if kind == PATH:
            view = by_year(entries, quantity)
            return view, partial(draw.draw_paths, view=view, label=label, chosen=self.chosen)
        if kind == BARS:
            view = by_unit(entries, quantity, year)
            return view, partial(draw.draw_bars, view=view, label=label, chosen=self.chosen)
        view = by_part(entries, quantity, kind[1], year)
        return view, partial(draw.draw_stacked, view=view, label=label, chosen=self.chosen, name=part_text)

    def _show(self, *_changed: object) -> None:
        """Show what is asked for as table and figure."""
        found, kind = self._view(), self.panel.figures.currentData()
        panel = self.panel
        panel.years.setEnabled(kind not in (PATH, "matrix"))
        for action in (panel.copy, panel.save):
            action.setEnabled(found is not None)
        if found is None:
            panel.model.show(EMPTY, "", str)
            panel.figure.show_figure(None)
            panel.summary.setText(tr("Choose an account layer or an account book, or drag a layer here."))
            return
        view, paint = found
        self._is_by_unit = kind not in (PATH, "matrix")
        corner = tr("Unit") if self._is_by_unit else tr("From class") if kind == "matrix" else tr("Year")
        name = _class_text if kind == "matrix" else str if kind == PATH else part_text
        self._is_choosing = True
        panel.model.decimals = self.host.style.decimals_of(view.measure)
        panel.model.show(view, corner, name, _class_text if kind == "matrix" else str)
        self._is_choosing = False
        fit_columns(panel.table, WIDEST_FIGURE)
        panel.figure.show_figure(paint)
        self._mark_rows()
        self._sum_up(view)

    def _sum_up(self, view: View) -> None:
        shown = min(len(view.rows), draw.MOST_ROWS)
        self.panel.summary.setText(
            tr(
                "{rows} rows × {columns} columns; the figure shows {shown} rows. {chosen} units chosen."
            ).format(rows=len(view.rows), columns=len(view.columns), shown=shown, chosen=len(self.chosen))
        )

    # Chosen units ---------------------------------------------------------------------------

    def choose_units(self, units: frozenset[str], *, is_from_map: bool = False) -> None:
        """Choose units everywhere."""
        if units == self.chosen:
            return
        self.chosen = units
        if not is_from_map:
            self.link.select(units)
        found = self._view()
        if found is not None:
            if self.panel.figures.currentData() == "matrix":
                self._show()
                return
            self.panel.figure.show_figure(found[1])
            self._mark_rows()
            self._sum_up(found[0])

    def _mark_rows(self) -> None:
        model, table = self.panel.model, self.panel.table
        if not self._is_by_unit:
            return
        picked = QItemSelection()
        for row, unit in enumerate(model.view.rows):
            if unit in self.chosen:
                picked.select(model.index(row, 0), model.index(row, model.columnCount() - 1))
        self._is_choosing = True
        table.selectionModel().select(picked, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self._is_choosing = False

    def _choose_in_table(self, *_changed: object) -> None:
        model = self.panel.model
        if self._is_choosing or not self._is_by_unit:
            return
        rows = {index.row() for index in self.panel.table.selectionModel().selectedRows()}
        self.choose_units(frozenset(model.view.rows[row] for row in rows))

    def _choose_in_figure(self, unit: str) -> None:
        self.choose_units(frozenset({unit}))

    def _choose_on_map(self, units: set[str]) -> None:
        self.choose_units(frozenset(units), is_from_map=True)

    def _bind(self, *_changed: object) -> None:
        self.link.bind(self.panel.units.currentLayer(), self.panel.unit_field.currentField())

    # Where figures come from ----------------------------------------------------------------

    def _explain(self, index: QModelIndex) -> None:
        """Tell the factors behind the figure of a land class."""
        columns = self.panel.model.view.columns
        item = columns[index.column() - 1] if self._is_by_unit and 0 < index.column() <= len(columns) else ""
        if not explains(item):
            self.panel.details.hide()
            self.host.tell(
                tr("Show stock, removal or emission by land class; a double click on a figure explains it.")
            )
            return
        try:
            text = factors_behind(item, factor_set_of(self.panel.layers.currentLayer()))
        except DualCarbonError as error:
            self.host.refuse(error)
            return
        self.panel.details.setHtml(text)
        self.panel.details.show()

    # Deeds ----------------------------------------------------------------------------------

    def _copy(self) -> None:
        table = self.panel.model.as_table()
        QgsApplication.clipboard().setMimeData(as_mime(table))
        self.host.tell(tr("{count} rows were copied.").format(count=len(table) - 1))

    def _save_figure(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(self, self.panel.save.text(), "", KINDS)
        if path:
            self.save_figure(Path(path if Path(path).suffix else f"{path}.png"))

    def save_figure(self, path: Path) -> None:
        """Write the figure to a file."""
        try:
            self.panel.figure.save(path)
        except DualCarbonError as error:
            self.host.refuse(error)
        else:
            self.host.tell(tr("“{file}” was saved.").format(file=path.name))

    def _zoom(self) -> None:
        if self.link.layer is not None:
            self.host.iface.mapCanvas().zoomToSelected(self.link.layer)


def _class_text(name: str) -> str:
    return part_text(f"class:{name}")


def _fill(box: QComboBox, offered: list[tuple[str, object]], default: int = 0) -> None:
    """Offer other choices, and keep the one that was chosen where it is still there."""
    before = box.currentText()
    box.blockSignals(True)
    box.clear()
    for text, data in offered:
        box.addItem(text, data)
    known = [text for text, _data in offered]
    box.setCurrentIndex(known.index(before) if before in known else default if offered else -1)
    box.blockSignals(False)
