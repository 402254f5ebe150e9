# SPDX-License-Identifier: GPL-2.0-or-later
"""What must hold in a rule table: every problem is found in one go, with row, column and reason."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd

from ..factors.problems import Problem
from .tokens import parse_token, split_list

CODE_COLUMNS = ("forbidden_codes", "conditional_codes", "allowed_codes")
REQUIRED_COLUMNS = (
    "rule_id",
    "line_type",
    "check_type",
    "where",
    *CODE_COLUMNS,
    "rule_text",
    "severity",
)
OPTIONAL_COLUMNS = (
    "zone",
    "line_zh",
    "line_en",
    "rule_text_zh",
    "exemptions",
    "tolerance",
    "remedy_en",
    "remedy_zh",
    "legal_title_zh",
    "doc_no",
    "year",
    "article",
    "verified",
    "source_keys",
    "valid_from",
    "valid_to",
    "closed_world",
)
FILLED_COLUMNS = ("rule_id", "line_type", "check_type", "where", "rule_text", "severity")
SEVERITIES = ("error", "warning", "info")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True)
class Vocabulary:
    """The values that a rule table may use."""

    line_types: frozenset[str]
    zones: frozenset[tuple[str, str]]  # (line type, zone id)
    check_types: frozenset[str]
    codes: frozenset[str]

    def choices(self) -> dict[str, frozenset[str]]:
        """Closed lists of values by column; an empty cell counts only where it is listed."""
        return {
            "line_type": self.line_types,
            "check_type": self.check_types,
            "severity": frozenset(SEVERITIES),
            "verified": frozenset({"yes", "partial", "no", ""}),
            "closed_world": frozenset({"yes", "no", ""}),
        }


def find_problems(rules: pd.DataFrame, words: Vocabulary) -> list[Problem]:
    """All problems of a rule table (cells as text, index = line of the file), in the order of its rows."""
    missing = [column for column in REQUIRED_COLUMNS if column not in rules.columns]
    if missing:
        return [Problem(1, column, "the column is missing from the header.") for column in missing]
    problems = list(_repeated_ids(rules))
    for line, row in rules.iterrows():
        cells = {str(column): str(cell) for column, cell in row.items()}
        problems.extend(_problems_of_row(int(str(line)), cells, words))
    return sorted(problems, key=lambda problem: problem.row)


def _repeated_ids(rules: pd.DataFrame) -> Iterator[Problem]:
    repeated = rules[rules["rule_id"].duplicated() & (rules["rule_id"] != "")]
    for line, rule_id in repeated["rule_id"].items():
        yield Problem(
            int(str(line)),
            "rule_id",
            "“{value}” stands in an earlier row too; ids are unique.",
            {"value": rule_id},
        )


def _problems_of_row(line: int, cells: dict[str, str], words: Vocabulary) -> Iterator[Problem]:
    for column in FILLED_COLUMNS:
        if not cells[column]:
            yield Problem(line, column, "the cell is empty.")
    for column, known in words.choices().items():
        value = cells.get(column, "")
        if value not in known and not (value == "" and column in FILLED_COLUMNS):
            yield Problem(
                line,
                column,
                "“{value}” is unknown; known are {known}.",
                {"value": value, "known": ", ".join(sorted(known - {""}))},
            )
    yield from _zone_problems(line, cells, words)
    for column in CODE_COLUMNS:
        yield from _code_problems(line, column, cells[column], words)
    yield from _date_problems(line, cells)


def _zone_problems(line: int, cells: dict[str, str], words: Vocabulary) -> Iterator[Problem]:
    zone, line_type = cells.get("zone", ""), cells["line_type"]
    if zone and (line_type, zone) not in words.zones:
        known = sorted(name for owner, name in words.zones if owner == line_type)
        yield Problem(
            line,
            "zone",
            "line type {line_type} has no zone “{value}”; known are {known}.",
            {"line_type": line_type, "value": zone, "known": ", ".join(known) or "–"},
        )


def _code_problems(line: int, column: str, cell: str, words: Vocabulary) -> Iterator[Problem]:
    seen = set()
    for text in split_list(cell):
        token = parse_token(text)
        if token is None:
            yield Problem(
                line,
                column,
                "“{value}” is not CODE, CODE(qualifier), existing, LHA or CONSTR_TEMP; "
                "separate tokens with a semicolon.",
                {"value": text},
            )
        elif token.code and token.code not in words.codes:
            yield Problem(
                line,
                column,
                "code {value} is not in the land-and-sea classification of 2023.",
                {"value": token.code},
            )
        if text in seen:
            yield Problem(line, column, "“{value}” stands twice.", {"value": text})
        seen.add(text)


def _date_problems(line: int, cells: dict[str, str]) -> Iterator[Problem]:
    for column in ("valid_from", "valid_to"):
        value = cells.get(column, "")
        if value and first_day(value) is None:
            yield Problem(
                line,
                column,
                "“{value}” is not a date; write YYYY-MM-DD, YYYY-MM or YYYY.",
                {"value": value},
            )
    start, end = first_day(cells.get("valid_from", "")), last_day(cells.get("valid_to", ""))
    if start and end and start > end:
        yield Problem(line, "valid_to", "the rule ends before it starts.")


def first_day(text: str) -> date | None:
    """The first day of ``YYYY[-MM[-DD]]``; None when blank or not a date."""
    parts = _date_parts(text)
    return _safe_date(parts[0], parts[1] or 1, parts[2] or 1) if parts else None


def last_day(text: str) -> date | None:
    """The last day of ``YYYY[-MM[-DD]]``; None when blank or not a date."""
    parts = _date_parts(text)
    if not parts:
        return None
    year, month, day = parts
    if day:
        return _safe_date(year, month, day)
    following = _safe_date(year + (month or 12) // 12, (month or 12) % 12 + 1, 1)
    return following - timedelta(days=1) if following and month <= 12 else None


def _date_parts(text: str) -> tuple[int, int, int] | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    return int(match[1]), int(match[2] or 0), int(match[3] or 0)


def _safe_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
