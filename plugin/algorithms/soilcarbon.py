# SPDX-License-Identifier: GPL-2.0-or-later
"""Soil carbon: yearly change of mineral soil on land that changed."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import QgsProcessingParameterNumber, QgsProcessingParameterString

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .choices import CLIMATES, SOIL_GROUPS
from .parameters import (
    account_numbers,
    add_area_rule,
    add_choice,
    add_classification,
    add_field,
    add_manifest,
    add_numbers,
    add_polygon_output,
    add_polygons,
    add_table_output,
    add_unmapped,
)

_INTEGER = QgsProcessingParameterNumber.Type.Integer


class SoilCarbon(DualCarbonAlgorithm):
    """``dualcarbon:soilcarbon``."""

    STYLES: ClassVar = {"OUTPUT": "soilcarbon"}

    def name(self) -> str:
        return "soilcarbon"

    def displayName(self) -> str:
        return tr("Soil carbon of changed land")

    def tags(self) -> list[str]:
        return tr(
            "soil,carbon,SOC,tillage,land use change,IPCC,transition,土壤,土壤有机碳,耕作,地类变化"
        ).split(",")

    def shortDescription(self) -> str:
        return tr("Yearly gain or loss of mineral-soil carbon on land that changed use or management.")

    def shortHelpString(self) -> str:
        return tr(
            "Soil stock = reference stock × F_LU × F_MG × F_I (t C/ha, 0–30 cm, tier 1) before and after, or "
            "both measured. Change in a year = area × (after − before) / D in each of the D years from the "
            "conversion on, 0 after; the present stock lies on this straight path. A gain is removal, a loss "
            "emission, both positive (t CO2e/a).\n\n"
            "Land that was built over keeps its soil unless a paved share is stated. Land under water, "
            "coastal land and formerly built-up land are left out and listed. Intervals: half-widths of the "
            "factors in quadrature (approach 1); a factor is one draw wherever it occurs.\n\n"
            "The output is a method layer: give it to “Sink baseline” as METHOD_LAYERS, with a factor set of "
            "the same soil depth; there it takes the place of soil stock and soil flux.\n\n"
            "Method: IPCC 2006 Guidelines Vol. 4, eq. 2.25; factors of the 2019 Refinement, Tables 2.3, 5.5 "
            "and 6.2 (resources/factors/ipcc_default.csv, soil_systems.csv)."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        add_polygons(
            self,
            "INPUT",
            tr("Land that changed"),
            tr("Polygons with land use before and after, such as OUTPUT_MAP of “Change of carbon stock”."),
        )
        for name, label, text in (
            ("FROM_FIELD", tr("Field: class before"), tr("Carbon class or code before the conversion.")),
            ("TO_FIELD", tr("Field: class after"), tr("Carbon class or code after it.")),
        ):
            add_field(self, name, label, "INPUT", text)
        add_classification(self)
        add_field(
            self,
            "YEAR_FIELD",
            tr("Field: year of conversion"),
            "INPUT",
            tr("Calendar year of the conversion."),
            optional=True,
        )
        self._add_numbers_in()
        for name, label, values, text, choices in (
            (
                "CLIMATE",
                tr("Climate"),
                CLIMATES,
                tr("Climate region of the tier-1 factors; by_field: from CLIMATE_FIELD."),
                "climate",
            ),
            (
                "SOIL_GROUP",
                tr("Soil group"),
                SOIL_GROUPS,
                tr("Soil group of the reference stock; by_field: from SOIL_FIELD."),
                "soil_group",
            ),
        ):
            add_choice(self, name, label, values, text, choices=choices)
        self._add_fields()
        add_area_rule(self, "INPUT")
        add_unmapped(self)
        add_manifest(self)
        add_polygon_output(
            self,
            "OUTPUT",
            tr("Soil carbon of changed land"),
            tr(
                "Method layer: the input's polygons with the present soil stock (t C), removal and emission "
                "(t CO2e/a) with bounds, the stocks before and after (t C/ha) and the years left."
            ),
        )
        add_table_output(
            self,
            "OUTPUT_PATH",
            tr("Path by years"),
            tr("Table: removal and emission of every year to the end of the transition (t CO2e/a)."),
        )
        add_numbers(self, {**account_numbers(), "CHANGE_TC_A": tr("Change of the soil stock (t C/a)")})

    def _add_numbers_in(self) -> None:
        for name, label, default, low, text, optional in (
            (
                "CONVERSION_YEAR",
                tr("Year of conversion"),
                None,
                1900,
                tr("Calendar year for features without one."),
                True,
            ),
            ("YEAR", tr("Year of the account"), None, 1900, tr("Calendar year of the account."), False),
            (
                "TRANSITION_A",
                tr("Transition period (years)"),
                20,
                1,
                tr("Years over which the soil moves from one stock to the other (IPCC: 20)."),
                False,
            ),
        ):
            self.add(
                QgsProcessingParameterNumber(
                    name, label, _INTEGER, default, optional, minValue=low, maxValue=2300
                ),
                text,
                advanced=name == "TRANSITION_A",
            )

    def _add_fields(self) -> None:
        cropland = "full_tillage, reduced_tillage, no_tillage, set_aside"
        grassland = "nominal, high_intensity_grazing, severely_degraded, improved_grassland, set_aside"
        inputs = "low, medium, high, high_with_manure"
        management = tr("Management: cropland {cropland}; grassland {grassland}. Empty: by class.").format(
            cropland=cropland, grassland=grassland
        )
        amount = tr("Input of organic matter: {inputs}. Empty: medium.").format(inputs=inputs)
        for name, label, text in (
            ("CLIMATE_FIELD", tr("Field: climate"), tr("Climate of each feature, words as in CLIMATE.")),
            (
                "SOIL_FIELD",
                tr("Field: soil group"),
                tr("Soil group of each feature, words as in SOIL_GROUP."),
            ),
            ("MANAGEMENT_BEFORE_FIELD", tr("Field: management before"), management),
            ("MANAGEMENT_AFTER_FIELD", tr("Field: management after"), management),
            ("INPUT_BEFORE_FIELD", tr("Field: input before"), amount),
            ("INPUT_AFTER_FIELD", tr("Field: input after"), amount),
            (
                "PAVED_FIELD",
                tr("Field: paved share"),
                tr("Paved share of new built-up land, 0–1; row SOIL-P-PAVED of soil_parameters.csv."),
            ),
            ("SOC_BEFORE_FIELD", tr("Field: measured stock before"), tr("Measured soil stock, t C/ha.")),
            ("SOC_AFTER_FIELD", tr("Field: measured stock after"), tr("Measured soil stock, t C/ha.")),
        ):
            add_field(self, name, label, "INPUT", text, optional=True, advanced=True)
        self.add(
            QgsProcessingParameterString("SOC_DEPTH_CM", tr("Depth of measured stocks (cm)"), "0-30"),
            tr("Soil depth of the measured stocks, from-to in cm; those by factors are of 0–30 cm."),
            advanced=True,
        )

    def compute(self, run: Any) -> dict[str, Any]:
        from ..gis.soil import make_soil_account, soil_outputs, write_soil_account

        job = make_soil_account(run)
        run.record(**job.facts, totals=job.account.total, soil_depth_cm=job.depth_cm)
        write_soil_account(run, job)
        return run.finish(**soil_outputs(job))
