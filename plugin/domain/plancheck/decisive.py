# SPDX-License-Identifier: GPL-2.0-or-later
"""Which verdict stands for a finding whose ground is judged differently from place to place.

An orchard planned on farmland breaks the law where fields are today, and asks for the
present use where nobody knows it. Two millimetres of field do not make a breach of the rest.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..geometry import union_of
from .hits import NOISE, Case
from .noise import counts_alone


def decisive_verdicts(case: Case, hits: pd.DataFrame) -> pd.DataFrame:
    """One row of ``hits`` for each finding: its worst verdict on ground that is more than noise.

    Where no verdict has such ground by itself, the worst one stands.
    """
    ordered = hits.iloc[np.lexsort((hits["order"], hits["rank"], hits["finding"]))]
    several = np.flatnonzero(ordered.groupby("finding")["rank"].transform("nunique") > 1)
    weak = np.zeros(len(ordered), dtype=bool)
    for rows in ordered.iloc[several].groupby(["finding", "rank"]).indices.values():
        alike = ordered.iloc[several[rows]]
        ground = union_of(case.cells.geometry[alike["cell"].to_numpy()])
        weak[several[rows]] = not counts_alone(case, alike, ground)
    # Behind all that is more than noise, so that a finding of nothing but noise keeps its worst.
    return (
        ordered.assign(weak=weak).sort_values(["finding", "weak"], kind="stable").drop_duplicates("finding")
    )


def ranks_on_ground(hits: pd.DataFrame, finding_rank: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    """What each hit counts as: its own rank, but never worse than its finding; noise where that is noise."""
    of_finding = finding_rank[hits["finding"]]
    own = np.maximum(hits["rank"].to_numpy(dtype=np.intp), of_finding)
    return np.where(of_finding == NOISE, NOISE, own).astype(np.intp)
