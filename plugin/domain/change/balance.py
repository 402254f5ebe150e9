# SPDX-License-Identifier: GPL-2.0-or-later
"""What transitions add up to: the balance of classes and the six-category matrix of land-use change."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
import pandas as pd

from ..classes.library import carbon_classes
from ..errors import ConservationError, InputError
from ..progress import Progress, silent
from ..stocks import known_sum

BALANCE_COLUMNS = tuple(
    f"{entry}_{unit}" for unit in ("ha", "tc") for entry in ("opening", "additions", "reductions", "closing")
)
#: The balance must close within this share of its largest entry.
BALANCE_LIMIT = 1e-9


def balance(by_transition: pd.DataFrame, progress: Progress = silent) -> pd.DataFrame:
    """Opening + additions − reductions = closing of every unit and class, in ha and t C.

    The form of the SEEA's asset accounts (land accounts of the Central Framework, carbon stock account
    of Ecosystem Accounting) on ground with a class at both dates: what moves to another class is a
    reduction here and an addition there. ``by_transition`` as
    of ``ChangeAccount``. Columns unit, carbon_class, ``BALANCE_COLUMNS``. Raises
    ``ConservationError`` where a balance does not close to 1e-9.
    """
    known = with_both_classes(by_transition)
    moved = known[known["from_class"] != known["to_class"]]
    entries = {
        "opening": (known, "from_class", "stock_before_tc"),
        "additions": (moved, "to_class", "stock_after_tc"),
        "reductions": (moved, "from_class", "stock_before_tc"),
        "closing": (known, "to_class", "stock_after_tc"),
    }
    columns = {}
    for done, (entry, (rows, name, stock_tc)) in enumerate(entries.items()):
        progress(done / len(entries))
        columns[f"{entry}_ha"] = _sums(rows, name, "area_ha")
        columns[f"{entry}_tc"] = _sums(rows, name, stock_tc)
    table = pd.DataFrame(columns)
    unknown = table[["opening_tc", "closing_tc"]].isna().all(axis=1)
    table = table.fillna(0.0).rename_axis(["unit", "carbon_class"]).sort_index()
    _check(table)
    carbon = [name for name in BALANCE_COLUMNS if name.endswith("_tc")]
    table.loc[unknown.reindex(table.index), carbon] = math.nan
    return table.reset_index()[["unit", "carbon_class", *BALANCE_COLUMNS]]


def category_matrix(by_transition: pd.DataFrame) -> pd.DataFrame:
    """Land-use change between the six categories of the IPCC and ``marine``.

    Columns unit, from_category, to_category, area_ha, change_tc; the diagonal holds land that
    remains in its category (IPCC 2006 Guidelines, Vol. 4, Ch. 3), with changes inside it.
    Raises ``InputError`` for classes of a table by own codes, which have no category.
    """
    known = with_both_classes(by_transition)
    categories = carbon_classes()["ipcc_category"]
    require_categories({*known["from_class"], *known["to_class"]})
    frame = pd.DataFrame(
        {
            "unit": known["unit"],
            "from_category": known["from_class"].map(categories),
            "to_category": known["to_class"].map(categories),
            "area_ha": known["area_ha"],
            "change_tc": known["change_tc"],
        }
    )
    groups = frame.groupby(["unit", "from_category", "to_category"], sort=True)
    return groups.agg(area_ha=("area_ha", math.fsum), change_tc=("change_tc", known_sum)).reset_index()


def require_categories(classes: Iterable[str]) -> None:
    """Raise ``InputError`` where classes have no IPCC category: those of a table by own codes."""
    strange = sorted(set(classes) - set(carbon_classes().index))
    if strange:
        raise InputError(
            "The classes {classes} belong to no IPCC category, since the factor set has codes of its own. "
            "Leave OUTPUT_CATEGORIES empty, or choose a factor set by carbon class.",
            classes=", ".join(strange),
        )


def with_both_classes(cells: pd.DataFrame) -> pd.DataFrame:
    """The rows of ground with a class at both dates."""
    return cells[cells["from_class"].notna() & cells["to_class"].notna()]


def _sums(rows: pd.DataFrame, name: str, column: str) -> pd.Series:
    sums = rows.groupby(["unit", name])[column].agg(known_sum).astype(float)
    return sums.rename_axis(["unit", "carbon_class"])


def _check(table: pd.DataFrame) -> None:
    for unit in ("ha", "tc"):
        opening, additions, reductions, closing = (
            table[f"{entry}_{unit}"].to_numpy(float)
            for entry in ("opening", "additions", "reductions", "closing")
        )
        open_ended = np.abs(opening + additions - reductions - closing)
        failed = open_ended > BALANCE_LIMIT * np.maximum(opening + additions, 1.0)
        if failed.any():
            worst = int(np.argmax(np.where(failed, open_ended, 0.0)))
            raise ConservationError(
                "The balance of class {carbon_class} does not close: opening + additions − reductions differ "
                "from closing by {difference} {unit}. The figures must not be used.",
                carbon_class=table.index[worst][1],
                difference=float(open_ended[worst]),
                unit="ha" if unit == "ha" else "t C",
            )
