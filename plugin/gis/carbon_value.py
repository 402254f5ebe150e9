# SPDX-License-Identifier: GPL-2.0-or-later
"""Value of carbon rights: an account with its prices and projects in, values by method and the sinks out."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from ..domain.account_book import Filter, read_entries
from ..domain.account_book.checks import checked_entries
from ..domain.account_book.columns import entries_of_table
from ..domain.account_book.read import parents_in
from ..domain.carbon_value import (
    ABATEMENT,
    INVENTORY,
    KIND_OF,
    NPV,
    TRADABLE,
    AbatementCurve,
    Basis,
    Price,
    Range,
    Sinks,
    Span,
    Value,
    choose_price,
    credits_by_unit,
    currency_of,
    currency_of_credits,
    flows_of,
    named_prices,
    note_price,
    range_of,
    read_curve,
    read_prices,
    shipped_prices,
    sink_of,
    sinks_of,
    totals,
    value_units,
)
from ..domain.errors import InputError
from ..domain.total_rows import refuse_totals
from ..domain.valuation_methods import Deductions
from .account_book import book_of
from .emissions import table_name
from .run import Run
from .tables import read_table


@dataclass(frozen=True)
class CarbonValuation:
    """What a run found: sinks and values by unit, totals by method, and the range over them."""

    year: int
    sinks: list[Sinks]
    values: list[Value]
    basis: Basis
    by_method: dict[str, float]
    range: Range

    def total(self, kind: str) -> float:
        """The tonnes of a kind of sink over all units (t CO2e/a); NaN where none is known."""
        known = [tonnes for row in self.sinks if not math.isnan(tonnes := getattr(row, kind).value)]
        return math.fsum(known) if known else math.nan


def value_account(run: Run) -> CarbonValuation:
    """Value the account of a run by its parameters."""
    methods = tuple(run.algorithm.parameterAsEnumStrings(run.parameters, "METHODS", run.context))
    deductions = _deductions(run, methods)
    year = int(_stated(run, "YEAR"))
    entries, parents, place = _account(run, year)
    flows = flows_of(entries, year, parents, place, run.notes, run.progress(10, 30))
    credits = {}
    if run.given("PROJECTS"):
        table = read_table(run, "PROJECTS")
        credits = credits_by_unit(table, table_name(run, "PROJECTS"), year, deductions, run.notes)
    managed = run.number("MANAGED_PERCENT") if run.given("MANAGED_PERCENT") else None
    sinks = sinks_of(flows, credits, managed, run.notes)
    run.progress(30, 40)(1.0)
    basis = _basis(run, methods, deductions, year, any(row.credits.certified for row in sinks))
    values = value_units(sinks, basis, run.notes, run.progress(40, 80))
    by_method = totals(values)
    found = CarbonValuation(year, sinks, values, basis, by_method, range_of(by_method))
    _note_tonnes(run, found)
    _note_span_and_years(run, found)
    _record(run, found)
    return found


def _deductions(run: Run, methods: Sequence[str]) -> Deductions:
    """Buffer and leakage; NaN where they are not set, and only projects could need them."""
    of_land = any(sink_of(method, run.text("SINK")) != TRADABLE for method in methods)
    shares = [
        _stated(run, name) if of_land or run.given(name) else math.nan for name in ("BUFFER", "LEAKAGE")
    ]
    return Deductions(*shares)


def _stated(run: Run, name: str) -> float:
    if not run.given(name):
        raise InputError(
            "{parameter} is not set. State it, 0 where there is none: a default would be an invented number.",
            parameter=name,
        )
    return run.number(name)


def _account(run: Run, year: int) -> tuple[pd.DataFrame, dict[str, str], str]:
    """Entries of the account, which unit is part of which, and the name of the account."""
    store, table = run.optional_text("STORE"), run.given("TABLE")
    if (store is None) == (not table):
        raise InputError("Give either STORE, the account book, or TABLE, a table of one account; not both.")
    if store is None:
        name, frame = table_name(run, "TABLE"), read_table(run, "TABLE")
        entries = checked_entries(entries_of_table(frame, name, year=year))
        refuse_totals(frame["unit"], name)
        return entries, {}, name
    book = book_of(store)
    entries = read_entries(book, Filter(item="baseline"))
    with book.reading() as session:
        parents = parents_in(session)
    run.manifest.add_input("STORE", layer=book.name, source=book.name, features=len(entries))
    return entries, parents, book.name


def _basis(run: Run, methods: tuple[str, ...], deductions: Deductions, year: int, has_credits: bool) -> Basis:
    sink = run.text("SINK")
    if sink == INVENTORY and not run.given("MANAGED_PERCENT"):
        raise InputError(
            "SINK is inventory, but the share of managed land is not known. Give MANAGED_PERCENT, or choose "
            "another sink."
        )
    # Where nothing can be sold, no price is needed to say that it is worth nothing.
    priced = [method for method in methods if has_credits or sink_of(method, sink) != TRADABLE]
    offered = _prices(run)
    named = named_prices(offered, run.words("PRICE_IDS"))
    prices = {
        method: choose_price(offered, KIND_OF[method], year, named) for method in priced if method in KIND_OF
    }
    for price in {price.id: price for price in prices.values()}.values():
        note_price(price, year, run.notes)
    _note_unused(run, named, prices)
    curve = _curve(run, year) if ABATEMENT in priced else None
    span = _span(run) if NPV in priced else None
    currency = currency_of(prices, curve) or currency_of_credits(offered)
    return Basis(methods, sink, deductions, prices, currency, curve, span)


def _note_unused(run: Run, named: Sequence[Price], taken: Mapping[str, Price]) -> None:
    unused = [price.id for price in named if price not in taken.values()]
    if unused:
        run.notes.add(
            "price_not_used",
            "{count} prices of PRICE_IDS are taken by none of the chosen methods, or nothing can be sold at "
            "them.",
            count=len(unused),
            ids=unused,
            warning=False,
        )


def _prices(run: Run) -> list[Price]:
    if run.given("PRICES"):
        return read_prices(read_table(run, "PRICES"), table_name(run, "PRICES"))
    return read_prices(shipped_prices(), "prices.csv")


def _curve(run: Run, year: int) -> AbatementCurve:
    if not run.given("MACC"):
        raise InputError(
            "The method abatement needs MACC, the marginal abatement cost curve. Blank table: "
            "resources/factors/abatement_cost_template.csv."
        )
    return read_curve(read_table(run, "MACC"), table_name(run, "MACC"), year, run.notes)


def _span(run: Run) -> Span:
    return Span(
        int(_stated(run, "YEARS")),
        _stated(run, "PRICE_GROWTH"),
        _stated(run, "DISCOUNT_RATE"),
        _stated(run, "COST"),
    )


def _note_tonnes(run: Run, found: CarbonValuation) -> None:
    """Tell where there is nothing to value, and where the methods value unlike tonnes."""
    if found.basis.sink == TRADABLE and not found.total("tradable"):
        run.notes.add(
            "nothing_to_value",
            "No tonnes can be traded, so that no method has any to value. To value the net flow of the year "
            "by its cost, choose net_removal in SINK.",
        )
    sinks = {value.sink for value in found.values if value.method in found.range.methods}
    if len(sinks) > 1:
        run.notes.add(
            "range_of_two_sinks",
            "The range spans two questions: market values the {tradable:.4f} t CO2e that can be traded, the "
            "other methods those of the sink {sink}. The values are not added.",
            warning=False,
            tradable=found.total("tradable"),
            sink=found.basis.sink,
        )


def _note_span_and_years(run: Run, found: CarbonValuation) -> None:
    """Tell what the range leaves out, and that it spans price years."""
    if found.basis.span is not None and NPV not in found.range.methods:
        run.notes.add(
            "npv_beside_range",
            "The net present value is of {years} years, the other methods of one: it stands beside the range "
            "and is no part of it.",
            warning=False,
            years=found.basis.span.years,
        )
    years = {price.year for price in found.basis.prices.values()}
    if found.basis.curve is not None:
        years.add(str(found.basis.curve.year))
    if len(years) > 1:
        run.notes.add(
            "range_of_price_years",
            "The prices are of different years ({price_years}): the range compares amounts of unlike "
            "purchasing power.",
            price_years=", ".join(sorted(years)),
        )


def _record(run: Run, found: CarbonValuation) -> None:
    run.record(
        year=found.year,
        methods=list(found.basis.methods),
        sink=found.basis.sink,
        buffer_percent=found.basis.deductions.buffer_percent,
        leakage_percent=found.basis.deductions.leakage_percent,
        prices={
            method: {
                "id": price.id,
                "per_tco2": price.per_tco2.value,
                "currency": price.currency,
                "year": price.year,
                "source": price.source,
            }
            for method, price in found.basis.prices.items()
        },
        currency=found.basis.currency,
        totals=found.by_method,
        range={"methods": list(found.range.methods), "min": found.range.low, "max": found.range.high},
    )
