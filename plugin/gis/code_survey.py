# SPDX-License-Identifier: GPL-2.0-or-later
"""Which codes a layer holds, how often, on how much ground, and what a classification makes of them."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
    QgsWkbTypes,
)

from ..domain.classes import match_codes
from ..domain.errors import InputError
from ..domain.notes import NoteBook
from ..domain.progress import Progress, part
from ..domain.units import M2_PER_HA
from .collector import collection_paused
from .compat import is_null
from .crs import require_crs
from .layers import LayerFrame, layer_of
from .raw_features import READER, RawLayer

COLUMNS = ("raw", "code", "carbon_class", "name_zh", "name_en", "how", "count", "area_ha")
#: Features read between two calls of the progress.
STEP = 2_000


@dataclass(frozen=True)
class CodeSource:
    """What a thread needs to read the codes of a layer: made where the layer lives, used elsewhere."""

    features: QgsVectorLayerFeatureSource
    crs: QgsCoordinateReferenceSystem
    layer: str
    field: str
    position: int
    count: int


def code_source(layer: QgsVectorLayer, field: str) -> CodeSource:
    """The codes of a layer as a thread can read them; ``InputError`` where it has no polygons or no CRS."""
    if layer.geometryType() != QgsWkbTypes.GeometryType.PolygonGeometry:
        raise InputError(
            "Layer “{layer}” holds {kind}, but polygons are needed. Choose a polygon layer.",
            layer=layer.name(),
            kind=QgsWkbTypes.displayString(layer.wkbType()),
        )
    crs = require_crs(layer.crs(), layer.name())
    position = layer.fields().lookupField(field)
    features = QgsVectorLayerFeatureSource(layer)
    return CodeSource(features, crs, layer.name(), field, position, layer.featureCount())


def survey_codes(source: CodeSource, classification: str, progress: Progress) -> pd.DataFrame:
    """One row per distinct code with ``COLUMNS``, the codes without class first, then by area.

    ``carbon_class`` is None where the classification has none; areas (ha) are measured on the
    ellipsoid. Raises ``InputError`` for a layer without features and ``ClassError`` where reading
    the codes would need a guess.
    """
    codes, area_ha = _read(source, progress)
    match = match_codes(codes, field=source.field, layer=source.layer, classification=classification)
    table = match.table.copy()
    order = np.argsort(match.index, kind="stable")
    ends = np.searchsorted(match.index[order], np.arange(len(table) + 1))
    table["area_ha"] = [math.fsum(area_ha[order[a:b]]) for a, b in zip(ends[:-1], ends[1:])]
    return table.sort_values(
        ["carbon_class", "area_ha", "raw"],
        key=lambda column: column.notna() if column.name == "carbon_class" else column,
        ascending=[True, False, True],
        kind="stable",
        ignore_index=True,
    )[list(COLUMNS)]


def _read(source: CodeSource, progress: Progress) -> tuple[np.ndarray, np.ndarray]:
    reading, codes, wkb, fids = part(progress, 0.0, 0.6), [], [], []
    with collection_paused():
        request = QgsFeatureRequest().setSubsetOfAttributes([source.position])
        for number, feature in enumerate(source.features.getFeatures(request)):
            if number % STEP == 0:
                reading(min(1.0, number / max(source.count, 1)))
            value, geometry = feature.attribute(source.position), feature.geometry()
            if QgsWkbTypes.isCurvedType(geometry.wkbType()):
                geometry.convertToStraightSegment()
            codes.append(None if is_null(value) else value)
            wkb.append(geometry.asWkb().data() if feature.hasGeometry() else None)
            fids.append(str(feature.id()))
    if not codes:
        raise InputError("Layer “{layer}” has no features.", layer=source.layer)
    frame = LayerFrame(source.layer, "", source.crs, source.crs, None, None)
    layer = layer_of(RawLayer(wkb, fids, {}, READER), frame, NoteBook(), part(progress, 0.6, 0.9))
    area_m2 = layer.plane.measure_layer(layer.geometry, "ellipsoidal", part(progress, 0.9, 1.0))
    return np.array(codes, dtype=object), np.nan_to_num(area_m2) / M2_PER_HA
