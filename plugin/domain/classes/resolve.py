# SPDX-License-Identifier: GPL-2.0-or-later
"""One raw code against one classification: exact, padded, with a name, or the group above."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from ..text_tables import read_text_table
from .library import CLASSES, Classification
from .raw_codes import RawCode, plain_name

LANDSEA_2023 = "cn_landsea_2023"


@dataclass(frozen=True)
class Resolved:
    """How one raw code reads in one classification.

    ``how``: exact, padded, named, prefix, grid (CORINE raster number), unknown; or one of the
    two that must stop a run: ambiguous (two codes are possible) and contradicted (the name
    written beside the code is not the name of that code).
    """

    code: str | None
    how: str
    written_name: str = ""
    other: str = ""


class Resolver:
    """Look-ups of one classification, prepared once for all its codes."""

    def __init__(self, classification: Classification) -> None:
        self.classification = classification
        codes = classification.codes
        self._folded: dict[str, str] = {code.casefold(): code for code in codes.index}
        self._names = {
            code: {plain_name(zh), plain_name(en)}
            for code, zh, en in zip(codes.index, codes["name_zh"], codes["name_en"])
        }
        self._grid = {grid: code for code, grid in zip(codes.index, codes["grid_code"]) if grid}
        self._groups = self._codes_that_take_children()

    def resolve(self, raw: RawCode) -> Resolved:
        """Read ``raw`` as a code of this classification."""
        parts = raw.named_parts()
        if parts is None or raw.text.casefold() in self._folded:
            return self._resolve_code(raw)
        bare = self._resolve_code(RawCode(parts[0]))
        if bare.code is None or bare.how == "prefix":
            return Resolved(bare.code, bare.how, written_name=parts[1])
        if plain_name(parts[1]) in self._names[bare.code]:
            return Resolved(bare.code, "named", written_name=parts[1])
        return Resolved(bare.code, "contradicted", written_name=parts[1])

    def grid_codes(self, raws: Iterable[RawCode]) -> dict[RawCode, Resolved] | None:
        """All codes as CORINE raster numbers, when only that reading fits every one of them.

        The numbers 1–44 of the raster distribution overlap with the codes of levels 1 and 2:
        a column is read as raster numbers when each value is one and some are no code at all.
        """
        raws = list(raws)
        if not self._grid or not all(raw.text in self._grid for raw in raws):
            return None
        if all(raw.text in self._folded for raw in raws):
            return None
        return {raw: Resolved(self._grid[raw.text], "grid") for raw in raws}

    def _resolve_code(self, raw: RawCode) -> Resolved:
        exact = self._folded.get(raw.text.casefold())
        padded = self._padded(raw.text)
        if exact is not None:
            if raw.is_number and padded is not None and padded in self._folded:
                return Resolved(None, "ambiguous", other=padded)
            return Resolved(exact, "exact")
        if padded is not None and padded in self._folded:
            return Resolved(self._folded[padded], "padded")
        group = self._group_above(padded or raw.text)
        return Resolved(group, "prefix") if group is not None else Resolved(None, "unknown")

    def _padded(self, text: str) -> str | None:
        """ "101" → "0101" where codes have two digits a level; None when nothing is missing."""
        if self.classification.digits_per_level != 2 or not (text.isascii() and text.isdigit()):
            return None
        return f"0{text}" if len(text) % 2 and not text.startswith("0") else None

    def _group_above(self, text: str) -> str | None:
        if not self.classification.hierarchical:
            return None
        if "=" in text:
            parent = text.rsplit(";", 1)[0] if ";" in text else ""
            return self._folded.get(parent.casefold()) or (self._group_above(parent) if parent else None)
        digits = self.classification.digits_per_level
        if not digits or not text[:digits].isdigit() or not (text.isascii() and text.isalnum()):
            return None
        if text.isdigit() and len(text) % digits:
            return None
        for length in range(len(text) - 1, digits - 1, -1):
            if text[length].isdigit() and length % digits:
                continue
            code = self._folded.get(text[:length].casefold())
            if code is not None and code in self._groups:
                return code
        return None

    def _codes_that_take_children(self) -> frozenset[str]:
        """Codes under which a finer code may fall: leaves, and groups whose codes begin like them.

        The wetland group 00 of the third survey is none: its classes are 0303, 0304 …, and
        "0000" is a filler, not a wetland.
        """
        codes = self.classification.codes
        children: dict[str, list[str]] = {}
        for code, parent in zip(codes.index, codes["parent_code"]):
            if parent:
                children.setdefault(parent, []).append(code)
        return frozenset(
            code
            for code in codes.index
            if code not in children or any(child.startswith(code) for child in children[code])
        )


@cache
def trial_2020() -> dict[str, tuple[str, str, bool]]:
    """Codes of the 2020 trial version that changed: code → (its name then, code of 2023, only in 2020)."""
    table = read_text_table(CLASSES / "landsea_2020_changed.csv")
    return {
        code: (name, new, exclusive == "yes")
        for code, name, new, exclusive in zip(
            table["code_2020"], table["name_zh_2020"], table["code_2023"], table["exclusive"]
        )
    }


def only_in_trial(raw: RawCode) -> str | None:
    """The code when it exists only in the 2020 trial version (0603, 0604, 0903xx, 1313), else None."""
    parts = raw.named_parts()
    text = parts[0] if parts else raw.text
    if text.isdigit() and len(text) % 2 and not text.startswith("0"):
        text = f"0{text}"
    known = trial_2020().get(text)
    if known is not None and known[2]:
        return text
    return text if len(text) == 6 and text.startswith("0903") and text.isdigit() else None


def has_trial_name(resolved: Resolved) -> bool:
    """Whether the name written beside the code is that of the 2020 trial version."""
    known = trial_2020().get(resolved.code or "")
    return known is not None and plain_name(known[0]) == plain_name(resolved.written_name)
