# SPDX-License-Identifier: GPL-2.0-or-later
"""A baseline carried forward by survey increments through ``processing.run``: stories and refusals."""

from __future__ import annotations

import pytest
from increments_by_hand import BEFORE, X, Y, hand_factors, process, process_table, table_layer
from layers_by_hand import make_layer, manifest_of, notes_of, rows_of, square
from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter, QgsVectorLayer

OUTPUTS = ("OUTPUT", "OUTPUT_TABLE", "OUTPUT_BALANCE", "OUTPUT_CAUSES")


@pytest.fixture
def settings(tmp_path):
    """An update of 10 ha of field and 5 ha of forest in one unit, planar."""
    return {
        "BASELINE": table_layer(BEFORE),
        "YEAR": 2025,
        "FACTOR_SET": hand_factors(tmp_path),
        "AREA_RULE": "planar",
        "MANIFEST": str(tmp_path / "run.json"),
        **dict.fromkeys(OUTPUTS, "memory:"),
    }


@pytest.fixture
def update(run, settings):
    return lambda increments, **more: run("updatebaseline", **{**settings, "INCREMENTS": increments, **more})


@pytest.fixture
def refusal(refused, settings):
    return lambda increments, **more: refused(
        "updatebaseline", **{**settings, "INCREMENTS": increments, **more}
    )


def test_a_hectare_of_field_planted_with_trees(update):
    """1 ha from 5 + 80 to 50 + 90 t C/ha: + 55 t C, half-width √(10² + 10² + 1² + 20²)."""
    result = update(make_layer([process(square(X, Y), "0103", "0307", GXSJ="2025/12/31")]))
    assert result["CHANGE_TC"] == pytest.approx(55.0)
    assert result["CHANGE_TC_LOW"] == pytest.approx(55.0 - 601**0.5)
    assert result["STOCK_AFTER_TC"] == pytest.approx(10 * 85 + 5 * 140 + 55)
    assert (result["CHANGED_HA"], result["TOTAL_AREA_HA"]) == pytest.approx((1.0, 15.0))
    (unit,) = rows_of(result["OUTPUT"])
    assert (unit["unit"], unit["year"], unit["stock_before_tc"]) == ("甲镇", 2025, pytest.approx(1550.0))
    (cause,) = rows_of(result["OUTPUT_CAUSES"])
    assert (cause["cause_name"], cause["count"]) == ("生态退耕或农业结构调整", 1)
    facts = manifest_of(result)
    assert facts["classification"]["id"] == "cn_third_survey"
    assert facts["fields"]["before"] == "BGQDLBM"


def test_the_table_of_one_year_opens_the_next_and_feeds_the_uncertainty(run, update, settings):
    """2025: 1 ha to forest; 2026: half of the new forest's hectare is built on."""
    first = update(make_layer([process(square(X, Y), "0103", "0307")]))
    second = update(
        make_layer([process(square(X, Y, 50, 100), "0307", "0702")]),
        BASELINE=first["OUTPUT_TABLE"],
        YEAR=2026,
    )
    areas = {row["carbon_class"]: row["area_ha"] for row in rows_of(second["OUTPUT_TABLE"])}
    assert areas == pytest.approx({"mixed_forest": 5.5, "rainfed_cropland": 9.0, "residential": 0.5})
    # 50 → 1 t C/ha of biomass on half a hectare; the soil stays where it is.
    assert second["CHANGE_TC"] == pytest.approx(-24.5)
    assert "soc" in notes_of(second)["pool_known_once"]["text"]
    checked = run("uncertainty", BASELINE=second["OUTPUT_TABLE"], FACTOR_SET=settings["FACTOR_SET"])
    assert checked["TOTAL_STOCK_TC_LOW"] == pytest.approx(second["STOCK_AFTER_TC_LOW"])


def test_a_table_as_the_survey_exports_it(update, tmp_path):
    """Official m² with ridges, villages cut to their town, permit and cause; a CSV in GB18030."""
    path = process_table(
        tmp_path / "DLTBGXGC.csv",
        ["b1,0103,0702,10000,1000,9000,0,10000,330102001001,330102001001,2025-12-31,1,0,批〔2025〕3号"],
        ["b2,0307,0307K,500,0,500,0,500,330102001002,330102001002,2025-12-31,1,0,"],
        ["b3,0103,0702,2000,0,2000,0,2000,330102001002,330102001002,2025-12-31,2,0,批〔2025〕3号"],
    )
    town = table_layer(
        [("330102001", 2024, "rainfed_cropland", 10.0), ("330102002", 2024, "mixed_forest", 1)]
    )
    result = update(
        str(path), BASELINE=town, AREA_RULE="attribute", UNIT_DIGITS=9, PERMIT_FIELD="PZWH", AREA_UNIT="m2"
    )
    (cause,) = rows_of(result["OUTPUT_CAUSES"])
    assert (cause["permit"], cause["count"], cause["cause"]) == ("批〔2025〕3号", 2, "construction")
    assert cause["area_ha"] == pytest.approx(1.2)
    assert result["CHANGE_TC"] == pytest.approx(1.2 * (1 - 5))
    still = notes_of(result)["attributes_only"]
    assert (still["ids"], still["area_ha"]) == (["b2"], pytest.approx(0.05))


