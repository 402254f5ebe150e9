# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of a baseline as the opening of the next year, with the densities of its rows."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import FactorError, InputError
from ..factors import POOLS, FactorSet, class_factors
from ..same_factors import refuse_other_factors
from ..stocks import ACCOUNT_COLUMNS, FACTORS, KEY

#: Densities of the rows, t C/ha.
DENSITIES = tuple(f"{pool}_tc_ha" for pool in POOLS)


@dataclass(frozen=True)
class Opening:
    """``rows``: ``KEY`` (each once, sorted), ``ACCOUNT_COLUMNS`` (NaN where the table lacks them),
    ``DENSITIES`` and known_tc, the stock of the known pools."""

    rows: pd.DataFrame

    @property
    def area_ha(self) -> float:
        """Area of all rows."""
        return math.fsum(self.rows["area_ha"])


def opening_of(table: pd.DataFrame, factor_set: FactorSet, layer: str) -> Opening:
    """The opening from a table with unit, carbon_class, area_ha and, where it has them, more columns.

    Rows by the factor set take their densities from it; rows of another method have those of
    their own stocks. Raises ``InputError`` for broken rows and where the table was made with other
    factors, ``FactorError`` where a class is not in the set.
    """
    rows = table.copy()
    for name, plain in (("method", FACTORS), ("accounts_for", "")):
        given = rows[name] if name in rows else pd.Series(plain, index=rows.index)
        rows[name] = given.where(given.notna(), plain).astype(str)
    for name in ACCOUNT_COLUMNS:
        rows[name] = pd.to_numeric(rows[name], errors="coerce").astype(float) if name in rows else math.nan
    rows = rows.sort_values(list(KEY), kind="stable", ignore_index=True)
    _refuse_broken(rows, layer)
    _refuse_unknown_classes(rows, factor_set)
    rows = rows.join(_densities(rows, factor_set))
    by_area = rows[list(DENSITIES)].sum(axis=1) * rows["area_ha"]
    own = rows[[f"{pool}_tc" for pool in POOLS]].sum(axis=1)
    rows["known_tc"] = by_area.where(rows["method"] == FACTORS, own)
    # A stock that the set does not give would make its change one of factors, not of land.
    plain = rows[rows["method"] == FACTORS]
    refuse_other_factors(plain, plain["known_tc"], factor_set, layer)
    return Opening(rows)


def _refuse_broken(rows: pd.DataFrame, layer: str) -> None:
    bad = rows[~(rows["area_ha"] >= 0.0)]
    if len(bad):
        raise InputError(
            "Table “{layer}”: unit “{unit}”, class {carbon_class} has no area or a negative one. Make the "
            "baseline again.",
            layer=layer,
            unit=bad["unit"].iloc[0],
            carbon_class=bad["carbon_class"].iloc[0],
        )
    twice = rows[rows.duplicated(list(KEY))]
    if len(twice):
        raise InputError(
            "Table “{layer}”: unit “{unit}” has class {carbon_class} in several rows; each class is needed "
            "once. Give the table of one baseline.",
            layer=layer,
            unit=twice["unit"].iloc[0],
            carbon_class=twice["carbon_class"].iloc[0],
        )


def _refuse_unknown_classes(rows: pd.DataFrame, factor_set: FactorSet) -> None:
    # Stands too small for a cell of a raster have no area, and a class that the set need not know.
    on_ground = rows.loc[rows["area_ha"] > 0.0, "carbon_class"]
    missing = sorted(set(on_ground) - set(factor_set.terms["key"]))
    if missing:
        raise FactorError(
            "Factor set “{factor_set}” has no row for the classes {classes} of the baseline. Choose the "
            "FACTOR_SET with which it was made.",
            factor_set=factor_set.id,
            classes=", ".join(map(str, missing)),
        )


def _densities(rows: pd.DataFrame, factor_set: FactorSet) -> pd.DataFrame:
    factors = class_factors(factor_set)[list(DENSITIES)]
    by_factors = factors.reindex(rows["carbon_class"]).reset_index(drop=True)
    area = rows["area_ha"].to_numpy(float)
    plain = (rows["method"] == FACTORS).to_numpy()
    for pool, name in zip(POOLS, DENSITIES):
        stock = rows[f"{pool}_tc"].to_numpy(float)
        own = np.divide(stock, area, out=np.full(len(area), math.nan), where=area > 0.0)
        by_factors[name] = np.where(plain, by_factors[name].to_numpy(float), own)
    return by_factors
