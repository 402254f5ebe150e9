# SPDX-License-Identifier: GPL-2.0-or-later
"""From checked rows in the units and sign of their file to terms in those of the product."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping

import pandas as pd

from .model import TERM_COLUMNS
from .vocabulary import FLUX, GASES, PARAMETER, STOCK, is_weak, plain_depth, unit_factor

#: Columns of a file that a term carries under the same name.
CARRIED = (
    "evidence",
    "interval_basis",
    "row_id",
    "source",
    "locator",
    "year",
    "region",
    "tier",
    "method",
    "note",
)


def terms_of(rows: pd.DataFrame) -> pd.DataFrame:
    """Convert checked rows (all cells text) to terms.

    Files count removal from the atmosphere as positive. CH4 and N2O become emissions, other
    processes removals where the value is ≥ 0 and emissions below; an interval is turned with
    its value. t C of a flux × 44/12. Parameter rows are no terms.
    """
    records = [_term_of(row) for row in rows.to_dict("records") if row["kind"] != PARAMETER]
    return sorted_terms(pd.DataFrame(records, columns=list(TERM_COLUMNS)))


def sorted_terms(terms: pd.DataFrame) -> pd.DataFrame:
    """Terms in their fixed order, numbers as floats."""
    terms = terms.astype({"value": "float64", "low": "float64", "high": "float64", "weak": "bool"})
    return terms.sort_values(["key", "quantity", "term"], kind="stable", ignore_index=True)


def number_of(text: object) -> float:
    """A checked cell as a number; empty is NaN."""
    return float(str(text)) if text not in ("", None) else math.nan


def _term_of(row: Mapping[Hashable, str]) -> dict[str, object]:
    kind, process = row["kind"], row["process"]
    factor = unit_factor(kind, process, row["unit"])
    scale = math.nan if factor is None else factor
    value, low, high = (number_of(row[name]) * scale for name in ("value", "low", "high"))
    quantity = STOCK
    if kind == FLUX:
        quantity = "emission" if process in GASES or value < 0 else "removal"
    if quantity == "emission":
        # 0.0 − x, so that a zero stays +0.
        value, low, high = 0.0 - value, 0.0 - high, 0.0 - low
    term: dict[str, object] = {name: row[name] for name in CARRIED}
    verified = "yes" if row["verified"] == "yes" else "no"
    term.update(
        key=row["class"],
        quantity=quantity,
        term=row["pool"] if kind == STOCK else process,
        value=value,
        low=low,
        high=high,
        verified=verified,
        weak=is_weak(row["evidence"], verified),
        depth_cm=plain_depth(row["depth_cm"]) if row["pool"] == "soc" else "",
    )
    return term
