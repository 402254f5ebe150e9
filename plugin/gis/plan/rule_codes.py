# SPDX-License-Identifier: GPL-2.0-or-later
"""The codes of a layer in the language of the rules: the land-and-sea classification of 2023."""

from __future__ import annotations

import numpy as np

from ...domain.classes import MatchedCodes
from ...domain.errors import InputError
from ...domain.notes import NoteBook
from ...domain.translate import DEFAULT, can_translate, translate
from ..codes import match_column
from ..layers import PolygonLayer
from ..run import Run

#: Classification that rules speak.
RULE_CODES = "cn_landsea_2023"


def match_codes_of(run: Run, layer: PolygonLayer, field: str, parameter: str) -> MatchedCodes:
    """Match the codes of a layer by the classification of ``parameter`` and record which one it was."""
    match = match_column(run, layer, field, run.text(parameter))
    run.record(**{parameter.lower(): match.classification.id})
    return match


def rule_codes(match: MatchedCodes, layer: str, notes: NoteBook) -> np.ndarray:
    """The 2023 code of each feature, None where there is none.

    Raises ``InputError`` for a classification without a table to the codes of the rules.
    """
    codes, source = match.codes(), match.classification.id
    if not can_translate(source, RULE_CODES):
        raise InputError(
            "Layer “{layer}” is coded in “{source}”, for which there is no table to the 2023 "
            "land-and-sea codes "
            "that rules speak. Translate it first.",
            layer=layer,
            source=source,
        )
    table = translate(codes, source, RULE_CODES, defaults=True)
    split = table[table["relation"] == DEFAULT]
    if len(split):
        notes.add(
            "default_of_several",
            "Layer “{layer}”: features with codes that stand for several 2023 codes: {count}. They are "
            "judged by the usual one: {codes}.",
            count=int(split["count"].sum()),
            layer=layer,
            codes=", ".join(f"{row.code} → {row.target}" for row in split.itertuples()),
        )
    targets = dict(zip(table["code"], table["target"]))
    translated = np.empty(len(codes), dtype=object)
    translated[:] = [targets.get(code) for code in codes]
    return translated


def can_speak_rules(match: MatchedCodes) -> bool:
    """Whether there is a table from the layer's classification to the codes of the rules."""
    return can_translate(match.classification.id, RULE_CODES)
