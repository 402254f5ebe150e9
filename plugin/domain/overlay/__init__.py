# SPDX-License-Identifier: GPL-2.0-or-later
"""The overlay engine: which pairs of two polygon layers share ground, how much and where."""

from .engine import Overlay, overlay
from .outside import difference_from_union

__all__ = ["Overlay", "difference_from_union", "overlay"]
