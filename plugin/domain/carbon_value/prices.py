# SPDX-License-Identifier: GPL-2.0-or-later
"""The price series: prices per tonne of CO2 with currency, price year and interval, and the choice of one.

Certified tonnes are sold at the price of voluntary credits (in China CCER), never at that of allowances
(CEA): the two are different rights. No price of another year is taken unless it is named.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from ...paths import RESOURCES
from ..emissions.rows import Row, rows_of_table
from ..errors import InputError
from ..notes import NoteBook
from ..text_tables import read_text_table
from ..units import CO2_PER_C
from .figures import Figure

CREDIT, ALLOWANCE, PLANTING, CHARGE, DISCOUNT = "credit", "allowance", "planting", "charge", "discount"
KINDS: dict[str, tuple[str, ...]] = {
    CREDIT: ("自愿减排量", "碳信用"),
    ALLOWANCE: ("配额", "碳配额"),
    PLANTING: ("造林成本",),
    CHARGE: ("碳税", "碳社会成本"),
    DISCOUNT: ("折现率", "贴现率"),
}
#: Columns of a price table (resources/factors/prices.csv).
COLUMNS: dict[str, tuple[str, ...]] = {
    "factor_id": ("price_id", "编号", "价格编号"),
    "kind": ("类别", "价格类别"),
    "instrument": ("品种", "交易品种"),
    "quantity": ("价格口径",),
    "value": ("数值", "价格"),
    "low": ("下限",),
    "high": ("上限",),
    "unit": ("单位",),
    "year": ("年份", "价格年份"),
    "source": ("来源",),
    "verified": ("已核实",),
    "evidence": ("证据等级",),
}
_REQUIRED = ("factor_id", "instrument", "value", "unit", "year")
_UNIT = re.compile(r"([A-Z]{3}|元)/(?:t|吨) ?(CO2e?|二氧化碳|C|碳)")
_YUAN, _CARBON = "元", ("C", "碳")
_YEARS = re.compile(r"(\d{4})(?:\s*[-–]\s*(\d{4})|(s))?")
#: How a yearly mean calls itself in the column quantity.
_MEAN = ("average", "平均", "均价")


@dataclass(frozen=True)
class Price:
    """One price; ``per_tco2`` in ``currency`` per t CO2, ``year`` as the table states it."""

    id: str
    kind: str
    instrument: str
    quantity: str
    per_tco2: Figure
    currency: str
    year: str
    source: str
    is_weak: bool

    def is_of(self, year: int) -> bool:
        """Whether the price is of that calendar year."""
        found = _YEARS.search(self.year)
        if not found:
            return False
        first = int(found[1])
        last = int(found[2]) if found[2] else first + 9 if found[3] else first
        return first <= year <= last

    @property
    def is_mean(self) -> bool:
        """Whether it is the mean of its year."""
        return self.quantity.lower().startswith(_MEAN)


def shipped_prices() -> pd.DataFrame:
    """The shipped price table as text."""
    return read_text_table(RESOURCES / "factors" / "prices.csv")


def read_prices(frame: pd.DataFrame, table: str) -> list[Price]:
    """The prices of a table of texts (index: row numbers); discount rates are left out.

    Raises ``InputError`` by row for units that are no price per tonne, unknown instruments without a
    kind, ids that occur twice, and a table without any price.
    """
    rows, _unread = rows_of_table(frame, table, COLUMNS, _REQUIRED)
    prices: dict[str, Price] = {}
    for row in rows:
        kind = _kind(row)
        if kind == DISCOUNT:
            continue
        price = _price(row, kind)
        if price.id in prices:
            raise InputError(
                "Table “{table}”, row {row}: price “{value}” occurs twice. Give every price its own id.",
                **row.at("factor_id"),
            )
        prices[price.id] = price
    if not prices:
        raise InputError(
            "Table “{table}” has no price per tonne, only discount rates. Add prices.", table=table
        )
    return list(prices.values())


@lru_cache(maxsize=1)
def _kinds_of_instruments() -> dict[str, str]:
    shipped = shipped_prices()
    return dict(zip(shipped["instrument"].str.lower(), shipped["kind"]))


def _kind(row: Row) -> str:
    if row.text("kind"):
        return row.word("kind", KINDS)
    found = _kinds_of_instruments().get(row.text("instrument").lower())
    if found is None:
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: “{value}” is no instrument of the shipped "
            "prices. Add the column kind with one of {known}.",
            **row.at("instrument"),
            known=", ".join(KINDS),
        )
    return found


def _price(row: Row, kind: str) -> Price:
    value = row.number("value")
    if not value >= 0.0:
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: “{value}” is no price. Write 0 or more.",
            **row.at("value"),
        )
    currency, per_tco2 = price_unit(row)
    figure = Figure(value, *row.bounds("low", "high", value)).by(lambda number: number * per_tco2)
    weak = row.text("verified") == "no" or row.text("evidence") == "memory"
    return Price(
        id=row.required("factor_id"),
        kind=kind,
        instrument=row.text("instrument"),
        quantity=row.text("quantity"),
        per_tco2=figure,
        currency=currency,
        year=row.required("year"),
        source=row.text("source"),
        is_weak=weak,
    )


def price_unit(row: Row) -> tuple[str, float]:
    """Currency of the cell ``unit`` and what makes prices per t CO2 of those in it."""
    found = _UNIT.fullmatch(unicodedata.normalize("NFKC", row.required("unit")))
    if not found:
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: “{value}” is no price per tonne. Write the "
            "currency by its three letters and the tonne, such as CNY/t CO2 or CNY/t C.",
            **row.at("unit"),
        )
    currency = "CNY" if found[1] == _YUAN else found[1]
    return currency, 1.0 / CO2_PER_C if found[2] in _CARBON else 1.0


def currency_of_credits(prices: Sequence[Price]) -> str:
    """The currency in which credits are sold; of any price where the table has none of credits."""
    return min(prices, key=lambda price: price.kind != CREDIT).currency


def named_prices(prices: Sequence[Price], ids: Sequence[str]) -> list[Price]:
    """The prices with these ids. Raises ``InputError`` for ids that are not there, and for allowances."""
    known = {price.id: price for price in prices}
    for name in ids:
        if name not in known:
            raise InputError(
                "PRICE_IDS names “{id}”, but the price table has no such id. It has: {known}.",
                id=name,
                known=", ".join(known),
            )
        if known[name].kind == ALLOWANCE:
            raise InputError(
                "“{id}” is the price of an emission allowance ({instrument}). Certified tonnes are sold as "
                "voluntary credits: name a price of that kind in PRICE_IDS, in China of CCER.",
                id=name,
                instrument=known[name].instrument,
            )
    return [known[name] for name in dict.fromkeys(ids)]


def choose_price(prices: Sequence[Price], kind: str, year: int, named: Sequence[Price]) -> Price:
    """The price of a kind for a year: the one that is named, else the only one (or only mean) of the year.

    Raises ``InputError`` with the prices that there are where the choice is open.
    """
    candidates = [price for price in prices if price.kind == kind]
    chosen = [price for price in named if price.kind == kind]
    if not chosen:
        chosen = [price for price in candidates if price.is_of(year)]
        means = [price for price in chosen if price.is_mean]
        chosen = means if len(means) == 1 else chosen
    if len(chosen) != 1:
        raise _open_choice(kind, year, len(chosen), candidates)
    return chosen[0]


def note_price(price: Price, year: int, notes: NoteBook) -> None:
    """Note a price of another year, and one that is not verified."""
    if not price.is_of(year):
        notes.add(
            "price_of_other_year",
            "Price {id} is of {price_year}, the account of {year}: it is used as it is, without conversion "
            "to prices of {year}.",
            id=price.id,
            price_year=price.year,
            year=year,
        )
    if price.is_weak:
        notes.add(
            "weak_price",
            "Price {id} ({source}) is not verified against its source: do not use its value in a statutory "
            "report before you have.",
            id=price.id,
            source=price.source or "–",
        )


def _open_choice(kind: str, year: int, found: int, candidates: Sequence[Price]) -> InputError:
    listed = "; ".join(f"{price.id} ({price.instrument}, {price.year})" for price in candidates) or "–"
    if found:
        return InputError(
            "{count} prices of the kind {kind} can be meant for {year}. Name one of them in PRICE_IDS: "
            "{listed}.",
            count=found,
            kind=kind,
            year=year,
            listed=listed,
        )
    return InputError(
        "There is no price of the kind {kind} for {year}. Name a price of another year in PRICE_IDS, or give "
        "PRICES with one of {year}. There are: {listed}.",
        kind=kind,
        year=year,
        listed=listed,
    )
