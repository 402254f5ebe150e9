# SPDX-License-Identifier: GPL-2.0-or-later
"""Downscale emissions (碳排放空间化) of an inventory to parcels."""

from __future__ import annotations

import math
from typing import Any, ClassVar

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterString,
)

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .parameters import (
    add_field,
    add_manifest,
    add_numbers,
    add_polygon_output,
    add_polygons,
    add_table_input,
    add_table_output,
)

POINTS = QgsProcessing.SourceType.TypeVectorPoint
LINES = QgsProcessing.SourceType.TypeVectorLine


class DownscaleEmissions(DualCarbonAlgorithm):
    """``dualcarbon:downscaleemissions``."""

    STYLES: ClassVar = {"OUTPUT": "downscaleemissions", "OUTPUT_RASTER": "downscaleemissions_raster"}

    def name(self) -> str:
        return "downscaleemissions"

    def displayName(self) -> str:
        return tr("Downscale emissions")

    def tags(self) -> list[str]:
        return tr(
            "emission,downscaling,parcel,proxy,point source,碳排放,空间化,降尺度,地块,点源,代理变量"
        ).split(",")

    def shortDescription(self) -> str:
        return tr(
            "Brings the emissions of an inventory onto parcels by sector; what has no proxy is left over."
        )

    def shortHelpString(self) -> str:
        return tr(
            "Per unit, sector and scope: point sources first, each in the parcel that it lies in; the rest "
            "by E·w ÷ Σ w over the parcels of the unit (all parcels without a unit field). w of a sector is "
            "a class weight × area or floor area (table WEIGHTS: sector, class, weight, of; a class stands "
            "for all codes that begin with it, the longest wins), or for one sector the length of roads in "
            "the parcel × their flow. A weight with an item holds for that item of the sector alone: "
            "resources/factors/emission_weights_sea.csv brings fishery, ports and shipping onto their sea "
            "use by area.\n\nCO2 alone goes the same way beside CO2e; rows whose CO2 is unknown are listed. "
            "A sector without a proxy is left over and listed, never spread in silence; negative proxies are "
            "refused. Parcels and what is left over make up the inventory to 1e-9, in each measure. Scope 3 "
            "arises elsewhere and is not placed. No intensities are shipped: weights come from local figures "
            "(kWh/m², t CO2/ha of surveyed plants). Blank table: "
            "resources/factors/emission_weights_template.csv.\n\nA parcel's figure is an estimate by proxy: "
            "it says where the emissions of a sector are likely, not what a parcel emits."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        add_table_input(
            self,
            "INVENTORY",
            tr("Emission inventory"),
            tr(
                "Output of “Emission inventory”, or a table with sector, emission_tco2e (t CO2e), and, "
                "optional, co2_t (t CO2), unit, scope and item."
            ),
            optional=False,
        )
        add_polygons(
            self, "PARCELS", tr("Parcels"), tr("Polygons with a land-use code; overlaps count twice.")
        )
        add_field(
            self,
            "CLASS_FIELD",
            tr("Land-use code field"),
            "PARCELS",
            tr("Field with the code, such as DLBM."),
        )
        add_field(
            self,
            "UNIT_FIELD",
            tr("Unit name field"),
            "PARCELS",
            tr("Field that names the unit of a parcel as the inventory does. Empty: all units are one."),
            optional=True,
        )
        add_table_input(
            self,
            "WEIGHTS",
            tr("Class weights"),
            tr(
                "Table with sector, class, weight per m² and of: area (also empty) or floor; item, where the "
                "weight holds for one item of the sector alone."
            ),
        )
        add_field(
            self,
            "FLOOR_FIELD",
            tr("Floor area field"),
            "PARCELS",
            tr("Floor area of each parcel in m², for weights of “floor”."),
            optional=True,
        )
        self._add_places()
        self.add(
            QgsProcessingParameterNumber(
                "CELL_SIZE_M",
                tr("Cell size (m)"),
                QgsProcessingParameterNumber.Type.Double,
                optional=True,
                minValue=0.01,
            ),
            tr("For the raster: side of its square cells in m."),
        )
        add_manifest(self)
        add_polygon_output(
            self,
            "OUTPUT",
            tr("Parcels with emissions"),
            tr("The parcels with t CO2e and t CO2 in all, per ha, of points and by sector; t CO2e by scope."),
        )
        add_table_output(
            self,
            "OUTPUT_LEDGER",
            tr("Placed and left over"),
            tr("By unit, sector and scope: t CO2e and t CO2 on points, spread and left over, with reason."),
        )
        self.add(
            QgsProcessingParameterRasterDestination(
                "OUTPUT_RASTER", tr("Emissions on a grid"), optional=True, createByDefault=False
            ),
            tr("GeoTIFF with t CO2e and t CO2 in every cell; parcels are shared out by area."),
        )
        add_numbers(
            self,
            {
                "TOTAL_TCO2E": tr("Total emission of the inventory (t CO2e)"),
                "POINTS_TCO2E": tr("Emission on point sources (t CO2e)"),
                "RESIDUAL_TCO2E": tr("Emission left over (t CO2e)"),
                "TOTAL_CO2_T": tr("Total CO2 of the inventory (t CO2)"),
                "POINTS_CO2_T": tr("CO2 on point sources (t CO2)"),
                "RESIDUAL_CO2_T": tr("CO2 left over (t CO2)"),
            },
        )

    def _add_places(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSource("POINTS", tr("Point sources"), [POINTS], None, True),
            tr(
                "Points of enterprises and plants: those of the inventory (enterprise_id) by their id, "
                "others with the fields sector and emission_tco2e (t CO2e), optional co2_t (t CO2), "
                "scope and unit."
            ),
        )
        add_field(
            self,
            "POINT_ID_FIELD",
            tr("Point id field"),
            "POINTS",
            tr("Field with the id of each point source. Empty: id."),
            optional=True,
        )
        self.add(
            QgsProcessingParameterFeatureSource("ROADS", tr("Roads"), [LINES], None, True),
            tr("Lines by whose length and flow one sector is spread."),
        )
        add_field(
            self,
            "FLOW_FIELD",
            tr("Flow field"),
            "ROADS",
            tr("Vehicles on each road, in any unit that is the same for all. Empty: by length alone."),
            optional=True,
        )
        self.add(
            QgsProcessingParameterString("ROAD_SECTOR", tr("Sector on roads"), defaultValue="transport"),
            tr("Sector that is spread by roads."),
            advanced=True,
        )

    def compute(self, run: Any) -> dict[str, Any]:
        from ..gis.downscale import downscale, write_downscaled

        job = downscale(run)
        write_downscaled(run, job)
        placed = job.placed
        return run.finish(
            TOTAL_TCO2E=job.accounts.total_co2e,
            POINTS_TCO2E=math.fsum(placed.points(placed.co2e)),
            RESIDUAL_TCO2E=placed.residual_co2e,
            TOTAL_CO2_T=job.accounts.total_co2,
            POINTS_CO2_T=math.fsum(placed.points(placed.co2)) if placed.co2 else math.nan,
            RESIDUAL_CO2_T=placed.residual_co2,
        )
