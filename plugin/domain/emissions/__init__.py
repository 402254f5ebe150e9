# SPDX-License-Identifier: GPL-2.0-or-later
"""Emissions of activities: tables, factors, scopes, register, reconciliation, system × carrier matrix."""

from .activity import ActivityTable, only_year, read_activities
from .basis import Basis
from .coupling import MATRIX_COLUMNS, matrix_of
from .electricity import require_region
from .inventory import EmissionInventory, make_inventory
from .library import families
from .lines import COLUMNS, frame_of
from .reconcile import RECONCILED, reconciled
from .register import COMPARED, Register, compared, read_register
from .sectors import Sectors, sectors_of
from .splits import read_splits

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
    "only_year",
    "read_activities",
    "read_register",
    "read_splits",
    "reconciled",
    "require_region",
    "sectors_of",
]
