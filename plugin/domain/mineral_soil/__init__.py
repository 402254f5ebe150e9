# SPDX-License-Identifier: GPL-2.0-or-later
"""Mineral soil of land that changed: stocks by tier-1 factors or measured, and the linear transition."""

from .account import PARCEL_COLUMNS, PATH_COLUMNS, SOIL_COLUMNS, SoilAccount, soil_account
from .factors import DEPTH_CM, INPUTS, MANAGEMENT, climates, soil_groups, soil_systems
from .parcels import LAND_COLUMNS, Pair, Stocks, stocks_of
from .stock import Lacking, Land, SoilStock, built_over, stock_of

__all__ = [
    "DEPTH_CM",
    "INPUTS",
    "LAND_COLUMNS",
    "MANAGEMENT",
    "PARCEL_COLUMNS",
    "PATH_COLUMNS",
    "SOIL_COLUMNS",
    "Lacking",
    "Land",
    "Pair",
    "SoilAccount",
    "SoilStock",
    "Stocks",
    "built_over",
    "climates",
    "soil_account",
    "soil_groups",
    "soil_systems",
    "stock_of",
    "stocks_of",
]
