# SPDX-License-Identifier: GPL-2.0-or-later
"""What a land-use code means for carbon: its class, densities, fluxes, and where they come from."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from ...i18n import speaks_chinese, tr
from .known_tables import changed_at, factors_of

if TYPE_CHECKING:
    from ...domain.classes import Classification
    from ...domain.explanation import FactorRow


def class_of(code: object, classification: str) -> str | None:
    """Carbon class of a code; None where the classification has none for it."""
    return _class_of(code, classification, changed_at(classification))


def class_name(carbon_class: object) -> str | None:
    """Name of a carbon class in the language of QGIS; None for what is no class."""
    from ...domain.classes import carbon_classes

    names = carbon_classes()["name_zh" if speaks_chinese() else "name_en"]
    found = names.get(str(carbon_class))
    return None if found is None else str(found)


def density(code: object, pool: str, classification: str, factor_set: str) -> float | None:
    """Density of a code in t C/ha; None where the code has no class."""
    from ...domain.explanation import density_of

    factors, figures = factors_of(factor_set)
    key = _key_of(code, classification, factor_set)
    return None if key is None else density_of(factors, figures, key, str(pool))


def removal(code: object, classification: str, factor_set: str) -> float | None:
    """Yearly removal of a code in t CO2e/(ha·a)."""
    return _flux(code, "removal", classification, factor_set)


def emission(code: object, classification: str, factor_set: str) -> float | None:
    """Yearly emission of a code in t CO2e/(ha·a)."""
    return _flux(code, "emission", classification, factor_set)


def net(code: object, classification: str, factor_set: str) -> float | None:
    """Yearly net emission of a code in t CO2e/(ha·a)."""
    return _flux(code, "net", classification, factor_set)


def explanation(code: object, quantity: str, classification: str, factor_set: str) -> str | None:
    """What a figure of a code rests on, a line for each factor row."""
    from ...domain.explanation import explain

    factors, _ = factors_of(factor_set)
    key = _key_of(code, classification, factor_set)
    if key is None:
        return None
    found = explain(factors, key, str(quantity))
    head = tr("{code} → {key}: {quantity} {value} by factor set {factor_set}").format(
        code=code,
        key=class_name(key) or key,
        quantity=quantity,
        value=tr("no figure") if math.isnan(found.value) else f"{found.value:.6g} {found.unit}",
        factor_set=factors.id,
    )
    return "\n".join([head, *(_line_of(row) for row in found.rows)])


def _flux(code: object, quantity: str, classification: str, factor_set: str) -> float | None:
    from ...domain.explanation import flux_of

    _, figures = factors_of(factor_set)
    key = _key_of(code, classification, factor_set)
    return None if key is None else flux_of(figures, key, quantity)


def _line_of(row: FactorRow) -> str:
    bounds = "" if math.isnan(row.low) else f" ({row.low:.6g}–{row.high:.6g})"
    origin = ", ".join(_known(row.source, row.locator, row.year, row.region))
    verified = tr("verified: {state}").format(state=row.verified)
    return (
        f"{row.term} {row.value:.6g} {row.unit}{bounds} [{row.row_id}] {origin}; {row.evidence}, {verified}"
    )


def _known(*texts: str) -> Iterator[str]:
    return (text for text in texts if text)


def _key_of(code: object, classification: str, factor_set: str) -> str | None:
    """The key of a code in a factor set: its carbon class, or the code itself for a table by own codes."""
    factors, _ = factors_of(factor_set)
    if factors.key == "carbon_class":
        return class_of(code, classification)
    return _own_key(code, factor_set, changed_at(factor_set))


# 101 is not "0101": the kind of a value decides how it is read.
@lru_cache(maxsize=1 << 14, typed=True)
def _class_of(code: object, classification: str, _changed: int) -> str | None:
    return _match(code, classification)


@lru_cache(maxsize=1 << 14, typed=True)
def _own_key(code: object, factor_set: str, _changed: int) -> str | None:
    from ..codes import read_with

    factors, _ = factors_of(factor_set)
    return _match(code, read_with(factors, ""))


def _match(code: object, classification: str | Classification) -> str | None:
    from ..codes import key_of_code

    name = tr("value of the expression")
    return key_of_code(code, classification, field=name, layer=name)
