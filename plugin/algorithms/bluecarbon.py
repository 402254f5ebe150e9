# SPDX-License-Identifier: GPL-2.0-or-later
"""Blue carbon: removal and methane of coastal habitats, cultures as memo items."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import QgsProcessingParameterNumber

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .choices import GWP_REPORTS, HABITAT_STATUS
from .parameters import (
    add_area_rule,
    add_choice,
    add_classification,
    add_factor_set,
    add_field,
    add_manifest,
    add_numbers,
    add_polygon_output,
    add_polygons,
    add_table_input,
    add_table_output,
    add_unmapped,
)


class BlueCarbonOfHabitats(DualCarbonAlgorithm):
    """``dualcarbon:bluecarbon``."""

    STYLES: ClassVar = {"OUTPUT": "bluecarbon"}

    def name(self) -> str:
        return "bluecarbon"

    def displayName(self) -> str:
        return tr("Blue carbon")

    def tags(self) -> list[str]:
        return tr(
            "blue carbon,mangrove,salt marsh,seagrass,methane,salinity,蓝碳,红树林,盐沼,海草床,海洋碳汇"
        ).split(",")

    def shortDescription(self) -> str:
        return tr("Removal and methane of mangrove, salt marsh and seagrass by what was done to them.")

    def shortHelpString(self) -> str:
        return tr(
            "created, rewetted: area × tier-1 accumulation (mangrove, salt marsh and seagrass, t C/(ha·a)), "
            "and CH4 × GWP where the salinity is below 18 ppt (mangrove, salt marsh). existing: a measured "
            "burial rate, else burial and CH4 of the factor set; never the tier-1 accumulation, which holds "
            "for new stands alone. drained: emission of the drained soil (mangrove, salt marsh). extracted: "
            "the soil stock lost at once (t CO2), in a column of its own and not in the yearly emission.\n\n"
            "Without a salinity the CH4 of a new stand is NULL and listed with its area. Removal and "
            "emission are both positive (t CO2e/a); net = emission − removal. Intervals: approach 1, a "
            "factor is one draw wherever it occurs.\n\n"
            "Shellfish and algae culture are memo items: carbon in the harvest (t C), never added to "
            "removals. The output is a method layer: give it to “Sink baseline” as METHOD_LAYERS.\n\n"
            "Method: IPCC 2013 Wetlands Supplement, chapter 4; HY/T 0349-2022. The tier-1 figures are "
            "recalled and not verified (resources/factors/GAPS.md): check them before publication."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        add_polygons(
            self,
            "INPUT",
            tr("Coastal habitats"),
            tr("Polygons of mangrove, salt marsh, seagrass or tidal flat."),
        )
        add_field(
            self,
            "HABITAT_FIELD",
            tr("Field: habitat"),
            "INPUT",
            tr("mangrove, salt_marsh, seagrass or tidal_flat, in English or Chinese, or a land-use code."),
        )
        for name, label, text in (
            ("STATUS_FIELD", tr("Field: status"), tr("created, rewetted, existing, drained or extracted.")),
            ("SALINITY_FIELD", tr("Field: salinity"), tr("Salinity of the water, ppt.")),
            (
                "BURIAL_FIELD",
                tr("Field: measured burial"),
                tr("Measured burial rate of an existing stand, t C/(ha·a)."),
            ),
        ):
            add_field(self, name, label, "INPUT", text, optional=True)
        add_choice(
            self,
            "STATUS",
            tr("Status of features without one"),
            HABITAT_STATUS,
            tr("existing: burial by measurement or factor set; the others as in the help."),
            choices="habitat_status",
        )
        self.add(
            QgsProcessingParameterNumber(
                "SALINITY_PPT",
                tr("Salinity of features without one (ppt)"),
                QgsProcessingParameterNumber.Type.Double,
                optional=True,
                minValue=0,
                maxValue=100,
            ),
            tr("Salinity of the water, ppt. Empty: not known."),
        )
        add_factor_set(self)
        add_choice(
            self,
            "GWP",
            tr("Global warming potential of CH4"),
            GWP_REPORTS,
            tr("IPCC report whose GWP over 100 years is used (resources/factors/gwp.csv)."),
            choices="gwp",
            advanced=True,
        )
        add_classification(self, advanced=True)
        add_area_rule(self, "INPUT")
        add_unmapped(self)
        add_table_input(
            self,
            "MEMO",
            tr("Shellfish and algae culture"),
            tr(
                "Table of harvests: name, harvest_t (t wet weight), dry_share and carbon_share (0–1). "
                "Template: resources/factors/blue_carbon_memo_template.csv."
            ),
        )
        add_manifest(self)
        add_polygon_output(
            self,
            "OUTPUT",
            tr("Blue carbon of habitats"),
            tr(
                "Method layer: the input's habitats with removal, emission and net (t CO2e/a), bounds, "
                "burial (t C/a), CH4 (t CO2e/a) and the soil lost once (t CO2)."
            ),
        )
        add_table_output(
            self,
            "OUTPUT_MEMO",
            tr("Memo items"),
            tr("Table: carbon in the harvest of cultures (t C, t CO2), never part of a removal."),
        )
        numbers = {"TOTAL_AREA_HA": tr("Total area (ha)"), "BURIAL_TC_A": tr("Carbon buried (t C/a)")}
        for name, label in (
            ("TOTAL_REMOVAL_TCO2E_A", tr("Total removal (t CO2e/a)")),
            ("TOTAL_EMISSION_TCO2E_A", tr("Total emission (t CO2e/a)")),
        ):
            numbers[name] = label
            numbers[f"{name}_LOW"] = tr("{label}, lower 95 % bound").format(label=label)
            numbers[f"{name}_HIGH"] = tr("{label}, upper 95 % bound").format(label=label)
        numbers["STOCK_LOSS_TCO2"] = tr("Soil lost once by extraction (t CO2)")
        numbers["MEMO_TC"] = tr("Memo: carbon in the harvest of cultures (t C)")
        numbers["UNMAPPED_AREA_HA"] = tr("Area without a carbon class (ha)")
        numbers["WEAK_SHARE"] = tr("Share of the fluxes on factors below grade secondary (0–1)")
        add_numbers(self, numbers)

    def compute(self, run: Any) -> dict[str, Any]:
        from ..domain.provenance import describe_factor_set
        from ..gis.blue_carbon import blue_carbon_outputs, make_blue_carbon, write_blue_carbon
        from ..gis.tables import load_factors

        factors = load_factors(run.text("FACTOR_SET"))
        job = make_blue_carbon(run, factors)
        run.record(**job.facts, factor_set=describe_factor_set(factors), totals=job.account.total)
        write_blue_carbon(run, job)
        return run.finish(**blue_carbon_outputs(job))
