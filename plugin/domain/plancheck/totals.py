# SPDX-License-Identifier: GPL-2.0-or-later
"""The figures of a whole plan: areas and carbon on the union of the findings, held against its area."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from ..carbon_at_stake import CARBON_COLUMNS, weak_share_of_carbon
from ..errors import ConservationError
from ..factors import FactorSet
from ..geometry import union_of
from ..progress import Progress
from ..units import M2_PER_HA
from .cells import Splitter
from .findings import carbon_of_groups, covered_parts
from .hits import NOISE, RANKS, Case
from .layers import Floats
from .pieces import checkable

#: Largest part of the plan area that may get lost or counted twice.
TOLERANCE = 1e-6
#: Parcels whose rest is cut out between two calls of the progress.
PARCELS_PER_STEP = 1_000
#: Names of the carbon totals, in the order of ``CARBON_COLUMNS``.
TOTAL_NAMES = tuple(name.replace("carbon_tco2e", "carbon_at_stake_tco2e") for name in CARBON_COLUMNS)


def union_of_hits(hits: pd.DataFrame) -> pd.DataFrame:
    """Each cell once: ``cell``, ``parcel`` and ``area_m2`` of its first hit, ``findings``, ``worst`` rank.

    Where plan parcels overlap, the parcel that comes first in canonical order lends the
    ground its area and its planned class.
    """
    grouped = hits.sort_values(["cell", "piece", "rule_id"], kind="stable").groupby("cell", sort=True)
    union = grouped[["parcel", "area_m2"]].first()
    union["findings"] = grouped.size()
    union["worst"] = grouped["rank"].min()
    return union.reset_index()


def sum_totals(
    case: Case,
    hits: pd.DataFrame,
    findings: pd.DataFrame,
    splitter: Splitter,
    factors: FactorSet | None,
    progress: Progress,
) -> dict[str, float]:
    """Counts, areas in ha and carbon at stake of the whole plan.

    ``finding_area_ha + noise_area_ha + twice_planned_area_ha + compliant_area_ha +
    not_checkable_area_ha = plan_area_ha`` up to ``residual_ha``; ``twice_planned_area_ha``
    is ground of findings on which plan parcels overlap. ``weak_share`` is the share of the
    carbon at stake that rests on weak factor rows, NaN without carbon. Raises
    ``ConservationError`` when the residual exceeds ``TOLERANCE``.
    """
    union = union_of_hits(hits[hits["rank"] < NOISE])
    noise = hits[(hits["rank"] == NOISE) & ~hits["cell"].isin(union["cell"])]
    known = checkable(case.plan)
    totals = {f"{name}s": float((findings["severity"] == name).sum()) for name in RANKS[:NOISE]}
    totals["noise"] = float((findings["severity"] == RANKS[NOISE]).sum())
    totals["error_area_ha"] = _hectares(union.loc[union["worst"] == RANKS.index("error"), "area_m2"])
    totals["finding_area_ha"] = _hectares(union["area_m2"])
    totals["multiple_area_ha"] = _hectares(union.loc[union["findings"] > 1, "area_m2"])
    totals["noise_area_ha"] = _hectares(union_of_hits(noise)["area_m2"])
    totals["plan_area_ha"] = _hectares(case.plan.area_m2)
    totals["checked_area_ha"] = _hectares(case.plan.area_m2[known])
    totals["not_checkable_area_ha"] = _hectares(case.plan.area_m2[~known])
    totals["compliant_area_ha"] = _hectares(_compliant_m2(case, hits, splitter, progress))
    gross_ha = _hectares(hits.drop_duplicates(["parcel", "cell"])["area_m2"])
    totals["twice_planned_area_ha"] = gross_ha - totals["finding_area_ha"] - totals["noise_area_ha"]
    totals["residual_ha"] = totals["checked_area_ha"] - totals["compliant_area_ha"] - gross_ha
    _check_conservation(totals)
    ground = union.assign(group=0)
    carbon = carbon_of_groups(case, ground, 1, factors)
    totals.update(zip(TOTAL_NAMES, carbon.iloc[0].astype(float)))
    totals["weak_share"] = _weak_share(case, ground, factors)
    return totals


def _weak_share(case: Case, ground: pd.DataFrame, factors: FactorSet | None) -> float:
    if factors is None:
        return math.nan
    return weak_share_of_carbon(covered_parts(case, ground), factors, case.settings.horizon_a)


def _compliant_m2(case: Case, hits: pd.DataFrame, splitter: Splitter, progress: Progress) -> Floats:
    """Ground of each parcel without any hit, in m² by the area rule.

    It is measured on what the pieces leave of the parcel, not by subtraction, so that the
    parts can be held against the whole.
    """
    rest_m2 = np.where(checkable(case.plan), case.plan.area_m2, 0.0)
    touched = np.unique(case.pieces.parcel)
    rest_m2[touched] = _left_over_m2(case, touched, splitter, progress) * case.scale[touched]
    cells = case.cells_of_pieces().drop_duplicates(["parcel", "cell"])
    hit = set(zip(hits["parcel"], hits["cell"]))
    missed = [pair not in hit for pair in zip(cells["parcel"], cells["cell"])]
    clear = cells[np.array(missed, dtype=bool)]
    clear_m2 = np.bincount(clear["parcel"], weights=clear["area_m2"], minlength=len(rest_m2))
    return (rest_m2 + clear_m2).astype(np.float64)


def _left_over_m2(
    case: Case, parcels: npt.NDArray[np.intp], splitter: Splitter, progress: Progress
) -> Floats:
    """Measured area of each parcel outside all its pieces."""
    order = np.argsort(case.pieces.parcel, kind="stable")
    starts = np.searchsorted(case.pieces.parcel[order], parcels)
    left = np.full(len(parcels), None, dtype=object)
    for row, (parcel, rows) in enumerate(zip(parcels, np.split(order, starts[1:]))):
        if row % PARCELS_PER_STEP == 0:
            progress(row / len(parcels))
        whole = case.plan.geometry[parcel]
        shapes = case.pieces.geometry[rows]
        if not any(shape is whole for shape in shapes):
            left[row] = shapely.difference(whole, union_of(shapes))
    filled = ~shapely.is_missing(left)
    area_m2 = np.zeros(len(parcels))
    area_m2[filled] = splitter.measure(left[filled])
    return area_m2


def _check_conservation(totals: dict[str, float]) -> None:
    if abs(totals["residual_ha"]) > TOLERANCE * totals["plan_area_ha"]:
        raise ConservationError(
            "Findings, noise, compliant and not checkable ground add up to {parts_ha:.6f} ha, but the plan "
            "has {plan_ha:.6f} ha. Repair the plan's geometries and run again.",
            parts_ha=totals["plan_area_ha"] - totals["residual_ha"],
            plan_ha=totals["plan_area_ha"],
        )


def _hectares(area_m2: npt.ArrayLike) -> float:
    return math.fsum(np.asarray(area_m2, dtype=float)) / M2_PER_HA
