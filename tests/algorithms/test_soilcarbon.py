# SPDX-License-Identifier: GPL-2.0-or-later
"""Soil carbon of changed land: the worked example through QGIS, the method layer, and what is refused."""

from __future__ import annotations

import pytest
from layers_by_hand import make_layer, manifest_of, notes_of, rows_of, square

X, Y = 500_000.0, 3_300_000.0
#: 300 m × 1 km: 30 ha.
THIRTY = square(X, Y, 300, 1000)
MEASURED = {"前": "rainfed_cropland", "后": "mixed_forest", "年": 2020, "soc0": 64.0, "soc1": 80.0}
FIELDS = {
    "FROM_FIELD": "前",
    "TO_FIELD": "后",
    "YEAR_FIELD": "年",
    "YEAR": 2025,
    "CLASSIFICATION": "carbon_class",
    "AREA_RULE": "planar",
    "OUTPUT": "memory:",
}
WARM = {"CLIMATE": "warm_temperate_moist", "SOIL_GROUP": "high_activity_clay_soils"}
STOCKS = {"SOC_BEFORE_FIELD": "soc0", "SOC_AFTER_FIELD": "soc1"}
TIER1 = "ipcc_default/warm_temperate_moist"


def changed(*rows, **more):
    """Strips of 30 ha of (class before, class after, year)."""
    made = []
    for number, (before, after, year) in enumerate(rows):
        shape = square(X + 300 * number, Y, 300, 1000)
        made.append((shape, {"前": before, "后": after, "年": year}))
    return make_layer(made, name="变化图斑", **more)


def test_the_worked_example_of_a4(run):
    """Cropland to forest, 30 ha, 64 → 80 t C/ha: 24 t C/a, 88 t CO2/a."""
    layer = make_layer([(THIRTY, MEASURED)])
    result = run("soilcarbon", INPUT=layer, **FIELDS, **STOCKS, OUTPUT_PATH="memory:")
    assert result["CHANGE_TC_A"] == pytest.approx(24.0)
    assert result["TOTAL_REMOVAL_TCO2E_A"] == pytest.approx(88.0)
    assert result["TOTAL_REMOVAL_TCO2E_A_LOW"] is None
    (row,) = rows_of(result["OUTPUT"])
    assert (row["method"], row["accounts_for"], row["soil_depth_cm"]) == ("mineral_soil", "soc,soil", "0-30")
    assert (row["carbon_class"], row["agb_tc_ha"]) == ("mixed_forest", None)
    assert (row["conversion_year"], row["years_left"]) == (2020, 15)
    assert row["soc_tc_ha"] == pytest.approx(68.0)
    assert row["stock_tc"] == pytest.approx(68.0 * 30)
    assert row["net_tco2e_a"] == pytest.approx(-88.0)
    path = rows_of(result["OUTPUT_PATH"])
    assert [path[0]["year"], path[-1]["year"]] == [2025, 2039]
    assert path[0]["remaining_removal_tco2e"] == pytest.approx(88.0 * 14)
    assert path[-1]["remaining_removal_tco2e"] == 0.0


def test_factors_by_climate_soil_and_management(run):
    """30 ha each: cropland 44.16 → forest 64; no tillage 44.16 → 48.576 by field; grass 64 → 57.6."""
    rows = [
        ("rainfed_cropland", "mixed_forest", "", ""),
        ("rainfed_cropland", "rainfed_cropland", "", "no_tillage"),
        ("natural_grassland", "natural_grassland", "", "high_intensity_grazing"),
    ]
    names = ("前", "后", "管理前", "管理后")
    made = [
        (square(X + 300 * n, Y, 300, 1000), {**dict(zip(names, row)), "年": 2020})
        for n, row in enumerate(rows)
    ]
    result = run(
        "soilcarbon",
        INPUT=make_layer(made),
        **{**FIELDS, "MANAGEMENT_BEFORE_FIELD": "管理前", "MANAGEMENT_AFTER_FIELD": "管理后"},
        **WARM,
    )
    changes = [row["change_tc_a"] for row in rows_of(result["OUTPUT"])]
    assert changes == pytest.approx([1.5 * 19.84, 1.5 * 4.416, -1.5 * 6.4])
    assert result["TOTAL_EMISSION_TCO2E_A"] == pytest.approx(1.5 * 6.4 * 44 / 12)
    assert result["WEAK_SHARE"] == 0.0


