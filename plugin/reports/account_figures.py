# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures in the units of measure of their own: how many decimals they need."""

from __future__ import annotations

import math
from collections.abc import Iterable

from ..domain.profiles import Quantity

#: Digits that the smallest figure of a column keeps, and the most decimals that a column has.
DIGITS = 3
MOST_DECIMALS = 4


def figure_of(values: Iterable[float]) -> Quantity:
    """How figures of one column are written: three digits of the smallest that is not 0."""
    sizes = [abs(value) for value in values if math.isfinite(value) and value]
    decimals = DIGITS - 1 - math.floor(math.log10(min(sizes))) if sizes else 0
    return Quantity("figure", 1.0, min(max(decimals, 0), MOST_DECIMALS), {"en": "", "zh": ""})
