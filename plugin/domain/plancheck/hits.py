# SPDX-License-Identifier: GPL-2.0-or-later
"""Which rule hits which ground: the verdicts on every cell of every piece, as one long table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..rules import CONDITIONAL, FORBIDDEN, UNLISTED, Verdict
from .atoms import Atoms
from .cells import Cells
from .layers import CheckSettings, Floats, PlanDraft, Texts
from .lines import BoundLine
from .pieces import OUTSIDE_ROW, Pieces, place_of_piece
from .questions import Asker

#: From the worst to the mildest; noise and what follows it are no findings.
RANKS = ("error", "warning", "info", "noise", "ok", "not_checkable")
NOISE = RANKS.index("noise")
_VERDICT_ORDER = (FORBIDDEN, UNLISTED, CONDITIONAL)


@dataclass(frozen=True)
class Case:
    """All that the tables of a check are made from; pieces in canonical order."""

    plan: PlanDraft
    bound: Sequence[BoundLine]
    asker: Asker
    settings: CheckSettings
    pieces: Pieces
    plan_tokens: Texts
    atoms: Atoms
    cells: Cells

    @property
    def scale(self) -> Floats:
        """Area by the area rule per measured area, for each parcel."""
        measured = self.plan.measured_m2
        return np.divide(self.plan.area_m2, measured, out=np.zeros(len(measured)), where=measured > 0.0)

    def cells_of_pieces(self) -> pd.DataFrame:
        """Which cells make up which piece: ``piece``, ``cell`` (sorted by both), ``parcel``, ``area_m2``.

        ``area_m2`` is what the cell counts for the piece's parcel by the area rule.
        """
        atom = self.atoms.member_atom
        first, end = (np.searchsorted(self.cells.atom, atom, side=side) for side in ("left", "right"))
        count = end - first
        nth = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
        cell, piece = np.repeat(first, count) + nth, np.repeat(self.atoms.member_piece, count)
        order = np.lexsort((cell, piece))
        cell, piece = cell[order], piece[order]
        parcel = self.pieces.parcel[piece]
        area_m2 = self.cells.measured_m2[cell] * self.scale[parcel]
        return pd.DataFrame({"piece": piece, "cell": cell, "parcel": parcel, "area_m2": area_m2})


def list_hits(case: Case) -> pd.DataFrame:
    """One row per finding and cell, sorted by finding, then cell.

    Columns: ``finding`` (0 …: one per piece and rule, in canonical order), ``piece``,
    ``parcel``, ``cell``, ``area_m2`` (by the area rule), ``rule_id``, ``rank`` (position in
    ``RANKS``), ``order`` (position of the verdict, the worst first), ``verdict``.
    """
    table = case.cells_of_pieces()
    verdicts = _verdicts(case, table)
    count = [len(found) for found in verdicts]
    hits = table.loc[table.index.repeat(count), ["piece", "parcel", "cell", "area_m2"]].reset_index(drop=True)
    flat = np.full(len(hits), None, dtype=object)
    flat[:] = [verdict for found in verdicts for verdict in found]
    hits["verdict"] = flat
    hits["rule_id"] = [verdict.rule_id for verdict in flat]
    hits["rank"] = np.array([RANKS.index(verdict.severity) for verdict in flat], dtype=np.intp)
    hits["order"] = np.array([_VERDICT_ORDER.index(verdict.verdict) for verdict in flat], dtype=np.intp)
    piece, cell = hits["piece"].to_numpy(), hits["cell"].to_numpy()
    rule = np.unique(hits["rule_id"].to_numpy(dtype=object), return_inverse=True)[1].ravel()
    order = np.lexsort((cell, rule, piece))
    fresh = (np.diff(piece[order], prepend=-1) != 0) | (np.diff(rule[order], prepend=-1) != 0)
    hits = hits.iloc[order].reset_index(drop=True)
    hits.insert(0, "finding", np.cumsum(fresh) - 1)
    return hits


def _verdicts(case: Case, table: pd.DataFrame) -> list[tuple[Verdict, ...]]:
    """The verdicts on each row; every distinct question is put to the rules once."""
    questions = [_question(case, piece) for piece in range(len(case.pieces.parcel))]
    base_codes = case.cells.base_code
    answers: dict[tuple[object, ...], tuple[Verdict, ...]] = {}
    found = []
    for piece, cell in zip(table["piece"].tolist(), table["cell"].tolist()):
        key = (*questions[piece], base_codes[cell])
        if key not in answers:
            number, zone, place, asked = questions[piece]
            item = case.bound[number]
            answers[key] = case.asker.ask(item, zone, place, asked, base_codes[cell], item.line.status)
        found.append(answers[key])
    return found


def _question(case: Case, piece: int) -> tuple[int, str, str, int]:
    """Line, zone, place and key of a piece."""
    number, feature = int(case.pieces.line[piece]), int(case.pieces.feature[piece])
    item = case.bound[number]
    zone = "" if feature == OUTSIDE_ROW else str(item.zones[feature])
    key = int(case.asker.key_of[case.pieces.parcel[piece]])
    return number, zone, place_of_piece(item, feature), key
