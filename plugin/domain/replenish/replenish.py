# SPDX-License-Identifier: GPL-2.0-or-later
"""The replenishment table (补划表): which restorable parcels make up for cultivated land that is missing."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from ..carbon_at_stake import CARBON_COLUMNS, carbon_at_stake
from ..geometry import Flags, Floats
from ..notes import NoteBook
from ..plancheck import PlanDraft
from ..plancheck.questions import make_asker
from ..progress import Progress, part, silent
from ..repair.candidates import Judge
from ..repair.places import bind_all, surroundings_of
from ..rules import code_set, rules_in_force
from ..units import M2_PER_HA, MU_PER_HA
from .plots import KINDS, Plots, Restorable, sort_out, with_present_use
from .select import Choice, least_set

PLOT_COLUMNS = (
    "parcel_id",
    "village",
    "kind",
    "status",
    "order",
    "area_ha",
    "area_mu",
    "gain_ha",
    "gain_mu",
    "present_code",
    *CARBON_COLUMNS,
    "cost",
    "reason",
)
CHOSEN, SPARE, EXCLUDED = "chosen", "spare", "excluded"


@dataclass(frozen=True)
class Retention:
    """The cultivated land to be kept (耕地保有量) in ha, and the carbon class that restored land gets."""

    retention_ha: float
    cultivated_class: str | None


@dataclass(frozen=True)
class Replenishment:
    """The parcels with what is chosen (``PLOT_COLUMNS``, and ``geometry``), and the balance in ha.

    ``shortage_ha`` is what the repaired plan lacks, ``gained_ha`` what the chosen parcels
    give, ``still_short_ha`` what is missing yet; ``carbon_tco2e`` is that of the chosen ones.
    """

    plots: pd.DataFrame
    cultivated_ha: float
    shortage_ha: float
    gained_ha: float
    still_short_ha: float
    carbon_tco2e: float


def replenish(
    plots: Restorable,
    plan: PlanDraft,
    check: Mapping[str, Any],
    retention: Retention,
    *,
    notes: NoteBook,
    progress: Progress = silent,
) -> Replenishment:
    """Choose the restorable parcels whose cultivation meets the retention with the least carbon.

    ``plan`` is the repaired draft, ``check`` the arguments of the plan check (its lines,
    rules, settings and factors). Compared in this order: ground of unknown carbon, carbon
    at stake (t CO2e: stock loss + horizon x removal forgone; a gain counts as none), cost,
    area; of equal parcels the first by id. Where all parcels together do not suffice, all
    are chosen and the shortage is stated.
    """
    settings = check["settings"]
    law = rules_in_force(check["pack"], settings.as_of)
    bound = bind_all(check["lines"], law, check["plane"], part(progress, 0.0, 0.1))
    judge = Judge(law, make_asker(plan, law, check["base"]).base_given)
    base = None if plots.codes_known else check["base"]
    around = surroundings_of(plots.geometry, bound, base, part(progress, 0.1, 0.4), check.get("threads"))
    if base is not None:
        plots = with_present_use(plots, around)
    cultivated, construction = code_set("cultivated"), code_set("construction")
    sorted_out = sort_out(
        plots, plan, around, bound, judge, (cultivated, construction), settings, part(progress, 0.4, 0.7)
    )
    kept = [code is not None and str(code).startswith(cultivated) for code in plan.codes]
    cultivated_ha = math.fsum(plan.area_m2[np.array(kept, dtype=bool)]) / M2_PER_HA
    shortage_ha = max(retention.retention_ha - cultivated_ha, 0.0)
    carbon = _carbon(plots, sorted_out.gain_m2, retention, check)
    choice = _choose(plots, sorted_out, carbon, shortage_ha * M2_PER_HA, part(progress, 0.7, 1.0))
    table = _table(plots, sorted_out, carbon, choice.taken, settings.language)
    gained_ha = math.fsum(sorted_out.gain_m2[choice.taken]) / M2_PER_HA
    short_ha = max(shortage_ha - gained_ha, 0.0)
    known = carbon.loc[choice.taken, "carbon_tco2e"].dropna()
    total = math.fsum(known) if len(known) else math.nan
    result = Replenishment(table, cultivated_ha, shortage_ha, gained_ha, short_ha, total)
    _note(result, choice, plots.layer, retention, notes)
    return result


def _carbon(
    plots: Restorable, gain_m2: Floats, retention: Retention, check: Mapping[str, Any]
) -> pd.DataFrame:
    """Carbon at stake where present cover turns into cultivated land, per parcel."""
    count = len(plots.ids)
    if check["factors"] is None or retention.cultivated_class is None:
        return pd.DataFrame(np.full((count, len(CARBON_COLUMNS)), np.nan), columns=list(CARBON_COLUMNS))
    known = np.array([name is not None for name in plots.carbon_class], dtype=bool) & (gain_m2 > 0.0)
    rows = np.flatnonzero(known)
    parts = pd.DataFrame({"group": rows, "base_class": plots.carbon_class[rows]})
    parts["plan_class"] = retention.cultivated_class
    parts["area_ha"] = gain_m2[rows] / M2_PER_HA
    return carbon_at_stake(parts, count, check["factors"], check["settings"].horizon_a)


def _choose(
    plots: Restorable, found: Plots, carbon: pd.DataFrame, need_m2: float, progress: Progress
) -> Choice:
    usable = np.flatnonzero([reason is None for reason in found.reason])
    order = usable[np.argsort(plots.ids[usable].astype(str), kind="stable")]
    area_m2 = found.gain_m2[order]
    taken: Flags = np.zeros(len(plots.ids), dtype=bool)
    if math.fsum(area_m2) <= need_m2:
        taken[order] = True
        return Choice(taken, True)
    stake = carbon["carbon_tco2e"].to_numpy(float)[order]
    unknown = np.isnan(stake)
    costs = [np.where(unknown, area_m2, 0.0), np.maximum(np.nan_to_num(stake), 0.0)]
    if plots.cost is not None:
        costs.append(np.maximum(plots.cost[order], 0.0))
    choice = least_set(area_m2, need_m2, costs, progress)
    taken[order[choice.taken]] = True
    return Choice(taken, choice.exact)


def _table(
    plots: Restorable, found: Plots, carbon: pd.DataFrame, taken: Flags, language: str
) -> pd.DataFrame:
    count = len(plots.ids)
    turn = 1 if language.startswith("zh") else 0
    frame = pd.DataFrame({"parcel_id": plots.ids}, dtype=object)
    frame["village"] = None if plots.villages is None else plots.villages
    raw = [None] * count if plots.kinds is None else plots.kinds
    frame["kind"] = pd.Series([KINDS.get(str(kind), kind) for kind in raw], dtype=object)
    frame["status"] = np.where(taken, CHOSEN, SPARE).astype(object)
    excluded = np.array([reason is not None for reason in found.reason], dtype=bool)
    frame.loc[excluded, "status"] = EXCLUDED
    for name, area_m2 in (("area", plots.area_m2), ("gain", found.gain_m2)):
        frame[f"{name}_ha"] = area_m2 / M2_PER_HA
        frame[f"{name}_mu"] = area_m2 / M2_PER_HA * MU_PER_HA
    frame["present_code"] = plots.codes
    frame = pd.concat([frame, carbon], axis=1)
    frame["cost"] = np.full(count, np.nan) if plots.cost is None else plots.cost
    texts = [None if reason is None else reason[turn] for reason in found.reason]
    frame["reason"] = pd.Series(texts, dtype=object)
    frame["order"] = _order(frame, taken)
    frame = frame[list(PLOT_COLUMNS)]
    frame["geometry"] = pd.Series(list(plots.geometry), dtype=object)
    return frame


def _order(frame: pd.DataFrame, taken: Flags) -> list[int | None]:
    """In which order the chosen parcels are best restored: without works first, then by carbon per ha, id."""
    per_ha = frame["carbon_tco2e"] / frame["gain_ha"].where(frame["gain_ha"] > 0.0)
    ready = {kind: place for place, kind in enumerate(dict.fromkeys(KINDS.values()))}
    keys = {
        row: (ready.get(kind, len(ready)), math.inf if math.isnan(carbon) else carbon, str(name))
        for row, (kind, carbon, name) in enumerate(zip(frame["kind"], per_ha, frame["parcel_id"]))
        if taken[row]
    }
    places = {row: place for place, row in enumerate(sorted(keys, key=keys.__getitem__), 1)}
    return [places.get(row) for row in range(len(frame))]


def _note(result: Replenishment, choice: Choice, layer: str, retention: Retention, notes: NoteBook) -> None:
    excluded = result.plots[result.plots["status"] == EXCLUDED]
    if len(excluded):
        notes.add(
            "not_restorable",
            "Parcels of {layer} left out of the replenishment: {count} ({area_ha:.4f} ha). The table gives "
            "the reason of each.",
            count=len(excluded),
            area_ha=math.fsum(excluded["area_ha"]),
            ids=excluded["parcel_id"],
            layer=layer,
            warning=False,
        )
    if result.still_short_ha > 0.0:
        notes.add(
            "retention_short",
            "Cultivated land falls short of the retention of {retention_ha:.4f} ha: the repaired plan has "
            "{cultivated_ha:.4f} ha, all restorable parcels of {layer} together give {gained_ha:.4f} ha, and "
            "{area_ha:.4f} ha are missing. Add restorable parcels, or plan less use of cultivated land.",
            area_ha=result.still_short_ha,
            layer=layer,
            retention_ha=retention.retention_ha,
            cultivated_ha=result.cultivated_ha,
            gained_ha=result.gained_ha,
        )
    if not choice.exact:
        notes.add(
            "replenishment_not_proven",
            "The set of restorable parcels of {layer} meets the retention, but that none costs less carbon "
            "was not proven within the limits of the search.",
            layer=layer,
        )
