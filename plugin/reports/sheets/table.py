# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of a sheet: columns under their names, on a page of an atlas the rows of its unit."""

from __future__ import annotations

from collections import Counter

from qgis.core import (
    QgsExpression,
    QgsLayoutFrame,
    QgsLayoutItemAttributeTable,
    QgsLayoutTableColumn,
    QgsPrintLayout,
)
from qgis.PyQt.QtCore import Qt

from ...domain.classes import carbon_classes
from ...domain.notes import NoteBook
from ...gis.field_aliases import chinese_name
from ..texts import Texts
from .arrange import box_of, put, text_format
from .fill import room_of
from .inputs import SheetTable
from .land_use import map_expression
from .papers import FIGURE, GAP_MM, LEGEND, TABLE, Box
from .units import SheetUnits

TABLE_PT, CELL_MM = 7.0, 1.0
#: Smaller letters for a long table; below the last its end is left out, and said to be.
SCALES = (1.0, 0.9, 0.8, 0.7, 0.6)
#: Height of a line of letters against their size, millimetres in a point, and the grid.
LINE, POINT_MM, GRID_MM = 1.25, 0.3528, 0.15
#: The border of a page that stays empty.
BORDER_MM = 8.0
#: Fields that hold ids of carbon classes.
CLASS_FIELDS = ("carbon_class", "from_class", "to_class")


def show_table(
    layout: QgsPrintLayout,
    table: SheetTable,
    units: SheetUnits | None,
    size: float,
    texts: Texts,
    notes: NoteBook,
) -> None:
    """Fill the table in letters that fit its frame; note what does not fit.

    The frame grows up to a short legend above it, and down over the place of a figure not shown.
    """
    frame = layout.itemById(TABLE)
    shown = frame.multiFrame() if isinstance(frame, QgsLayoutFrame) else None
    if not isinstance(shown, QgsLayoutItemAttributeTable):
        return
    room = _below_legend(layout, room_of(layout, frame, (FIGURE,)))
    put(frame, room)
    filtered = units is not None and bool(table.unit_field)
    rows = _most_rows(table) if filtered else table.layer.featureCount()
    scale = next((scale for scale in SCALES if _height(rows, scale * size) <= room[3]), SCALES[-1])
    # Before the columns: QGIS 3.22 frees memory twice when letters are set after them.
    shown.setHeaderTextFormat(text_format(TABLE_PT * size * scale, bold=True))
    shown.setContentTextFormat(text_format(TABLE_PT * size * scale))
    shown.setCellMargin(CELL_MM * size * scale)
    shown.setVectorLayer(table.layer)
    shown.setMaximumNumberOfFeatures(max(rows, 1))
    if filtered:
        shown.setFilterFeatures(True)
        column = QgsExpression.quotedColumnRef(table.unit_field)
        shown.setFeatureFilter(f"trim(to_string({column})) = @atlas_pagename")
    shown.setColumns([_column(table, name, texts) for name in table.fields])
    _note_cut(rows, _height(rows, scale * size), room[3], notes)
    shown.refreshAttributes()
    shown.recalculateTableSize()
    # The frame itself is as wide as the table: what bounds it is the border of the page.
    page_mm = layout.pageCollection().page(0).rect().width()
    if room[0] + shown.totalSize().width() > page_mm - BORDER_MM * size:
        notes.add(
            "table_too_wide",
            "The {count} columns of the table are wider than its place on the sheet. Choose fewer in "
            "TABLE_FIELDS, or a larger paper.",
            count=len(table.fields),
        )


def _below_legend(layout: QgsPrintLayout, room: Box) -> Box:
    legend = layout.itemById(LEGEND)
    if legend is None:
        return room
    left, top, _width, height = box_of(legend)
    end = top + height + GAP_MM
    # An empty frame tells no width: below the legend is what begins where it begins.
    if abs(left - room[0]) > GAP_MM or end >= room[1]:
        return room
    return room[0], end, room[2], room[1] + room[3] - end


def _note_cut(rows: int, needed_mm: float, room_mm: float, notes: NoteBook) -> None:
    if needed_mm > room_mm:
        notes.add(
            "table_too_long",
            "The table has {count} rows, more than its place on the sheet can show: the last are left out "
            "there. Choose a larger paper, or print the table by itself.",
            count=rows,
        )


def _height(rows: int, size: float) -> float:
    """Millimetres that the rows and the header need."""
    return (rows + 1) * ((LINE * TABLE_PT * POINT_MM + 2 * CELL_MM) * size + GRID_MM)


def _most_rows(table: SheetTable) -> int:
    """The rows of the unit that has most of them."""
    position = table.layer.fields().lookupField(table.unit_field)
    counts = Counter(str(feature.attribute(position)).strip() for feature in table.layer.getFeatures())
    return max(counts.values(), default=0)


def _column(table: SheetTable, name: str, texts: Texts) -> QgsLayoutTableColumn:
    known = table.layer.fields().field(name)
    column = QgsExpression.quotedColumnRef(name)
    made = QgsLayoutTableColumn()
    made.setHeading((chinese_name(name) if texts.language == "zh" else "") or name)
    text = column
    if name in CLASS_FIELDS:
        names = carbon_classes()["name_zh" if texts.language == "zh" else "name_en"]
        text = f"coalesce({map_expression(name, names.to_dict())}, {column})"
    elif name == "year":
        text = f"to_string({column})"
    elif known.isNumeric():
        digits = 0 if "int" in known.typeName().lower() else 2
        # In one language: a sheet says the same on every machine.
        text = f"format_number({column}, {digits}, 'en')"
        made.setHAlignment(Qt.AlignmentFlag.AlignRight)
    made.setAttribute(f"coalesce({text}, '–')")
    return made
