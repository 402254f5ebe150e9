# SPDX-License-Identifier: GPL-2.0-or-later
"""Is this a factor table? Every problem, by row and column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from .cell_checks import check_row
from .invest import check_invest_table, is_invest_table
from .problems import Problem
from .set_checks import check_set
from .vocabulary import COLUMNS, REQUIRED_COLUMNS


def validate_factor_frame(
    frame: pd.DataFrame, file: str, *, soil_depth_cm: str | None = None
) -> list[Problem]:
    """All problems of a factor table as read from CSV or XLSX (every cell text).

    The table is in the plugin's schema or an InVEST carbon-pools table. An index named
    ``line`` gives the line numbers, else rows are counted from line 2. ``soil_depth_cm`` is the
    depth that the set declares; without it all soil rows must share one. ``file`` is the
    name under which the table is known to the user. The list is sorted by row; it is empty
    for a sound table.
    """
    table = prepared(frame)
    if is_invest_table(table):
        return check_invest_table(table)
    missing = list(_missing_columns(table, file))
    if missing:
        return missing
    table = with_all_columns(table)
    problems = [problem for line, row in numbered(table) for problem in check_row(line, row)]
    broken = {problem.row for problem in problems}
    problems.extend(check_set(table, broken, soil_depth_cm))
    return sorted(problems, key=lambda problem: problem.row)


def prepared(frame: pd.DataFrame) -> pd.DataFrame:
    """The table with plain column names, cells as stripped text and line numbers as index."""
    table = frame.copy()
    table.columns = pd.Index([str(name).strip().lower() for name in frame.columns])
    if frame.index.name != "line":
        table.index = pd.RangeIndex(2, len(table) + 2, name="line")
    table = table.astype(object).where(table.notna(), "")
    for name in table.columns:
        table[name] = [str(cell).strip() for cell in table[name]]
    return table[(table != "").any(axis=1)] if len(table) else table


def with_all_columns(table: pd.DataFrame) -> pd.DataFrame:
    """The table with every column of the schema; what is absent is empty, row ids are filled in."""
    extra = [name for name in table.columns if name not in COLUMNS]
    full = table.reindex(columns=[*COLUMNS, *extra], fill_value="")
    ids = [given or f"row-{line}" for line, given in zip(full.index, full["row_id"])]
    return full.assign(row_id=ids)


def numbered(table: pd.DataFrame) -> Iterator[tuple[int, dict[str, str]]]:
    """Line number and cells of each row."""
    names: Sequence[str] = list(table.columns)
    for line, cells in zip(table.index, table.itertuples(index=False, name=None)):
        yield int(line), dict(zip(names, cells))


def _missing_columns(table: pd.DataFrame, file: str) -> Iterator[Problem]:
    for name in REQUIRED_COLUMNS:
        if name not in table.columns:
            yield Problem(
                1,
                name,
                "“{file}” has no column “{column}”. A factor table has the columns of template.csv; an "
                "InVEST table has lucode,c_above,c_below,c_soil,c_dead.",
                {"file": file, "column": name},
            )
