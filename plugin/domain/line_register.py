# SPDX-License-Identifier: GPL-2.0-or-later
"""A register of control lines: which line has which status, by which document of which day."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from .errors import RuleError
from .notes import NoteBook

#: Names of the columns as bureaus write them.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "line": ("line", "line_type", "layer", "管控线", "图层", "图层名", "控制线"),
    "status": ("status", "状态"),
    "document": ("document", "document_no", "文号", "批准文号", "文件"),
    "dated": ("dated", "date", "日期", "批准日期"),
}
STATUS_WORDS: Mapping[str, tuple[str, ...]] = {
    "legal": ("legal", "法定", "已批准", "批准", "现行"),
    "draft": ("draft", "草案", "拟定", "报批"),
    "standin": ("standin", "stand-in", "替代", "试算", "示意"),
}


@dataclass(frozen=True)
class RegisterEntry:
    """What a register says about one line."""

    status: str
    document: str = ""
    dated: str = ""


@dataclass(frozen=True)
class LineRegister:
    """Entries by layer name, line type or its name (upper case); ``default`` holds for the lines not named.

    ``names`` are what a line type is called in either language.
    """

    default: RegisterEntry
    entries: Mapping[str, RegisterEntry] = field(default_factory=dict)
    names: Mapping[str, Sequence[str]] = field(default_factory=dict)
    asked: set[str] = field(default_factory=set)

    def entry(self, line_type: str, layer: str) -> RegisterEntry:
        """What holds for a line: named by its layer, else by its type, else the default."""
        for key in map(_key, (layer, line_type, *self.names.get(line_type, ()))):
            if key in self.entries:
                self.asked.add(key)
                return self.entries[key]
        return self.default

    def note_unused(self, notes: NoteBook) -> None:
        """List the lines of the register that no layer of the run answers to."""
        unused = sorted(set(self.entries) - self.asked)
        if unused:
            notes.add(
                "register_unused",
                "{count} lines of the register of control lines match no layer of this run: {lines}. "
                "Write the line type or the name of the layer.",
                count=len(unused),
                lines=", ".join(unused),
            )


def parse_register(
    rows: pd.DataFrame | None, *, names: Mapping[str, Sequence[str]], status: str, document: str
) -> LineRegister:
    """Read a register (cells as text, index = line of the file) with the columns of ``COLUMNS``.

    ``names`` are what line types are called beside their ids; ``status`` and ``document``
    hold for lines that the register does not name. Raises ``RuleError`` that names row and
    column for a missing column, an unknown status or a doubled line.
    """
    default = RegisterEntry(status, document)
    if rows is None:
        return LineRegister(default)
    headers = {column: _column(rows, column, aliases) for column, aliases in COLUMNS.items()}
    if headers["line"] is None or headers["status"] is None:
        raise RuleError(
            "The register of control lines needs a column “line” (line type or layer name) and a column "
            "“status” (legal, draft or standin); it has {columns}.",
            columns=", ".join(map(str, rows.columns)),
        )
    entries: dict[str, RegisterEntry] = {}
    for number, row in rows.iterrows():
        cells = {column: str(row[name]).strip() if name else "" for column, name in headers.items()}
        key = _key(cells["line"])
        if key in entries:
            raise RuleError(
                "The register of control lines, row {row}, names “{line}” a second time. Keep one row "
                "for each line.",
                row=number,
                line=cells["line"],
            )
        entries[key] = RegisterEntry(_status(cells["status"], number), cells["document"], cells["dated"])
    return LineRegister(default, entries, names)


def _key(name: str) -> str:
    return unicodedata.normalize("NFKC", name).strip().upper()


def _column(rows: pd.DataFrame, column: str, aliases: Sequence[str]) -> str | None:
    by_name = {str(name).strip().lower(): str(name) for name in rows.columns}
    return next((by_name[alias] for alias in aliases if alias in by_name), None)


def _status(text: str, row: object) -> str:
    for status, words in STATUS_WORDS.items():
        if text.lower() in words:
            return status
    raise RuleError(
        "The register of control lines, row {row}: status “{status}” is unknown; write {known}.",
        row=row,
        status=text,
        known=", ".join(STATUS_WORDS),
    )
