# SPDX-License-Identifier: GPL-2.0-or-later
"""A rule table laid over its parent: rules are overridden cell by cell, added, or switched off.

A blank cell inherits, ``-`` clears, ``enabled`` = no switches a rule off, a new ``rule_id`` adds a rule.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from ..factors.problems import Problem
from .checks import (
    FILLED_COLUMNS,
    OPTIONAL_COLUMNS,
    REQUIRED_COLUMNS,
    header_problems,
    problems_of_row,
    repeated_ids,
)
from .vocabulary import Vocabulary

CLEARED = "-"
OFF = "no"
#: Columns of a merged table; ``enabled`` tells the rules that are switched off.
COLUMNS = (*REQUIRED_COLUMNS, *OPTIONAL_COLUMNS, "enabled")


@dataclass(frozen=True)
class RuleTable:
    """Rules by id after merging; ``rows`` has the columns ``COLUMNS``, cells as text.

    ``conditions`` holds, by rule id, file and row of the condition that counts.
    """

    rows: pd.DataFrame
    conditions: Mapping[str, tuple[str, int]]


def empty_table() -> RuleTable:
    """A table without rules: the parent of a table that extends nothing."""
    rows = pd.DataFrame(columns=list(COLUMNS), index=pd.Index([], name="rule_id", dtype=object), dtype=object)
    return RuleTable(rows, {})


def parent_name(rules: pd.DataFrame) -> tuple[int, str, list[Problem]]:
    """Row and value of the parent that a table names ("" = none), and the rows that name another one."""
    if "extends" not in rules.columns:
        return 1, "", []
    named = rules.loc[~rules["extends"].isin(["", CLEARED]), "extends"]
    if named.empty:
        return 1, "", []
    problems = [
        Problem(
            int(str(line)),
            "extends",
            "“{value}” differs from “{first}” in an earlier row; a table has one parent.",
            {"value": value, "first": named.iloc[0]},
        )
        for line, value in named[named != named.iloc[0]].items()
    ]
    return int(str(named.index[0])), str(named.iloc[0]), problems


def merge(parent: RuleTable, rules: pd.DataFrame, *, file: str) -> RuleTable:
    """The rules of a table (index = line of the file) over those of its parent, in the parent's order.

    New rules follow in the order of the file. Of rows with the same id the first counts.
    """
    merged = {rule_id: dict(row) for rule_id, row in parent.rows.to_dict(orient="index").items()}
    conditions = dict(parent.conditions)
    for line, row in _rule_rows(rules).drop_duplicates("rule_id").iterrows():
        rule_id = str(row["rule_id"])
        merged[rule_id] = _laid_over(merged.get(rule_id, {}), row)
        if row.get("condition", ""):
            conditions[rule_id] = (file, int(str(line)))
    index = pd.Index(list(merged), name="rule_id", dtype=object)
    rows = pd.DataFrame(list(merged.values()), columns=list(COLUMNS), index=index, dtype=object)
    return RuleTable(rows, conditions)


def table_problems(
    parent: RuleTable | None, rules: pd.DataFrame, words: Vocabulary, *, parent_name: str = ""
) -> list[Problem]:
    """Every problem of a table of text cells over its parent, in the order of its rows.

    ``parent`` None stands for a parent that could not be read: what a row may inherit is
    then unknown, and only the cells that are filled are judged.
    """
    problems = header_problems(rules, extends=bool(parent_name))
    if any(problem.column in REQUIRED_COLUMNS for problem in problems):
        return problems
    problems.extend(repeated_ids(rules))
    for line, row in _rule_rows(rules).iterrows():
        problems.extend(_problems_over(parent, int(str(line)), row, words, parent_name))
    return sorted(problems, key=lambda problem: problem.row)


def _problems_over(
    parent: RuleTable | None, line: int, row: pd.Series, words: Vocabulary, name: str
) -> Iterator[Problem]:
    rule_id = str(row["rule_id"])
    if not rule_id:
        yield Problem(line, "rule_id", "the cell is empty.")
    if parent is None or not rule_id:
        yield from problems_of_row(line, _laid_over({}, row), words, whole=False)
        return
    known = rule_id in parent.rows.index
    cells = _laid_over(dict(parent.rows.loc[rule_id]) if known else {}, row)
    stranger = _stranger(line, cells, name) if name and not known else None
    if stranger is not None:
        yield stranger
    yield from problems_of_row(line, cells, words, whole=stranger is None)


def _stranger(line: int, cells: Mapping[str, str], parent: str) -> Problem | None:
    """Why a row whose id the parent does not have is no rule of its own either; None where it is."""
    if cells["enabled"] == OFF:
        return Problem(
            line,
            "rule_id",
            "“{value}” is no rule of “{parent}”, so there is nothing to switch off; correct the id.",
            {"value": cells["rule_id"], "parent": parent},
        )
    gaps = [column for column in FILLED_COLUMNS if not cells[column]]
    if not gaps:
        return None
    return Problem(
        line,
        "rule_id",
        "“{value}” is no rule of “{parent}”; correct the id, or fill in {columns} to add a rule.",
        {"value": cells["rule_id"], "parent": parent, "columns": ", ".join(gaps)},
    )


def _rule_rows(rules: pd.DataFrame) -> pd.DataFrame:
    """The rows that speak about a rule: one that only names the parent does not."""
    rest = rules.drop(columns="extends", errors="ignore")
    return rules[(rest != "").any(axis=1)]


def _laid_over(parent: Mapping[str, str], row: pd.Series) -> dict[str, str]:
    cells = {column: str(row.get(column, "")) or parent.get(column, "") for column in COLUMNS}
    return {column: "" if cell == CLEARED else cell for column, cell in cells.items()}
