# SPDX-License-Identifier: GPL-2.0-or-later
"""The figures of a whole plan: areas and carbon on the union of the findings, held against its area."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from ..carbon_at_stake import CARBON_COLUMNS, weak_share_of_carbon
from ..errors import ConservationError
from ..exemptions import OPEN
from ..factors import FactorSet
from ..geometry import Geometries, Rows, union_of
from ..progress import Progress
from ..set_operations import subtract_in_turn
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
#: Name of the sum of what findings and noise take of each parcel, whoever else plans that ground.
GROSS = "gross_area_ha"
#: Names of the carbon totals, in the order of ``CARBON_COLUMNS``.
TOTAL_NAMES = tuple(name.replace("carbon_tco2e", "carbon_at_stake_tco2e") for name in CARBON_COLUMNS)


def union_of_hits(hits: pd.DataFrame) -> pd.DataFrame:
    """Each cell once: ``cell``, ``parcel`` and ``area_m2`` of its first hit, and its number of ``findings``.

    ``worst`` is the rank of the worst open finding, ``NOISE`` where all are exempted or noise;
    ``exempted`` tells that some finding there is exempted.
    Where plan parcels overlap, the parcel that comes first in canonical order lends the
    ground its area and its planned class.
    """
    cell, piece = hits["cell"].to_numpy(dtype=np.intp), hits["piece"].to_numpy(dtype=np.intp)
    order = np.lexsort((piece, cell))
    first = np.flatnonzero(np.diff(cell[order], prepend=-1))
    rank, is_open = hits["rank"].to_numpy(dtype=np.intp), hits["open"].to_numpy(dtype=bool)
    standing, exempted = np.where(is_open, rank, NOISE)[order], ~is_open[order]
    return pd.DataFrame(
        {
            "cell": cell[order[first]],
            "parcel": hits["parcel"].to_numpy(dtype=np.intp)[order[first]],
            "area_m2": hits["area_m2"].to_numpy(dtype=np.float64)[order[first]],
            "findings": np.diff(first, append=len(cell)),
            "worst": np.minimum.reduceat(standing, first) if len(first) else standing,
            "exempted": np.logical_or.reduceat(exempted, first) if len(first) else exempted,
        }
    )


def sum_totals(
    case: Case,
    hits: pd.DataFrame,
    findings: pd.DataFrame,
    splitter: Splitter,
    factors: FactorSet | None,
    progress: Progress,
) -> dict[str, float]:
    """Counts, areas in ha and carbon at stake of the whole plan: those of ``sum_areas``, and carbon.

    ``weak_share`` is the share of the carbon at stake that rests on weak factor rows, NaN
    without carbon. Raises ``ConservationError`` when the residual exceeds ``TOLERANCE``.
    """
    totals = sum_areas(case, hits, findings, splitter, progress)
    check_conservation(totals)
    ground = ground_of_findings(hits)
    carbon = carbon_of_groups(case, ground, 1, factors)
    totals.update(zip(TOTAL_NAMES, carbon.iloc[0].astype(float)))
    totals["weak_share"] = _weak_share(case, ground, factors)
    return totals


def ground_of_findings(hits: pd.DataFrame) -> pd.DataFrame:
    """``union_of_hits`` of all that is more than noise, as one group of cells."""
    return union_of_hits(hits[hits["rank"] < NOISE]).assign(group=0)


@dataclass(frozen=True)
class Amounts:
    """Amounts, each with the row of the parcel that it is booked to."""

    parcel: Rows
    amount: Floats


def sum_areas(
    case: Case, hits: pd.DataFrame, findings: pd.DataFrame, splitter: Splitter, progress: Progress
) -> dict[str, float]:
    """Counts and areas in ha of the parcels of a case, as ``totals_of`` makes them."""
    amounts = list_amounts(case, hits, findings, splitter, progress)
    return totals_of({name: math.fsum(found.amount) for name, found in amounts.items()})


def totals_of(sums: Mapping[str, float]) -> dict[str, float]:
    """Totals by the sums of ``list_amounts``: counts as they are, areas in ha, and what follows from these.

    ``errors``, ``warnings``, ``infos`` and ``error_area_ha`` are of open findings; ``exempted``
    counts the others, ``exempted_area_ha`` is their ground without that of open errors.
    Everything else is of both.

    ``finding_area_ha + noise_area_ha + twice_planned_area_ha + compliant_area_ha +
    not_checkable_area_ha = plan_area_ha`` up to ``residual_ha``; ``twice_planned_area_ha``
    is ground of findings on which plan parcels overlap.
    """
    totals = {name: total / (M2_PER_HA if name.endswith("_ha") else 1.0) for name, total in sums.items()}
    gross_ha = totals.pop(GROSS)
    totals["twice_planned_area_ha"] = gross_ha - totals["finding_area_ha"] - totals["noise_area_ha"]
    totals["residual_ha"] = totals["checked_area_ha"] - totals["compliant_area_ha"] - gross_ha
    return totals


def list_amounts(
    case: Case, hits: pd.DataFrame, findings: pd.DataFrame, splitter: Splitter, progress: Progress
) -> dict[str, Amounts]:
    """What the totals of a case are sums of, booked to parcels: 1 for each finding, and areas in m².

    Ground of several parcels is booked to the first of them in canonical order.
    """
    union = union_of_hits(hits[hits["rank"] < NOISE])
    noise = union_of_hits(hits[(hits["rank"] == NOISE) & ~hits["cell"].isin(union["cell"])])
    known, plan_m2 = checkable(case.plan), case.plan.area_m2
    every = np.arange(len(plan_m2))
    error = (union["worst"] == RANKS.index("error")).to_numpy()
    exempted, several = union["exempted"].to_numpy() & ~error, (union["findings"] > 1).to_numpy()
    gross = hits.drop_duplicates(["parcel", "cell"])
    compliant_m2 = _compliant_m2(case, hits, splitter, progress)
    return {
        **_count_findings(hits, findings),
        "error_area_ha": _ground_of(union[error]),
        "exempted_area_ha": _ground_of(union[exempted]),
        "finding_area_ha": _ground_of(union),
        "multiple_area_ha": _ground_of(union[several]),
        "noise_area_ha": _ground_of(noise),
        "plan_area_ha": Amounts(every, plan_m2),
        "checked_area_ha": Amounts(every[known], plan_m2[known]),
        "not_checkable_area_ha": Amounts(every[~known], plan_m2[~known]),
        "compliant_area_ha": Amounts(every, compliant_m2),
        GROSS: _ground_of(gross),
    }


def _count_findings(hits: pd.DataFrame, findings: pd.DataFrame) -> dict[str, Amounts]:
    parcel = hits.drop_duplicates("finding")["parcel"].to_numpy(dtype=np.intp)
    severity, standing = findings["severity"].to_numpy(), (findings["state"] == OPEN).to_numpy()
    chosen = {f"{name}s": standing & (severity == name) for name in RANKS[:NOISE]}
    chosen["exempted"], chosen["noise"] = ~standing, severity == RANKS[NOISE]
    return {name: Amounts(parcel[rows], np.ones(int(rows.sum()))) for name, rows in chosen.items()}


def _ground_of(rows: pd.DataFrame) -> Amounts:
    return Amounts(rows["parcel"].to_numpy(dtype=np.intp), rows["area_m2"].to_numpy(dtype=np.float64))


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
    few = np.flatnonzero((count > 0) & (count <= MAX_TURNS))
    taken = np.concatenate([np.empty(0, dtype=object), *(pieces[row] for row in few)])
    subtract_in_turn(left, taken, np.repeat(few, count[few]), np.arange(len(taken)))
    return left


def check_conservation(totals: dict[str, float]) -> None:
    """Refuse totals whose parts do not add up to the plan (``ConservationError``)."""
    if abs(totals["residual_ha"]) > TOLERANCE * totals["plan_area_ha"]:
        raise ConservationError(
            "Findings, noise, compliant and not checkable ground add up to {parts_ha:.6f} ha, but the plan "
            "has {plan_ha:.6f} ha. Repair the plan's geometries and run again.",
            parts_ha=totals["plan_area_ha"] - totals["residual_ha"],
            plan_ha=totals["plan_area_ha"],
        )
