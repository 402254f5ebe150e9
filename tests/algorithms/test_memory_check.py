# SPDX-License-Identifier: GPL-2.0-or-later
"""A run that does not fit into the memory is refused before it reads or writes anything."""

from __future__ import annotations

import numpy as np
import pytest
from layers_by_hand import make_layer, manifest_of, notes_of, square
from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject
from rasters_by_hand import write_raster

X, Y = 500_000.0, 3_300_000.0
#: Parcels in the layer of the tests, and vertices of each.
PARCELS, VERTICES = 40, 2_001


@pytest.fixture
def free(monkeypatch):
    """Let the machine say that it has so many bytes for a run."""

    def say(bytes_):
        monkeypatch.setattr("dualcarbon.plugin.gis.memory_check.free_memory", lambda: bytes_)

    return say


@pytest.fixture
def parcels(provider):
    """Parcels with very many vertices, in the project so that features can be selected."""
    angle = np.linspace(0.0, 2.0 * np.pi, VERTICES)
    ring = np.column_stack((np.cos(angle), np.sin(angle))) * 100.0
    rows = []
    for number in range(PARCELS):
        west = X + 300.0 * number
        corners = [f"{west + x:.3f} {Y + y:.3f}" for x, y in ring[:-1]]
        rows.append((f"POLYGON(({','.join([*corners, corners[0]])}))", {"DLBM": "0301"}))
    layer = make_layer(rows, name="地类图斑")
    QgsProject.instance().addMapLayer(layer)
    yield layer
    QgsProject.instance().clear()


def too_little_b():
    """Memory in which one of the parcels fits, but not all of them."""
    return (of_parcels_b(1) + of_parcels_b()) / 2.0


def attach(layer, folder):
    return {
        "INPUT": layer,
        "CLASS_FIELD": "DLBM",
        "CLASSIFICATION": "cn_third_survey",
        "OUTPUT": str(folder / "attached.gpkg"),
    }


def need_b(tool, **counts):
    """Bytes by the rates for one input with these counts."""
    from dualcarbon.plugin.domain.memory_need import Load, memory_need

    return memory_need(tool, [Load("input", **counts)]).total_b


def of_parcels_b(count=PARCELS):
    """Need of attachfactors with so many of the parcels."""
    return need_b("attachfactors", features=count, vertices=count * VERTICES, values=count)


def test_a_layer_that_does_not_fit_is_refused_and_nothing_is_written(refused, parcels, free, tmp_path):
    free(too_little_b())
    sentence = refused("attachfactors", **attach(parcels, tmp_path))
    assert f"about {of_parcels_b() / 1e6:.1f} MB of memory, but" in sentence
    assert f"{too_little_b() / 1e6:.1f} MB are free" in sentence
    assert "“地类图斑” weighs most" in sentence
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_read_before_the_refusal(refused, parcels, free, tmp_path, monkeypatch):
    def read(*_, **__):
        raise OSError("The layer was read.")

    monkeypatch.setattr("dualcarbon.plugin.gis.layers.read_polygons", read)
    free(too_little_b())
    assert "are free" in refused("attachfactors", **attach(parcels, tmp_path))
    free(1.1 * of_parcels_b())
    assert "The layer was read." in refused("attachfactors", **attach(parcels, tmp_path))


def test_selected_features_count_only_themselves(run, parcels, free, tmp_path):
    free(too_little_b())
    parcels.selectByIds([next(parcels.getFeatures()).id()])
    only = QgsProcessingFeatureSourceDefinition(parcels.id(), selectedFeaturesOnly=True)
    result = run("attachfactors", **attach(only, tmp_path))
    assert manifest_of(result)["inputs"][0]["features"] == 1
    assert manifest_of(result)["memory_need"]["gb"] == pytest.approx(of_parcels_b(1) / 1e9, abs=0.05)


def test_a_limit_of_features_counts_only_these(run, parcels, free, tmp_path):
    free(too_little_b())
    limited = QgsProcessingFeatureSourceDefinition(parcels.id(), featureLimit=1)
    assert run("attachfactors", **attach(limited, tmp_path))["TOTAL_AREA_HA"] > 0.0


def test_more_than_half_of_the_memory_is_told(run, parcels, free, tmp_path):
    free(1.5 * of_parcels_b())
    result = run("attachfactors", **attach(parcels, tmp_path))
    assert "地类图斑" in notes_of(result)["memory_tight"]["text"]
    assert manifest_of(result)["memory_need"]["heaviest"] == "地类图斑"
    assert manifest_of(result)["memory_need"]["counted_share"] == 1.0


