# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer's column of land-use codes, understood and talked about."""

from __future__ import annotations

from ..domain.classes import Classification, MatchedCodes, direct_classification, match_codes
from ..domain.factors import FactorSet
from ..domain.factors.model import CARBON_CLASS
from .dates import with_plain_dates
from .layers import PolygonLayer
from .run import Run


def match_column(
    run: Run, layer: PolygonLayer, column: str, classification: str | Classification
) -> MatchedCodes:
    """Match the codes of a column; note those that take the class of the code above them."""
    codes = with_plain_dates(layer.columns[column])
    match = match_codes(codes, field=column, layer=layer.name, classification=classification)
    run.feedback.pushInfo(f"{column}: {match.classification.id}")
    inherited = match.table[match.table["how"] == "prefix"]
    if len(inherited):
        run.notes.add(
            "matched_by_prefix",
            "Layer “{layer}”: features with codes unknown to “{classification}”, which take the class of the "
            "code above: {count}; codes: {codes}.",
            count=int(inherited["count"].sum()),
            layer=layer.name,
            classification=match.classification.id,
            codes=", ".join(f"{row.raw} → {row.code}" for row in inherited.itertuples()),
        )
    return match


def classification_for(run: Run, factors: FactorSet) -> str | Classification:
    """What the codes of an account are read with by the parameters of a run."""
    return read_with(factors, run.text("CLASSIFICATION"))


def read_with(factors: FactorSet, classification: str) -> str | Classification:
    """What codes are read with: the classification, or the keys of a table by own codes."""
    if factors.key == CARBON_CLASS:
        return classification
    keys = sorted(set(factors.terms["key"]))
    return direct_classification(keys, keys, title=factors.title)


def key_of_code(code: object, classification: str | Classification, *, field: str, layer: str) -> str | None:
    """The key (carbon class) of a single code; None where it has none. Raises ``ClassError``."""
    match = match_codes([code], field=field, layer=layer, classification=classification)
    key = match.table["carbon_class"].iloc[0]
    return None if key is None else str(key)
