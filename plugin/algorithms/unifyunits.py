# SPDX-License-Identifier: GPL-2.0-or-later
"""One statistical unit (统计单元统一): statistics brought from other units onto those of the account."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingParameterBoolean,
    QgsProcessingParameterField,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterNumber,
)

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .choices import AREA_RULES, UNIFY_METHODS, WEIGHT_KINDS
from .parameters import (
    add_choice,
    add_field,
    add_manifest,
    add_numbers,
    add_polygon_output,
    add_polygons,
    add_table_input,
    add_table_output,
    add_year,
)


class UnifyUnits(DualCarbonAlgorithm):
    """``dualcarbon:unifyunits``."""

    def name(self) -> str:
        return "unifyunits"

    def displayName(self) -> str:
        return tr("Unify statistical units")

    def tags(self) -> list[str]:
        return tr(
            "statistics,unit,areal interpolation,dasymetric,pycnophylactic,raking,统计单元,统一,人口,面域插值"
        ).split(",")

    def shortDescription(self) -> str:
        return tr(
            "Brings statistics of census tracts, traffic zones or supply areas onto towns and villages."
        )

    def shortHelpString(self) -> str:
        return tr(
            "Totals (population, electricity, output value) are shared out among the target units, densities "
            "and rates are averaged over the ground they hold for.\n\n"
            "areal: by area (Goodchild and Lam 1980). dasymetric: by weights inside the source units, such "
            "as floor area in polygons or night lights in a raster; sources without any weight go by area "
            "and are listed (Eicher and Brewer 2001). pycnophylactic: by a smooth density on a grid that "
            "keeps the total of every source (Tobler 1979). raking: fitted to the known totals of sources "
            "and of targets (Deming and Stephan 1940).\n\n"
            "The sum over the targets and what lies outside them equals the sum of the sources to 1e-9. "
            "Every figure says which share of it is estimated from split sources; above one half it is "
            "flagged. The weights can be written and used again for other fields and years. With a control "
            "table each unit is compared, map against table (图数一致): 1 ha for fields that end in "
            "_ha, 0.5 % for others."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        self._add_source()
        self._add_target()
        add_choice(
            self,
            "METHOD",
            tr("Method"),
            UNIFY_METHODS,
            tr("areal, dasymetric, pycnophylactic or raking; densities and rates always go by common area."),
            choices="unify_method",
        )
        self._add_weights()
        self._add_control()
        add_manifest(self)
        add_polygon_output(
            self,
            "OUTPUT",
            tr("Unified units"),
            tr("Target units with each field, its estimated share (0–1), missing share (0–1) and flag."),
        )
        add_table_output(
            self,
            "OUTPUT_WEIGHTS",
            tr("Table of weights"),
            tr("Table with source, target, common area (m²) and share; as WEIGHTS it serves other years."),
        )
        add_table_output(
            self,
            "OUTPUT_AGREEMENT",
            tr("Map against table"),
            tr("Each unit and field of the control table with both values, difference and tolerance."),
        )
        add_numbers(
            self,
            {
                "RESIDUAL_MAX": tr("Largest volume residual (share of the total)"),
                "DISAGREEMENTS": tr("Figures that do not agree with the control table"),
            },
        )

    def _add_source(self) -> None:
        add_polygons(
            self, "SOURCE", tr("Source units"), tr("Polygons with statistics, such as census tracts.")
        )
        add_field(
            self,
            "SOURCE_FIELD",
            tr("Source unit name field"),
            "SOURCE",
            tr("Field that names the source unit. Empty: feature id."),
            optional=True,
        )
        for name, label, text in (
            (
                "EXTENSIVE_FIELDS",
                tr("Fields with totals"),
                tr("Numbers that are shared out, in any unit: people, kWh, tonnes."),
            ),
            (
                "INTENSIVE_FIELDS",
                tr("Fields with densities or rates"),
                tr("Numbers that are averaged, in any unit: people per ha, kWh per m², shares."),
            ),
        ):
            kind = QgsProcessingParameterField.DataType.Any
            self.add(QgsProcessingParameterField(name, label, None, "SOURCE", kind, True, True), text)

    def _add_target(self) -> None:
        add_polygons(
            self,
            "TARGET",
            tr("Target units"),
            tr("Polygons of the units of the account, such as towns (XZQ)."),
        )
        add_field(
            self,
            "TARGET_FIELD",
            tr("Target unit name field"),
            "TARGET",
            tr("Field that names the unit; features of one name are one unit. Empty: feature id."),
            optional=True,
        )
        for name, label, text in (
            ("VALID_FROM_FIELD", tr("Valid from"), tr("Year or date from which a version of a unit holds.")),
            (
                "VALID_TO_FIELD",
                tr("Valid to"),
                tr("Year or date from which it no longer holds; empty: it does."),
            ),
        ):
            add_field(self, name, label, "TARGET", text, optional=True, advanced=True)
            source_label = tr("{label}, source units").format(label=label)
            add_field(self, f"SOURCE_{name}", source_label, "SOURCE", text, optional=True, advanced=True)
        add_field(
            self,
            "PARENT_FIELD",
            tr("Parent unit field"),
            "TARGET",
            tr("Field that names the next larger unit; written as “parent”, as the account book takes it."),
            optional=True,
            advanced=True,
        )
        add_year(
            self,
            "YEAR",
            tr("Year of the units"),
            tr(
                "Calendar year, written to the output; chooses the versions of the target units where they "
                "have years of validity."
            ),
            optional=True,
        )
        add_year(
            self,
            "SOURCE_YEAR",
            tr("Year of the source units"),
            tr("Calendar year in which the source units held for which the statistics stand. Empty: YEAR."),
            advanced=True,
            optional=True,
        )

    def _add_weights(self) -> None:
        self.add(
            # No kinds of layers are named: with polygons and rasters the dialog would offer no tables.
            QgsProcessingParameterMapLayer("WEIGHTS", tr("Weights"), None, True),
            tr(
                "For “dasymetric” polygons with weights (floor area) or a raster of them (population, night "
                "lights); for any method the table of weights of an earlier run."
            ),
        )
        add_field(
            self,
            "WEIGHT_FIELD",
            tr("Weight field"),
            "WEIGHTS",
            tr("For polygons. Number of 0 or more: floor area (m²), employees, class weight."),
            optional=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                "WEIGHT_BAND",
                tr("Band of the weights"),
                QgsProcessingParameterNumber.Type.Integer,
                1,
                optional=True,
                minValue=1,
            ),
            tr("For a raster: number of the band with weights of 0 or more; cells without data hold none."),
            advanced=True,
        )
        add_choice(
            self,
            "WEIGHT_KIND",
            tr("Kind of weight"),
            WEIGHT_KINDS,
            tr(
                "total: of the whole polygon or cell, shared by its parts (people, floor area in m²); "
                "per_ha: intensity per hectare (class weight, light)."
            ),
            choices="weight_kind",
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                "CELL_SIZE_M",
                tr("Cell size (m)"),
                QgsProcessingParameterNumber.Type.Double,
                optional=True,
                minValue=0.01,
            ),
            tr("For “pycnophylactic”: side of the cells in m. Empty: 25 cells in the smallest source."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterBoolean("INSIDE_ONLY", tr("Share out inside only"), defaultValue=False),
            tr(
                "The whole value of a source goes to the targets that it reaches, also where it reaches "
                "beyond them; for boundaries that do not quite fit."
            ),
            advanced=True,
        )
        add_choice(
            self,
            "AREA_RULE",
            tr("Area rule"),
            AREA_RULES[:2],
            tr("How common areas (m²) are measured: on the ellipsoid or in the plane."),
            choices="area_rule",
            advanced=True,
        )

    def _add_control(self) -> None:
        add_table_input(
            self,
            "CONTROL",
            tr("Control table"),
            tr(
                "Totals of the target units, columns named as the fields, and their areas in a column "
                "area_ha: margins of “raking”, otherwise a check with the root mean square error."
            ),
        )
        add_field(
            self,
            "CONTROL_FIELD",
            tr("Unit name column of the control table"),
            "CONTROL",
            tr("Column with the names of the target units. Empty: the first one."),
            optional=True,
        )

    def compute(self, run: Any) -> dict[str, Any]:
        from ..gis.unify import unify
        from ..gis.unify_outputs import write_agreement, write_unified

        unified = unify(run)
        run.record(
            method=run.text("METHOD"),
            area_rule=run.text("AREA_RULE"),
            residuals={name: result.residual for name, result in unified.results.items()},
            outside={name: result.outside for name, result in unified.results.items()},
        )
        write_unified(run, unified)
        apart = write_agreement(run, unified)
        return run.finish(RESIDUAL_MAX=unified.residual_max(), DISAGREEMENTS=apart)
