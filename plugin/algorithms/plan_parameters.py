# SPDX-License-Identifier: GPL-2.0-or-later
"""Parameters of the algorithms that check plans, each with its help."""

from __future__ import annotations

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .choices import LINE_STATUS
from .law_parameters import add_language, add_law
from .parameters import (
    add_area_rule,
    add_choice,
    add_classification,
    add_factor_set,
    add_field,
    add_manifest,
    add_polygons,
    add_table_input,
    add_unit_polygons,
)

VECTOR = QgsProcessing.SourceType.TypeVectorAnyGeometry


def add_plan(algorithm: DualCarbonAlgorithm, prefix: str = "PLAN", label: str | None = None) -> None:
    """A plan draft with its code and id fields; ``prefix`` starts the names of its parameters."""
    add_polygons(algorithm, prefix, label or tr("Plan draft"), tr("Polygons of planned use (GHYDYH)."))
    add_field(
        algorithm,
        f"{prefix}_FIELD",
        tr("Planned-use code field"),
        prefix,
        tr("Field with the planned code, such as YDYHFLDM."),
    )
    add_classification(algorithm, f"{prefix}_CLASSIFICATION", tr("Classification of the plan"))
    add_field(
        algorithm,
        f"{prefix}_ID_FIELD",
        tr("Plan parcel id field"),
        prefix,
        tr(
            "Business id of the parcel (BSM), by which findings are recognised in a later run. "
            "Empty: by shape."
        ),
        optional=True,
    )


def add_parcel_facts(algorithm: DualCarbonAlgorithm) -> None:
    """Fields of the plan that the table of conflicts repeats."""
    for name, label, text in (
        (
            "VILLAGE_FIELD",
            tr("Village field"),
            tr(
                "Field with the village of the parcel for the table of conflicts; empty: ZLDWMC if it exists."
            ),
        ),
        (
            "TENURE_FIELD",
            tr("Tenure field"),
            tr("Field with the tenure of the parcel for the table of conflicts; empty: QSXZ if it exists."),
        ),
    ):
        add_field(algorithm, name, label, "PLAN", text, optional=True, advanced=True)


def add_lines(algorithm: DualCarbonAlgorithm) -> None:
    """The three control lines with zones, any other lines, ids, status and document."""
    add_polygons(
        algorithm,
        "FARMLAND",
        tr("Permanent basic farmland"),
        tr("Polygons of 永久基本农田 (YJJBNTBHTB)."),
        optional=True,
    )
    add_polygons(
        algorithm,
        "REDLINE",
        tr("Ecological protection redline"),
        tr("Polygons of 生态保护红线 (STBHHX)."),
        optional=True,
    )
    add_field(
        algorithm,
        "REDLINE_ZONE_FIELD",
        tr("Redline zone field"),
        "REDLINE",
        tr(
            "Field that tells core zone (核心保护区) from the rest; empty: a usual one (管控分区, 分区), "
            "without which everything counts as the rest."
        ),
        optional=True,
    )
    add_polygons(
        algorithm,
        "BOUNDARY",
        tr("Urban development boundary"),
        tr("Polygons inside 城镇开发边界 (CZKFBJ)."),
        optional=True,
    )
    add_field(
        algorithm,
        "BOUNDARY_ZONE_FIELD",
        tr("Boundary zone field"),
        "BOUNDARY",
        tr(
            "Field with 集中建设区, 弹性发展区 or 特别用途区; empty: a usual one (GHFQDM, GHFQMC, 分区), "
            "without which only the rules outside the boundary run."
        ),
        optional=True,
    )
    _add_other_lines(algorithm)
    add_line_facts(algorithm)


def add_line_facts(algorithm: DualCarbonAlgorithm) -> None:
    """Ids, status, document and register of control lines."""
    algorithm.add(
        QgsProcessingParameterString("LINE_ID_FIELD", tr("Line id field"), optional=True),
        tr(
            "Name of the field with the business id of the control-line features (BSM), where a layer has it."
        ),
    )
    add_choice(
        algorithm,
        "LINE_STATUS",
        tr("Status of the lines"),
        LINE_STATUS,
        tr(
            "legal: approved lines; draft or standin: severity is capped at info and no legal "
            "basis is printed."
        ),
        choices="line_status",
    )
    algorithm.add(
        QgsProcessingParameterString("LINE_DOCUMENT", tr("Document of the lines"), optional=True),
        tr("Number and date of the document that put the lines in force; printed in the report."),
    )
    add_table_input(
        algorithm,
        "LINE_REGISTER",
        tr("Register of the lines"),
        tr(
            "Table (CSV, XLSX or a layer) with the columns line (line type or layer name), status (legal, "
            "draft or standin), document and date, where the lines differ; it takes precedence over the "
            "status and document above."
        ),
        advanced=True,
    )


