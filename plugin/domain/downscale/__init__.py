# SPDX-License-Identifier: GPL-2.0-or-later
"""Emissions by sector brought onto parcels: point sources first, then proxies, with what is left over."""

from .amounts import COLUMNS, WHOLE, Amounts, read_amounts
from .proxies import AREA, FLOOR, ClassWeights, parcels_of_points, read_weights, road_work
from .spread import LEDGER, Placed, PointSource, spread

__all__ = [
    "AREA",
    "COLUMNS",
    "FLOOR",
    "LEDGER",
    "WHOLE",
    "Amounts",
    "ClassWeights",
    "Placed",
    "PointSource",
    "parcels_of_points",
    "read_amounts",
    "read_weights",
    "road_work",
    "spread",
]
