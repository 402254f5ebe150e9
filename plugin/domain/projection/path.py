# SPDX-License-Identifier: GPL-2.0-or-later
"""The sink baseline as a path (碳汇本底路径): stock and fluxes of target years under unchanged land use.

The row of a year states the stock at its end and the fluxes within it. The row of the baseline's own
year repeats the baseline. From then on stock(y) = stock(y − 1) + 12/44 · (removal − emission of
CO2 in y), pool by pool: growth changes the biomass, litter and dead wood the dead organic matter,
soil and burial the soil; CH4 and N2O change no stock.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..factors import FactorSet
from ..notes import NoteBook
from ..progress import Progress, silent
from ..units import CO2_PER_C
from .ages import AgeTable
from .bounds import Amount
from .cohorts import curve_flows
from .curve_table import CurveTable
from .figures import BOUNDED, PathTables, Projection, Station
from .flows import Flow, constant_flows
from .rows import BaselineRows
from .stocks import known_flux, stock_amounts
from .walk import Walk, amounts_of

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class ProjectionSettings:
    """Year of the baseline, target years in rising order (none before it), curves with stand ages
    (None: constant rates), and whether figures per class are asked for."""

    base: int
    years: tuple[int, ...]
    curves: CurveTable | None = None
    ages: AgeTable | None = None
    classes: bool = False


def project(
    rows: BaselineRows,
    factors: FactorSet,
    settings: ProjectionSettings,
    *,
    notes: NoteBook,
    progress: Progress = silent,
) -> Projection:
    """The path of a baseline to the target years of ``settings``.

    Raises ``InputError`` for a stated stand age below the first point of its curve.
    """
    base_flows = flows = constant_flows(rows, factors)
    if settings.curves is not None:
        flows = curve_flows(rows, factors, settings.curves, settings.ages, settings.base, notes)
    stocks = stock_amounts(rows, factors)
    tables = PathTables(rows, factors, classes=settings.classes)
    if settings.base in settings.years:
        tables.add(_baseline_station(settings.base, rows, base_flows, stocks))
    walk = Walk(rows, flows)
    last = settings.years[-1]
    for year in range(settings.base + 1, last + 1):
        progress((year - settings.base) / (last - settings.base + 1))
        walk.step()
        if year in settings.years:
            tables.add(_station(year, walk, stocks))
    _note_no_flux(rows, factors, notes)
    _note_limits(rows, walk, notes)
    _note_no_interval(walk, notes)
    return tables.projection()


def _baseline_station(year: int, rows: BaselineRows, flows: Sequence[Flow], stocks: list[Amount]) -> Station:
    yearly = [flow.yearly(1) for flow in flows]
    nothing = [np.zeros(len(flow.rows)) for flow in flows]
    return Station(year, _amounts(flows, stocks, yearly, nothing), rows.pools())


def _station(year: int, walk: Walk, stocks: list[Amount]) -> Station:
    grown = amounts_of(walk.flows, [stored / CO2_PER_C for stored in walk.stored])
    amounts = _amounts(walk.flows, [*stocks, *grown], walk.yearly, walk.removed)
    return Station(year, amounts, walk.named_pools())


def _amounts(
    flows: Sequence[Flow], stocks: list[Amount], yearly: list[Floats], removed: list[Floats]
) -> dict[str, list[Amount]]:
    figures = (
        stocks,
        _signed(flows, 1.0, yearly),
        _signed(flows, -1.0, yearly),
        _signed(flows, 1.0, removed),
    )
    return dict(zip(BOUNDED, figures))


def _signed(flows: Sequence[Flow], sign: float, coefficients: list[Floats]) -> list[Amount]:
    """Removals (1) or emissions (−1) of the flows that have any: an emission bounds no removal."""
    parts = [(flow, np.maximum(sign * item, 0.0)) for flow, item in zip(flows, coefficients)]
    chosen = [(flow, part) for flow, part in parts if flow.sign == sign or (not flow.sign and part.any())]
    return amounts_of([flow for flow, _part in chosen], [part for _flow, part in chosen])


def _note_no_flux(rows: BaselineRows, factors: FactorSet, notes: NoteBook) -> None:
    still = ~known_flux(rows, factors)
    if still.any():
        classes = sorted(set(rows.frame["carbon_class"].to_numpy()[still]))
        notes.add(
            "path_no_flux",
            "{count} classes ({classes}; {area_ha:.4f} ha) have neither removal nor emission in the factor "
            "set: their fluxes are NULL, and their stock stays that of the baseline.",
            count=len(classes),
            area_ha=math.fsum(rows.column("area_ha")[still]),
            classes=", ".join(classes),
        )


def _note_limits(rows: BaselineRows, walk: Walk, notes: NoteBook) -> None:
    area_ha, names = rows.column("area_ha"), rows.frame["carbon_class"].to_numpy()
    if walk.exhausted.any():
        notes.add(
            "path_exhausted",
            "A constant loss exhausts a pool of {count} pairs of unit and class ({classes}; {area_ha:.4f} "
            "ha) within the path: the loss stops there, no stock falls below 0.",
            count=int(walk.exhausted.sum()),
            area_ha=math.fsum(area_ha[walk.exhausted]),
            classes=", ".join(sorted(set(names[walk.exhausted]))),
        )
    if walk.unknown.any():
        notes.add(
            "path_pool_unknown",
            "{count} pairs of unit and class ({classes}; {area_ha:.4f} ha) exchange carbon with a pool whose "
            "stock the factor set does not know: the flux counts, the stock does not follow it.",
            count=int(walk.unknown.sum()),
            area_ha=math.fsum(area_ha[walk.unknown]),
            classes=", ".join(sorted(set(names[walk.unknown]))),
        )


def _note_no_interval(walk: Walk, notes: NoteBook) -> None:
    sizes = [np.abs(stored * flow.value) for flow, stored in zip(walk.flows, walk.stored)]
    whole = math.fsum(value for size in sizes for value in size)
    unknown = [np.isnan(flow.low) | np.isnan(flow.high) for flow in walk.flows]
    open_part = math.fsum(value for size, part in zip(sizes, unknown) for value in size[part])
    if open_part > 0.0:
        notes.add(
            "path_no_interval",
            "{percent:.1f} % of the change of the stock rests on curves or factors without an interval: the "
            "bounds leave these out and are too narrow. Add uncertainty_percent to the curves, low and high "
            "to the factors.",
            percent=100.0 * open_part / whole,
        )
