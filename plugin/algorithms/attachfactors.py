# SPDX-License-Identifier: GPL-2.0-or-later
"""Attach carbon factors: density, stock and fluxes for every parcel of a land-use layer."""

from __future__ import annotations

from typing import Any, ClassVar

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .parameters import (
    account_numbers,
    add_area_rule,
    add_factor_set,
    add_land_use,
    add_manifest,
    add_numbers,
    add_polygon_output,
    add_ridge,
    add_unmapped,
)


class AttachFactors(DualCarbonAlgorithm):
    """``dualcarbon:attachfactors``."""

    STYLES: ClassVar = {"OUTPUT": "attachfactors"}

    def name(self) -> str:
        return "attachfactors"

    def displayName(self) -> str:
        return tr("Attach carbon factors")

    def tags(self) -> list[str]:
        return tr("carbon,factor,density,stock,land use,sink,InVEST,碳,碳密度,碳储量,系数,地类").split(",")

    def shortDescription(self) -> str:
        return tr("Adds carbon density, stock, removal and emission to every parcel of a land-use layer.")

    def shortHelpString(self) -> str:
        return tr(
            "Maps the land-use code of every parcel to a carbon class, looks up the class in a factor set "
            "and writes density by pool (t C/ha), stock (t C), removal, emission and net flux (t CO2e/a) "
            "with their 95 % intervals.\n\n"
            "Stock = area × (above-ground + below-ground biomass + soil + dead organic matter). Removal "
            "and emission are both positive; net = emission − removal. Codes without a class, repaired "
            "geometries and weak factors are counted, measured and listed. Each parcel counts with its whole "
            "area: features with the very same geometry are listed, other overlaps and gaps are tested by "
            "“Sink baseline”.\n\n"
            "Method: IPCC 2006 Guidelines Vol. 4; 林坚、赵晔 2022, 科技导报 40(6): 12–19."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        add_land_use(self)
        add_factor_set(self)
        add_area_rule(self, "INPUT")
        add_ridge(self, "INPUT")
        add_unmapped(self)
        add_manifest(self)
        add_polygon_output(
            self,
            "OUTPUT",
            tr("Land use with carbon factors"),
            tr(
                "The input's features and fields with carbon_class, area_ha, densities (t C/ha), "
                "stock (t C), "
                "removal, emission and net (t CO2e/a) with bounds, and the grade of the weakest factor."
            ),
        )
        add_numbers(self, account_numbers())

    def compute(self, run: Any) -> dict[str, Any]:
        from ..domain.parcels import attach, cells_of
        from ..domain.provenance import describe_factor_set
        from ..domain.stocks import account, outputs_of
        from ..gis.land_use import note_duplicates, read_land_use, write_attached
        from ..gis.tables import load_factors

        factors = load_factors(run.text("FACTOR_SET"))
        land = read_land_use(run, "INPUT", factors)
        note_duplicates(run, land)
        result = account(cells_of(land.classes, land.areas), factors, run.notes)
        attached = attach(land.classes, land.areas, factors)
        run.record(**land.facts(), factor_set=describe_factor_set(factors), totals=result.total)
        run.record(shares=result.shares.to_dict("index"))
        write_attached(run, "OUTPUT", land, attached)
        return run.finish(**outputs_of(result), UNMAPPED_AREA_HA=land.unmapped_ha)
