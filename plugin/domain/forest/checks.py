# SPDX-License-Identifier: GPL-2.0-or-later
"""Is this a table of forest parameters? Every problem, by row and column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from ..classes import carbon_classes
from ..factors.cell_checks import check_provenance, not_in, number_problem
from ..factors.checks import numbered
from ..factors.problems import Problem
from . import vocabulary as words

Row = Mapping[str, str]


def check_forest_table(table: pd.DataFrame, file: str) -> list[Problem]:
    """All problems of a table as ``prepared`` gives it (cells text, index ``line``), sorted by row."""
    missing = [name for name in words.REQUIRED_COLUMNS if name not in table.columns]
    if missing:
        return [_missing_column(name, file) for name in missing]
    full = with_all_columns(table)
    problems = [problem for line, row in numbered(full) for problem in _check_row(line, row)]
    broken = {problem.row for problem in problems}
    sound = full[~full.index.isin(list(broken))]
    problems.extend(_check_species(sound[sound["kind"] == words.SPECIES]))
    problems.extend(_check_classes(sound[sound["kind"] == words.PARAMETER]))
    return sorted(problems, key=lambda problem: problem.row)


def with_all_columns(table: pd.DataFrame) -> pd.DataFrame:
    """The table with every column of the schema; what is absent is empty."""
    return table.reindex(columns=list(words.COLUMNS), fill_value="")


def _missing_column(name: str, file: str) -> Problem:
    return Problem(
        1,
        name,
        "“{file}” has no column “{column}”. A table of forest parameters has the columns of "
        "forest_template.csv.",
        {"file": file, "column": name},
    )


def _check_row(line: int, row: Row) -> Iterator[Problem]:
    if row["kind"] not in words.KINDS:
        yield not_in(line, "kind", row["kind"], words.KINDS)
        return
    if not row["species"]:
        yield Problem(line, "species", "The species, a group of species or * is missing.")
    yield from _check_name(line, row) if row["kind"] == words.SPECIES else _check_value(line, row)


def _check_name(line: int, row: Row) -> Iterator[Problem]:
    if row["species"] == words.EVERY:
        yield Problem(line, "species", "* stands for all species and has no names of its own.")
    if row["carbon_class"] not in carbon_classes().index:
        yield not_in(line, "carbon_class", row["carbon_class"], tuple(carbon_classes().index))


def _check_value(line: int, row: Row) -> Iterator[Problem]:
    parameter = row["parameter"]
    if parameter not in words.PARAMETERS:
        yield not_in(line, "parameter", parameter, words.PARAMETERS)
    elif words.unit_scale(parameter, row["unit"]) is None:
        yield Problem(
            line,
            "unit",
            "Unit “{unit}” is not accepted here; use one of: {accepted}.",
            {"unit": row["unit"], "accepted": words.ACCEPTED_UNITS[parameter]},
        )
    if row["by"] not in words.BY:
        yield not_in(line, "by", row["by"], words.BY)
    elif not row["by"] and (row["from"] or row["to"]):
        yield Problem(line, "by", "A value with “from” or “to” says in “by” what they are classes of.")
    elif row["by"] == words.BY_BIOMASS and parameter in words.EXPANSIONS:
        yield Problem(
            line,
            "by",
            "Biomass is computed with {parameter}, which therefore cannot depend on it; use volume_m3_ha.",
            {"parameter": parameter},
        )
    yield from check_provenance(line, row)
    yield from _check_numbers(line, row)


def _check_numbers(line: int, row: Row) -> Iterator[Problem]:
    if not row["value"]:
        yield Problem(line, "value", "The value is missing; leave the row out when it is not known.")
        return
    problems = [
        problem
        for column in ("value", "low", "high", "from", "to")
        if row[column] and (problem := number_problem(line, column, row[column])) is not None
    ]
    yield from problems
    if problems:
        return
    value = float(row["value"])
    if value < 0 or (value == 0 and row["parameter"] != words.GROWTH):
        yield Problem(line, "value", "The value {value} must be above 0.", {"value": row["value"]})
    if row["parameter"] == words.CARBON_FRACTION and value * (_scale(row) or 1.0) > 1:
        yield Problem(line, "value", "A carbon fraction of {value} is above 1.", {"value": row["value"]})
    if bool(row["low"]) != bool(row["high"]):
        yield Problem(line, "low", "Give both bounds of the interval, or none.")
    elif row["low"] and not float(row["low"]) <= value <= float(row["high"]):
        yield Problem(line, "low", "The bounds must hold low ≤ value ≤ high.")
    if row["from"] and row["to"] and float(row["from"]) >= float(row["to"]):
        yield Problem(line, "to", "The class must end above where it begins (from < x ≤ to).")


def _scale(row: Row) -> float | None:
    return words.unit_scale(words.CARBON_FRACTION, row["unit"])


def _check_species(rows: pd.DataFrame) -> Iterator[Problem]:
    for line, name in rows.loc[rows["species"].duplicated(), "species"].items():
        yield Problem(_line(line), "species", "Species “{name}” occurs a second time.", {"name": name})


def _check_classes(rows: pd.DataFrame) -> Iterator[Problem]:
    """Values of one owner and parameter are one value, or classes of one measure that do not overlap."""
    for (owner, parameter), part in rows.groupby(["species", "parameter"], sort=True):
        ordered = part.assign(
            begin=pd.to_numeric(part["from"]).fillna(float("-inf")),
            end=pd.to_numeric(part["to"]).fillna(float("inf")),
        ).sort_values(["begin", "end"], kind="stable")
        begins, ends = ordered["begin"].to_numpy(float), ordered["end"].to_numpy(float)
        mixed = part["by"].nunique() > 1
        for position in range(1, len(ordered)):
            if mixed or begins[position] < ends[position - 1]:
                yield Problem(
                    _line(ordered.index[position]),
                    "from",
                    "A second value of {parameter} for {owner}: classes of one parameter share one “by” and "
                    "must not overlap.",
                    {"parameter": parameter, "owner": owner},
                )


def _line(label: object) -> int:
    return int(str(label))
