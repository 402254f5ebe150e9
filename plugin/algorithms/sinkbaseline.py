# SPDX-License-Identifier: GPL-2.0-or-later
"""Sink baseline: stock, removal and emission of every statistical unit."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import QgsProcessingParameterMultipleLayers

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .choices import EDGES
from .parameters import (
    POLYGONS,
    account_numbers,
    add_area_rule,
    add_band_number,
    add_choice,
    add_classification,
    add_factor_set,
    add_field,
    add_manifest,
    add_map_layer,
    add_numbers,
    add_polygon_output,
    add_ridge,
    add_table_output,
    add_units,
    add_unmapped,
    add_year,
)


class SinkBaseline(DualCarbonAlgorithm):
    """``dualcarbon:sinkbaseline``."""

    STYLES: ClassVar = {"OUTPUT": "sinkbaseline"}

    def name(self) -> str:
        return "sinkbaseline"

    def displayName(self) -> str:
        return tr("Sink baseline")

    def tags(self) -> list[str]:
        return tr("carbon,sink,baseline,stock,account,unit,town,碳汇,本底,碳储量,核算,乡镇").split(",")

    def shortDescription(self) -> str:
        return tr("Carbon stock, removal and emission of every unit (town, village, zone) from its land use.")

    def shortHelpString(self) -> str:
        return tr(
            "Cuts the land use by the units, sums areas by unit and carbon class and multiplies them with a "
            "factor set: stock by pool (t C), removal, emission and net flux (t CO2e/a), each with a 95 % "
            "interval (IPCC approach 1; parcels of a class fully correlated, classes and pools independent)."
            "\n\nWith the area rule “attribute” the parts of a parcel share the survey area by measured "
            "proportion, so that totals equal the survey's. Every run checks that classes + uncovered − "
            "counted twice = unit area to 1e-6 and stops beyond. Overlaps, gaps and land outside every unit "
            "are counted, measured and listed; where units overlap, totals count their ground once.\n\n"
            "One method per pool and parcel, one soil depth per account: on the ground of method layers the "
            "pools and processes that they account for come from them, shared out by area, all else from the "
            "factors of the land use, whose classes and areas stay. The table names the method of each row; "
            "the parcels of a method layer are one input of the interval.\n\n"
            "This is the sink baseline (碳汇本底), not a crediting baseline (基准线)."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        add_map_layer(
            self,
            "INPUT",
            tr("Land use (polygons or raster)"),
            tr("Polygons with a land-use code, or a classified raster."),
        )
        add_field(
            self,
            "CLASS_FIELD",
            tr("Land-use code field"),
            "INPUT",
            tr("Field with the code, such as DLBM; for polygons."),
            optional=True,
        )
        add_band_number(self)
        add_classification(self)
        add_units(self, tr("Polygons of towns, villages or other units (XZQ), or a raster of their numbers."))
        add_factor_set(self)
        self.add(
            QgsProcessingParameterMultipleLayers(
                "METHOD_LAYERS", tr("Method layers"), POLYGONS, optional=True
            ),
            tr(
                "Outputs of tools of detailed methods (forest stands, mineral soil, blue carbon …). On their "
                "ground the pools and processes that they account for (field accounts_for) come from them, "
                "all else from the factor set. Two methods for one pool of one ground are refused, and so is "
                "another soil depth than that of the factor set."
            ),
        )
        add_area_rule(self, "INPUT")
        add_ridge(self, "INPUT")
        add_unmapped(self)
        add_choice(
            self,
            "EDGE",
            tr("Cells at the edge of units"),
            EDGES,
            tr(
                "For rasters. centre: a cell counts for the unit that holds its centre; exact: cells are "
                "shared by the area that each unit covers."
            ),
            choices="edge",
        )
        add_year(
            self,
            "YEAR",
            tr("Year of the land use"),
            tr("Calendar year that the land use shows; written to the outputs and the manifest."),
            optional=True,
        )
        add_manifest(self)
        add_polygon_output(
            self,
            "OUTPUT",
            tr("Baseline per unit"),
            tr(
                "One feature per unit: area (ha), stock by pool (t C), fluxes (t CO2e/a), bounds, "
                "covered share."
            ),
        )
        add_table_output(
            self,
            "OUTPUT_TABLE",
            tr("Baseline per unit and class"),
            tr("Table with one row per unit, carbon class and method, in the units of the layer above."),
        )
        add_numbers(self, {**account_numbers(), "RESIDUAL_HA": tr("Conservation residual (ha)")})

    def compute(self, run: Any) -> dict[str, Any]:
        from ..domain.provenance import describe_factor_set
        from ..domain.stocks import outputs_of
        from ..gis.baseline import make_baseline, write_baseline
        from ..gis.disk_check import require_disk_for_units
        from ..gis.tables import load_factors

        require_disk_for_units(run)
        factors = load_factors(run.text("FACTOR_SET"))
        job = make_baseline(run, factors)
        baseline = job.baseline
        run.record(**job.facts, factor_set=describe_factor_set(factors), totals=baseline.account.total)
        run.record(
            shares=baseline.account.shares.to_dict("index"),
            residual_ha=baseline.areas.residual_ha,
            outside_ha=baseline.areas.outside_ha,
            units_overlap_ha=baseline.units_overlap_ha,
        )
        write_baseline(run, job)
        return run.finish(
            **outputs_of(baseline.account),
            UNMAPPED_AREA_HA=baseline.excluded_ha,
            RESIDUAL_HA=baseline.areas.residual_ha,
        )
