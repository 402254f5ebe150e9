# SPDX-License-Identifier: GPL-2.0-or-later
"""Attach carbon factors: figures by hand, the survey's areas, and input as bureaus have it."""

from __future__ import annotations

import csv
import json
import math
from pathlib import Path

import pytest
from layers_by_hand import make_layer, rows_of, square

X, Y = 500_000.0, 3_300_000.0
INVEST = "lucode,lulc_name,c_above,c_below,c_soil,c_dead\n1,forest,15,10,60,1\n2,field,5,3,20,0\n"


@pytest.fixture
def invest_table(tmp_path) -> str:
    path = tmp_path / "pools.csv"
    path.write_text(INVEST, encoding="utf-8")
    return str(path)


def test_invest_storage_cases_as_parcels(run, invest_table):
    """WE-INV-01 and -02: pools 15+10+60+1 and 5+3+20+0 give 86 and 28 t C/ha."""
    layer = make_layer([(square(X, Y), {"lucode": 1}), (square(X + 100, Y), {"lucode": 2})])
    result = run(
        "attachfactors",
        INPUT=layer,
        CLASS_FIELD="lucode",
        FACTOR_SET=invest_table,
        AREA_RULE="planar",
        OUTPUT="memory:",
    )
    first, second = rows_of(result["OUTPUT"])
    assert (first["density_tc_ha"], second["density_tc_ha"]) == (86.0, 28.0)
    assert (first["stock_tc"], second["stock_tc"]) == (pytest.approx(86.0), pytest.approx(28.0))
    assert result["TOTAL_STOCK_TC"] == pytest.approx(114.0)
    assert first["stock_tc_low"] is None
    assert first["removal_tco2e_a"] is None


def test_default_set_on_one_hectare_of_paddy(run):
    """CN-paddy rows: 3 + 0.68 + 0.07 + 111.4 t C/ha; soil 0.2031 t C, CH4 6.842 and N2O 0.4736 t CO2e."""
    layer = make_layer([(square(X, Y), {"DLBM": "0101"})])
    result = run("attachfactors", INPUT=layer, CLASS_FIELD="DLBM", AREA_RULE="planar", OUTPUT="memory:")
    (row,) = rows_of(result["OUTPUT"])
    assert row["carbon_class"] == "paddy"
    assert row["stock_tc"] == pytest.approx(115.15)
    assert row["removal_tco2e_a"] == pytest.approx(0.2031 * 44 / 12)
    assert row["emission_tco2e_a"] == pytest.approx(6.842 + 0.4736)
    assert row["net_tco2e_a"] == pytest.approx(6.842 + 0.4736 - 0.2031 * 44 / 12)
    down = math.hypot(math.hypot(3 - 0.75, 0.68 - 0.17), math.hypot(0.07 - 0.02, 111.4 - 94.58))
    assert row["stock_tc_low"] == pytest.approx(115.15 - down)
    assert row["factor_grade"] == "memory"


def test_survey_areas_with_field_ridges(run):
    """TBMJ 10 000 m², KCMJ 500 m²: 0.95 ha paddy (115.15 t C/ha) and 0.05 ha ridge (82.47 t C/ha)."""
    layer = make_layer([(square(X, Y), {"DLBM": "0101", "TBMJ": 10_000.0, "KCMJ": 500.0})])
    result = run(
        "attachfactors",
        INPUT=layer,
        CLASS_FIELD="DLBM",
        AREA_RULE="attribute",
        AREA_FIELD="TBMJ",
        OUTPUT="memory:",
    )
    (row,) = rows_of(result["OUTPUT"])
    assert row["area_ha"] == pytest.approx(1.0, abs=1e-12)
    assert row["stock_tc"] == pytest.approx(0.95 * 115.15 + 0.05 * 82.47)
    assert result["TOTAL_STOCK_TC"] == pytest.approx(0.95 * 115.15 + 0.05 * 82.47)


def test_net_area_field_means_the_same_parcel(run):
    layer = make_layer([(square(X, Y), {"DLBM": "0101", "TBDLMJ": 9_500.0, "KCMJ": 500.0})])
    result = run(
        "attachfactors",
        INPUT=layer,
        CLASS_FIELD="DLBM",
        AREA_RULE="attribute",
        AREA_FIELD="TBDLMJ",
        OUTPUT="memory:",
    )
    assert result["TOTAL_AREA_HA"] == pytest.approx(1.0, abs=1e-12)
    assert result["TOTAL_STOCK_TC"] == pytest.approx(0.95 * 115.15 + 0.05 * 82.47)


