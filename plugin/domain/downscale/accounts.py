# SPDX-License-Identifier: GPL-2.0-or-later
"""CO2e and CO2 alone, scope by scope, brought onto the same parcels by the same proxies."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..errors import InputError
from ..notes import NoteBook
from ..progress import Progress, part, silent
from .amounts import Accounts, Amounts, Key
from .spread import Placed, PointSource, spread

Floats = npt.NDArray[np.float64]

#: Columns of the ledger of all accounts.
FIGURES = (
    *("unit", "sector", "item", "scope"),
    *("emission_tco2e", "points_tco2e", "spread_tco2e", "residual_tco2e"),
    *("co2_t", "points_co2_t", "spread_co2_t", "residual_co2_t", "reason"),
)
_KEY = ["unit", "sector", "item", "scope"]
_DIRECT = "1"


@dataclass(frozen=True)
class Point:
    """A point source: its parcel (−1: outside all), and what it emits beside the enterprises known by name.

    ``key`` is None for an enterprise of the inventory; ``scope`` and ``co2`` may be unknown (empty, NaN).
    """

    name: str
    parcel: int
    key: Key | None = None
    scope: str = ""
    emission: float = math.nan
    co2: float = math.nan


@dataclass(frozen=True)
class Downscaled:
    """What parcels hold of CO2e and of CO2 by scope; ``count`` parcels."""

    co2e: Mapping[str, Placed]
    co2: Mapping[str, Placed]
    count: int

    def by_sector(self, accounts: Mapping[str, Placed]) -> dict[str, Floats]:
        """Tonnes per parcel by sector, all scopes together."""
        sectors = sorted({sector for placed in accounts.values() for sector in placed.by_sector})
        return {sector: self._sum(_of(accounts, sector)) for sector in sectors}

    def points(self, accounts: Mapping[str, Placed]) -> Floats:
        """Tonnes per parcel of point sources alone."""
        return self._sum([placed.points for placed in accounts.values()])

    def of_scope(self, scope: str) -> Floats:
        """t CO2e per parcel of a scope."""
        placed = self.co2e.get(scope)
        return self._sum(list(placed.by_sector.values()) if placed else [])

    def _sum(self, columns: Sequence[Floats]) -> Floats:
        return np.sum(np.stack(columns), axis=0) if columns else np.zeros(self.count)

    @property
    def residual_co2e(self) -> float:
        """What found no place, t CO2e."""
        return math.fsum(placed.residual for placed in self.co2e.values())

    @property
    def residual_co2(self) -> float:
        """What found no place, t CO2; NaN without an account of CO2."""
        return math.fsum(placed.residual for placed in self.co2.values()) if self.co2 else math.nan

    def ledger(self) -> pd.DataFrame:
        """``FIGURES`` by unit, sector, item and scope; CO2 is NaN where no row tells it."""
        rows = _ledger(self.co2e, "_tco2e", "emission_tco2e")
        if not self.co2:
            return rows.reindex(columns=list(FIGURES))
        alone = _ledger(self.co2, "_co2_t", "co2_t").drop(columns="reason")
        return rows.merge(alone, on=_KEY, how="left").reindex(columns=list(FIGURES))


def _of(accounts: Mapping[str, Placed], sector: str) -> list[Floats]:
    return [placed.by_sector[sector] for placed in accounts.values() if sector in placed.by_sector]


def _ledger(accounts: Mapping[str, Placed], end: str, whole: str) -> pd.DataFrame:
    names = {name: name + end for name in ("points", "spread", "residual")}
    tables = [
        placed.ledger.assign(scope=scope or None, item=placed.ledger["item"].fillna(""))
        for scope, placed in accounts.items()
        if len(placed.ledger)
    ]
    if not tables:
        return pd.DataFrame(columns=[*_KEY, whole, *names.values(), "reason"])
    return pd.concat(tables, ignore_index=True).rename(columns={**names, "emission": whole})


def spread_accounts(
    accounts: Accounts,
    points: Sequence[Point],
    weights: Mapping[str, Floats],
    units: npt.NDArray[np.object_],
    notes: NoteBook,
    progress: Progress = silent,
) -> Downscaled:
    """Every account onto the parcels by ``spread``: mass is kept in each of them to 1e-9.

    A point of its own belongs to the scope that it states, else to the first scope in which its sector
    emits. Where it does not tell its CO2, it takes the share of CO2 of its sector.
    """
    _refuse_scopes(accounts, points)
    steps = len(accounts.co2e) + len(accounts.co2)
    placed: list[dict[str, Placed]] = []
    assumed: list[tuple[str, float]] = []
    done = 0
    for measure in (accounts.co2e, accounts.co2):
        placed.append({})
        for scope, amounts in measure.items():
            found = _sources(accounts, points, scope, amounts, assumed)
            step = part(progress, done / steps, (done + 1) / steps)
            placed[-1][scope] = spread(amounts, found, weights, units, step)
            done += 1
    _note_assumed(assumed, notes)
    return Downscaled(placed[0], placed[1], len(units))


def _refuse_scopes(accounts: Accounts, points: Sequence[Point]) -> None:
    for point in points:
        if point.scope and point.scope not in accounts.co2e:
            raise InputError(
                "Point source “{name}” is of scope {scope}, of which the inventory has no row to place. "
                "Correct the scope of the point, or leave it empty.",
                name=point.name,
                scope=point.scope,
            )


def _sources(
    accounts: Accounts,
    points: Sequence[Point],
    scope: str,
    amounts: Amounts,
    assumed: list[tuple[str, float]],
) -> list[PointSource]:
    """Points of one scope with their tonnes in the measure of ``amounts``."""
    found = []
    for point in points:
        if point.key is None:
            known = amounts.enterprises.get(point.name, {})
            found += [PointSource(point.name, key, point.parcel, value) for key, value in known.items()]
        elif _scope_of(accounts, point) == scope:
            if amounts is accounts.co2e[scope]:
                found.append(PointSource(point.name, point.key, point.parcel, point.emission))
            elif point.key in amounts.totals:
                value = _co2_of(accounts, point, scope, assumed)
                found.append(PointSource(point.name, point.key, point.parcel, value))
    return found


def _scope_of(accounts: Accounts, point: Point) -> str:
    if point.scope:
        return point.scope
    emitting = [scope for scope, amounts in accounts.co2e.items() if point.key in amounts.totals]
    return emitting[0] if emitting else next(iter(accounts.co2e), _DIRECT)


def _co2_of(accounts: Accounts, point: Point, scope: str, assumed: list[tuple[str, float]]) -> float:
    if not math.isnan(point.co2) or point.key is None:
        return point.co2
    whole = accounts.co2e[scope].totals.get(point.key, 0.0)
    share = accounts.co2[scope].totals.get(point.key, 0.0) / whole if whole else 0.0
    assumed.append((point.name, point.emission * share))
    return point.emission * share


def _note_assumed(assumed: Sequence[tuple[str, float]], notes: NoteBook) -> None:
    if assumed:
        notes.add(
            "point_co2_assumed",
            "{count} point sources do not tell their CO2 (field co2_t): they take the share of CO2 of their "
            "sector, {amount:.10g} t CO2 together.",
            count=len(assumed),
            ids=[name for name, _value in assumed],
            amount=math.fsum(value for _name, value in assumed),
        )
