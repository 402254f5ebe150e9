# SPDX-License-Identifier: GPL-2.0-or-later
"""Parcels held against control lines: what a check does alike with a whole plan and with a few parcels."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..areas import WorkPlane
from ..exemptions import OPEN, Exemption, apply_exemptions
from ..factors import FactorSet
from ..geometry import Flags
from ..notes import NoteBook
from ..progress import Progress, part
from .atoms import arrange
from .cells import Splitter, cut_by_base, share_to_units
from .decisive import ranks_on_ground
from .findings import describe_findings
from .hits import RANKS, Case, list_hits
from .keys import feature_tokens
from .layers import BaseCover, CheckSettings, Geometries, PlanDraft, Texts
from .lines import BoundLine, note_doubled_ids
from .pieces import Pieces, canonical_order, find_pieces
from .present_use import PresentUse
from .questions import Asker
from .sides import Sides


@dataclass(frozen=True)
class Bench:
    """What parcels are held against; ``sides`` are lines and units made ready, where that pays."""

    bound: Sequence[BoundLine]
    settings: CheckSettings
    splitter: Splitter
    factors: FactorSet | None
    units: Geometries | None
    unit_names: Texts | None
    exemptions: Sequence[Exemption] = ()
    sides: Sides | None = None


@dataclass(frozen=True)
class Ground:
    """Parcels and what is known of their ground.

    ``doubtful`` tells which parcels may overlap others, ``doubled_ids`` which ids the plan has
    more than once; ``uses`` is None where no present use is known.
    """

    plan: PlanDraft
    asker: Asker
    base: BaseCover | None
    uses: PresentUse | None
    doubtful: Flags
    doubled_ids: Set[object]


@dataclass(frozen=True)
class Judged:
    """The case of some parcels with its hits (columns of ``list_hits`` and ``open``) and findings."""

    case: Case
    shares: pd.DataFrame
    hits: pd.DataFrame
    findings: pd.DataFrame


def judge_parcels(ground: Ground, bench: Bench, notes: NoteBook, progress: Progress) -> Judged:
    """Hold parcels against the lines of a bench; what comes of one depends on no parcel off its ground."""
    plan, splitter = ground.plan, bench.splitter
    share = part(progress, 0.0, 0.46)
    found = find_pieces(plan, bench.bound, ground.asker, ground.uses, splitter, share, bench.sides)
    pieces, tokens = _in_canonical_order(ground, found, bench.bound, splitter.plane, notes)
    atoms = arrange(pieces.geometry, pieces.parcel, ground.doubtful, part(progress, 0.46, 0.6))
    cells = cut_by_base(atoms, ground.base, splitter, notes, part(progress, 0.6, 0.86))
    side = None if bench.sides is None else bench.sides.units
    shares = share_to_units(cells, bench.units, splitter, part(progress, 0.86, 0.98), side)
    case = Case(plan, bench.bound, ground.asker, bench.settings, pieces, tokens, atoms, cells)
    hits = list_hits(case)
    progress(0.99)
    findings = describe_findings(case, hits, shares, bench.unit_names, bench.factors)
    as_of = bench.settings.as_of
    findings = apply_exemptions(findings, bench.exemptions, as_of, notes, has_ids=plan.has_ids)
    progress(1.0)
    hits["rank"] = ranks_on_ground(hits, findings["severity"].map(RANKS.index).to_numpy(dtype=np.intp))
    hits["open"] = (findings["state"] == OPEN).to_numpy()[hits["finding"]]
    return Judged(case, shares, hits, findings)


def doubled(ids: Texts) -> set[object]:
    """The ids that several parcels have."""
    names, count = np.unique(ids.astype(str), return_counts=True)
    return set(names[count > 1])


def _in_canonical_order(
    ground: Ground, found: Pieces, bound: Sequence[BoundLine], plane: WorkPlane, notes: NoteBook
) -> tuple[Pieces, Texts]:
    """The pieces in an order free of the layers' order, and a stable text for each parcel with a piece."""
    plan = ground.plan
    rows = np.unique(found.parcel)
    ids = plan.ids if plan.has_ids else None
    tokens = np.full(len(plan.ids), "", dtype=object)
    # A parcel's token must not depend on which parcels happen to have pieces.
    alone = np.array([ids is not None and ids[row] not in ground.doubled_ids for row in rows], dtype=bool)
    tokens[rows[alone]] = plan.ids[rows[alone]]
    rest = rows[~alone]
    tokens[rest], _ = feature_tokens(None, plan.geometry[rest], plane)
    if ids is not None and len(rest):
        tokens[rest] = [f"{ids[row]}{tokens[row]}" for row in rest]
        note_doubled_ids(plan.layer, ids[rest], notes)
    return found.take(canonical_order(found, tokens, bound)), tokens
