# SPDX-License-Identifier: GPL-2.0-or-later
"""What the inputs of a run hold, counted cheaply: from headers, file sizes and a sample of the features."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingUtils,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsVectorDataProvider,
    QgsVectorLayer,
)

from ..domain.memory_need import GIANT, Load
from .input_places import input_layer, input_values, is_file
from .raster_blocks import rows_at_once
from .sources import label_of_source
from .tables import is_table_file
from .workbooks import SHEETS

#: Features looked at, spread over the layer, and vertices after which that is enough.
SAMPLE, SAMPLE_VERTICES = 1_000, 2_000_000
#: Standard errors by which the estimate of a sample is raised: it is meant to be too large in 39 of 40 cases.
MARGIN = 2.0
#: Vertices of a feature where a sample would mean to fetch the layer twice, or to read it for each feature.
ASSUMED_VERTICES = 50
#: Providers of which a few features may be asked for at no cost.
_QUICK = ("memory", "ogr", "postgres", "spatialite")
#: Validity is judged and repaired by the run.
_UNCHECKED = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
#: Formats that keep two doubles for a vertex, so that the size of the file limits their number.
_PLAIN, VERTEX_BYTES = ("GPKG", "ESRI Shapefile"), 16
#: Bytes of a table file that are read to learn how many cells it has for its size.
HEAD = 1 << 16
#: Bytes of a workbook for each cell, packed: ``<c r="A1" t="s"><v>0</v></c>`` shrinks to about so much.
SHEET_CELL_BYTES = 3
_SEPARATORS = b",;\t\n"
#: Metres of a degree, where a layer in degrees meets a raster in metres or the other way round.
DEGREE_M = 111_320.0


@dataclass(frozen=True)
class InputCounts:
    """The loads of a run, and the share of all features whose vertices were counted, not estimated."""

    loads: list[Load]
    counted_share: float


@dataclass(frozen=True)
class _Counted:
    """A vector layer with its load, the length of all edges (units of its CRS) and the features looked at."""

    layer: QgsVectorLayer
    load: Load
    edges: float = 0.0
    looked_at: int = 0


def count_inputs(
    algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any], context: QgsProcessingContext
) -> InputCounts:
    """Count what a run would read; what cannot be opened is left to the run, which says so."""
    tables: list[Load] = []
    rasters: list[QgsRasterLayer] = []
    vectors: list[_Counted] = []
    for definition, value in input_values(algorithm, parameters):
        if is_file(value) and is_table_file(value):
            tables.append(_of_table(Path(value)))
            continue
        layer = input_layer(definition, value, context)
        if isinstance(layer, QgsRasterLayer):
            rasters.append(layer)
        elif isinstance(layer, QgsVectorLayer) and _is_read_as_table(value, layer):
            tables.append(_of_table(Path(layer.source())))
        elif isinstance(layer, QgsVectorLayer):
            source = QgsProcessingUtils.variantToSource(value, context)
            if source is not None:
                vectors.append(_of_vector(source, layer, _selection(value, layer), context))
    features = math.fsum(counted.load.features for counted in vectors)
    looked_at = sum(counted.looked_at for counted in vectors)
    return InputCounts(
        [*tables, *(_on_grid(counted, rasters) for counted in vectors), *map(_of_raster, rasters)],
        looked_at / features if features else 1.0,
    )


# Layers ------------------------------------------------------------------------------------------


def _selection(value: Any, layer: QgsVectorLayer) -> list[int] | None:
    """Ids of the selected features where only these are asked for."""
    only = isinstance(value, QgsProcessingFeatureSourceDefinition) and value.selectedFeaturesOnly
    return sorted(layer.selectedFeatureIds()) if only else None


def _is_read_as_table(value: Any, layer: QgsVectorLayer) -> bool:
    """Whether a layer is a table file that is read by its path, as ``table_file_of`` tells."""
    is_file_as_it_is = not (layer.subsetString() or layer.isModified()) and is_file(layer.source())
    return is_file_as_it_is and is_table_file(layer.source()) and _selection(value, layer) is None


def _of_vector(
    source: QgsProcessingFeatureSource,
    layer: QgsVectorLayer,
    selected: list[int] | None,
    context: QgsProcessingContext,
) -> _Counted:
    """A source: the vertices of a few features are all counted, of many those of a sample and a margin."""
    count = source.featureCount() if selected is None else len(selected)
    picks = _picks_by_id(layer)
    is_quick = layer.providerType() in _QUICK and (selected is None or picks)
    if count < 0:
        # A filter of the source leaves open how many features pass it.
        count = _passing(source) if is_quick else 0
    load = Load(
        label_of_source(layer, context, source.sourceName()),
        features=float(count),
        values=float(count) * source.fields().count(),
    )
    if not layer.isSpatial():
        return _Counted(layer, load, looked_at=count)
    if not is_quick:
        return _Counted(layer, replace(load, vertices=load.features * ASSUMED_VERTICES))
    found = _looked_at(source, count, selected, picks=picks)
    if not found:
        return _Counted(layer, load)
    vertices = np.array([number for number, _ in found], dtype=float)
    giants = np.where(vertices > GIANT, vertices, 0.0)
    most = _most_vertices(layer)
    return _Counted(
        layer,
        replace(
            load,
            vertices=min(_of_all(vertices, count), most),
            giant_vertices=min(_of_all(giants, count), most),
        ),
        edges=math.fsum(length for _, length in found) / len(found) * count,
        looked_at=len(found),
    )


def _of_all(sample: np.ndarray, count: int) -> float:
    """The sum over all features from that of some, raised by a margin unless they are all."""
    if len(sample) >= count:
        return float(sample.sum())
    return count * float(sample.mean() + MARGIN * sample.std() / math.sqrt(len(sample)))


def _picks_by_id(layer: QgsVectorLayer) -> bool:
    """Whether one feature is found without reading those before it: in GML, KML and CSV it is not."""
    provider = layer.dataProvider()
    # A layer that cannot be opened may be without one.
    if provider is None:
        return False
    return bool(provider.capabilities() & QgsVectorDataProvider.Capability.SelectAtId)


def _looked_at(
    source: QgsProcessingFeatureSource, count: int, selected: list[int] | None, *, picks: bool
) -> list[tuple[int, float]]:
    """Vertices and length of edges of features spread over it, or of the first where none can be picked."""
    if count <= SAMPLE:
        return _measured(source.getFeatures(_bare(), _UNCHECKED))
    if picks:
        # Nearly all layers number their features from 0 or 1 without a gap.
        ids = range(count) if selected is None else selected
        spread = [ids[number * len(ids) // SAMPLE] for number in range(SAMPLE)]
        found = _measured(source.getFeatures(_bare().setFilterFids(spread), _UNCHECKED))
        if 2 * len(found) >= SAMPLE:
            return found
    return _measured(source.getFeatures(_bare().setLimit(SAMPLE), _UNCHECKED))


def _passing(source: QgsProcessingFeatureSource) -> int:
    return sum(1 for _ in source.getFeatures(_bare(geometry=False), _UNCHECKED))


def _bare(*, geometry: bool = True) -> QgsFeatureRequest:
    request = QgsFeatureRequest().setSubsetOfAttributes([])
    return request if geometry else request.setFlags(QgsFeatureRequest.Flag.NoGeometry)


def _measured(features: Iterable[QgsFeature]) -> list[tuple[int, float]]:
    found, seen = [], 0
    for feature in features:
        shape = feature.geometry().constGet()
        if shape is not None:
            found.append((shape.nCoordinates(), shape.perimeter()))
            seen += found[-1][0]
        else:
            found.append((0, 0.0))
        if seen > SAMPLE_VERTICES:
            break
    return found


def _most_vertices(layer: QgsVectorLayer) -> float:
    """More vertices than this have no room in the file of the layer."""
    provider = layer.dataProvider()
    if layer.providerType() != "ogr" or provider.storageType() not in _PLAIN:
        return math.inf
    path = QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path")
    try:
        return Path(str(path)).stat().st_size / VERTEX_BYTES
    except OSError:
        return math.inf


# Rasters and tables ------------------------------------------------------------------------------


def _of_raster(layer: QgsRasterLayer) -> Load:
    """The cells of the block of rows that is read at a time."""
    width, height = max(layer.width(), 1), max(layer.height(), 1)
    provider = layer.dataProvider()
    cells = float(width) * min(rows_at_once(width, max(provider.yBlockSize(), 1)), height)
    widest = max(provider.dataTypeSize(band) for band in range(1, provider.bandCount() + 1))
    return Load(layer.name(), cells=cells, cell_bytes=cells * widest)


def _on_grid(counted: _Counted, rasters: list[QgsRasterLayer]) -> Load:
    """The load with how often the edges cross the lines of the finest raster of the run."""
    sizes = [
        min(raster.rasterUnitsPerPixelX(), raster.rasterUnitsPerPixelY()) * _unit_m(raster)
        for raster in rasters
    ]
    finest = min((size for size in sizes if size > 0.0), default=math.inf)
    return replace(counted.load, crossings=counted.edges * _unit_m(counted.layer) / finest)


def _unit_m(layer: QgsMapLayer) -> float:
    return DEGREE_M if layer.crs().isGeographic() else 1.0


def _of_table(path: Path) -> Load:
    """The cells of a table file: by its size and, of a text, by how many separators its beginning has."""
    size = path.stat().st_size
    if path.suffix.lower() in SHEETS:
        return Load(path.name, values=size / SHEET_CELL_BYTES)
    with path.open("rb") as stream:
        head = stream.read(HEAD)
    cells = sum(head.count(bytes([mark])) for mark in _SEPARATORS)
    return Load(path.name, values=size * cells / max(len(head), 1))
