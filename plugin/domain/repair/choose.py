# SPDX-License-Identifier: GPL-2.0-or-later
"""The choice of a use for each unit of ground: the least lost construction land, then the least carbon.

Compared in this order (lexicographically, summed over the ground of a unit):

1. uses that no rule objects to before tolerated ones;
2. construction land lost (m²);
3. carbon at stake against the present cover (t CO2e: stock loss + horizon x removal
   forgone); a gain counts as none, a repair is no reason to plan a forest; an unknown
   figure comes after all known ones;
4. ground that would not keep its present use (m²);
5. the code.

Each unit is decided by itself, so that the sum over a plan is the least there is.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..carbon_at_stake import CARBON_COLUMNS, carbon_at_stake
from ..factors import FactorSet
from ..units import M2_PER_HA
from .candidates import Options
from .places import Cover

#: Key of a use of a unit; the least one is chosen.
Score = tuple[int, float, float, float, str]
_CARBON = CARBON_COLUMNS.index("carbon_tco2e")


@dataclass(frozen=True)
class Lot:
    """Ground of one kind in a unit: its area by the area rule and what covers it today."""

    area_m2: float
    cover: Cover


@dataclass(frozen=True)
class Chooser:
    """What a choice needs to know: carbon classes of codes, construction codes, factors and horizon."""

    carbon_class: Mapping[str, str | None]
    construction: tuple[str, ...]
    factors: FactorSet | None
    horizon_a: float
    _per_ha: dict[tuple[str, str], tuple[float, ...]] = field(default_factory=dict)

    def choose(self, options: Options, planned: str, lots: Sequence[Lot]) -> str | None:
        """The best of the uses that may stand; None where there is none."""
        scores = [self.score(code, tier, planned, lots) for code, tier in options.items()]
        return min(scores)[-1] if scores else None

    def score(self, code: str, tier: int, planned: str, lots: Sequence[Lot]) -> Score:
        """How a use compares with others on the same ground."""
        area_m2 = math.fsum(lot.area_m2 for lot in lots)
        lost_m2 = area_m2 if self.builds(planned) and not self.builds(code) else 0.0
        carbon = math.fsum(self._carbon_cost(code, lot) for lot in lots)
        moved_m2 = math.fsum(lot.area_m2 for lot in lots if lot.cover.code != code)
        return tier, lost_m2, carbon, moved_m2, code

    def builds(self, code: str) -> bool:
        """Whether a code is construction land."""
        return code.startswith(self.construction)

    def figures(self, before: str | None, after: str | None) -> tuple[float, ...]:
        """``CARBON_COLUMNS`` of one hectare that turns from one class to another; NaN where not known."""
        if self.factors is None or before is None or after is None:
            return (math.nan,) * len(CARBON_COLUMNS)
        if (before, after) not in self._per_ha:
            change = {"group": [0], "base_class": [before], "plan_class": [after], "area_ha": [1.0]}
            row = carbon_at_stake(pd.DataFrame(change), 1, self.factors, self.horizon_a).iloc[0]
            self._per_ha[before, after] = tuple(np.asarray(row, dtype=np.float64).tolist())
        return self._per_ha[before, after]

    def _carbon_cost(self, code: str, lot: Lot) -> float:
        # Ground without a known cover tells no use from another.
        if self.factors is None or lot.cover.land_class is None:
            return 0.0
        carbon = self.figures(lot.cover.land_class, self.carbon_class.get(code))[_CARBON]
        return math.inf if math.isnan(carbon) else max(0.0, carbon) * lot.area_m2 / M2_PER_HA
