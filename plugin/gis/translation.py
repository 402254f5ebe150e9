# SPDX-License-Identifier: GPL-2.0-or-later
"""A layer with its land-use codes translated."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
from qgis.core import QgsFeature, QgsFeatureRequest, QgsFeatureSink, QgsFields, QgsProcessingFeatureSource

from ..domain.classes import MatchedCodes, load_classification, match_codes
from ..domain.errors import InputError
from ..domain.notes import NoteBook
from ..domain.progress import Progress
from ..domain.translate import translate
from .compat import is_null
from .completeness import refuse_partly_read
from .raw_features import CHECK_EVERY
from .run import Run
from .sinks import BATCH, Column, append_columns, flush

COLUMNS = (
    Column("target_code", "text", "code in the target classification, one-to-one only"),
    Column("target_name", "text", "Chinese name of the target code"),
    Column("relation", "text", "direct, default_of_several, same or none"),
    Column("candidates", "text", "possible target codes, to be decided by the user"),
)


def translate_layer(run: Run) -> int:
    """Translate the codes of ``INPUT`` into ``OUTPUT``; return how many features got no code."""
    given = run.open("INPUT")
    source = given.source
    class_field = run.text("CLASS_FIELD")
    position = source.fields().lookupField(class_field)
    if position < 0:
        raise InputError(
            "Layer “{layer}” has no field “{field}”. It has: {fields}.",
            layer=given.name,
            field=class_field,
            fields=", ".join(source.fields().names()),
        )
    features = _read(run, source)
    refuse_partly_read(given, len(features))
    values = [None if is_null(f.attribute(position)) else f.attribute(position) for f in features]
    table = _translated(run, given.name, class_field, values)
    fields = append_columns(source.fields(), COLUMNS, run.notes, given.name)
    run.manifest.add_input(
        "INPUT",
        layer=given.name,
        source=given.described,
        features=len(features),
    )
    run.write_features(
        "OUTPUT",
        fields,
        source.wkbType(),
        source.sourceCrs(),
        lambda sink, target: _write(sink, target, features, table, run.progress(50, 99)),
        table,
        COLUMNS,
    )
    return int(table["target_code"].isna().sum())


def _read(run: Run, source: QgsProcessingFeatureSource) -> list[QgsFeature]:
    progress, total = run.progress(0, 40), max(source.featureCount(), 1)
    features = []
    flags = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    for number, feature in enumerate(source.getFeatures(QgsFeatureRequest(), flags)):
        if number % CHECK_EVERY == 0:
            progress(number / total)
        features.append(feature)
    return features


def _translated(run: Run, layer: str, class_field: str, values: list[Any]) -> pd.DataFrame:
    column = np.empty(len(values), dtype=object)
    column[:] = values
    match = match_codes(column, field=class_field, layer=layer, classification=run.text("CLASSIFICATION"))
    _note_unknown(match, layer, run.notes)
    target = run.text("TARGET")
    codes = match.codes()
    table = translate(codes, match.classification.id, target, defaults=False).set_index("code")
    names = load_classification(target).codes["name_zh"]
    per_row = table.reindex(codes)
    written = per_row["target"].where(per_row["target"].notna(), None).to_numpy(dtype=object)
    for row in table[table["target"].isna()].itertuples():
        run.notes.add(
            "not_one_to_one",
            "Code {code} has no one-to-one target in {target} (features: {count}); candidates: {candidates}.",
            count=int(row.count),
            code=row.Index,
            target=target,
            candidates=row.candidates or "—",
        )
    run.record(classification=match.classification.id, target=target)
    return pd.DataFrame(
        {
            "target_code": written,
            "target_name": [None if code is None else names.get(code) for code in written],
            "relation": per_row["relation"].fillna("none").to_numpy(dtype=object),
            "candidates": per_row["candidates"].fillna("").to_numpy(dtype=object),
        }
    )


def _note_unknown(match: MatchedCodes, layer: str, notes: NoteBook) -> None:
    lost = match.table[match.table["code"].isna()]
    if len(lost):
        notes.add(
            "codes_unknown",
            "Layer “{layer}”: features without a code of “{classification}”, so without a target: {count}; "
            "codes: {codes}.",
            count=int(lost["count"].sum()),
            layer=layer,
            classification=match.classification.id,
            codes=", ".join(
                f"{'NULL' if raw is None else raw} ({count})"
                for raw, count in zip(lost["raw"], lost["count"])
            ),
        )


def _write(
    sink: QgsFeatureSink,
    fields: QgsFields,
    features: list[QgsFeature],
    table: pd.DataFrame,
    progress: Progress,
) -> int:
    written, batch = 0, []
    for feature, row in zip(features, table[[c.name for c in COLUMNS]].itertuples(index=False)):
        made = QgsFeature(feature)
        made.setFields(fields, False)
        made.setAttributes(feature.attributes() + list(row))
        batch.append(made)
        if len(batch) == BATCH:
            written += flush(sink, batch)
            progress(written / len(features))
    return written + flush(sink, batch)
