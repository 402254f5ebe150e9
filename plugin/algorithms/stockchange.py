# SPDX-License-Identifier: GPL-2.0-or-later
"""Stock change: land use of two dates, its transitions and the carbon that they gain and lose."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import QgsProcessingParameterRasterDestination

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .choices import ALIGN, EDGES
from .parameters import (
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
    add_table_output,
    add_units,
    add_unmapped,
    add_year,
)


class StockChange(DualCarbonAlgorithm):
    """``dualcarbon:stockchange``."""

    STYLES: ClassVar = {
        "OUTPUT": "stockchange",
        "OUTPUT_MAP": "stockchange_map",
        "OUTPUT_MAP_RASTER": "stockchange_map_raster",
    }

    def name(self) -> str:
        return "stockchange"

    def displayName(self) -> str:
        return tr("Stock change between two dates")

    def tags(self) -> list[str]:
        return tr("carbon,change,transition,matrix,land-use change,碳储量,变化,转移矩阵,土地利用变化").split(
            ","
        )

    def shortDescription(self) -> str:
        return tr("Which land turned into which between two dates, and the carbon stock won and lost by it.")

    def shortHelpString(self) -> str:
        return tr(
            "Cuts the land use of two dates (polygons, rasters or one of each) by one another and by units, "
            "and multiplies the transitions with the carbon densities of a factor set.\n\n"
            "Method: stock-difference (IPCC 2006 Guidelines Vol. 4 Ch. 2), change = stock after − stock "
            "before in t C, positive where the stock grows, per year of the period in t CO2e/a. Both stocks "
            "are those of the ground that has a class at both dates and of the pools known at both; "
            "ground of one date only is in the transitions (class NULL) and in columns of its own. A "
            "settlements class without soil carbon in the factor set keeps that of the land before. The "
            "stock of annual crops is a stock, not a growth: land that stays as it is changes nothing.\n\n"
            "Bounds (95 %, IPCC approach 1) take the density of a class and pool as one and the same draw "
            "at both dates; classes and pools are independent.\n\n"
            "Parcels with the same geometry at both dates need no overlay. Where a layer overlaps itself "
            "the ground counts once. Every run checks that the parts add up to both layers and to every "
            "unit to 1e-6, and that opening + additions − reductions = closing to 1e-9."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        self._add_dates()
        add_classification(self)
        add_classification(
            self,
            "AFTER_CLASSIFICATION",
            tr("Classification at the second date (empty: the same)"),
            advanced=True,
            optional=True,
            # Every dialog would give it, in place of the first date's.
            default=None,
        )
        add_units(
            self,
            tr(
                "Polygons of towns, villages or other units (XZQ), or a raster of their numbers. Empty: all "
                "ground is one unit “*”, drawn as the box around it."
            ),
            optional=True,
        )
        add_factor_set(self)
        add_area_rule(self, "BEFORE")
        add_unmapped(self)
        self._add_raster_choices()
        add_manifest(self)
        self._add_outputs()

    def _add_dates(self) -> None:
        dates = {
            "BEFORE": tr("Land use at the first date (polygons or raster)"),
            "AFTER": tr("Land use at the second date (polygons or raster)"),
        }
        for date, label in dates.items():
            add_map_layer(self, date, label, tr("Polygons with a land-use code, or a classified raster."))
            add_field(
                self,
                f"{date}_FIELD",
                tr("Land-use code field"),
                date,
                tr("Field with the code, such as DLBM; for polygons."),
                optional=True,
            )
            add_band_number(self, f"{date}_BAND")
            add_field(
                self,
                f"{date}_ID_FIELD",
                tr("Parcel id field"),
                date,
                tr("Field that names the parcels in the map and in notes, such as BSM. Empty: feature id."),
                optional=True,
                advanced=True,
            )
        years = {
            "YEAR_BEFORE": tr("Year of the first date"),
            "YEAR_AFTER": tr("Year of the second date"),
        }
        for name, label in years.items():
            add_year(
                self,
                name,
                label,
                tr("Calendar year that the land use shows; the change is divided by the years between."),
            )

    def _add_raster_choices(self) -> None:
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
        add_choice(
            self,
            "ALIGN",
            tr("Rasters on different grids"),
            ALIGN,
            tr(
                "refuse: stop and say how the grids differ; to_before: bring the second raster onto the grid "
                "of the first, each cell taking the value at its centre."
            ),
            choices="align",
        )

    def _add_outputs(self) -> None:
        add_polygon_output(
            self,
            "OUTPUT",
            tr("Change per unit"),
            tr(
                "One feature per unit: area of both dates (ha), changed area, stocks and their change (t C, "
                "with bounds), gains and losses of the transitions (t C), yearly change (t CO2e/a), ground "
                "of one date only (ha)."
            ),
        )
        add_table_output(
            self,
            "OUTPUT_TRANSITIONS",
            tr("Transitions"),
            tr(
                "Table with one row per unit, class before and class after (NULL = none at that date): area "
                "(ha), stocks and change (t C)."
            ),
        )
        add_table_output(
            self,
            "OUTPUT_CATEGORIES",
            tr("Land-use change by IPCC category"),
            tr("The transitions between the six IPCC categories and the sea: area (ha), change (t C)."),
        )
        add_table_output(
            self,
            "OUTPUT_BALANCE",
            tr("Balance of the classes"),
            tr(
                "SEEA asset account by unit and class: opening + additions − reductions = closing, in ha and "
                "t C, on the ground of both dates."
            ),
        )
        add_polygon_output(
            self,
            "OUTPUT_MAP",
            tr("Change map (polygons)"),
            tr(
                "The ground whose class changed, for two polygon layers: class before and after, area (ha), "
                "change (t C/ha and t C). Pieces up to 1 m² or 0.1 m wide are left out of the map and noted."
            ),
            optional=True,
        )
        self.add(
            QgsProcessingParameterRasterDestination(
                "OUTPUT_MAP_RASTER", tr("Change map (raster)"), optional=True, createByDefault=False
            ),
            tr("GeoTIFF with the change of carbon density of every cell (t C/ha), for rasters."),
        )
        add_numbers(self, _numbers())

    def compute(self, run: Any) -> dict[str, Any]:
        from ..domain.change import change_account, require_categories, require_years
        from ..domain.provenance import describe_factor_set
        from ..gis.change.outputs import change_numbers, write_change
        from ..gis.disk_check import require_disk_for_units
        from ..gis.tables import load_factors

        require_disk_for_units(run)
        dates = int(run.number("YEAR_BEFORE")), int(run.number("YEAR_AFTER"))
        years = require_years(*dates)
        factors = load_factors(run.text("FACTOR_SET"))
        if run.given("OUTPUT_CATEGORIES"):
            require_categories(factors.terms["key"])
        job = _transitions_of(run, factors)
        made = change_account(job.transitions, factors, years, run.notes, run.progress(85, 87))
        run.record(**job.facts, factor_set=describe_factor_set(factors), totals=made.total, years=dates)
        write_change(run, job, made, dates)
        return run.finish(**change_numbers(made, job))


def _transitions_of(run: Any, factors: Any) -> Any:
    """The transitions of two layers by their kinds; a kind that is not asked for is not imported."""
    rasters = [date for date in ("BEFORE", "AFTER") if run.is_raster(date)]
    if not rasters:
        from ..gis.change.polygons import change_of_polygons

        return change_of_polygons(run, factors)
    if len(rasters) == 1:
        from ..gis.change.mixed import change_of_mixed

        return change_of_mixed(run, factors)
    from ..gis.change.rasters import change_of_rasters

    return change_of_rasters(run, factors)


def _numbers() -> dict[str, str]:
    numbers = {
        "TOTAL_AREA_HA": tr("Area with a class at both dates (ha)"),
        "CHANGED_HA": tr("Area whose class changed (ha)"),
    }
    for name, label in (
        ("STOCK_BEFORE_TC", tr("Carbon stock at the first date (t C)")),
        ("STOCK_AFTER_TC", tr("Carbon stock at the second date (t C)")),
        ("CHANGE_TC", tr("Change of the carbon stock (t C)")),
        ("CHANGE_TCO2E_A", tr("Yearly change of the carbon stock (t CO2e/a)")),
    ):
        numbers[name] = label
        numbers[f"{name}_LOW"] = tr("{label}, lower 95 % bound").format(label=label)
        numbers[f"{name}_HIGH"] = tr("{label}, upper 95 % bound").format(label=label)
    numbers["UNMAPPED_AREA_HA"] = tr("Area without a carbon class (ha)")
    numbers["WEAK_SHARE"] = tr("Share of the stock on factors below grade secondary (0–1)")
    numbers["RESIDUAL_HA"] = tr("Conservation residual (ha)")
    return numbers
