# SPDX-License-Identifier: GPL-2.0-or-later
"""From forest stands through the sink baseline to its uncertainty, as a bureau chains the tools."""

from __future__ import annotations

import csv
import math
from shutil import copyfile

import pytest
import shapely
from layers_by_hand import SHARED, make_layer, manifest_of, notes_of, rows_of, square
from method_layers_by_hand import method_layer, stand
from qgis.core import QgsFeatureRequest, QgsVectorLayer

X, Y = 500_000.0, 3_300_000.0
#: Rows of cn_default for mixed forest, t C/ha (value, low, high).
FOREST_DOM, FOREST_SOC = (1.9, 0.9, 2.9), (106.1, 95.51, 116.7)
PADDY_STOCK = 3 + 0.68 + 0.07 + 111.4
#: Masson pine of 150 m³/ha: BCEF 0.7, R 0.29, CF 0.47.
PINE = 150 * 0.7 * 1.29 * 0.47


@pytest.fixture
def stands(run, tmp_path):
    """Two stands of a hectare: one in each town, the second half on paddy."""
    layer = make_layer(
        [
            (square(X, Y), {"SHU_ZHONG": "马尾松", "XU_JI": 150.0}),
            (square(X + 150, Y), {"SHU_ZHONG": "马尾松", "XU_JI": 150.0}),
        ],
        name="小班",
    )
    return run(
        "forestcarbon",
        INPUT=layer,
        SPECIES_FIELD="SHU_ZHONG",
        VOLUME_FIELD="XU_JI",
        FOREST_PARAMETERS="ipcc/temperate",
        AREA_RULE="planar",
        OUTPUT=str(tmp_path / "stands.gpkg"),
    )


@pytest.fixture
def baseline(run, tmp_path, stands):
    """Forest on x 0–200, paddy on 200–300, towns of 100 m and 200 m."""
    land = make_layer(
        [(square(X, Y, 200, 100), {"DLBM": "0301"}), (square(X + 200, Y), {"DLBM": "0101"})], name="DLTB"
    )
    towns = make_layer(
        [(square(X, Y), {"XZQMC": "甲镇"}), (square(X + 100, Y, 200, 100), {"XZQMC": "乙镇"})], name="XZQ"
    )
    return run(
        "sinkbaseline",
        INPUT=land,
        CLASS_FIELD="DLBM",
        UNITS=towns,
        UNIT_FIELD="XZQMC",
        AREA_RULE="planar",
        METHOD_LAYERS=[stands["OUTPUT"]],
        OUTPUT="memory:",
        OUTPUT_TABLE=str(tmp_path / "table.gpkg"),
        MANIFEST=str(tmp_path / "run.json"),
    )


def test_stands_give_their_biomass_and_the_land_the_rest(baseline):
    rows = {
        (row["unit"], row["carbon_class"], row["method"]): row for row in rows_of(baseline["OUTPUT_TABLE"])
    }
    whole = rows["甲镇", "mixed_forest", "forest_volume"]
    assert whole["stock_tc"] == pytest.approx(PINE + FOREST_DOM[0] + FOREST_SOC[0])
    assert whole["accounts_for"] == "agb,bgb"
    # Half of the second stand stands on paddy: its soil and methane stay those of the paddy.
    paddy = rows["乙镇", "paddy", "forest_volume"]
    assert paddy["stock_tc"] == pytest.approx(PINE / 2 + 0.5 * (0.07 + 111.4))
    assert rows["乙镇", "paddy", "factors"]["stock_tc"] == pytest.approx(0.5 * PADDY_STOCK)
    assert notes_of(baseline)["method_other_class"]["area_ha"] == pytest.approx(2.0)
    assert manifest_of(baseline)["by_method"]["forest_volume"]["stock_tc"] == pytest.approx(2 * PINE)


def test_the_uncertainty_tool_finds_the_intervals_of_the_baseline(run, baseline, tmp_path):
    result = run(
        "uncertainty",
        BASELINE=baseline["OUTPUT_TABLE"],
        OUTPUT="memory:",
        OUTPUT_RANKING="memory:",
        MANIFEST=str(tmp_path / "uncertainty.json"),
    )
    by_unit = {row["unit"]: row for row in rows_of(result["OUTPUT"])}
    for unit in rows_of(baseline["OUTPUT"]):
        for name in ("stock_tc", "stock_tc_low", "stock_tc_high", "removal_tco2e_a_low"):
            assert by_unit[unit["unit"]][name] == pytest.approx(unit[name], rel=1e-9), name
    for name in ("STOCK_TC", "REMOVAL_TCO2E_A", "EMISSION_TCO2E_A"):
        for bound in ("", "_LOW", "_HIGH"):
            assert result[f"TOTAL_{name}{bound}"] == pytest.approx(baseline[f"TOTAL_{name}{bound}"], rel=1e-9)
    assert result["NO_INTERVAL_SHARE"] == 0.0
    ranking = [row for row in rows_of(result["OUTPUT_RANKING"]) if row["quantity"] == "stock"]
    (pine,) = (row for row in ranking if row["term"] == "method")
    assert (pine["carbon_class"], pine["value"]) == ("forest_volume", pytest.approx(2 * PINE))
    # Relative widths of BCEF, 1 + R and CF (IPCC tables 4.5, 4.4, 4.3): the stands take one draw.
    down = math.sqrt((0.3 / 0.7) ** 2 + (0.05 / 1.29) ** 2 + (0.03 / 0.47) ** 2)
    assert pine["low"] == pytest.approx(2 * PINE * (1 - down))


