# SPDX-License-Identifier: GPL-2.0-or-later
"""Prices, projects, curves and accounts of carbon rights by hand."""

from __future__ import annotations

import pandas as pd
from dualcarbon.plugin.domain.carbon_value import (
    Basis,
    Credits,
    Figure,
    Flow,
    Sinks,
    read_curve,
    read_prices,
    sinks_of,
)
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.valuation_methods import Deductions

NOTHING_OFF = Deductions()


def table(*rows: dict[str, object]) -> pd.DataFrame:
    """Rows as a table of texts, numbered from 2 as a file's are."""
    frame = pd.DataFrame(list(rows)).fillna("").astype(str)
    frame.index = pd.RangeIndex(2, len(frame) + 2)
    return frame


def price_row(name: str = "P-1", **more: object) -> dict[str, object]:
    """A price of credits, 90 CNY per t CO2 in 2025."""
    row = {"factor_id": name, "kind": "credit", "instrument": "CCER", "value": 90}
    return {**row, "unit": "CNY/t CO2", "year": "2025", **more}


def price(**more: object):
    """One price."""
    return read_prices(table(price_row(**more)), "prices")[0]


def project_row(**more: object) -> dict[str, object]:
    """A thousand certified and additional tonnes of 2025."""
    row = {"unit": "A", "project_id": "CCER-1", "year": 2025, "certified_tco2e": 1_000}
    return {**row, "verification": "certified", "additionality": "yes", **more}


def segment(
    begin: float, end: float, cost_begin: float, cost_end: float, **more: object
) -> dict[str, object]:
    """A segment of a curve in CNY per t CO2 of 2025."""
    row = {"from_tco2e": begin, "to_tco2e": end, "cost_from": cost_begin, "cost_to": cost_end}
    return {**row, "unit": "CNY/t CO2", "year": 2025, **more}


def curve(*segments: dict[str, object]):
    """A curve of segments; without any MC = 0.02 q up to 10 000 t."""
    rows = segments or (segment(0, 10_000, 0, 200),)
    return read_curve(table(*rows), "macc", 2025, NoteBook())


def sinks(tonnes: float = 1_000.0, certified: float = 0.0, unit: str = "A") -> Sinks:
    """The sinks of a unit whose land emits nothing and is managed throughout."""
    flow = Flow.of(unit, Figure.exact(tonnes), Figure.exact(0.0))
    return sinks_of([flow], {unit: Credits(certified)}, 100.0, NoteBook())[0]


def basis(*methods: str, **more: object) -> Basis:
    """What a valuation rests on: the tradable sink, nothing deducted, CNY."""
    given = {"sink": "tradable", "deductions": NOTHING_OFF, "prices": {}, "currency": "CNY", **more}
    return Basis(methods=methods, **given)
