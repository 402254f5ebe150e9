# SPDX-License-Identifier: GPL-2.0-or-later
"""Attach carbon factors to a classified raster: carbon density of every cell."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
)

from ..i18n import tr
from .base import DualCarbonAlgorithm
from .choices import AREA_RULES
from .parameters import (
    account_numbers,
    add_band,
    add_choice,
    add_classification,
    add_factor_set,
    add_manifest,
    add_numbers,
    add_unmapped,
)


class AttachFactorsRaster(DualCarbonAlgorithm):
    """``dualcarbon:attachfactorsraster``."""

    STYLES: ClassVar = {"OUTPUT": "density"}

    def name(self) -> str:
        return "attachfactorsraster"

    def displayName(self) -> str:
        return tr("Attach carbon factors (raster)")

    def tags(self) -> list[str]:
        return tr("carbon,factor,density,raster,land cover,InVEST,碳,碳密度,栅格,土地覆被,CLCD,系数").split(
            ","
        )

    def shortDescription(self) -> str:
        return tr("Turns a classified land-cover raster into rasters of carbon density (t C/ha).")

    def shortHelpString(self) -> str:
        return tr(
            "Maps the values of a land-cover raster (CLCD, GlobeLand30, ESA WorldCover, Esri, GLC_FCS30, "
            "CNLUCC, CORINE, NLCD, MODIS or an own table) to carbon classes, looks these up in a factor set "
            "and writes the carbon density of every cell: all pools in one raster, and each pool (above "
            "ground, below ground, soil, dead organic matter) in a band of its own where asked for.\n\n"
            "Totals multiply the area of every class with its factors; cells count with their true area on "
            "the ellipsoid, also in degrees and where they are not square. The raster is read in blocks of "
            "rows, so its size does not matter. Cells without a value, or with a value left out, are nodata "
            "(−3.4·10³⁸), which no density and no change can be mistaken for.\n\n"
            "Method: IPCC 2006 Guidelines Vol. 4; 林坚、赵晔 2022, 科技导报 40(6): 12–19."
        )

    def initAlgorithm(self, _configuration: dict[str, Any] | None = None) -> None:
        self.add(
            QgsProcessingParameterRasterLayer("INPUT", tr("Land-cover raster")),
            tr("Classified raster; whole numbers, also when stored as decimals."),
        )
        add_band(self)
        add_classification(self)
        add_factor_set(self)
        add_choice(
            self,
            "AREA_RULE",
            tr("Area rule"),
            AREA_RULES[:2],
            tr("How the area of cells is measured for the totals (ha): on the ellipsoid or in the plane."),
            choices="area_rule",
        )
        add_unmapped(self)
        add_manifest(self)
        self.add(
            QgsProcessingParameterRasterDestination("OUTPUT", tr("Carbon density")),
            tr("GeoTIFF with the density of all pools (t C/ha)."),
        )
        self.add(
            QgsProcessingParameterRasterDestination(
                "OUTPUT_POOLS", tr("Carbon density by pool"), optional=True, createByDefault=False
            ),
            tr(
                "GeoTIFF with one band for each pool (t C/ha): above ground, below ground, soil, dead matter."
            ),
        )
        add_numbers(self, account_numbers())

    def compute(self, run: Any) -> dict[str, Any]:
        from ..domain.factors import POOLS
        from ..domain.provenance import describe_factor_set
        from ..domain.rasters import densities_by_slot
        from ..domain.stocks import account, outputs_of
        from ..gis.density_rasters import BANDS, write_densities
        from ..gis.disk_check import require_disk
        from ..gis.geotiffs import require_tiffs
        from ..gis.raster_land_use import read_raster_land_use
        from ..gis.tables import load_factors

        require_tiffs(run, BANDS)
        require_disk(run, ["INPUT"], {name: len(bands) for name, bands in BANDS.items()})
        factors = load_factors(run.text("FACTOR_SET"))
        land = read_raster_land_use(run, "INPUT", factors)
        result = account(land.cells(), factors, run.notes)
        run.record(**land.facts(), factor_set=describe_factor_set(factors), totals=result.total)
        run.record(shares=result.shares.to_dict("index"), pools=list(POOLS))
        write_densities(
            run, land.raster, land.book, densities_by_slot(land.classes.values.carbon_class, factors)
        )
        return run.finish(**outputs_of(result), UNMAPPED_AREA_HA=land.classes.values.unmapped_ha)
