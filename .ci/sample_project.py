# SPDX-License-Identifier: GPL-2.0-or-later
"""Make the sample projects, resources/sample/county/county_{en,zh}.qgz (``make sample``).

The layers of county.gpkg in groups, in the colours of the plugin's own maps, with relative paths.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from manual import LANGUAGES, ROOT, load_plugin
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsFillSymbol,
    QgsPalLayerSettings,
    QgsProject,
    QgsProjectMetadata,
    QgsReferencedRectangle,
    QgsSettings,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor, QFont

SAMPLE = ROOT / "resources" / "sample" / "county"
#: The strokes of areas that may lie over each other, in degrees; the other line is a border.
HATCHED = {"pbf": 45.0, "erl": 135.0}
TITLE = {"en": "Sample County (made up)", "zh": "样例县（虚构）"}


@dataclass(frozen=True)
class Entry:
    """A table of the sample: its name in words, and what decides its look."""

    table: str
    en: str
    zh: str
    line_type: str = ""
    class_field: str = ""
    classification: str = ""
    is_shown: bool = True

    def title(self, language: str) -> str:
        """The name in the layer tree: the table first, since parameters and guide speak of it."""
        return f"{self.table} {self.zh if language == 'zh' else self.en}"


#: The layer tree from top to bottom: names of the group, its layers.
TREE = (
    ({"en": "Units", "zh": "统计单元"}, (Entry("XZQ", "Towns", "乡镇"),)),
    (
        {"en": "Control lines (stand-ins)", "zh": "控制线（替代数据，非法定）"},
        (
            Entry("CZKFBJ", "Urban development boundary", "城镇开发边界", line_type="udb"),
            Entry("STBHHX", "Ecological redline", "生态保护红线", line_type="erl"),
            Entry("YJJBNTBHTB", "Permanent basic farmland", "永久基本农田", line_type="pbf"),
        ),
    ),
    (
        {"en": "Plan draft", "zh": "规划草案"},
        (
            Entry(
                "GHYDYH",
                "Plan draft",
                "规划用地用海",
                class_field="YDYHFLDM",
                classification="cn_landsea_2023",
                is_shown=False,
            ),
        ),
    ),
    (
        {"en": "Present land use", "zh": "现状"},
        (Entry("DLTB", "Land use", "地类图斑", class_field="DLBM", classification="cn_third_survey"),),
    ),
)


def make_project(language: str) -> Path:
    """Write the project of one language; raises ``OSError`` where that fails."""
    project = QgsProject.instance()
    project.clear()
    project.setMetadata(QgsProjectMetadata())
    project.setTitle(TITLE[language])
    for names, entries in TREE:
        group = project.layerTreeRoot().addGroup(names[language])
        for number, entry in enumerate(entries):
            layer = _open(entry, language)
            _style(layer, entry, number, language)
            project.addMapLayer(layer, False)
            group.addLayer(layer)
            node = group.findLayer(layer.id())
            node.setExpanded(False)
            node.setItemVisibilityChecked(entry.is_shown)
    project.setCrs(layer.crs())
    project.setEllipsoid(layer.crs().ellipsoidAcronym())
    project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(layer.extent(), layer.crs()))
    project.setFilePathStorage(Qgis.FilePathType.Relative)
    place = SAMPLE / f"county_{language}.qgz"
    if not project.write(str(place)):
        raise OSError(project.error())
    Path(f"{place}~").unlink(missing_ok=True)
    return place


def _open(entry: Entry, language: str) -> QgsVectorLayer:
    source = f"{SAMPLE / 'county.gpkg'}|layername={entry.table}"
    layer = QgsVectorLayer(source, entry.title(language), "ogr")
    if not layer.isValid():
        raise OSError(source)
    return layer


def _style(layer: QgsVectorLayer, entry: Entry, number: int, language: str) -> None:
    if entry.line_type:
        _style_line(layer, entry.line_type, number)
    elif entry.class_field:
        _style_land(layer, entry, language)
    else:
        _style_units(layer)


def _style_line(layer: QgsVectorLayer, line_type: str, number: int) -> None:
    from dualcarbon.plugin.domain.rules import load_rule_pack
    from dualcarbon.plugin.gis.map_layers import hatch_control_area, style_control_line

    colour = str(load_rule_pack("cn_national").line_types.at[line_type, "colour"])
    if line_type in HATCHED:
        hatch_control_area(layer, colour, HATCHED[line_type])
    else:
        style_control_line(layer, colour, number)


def _style_land(layer: QgsVectorLayer, entry: Entry, language: str) -> None:
    from dualcarbon.plugin.domain.land_colours import colour_codes
    from dualcarbon.plugin.reports.sheets.land_use import LandUseColours, colour_land_use
    from dualcarbon.plugin.reports.texts import Texts

    codes = sorted(_values(layer, entry.class_field))
    coloured = colour_codes(codes, codes, entry.classification)
    colours = LandUseColours(entry.class_field, coloured, complete=not coloured.uncoloured)
    colour_land_use(layer, colours, 1.0, Texts(language))


def _values(layer: QgsVectorLayer, field: str) -> Iterator[str]:
    return map(str, layer.uniqueValues(layer.fields().lookupField(field)))


def _style_units(layer: QgsVectorLayer) -> None:
    border = {"style": "no", "outline_color": "#3c3c3c", "outline_width": "0.5"}
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple(border)))
    settings: Any = QgsPalLayerSettings()
    settings.fieldName = "XZQMC"
    settings.setFormat(_halo_text())
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def _halo_text() -> QgsTextFormat:
    text, halo = QgsTextFormat(), QgsTextBufferSettings()
    text.setFont(QFont("Noto Sans CJK SC"))
    text.setSize(9)
    halo.setEnabled(True)
    halo.setSize(0.8)
    halo.setColor(QColor("white"))
    text.setBuffer(halo)
    return text


def main() -> None:
    application = QgsApplication([], False)
    application.initQgis()
    load_plugin()
    settings, key = QgsSettings(), "projects/anonymize_saved_projects"
    # A project names who saved it and when, unless this is set.
    settings.setValue(key, True, QgsSettings.Section.Core)
    for language in LANGUAGES:
        place = make_project(language)
        print(f"sample: {place.relative_to(ROOT)}, {place.stat().st_size // 1000} kB")
    settings.remove(key, QgsSettings.Section.Core)
    QgsProject.instance().clear()
    application.exitQgis()


if __name__ == "__main__":
    main()
