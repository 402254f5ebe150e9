# SPDX-License-Identifier: GPL-2.0-or-later
"""Findings: one row per plan parcel, control feature and rule, with geometry, area and carbon at stake."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..carbon_at_stake import CARBON_COLUMNS, carbon_at_stake
from ..exemptions import DECISION_COLUMNS, OPEN
from ..factors import FactorSet
from ..geometry import union_of
from ..units import M2_PER_HA
from .decisive import decisive_verdicts
from .hits import NOISE, RANKS, Case
from .keys import finding_key
from .layers import Geometries, Texts
from .noise import noise_among
from .pieces import OUTSIDE_ROW, outside_token, place_of_piece

#: Stands for a planned use without a carbon class, so that the notes can name it.
NO_CLASS = "(no class)"
FINDING_COLUMNS = (
    "finding_key",
    "rule_id",
    "line_type",
    "severity",
    "state",
    "plan_id",
    "line_id",
    "unit",
    "plan_code",
    "base_code",
    "area_m2",
    "share",
    *CARBON_COLUMNS,
    "legal_basis",
    "remedy",
    "verified",
    "verdict",
    "needs",
    "line_status",
    *DECISION_COLUMNS,
    "place",
)


def describe_findings(
    case: Case, hits: pd.DataFrame, shares: pd.DataFrame, unit_names: Texts | None, factors: FactorSet | None
) -> pd.DataFrame:
    """The findings in canonical order: ``FINDING_COLUMNS`` and ``geometry`` (plane coordinates).

    ``area_m2`` follows the area rule, ``share`` is the part of the parcel. A finding no
    larger than ``sliver_m2`` or no wider than ``sliver_width_m`` (2A/P) has the severity
    "noise", unless a part of it or of its union with other hits counts (``noise_among``).
    Where cells of one finding are judged differently the worst verdict stands that is
    more than noise by itself.
    """
    worst = decisive_verdicts(case, hits)
    piece, parcel = worst["piece"].to_numpy(), worst["parcel"].to_numpy()
    lines = [case.bound[number].line for number in case.pieces.line[piece]]
    area_m2 = np.bincount(hits["finding"], weights=hits["area_m2"], minlength=len(worst)).astype(np.float64)
    geometry = _geometries(case, hits, piece)
    rule_id, line_type = worst["rule_id"].to_numpy(), _objects(line.line_type for line in lines)
    noise = noise_among(case, hits, geometry, line_type)
    places = (place_of_piece(case.bound[case.pieces.line[row]], case.pieces.feature[row]) for row in piece)
    carbon = carbon_of_groups(case, hits.assign(group=hits["finding"]), len(worst), factors)
    columns = {
        "finding_key": _objects(_keys(case, rule_id, line_type, piece)),
        "rule_id": rule_id,
        "line_type": line_type,
        "severity": np.array(RANKS, dtype=object)[np.where(noise, NOISE, worst["rank"])],
        "state": _objects([OPEN] * len(worst)),
        "plan_id": case.plan.ids[parcel],
        "line_id": _line_ids(case, piece),
        "unit": _main_units(hits, shares, unit_names, len(worst)),
        "plan_code": case.plan.codes[parcel],
        "base_code": _main_base_codes(case, hits, len(worst)),
        "area_m2": area_m2,
        "share": _ratio(area_m2, case.plan.area_m2[parcel]),
        **{name: carbon[name].to_numpy() for name in CARBON_COLUMNS},
        **_verdicts(worst, case.settings.language),
        "line_status": _objects(line.status for line in lines),
        **dict.fromkeys(DECISION_COLUMNS, np.full(len(worst), None, dtype=object)),
        "place": _objects(places),
        "geometry": geometry,
    }
    return pd.DataFrame(columns, columns=[*FINDING_COLUMNS, "geometry"])


def carbon_of_groups(case: Case, rows: pd.DataFrame, groups: int, factors: FactorSet | None) -> pd.DataFrame:
    """Carbon at stake of groups of cells (columns ``group``, ``cell``, ``parcel``, ``area_m2``).

    Only ground with known land cover counts; NULL without factors.
    """
    if factors is None:
        return pd.DataFrame(np.full((groups, len(CARBON_COLUMNS)), np.nan), columns=list(CARBON_COLUMNS))
    return carbon_at_stake(covered_parts(case, rows), groups, factors, case.settings.horizon_a)


def covered_parts(case: Case, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows whose land cover is known, as parts for ``carbon_at_stake``."""
    before = case.cells.base_class[rows["cell"]]
    after = case.plan.carbon_class[rows["parcel"]]
    known = np.array([name is not None for name in before], dtype=bool)
    return pd.DataFrame(
        {
            "group": rows["group"].to_numpy()[known],
            "base_class": before[known],
            "plan_class": np.array([name or NO_CLASS for name in after[known]], dtype=object),
            "area_ha": rows["area_m2"].to_numpy(float)[known] / M2_PER_HA,
        }
    )


