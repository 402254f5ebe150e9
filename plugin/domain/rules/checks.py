# SPDX-License-Identifier: GPL-2.0-or-later
"""What must hold in a rule table: every problem is found in one go, with row, column and reason."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from ..factors.problems import Problem
from .dates import first_day, last_day
from .distances import as_number
from .tokens import parse_token, split_list
from .vocabulary import Vocabulary

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
    "base_codes",
    "condition",
    "rule_text_zh",
    "exemptions",
    "tolerance",
    "min_area_m2",
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
    "note",
)
#: What a table says about its parent, besides the rules themselves.
PROFILE_COLUMNS = ("extends", "enabled")
FILLED_COLUMNS = ("rule_id", "line_type", "check_type", "where", "rule_text", "severity")


def header_problems(rules: pd.DataFrame, *, extends: bool) -> list[Problem]:
    """What the header lacks (a table that extends another needs the ids only) and what nothing reads."""
    known = (*REQUIRED_COLUMNS, *OPTIONAL_COLUMNS, *PROFILE_COLUMNS)
    needed = REQUIRED_COLUMNS[:1] if extends else REQUIRED_COLUMNS
    missing = [
        Problem(1, column, "the column is missing from the header.")
        for column in needed
        if column not in rules.columns
    ]
    unread = [
        Problem(
            1,
            str(column) or "–",
            "no rule table has such a column; correct the name, or write remarks into the column note.",
        )
        for column in rules.columns
        if column not in known
    ]
    return missing + unread


def repeated_ids(rules: pd.DataFrame) -> Iterator[Problem]:
    """Rows whose rule id stands in an earlier row."""
    repeated = rules[rules["rule_id"].duplicated() & (rules["rule_id"] != "")]
    for line, rule_id in repeated["rule_id"].items():
        yield Problem(
            int(str(line)),
            "rule_id",
            "“{value}” stands in an earlier row too; ids are unique.",
            {"value": rule_id},
        )


def problems_of_row(
    line: int, cells: dict[str, str], words: Vocabulary, *, whole: bool = True
) -> Iterator[Problem]:
    """What is wrong in the cells of one rule; with ``whole`` false a blank cell may yet be inherited."""
    if whole:
        yield from _gaps(line, cells)
    for column, known in words.choices().items():
        value = cells.get(column, "")
        if value and value not in known:
            yield Problem(
                line,
                column,
                "“{value}” is unknown; known are {known}.",
                {"value": value, "known": ", ".join(sorted(known - {""}))},
            )
    if cells["line_type"]:
        yield from _zone_problems(line, cells, words)
    for column in CODE_COLUMNS:
        yield from _code_problems(line, column, cells[column], words)
    yield from _base_problems(line, cells["base_codes"], words)
    yield from _area_problems(line, cells["min_area_m2"])
    yield from _date_problems(line, cells)


def _gaps(line: int, cells: dict[str, str]) -> Iterator[Problem]:
    for column in FILLED_COLUMNS:
        if not cells[column]:
            yield Problem(line, column, "the cell is empty.")
    if cells["check_type"] == "transition" and not cells["base_codes"]:
        yield Problem(
            line, "base_codes", "a rule on a change of use names the present uses that it speaks about."
        )


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


def _base_problems(line: int, cell: str, words: Vocabulary) -> Iterator[Problem]:
    for text in split_list(cell):
        if text not in words.codes:
            yield Problem(
                line,
                "base_codes",
                "“{value}” is not a code of the land-and-sea classification of 2023; present uses are "
                "plain codes separated by a semicolon.",
                {"value": text},
            )


def _area_problems(line: int, cell: str) -> Iterator[Problem]:
    if cell and as_number(cell) is None:
        yield Problem(
            line, "min_area_m2", "“{value}” is not a number of square metres, 0 or more.", {"value": cell}
        )


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