def test_ground_that_enters_and_leaves_the_county(update, tmp_path):
    """XZQTZLX 1 and 4: areas move, no carbon changes; the codes of the other side may be empty."""
    path = process_table(
        tmp_path / "DLTBGXGC.csv",
        ["b1,,0103,20000,0,,0,20000,,甲镇,2025,2,1,"],
        ["b2,0307,,10000,0,10000,0,,甲镇,,2025,2,4,"],
    )
    result = update(str(path), AREA_RULE="attribute")
    assert result["CHANGE_TC"] == 0.0
    assert result["TOTAL_AREA_HA"] == pytest.approx(16.0)
    causes = {row["cause"]: (row["from_class"], row["to_class"]) for row in rows_of(result["OUTPUT_CAUSES"])}
    assert causes == {"boundary_in": (None, "rainfed_cropland"), "boundary_out": ("mixed_forest", None)}


def test_a_gbk_shapefile_with_chinese_units_and_causes(update, tmp_path):
    layer = make_layer(
        [
            process(square(X, Y), "0103", "0307", ZLDWMC="甲镇", BGYY="退耕还林"),
            process(square(X + 200, Y), "0103", "0307", ZLDWMC="乙镇", BGYY=""),
        ]
    )
    path = tmp_path / "更新过程.shp"
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.fileEncoding = "ESRI Shapefile", "GBK"
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), QgsCoordinateTransformContext(), options)
    baseline = table_layer([(unit, 2024, "rainfed_cropland", 2.0) for unit in ("甲镇", "乙镇")])
    result = update(str(path), BASELINE=baseline, UNIT_BEFORE_FIELD="ZLDWMC", CAUSE_FIELD="BGYY")
    causes = {row["unit"]: (row["cause"], row["basis"]) for row in rows_of(result["OUTPUT_CAUSES"])}
    assert causes == {"甲镇": ("退耕还林", "stated"), "乙镇": ("conversion_restructuring", "derived")}


def test_codes_without_a_class_stop_or_are_left_out_with_their_area(update, refusal):
    rows = [process(square(X, Y), "0103", "9999"), process(square(X + 100, Y), "0103", "0307")]
    assert "9999 (1, 1.0000 ha)" in refusal(make_layer(rows))
    result = update(make_layer(rows), UNMAPPED="exclude")
    assert (result["UNMAPPED_AREA_HA"], result["CHANGED_HA"]) == pytest.approx((1.0, 1.0))


def test_a_reduction_that_the_baseline_does_not_hold_is_refused(refusal):
    said = refusal(make_layer([process(square(X, Y, 100, 600), "0307", "0103")]))
    for part in ("6.0000 ha of mixed_forest", "甲镇", "5.0000 ha", "0.01 ha"):
        assert part in said


def test_ground_that_two_processes_change_is_refused(refusal):
    rows = [
        process(square(X, Y), "0103", "0307", BSM="p1"),
        process(square(X + 50, Y), "0103", "0307", BSM="p2"),
    ]
    said = refusal(make_layer(rows))
    assert "0.5000 ha" in said
    assert "p1 and p2" in said


@pytest.mark.parametrize(
    ("row", "more", "part"),
    [
        ("b1,0103,0702,10000,0,10000,0,10000,甲镇,甲镇,2024-12-31,1,0,", {}, "not of 2025"),
        ("b1,0103,0702,10000,0,10000,0,9000,甲镇,甲镇,2025,1,0,", {}, "BGHKCMJ” and “BGHTBDLMJ"),
        ("b1,0103,0702,-5,0,0,0,0,甲镇,甲镇,2025,1,0,", {}, "is negative"),
        ("b1,0103,0702,10000,20000,0,0,10000,甲镇,甲镇,2025,1,0,", {}, "BGQKCMJ"),
        ("b1,0103,0702,10000,0,10000,0,10000,甲镇,甲镇,2025,1,0,", {"AREA_RULE": "planar"}, "no geometry"),
        ("b1,0103,0702,10000,0,10000,0,10000,甲镇,甲镇,2025,1,0,", {"CAUSE_FIELD": "BGYY"}, "“BGYY”"),
        ("b1,0103,0702,10000,0,10000,0,10000,甲镇,甲镇,2025,1,0,", {"YEAR": 2026}, "2024"),
    ],
)
def test_tables_that_do_not_fit(refusal, tmp_path, row, more, part):
    path = process_table(tmp_path / "DLTBGXGC.csv", [row])
    assert part in refusal(str(path), **{"AREA_RULE": "attribute", **more})


def test_units_must_be_told_where_the_baseline_has_several(refusal):
    baseline = table_layer([*BEFORE, ("乙镇", 2024, "paddy", 1.0)])
    layer = make_layer([process(square(X, Y), "0103", "0307")])
    assert "UNIT_BEFORE_FIELD" in refusal(layer, BASELINE=baseline)


def test_a_table_that_is_no_baseline_is_refused(refusal):
    layer = make_layer([process(square(X, Y), "0103", "0307")])
    assert "carbon_class" in refusal(layer, BASELINE=make_layer([(square(X, Y), {"unit": "甲镇"})]))


def test_nothing_is_written_when_a_run_is_refused(refusal, tmp_path):
    target = tmp_path / "out.gpkg"
    refusal(make_layer([process(square(X, Y), "0307", "0103", GXSJ="2019")]), OUTPUT_TABLE=str(target))
    assert not QgsVectorLayer(str(target), "out", "ogr").isValid()


def test_a_record_without_shape_or_code_is_told(update, refusal):
    rows = [process(square(X, Y), "0103", "0307"), process(None, "0103", "0307", BSM="p2")]
    result = update(make_layer(rows))
    assert result["CHANGED_HA"] == pytest.approx(1.0)
    assert "p2" in notes_of(result)["null_geometry"]["ids"]
    assert "NULL" in refusal(make_layer([process(square(X, Y), "0103", "")]))
