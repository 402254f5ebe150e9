# SPDX-License-Identifier: GPL-2.0-or-later
"""The rows of a factor set as a person reads them, beside those of a second set where one is chosen."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from ...domain.classes import carbon_classes
from ...domain.explanation import UNITS
from ...domain.factors import FactorSet
from ...i18n import speaks_chinese, tr


@dataclass(frozen=True)
class FactorLine:
    """One pool or process of a class; ``other`` is its value in the second set. NaN where there is none."""

    key: str
    name: str
    quantity: str
    term: str
    value: float
    low: float
    high: float
    other: float
    unit: str
    evidence: str
    verified: str
    weak: bool
    year: str
    region: str
    source: str
    locator: str
    row_id: str
    depth_cm: str
    note: str

    @property
    def difference(self) -> float:
        """Value minus that of the second set."""
        return self.value - self.other


def lines_of(factors: FactorSet, compared: FactorSet | None = None) -> list[FactorLine]:
    """A line for each term of the set and for each that only the second set has."""
    own, other = _terms(factors), {} if compared is None else _terms(compared)
    names = _names(factors)
    return [_line(place, own.get(place), other.get(place), names) for place in sorted({*own, *other})]


def quantity_words() -> dict[str, str]:
    """Quantities in the language of QGIS."""
    return {"stock": tr("Stock"), "removal": tr("Removal"), "emission": tr("Emission")}


def term_words() -> dict[str, str]:
    """Pools and processes in the language of QGIS."""
    return {
        "agb": tr("Above-ground biomass"),
        "bgb": tr("Below-ground biomass"),
        "dom": tr("Dead organic matter"),
        "soc": tr("Soil organic carbon"),
        "biomass_growth": tr("Biomass growth"),
        "dead_organic_matter": tr("Change of dead organic matter"),
        "soil": tr("Change of soil carbon"),
        "burial": tr("Burial in sediment"),
        "ch4": "CH4",
        "n2o": "N2O",
        "net_balance": tr("Net balance of the ecosystem"),
    }


def class_words() -> dict[str, str]:
    """Carbon classes in the language of QGIS."""
    return {
        str(key): str(name)
        for key, name in carbon_classes()["name_zh" if speaks_chinese() else "name_en"].items()
    }


_Place = tuple[str, str, str]
_Term = Mapping[str, object]


def _terms(factors: FactorSet) -> dict[_Place, _Term]:
    records = factors.terms.to_dict("records")
    return {(str(row["key"]), str(row["quantity"]), str(row["term"])): row for row in records}


def _names(factors: FactorSet) -> Mapping[str, str]:
    return {**class_words(), **dict(factors.names)}


def _line(place: _Place, own: _Term | None, other: _Term | None, names: Mapping[str, str]) -> FactorLine:
    key, quantity, term = place
    shown = own if own is not None else other
    numbers = {name: math.nan if own is None else float(str(own[name])) for name in ("value", "low", "high")}
    texts = ("evidence", "verified", "year", "region", "source", "locator", "row_id", "depth_cm", "note")
    return FactorLine(
        key=key,
        name=names.get(key, key),
        quantity=quantity,
        term=term,
        **numbers,
        other=math.nan if other is None else float(str(other["value"])),
        unit=UNITS[quantity],
        weak=bool(shown["weak"]),
        **{name: str(shown[name]) for name in texts},
    )
