# SPDX-License-Identifier: GPL-2.0-or-later
"""Value of a stock change: net present value as InVEST defines it, or by yearly payments, and other
methods beside it."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingParameterNumber

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .choices import PRICE_UNITS, VALUE_METHODS
from .parameters import add_choice, add_manifest, add_numbers, add_table_input, add_table_output

_DOUBLE = QgsProcessingParameterNumber.Type.Double
_INTEGER = QgsProcessingParameterNumber.Type.Integer


class ValueChange(DualCarbonAlgorithm):
    """``dualcarbon:valuechange``."""

    def name(self) -> str:
        return "valuechange"

    def displayName(self) -> str:
        return tr("Value of a stock change")

    def tags(self) -> list[str]:
        return tr("carbon,value,price,NPV,discount,InVEST,碳,价值,净现值,贴现,碳价").split(",")

    def shortDescription(self) -> str:
        return tr("Net present value of a change of carbon stock between two years.")

    def shortHelpString(self) -> str:
        return tr(
            "Spreads the change (t C) evenly over the years between the two stocks and discounts it.\n\n"
            "invest: NPV = V·s/(q−p)·Σ 1/((1+r)^t·(1+c)^t) for t = 0 … q−p−1, the definition of the InVEST "
            "Carbon model. It divides by the rate of change of the price c: a positive c makes later tonnes "
            "worth less.\n"
            "annual: NPV = s/(q−p)·Σ V·(1+c)^t/(1+r)^t for t = 1 … q−p: the price grows by c and is paid at "
            "the end of each year.\n\n"
            "OUTPUT sets methods side by side, one row each, never added: invest_npv and annual_npv as "
            "above; market V = p·q; replacement V = c·q·12/44 with the cost of afforestation c per t C; "
            "abatement V = ∫MC dq with MC = slope·q + intercept per t CO2, and the value of the last tonne; "
            "series_npv = Σ (q·p·(1+c)^t − cost)/(1+r)^t over the table SERIES, t counted from YEAR_BEFORE. "
            "q is in t CO2; a gain counts less by leakage, then by the buffer for permanence: "
            "q·(1−l)·(1−b). NPV and CONSTANT are without these deductions. The result is the range from the "
            "lowest to the highest method.\n\n"
            "No price is a default. Published prices with their sources (allowances CEA, credits CCER, "
            "afforestation cost, social cost) are listed in resources/factors/prices.csv.\n\n"
            "A gain of stock is positive, a loss negative. The value of a physical change is not what can be "
            "sold: without a certified project nothing is tradable."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        for name, label, kind, default, text in (
            ("CHANGE_TC", tr("Change of stock (t C)"), _DOUBLE, None, tr("Stock after − stock before, t C.")),
            ("YEAR_BEFORE", tr("Year before"), _INTEGER, None, tr("Calendar year of the stock before.")),
            ("YEAR_AFTER", tr("Year after"), _INTEGER, None, tr("Calendar year of the stock after.")),
            ("PRICE", tr("Price"), _DOUBLE, None, tr("Value of one tonne (currency per t C, or per t CO2).")),
        ):
            self.add(QgsProcessingParameterNumber(name, label, kind, default), text)
        add_choice(
            self,
            "PRICE_UNIT",
            tr("Price unit"),
            PRICE_UNITS,
            tr("per_tc: per tonne of carbon; per_tco2: per tonne of CO2, 44/12 of which hold one of carbon."),
            choices="price_unit",
        )
        for name, label, text in (
            ("DISCOUNT_RATE", tr("Discount rate (% a year)"), tr("Yearly discount, percent.")),
            (
                "RATE_CHANGE",
                tr("Rate of change of the price (% a year)"),
                tr("Yearly rate of change of the price, percent; the method tells how it enters."),
            ),
        ):
            self.add(QgsProcessingParameterNumber(name, label, _DOUBLE, 0.0), text)
        add_choice(
            self,
            "METHOD",
            tr("Method"),
            VALUE_METHODS,
            tr("invest: as the InVEST Carbon model defines it; annual: yearly payments at a growing price."),
            choices="value_method",
        )
        self._add_other_methods()
        add_manifest(self)
        add_table_output(
            self,
            "OUTPUT",
            tr("Values by method"),
            tr("One row per method: quantity (t CO2), price, value, value of the last tonne. No sum."),
        )
        add_numbers(
            self,
            {
                "NPV": tr("Net present value"),
                "CONSTANT": tr("Net present value of a change of one t C"),
                "VALUE_MIN": tr("Lowest value over the methods"),
                "VALUE_MAX": tr("Highest value over the methods"),
            },
        )

    def _add_other_methods(self) -> None:
        for name, label, text in (
            (
                "AFFORESTATION_COST",
                tr("Cost of afforestation (per t C)"),
                tr("Cost of binding one t C by planting, for the method replacement (currency per t C)."),
            ),
            (
                "ABATEMENT_SLOPE",
                tr("Slope of the marginal abatement cost"),
                tr(
                    "Rise of the marginal cost with each tonne, for the method abatement (currency per "
                    "t CO2, per t CO2)."
                ),
            ),
            (
                "ABATEMENT_INTERCEPT",
                tr("Marginal abatement cost of the first tonne"),
                tr("Marginal cost at q = 0, for the method abatement (currency per t CO2)."),
            ),
        ):
            self.add(QgsProcessingParameterNumber(name, label, _DOUBLE, None, True), text, advanced=True)
        for name, label, text in (
            (
                "BUFFER_PERCENT",
                tr("Buffer for permanence (%)"),
                tr("Share of a gain kept back for the risk of reversal, percent; after leakage."),
            ),
            (
                "LEAKAGE_PERCENT",
                tr("Leakage (%)"),
                tr("Share of a gain that is lost elsewhere because of it, percent."),
            ),
        ):
            number = QgsProcessingParameterNumber(name, label, _DOUBLE, 0.0, False, 0.0, 100.0)
            self.add(number, text, advanced=True)
        add_table_input(
            self,
            "SERIES",
            tr("Yearly amounts"),
            tr(
                "Table with the columns year, quantity_tco2 (t CO2) and, where there is one, cost (currency) "
                "for the method series_npv."
            ),
            advanced=True,
        )

    def compute(self, run: Any) -> dict[str, Any]:
        from ..domain.valuation import value_change
        from ..domain.valuation_methods import value_range
        from ..gis.valuation import value_by_methods, write_values

        years = (int(run.number("YEAR_BEFORE")), int(run.number("YEAR_AFTER")))
        value = value_change(
            run.number("CHANGE_TC"),
            *years,
            run.number("PRICE"),
            price_unit=run.text("PRICE_UNIT"),
            discount_rate=run.number("DISCOUNT_RATE"),
            rate_change=run.number("RATE_CHANGE"),
            method=run.text("METHOD"),
        )
        run.feedback.pushInfo(tr("Net present value: {npv:.6g}").format(npv=value.npv))
        values = value_by_methods(run, years)
        write_values(run, values)
        lowest, highest = value_range(values)
        run.feedback.pushInfo(
            tr("Values from {lowest:.6g} to {highest:.6g} by {count} methods, not to be added.").format(
                lowest=lowest, highest=highest, count=len(values)
            )
        )
        return run.finish(NPV=value.npv, CONSTANT=value.constant, VALUE_MIN=lowest, VALUE_MAX=highest)
