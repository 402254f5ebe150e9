# SPDX-License-Identifier: GPL-2.0-or-later
"""From a baseline to its intervals through Processing, as a model chains the two."""

from __future__ import annotations

import math

import pytest
from layers_by_hand import make_layer, manifest_of, notes_of, rows_of, square

X, Y = 500_000.0, 3_300_000.0
HEADER = "kind,class,pool,process,depth_cm,value,low,high,unit,source,evidence,verified\n"
FACTORS = HEADER + (
    "stock,mixed_forest,agb,,,100,80,120,t C/ha,hand,secondary,yes\n"
    "stock,mixed_forest,soc,,0-100,50,40,60,t C/ha,hand,secondary,yes\n"
    "stock,natural_grassland,soc,,0-100,40,10,70,t C/ha,hand,secondary,yes\n"
)


@pytest.fixture
def factors(tmp_path):
    path = tmp_path / "factors.csv"
    path.write_text(FACTORS, encoding="utf-8")
    return str(path)


@pytest.fixture
def baseline(run, tmp_path, factors):
    """One hectare of forest and one of grassland in one town, one of forest in the other."""
    land = make_layer(
        [
            (square(X, Y), {"DLBM": "mixed_forest"}),
            (square(X + 100, Y), {"DLBM": "natural_grassland"}),
            (square(X + 200, Y), {"DLBM": "mixed_forest"}),
        ]
    )
    towns = make_layer([(square(X, Y, 200, 100), {"N": "甲"}), (square(X + 200, Y), {"N": "乙"})])
    return run(
        "sinkbaseline",
        INPUT=land,
        CLASS_FIELD="DLBM",
        CLASSIFICATION="carbon_class",
        FACTOR_SET=factors,
        UNITS=towns,
        UNIT_FIELD="N",
        AREA_RULE="planar",
        OUTPUT="memory:",
        OUTPUT_TABLE=str(tmp_path / "table.gpkg"),
    )


def test_propagation_gives_the_intervals_that_the_baseline_gave(run, baseline, factors, tmp_path):
    result = run(
        "uncertainty",
        BASELINE=baseline["OUTPUT_TABLE"],
        FACTOR_SET=factors,
        OUTPUT="memory:",
        OUTPUT_RANKING="memory:",
        MANIFEST=str(tmp_path / "run.json"),
    )
    rows = {row["unit"]: row for row in rows_of(result["OUTPUT"])}
    for unit in rows_of(baseline["OUTPUT"]):
        for column in ("stock_tc", "stock_tc_low", "stock_tc_high"):
            assert rows[unit["unit"]][column] == pytest.approx(unit[column])
    assert rows["甲"]["stock_tc_high"] == pytest.approx(190.0 + math.sqrt(20**2 + 10**2 + 30**2))
    assert result["TOTAL_STOCK_TC_LOW"] == pytest.approx(baseline["TOTAL_STOCK_TC_LOW"])
    ranking = rows_of(result["OUTPUT_RANKING"])
    # Two hectares of forest: 40² above ground, 20² in the soil; one of grassland: 30².
    assert [row["contribution"] for row in ranking] == pytest.approx([1600 / 2900, 900 / 2900, 400 / 2900])
    assert manifest_of(result)["method"] == "propagation"
    # Every figure of the account has its bounds, and all of the stock has an interval.
    account = ("area_ha", "agb_tc", "bgb_tc", "soc_tc", "dom_tc", "stock_tc", "removal_tco2e_a")
    for name in (*account, "emission_tco2e_a", "net_tco2e_a"):
        assert {name, f"{name}_low", f"{name}_high"} <= set(rows["甲"])
    assert result["NO_INTERVAL_SHARE"] == 0.0
    assert manifest_of(result)["no_interval_share"]["stock"] == 0.0


def test_the_share_of_the_stock_without_an_interval_is_stated(run, tmp_path):
    """Without bounds for the forest's soil 50 of 150 t C/ha are left out of the interval."""
    path = tmp_path / "open.csv"
    path.write_text(FACTORS.replace("50,40,60", "50,,"), encoding="utf-8")
    table = make_layer([(None, {"unit": "甲", "carbon_class": "mixed_forest", "area_ha": 2.0})])
    manifest = str(tmp_path / "run.json")
    result = run("uncertainty", BASELINE=table, FACTOR_SET=str(path), MANIFEST=manifest)
    assert result["NO_INTERVAL_SHARE"] == pytest.approx(1 / 3)
    assert notes_of(result)["no_interval"]["values"]["percent"] == pytest.approx(100 / 3)


def test_factors_that_cannot_be_lognormal_are_told(run, tmp_path):
    path = tmp_path / "wide.csv"
    path.write_text(FACTORS.replace("40,10,70", "40,-10,90"), encoding="utf-8")
    rows = [("甲", "mixed_forest", 2.0), ("甲", "natural_grassland", 1.0)]
    table = make_layer([(None, dict(zip(("unit", "carbon_class", "area_ha"), row))) for row in rows])
    how = {"BASELINE": table, "FACTOR_SET": str(path), "METHOD": "montecarlo", "DRAWS": 200}
    result = run("uncertainty", **how, DISTRIBUTION="lognormal", MANIFEST=str(tmp_path / "run.json"))
    assert notes_of(result)["drawn_as_normal"]["ids"] == ["natural_grassland · stock · soc"]


