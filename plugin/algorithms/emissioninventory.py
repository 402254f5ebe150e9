# SPDX-License-Identifier: GPL-2.0-or-later
"""Emission inventory (碳排放清单) of a year by unit, sector and scope."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .choices import ELECTRICITY_FAMILIES, GWP_REPORTS
from .parameters import add_choice, add_manifest, add_numbers, add_table_input, add_table_output


class EmissionInventoryOfYear(DualCarbonAlgorithm):
    """``dualcarbon:emissioninventory``."""

    def name(self) -> str:
        return "emissioninventory"

    def displayName(self) -> str:
        return tr("Emission inventory")

    def tags(self) -> list[str]:
        return tr(
            "emission,inventory,activity data,energy,industry,scope,碳排放,排放清单,活动水平,能源,工业,范围"
        ).split(",")

    def shortDescription(self) -> str:
        return tr(
            "Emissions of a year from activity tables, by unit, sector and scope, each tonne counted once."
        )

    def shortHelpString(self) -> str:
        return tr(
            "E = activity · factor · GWP. Each row of the activity table is one activity: unit, year, "
            "sector, amount and amount_unit, with a carrier (electricity, diesel …), a factor_id of the "
            "factor library, or a factor_value with unit and source of its own. Blank table: "
            "resources/factors/activity_template.csv and .xlsx; its columns and words stand in "
            "resources/factors/activity_template_README.md.\n\n"
            "Formulas (IPCC 2006 Guidelines; NDRC guidelines for fuels): fuels NCV · CC · OF · 44/12; rice "
            "A · EF · days; nitrogen N · EF · 44/28; landfills (W · MCF · DOC · DOCf · F · 16/12 − R)(1 − "
            "OX); trips P · trips · share · km ÷ occupancy · 365.\n\n"
            "Nothing counts twice: scopes are kept apart and scope 3 is in no total; energy used as raw "
            "material and input of transformation are left out; rows of a registered enterprise are replaced "
            "by its own figure; local photovoltaics are netted once on the grid node of their unit, "
            "EF · max(0, D − PV)/D; electricity factors are all of one family. CO2 alone stands beside CO2e. "
            "No figure per hectare of built-up land is used.\n\n"
            "Bounds (95 %, IPCC approach 1): one factor is one draw for all rows that use it; factors are "
            "independent. Potentials carry no interval. Shares of a city's balance are flagged."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        add_table_input(
            self,
            "ACTIVITY",
            tr("Activity data"),
            tr("Table of activities (CSV, XLSX or any layer), each amount in the unit of measure it names."),
            optional=False,
        )
        self.add(
            QgsProcessingParameterNumber(
                "YEAR",
                tr("Year of the account"),
                QgsProcessingParameterNumber.Type.Integer,
                minValue=1900,
                maxValue=2200,
            ),
            tr("Calendar year; rows of other years are left out."),
        )
        self._add_choices()
        add_table_input(
            self,
            "SECTORS",
            tr("Sectors"),
            tr(
                "Table with the columns sector (id) and, optional, name_en, name_zh and names. Empty: "
                "resources/factors/sectors.csv (no unit of measure)."
            ),
            advanced=True,
        )
        add_table_input(
            self,
            "REGISTER",
            tr("Register of enterprises, parks and products"),
            tr(
                "Table with verified emissions (t CO2, t CO2e) by id, sector, unit, year and scope; they "
                "replace the activity rows with that enterprise_id. Blank table: "
                "resources/factors/emission_register_template.csv."
            ),
        )
        add_table_input(
            self,
            "TOP_DOWN",
            tr("Inventory of the city or province"),
            tr("Table with sector and co2_t (t CO2), optional unit, to be held against the account."),
        )
        add_manifest(self)
        self._add_outputs()

    def _add_choices(self) -> None:
        add_choice(
            self,
            "GWP",
            tr("Global warming potentials"),
            GWP_REPORTS,
            tr("IPCC report whose 100-year potentials turn t CH4 and t N2O into t CO2e."),
            choices="gwp",
        )
        add_choice(
            self,
            "ELECTRICITY_FAMILY",
            tr("Family of electricity factors"),
            ELECTRICITY_FAMILIES,
            tr("One family for the whole account (kg CO2/kWh); a factor of another one is refused."),
            choices="electricity_family",
        )
        self.add(
            QgsProcessingParameterString("REGION", tr("Province code"), optional=True),
            tr(
                "Two digits of GB/T 2260, such as 33: whose electricity factor (kg CO2/kWh) is taken where "
                "the table names none. Empty: the national one."
            ),
        )

    def _add_outputs(self) -> None:
        self.add(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Emission inventory"), QgsProcessing.SourceType.TypeVector
            ),
            tr("One row per activity and registered enterprise: t CO2, t CH4, t N2O, t CO2e with bounds."),
        )
        for name, label, text in (
            (
                "OUTPUT_EXCLUDED",
                tr("Rows in no total"),
                tr("Rows left out with their reason, and what they would emit (t CO2e)."),
            ),
            (
                "OUTPUT_REGISTER",
                tr("Register compared"),
                tr("The register beside what its activity rows give (t CO2e), with the difference."),
            ),
            (
                "OUTPUT_RECONCILIATION",
                tr("Reconciliation"),
                tr("Bottom-up and top-down by sector with the difference (t CO2)."),
            ),
            (
                "OUTPUT_MATRIX",
                tr("System × carrier matrix"),
                tr("Amounts and t CO2e by sector and carrier, with what isolated accounts would state."),
            ),
        ):
            add_table_output(self, name, label, text)
        add_numbers(self, _numbers())

    def compute(self, run: Any) -> dict[str, Any]:
        from ..gis.emissions import make_emission_account, write_emission_account

        job = make_emission_account(run)
        write_emission_account(run, job)
        made = job.inventory
        return run.finish(
            TOTAL_CO2_T=made.co2.value,
            TOTAL_CO2_T_LOW=made.co2.low,
            TOTAL_CO2_T_HIGH=made.co2.high,
            TOTAL_TCO2E=made.emission.value,
            TOTAL_TCO2E_LOW=made.emission.low,
            TOTAL_TCO2E_HIGH=made.emission.high,
            SCOPE_1_TCO2E=made.of_scope(1),
            SCOPE_2_TCO2E=made.of_scope(2),
            SCOPE_3_TCO2E=made.of_scope(3),
            WEAK_SHARE=made.weak_share,
            NO_INTERVAL_SHARE=made.no_interval_share,
        )


def _numbers() -> dict[str, str]:
    numbers = {}
    for name, label in (
        ("TOTAL_CO2_T", tr("Total CO2, scope 1 and 2 (t CO2)")),
        ("TOTAL_TCO2E", tr("Total emission, scope 1 and 2 (t CO2e)")),
    ):
        numbers[name] = label
        numbers[f"{name}_LOW"] = tr("{label}, lower 95 % bound").format(label=label)
        numbers[f"{name}_HIGH"] = tr("{label}, upper 95 % bound").format(label=label)
    numbers["SCOPE_1_TCO2E"] = tr("Scope 1, direct (t CO2e)")
    numbers["SCOPE_2_TCO2E"] = tr("Scope 2, purchased electricity and heat (t CO2e)")
    numbers["SCOPE_3_TCO2E"] = tr("Scope 3, in no total (t CO2e)")
    numbers["WEAK_SHARE"] = tr("Share of the emission on factors below grade secondary (0–1)")
    numbers["NO_INTERVAL_SHARE"] = tr("Share of the emission without an interval (0–1)")
    return numbers
