# SPDX-License-Identifier: GPL-2.0-or-later
"""Values of carbon rights by several methods, side by side and never added (methods.md l).

``market`` and ``npv`` value what can be sold, the tradable tonnes, at the price of voluntary credits; the
other methods value the tonnes of one sink, by default the net flow of the year: what it would cost to bind
them by planting (``replacement``), to avoid them elsewhere (``abatement``), or what emitting them would be
charged (``tax``). Market, replacement, abatement and tax are values of a year, ``npv`` is one of a span of
years: the range of the yearly methods leaves it out.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ..errors import InputError
from ..notes import NoteBook
from ..progress import Progress, silent
from ..valuation_methods import Deductions, YearlyAmount, value_of_series
from .abatement import AbatementCurve
from .figures import Figure
from .prices import CHARGE, CREDIT, PLANTING, Price
from .sinks import Sinks

MARKET, REPLACEMENT, ABATEMENT, TAX, NPV = "market", "replacement", "abatement", "tax", "npv"
METHODS = (MARKET, REPLACEMENT, ABATEMENT, TAX, NPV)
NET_REMOVAL, INVENTORY, TRADABLE = "net_removal", "inventory", "tradable"
SINKS = (NET_REMOVAL, INVENTORY, TRADABLE)
#: The kind of price that a method takes.
KIND_OF = {MARKET: CREDIT, NPV: CREDIT, REPLACEMENT: PLANTING, TAX: CHARGE}


def sink_of(method: str, sink: str) -> str:
    """The sink that a method values: what can be sold, or for methods of cost the one that is chosen."""
    return TRADABLE if KIND_OF.get(method) == CREDIT else sink


@dataclass(frozen=True)
class Span:
    """Credits that come in the same amount in each of ``years`` years, from the next one on.

    ``price_growth`` and ``discount_rate`` in percent a year, ``cost`` in currency a year for all units.
    """

    years: int
    price_growth: float
    discount_rate: float
    cost: float

    def value(self, tonnes: float, price: float, cost: float) -> float:
        """Σ_{t=1}^{years} (q·p·(1+g)^t − cost)/(1+r)^t; ``InputError`` where that is no number."""
        series = [YearlyAmount(year, tonnes, cost) for year in range(1, self.years + 1)]
        try:
            return value_of_series(series, price, self.price_growth, self.discount_rate)
        except InputError as error:
            raise InputError(
                "{years} years at a growth of {growth} % and a discount of {discount} % give a present value "
                "that is no number. Correct YEARS, PRICE_GROWTH or DISCOUNT_RATE.",
                years=self.years,
                growth=self.price_growth,
                discount=self.discount_rate,
            ) from error


@dataclass(frozen=True)
class Basis:
    """What a valuation rests on: chosen methods, their prices, the sink that methods of cost value.

    A method without a price has no tonnes to value: its value is 0 in ``currency``.
    """

    methods: tuple[str, ...]
    sink: str
    deductions: Deductions
    prices: Mapping[str, Price]
    currency: str
    curve: AbatementCurve | None = None
    span: Span | None = None


@dataclass(frozen=True)
class Value:
    """The value of a unit's tonnes by one method: currency a year, for ``npv`` currency.

    ``tonnes`` is what is left after leakage, buffer and sale (t CO2e/a), ``marginal`` what the last tonne is
    worth (currency per t CO2e; NaN where the method has none).
    """

    unit: str
    method: str
    sink: str
    tonnes: Figure
    price: Price | None
    figure: Figure
    marginal: float = math.nan


def currency_of(prices: Mapping[str, Price], curve: AbatementCurve | None) -> str | None:
    """The one currency of prices by method and of the curve; None where there is neither.

    Raises ``InputError`` for several.
    """
    found = {method: price.currency for method, price in prices.items()}
    if curve is not None:
        found[ABATEMENT] = curve.currency
    if len(set(found.values())) > 1:
        raise InputError(
            "The methods are priced in different currencies ({prices}): values in them make no range. Name "
            "prices of one currency in PRICE_IDS, or give PRICES converted at a stated rate.",
            prices=", ".join(f"{method} {currency}" for method, currency in sorted(found.items())),
        )
    return next(iter(found.values()), None)


def tonnes_of(sinks: Sinks, sink: str, deductions: Deductions) -> Figure:
    """The tonnes of a sink that may be valued: after leakage and buffer, a loss in full, nothing sold.

    Tonnes that were sold are the buyer's, and have left every sink of the unit.
    """
    if sink == TRADABLE:
        return sinks.tradable
    figure = sinks.net_removal if sink == NET_REMOVAL else sinks.inventory
    return figure.by(deductions.left).minus(Figure.exact(sinks.credits.sold))


def value_units(
    sinks: Sequence[Sinks], basis: Basis, notes: NoteBook, progress: Progress = silent
) -> list[Value]:
    """One value per unit and method, by unit and in the order of ``METHODS``."""
    value_of: dict[str, Callable[[Figure], tuple[Figure, float]]] = {}
    for method in basis.methods:
        tonnes = [tonnes_of(row, sink_of(method, basis.sink), basis.deductions).value for row in sinks]
        whole = math.fsum(number for number in tonnes if not math.isnan(number))
        value_of[method] = _valuer(method, basis, whole, notes)
    made = []
    for number, row in enumerate(sinks):
        progress(number / len(sinks))
        for method in (name for name in METHODS if name in basis.methods):
            left = tonnes_of(row, sink_of(method, basis.sink), basis.deductions)
            figure, marginal = value_of[method](left)
            price = basis.prices.get(method)
            made.append(Value(row.unit, method, sink_of(method, basis.sink), left, price, figure, marginal))
    return made


def _valuer(
    method: str, basis: Basis, whole: float, notes: NoteBook
) -> Callable[[Figure], tuple[Figure, float]]:
    """What makes the value of some tonnes, ``whole`` being those of all units together."""
    if method == ABATEMENT and basis.curve is not None:
        return _by_curve(basis.curve, whole)
    if method not in basis.prices:
        return lambda tonnes: (Figure.exact(0.0), math.nan)
    price = basis.prices[method].per_tco2
    if method == NPV and basis.span is not None:
        return _by_span(basis.span, price, whole, notes)
    return lambda tonnes: (tonnes.times(price), price.value)


def _by_curve(curve: AbatementCurve, whole: float) -> Callable[[Figure], tuple[Figure, float]]:
    """The area under the curve for all tonnes, shared by tonne: units on their own would all be cheap."""
    size = abs(whole)
    marginal = curve.marginal(size)
    mean = curve.cost(size) / size if size else marginal
    return lambda tonnes: (Figure(tonnes.value * mean), marginal)


def _by_span(
    span: Span, price: Figure, whole: float, notes: NoteBook
) -> Callable[[Figure], tuple[Figure, float]]:
    """Income by price, less the unit's share of the cost by tonne."""
    if span.cost and not whole:
        notes.add(
            "cost_without_tonnes",
            "COST is not counted: no tonnes can be sold that it could be taken off from.",
        )
    income = price.by(lambda each: span.value(1.0, each, 0.0))
    cost = -span.value(0.0, 0.0, span.cost / whole) if whole else 0.0

    def value(tonnes: Figure) -> tuple[Figure, float]:
        return tonnes.times(income).by(lambda amount: amount - cost * tonnes.value), math.nan

    return value


@dataclass(frozen=True)
class Range:
    """Lowest and highest total over methods of one kind; there is no sum of methods."""

    methods: tuple[str, ...]
    low: float
    high: float


def totals(values: Sequence[Value]) -> dict[str, float]:
    """The value of all units by method, of what is known; NaN where nothing is."""
    known: dict[str, list[float]] = {value.method: [] for value in values}
    for value in values:
        if value.figure.is_known:
            known[value.method].append(value.figure.value)
    return {method: math.fsum(found) if found else math.nan for method, found in known.items()}


def range_of(by_method: Mapping[str, float]) -> Range:
    """The range over the yearly methods that have a value; over ``npv`` where no other is asked for."""
    methods = tuple(method for method in by_method if method != NPV) or tuple(by_method)
    known = tuple(method for method in methods if not math.isnan(by_method[method]))
    found = [by_method[method] for method in known] or [math.nan]
    return Range(known, min(found), max(found))
