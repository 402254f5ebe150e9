# SPDX-License-Identifier: GPL-2.0-or-later
"""Value of a stock change: net present value as InVEST defines it, or by yearly payments."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingParameterNumber

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .choices import PRICE_UNITS, VALUE_METHODS
from .parameters import add_choice, add_manifest, add_numbers

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
        add_manifest(self)
        add_numbers(
            self,
            {"NPV": tr("Net present value"), "CONSTANT": tr("Net present value of a change of one t C")},
        )

    def compute(self, run: Any) -> dict[str, Any]:
        from ..domain.valuation import value_change

        years = [int(run.number(name)) for name in ("YEAR_BEFORE", "YEAR_AFTER")]
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
        return run.finish(NPV=value.npv, CONSTANT=value.constant)
