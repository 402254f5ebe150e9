# SPDX-License-Identifier: GPL-2.0-or-later
"""CCUS inventory: what capture facilities store, avoid and remove."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .parameters import add_manifest, add_numbers, add_table_output

POINTS = QgsProcessing.SourceType.TypeVectorPoint


class CcusInventory(DualCarbonAlgorithm):
    """``dualcarbon:ccusinventory``."""

    STYLES: ClassVar = {"OUTPUT": "ccusinventory"}

    def name(self) -> str:
        return "ccusinventory"

    def displayName(self) -> str:
        return tr("CCUS inventory")

    def tags(self) -> list[str]:
        return tr("CCUS,CCS,BECCS,DAC,capture,storage,negative emission,碳捕集,封存,负碳,直接空气捕集").split(
            ","
        )

    def shortDescription(self) -> str:
        return tr("What a register of capture facilities stores, avoids and removes in a year.")

    def shortHelpString(self) -> str:
        return tr(
            "One point and one row is what one facility captured in one year. captured = capture rate × flue "
            "emission (or the stated amount); stored = captured·(1 − transport loss); still stored after t "
            "years = stored·(1 − storage loss)^t; avoided = still stored − energy penalty. All in t CO2.\n\n"
            "Fossil CCS and CCU that lasts lower the emission of their source sector and are no removal. "
            "Only BECCS and direct air capture (DAC) enter removals; enhanced weathering (EW) is listed. "
            "CO2 in short-lived products is delayed, not stored. The energy penalty is an emission of the "
            "sector that supplies the energy: it lowers what is avoided, and is not booked again here.\n\n"
            "Removal, reduction and delay are of the rows of YEAR alone; stores of earlier years count with "
            "what is left of them. Blank register: resources/factors/ccus_template.csv.\n\n"
            "Method: 林坚、赵晔 2022, 科技导报 40(6): 12–19; IPCC 2006 Guidelines Vol. 2 Ch. 5."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        self.add(
            QgsProcessingParameterFeatureSource("FACILITIES", tr("Capture facilities"), [POINTS]),
            tr("Points, one for each facility and year; only the selected features when so chosen."),
        )
        self.add(
            QgsProcessingParameterNumber(
                "YEAR",
                tr("Year of the account"),
                QgsProcessingParameterNumber.Type.Integer,
                minValue=1990,
                maxValue=2300,
            ),
            tr("Calendar year of the account: storage losses act over the years since the capture."),
        )
        self._add_fields()
        add_manifest(self)
        self.add(
            QgsProcessingParameterFeatureSink("OUTPUT", tr("Facilities with their account"), POINTS),
            tr(
                "The input's points and fields with what was captured, stored, is still stored, avoided, "
                "delayed and lost (t CO2), and the removal and reduction of the year (t CO2e/a)."
            ),
        )
        add_table_output(
            self,
            "OUTPUT_SECTORS",
            tr("Account by source sector and type"),
            tr("Table with one row per source sector and type of facility, t CO2 as in the layer above."),
        )
        add_numbers(
            self,
            {
                "CAPTURED_TCO2": tr("Captured in all years of the register (t CO2)"),
                "STORED_TCO2": tr("Still stored in the year of the account (t CO2)"),
                "AVOIDED_TCO2": tr("Avoided by all years of the register (t CO2)"),
                "REMOVAL_TCO2E_A": tr("Removal by BECCS and direct air capture in the year (t CO2e/a)"),
                "DELAYED_TCO2": tr("Delayed in short-lived products (t CO2)"),
            },
        )

    def _add_fields(self) -> None:
        for field, label, text in (
            ("facility_id", tr("Field: facility id"), tr("Unique for each facility, once a year.")),
            ("year", tr("Field: year"), tr("Year in which the CO2 of the row was captured.")),
            ("type", tr("Field: type"), tr("CCS, CCU, BECCS, DAC or EW (enhanced weathering).")),
            (
                "source_sector",
                tr("Field: source sector"),
                tr("Sector whose emission CCS or CCU lowers, such as power or cement."),
            ),
            ("capacity_tco2_a", tr("Field: capacity"), tr("What it can capture, t CO2/a; a cap.")),
            ("flue_tco2_a", tr("Field: flue emission"), tr("CO2 in the flue gas before capture, t CO2/a.")),
            (
                "captured_tco2_a",
                tr("Field: captured amount"),
                tr("Metered capture, t CO2/a, in place of capture rate × flue emission."),
            ),
            ("capture_rate", tr("Field: capture rate"), tr("Captured share of the flue emission, 0–1.")),
            ("transport_loss", tr("Field: transport loss"), tr("Share lost before the store, 0–1.")),
            ("storage_loss_a", tr("Field: storage loss"), tr("Share lost by the store each year, 0–1.")),
            (
                "energy_penalty_tco2_a",
                tr("Field: energy penalty"),
                tr("Emission of the energy that capture needs, t CO2/a."),
            ),
            ("storage_site", tr("Field: storage site"), tr("Name of the store.")),
            ("storage_class", tr("Field: storage class"), tr("Saline aquifer, depleted field, mineral …")),
            (
                "permanence_class",
                tr("Field: permanence class"),
                tr("permanent, long_lived or short_lived; CCU must state it, empty is permanent."),
            ),
            ("transport_mode", tr("Field: transport mode"), tr("Pipeline, ship, road or rail.")),
            ("verification", tr("Field: verification"), tr("Report or certificate; empty: not verified.")),
        ):
            self.add(
                QgsProcessingParameterField(
                    f"{field.upper()}_FIELD", label, field, "FACILITIES", optional=True
                ),
                text,
                advanced=True,
            )

    def compute(self, run: Any) -> dict[str, Any]:
        from ..domain.ccus import inventory_of
        from ..gis.ccus import read_facilities, write_inventory

        year = int(run.number("YEAR"))
        facilities = read_facilities(run, "FACILITIES", year)
        result = inventory_of(facilities.register, year, run.notes)
        run.record(totals=result.total)
        write_inventory(run, facilities, result)
        total = result.total
        return run.finish(
            CAPTURED_TCO2=total["captured_tco2"],
            STORED_TCO2=total["stored_after_tco2"],
            AVOIDED_TCO2=total["avoided_tco2"],
            REMOVAL_TCO2E_A=total["removal_tco2e_a"],
            DELAYED_TCO2=total["delayed_tco2"],
        )