def test_monte_carlo_repeats_with_its_seed(run, baseline, factors):
    how = {"BASELINE": baseline["OUTPUT_TABLE"], "FACTOR_SET": factors, "METHOD": "montecarlo", "DRAWS": 2000}
    first, again, other = (run("uncertainty", **how, SEED=seed)["TOTAL_STOCK_TC_LOW"] for seed in (5, 5, 6))
    assert first == again
    assert first != other
    # 340 − √(40² + 20² + 30²), to the error of 2000 draws.
    assert first == pytest.approx(340.0 - math.sqrt(2900), abs=4.0)


def test_an_error_matrix_moves_the_areas(run, baseline, factors, tmp_path):
    """Of 10 samples mapped as forest 2 are grassland: 2·0.8 ha of forest, 1 + 2·0.2 ha of grassland."""
    matrix = tmp_path / "matrix.csv"
    matrix.write_text(
        "map,mixed_forest,natural_grassland\nmixed_forest,8,2\nnatural_grassland,0,10\n", encoding="utf-8"
    )
    result = run("uncertainty", BASELINE=baseline["OUTPUT_TABLE"], FACTOR_SET=factors, CONFUSION=str(matrix))
    assert result["TOTAL_STOCK_TC"] == pytest.approx(1.6 * 150 + 1.4 * 40)


def test_ground_of_a_class_that_the_map_does_not_show_is_told(run, baseline, factors, tmp_path):
    """2 of 10 samples mapped as forest (2 ha) are water, of which the map shows nothing: 0.4 ha."""
    matrix = tmp_path / "matrix.csv"
    matrix.write_text(
        "map,mixed_forest,natural_grassland,open_water\n"
        "mixed_forest,8,0,2\nnatural_grassland,0,10,0\nopen_water,0,0,0\n",
        encoding="utf-8",
    )
    result = run(
        "uncertainty",
        BASELINE=baseline["OUTPUT_TABLE"],
        FACTOR_SET=factors,
        CONFUSION=str(matrix),
        MANIFEST=str(tmp_path / "run.json"),
    )
    assert result["TOTAL_STOCK_TC"] == pytest.approx(1.6 * 150 + 1.0 * 40)
    note = notes_of(result)["classes_not_mapped"]
    assert note["area_ha"] == pytest.approx(0.4)
    assert note["values"]["classes"] == "open_water"


def test_an_error_matrix_with_its_sums_is_refused(refused, baseline, factors, tmp_path):
    """Sums read as a class would take half of every class away."""
    matrix = tmp_path / "matrix.csv"
    matrix.write_text(
        "map,mixed_forest,natural_grassland,Total\n"
        "mixed_forest,8,2,10\nnatural_grassland,0,10,10\nTotal,8,12,20\n",
        encoding="utf-8",
    )
    text = refused(
        "uncertainty", BASELINE=baseline["OUTPUT_TABLE"], FACTOR_SET=factors, CONFUSION=str(matrix)
    )
    assert "knows: Total" in text


def test_a_table_of_text_with_empty_cells_is_read(run, factors, tmp_path):
    """A CSV file has text alone, and no NULL."""
    table = tmp_path / "table.csv"
    table.write_text("unit,carbon_class,area_ha,method\n甲,mixed_forest,2,\n", encoding="utf-8")
    assert run("uncertainty", BASELINE=str(table), FACTOR_SET=factors)["TOTAL_STOCK_TC"] == 300.0


@pytest.mark.parametrize("text", ["two", "nan", "inf", "-2", ""])
def test_areas_that_are_none_are_refused(refused, factors, tmp_path, text):
    table = tmp_path / "table.csv"
    table.write_text(f"unit,carbon_class,area_ha\n甲,mixed_forest,1\n乙,mixed_forest,{text}\n", "utf-8")
    assert "row 3" in refused("uncertainty", BASELINE=str(table), FACTOR_SET=factors)


def test_a_class_without_ground_is_no_defect(run, factors, tmp_path):
    rows = [("甲", "mixed_forest", 2.0), ("乙", "natural_grassland", 0.0)]
    table = make_layer([(None, dict(zip(("unit", "carbon_class", "area_ha"), row))) for row in rows])
    matrix = tmp_path / "matrix.csv"
    matrix.write_text(
        "map,mixed_forest,natural_grassland\nmixed_forest,10,0\nnatural_grassland,0,10\n", encoding="utf-8"
    )
    result = run("uncertainty", BASELINE=table, FACTOR_SET=factors, CONFUSION=str(matrix))
    assert result["TOTAL_STOCK_TC"] == pytest.approx(300.0)


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"BASELINE": "gap"}, "the first is row 2"),
        ({"BASELINE": "units"}, "carbon_class"),
        ({"FACTOR_SET": "cn_default", "BASELINE": "strange"}, "no row for the classes"),
        ({"BASELINE": "empty"}, "no rows"),
    ],
)
def test_tables_that_are_no_baseline_are_refused(refused, baseline, factors, change, part):
    tables = {
        "units": baseline["OUTPUT"],
        "strange": make_layer([(None, {"unit": "甲", "carbon_class": "moon", "area_ha": 1.0})]),
        "gap": make_layer(
            [
                (None, {"unit": "甲", "carbon_class": "mixed_forest", "area_ha": 1.0}),
                (None, {"unit": "甲", "carbon_class": None, "area_ha": 1.0}),
            ]
        ),
        "empty": make_layer([], types={"unit": 10, "carbon_class": 10, "area_ha": 6}),
    }
    how = {"BASELINE": baseline["OUTPUT_TABLE"], "FACTOR_SET": factors, **change}
    how["BASELINE"] = tables.get(how["BASELINE"], how["BASELINE"])
    assert part in refused("uncertainty", **how)
