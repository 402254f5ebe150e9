# SPDX-License-Identifier: GPL-2.0-or-later
"""Method layers out: the input's features with the figures of a method, as “Sink baseline” takes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from qgis.core import QgsFeatureRequest, QgsFeatureSink, QgsFields, QgsProcessingFeatureSource

from ..domain.errors import InputError
from ..domain.parcels import ATTACHED
from .land_use import attached_columns
from .layers import PolygonLayer
from .run import Run
from .sinks import BATCH, Column, append_columns, flush, rows_of
from .vector_inputs import VectorInput

#: What a method layer has beside the fields of attached factors.
METHOD_COLUMNS = (
    Column("method", "text", "method of the figures"),
    Column("accounts_for", "text", "pools and processes that the figures answer for"),
    Column("soil_depth_cm", "text", "soil depth from-to, cm"),
)


def write_method_layer(
    run: Run,
    name: str,
    given: VectorInput,
    layer: PolygonLayer,
    figures: pd.DataFrame,
    extras: Sequence[Column],
    claims: Mapping[str, object],
    share: tuple[float, float] = (60.0, 95.0),
) -> None:
    """Stream the input's features in once more and write those that have figures.

    ``figures`` has a row for each feature in the order read, with whatever of ``ATTACHED``, of
    ``METHOD_COLUMNS`` and of ``extras`` the method knows; what is missing becomes NULL. ``claims`` fill
    the method's own columns where they are the same in all rows. A row without ``area_ha`` or
    without ``accounts_for`` answers for nothing and is left out.
    """
    table = figures.assign(**claims).reindex(
        columns=[*ATTACHED, *(c.name for c in METHOD_COLUMNS), *(c.name for c in extras)]
    )
    kept = (table["accounts_for"].notna() & (table["area_ha"] > 0.0)).to_numpy()
    columns = [*attached_columns(), *METHOD_COLUMNS, *extras]
    fields = append_columns(given.source.fields(), columns, run.notes, layer.name)
    written = table[kept].reset_index(drop=True)
    # NULL made floats of them; what is left has values.
    written = written.astype({column.name: "int64" for column in extras if column.kind == "int"})

    def fill(sink: QgsFeatureSink, _target: QgsFields) -> int:
        count, batch, rows = 0, [], rows_of(written, columns)
        progress = run.progress(*share)
        flags = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
        features = given.source.getFeatures(QgsFeatureRequest(), flags)
        for number, (feature, fid) in enumerate(zip(features, layer.fids)):
            if number % BATCH == 0:
                progress(number / len(kept))
            if str(feature.id()) != fid:
                raise InputError(
                    "Layer “{layer}” was changed while it was being read. Run again when nobody edits it.",
                    layer=layer.name,
                )
            if kept[number]:
                feature.setAttributes(feature.attributes() + next(rows))
                batch.append(feature)
            if len(batch) == BATCH:
                count += flush(sink, batch)
        return count + flush(sink, batch)

    run.write_features(name, fields, given.source.wkbType(), layer.crs, fill, written, columns)


def note_without_area(run: Run, layer: PolygonLayer, area_ha: np.ndarray) -> None:
    """Note the features that have no ground and are left out of the output."""
    rows = np.flatnonzero(~(area_ha > 0.0))
    if len(rows):
        run.notes.add(
            "without_area",
            "Layer “{layer}”: features without a geometry that has an area: {count}. They have no figures "
            "and are left out of the output.",
            count=len(rows),
            ids=layer.ids[rows],
            layer=layer.name,
        )


def refuse_nothing_left(layer: PolygonLayer, rows: np.ndarray) -> None:
    """Raise ``InputError`` where no feature has what an account needs."""
    if not len(rows):
        raise InputError(
            "No feature of layer “{layer}” has both a class and a geometry with an area: there is nothing to "
            "account for. Check the geometries and the fields.",
            layer=layer.name,
        )
