# SPDX-License-Identifier: GPL-2.0-or-later
"""Repair a plan draft: the smallest change of use that clears each error, with its carbon."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import QgsProcessingParameterEnum, QgsProcessingParameterNumber

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .parameters import (
    add_classification,
    add_field,
    add_numbers,
    add_polygon_output,
    add_polygons,
    add_table_input,
)
from .plan_parameters import add_base_and_units, add_check_settings, add_lines, add_plan

#: Kinds of errors that another planned use clears.
REPAIR_KINDS = ("overlay", "transition", "whitelist", "buffer")


def add_restorable(algorithm: DualCarbonAlgorithm) -> None:
    """Restorable parcels with their fields, and the cultivated land to be kept."""
    add_polygons(
        algorithm,
        "RESTORABLE",
        tr("Restorable parcels"),
        tr("Polygons that can become cultivated land again (即可恢复, 工程恢复); needs the retention."),
        optional=True,
    )
    algorithm.add(
        QgsProcessingParameterNumber(
            "RETENTION_HA",
            tr("Cultivated land to be kept (ha)"),
            QgsProcessingParameterNumber.Type.Double,
            optional=True,
            minValue=0.0,
        ),
        tr("Cultivated land retention (耕地保有量) that the plan has to show, in ha."),
    )
    for name, label, text in _restorable_fields():
        add_field(algorithm, f"RESTORABLE_{name}", label, "RESTORABLE", text, optional=True, advanced=True)
    add_classification(
        algorithm,
        "RESTORABLE_CLASSIFICATION",
        tr("Classification of the restorable parcels"),
        advanced=True,
    )


def _restorable_fields() -> tuple[tuple[str, str, str], ...]:
    return (
        (
            "FIELD",
            tr("Field of the kind of restoration"),
            tr(
                "Field with 即可恢复 or 工程恢复 (JKHF, GCHF); other values are left out. Empty: all parcels."
            ),
        ),
        ("ID_FIELD", tr("Restorable parcel id field"), tr("Business id of the parcel (BSM).")),
        (
            "CODE_FIELD",
            tr("Present-use code field"),
            tr("Field with the code of the present use (DLBM); empty: the present land cover tells it."),
        ),
        ("VILLAGE_FIELD", tr("Village field of the restorable parcels"), tr("Field with the village.")),
        (
            "COST_FIELD",
            tr("Cost field"),
            tr("Numeric field with the cost of restoring the parcel; decides among sets of equal carbon."),
        ),
    )


class RepairPlan(DualCarbonAlgorithm):
    """``dualcarbon:repairplan``."""

    STYLES: ClassVar = {
        "OUTPUT": "repairedplan",
        "OUTPUT_CHANGES": "repairchanges",
        "OUTPUT_REPLENISHMENT": "replenishment",
    }

    def name(self) -> str:
        return "repairplan"

    def displayName(self) -> str:
        return tr("Repair plan")

    def groupId(self) -> str:
        return "planning"

    def tags(self) -> list[str]:
        return tr(
            "plan,repair,conflict,control line,swap,replenishment,carbon,修复,调整,冲突处置,补划,耕地保有量"
        ).split(",")

    def shortDescription(self) -> str:
        return tr("Clears the errors of a plan draft by the smallest change of use, with the least carbon.")

    def shortHelpString(self) -> str:
        return tr(
            "Checks the plan as “Check plan against control lines” does, cuts the ground of each open error "
            "out of its parcel and gives it its present use or another use that the rules of the lines "
            "there list as allowed. A use comes into question only where no line at hand objects to it; "
            "where there is none, one that breaks no rule and fares no worse under any than the planned "
            "use. Chosen is, in this order: the least construction land lost, the least carbon at stake "
            "against the present cover (t CO2e over the horizon; gains count as none), the least ground "
            "that would not keep its present use, the code. What would be left below the minimum mapped "
            "area moves with the change.\n\n"
            "The coverage stays intact: parts share their vertices with their neighbours. A cut part gets "
            "the id of its parcel with -R1, -R2 …, and the fields repair_rule, repair_from, repair_to and "
            "repair_of. The result is checked again; what no use can mend is listed with the reason.\n\n"
            "With a layer of restorable parcels (即可恢复/工程恢复) and the cultivated land to be kept "
            "(耕地保有量), the set of parcels that makes up for the shortage with the least carbon is chosen."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        add_plan(self)
        add_lines(self)
        add_base_and_units(self)
        kinds = QgsProcessingParameterEnum(
            "KINDS",
            tr("Kinds of errors to repair"),
            options=list(REPAIR_KINDS),
            allowMultiple=True,
            defaultValue=list(REPAIR_KINDS),
            usesStaticStrings=True,
        )
        self.add(
            kinds,
            tr(
                "overlay: a use that a line forbids; transition: a change from the present use that is "
                "forbidden; whitelist: a use that is on no list; buffer: a use too close to a line."
            ),
        )
        add_table_input(
            self,
            "EXEMPTIONS",
            tr("Exemptions"),
            tr(
                "Table (CSV, XLSX or a layer) of approvals: BSM (parcel id), 批准文号 (document), date and "
                "expiry. Errors with an approval valid on the date of the law stay as planned."
            ),
        )
        add_restorable(self)
        add_check_settings(self)
        self._add_outputs()

    def _add_outputs(self) -> None:
        add_polygon_output(
            self,
            "OUTPUT",
            tr("Repaired plan"),
            tr("The plan with all its fields; repair_… tell the parts that were changed."),
        )
        add_polygon_output(
            self,
            "OUTPUT_CHANGES",
            tr("Changes"),
            tr(
                "One polygon per change with rules, codes, area (ha), construction land lost (ha), stock "
                "loss (t CO2), removal forgone (t CO2e/a), carbon (t CO2e) and the reason; errors that could "
                "not be repaired have no new code."
            ),
            optional=True,
        )
        add_polygon_output(
            self,
            "OUTPUT_REPLENISHMENT",
            tr("Replenishment"),
            tr(
                "The restorable parcels (补划表): chosen, spare or excluded with the reason; area (ha, mu), "
                "present use, carbon of cultivating them (t CO2e) and the order of restoration."
            ),
            optional=True,
        )
        add_numbers(
            self,
            {
                "ERRORS_BEFORE": tr("Errors before the repair"),
                "ERRORS_AFTER": tr("Errors after the repair, found by the same check"),
                "UNREPAIRED": tr("Errors of the chosen kinds that remain"),
                "CHANGED_AREA_HA": tr("Changed area (ha)"),
                "LOST_CONSTRUCTION_HA": tr("Construction land lost (ha)"),
                "CARBON_TCO2E": tr("Carbon at stake of the new uses over the horizon (t CO2e)"),
                "SAVED_CARBON_TCO2E": tr("Carbon at stake that the repair takes off (t CO2e)"),
                "SHORTAGE_HA": tr("Cultivated land that the repaired plan lacks (ha)"),
                "REPLENISHED_HA": tr("Cultivated land that the chosen parcels give (ha)"),
                "STILL_SHORT_HA": tr("Cultivated land that is still missing (ha)"),
                "REPLENISHMENT_TCO2E": tr("Carbon at stake of the chosen parcels (t CO2e)"),
            },
        )

    def compute(self, run: Any) -> dict[str, Any]:
        from ..domain.repair import repair_plan
        from ..gis.plan import read_check
        from ..gis.plan_outputs import record_check
        from ..gis.repair import read_repair_settings, repair_outputs, write_repair
        from ..gis.replenishment import replenish_plan, replenishment_outputs, write_replenishment

        job = read_check(run)
        settings = read_repair_settings(run)
        repair = repair_plan(job.arguments(), settings, notes=run.notes, progress=run.progress(35, 84))
        plots = replenish_plan(run, job, repair.draft.plan, (84, 88))
        record_check(run, job, repair.before)
        run.record(kinds=list(settings.kinds), totals_after=repair.after.totals)
        write_repair(run, job, repair)
        write_replenishment(run, job, plots)
        return run.finish(**repair_outputs(repair, job, settings), **replenishment_outputs(plots))
