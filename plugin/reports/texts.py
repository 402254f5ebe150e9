# SPDX-License-Identifier: GPL-2.0-or-later
"""The words of a report in its own language, whatever language QGIS speaks.

``wording.json`` holds every text under one key, English and Chinese side by side.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

LANGUAGES = ("en", "zh")

#: Characters that XML, and with it pages, texts and workbooks, may not hold.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@lru_cache(maxsize=1)
def wording() -> dict[str, dict[str, str]]:
    """All texts: key → language → template with named placeholders."""
    path = Path(__file__).with_name("wording.json")
    content: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8"))
    return content


def legible(text: str) -> str:
    """A text of which every character can be written; others are replaced by the mark for that."""
    return _ILLEGAL.sub("\ufffd", text)


class Texts:
    """The texts of one language; call it with a key and the values of its placeholders."""

    def __init__(self, language: str) -> None:
        self.language = language

    def __call__(self, key: str, **values: object) -> str:
        return wording()[key][self.language].format(**values)

    def listed(self, parts: Iterable[str]) -> str:
        """Names one after the other, as the language writes them."""
        return ("、" if self.language == "zh" else ", ").join(parts)

    def label(self, group: str, name: Any) -> str:
        """The label of a stable id (``label("severity", "error")``); the id itself where none is known."""
        entry = wording().get(f"{group}_{name}")
        return str(name) if entry is None else entry[self.language]
