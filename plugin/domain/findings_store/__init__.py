# SPDX-License-Identifier: GPL-2.0-or-later
"""The findings store: a GeoPackage that remembers findings, their states and who decided them, run by run."""

from .contents import FINDING_FIELDS, read_decisions, read_findings, read_history
from .schema import SCHEMA_VERSION, StoreCrs
from .scope import RunScope, parcel_tokens, rows_of_parcels, scope_of
from .states import FIXED, STATES, set_state
from .update import StoreRun, update_findings

__all__ = [
    "FINDING_FIELDS",
    "FIXED",
    "SCHEMA_VERSION",
    "STATES",
    "RunScope",
    "StoreCrs",
    "StoreRun",
    "parcel_tokens",
    "read_decisions",
    "read_findings",
    "read_history",
    "rows_of_parcels",
    "scope_of",
    "set_state",
    "update_findings",
]
