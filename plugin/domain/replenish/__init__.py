# SPDX-License-Identifier: GPL-2.0-or-later
"""Replenishment of cultivated land: the least-carbon set of restorable parcels that meets the retention."""

from .plots import KINDS, Restorable
from .replenish import PLOT_COLUMNS, Replenishment, Retention, replenish
from .select import least_set

__all__ = ["KINDS", "PLOT_COLUMNS", "Replenishment", "Restorable", "Retention", "least_set", "replenish"]
