# SPDX-License-Identifier: GPL-2.0-or-later
"""Make the templates of map sheets, resources/layouts/*.qpt, from one recipe (``make layouts``).

The ids of the items and their places are those of plugin/reports/sheets/papers.py.
"""

from __future__ import annotations

import importlib.util
import re
import sys
import uuid
from base64 import b64encode
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsBasicNumericFormat,
    QgsExpressionContextUtils,
    QgsLayoutFrame,
    QgsLayoutItemAttributeTable,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutMeasurement,
    QgsLayoutTable,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsScaleBarSettings,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtXml import QDomDocument

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "layouts"
PAPER = "a4_landscape"
#: The place of the item in a name that stays the same from one making to the next.
NAMESPACE = uuid.UUID("6f6b1f0e-3c5e-5d1b-9a67-3d2f6c1a9b52")
ARROW = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="36" height="48" viewBox="0 0 36 48">'
    '<path d="M18 1 4 47 18 37z" fill="#1c2427" stroke="#1c2427" stroke-width="1.2"/>'
    '<path d="M18 1 32 47 18 37z" fill="#ffffff" stroke="#1c2427" stroke-width="1.2"/></svg>'
)
TITLE_TEXT = "[% @sheet_title || coalesce(' · ' || @atlas_pagename, '') %]"
IMPRINT_TEXT = "\n".join(
    "[% array_to_string(array_filter(array(" + parts + "), coalesce(@element, '') <> ''), '　') %]"
    for parts in (
        "@sheet_place, @sheet_year, @sheet_producer, @sheet_date",
        "@sheet_crs, @sheet_scale || format_number(map_get(item_variables('map'), 'map_scale'), 0, 'en')",
        "@sheet_source",
    )
)


def load_plugin() -> None:
    """Import the checkout under its installed name."""
    spec = importlib.util.spec_from_file_location(
        "dualcarbon", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    module = importlib.util.module_from_spec(spec)
    sys.modules["dualcarbon"] = module
    spec.loader.exec_module(module)


def add_items(layout: QgsPrintLayout) -> None:
    """All items of a sheet, not yet in their places."""
    from dualcarbon.plugin.reports.sheets import papers

    map_item = QgsLayoutItemMap(layout)
    map_item.setFrameEnabled(True)
    map_item.setFrameStrokeWidth(QgsLayoutMeasurement(0.4))
    map_item.setAtlasScalingMode(QgsLayoutItemMap.AtlasScalingMode.Predefined)
    legend = QgsLayoutItemLegend(layout)
    legend.setTitle("图例 Legend")
    legend.setLinkedMap(map_item)
    arrow = QgsLayoutItemPicture(layout)
    arrow.setPicturePath("base64:" + b64encode(ARROW.encode()).decode())
    arrow.setLinkedMap(map_item)
    items = {
        papers.MAP: map_item,
        papers.TITLE: label(layout, TITLE_TEXT, centred=True),
        papers.LEGEND: legend,
        papers.SCALE_BAR: scale_bar(layout, map_item),
        papers.NORTH_ARROW: arrow,
        papers.NORTH_LETTER: label(layout, "[% coalesce(@sheet_north, 'N') %]", centred=True),
        papers.FIGURE: QgsLayoutItemPicture(layout),
        papers.IMPRINT: label(layout, IMPRINT_TEXT, centred=False),
    }
    for name, item in items.items():
        item.setId(name)
        layout.addLayoutItem(item)
    table = QgsLayoutItemAttributeTable(layout)
    table.setResizeMode(QgsLayoutTable.ResizeMode.UseExistingFrames)
    table.setGridStrokeWidth(0.15)
    layout.addMultiFrame(table)
    frame = QgsLayoutFrame(layout, table)
    frame.setId(papers.TABLE)
    table.addFrame(frame)


def label(layout: QgsPrintLayout, text: str, *, centred: bool) -> QgsLayoutItemLabel:
    """A label of expressions, so that a kept layout follows its variables."""
    made = QgsLayoutItemLabel(layout)
    made.setText(text)
    made.setMarginX(0.0)
    made.setVAlign(Qt.AlignmentFlag.AlignVCenter)
    made.setHAlign(Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft)
    return made


def scale_bar(layout: QgsPrintLayout, map_item: QgsLayoutItemMap) -> QgsLayoutItemScaleBar:
    """A bar in kilometres that fits its place at every scale of an atlas."""
    bar = QgsLayoutItemScaleBar(layout)
    bar.setLinkedMap(map_item)
    bar.setStyle("Single Box")
    bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    bar.setUnitLabel("km")
    bar.setMapUnitsPerScaleBarUnit(1)
    bar.setNumberOfSegments(2)
    bar.setNumberOfSegmentsLeft(0)
    bar.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFitWidth)
    bar.setMinimumBarWidth(30)
    bar.setMaximumBarWidth(50)
    bar.setHeight(1.6)
    # A sheet says the same on every machine, whatever its locale.
    written = QgsBasicNumericFormat()
    written.setDecimalSeparator(".")
    written.setThousandsSeparator(",")
    bar.setNumericFormat(written)
    return bar


def make(theme: str, title: str) -> str:
    """The XML of the template of a theme."""
    from dualcarbon.plugin.reports.sheets.arrange import arrange, letter_legend
    from dualcarbon.plugin.reports.sheets.papers import LEGEND, paper

    project = QgsProject()
    layout = QgsPrintLayout(project)
    project.layoutManager().addLayout(layout)
    layout.initializeDefaults()
    layout.setName(theme)
    add_items(layout)
    arrange(layout, paper(PAPER))
    letter_legend(layout.itemById(LEGEND), 1.0)
    QgsExpressionContextUtils.setLayoutVariable(layout, "sheet_title", title)
    document = QDomDocument()
    document.appendChild(layout.writeXml(document, QgsReadWriteContext()))
    return same_every_time(document.toString(1))


def same_every_time(xml: str) -> str:
    """Replace the identities that QGIS draws by lot."""
    found: dict[str, str] = {}
    for old in re.findall(r"\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?", xml):
        found.setdefault(old.strip("{}"), str(uuid.uuid5(NAMESPACE, str(len(found)))))
    for old, new in found.items():
        xml = xml.replace(old, new)
    return xml


def main() -> None:
    """Write one template for each theme."""
    application = QgsApplication([], False)
    application.initQgis()
    load_plugin()
    from dualcarbon.plugin.reports.sheets.themes import THEMES
    from dualcarbon.plugin.reports.texts import Texts

    FOLDER.mkdir(exist_ok=True)
    for theme in THEMES:
        (FOLDER / f"{theme}.qpt").write_text(make(theme, Texts("zh")(f"sheet_{theme}")), encoding="utf-8")
    application.exitQgis()


if __name__ == "__main__":
    main()
