# SPDX-License-Identifier: GPL-2.0-or-later
"""Baselines, factor sets and curve tables by hand, for the tests of the path."""

from __future__ import annotations

from typing import Any

import pandas as pd
from dualcarbon.plugin.domain.factors import FactorSet, factor_set_from_frame
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.projection import (
    Projection,
    ProjectionSettings,
    baseline_rows,
    parse_ages,
    parse_curves,
    project,
)
from dualcarbon.plugin.domain.stocks import account

CO2 = 44 / 12


def factors(*rows: tuple[Any, ...]) -> FactorSet:
    """A set from (class, pool or process, value, low, high), in t C/ha, t C/(ha·a) or t CO2e/(ha·a)."""
    records = []
    for name, term, value, low, high in rows:
        stock, gas = term in ("agb", "bgb", "soc", "dom"), term in ("ch4", "n2o")
        records.append(
            {
                "kind": "stock" if stock else "flux",
                "class": name,
                "pool": term if stock else "",
                "process": "" if stock else term,
                "depth_cm": "0-100" if term == "soc" else "",
                "value": str(value),
                "low": "" if low is None else str(low),
                "high": "" if high is None else str(high),
                "unit": "t C/ha" if stock else ("t CO2e/(ha·a)" if gas else "t C/(ha·a)"),
                "source": "by hand",
                "evidence": "primary",
                "verified": "yes",
            }
        )
    return factor_set_from_frame(pd.DataFrame(records), file="hand.csv")


#: A forest that grows (40 + 10 of biomass), gathers litter and soil; a paddy that loses soil and emits CH4.
HAND = factors(
    ("mixed_forest", "agb", 40, 30, 50),
    ("mixed_forest", "bgb", 10, 8, 12),
    ("mixed_forest", "dom", 5, 2, 9),
    ("mixed_forest", "soc", 100, 80, 120),
    ("mixed_forest", "biomass_growth", 0.5, 0.2, 0.9),
    ("mixed_forest", "dead_organic_matter", 0.05, 0, 0.2),
    ("mixed_forest", "soil", 0.1, -0.1, 0.3),
    ("paddy", "soc", 40, 10, 70),
    ("paddy", "soil", -2, -3, -1),
    ("paddy", "ch4", -7, -9, -4),
)


def cells(*rows: tuple[str, str, float]) -> pd.DataFrame:
    """An area table from (unit, class, ha)."""
    return pd.DataFrame(rows, columns=["unit", "carbon_class", "area_ha"])


def baseline(table: pd.DataFrame, factor_set: FactorSet = HAND) -> pd.DataFrame:
    """The table that a baseline of these areas writes."""
    return account(table, factor_set, NoteBook()).by_class


def curve_rows(*rows: dict[str, Any]) -> pd.DataFrame:
    """A curve table as text; what every curve needs is filled in."""
    common = {"factor_set": "*", "carbon_class": "mixed_forest", "source": "by hand", "evidence": "primary"}
    records = [{**common, "unit": "t C/ha", **row} for row in rows]
    return pd.DataFrame(records).astype(object).where(lambda frame: frame.notna(), "").astype(str)


def age_rows(*rows: dict[str, Any]) -> pd.DataFrame:
    """A table of stand ages as text."""
    return pd.DataFrame(rows).astype(object).where(lambda frame: frame.notna(), "").astype(str)


def walk(
    table: pd.DataFrame,
    years: tuple[int, ...],
    *,
    factor_set: FactorSet = HAND,
    base: int = 2025,
    curves: pd.DataFrame | None = None,
    ages: pd.DataFrame | None = None,
    notes: NoteBook | None = None,
) -> Projection:
    """The path of a baseline table, with its figures per class."""
    settings = ProjectionSettings(
        base,
        years,
        None if curves is None else parse_curves(curves, factor_set.id),
        None if ages is None else parse_ages(ages),
        classes=True,
    )
    rows = baseline_rows(table, factor_set)
    return project(rows, factor_set, settings, notes=NoteBook() if notes is None else notes)


def at(frame: pd.DataFrame | None, year: int, **key: str) -> pd.Series:
    """The one row of a year (and unit, class …)."""
    assert frame is not None
    found = frame[frame["year"] == year]
    for name, value in key.items():
        found = found[found[name] == value]
    assert len(found) == 1
    return found.iloc[0]
