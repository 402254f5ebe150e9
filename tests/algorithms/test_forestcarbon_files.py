# SPDX-License-Identifier: GPL-2.0-or-later
"""Forest carbon of stands: layers as bureaus hand them over, tables of users, and what comes after."""

from __future__ import annotations

import csv
import math
from pathlib import Path

import pytest
from formats import forget_encoding, write
from layers_by_hand import Log, make_layer, manifest_of, notes_of, rows_of, square
from qgis.core import QgsProcessingException, QgsProcessingFeatureSourceDefinition, QgsProject

X, Y = 500_000.0, 3_300_000.0
STANDS = (("杉木", 90.0), ("马尾松林", 150.0), ("硬阔类", 30.0))
#: m³/ha × BCEF_S × (1 + R) × CF of the zone “temperate”: other conifers 1.0, pines 0.7, hardwoods 1.7.
STOCKS = (90 * 1.0 * 1.29 * 0.47, 150 * 0.7 * 1.29 * 0.47, 30 * 1.7 * 1.46 * 0.47)


def layer(species: str = "SHU_ZHONG", volume: str = "XU_JI", **more):
    rows = [
        (square(X + 200 * number, Y), {species: name, volume: cubic, **more})
        for number, (name, cubic) in enumerate(STANDS)
    ]
    return make_layer(rows, name="XIAO_BAN")


def settings(**more):
    return {
        "INPUT": layer(),
        "SPECIES_FIELD": "SHU_ZHONG",
        "VOLUME_FIELD": "XU_JI",
        "FOREST_PARAMETERS": "ipcc/temperate",
        "AREA_RULE": "planar",
        "OUTPUT": "memory:",
        **more,
    }


def stocks_of(result) -> list[float]:
    return [row["stock_tc"] for row in rows_of(result["OUTPUT"])]


def test_a_gbk_shapefile_with_chinese_field_names_and_no_word_of_its_encoding(run, tmp_path):
    path = write(layer("优势树种", "蓄积量"), tmp_path / "小班.shp", "ESRI Shapefile", "GBK")
    forget_encoding(path)
    result = run(
        "forestcarbon",
        **settings(
            INPUT=path, SPECIES_FIELD="优势树种", VOLUME_FIELD="蓄积量", OUTPUT=f"{tmp_path}/out.gpkg"
        ),
    )
    rows = rows_of(result["OUTPUT"])
    assert [row["优势树种"] for row in rows] == [name for name, _ in STANDS]
    assert [row["stock_tc"] for row in rows] == pytest.approx(STOCKS)
    facts = manifest_of(result)["forest_parameters"]
    assert facts["id"] == "ipcc/temperate"
    assert len(facts["sha256"]) == 64


def test_input_fields_stay_and_ours_follow(run):
    result = run("forestcarbon", **settings(INPUT=layer(area_ha=7.0)))
    names = result["OUTPUT"].fields().names()
    assert names[:3] == ["SHU_ZHONG", "XU_JI", "area_ha_in"]
    assert names[3:5] == ["carbon_class", "area_ha"]
    assert names[-5:] == ["method", "accounts_for", "soil_depth_cm", "species_id", "volume_m3_ha"]


def test_only_selected_stands(run):
    chosen = layer()
    QgsProject.instance().addMapLayer(chosen)
    chosen.selectByExpression("XU_JI = 150")
    result = run("forestcarbon", **settings(INPUT=QgsProcessingFeatureSourceDefinition(chosen.id(), True)))
    assert stocks_of(result) == pytest.approx([STOCKS[1]])


def test_values_from_memory_make_the_result_weak(run, tmp_path):
    """Humid tropics: conifers of 80–120 m³/ha have BCEF 0.76, below 125 t d.m./ha R is 0.20."""
    tropical = settings(FOREST_PARAMETERS="ipcc/humid_tropical", MANIFEST=f"{tmp_path}/run.json")
    result = run("forestcarbon", **tropical)
    assert stocks_of(result)[0] == pytest.approx(90 * 0.76 * 1.20 * 0.47)
    assert result["WEAK_SHARE"] == 1.0
    assert {row["factor_grade"] for row in rows_of(result["OUTPUT"])} == {"memory"}