def _add_other_lines(algorithm: DualCarbonAlgorithm) -> None:
    algorithm.add(
        QgsProcessingParameterMultipleLayers("OTHER_LINES", tr("Other control lines"), VECTOR, optional=True),
        tr(
            "Any further control lines: city blue, green, purple and yellow lines, river, flood, "
            "water source, protected areas, wetland, coast, heritage, hazard, road … (polygons; where "
            "a rule measures a distance also lines)."
        ),
    )
    algorithm.add(
        QgsProcessingParameterString("OTHER_TYPES", tr("Types of the other lines"), optional=True),
        tr(
            "Line-type ids of the rule pack (blue, green, river, nature …) in the order of the layers, "
            "separated by commas; empty: told by the names of the layers (ZXCQCSLX, HLFXKZX, 城市蓝线 …)."
        ),
    )


def add_base_and_units(algorithm: DualCarbonAlgorithm) -> None:
    """Present land cover and statistical units."""
    add_polygons(
        algorithm,
        "BASE",
        tr("Present land cover"),
        tr("Land cover (DLTB) for existing use and carbon at stake; without it carbon stays NULL."),
        optional=True,
    )
    add_field(
        algorithm,
        "BASE_FIELD",
        tr("Land-cover code field"),
        "BASE",
        tr("Field with the code, such as DLBM."),
        optional=True,
    )
    add_classification(
        algorithm, "BASE_CLASSIFICATION", tr("Classification of the land cover"), advanced=True
    )
    add_unit_polygons(
        algorithm, tr("Polygons of towns or villages for the summary."), tr("Field that names the unit.")
    )


def add_base_plan(algorithm: DualCarbonAlgorithm) -> None:
    """The planning base with its fields."""
    add_polygons(
        algorithm,
        "BASE_PLAN",
        tr("Planning base"),
        tr(
            "Land use of the base year after 基数转换 (JQDLTB): approved but not yet built counts as "
            "construction. Without it no balance and no expansion multiple."
        ),
        optional=True,
    )
    fields = (
        (
            "BASE_PLAN_FIELD",
            tr("Code field of the base"),
            tr("Field with the code, such as JQDLBM or DLBM."),
        ),
        (
            "BASE_PLAN_SETTLEMENT_FIELD",
            tr("Extent field of the base (CZCSXM)"),
            tr(
                "Field that tells cities (201) and towns (202) from villages (203); empty: CZCSXM if it "
                "exists. Needed for the expansion multiple."
            ),
        ),
        (
            "BASE_PLAN_AREA_FIELD",
            tr("Area field of the base"),
            tr("Official area in the unit of AREA_UNIT (rule “attribute”); empty: TBMJ if it exists."),
        ),
        (
            "BASE_PLAN_DEDUCTED_FIELD",
            tr("Deducted ridge area of the base (KCMJ)"),
            tr(
                "Area of field ridges in the unit of AREA_UNIT; empty: KCMJ beside TBMJ or TBDLMJ. "
                "Cultivated land that stays cultivated keeps its ridges where the plan states none."
            ),
        ),
    )
    for number, (name, label, text) in enumerate(fields):
        add_field(algorithm, name, label, "BASE_PLAN", text, optional=True, advanced=number > 1)
    add_classification(algorithm, "BASE_PLAN_CLASSIFICATION", tr("Classification of the base"), advanced=True)


def add_states(algorithm: DualCarbonAlgorithm) -> None:
    """Exemptions and the findings store."""
    add_table_input(
        algorithm,
        "EXEMPTIONS",
        tr("Exemptions"),
        tr(
            "Table (CSV, XLSX or a layer) of approvals: BSM (parcel id), 批准文号 (document), date and "
            "expiry, and where given rule_id, reason and approver. A finding with an approval valid on the "
            "date of the law is listed as exempted and not counted as open."
        ),
    )
    algorithm.add(
        QgsProcessingParameterFileDestination(
            "STORE", tr("Findings store"), "GeoPackage (*.gpkg)", optional=True, createByDefault=False
        ),
        tr(
            "GeoPackage that keeps the state of findings from run to run: what is new, exempted with reason, "
            "fixed or open again. It is made when it does not exist."
        ),
    )


def add_check_settings(algorithm: DualCarbonAlgorithm, parent: str = "PLAN") -> None:
    """Rules, date of the law, factors, area rule (fields of ``parent``), tolerances and horizon."""
    add_law(algorithm)
    add_factor_set(algorithm, advanced=True)
    add_area_rule(algorithm, parent)
    for name, label, default, text in (
        (
            "SLIVER_M2",
            tr("Noise: area up to (m²)"),
            1.0,
            tr("Overlaps not larger than this (m²) are noise: listed, not counted."),
        ),
        (
            "SLIVER_WIDTH_M",
            tr("Noise: mean width up to (m)"),
            0.1,
            tr("Overlaps not wider than this (m, 2·area/perimeter) are noise."),
        ),
        (
            "HORIZON_A",
            tr("Horizon (years)"),
            20.0,
            tr("Years over which the yearly removal forgone is added to the one-off stock loss."),
        ),
    ):
        number = QgsProcessingParameterNumber(
            name, label, QgsProcessingParameterNumber.Type.Double, default, minValue=0.0
        )
        algorithm.add(number, text, advanced=True)
    add_language(algorithm)
    add_manifest(algorithm)
