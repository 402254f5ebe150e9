# SPDX-License-Identifier: GPL-2.0-or-later
"""The codes of a layer read with a classification: one small table and where each row stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from .choose import choose_classification
from .library import Classification, load_classification
from .raw_codes import DistinctCodes, RawCode, distinct_codes
from .refuse import refuse_ambiguous, refuse_contradicted, refuse_trial_2020
from .resolve import LANDSEA_2023, Resolved, Resolver

AUTO = "auto"


@dataclass(frozen=True)
class MatchedCodes:
    """What the codes of a layer mean.

    ``table``: one row per distinct raw value, sorted, with the columns raw (None for NULL), code,
    carbon_class (both None where unmapped), name_zh, name_en, how (exact, padded, named, prefix,
    grid, unknown, null) and count. ``index``: row of the layer → row of ``table``.
    """

    classification: Classification
    table: pd.DataFrame
    index: npt.NDArray[np.intp]

    def carbon_classes(self) -> npt.NDArray[np.object_]:
        """Carbon class of each row of the layer; None where there is none."""
        return self._spread("carbon_class")

    def codes(self) -> npt.NDArray[np.object_]:
        """Matched code of each row of the layer; None where it is unknown or NULL."""
        return self._spread("code")

    def _spread(self, column: str) -> npt.NDArray[np.object_]:
        distinct: npt.NDArray[np.object_] = self.table[column].to_numpy(dtype=object)
        return distinct[self.index]


def match_codes(
    values: npt.ArrayLike | Sequence[object],
    *,
    field: str,
    layer: str,
    classification: str | Classification = AUTO,
) -> MatchedCodes:
    """Read a column of land-use codes.

    ``classification`` is an id, ``carbon_class``, the path of a crosswalk CSV, ``auto`` or a
    loaded classification. Codes that the classification does not know stay in the table as
    ``unknown``: what becomes of them is the caller's rule. Raises ``ClassError`` when reading
    them would need a guess: ``auto`` without one answer, a number that stands for two codes,
    a name that contradicts its code, codes of the 2020 trial version.
    """
    distinct = distinct_codes(values, field=field, layer=layer)
    chosen = _load(classification, distinct, field=field, layer=layer)
    resolver = Resolver(chosen)
    raws = [raw for raw in distinct.codes if raw is not None]
    if chosen.id == LANDSEA_2023:
        refuse_trial_2020(raws, field=field, layer=layer)
    resolved = resolver.grid_codes(raws) or {raw: resolver.resolve(raw) for raw in raws}
    refuse_ambiguous(resolved, chosen, field=field, layer=layer)
    refuse_contradicted(resolved, chosen, field=field, layer=layer)
    return MatchedCodes(chosen, _table_of(distinct, resolved, chosen), distinct.index)


def _load(
    classification: str | Classification, distinct: DistinctCodes, *, field: str, layer: str
) -> Classification:
    if isinstance(classification, Classification):
        return classification
    if classification == AUTO:
        return choose_classification(distinct, field=field, layer=layer)
    return load_classification(classification)


def _table_of(
    distinct: DistinctCodes, resolved: dict[RawCode, Resolved], classification: Classification
) -> pd.DataFrame:
    codes = classification.codes
    rows: list[tuple[str | None, str | None, str | None, str, str, str, int]] = []
    for raw, count in zip(distinct.codes, distinct.counts):
        if raw is None:
            rows.append((None, None, None, "", "", "null", int(count)))
            continue
        found = resolved[raw]
        if found.code is None:
            rows.append((raw.text, None, None, "", "", found.how, int(count)))
            continue
        row = codes.loc[found.code]
        names = (row["name_zh"], row["name_en"])
        rows.append((raw.text, found.code, row["carbon_class"], *names, found.how, int(count)))
    columns = ["raw", "code", "carbon_class", "name_zh", "name_en", "how", "count"]
    table = pd.DataFrame(rows, columns=columns, dtype=object)
    table["count"] = table["count"].astype("int64")
    return table
