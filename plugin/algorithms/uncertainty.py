# SPDX-License-Identifier: GPL-2.0-or-later
"""Uncertainty of a sink baseline: propagation of error or Monte Carlo, and the ranking of its causes."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingParameterNumber

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .choices import DISTRIBUTIONS, UNCERTAINTY_METHODS
from .parameters import (
    add_choice,
    add_factor_set,
    add_manifest,
    add_numbers,
    add_table_input,
    add_table_output,
)


class UncertaintyOfBaseline(DualCarbonAlgorithm):
    """``dualcarbon:uncertainty``."""

    def name(self) -> str:
        return "uncertainty"

    def displayName(self) -> str:
        return tr("Uncertainty of a baseline")

    def tags(self) -> list[str]:
        return tr("uncertainty,interval,Monte Carlo,error,IPCC,carbon,不确定性,区间,蒙特卡洛,误差").split(",")

    def shortDescription(self) -> str:
        return tr("95 % intervals of every figure of a sink baseline, and which factor to improve first.")

    def shortHelpString(self) -> str:
        return tr(
            "Takes the table per unit and class of “Sink baseline” and the factor set it was made with.\n\n"
            "propagation: half-widths add in quadrature (IPCC 2006, Vol. 1, Ch. 3, approach 1). montecarlo: "
            "every factor is drawn at random (approach 2), once for its class and pool, so that all land "
            "of a class moves together; the same seed gives the same digits. All distributions keep the "
            "value as their centre and leave 2.5 % beyond each bound.\n\n"
            "With an error matrix of the map, areas are estimated from its samples and vary, too (Olofsson "
            "et al. 2014). Factors without an interval stay at their value: their share is stated.\n\n"
            "Where the baseline has method layers, what they state is one input for each method and quantity "
            "beside the factors of the other pools; the parcels of a method move together. Ground that "
            "several methods answer for is an input of its own, so that intervals are narrower than those of "
            "the baseline, which knows the layers. Where units overlap, totals count their ground in each."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        add_table_input(
            self,
            "BASELINE",
            tr("Baseline per unit and class"),
            tr("Table that “Sink baseline” wrote as OUTPUT_TABLE: unit, carbon class, area (ha)."),
            optional=False,
        )
        add_factor_set(self)
        add_choice(
            self,
            "METHOD",
            tr("Method"),
            UNCERTAINTY_METHODS,
            tr("propagation of error (approach 1) or montecarlo (approach 2)."),
            choices="uncertainty_method",
        )
        self._add_draws()
        add_table_input(
            self,
            "CONFUSION",
            tr("Error matrix of the map"),
            tr(
                "Table of sample counts: first column the mapped carbon class, one column for each class "
                "found. Empty: areas are taken as exact."
            ),
            advanced=True,
        )
        add_manifest(self)
        add_table_output(
            self, "OUTPUT", tr("Intervals per unit"), tr("Every figure of the account with low and high.")
        )
        add_table_output(
            self,
            "OUTPUT_RANKING",
            tr("Ranking of the causes"),
            tr("Factors and areas with their share in the variance of the total, the largest first."),
        )
        numbers = {}
        for name, label in (
            ("TOTAL_STOCK_TC", tr("Total carbon stock (t C)")),
            ("TOTAL_REMOVAL_TCO2E_A", tr("Total removal (t CO2e/a)")),
            ("TOTAL_EMISSION_TCO2E_A", tr("Total emission (t CO2e/a)")),
            ("TOTAL_NET_TCO2E_A", tr("Total net emission (t CO2e/a)")),
        ):
            numbers[name] = label
            numbers[f"{name}_LOW"] = tr("{label}, lower 95 % bound").format(label=label)
            numbers[f"{name}_HIGH"] = tr("{label}, upper 95 % bound").format(label=label)
        numbers["NO_INTERVAL_SHARE"] = tr("Share of the stock without an interval (0–1)")
        add_numbers(self, numbers)

    def _add_draws(self) -> None:
        add_choice(
            self,
            "DISTRIBUTION",
            tr("Distribution"),
            DISTRIBUTIONS,
            tr("Distribution of the factors; a factor whose interval reaches 0 cannot be lognormal."),
            choices="distribution",
            advanced=True,
        )
        kind = QgsProcessingParameterNumber.Type.Integer
        for name, label, default, low, high, text in (
            (
                "DRAWS",
                tr("Draws"),
                10_000,
                100,
                1_000_000,
                tr("Number of random draws of montecarlo."),
            ),
            (
                "SEED",
                tr("Seed"),
                1,
                0,
                2_147_483_647,
                tr("Any whole number; the same one gives the same draws."),
            ),
        ):
            self.add(QgsProcessingParameterNumber(name, label, kind, default, False, low, high), text)

    def compute(self, run: Any) -> dict[str, Any]:
        from ..domain.provenance import describe_factor_set
        from ..gis.tables import load_factors
        from ..gis.uncertainty import assess_baseline, uncertainty_outputs, write_uncertainty

        factors = load_factors(run.text("FACTOR_SET"))
        result = assess_baseline(run, factors)
        run.record(factor_set=describe_factor_set(factors), totals=result.total)
        write_uncertainty(run, result)
        return run.finish(**uncertainty_outputs(result))
