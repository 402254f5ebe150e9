# SPDX-License-Identifier: GPL-2.0-or-later
"""A factor set as a table in the plugin's schema, to begin a set of one's own with."""

from __future__ import annotations

import pandas as pd

from ..errors import FactorError
from .model import CARBON_CLASS, FactorSet
from .terms import CARRIED
from .vocabulary import COLUMNS, FLUX, SET_COLUMNS, STOCK

_UNITS = {STOCK: "t C/ha", FLUX: "t CO2e/(ha·a)"}
#: Columns that a term carries under the same name.
_COPIED = (*CARRIED, "verified", "depth_cm")


def table_of(factors: FactorSet, set_id: str) -> pd.DataFrame:
    """The terms of a set as rows of a factor file, every cell text, that load as the same terms.

    ``set_id`` names the new set. Files count removal as positive, so that emissions turn their
    sign. Raises ``FactorError`` for an InVEST table, which has a schema of its own.
    """
    if factors.key != CARBON_CLASS:
        raise FactorError(
            "Factor set “{factor_set}” is a table by land-use code (lucode). Edit its file itself.",
            factor_set=factors.id,
        )
    rows = [_row(term) for term in factors.terms.to_dict("records")]
    table = pd.DataFrame(rows, columns=list(COLUMNS)).fillna("")
    stated = (set_id, factors.title, factors.version, factors.flux_family or "", factors.gwp or "")
    return table.assign(**dict(zip(SET_COLUMNS, stated)))


def _row(term: dict[object, object]) -> dict[str, object]:
    kind = STOCK if term["quantity"] == STOCK else FLUX
    value, low, high = (float(str(term[name])) for name in ("value", "low", "high"))
    if term["quantity"] == "emission":
        value, low, high = 0.0 - value, 0.0 - high, 0.0 - low
    row: dict[str, object] = {name: term[name] for name in _COPIED}
    row.update(
        {"kind": kind, "class": term["key"], "pool" if kind == STOCK else "process": term["term"]},
        value=_text(value),
        low=_text(low),
        high=_text(high),
        unit=_UNITS[kind],
    )
    return row


def _text(number: float) -> str:
    return "" if number != number else repr(number)
