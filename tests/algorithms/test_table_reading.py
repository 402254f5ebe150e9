# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables read as a stream come out as QGIS reads them feature by feature, or are left to QGIS."""

from __future__ import annotations

import pytest
from layers_by_hand import square
from osgeo import gdal, ogr, osr
from qgis.core import (
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsProperty,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
)

X, Y = 500_000.0, 3_300_000.0
HOLED = "MULTIPOLYGON(((0 0,9 0,9 9,0 9,0 0),(1 1,2 1,2 2,1 2,1 1)),((20 0,21 0,21 1,20 0)))"
SQUARE = f"MULTI{square(X, Y).replace('((', '(((').replace('))', ')))')}"
ROWS = [
    (SQUARE, "一", "0101", 7, 2**60, 0.1),
    (None, "二", None, None, None, None),
    (HOLED, "", "0703", -1, 0, -1e-300),
    (SQUARE, "it's a “name” with spaces ", "07", 0, -5, 1e300),
    ("MULTIPOLYGON EMPTY", "五" * 300, "0701", 1, 1, 3.0),
]
COLUMNS = ["name", "code", "short", "long", "share"]


def write(path, rows=ROWS, kind=ogr.wkbMultiPolygon, gap=False):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4547)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = dataset.CreateLayer("parcels", reference, kind)
    kinds = (ogr.OFTString, ogr.OFTString, ogr.OFTInteger, ogr.OFTInteger64, ogr.OFTReal)
    for name, field in zip([*COLUMNS, "day"], [*kinds, ogr.OFTDate]):
        layer.CreateField(ogr.FieldDefn(name, field))
    for wkt, *values in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        for number, value in enumerate(values):
            if value is not None:
                feature.SetField(number, value)
        if wkt is not None:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(wkt))
        layer.CreateFeature(feature)
    if gap:
        layer.DeleteFeature(2)
    # Closed before it is read: newer versions count the features when they open the layer.
    del feature, layer, dataset
    return QgsVectorLayer(f"{path}|layername=parcels", "parcels", "ogr")


def read(layer, table, columns=COLUMNS, **more):
    from dualcarbon.plugin.domain.notes import NoteBook
    from dualcarbon.plugin.gis.layers import read_polygons

    source = QgsProcessingUtils.variantToSource(layer, QgsProcessingContext())
    return read_polygons(
        source, name="parcels", described="", table=table, columns=columns, notes=NoteBook(), **more
    )


def table_of(value, layer):
    from dualcarbon.plugin.gis.arrow import table_of

    return table_of(value, layer)


@pytest.mark.parametrize("gap", [False, True], ids=["dense", "with a deleted feature"])
def test_stream_and_features_give_the_same_layer(provider, tmp_path, gap):
    layer = write(tmp_path / "a.gpkg", gap=gap)
    streamed, single = read(layer, table_of(layer, layer)), read(layer, None)
    assert (streamed.reader, single.reader) == ("arrow", "features")
    assert streamed.digest == single.digest
    assert streamed.fids == single.fids
    assert list(streamed.ids) == list(single.ids) == (["1", "3", "4", "5"] if gap else list("12345"))
    for name in COLUMNS:
        values = streamed.columns[name].tolist()
        assert values == single.columns[name].tolist()
        assert list(map(type, values)) == list(map(type, single.columns[name].tolist()))
    assert list(streamed.repeated) == list(single.repeated) == ([2] if gap else [3])
    for one, other in zip(streamed.geometry, single.geometry):
        assert (one is None) == (other is None)
        assert one is None or one.wkb == other.wkb


def test_the_feature_number_is_a_column_too(provider, tmp_path):
    layer = write(tmp_path / "a.gpkg")
    table = table_of(layer, layer)
    streamed = read(layer, table, ["fid"])
    assert list(streamed.columns["fid"]) == list(read(layer, None, ["fid"]).columns["fid"]) == [1, 2, 3, 4, 5]


def test_dates_and_unknown_spellings_are_left_to_qgis(provider, tmp_path):
    layer = write(tmp_path / "a.gpkg")
    table = table_of(layer, layer)
    assert read(layer, table, ["day"]).reader == "features"
    # QGIS finds fields whatever their case; the stream is asked for exact names only.
    assert read(layer, table, ["NAME"]).reader == "features"


@pytest.mark.parametrize(
    "wkt",
    [
        "POLYGON((0 0,1 0,1 1,0 0))",
        "MULTIPOLYGON Z(((0 0 1,1 0 1,1 1 1,0 0 1)))",
        "CURVEPOLYGON(CIRCULARSTRING(0 0,1 1,2 0,1 -1,0 0))",
    ],
)
def test_a_shape_that_the_layer_does_not_announce_is_left_to_qgis(provider, tmp_path, wkt):
    from dualcarbon.plugin.domain.progress import silent
    from dualcarbon.plugin.gis.arrow import read_table

    layer = write(tmp_path / "a.gpkg", [ROWS[0], (wkt, "z", "0101", 1, 1, 1.0)])
    table = table_of(layer, layer)
    # Newer releases of GDAL note heights in the file, so that the layer announces them.
    assert table is None or read_table(table, COLUMNS, silent) is None


