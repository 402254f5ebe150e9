# SPDX-License-Identifier: GPL-2.0-or-later
"""Units in, baselines out: the layers of the sink baseline."""

from __future__ import annotations

from ..domain.baseline import Baseline
from ..domain.parcel_areas import RIDGE_CLASS
from ..domain.statistical_units import Units
from ..domain.stocks import ACCOUNT_COLUMNS
from ..domain.tabulate import LandParcels
from .land_use import LandUse
from .run import Run
from .sinks import Column

_UNITS_OF = {"_tc": "t C", "_tco2e_a": "t CO2e/a", "_ha": "ha"}
_QUALITY = ("unit_area_ha", "covered_share", "uncovered_ha", "twice_ha", "excluded_ha")


def land_parcels(land: LandUse) -> LandParcels:
    """The land use as the tabulation takes it."""
    return LandParcels(
        geometry=land.geometry,
        carbon_class=land.classes,
        ids=land.layer.ids,
        area_m2=land.areas.area_m2,
        measured_m2=land.areas.measured_m2,
        ridge_m2=land.areas.ridge_m2,
        ridge_class=None if land.areas.ridge_m2 is None else RIDGE_CLASS,
    )


def write_baseline(run: Run, baseline: Baseline, units: Units, land: LandUse) -> None:
    """Write the layer per unit and the table per unit and class."""
    year = int(run.number("YEAR")) if run.given("YEAR") else None
    amounts = [Column(name, "float", _meaning(name)) for name in ACCOUNT_COLUMNS]
    quality = [Column(name, "float", _meaning(name)) for name in _QUALITY]
    lead = [Column("unit", "text", "statistical unit"), Column("year", "int", "year of the land use")]
    by_unit = baseline.by_unit.assign(year=year)
    run.write(
        "OUTPUT",
        [*lead, *amounts, *quality],
        by_unit,
        land.plane.from_plane(units.geometry),
        land.layer.crs,
        share=(90, 95),
    )
    by_class = baseline.by_class.assign(year=year)
    run.write(
        "OUTPUT_TABLE",
        [*lead, Column("carbon_class", "text", "carbon class"), *amounts],
        by_class,
        share=(95, 99),
    )


def _meaning(name: str) -> str:
    if name == "covered_share":
        return "share of the unit covered by land use, 0–1"
    stem = name.replace("_low", "").replace("_high", "")
    return next((unit for end, unit in _UNITS_OF.items() if stem.endswith(end)), "")
