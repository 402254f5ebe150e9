# SPDX-License-Identifier: GPL-2.0-or-later
"""The stock from which a path starts, with its intervals, and what a baseline does not know."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..factors import FactorSet
from .bounds import Amount
from .own_figures import own_figures
from .rows import BaselineRows

Flags = npt.NDArray[np.bool_]


def stock_amounts(rows: BaselineRows, factors: FactorSet) -> list[Amount]:
    """Stocks (t C): area times each pool's density, and what method layers answer for."""
    terms = factors.terms
    known = terms[(terms["quantity"] == "stock") & terms["value"].notna()]
    area_ha = rows.column("area_ha")
    amounts = []
    for _, term in known[known["key"].isin(set(rows.frame["carbon_class"]))].iterrows():
        name, pool = str(term["key"]), str(term["term"])
        at = rows.with_factor(name, pool)
        value, low, high = (area_ha[at] * float(term[column]) for column in ("value", "low", "high"))
        amounts.append(Amount(at, ("stock", name, pool), value, low, high, bool(term["weak"])))
    for own in own_figures(rows, factors, "stock_tc"):
        amounts.append(Amount(own.rows, ("method", own.method, "stock"), own.value, own.low, own.high))
    return amounts


def known_stock(rows: BaselineRows) -> Flags:
    """Rows of which a stock is known."""
    pools = np.isfinite(rows.pools()).any(axis=1)
    pools[rows.of_methods()] |= np.isfinite(rows.column("stock_tc")[rows.of_methods()])
    return np.asarray(pools)


def known_flux(rows: BaselineRows, factors: FactorSet) -> Flags:
    """Rows of which fluxes are known: classes with any flux term, and rows of methods that state one."""
    flux = factors.terms[(factors.terms["quantity"] != "stock") & factors.terms["value"].notna()]
    known = np.array(rows.frame["carbon_class"].isin(set(flux["key"])), dtype=bool)
    own = rows.of_methods()
    known[own] = np.isfinite(rows.column("removal_tco2e_a")[own]) | np.isfinite(
        rows.column("emission_tco2e_a")[own]
    )
    return np.asarray(known)
