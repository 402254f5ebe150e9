# SPDX-License-Identifier: GPL-2.0-or-later
"""What of the account book is the actual value of a plan, year by year."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence

import pandas as pd

from ..errors import InputError
from .targets import Plan

#: Scopes whose sum a territory counts; scope 3 is told beside it (methods.md b).
COUNTED_SCOPES = ("1", "2")
_KEY = ["unit", "item", "scope"]
_COUNTED = ("plan", "scope", "year", "value")


def entries_of_plans(entries: pd.DataFrame, plans: Sequence[Plan]) -> pd.DataFrame:
    """The entries that the plans count; ``plan`` is the row of the plan.

    A plan with a scope counts the entries of that scope. One without counts the entries without a scope
    where its item has such, else those of scopes 1 and 2.
    """
    asked = pd.DataFrame(
        [
            (number, plan.unit, plan.item, scope)
            for number, plan in enumerate(plans)
            for scope in ((plan.scope,) if plan.scope else ("", *COUNTED_SCOPES))
        ],
        columns=["plan", *_KEY],
    )
    found = entries.merge(asked, on=_KEY)
    whole = found["plan"].isin(found.loc[found["scope"] == "", "plan"])
    return found[~whole | (found["scope"] == "")].reset_index(drop=True)


def refuse_other_measures(counted: pd.DataFrame, plans: Sequence[Plan]) -> None:
    """Raise ``InputError`` where the entries of a plan are in two units of measure, or not in its own."""
    found: dict[int, str] = {}
    for number, measure in counted[["plan", "measure"]].drop_duplicates().itertuples(index=False):
        plan = plans[number]
        wanted = found.setdefault(number, plan.measure or measure)
        if _plain(wanted) != _plain(measure):
            raise InputError(
                "Unit “{unit}”, item “{item}”: the account book has values in {measure}, the plan or other "
                "values are in {wanted}. Bring them to one unit of measure.",
                unit=plan.unit,
                item=plan.item,
                measure=measure,
                wanted=wanted,
            )


def _plain(measure: str) -> str:
    return "".join(unicodedata.normalize("NFKC", measure).split()).casefold()


def actual_values(counted: pd.DataFrame, plans: Sequence[Plan]) -> list[dict[int, float]]:
    """The values of each plan by year, from ``entries_of_plans``.

    Scopes are added up; a year that lacks a scope which other years have, or its value, is NaN.
    """
    scopes: list[set[str]] = [set() for _plan in plans]
    parts: list[dict[int, list[float]]] = [{} for _plan in plans]
    # Plain rows: thousands of plans with a dozen years each are slow as frames.
    for number, scope, year, value in zip(*(counted[name].tolist() for name in _COUNTED)):
        scopes[number].add(scope)
        parts[number].setdefault(year, []).append(value)
    return [
        {
            year: math.fsum(values) if len(values) == len(of_plan) else math.nan
            for year, values in by_year.items()
        }
        for of_plan, by_year in zip(scopes, parts)
    ]
