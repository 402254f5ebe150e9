# SPDX-License-Identifier: GPL-2.0-or-later
"""Small parcel layers for topology checks, and short views of what was found."""

from __future__ import annotations

from datetime import date

import numpy as np
import shapely
from dualcarbon.plugin.domain.rules import load_rule_pack, rules_in_force
from dualcarbon.plugin.domain.topology import ParcelLayer, TopologySettings, check_topology
from shapely.geometry.base import BaseGeometry

X, Y = 500_000.0, 3_300_000.0
LAW = rules_in_force(load_rule_pack("cn_national"), date(2026, 4, 1))


def ground(*corners: tuple[float, float]) -> BaseGeometry:
    """A polygon with its corners counted from (X, Y)."""
    return shapely.Polygon([(X + x, Y + y) for x, y in corners])


def square(x: float, y: float, width: float = 100.0, height: float | None = None) -> BaseGeometry:
    """A rectangle with its lower left corner at (X + x, Y + y)."""
    top = y + (width if height is None else height)
    return ground((x, y), (x + width, y), (x + width, top), (x, top))


def layer_of(*shapes: BaseGeometry | None, valid: list[BaseGeometry] | None = None) -> ParcelLayer:
    """Parcels p1, p2 … as read; ``valid`` are the repaired ones where they differ."""
    as_read = np.empty(len(shapes), dtype=object)
    as_read[:] = shapes
    geometry = as_read.copy()
    if valid is not None:
        geometry[:] = valid
    ids = np.array([f"p{n}" for n in range(1, len(shapes) + 1)], dtype=object)
    return ParcelLayer("parcels", as_read, geometry, ids, np.full(len(shapes), np.nan))


def check(layer: ParcelLayer, tolerance_m: float = 0.0001, scope=None, law=LAW, **settings):
    """A topology check with planar areas."""
    limits = TopologySettings(tolerance_m=tolerance_m, **settings)
    if scope is not None:
        scope = np.array(scope, dtype=object)
    return check_topology(layer, limits, law, measure=shapely.area, scope=scope)


def seen(result) -> list[tuple[str, str, str]]:
    """Kind, ids and noise of the findings."""
    return list(map(tuple, result.findings[["kind", "ids", "noise"]].to_numpy()))
