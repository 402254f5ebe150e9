# SPDX-License-Identifier: GPL-2.0-or-later
"""Methods to value one change of carbon, side by side and never added (methods.md l).

They answer different questions: what the tonnes would fetch (market), what it would cost to bind
them by planting (replacement), what it would cost to avoid them elsewhere (abatement), and what
they are worth today when they come over years (net present values).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from .errors import InputError
from .notes import NoteBook
from .units import CO2_PER_C
from .valuation import ANNUAL, INVEST, PER_TC, finite, numbers_only, value_change

MARKET, REPLACEMENT, ABATEMENT, SERIES = "market", "replacement", "abatement", "series_npv"
#: Tonnes of a series that differ from the change by no more than this share are the same.
_SAME = 0.01
NPV_OF = {"invest_npv": INVEST, "annual_npv": ANNUAL}


@dataclass(frozen=True)
class Prices:
    """Prices and rates of a comparison.

    ``price`` of one tonne of carbon or CO2 (``price_unit``); ``discount_rate`` and ``rate_change``
    in percent a year; ``afforestation_cost`` per t C; marginal abatement cost
    ``abatement_slope``·q + ``abatement_intercept`` per t CO2 with q in t CO2. None: not given.
    """

    price: float
    price_unit: str
    discount_rate: float
    rate_change: float
    afforestation_cost: float | None = None
    abatement_slope: float | None = None
    abatement_intercept: float | None = None

    @property
    def per_tco2(self) -> float:
        """The price of one tonne of CO2."""
        return self.price / CO2_PER_C if self.price_unit == PER_TC else self.price


@dataclass(frozen=True)
class Deductions:
    """Shares (percent) by which a gain counts less: leakage first, then the buffer for permanence."""

    buffer_percent: float = 0.0
    leakage_percent: float = 0.0

    def left(self, quantity: float) -> float:
        """What is left of a gain; a loss is not made smaller."""
        if quantity <= 0.0:
            return quantity
        return quantity * (1.0 - self.leakage_percent / 100.0) * (1.0 - self.buffer_percent / 100.0)


@dataclass(frozen=True)
class YearlyAmount:
    """What comes in one year: ``year`` counted from the present, t CO2, and its cost in that year."""

    year: int
    quantity_tco2: float
    cost: float = 0.0


@dataclass(frozen=True)
class MethodValue:
    """The value of the change by one method (currency of the prices), positive for a gain.

    ``quantity_tco2`` is what is left after deductions; ``unit_price`` per t CO2, ``marginal`` what
    the last tonne is worth (NaN where the method has none).
    """

    method: str
    quantity_tco2: float
    unit_price: float
    value: float
    marginal: float


def value_side_by_side(
    change_tc: float,
    years: tuple[int, int],
    prices: Prices,
    deductions: Deductions,
    *,
    series: Sequence[YearlyAmount] = (),
    notes: NoteBook,
) -> list[MethodValue]:
    """One value per method for which prices are given.

    ``years`` are those of the two stocks. Raises ``InputError`` as ``value_change``, for
    deductions outside 0–100 %, for a negative cost of planting and for a marginal cost that falls.
    """
    _refuse_senseless(prices, deductions)
    left_tc = deductions.left(change_tc)
    if change_tc < 0.0 and (deductions.buffer_percent or deductions.leakage_percent):
        notes.add(
            "deductions_of_loss",
            "The change is a loss: buffer and leakage are not deducted, they would make it smaller.",
        )
    quantity = left_tc * CO2_PER_C
    values = [
        MethodValue(name, quantity, prices.per_tco2, _present_value(left_tc, years, prices, method), math.nan)
        for name, method in NPV_OF.items()
    ]
    values.append(MethodValue(MARKET, quantity, prices.per_tco2, prices.per_tco2 * quantity, prices.per_tco2))
    if prices.afforestation_cost is not None:
        cost = prices.afforestation_cost / CO2_PER_C
        values.append(MethodValue(REPLACEMENT, quantity, cost, cost * quantity, cost))
    if prices.abatement_slope is not None or prices.abatement_intercept is not None:
        values.append(_abatement(quantity, prices))
    if series:
        values.append(_series(series, prices, deductions))
        _note_other_tonnes(values, notes)
    _note_missing(values, notes)
    return values


def value_range(values: Sequence[MethodValue]) -> tuple[float, float]:
    """Lowest and highest value over the methods that value the same tonnes as the first."""
    same = [value.value for value in values if _same_tonnes(value, values[0])]
    return min(same), max(same)


def _same_tonnes(value: MethodValue, other: MethodValue) -> bool:
    return abs(value.quantity_tco2 - other.quantity_tco2) <= _SAME * abs(other.quantity_tco2)


def _present_value(left_tc: float, years: tuple[int, int], prices: Prices, method: str) -> float:
    return value_change(
        left_tc,
        *years,
        prices.price,
        price_unit=prices.price_unit,
        discount_rate=prices.discount_rate,
        rate_change=prices.rate_change,
        method=method,
    ).npv


def _abatement(quantity: float, prices: Prices) -> MethodValue:
    """V = ∫MC from 0 to q for MC = slope·q + intercept; a loss costs what the same tonnes would."""
    slope, intercept = prices.abatement_slope or 0.0, prices.abatement_intercept or 0.0
    size = abs(quantity)
    value = math.copysign(area_under(slope, intercept, size), quantity)
    mean = value / quantity if quantity else intercept
    return MethodValue(ABATEMENT, quantity, mean, value, slope * size + intercept)


def area_under(slope: float, intercept: float, size: float) -> float:
    """∫ (slope·q + intercept) dq from 0 to ``size``."""
    return slope * size * size / 2.0 + intercept * size


def _series(series: Sequence[YearlyAmount], prices: Prices, deductions: Deductions) -> MethodValue:
    left = [replace(amount, quantity_tco2=deductions.left(amount.quantity_tco2)) for amount in series]
    value = value_of_series(left, prices.per_tco2, prices.rate_change, prices.discount_rate)
    tonnes = math.fsum(amount.quantity_tco2 for amount in left)
    return MethodValue(SERIES, tonnes, prices.per_tco2, value, math.nan)


def value_of_series(
    series: Sequence[YearlyAmount], price_per_tco2: float, rate_change: float, discount_rate: float
) -> float:
    """NPV = Σ (q_t·p·(1+c)^t − cost_t)/(1+r)^t; rates in percent a year (methods.md l).

    Raises ``InputError`` where that is no number.
    """
    growth, discount = 1.0 + rate_change / 100.0, 1.0 + discount_rate / 100.0
    with numbers_only():
        return finite(
            math.fsum(
                (amount.quantity_tco2 * price_per_tco2 * growth**amount.year - amount.cost)
                / discount**amount.year
                for amount in series
            )
        )


def _refuse_senseless(prices: Prices, deductions: Deductions) -> None:
    for name, share in (
        ("BUFFER_PERCENT", deductions.buffer_percent),
        ("LEAKAGE_PERCENT", deductions.leakage_percent),
    ):
        if not 0.0 <= share <= 100.0:
            raise InputError(
                "{parameter} is {share} %; a share lies from 0 to 100 %.", parameter=name, share=share
            )
    if prices.afforestation_cost is not None and not prices.afforestation_cost >= 0.0:
        raise InputError(
            "AFFORESTATION_COST is {cost}; planting costs 0 or more per t C.", cost=prices.afforestation_cost
        )
    if prices.abatement_slope is not None and not prices.abatement_slope >= 0.0:
        raise InputError(
            "ABATEMENT_SLOPE is {slope}; the marginal cost of abatement does not fall with the tonnes "
            "abated. Give 0 or more.",
            slope=prices.abatement_slope,
        )


def _note_other_tonnes(values: Sequence[MethodValue], notes: NoteBook) -> None:
    series = values[-1]
    if not _same_tonnes(series, values[0]):
        notes.add(
            "series_other_tonnes",
            "SERIES adds up to {series:.4f} t CO2, the change to {change:.4f} t CO2: its value is of other "
            "tonnes and left out of the range.",
            series=series.quantity_tco2,
            change=values[0].quantity_tco2,
        )


def _note_missing(values: Sequence[MethodValue], notes: NoteBook) -> None:
    given = {value.method for value in values}
    missing = [name for name in (REPLACEMENT, ABATEMENT) if name not in given]
    if missing:
        notes.add(
            "methods_without_price",
            "Not valued, because no price is given: {methods}.",
            count=len(missing),
            methods=", ".join(missing),
            warning=False,
        )
