# SPDX-License-Identifier: GPL-2.0-or-later
"""InVEST carbon-pools tables, used as they are."""

from __future__ import annotations

import pandas as pd

from .cell_checks import number_problem
from .model import LUCODE, TERM_COLUMNS
from .problems import Problem
from .terms import number_of, sorted_terms

#: Column of the table → pool. Values are t C/ha (InVEST user's guide, Carbon, biophysical table).
POOL_COLUMNS = {"c_above": "agb", "c_below": "bgb", "c_soil": "soc", "c_dead": "dom"}
_NAME_COLUMNS = ("lulc_name", "lulc", "name", "lu_name", "description")


def is_invest_table(table: pd.DataFrame) -> bool:
    """Whether the (lower-case) columns are those of a carbon-pools table."""
    return LUCODE in table.columns and any(name in table.columns for name in POOL_COLUMNS)


def check_invest_table(table: pd.DataFrame) -> list[Problem]:
    """Problems of a carbon-pools table, sorted by row."""
    problems = []
    seen: set[str] = set()
    for line, code in zip(table.index, table[LUCODE]):
        key = plain_lucode(code)
        if not key:
            problems.append(Problem(int(line), LUCODE, "The lucode is missing."))
        elif key in seen:
            problems.append(Problem(int(line), LUCODE, "lucode {code} occurs a second time.", {"code": key}))
        seen.add(key)
    for column in POOL_COLUMNS:
        if column in table.columns:
            problems.extend(_check_pool(table, column))
    return sorted(problems, key=lambda problem: problem.row)


def invest_terms(table: pd.DataFrame, file: str) -> pd.DataFrame:
    """Stock terms of a checked carbon-pools table; an empty cell is a missing pool, not 0."""
    records = []
    for column, pool in POOL_COLUMNS.items():
        if column not in table.columns:
            continue
        for line, code, text in zip(table.index, table[LUCODE], table[column]):
            if text:
                records.append(_term(plain_lucode(code), pool, number_of(text), f"line {line}", file))
    return sorted_terms(pd.DataFrame(records, columns=list(TERM_COLUMNS)))


def invest_names(table: pd.DataFrame) -> tuple[tuple[str, str], ...]:
    """lucode and class name, where the table has a name column."""
    for column in _NAME_COLUMNS:
        if column in table.columns:
            return tuple(zip(map(plain_lucode, table[LUCODE]), table[column]))
    return tuple((plain_lucode(code), "") for code in table[LUCODE])


def plain_lucode(text: str) -> str:
    """ "1.0" → "1": tables of a spreadsheet write whole numbers as floats."""
    head, dot, tail = text.partition(".")
    return head if dot and head.isdigit() and not tail.strip("0") else text


def _check_pool(table: pd.DataFrame, column: str) -> list[Problem]:
    problems = []
    for line, text in zip(table.index, table[column]):
        problem = number_problem(int(line), column, text) if text else None
        if problem is not None:
            problems.append(problem)
        elif text and float(text) < 0:
            problems.append(
                Problem(int(line), column, "A carbon stock cannot be negative ({value}).", {"value": text})
            )
    return problems


def _term(key: str, pool: str, value: float, row_id: str, file: str) -> dict[str, object]:
    empty = dict.fromkeys(TERM_COLUMNS, "")
    return {
        **empty,
        "key": key,
        "quantity": "stock",
        "term": pool,
        "value": value,
        "low": float("nan"),
        "high": float("nan"),
        "evidence": "user",
        "verified": "no",
        "weak": True,
        "row_id": row_id,
        "source": file,
    }
