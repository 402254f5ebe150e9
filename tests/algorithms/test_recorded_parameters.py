# SPDX-License-Identifier: GPL-2.0-or-later
"""Manifests list the same parameters whether a script, a model or a dialog started the tool."""

from __future__ import annotations

import pytest
from layers_by_hand import make_layer, manifest_of, square
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

ROWS = [(square(500_000.0, 3_300_000.0), {"DLBM": "0101"})]
SECRET = "geheim-4711"


@pytest.fixture
def land(tmp_path, provider) -> str:
    """A GeoPackage whose layer is open in the project."""
    path = str(tmp_path / "land.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    transform = QgsProject.instance().transformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(make_layer(ROWS), path, transform, options)
    yield path
    QgsProject.instance().clear()


@pytest.fixture
def told(provider):
    """What is recorded of parameters with the project at hand."""
    from dualcarbon.plugin.gis.recorded_parameters import recorded_parameters

    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return lambda tool, **given: recorded_parameters(provider.algorithm(tool), given, context)


def test_a_layer_of_the_project_is_recorded_by_its_source(run, land, tmp_path):
    """As a dialog gives it: its id, every default, nothing for what is blank."""
    layer = QgsVectorLayer(land, "my land", "ogr")
    QgsProject.instance().addMapLayer(layer)
    asked = {
        **{"CLASS_FIELD": "DLBM", "CLASSIFICATION": "cn_third_survey"},
        **{"UNITS": land, "UNIT_FIELD": "DLBM", "OUTPUT": str(tmp_path / "out.gpkg")},
    }
    by_path = manifest_of(run("sinkbaseline", INPUT=land, **asked))["parameters"]
    more = {
        "FACTOR_SET": "cn_default",
        "BAND": 1,
        "DEDUCTED_FIELD": None,
        "METHOD_LAYERS": [],
        "OMIT_PLACES": False,
    }
    for value in (
        layer.id(),
        "my land",
        layer,
        QgsProcessingFeatureSourceDefinition(layer.id()),
    ):
        assert manifest_of(run("sinkbaseline", INPUT=value, **asked, **more))["parameters"] == by_path
    assert by_path["INPUT"] == land
    assert by_path["AREA_RULE"] == "ellipsoidal"
    assert "DEDUCTED_FIELD" not in by_path
    assert "OUTPUT_TABLE" not in by_path


def test_no_credentials_of_a_layer_of_the_project_are_recorded(told, tmp_path):
    (tmp_path / "activity.csv").write_text("unit,amount\nA,1\n", encoding="utf-8")
    source = f"file://{tmp_path}/activity.csv?type=csv&geomType=none&token={SECRET}"
    layer = QgsVectorLayer(source, "activity", "delimitedtext")
    QgsProject.instance().addMapLayer(layer)
    recorded = told("emissioninventory", ACTIVITY=layer.id())["ACTIVITY"]
    QgsProject.instance().clear()
    assert "activity.csv" in recorded
    assert SECRET not in recorded


def test_layers_of_a_list_are_recorded_one_by_one(told, land):
    layer = QgsVectorLayer(land, "my land", "ogr")
    QgsProject.instance().addMapLayer(layer)
    assert told("sinkbaseline", METHOD_LAYERS=[layer.id(), "/elsewhere/stands.gpkg"])["METHOD_LAYERS"] == [
        land,
        "/elsewhere/stands.gpkg",
    ]


def test_numbers_and_reference_systems_are_recorded_as_the_parameter_means_them(told):
    recorded = told("emissioninventory", REGISTER_CRS=QgsCoordinateReferenceSystem("EPSG:4490"))
    assert recorded["REGISTER_CRS"] == "EPSG:4490"
    assert repr(told("sinkbaseline", YEAR=2024.0)["YEAR"]) == "2024"
    assert told("sinkbaseline", OMIT_PLACES=True)["OMIT_PLACES"] is True


def test_texts_of_the_command_line_are_recorded_as_what_they_mean(told, land):
    by_script = told(
        "unifyunits", EXTENSIVE_FIELDS=["people", "jobs"], INTENSIVE_FIELDS=["income"], YEAR=2025
    )
    by_text = told("unifyunits", EXTENSIVE_FIELDS="people;jobs", INTENSIVE_FIELDS="income", YEAR="2025")
    assert by_text == by_script
    assert (by_text["EXTENSIVE_FIELDS"], by_text["YEAR"]) == (["people", "jobs"], 2025)
    layers = [told("sinkbaseline", METHOD_LAYERS=given)["METHOD_LAYERS"] for given in (land, [land])]
    assert layers == [[land], [land]]
    assert told("valuecarbon", BUFFER="5")["BUFFER"] == 5.0
    assert told("valuecarbon", BUFFER="five")["BUFFER"] == "five"
