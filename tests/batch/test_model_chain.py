# SPDX-License-Identifier: GPL-2.0-or-later
"""A chain of tools in a model gives the digits of the tools by themselves; bad input is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

LAND = {"CLASS_FIELD": "DLBM", "CLASSIFICATION": "cn_third_survey"}
NUMBERS = (
    "TOTAL_AREA_HA",
    "TOTAL_STOCK_TC",
    "TOTAL_STOCK_TC_LOW",
    "TOTAL_STOCK_TC_HIGH",
    "TOTAL_REMOVAL_TCO2E_A",
    "TOTAL_EMISSION_TCO2E_A",
    "RESIDUAL_HA",
    "WEAK_SHARE",
)
#: What may differ between two runs of one job.
OF_THE_RUN = ("started", "finished", "parameters", "inputs", "software")


@pytest.fixture
def case(provider, tmp_path):
    """The case as a GeoPackage under a Chinese path: sources of land use and units."""
    from formats import parcels, towns, write

    file = tmp_path / "数据 一" / "县.gpkg"
    file.parent.mkdir()
    return {
        "INPUT": write(parcels(), file, "GPKG"),
        "UNITS": write(towns(), file, "GPKG"),
        "UNIT_FIELD": "XZQMC",
    }


@pytest.fixture(scope="module")
def provider(qgis_app, qgis_processing):
    from dualcarbon.plugin.algorithms.provider import DualCarbonProvider
    from qgis.core import QgsApplication

    registry = QgsApplication.processingRegistry()
    # Other tests may have registered it; a second one of the same id would be deleted by QGIS.
    present = registry.providerById("dualcarbon")
    made = present or DualCarbonProvider()
    if not present:
        registry.addProvider(made)
    yield made
    if not present:
        registry.removeProvider(made)


def rows(file):
    """All rows of a GeoPackage layer but the feature id, with geometry."""
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(str(file), "result", "ogr")
    assert layer.isValid()
    names = [name for name in layer.fields().names() if name != "fid"]
    return [
        ([(name, feature[name]) for name in names], feature.geometry().asWkb().data())
        for feature in layer.getFeatures()
    ]


def digests(manifest):
    """What a manifest says about the outputs, without where they lie."""
    outputs = json.loads(Path(manifest).read_text(encoding="utf-8"))["outputs"]
    return {output["parameter"]: (output["features"], output["sha256"]) for output in outputs}


def by_python(case, folder, **more):
    import processing

    folder.mkdir(exist_ok=True)
    given = {**case, **LAND, **more, "OUTPUT": f"{folder}/u.gpkg", "OUTPUT_TABLE": f"{folder}/t.gpkg"}
    return processing.run("dualcarbon:sinkbaseline", given)


def by_qgis_process(qgis_process, case, folder, *options, **more):
    folder.mkdir(exist_ok=True)
    given = {**case, **LAND, **more, "OUTPUT": f"{folder}/u.gpkg", "OUTPUT_TABLE": f"{folder}/t.gpkg"}
    arguments = [f"--{name}={value}" for name, value in given.items()]
    done = qgis_process.call("--json", "run", "dualcarbon:sinkbaseline", *options, *arguments)
    text = done.stdout.decode("utf-8")
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    return json.loads(text[text.index("{") :])["results"]


def by_model(case, folder):
    """attachfactors, then sinkbaseline on its output; the area in ha numbers the features of a third step."""
    from model_steps import Source, model_of, step_of
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    model = model_of(
        step_of("dualcarbon:attachfactors", {**LAND, "INPUT": Source.fromModelParameter("land")}),
        step_of(
            "dualcarbon:sinkbaseline",
            {
                **LAND,
                "INPUT": Source.fromChildOutput("attachfactors", "OUTPUT"),
                "UNITS": Source.fromModelParameter("units"),
                "UNIT_FIELD": case["UNIT_FIELD"],
            },
            {"units_out": "OUTPUT", "table_out": "OUTPUT_TABLE"},
        ),
        step_of(
            "native:addautoincrementalfield",
            {
                "INPUT": Source.fromChildOutput("sinkbaseline", "OUTPUT"),
                "FIELD_NAME": "number",
                "START": Source.fromChildOutput("sinkbaseline", "TOTAL_AREA_HA"),
            },
            {"numbered": "OUTPUT"},
        ),
        layers=("land", "units"),
    )
    folder.mkdir()
    targets = {
        "sinkbaseline:units_out": f"{folder}/u.gpkg",
        "sinkbaseline:table_out": f"{folder}/t.gpkg",
        "addautoincrementalfield:numbered": f"{folder}/n.gpkg",
    }
    context = QgsProcessingContext()
    given = {"land": case["INPUT"], "units": case["UNITS"], **targets}
    results, done = model.run(given, context, QgsProcessingFeedback())
    assert done
    return results


@pytest.mark.batch
def test_python_model_and_qgis_process_give_the_same(qgis_process, case, tmp_path):
    first = by_python(case, tmp_path / "a")
    model = by_model(case, tmp_path / "b")
    third = by_qgis_process(qgis_process, case, tmp_path / "c")
    assert rows(tmp_path / "a" / "u.gpkg")
    for name in ("u.gpkg", "t.gpkg"):
        expected = rows(tmp_path / "a" / name)
        assert rows(tmp_path / "b" / name) == expected
        assert rows(tmp_path / "c" / name) == expected
    manifests = [tmp_path / way / "u.gpkg.manifest.json" for way in "abc"]
    assert digests(manifests[0]) == digests(manifests[1]) == digests(manifests[2])
    for name in NUMBERS:
        assert third[name] == first[name], name
        assert model["CHILD_RESULTS"]["sinkbaseline"][name] == first[name], name
    # A number output feeds the next step of a model: 5.6 ha start the count at 5 or 6.
    numbered = [dict(values)["number"] for values, _ in rows(tmp_path / "b" / "n.gpkg")]
    assert numbered[0] in (int(first["TOTAL_AREA_HA"]), round(first["TOTAL_AREA_HA"]))


@pytest.mark.batch
@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"CLASS_FIELD": "NOPE"}, "NOPE"),
        ({"FACTOR_SET": "no_such_set"}, "no_such_set"),
        ({"INPUT": "/no/such/land.gpkg"}, "/no/such/land.gpkg"),
        ({"AREA_RULE": "attribute"}, "AREA_FIELD"),
    ],
)
def test_bad_input_ends_with_exit_code_1_and_one_sentence(qgis_process, case, tmp_path, change, part):
    from demo.process import failure_sentence

    given = {**case, **LAND, "OUTPUT": str(tmp_path / "u.gpkg"), **change}
    done = qgis_process.call("run", "dualcarbon:sinkbaseline", *(f"--{k}={v}" for k, v in given.items()))
    stderr = done.stderr.decode("utf-8", "replace")
    assert done.returncode == 1
    sentence = failure_sentence(stderr)
    assert part in sentence
    assert "Traceback" not in stderr + done.stdout.decode("utf-8", "replace")
    assert len(sentence.splitlines()) <= 3
    assert not (tmp_path / "u.gpkg").exists()
