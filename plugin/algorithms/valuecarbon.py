# SPDX-License-Identifier: GPL-2.0-or-later
"""Value carbon rights (碳权价值核算) of an account: three sinks side by side, values by method, no sum."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..domain.plausible import CALENDAR_YEARS
from ..i18n import tr
from .base import DualCarbonAlgorithm
from .choices import CARBON_VALUE_METHODS, VALUED_SINKS
from .parameters import add_choice, add_manifest, add_numbers, add_table_input, add_table_output

_DOUBLE = QgsProcessingParameterNumber.Type.Double
_INTEGER = QgsProcessingParameterNumber.Type.Integer


class ValueCarbon(DualCarbonAlgorithm):
    """``dualcarbon:valuecarbon``."""

    def name(self) -> str:
        return "valuecarbon"

    def displayName(self) -> str:
        return tr("Value carbon rights")

    def tags(self) -> list[str]:
        return tr(
            "carbon,value,price,credit,CCER,NPV,abatement,碳权,碳价值,碳汇价值,碳价,核证减排量,生态产品价值"
        ).split(",")

    def shortDescription(self) -> str:
        return tr(
            "Physical, inventory and tradable sink side by side, and their value as a range of methods."
        )

    def shortHelpString(self) -> str:
        return tr(
            "Takes the removal and the emission of a “Sink baseline” from the account book or a table. "
            "Physical sink: what the land removes. Inventory sink: the net flow (removal − emission) on "
            "managed land, which alone counts in a national inventory (IPCC 2006). Tradable sink: certified "
            "tonnes of additional projects, less leakage, less buffer, less what is sold: 0 without a "
            "certified project.\n\n"
            "Methods, t CO2e in q after leakage and buffer, q·(1−l)·(1−b):\n"
            "market: V = p·q of the tradable tonnes at the price of voluntary credits (CCER), never that of "
            "allowances (CEA);\n"
            "replacement: V = c·q·12/44 with the cost c of afforestation per t C;\n"
            "abatement: V = ∫MC dq from 0 to all tonnes, shared among units by tonne;\n"
            "tax: V = τ·q with a carbon tax or the social cost of carbon;\n"
            "npv: Σ (q·p·(1+g)^t − cost)/(1+r)^t of the tradable tonnes for t = 1 … YEARS.\n"
            "Replacement, abatement and tax value the tonnes of SINK, less what is sold.\n\n"
            "The result is the range from the lowest to the highest method, never a sum. The methods of one "
            "year make the range; npv is of many years and stands beside it. No price of another year or "
            "currency is taken unless it is named, and then it is noted. OUTPUT can be posted to the "
            "account book.\n\n"
            "Prices with their sources: resources/factors/prices.csv."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        self._add_account()
        self._add_prices()
        self._add_projects()
        self._add_span()
        add_manifest(self)
        self.add(
            QgsProcessingParameterFeatureSink(
                "OUTPUT", tr("Values and sinks"), QgsProcessing.SourceType.TypeVector
            ),
            tr(
                "Entries for the account book: a value per unit and method (currency a year; npv: currency), "
                "and the three sinks (t CO2e/a)."
            ),
        )
        add_table_output(
            self,
            "OUTPUT_SINKS",
            tr("Sinks side by side"),
            tr("A row per unit: physical, inventory, certified, deducted, sold and tradable t CO2e/a."),
        )
        add_numbers(
            self,
            {
                "VALUE_MIN": tr("Lowest value over the methods"),
                "VALUE_MAX": tr("Highest value over the methods"),
                "NPV": tr("Net present value"),
                "PHYSICAL_TCO2E_A": tr("Physical sink (t CO2e/a)"),
                "INVENTORY_TCO2E_A": tr("Inventory sink (t CO2e/a)"),
                "TRADABLE_TCO2E_A": tr("Tradable sink (t CO2e/a)"),
            },
        )

    def _add_account(self) -> None:
        self.add(
            QgsProcessingParameterString("STORE", tr("Account book"), optional=True),
            tr(
                "Path of a GeoPackage (.gpkg), or name of a PostgreSQL connection of QGIS, with the posted "
                "“Sink baseline”. Empty: TABLE."
            ),
        )
        add_table_input(
            self,
            "TABLE",
            tr("Account table"),
            tr(
                "Result of “Sink baseline”, or entries of an account book (t CO2e/a), instead of STORE; no "
                "unit in it may be part of another."
            ),
        )
        self._add_number("YEAR", tr("Year of the account"), tr("Calendar year."), _INTEGER, *CALENDAR_YEARS)
        methods = QgsProcessingParameterEnum(
            "METHODS",
            tr("Methods"),
            options=list(CARBON_VALUE_METHODS),
            allowMultiple=True,
            defaultValue=[CARBON_VALUE_METHODS[0]],
            usesStaticStrings=True,
        )
        self.add(
            methods,
            tr(
                "market: what the tradable tonnes fetch; replacement: cost of binding the tonnes by "
                "planting; abatement: cost of avoiding them elsewhere; tax: what emitting them would be "
                "charged; npv: what the tradable tonnes of many years are worth today. All in currency."
            ),
        )
        add_choice(
            self,
            "SINK",
            tr("Tonnes that methods of cost value"),
            VALUED_SINKS,
            tr(
                "net_removal: removal − emission of the year, as in accounts of gross ecosystem product; "
                "inventory: the part on managed land; tradable: certified tonnes (t CO2e/a)."
            ),
            choices="valued_sink",
        )
        self._add_number(
            "BUFFER",
            tr("Buffer for permanence (%)"),
            tr(
                "Share of the tonnes kept back for the risk of reversal, percent; after leakage. Empty only "
                "where no tonnes are valued, or every project states its own."
            ),
            _DOUBLE,
            0.0,
            100.0,
        )
        self._add_number(
            "LEAKAGE",
            tr("Leakage (%)"),
            tr("Share of the tonnes that are lost elsewhere because of them, percent. Empty as for BUFFER."),
            _DOUBLE,
            0.0,
            100.0,
        )
        self._add_number(
            "MANAGED_PERCENT",
            tr("Share of managed land (%)"),
            tr(
                "Share of the net flow that lies on managed land, percent. Empty: the inventory sink is NULL."
            ),
            _DOUBLE,
            0.0,
            100.0,
        )

    def _add_prices(self) -> None:
        add_table_input(
            self,
            "PRICES",
            tr("Prices"),
            tr(
                "Table with factor_id, kind (credit, planting, charge), instrument, value, low, high, unit "
                "(such as CNY/t CO2 or CNY/t C), year and source. Empty: the shipped prices."
            ),
        )
        self.add(
            QgsProcessingParameterString("PRICE_IDS", tr("Ids of prices to take"), optional=True),
            tr(
                "Ids of the price table, separated by commas, where the instrument and the year leave the "
                "choice open, such as P-AFFOREST. Currency per t CO2 or per t C."
            ),
        )
        add_table_input(
            self,
            "MACC",
            tr("Marginal abatement cost curve"),
            tr(
                "Table with from_tco2e, to_tco2e (t CO2e a year), cost_from, cost_to, unit (such as CNY/t "
                "CO2), year and source: one row per linear segment, for the method abatement."
            ),
        )

    def _add_projects(self) -> None:
        add_table_input(
            self,
            "PROJECTS",
            tr("Certified projects"),
            tr(
                "Table with unit, project_id, standard, year, certified_tco2e (t CO2e), verification "
                "(certified), additionality (yes), sold_tco2e, retired_tco2e and, where the standard has its "
                "own, buffer_percent and leakage_percent."
            ),
        )

    def _add_span(self) -> None:
        for name, label, text, kind, least, most in (
            (
                "YEARS",
                tr("Years of credits"),
                tr("Number of years, from the next one on, in which the tradable tonnes come (npv)."),
                _INTEGER,
                1,
                1000,
            ),
            (
                "PRICE_GROWTH",
                tr("Growth of the price (% a year)"),
                tr("Yearly rise of the price of credits, percent (npv)."),
                _DOUBLE,
                -99.0,
                1000.0,
            ),
            (
                "DISCOUNT_RATE",
                tr("Discount rate (% a year)"),
                tr("Yearly discount, percent (npv)."),
                _DOUBLE,
                -99.0,
                1000.0,
            ),
            (
                "COST",
                tr("Cost of the projects (currency a year)"),
                tr("Cost of all projects, currency of the price per year, shared by tonne (npv)."),
                _DOUBLE,
                0.0,
                None,
            ),
        ):
            self._add_number(name, label, text, kind, least, most)

    def _add_number(
        self, name: str, label: str, text: str, kind: Any, least: float, most: float | None
    ) -> None:
        """A number without a default: optional, so that its field starts blank."""
        limits = {"minValue": least, **({} if most is None else {"maxValue": most})}
        self.add(QgsProcessingParameterNumber(name, label, kind, None, optional=True, **limits), text)

    def compute(self, run: Any) -> dict[str, Any]:
        from ..gis.carbon_value import value_account
        from ..gis.carbon_value_tables import write_valuation

        found = value_account(run)
        write_valuation(run, found)
        run.feedback.pushInfo(
            tr("Values from {lowest:.6g} to {highest:.6g} by {count} methods, not to be added.").format(
                lowest=found.range.low, highest=found.range.high, count=len(found.range.methods)
            )
        )
        return run.finish(
            VALUE_MIN=found.range.low,
            VALUE_MAX=found.range.high,
            NPV=found.by_method.get("npv", float("nan")),
            PHYSICAL_TCO2E_A=found.total("physical"),
            INVENTORY_TCO2E_A=found.total("inventory"),
            TRADABLE_TCO2E_A=found.total("tradable"),
        )