def test_a_system_that_does_not_say_refuses_nothing(run, parcels, free, tmp_path):
    free(None)
    result = run("attachfactors", **attach(parcels, tmp_path))
    assert "does not say" in notes_of(result)["memory_unknown"]["text"]


def test_the_user_says_how_much_there_is(run, refused, parcels, monkeypatch, tmp_path):
    monkeypatch.setenv("DUALCARBON_MEMORY_GB", " 0.01 ")
    assert "10.0 MB are free" in refused("attachfactors", **attach(parcels, tmp_path))
    monkeypatch.setenv("DUALCARBON_MEMORY_GB", "1000")
    assert run("attachfactors", **attach(parcels, tmp_path))["TOTAL_AREA_HA"] > 0.0


@pytest.mark.parametrize("said", ["much", "0", "-3", "inf", "nan"])
def test_a_figure_that_is_none_is_refused(refused, parcels, monkeypatch, tmp_path, said):
    monkeypatch.setenv("DUALCARBON_MEMORY_GB", said)
    sentence = refused("attachfactors", **attach(parcels, tmp_path))
    assert "DUALCARBON_MEMORY_GB" in sentence
    assert said in sentence


def test_a_raster_is_refused_by_the_rows_it_is_read_by(refused, run, free, tmp_path):
    """A raster of one row of tiles is read at once, one of many rows in blocks of 4 million cells."""
    from dualcarbon.plugin.gis.raster_blocks import BLOCK_CELLS, rows_at_once

    assert rows_at_once(3_000, 6_000) * 3_000 == 18_000_000
    assert rows_at_once(3_000, 256) * 3_000 <= BLOCK_CELLS
    side = 1_000
    raster = write_raster(tmp_path / "land.tif", np.full((side, side), 11, dtype="uint8"))
    given = {"INPUT": raster, "FACTOR_SET": "cn_default", "OUTPUT": str(tmp_path / "density.tif")}
    free(0.99 * need_b("attachfactorsraster", cells=side * side, cell_bytes=side * side))
    sentence = refused("attachfactorsraster", **given, CLASSIFICATION="esa_worldcover")
    assert "“land” weighs most" in sentence
    assert [file.name for file in tmp_path.iterdir()] == ["land.tif"]


def test_a_table_is_refused_by_its_cells(refused, run, free, tmp_path):
    """5 000 rows of 5 cells; the manifest of a run that fits tells the need."""
    table = tmp_path / "factors.csv"
    row = "{0},class {0},1,2,3\n"
    header = "lucode,c_above,c_below,c_soil,c_dead\n"
    table.write_text(header + "".join(row.format(number) for number in range(5_000)), encoding="utf-8")
    free(0.99 * need_b("validatefactors", values=25_005))
    given = {"INPUT": str(table), "OUTPUT": str(tmp_path / "problems.csv")}
    assert "“factors.csv” weighs most" in refused("validatefactors", **given)
    assert [file.name for file in tmp_path.iterdir()] == ["factors.csv"]
    free(1e9)
    assert run("validatefactors", **given)["ROWS"] == 5_000


def test_runs_without_layers_are_left_alone(run, free):
    free(1.0)
    how = {"CHANGE_TC": 10.0, "YEAR_BEFORE": 2020, "YEAR_AFTER": 2025, "PRICE": 100.0}
    assert run("valuechange", **how)


def test_broken_geometries_are_counted_and_left_to_the_run(run, free, tmp_path):
    """A bow tie, a feature without geometry and a square: the run repairs the first and lists the second."""
    free(0.2e9)
    bow_tie = f"POLYGON(({X} {Y},{X + 10} {Y + 10},{X + 10} {Y},{X} {Y + 10},{X} {Y}))"
    rows = [(wkt, {"DLBM": "0301"}) for wkt in (bow_tie, None, square(X + 50, Y))]
    result = run("attachfactors", **attach(make_layer(rows), tmp_path))
    assert "invalid_geometry" in notes_of(result)
    assert manifest_of(result)["memory_need"]["counted_share"] == 1.0


def test_a_small_layer_fits_anywhere(run, free, tmp_path):
    """What users try first needs next to nothing: no machine that runs QGIS refuses it."""
    free(0.2e9)
    layer = make_layer([(square(X, Y), {"DLBM": "0301"})])
    assert run("attachfactors", **attach(layer, tmp_path))["TOTAL_AREA_HA"] > 0.0
