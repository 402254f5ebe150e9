# SPDX-License-Identifier: GPL-2.0-or-later
"""The carbon account of ground known by class, as the sink baseline makes it, fast enough for every edit."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from ..carbon_at_stake import Bounded
from ..factors import FactorSet
from ..intervals import linear_bounds

STOCK, REMOVAL, EMISSION = "stock", "removal", "emission"
#: Value, low and high of one hectare: a pool or a process.
Term = tuple[float, float, float]
_UNKNOWN: Bounded = (math.nan, math.nan, math.nan)


@dataclass(frozen=True)
class GroundAccount:
    """Stock in t C, yearly fluxes in t CO2e/a, each with its 95 % interval; net = emission − removal.

    NaN where no class of the ground has such a factor; ``unknown_ha`` is ground whose class has
    no stock.
    """

    area_ha: float
    stock_tc: Bounded
    removal_tco2e_a: Bounded
    emission_tco2e_a: Bounded
    net_tco2e_a: float
    unknown_ha: float


@dataclass(frozen=True)
class AccountTerms:
    """The terms of a factor set: quantity → class → terms. A class with fluxes has an entry for both."""

    terms: Mapping[str, Mapping[str, tuple[Term, ...]]]

    def account(self, area_ha: Mapping[str, float]) -> GroundAccount:
        """The account of areas by class."""
        stock, removal, emission = (self.sum(name, area_ha) for name in (STOCK, REMOVAL, EMISSION))
        known = self.terms[STOCK]
        return GroundAccount(
            area_ha=math.fsum(area_ha.values()),
            stock_tc=stock,
            removal_tco2e_a=removal,
            emission_tco2e_a=emission,
            net_tco2e_a=emission[0] - removal[0],
            unknown_ha=math.fsum(area for name, area in area_ha.items() if name not in known),
        )

    def sum(self, quantity: str, area_ha: Mapping[str, float]) -> Bounded:
        """One quantity of areas by class (of a change also below 0); NaN where no class has it."""
        by_class = self.terms[quantity]
        known = sorted(name for name in area_ha if name in by_class)
        if area_ha and not known:
            return _UNKNOWN
        rows = [(area_ha[name], *term) for name in known for term in by_class[name]]
        if not rows:
            return 0.0, math.nan, math.nan
        coefficient, value, low, high = np.array(rows, dtype=np.float64).T
        return math.fsum(coefficient * value), *linear_bounds(coefficient, value, low, high)


def account_terms(factors: FactorSet) -> AccountTerms:
    """The terms of a factor set, as its class factors read them.

    Beside one flux the other is not applicable where it has no row, and adds nothing.
    """
    table = factors.terms[factors.terms["value"].notna()]
    found: dict[str, dict[str, list[Term]]] = {STOCK: {}, REMOVAL: {}, EMISSION: {}}
    for quantity, key, *term in zip(*(table[name] for name in ("quantity", "key", "value", "low", "high"))):
        value, low, high = (float(figure) for figure in term)
        found[str(quantity)].setdefault(str(key), []).append((value, low, high))
    for key in {*found[REMOVAL], *found[EMISSION]}:
        found[REMOVAL].setdefault(key, [])
        found[EMISSION].setdefault(key, [])
    return AccountTerms(
        {
            quantity: {key: tuple(terms) for key, terms in by_class.items()}
            for quantity, by_class in found.items()
        }
    )
