# SPDX-License-Identifier: GPL-2.0-or-later
"""Texts that somebody could put into any cell, and files made from sound ones by breaking them.

Three levels: bytes of a file are changed, cells are replaced by texts of the list, and the structure of a
table or of JSON is changed (columns and rows lost, doubled, exchanged; values of other kinds).
"""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from hypothesis import strategies as st

#: What a name, a code, a document number or a remark might be, by what it would attack.
TEXTS = {
    "script": "<script>alert(1)</script>",
    "image": '"><img src=x onerror=alert(1)>',
    "entity": "&lt;b&gt;&amp;&#x27;&nbsp;",
    "xml": '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>',
    "cdata": "]]><![CDATA[<b>",
    "comment": "--><!-- <!--",
    "sql": "'; DROP TABLE findings; --",
    "sql or": '" OR ""="',
    "path": "../../../../etc/passwd",
    "windows path": "..\\..\\windows\\system32\\con",
    "device": "CON",
    "absolute": "/etc/passwd",
    "vsi": "/vsicurl/http://localhost:9/x.csv",
    "url": "http://localhost:9/x",
    "javascript": "javascript:alert(1)",
    "null": "a\0b",
    "right to left": "a\u202eb\u202cc",
    "zero width": "a\u200b\ufeffb",
    "control": "a\x01\x07\x1b[31mb",
    "line ends": "a\r\nb\u2028c\u0085d",
    "surrogate escape": "a\ufffdb",
    "emoji": "🌲" * 8 + "👨‍👩‍👧",
    "combining": "e" + "\u0301" * 400,
    "jinja": "{{7*7}}{% for a in b %}",
    "braces": "{placeholder}{0}{count.__class__}{",
    "width": "{count:>99999999}",
    "percent": "%s%n%(name)s%1$s%d%",
    "qt": "%1 %L2 %99",
    "dollar": "${HOME} $(id) `id` $a^$",
    "formula": "=cmd|' /C calc'!A0",
    "formula +": "+1+cmd|' /C calc'!A0",
    "formula -": "-2+3+cmd|' /C calc'!A0",
    "formula @": "@SUM(1+1)*cmd|' /C calc'!A0",
    "formula tab": "\t=1+1",
    "link": '=HYPERLINK("http://localhost:9","x")',
    "long": "长" * 100_000,
    "long word": "W" * 100_000,
    "quotes": "\"'“”‘’`´",
    "separators": "a,b;c\td|e",
    "blank": " \u3000\u00a0",
    "nan": "nan",
    "infinite": "inf",
    "large": "1e400",
    "tiny": "-1e-400",
    "thousands": "1,234.5",
    "decimal comma": "1234,5",
    "full width": "１２３．４",
    "underscore": "1_000",
    "hexadecimal": "0x1F",
    "date": "2024-13-45",
    "true": "TRUE",
    "digits": "9" * 5000,
    "none": "None",
}
#: Without the two that only make files large.
SHORT_TEXTS = {name: text for name, text in TEXTS.items() if not name.startswith("long")}
_CELLS = st.sampled_from(sorted(SHORT_TEXTS.values())) | st.text(max_size=12) | st.just("")
_VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | _CELLS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@st.composite
def broken_bytes(draw: st.DrawFn, sound: bytes) -> bytes:
    """A file with a few places overwritten, cut out, doubled, put in or cut off."""
    content = bytearray(sound)
    for _change in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        length = draw(st.integers(0, 40))
        kind = draw(st.sampled_from(("overwrite", "cut out", "double", "put in", "cut off")))
        if kind == "overwrite":
            content[start : start + length] = draw(st.binary(min_size=length, max_size=length))
        elif kind == "cut out":
            del content[start : start + length]
        elif kind == "double":
            content[start:start] = content[start : start + length]
        elif kind == "put in":
            content[start:start] = draw(st.binary(max_size=40) | st.sampled_from(_ODD_BYTES))
        else:
            del content[start:]
    return bytes(content)


_ODD_BYTES = [
    *("\ufeff".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")),
    *(b"\0" * 8, b"\xff\xfe\xfd", b'"', b"\r", b"\n\n\n", b"," * 300, b"\x1a", "甲".encode("gbk")[:1]),
]


@st.composite
def broken_cells(draw: st.DrawFn, sound: bytes) -> bytes:
    """A CSV with a few cells of its rows or header replaced."""
    rows = _rows_of(sound)
    for _change in range(draw(st.integers(1, 5))):
        row = draw(st.integers(0, len(rows) - 1))
        if rows[row]:
            rows[row][draw(st.integers(0, len(rows[row]) - 1))] = draw(_CELLS)
    return _csv_of(rows)


@st.composite
def broken_table(draw: st.DrawFn, sound: bytes) -> bytes:
    """A CSV with columns or rows lost, doubled or exchanged, cells moved, or another separator."""
    rows = _rows_of(sound)
    for _change in range(draw(st.integers(1, 3))):
        width = max(map(len, rows), default=0)
        kind = draw(
            st.sampled_from(("lose", "double", "exchange", "lose row", "double row", "move", "shorten"))
        )
        first, second = draw(st.integers(0, max(width - 1, 0))), draw(st.integers(0, max(width - 1, 0)))
        line = draw(st.integers(0, max(len(rows) - 1, 0)))
        if kind in ("lose", "double", "exchange"):
            rows = [_with_columns(row, kind, first, second) for row in rows]
        elif kind == "lose row":
            del rows[line : line + 1]
        elif kind == "double row":
            rows[line:line] = [list(row) for row in rows[line : line + 1]]
        elif kind == "move":
            rows[line : line + 1] = [[*row[1:], *row[:1]] for row in rows[line : line + 1]]
        else:
            rows[line : line + 1] = [row[:first] for row in rows[line : line + 1]]
    return _csv_of(rows, draw(st.sampled_from(",;\t|")))


def _with_columns(row: list[str], kind: str, first: int, second: int) -> list[str]:
    if kind == "lose":
        return [*row[:first], *row[first + 1 :]]
    if kind == "double":
        return [*row, *row[first : first + 1]]
    changed = list(row)
    if max(first, second) < len(row):
        changed[first], changed[second] = row[second], row[first]
    return changed


@st.composite
def broken_json(draw: st.DrawFn, sound: bytes) -> bytes:
    """JSON with a few entries, however deep, lost or replaced by values of any kind."""
    content = json.loads(sound)
    for _change in range(draw(st.integers(1, 3))):
        place = content
        while True:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            if not keys:
                break
            key = draw(st.sampled_from(keys))
            if isinstance(place[key], (dict, list)) and place[key] and draw(st.booleans()):
                place = place[key]
                continue
            if draw(st.booleans()):
                del place[key]
            else:
                place[key] = draw(_VALUES)
            break
    return json.dumps(content, ensure_ascii=True).encode("ascii")


def _rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def _csv_of(rows: list[list[str]], separator: str = ",") -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=separator).writerows(rows)
    return stream.getvalue().encode("utf-8", "surrogatepass")
