# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of targets: what was handed down for each indicator, and what plan table and text state."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pandas as pd

from ..errors import InputError
from ..factors.problems import Problem
from ..notes import NoteBook
from ..rules import Problems
from .figures import AT_LEAST, PERCENT
from .target_rows import Target, read_row

#: Columns and their names as bureaus write them.
COLUMNS: dict[str, tuple[str, ...]] = {
    "indicator": ("indicator", "indicator_id", "number", "指标", "指标名称", "指标项", "序号", "编号"),
    "direction": ("direction", "方向", "控制方向"),
    "target": ("target", "目标", "目标值", "规划目标", "规划目标值", "下达任务", "下达目标"),
    "unit": ("unit", "单位", "计量单位"),
    "binding": ("binding", "type", "属性", "指标属性", "指标性质", "约束性"),
    "table_value": ("table_value", "measured", "table", "表中数", "规划表数", "图表数", "规划值"),
    "text_value": ("text_value", "text", "文本数", "文本数值"),
    "unit_name": ("unit_name", "town", "行政区", "行政区名称", "乡镇", "单元", "xzqmc"),
}
NEEDED = ("indicator", "target")


def read_targets(
    rows: pd.DataFrame, *, table: str, unit_names: Sequence[str], notes: NoteBook
) -> list[Target]:
    """Read the table of targets (cells as text; the index holds the rows of the file).

    Columns by ``COLUMNS``, in any spelling of theirs. An indicator that is not known is kept
    for its stated value, which is noted. Raises ``InputError`` that lists every problem with
    row, column and reason: unreadable figures, unknown units, doubled indicators, unknown
    towns, missing directions.
    """
    frame = _with_known_columns(_with_header(rows), table)
    problems: list[Problem] = []
    found: list[Target] = []
    for line, cells in frame.iterrows():
        row = {name: str(cells[name]).strip() for name in COLUMNS}
        if any(row.values()):
            target = read_row(int(str(line)), row, unit_names, problems)
            found += [] if target is None else [target]
    problems += [*_doubled(found), *_shares_as_floors(found)]
    if problems:
        problems.sort(key=lambda problem: problem.row)
        raise InputError(
            "The table of targets “{table}” has {count} problem(s); correct them and run again:\n{problems}",
            table=table,
            count=len(problems),
            problems=Problems(problems),
        )
    _note_unknown(found, table, notes)
    _note_blank(found, table, notes)
    _note_fractions(found, table, notes)
    return found


def _with_header(rows: pd.DataFrame) -> pd.DataFrame:
    """A table whose header a reader took for its first row, as OGR does where all cells are text."""
    if len(rows) == 0 or _columns_of(rows.columns) or not _columns_of(rows.iloc[0]):
        return rows
    return rows.iloc[1:].set_axis([str(cell) for cell in rows.iloc[0]], axis=1)


def _columns_of(names: Sequence[object]) -> dict[str, str]:
    spelt = {str(name).strip().lower(): str(name) for name in reversed(list(names))}
    found = {}
    for column, aliases in COLUMNS.items():
        present = [spelt[alias] for alias in aliases if alias in spelt]
        found.update({column: present[0]} if present else {})
    return found


def _with_known_columns(rows: pd.DataFrame, table: str) -> pd.DataFrame:
    columns = _columns_of(list(rows.columns))
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        raise InputError(
            "The table of targets “{table}” lacks the column {missing}; it has {columns}. A template is in "
            "resources/rules/targets_template.csv.",
            table=table,
            missing=", ".join(missing),
            columns=", ".join(map(str, rows.columns)) or "–",
        )
    known = rows[list(columns.values())].set_axis(list(columns), axis=1)
    return known.reindex(columns=list(COLUMNS), fill_value="").fillna("")


def _doubled(found: Sequence[Target]) -> list[Problem]:
    first: dict[tuple[str, str], int] = {}
    problems = []
    for target in found:
        key = (target.indicator.id, target.unit_name)
        if key in first:
            problems.append(
                Problem(
                    target.row,
                    "indicator",
                    "{indicator} stands in row {first} too; keep one row.",
                    {"indicator": target.indicator.name_zh, "first": first[key]},
                )
            )
        first.setdefault(key, target.row)
    return problems


def _looks_like_share(target: Target) -> bool:
    return target.indicator.dimension == PERCENT and 0.0 < target.target <= 1.0


def _shares_as_floors(found: Sequence[Target]) -> list[Problem]:
    """Workbooks keep 35 % as 0.35: taken as 0.35 %, such a floor would let everything pass."""
    return [
        Problem(
            target.row,
            "target",
            "“{value}” % is a floor that nearly everything reaches; write 35 for 35 %.",
            {"value": f"{target.target:g}"},
        )
        for target in found
        if _looks_like_share(target) and target.direction == AT_LEAST
    ]


def _note_unknown(found: Sequence[Target], table: str, notes: NoteBook) -> None:
    unknown = [target for target in found if not target.indicator.verified]
    if unknown:
        notes.add(
            "unknown_indicator",
            "{count} indicators of the table of targets “{table}” are unknown: {rows}. No map measures them; "
            "only their stated values are judged.",
            count=len(unknown),
            ids=[target.indicator.id for target in unknown],
            table=table,
            rows=", ".join(f"{target.row}: {target.indicator.id}" for target in unknown),
        )


def _note_blank(found: Sequence[Target], table: str, notes: NoteBook) -> None:
    blank = [target for target in found if math.isnan(target.target)]
    if blank:
        notes.add(
            "blank_target",
            "{count} rows of the table of targets “{table}” have no target: {rows}. They are listed, but not "
            "judged.",
            count=len(blank),
            ids=[target.indicator.id for target in blank],
            table=table,
            rows=", ".join(str(target.row) for target in blank),
        )


def _note_fractions(found: Sequence[Target], table: str, notes: NoteBook) -> None:
    """Workbooks keep 35 % as 0.35: what looks so is told, though a small cap may be meant."""
    small = [target for target in found if _looks_like_share(target)]
    if small:
        notes.add(
            "small_percentage",
            "{count} targets of the table “{table}” are percentages up to 1 and are taken as such, not as "
            "shares: {rows}. Write 35 for 35 %.",
            count=len(small),
            ids=[target.indicator.id for target in small],
            table=table,
            rows=", ".join(f"{target.row}: {target.target:g} %" for target in small),
        )
