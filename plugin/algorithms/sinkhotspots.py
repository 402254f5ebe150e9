# SPDX-License-Identifier: GPL-2.0-or-later
"""Removal hot spots: the parcels of the highest removal per hectare that make up a share of a unit."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import QgsProcessingParameterField, QgsProcessingParameterNumber

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .choices import HOTSPOT_SHARES
from .parameters import (
    add_choice,
    add_field,
    add_manifest,
    add_numbers,
    add_polygon_output,
    add_polygons,
    add_table_output,
    add_unit_polygons,
)


class SinkHotspots(DualCarbonAlgorithm):
    """``dualcarbon:sinkhotspots``."""

    STYLES: ClassVar = {"OUTPUT": "sinkhotspots"}

    def name(self) -> str:
        return "sinkhotspots"

    def displayName(self) -> str:
        return tr("Removal hot spots")

    def tags(self) -> list[str]:
        return tr(
            "hot spot,removal,sink,ecological source,open space,热点,碳汇,生态源地,开敞空间,格局"
        ).split(",")

    def shortDescription(self) -> str:
        return tr("The parcels of the highest removal per hectare that make up the top share of every unit.")

    def shortHelpString(self) -> str:
        return tr(
            "Takes parcels with attached carbon factors and finds, in every unit, those of the highest "
            "removal per hectare (t CO2e/(ha·a)) that together make up the top share: of the area of the "
            "unit's parcels, or of their removal. The parcel that reaches the share is the last one, so "
            "that the share is met or passed.\n\n"
            "Parcels of a class have the same density; among equals the larger one comes first, then the one "
            "with the smaller id, then the one further west and south. Parcels that a unit's border cuts "
            "share their removal by area. Land that removes nothing is never a hot spot.\n\n"
            "Hot spots that share a border make a patch, also across units. concentration = share of the "
            "removal ÷ share of the area: 1 where hot spots are no denser than the rest.\n\n"
            "The top 20 % of a service as sources of an ecological network is a custom, no norm. For "
            "polygons; turn a density raster into polygons first."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        add_polygons(
            self,
            "INPUT",
            tr("Parcels with carbon factors"),
            tr("Output of “Attach carbon factors”: polygons with removal_tco2e_a and area_ha."),
        )
        self.add(
            QgsProcessingParameterField(
                "VALUE_FIELD",
                tr("Field to rank by"),
                "removal_tco2e_a",
                "INPUT",
                QgsProcessingParameterField.DataType.Numeric,
                # QGIS 3.22 refuses a required field that is left at its default.
                optional=True,
            ),
            tr(
                "Amount of each parcel, divided by its area: removal_tco2e_a (t CO2e/a) or stock_tc (t C). "
                "Empty: removal_tco2e_a."
            ),
        )
        add_field(
            self,
            "ID_FIELD",
            tr("Parcel id field"),
            "INPUT",
            tr("Business id, such as BSM: breaks ties and names the hot spots. Empty: position breaks ties."),
            optional=True,
        )
        add_unit_polygons(
            self,
            tr("Polygons of towns, villages or other units. Empty: the whole layer is one unit."),
            tr(
                "Field that names the unit, such as XZQMC; features of one name are one unit. "
                "Empty: feature id."
            ),
        )
        number = QgsProcessingParameterNumber.Type.Double
        self.add(
            QgsProcessingParameterNumber("SHARE", tr("Top share (%)"), number, 20.0, False, 0.001, 100.0),
            tr("Share of each unit's area or removal that its hot spots make up, in percent."),
        )
        add_choice(
            self,
            "BY",
            tr("Share of"),
            HOTSPOT_SHARES,
            tr("area: of the area of the unit's parcels; amount: of their removal."),
            choices="hotspot_share",
        )
        self.add(
            QgsProcessingParameterNumber("MIN_PATCH_HA", tr("Smallest patch (ha)"), number, 0.0, False, 0.0),
            tr("Hot spots in patches below this area (ha) are left out of the layer; the table counts them."),
            advanced=True,
        )
        add_manifest(self)
        add_polygon_output(
            self,
            "OUTPUT",
            tr("Hot spots"),
            tr(
                "Parcels, or their parts in a unit: rank, removal per ha and in all, area (ha), cumulative "
                "share of the unit's removal, number and area (ha) of the patch."
            ),
        )
        add_table_output(
            self,
            "OUTPUT_TABLE",
            tr("Hot spots per unit"),
            tr("Area (ha) and removal of the hot spots, their shares of the unit, concentration, threshold."),
        )
        add_numbers(
            self,
            {
                "HOTSPOTS": tr("Hot spots"),
                "HOTSPOT_AREA_HA": tr("Area of the hot spots (ha)"),
                "HOTSPOT_SHARE": tr("Share of the removal in hot spots (0–1)"),
            },
        )

    def compute(self, run: Any) -> dict[str, Any]:
        from ..gis.hotspots import find_hotspots, hotspot_outputs, write_hotspots

        job = find_hotspots(run)
        run.record(units=job.selection.units.to_dict("records"))
        write_hotspots(run, job)
        return run.finish(**hotspot_outputs(job))
