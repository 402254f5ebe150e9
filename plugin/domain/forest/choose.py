# SPDX-License-Identifier: GPL-2.0-or-later
"""Which value of a parameter holds for which stand: by species or group, and by class."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..factors.vocabulary import EVIDENCE
from . import vocabulary as words
from .parameters import ForestParameters

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Objects = npt.NDArray[np.object_]

_FAR = 1_000
#: A volume divided by an area that is it again but for rounding stays in its class.
EDGE = 1.0 + 1e-9


@dataclass(frozen=True)
class Factor:
    """One parameter at every stand.

    ``row``: row of the value in ``ForestParameters.values`` (−1: none, ``value`` NaN). ``rank``: how
    far the owner is from the species (0 its own value, then its groups, last ``*``). ``owner``:
    code of parameter and owner, by which the values of several stands are one draw.
    ``evidence``: position in ``EVIDENCE``. Where ``used`` is false the factor plays no part (1).
    """

    parameter: str
    row: Ints
    rank: Ints
    owner: Ints
    value: Floats
    low: Floats
    high: Floats
    evidence: Ints
    weak: Bools
    used: Bools

    @property
    def known(self) -> Bools:
        """Where a value was found."""
        return self.row >= 0

    def where(self, used: Bools) -> Factor:
        """The factor where it is used only."""
        return Factor(
            self.parameter,
            self.row,
            self.rank,
            self.owner,
            np.where(used, self.value, 1.0),
            np.where(used, self.low, 1.0),
            np.where(used, self.high, 1.0),
            self.evidence,
            self.weak & used,
            used,
        )


def choose(
    parameters: ForestParameters, parameter: str, species: Objects, measures: Mapping[str, Floats]
) -> Factor:
    """The value of a parameter for every stand.

    ``measures`` holds per stand what values may depend on (``vocabulary.BY``), NaN where unknown.
    The nearest owner with a class that fits wins: a species' own value, then those of its
    groups in order, then ``*``. A class holds ``begin < x ≤ end``, the lowest one also 0.
    """
    classes = _classes_of(parameters, parameter)
    row = np.full(len(species), -1, dtype=np.int64)
    rank = np.full(len(species), _FAR, dtype=np.int64)
    codes, names = pd.factorize(species)
    for code, name in enumerate(names):
        stands = np.flatnonzero(codes == code)
        for distance, owner in enumerate(parameters.species.at[name, "owners"]):
            for one in classes.get(owner, ()):
                chosen = stands[(row[stands] < 0) & one.holds(measures, stands)]
                row[chosen], rank[chosen] = one.row, distance
    return _factor(parameters, parameter, row, rank)


@dataclass(frozen=True)
class _Class:
    """One value and the stands for which it holds."""

    row: int
    by: str
    begin: float
    end: float

    def holds(self, measures: Mapping[str, Floats], stands: npt.NDArray[np.intp]) -> Bools:
        if not self.by:
            return np.ones(len(stands), dtype=bool)
        measure = measures[self.by][stands]
        fits: Bools = (measure > self.begin * EDGE) & (measure <= self.end * EDGE)
        return fits


def _classes_of(parameters: ForestParameters, parameter: str) -> dict[str, list[_Class]]:
    """The values of a parameter by owner, in the order of their classes."""
    values = parameters.values
    mine = values[values["parameter"] == parameter]
    found: dict[str, list[_Class]] = {}
    for row, owner, by, begin, end in zip(mine.index, mine["owner"], mine["by"], mine["begin"], mine["end"]):
        found.setdefault(owner, []).append(_Class(int(row), by, float(begin), float(end)))
    return found


def _factor(parameters: ForestParameters, parameter: str, row: Ints, rank: Ints) -> Factor:
    values = parameters.values
    owners = (values["parameter"] + "\x1f" + values["owner"]).to_numpy(dtype=object)
    owner = np.append(np.unique(owners, return_inverse=True)[1], -1).astype(np.int64)
    evidence = np.append([EVIDENCE.index(grade) for grade in values["evidence"]], -1).astype(np.int64)

    def number(name: str) -> Floats:
        return np.asarray(np.append(values[name].to_numpy(float), np.nan)[row], dtype=np.float64)

    return Factor(
        parameter,
        row,
        rank,
        owner[row],
        number("value"),
        number("low"),
        number("high"),
        evidence[row],
        np.append(values["weak"].to_numpy(bool), False)[row],
        row >= 0,
    )


@dataclass(frozen=True)
class Expansion:
    """Above-ground biomass per volume: a BCEF, or wood density × BEF where that is nearer to the species."""

    factors: tuple[Factor, ...]
    value: Floats
    #: Stands for which a BEF of the growing stock stands in for one of increment or removals.
    borrowed: Bools


#: BCEF and BEF by what they expand: growing stock, increment, removals (IPCC 2006 V4 Ch4 table 4.5).
_EXPANSIONS = {
    words.BCEF_S: words.BEF,
    words.BCEF_I: words.BEF_I,
    words.BCEF_R: words.BEF_R,
}


def choose_expansion(
    parameters: ForestParameters, bcef: str, species: Objects, measures: Mapping[str, Floats]
) -> Expansion:
    """Biomass per volume (t d.m./m³) for growing stock, increment or removals.

    BCEF = wood density × BEF (IPCC 2006 V4 Ch2 box 2.2). The BEF of the growing stock stands in
    for a missing BEF of increment or removals, as the Chinese provincial guidelines have it.
    """
    direct = choose(parameters, bcef, species, measures)
    density = choose(parameters, words.WOOD_DENSITY, species, measures)
    own = choose(parameters, _EXPANSIONS[bcef], species, measures)
    stock = choose(parameters, words.BEF, species, measures)
    both = density.known & (own.known | stock.known)
    distance = np.maximum(density.rank, np.where(own.known, own.rank, stock.rank))
    by_density = both & (~direct.known | (distance < direct.rank))
    borrowed = by_density & ~own.known & (bcef != words.BCEF_S)
    factors = [
        direct.where(~by_density),
        density.where(by_density),
        own.where(by_density & own.known),
        stock.where(by_density & ~own.known),
    ]
    value = np.prod([factor.value for factor in factors], axis=0)
    return Expansion(tuple(factors), np.asarray(value, dtype=np.float64), borrowed)
