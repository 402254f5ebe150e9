# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs of ``stockchange`` on small layers, with what the tests look at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from layers_by_hand import make_layer, rows_of, square

X, Y = 500_000.0, 3_300_000.0
#: Codes of the third survey: paddy, forest (arbor), reservoir, industry, town road.
PADDY, FOREST, WATER, INDUSTRY, ROAD = "0101", "0301", "1103", "0601", "1004"
TABLES = ("OUTPUT_TRANSITIONS", "OUTPUT_MAP", "OUTPUT_CATEGORIES", "OUTPUT_BALANCE")


def plots(*rows: tuple[float, float, Any], field: str = "DLBM", name: str = "DLTB", **more: Any) -> Any:
    """A layer of plots 100 m high from (west edge, width, code), one beside the other."""
    return make_layer([(square(X + x, Y, w, 100), {field: code}) for x, w, code in rows], name=name, **more)


def towns(*rows: tuple[str, float, float]) -> Any:
    """Units 100 m high from (name, west edge, width)."""
    return make_layer([(square(X + x, Y, w, 100), {"XZQMC": name}) for name, x, w in rows], name="XZQ")


def change(
    run: Callable[..., dict[str, Any]], folder: Path, before: Any, after: Any, **more: Any
) -> dict[str, Any]:
    """An account of change by planar areas with manifest and all its tables in memory."""
    settings = {
        "BEFORE": before,
        "AFTER": after,
        "BEFORE_FIELD": "DLBM",
        "AFTER_FIELD": "DLBM",
        "YEAR_BEFORE": 2020,
        "YEAR_AFTER": 2025,
        "AREA_RULE": "planar",
        "MANIFEST": str(folder / "run.json"),
        **dict.fromkeys(("OUTPUT", *TABLES), "memory:"),
    }
    return run("stockchange", **{**settings, **more})


def units_of(result: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The rows of the layer per unit by unit."""
    return {row["unit"]: row for row in rows_of(result["OUTPUT"])}


def transitions_of(result: dict[str, Any]) -> dict[tuple[Any, ...], float]:
    """{(unit, from_class, to_class): hectares}."""
    rows = rows_of(result["OUTPUT_TRANSITIONS"])
    return {(row["unit"], row["from_class"], row["to_class"]): row["area_ha"] for row in rows}


def sums_by(rows: Sequence[dict[str, Any]], names: Sequence[str], value: str) -> dict[tuple[Any, ...], float]:
    """Sums of a column over the rows that share the named ones, rows with a NULL among them left out."""
    sums: dict[tuple[Any, ...], float] = {}
    for row in rows:
        key = tuple(row[name] for name in names)
        if None not in key:
            sums[key] = sums.get(key, 0.0) + row[value]
    return sums
