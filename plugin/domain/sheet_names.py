# SPDX-License-Identifier: GPL-2.0-or-later
"""File names of map sheets: XZQDM + 行政区 + 图名 + 年份, and [unit] for a page of an atlas."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

#: Characters that Windows, or a path anywhere, does not allow in a name.
_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]')
#: Marks that turn the direction of writing or hide in a name, so that it reads as another one.
_INVISIBLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
#: Names of devices of Windows, with any ending.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.I)
#: Bytes of a name without its ending: file systems allow 255 with it, and partial files add some.
MAX_BYTES = 200


def sheet_stem(code: str, place: str, title: str, year: str, unit: str = "") -> str:
    """The name of a sheet without its ending, safe as a file name everywhere; never empty.

    Parts that are empty are left out; ``unit`` stands in brackets.
    """
    page = f"[{unit}]" if unit else ""
    return safe_stem(f"{code}{place}{title}{year}", page)


def safe_stem(text: str, tail: str = "") -> str:
    """A text as a file name without folders, hidden marks and device names; ``tail`` outlives a cut."""
    tail = _clean(tail)
    head = _cut(_clean(text).lstrip("."), MAX_BYTES - min(_size(tail), MAX_BYTES // 2))
    stem = f"{head}{_cut(tail, MAX_BYTES // 2)}".strip(" .")
    if not stem:
        return "map"
    return f"_{stem}" if _DEVICE.match(stem) else stem


def distinct_stems(stems: Iterable[str]) -> list[str]:
    """The names in their order, repeated ones (case apart) numbered, so that no page overwrites another."""
    taken: set[str] = set()
    made = []
    for stem in stems:
        name, number = stem, 1
        while name.casefold() in taken:
            number += 1
            name = f"{stem}_{number}"
        taken.add(name.casefold())
        made.append(name)
    return made


def _clean(text: str) -> str:
    plain = unicodedata.normalize("NFC", _FORBIDDEN.sub("_", text))
    return "".join(mark for mark in plain if unicodedata.category(mark) not in _INVISIBLE).strip()


def _size(text: str) -> int:
    return len(text.encode("utf-8"))


def _cut(text: str, limit: int) -> str:
    return text.encode("utf-8")[: max(limit, 0)].decode("utf-8", errors="ignore")
