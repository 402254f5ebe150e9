# SPDX-License-Identifier: GPL-2.0-or-later
"""Emissions of activities: tables, factors, scopes, register, reconciliation, system × carrier matrix."""

from .activity import ActivityTable, read_activities
from .coupling import MATRIX_COLUMNS, matrix_of
from .electricity import require_region
from .emit import Basis
from .inventory import EmissionInventory, make_inventory
from .library import families
from .lines import COLUMNS, frame_of
from .reconcile import RECONCILED, reconciled
from .register import COMPARED, Register, compared, read_register
from .sectors import Sectors, sectors_of

__all__ = [
    "COLUMNS",
    "COMPARED",
    "MATRIX_COLUMNS",
    "RECONCILED",
    "ActivityTable",
    "Basis",
    "EmissionInventory",
    "Register",
    "Sectors",
    "compared",
    "families",
    "frame_of",
    "make_inventory",
    "matrix_of",
    "read_activities",
    "read_register",
    "reconciled",
    "require_region",
    "sectors_of",
]
