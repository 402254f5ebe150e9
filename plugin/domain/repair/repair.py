# SPDX-License-Identifier: GPL-2.0-or-later
"""The repair of a plan draft: check, decide about the ground of each error, rebuild, and check again."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ..errors import ConservationError
from ..notes import NoteBook
from ..plancheck import PlanCheck, PlanDraft, check_plan
from ..plancheck.questions import make_asker
from ..progress import Progress, part, silent
from ..rules import RulePack, rules_in_force
from ..units import M2_PER_HA
from .assemble import Split, split_parcel
from .candidates import Judge
from .changes import change_table
from .choose import Chooser
from .decide import Case, decide_parcel
from .draft import RepairedDraft, build_draft, union_area_m2
from .grounds import PARCELS_PER_STEP, grounds_of, repairable
from .identity import IdRule
from .places import bind_all, surroundings_of

#: Ids of any length.
ANY_ID = IdRule()
#: How far the plan's area may change by a repair, relative to it.
TOLERANCE = 1e-9


@dataclass(frozen=True)
class RepairSettings:
    """What is repaired and by what it is judged.

    ``kinds`` are keys of ``KINDS``; ``carbon_class`` has the carbon class of each 2023 code,
    ``construction`` the codes of construction land; ``id_rule`` tells what ids may look like.
    """

    kinds: tuple[str, ...]
    carbon_class: Mapping[str, str | None]
    construction: tuple[str, ...]
    id_rule: IdRule = ANY_ID


@dataclass(frozen=True)
class Repair:
    """A repaired draft with the check before and after, and the list of changes (``CHANGE_COLUMNS``)."""

    before: PlanCheck
    after: PlanCheck
    draft: RepairedDraft
    changes: pd.DataFrame

    def figures(self, pack: RulePack, kinds: Collection[str]) -> dict[str, float]:
        """Counts, ha and tonnes of the repair."""
        made = self.changes[self.changes["to_code"].notna()]
        return {
            "errors_before": self.before.totals["errors"],
            "errors_after": self.after.totals["errors"],
            "unrepaired": float(len(repairable(self.after.findings, pack, kinds))),
            "changed_area_ha": math.fsum(made["area_ha"]),
            "lost_construction_ha": math.fsum(made["lost_construction_ha"]),
            "carbon_tco2e": _sum_known(made["carbon_tco2e"]),
            "saved_carbon_tco2e": _sum_known(made["saved_carbon_tco2e"]),
        }


def repair_plan(
    check: Mapping[str, Any], settings: RepairSettings, *, notes: NoteBook, progress: Progress = silent
) -> Repair:
    """Repair the open errors of the chosen kinds by the smallest change of use.

    ``check`` are the arguments of ``check_plan``. Raises what that raises, and
    ``ConservationError`` when the repaired plan would not cover what the plan covers.
    """
    plan, options = check["plan"], check["settings"]
    before = check_plan(**check, notes=notes, progress=part(progress, 0.0, 0.4))
    errors = repairable(before.findings, check["pack"], settings.kinds)
    chooser = Chooser(settings.carbon_class, settings.construction, check["factors"], options.horizon_a)
    splits = _split_all(check, errors, chooser, part(progress, 0.4, 0.58))
    draft = build_draft(
        plan,
        splits,
        settings.carbon_class,
        check["plane"],
        options.area_rule,
        settings.id_rule,
        part(progress, 0.58, 0.6),
    )
    _require_same_cover(plan, draft.plan)
    # The notes on the input have been made; the second check says the same of the same layers.
    after = check_plan(**{**check, "plan": draft.plan}, notes=NoteBook(), progress=part(progress, 0.6, 1.0))
    changes = change_table(plan, splits, draft, chooser, options.language)
    repair = Repair(before, after, draft, changes)
    _note_noise(plan, splits, notes)
    _note_standing(changes, plan.layer, notes)
    _note_left(repair, check["pack"], settings, plan.layer, notes)
    return repair


def _split_all(
    check: Mapping[str, Any], errors: pd.DataFrame, chooser: Chooser, progress: Progress
) -> list[Split]:
    """Decide about every parcel with an error, and cut it."""
    plan, plane = check["plan"], check["plane"]
    law = rules_in_force(check["pack"], check["settings"].as_of)
    asker = make_asker(plan, law, check["base"])
    bound = bind_all(check["lines"], law, plane, part(progress, 0.0, 0.05))
    grounds = grounds_of(errors, plan, check["settings"], part(progress, 0.05, 0.1))
    decided = np.full(len(grounds), None, dtype=object)
    decided[:] = [ground.decided for ground in grounds]
    around = surroundings_of(decided, bound, check["base"], part(progress, 0.1, 0.4), check.get("threads"))
    case = Case(plan, bound, asker, Judge(law, asker.base_given), chooser, check["settings"])
    splits = []
    for number, ground in enumerate(grounds):
        if number % PARCELS_PER_STEP == 0:
            progress(0.4 + 0.6 * number / len(grounds))
        faces, decisions = decide_parcel(ground, around.inside[number], around.cover[number], case)
        splits.append(split_parcel(ground.parcel, plan.geometry[ground.parcel], faces, decisions))
    return splits


def _require_same_cover(plan: PlanDraft, repaired: PlanDraft) -> None:
    before, after = union_area_m2(plan), union_area_m2(repaired)
    if abs(after - before) > TOLERANCE * before:
        raise ConservationError(
            "The repaired plan would have {after_ha:.6f} ha, but the plan has {before_ha:.6f} ha. "
            "Nothing was written. Repair the plan's geometries and run again.",
            after_ha=after / M2_PER_HA,
            before_ha=before / M2_PER_HA,
        )


def _note_noise(plan: PlanDraft, splits: Sequence[Split], notes: NoteBook) -> None:
    """Tell which scraps of errors were not cut out."""
    noisy = [split for split in splits if split.noise_m2 > 0.0]
    if noisy:
        notes.add(
            "error_scraps",
            "Scraps of errors in parcels of plan {layer} (parcels: {count}, {area_ha:.6f} ha in all) are "
            "digitising noise by themselves: they were not cut out and keep the planned use.",
            count=len(noisy),
            area_ha=math.fsum(split.noise_m2 for split in noisy) / M2_PER_HA,
            ids=plan.ids[[split.parcel for split in noisy]],
            layer=plan.layer,
            warning=False,
        )


def _note_standing(changes: pd.DataFrame, layer: str, notes: NoteBook) -> None:
    """Tell which changes end what stands on the ground today."""
    made = changes[changes["to_code"].notna() & changes["base_code"].notna()]
    stands = [str(code).startswith(str(base)) for code, base in zip(made["from_code"], made["base_code"])]
    ended = made[np.array(stands, dtype=bool)]
    if len(ended):
        notes.add(
            "ends_present_use",
            "{count} changes in plan {layer} ({area_ha:.4f} ha) end a use that stands there today. Where it "
            "may stay, list its approval in the table of exemptions and run again.",
            count=len(ended),
            area_ha=math.fsum(ended["area_ha"]),
            ids=ended["plan_id"].drop_duplicates(),
            layer=layer,
        )


def _note_left(repair: Repair, pack: RulePack, settings: RepairSettings, layer: str, notes: NoteBook) -> None:
    """Tell what could not be repaired, and what the second check still finds beyond it."""
    left = repair.changes[repair.changes["to_code"].isna()]
    if len(left):
        notes.add(
            "not_repaired",
            "{count} errors of plan {layer} could not be repaired ({area_ha:.4f} ha): no use may stand there "
            "under every line. The list of changes names the rules that object; change the line or the use "
            "by hand.",
            count=len(left),
            area_ha=math.fsum(left["area_ha"]),
            ids=left["plan_id"].drop_duplicates(),
            layer=layer,
        )
    still = repairable(repair.after.findings, pack, settings.kinds)
    known = set(left["plan_id"])
    still = still[~still["plan_id"].isin(known)]
    if len(still):
        notes.add(
            "still_found",
            "{count} errors are still found by the check after the repair ({area_ha:.4f} ha). "
            "Repair the draft that was written once more, or change these parcels by hand.",
            count=len(still),
            area_ha=math.fsum(still["area_m2"]) / M2_PER_HA,
            ids=still["plan_id"].drop_duplicates(),
        )


def _sum_known(values: pd.Series) -> float:
    """The sum of what is known; NaN where nothing is."""
    known = values.dropna().astype(float)
    return math.fsum(known) if len(known) else math.nan
