# SPDX-License-Identifier: GPL-2.0-or-later
"""Results to layers: opened after computing, written in batches, reopened and counted."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import (
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFieldConstraints,
    QgsFields,
    QgsGeometry,
)

from ..domain.errors import OutputError
from ..domain.notes import NoteBook
from ..domain.progress import Progress, silent
from .compat import FLOAT, INTEGER, TEXT, field

#: Letters kept of either end of a long reason.
REASON_LETTERS = 120
ODD_IN_SENTENCE = 5
BATCH = 5_000
_AS_THEY_ARE = {str, int, bool, type(None)}
#: How the WKB of a polygon begins, and what turns it into that of a multipolygon of one part.
POLYGON_HEAD = b"\x01\x03\x00\x00\x00"
MULTI_HEAD = b"\x01\x06\x00\x00\x00\x01\x00\x00\x00"


@dataclass(frozen=True)
class Column:
    """A field of an output: its name, kind (``float``, ``int``, ``text``) and meaning."""

    name: str
    kind: str
    comment: str = ""

    def to_field(self) -> QgsField:
        """The QGIS field of this column."""
        return field(self.name, {"float": FLOAT, "int": INTEGER, "text": TEXT}[self.kind], self.comment)


def fields_of(columns: Sequence[Column]) -> QgsFields:
    """QGIS fields of the columns, in order."""
    fields = QgsFields()
    for column in columns:
        fields.append(column.to_field())
    return fields


def append_columns(existing: QgsFields, columns: Sequence[Column], notes: NoteBook, layer: str) -> QgsFields:
    """The input's fields followed by ours; an input field of the same name becomes ``<name>_in``.

    So does a field ``fid`` that is no key of the input: in a GeoPackage it would have to be one. And so does
    the second of two fields that differ in capitals only, which databases take for one.
    """
    ours = {column.name.lower() for column in columns}
    taken = {name.lower() for name in existing.names()} | ours
    met = set(ours)
    fields = QgsFields()
    for old in existing:
        renamed = QgsField(old)
        repeated = old.name().lower() in met
        met.add(old.name().lower())
        if repeated or _is_loose_fid(old):
            name = f"{old.name()}_in"
            while name.lower() in taken:
                name += "_in"
            taken.add(name.lower())
            renamed.setName(name)
            notes.add(
                "field_renamed",
                "Layer “{layer}” already has a field “{old}”: it is kept as “{new}”.",
                warning=False,
                layer=layer,
                old=old.name(),
                new=name,
            )
        fields.append(renamed)
    for column in columns:
        fields.append(column.to_field())
    return fields


def _is_loose_fid(field: QgsField) -> bool:
    unique = QgsFieldConstraints.Constraint.ConstraintUnique
    return field.name().lower() == "fid" and not field.constraints().constraints() & unique


def plain_values(values: pd.Series) -> list[Any]:
    """A column as values that a QGIS feature takes: Python's own types, NaN as NULL."""
    if pd.api.types.is_float_dtype(values):
        known = np.isfinite(values.to_numpy())
        return values.tolist() if known.all() else values.astype(object).where(known, None).tolist()
    if pd.api.types.is_object_dtype(values):
        listed = values.tolist()
        return listed if set(map(type, listed)) <= _AS_THEY_ARE else [_plain(value) for value in listed]
    return list(values.tolist())


def _plain(value: Any) -> Any:
    if isinstance(value, np.generic):
        value = value.item()
    return None if isinstance(value, float) and not math.isfinite(value) else value


def rows_of(frame: pd.DataFrame, columns: Sequence[Column]) -> Iterator[list[Any]]:
    """The rows of a frame as attribute lists in the order of the columns."""
    return map(list, zip(*(plain_values(frame[column.name]) for column in columns)))


def write_rows(
    sink: QgsFeatureSink,
    fields: QgsFields,
    rows: Iterator[list[Any]],
    geometries: Sequence[Any] | None,
    total: int,
    progress: Progress = silent,
) -> int:
    """Write attribute rows (with shapely geometries, or without); return how many."""
    forms = iter(() if geometries is None else _multi_forms(geometries))
    batch: list[QgsFeature] = []
    written = 0
    for row in rows:
        feature = QgsFeature(fields)
        feature.setAttributes(row)
        form = next(forms, None)
        if form is not None:
            shape = QgsGeometry()
            shape.fromWkb(form)
            feature.setGeometry(shape)
        batch.append(feature)
        if len(batch) == BATCH:
            written += flush(sink, batch)
            progress(written / max(total, 1))
    return written + flush(sink, batch)


def flush(sink: QgsFeatureSink, batch: list[QgsFeature]) -> int:
    """Write and empty a batch; raises ``OutputError`` when the sink refuses it."""
    count = len(batch)
    if count and not sink.addFeatures(batch, QgsFeatureSink.Flag.FastInsert):
        reason = _without_statement(sink.lastError()) or "the sink refused the features"
        odd = _of_another_kind(batch)
        if odd:
            raise OutputError(
                "The output could not be written: {reason}. Features {ids} hold another kind of geometry "
                "than the rest of their layer, which this format does not take. Redraw or delete them, or "
                "write a GeoPackage.",
                reason=reason,
                ids=", ".join(odd[:ODD_IN_SENTENCE]),
            )
        raise OutputError(
            "The output could not be written: {reason}. Check the free space, the rights and the path; where "
            "the format does not take a value, write a GeoPackage.",
            reason=reason,
        )
    batch.clear()
    return count


def _of_another_kind(batch: Sequence[QgsFeature]) -> list[str]:
    """Ids of the features whose geometry is of another kind (point, line, polygon) than most."""
    kinds = {feature.id(): feature.geometry().type() for feature in batch if feature.hasGeometry()}
    usual = Counter(kinds.values()).most_common(1)
    return [str(number) for number, kind in kinds.items() if kind != usual[0][0]]


def _without_statement(reason: str) -> str:
    """A reason without its middle: OGR repeats the whole SQL statement before it says what went wrong."""
    if len(reason) <= 2 * REASON_LETTERS:
        return reason
    return f"{reason[:REASON_LETTERS]} … {reason[-REASON_LETTERS:]}"


def _multi_forms(geometries: Sequence[Any]) -> Iterator[bytes | None]:
    """Polygons and multipolygons as WKB of multipolygons, so that one layer holds one type."""
    # Here, so that tables are written where shapely is missing.
    import shapely

    for start in range(0, len(geometries), BATCH):
        for form in shapely.to_wkb(geometries[start : start + BATCH], byte_order=1):
            lone = form is not None and form[: len(POLYGON_HEAD)] == POLYGON_HEAD
            yield MULTI_HEAD + form if lone else form


def note_cut_names(destination: str, fields: QgsFields, found: Sequence[str], notes: NoteBook) -> None:
    """Warn when a shapefile has cut field names; ``found`` are the names read back from it."""
    if not destination.lower().endswith(".shp"):
        return
    cut = [(name, short) for name, short in zip(fields.names(), found) if name != short]
    if cut:
        notes.add(
            "names_cut",
            "A shapefile cuts field names to ten characters, these are cut: {names}. Write a GeoPackage "
            "to keep them.",
            count=len(cut),
            names=", ".join(f"{name} → {short}" for name, short in cut),
        )
