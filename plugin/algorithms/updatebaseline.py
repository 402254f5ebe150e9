# SPDX-License-Identifier: GPL-2.0-or-later
"""Update a sink baseline by the yearly increments of the change survey, with the cause of each change."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingParameterNumber

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .parameters import (
    add_area_rule,
    add_classification,
    add_factor_set,
    add_field,
    add_manifest,
    add_numbers,
    add_table_input,
    add_table_output,
    add_unit_polygons,
    add_unmapped,
    add_year,
)


class UpdateBaseline(DualCarbonAlgorithm):
    """``dualcarbon:updatebaseline``."""

    def name(self) -> str:
        return "updatebaseline"

    def displayName(self) -> str:
        return tr("Update baseline by survey increments")

    def tags(self) -> list[str]:
        return tr(
            "update,increment,change survey,DLTBGX,DLTBGXGC,cause,yearly,变更调查,增量,更新过程,变化原因,年度"
        ).split(",")

    def shortDescription(self) -> str:
        return tr("Carries a sink baseline to the next year by the change survey's increments, with causes.")

    def shortHelpString(self) -> str:
        return tr(
            "Takes the table per unit and class of the year before and the process layer of the yearly "
            "change survey (地类图斑更新过程层 DLTBGXGC: one record per process, with the code before and "
            "after). Per unit and class: opening + additions − reductions = closing, in ha and in t C, "
            "checked to 1e-9; the county is not computed again. The table of the new year opens the next "
            "update.\n\n"
            "Fluxes (t CO2e/a) are those of the new year's areas; the change of stock is a one-off amount "
            "(t C). A pool counts as changed only where it is known before and after: built-up land keeps "
            "the soil that it covers. The interval of a change takes land of a class as fully correlated.\n\n"
            "The cause comes from CAUSE_FIELD, else from the transition "
            "(resources/classes/change_causes.csv). BGXW tells how a parcel changed (1 attributes, 2 "
            "shape), not why, and is no cause. Increments that do not fit the baseline are refused.\n\n"
            "Method: stock-difference (IPCC 2006 Guidelines Vol. 4, Ch. 2); balance after SEEA."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        add_table_input(
            self,
            "BASELINE",
            tr("Baseline of the year before"),
            tr(
                "Table that “Sink baseline” or this tool wrote as OUTPUT_TABLE: unit, carbon class, area "
                "(ha)."
            ),
            optional=False,
        )
        add_table_input(
            self,
            "INCREMENTS",
            tr("Increments of the change survey"),
            tr("Process layer DLTBGXGC: polygons, or a table with the same fields and official areas."),
            optional=False,
        )
        add_year(
            self,
            "YEAR",
            tr("Year of the increments"),
            tr(
                "Year whose end the updated baseline shows; the baseline given must be that of the year "
                "before."
            ),
        )
        add_classification(self)
        add_factor_set(self)
        add_area_rule(self, "INCREMENTS")
        add_unmapped(self)
        self._add_units()
        self._add_fields()
        add_manifest(self)
        self._add_outputs()

    def _add_units(self) -> None:
        add_unit_polygons(
            self,
            tr(
                "Polygons of the units of the baseline, by which increments are cut. Empty: by the unit "
                "fields."
            ),
            tr("Field that names the unit as in the baseline. Empty: feature id."),
        )
        self.add(
            QgsProcessingParameterNumber(
                "UNIT_DIGITS",
                tr("Digits of the unit code"),
                QgsProcessingParameterNumber.Type.Integer,
                defaultValue=0,
                minValue=0,
                maxValue=19,
            ),
            tr("Number of leading digits of the unit fields that name a unit of the baseline; 0: all."),
            advanced=True,
        )

    def _add_fields(self) -> None:
        for name, label, text in (
            ("BEFORE_FIELD", tr("Code before"), tr("Land-use code before the change. Empty: BGQDLBM.")),
            ("AFTER_FIELD", tr("Code after"), tr("Land-use code after the change. Empty: BGHDLBM.")),
            (
                "RIDGE_BEFORE_FIELD",
                tr("Deducted ridges before"),
                tr(
                    "Field ridges before the change, in AREA_UNIT; used with rule “attribute”. Empty: "
                    "BGQKCMJ."
                ),
            ),
            (
                "RIDGE_AFTER_FIELD",
                tr("Deducted ridges after"),
                tr(
                    "Field ridges after the change, in AREA_UNIT; used with rule “attribute”. Empty: BGHKCMJ."
                ),
            ),
            (
                "UNIT_BEFORE_FIELD",
                tr("Unit before"),
                tr(
                    "Unit before the change, as in the baseline. Empty: BGQZLDWDM, BGQXZQDM, BGQZLDWMC, "
                    "ZLDWDM."
                ),
            ),
            (
                "UNIT_AFTER_FIELD",
                tr("Unit after"),
                tr(
                    "Unit after the change, as in the baseline. Empty: BGHZLDWDM, BGHXZQDM, BGHZLDWMC, "
                    "ZLDWDM."
                ),
            ),
            (
                "ID_FIELD",
                tr("Id field"),
                tr("Field that names a record in messages. Empty: BSM, else the row."),
            ),
            (
                "YEAR_FIELD",
                tr("Date of the update"),
                tr(
                    "Date or year of the increment; other years are refused. Empty: GXSJ, where there is one."
                ),
            ),
            (
                "BOUNDARY_FIELD",
                tr("Kind of boundary adjustment"),
                tr(
                    "1 and 3: ground enters the county; 2 and 4: it leaves; 0 or empty: neither. Empty: "
                    "XZQTZLX, where there is one."
                ),
            ),
            ("CAUSE_FIELD", tr("Cause"), tr("Field with the cause of the change. Empty: by the transition.")),
            (
                "PERMIT_FIELD",
                tr("Permit"),
                tr("Field with the project or approval number (批准文号), kept beside the cause."),
            ),
        ):
            add_field(self, name, label, "INCREMENTS", text, optional=True, advanced=True)

    def _add_outputs(self) -> None:
        add_table_output(
            self,
            "OUTPUT",
            tr("Updated baseline per unit"),
            tr("Account of each unit at the end of the year, its stock before and the change (t C)."),
        )
        add_table_output(
            self,
            "OUTPUT_TABLE",
            tr("Updated baseline per unit and class"),
            tr("Table that opens the update of the next year, as “Sink baseline” writes it."),
        )
        add_table_output(
            self,
            "OUTPUT_BALANCE",
            tr("Balance per unit and class"),
            tr(
                "Opening, additions, reductions and closing (ha, t C); entered and left: stock that enters "
                "or leaves the table without a change of carbon (boundaries, pools without a factor)."
            ),
        )
        add_table_output(
            self,
            "OUTPUT_CAUSES",
            tr("Causes of the changes"),
            tr(
                "Area (ha), change of stock (t C) and number of processes by unit, cause, permit and "
                "transition."
            ),
        )
        numbers = {}
        for name, label in (
            ("CHANGE_TC", tr("Change of the carbon stock (t C)")),
            ("STOCK_AFTER_TC", tr("Carbon stock at the end of the year (t C)")),
        ):
            numbers[name] = label
            numbers[f"{name}_LOW"] = tr("{label}, lower 95 % bound").format(label=label)
            numbers[f"{name}_HIGH"] = tr("{label}, upper 95 % bound").format(label=label)
        numbers["TOTAL_AREA_HA"] = tr("Total area (ha)")
        numbers["CHANGED_HA"] = tr("Area that changed its class (ha)")
        numbers["UNMAPPED_AREA_HA"] = tr("Area without a carbon class (ha)")
        numbers["WEAK_SHARE"] = tr("Share of the stock on factors below grade secondary (0–1)")
        add_numbers(self, numbers)

    def compute(self, run: Any) -> dict[str, Any]:
        from ..domain.provenance import describe_factor_set
        from ..gis.increments import carry_forward, update_outputs, write_update
        from ..gis.tables import load_factors

        factors = load_factors(run.text("FACTOR_SET"))
        job = carry_forward(run, factors)
        update = job.update
        run.record(**job.facts, factor_set=describe_factor_set(factors), totals=update.account.total)
        run.record(shares=update.account.shares.to_dict("index"), change=update.change)
        write_update(run, update)
        return run.finish(**update_outputs(job))
