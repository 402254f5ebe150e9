# SPDX-License-Identifier: GPL-2.0-or-later
"""Shipped emission factors, carriers, scopes and warming potentials of resources/factors."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ..errors import FactorError
from ..factors.library import FACTORS
from ..factors.terms import number_of
from ..factors.vocabulary import is_weak
from ..text_tables import read_text_table
from .formulas import fuel_factor
from .measures import CH4, CH4_FOSSIL, CO2, CO2E, N2O, intensity_of, measure_of, rate_of
from .vocabulary import word_of

ELECTRICITY, HEAT, FUEL, LOCAL_PV = "electricity", "heat", "fuel", "local_pv"
#: Roles of library rows that no account may use: cross-checks, and placeholders per hectare of land.
REFUSED_ROLES = ("cross-check", "fallback")
#: Library rows made with the potentials of AR5 that hold methane alone.
_METHANE_AS_CO2E = "CH4 as CO2e, AR5"
DEFAULT_GWP = "AR5"


@dataclass(frozen=True)
class Factor:
    """An emission factor: tonnes of ``gas`` per base unit ``per`` with its 95 % bounds (NaN = unknown)."""

    factor_id: str
    gas: str
    per: str
    value: float
    low: float
    high: float
    source: str
    evidence: str
    weak: bool
    scope: int = 0
    family: str = ""
    year: str = ""
    region: str = ""
    daily: bool = False


@dataclass(frozen=True)
class Intensity:
    """What one base unit of activity uses of another: base units ``of`` per base unit ``per``."""

    intensity_id: str
    of: str
    per: str
    value: float
    low: float
    high: float
    source: str
    evidence: str
    weak: bool


@dataclass(frozen=True)
class Carrier:
    """A carrier of energy; ``ncv`` is GJ per base unit ``ncv_per`` of a fuel (NaN for others)."""

    carrier: str
    kind: str
    factor_id: str
    ncv: float
    ncv_per: str
    carbon_tc_gj: float
    oxidation: float
    source: str
    evidence: str
    weak: bool


@cache
def families() -> Mapping[str, str]:
    """Families of electricity factors: id → ``family_or_boundary`` of the factor library."""
    table = read_text_table(FACTORS / "emission_families.csv")
    return dict(zip(table["family"], table["family_or_boundary"]))


@cache
def _potential_rows(report: str) -> Mapping[str, Mapping[str, str]]:
    """The row of gwp.csv that gives the potential of each gas by an IPCC report."""
    table = read_text_table(FACTORS / "gwp.csv")
    found = table[(table["report"] == report) & (table["horizon_a"] == "100")]
    rows = {str(row["gas"]): row for row in found.to_dict("records")}
    if not {CO2, CH4, N2O} <= set(rows):
        raise FactorError(
            "No global warming potentials are known from “{report}”. Use one of SAR, AR4, AR5, AR6.",
            report=report,
        )
    # The reporting set of AR5 (Paris transparency framework) has one value for all methane.
    apart = "CH4 non-fossil" in rows
    methane = rows["CH4 non-fossil" if apart else CH4]
    fossil = rows[CH4_FOSSIL] if apart else methane
    return {CO2: rows[CO2], CO2E: rows[CO2], CH4: methane, CH4_FOSSIL: fossil, N2O: rows[N2O]}


@cache
def potentials(report: str) -> Mapping[str, float]:
    """GWP over 100 years by an IPCC report, by gas; methane is non-fossil where the report tells apart.

    Raises ``FactorError`` for a report without them.
    """
    return {gas: number_of(row["value"]) for gas, row in _potential_rows(report).items()}


def potential_sources(report: str) -> Mapping[str, str]:
    """Where the potential of each gas by an IPCC report stands."""
    return {gas: f"{row['source']}; {row['locator']}" for gas, row in _potential_rows(report).items()}


def potential_grade(report: str, gas: str) -> tuple[str, bool]:
    """Evidence of the potential of a gas, and whether it is weak."""
    row = _potential_rows(report)[gas]
    return row["evidence"], is_weak(row["evidence"], row["verified"])


@cache
def _rows() -> Mapping[str, Mapping[str, str]]:
    tables = [
        read_text_table(FACTORS / name) for name in ("activity_defaults_cn.csv", "emission_process.csv")
    ]
    return {str(row["activity_id"]): row for table in tables for row in table.to_dict("records")}


@cache
def factors() -> Mapping[str, Factor]:
    """Emission factors of the library by id, refused roles left out."""
    made = (_factor_of(name, row) for name, row in _rows().items() if row["role"] not in REFUSED_ROLES)
    return {factor.factor_id: factor for factor in made if factor is not None}


@cache
def intensities() -> Mapping[str, Intensity]:
    """Intensities of the library by id (electricity, gas or heat per floor area), refused roles left out."""
    made = (_intensity_of(name, row) for name, row in _rows().items() if row["role"] not in REFUSED_ROLES)
    return {intensity.intensity_id: intensity for intensity in made if intensity is not None}


def is_refused(factor_id: str) -> bool:
    """Whether the library has this row only to compare with, or as a placeholder per hectare."""
    return factor_id in _rows() and _rows()[factor_id]["role"] in REFUSED_ROLES


def _factor_of(name: str, row: Mapping[str, str]) -> Factor | None:
    rate = rate_of(row["unit"])
    if rate is None:
        return None
    gas, scale = rate.gas, rate.scale
    if row["gas_or_basis"].startswith(_METHANE_AS_CO2E):
        gas, scale = CH4, scale / potentials(DEFAULT_GWP)[CH4]
    value, low, high = (number_of(row[column]) * scale for column in ("value", "low", "high"))
    scope, family = _scope_of(name)
    if row["activity"] == ELECTRICITY:
        family = next(known for known, text in families().items() if text == row["family_or_boundary"])
    return Factor(
        factor_id=name,
        gas=gas,
        per=rate.per,
        value=value,
        low=low,
        high=high,
        source=f"{row['source']}; {row['locator']}",
        evidence=row["evidence"],
        weak=is_weak(row["evidence"], row["verified"]),
        scope=scope,
        family=family,
        year=row["year"],
        region=row["region"],
    )


def _intensity_of(name: str, row: Mapping[str, str]) -> Intensity | None:
    units = intensity_of(row["unit"])
    if units is None:
        return None
    value, low, high = (number_of(row[column]) * units[2] for column in ("value", "low", "high"))
    weak = is_weak(row["evidence"], row["verified"])
    source = f"{row['source']}; {row['locator']}"
    return Intensity(name, units[0], units[1], value, low, high, source, row["evidence"], weak)


@cache
def _scopes() -> tuple[tuple[str, int, str], ...]:
    table = read_text_table(FACTORS / "emission_scopes.csv")
    rows = zip(table["starts_with"], table["scope"].astype(int), table["family"])
    return tuple(sorted(rows, key=lambda row: -len(row[0])))


def _scope_of(factor_id: str) -> tuple[int, str]:
    """Scope and electricity family of a library row; 0 where the row must be given its scope."""
    for start, scope, family in _scopes():
        if factor_id.startswith(start):
            return scope, family
    return 0, ""


@cache
def carriers() -> Mapping[str, Carrier]:
    """Carriers by id."""
    table = read_text_table(FACTORS / "emission_carriers.csv")
    return {row["carrier"]: _carrier_of(row) for row in table.to_dict("records")}


@cache
def _carrier_names() -> Mapping[str, tuple[str, ...]]:
    table = read_text_table(FACTORS / "emission_carriers.csv")
    return {name: tuple(others.split(";")) for name, others in zip(table["carrier"], table["names"])}


def carrier_of(text: str) -> Carrier | None:
    """The carrier that a text names in English or Chinese; None for none."""
    found = word_of(text, _carrier_names()) if text else None
    return None if found is None else carriers()[found]


def _carrier_of(row: Mapping[str, str]) -> Carrier:
    per = measure_of(row["ncv_unit"].partition("/")[2])
    return Carrier(
        carrier=row["carrier"],
        kind=row["kind"],
        factor_id=row["factor_id"],
        ncv=number_of(row["ncv"]) / (per.scale if per else 1.0),
        ncv_per=per.kind if per else "",
        carbon_tc_gj=number_of(row["carbon_tc_gj"]),
        oxidation=number_of(row["oxidation"]),
        source=f"{row['source']}; {row['locator']}",
        evidence=row["evidence"] or "secondary",
        weak=bool(row["evidence"]) and is_weak(row["evidence"], row["verified"]),
    )


def factor_of_fuel(
    carrier: Carrier, ncv: float = math.nan, carbon_tc_gj: float = math.nan, oxidation: float = math.nan
) -> Factor:
    """NCV · CC · OF · 44/12 of a fuel, t CO2 per base unit; what is not given is the carrier's default."""
    parts = [
        default if math.isnan(given) else given
        for given, default in (
            (ncv, carrier.ncv),
            (carbon_tc_gj, carrier.carbon_tc_gj),
            (oxidation, carrier.oxidation),
        )
    ]
    return Factor(
        factor_id=f"NCV-{carrier.carrier}",
        gas=CO2,
        per=carrier.ncv_per,
        value=fuel_factor(*parts),
        low=math.nan,
        high=math.nan,
        source=carrier.source,
        evidence=carrier.evidence,
        weak=carrier.weak,
        scope=1,
    )