def test_climate_and_soil_by_field_and_a_shorter_transition(run):
    row = {"前": "0103", "后": "0301", "气候": "warm_temperate_moist", "土壤": "sandy_soils"}
    layer = make_layer([(THIRTY, row)])
    result = run(
        "soilcarbon",
        INPUT=layer,
        **{**FIELDS, "YEAR_FIELD": None, "CONVERSION_YEAR": 2024, "CLASSIFICATION": "cn_third_survey"},
        CLIMATE_FIELD="气候",
        SOIL_FIELD="土壤",
        TRANSITION_A=10,
    )
    assert result["CHANGE_TC_A"] == pytest.approx(30 * 36 * 0.31 / 10)


def test_built_over_land_keeps_its_soil_and_says_so(run, tmp_path):
    layer = changed(("rainfed_cropland", "residential", 2020), ("residential", "rainfed_cropland", 2020))
    result = run("soilcarbon", INPUT=layer, **{**FIELDS, "OUTPUT": str(tmp_path / "土壤.gpkg")}, **WARM)
    (row,) = rows_of(result["OUTPUT"])
    assert (row["soc_tc_ha"], row["emission_tco2e_a"]) == (44.16, 0.0)
    notes = notes_of(result)
    assert notes["soil_kept"]["area_ha"] == pytest.approx(30.0)
    assert notes["soil_before_unknown"]["area_ha"] == pytest.approx(30.0)
    assert manifest_of(result)["soil_depth_cm"] == "0-30"


def test_codes_without_a_class_and_geometry_without_area(run, refused, log):
    layer = make_layer(
        [
            (THIRTY, {"前": "0103", "后": "0301", "年": 2020}),
            (square(X + 300, Y, 300, 1000), {"前": None, "后": "0301", "年": 2020}),
            (None, {"前": "0103", "后": "0301", "年": 2020}),
        ]
    )
    how = {**FIELDS, "CLASSIFICATION": "cn_third_survey", **WARM}
    assert "NULL (1, 30.0000 ha)" in refused("soilcarbon", INPUT=layer, **how)
    result = run("soilcarbon", INPUT=layer, **how, UNMAPPED="exclude")
    assert result["UNMAPPED_AREA_HA"] == pytest.approx(30.0)
    assert result["TOTAL_AREA_HA"] == pytest.approx(30.0)
    assert len(rows_of(result["OUTPUT"])) == 1
    assert log.said("without a geometry that has an area: 1.")


@pytest.mark.parametrize(
    ("change", "parts"),
    [
        ({"CLIMATE": "by_field"}, ("30.0000 ha", "CLIMATE")),
        ({"YEAR_FIELD": None}, ("year of conversion", "CONVERSION_YEAR")),
        ({"YEAR": 2019}, ("2020", "2019", "YEAR")),
        ({"PAVED_FIELD": "铺装"}, ("铺装", "1.5", "from 0 to 1")),
        ({"SOC_BEFORE_FIELD": "soc0"}, ("one of the two dates",)),
        ({"SOC_BEFORE_FIELD": "字"}, ("“字”", "“无”", "no number")),
        ({"MANAGEMENT_BEFORE_FIELD": "字"}, ("“无”", "no_tillage")),
        ({"FROM_FIELD": "没有"}, ("no field “没有”",)),
    ],
)
def test_what_is_missing_is_named_with_the_remedy(refused, change, parts):
    row = {**MEASURED, "铺装": 1.5, "字": "无"}
    sentence = refused("soilcarbon", INPUT=make_layer([(THIRTY, row)]), **{**FIELDS, **WARM, **change})
    for part in parts:
        assert part in sentence
    assert "Traceback" not in sentence


