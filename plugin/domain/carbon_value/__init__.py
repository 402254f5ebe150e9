# SPDX-License-Identifier: GPL-2.0-or-later
"""Value of carbon rights (碳权价值): three sinks side by side, and values by method that are never added."""

from .abatement import AbatementCurve, read_curve
from .figures import Figure
from .prices import (
    Price,
    choose_price,
    currency_of_credits,
    named_prices,
    note_price,
    read_prices,
    shipped_prices,
)
from .projects import Credits, credits_by_unit
from .sinks import Flow, Sinks, flows_of, sinks_of, smallest_units
from .values import (
    ABATEMENT,
    INVENTORY,
    KIND_OF,
    METHODS,
    NPV,
    SINKS,
    TRADABLE,
    Basis,
    Range,
    Span,
    Value,
    currency_of,
    range_of,
    sink_of,
    totals,
    value_units,
)

__all__ = [
    "ABATEMENT",
    "INVENTORY",
    "KIND_OF",
    "METHODS",
    "NPV",
    "SINKS",
    "TRADABLE",
    "AbatementCurve",
    "Basis",
    "Credits",
    "Figure",
    "Flow",
    "Price",
    "Range",
    "Sinks",
    "Span",
    "Value",
    "choose_price",
    "credits_by_unit",
    "currency_of",
    "currency_of_credits",
    "flows_of",
    "named_prices",
    "note_price",
    "range_of",
    "read_curve",
    "read_prices",
    "shipped_prices",
    "sink_of",
    "sinks_of",
    "smallest_units",
    "totals",
    "value_units",
]
