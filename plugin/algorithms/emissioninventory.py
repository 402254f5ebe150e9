# SPDX-License-Identifier: GPL-2.0-or-later
"""Emission inventory (碳排放清单) of a year by unit, sector and scope."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
)

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .choices import ELECTRICITY_FAMILIES, GWP_REPORTS
from .parameters import add_choice, add_manifest, add_numbers, add_table_input, add_table_output, add_year


class EmissionInventoryOfYear(DualCarbonAlgorithm):
    """``dualcarbon:emissioninventory``."""

    STYLES: ClassVar = {"OUTPUT_REGISTER": "emissionregister"}

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
            "factor library, or a factor_value with unit and source of its own. Yearbook tables with a "
            "column for each carrier or sector, such as 原煤（吨）, are read as they are. Blank table: "
            "resources/factors/activity_template.csv and .xlsx; its columns and words stand in "
            "resources/factors/activity_template_README.md.\n\nFormulas (IPCC 2006 Guidelines and 2019 "
            "Refinement; NDRC guidelines for fuels): fuels NCV · CC · OF · 44/12; rice A · EF · days; "
            "nitrogen N · EF · 44/28; landfills at once (W · MCF · DOC · DOCf · F · 16/12 − R)(1 − OX), or "
            "by first-order decay of the waste of earlier years; trips P · trips · share · km ÷ occupancy · "
            "365.\n\nNothing counts twice: scopes are kept apart and scope 3 is in no total; energy used as "
            "raw material, input of transformation and fuel of international voyages are left out; rows of a "
            "registered enterprise are replaced by its own figure, and what is part of another entry or "
            "sector is taken off it; local photovoltaics are netted once on the grid node of their unit, EF "
            "· max(0, D − PV)/D; electricity factors are all of one family. CO2 alone stands beside CO2e. No "
            "figure per hectare of built-up land is used.\n\nThe sea is territory: fishery, ports and "
            "shipping are sectors of their own. Its removals belong to “Blue carbon”.\n\nBounds (95 %, IPCC "
            "approach 1): one factor is one draw for all rows that use it; factors are independent. "
            "Potentials carry no interval. Shares of a larger balance are flagged."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        add_table_input(
            self,
            "ACTIVITY",
            tr("Activity data"),
            tr("Table of activities (CSV, XLSX or any layer), each amount in the unit of measure it names."),
            optional=False,
        )
        add_year(
            self,
            "YEAR",
            tr("Year of the account"),
            tr(
                "Calendar year; rows of other years are left out, but for the waste that landfills still "
                "hold. Empty: the only year of the table."
            ),
            optional=True,
        )
        self._add_choices()
        self._add_tables()
        add_manifest(self)
        self._add_outputs()

    def _add_tables(self) -> None:
        add_table_input(
            self,
            "SPLIT_KEYS",
            tr("Keys to split a larger balance"),
            tr(
                "Table with of, unit, year, key, value and source: rows of activity with a split_key are the "
                "balance of a larger unit (“of”) and are split by value (persons, yuan, any unit of measure "
                "that is the same for all), flagged. Blank table: "
                "resources/factors/emission_split_template.csv."
            ),
        )
        add_table_input(
            self,
            "REGISTER",
            tr("Register of enterprises, parks and products"),
            tr(
                "Table or layer with verified emissions (t CO2, t CO2e) by id, sector, unit, year and scope; "
                "they replace the activity rows with that enterprise_id. What is part of another entry "
                "(part_of) counts once. Blank table: resources/factors/emission_register_template.csv."
            ),
        )
        self.add(
            QgsProcessingParameterCrs(
                "REGISTER_CRS", tr("Coordinate system of x and y in the register"), optional=True
            ),
            tr("For a register without geometries: of its columns x and y (degrees or metres)."),
        )
        add_table_input(
            self,
            "TOP_DOWN",
            tr("Inventory of the city or province"),
            tr(
                "Table with sector and co2_t (t CO2) or emission_tco2e (t CO2e), optional unit and scope (1, "
                "2), to be held against the account."
            ),
        )
        add_table_input(
            self,
            "SECTORS",
            tr("Sectors"),
            tr(
                "Table with the columns sector (id) and, optional, name_en, name_zh, names and usually_in. "
                "Empty: resources/factors/sectors.csv (no unit of measure)."
            ),
            advanced=True,
        )

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
        self.add(
            QgsProcessingParameterFeatureSink(
                "OUTPUT_REGISTER",
                tr("Register as points"),
                QgsProcessing.SourceType.TypeVectorPoint,
                optional=True,
                createByDefault=False,
            ),
            tr(
                "The register as points: verified emissions (t CO2, t CO2e), state of verification, "
                "certificate, audit, and the difference to what its activity rows give."
            ),
        )
        for name, label, text in (
            (
                "OUTPUT_RECONCILIATION",
                tr("Reconciliation"),
                tr("Bottom-up and top-down by sector and scope with the difference (t CO2, t CO2e)."),
            ),
            (
                "OUTPUT_MATRIX",
                tr("System × carrier matrix"),
                tr(
                    "Amounts and t CO2e by sector and carrier, with what isolated accounts would state and "
                    "their bias (%)."
                ),
            ),
            (
                "OUTPUT_EXCLUDED",
                tr("Rows in no total"),
                tr("Rows left out with their reason, and what they would emit (t CO2e)."),
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
            ISOLATED_TCO2E=made.isolated,
            ISOLATED_BIAS=made.isolated_bias,
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
    numbers["ISOLATED_TCO2E"] = tr(
        "Total if every system took off the local photovoltaics for itself (t CO2e)"
    )
    numbers["ISOLATED_BIAS"] = tr("Bias of isolated accounts of electricity (isolated − coupled)/coupled")
    numbers["WEAK_SHARE"] = tr("Share of the emission on factors below grade secondary (0–1)")
    numbers["NO_INTERVAL_SHARE"] = tr("Share of the emission without an interval (0–1)")
    return numbers
