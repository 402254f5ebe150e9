# SPDX-License-Identifier: GPL-2.0-or-later
"""How far from a line a rule speaks: tables of rings."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from ..factors.problems import Problem
from .vocabulary import Vocabulary

RING_COLUMNS = ("rule_id", "zone", "inner_m", "outer_m", "geometry", "source", "note")
#: ``any``: the distances hold for lines and polygons; ``line``: a polygon is the protected ground itself;
#: ``both``: a polygon is protected ground, and what lies within the distance of it too.
RING_GEOMETRIES = ("any", "line", "both")


@dataclass(frozen=True)
class Ring:
    """Ground from ``inner_m`` to ``outer_m`` metres outward from the edge of a line feature.

    With ``lines_only`` a polygon feature is the ground itself and has no ring; with
    ``polygon_too`` it belongs to the ground beside its ring.
    """

    inner_m: float
    outer_m: float
    lines_only: bool
    source: str
    polygon_too: bool = False


def ring_of(rings: pd.DataFrame, rule_id: str, zone: str) -> Ring | None:
    """The ring in which a rule speaks about features of a zone; a row without zone serves all zones.

    ``rings`` is ``RulePack.rings``. None where the table has no row: a rule without any row
    (``has_rings``) speaks about the ground of polygons, one with rows of other zones only
    does not speak about this zone.
    """
    rows = rings[(rings["rule_id"] == rule_id) & rings["zone"].isin(["", zone])]
    if rows.empty:
        return None
    row = rows.sort_values("zone").iloc[-1]
    kind = row["geometry"]
    inner_m, outer_m = float(row["inner_m"]), float(row["outer_m"])
    return Ring(inner_m, outer_m, kind == "line", str(row["source"]), kind == "both")


def has_rings(rings: pd.DataFrame, rule_id: str) -> bool:
    """Whether a rule speaks at a distance from its line."""
    return bool((rings["rule_id"] == rule_id).any())


def ring_problems(rings: pd.DataFrame, rules: pd.DataFrame, words: Vocabulary) -> list[Problem]:
    """Every problem of a table of rings (cells as text) for a table of rules indexed by rule id."""
    missing = [column for column in RING_COLUMNS[:4] if column not in rings.columns]
    if missing:
        return [Problem(1, column, "the column is missing from the header.") for column in missing]
    problems: list[Problem] = []
    for line, row in rings.iterrows():
        problems.extend(_problems_of_ring(int(str(line)), row, rules, words))
    doubled = rings[rings.duplicated(["rule_id", "zone"])]
    for line in doubled.index:
        problems.append(Problem(int(str(line)), "zone", "this rule and zone stand in an earlier row too."))
    return sorted(problems, key=lambda problem: problem.row)


def _problems_of_ring(line: int, row: pd.Series, rules: pd.DataFrame, words: Vocabulary) -> Iterator[Problem]:
    if row["rule_id"] not in rules.index:
        yield Problem(line, "rule_id", "“{value}” is no rule of this pack.", {"value": row["rule_id"]})
    elif row["zone"] and (rules.at[row["rule_id"], "line_type"], row["zone"]) not in words.zones:
        yield Problem(
            line,
            "zone",
            "line type {line_type} has no zone “{value}”.",
            {"line_type": rules.at[row["rule_id"], "line_type"], "value": row["zone"]},
        )
    if row.get("geometry", "") not in ("", *RING_GEOMETRIES):
        yield Problem(
            line,
            "geometry",
            "“{value}” is unknown; known are {known}.",
            {"value": row["geometry"], "known": ", ".join(RING_GEOMETRIES)},
        )
    inner, outer = as_number(row["inner_m"]), as_number(row["outer_m"])
    for column, number in (("inner_m", inner), ("outer_m", outer)):
        if number is None:
            yield Problem(
                line, column, "“{value}” is not a number of metres, 0 or more.", {"value": row[column]}
            )
    if inner is not None and outer is not None and inner >= outer:
        yield Problem(line, "outer_m", "the ring ends before it starts.")


def as_number(text: str) -> float | None:
    """A finite number of at least 0; None for anything else."""
    try:
        number = float(text)
    except ValueError:
        return None
    return number if math.isfinite(number) and number >= 0.0 else None
