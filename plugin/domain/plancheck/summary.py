# SPDX-License-Identifier: GPL-2.0-or-later
"""The summary of a plan check by rule, by line type and in all, for every unit and for the whole plan."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..carbon_at_stake import CARBON_COLUMNS
from ..exemptions import OPEN
from ..factors import FactorSet
from ..rules import UNLISTED
from ..units import M2_PER_HA
from .findings import carbon_of_groups
from .hits import NOISE, RANKS, Case
from .layers import Texts

SUMMARY_COLUMNS = (
    "level",
    "rule_id",
    "line_type",
    "unit",
    "severity",
    "verified",
    "findings",
    "noise",
    "exempted",
    "area_ha",
    "union_ha",
    *CARBON_COLUMNS,
    "legal_basis",
    "remedy",
)
#: The column whose values each level of the summary groups by.
LEVELS = {"rule": "rule_id", "line_type": "line_type", "total": "level"}
#: Name of the ground outside every unit.
NO_UNIT = "–"
_WHOLE = ""


def sum_by_rule(
    case: Case,
    hits: pd.DataFrame,
    findings: pd.DataFrame,
    shares: pd.DataFrame,
    unit_names: Texts | None,
    factors: FactorSet | None,
) -> pd.DataFrame:
    """Rows by rule, by line type and in all, each for the whole plan (unit NULL) and for every unit.

    Columns ``SUMMARY_COLUMNS``; ``level`` tells "rule", "line_type" and "total" apart.
    ``area_ha`` adds findings up; ``union_ha`` and the carbon count ground once. Ground is
    shared out to units exactly, findings and noise are counted at their main unit;
    ``exempted`` tells how many of the findings are.
    ``severity`` is the worst one.
    """
    extra = {"line_type": findings["line_type"].to_numpy()[hits["finding"]], "level": "total"}
    ground = _by_unit(case, hits[hits["rank"] < NOISE].assign(**_rows(extra, hits)), shares, unit_names)
    listed = _with_units(findings.assign(level="total"), unit_names)
    blocks = [_block(case, level, ground, listed, factors) for level in LEVELS]
    summary = pd.concat(blocks, ignore_index=True)
    summary["unit"] = [None if unit == _WHOLE else unit for unit in summary["unit"]]
    return summary[list(SUMMARY_COLUMNS)]


def _rows(extra: dict[str, object], hits: pd.DataFrame) -> dict[str, object]:
    real = (hits["rank"] < NOISE).to_numpy()
    return {name: value[real] if isinstance(value, np.ndarray) else value for name, value in extra.items()}


def _by_unit(case: Case, hits: pd.DataFrame, shares: pd.DataFrame, unit_names: Texts | None) -> pd.DataFrame:
    """The hits with the whole of their area under the unit "", and once more shared out to units."""
    whole = hits.assign(unit=_WHOLE)
    if unit_names is None:
        return whole
    names = np.append(unit_names, NO_UNIT)  # NOWHERE is the last position
    portion = pd.DataFrame({"cell": shares["cell"], "unit": names[shares["unit"]]})
    portion["portion"] = shares["measured_m2"].to_numpy() / case.cells.measured_m2[shares["cell"]]
    shared = hits.merge(portion, on="cell")
    shared["area_m2"] *= shared.pop("portion")
    return pd.concat([whole, shared], ignore_index=True)


def _with_units(findings: pd.DataFrame, unit_names: Texts | None) -> pd.DataFrame:
    whole = findings.assign(unit=_WHOLE)
    if unit_names is None:
        return whole
    return pd.concat([whole, findings.assign(unit=findings["unit"].fillna(NO_UNIT))], ignore_index=True)


def _block(
    case: Case, level: str, ground: pd.DataFrame, listed: pd.DataFrame, factors: FactorSet | None
) -> pd.DataFrame:
    keys = [LEVELS[level], "unit"]
    groups = (
        pd.concat([ground[keys], listed[keys]]).drop_duplicates().sort_values(keys).reset_index(drop=True)
    )
    groups["group"] = np.arange(len(groups))
    rows = ground.merge(groups, on=keys).sort_values(["group", "cell", "piece", "rule_id"], kind="stable")
    once = rows.drop_duplicates(["group", "cell"])
    frame = groups[["unit"]].assign(level=level)
    for name, table in (("area_ha", rows), ("union_ha", once)):
        frame[name] = np.bincount(table["group"], weights=table["area_m2"], minlength=len(groups)) / M2_PER_HA
    counted = listed.assign(rank=listed["severity"].map(RANKS.index)).merge(groups, on=keys)
    noise = counted["rank"] == NOISE
    frame["findings"] = np.bincount(counted.loc[~noise, "group"], minlength=len(groups))
    frame["noise"] = np.bincount(counted.loc[noise, "group"], minlength=len(groups))
    frame["exempted"] = np.bincount(counted.loc[counted["state"] != OPEN, "group"], minlength=len(groups))
    ranks = pd.concat([rows[["group", "rank"]], counted[["group", "rank"]]]).groupby("group")["rank"].min()
    frame["severity"] = [RANKS[rank] for rank in ranks.sort_index()]
    carbon = carbon_of_groups(case, once, len(groups), factors)
    labels = _labels(listed, level).reindex(groups[LEVELS[level]]).reset_index(drop=True)
    return pd.concat([frame, carbon, labels], axis=1)


def _labels(listed: pd.DataFrame, level: str) -> pd.DataFrame:
    """What each rule or line type says for itself; NULL where a level has no such thing.

    What a rule does not name cites the law of another rule: it speaks for the whole only
    where all findings agree.
    """
    columns = ["rule_id", "line_type", "verified", "legal_basis", "remedy"]
    kept = {"rule": columns, "line_type": ["line_type"], "total": []}[level]
    key = LEVELS[level]
    named = listed[listed["verdict"] != UNLISTED]
    lone = listed[~listed[key].isin(named[key])]
    labels = pd.concat([named, lone]).drop_duplicates(key).set_index(key, drop=False)[columns].astype(object)
    for column in ("legal_basis", "remedy"):
        said = lone.groupby(key)[column].nunique(dropna=False)
        labels.loc[said.index[said > 1], column] = None
    labels.loc[:, [name for name in columns if name not in kept]] = None
    return labels
