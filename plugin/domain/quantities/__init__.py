# SPDX-License-Identifier: GPL-2.0-or-later
"""The quantities of a plan: indicators against targets, balances, structure, and map against table."""

from .check import QuantityCheck, check_quantities
from .indicators import Indicator, find_indicator, load_indicators
from .layers import Coast, CodedLand, Measuring, OfficialLine, Surroundings
from .rows import QUANTITY_COLUMNS
from .structure import STRUCTURE_COLUMNS, land_structure
from .target_rows import Target
from .targets import read_targets

__all__ = [
    "QUANTITY_COLUMNS",
    "STRUCTURE_COLUMNS",
    "Coast",
    "CodedLand",
    "Indicator",
    "Measuring",
    "OfficialLine",
    "QuantityCheck",
    "Surroundings",
    "Target",
    "check_quantities",
    "find_indicator",
    "land_structure",
    "load_indicators",
    "read_targets",
]
