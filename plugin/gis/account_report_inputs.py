# SPDX-License-Identifier: GPL-2.0-or-later
"""What an account report is made of: a year of the account book, units for its maps, and other results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import pandas as pd

from ..domain.account_book import KEY, differences, read_entries
from ..domain.account_book.posted_runs import posted_runs
from ..domain.account_book.read import parents_in
from ..domain.account_book.sum_counts import count_sums
from ..domain.errors import InputError
from ..domain.statistical_units import units_of
from .account_book import book_of
from .manifests import Manifest
from .map_units import UnitShapes
from .report_inputs import ReportInputs, read_report_inputs
from .run import Run

#: Results that tell a year of their own, which has to be that of the report.
OF_A_YEAR = ("INVENTORY", "REGISTER", "MONITORING", "VALUE", "SINKS")


@dataclass(frozen=True)
class BookRead:
    """The entries that stand in a book, of the units asked for, with what is known of it as a whole.

    ``runs`` are the manifests of the runs behind the entries of the year shown.
    """

    name: str
    entries: pd.DataFrame
    parents: Mapping[str, str]
    checks: pd.DataFrame
    apart: pd.DataFrame
    standing: int
    postings: int
    superseded: int
    withdrawn: int
    runs: tuple[Manifest, ...] = ()


@dataclass(frozen=True)
class AccountInputs:
    """Results (``book`` among them), the year shown and the one before, and the polygons of units."""

    results: ReportInputs
    year: int | None = None
    year_before: int | None = None
    book: BookRead | None = None
    units: UnitShapes | None = None


def read_account_inputs(run: Run) -> AccountInputs:
    """Read the book and all results given.

    Raises ``InputError`` where there is nothing to report, where the book has nothing of the year or
    parent asked for, and where results are of another year.
    """
    book = _read_book(run) if run.given("STORE") else None
    run.progress(8, 10)(0.0)
    inputs = read_report_inputs(run, anything=book is not None)
    if book is not None:
        inputs = replace(inputs, frames={"BOOK": book.entries, **inputs.frames})
    year = _year(run, book, inputs)
    if book is not None:
        book = replace(book, runs=_runs_behind(run, book.entries, year))
    before = _year_before(run, book, year)
    _refuse_other_years(inputs, year)
    return AccountInputs(inputs, year, before, book, _units(run))


def _read_book(run: Run) -> BookRead:
    book = book_of(run.text("STORE"))
    history = read_entries(book, history=True)
    run.progress(0, 5)(1.0)
    with book.reading() as session:
        parents = parents_in(session)
    last = history.drop_duplicates(list(KEY), keep="last")
    standing = last[last["withdrawn"] == 0].reset_index(drop=True)
    apart = differences(standing, parents)
    run.manifest.add_input("STORE", layer=book.name, source=book.name, features=len(history))
    entries = _of_parent(run, standing, parents)
    return BookRead(
        book.name,
        entries,
        parents,
        count_sums(standing, parents, apart),
        apart,
        len(standing),
        int(history["posting_id"].nunique()),
        len(history) - len(last),
        int((last["withdrawn"] == 1).sum()),
    )


def _runs_behind(run: Run, entries: pd.DataFrame, year: int | None) -> tuple[Manifest, ...]:
    """The manifests of the runs whose entries stand in a year."""
    numbers = entries.loc[entries["year"] == year, "posting_no"].unique()
    with book_of(run.text("STORE")).reading() as session:
        return posted_runs(session, map(int, numbers))


def _of_parent(run: Run, entries: pd.DataFrame, parents: Mapping[str, str]) -> pd.DataFrame:
    parent = run.optional_text("PARENT")
    if parent is None:
        return entries
    wanted = {parent, *(unit for unit, whole in parents.items() if whole == parent)}
    kept = entries[entries["unit"].isin(wanted)].reset_index(drop=True)
    if len(wanted) == 1 or kept.empty:
        raise InputError(
            "The account book knows no units that are part of “{parent}”. Its larger units are: {known}.",
            parent=parent,
            known=", ".join(sorted(set(parents.values()))) or "–",
        )
    return kept


def _year(run: Run, book: BookRead | None, inputs: ReportInputs) -> int | None:
    """The year asked for, else the last one of the book, else that of the first result that tells one."""
    years = set() if book is None else {int(year) for year in book.entries["year"]}
    if run.given("YEAR"):
        year = int(run.number("YEAR"))
        if book is not None and year not in years:
            raise InputError(
                "The account book {name} has no entries of {year}; it has {known}. Choose one of these.",
                name=book.name,
                year=year,
                known=", ".join(map(str, sorted(years))) or "–",
            )
        return year
    if years:
        return max(years)
    for name in OF_A_YEAR:
        told = _years_of(inputs, name)
        if told:
            return max(told)
    return None


def _year_before(run: Run, book: BookRead | None, year: int | None) -> int | None:
    """The year of the book that was asked for, else the last one before the year shown."""
    if book is None or year is None:
        return None
    earlier = sorted(int(other) for other in book.entries["year"].unique() if other < year)
    if not run.given("YEAR_BEFORE"):
        return earlier[-1] if earlier else None
    before = int(run.number("YEAR_BEFORE"))
    if before not in earlier:
        raise InputError(
            "YEAR_BEFORE {before} is no year of the account book before {year}; it has {known}. Choose one "
            "of these.",
            before=before,
            year=year,
            known=", ".join(map(str, earlier)) or "–",
        )
    return before


def _years_of(inputs: ReportInputs, name: str) -> set[int]:
    frame = inputs.frames.get(name, pd.DataFrame())
    if "year" not in frame:
        return set()
    return {int(year) for year in pd.to_numeric(frame["year"], errors="coerce").dropna()}


def _refuse_other_years(inputs: ReportInputs, year: int | None) -> None:
    for name in OF_A_YEAR:
        told = _years_of(inputs, name)
        if told and told != {year}:
            raise InputError(
                "{parameter} is of {years}, the report of {year}. Hand in the result of that year, or "
                "choose another YEAR.",
                parameter=name,
                years=", ".join(map(str, sorted(told))),
                year=year,
            )


def _units(run: Run) -> UnitShapes | None:
    if not run.given("UNITS"):
        return None
    field = run.optional_text("UNIT_FIELD")
    layer = run.polygons("UNITS", [field], share=(10, 17))
    names = layer.columns[field] if field else layer.ids
    return UnitShapes.of(layer, units_of(list(names), layer.geometry, layer.name, run.notes))
