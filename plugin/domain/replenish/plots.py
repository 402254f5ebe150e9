# SPDX-License-Identifier: GPL-2.0-or-later
"""Restorable parcels, and which of them may become cultivated land at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import shapely

from ..geometry import Flags, Floats, Geometries, is_noise, mean_width_m
from ..overlay import Overlay, overlay
from ..plancheck import CheckSettings, PlanDraft
from ..plancheck.lines import BoundLine
from ..progress import Progress, part
from ..repair.candidates import Judge, Site
from ..repair.places import Cover, Surroundings, places_at

Texts = npt.NDArray[np.object_]

READY, WORKS = "即可恢复", "工程恢复"
#: Values of the survey's planting attribute, and what they stand for.
KINDS = {READY: READY, "JKHF": READY, WORKS: WORKS, "GCHF": WORKS}

NOT_RESTORABLE = ("its kind is neither 即可恢复 nor 工程恢复", "种植属性不是即可恢复或工程恢复")
NO_GROUND = ("it has no geometry", "无几何图形")
ON_LINE = ("rules of the lines there object to cultivation: {rules}", "所在控制线的规则不准许耕种：{rules}")
ON_CONSTRUCTION = ("the repaired plan builds on it", "修复后的规划在此安排建设用地")
CULTIVATED = ("the repaired plan has it as cultivated land already", "修复后的规划已将其列为耕地")
OVERLAPS = ("it overlaps parcel {other}", "与图斑 {other} 重叠")
#: Why a parcel is left out, in English and Chinese; None = it may be restored.
Reason = tuple[str, str]


@dataclass(frozen=True)
class Restorable:
    """Restorable parcels in plane coordinates.

    ``kinds`` are raw values (None = the layer has no such field); ``codes`` and
    ``carbon_class`` tell the present use (None = not known); ``area_m2`` follows the area
    rule; ``villages`` and ``cost`` may be None. Where the layer does not tell the present
    use (``codes_known`` false), the land cover of the plan check does.
    """

    geometry: Geometries
    ids: Texts
    kinds: Texts | None
    codes: Texts
    carbon_class: Texts
    area_m2: Floats
    villages: Texts | None
    cost: Floats | None
    layer: str
    codes_known: bool = True


@dataclass(frozen=True)
class Plots:
    """What each restorable parcel gives: ``gain_m2`` of new cultivated land, or the ``reason`` why none."""

    gain_m2: Floats
    reason: list[Reason | None]


def with_present_use(plots: Restorable, around: Surroundings) -> Restorable:
    """The parcels with the present use of the largest share of their ground."""
    codes, classes = (np.full(len(plots.ids), None, dtype=object) for _ in range(2))
    for row, covers in enumerate(around.cover):
        share: dict[Cover, float] = {}
        for cover, shape in covers:
            share[cover] = share.get(cover, 0.0) + float(shapely.area(shape))
        if share:
            codes[row], classes[row] = max(share, key=lambda cover: (share[cover], str(cover)))
    return replace(plots, codes=codes, carbon_class=classes)


def sort_out(
    plots: Restorable,
    plan: PlanDraft,
    around: Surroundings,
    bound: Sequence[BoundLine],
    judge: Judge,
    code_sets: tuple[tuple[str, ...], tuple[str, ...]],
    settings: CheckSettings,
    progress: Progress,
) -> Plots:
    """Leave out what may not, or need not, become cultivated land; the first reason found is given.

    ``code_sets`` are the codes of cultivated and of construction land. Overlaps that are
    digitising noise are none.
    """
    cultivated, construction = code_sets
    reason: list[Reason | None] = [None] * len(plots.ids)
    area_m2 = np.nan_to_num(shapely.area(plots.geometry))
    for row, shape in enumerate(plots.geometry):
        met = [place for place, ground in around.inside[row] if not _is_sliver(ground, settings)]
        site = Site(places_at(met, bound), plots.codes[row])
        kind = "" if plots.kinds is None else str(plots.kinds[row])
        if plots.kinds is not None and kind not in KINDS:
            reason[row] = NOT_RESTORABLE
        elif shape is None:
            reason[row] = NO_GROUND
        else:
            reason[row] = _objection(sorted(judge.objections(site, cultivated[0])))
    built = _common(plots, plan, construction, part(progress, 0.0, 0.4))
    for row in np.unique(built.left[~_noise(built, settings)]):
        reason[row] = reason[row] or ON_CONSTRUCTION
    tilled = _common(plots, plan, cultivated, part(progress, 0.4, 0.8))
    tilled_m2 = np.bincount(tilled.left, weights=tilled.area_m2, minlength=len(area_m2))
    open_m2 = np.maximum(area_m2 - tilled_m2, 0.0)
    gain_m2 = np.divide(open_m2, area_m2, out=np.zeros(len(area_m2)), where=area_m2 > 0.0) * plots.area_m2
    for row in np.flatnonzero(gain_m2 <= settings.sliver_m2):
        reason[row] = reason[row] or CULTIVATED
    _leave_out_doubles(plots, reason, settings)
    gain_m2[[found is not None for found in reason]] = 0.0
    return Plots(gain_m2, reason)


def _objection(rules: Sequence[str]) -> Reason | None:
    """The reason that names the rules, if there are any."""
    if not rules:
        return None
    return ON_LINE[0].format(rules=", ".join(rules)), ON_LINE[1].format(rules="、".join(rules))


def _common(plots: Restorable, plan: PlanDraft, codes: Sequence[str], progress: Progress) -> Overlay:
    """What the parcels share with the planned land of some codes."""
    planned = [code is not None and str(code).startswith(tuple(codes)) for code in plan.codes]
    land = plan.geometry[np.array(planned, dtype=bool)]
    near = np.unique(shapely.STRtree(land).query(plots.geometry)[1])
    return overlay(
        plots.geometry,
        land[near],
        measure=shapely.area,
        left_area_m2=np.nan_to_num(shapely.area(plots.geometry)),
        keep_geometry=True,
        progress=progress,
    )


def _noise(pairs: Overlay, settings: CheckSettings) -> Flags:
    width_m = mean_width_m(pairs.geometry, pairs.area_m2)
    return is_noise(pairs.area_m2, width_m, settings.sliver_m2, settings.sliver_width_m)


def _is_sliver(shape: shapely.Geometry, settings: CheckSettings) -> bool:
    one = np.array([shape], dtype=object)
    area_m2 = np.asarray(shapely.area(one), dtype=np.float64)
    limits = (settings.sliver_m2, settings.sliver_width_m)
    return bool(is_noise(area_m2, mean_width_m(one, area_m2), *limits)[0])


def _leave_out_doubles(plots: Restorable, reason: list[Reason | None], settings: CheckSettings) -> None:
    """Of parcels that overlap only the first by id may be restored: ground counts once.

    Parcels that share an id stand in the order of their geometry.
    """
    first, second = shapely.STRtree(plots.geometry).query(plots.geometry)
    forms = shapely.to_wkb(plots.geometry)
    order = sorted(range(len(forms)), key=lambda row: (str(plots.ids[row]), forms[row] or b""))
    turn = np.argsort(order)
    ahead = turn[first] < turn[second]
    pairs = sorted(zip(first[ahead].tolist(), second[ahead].tolist()), key=lambda pair: int(turn[pair[1]]))
    for one, other in pairs:
        if reason[one] is None and reason[other] is None:
            shared = shapely.intersection(plots.geometry[one], plots.geometry[other])
            if not _is_sliver(shared, settings):
                name = str(plots.ids[one])
                reason[other] = (OVERLAPS[0].format(other=name), OVERLAPS[1].format(other=name))
