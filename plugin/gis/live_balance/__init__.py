# SPDX-License-Identifier: GPL-2.0-or-later
"""The live balance of a plan layer: opened by the parameters of a check, then following its edits."""

from .neighbours import NeighbourWatch
from .opening import LivePlan, Opening, prepare_opening
from .tracker import PlanTracker

__all__ = ["LivePlan", "NeighbourWatch", "Opening", "PlanTracker", "prepare_opening"]
