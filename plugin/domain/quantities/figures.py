# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures as people write them in tables: numbers, directions and units of measure."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass

from ..units import M2_PER_HA, MU_PER_HA

AREA, PERCENT, PER_HEAD, PEOPLE, MULTIPLE, OTHER = (
    "area",
    "percent",
    "per_head",
    "people",
    "multiple",
    "other",
)
AT_LEAST, AT_MOST, EQUAL = "≥", "≤", "="
#: Why a cell is no figure.
FORMULA, AMBIGUOUS, NO_NUMBER = "formula", "ambiguous", "number"

_TEN_THOUSAND = 10_000.0
_HA_PER_KM2 = 100.0
#: Spelling (after ``_plain``) → (name to print, dimension, base units in one of it). The bases are
#: ha, percent, m² a head, persons and 1.
_UNITS: dict[str, tuple[str, str, float]] = {
    **dict.fromkeys(("m2", "平方米", "平米", "sqm"), ("m²", AREA, 1.0 / M2_PER_HA)),
    **dict.fromkeys(("ha", "hm2", "公顷"), ("hm²", AREA, 1.0)),
    **dict.fromkeys(("万公顷", "万hm2", "万ha"), ("万hm²", AREA, _TEN_THOUSAND)),
    **dict.fromkeys(("mu", "亩"), ("亩", AREA, 1.0 / MU_PER_HA)),
    **dict.fromkeys(("万亩", "10000mu"), ("万亩", AREA, _TEN_THOUSAND / MU_PER_HA)),
    **dict.fromkeys(("km2", "平方公里", "平方千米", "sqkm"), ("km²", AREA, _HA_PER_KM2)),
    **dict.fromkeys(("万平方公里", "万平方千米", "万km2"), ("万km²", AREA, _TEN_THOUSAND * _HA_PER_KM2)),
    **dict.fromkeys(("%", "percent", "百分比", "百分之"), ("%", PERCENT, 1.0)),
    **dict.fromkeys(("‰",), ("‰", PERCENT, 0.1)),
    **dict.fromkeys(("m2/人", "m2/person", "平方米/人", "m2/cap", "平方米每人"), ("m²/人", PER_HEAD, 1.0)),
    **dict.fromkeys(("人", "person", "persons"), ("人", PEOPLE, 1.0)),
    **dict.fromkeys(("万人",), ("万人", PEOPLE, _TEN_THOUSAND)),
    **dict.fromkeys(("倍", "1", "x", "times"), ("倍", MULTIPLE, 1.0)),
}
_DIRECTIONS = {
    **dict.fromkeys(("≥", ">=", "=>", "≧", "不小于", "不少于", "不低于", "至少", "min"), AT_LEAST),
    **dict.fromkeys(("≤", "<=", "=<", "≦", "不大于", "不超过", "不高于", "至多", "max"), AT_MOST),
    **dict.fromkeys(("=", "==", "等于"), EQUAL),
}
_NUMBER = re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?")
_THREES = re.compile(r"[+-]?\d{1,3}(?:[,' ]\d{3})+(?:\.\d*)?")
_POINT_THREES = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d*)?")
_COMMA = re.compile(r"([+-]?\d+),(\d+)")


@dataclass(frozen=True)
class Unit:
    """A unit of measure: how it prints, what it measures, and how many base units one of it is."""

    name: str
    dimension: str
    factor: float

    def to_base(self, value: float) -> float:
        """A value of this unit in base units."""
        return value * self.factor

    def from_base(self, value: float) -> float:
        """A value in base units in this unit."""
        return value / self.factor


class NotReadableError(ValueError):
    """A cell that is no figure; ``reason`` is ``FORMULA``, ``AMBIGUOUS`` or ``NO_NUMBER``."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def unit_of(text: str, dimension: str = "") -> Unit | None:
    """The unit that a text names; None when it is unknown and ``dimension`` is not ``OTHER``.

    Units of indicators that are only compared with themselves (m³, min …) are taken as written.
    """
    plain = _plain(text)
    if plain in _UNITS:
        unit = Unit(*_UNITS[plain])
        if dimension != OTHER or unit.dimension == OTHER:
            return unit
    return Unit(text.strip(), OTHER, 1.0) if dimension == OTHER else None


def known_units(dimension: str) -> list[str]:
    """The units of a dimension as they print."""
    return list(dict.fromkeys(name for name, kind, _ in _UNITS.values() if kind == dimension))


def read_direction(text: str) -> str | None:
    """``≥``, ``≤`` or ``=`` by any of its spellings, None for any other text."""
    return _DIRECTIONS.get(_plain(text))


def read_figure(text: str) -> tuple[str, float, str]:
    """Direction (or ""), number and unit text of a cell such as ``≥ 35,5 %`` or ``１２．５万亩``.

    A comma is a decimal sign unless it groups thousands. Raises ``NotReadableError`` with the
    reason ``FORMULA``, ``AMBIGUOUS`` (``1,234`` may be both) or ``NO_NUMBER``.
    """
    plain = unicodedata.normalize("NFKC", text).replace("\u2212", "-").strip()
    if plain.startswith("=") and not _NUMBER.fullmatch(plain[1:].strip()):
        raise NotReadableError(FORMULA)
    direction, plain = _split_direction(plain)
    match = re.match(r"[+-]?[\d.,' ]*\d[.,]?(?:[eE][+-]?\d+)?", plain)
    if match is None:
        raise NotReadableError(NO_NUMBER)
    return direction, _number(match.group().strip()), plain[match.end() :].strip()


def _split_direction(text: str) -> tuple[str, str]:
    for sign in sorted(_DIRECTIONS, key=len, reverse=True):
        if text.startswith(sign):
            return _DIRECTIONS[sign], text[len(sign) :].strip()
    return "", text


def _number(text: str) -> float:
    comma = _COMMA.fullmatch(text)
    if comma and len(comma[2]) == 3 and len(comma[1].lstrip("+-")) <= 3 and comma[1].lstrip("+-") != "0":
        raise NotReadableError(AMBIGUOUS)
    if comma:
        text = text.replace(",", ".")
    elif _THREES.fullmatch(text):
        text = re.sub("[,' ]", "", text)
    elif _POINT_THREES.fullmatch(text) and text.count(".") + text.count(",") > 1:
        text = text.replace(".", "").replace(",", ".")
    if not _NUMBER.fullmatch(text):
        raise NotReadableError(NO_NUMBER)
    value = float(text)
    if not math.isfinite(value):
        raise NotReadableError(NO_NUMBER)
    return value


def _plain(text: str) -> str:
    """A spelling without case, spaces and typographic variants: ``ｋｍ²`` → ``km2``."""
    return unicodedata.normalize("NFKC", text).replace(" ", "").replace("^", "").strip().lower()