def test_one_soil_depth_per_layer(run, refused):
    half = {**MEASURED, "soc0": None, "soc1": None}
    mixed = make_layer([(THIRTY, MEASURED), (square(X + 300, Y, 300, 1000), half)])
    how = {**FIELDS, **STOCKS, **WARM, "SOC_DEPTH_CM": "0-100"}
    assert "One account has one soil depth" in refused("soilcarbon", INPUT=mixed, **how)
    result = run("soilcarbon", INPUT=make_layer([(THIRTY, MEASURED)]), **how)
    assert rows_of(result["OUTPUT"])[0]["soil_depth_cm"] == "0-100"


def test_from_two_land_uses_to_the_baseline(run, refused, tmp_path):
    """Change map → soil of changed land → baseline: its soil and soil flux are those of the method."""
    before = changed(("rainfed_cropland", "", 0), ("natural_grassland", "", 0))
    after = changed(("mixed_forest", "", 0), ("rainfed_cropland", "", 0))
    both = {"BEFORE_FIELD": "前", "AFTER_FIELD": "前", "YEAR_BEFORE": 2020, "YEAR_AFTER": 2025}
    change = run(
        "stockchange",
        **{"BEFORE": before, "AFTER": after, **both, "CLASSIFICATION": "carbon_class"},
        **{"FACTOR_SET": TIER1, "OUTPUT": "memory:", "OUTPUT_MAP": str(tmp_path / "map.gpkg")},
    )
    fields = {"FROM_FIELD": "from_class", "TO_FIELD": "to_class", "YEAR_FIELD": None}
    where = {"INPUT": change["OUTPUT_MAP"], "CONVERSION_YEAR": 2020, "OUTPUT": str(tmp_path / "soil.gpkg")}
    soil = run("soilcarbon", **{**FIELDS, **fields, **where, **WARM})
    assert soil["TOTAL_REMOVAL_TCO2E_A"] == pytest.approx(1.5 * 19.84 * 44 / 12)
    assert soil["TOTAL_EMISSION_TCO2E_A"] == pytest.approx(1.5 * 19.84 * 44 / 12)
    account = {
        "INPUT": after,
        "CLASS_FIELD": "前",
        "CLASSIFICATION": "carbon_class",
        "UNITS": make_layer([(square(X, Y, 600, 1000), {"名": "乡"})]),
        "AREA_RULE": "planar",
        "METHOD_LAYERS": [soil["OUTPUT"]],
        "OUTPUT": "memory:",
        "OUTPUT_TABLE": "memory:",
    }
    table = rows_of(run("sinkbaseline", **account, FACTOR_SET=TIER1)["OUTPUT_TABLE"])
    rows = {row["carbon_class"]: row for row in table}
    assert rows["mixed_forest"]["soc_tc"] == pytest.approx(30 * (44.16 + 19.84 / 4))
    assert rows["rainfed_cropland"]["soc_tc"] == pytest.approx(30 * (64 - 19.84 / 4))
    assert rows["rainfed_cropland"]["emission_tco2e_a"] >= soil["TOTAL_EMISSION_TCO2E_A"] * (1 - 1e-9)
    assert rows["mixed_forest"]["method"] == "mineral_soil"
    assert "soil depth" in refused("sinkbaseline", **account, FACTOR_SET="cn_default")


def test_the_dialog_offers_what_the_tables_have(provider):
    from dualcarbon.plugin.algorithms.choices import CLIMATES, SOIL_GROUPS, labels_of
    from dualcarbon.plugin.domain.mineral_soil import climates, soil_groups

    assert ("by_field", *climates()) == CLIMATES
    assert ("by_field", *soil_groups()) == SOIL_GROUPS
    assert set(labels_of("climate")) == set(CLIMATES)
    assert set(labels_of("soil_group")) == set(SOIL_GROUPS)
