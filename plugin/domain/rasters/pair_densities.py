# SPDX-License-Identifier: GPL-2.0-or-later
"""The change of carbon density that belongs to each pair of values."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from ..change.densities import densities_of, pair_densities
from ..factors import FactorSet
from .land_classes import DENSITY_NODATA

Objects = npt.NDArray[np.object_]


def density_changes(before: Objects, after: Objects, factor_set: FactorSet) -> npt.NDArray[np.float32]:
    """Density after less density before of each pair, t C/ha; ``DENSITY_NODATA`` where it is not known.

    ``before`` and ``after`` are the carbon classes of each pair (None = none). A change of −1 t C/ha
    is a value like any other.
    """
    densities = densities_of(factor_set)
    known = set(densities.classes)
    both = np.array([one in known and other in known for one, other in zip(before, after)], dtype=bool)
    pairs = pair_densities(before[both], after[both], densities)
    change = np.full(len(both), np.nan)
    change[both] = pairs.after_tc_ha() - pairs.before_tc_ha()
    return np.where(np.isnan(change), DENSITY_NODATA, change).astype(np.float32)
