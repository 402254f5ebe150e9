# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the bands of a flow figure lie: classes of two dates as bars, transitions as bands between them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from ..domain.stocks import known_sum

#: Stands for the small classes that a figure takes together.
OTHERS = "*"
#: Classes of a figure at most, beside those taken together.
CLASSES = 9
#: Free height between two bars, as a share of the height of all.
GAP = 0.022


@dataclass(frozen=True)
class Bar:
    """The area of a class at one date: from ``low`` to ``high``, the whole being 1."""

    name: str
    low: float
    high: float
    area_ha: float


@dataclass(frozen=True)
class Band:
    """A transition: where it leaves its bar on the left and reaches its bar on the right."""

    start: str
    end: str
    left: tuple[float, float]
    right: tuple[float, float]
    area_ha: float
    change_tc: float
    changed: bool


@dataclass(frozen=True)
class Flows:
    """Bars of both dates from top to bottom and the bands between them; heights run from 0 to ``height``."""

    left: tuple[Bar, ...]
    right: tuple[Bar, ...]
    bands: tuple[Band, ...]
    height: float


def flows_of(rows: pd.DataFrame, order: Sequence[str], pitch: float = 0.0) -> Flows:
    """Lay out transitions (from, to, area_ha, change_tc); classes in ``order``, small ones taken together.

    Both sides have the classes in the same order, so that ground that stays runs level. The
    middles of neighbouring bars are ``pitch`` apart at least, which leaves room for their names.
    """
    merged = merge_small(rows, order)
    whole = math.fsum(merged["area_ha"])
    names = [*order, OTHERS]
    left, right = (_bars(merged, key, names, whole, pitch) for key in ("from", "to"))
    starts, ends = {bar.name: bar.low for bar in left}, {bar.name: bar.low for bar in right}
    lefts, rights = (_stack(merged, key, names, whole, at) for key, at in (("from", starts), ("to", ends)))
    bands = tuple(
        Band(
            row["from"],
            row["to"],
            lefts[k],
            rights[k],
            row["area_ha"],
            row["change_tc"],
            bool(row["changed"]),
        )
        for k, row in enumerate(merged.to_dict("records"))
    )
    return Flows(left, right, bands, max(bar.high for bar in (*left, *right)))


def merge_small(rows: pd.DataFrame, order: Sequence[str]) -> pd.DataFrame:
    """Transitions with all but the ``CLASSES`` largest classes of either date as ``OTHERS``.

    A class is as large as its share of all ground or of the ground that changed its class,
    whichever is more. Ground that stayed in a small class is told from ground that changed.
    """
    changed = rows["from"] != rows["to"]
    size: dict[str, float] = {}
    for part in (rows, rows[changed]):
        whole = math.fsum(part["area_ha"])
        for key in ("from", "to"):
            for name, area_ha in part.groupby(key)["area_ha"].agg(math.fsum).items():
                size[str(name)] = max(size.get(str(name), 0.0), area_ha / whole if whole else 0.0)
    ranked = sorted(size, key=lambda name: (-size[name], name))
    kept = set(ranked) if len(ranked) <= CLASSES + 1 else set(ranked[:CLASSES])
    merged = rows.assign(
        changed=changed,
        **{key: [name if name in kept else OTHERS for name in rows[key]] for key in ("from", "to")},
    )
    groups = merged.groupby(["from", "to", "changed"], sort=True)
    sums = groups.agg(area_ha=("area_ha", math.fsum), change_tc=("change_tc", known_sum)).reset_index()
    place = {name: number for number, name in enumerate([*order, OTHERS])}
    keys = sums.assign(a=sums["from"].map(place), b=sums["to"].map(place))
    return sums.loc[keys.sort_values(["a", "b", "changed"], kind="stable").index].reset_index(drop=True)


def _bars(rows: pd.DataFrame, key: str, names: Sequence[str], whole: float, pitch: float) -> tuple[Bar, ...]:
    bars: list[Bar] = []
    for name in names:
        area_ha = math.fsum(rows.loc[rows[key] == name, "area_ha"])
        if area_ha > 0.0:
            height = area_ha / whole
            top = 0.0
            if bars:
                last = bars[-1]
                top = max(last.high + GAP, (last.low + last.high) / 2 + pitch - height / 2)
            bars.append(Bar(name, top, top + height, area_ha))
    return tuple(bars)


def _stack(
    rows: pd.DataFrame, key: str, names: Sequence[str], whole: float, tops: dict[str, float]
) -> dict[int, tuple[float, float]]:
    """The piece of its bar that each row takes, in the order of the bars on the other side."""
    other = {"from": "to", "to": "from"}[key]
    place = {name: number for number, name in enumerate(names)}
    pieces = {}
    tops = dict(tops)
    for k in sorted(rows.index, key=lambda k: (place[rows.at[k, other]], bool(rows.at[k, "changed"]))):
        name, size = rows.at[k, key], rows.at[k, "area_ha"] / whole
        pieces[k] = (tops[name], tops[name] + size)
        tops[name] += size
    return pieces
