# SPDX-License-Identifier: GPL-2.0-or-later
"""Soil, blue carbon and CCUS in the files that bureaus have, cancelled, and run twice."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from formats import forget_encoding, write
from impatience import Impatient
from layers_by_hand import make_layer, rows_of, square
from qgis.core import QgsProcessingException, QgsProcessingFeatureSourceDefinition, QgsProject

X, Y = 500_000.0, 3_300_000.0
SIDE = 10
FACILITY = {
    "facility_id": "",
    "year": 2025,
    "type": "DAC",
    "captured_tco2_a": 10.0,
    "transport_loss": 0.0,
    "storage_loss_a": 0.0,
    "energy_penalty_tco2_a": 1.0,
}


def grid(*rows):
    """Squares of one hectare with the given attributes in turn."""
    made = []
    for number in range(SIDE * SIDE):
        shape = square(X + 100 * (number % SIDE), Y + 100 * (number // SIDE))
        made.append((shape, rows[number % len(rows)]))
    return make_layer(made, name="图斑", kind="Polygon")


def soil():
    words = ("rainfed_cropland", "mixed_forest"), ("natural_grassland", "paddy"), ("paddy", "residential")
    return grid(*({"QDL": before, "HDL": after, "NF": 2015} for before, after in words))


def habitats():
    words = ("红树林", "新建", 5.0), ("滨海盐沼", "修复", 30.0), ("海草床", "现有", 33.0)
    return grid(*({"LX": kind, "ZT": status, "YD": salinity} for kind, status, salinity in words))


def facilities():
    rows = [(f"POINT({114 + n / 10} 30)", {**FACILITY, "facility_id": f"设施{n}"}) for n in range(60)]
    return make_layer(rows, crs="EPSG:4490", name="设施", kind="Point")


LAYERS = {"soilcarbon": soil, "bluecarbon": habitats, "ccusinventory": facilities}
PARAMETERS = {
    "soilcarbon": {
        "FROM_FIELD": "QDL",
        "TO_FIELD": "HDL",
        "YEAR_FIELD": "NF",
        "YEAR": 2025,
        "CLIMATE": "warm_temperate_moist",
        "SOIL_GROUP": "high_activity_clay_soils",
    },
    "bluecarbon": {"HABITAT_FIELD": "LX", "STATUS_FIELD": "ZT", "SALINITY_FIELD": "YD"},
    "ccusinventory": {"YEAR": 2025},
}
INPUTS = {"soilcarbon": "INPUT", "bluecarbon": "INPUT", "ccusinventory": "FACILITIES"}
NUMBERS = ("TOTAL_REMOVAL_TCO2E_A", "TOTAL_EMISSION_TCO2E_A", "STORED_TCO2", "REMOVAL_TCO2E_A")


def call(name, layer, out="memory:", **more):
    return {**PARAMETERS[name], INPUTS[name]: layer, "OUTPUT": str(out), **more}


def numbers(result):
    return {name: result[name] for name in NUMBERS if name in result}


@pytest.mark.parametrize("name", LAYERS)
def test_a_shapefile_in_gbk_that_says_nothing_gives_the_same_figures(run, tmp_path, name):
    layer = LAYERS[name]()
    expected = run(name, **call(name, layer))
    assert any(numbers(expected).values())
    path = write(layer, tmp_path / "图斑.shp", "ESRI Shapefile", "GBK")
    forget_encoding(path)
    short = (
        {}
        if name != "ccusinventory"
        else {f"{field.upper()}_FIELD": field[:10] for field in FACILITY if len(field) > 10}
    )
    found = run(name, **call(name, path, tmp_path / "结果.gpkg", **short))
    for key, value in numbers(expected).items():
        assert found[key] == pytest.approx(value, rel=1e-9)
    assert len(rows_of(found["OUTPUT"])) == len(rows_of(expected["OUTPUT"]))


@pytest.mark.parametrize("name", LAYERS)
def test_two_runs_are_the_same_to_the_last_digit(run, tmp_path, name):
    layer = LAYERS[name]()
    results = [run(name, **call(name, layer, tmp_path / f"{n}.gpkg")) for n in (1, 2)]
    digests = []
    for result in results:
        manifest = json.loads(Path(result["MANIFEST"]).read_text(encoding="utf-8"))
        digests.append([output["sha256"] for output in manifest["outputs"]])
    assert digests[0] == digests[1]
    assert numbers(results[0]) == numbers(results[1])


@pytest.mark.parametrize("name", LAYERS)
def test_a_cancelled_run_leaves_nothing(provider, tmp_path, monkeypatch, name):
    import processing
    from dualcarbon.plugin.gis import ccus, method_output

    for module in (ccus, method_output):
        monkeypatch.setattr(module, "BATCH", 20)
    layer, algorithm = LAYERS[name](), f"dualcarbon:{name}"
    whole = Impatient()
    processing.run(algorithm, call(name, layer), feedback=whole)
    assert whole.steps >= 3
    for moment in sorted({1, whole.steps // 2, whole.steps - 1}):
        with pytest.raises(QgsProcessingException, match="cancelled"):
            processing.run(algorithm, call(name, layer, tmp_path / "x.gpkg"), feedback=Impatient(moment))
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", LAYERS)
def test_selected_features_only(run, name):
    layer = LAYERS[name]()
    QgsProject.instance().addMapLayer(layer)
    layer.selectByIds(sorted(layer.allFeatureIds())[:3])
    result = run(name, **call(name, QgsProcessingFeatureSourceDefinition(layer.id(), True)))
    assert len(rows_of(result["OUTPUT"])) == 3
    QgsProject.instance().removeMapLayer(layer.id())


@pytest.mark.parametrize("name", ["soilcarbon", "bluecarbon"])
def test_the_same_ground_twice_is_listed(run, log, name):
    layer = LAYERS[name]()
    first = next(layer.getFeatures())
    layer.dataProvider().addFeatures([first])
    run(name, **call(name, layer, AREA_RULE="planar"))
    assert log.said("with the very geometry of a feature before them: 1. Their 1.0000 ha")


@pytest.mark.parametrize("name", ["soilcarbon", "bluecarbon"])
def test_official_areas_by_attribute(run, name):
    """An area field in mu, 15 to the hectare, 10 % above what is measured."""
    layer = LAYERS[name]()
    plain = run(name, **call(name, layer, AREA_RULE="planar"))
    from qgis.core import QgsField
    from qgis.PyQt.QtCore import QVariant

    layer.dataProvider().addAttributes([QgsField("MU", QVariant.Double)])
    layer.updateFields()
    place = layer.fields().lookupField("MU")
    layer.dataProvider().changeAttributeValues({fid: {place: 16.5} for fid in layer.allFeatureIds()})
    official = run(name, **call(name, layer, AREA_RULE="attribute", AREA_FIELD="MU", AREA_UNIT="mu"))
    for key, value in numbers(plain).items():
        assert official[key] == pytest.approx(1.1 * value, rel=1e-9)


def test_classes_without_ground_and_ground_without_a_class_are_nothing(refused):
    """The only feature with a class has no geometry, the only one with a geometry no class."""
    changed = [
        (None, {"QDL": "0103", "HDL": "0301", "NF": 2015}),
        (square(X, Y), {"QDL": "9999", "HDL": "9999"}),
    ]
    how = {"CLASSIFICATION": "cn_third_survey", "UNMAPPED": "exclude"}
    assert "nothing to account for" in refused("soilcarbon", **call("soilcarbon", make_layer(changed), **how))
    coast = make_layer([(None, {"LX": "0507"}), (square(X, Y), {"LX": "0301"})])
    how = {"CLASSIFICATION": "cn_landsea_2023", "STATUS_FIELD": None, "SALINITY_FIELD": None}
    assert "nothing to account for" in refused("bluecarbon", **call("bluecarbon", coast, **how))
