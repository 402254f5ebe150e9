# SPDX-License-Identifier: GPL-2.0-or-later
"""A factor set in the units and signs of the product."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

CARBON_CLASS, LUCODE = "carbon_class", "lucode"

TERM_COLUMNS = (
    "key",
    "quantity",
    "term",
    "value",
    "low",
    "high",
    "evidence",
    "verified",
    "weak",
    "interval_basis",
    "row_id",
    "source",
    "locator",
    "year",
    "region",
    "tier",
    "depth_cm",
    "method",
    "note",
)


@dataclass(frozen=True)
class FactorSet:
    """Densities and fluxes by land class.

    ``key``: "carbon_class", or "lucode" for an InVEST table. ``terms`` has one row per key and
    term, sorted by (key, quantity, term), with the columns ``TERM_COLUMNS``: quantity "stock" in
    t C/ha, "removal" and "emission" in t CO2e/(ha·a), both counted positive; NaN bounds mean that
    no 95 % interval is known. A missing pool has no row. ``remarks`` say what was put
    together or left out; ``sha256`` is the digest of the terms.
    """

    id: str
    version: str
    title: str
    sha256: str
    key: str
    soil_depth_cm: str | None
    flux_family: str | None
    gwp: str | None
    terms: pd.DataFrame
    title_zh: str = ""
    source: str = ""
    names: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()
