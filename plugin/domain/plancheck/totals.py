# SPDX-License-Identifier: GPL-2.0-or-later
"""The figures of a whole plan: areas and carbon on the union of the findings, held against its area."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from ..carbon_at_stake import CARBON_COLUMNS, weak_share_of_carbon
from ..errors import ConservationError
from ..exemptions import OPEN
from ..factors import FactorSet
from ..geometry import Geometries, Rows, union_of
from ..progress import Progress
from ..threads import run_chunks
from ..units import M2_PER_HA
from .cells import Splitter
from .findings import carbon_of_groups, covered_parts
from .hits import NOISE, RANKS, Case
from .layers import Floats
from .questions import checkable

#: Largest part of the plan area that may get lost or counted twice.
TOLERANCE = 1e-6
#: Parcels whose rest is cut out in one go.
PARCELS_PER_STEP = 1_000
#: More pieces of one parcel are united before they are taken away from it.
MAX_TURNS = 8
#: Names of the carbon totals, in the order of ``CARBON_COLUMNS``.
TOTAL_NAMES = tuple(name.replace("carbon_tco2e", "carbon_at_stake_tco2e") for name in CARBON_COLUMNS)


def union_of_hits(hits: pd.DataFrame) -> pd.DataFrame:
    """Each cell once: ``cell``, ``parcel`` and ``area_m2`` of its first hit, and its number of ``findings``.

    ``worst`` is the rank of the worst open finding, ``NOISE`` where all are exempted or noise;
    ``exempted`` tells that some finding there is exempted.
    Where plan parcels overlap, the parcel that comes first in canonical order lends the
    ground its area and its planned class.
    """
    standing = hits.assign(standing=hits["rank"].where(hits["open"], NOISE), exempted=~hits["open"])
    grouped = standing.sort_values(["cell", "piece", "rule_id"], kind="stable").groupby("cell", sort=True)
    union = grouped[["parcel", "area_m2"]].first()
    union["findings"] = grouped.size()
    union["worst"] = grouped["standing"].min()
    union["exempted"] = grouped["exempted"].any()
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

    ``errors``, ``warnings``, ``infos`` and ``error_area_ha`` are of open findings; ``exempted``
    counts the others, ``exempted_area_ha`` is their ground without that of open errors.
    Everything else is of both.

    ``finding_area_ha + noise_area_ha + twice_planned_area_ha + compliant_area_ha +
    not_checkable_area_ha = plan_area_ha`` up to ``residual_ha``; ``twice_planned_area_ha``
    is ground of findings on which plan parcels overlap. ``weak_share`` is the share of the
    carbon at stake that rests on weak factor rows, NaN without carbon. Raises
    ``ConservationError`` when the residual exceeds ``TOLERANCE``.
    """
    union = union_of_hits(hits[hits["rank"] < NOISE])
    noise = hits[(hits["rank"] == NOISE) & ~hits["cell"].isin(union["cell"])]
    known = checkable(case.plan)
    standing = findings.loc[findings["state"] == OPEN, "severity"]
    totals = {f"{name}s": float((standing == name).sum()) for name in RANKS[:NOISE]}
    totals["exempted"] = float(len(findings) - len(standing))
    totals["noise"] = float((findings["severity"] == RANKS[NOISE]).sum())
    error = union["worst"] == RANKS.index("error")
    totals["error_area_ha"] = _hectares(union.loc[error, "area_m2"])
    totals["exempted_area_ha"] = _hectares(union.loc[union["exempted"] & ~error, "area_m2"])
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
    width = len(case.cells.atom)
    hit = hits["parcel"].to_numpy(dtype=np.int64) * width + hits["cell"].to_numpy(dtype=np.int64)
    clear = cells[~np.isin(cells["parcel"].to_numpy(dtype=np.int64) * width + cells["cell"], hit)]
    clear_m2 = np.bincount(clear["parcel"], weights=clear["area_m2"], minlength=len(rest_m2))
    return (rest_m2 + clear_m2).astype(np.float64)


def _left_over_m2(case: Case, parcels: Rows, splitter: Splitter, progress: Progress) -> Floats:
    """Measured area of each parcel outside all its pieces."""
    pieces = case.pieces
    whole = [shape is case.plan.geometry[parcel] for shape, parcel in zip(pieces.geometry, pieces.parcel)]
    taken = np.unique(pieces.parcel[np.array(whole, dtype=bool)])
    rows = np.flatnonzero(~np.isin(pieces.parcel, taken))
    rows = rows[np.argsort(pieces.parcel[rows], kind="stable")]
    cut, first = np.unique(pieces.parcel[rows], return_index=True)
    chunks = [slice(start, start + PARCELS_PER_STEP) for start in range(0, len(cut), PARCELS_PER_STEP)]

    def work(chunk: slice) -> Floats:
        of_parcel = np.split(rows, first[1:])[chunk]
        left = without_pieces(case.plan.geometry[cut[chunk]], [pieces.geometry[own] for own in of_parcel])
        return splitter.measure(left)

    area_m2 = np.zeros(len(parcels))
    measured = run_chunks(work, chunks, progress=progress, threads=splitter.threads)
    area_m2[np.searchsorted(parcels, cut)] = np.concatenate([np.empty(0), *measured])
    return area_m2


def without_pieces(parcels: Geometries, pieces: Sequence[Geometries]) -> Geometries:
    """What pieces leave of each parcel; a few are taken away one after the other, for all parcels at once."""
    count = np.array([len(own) for own in pieces], dtype=np.intp)
    left = parcels.copy()
    for row in np.flatnonzero(count > MAX_TURNS):
        left[row] = shapely.difference(parcels[row], union_of(pieces[row]))
    for turn in range(MAX_TURNS):
        rows = np.flatnonzero((count > turn) & (count <= MAX_TURNS))
        taken = np.full(len(rows), None, dtype=object)
        taken[:] = [pieces[row][turn] for row in rows]
        left[rows] = shapely.difference(left[rows], taken)
    return left


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
