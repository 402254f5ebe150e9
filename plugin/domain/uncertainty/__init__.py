# SPDX-License-Identifier: GPL-2.0-or-later
"""How sure an account is: propagation of error, Monte Carlo, and which factor to improve first."""

from .accounts import COLUMNS, METHODS, MONTE_CARLO, PROPAGATION, Uncertainty, UncertaintySettings, assess
from .distributions import DISTRIBUTIONS, LOGNORMAL, NORMAL, TRIANGULAR, draw, is_lognormal
from .map_accuracy import areas_from_samples, parse_confusion

__all__ = [
    "COLUMNS",
    "DISTRIBUTIONS",
    "LOGNORMAL",
    "METHODS",
    "MONTE_CARLO",
    "NORMAL",
    "PROPAGATION",
    "TRIANGULAR",
    "Uncertainty",
    "UncertaintySettings",
    "areas_from_samples",
    "assess",
    "draw",
    "is_lognormal",
    "parse_confusion",
]
