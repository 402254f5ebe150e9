# SPDX-License-Identifier: GPL-2.0-or-later
"""A run repeated for other counties: the same figures as asked for by hand, failures beside successes."""

from __future__ import annotations

import json

import pytest
from layers_by_hand import make_layer, notes_of, rows_of, square
from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter, QgsVectorLayer

X, Y = 500_000.0, 3_300_000.0
#: 1 ha of paddy of cn_default: 3 + 0.68 + 0.07 + 111.4 t C.
PADDY_TC = 115.15


def county(folder, code, hectares):
    """Land use of a county: as many squares of 1 ha."""
    rows = [(square(X + 100 * n, Y), {"DLBM": "0101"}) for n in range(hectares)]
    place = folder / code / f"{code}地类.gpkg"
    place.parent.mkdir(parents=True)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    layer = make_layer(rows, name="DLTB")
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(place), QgsCoordinateTransformContext(), options)
    return str(place)


@pytest.fixture
def first(run, tmp_path):
    """Two counties; the manifest of a run on the first."""
    counties = {code: county(tmp_path / "数据", code, n) for code, n in (("330101", 1), ("330102", 3))}
    out = tmp_path / "330101结果.gpkg"
    run(
        "attachfactors",
        INPUT=counties["330101"],
        CLASS_FIELD="DLBM",
        CLASSIFICATION="cn_third_survey",
        AREA_RULE="planar",
        OUTPUT=str(out),
    )
    return str(manifest_in(tmp_path))


def manifest_in(folder):
    (found,) = folder.glob("*.manifest.json")
    return found


def repeat(run, tmp_path, places, **more):
    asked = {"MANIFEST_FILE": str(manifest_in(tmp_path)), "FROM": "330101", "PLACES": places}
    return run("repeatrun", **{**asked, "OUTPUT_FOLDER": str(tmp_path / "全市"), "OUTPUT": "memory:", **more})


def test_each_county_gets_its_own_folder_with_the_figures_of_a_run_by_hand(run, tmp_path, first):
    result = repeat(run, tmp_path, "330102")
    (row,) = rows_of(result["OUTPUT"])
    assert (row["place"], row["state"], row["message"]) == ("330102", "done", "")
    assert row["TOTAL_STOCK_TC"] == pytest.approx(3 * PADDY_TC, rel=1e-12)
    made = tmp_path / "全市" / "330102" / "330102结果.gpkg"
    layer = QgsVectorLayer(str(made), "made", "ogr")
    assert layer.featureCount() == 3
    # Its own manifest vouches for it.
    told = json.loads(manifest_in(made.parent).read_text("utf-8"))
    assert "330102" in told["inputs"][0]["source"]
    assert told["parameters"]["AREA_RULE"] == "planar"


def test_a_county_that_fails_does_not_stop_the_others(run, tmp_path, first, log):
    result = repeat(run, tmp_path, "330199\n330102")
    rows = {row["place"]: row for row in rows_of(result["OUTPUT"])}
    assert (result["DONE"], result["FAILED"]) == (1, 1)
    assert rows["330102"]["state"] == "done"
    assert rows["330199"]["state"] == "failed"
    assert "330199" in rows["330199"]["message"]
    assert rows["330199"]["TOTAL_STOCK_TC"] is None


@pytest.mark.parametrize(
    ("more", "part"),
    [
        ({"FROM": "440101"}, "“440101”"),
        ({"PLACES": " ，"}, "PLACES names no place"),
        ({"PLACES": "330102/../../etc"}, "cannot be the name of a folder"),
        ({"PLACES": ".."}, "cannot be the name of a folder"),
    ],
)
def test_what_cannot_be_repeated_is_refused_before_anything_is_written(refused, tmp_path, first, more, part):
    asked = {"MANIFEST_FILE": first, "FROM": "330101", "PLACES": "330102", "OUTPUT": "memory:", **more}
    assert part in refused("repeatrun", **asked, OUTPUT_FOLDER=str(tmp_path / "全市"))
    assert not list((tmp_path / "全市").glob("*"))


def test_a_layer_that_was_in_memory_and_a_manifest_without_paths_are_refused(refused, run, tmp_path):
    land = make_layer([(square(X, Y), {"DLBM": "0101"})], name="图斑")
    asked = {"CLASS_FIELD": "DLBM", "CLASSIFICATION": "cn_third_survey", "OUTPUT": "memory:"}
    run("attachfactors", INPUT=land, **asked, MANIFEST=str(tmp_path / "a.json"))
    moved = {"FROM": "x", "PLACES": "y", "OUTPUT_FOLDER": str(tmp_path), "OUTPUT": "memory:"}
    assert "was in memory" in refused("repeatrun", MANIFEST_FILE=str(tmp_path / "a.json"), **moved)
    text = (tmp_path / "a.json").read_text("utf-8").replace('"in memory"', '"(left out)"')
    (tmp_path / "b.json").write_text(text, "utf-8")
    assert "no paths" in refused("repeatrun", MANIFEST_FILE=str(tmp_path / "b.json"), **moved)
    (tmp_path / "c.json").write_text("{}", "utf-8")
    assert "is not a run manifest" in refused("repeatrun", MANIFEST_FILE=str(tmp_path / "c.json"), **moved)


def tampered(path, change):
    """The manifest at ``path``, changed as somebody else might."""
    manifest = json.loads(path.read_text("utf-8"))
    change(manifest)
    path.write_text(json.dumps(manifest), "utf-8")


def test_a_manifest_cannot_start_a_tool_that_is_not_of_the_plugin(refused, tmp_path, first):
    tampered(manifest_in(tmp_path), lambda manifest: manifest.update(algorithm="native:buffer"))
    asked = {
        "FROM": "330101",
        "PLACES": "330102",
        "OUTPUT": "memory:",
        "OUTPUT_FOLDER": str(tmp_path / "全市"),
    }
    assert "“native:buffer”" in refused("repeatrun", MANIFEST_FILE=first, **asked)


def test_outputs_go_into_the_folder_whatever_the_manifest_says(run, tmp_path, first):
    """The path stands among the parameters only, as in a manifest that somebody wrote by hand."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()

    def lead_away(manifest):
        manifest["parameters"]["OUTPUT"] = str(elsewhere / "away.gpkg")
        manifest["outputs"] = []

    tampered(manifest_in(tmp_path), lead_away)
    (row,) = rows_of(repeat(run, tmp_path, "330102")["OUTPUT"])
    assert row["state"] == "done"
    assert list(elsewhere.iterdir()) == []
    assert (tmp_path / "全市" / "330102" / "away.gpkg").is_file()


def test_a_run_of_another_version_and_of_other_factors_is_told(run, tmp_path, first):
    def age(manifest):
        manifest["plugin_version"] = "0.0.1"
        manifest["factor_set"]["sha256"] = "0" * 64

    tampered(manifest_in(tmp_path), age)
    notes = notes_of(repeat(run, tmp_path, "330102", MANIFEST=str(tmp_path / "again.json")))
    assert "made by version 0.0.1" in notes["other_version"]["text"]
    assert "“cn_default”" in notes["other_table"]["text"]
    assert "330102" in notes["other_table"]["text"]


def test_the_same_version_and_factors_need_no_word(run, tmp_path, first):
    notes = notes_of(repeat(run, tmp_path, "330102", MANIFEST=str(tmp_path / "again.json")))
    assert notes == {}
