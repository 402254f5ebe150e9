# SPDX-License-Identifier: GPL-2.0-or-later
"""From the codes of one classification to those of another, by the shipped code tables."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from .classes import load_classification
from .classes.library import CLASSES
from .errors import ClassError
from .text_tables import read_text_table

#: (source, target) → file, column of the source code, column of the target code.
_TABLES = {
    ("cn_third_survey", "cn_landsea_2023"): (
        "third_survey_to_landsea_2023.csv",
        "third_survey_code",
        "landsea_2023_code",
    ),
    ("osm_landuse", "cn_landsea_2023"): (
        "osm_to_landsea_2023.csv",
        "osm_code",
        "landsea_2023_code",
    ),
}

DIRECT, DEFAULT, NONE, SAME = "direct", "default_of_several", "none", "same"


def can_translate(source: str, target: str) -> bool:
    """Whether a code table leads from ``source`` to ``target`` (ids of classifications)."""
    return source == target or (source, target) in _TABLES


def translation_targets() -> tuple[str, ...]:
    """Classifications that a code table leads to."""
    return tuple(dict.fromkeys(target for _source, target in _TABLES))


def translate(codes: npt.NDArray[np.object_], source: str, target: str, *, defaults: bool) -> pd.DataFrame:
    """Translate matched codes of ``source`` into codes of ``target``.

    ``codes`` are codes of ``source`` as ``MatchedCodes.codes()`` gives them (None = no code,
    left out). The result has one row per distinct code, sorted: code, target (None where none
    is written), relation ("direct", "default_of_several", "none", "same"), candidates
    (";"-joined), note, count. With ``defaults=False`` only one-to-one targets are written, as a
    translation of data must be; with ``defaults=True`` also the default of a class that may be
    split, for a check that says so. Raises ``ClassError`` when no table leads there.
    """
    if not can_translate(source, target):
        raise ClassError(
            "No code table leads from {source} to {target}. Tables exist for {pairs}.",
            source=source,
            target=target,
            pairs=", ".join(f"{a} → {b}" for a, b in _TABLES),
        )
    places, distinct = pd.factorize(np.asarray(codes, dtype=object))
    counts = np.bincount(places[places >= 0], minlength=len(distinct))
    rows = [
        (code, *_target_of(code, source, target, defaults=defaults), int(count))
        for code, count in sorted(zip(distinct, counts), key=lambda pair: str(pair[0]))
    ]
    columns = ["code", "target", "relation", "candidates", "note", "count"]
    table = pd.DataFrame(rows, columns=columns, dtype=object)
    table["count"] = table["count"].astype("int64")
    return table


def _target_of(code: str, source: str, target: str, *, defaults: bool) -> tuple[str | None, str, str, str]:
    if source == target:
        known = code in load_classification(source).codes.index
        return (code, SAME, "", "") if known else (None, NONE, "", "")
    row = _code_table(source, target).get(code)
    if row is None:
        return None, NONE, "", ""
    to, relation, candidates, note = row
    written = relation == DIRECT or (defaults and relation == DEFAULT)
    return (to if written and to else None), relation, candidates, note


@cache
def _code_table(source: str, target: str) -> dict[str, tuple[str, str, str, str]]:
    file, source_column, target_column = _TABLES[source, target]
    table = read_text_table(CLASSES / file)
    columns = (source_column, target_column, "relation", "candidates", "note")
    return {
        code: (to, relation, candidates, note)
        for code, to, relation, candidates, note in zip(*(table[column] for column in columns))
    }
