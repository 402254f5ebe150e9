# SPDX-License-Identifier: GPL-2.0-or-later
"""What a method layer holds, and the words of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..factors import POOLS, PROCESSES
from ..geometry import Floats, Geometries, Rows

#: Net balances are never claimed: they already hold what single processes count.
FLUX_TOKENS = tuple(name for name in PROCESSES if name != "net_balance")
#: What the figures of a polygon may answer for: pools of the stock and processes of the fluxes.
TOKENS = (*POOLS, *FLUX_TOKENS)
SOIL_TOKENS = ("soc", "soil")

TEXT_FIELDS = ("method", "accounts_for", "soil_depth_cm", "carbon_class", "factor_grade")
DENSITY_FIELDS = tuple(f"{pool}_tc_ha" for pool in POOLS)
AMOUNTS = ("stock_tc", "removal_tco2e_a", "emission_tco2e_a")
AMOUNT_FIELDS = tuple(f"{name}{bound}" for name in AMOUNTS for bound in ("", "_low", "_high"))
NUMBER_FIELDS = ("area_ha", *DENSITY_FIELDS, *AMOUNT_FIELDS)
#: Fields by which a layer is a method layer.
METHOD_FIELDS = (*TEXT_FIELDS, *NUMBER_FIELDS)

POOL_FIGURES = tuple(f"{pool}_tc" for pool in POOLS)
#: Figures of a polygon: each pool, and each amount with its half-widths below and above, what of it has
#: no interval (``open``) and what of it is below grade ``secondary`` (``weak``), both as sizes.
FIGURES = (
    *POOL_FIGURES,
    *(f"{name}{part}" for name in AMOUNTS for part in ("", "_down", "_up", "_open", "_weak")),
)


@dataclass(frozen=True)
class MethodPolygons:
    """The polygons of all method layers, one layer after the other, in plane coordinates.

    ``layers`` are the names of the layers, ``layer`` the place of each polygon among them. ``claims``
    (rows as the polygons) has ``method``, ``accounts_for`` (tokens in the order of ``TOKENS``, separated
    by commas) and ``carbon_class``; ``figures`` the columns ``FIGURES`` of the whole polygon, NaN where
    the layer has none. ``area_m2`` is measured, ``stated_ha`` what the layer says of it.
    """

    layers: tuple[str, ...]
    layer: Rows
    ids: Geometries
    geometry: Geometries
    area_m2: Floats
    stated_ha: Floats
    claims: pd.DataFrame
    figures: pd.DataFrame

    def label(self, row: int) -> str:
        """Id and layer of a polygon, as messages name it."""
        return f"{self.ids[row]} ({self.layers[self.layer[row]]})"


def joined_tokens(names: set[str]) -> str:
    """Tokens in their fixed order, separated by commas."""
    return ",".join(name for name in TOKENS if name in names)


def tokens_of(accounts_for: str) -> frozenset[str]:
    """The tokens of a joined list."""
    return frozenset(filter(None, accounts_for.split(",")))


def claims_any(accounts_for: pd.Series, names: Sequence[str]) -> npt.NDArray[np.bool_]:
    """Which of the joined lists have one of the tokens."""
    found = {text: not tokens_of(text).isdisjoint(names) for text in accounts_for.unique()}
    return np.asarray(accounts_for.map(found), dtype=bool)
