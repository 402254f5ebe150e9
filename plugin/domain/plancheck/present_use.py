# SPDX-License-Identifier: GPL-2.0-or-later
"""Ground that rules question for its present use: selected by code first, cut out afterwards.

A county's cultivated land under its farmland line never reaches geometry, nor does a
parcel that equals the polygon of its present use.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
import shapely

from ..overlay.pairs import RightSide, unite_parts
from ..progress import Progress, part
from ..rules import ANYWHERE, questions_present_use
from .known_use import KnownUse, cut
from .layers import BaseCover, Geometries, PlanDraft, Texts
from .lines import BoundLine
from .questions import Asker, Flags, Rows

#: In place of the row of a land-cover polygon: no polygon equals the parcel.
NONE_EQUAL = -1


@dataclass(frozen=True)
class Ground:
    """Parts of parcels: rows of the plan, rows of features of a line, and geometries."""

    parcel: Rows
    feature: Rows
    geometry: Geometries


@dataclass(frozen=True)
class PresentUse:
    """A plan over its land cover, and the rules that are asked about both."""

    plan: PlanDraft
    base: BaseCover
    known: KnownUse
    asker: Asker

    @property
    def codes(self) -> list[str]:
        """The present uses that the land cover shows."""
        return sorted({code for code in self.base.codes if code is not None})

    def inside(
        self,
        item: BoundLine,
        asked: dict[str, Flags],
        progress: Progress,
        side: RightSide | None = None,
    ) -> Ground:
        """Ground inside a line whose present use a rule questions, under parcels that ask nothing else.

        ``asked`` tells for each zone which keys are asked anyway, with all of their ground;
        ``side`` is the line made ready.
        """
        used = self._questioned_uses(item, part(progress, 0.0, 0.5), side)
        if len(used.geometry) == 0:
            return used
        near = np.unique(shapely.STRtree(self.plan.geometry).query(used.geometry)[1])
        rows = near[self.asker.key_of[near] >= 0]
        pairs = cut(self.plan.geometry[rows], used.geometry, part(progress, 0.5, 1.0), self.known.threads)
        parcel, feature = rows[pairs.left], used.feature[pairs.right]
        keys = self.asker.key_of[parcel]
        left_out = [not asked[zone][key] for zone, key in zip(item.zones[feature], keys)]
        chosen = np.flatnonzero(np.array(left_out, dtype=bool))
        return _unite(parcel[chosen], feature[chosen], pairs.geometry[chosen], len(item.geometry))

    def anywhere(
        self, items: Sequence[BoundLine], asked: Sequence[Flags], progress: Progress
    ) -> list[Ground]:
        """For each item, ground whose change from its present use a rule questions.

        ``asked`` tells for each item which keys its rules on changes question.
        """
        rows = np.flatnonzero(self.asker.parcels(np.any(asked, axis=0)))
        equal = self._equal(rows, part(progress, 0.0, 0.3))
        step = 0.7 / len(items)
        return [
            self._changes(item, keys, rows, equal, part(progress, 0.3 + step * turn, 0.3 + step * (turn + 1)))
            for turn, (item, keys) in enumerate(zip(items, asked))
        ]

    def _changes(self, item: BoundLine, asked: Flags, rows: Rows, equal: Rows, progress: Progress) -> Ground:
        """The ground of one item among the parcels in ``rows``."""
        hits = self._hits(item, asked)
        same = np.flatnonzero(equal != NONE_EQUAL)
        whole = rows[same[self._struck(hits, rows[same], self.base.codes[equal[same]])]]
        rest = np.flatnonzero((equal == NONE_EQUAL) & asked[self.asker.key_of[rows]])
        wanted = {code for _, code in hits}
        uses = np.flatnonzero([code in wanted for code in self.base.codes])
        pairs = cut(self.plan.geometry[rows[rest]], self.base.geometry[uses], progress, self.known.threads)
        parcel = rows[rest[pairs.left]]
        kept = self._struck(hits, parcel, self.base.codes[uses[pairs.right]])
        parcels = np.concatenate((whole, parcel[kept]))
        geometry = np.concatenate((self.plan.geometry[whole], pairs.geometry[kept]))
        return _unite(parcels, np.zeros(len(parcels), dtype=np.intp), geometry, 1)

    def _struck(self, hits: set[tuple[int, str]], parcel: Rows, codes: Texts) -> Flags:
        """Which parcels the rules question over a present use."""
        return np.array([pair in hits for pair in zip(self.asker.key_of[parcel].tolist(), codes)], dtype=bool)

    def _questioned_uses(self, item: BoundLine, progress: Progress, side: RightSide | None) -> Ground:
        """Land cover inside the line that a rule questions: rows of the land cover, features, geometries."""
        codes = {code for code in self.base.codes if code is not None}
        line_type, pack = item.line.line_type, self.asker.pack
        against = {
            (zone, code)
            for zone in set(item.zones)
            for code in codes
            if questions_present_use(pack, line_type, zone, code)
        }
        wanted = {code for _, code in against}
        uses = np.flatnonzero([code in wanted for code in self.base.codes])
        pairs = cut(self.base.geometry[uses], item.geometry, progress, self.known.threads, side)
        found = zip(item.zones[pairs.right], self.base.codes[uses[pairs.left]])
        kept = np.array([pair in against for pair in found], dtype=bool)
        return Ground(uses[pairs.left[kept]], pairs.right[kept], pairs.geometry[kept])

    def _hits(self, item: BoundLine, asked: Flags) -> set[tuple[int, str]]:
        """Keys and present uses about which the rules have something to say."""
        return {
            (int(key), code)
            for key in np.flatnonzero(asked)
            for code in self.codes
            if self.asker.ask(item, "", ANYWHERE, int(key), code)
        }

    def _equal(self, rows: Rows, progress: Progress) -> Rows:
        """The land-cover polygon that equals each parcel vertex by vertex, or ``NONE_EQUAL``."""
        corners = ["west", "south", "east", "north"]
        covers = pd.DataFrame(shapely.bounds(self.base.geometry), columns=corners)
        covers["use"] = np.arange(len(covers))
        parcels = pd.DataFrame(shapely.bounds(self.plan.geometry[rows]), columns=corners)
        parcels["row"] = np.arange(len(rows))
        pairs = parcels.merge(covers.dropna(), on=corners)
        row, use = pairs["row"].to_numpy(), pairs["use"].to_numpy()
        same = shapely.equals_exact(self.plan.geometry[rows[row]], self.base.geometry[use])
        equal = np.full(len(rows), NONE_EQUAL, dtype=np.intp)
        equal[row[same]] = use[same]
        # Land cover that overlaps itself on the parcel has to be sorted out on the ground.
        equal[np.bincount(row[same], minlength=len(rows)) > 1] = NONE_EQUAL
        equal[self.known.disturbed(self.plan.geometry[rows], progress)] = NONE_EQUAL
        return equal


def in_canonical_order(base: BaseCover) -> BaseCover:
    """The land cover with its polygons in an order that does not depend on the layer's."""
    codes, classes = (
        np.array([str(name or "") for name in names]) for names in (base.codes, base.carbon_class)
    )
    order = np.lexsort((classes, codes, *shapely.bounds(base.geometry).T))
    return replace(
        base,
        geometry=base.geometry[order],
        codes=base.codes[order],
        carbon_class=base.carbon_class[order],
    )


def _unite(parcel: Rows, feature: Rows, geometry: Geometries, features: int) -> Ground:
    """One part for each parcel and feature, in their order."""
    key = parcel * max(features, 1) + feature
    order = np.argsort(key, kind="stable")
    pairs, group = np.unique(key[order], return_inverse=True)
    united = unite_parts(geometry[order], np.asarray(group, dtype=np.intp), len(pairs))
    return Ground(pairs // max(features, 1), pairs % max(features, 1), united)
