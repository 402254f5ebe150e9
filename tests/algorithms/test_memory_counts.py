# SPDX-License-Identifier: GPL-2.0-or-later
"""What inputs hold is counted without reading them: headers, sizes of files, a sample of the features."""

from __future__ import annotations

import math

import numpy as np
import pytest
from formats import write
from layers_by_hand import make_layer, square
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)
from rasters_by_hand import write_raster

X, Y = 500_000.0, 3_300_000.0
#: More than are looked at.
MANY = 3_000


@pytest.fixture
def counted(provider):
    """Count the inputs of a tool."""

    def call(tool, **parameters):
        from dualcarbon.plugin.gis.memory_counts import count_inputs

        algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"dualcarbon:{tool}")
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        return count_inputs(algorithm, parameters, context)

    yield call
    QgsProject.instance().clear()


def load_of(counts):
    (load,) = counts.loads
    return load


def circle(number, vertices):
    """WKT of a round parcel of so many vertices, the last of which is the first."""
    angle = np.linspace(0.0, 2.0 * np.pi, vertices)[:-1]
    corners = [f"{X + 30 * number + 10 * np.cos(a):.2f} {Y + 10 * np.sin(a):.2f}" for a in angle]
    return f"POLYGON(({','.join([*corners, corners[0]])}))"


def many_parcels():
    """Parcels of 5 vertices, every fiftieth of 105: 7 on the average."""
    rows = [
        (circle(number, 105 if number % 50 == 0 else 5), {"DLBM": "0301", "BSM": str(number)})
        for number in range(MANY)
    ]
    return make_layer(rows)


def test_a_few_features_are_all_counted(counted):
    layer = make_layer(
        [(circle(0, 2_001), {"DLBM": "1"}), (square(X, Y), {"DLBM": "2"}), (None, {"DLBM": "3"})]
    )
    counts = counted("attachfactors", INPUT=layer)
    load = load_of(counts)
    assert (load.features, load.vertices, load.giant_vertices, load.values) == (3, 2_006, 2_001, 3)
    assert counts.counted_share == 1.0


@pytest.mark.parametrize("kind", ["memory", "GPKG", "ESRI Shapefile"])
def test_of_many_a_sample_is_counted_and_raised_by_a_margin(counted, tmp_path, kind):
    layer = many_parcels()
    if kind != "memory":
        file = tmp_path / f"parcels.{'gpkg' if kind == 'GPKG' else 'shp'}"
        layer = QgsVectorLayer(write(layer, file, kind), "parcels", "ogr")
    QgsProject.instance().addMapLayer(layer)
    counts = counted("attachfactors", INPUT=layer)
    assert 1.0 <= load_of(counts).vertices / (7.0 * MANY) < 1.35
    assert load_of(counts).features == MANY
    assert counts.counted_share == pytest.approx(1_000 / MANY, abs=1e-3)


def test_where_a_feature_cannot_be_picked_the_first_ones_are_looked_at(counted, tmp_path):
    """GML is read from its beginning for every single feature: a thousand picked ones would take minutes."""
    rows = [(circle(n, 5 if n < 1_000 else 105), {"DLBM": "0301"}) for n in range(MANY)]
    file = write(make_layer(rows), tmp_path / "parcels.gml", "GML")
    load = load_of(counted("attachfactors", INPUT=file))
    assert (load.features, load.vertices) == (MANY, 5 * MANY)
    layer = QgsVectorLayer(file, "parcels", "ogr")
    QgsProject.instance().addMapLayer(layer)
    layer.selectByIds(sorted(feature.id() for feature in layer.getFeatures())[:200])
    chosen = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    load = load_of(counted("attachfactors", INPUT=chosen))
    assert (load.features, load.vertices) == (200, 200 * 50), "of a selection none is looked at"


def test_gaps_in_the_numbers_of_features_do_not_hide_them(counted):
    layer = many_parcels()
    QgsProject.instance().addMapLayer(layer)
    ids = sorted(feature.id() for feature in layer.getFeatures())
    layer.dataProvider().deleteFeatures(ids[: MANY // 2])
    load = load_of(counted("attachfactors", INPUT=layer))
    assert load.features == MANY / 2
    assert 0.9 < load.vertices / (7.0 * MANY / 2) < 1.35


def test_a_selection_counts_only_itself(counted):
    layer = many_parcels()
    QgsProject.instance().addMapLayer(layer)
    layer.selectByExpression('"BSM" % 50 = 0')
    chosen = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True)
    load = load_of(counted("attachfactors", INPUT=chosen))
    assert (load.features, load.vertices) == (MANY / 50, 105 * MANY / 50)


def test_a_filter_of_the_layer_counts_only_what_passes(counted):
    layer = many_parcels()
    QgsProject.instance().addMapLayer(layer)
    layer.setSubsetString('"BSM" % 50 = 0')
    load = load_of(counted("attachfactors", INPUT=layer))
    assert (load.features, load.vertices) == (MANY / 50, 105 * MANY / 50)


def test_every_layer_of_a_list_counts(counted):
    lines = [make_layer([(circle(0, 101 + n), {"BSM": "1"})], name=f"line {n}") for n in range(3)]
    for line in lines:
        QgsProject.instance().addMapLayer(line)
    loads = counted("checklines", OTHER_LINES=[line.id() for line in lines], FARMLAND=lines[0]).loads
    assert sorted(load.vertices for load in loads) == [101, 101, 102, 103]


def test_cells_in_memory_and_the_edges_that_cross_their_grid(counted, tmp_path):
    """A square of 100 m has edges of 400 m: 40 lines of a grid of 10 m."""
    raster = write_raster(tmp_path / "land.tif", np.ones((300, 200), dtype="float32"))
    layer = make_layer([(square(X, Y), {"name": "town"})])
    town, cells = counted("sinkbaseline", INPUT=raster, UNITS=layer, FACTOR_SET="cn_default").loads
    assert town.crossings == pytest.approx(40.0)
    assert (cells.cells, cells.cell_bytes) == (60_000, 240_000)


def test_degrees_are_turned_into_metres(counted, tmp_path):
    raster = write_raster(tmp_path / "land.tif", np.ones((3, 2), dtype="uint8"))
    step = 100.0 / 111_320.0
    corners = [(114, 30), (114 + step, 30), (114 + step, 30 + step), (114, 30 + step), (114, 30)]
    wkt = f"POLYGON(({','.join(f'{x} {y}' for x, y in corners)}))"
    town, _cells = counted(
        "sinkbaseline", INPUT=raster, UNITS=make_layer([(wkt, {"n": 1})], "EPSG:4490")
    ).loads
    assert town.crossings == pytest.approx(40.0, rel=1e-6)


def test_cells_of_a_table_by_its_beginning(counted, tmp_path):
    """100 000 lines of four cells, of which the first 64 kB are read."""
    table = tmp_path / "factors.csv"
    table.write_text("1001,1002,1003,1004\n" * 100_000, encoding="utf-8")
    assert load_of(counted("validatefactors", INPUT=str(table))).values == pytest.approx(400_000, rel=1e-3)


def test_what_cannot_be_opened_is_left_to_the_run(counted, tmp_path):
    counts = counted("attachfactors", INPUT=str(tmp_path / "missing.gpkg"))
    assert counts.loads == []
    assert math.isclose(counts.counted_share, 1.0)
