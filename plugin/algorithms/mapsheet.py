# SPDX-License-Identifier: GPL-2.0-or-later
"""Map sheet (图件输出): a print layout filled with map, legend, table and figure."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .choices import LANGUAGES, LINE_STATUS, PAPERS, SHEET_FORMATS, SHEET_THEMES
from .parameters import (
    add_choice,
    add_classification,
    add_field,
    add_imprint,
    add_manifest,
    add_map_layer,
    add_numbers,
    add_table_input,
    add_unit_polygons,
    add_year,
)

VECTOR = QgsProcessing.SourceType.TypeVectorAnyGeometry


class MapSheet(DualCarbonAlgorithm):
    """``dualcarbon:mapsheet``."""

    def name(self) -> str:
        return "mapsheet"

    def displayName(self) -> str:
        return tr("Map sheet")

    def groupId(self) -> str:
        return "planning"

    def flags(self) -> QgsProcessingAlgorithm.Flag:
        # Print layouts belong to the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def tags(self) -> list[str]:
        return tr("map,sheet,layout,atlas,PDF,PNG,land use,lines,图件,制图,图集,布局,三线套合,现状图").split(
            ","
        )

    def shortDescription(self) -> str:
        return tr("Fills a print layout with map, legend, table and figure and writes its pages.")

    def shortHelpString(self) -> str:
        return tr(
            "Opens the template of a theme (resources/layouts, or one of your own), themes the layers, and "
            "writes one sheet, or one page for each unit: land use in the colours of the land-and-sea "
            "guide, the three control lines over land use, carbon density (t C/ha), net emission "
            "(t CO2e/a), warning levels. Files are named code of the area + place + map + year + [unit], as "
            "PDF, PNG, or both. Scales are round numbers. Hatches and dashes tell "
            "apart what colour alone would.\n\n"
            "The layout can be kept in the open project for further editing; its words are variables "
            "(sheet_title, sheet_producer …). An own template needs a map with the item id “map”; the ids "
            "title, legend, scale_bar, north_arrow, table, figure, imprint are filled where it has them.\n\n"
            "Colours of land use: resources/styles/landsea_colours.csv, after the drawing norm of "
            "municipal plans of 2021 as transcribed by a third party, not verified; see "
            "resources/styles/SOURCES.md. Stand-in lines mark the sheet as a trial."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        self._add_map()
        self._add_atlas()
        self._add_beside()
        self._add_words()
        self._add_paper()
        add_manifest(self)
        self.add(
            QgsProcessingParameterFolderDestination("OUTPUT_FOLDER", tr("Folder of the sheets")),
            tr("Folder for the files; files of the same names in it are replaced."),
        )
        add_numbers(self, {"PAGES": tr("Pages")})

    def _add_map(self) -> None:
        add_choice(
            self,
            "THEME",
            tr("Theme"),
            SHEET_THEMES,
            tr("What the map shows; each theme has a template of its own."),
            choices="sheet_theme",
        )
        add_map_layer(
            self,
            "LAYER",
            tr("Layer"),
            tr(
                "Land use or planned use for land_use and lines; an output with density_tc_ha or stock_tc "
                "and area_ha, or a density raster (t C/ha), for density; with net_tco2e_a (t CO2e/a) for "
                "net; the standing of “Monitor accounts” for warning."
            ),
        )
        add_field(
            self,
            "CLASS_FIELD",
            tr("Land-use code field"),
            "LAYER",
            tr("Field with the code, such as DLBM or YDYHFLDM, for land_use and lines."),
            optional=True,
        )
        add_classification(self, advanced=True)
        self.add(
            QgsProcessingParameterMultipleLayers("CONTROL_LINES", tr("Control lines"), VECTOR, optional=True),
            tr("Control-line layers above the map; their types are told by their names (YJJBNTBHTB …)."),
        )
        add_choice(
            self,
            "LINE_STATUS",
            tr("Status of the lines"),
            LINE_STATUS,
            tr("legal: approved lines; draft and standin are named in the legend, standin marks a trial."),
            choices="line_status",
            advanced=True,
        )

    def _add_atlas(self) -> None:
        add_unit_polygons(
            self,
            tr("Polygons of the units: one page for each. Empty: one sheet of the whole layer."),
            tr("Field that names the unit, such as XZQMC; features of one name are one page."),
        )

    def _add_beside(self) -> None:
        add_table_input(
            self, "TABLE", tr("Table"), tr("Table beside the map, such as the baseline per unit and class.")
        )
        self.add(
            QgsProcessingParameterField(
                "TABLE_FIELDS", tr("Columns of the table"), None, "TABLE", allowMultiple=True, optional=True
            ),
            tr("Columns shown, in this order, in their units of measure. Empty: all."),
        )
        add_field(
            self,
            "TABLE_UNIT_FIELD",
            tr("Unit name field of the table"),
            "TABLE",
            tr("Field by which a page shows the rows of its unit. Empty: unit, where the table has it."),
            optional=True,
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFile("FIGURE", tr("Figure"), optional=True),
            tr("Image (PNG, JPG) or SVG beside the map, such as a chart."),
        )

    def _add_words(self) -> None:
        self.add(
            QgsProcessingParameterString("TITLE", tr("Title"), optional=True),
            tr("Name of the map (图名). Empty: that of the theme."),
        )
        add_imprint(self, tr("Who made the map; printed at its foot."))
        add_year(
            self,
            "YEAR",
            tr("Year"),
            tr("Calendar year of the map, for its title and file names."),
            optional=True,
        )
        add_choice(
            self,
            "LANGUAGE",
            tr("Language"),
            LANGUAGES,
            tr("Language of the map: zh or en."),
            choices="language",
        )

    def _add_paper(self) -> None:
        add_choice(
            self,
            "PAPER",
            tr("Paper"),
            PAPERS,
            tr("Paper of a shipped template; a template of your own keeps its own."),
            choices="paper",
        )
        add_choice(
            self,
            "FORMAT",
            tr("Format"),
            SHEET_FORMATS,
            tr("pdf, png, or both of each page."),
            choices="sheet_format",
        )
        self.add(
            QgsProcessingParameterNumber(
                "DPI", tr("Resolution (dpi)"), QgsProcessingParameterNumber.Type.Integer, 300, False, 50, 1200
            ),
            tr("Number of dots per inch of PNG files and of what a PDF holds as an image."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterFile("TEMPLATE", tr("Own template"), extension="qpt", optional=True),
            tr("Print-layout template (.qpt) instead of the shipped one of the theme."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean("KEEP_LAYOUT", tr("Keep the layout in the project"), False),
            tr("Adds the layout and its layers to the open project, to go on editing there."),
        )

    def compute(self, run: Any) -> dict[str, Any]:
        from ..reports.sheets.sheet import make_sheet

        return make_sheet(run)