def test_codes_as_numbers_and_with_names(run):
    numbers = make_layer([(square(X, Y), {"DLBM": 101}), (square(X + 100, Y), {"DLBM": 301})])
    names = make_layer(
        [(square(X, Y), {"DLBM": "0101 水田"}), (square(X + 100, Y), {"DLBM": "0301乔木林地"})]
    )
    for layer in (numbers, names):
        result = run("attachfactors", INPUT=layer, CLASS_FIELD="DLBM", OUTPUT="memory:")
        assert [row["carbon_class"] for row in rows_of(result["OUTPUT"])] == ["paddy", "mixed_forest"]


def test_unmapped_codes_stop_or_are_listed(run, refused, log):
    layer = make_layer(
        [
            (square(X, Y), {"DLBM": "0101"}),
            (square(X + 100, Y), {"DLBM": "9999"}),
            (square(X, Y + 100), {"DLBM": None}),
        ]
    )
    sentence = refused("attachfactors", INPUT=layer, CLASS_FIELD="DLBM", AREA_RULE="planar", OUTPUT="memory:")
    assert "9999 (1, 1.0000 ha)" in sentence
    assert "NULL (1, 1.0000 ha)" in sentence
    assert "UNMAPPED" in sentence
    result = run(
        "attachfactors",
        INPUT=layer,
        CLASS_FIELD="DLBM",
        AREA_RULE="planar",
        UNMAPPED="exclude",
        OUTPUT="memory:",
    )
    assert result["UNMAPPED_AREA_HA"] == pytest.approx(2.0)
    assert result["TOTAL_AREA_HA"] == pytest.approx(1.0)
    assert len(rows_of(result["OUTPUT"])) == 3
    assert log.said("9999 (1, 1.0000 ha)")


def test_input_field_of_our_name_is_kept_beside(run, log):
    layer = make_layer([(square(X, Y), {"DLBM": "0101", "area_ha": 7.0})])
    result = run("attachfactors", INPUT=layer, CLASS_FIELD="DLBM", AREA_RULE="planar", OUTPUT="memory:")
    (row,) = rows_of(result["OUTPUT"])
    assert row["area_ha_in"] == 7.0
    assert row["area_ha"] == pytest.approx(1.0)
    assert log.said("area_ha_in")


def test_selected_features_only(run):
    from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject

    layer = make_layer([(square(X, Y), {"DLBM": "0101"}), (square(X + 100, Y), {"DLBM": "0301"})])
    QgsProject.instance().addMapLayer(layer)
    layer.selectByExpression("DLBM = '0301'")
    result = run(
        "attachfactors",
        INPUT=QgsProcessingFeatureSourceDefinition(layer.id(), True),
        CLASS_FIELD="DLBM",
        OUTPUT="memory:",
    )
    assert [row["carbon_class"] for row in rows_of(result["OUTPUT"])] == ["mixed_forest"]
    QgsProject.instance().removeMapLayer(layer.id())


def test_broken_and_missing_geometries_are_counted(run, log):
    bow_tie = f"POLYGON(({X} {Y},{X + 100} {Y + 100},{X + 100} {Y},{X} {Y + 100},{X} {Y}))"
    layer = make_layer(
        [(bow_tie, {"DLBM": "0101"}), (None, {"DLBM": "0101"}), (square(X + 200, Y), {"DLBM": "0101"})]
    )
    result = run("attachfactors", INPUT=layer, CLASS_FIELD="DLBM", AREA_RULE="planar", OUTPUT="memory:")
    assert result["TOTAL_AREA_HA"] == pytest.approx(0.5 + 1.0)
    assert len(rows_of(result["OUTPUT"])) == 3
    assert len(log.warnings) >= 2


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"CLASS_FIELD": "NOPE"}, "no field “NOPE”"),
        ({"FACTOR_SET": "ipcc_default"}, "warm_temperate_moist"),
        ({"FACTOR_SET": "no_such_set"}, "no_such_set"),
        ({"CLASSIFICATION": "no_such_list"}, "no_such_list"),
        ({"AREA_RULE": "attribute"}, "AREA_FIELD"),
        ({"AREA_RULE": "attribute", "AREA_FIELD": "BAD"}, "negative or no number"),
        ({"OUTPUT": "/no/such/folder/out.gpkg"}, "/no/such/folder"),
    ],
)
def test_bad_parameters_end_in_one_sentence(refused, change, part):
    layer = make_layer([(square(X, Y), {"DLBM": "0101", "BAD": -1.0})])
    sentence = refused(
        "attachfactors", **{"INPUT": layer, "CLASS_FIELD": "DLBM", "OUTPUT": "memory:", **change}
    )
    assert part in sentence
    assert "Traceback" not in sentence


