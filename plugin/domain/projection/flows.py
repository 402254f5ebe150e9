# SPDX-License-Identifier: GPL-2.0-or-later
"""Yearly exchange between the atmosphere and the pools of a baseline, as far as it stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..factors import FactorSet
from ..factors.vocabulary import GASES
from .own_figures import own_figures
from .rows import BaselineRows

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.intp]

BIOMASS, DOM, SOC, WHOLE = "biomass", "dom", "soc", "whole"
#: The pool that a process changes; CH4 and N2O change none.
POOL_OF = {"biomass_growth": BIOMASS, "dead_organic_matter": DOM, "soil": SOC, "burial": SOC}
#: What varies together: all land of a class and term, one curve, one method of a class.
Draw = tuple[str, ...]


@dataclass(frozen=True)
class Flow:
    """An exchange of some rows, each named once, that hangs on one random factor.

    ``yearly(n)`` is the coefficient of the n-th year after the baseline by row, positive for a
    removal, negative for an emission; times ``value`` (or its 95 % bounds ``low`` and ``high``,
    NaN where unknown) it gives t CO2e. ``stock_share`` (0–1) of it changes ``pool``. ``sign``: 1 for
    a removal, −1 for an emission, 0 for what may be either (growth along a curve).
    """

    rows: Integers
    draw: Draw
    pool: str
    value: Floats
    low: Floats
    high: Floats
    stock_share: Floats
    yearly: Callable[[int], Floats]
    sign: float = 0.0
    weak: bool = False


def terms_by_class(factors: FactorSet) -> dict[str, pd.DataFrame]:
    """Flux terms with a value, by class."""
    known = factors.terms[(factors.terms["quantity"] != "stock") & factors.terms["value"].notna()]
    return {str(name): group for name, group in known.groupby("key", sort=True)}


def factor_flow(
    rows: BaselineRows,
    places: Integers,
    share: Floats,
    term: pd.Series,
    weight: Callable[[int], float] = lambda _year: 1.0,
) -> Flow:
    """The flow of one factor over ``share`` (0–1) of the ground of some rows, weighted by year."""
    process = str(term["term"])
    sign = 1.0 if term["quantity"] == "removal" else -1.0
    area_ha = sign * share * rows.column("area_ha")[places]
    value, low, high = (np.full(len(places), float(term[name])) for name in ("value", "low", "high"))
    gas = process in GASES
    return Flow(
        places,
        ("flux", str(term["key"]), process),
        WHOLE if gas else POOL_OF[process],
        value,
        low,
        high,
        np.full(len(places), 0.0 if gas else 1.0),
        lambda year: area_ha * weight(year),
        sign,
        bool(term["weak"]),
    )


def constant_flows(rows: BaselineRows, factors: FactorSet) -> list[Flow]:
    """The flows of the baseline itself: every class at its factors, every method layer as it states."""
    terms = terms_by_class(factors)
    flows = []
    for name in sorted(set(rows.frame["carbon_class"]) & set(terms)):
        for _, term in terms[name].iterrows():
            places = rows.with_factor(name, str(term["term"]))
            flows.append(factor_flow(rows, places, np.ones(len(places)), term))
    return flows + own_flows(rows, factors)


def own_flows(rows: BaselineRows, factors: FactorSet) -> list[Flow]:
    """Removals and emissions that method layers answer for: constant, as the table states them.

    They change the pool of the one process that the layer claims, the stock as a whole where it
    claims several. Where it claims CH4 or N2O, its emission is that of the gases and changes none.
    """
    flows = []
    for quantity, sign in (("removal", 1.0), ("emission", -1.0)):
        for own in own_figures(rows, factors, f"{quantity}_tco2e_a"):
            pools = {POOL_OF[name] for name in own.claims & set(POOL_OF)}
            gases = bool(own.claims & set(GASES)) and sign < 0.0
            share = 0.0 if gases or not pools else 1.0
            flows.append(
                Flow(
                    own.rows,
                    ("method", own.method, quantity),
                    pools.pop() if len(pools) == 1 else WHOLE,
                    own.value,
                    own.low,
                    own.high,
                    np.full(len(own.rows), share),
                    _always(np.full(len(own.rows), sign)),
                    sign,
                )
            )
    return flows


def _always(coefficient: Floats) -> Callable[[int], Floats]:
    return lambda _year: coefficient
