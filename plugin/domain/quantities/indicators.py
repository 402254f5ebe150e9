# SPDX-License-Identifier: GPL-2.0-or-later
"""The indicators of a territorial plan as data: names, units, directions, and how each is measured."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from ...paths import RESOURCES
from ..rules import code_set
from ..text_tables import read_text_table
from .figures import Unit, unit_of

FOLDER = RESOURCES / "rules"
BINDING, EXPECTED, ADVISORY = "binding", "expected", "advisory"
#: Begins a default target that is the target of another indicator.
TARGET_OF = "="


@dataclass(frozen=True)
class Indicator:
    """One indicator of the table of plan indicators (control-lines.md section 5).

    ``direction`` is "≥", "≤", "=" or "" (the target table has to say it); ``binding`` is
    "binding" (约束性), "expected" (预期性) or "advisory" (建议性). ``measure`` says how a map
    gives it, with its ``operand``; "" means that only a stated value can be judged. A
    ``default_target`` is a national value in ``unit``, or "=id" for the target of another
    indicator; it only warns, unless one of the rules speaks about a place in
    ``default_binds`` (the ``where`` of the rule: a province may bind every city).
    ``carbon`` marks what carbon accounts use; ``verified`` as in rule packs.
    """

    id: str
    number: str
    name_zh: str
    name_en: str
    aliases: tuple[str, ...]
    dimension: str
    unit: Unit
    direction: str
    binding: str
    scope: tuple[str, ...]
    carbon: bool
    verified: str
    rule_ids: tuple[str, ...]
    measure: str
    operand: str
    default_target: str
    default_binds: tuple[str, ...]
    note_en: str
    note_zh: str

    def name(self, language: str) -> str:
        """The name in "zh" or "en"."""
        return self.name_zh if language == "zh" else self.name_en

    def note(self, language: str) -> str:
        """What has to be known about its measure, in "zh" or "en"."""
        return self.note_zh if language == "zh" else self.note_en


@lru_cache(maxsize=1)
def load_indicators() -> tuple[Indicator, ...]:
    """The shipped indicators in the order of their table (``resources/rules/indicators.csv``)."""
    table = read_text_table(FOLDER / "indicators.csv")
    return tuple(_indicator(row) for _, row in table.iterrows())


@lru_cache(maxsize=1)
def load_balances() -> pd.DataFrame:
    """The balances (losses against gains of a code set) that rules ask for, cells as text."""
    return read_text_table(FOLDER / "balances.csv")


def find_indicator(text: str) -> Indicator | None:
    """The indicator that a number, id, Chinese or English name or alias stands for."""
    return _by_spelling().get(_plain(text))


def codes_of(operand: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codes that count and codes taken out again of a list such as ``construction;-16``.

    Entries are code sets of the rules or plain 2023 codes, separated by ``;``.
    """
    counted: list[str] = []
    taken_out: list[str] = []
    for entry in filter(None, (part.strip() for part in operand.split(";"))):
        name = entry.lstrip("-")
        codes = (name,) if name.isdigit() else code_set(name)
        (taken_out if entry.startswith("-") else counted).extend(codes)
    return tuple(counted), tuple(taken_out)


def _indicator(row: pd.Series) -> Indicator:
    cells = {str(name): str(value) for name, value in row.items()}
    unit = unit_of(cells["unit"], cells["dimension"])
    return Indicator(
        id=cells["indicator_id"],
        number=cells["number"],
        name_zh=cells["name_zh"],
        name_en=cells["name_en"],
        aliases=_split(cells["aliases"]),
        dimension=cells["dimension"],
        unit=unit or Unit(cells["unit"], cells["dimension"], 1.0),
        direction=cells["direction"],
        binding=cells["binding"],
        scope=_split(cells["scope"]),
        carbon=cells["carbon"] == "yes",
        verified=cells["verified"],
        rule_ids=_split(cells["rule_ids"]),
        measure=cells["measure"],
        operand=cells["operand"],
        default_target=cells["default_target"],
        default_binds=_split(cells["default_binds"]),
        note_en=cells["note_en"],
        note_zh=cells["note_zh"],
    )


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


@lru_cache(maxsize=1)
def _by_spelling() -> dict[str, Indicator]:
    spellings: dict[str, Indicator] = {}
    for indicator in load_indicators():
        names = (indicator.id, indicator.number, indicator.name_zh, indicator.name_en, *indicator.aliases)
        for name in filter(None, names):
            spellings.setdefault(_plain(name), indicator)
    return spellings


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).strip().lower()
    digits = folded.rstrip(".、)")
    if digits.isdigit():
        return str(int(digits))
    return "".join(letter for letter in folded if letter.isalnum())