def test_layers_that_cannot_be_used(refused):
    empty = make_layer([], types={"DLBM": 10})
    assert "no features" in refused("attachfactors", INPUT=empty, CLASS_FIELD="DLBM", OUTPUT="memory:")
    lines = make_layer([("LINESTRING(0 0,1 1)", {"DLBM": "0101"})], kind="LineString")
    assert "polygons" in refused("attachfactors", INPUT=lines, CLASS_FIELD="DLBM", OUTPUT="memory:")
    nowhere = make_layer([(square(X, Y), {"DLBM": "0101"})], crs="")
    assert "coordinate reference system" in refused(
        "attachfactors", INPUT=nowhere, CLASS_FIELD="DLBM", OUTPUT="memory:"
    )


def test_degrees_are_measured_on_the_ellipsoid_and_planar_is_refused(run, refused):
    """The cell of control-lines.md section 7: 1 069 521.173 m² on CGCS2000."""
    cell = "POLYGON((114 30,114.01 30,114.01 30.01,114 30.01,114 30))"
    layer = make_layer([(cell, {"DLBM": "0101"})], crs="EPSG:4490")
    result = run("attachfactors", INPUT=layer, CLASS_FIELD="DLBM", OUTPUT="memory:")
    assert result["TOTAL_AREA_HA"] * 10_000 == pytest.approx(1_069_521.173, abs=0.05)
    assert "planar" in refused(
        "attachfactors", INPUT=layer, CLASS_FIELD="DLBM", AREA_RULE="planar", OUTPUT="memory:"
    )


def test_file_output_with_manifest_and_metadata(run, tmp_path):
    layer = make_layer([(square(X, Y), {"DLBM": "0101"})])
    out = tmp_path / "输出" / "结果 一.gpkg"
    out.parent.mkdir()
    result = run("attachfactors", INPUT=layer, CLASS_FIELD="DLBM", AREA_RULE="planar", OUTPUT=str(out))
    manifest = json.loads(Path(result["MANIFEST"]).read_text(encoding="utf-8"))
    assert manifest["factor_set"]["id"] == "cn_default"
    assert manifest["outputs"][0]["features"] == 1
    assert manifest["inputs"][0]["sha256"]
    (row,) = rows_of(str(out))
    assert row["stock_tc"] == pytest.approx(115.15)


def test_shapefile_output_names_what_it_cuts(run, log, tmp_path):
    layer = make_layer([(square(X, Y), {"DLBM": "0101"})])
    path = str(tmp_path / "cut.shp")
    run("attachfactors", INPUT=layer, CLASS_FIELD="DLBM", OUTPUT=path)
    short = list(rows_of(path)[0])
    # Three of our names begin alike: the driver numbers them.
    alike = [name for name in short if name.startswith("removal_")]
    assert len(alike) == 3
    for name, cut in zip(("removal_tco2e_a", "removal_tco2e_a_low", "removal_tco2e_a_high"), alike):
        assert log.said(f"{name} → {cut}")


def test_zhejiang_forest_table(run, tmp_path):
    """WE-ZJ: fourteen forest types, area × density = 602.73 Tg C (Li Yin et al. 2016, Table 3)."""
    table = Path(__file__).parent / "data" / "zhejiang_forests.csv"
    with table.open(encoding="utf-8") as stream:
        types = list(csv.DictReader(stream))
    pools = tmp_path / "zhejiang.csv"
    pools.write_text(
        "lucode,c_above,c_below,c_soil,c_dead\n"
        + "".join(
            f"{n},{t['tree']},{t['shrub_herb']},{t['soil']},{t['litter']}\n" for n, t in enumerate(types, 1)
        ),
        encoding="utf-8",
    )
    rows = []
    for number, forest in enumerate(types, 1):
        height = float(forest["area_100ha"]) * 1e6 / 1e4
        rows.append((square(X + number * 20_000, 0, 10_000, height), {"lucode": number}))
    layer = make_layer(rows)
    result = run(
        "attachfactors",
        INPUT=layer,
        CLASS_FIELD="lucode",
        FACTOR_SET=str(pools),
        AREA_RULE="planar",
        OUTPUT="memory:",
    )
    assert result["TOTAL_AREA_HA"] == pytest.approx(49_841 * 100, rel=1e-4)
    assert result["TOTAL_STOCK_TC"] / 1e6 == pytest.approx(602.73, rel=0.002)
    for row, forest in zip(rows_of(result["OUTPUT"]), types):
        assert row["stock_tc"] / 1e6 == pytest.approx(float(forest["stock_tg"]), abs=0.0101)