def _geometries(case: Case, hits: pd.DataFrame, piece: npt.NDArray[np.intp]) -> Geometries:
    """The piece itself where all its cells are hit, else the union of those that are."""
    members = pd.Series(case.atoms.member_piece)
    cells_of_atom = np.bincount(case.cells.atom, minlength=len(case.atoms.geometry))
    whole = np.bincount(
        members, weights=cells_of_atom[case.atoms.member_atom], minlength=len(case.pieces.parcel)
    )
    hit = np.bincount(hits["finding"], minlength=len(piece))
    geometry = case.pieces.geometry[piece].copy()
    partly = np.flatnonzero(hit < whole[piece])
    cells = hits[hits["finding"].isin(partly)].groupby("finding")["cell"]
    for finding, rows in cells:
        geometry[finding] = union_of(case.cells.geometry[rows.to_numpy()])
    return geometry


def _line_ids(case: Case, piece: npt.NDArray[np.intp]) -> Texts:
    ids = np.full(len(piece), None, dtype=object)
    for row, number in enumerate(piece):
        line = case.bound[case.pieces.line[number]].line
        feature = case.pieces.feature[number]
        if line.ids is not None and feature != OUTSIDE_ROW:
            ids[row] = line.ids[feature]
    return ids


def _main_units(hits: pd.DataFrame, shares: pd.DataFrame, unit_names: Texts | None, count: int) -> Texts:
    """The name of the unit with the largest share of each finding; of equal ones the first by name."""
    units = np.full(count, None, dtype=object)
    if unit_names is None:
        return units
    table = hits[["finding", "cell"]].merge(shares[shares["unit"] >= 0], on="cell")
    table = table.groupby(["finding", "unit"], as_index=False, sort=True)["measured_m2"].sum()
    table["name"] = unit_names[table["unit"].to_numpy()]
    table = table.sort_values(
        ["finding", "measured_m2", "name"], ascending=[True, False, True], kind="stable"
    )
    main = table.drop_duplicates("finding")
    units[main["finding"].to_numpy()] = main["name"].to_numpy()
    return units


def _main_base_codes(case: Case, hits: pd.DataFrame, count: int) -> Texts:
    codes = np.full(count, None, dtype=object)
    table = pd.DataFrame(
        {"finding": hits["finding"], "code": case.cells.base_code[hits["cell"]], "m2": hits["area_m2"]}
    )
    table = table[table["code"].notna()].groupby(["finding", "code"], as_index=False, sort=True)["m2"].sum()
    table = table.sort_values(["finding", "m2", "code"], ascending=[True, False, True], kind="stable")
    main = table.drop_duplicates("finding")
    codes[main["finding"].to_numpy()] = main["code"].to_numpy()
    return codes


def _verdicts(worst: pd.DataFrame, language: str) -> dict[str, Texts]:
    verdicts, chinese = worst["verdict"].tolist(), language.startswith("zh")
    return {
        "legal_basis": _objects(verdict.legal_basis for verdict in verdicts),
        "remedy": _objects(verdict.remedy_zh if chinese else verdict.remedy_en for verdict in verdicts),
        "verified": _objects(verdict.verified for verdict in verdicts),
        "verdict": _objects(verdict.verdict for verdict in verdicts),
        "needs": _objects(verdict.needs or None for verdict in verdicts),
    }


def _objects(values: Iterable[object]) -> Texts:
    """Values as a column of objects, whatever they are."""
    listed = list(values)
    column = np.full(len(listed), None, dtype=object)
    column[:] = listed
    return column


def _keys(case: Case, rules: Texts, line_types: Texts, piece: npt.NDArray[np.intp]) -> list[str]:
    keys = []
    for rule_id, line_type, number in zip(rules, line_types, piece):
        feature = case.pieces.feature[number]
        item = case.bound[case.pieces.line[number]]
        beyond = outside_token(case.bound, item)
        line_token = beyond if feature == OUTSIDE_ROW else item.tokens[feature]
        keys.append(
            finding_key((rule_id, line_type, case.plan_tokens[case.pieces.parcel[number]], line_token))
        )
    return keys


def _ratio(part: npt.NDArray[np.float64], whole: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.divide(part, whole, out=np.full(len(part), np.nan), where=whole > 0.0)
