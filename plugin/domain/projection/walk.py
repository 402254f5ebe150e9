# SPDX-License-Identifier: GPL-2.0-or-later
"""Year by year along a path: flows change their pools, and stop where a pool is exhausted."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from ..factors import POOLS
from ..units import CO2_PER_C
from .bounds import Amount
from .flows import BIOMASS, DOM, SOC, WHOLE, Flow
from .rows import BaselineRows

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.intp]

_AGB, _BGB, _SOC, _DOM = (POOLS.index(name) for name in ("agb", "bgb", "soc", "dom"))
_PLACES = {BIOMASS: (_AGB, _BGB), DOM: (_DOM,), SOC: (_SOC,), WHOLE: (_AGB, _BGB, _SOC, _DOM)}


class Walk:
    """Pools and flows of a path as they stand after some years; ``step`` goes on by one.

    By row of each flow, in units of its factor: ``yearly`` (signed coefficients of the last year),
    ``removed`` (its removals added up), ``stored`` (signed, added up as far as the stock changed).
    ``pools``: stock by row and pool (t C).
    """

    def __init__(self, rows: BaselineRows, flows: Sequence[Flow]) -> None:
        self.flows = list(flows)
        self.year = 0
        self.pools = rows.pools()
        #: Rows in which a loss met the bottom of a pool.
        self.exhausted = np.zeros(len(self.pools), dtype=bool)
        #: Rows of which a flow has no pool with a known stock to go to or come from.
        self.unknown = np.zeros(len(self.pools), dtype=bool)
        #: What flows that name no single pool gave to a row or took from it (t C).
        self.unnamed = np.zeros(len(self.pools))
        none = [np.zeros(len(flow.rows)) for flow in flows]
        self.yearly = list(none)
        self.removed, self.stored = [item.copy() for item in none], [item.copy() for item in none]

    def step(self) -> None:
        """One year on: the flows of the year, and the stock at its end."""
        self.year += 1
        for number, flow in enumerate(self.flows):
            coefficient = flow.yearly(self.year)
            wanted_tc = coefficient * flow.value * flow.stock_share / CO2_PER_C
            share, followed = self._change(flow, wanted_tc)
            # What a pool no longer holds is not emitted; the part that changes no stock goes on.
            flowing = coefficient * (1.0 - flow.stock_share * (1.0 - share))
            self.yearly[number] = flowing
            self.removed[number] = self.removed[number] + np.maximum(flowing, 0.0)
            kept = coefficient * flow.stock_share * share
            self.stored[number] = self.stored[number] + np.where(followed, kept, 0.0)

    def named_pools(self) -> Floats:
        """Stock by row and pool (t C), NaN in rows where some flow named no single pool."""
        return np.where((self.unnamed != 0.0)[:, None], np.nan, self.pools)

    def _change(self, flow: Flow, wanted_tc: Floats) -> tuple[Floats, npt.NDArray[np.bool_]]:
        """Change the pool of a flow; the share of the change that was possible, and where a pool is known."""
        held = self._held(flow)
        followed = np.isfinite(held)
        changing = flow.stock_share > 0.0
        self.unknown[flow.rows[~followed & changing]] = True
        short = followed & changing & (wanted_tc < -held)
        share = np.ones(len(held))
        share[short] = np.maximum(held[short], 0.0) / -wanted_tc[short]
        self.exhausted[flow.rows[short]] = True
        self._add(flow, np.where(followed, wanted_tc * share, 0.0), held)
        return share, followed

    def _held(self, flow: Flow) -> Floats:
        parts = self.pools[flow.rows][:, _PLACES[flow.pool]]
        none = np.isnan(parts).all(axis=1)
        held = np.where(none, np.nan, np.nansum(parts, axis=1))
        return np.asarray(held + self.unnamed[flow.rows] if flow.pool == WHOLE else held)

    def _add(self, flow: Flow, change_tc: Floats, held: Floats) -> None:
        if flow.pool == WHOLE:
            self.unnamed[flow.rows] += change_tc
            return
        places = _PLACES[flow.pool]
        share = _proportions(self.pools[flow.rows][:, places], held)
        for column, place in enumerate(places):
            self.pools[flow.rows, place] += share[:, column] * change_tc


def _proportions(parts: Floats, held: Floats) -> Floats:
    """Shares of pools (columns) in what rows hold; unknown pools have none.

    Ground that holds nothing yet has no proportion: there the first known pool gets all.
    """
    known = np.isfinite(parts)
    shared = known & (held > 0.0)[:, None]
    share = np.divide(parts, held[:, None], out=np.zeros_like(parts), where=shared)
    bare = np.flatnonzero(~shared.any(axis=1))
    share[bare, np.argmax(known[bare], axis=1)] = 1.0
    return share


def amounts_of(flows: Sequence[Flow], coefficients: Sequence[Floats]) -> list[Amount]:
    """Coefficients times the value and the bounds of each flow (t CO2e)."""
    return [
        Amount(
            flow.rows,
            flow.draw,
            coefficient * flow.value,
            coefficient * flow.low,
            coefficient * flow.high,
            flow.weak,
        )
        for flow, coefficient in zip(flows, coefficients)
    ]
