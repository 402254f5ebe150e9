# SPDX-License-Identifier: GPL-2.0-or-later
"""A table of exemptions as a bureau keeps it, read with every doubt named by row and column."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date

import pandas as pd

from ..errors import InputError
from ..factors.problems import Problem, Problems
from .dates import parse_day
from .model import Exemption

#: Names under which a column may come, as ``_heading`` leaves them.
ALIASES = {
    "plan_id": ("bsm", "plan_id", "parcel_id", "标识码", "图斑标识码", "规划图斑标识码", "图斑编号"),
    "rule_id": ("rule_id", "rule", "规则", "规则编号", "规则代码"),
    "finding_key": ("finding_key", "冲突标识", "冲突编号"),
    "document_no": ("document_no", "document", "批准文号", "批文号", "批复文号", "文号"),
    "approver": ("approver", "approving_body", "批准机关", "审批机关", "批准单位"),
    "reason": ("reason", "理由", "豁免理由", "原因", "说明"),
    "date": (
        *("date", "approval_date", "valid_from"),
        *("日期", "批准日期", "批准时间", "批复日期", "批复时间", "发文日期", "发文时间"),
    ),
    "expiry": (
        *("expiry", "expires", "expiry_date", "valid_to", "valid_until"),
        *("有效期", "有效期至", "有效期限", "有效期截止", "有效截止日期", "截止日期", "到期日期", "失效日期"),
    ),
}
#: Cells that say "every rule" and "without end".
EVERY = ("", "*", "all", "全部", "所有")
ENDLESS = ("", "-", "—", "长期", "长期有效", "永久", "永久有效", "无", "无期限")
#: Cells that stand for a document that there is not, or not yet.
NO_DOCUMENT = ("-", "--", "—", "——", "/", "无", "暂无", "待批", "待补", "办理中", "none", "n/a", "null")

_SEPARATORS = re.compile(r"[;,、]+")
#: Text that a spreadsheet is kept from reading as a number.
_GUARDED = re.compile(r"=\"(.*)\"|'(.*)")
#: A whole number as programs write it that take every number for a fraction.
_WHOLE = re.compile(r"^(\d+)\.0+$")
#: What a spreadsheet makes of an id of many digits.
_ROUNDED = re.compile(r"\d+(\.\d+)?[eE]\+?\d+")


def exemptions_from_frame(frame: pd.DataFrame, *, file: str) -> list[Exemption]:
    """The exemptions of a table with text cells (index = line of the file), in its order.

    Columns are known by ``ALIASES`` whatever their width and case; others are left alone.
    Raises ``InputError`` when neither parcel nor finding is named by a column, when two
    columns mean one thing, and with every cell that cannot be understood.
    """
    columns = _columns_of(frame, file)
    problems: list[Problem] = []
    exemptions = []
    for line, row in zip(frame.index, frame.itertuples(index=False, name=None)):
        by_header = dict(zip(frame.columns, row))
        cells = {name: _cell(by_header[header]) for name, header in columns.items()}
        if not any(cells.values()):
            continue
        found = list(_problems_of_row(int(line), cells, columns))
        problems.extend(found)
        if not found:
            exemptions.append(_exemption_of(int(line), cells, file))
    if problems:
        raise InputError(
            "The table of exemptions “{file}” has {count} problem(s); correct them and run "
            "again:\n{problems}",
            file=file,
            count=len(problems),
            problems=Problems(problems),
        )
    return exemptions


def unread_columns(frame: pd.DataFrame) -> tuple[list[str], bool]:
    """The columns of a table that no alias knows, and whether one of the others holds the expiry."""
    known = {alias for aliases in ALIASES.values() for alias in aliases}
    headings = {str(header): _heading(str(header)) for header in frame.columns}
    unread = [header for header, heading in headings.items() if heading and heading not in known]
    return unread, any(heading in ALIASES["expiry"] for heading in headings.values())


def _columns_of(frame: pd.DataFrame, file: str) -> dict[str, str]:
    """Meaning → header of the columns that are understood."""
    by_alias = {alias: name for name, aliases in ALIASES.items() for alias in aliases}
    columns: dict[str, str] = {}
    for header in map(str, frame.columns):
        name = by_alias.get(_heading(header))
        if name in columns:
            raise InputError(
                "The table of exemptions “{file}” has two columns for one thing: “{first}” and “{second}”. "
                "Rename or remove one of them.",
                file=file,
                first=columns[name],
                second=header,
            )
        if name is not None:
            columns[name] = header
    if not {"plan_id", "finding_key"} & columns.keys():
        raise InputError(
            "The table of exemptions “{file}” has no column that names parcels (BSM) or findings "
            "(finding_key); its columns are {columns}. Add the column BSM.",
            file=file,
            columns=", ".join(map(str, frame.columns)) or "–",
        )
    return columns


def _heading(header: str) -> str:
    return re.sub(r"[\s\ufeff*:]+", "", unicodedata.normalize("NFKC", header)).casefold()


def _cell(value: object) -> str:
    text = "" if value is None else str(value).replace("\ufeff", "").strip()
    guarded = _GUARDED.fullmatch(text)
    if guarded is not None:
        return (guarded[1] or guarded[2] or "").strip()
    return _WHOLE.sub(r"\1", text)


def _problems_of_row(line: int, cells: Mapping[str, str], columns: Mapping[str, str]) -> Iterator[Problem]:
    if not cells.get("plan_id") and not cells.get("finding_key"):
        column = columns.get("plan_id", columns.get("finding_key", ""))
        yield Problem(line, column, "the cell is empty: neither a parcel nor a finding is named.")
    if _ROUNDED.fullmatch(cells.get("plan_id", "")):
        yield Problem(
            line,
            columns["plan_id"],
            "“{value}” is a number that a spreadsheet has rounded; format the column as "
            "text and fill in the id.",
            {"value": cells["plan_id"]},
        )
    days = {}
    for name in ("date", "expiry"):
        text = cells.get(name, "")
        days[name] = _day(text)
        if days[name] is None and not _is_endless(text):
            yield Problem(
                line,
                columns[name],
                "“{value}” is not surely a day; write it as 2026-01-05.",
                {"value": text},
            )
    start, end = days["date"], days["expiry"]
    if start is not None and end is not None and end < start:
        yield Problem(line, columns["expiry"], "the exemption ends before it starts.")


def _exemption_of(line: int, cells: Mapping[str, str], file: str) -> Exemption:
    return Exemption(
        plan_id=cells.get("plan_id", ""),
        rule_ids=_rules_of(cells.get("rule_id", "")),
        finding_key=cells.get("finding_key", "").lower(),
        document_no=_document_of(cells.get("document_no", "")),
        approver=cells.get("approver", ""),
        reason=cells.get("reason", ""),
        date=_day(cells.get("date", "")),
        expiry=_day(cells.get("expiry", "")),
        source=file,
        row=line,
    )


def _document_of(cell: str) -> str:
    return "" if unicodedata.normalize("NFKC", cell).strip().casefold() in NO_DOCUMENT else cell


def _rules_of(cell: str) -> tuple[str, ...]:
    text = unicodedata.normalize("NFKC", cell)
    names = [name.strip() for name in _SEPARATORS.split(text)]
    if any(name.casefold() in EVERY for name in names if name or len(names) == 1):
        return ()
    return tuple(dict.fromkeys(name for name in names if name))


def _day(text: str) -> date | None:
    return None if _is_endless(text) else parse_day(text)


def _is_endless(text: str) -> bool:
    return unicodedata.normalize("NFKC", text).strip() in ENDLESS
