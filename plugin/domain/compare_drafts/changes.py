# SPDX-License-Identifier: GPL-2.0-or-later
"""Where two drafts plan different uses, and the carbon of moving from one to the other."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..carbon_at_stake import CARBON_COLUMNS, carbon_at_stake
from ..errors import ConservationError
from ..factors import FactorSet
from ..overlay.outside import ROUNDING_M2
from ..plancheck import CheckSettings, PlanDraft
from ..plancheck.cells import NOWHERE, Splitter
from ..plancheck.findings import NO_CLASS
from ..plancheck.noise import NoiseLimits
from ..plancheck.totals import TOLERANCE
from ..progress import Progress
from ..units import M2_PER_HA
from .ground import split_ground

CHANGE_COLUMNS = (
    "kind",
    "id_a",
    "id_b",
    "from_code",
    "to_code",
    "from_class",
    "to_class",
    "area_ha",
    *CARBON_COLUMNS,
)
#: Kinds of ground; "unchanged" is counted, all others are listed.
CHANGED, ONLY_A, ONLY_B, NOT_COMPARABLE, NOISE, UNCHANGED = KINDS = (
    "changed",
    "only_a",
    "only_b",
    "not_comparable",
    "noise",
    "unchanged",
)


@dataclass(frozen=True)
class DraftChanges:
    """Changes of ground: ``CHANGE_COLUMNS`` and ``geometry``, and totals in ha and tonnes.

    ``totals`` holds ``area_a_ha`` and ``area_b_ha``, one ``<kind>_ha`` for each of ``KINDS``, what
    the drafts count twice where they overlap themselves (``twice_a_ha``, ``twice_b_ha``), and
    ``CARBON_COLUMNS`` of all changes together.
    """

    table: pd.DataFrame
    totals: dict[str, float]


def compare_ground(
    a: PlanDraft,
    b: PlanDraft,
    settings: CheckSettings,
    splitter: Splitter,
    factors: FactorSet,
    progress: Progress,
) -> DraftChanges:
    """Compare the planned codes of two drafts that lie in one plane.

    Ground is "changed" where the codes differ, "only_a" or "only_b" where one draft plans
    nothing, "not_comparable" where a draft has no code of the rules, "noise" where such a
    piece is within the tolerances of ``settings``. The carbon is that of the change from A to B:
    stock loss + horizon · removal forgone (methods.md d), positive where B costs more; of
    noise and of ground in one draft only there is none. Areas follow the area rule of A, of
    B where there is only B. Raises ``ConservationError`` when the pieces of a draft do not add
    up to it.
    """
    pieces = split_ground(a, b, splitter, progress)
    totals = _totals_of_drafts(pieces, a, b)
    pieces["area_ha"] = pieces["measured_m2"] * _scale(pieces, a, b) / M2_PER_HA
    table = _described(pieces, a, b)
    table["kind"] = _kinds(table, pieces, settings)
    for kind in KINDS:
        totals[f"{kind}_ha"] = math.fsum(table.loc[table["kind"] == kind, "area_ha"])
    listed = _in_fixed_order(table[table["kind"] != UNCHANGED])
    carbon, total = _carbon(listed, factors, settings.horizon_a)
    totals.update(total)
    listed = pd.concat([listed.drop(columns="geometry"), carbon, listed["geometry"]], axis=1)
    return DraftChanges(listed[[*CHANGE_COLUMNS, "geometry"]], totals)


def _totals_of_drafts(pieces: pd.DataFrame, a: PlanDraft, b: PlanDraft) -> dict[str, float]:
    """Area of each draft and what its pieces count twice; the rest has to add up."""
    totals = {}
    for name, plan in (("a", a), ("b", b)):
        own = pieces[pieces[name] != NOWHERE]
        found = np.bincount(own[name], weights=own["measured_m2"], minlength=len(plan.ids))
        excess = found - plan.measured_m2
        # Only another parcel of a draft on the same ground explains more than there is.
        doubled = excess > ROUNDING_M2 + 1e-9 * plan.measured_m2
        twice_m2, missed_m2 = math.fsum(excess[doubled]), math.fsum(excess[~doubled])
        whole_m2 = math.fsum(plan.measured_m2)
        if abs(missed_m2) > TOLERANCE * whole_m2:
            raise ConservationError(
                "Draft {layer} has {plan_ha:.6f} ha, but the parts into which the other draft cuts it miss "
                "that by {missed_ha:.6f} ha. Repair the geometries of both drafts and run again.",
                layer=plan.layer,
                plan_ha=whole_m2 / M2_PER_HA,
                missed_ha=missed_m2 / M2_PER_HA,
            )
        totals[f"area_{name}_ha"] = math.fsum(plan.area_m2) / M2_PER_HA
        totals[f"twice_{name}_ha"] = twice_m2 / M2_PER_HA
    return totals


def _scale(pieces: pd.DataFrame, a: PlanDraft, b: PlanDraft) -> npt.NDArray[np.float64]:
    """Area by the area rule per measured area of the parcel that counts."""
    of_a, of_b = (
        np.divide(plan.area_m2, plan.measured_m2, out=np.zeros(len(plan.ids)), where=plan.measured_m2 > 0.0)
        for plan in (a, b)
    )
    in_a = (pieces["a"] != NOWHERE).to_numpy()
    scale = np.zeros(len(pieces))
    scale[in_a] = of_a[pieces.loc[in_a, "a"]]
    scale[~in_a] = of_b[pieces.loc[~in_a, "b"]]
    return scale


def _described(pieces: pd.DataFrame, a: PlanDraft, b: PlanDraft) -> pd.DataFrame:
    table = pieces[["area_ha", "geometry"]].copy()
    for draft, plan, code, name in (("a", a, "from_code", "from_class"), ("b", b, "to_code", "to_class")):
        rows = pieces[draft].to_numpy()
        for column, values in (
            (f"id_{draft}", plan.ids),
            (code, plan.codes),
            (name, plan.carbon_class),
        ):
            told = np.array([*values, None], dtype=object)[rows]  # NOWHERE is the last position
            table[column] = pd.Series(told, index=table.index, dtype=object)
    return table


def _kinds(table: pd.DataFrame, pieces: pd.DataFrame, settings: CheckSettings) -> npt.NDArray[np.object_]:
    same = (table["from_code"] == table["to_code"]).to_numpy()
    unknown = (table["from_code"].isna() | table["to_code"].isna()).to_numpy()
    small = _noise(pieces, np.flatnonzero(~same | unknown), settings)
    choices = [
        ((pieces["b"] == NOWHERE).to_numpy() & ~small, ONLY_A),
        ((pieces["a"] == NOWHERE).to_numpy() & ~small, ONLY_B),
        (same & ~unknown, UNCHANGED),
        (small, NOISE),
        (unknown, NOT_COMPARABLE),
    ]
    kinds = np.full(len(table), CHANGED, dtype=object)
    for chosen, kind in reversed(choices):
        kinds[chosen] = kind
    return kinds


def _noise(
    pieces: pd.DataFrame, rows: npt.NDArray[np.intp], settings: CheckSettings
) -> npt.NDArray[np.bool_]:
    """Which pieces are noise as findings are: small, or thin without a wider part that is not small."""
    limits = NoiseLimits(settings.sliver_m2, settings.sliver_width_m)
    geometry = pieces["geometry"].to_numpy(dtype=object)[rows]
    measured = pieces["measured_m2"].to_numpy(dtype=np.float64)[rows]
    noise = np.zeros(len(pieces), dtype=bool)
    noise[rows] = limits.substance_m2(geometry, measured) <= limits.area_m2
    return noise


def _in_fixed_order(table: pd.DataFrame) -> pd.DataFrame:
    """By kind and ids, then by area: free of the order of the parcels."""
    keys = table[["kind", "id_a", "id_b", "from_code", "to_code"]].fillna("").astype(str)
    keys["area_ha"] = table["area_ha"]
    order = keys.sort_values(list(keys.columns), kind="stable").index
    return table.loc[order].reset_index(drop=True)


def _carbon(
    listed: pd.DataFrame, factors: FactorSet, horizon_a: float
) -> tuple[pd.DataFrame, dict[str, float]]:
    """``CARBON_COLUMNS`` of every row (NULL where nothing changes) and of all together."""
    changed = np.flatnonzero(listed["kind"] == CHANGED)
    parts = pd.DataFrame(
        {
            "group": changed,
            "base_class": [name or NO_CLASS for name in listed["from_class"].iloc[changed]],
            "plan_class": [name or NO_CLASS for name in listed["to_class"].iloc[changed]],
            "area_ha": listed["area_ha"].iloc[changed].to_numpy(),
        }
    )
    rows = carbon_at_stake(parts, len(listed), factors, horizon_a)
    if len(changed) == 0:
        return rows, dict.fromkeys(CARBON_COLUMNS, 0.0)
    total = carbon_at_stake(parts.assign(group=0), 1, factors, horizon_a)
    return rows, {name: float(total[name].iloc[0]) for name in CARBON_COLUMNS}
