# SPDX-License-Identifier: GPL-2.0-or-later
"""What a plan check tells about its plan, its law, its lines and its findings."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import pandas as pd
import shapely

from ..areas import WorkPlane
from ..carbon_at_stake import note_missing_factors
from ..coverage import find_overlaps
from ..errors import InputError
from ..factors import FactorSet
from ..geometry import Flags, is_noise, mean_width_m
from ..notes import NoteBook
from ..progress import Progress, part
from ..rules import (
    ACTIVITY_CODE,
    ANYWHERE,
    BASELINE,
    BUFFER,
    FINER_CODE,
    INSIDE,
    LEGAL,
    TRANSITION,
    RulePack,
    rules_at,
)
from ..units import M2_PER_HA
from .findings import covered_parts
from .hits import NOISE, Case
from .layers import BaseCover, CheckSettings, PlanDraft
from .lines import BoundLine
from .present_use import PresentUse
from .questions import checkable
from .totals import union_of_hits

#: Plan parcels that share up to this area (m²) overlap by digitising noise.
OVERLAP_NOISE_M2 = 1.0


def note_law(
    pack: RulePack, law: RulePack, bound: Sequence[BoundLine], settings: CheckSettings, notes: NoteBook
) -> None:
    """List the rules of the lines at hand that are not in force on the day."""
    present = {item.line.line_type for item in bound}
    of_lines = pack.rules[pack.rules["line_type"].isin(present)]
    past = sorted(set(of_lines["rule_id"]) - set(law.rules["rule_id"]))
    if past:
        notes.add(
            "rules_not_in_force",
            "{count} rules of these lines are not in force on {as_of} and were left out: {rules}. "
            "For the law of another day change the date of the check.",
            count=len(past),
            as_of=settings.as_of.isoformat(),
            rules=", ".join(past),
            warning=False,
        )
    for item in bound:
        bare = sorted(zone for zone in set(item.zones) if _lacks_law(pack, law, item, zone))
        rows = np.flatnonzero(np.isin(item.zones.astype(str), bare))
        if len(rows):
            notes.add(
                "zone_without_law",
                "Control line {layer}: features of a zone ({zones}) for which the pack has rules, but none "
                "in force on {as_of}: {count}. Nothing was checked there. Check this ground by hand under "
                "the law of that day, or change the date of the check.",
                count=len(rows),
                ids=() if item.line.ids is None else item.line.ids[rows],
                layer=item.line.layer,
                zones=", ".join(zone or "–" for zone in bare),
                as_of=settings.as_of.isoformat(),
            )


def _lacks_law(pack: RulePack, law: RulePack, item: BoundLine, zone: str) -> bool:
    """Whether every rule that decides in a zone of a line is of another day."""

    def decides(rules: RulePack) -> bool:
        found = (rules_at(rules, item.line.line_type, zone, place) for place in (INSIDE, BUFFER))
        return any(rule.speaks and rule.kind != ACTIVITY_CODE for at in found for rule in at)

    return decides(pack) and not decides(law)


def note_trial(bound: Sequence[BoundLine], notes: NoteBook) -> None:
    """Warn of lines that are not legally in force."""
    for item in bound:
        if item.line.status != LEGAL:
            notes.add(
                "trial",
                "Trial run: control line {layer} has the status “{status}” and is not legally in force. Its "
                "findings only inform and cite no law; check again with the line in force before you decide.",
                layer=item.line.layer,
                status=item.line.status,
            )


def note_present_use(
    bound: Sequence[BoundLine], uses: PresentUse, notes: NoteBook, progress: Progress
) -> None:
    """Tell where inside a line rules on the present use alone are silent, as nobody knows that use."""
    for item in bound:
        at_line = rules_at(uses.asker.pack, item.line.line_type, None, INSIDE)
        asking = [rule.rule_id for rule in at_line if rule.kind == BASELINE]
        unknown_m2 = uses.known.without_use_m2(item.geometry, progress) if asking else 0.0
        if unknown_m2 > OVERLAP_NOISE_M2:
            notes.add(
                "present_use_unknown",
                "{area_ha:.4f} ha of control line {layer} have no present use in {base}; what {rules} says "
                "about the present use is not checked there. Complete the land cover.",
                area_ha=unknown_m2 / M2_PER_HA,
                layer=item.line.layer,
                base=uses.base.layer,
                rules=", ".join(asking),
            )


def note_unknown_changes(
    bound: Sequence[BoundLine],
    uses: PresentUse,
    settings: CheckSettings,
    notes: NoteBook,
    progress: Progress,
) -> None:
    """Tell on how much of the plan rules on changes of use are silent, as nobody knows the present use.

    Slits in the land cover that are digitising noise are not worth a word.
    """
    anywhere = [item for item in bound if item.place == ANYWHERE]
    for turn, item in enumerate(anywhere):
        rules = rules_at(uses.asker.pack, item.line.line_type, None, ANYWHERE)
        from_codes = {code for rule in rules for code in rule.base_codes}
        rows = np.flatnonzero(uses.asker.parcels(uses.asker.asked_of_change(item, sorted(from_codes))))
        share = part(progress, turn / len(anywhere), (turn + 1) / len(anywhere))
        bare, ground = uses.known.without_use(uses.plan.geometry[rows], share)
        area_m2 = np.asarray(shapely.area(ground), dtype=np.float64)
        width_m = mean_width_m(ground, area_m2)
        large = ~is_noise(area_m2, width_m, settings.sliver_m2, settings.sliver_width_m)
        if large.any():
            notes.add(
                "change_unknown",
                "Plan {layer}: parcels without a present use in {base}: {count}, on {area_ha:.4f} ha. What "
                "{rules} says about changes of use is not checked there. Complete the land cover.",
                count=int(large.sum()),
                area_ha=math.fsum(area_m2[large]) / M2_PER_HA,
                ids=uses.plan.ids[rows[bare[large]]],
                layer=uses.plan.layer,
                base=uses.base.layer,
                rules=", ".join(rule.rule_id for rule in rules if rule.kind == TRANSITION),
            )


def note_not_checkable(plan: PlanDraft, notes: NoteBook) -> None:
    """List the parcels without a code or a geometry. Raises ``InputError`` when nothing is left to check."""
    known = checkable(plan)
    if not math.fsum(plan.area_m2[known]) > 0.0:
        raise InputError(
            "Nothing in plan “{layer}” can be checked: none of its {count} parcels has both a code of the "
            "rules and a geometry with an area. Choose the field with the land-use codes and their "
            "classification, and repair the geometries.",
            layer=plan.layer,
            count=len(known),
        )
    if not known.all():
        notes.add(
            "not_checkable",
            "Plan {layer}: parcels without a code of the rules or without a geometry, not checked: {count} "
            "({area_ha:.4f} ha). Give them a code of the classification and a polygon, and check again.",
            count=int((~known).sum()),
            area_ha=math.fsum(plan.area_m2[~known]) / M2_PER_HA,
            ids=plan.ids[~known],
            layer=plan.layer,
        )


def note_plan_overlaps(
    plan: PlanDraft, plane: WorkPlane, rule: str, notes: NoteBook, progress: Progress, threads: int | None
) -> Flags:
    """List the parcels of the plan that overlap one another, and the area that is planned more than once.

    Returns which parcels may overlap others at all, be it less than is worth a note.
    """
    overlaps = find_overlaps(
        plan.geometry,
        measure=lambda geoms: plane.measure(geoms, rule),
        progress=progress,
        threads=threads,
    )
    large = overlaps.shared_m2 > OVERLAP_NOISE_M2
    rows = np.union1d(overlaps.first[large], overlaps.second[large])
    if len(rows):
        notes.add(
            "overlapping_plan",
            "Plan {layer}: parcels that overlap others: {count}; {area_ha:.4f} ha are planned more than "
            "once. Every parcel is checked by itself; the areas and carbon of the findings count that ground "
            "once. Remove the overlaps from the plan.",
            count=len(rows),
            area_ha=overlaps.twice_m2 / M2_PER_HA,
            ids=plan.ids[rows],
            layer=plan.layer,
        )
    return overlaps.doubtful


def note_noise(findings: pd.DataFrame, settings: CheckSettings, notes: NoteBook) -> None:
    """Count the findings that are digitising noise."""
    noise = findings[findings["severity"] == "noise"]
    if len(noise):
        notes.add(
            "noise",
            "{count} findings are digitising noise (not larger than {sliver_m2} m² or than the least area "
            "that their rule counts, or not wider than {sliver_width_m} m; {area_ha:.6f} ha in sum): listed, "
            "but not counted. Lower SLIVER_M2, SLIVER_WIDTH_M or min_area_m2 of the rule to count them.",
            count=len(noise),
            area_ha=math.fsum(noise["area_m2"]) / M2_PER_HA,
            ids=noise["finding_key"],
            sliver_m2=settings.sliver_m2,
            sliver_width_m=settings.sliver_width_m,
            warning=False,
        )


def note_coarse_codes(findings: pd.DataFrame, layer: str, notes: NoteBook) -> None:
    """List the parcels whose code is too coarse for a rule that hits them."""
    coarse = findings[(findings["needs"] == FINER_CODE) & (findings["severity"] != "noise")]
    if len(coarse):
        notes.add(
            "coarse_code",
            "{count} findings ask for a finer code: a rule tells the finer codes of {codes} apart, and plan "
            "{layer} does not ({area_ha:.4f} ha of findings). Give these parcels their finer codes and "
            "check again.",
            count=len(coarse),
            area_ha=math.fsum(coarse["area_m2"]) / M2_PER_HA,
            ids=coarse["plan_id"].drop_duplicates(),
            codes=", ".join(sorted(set(coarse["plan_code"]))),
            layer=layer,
        )


def note_carbon(
    case: Case, hits: pd.DataFrame, base: BaseCover | None, factors: FactorSet | None, notes: NoteBook
) -> None:
    """Tell on which ground of the findings no carbon could be counted."""
    if base is None or factors is None:
        return
    union = union_of_hits(hits[hits["rank"] < NOISE])
    bare = np.array([name is None for name in case.cells.base_class[union["cell"]]], dtype=bool)
    if bare.any():
        notes.add(
            "no_land_cover",
            "{area_ha:.4f} ha of the findings have no land cover of a known class in {layer}; "
            "carbon at stake counts the rest only. Complete the land cover or map its codes to classes.",
            count=int(bare.sum()),
            area_ha=math.fsum(union.loc[bare, "area_m2"]) / M2_PER_HA,
            layer=base.layer,
        )
    note_missing_factors(covered_parts(case, union.assign(group=0)), factors, notes)
