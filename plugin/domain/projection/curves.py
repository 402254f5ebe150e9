# SPDX-License-Identifier: GPL-2.0-or-later
"""Growth curves: biomass density by stand age, or a rate that ends in a year.

Logistic B = w/(1 + k·e^(−a·t)) and Chapman–Richards B = w·(1 − e^(−k·t))^p are the usual forms of
the relation between the biomass density of a forest and its age t (Richards 1959, J. Exp. Bot. 10:
290–300; used for the forests of China by Xu et al. 2010, Sci. China Life Sci. 53: 776–783). Their
parameters always come from a table with its source, never from here.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

LOGISTIC, RICHARDS, POINTS = "logistic", "chapman_richards", "points"
LINEAR_DECLINE, CONSTANT_UNTIL = "linear_decline", "constant_until"
DENSITY_KINDS = (LOGISTIC, RICHARDS, POINTS)
TIME_KINDS = (LINEAR_DECLINE, CONSTANT_UNTIL)


@dataclass(frozen=True)
class DensityCurve:
    """Biomass density (t C/ha) by stand age (a).

    ``kind`` is one of ``DENSITY_KINDS``; ``w`` (t C/ha), ``k``, ``a`` (1/a), ``p`` the parameters of
    the two formulas; ``ages`` and ``densities`` the points of the third, joined by straight lines and
    level beyond their ends.
    """

    kind: str
    w: float = math.nan
    k: float = math.nan
    a: float = math.nan
    p: float = math.nan
    ages: tuple[float, ...] = ()
    densities: tuple[float, ...] = ()

    def density(self, age_a: Floats) -> Floats:
        """Density at each age (t C/ha); an infinite age gives the last density."""
        if self.kind == POINTS:
            values = np.interp(age_a, self.ages, self.densities)
        elif self.kind == LOGISTIC:
            values = self.w / (1.0 + self.k * np.exp(-self.a * age_a))
        else:
            values = self.w * (1.0 - np.exp(-self.k * age_a)) ** self.p
        return np.asarray(values, dtype=np.float64)

    def growth(self, age_a: Floats, year: int) -> Floats:
        """Growth (t C/(ha·a)) in the year that ends ``year`` years after the ages given."""
        return self.density(age_a + year) - self.density(age_a + (year - 1))

    def age_of(self, density_tc_ha: Floats) -> Floats:
        """The youngest age with each density; 0 (or the first point's age) below the curve's beginning,
        infinite at its highest density and above: such stands grow no more."""
        with np.errstate(divide="ignore", invalid="ignore"):
            if self.kind == POINTS:
                ages = self._age_on_points(density_tc_ha)
            elif self.kind == LOGISTIC:
                ages = -np.log((self.w / density_tc_ha - 1.0) / self.k) / self.a
            else:
                ages = -np.log1p(-((density_tc_ha / self.w) ** (1.0 / self.p))) / self.k
        lowest = self.ages[0] if self.kind == POINTS else 0.0
        ages = np.where(density_tc_ha >= self.highest, math.inf, np.maximum(ages, lowest))
        # A density of 0 divides by zero in the logistic form: the youngest age.
        return np.asarray(np.where(density_tc_ha <= 0.0, lowest, ages), dtype=np.float64)

    @property
    def highest(self) -> float:
        """The asymptote, or the highest point (t C/ha)."""
        return max(self.densities) if self.kind == POINTS else self.w

    def _age_on_points(self, density_tc_ha: Floats) -> Floats:
        return np.array([self._first_age(float(density)) for density in density_tc_ha])

    def _first_age(self, density: float) -> float:
        steps = zip(self.ages, self.ages[1:], self.densities, self.densities[1:])
        for start, end, low, high in steps:
            if low <= density <= high and high > low:
                return start + (density - low) / (high - low) * (end - start)
        return self.ages[0]


@dataclass(frozen=True)
class RateCurve:
    """A yearly rate that ends: ``linear_decline`` falls evenly from the baseline's year to 0 in
    ``end_year``, ``constant_until`` stays as it is until then."""

    kind: str
    end_year: int

    def full_years(self, base: int, year: int) -> float:
        """How many years at the full rate come together from ``base`` to ``year``."""
        span, since = max(self.end_year - base, 0), year - base
        if self.kind == CONSTANT_UNTIL or span == 0:
            return float(min(since, span))
        within = min(since, span)
        return within - within * within / (2.0 * span)
