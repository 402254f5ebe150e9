# SPDX-License-Identifier: GPL-2.0-or-later
"""Emissions by sector onto parcels: points first, the rest by weights, nothing lost (methods.md b)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..errors import ConservationError, InputError
from ..progress import Progress, silent
from .amounts import Amounts, Key, item_of, sector_of

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]

#: Relative error up to which parts make up the whole.
CONSERVED = 1e-9
#: Point sources may exceed their sector by the rounding of a table.
ROUNDING = 1e-6

NO_UNIT, NO_PROXY, NO_WEIGHT, OUTSIDE = "no_unit", "no_proxy", "no_weight", "outside"
#: One row per unit, sector and item: what it emits, and where that went, in tonnes.
LEDGER = ("unit", "sector", "item", "emission", "points", "spread", "residual", "reason")


@dataclass(frozen=True)
class PointSource:
    """Emission of one place: its sector sum, its parcel (−1: outside all), tonnes."""

    name: str
    key: Key
    parcel: int
    emission: float


@dataclass(frozen=True)
class Placed:
    """Tonnes per parcel by sector and of points alone, and the ledger by unit and sector (``LEDGER``)."""

    by_sector: dict[str, Floats]
    points: Floats
    ledger: pd.DataFrame

    @property
    def residual(self) -> float:
        """What found no place, tonnes."""
        return math.fsum(self.ledger["residual"])


def spread(
    amounts: Amounts,
    points: Sequence[PointSource],
    weights: Mapping[str, Floats],
    units: npt.NDArray[np.object_],
    progress: Progress = silent,
) -> Placed:
    """E_i = E · w_i / Σ w_j over the parcels of the unit, after its point sources.

    ``weights`` by sector or ``sector/item``, one per parcel; ``units`` names the unit of each parcel. What
    has no proxy, no weight anywhere in its unit, no parcels of its unit, or a point outside all parcels
    is left over with its reason. Raises ``InputError`` where points exceed their sector or a weight is
    negative or no number, ``ConservationError`` where parcels and residual do not make up the inventory
    to 1e-9.
    """
    _refuse_weights(weights)
    by_sector = {sector_of(group): np.zeros(len(units)) for group in amounts.groups}
    on_points = np.zeros(len(units))
    of_key: dict[Key, list[PointSource]] = {}
    for point in points:
        of_key.setdefault(point.key, []).append(point)
    _refuse_unknown(of_key, amounts)
    of_unit = _rows_of_units(units)
    rows = []
    for count, (key, emission) in enumerate(amounts.totals.items()):
        progress(count / len(amounts.totals))
        sector = sector_of(key[1])
        found = _within(key, emission, of_key.get(key, []), amounts.measure)
        rest = max(0.0, emission - math.fsum(point.emission for point in found))
        inside = [point for point in found if point.parcel >= 0]
        for point in inside:
            by_sector[sector][point.parcel] += point.emission
            on_points[point.parcel] += point.emission
        outside = math.fsum(point.emission for point in found if point.parcel < 0)
        here = of_unit.get(key[0])
        share, reason = _shares(here, weights.get(key[1]))
        placed = 0.0 if share is None else rest
        if share is not None:
            by_sector[sector][here] += placed * share
        reasons = [OUTSIDE] * (outside > 0.0) + [reason] * (rest > placed)
        held = math.fsum(point.emission for point in inside)
        figures = emission, held, placed, rest - placed + outside
        rows.append((key[0], sector, item_of(key[1]) or None, *figures, ", ".join(reasons) or None))
    made = Placed(by_sector, on_points, pd.DataFrame(rows, columns=list(LEDGER)))
    _require_conserved(made, amounts)
    return made


def _refuse_weights(weights: Mapping[str, Floats]) -> None:
    for group, values in weights.items():
        wrong = ~((values >= 0.0) & np.isfinite(values))
        if wrong.any():
            raise InputError(
                "The proxy of “{group}” is negative or no number (parcels: {count}, the first of them row "
                "{row}). Correct the weights, the floor areas or the flows.",
                group=group,
                count=int(wrong.sum()),
                row=int(np.argmax(wrong)) + 1,
            )


def _refuse_unknown(of_key: Mapping[Key, Sequence[PointSource]], amounts: Amounts) -> None:
    for key, found in of_key.items():
        if key not in amounts.totals:
            raise InputError(
                "Point source “{name}” is of unit “{unit}”, sector “{sector}”, of which the inventory has no "
                "row. Add the row, or correct the point.",
                name=found[0].name,
                unit=key[0],
                sector=key[1],
            )


def _within(key: Key, emission: float, points: Sequence[PointSource], measure: str) -> Sequence[PointSource]:
    """Point sources that do not exceed their sector; what rounding adds is taken off all of them."""
    held = math.fsum(point.emission for point in points)
    if held > emission * (1.0 + ROUNDING):
        raise InputError(
            "Point sources of unit “{unit}”, sector “{sector}” emit {held:.10g} {measure}, but the inventory "
            "has {emission:.10g} {measure} there. Correct the points or the inventory.",
            measure=measure,
            unit=key[0],
            sector=key[1],
            held=held,
            emission=emission,
        )
    if held <= emission:
        return points
    return [replace(point, emission=point.emission * emission / held) for point in points]


def _rows_of_units(units: npt.NDArray[np.object_]) -> dict[str, Rows]:
    """Rows of the parcels of each unit."""
    codes, names = pd.factorize(units)
    order = np.argsort(codes, kind="stable")
    ends = np.searchsorted(codes[order], np.arange(len(names) + 1))
    return {str(name): order[a:b] for name, a, b in zip(names, ends[:-1], ends[1:])}


def _shares(here: Rows | None, weights: Floats | None) -> tuple[Floats | None, str]:
    """Shares of the parcels of a unit in a sector; None and the reason where there are none."""
    if here is None:
        return None, NO_UNIT
    if weights is None:
        return None, NO_PROXY
    own = weights[here]
    total = math.fsum(own)
    return (own / total, "") if total > 0.0 else (None, NO_WEIGHT)


def _require_conserved(made: Placed, amounts: Amounts) -> None:
    total = amounts.total
    held = math.fsum(value for figures in made.by_sector.values() for value in figures)
    if abs(held + made.residual - total) > CONSERVED * max(total, 1.0):
        raise ConservationError(
            "The parcels hold {held:.10g} {measure} and {residual:.10g} {measure} are left over, but the "
            "inventory has {total:.10g} {measure}. Nothing was written; please report this with the tables.",
            measure=amounts.measure,
            held=held,
            residual=made.residual,
            total=total,
        )
