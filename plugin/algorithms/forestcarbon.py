# SPDX-License-Identifier: GPL-2.0-or-later
"""Forest carbon: stands by their growing stock, and the gain–loss and stock-difference methods."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import QgsProcessingParameterNumber, QgsProcessingParameterString

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .choices import FOREST_GROWTH, FOREST_METHODS, VOLUME_KINDS, offer
from .parameters import (
    account_numbers,
    add_area_rule,
    add_choice,
    add_field,
    add_manifest,
    add_numbers,
    add_polygon_output,
    add_polygons,
    add_table_output,
    add_unmapped,
)

_DOUBLE = QgsProcessingParameterNumber.Type.Double


class ForestCarbon(DualCarbonAlgorithm):
    """``dualcarbon:forestcarbon``."""

    STYLES: ClassVar = {"OUTPUT": "forestcarbon"}

    def name(self) -> str:
        return "forestcarbon"

    def displayName(self) -> str:
        return tr("Forest carbon of stands")

    def tags(self) -> list[str]:
        return tr(
            "forest,stand,sub-compartment,growing stock,BCEF,biomass,gain-loss,harvest,IPCC,森林,小班,蓄积量,"
            "树种,生物量,增减法,碳储量"
        ).split(",")

    def shortDescription(self) -> str:
        return tr(
            "Biomass carbon of forest stands from species, age and growing stock, and its yearly change."
        )

    def shortHelpString(self) -> str:
        return tr(
            "Stock = volume × BCEF × (1 + R) × CF, above and below ground apart (t C); BCEF by growing "
            "stock (m³/ha), R by above-ground biomass (t d.m./ha). Where a species has wood density and "
            "BEF of its own, BCEF = density × BEF. Dead organic matter and soil are not claimed.\n\n"
            "METHOD stock: stocks alone; fluxes stay with the factor set. gain_loss: removal = area × "
            "growth × (1 + R) × CF, with growth from the table or the increment × BCEF of increment; "
            "emission = harvest × BCEF of removals × (1 + R) × CF + disturbed area × biomass × (1 + R) × "
            "CF × share lost, all in the year (tier 1). stock_difference: change of stock between two "
            "volumes over the years. All × 44/12, t CO2e/a, both positive. One method at a time: fields of "
            "another are refused.\n\n"
            "Intervals: relative widths of BCEF, R and CF in quadrature (approach 1); stands that take one "
            "value move together. Bamboo has no growing stock and is not claimed; stands without figures "
            "are listed and not in the output.\n\n"
            "The output is a method layer: give it to “Sink baseline” as METHOD_LAYERS.\n\n"
            "Method: IPCC 2006 Guidelines Vol. 4, Ch. 2, eq. 2.5–2.14; tables 4.3–4.5 and 4.9."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        self._add_stands()
        self._add_method()
        self._add_gain_loss()
        self._add_difference()
        add_area_rule(self, "INPUT")
        add_unmapped(self)
        add_manifest(self)
        self._add_outputs()

    def _add_stands(self) -> None:
        add_polygons(
            self,
            "INPUT",
            tr("Forest stands"),
            tr(
                "Polygons of stands (小班) with species and volume; only the selected features when so "
                "chosen."
            ),
        )
        add_field(
            self,
            "SPECIES_FIELD",
            tr("Species field"),
            "INPUT",
            tr("Field with the dominant species or species group (SHU_ZHONG, YOU_SHI_SZ), as name or code."),
        )
        self._add_field(
            "VOLUME_FIELD",
            tr("Volume field"),
            tr(
                "Field with the growing stock (蓄积量) in the unit of VOLUME_KIND; empty values are not "
                "known."
            ),
        )
        add_choice(
            self,
            "VOLUME_KIND",
            tr("What the volume field holds"),
            VOLUME_KINDS,
            tr("m3: volume of the whole stand, m³; m3_per_ha: volume per hectare, m³/ha."),
            choices="volume_kind",
        )
        parameters = QgsProcessingParameterString("FOREST_PARAMETERS", tr("Forest parameters"))
        offer(parameters, "forest_parameters")
        self.add(
            parameters,
            tr(
                "Parameters by species: the id of a shipped set (ipcc/temperate, ipcc/boreal, "
                "ipcc/mediterranean, ipcc/humid_tropical: zones of the IPCC tables), or the path of a CSV or "
                "XLSX with local values (template: resources/factors/forest_template.csv)."
            ),
        )
        self._add_field(
            "AGE_FIELD", tr("Age field"), tr("Field with the age of the stand in years, for values by age.")
        )
        self._add_field(
            "AGE_GROUP_FIELD",
            tr("Age group field"),
            tr("Field with the age group (龄组), 1 to 5 or 幼龄林 to 过熟林, for values by age group."),
            advanced=True,
        )
        self._add_field(
            "ID_FIELD",
            tr("Stand id field"),
            tr("Field that names the stands in messages (小班号); empty: the feature id."),
            advanced=True,
        )

    def _add_method(self) -> None:
        add_choice(
            self,
            "METHOD",
            tr("Method"),
            FOREST_METHODS,
            tr(
                "stock: stocks alone; gain_loss: growth less harvest and disturbance of a year; "
                "stock_difference: change between two volumes."
            ),
            choices="forest_method",
        )

    def _add_gain_loss(self) -> None:
        add_choice(
            self,
            "GROWTH",
            tr("Growth (gain_loss)"),
            FOREST_GROWTH,
            tr(
                "parameters: yearly growth of biomass from the forest parameters, t d.m./(ha·a); "
                "increment: from INCREMENT_FIELD."
            ),
            choices="forest_growth",
            advanced=True,
        )
        for name, label, text in (
            (
                "INCREMENT_FIELD",
                tr("Increment field (gain_loss)"),
                tr("Field with the yearly gross growth of volume, m³/(ha·a)."),
            ),
            (
                "HARVEST_FIELD",
                tr("Harvest field (gain_loss)"),
                tr("Field with the volume taken out of the stand in a year, m³/a; empty is none."),
            ),
            (
                "DISTURBED_AREA_FIELD",
                tr("Disturbed area field (gain_loss)"),
                tr("Field with the area of the stand disturbed in a year, ha/a; empty is none."),
            ),
            (
                "DISTURBED_SHARE_FIELD",
                tr("Share lost field (gain_loss)"),
                tr(
                    "Field with the share of biomass lost on disturbed ground (fd), 0–1; without it all is "
                    "lost."
                ),
            ),
            (
                "BIOMASS_FIELD",
                tr("Biomass of disturbed ground field (gain_loss)"),
                tr(
                    "Field with the above-ground biomass of the disturbed ground (B_W), t d.m./ha; empty: "
                    "that of the stand by its volume."
                ),
            ),
        ):
            self._add_field(name, label, text, advanced=True)
        self.add(
            QgsProcessingParameterNumber(
                "BARK_SHARE", tr("Bark in the harvest (gain_loss)"), _DOUBLE, None, True, 0.0, 50.0
            ),
            tr(
                "Bark in percent of the volume over bark, where the harvest is given under bark: it is "
                "divided by (1 − share). Empty: over bark. State the source of the share in your report."
            ),
            advanced=True,
        )

    def _add_difference(self) -> None:
        self._add_field(
            "VOLUME_BEFORE_FIELD",
            tr("Earlier volume field (stock_difference)"),
            tr("Field with the growing stock at the earlier date, in the unit of VOLUME_KIND."),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                "YEARS", tr("Years between the volumes (stock_difference)"), _DOUBLE, None, True, 0.1, 200.0
            ),
            tr("Years between the two dates."),
            advanced=True,
        )

    def _add_field(self, name: str, label: str, text: str, advanced: bool = False) -> None:
        add_field(self, name, label, "INPUT", text, optional=True, advanced=advanced)

    def _add_outputs(self) -> None:
        add_polygon_output(
            self,
            "OUTPUT",
            tr("Forest carbon"),
            tr(
                "The stands that have figures, with their fields, densities (t C/ha), stock (t C), removal "
                "and emission (t CO2e/a) with bounds, and what the figures account for."
            ),
        )
        add_table_output(
            self,
            "OUTPUT_TABLE",
            tr("Forest carbon by species"),
            tr("Table by species: stands, area (ha), volume (m³), stocks (t C) and fluxes (t CO2e/a)."),
        )
        add_numbers(self, account_numbers())

    def compute(self, run: Any) -> dict[str, Any]:
        from ..domain.forest import outputs_of
        from ..gis.forest import make_forest_account, write_forest_account

        job = make_forest_account(run)
        run.record(**job.facts)
        write_forest_account(run, job)
        return run.finish(**outputs_of(job.account), UNMAPPED_AREA_HA=job.unmapped_ha)
