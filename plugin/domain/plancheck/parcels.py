# SPDX-License-Identifier: GPL-2.0-or-later
"""The result of each plan parcel: its worst severity, the rules that hit it, its ground and carbon."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..carbon_at_stake import CARBON_COLUMNS
from ..exemptions import EXEMPTED
from ..factors import FactorSet
from .findings import carbon_of_groups
from .hits import NOISE, RANKS, Case
from .questions import checkable

PARCEL_COLUMNS = (
    "plan_id",
    "plan_code",
    "severity",
    "n_findings",
    "rules",
    "area_m2",
    "finding_area_m2",
    "share",
    *CARBON_COLUMNS,
)


#: What a parcel may read, from the worst to the mildest: open findings come before exempted ones.
PARCEL_SEVERITIES = (*RANKS[:NOISE], EXEMPTED, *RANKS[NOISE:])


def sum_parcels(case: Case, hits: pd.DataFrame, factors: FactorSet | None) -> pd.DataFrame:
    """One row per plan parcel in the plan's order: ``PARCEL_COLUMNS``.

    ``severity`` is the worst one of the open findings, "exempted" where all are exempted, or
    "ok", or "not_checkable"; area, share and carbon are of the union of all findings of the
    parcel, noise left out.
    """
    count = len(case.plan.ids)
    place = {name: number for number, name in enumerate(PARCEL_SEVERITIES)}
    worst = np.where(checkable(case.plan), place["ok"], place["not_checkable"])
    places = np.array([place[name] for name in RANKS])[hits["rank"]]
    places = np.where(hits["open"], places, place[EXEMPTED])
    np.minimum.at(worst, hits["parcel"].to_numpy(dtype=np.intp), places)
    real = hits[hits["rank"] < NOISE]
    union = real.drop_duplicates(["parcel", "cell"]).sort_values(["parcel", "cell"], kind="stable")
    area_m2 = np.bincount(union["parcel"], weights=union["area_m2"], minlength=count)
    frame = pd.DataFrame({"plan_id": case.plan.ids, "plan_code": case.plan.codes}, dtype=object)
    frame["severity"] = np.array(PARCEL_SEVERITIES, dtype=object)[worst]
    frame["n_findings"] = np.bincount(real.drop_duplicates("finding")["parcel"], minlength=count)
    frame["rules"] = _rules_of(real, count)
    frame["area_m2"] = case.plan.area_m2
    frame["finding_area_m2"] = area_m2
    whole = case.plan.area_m2
    frame["share"] = np.divide(area_m2, whole, out=np.zeros(count), where=whole > 0.0)
    carbon = carbon_of_groups(case, union.assign(group=union["parcel"]), count, factors)
    return pd.concat([frame, carbon], axis=1)[list(PARCEL_COLUMNS)]


def _rules_of(real: pd.DataFrame, count: int) -> list[str]:
    named: dict[int, set[str]] = {}
    for parcel, rule_id in zip(real["parcel"], real["rule_id"]):
        named.setdefault(int(parcel), set()).add(rule_id)
    return [";".join(sorted(named.get(parcel, ()))) for parcel in range(count)]
