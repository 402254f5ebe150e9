# SPDX-License-Identifier: GPL-2.0-or-later
"""GeoPackages that the plugin keeps for years: told from other files, written in one transaction."""

from .connection import reading, writing
from .kinds import StoreKind, is_blank, not_a_store, require_store, wrong_version
from .tables import GEOPACKAGE, create_base, register_table

__all__ = [
    "GEOPACKAGE",
    "StoreKind",
    "create_base",
    "is_blank",
    "not_a_store",
    "reading",
    "register_table",
    "require_store",
    "writing",
    "wrong_version",
]
