# SPDX-License-Identifier: GPL-2.0-or-later
"""Lines against each other: those that must not meet, those that must lie inside another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
import shapely

from ...paths import RESOURCES
from ..geometry import AreaMeasure, Floats, Geometries, Rows, mean_width_m
from ..overlay import difference_from_union, overlay
from ..overlay.pairs import unite_parts
from ..overlay.split import explode
from ..plancheck.noise import NoiseLimits
from ..progress import Progress, part, silent
from ..rules import RulePack
from ..text_tables import read_text_table
from ..topology.steps import areas_in_steps
from .found import Found
from .layers import LineCheckSettings, LineLayer, LineSet, Texts, gather

TABLE = RESOURCES / "rules" / "line_pairs.csv"
DISJOINT, INSIDE, AVOID = "disjoint", "inside", "avoid"
PAIR_TYPES = ("topology", "avoid")
#: The boundary in which parts of the other lines are islands.
BOUNDARY = "udb"


@dataclass(frozen=True)
class LinePair:
    """Two line types (of a zone, "" = any) and how they must lie to each other.

    ``yields`` is the line that gives way; hits up to ``least_m2``, which the rule says, are noise.
    """

    rule_id: str
    line_a: str
    zone_a: str
    line_b: str
    zone_b: str
    relation: str
    yields: str
    least_m2: float = 0.0


def pairs_in_force(law: RulePack) -> list[LinePair]:
    """The pairs of the table whose rule the pack has in force as a check of two lines."""
    rules = law.rules[law.rules["check_type"].isin(PAIR_TYPES) & (law.rules["where"] == "pair")]
    return [
        replace(pair, least_m2=float(rules.at[pair.rule_id, "min_area_m2"] or 0.0))
        for pair in _table()
        if pair.rule_id in rules.index
    ]


@lru_cache(maxsize=1)
def _table() -> tuple[LinePair, ...]:
    rows = read_text_table(TABLE).itertuples(index=False)
    return tuple(
        LinePair(row.rule_id, row.line_a, row.zone_a, row.line_b, row.zone_b, row.relation, row.yields)
        for row in rows
    )


def check_pair(
    pair: LinePair,
    layers: Sequence[LineLayer],
    zones: Sequence[Texts],
    settings: LineCheckSettings,
    measure: AreaMeasure,
    progress: Progress = silent,
    threads: int | None = None,
) -> list[Found]:
    """What two lines at hand do to each other that the pair forbids; nothing where one is not at hand."""
    a = gather(layers, zones, pair.line_a, pair.zone_a)
    b = gather(layers, zones, pair.line_b, pair.zone_b)
    if not (len(a) and len(b)):
        return []
    if pair.relation == INSIDE:
        return _outside(pair, a, b, settings, measure, progress, threads)
    return _shared(pair, a, b, settings, measure, progress, threads)


def _shared(
    pair: LinePair,
    a: LineSet,
    b: LineSet,
    settings: LineCheckSettings,
    measure: AreaMeasure,
    progress: Progress,
    threads: int | None,
) -> list[Found]:
    """The ground of each pair of features, whole parts inside the boundary apart: they are its islands."""
    parts = explode(a.geometry)
    met = overlay(
        parts.geometry,
        b.geometry,
        measure=measure,
        left_area_m2=areas_in_steps(parts.geometry, measure, part(progress, 0.0, 0.2)),
        keep_geometry=True,
        progress=part(progress, 0.2, 1.0),
        threads=threads,
    )
    islands = met.covered & (pair.line_b == BOUNDARY) & (pair.relation == DISJOINT)
    key = np.column_stack((parts.parent[met.left], met.right, islands))
    groups, group = np.unique(key, axis=0, return_inverse=True)
    order = np.argsort(np.ravel(group), kind="stable")
    ground = unite_parts(met.geometry[order], np.ravel(group)[order], len(groups))
    area = np.bincount(np.ravel(group), weights=met.area_m2, minlength=len(groups)).astype(np.float64)
    kinds = ["not_avoided" if pair.relation == AVOID else "island" if row[2] else "overlap" for row in groups]
    return _describe(pair, a, b, groups, kinds, ground, area, settings)


def _outside(
    pair: LinePair,
    a: LineSet,
    b: LineSet,
    settings: LineCheckSettings,
    measure: AreaMeasure,
    progress: Progress,
    threads: int | None,
) -> list[Found]:
    """What of each feature lies outside all features that it must lie in."""
    met = overlay(
        a.geometry,
        b.geometry,
        measure=measure,
        left_area_m2=areas_in_steps(a.geometry, measure, part(progress, 0.0, 0.2)),
        keep_geometry=False,
        progress=part(progress, 0.2, 0.6),
        threads=threads,
    )
    rows = np.arange(len(a))
    rest = difference_from_union(
        a.geometry, b.geometry, met, rows, progress=part(progress, 0.6, 1.0), threads=threads
    )
    some = np.flatnonzero(~shapely.is_missing(rest))
    groups = np.column_stack((some, np.full(len(some), -1)))
    return _describe(
        pair, a, b, groups, ["not_inside"] * len(some), rest[some], measure(rest[some]), settings
    )


def _describe(
    pair: LinePair,
    a: LineSet,
    b: LineSet,
    groups: Rows,
    kinds: Sequence[str],
    ground: Geometries,
    area_m2: Floats,
    settings: LineCheckSettings,
) -> list[Found]:
    width = mean_width_m(ground, area_m2)
    limits = NoiseLimits(max(pair.least_m2, settings.sliver_m2), settings.sliver_width_m)
    noise = limits.substance_m2(ground, area_m2) <= limits.area_m2
    found = []
    for number, (one, other) in enumerate(groups[:, :2]):
        values = {
            "line_a": pair.line_a,
            "line_b": pair.line_b,
            "yields": pair.yields,
            "zone": str(a.zones[one]),
            "area": f"{area_m2[number]:.2f}",
            "width": f"{width[number]:.3f}",
        }
        # Without a feature of the other line, the line as a whole counts.
        trial = bool(a.trial[one] or (b.trial[other] if other >= 0 else b.trial.any()))
        found.append(
            Found(
                rule_id=pair.rule_id,
                kind=kinds[number],
                line_a=pair.line_a,
                id_a=str(a.ids[one]),
                line_b=pair.line_b,
                id_b=str(b.ids[other]) if other >= 0 else None,
                area_m2=float(area_m2[number]),
                geometry=ground[number],
                noise=bool(noise[number]),
                trial=trial,
                values=values,
            )
        )
    return found
