# SPDX-License-Identifier: GPL-2.0-or-later
"""Capture, use and storage of CO2: the facility register and what of it is stored, avoided or removed."""

from .inventory import RESULTS, SECTOR_COLUMNS, Inventory, inventory_of
from .register import FIELDS, read_register
from .vocabulary import PERMANENCE, TYPES

__all__ = [
    "FIELDS",
    "PERMANENCE",
    "RESULTS",
    "SECTOR_COLUMNS",
    "TYPES",
    "Inventory",
    "inventory_of",
    "read_register",
]
