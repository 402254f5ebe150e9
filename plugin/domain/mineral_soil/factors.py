# SPDX-License-Identifier: GPL-2.0-or-later
"""Stock change factors of mineral soil: the parameter rows of the tier-1 table and which land takes which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import pandas as pd

from ..factors.library import FACTORS
from ..factors.terms import number_of
from ..text_tables import read_text_table

#: Soil depth of the reference stocks and factors, cm.
DEPTH_CM = "0-30"
REFERENCE, SETTLEMENT, NONE = "reference", "settlement", "none"
PAVED = "paved_retained"
SET_ASIDE = "set_aside"

#: Management and input words by how land is managed → the process of their factor rows ("" is factor 1).
MANAGEMENT: dict[str, dict[str, str]] = {
    "cropland": {
        "full_tillage": "",
        "reduced_tillage": "fmg_reduced_tillage",
        "no_tillage": "fmg_no_tillage",
        SET_ASIDE: "",
    },
    "grassland": {
        "nominal": "",
        "high_intensity_grazing": "fmg_high_intensity_grazing",
        "severely_degraded": "fmg_severely_degraded",
        "improved_grassland": "fmg_improved_grassland",
        SET_ASIDE: "",
    },
}
INPUTS: dict[str, dict[str, str]] = {
    "cropland": {
        "medium": "",
        "low": "fi_cropland_low",
        "high": "fi_cropland_high_without_manure",
        "high_with_manure": "fi_cropland_high_with_manure",
    },
    "grassland": {"medium": "", "high": "fi_grassland_high"},
}


@dataclass(frozen=True)
class FactorRow:
    """One reference stock (t C/ha) or stock change factor (ratio) with its 95 % bounds (NaN = unknown)."""

    row_id: str
    value: float
    low: float
    high: float
    evidence: str
    verified: str


@dataclass(frozen=True)
class SoilSystem:
    """How a carbon class enters: its land-use factor, what it is managed as, and as what by default."""

    land_use: str
    managed_as: str
    management: str


@cache
def _rows() -> Mapping[tuple[str, str, str], FactorRow]:
    """(process, climate, soil group) → row; the process of a reference stock is ``reference``."""
    tables = [read_text_table(FACTORS / name) for name in ("ipcc_default.csv", "soil_parameters.csv")]
    table = pd.concat(tables, ignore_index=True)
    table = table[(table["kind"] == "parameter") & (table["pool"] == "soc") & (table["depth_cm"] == DEPTH_CM)]
    found = {}
    for row in table.to_dict("records"):
        process = REFERENCE if row["class"] == "soc_reference" else row["process"]
        found[(process, row["climate"], row["soil_group"])] = FactorRow(
            row["row_id"],
            number_of(row["value"]),
            number_of(row["low"]),
            number_of(row["high"]),
            row["evidence"],
            row["verified"],
        )
    return found


@cache
def soil_systems() -> Mapping[str, SoilSystem]:
    """Carbon class → how it enters the account of mineral soil (resources/factors/soil_systems.csv)."""
    table = read_text_table(FACTORS / "soil_systems.csv")
    return {
        row["class"]: SoilSystem(row["land_use"], row["managed_as"], row["management"])
        for row in table.to_dict("records")
    }


def climates() -> tuple[str, ...]:
    """Climates that have reference stocks, sorted."""
    return tuple(sorted({climate for process, climate, _ in _rows() if process == REFERENCE}))


def soil_groups() -> tuple[str, ...]:
    """Soil groups that have reference stocks, sorted."""
    return tuple(sorted({group for process, _, group in _rows() if process == REFERENCE}))


def reference_row(climate: str, soil_group: str) -> FactorRow | None:
    """The reference stock of a soil group in a climate; None where the table has none."""
    return _rows().get((REFERENCE, climate, soil_group))


def factor_row(process: str, climate: str) -> FactorRow | None:
    """A stock change factor in a climate; None where the table has none (polar, boreal)."""
    return _rows().get((process, climate, ""))


def paved_row() -> FactorRow:
    """Share of the soil that is kept under pavement."""
    return _rows()[(PAVED, "", "")]
