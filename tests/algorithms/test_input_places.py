# SPDX-License-Identifier: GPL-2.0-or-later
"""No output is written over an input, however a parameter names it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from formats import write
from layers_by_hand import make_layer, manifest_of, rows_of, square
from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject, QgsProperty, QgsVectorLayer
from qgis.PyQt.QtCore import QUrl
from rasters_by_hand import write_raster

X, Y = 500_000.0, 3_300_000.0


@pytest.fixture
def project(provider):
    yield QgsProject.instance()
    QgsProject.instance().clear()


def draft():
    return make_layer([(square(X, Y), {"BSM": "p1", "GHFL": "0701"})], name="GHYDYH")


def line(file):
    return write(make_layer([(square(X, Y), {"BSM": "b1"})], name="ZXCQCSLX"), file, "GPKG")


def check(plan=None, **more):
    return {
        "PLAN": draft() if plan is None else plan,
        "PLAN_FIELD": "GHFL",
        "PLAN_CLASSIFICATION": "cn_landsea_2023",
        "FARMLAND": make_layer([(square(X, Y), {"BSM": "f1"})], name="YJJBNTBHTB"),
        "OUTPUT": "memory:",
        **more,
    }


def refuses(sentence, parameter):
    assert "overwrite" in sentence
    assert parameter in sentence


@pytest.mark.parametrize("as_list", [True, False])
def test_another_control_line_stays(refused, tmp_path, as_list):
    """qgis_process hands over one layer of a list as a plain text."""
    source = line(tmp_path / "蓝线.gpkg")
    given = check(OTHER_LINES=[source] if as_list else source, OUTPUT=str(tmp_path / "蓝线.gpkg"))
    refuses(refused("checkplan", **given), "OTHER_LINES")
    assert [row["BSM"] for row in rows_of(source)] == ["b1"]


@pytest.mark.parametrize("selected", [True, False])
def test_a_draft_of_which_only_selected_features_are_read_stays(refused, project, tmp_path, selected):
    source = write(draft(), tmp_path / "plan.gpkg", "GPKG")
    layer = QgsVectorLayer(source, "方案", "ogr")
    project.addMapLayer(layer)
    layer.selectAll()
    given = layer.id() if selected else QgsProperty.fromValue(source)
    plan = QgsProcessingFeatureSourceDefinition(given, selected)
    refuses(refused("checkplan", **check(plan, OUTPUT=str(tmp_path / "plan.gpkg"))), "PLAN")
    assert [row["BSM"] for row in rows_of(source)] == ["p1"]


def test_a_table_opened_as_delimited_text_stays(refused, project, tmp_path):
    file = tmp_path / "豁免.csv"
    file.write_text("BSM,批准文号\np1,自然资函1号\n", encoding="utf-8")
    uri = QUrl.fromLocalFile(str(file))
    uri.setQuery("type=csv&delimiter=,&geomType=none")
    layer = QgsVectorLayer(uri.toString(QUrl.ComponentFormattingOption.FullyEncoded), "豁免", "delimitedtext")
    project.addMapLayer(layer)
    given = check(EXEMPTIONS=layer.id(), OUTPUT_SUMMARY=str(file))
    refuses(refused("checkplan", **given), "EXEMPTIONS")
    assert file.read_text(encoding="utf-8").startswith("BSM")


@pytest.mark.parametrize(
    ("algorithm", "parameter", "output", "text"),
    [
        ("checkplan", "RULES", "OUTPUT_SUMMARY", "rule_id,extends\n,cn_national\n"),
        ("checkplan", "PLAN_CLASSIFICATION", "OUTPUT_SUMMARY", "code,carbon_class\n0701,city\n"),
        ("validaterules", "INPUT", "OUTPUT", "rule_id,extends\n,cn_national\n"),
    ],
)
def test_a_table_named_by_its_path_stays(refused, tmp_path, algorithm, parameter, output, text):
    file = tmp_path / "own.csv"
    file.write_text(text, encoding="utf-8")
    given = check() if algorithm == "checkplan" else {}
    refuses(refused(algorithm, **{**given, parameter: str(file), output: str(file)}), parameter)
    assert file.read_text(encoding="utf-8") == text


def test_a_raster_stays(refused, tmp_path):
    source = write_raster(tmp_path / "clcd.tif", np.array([[1, 2]], dtype=np.uint8))
    before = Path(source).read_bytes()
    sentence = refused("attachfactorsraster", INPUT=source, CLASSIFICATION="clcd", OUTPUT=source)
    refuses(sentence, "INPUT")
    assert Path(source).read_bytes() == before


def test_a_new_table_beside_a_control_line_is_welcome(run, tmp_path):
    source = line(tmp_path / "lines.gpkg")
    target = f"ogr:dbname='{tmp_path / 'lines.gpkg'}' table=\"findings\" (geom)"
    run("checkplan", **check(OTHER_LINES=[source], OUTPUT=target))
    assert [row["BSM"] for row in rows_of(source)] == ["b1"]


def test_the_manifest_names_the_source_of_selected_features(run, project, tmp_path):
    layer = QgsVectorLayer(write(draft(), tmp_path / "plan.gpkg", "GPKG"), "方案", "ogr")
    project.addMapLayer(layer)
    layer.selectAll()
    given = check(QgsProcessingFeatureSourceDefinition(layer.id(), True))
    result = run("checkplan", **given, MANIFEST=str(tmp_path / "run.json"))
    (plan,) = [item for item in manifest_of(result)["inputs"] if item["parameter"] == "PLAN"]
    assert str(tmp_path / "plan.gpkg") in plan["source"]
