# SPDX-License-Identifier: GPL-2.0-or-later
"""Projection of a sink baseline: stock, removal and emission of target years, land use unchanged."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterString,
)

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .choices import GROWTH
from .parameters import (
    VECTOR_TABLE,
    add_choice,
    add_factor_set,
    add_manifest,
    add_numbers,
    add_table_input,
    add_table_output,
    add_year,
)


class ProjectBaseline(DualCarbonAlgorithm):
    """``dualcarbon:projectbaseline``."""

    def name(self) -> str:
        return "projectbaseline"

    def displayName(self) -> str:
        return tr("Projection of a sink baseline")

    def tags(self) -> list[str]:
        return tr(
            "carbon,sink,baseline,projection,path,growth,age,target year,碳汇,本底,预测,林龄,生长曲线"
        ).split(",")

    def shortDescription(self) -> str:
        return tr("Carbon stock and yearly fluxes of target years, if land use stays as it is.")

    def shortHelpString(self) -> str:
        return tr(
            "Takes the table per unit and class of “Sink baseline” and the factor set it was made with, and "
            "carries it to target years. Land use stays that of the baseline: this is the path of the sink "
            "baseline (碳汇本底) under business as usual, neither a scenario of a plan nor a crediting "
            "baseline (基准线).\n\n"
            "The row of a year states the stock at its end (t C) and the fluxes within it (t CO2e/a); that "
            "of the baseline's own year repeats the baseline. Stock(y) = stock(y − 1) + 12/44·(removal − "
            "emission of CO2): growth changes biomass (above and below ground in their present proportion), "
            "litter and dead wood the dead organic matter, soil and burial the soil; CH4 and N2O change no "
            "stock. A loss stops where its pool is exhausted.\n\n"
            "constant: every class removes at the rate of its factor set. curve: classes with a growth curve "
            "follow it: logistic B = w/(1 + k·e^(−a·t)), Chapman–Richards B = w·(1 − e^(−k·t))^p or points, "
            "from the stand age in AGES or from the age at which the curve has the present density; or their "
            "rate ends in a stated year. The removal of a year is the difference of the curve, so that "
            "removals add up to the growth of the stock. No curve is shipped: none was found with readable "
            "parameters; resources/factors/growth_curves_README.md tells how to write one.\n\n"
            "Intervals (95 %): one factor moves all years together; stocks and fluxes are independent (IPCC "
            "2006, Vol. 1, Ch. 3, approach 1); method layers of one method move together, so that several "
            "of them have wider bounds than in the baseline. cumulative_removal_tco2e adds the removals "
            "since the baseline's year and is no yearly figure. Fluxes that method layers answer for stay as "
            "the table states them; an emission of a layer with CH4 or N2O counts as gas. Releases of soil "
            "in a 20-year transition are the matter of the tool for soil carbon. Where units overlap, totals "
            "count their ground in each."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        add_table_input(
            self,
            "BASELINE",
            tr("Baseline per unit and class"),
            tr(
                "Table that “Sink baseline” wrote as OUTPUT_TABLE: unit, carbon class, area (ha), stocks "
                "(t C)."
            ),
            optional=False,
        )
        self.add(
            QgsProcessingParameterString("YEARS", tr("Target years")),
            tr(
                "Calendar years such as 2025,2030,2060 or a span such as 2025-2035; none before the year of "
                "the baseline, none more than 300 years after it."
            ),
        )
        add_factor_set(self)
        self._add_growth()
        add_year(
            self,
            "START_YEAR",
            tr("Year of the baseline"),
            tr("Calendar year of the baseline, where its table has none in the field year."),
            optional=True,
            advanced=True,
        )
        add_manifest(self)
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Path per unit"), VECTOR_TABLE, optional=True),
            tr(
                "One row per unit and target year: stock (t C), removal, emission and net (t CO2e/a), and "
                "the removal added up since the baseline (t CO2e), with bounds."
            ),
        )
        add_table_output(
            self,
            "OUTPUT_CLASSES",
            tr("Path per unit and class"),
            tr("One row per unit, carbon class, method and target year, with the stock by pool (t C)."),
        )
        self._add_totals()

    def _add_growth(self) -> None:
        add_choice(
            self,
            "GROWTH",
            tr("Growth"),
            GROWTH,
            tr(
                "constant: rates of the factor set in every year; curve: by age or year, as GROWTH_CURVES "
                "says."
            ),
            choices="growth",
        )
        add_table_input(
            self,
            "GROWTH_CURVES",
            tr("Growth curves"),
            tr(
                "Table of curves by factor set and carbon class (template: "
                "resources/factors/growth_curves_template.csv), densities in t C/ha or t d.m./ha."
            ),
        )
        add_table_input(
            self,
            "AGES",
            tr("Stand ages"),
            tr(
                "Table with the columns unit (optional), carbon_class, age_a (years) and/or age_group, share "
                "(0–1) or area_ha. Empty: the age at which the curve has the present density."
            ),
        )

    def _add_totals(self) -> None:
        numbers = {}
        for name, label in (
            ("STOCK_END_TC", tr("Carbon stock of the last year (t C)")),
            ("REMOVAL_END_TCO2E_A", tr("Removal of the last year (t CO2e/a)")),
            ("EMISSION_END_TCO2E_A", tr("Emission of the last year (t CO2e/a)")),
            ("CUMULATIVE_REMOVAL_TCO2E", tr("Removal added up since the baseline (t CO2e)")),
        ):
            numbers[name] = label
            numbers[f"{name}_LOW"] = tr("{label}, lower 95 % bound").format(label=label)
            numbers[f"{name}_HIGH"] = tr("{label}, upper 95 % bound").format(label=label)
        numbers["WEAK_SHARE"] = tr("Share of the stock on factors below grade secondary (0–1)")
        add_numbers(self, numbers)

    def compute(self, run: Any) -> dict[str, Any]:
        from ..domain.provenance import describe_factor_set
        from ..gis.projection import project_baseline, projection_outputs, write_projection
        from ..gis.tables import load_factors

        factors = load_factors(run.text("FACTOR_SET"))
        result = project_baseline(run, factors)
        run.record(
            factor_set=describe_factor_set(factors),
            totals=result.totals.iloc[-1].to_dict(),
            path=result.totals.to_dict("records"),
        )
        write_projection(run, result)
        return run.finish(**projection_outputs(result))
