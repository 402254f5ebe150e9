# SPDX-License-Identifier: GPL-2.0-or-later
"""Yearly rates of coastal habitats by what was done to them (IPCC 2013 Wetlands Supplement, chapter 4)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import pandas as pd

from ..errors import FactorError
from ..factors import FactorSet
from ..factors.library import FACTORS
from ..factors.terms import number_of
from ..factors.vocabulary import is_weak
from ..text_tables import read_text_table
from ..units import CO2_PER_C
from .vocabulary import DRAINED, EMERGENT, EXISTING, EXTRACTED, HABITATS, NEW

REMOVAL, EMISSION = "removal", "emission"
#: Salinity classes; ``unknown`` where it matters and nothing is stated.
FRESH, SALINE, UNKNOWN = "fresh", "saline", "unknown"
KG_PER_T = 1000.0
#: What rates answer for: both, or burial where no methane is told.
BURIAL_AND_METHANE, BURIAL = "burial,ch4", "burial"


@dataclass(frozen=True)
class Rate:
    """A positive rate, t CO2e/(ha·a), with its 95 % bounds (NaN = unknown) and where it comes from."""

    quantity: str
    row_id: str
    value: float
    low: float
    high: float
    evidence: str
    weak: bool


@dataclass(frozen=True)
class Rates:
    """Rates of one habitat in one state; None where no source gives one, () where there is none.

    ``accounts_for``: what the rates answer for; where it has no ``ch4``, methane is not told.
    """

    carbon: tuple[Rate, ...] | None
    methane: tuple[Rate, ...] | None
    accounts_for: str = BURIAL_AND_METHANE
    extraction_tc_ha: float = 0.0


@cache
def _tier1() -> pd.DataFrame:
    return read_text_table(FACTORS / "ipcc_default.csv")


@cache
def _own() -> Mapping[str, Mapping[str, str]]:
    table = read_text_table(FACTORS / "blue_carbon.csv")
    return {row["process"]: row for row in table.to_dict("records")}


@cache
def _potentials() -> pd.DataFrame:
    return read_text_table(FACTORS / "gwp.csv")


@cache
def accumulation_rows() -> pd.DataFrame:
    """Tier-1 accumulation of created and rewetted stands: t C/(ha·a) by climate, all rows that say so."""
    table = _tier1()
    burial = table[(table["kind"] == "flux") & (table["process"] == "burial")]
    return burial[burial["class"].isin(HABITATS) & burial["evidence"].ne("placeholder")]


def salinity_limit() -> float:
    """Salinity in ppt below which tidal land counts as fresh or brackish."""
    return number_of(_own()["salinity_limit"]["value"])


def methane_gwp(report: str) -> float:
    """GWP of methane over 100 years by an IPCC report (SAR, AR4, AR5, AR6); that of non-fossil CH4 in AR6.

    Raises ``FactorError`` for a report that resources/factors/gwp.csv does not have.
    """
    table = _potentials()
    found = table[(table["report"] == report) & (table["horizon_a"] == "100")]
    for gas in ("CH4 non-fossil", "CH4"):
        rows = found[found["gas"] == gas]
        if len(rows):
            return number_of(rows["value"].iloc[0])
    raise FactorError(
        "No global warming potential of methane is known from “{report}”. Use one of {known}.",
        report=report,
        known=", ".join(sorted(set(table.loc[table["gas"] == "CH4", "report"]))),
    )


def rates_of(habitat: str, status: str, salinity: str, factors: FactorSet, gwp: str) -> Rates:
    """Rates of a habitat (carbon class) by status and salinity class.

    Created and rewetted: tier-1 accumulation, and CH4 where the water is fresh. Existing: burial and
    CH4 of the factor set, unless its burial is that very accumulation, which holds for new stands alone.
    Drained: emission of drained soil of mangrove and marsh, the only ones with a tier-1 figure.
    Extracted: the stock that is lost at once, t C/ha.
    """
    if status in NEW:
        return Rates(_accumulation(habitat), _methane(habitat, salinity, gwp))
    if status == EXISTING:
        return _of_set(habitat, factors, gwp)
    if status == DRAINED:
        return Rates(_drainage(habitat), (), "soil,burial")
    return Rates((), (), BURIAL, _extraction(habitat)) if status == EXTRACTED else Rates(None, None)


def _accumulation(habitat: str) -> tuple[Rate, ...] | None:
    rows = accumulation_rows()
    # One default for all climates; where a habitat does not grow, its row holds 0.
    rows = rows[(rows["class"] == habitat) & (rows["value"] != "0")]
    if rows.empty:
        return None
    return (_rate(rows.iloc[0].to_dict(), REMOVAL, CO2_PER_C, f"accumulation-{habitat}"),)


def _methane(habitat: str, salinity: str, gwp: str) -> tuple[Rate, ...] | None:
    if habitat not in EMERGENT:
        return ()
    if salinity == UNKNOWN:
        return None
    return (methane_rate(salinity, gwp),)


def methane_rate(salinity: str, gwp: str) -> Rate:
    """CH4 of new mangrove and marsh in fresh or saline water, t CO2e/(ha·a) by the GWP of a report."""
    row = _own()["ch4_fresh" if salinity == FRESH else "ch4_saline"]
    return _rate(row, EMISSION, methane_gwp(gwp) / KG_PER_T)


def _drainage(habitat: str) -> tuple[Rate, ...] | None:
    if habitat not in EMERGENT:
        return None
    rows = _tier1()
    return (_rate(rows[rows["process"] == "drainage_emission"].iloc[0].to_dict(), EMISSION, -CO2_PER_C),)


def _extraction(habitat: str) -> float:
    rows = _tier1()
    rows = rows[(rows["process"] == "extraction_stock") & (rows["soil_group"] == "aggregated")]
    found = rows.loc[rows["class"] == habitat, "value"]
    return number_of(found.iloc[0]) if len(found) else number_of("")


def _rate(row: Mapping[str, str], quantity: str, scale: float, row_id: str = "") -> Rate:
    """A row of a table as a positive rate; a negative ``scale`` turns value and bounds."""
    value, *bounds = (number_of(row[name]) * scale for name in ("value", "low", "high"))
    low, high = sorted(bounds) if scale < 0 else bounds
    weak = is_weak(row["evidence"], row["verified"])
    return Rate(quantity, row_id or row["row_id"], value, low, high, row["evidence"], weak)


def _of_set(habitat: str, factors: FactorSet, gwp: str) -> Rates:
    terms = factors.terms[factors.terms["key"] == habitat]
    burial, ch4 = (terms[terms["term"] == term] for term in ("burial", "ch4"))
    if set(burial["row_id"]) & set(accumulation_rows()["row_id"]):
        burial = burial.iloc[:0]
    carbon = _terms(burial, 1.0)
    return Rates(carbon, _terms(ch4, _other_gwp(factors, gwp))) if len(ch4) else Rates(carbon, (), BURIAL)


def _terms(terms: pd.DataFrame, scale: float) -> tuple[Rate, ...] | None:
    rates = tuple(
        Rate(
            row["quantity"],
            row["row_id"],
            row["value"] * scale,
            row["low"] * scale,
            row["high"] * scale,
            row["evidence"],
            bool(row["weak"]),
        )
        for row in terms.to_dict("records")
    )
    return rates or None


def _other_gwp(factors: FactorSet, gwp: str) -> float:
    if factors.gwp == gwp:
        return 1.0
    if not factors.gwp:
        raise FactorError(
            "Factor set “{factor_set}” does not say with which GWP its CH4 was counted, so it cannot be told "
            "in {gwp}. Add a column gwp to the set.",
            factor_set=factors.id,
            gwp=gwp,
        )
    return methane_gwp(gwp) / methane_gwp(factors.gwp)