def test_layers_with_height_are_left_to_qgis(provider, tmp_path):
    layer = write(tmp_path / "a.gpkg", kind=ogr.wkbMultiPolygon25D)
    assert table_of(layer, layer) is None


def test_text_that_is_no_utf8_is_left_to_qgis(provider, tmp_path):
    import sqlite3

    layer = write(tmp_path / "a.gpkg")
    with sqlite3.connect(tmp_path / "a.gpkg") as database:
        # The triggers of the spatial index call functions that plain SQLite lacks.
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f"DROP TRIGGER {name}")
        database.execute("UPDATE parcels SET code = CAST(x'c3d6' AS TEXT) WHERE fid = 4")
    database.close()
    assert read(layer, table_of(layer, layer)).reader == "features"


def selected(layer):
    layer.selectByIds([1, 2])
    return QgsProcessingFeatureSourceDefinition(layer.id(), True)


def limited(layer):
    return QgsProcessingFeatureSourceDefinition(QgsProperty.fromValue(layer.id()), False, 2)


def subset(layer):
    layer.setSubsetString("fid < 3")
    return layer


def edited(layer):
    layer.startEditing()
    return layer


def joined(layer):
    other = QgsVectorLayer("NoGeometry?field=code:string", "more", "memory")
    # A join alone does not keep its layer.
    QgsProject.instance().addMapLayer(other, False)
    info = QgsVectorLayerJoinInfo()
    info.setJoinLayer(other)
    info.setJoinFieldName("code")
    info.setTargetFieldName("code")
    assert layer.addJoin(info)
    return layer


def other_format(layer):
    return QgsVectorLayer("Polygon?crs=EPSG:4547", "memory", "memory")


@pytest.mark.parametrize("change", [selected, limited, subset, edited, joined, other_format])
def test_only_whole_plain_tables_are_streamed(provider, tmp_path, change):
    layer = write(tmp_path / "a.gpkg")
    assert table_of(layer, layer).features == 5
    value = change(layer)
    layer = value if isinstance(value, QgsVectorLayer) else layer
    assert table_of(value, layer) is None
    assert table_of(value, None) is None


def test_a_table_that_has_changed_is_left_to_qgis(provider, tmp_path):
    from dataclasses import replace

    layer = write(tmp_path / "a.gpkg")
    table = table_of(layer, layer)
    assert read(layer, replace(table, features=4)).reader == "features"
    assert read(layer, replace(table, path=str(tmp_path / "none.gpkg"))).reader == "features"
    assert len(list(layer.getFeatures(QgsFeatureRequest()))) == 5


def test_runs_record_how_they_read_and_give_the_same_figures(run, tmp_path):
    from layers_by_hand import manifest_of

    layer = write(tmp_path / "a.gpkg", [(SQUARE, "n", "0101", n, 1, 1.0) for n in range(9)])
    layer.selectAll()
    settings = {"CLASS_FIELD": "code", "CLASSIFICATION": "cn_third_survey", "OUTPUT": "memory:"}
    found = {}
    for reader, value in (("arrow", layer), ("features", selected_whole(layer))):
        result = run("attachfactors", **settings, INPUT=value, MANIFEST=str(tmp_path / f"{reader}.json"))
        (record,) = manifest_of(result)["inputs"]
        assert record.pop("reader") == reader
        found[reader] = record["sha256"], [f.attributes() for f in result["OUTPUT"].getFeatures()]
    assert found["arrow"] == found["features"]


def selected_whole(layer):
    QgsProject.instance().addMapLayer(layer, False)
    return QgsProcessingFeatureSourceDefinition(layer.id(), True)


def test_no_thread_of_an_old_gdal_runs_ahead_of_the_stream(tmp_path, qgis_app, monkeypatch):
    """With it, one reading of the sample county in a hundred gave half filled arrays (GDAL 3.10.3)."""
    from dualcarbon.plugin.domain.progress import silent
    from dualcarbon.plugin.gis import arrow

    path = tmp_path / "land.gpkg"
    layer = write(path)
    table = arrow.table_of(str(path), layer)
    used, read_dataset = [], arrow._read

    def watch(*arguments):
        used.append(gdal.GetThreadLocalConfigOption(arrow.PLAIN_STREAM))
        return read_dataset(*arguments)

    monkeypatch.setattr(arrow, "_read", watch)
    for version in (3_06_02_00, 3_11_03_00, 3_11_04_00):
        monkeypatch.setattr(arrow.gdal, "VersionInfo", lambda version=version: str(version))
        assert arrow.read_table(table, COLUMNS, silent).fids == ["1", "2", "3", "4", "5"]
        assert gdal.GetThreadLocalConfigOption(arrow.PLAIN_STREAM) is None
    assert used == ["YES", "YES", None]
