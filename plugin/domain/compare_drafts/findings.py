# SPDX-License-Identifier: GPL-2.0-or-later
"""Which findings of two drafts are the same: by key, and by ground where parcels were re-cut."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from ..geometry import union_of
from ..plancheck import FINDING_COLUMNS
from ..progress import Progress
from ..rules.vocabulary import SEVERITIES

Rows = npt.NDArray[np.intp]

APPEARED, STAYED, VANISHED = ("appeared", "stayed", "vanished")
COMPARED_COLUMNS = ("change", "kept_share", "severity_before", *FINDING_COLUMNS)

#: Two findings of one rule and line are one when they share this part of the smaller one.
SAME_GROUND = 0.5
#: Findings compared between two calls of the progress.
STEP = 500


@dataclass(frozen=True)
class ComparedFindings:
    """``table``: ``COMPARED_COLUMNS`` and ``geometry``; ``recut``: keys in A that have another one in B."""

    table: pd.DataFrame
    recut: tuple[str, ...]

    def count(self, change: str) -> int:
        """How many findings appeared, stayed or vanished."""
        return int((self.table["change"] == change).sum())

    def worse(self) -> pd.DataFrame:
        """The findings that stayed, but weigh more in B than in A."""
        stayed = self.table[self.table["change"] == STAYED]
        now, before = (
            stayed[name].map(SEVERITIES.index).to_numpy() for name in ("severity", "severity_before")
        )
        return stayed[now < before]


def compare_findings(a: pd.DataFrame, b: pd.DataFrame, progress: Progress) -> ComparedFindings:
    """The findings of draft B with what became of them, followed by those of A that vanished.

    A finding stays when draft A has one with its key, or, where parcels were re-cut, one of
    the same rule and line that shares at least half of the smaller one's ground; a finding of
    A vanishes when neither is the case. ``kept_share`` is the part of a finding's area that
    such findings of the other draft cover, ``severity_before`` the worst severity that they
    have in A. Noise counts as no finding.
    """
    a, b = (found[found["severity"] != "noise"].reset_index(drop=True) for found in (a, b))
    links = _links(a, b, progress)
    of_a, of_b = a["finding_key"].isin(b["finding_key"]), b["finding_key"].isin(a["finding_key"])
    goes_on = np.isin(np.arange(len(a)), links["a"])
    stays = np.isin(np.arange(len(b)), links["b"])
    shares = _kept_shares(a, b, links)
    new = b.assign(change=np.where(of_b | stays, STAYED, APPEARED), kept_share=shares)
    new["severity_before"] = _severities_before(a, b, links)
    old = a.assign(change=VANISHED, kept_share=0.0, severity_before=a["severity"])[~of_a & ~goes_on]
    table = pd.concat([new, old], ignore_index=True)
    recut = tuple(a.loc[~of_a & goes_on, "finding_key"])
    return ComparedFindings(table[[*COMPARED_COLUMNS, "geometry"]], recut)


def _links(a: pd.DataFrame, b: pd.DataFrame, progress: Progress) -> pd.DataFrame:
    """Rows ``a`` and ``b`` that are one finding, sorted by ``b``, then ``a``."""
    geometry_a, geometry_b = (found["geometry"].to_numpy(dtype=object) for found in (a, b))
    row_b, row_a = shapely.STRtree(geometry_a).query(geometry_b)
    group_a, group_b = _groups(a, b)
    alike = group_a[row_a] == group_b[row_b]
    row_a, row_b = row_a[alike], row_b[alike]
    same_key = a["finding_key"].to_numpy()[row_a] == b["finding_key"].to_numpy()[row_b]
    shared = np.zeros(len(row_a))
    for start in range(0, len(row_a), STEP):
        progress(start / len(row_a))
        rows = slice(start, start + STEP)
        shared[rows] = shapely.area(shapely.intersection(geometry_a[row_a[rows]], geometry_b[row_b[rows]]))
    smaller = np.minimum(shapely.area(geometry_a)[row_a], shapely.area(geometry_b)[row_b])
    one = same_key | ((shared > 0.0) & (shared >= SAME_GROUND * smaller))
    links = pd.DataFrame({"a": row_a[one], "b": row_b[one]})
    return links.sort_values(["b", "a"], kind="stable").reset_index(drop=True)


def _severities_before(a: pd.DataFrame, b: pd.DataFrame, links: pd.DataFrame) -> pd.Series:
    """The worst severity in A of what goes on in each finding of B, None where it is new."""
    rank = a["severity"].map(SEVERITIES.index)
    by_key = dict(zip(a["finding_key"], rank))
    worst = {row: by_key[key] for row, key in enumerate(b["finding_key"]) if key in by_key}
    for row, of_a in zip(links["b"], links["a"]):
        worst[row] = min(rank[of_a], worst.get(row, len(SEVERITIES)))
    names = [SEVERITIES[worst[row]] if row in worst else None for row in range(len(b))]
    return pd.Series(names, index=b.index, dtype=object)


def _groups(a: pd.DataFrame, b: pd.DataFrame) -> tuple[Rows, Rows]:
    """A number for each finding, equal where rule, line type and line feature are."""
    names = pd.concat([a, b])[["rule_id", "line_type", "line_id"]].fillna("").astype(str)
    numbers = names.groupby(list(names.columns), sort=False).ngroup().to_numpy(dtype=np.intp)
    return numbers[: len(a)], numbers[len(a) :]


def _kept_shares(a: pd.DataFrame, b: pd.DataFrame, links: pd.DataFrame) -> npt.NDArray[np.float64]:
    """The part of each finding of B that the findings of A which go on in it cover."""
    shares = np.zeros(len(b))
    geometry_a, geometry_b = (found["geometry"].to_numpy(dtype=object) for found in (a, b))
    for row, group in links.groupby("b", sort=True)["a"]:
        before = union_of(geometry_a[group.to_numpy()])
        whole = shapely.area(geometry_b[row])
        shares[row] = shapely.area(shapely.intersection(geometry_b[row], before)) / whole if whole else 0.0
    return np.minimum(shares, 1.0)
