# SPDX-License-Identifier: GPL-2.0-or-later
"""Net present value of a change of carbon stock, as InVEST defines it and in the form of yearly payments.

A stock that changes by s t C between the years p and q changes by s/(q − p) in each of the
q − p years between. Two conventions value that:

- ``invest``: NPV = V · s/(q − p) · Σ_{t=0}^{q−p−1} 1/((1 + r)^t · (1 + c)^t), the definition of
  the InVEST Carbon model (Natural Capital Project, user's guide). V is the value of a tonne of
  carbon, r the yearly discount on the market and c its "annual rate of change in the price of
  carbon", by which it divides: a positive c makes later tonnes worth *less*.
- ``annual``: NPV = s/(q − p) · Σ_{t=1}^{q−p} V · (1 + c)^t/(1 + r)^t (methods.md l): the price
  grows by c and is paid at the end of each year.

The value of a change is no value of a credit: nothing is traded without a certified project.
``valuation_methods`` sets these and other methods side by side.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from .errors import InputError
from .units import CO2_PER_C

INVEST, ANNUAL = "invest", "annual"
METHODS = (INVEST, ANNUAL)
PER_TC, PER_TCO2 = "per_tc", "per_tco2"
PRICE_UNITS = (PER_TC, PER_TCO2)
#: Years over which a change may be spread.
LONGEST = 1000


@dataclass(frozen=True)
class Valuation:
    """``npv`` in the currency of the price; ``constant`` is the NPV of a change of one t C."""

    npv: float
    constant: float


def value_change(
    change_tc: float,
    year_before: int,
    year_after: int,
    price: float,
    *,
    price_unit: str = PER_TC,
    discount_rate: float,
    rate_change: float,
    method: str = INVEST,
) -> Valuation:
    """Net present value of a stock change of ``change_tc`` (t C) between two years.

    ``price`` is the value of one tonne of carbon or CO2 (``price_unit``); the rates are in
    percent a year. Raises ``InputError`` for years in the wrong order or more than ``LONGEST``
    apart, for rates of −100 % or less, and where the value is no number that can be written.
    """
    years = year_after - year_before
    if years <= 0:
        raise InputError(
            "YEAR_AFTER ({after}) does not come after YEAR_BEFORE ({before}). Give the years of the two "
            "stocks in their order.",
            before=year_before,
            after=year_after,
        )
    if years > LONGEST:
        raise InputError(
            "YEAR_AFTER ({after}) lies more than {longest} years after YEAR_BEFORE ({before}). Check the "
            "years.",
            before=year_before,
            after=year_after,
            longest=LONGEST,
        )
    for name, rate in (("DISCOUNT_RATE", discount_rate), ("RATE_CHANGE", rate_change)):
        if not rate > -100.0:
            raise InputError(
                "{parameter} is {rate} %; a yearly rate lies above −100 %.", parameter=name, rate=rate
            )
    per_tc = price * (CO2_PER_C if price_unit == PER_TCO2 else 1.0)
    with numbers_only():
        factors = _factors(method, years, discount_rate / 100.0, rate_change / 100.0)
        constant = per_tc / years * math.fsum(factors)
        return Valuation(finite(change_tc * constant), constant)


@contextmanager
def numbers_only() -> Iterator[None]:
    """Refuse amounts, prices, rates and years that together give no number (``InputError``)."""
    try:
        yield
    except ArithmeticError as error:
        raise InputError(
            "Change, price, rates and years together give a value that is no number. Check CHANGE_TC, PRICE, "
            "DISCOUNT_RATE, RATE_CHANGE and the years."
        ) from error


def finite(value: float) -> float:
    """The value itself; ``ArithmeticError`` where it is infinite or no number."""
    if not math.isfinite(value):
        raise ArithmeticError
    return value


def _factors(method: str, years: int, discount: float, change: float) -> list[float]:
    """What one unit of each year is worth today."""
    if method == INVEST:
        return [1.0 / ((1.0 + discount) ** t * (1.0 + change) ** t) for t in range(years)]
    return [(1.0 + change) ** t / (1.0 + discount) ** t for t in range(1, years + 1)]
