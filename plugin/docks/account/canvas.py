# SPDX-License-Identifier: GPL-2.0-or-later
"""The figure of the dock: drawn again on every change, picked with the mouse, saved to a file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QColor, QPalette
from qgis.PyQt.QtWidgets import QApplication, QVBoxLayout, QWidget

from ...domain.errors import OutputError
from ...i18n import tr
from ...reports.fonts import chart_settings

#: Formats that a figure can be saved in.
KINDS = "PNG (*.png);;SVG (*.svg);;PDF (*.pdf)"
DPI = 200
#: A figure smaller than this is not drawn.
LEAST_INCHES = 0.5
#: A figure that is saved is at least as large.
SAVED_INCHES = (6.4, 4.8)
#: Text stands out from its ground from this contrast on (WCAG 2.1, criterion 1.4.3).
LEAST_CONTRAST = 4.5
LIGHT_INK, DARK_INK = "#dddddd", "#222222"


class FigureView(QWidget):
    """A figure in the colours of the desktop; ``picked`` sends the name of what was clicked."""

    picked = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__()
        self.figure = Figure(layout="constrained")
        self.canvas = FigureCanvasQTAgg(self.figure)
        self.canvas.setAccessibleName(tr("Figure of the account"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.canvas)
        self.canvas.mpl_connect("pick_event", self._pick)
        self.canvas.mpl_connect("resize_event", self._catch_up)
        self._draw: Callable[[Axes], None] | None = None
        self._is_due = False

    def show_figure(self, draw: Callable[[Axes], None] | None) -> None:
        """Draw on a fresh page; nothing where ``draw`` is None."""
        self._draw = draw
        self._is_due = True
        self._catch_up()

    def _catch_up(self, *_resized: object) -> None:
        """Draw what is due, as soon as there is room: on a page without width nothing can be laid out."""
        if self._is_due and min(self.figure.get_size_inches()) > LEAST_INCHES:
            self._is_due = False
            self._paint(self.figure, _colours_of(QApplication.palette()))
            self.canvas.draw_idle()

    def save(self, path: Path) -> None:
        """Write the figure to a PNG, SVG or PDF file. Raises ``OutputError``."""
        size = [max(own, least) for own, least in zip(self.figure.get_size_inches(), SAVED_INCHES)]
        figure = Figure(figsize=size, layout="constrained")
        self._paint(figure, {})
        try:
            with rc_context(chart_settings()):
                figure.savefig(path, dpi=DPI)
        except (OSError, ValueError) as error:
            raise OutputError(
                "“{path}” cannot be written: {reason}. Close programs that hold it and check the rights.",
                path=path,
                reason=error,
            ) from error

    def _paint(self, figure: Figure, colours: Mapping[str, str]) -> None:
        """Draw in colours of the desktop; what is saved is for paper."""
        figure.clear()
        figure.set_facecolor(colours.get("figure.facecolor", "white"))
        if self._draw is not None:
            with rc_context({**chart_settings(), **colours}):
                self._draw(figure.add_subplot())

    def _pick(self, event: Any) -> None:
        name = event.artist.get_gid()
        if name:
            self.picked.emit(str(name))


def _colours_of(palette: QPalette) -> dict[str, str]:
    """Settings of Matplotlib that draw text and lines as the tables beside the figure do."""
    ground, ink = palette.color(QPalette.ColorRole.Base), palette.color(QPalette.ColorRole.Text)
    grounds = ("figure.facecolor", "axes.facecolor", "legend.facecolor")
    inks = ("text.color", "axes.labelcolor", "axes.edgecolor", "xtick.color", "ytick.color")
    readable = _readable(ink, ground).name()
    return {**dict.fromkeys(grounds, ground.name()), **dict.fromkeys(inks, readable)}


def _readable(ink: QColor, ground: QColor) -> QColor:
    """The ink, or light or dark where it does not stand out: themes by style sheet leave odd palettes."""
    if _contrast(ink, ground) >= LEAST_CONTRAST:
        return ink
    return max(QColor(LIGHT_INK), QColor(DARK_INK), key=lambda other: _contrast(other, ground))


def _contrast(first: QColor, second: QColor) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.1, definition of contrast ratio)."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: QColor) -> float:
    """Relative luminance of a colour in sRGB (WCAG 2.1)."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