def test_a_workbook_made_from_the_template(run, refused, tmp_path):
    openpyxl = pytest.importorskip("openpyxl", reason="writing workbooks needs openpyxl")
    template = Path(__file__).resolve().parents[2] / "resources" / "factors" / "forest_template.xlsx"
    book = openpyxl.load_workbook(template)
    header = [cell.value for cell in book.active[1]]
    known = {"kind": "parameter", "species": "*", "source": "own plots", "evidence": "measured"}
    numbers = (
        ("bcef_s", 0.5, "t/m3"),
        ("root_shoot_ratio", 0.25, "ratio"),
        ("carbon_fraction", 0.5, "ratio"),
    )
    for line, (parameter, value, unit) in enumerate(numbers, 2):
        row = {**known, "parameter": parameter, "value": value, "unit": unit}
        for column, name in enumerate(header, 1):
            book.active.cell(row=line, column=column, value=row.get(name))
    path = tmp_path / "own.xlsx"
    book.save(path)
    result = run("forestcarbon", **settings(FOREST_PARAMETERS=str(path)))
    assert stocks_of(result) == pytest.approx([cubic * 0.5 * 1.25 * 0.5 for _, cubic in STANDS])
    assert result["WEAK_SHARE"] == 0.0
    book.active.cell(row=3, column=header.index("unit") + 1, value="t/ha")
    book.save(path)
    sentence = refused("forestcarbon", **settings(FOREST_PARAMETERS=str(path)))
    assert "own.xlsx" in sentence
    assert "row 3" in sentence


def test_growth_by_age_needs_the_age(run, tmp_path):
    """Zone “mediterranean”: 6 t d.m./(ha·a) up to 20 years, 1.5 above; R 0.28 above 20 t d.m./ha."""
    rows = [
        (square(X + 200 * number, Y), {"SHU_ZHONG": "杉木", "XU_JI": 90.0, "NL": age})
        for number, age in enumerate((20.0, 21.0, None))
    ]
    result = run(
        "forestcarbon",
        **settings(
            INPUT=make_layer(rows),
            AGE_FIELD="NL",
            METHOD="gain_loss",
            FOREST_PARAMETERS="ipcc/mediterranean",
            MANIFEST=f"{tmp_path}/run.json",
        ),
    )
    young, old, unknown = rows_of(result["OUTPUT"])
    assert young["removal_tco2e_a"] == pytest.approx(6 * 1.28 * 0.47 * 44 / 12)
    assert old["removal_tco2e_a"] == pytest.approx(1.5 * 1.28 * 0.47 * 44 / 12)
    assert (unknown["removal_tco2e_a"], unknown["accounts_for"]) == (None, "agb,bgb")
    assert notes_of(result)["biomass_change_unknown"]["count"] == 1


def test_the_output_is_a_method_layer_of_the_sink_baseline(run, tmp_path):
    """Three hectares of forest in one town: biomass from the stands, soil from the factors."""
    stands = run("forestcarbon", **settings(OUTPUT=f"{tmp_path}/forest.gpkg"))["OUTPUT"]
    land = make_layer([(square(X + 200 * n, Y), {"DLBM": "mixed_forest"}) for n in range(3)], name="DLTB")
    town = make_layer([(square(X - 10, Y - 10, 700, 200), {"N": "甲"})])
    result = run(
        "sinkbaseline",
        INPUT=land,
        CLASS_FIELD="DLBM",
        CLASSIFICATION="carbon_class",
        UNITS=town,
        AREA_RULE="planar",
        METHOD_LAYERS=[stands],
        OUTPUT="memory:",
    )
    (unit,) = rows_of(result["OUTPUT"])
    assert unit["agb_tc"] + unit["bgb_tc"] == pytest.approx(math.fsum(STOCKS), rel=1e-6)
    rows = csv.DictReader(
        (Path(__file__).resolve().parents[2] / "resources" / "factors" / "cn_default.csv").open(
            encoding="utf-8"
        )
    )
    soil = {row["pool"]: float(row["value"]) for row in rows if row["class"] == "mixed_forest"}
    assert unit["soc_tc"] == pytest.approx(3 * soil["soc"])


class Hasty(Log):
    """Cancels once the account of the stands has begun."""

    def setProgress(self, progress: float) -> None:
        if progress > 30:
            self.cancel()


def test_a_cancelled_run_leaves_nothing(provider, tmp_path):
    import processing

    with pytest.raises(QgsProcessingException, match="cancel"):
        processing.run("dualcarbon:forestcarbon", settings(OUTPUT=f"{tmp_path}/out.gpkg"), feedback=Hasty())
    assert list(tmp_path.iterdir()) == []
