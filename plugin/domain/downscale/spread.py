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
from .amounts import Amounts, Key

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.intp]

#: Relative error up to which parts make up the whole.
CONSERVED = 1e-9
#: Point sources may exceed their sector by the rounding of a table.
ROUNDING = 1e-6

NO_UNIT, NO_PROXY, NO_WEIGHT, OUTSIDE = "no_unit", "no_proxy", "no_weight", "outside"
LEDGER = ("unit", "sector", "emission_tco2e", "points_tco2e", "spread_tco2e", "residual_tco2e", "reason")


@dataclass(frozen=True)
class PointSource:
    """Emission of one place: its sector sum, its parcel (−1: outside all), t CO2e."""

    name: str
    key: Key
    parcel: int
    emission: float


@dataclass(frozen=True)
class Placed:
    """t CO2e per parcel by sector and of points alone, and the ledger by unit and sector (``LEDGER``)."""

    by_sector: dict[str, Floats]
    points: Floats
    ledger: pd.DataFrame

    @property
    def residual(self) -> float:
        """What found no place, t CO2e."""
        return math.fsum(self.ledger["residual_tco2e"])


def spread(
    amounts: Amounts,
    points: Sequence[PointSource],
    weights: Mapping[str, Floats],
    units: npt.NDArray[np.object_],
    progress: Progress = silent,
) -> Placed:
    """E_i = E · w_i / Σ w_j over the parcels of the unit, after its point sources.

    ``weights`` by sector, one per parcel; ``units`` names the unit of each parcel. What has no proxy, no
    weight anywhere in its unit, no parcels of its unit, or a point outside all parcels is left over with
    its reason. Raises ``InputError`` where points exceed their sector, ``ConservationError`` where parcels
    and residual do not make up the inventory to 1e-9.
    """
    by_sector = {sector: np.zeros(len(units)) for sector in amounts.sectors}
    on_points = np.zeros(len(units))
    of_key: dict[Key, list[PointSource]] = {}
    for point in points:
        of_key.setdefault(point.key, []).append(point)
    _refuse_unknown(of_key, amounts)
    of_unit = _rows_of_units(units)
    rows = []
    for count, (key, emission) in enumerate(amounts.totals.items()):
        progress(count / len(amounts.totals))
        found = _within(key, emission, of_key.get(key, []))
        rest = max(0.0, emission - math.fsum(point.emission for point in found))
        inside = [point for point in found if point.parcel >= 0]
        for point in inside:
            by_sector[key[1]][point.parcel] += point.emission
            on_points[point.parcel] += point.emission
        outside = math.fsum(point.emission for point in found if point.parcel < 0)
        here = of_unit.get(key[0])
        share, reason = _shares(here, weights.get(key[1]))
        placed = 0.0 if share is None else rest
        if share is not None:
            by_sector[key[1]][here] += placed * share
        reasons = [OUTSIDE] * (outside > 0.0) + [reason] * (rest > placed)
        held = math.fsum(point.emission for point in inside)
        rows.append((*key, emission, held, placed, rest - placed + outside, ", ".join(reasons) or None))
    made = Placed(by_sector, on_points, pd.DataFrame(rows, columns=list(LEDGER)))
    _require_conserved(made, amounts.total)
    return made


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


def _within(key: Key, emission: float, points: Sequence[PointSource]) -> Sequence[PointSource]:
    """Point sources that do not exceed their sector; what rounding adds is taken off all of them."""
    held = math.fsum(point.emission for point in points)
    if held > emission * (1.0 + ROUNDING):
        raise InputError(
            "Point sources of unit “{unit}”, sector “{sector}” emit {held:.10g} t CO2e, but the inventory "
            "has {emission:.10g} t CO2e there. Correct the points or the inventory.",
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


def _require_conserved(made: Placed, total: float) -> None:
    held = math.fsum(value for figures in made.by_sector.values() for value in figures)
    if abs(held + made.residual - total) > CONSERVED * max(total, 1.0):
        raise ConservationError(
            "The parcels hold {held:.10g} t CO2e and {residual:.10g} t CO2e are left over, but the inventory "
            "has {total:.10g} t CO2e. Nothing was written; please report this with the tables.",
            held=held,
            residual=made.residual,
            total=total,
        )
