# SPDX-License-Identifier: GPL-2.0-or-later
"""The electricity factor of an account: one family, the province and the year, or what comes nearest."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from ..errors import FactorError, InputError
from .library import ELECTRICITY, Factor, factors, families
from .measures import ELECTRICITY as KWH

NATIONAL = "CN"


@dataclass(frozen=True)
class Choice:
    """The factor taken, and whether it is that of the year and of the province asked for."""

    factor: Factor
    right_year: bool
    right_region: bool


def electricity_factors(family: str) -> list[Factor]:
    """All factors of a family of the library."""
    found = [
        factor
        for factor in factors().values()
        if factor.family == family and factor.per == KWH and factor.scope == 2
    ]
    if not found:
        raise FactorError(
            "“{family}” is no family of electricity factors. Use one of {known}.",
            family=family,
            known=", ".join(families()),
        )
    return found


def choose_electricity(family: str, year: int, region: str) -> Choice:
    """The factor of a province (GB/T 2260 code, two digits) and year; else the nearest that is known.

    In this order: the province in the year; the province in the nearest year; its grid region; the whole
    country. Of two years equally near the earlier is taken. Without a region the national factor.
    """
    known = electricity_factors(family)
    wanted = region[:2]
    for fits in (
        lambda factor: bool(wanted) and factor.region == wanted,
        lambda factor: bool(wanted) and wanted in _provinces(factor.region),
        lambda factor: factor.region == NATIONAL,
    ):
        found = [factor for factor in known if fits(factor)]
        if found:
            best = min(found, key=lambda factor: (abs(int(factor.year) - year), factor.year))
            return Choice(best, int(best.year) == year, best.region == (wanted or NATIONAL))
    raise FactorError(
        "Family “{family}” has no national electricity factor. Give factor_id or factor_value in the table.",
        family=family,
    )


def require_region(region: str) -> str:
    """The province code of a run; ``InputError`` when it is no GB/T 2260 code."""
    if region and not re.fullmatch(r"\d{2}(\d{4})?", region):
        raise InputError(
            "REGION “{region}” is no province code. Write two digits of GB/T 2260 such as 33 (Zhejiang).",
            region=region,
        )
    return region[:2]


def refuse_other_family(factor: Factor, family: str, at: Mapping[str, object]) -> None:
    """Raise ``InputError`` for a factor of another family of electricity than the account's."""
    if factor.family and factor.family != family:
        raise InputError(
            "Table “{table}”, row {row}: factor “{factor}” belongs to the electricity family “{found}”, but "
            "the account uses “{family}”. Families are never mixed in one account: change the factor, or "
            "ELECTRICITY_FAMILY for the whole account.",
            **at,
            factor=factor.factor_id,
            found=factor.family,
            family=family,
        )


def _provinces(region: str) -> set[str]:
    """Codes of the provinces of a grid region; ``15w`` and ``15e`` are parts of one, which are left out."""
    return {code.strip() for code in region.split(",") if code.strip().isdigit()}


__all__ = ["ELECTRICITY", "Choice", "choose_electricity", "refuse_other_family", "require_region"]