def test_a_table_kept_as_text_gives_the_same_intervals(run, baseline, tmp_path):
    """A CSV holds every cell as text and NULL as nothing."""
    rows = rows_of(baseline["OUTPUT_TABLE"])
    path = tmp_path / "table.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(
            {name: "" if value is None else value for name, value in row.items()} for row in rows
        )
    first, second = (run("uncertainty", BASELINE=table) for table in (baseline["OUTPUT_TABLE"], str(path)))
    assert first == pytest.approx(second, rel=1e-9)


def test_stands_and_a_second_survey_of_them_are_refused(refused, stands, baseline, tmp_path):
    twin = copyfile(tmp_path / "stands.gpkg", tmp_path / "again.gpkg")
    land = make_layer([(square(X, Y, 300, 100), {"DLBM": "0301"})])
    sentence = refused(
        "sinkbaseline",
        INPUT=land,
        CLASS_FIELD="DLBM",
        UNITS=make_layer([(square(X, Y, 300, 100), {"N": "县"})]),
        METHOD_LAYERS=[stands["OUTPUT"], str(twin)],
        OUTPUT="memory:",
    )
    assert "answer for agb,bgb on the same ground" in sentence
    assert "2 such pairs share 2.0000 ha" in sentence


def test_stands_over_real_land_keep_every_hectare_and_tonne(run, tmp_path):
    """Gamprin: 100 t C/ha on a chequerboard of stands of 200 m over all land and beyond it.

    The oracle cuts the stands with Shapely: what lies on land use inside the municipality counts.
    """
    source = SHARED / "liechtenstein_osm" / "liechtenstein_osm.gpkg"
    if not source.is_file():
        pytest.skip("the shared data folder is not here")
    towns = QgsVectorLayer(f"{source}|layername=municipalities", "towns", "ogr")
    towns.setSubsetString("name = 'Gamprin'")
    box = towns.extent()
    request = QgsFeatureRequest(box).setFlags(QgsFeatureRequest.Flag.ExactIntersect)
    land = QgsVectorLayer(f"{source}|layername=landuse_flat", "land", "ogr").materialize(request)
    codes = sorted({feature["class"] for feature in land.getFeatures()})
    (tmp_path / "codes.csv").write_text(
        "code,carbon_class\n" + "".join(f"{code},mixed_forest\n" for code in codes), encoding="utf-8"
    )
    squares = [
        square(box.xMinimum() + 200 * i, box.yMinimum() + 200 * j, 200)
        for i in range(int(box.width() / 200) + 1)
        for j in range(int(box.height() / 200) + 1)
        if (i + j) % 2 == 0
    ]
    stands = method_layer(*(stand(wkt, "agb", area_ha=4.0, agb=100.0) for wkt in squares), crs="EPSG:2056")
    how = {
        "INPUT": land,
        "CLASS_FIELD": "class",
        "CLASSIFICATION": str(tmp_path / "codes.csv"),
        "UNITS": towns,
        "AREA_RULE": "planar",
        "OUTPUT": "memory:",
        "OUTPUT_TABLE": "memory:",
    }
    made = run("sinkbaseline", **how, METHOD_LAYERS=[stands])
    rows, (town,) = rows_of(made["OUTPUT_TABLE"]), rows_of(made["OUTPUT"])
    whole = math.fsum(row["area_ha"] for row in rows) + town["uncovered_ha"] - town["twice_ha"]
    assert whole == pytest.approx(town["unit_area_ha"], rel=1e-6)
    ground = shapely.union_all(shapes_of(land)).intersection(shapely.union_all(shapes_of(towns)))
    inside_ha = shapely.area(shapely.intersection(shapely.from_wkt(squares), ground)).sum() / 1e4
    assert 200.0 < inside_ha < 420.0
    own = [row for row in rows if row["method"] == "forest_volume"]
    assert math.fsum(row["agb_tc"] for row in own) == pytest.approx(100 * inside_ha, rel=1e-6)


def shapes_of(layer):
    """The features of a layer as Shapely geometries."""
    return shapely.make_valid(shapely.from_wkb([bytes(f.geometry().asWkb()) for f in layer.getFeatures()]))
