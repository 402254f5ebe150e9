# SPDX-License-Identifier: GPL-2.0-or-later
"""Emissions by sector brought onto parcels: point sources first, then proxies, with what is left over."""

from .accounts import FIGURES, Downscaled, Point, spread_accounts
from .amounts import CO2, CO2E, COLUMNS, WHOLE, Accounts, Amounts, read_amounts
from .cells import Cells, cells_of_parcels, grid_of_parcels
from .proxies import (
    AREA,
    FLOOR,
    ClassWeights,
    items_of,
    parcels_of_points,
    read_weights,
    refuse_lost_zeros,
    road_work,
)
from .spread import LEDGER, Placed, PointSource, spread

__all__ = [
    "AREA",
    "CO2",
    "CO2E",
    "COLUMNS",
    "FIGURES",
    "FLOOR",
    "LEDGER",
    "WHOLE",
    "Accounts",
    "Amounts",
    "Cells",
    "ClassWeights",
    "Downscaled",
    "Placed",
    "Point",
    "PointSource",
    "cells_of_parcels",
    "grid_of_parcels",
    "items_of",
    "parcels_of_points",
    "read_amounts",
    "read_weights",
    "refuse_lost_zeros",
    "road_work",
    "spread",
    "spread_accounts",
]
