# SPDX-License-Identifier: GPL-2.0-or-later
"""The list of what a repair changed, with what that costs, and of what it could not mend, with the reason."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..carbon_at_stake import CARBON_COLUMNS, carbon_at_stake
from ..plancheck import PlanDraft
from ..units import M2_PER_HA
from .assemble import Part, Split
from .choose import Chooser, Lot
from .draft import RepairedDraft

CHANGE_COLUMNS = (
    "plan_id",
    "part_id",
    "rule_ids",
    "from_code",
    "to_code",
    "base_code",
    "area_ha",
    "lost_construction_ha",
    *CARBON_COLUMNS,
    *(f"saved_{name}" for name in CARBON_COLUMNS if name.startswith("carbon")),
    "reason",
)
PRESENT_USE = ("keeps its present use", "恢复现状用途")
ALLOWED_USE = ("a use that every line allows here", "改为各控制线均准许的用途")
TOLERATED_USE = (
    "no use is free of objections here; this one breaks no rule and fares no worse than before",
    "此处没有完全无异议的用途；该用途不违反规则，且不比原规划更差",
)
WITH_REST = (
    "with the rest of the parcel, which would be below the minimum mapped area",
    "连同不足最小上图面积的剩余部分一并调整",
)
NO_CANDIDATE = (
    "not repaired: no rule of the lines here lists an allowed use, and the present use is not known",
    "未修复：此处各控制线的规则均未列明准许用途，且现状用途未知",
)
NO_USE = (
    "not repaired: every use that comes into question meets an objection ({list})",
    "未修复：可选用途均有规则不准许（{list}）",
)


@dataclass(frozen=True)
class _Item:
    """One row to be: a changed part, or ground that could not be mended (``part_id`` None)."""

    plan_id: str
    part_id: str | None
    planned: str
    planned_class: str | None
    part: Part
    area_m2: float

    @property
    def lots(self) -> list[Lot]:
        """The decided ground by its cover."""
        return [lot for decision in self.part.decisions for lot in decision.lots]


def change_table(
    plan: PlanDraft, splits: Sequence[Split], draft: RepairedDraft, chooser: Chooser, language: str
) -> pd.DataFrame:
    """One row per changed part and per ground that could not be mended: ``CHANGE_COLUMNS`` and ``geometry``.

    Carbon is that of the new use against the present cover; ``saved_…`` is what the planned
    use would have cost beyond it. NULL where nothing was changed or nothing is known.
    """
    items = [item for split, rows in zip(splits, draft.parts) for item in _items_of(plan, split, draft, rows)]
    frame = pd.DataFrame([_row(item, chooser) for item in items], columns=list(CHANGE_COLUMNS[:8]))
    frame = frame.astype({"area_ha": float, "lost_construction_ha": float})
    frame["reason"] = pd.Series([_reason(item, language) for item in items], dtype=object)
    now = _carbon(items, chooser, saved=False)
    saved = _carbon(items, chooser, saved=True).add_prefix("saved_")
    frame = pd.concat([frame, now, saved], axis=1)[list(CHANGE_COLUMNS)]
    geometry = np.full(len(frame), None, dtype=object)
    geometry[:] = [item.part.geometry for item in items]
    frame["geometry"] = geometry
    return frame


def _items_of(plan: PlanDraft, split: Split, draft: RepairedDraft, rows: Sequence[int]) -> Iterator[_Item]:
    parcel = split.parcel
    facts = (str(plan.codes[parcel]), plan.carbon_class[parcel])
    for row, part in zip(rows, split.parts):
        if part.code is not None:
            names = (str(plan.ids[parcel]), str(draft.plan.ids[row]))
            yield _Item(*names, *facts, part, float(draft.plan.area_m2[row]))
    for part in split.left:
        area_m2 = math.fsum(lot.area_m2 for decision in part.decisions for lot in decision.lots)
        yield _Item(str(plan.ids[parcel]), None, *facts, part, area_m2)


def _row(item: _Item, chooser: Chooser) -> tuple[object, ...]:
    code = item.part.code
    lost = code is not None and chooser.builds(item.planned) and not chooser.builds(code)
    area_ha = item.area_m2 / M2_PER_HA
    rules = sorted({rule for decision in item.part.decisions for rule in decision.rules})
    names = (item.plan_id, item.part_id, ";".join(rules), item.planned, code)
    return (*names, _main_base(item), area_ha, area_ha if lost else 0.0)


def _reason(item: _Item, language: str) -> str:
    turn = 1 if language.startswith("zh") else 0
    decisions = item.part.decisions
    if item.part.code is None:
        refused = "; ".join(f"{code}: {', '.join(rules)}" for code, rules in decisions[0].refused.items())
        return NO_USE[turn].format(list=refused) if refused else NO_CANDIDATE[turn]
    text = PRESENT_USE if {lot.cover.code for lot in item.lots} == {item.part.code} else ALLOWED_USE
    if any(decision.tolerated for decision in decisions):
        text = TOLERATED_USE
    with_rest = any(decision.with_rest for decision in decisions)
    return "; ".join((text[turn], WITH_REST[turn])) if with_rest else text[turn]


def _main_base(item: _Item) -> str | None:
    """The present use of the largest share of the ground."""
    area: dict[str, float] = {}
    for lot in item.lots:
        if lot.cover.code is not None:
            area[lot.cover.code] = area.get(lot.cover.code, 0.0) + lot.area_m2
    return max(sorted(area), key=area.__getitem__, default=None)


def _carbon(items: Sequence[_Item], chooser: Chooser, *, saved: bool) -> pd.DataFrame:
    if chooser.factors is None:
        empty = np.full((len(items), len(CARBON_COLUMNS)), np.nan)
        return pd.DataFrame(empty, columns=list(CARBON_COLUMNS))
    rows = [
        (number, *change)
        for number, item in enumerate(items)
        for change in _changes_of(item, chooser.carbon_class, saved=saved)
    ]
    parts = pd.DataFrame(rows, columns=["group", "base_class", "plan_class", "area_ha"])
    return carbon_at_stake(parts, len(items), chooser.factors, chooser.horizon_a)


def _changes_of(
    item: _Item, classes: Mapping[str, str | None], *, saved: bool
) -> Iterator[tuple[str, str, float]]:
    """Class before, class after and area in ha; the lots share the measured area of the part."""
    after = None if item.part.code is None else classes.get(item.part.code)
    whole = math.fsum(lot.area_m2 for lot in item.lots)
    for lot in item.lots:
        # What the repair saves is what the planned use would cost beyond the new one.
        change = (after, item.planned_class) if saved else (lot.cover.land_class, after)
        if lot.cover.land_class is not None and change[0] is not None and change[1] is not None:
            yield change[0], change[1], item.area_m2 * (lot.area_m2 / whole) / M2_PER_HA
