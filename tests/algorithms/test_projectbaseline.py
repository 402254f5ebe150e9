# SPDX-License-Identifier: GPL-2.0-or-later
"""From a baseline to its path through Processing, as a model chains the two."""

from __future__ import annotations

import pytest
from layers_by_hand import Log, make_layer, manifest_of, notes_of, rows_of, square
from qgis.core import QgsProcessingException, QgsProcessingFeedback

X, Y = 500_000.0, 3_300_000.0
CO2 = 44 / 12
HEADER = "kind,class,pool,process,depth_cm,value,low,high,unit,source,evidence,verified\n"
FACTORS = HEADER + (
    "stock,mixed_forest,agb,,,40,30,50,t C/ha,hand,secondary,yes\n"
    "stock,mixed_forest,bgb,,,10,8,12,t C/ha,hand,secondary,yes\n"
    "stock,mixed_forest,soc,,0-100,50,40,60,t C/ha,hand,secondary,yes\n"
    "flux,mixed_forest,,biomass_growth,,0.5,0.2,0.9,t C/(ha·a),hand,secondary,yes\n"
    "stock,paddy,soc,,0-100,40,10,70,t C/ha,hand,secondary,yes\n"
    "flux,paddy,,soil,,-2,-3,-1,t C/(ha·a),hand,secondary,yes\n"
    "flux,paddy,,ch4,,-7,-9,-4,t CO2e/(ha·a),hand,secondary,yes\n"
)
CURVES = "factor_set,carbon_class,kind,unit,w,k,a,source,evidence,verified\n"


@pytest.fixture
def factors(tmp_path):
    path = tmp_path / "factors.csv"
    path.write_text(FACTORS, encoding="utf-8")
    return str(path)


@pytest.fixture
def baseline(run, tmp_path, factors):
    """Two hectares of forest and one of paddy in one town, one of forest in the other."""
    land = make_layer(
        [
            (square(X, Y, 200, 100), {"DLBM": "mixed_forest"}),
            (square(X + 200, Y), {"DLBM": "paddy"}),
            (square(X + 300, Y), {"DLBM": "mixed_forest"}),
        ]
    )
    towns = make_layer([(square(X, Y, 300, 100), {"N": "甲"}), (square(X + 300, Y), {"N": "乙"})])
    return run(
        "sinkbaseline",
        INPUT=land,
        CLASS_FIELD="DLBM",
        CLASSIFICATION="carbon_class",
        FACTOR_SET=factors,
        UNITS=towns,
        UNIT_FIELD="N",
        AREA_RULE="planar",
        YEAR=2025,
        OUTPUT="memory:",
        OUTPUT_TABLE=str(tmp_path / "table.gpkg"),
    )


def path_of(layer):
    return {(row["unit"], row["year"]): row for row in rows_of(layer)}


def test_the_path_starts_at_the_baseline_and_follows_its_rates(run, baseline, factors, tmp_path):
    """2 ha forest + 0.5 t C/(ha·a) each; 1 ha paddy loses 2 t C/a and emits 7 t CO2e of CH4 beside."""
    result = run(
        "projectbaseline",
        BASELINE=baseline["OUTPUT_TABLE"],
        YEARS="2025, 2030、2035",
        FACTOR_SET=factors,
        OUTPUT="memory:",
        OUTPUT_CLASSES="memory:",
        MANIFEST=str(tmp_path / "run.json"),
    )
    path = path_of(result["OUTPUT"])
    for unit in rows_of(baseline["OUTPUT"]):
        first = path[unit["unit"], 2025]
        for stem in ("stock_tc", "removal_tco2e_a", "emission_tco2e_a"):
            for name in (stem, f"{stem}_low", f"{stem}_high"):
                assert first[name] == (None if unit[name] is None else pytest.approx(unit[name]))
        assert first["cumulative_removal_tco2e"] == 0.0
    assert path["甲", 2035]["stock_tc"] == pytest.approx(240.0 + 10 * (2 * 0.5 - 2.0))
    assert path["甲", 2035]["removal_tco2e_a"] == pytest.approx(2 * 0.5 * CO2)
    assert path["甲", 2035]["emission_tco2e_a"] == pytest.approx(2 * CO2 + 7.0)
    assert path["甲", 2035]["net_tco2e_a"] == pytest.approx(2 * CO2 + 7.0 - CO2)
    assert path["甲", 2035]["cumulative_removal_tco2e"] == pytest.approx(10 * CO2)
    assert path["乙", 2030]["stock_tc"] == pytest.approx(100.0 + 5 * 0.5)
    assert result["STOCK_END_TC"] == pytest.approx(230.0 + 105.0)
    classes = {
        (row["unit"], row["carbon_class"], row["year"]): row for row in rows_of(result["OUTPUT_CLASSES"])
    }
    forest = classes["甲", "mixed_forest", 2035]
    # Growth keeps the present proportion of 40 to 10.
    assert (forest["agb_tc"], forest["bgb_tc"]) == (pytest.approx(88.0), pytest.approx(22.0))
    assert classes["甲", "paddy", 2035]["soc_tc"] == pytest.approx(20.0)
    manifest = manifest_of(result)
    assert manifest["years"] == [2025, 2030, 2035]
    assert [row["year"] for row in manifest["path"]] == [2025, 2030, 2035]
    assert manifest["path"][-1]["stock_tc"] == pytest.approx(335.0)


def test_a_logistic_curve_grows_from_the_present_density(run, baseline, factors, tmp_path):
    """50 t C/ha of 100 with k = 9: the age is ln(9)/a; after another ln(9)/a the curve stands at 90."""
    curves = tmp_path / "curves.csv"
    a = 0.0732408192445  # ln(9)/30: thirty years old, 90 t C/ha at sixty
    curves.write_text(
        CURVES + f"*,mixed_forest,logistic,t C/ha,100,9,{a},hand,secondary,yes\n", encoding="utf-8"
    )
    result = run(
        "projectbaseline",
        BASELINE=baseline["OUTPUT_TABLE"],
        YEARS="2025-2055",
        FACTOR_SET=factors,
        GROWTH="curve",
        GROWTH_CURVES=str(curves),
        OUTPUT="memory:",
        MANIFEST=str(tmp_path / "run.json"),
    )
    path = path_of(result["OUTPUT"])
    assert path["乙", 2055]["stock_tc"] == pytest.approx(100.0 + 40.0)
    removals = sum(path["乙", year]["removal_tco2e_a"] for year in range(2026, 2056))
    assert removals / CO2 == pytest.approx(40.0, rel=1e-12)
    assert path["乙", 2055]["cumulative_removal_tco2e"] == pytest.approx(removals, rel=1e-12)
    assert manifest_of(result)["growth_curves"][0]["source"] == "hand"


def test_stand_ages_of_a_table_set_the_growth(run, baseline, factors, tmp_path):
    """Half the forest is old and grows no more, half grows from 10 to 30 t C/ha between 10 and 20 years."""
    curves = tmp_path / "curves.csv"
    head = "factor_set,carbon_class,kind,unit,age_a,density,source,evidence\n"
    points = ((0, 0), (10, 10), (20, 30), (100, 30))
    rows = "".join(
        f"*,mixed_forest,points,t C/ha,{age},{density},hand,secondary\n" for age, density in points
    )
    curves.write_text(head + rows, encoding="utf-8")
    ages = make_layer(
        [
            (None, {"carbon_class": "mixed_forest", "age_a": 10, "share": 0.5}),
            (None, {"carbon_class": "mixed_forest", "age_a": 60, "share": 0.5}),
        ]
    )
    result = run(
        "projectbaseline",
        BASELINE=baseline["OUTPUT_TABLE"],
        YEARS="2030,2060",
        FACTOR_SET=factors,
        GROWTH="curve",
        GROWTH_CURVES=str(curves),
        AGES=ages,
        OUTPUT="memory:",
    )
    path = path_of(result["OUTPUT"])
    assert path["乙", 2030]["stock_tc"] == pytest.approx(100.0 + 0.5 * 10.0)
    assert path["乙", 2060]["stock_tc"] == pytest.approx(100.0 + 0.5 * 20.0)
    assert path["乙", 2060]["removal_tco2e_a"] == 0.0


def test_a_layer_of_ages_may_name_an_age_here_and_a_group_there(run, baseline, factors, tmp_path):
    """NULL among the ages is no age: the planted half has that at which its curve holds 50 t C/ha, 5 years;
    the other half is 95 years old, when the curve of all has nothing left to grow."""
    curves = tmp_path / "curves.csv"
    head = "factor_set,carbon_class,age_group,kind,unit,age_a,density,source,evidence\n"
    points = (("", 0, 0), ("", 90, 60), ("planted", 0, 0), ("planted", 10, 100))
    rows = "".join(
        f"*,mixed_forest,{group},points,t C/ha,{age},{density},hand,secondary\n"
        for group, age, density in points
    )
    curves.write_text(head + rows, encoding="utf-8")
    ages = make_layer(
        [
            (None, {"carbon_class": "mixed_forest", "age_a": 95.0, "age_group": "", "share": 0.5}),
            (None, {"carbon_class": "mixed_forest", "age_a": None, "age_group": "planted", "share": 0.5}),
        ]
    )
    how = {"GROWTH": "curve", "GROWTH_CURVES": str(curves), "AGES": ages, "FACTOR_SET": factors}
    result = run("projectbaseline", BASELINE=baseline["OUTPUT_TABLE"], YEARS="2026", OUTPUT="memory:", **how)
    assert path_of(result["OUTPUT"])["乙", 2026]["stock_tc"] == pytest.approx(100.0 + 0.5 * 10.0)


def test_a_loss_ends_with_its_pool_and_is_told(run, baseline, factors, tmp_path):
    """Paddy soil of 40 t C/ha that loses 2 a year is empty after 20; its CH4 goes on."""
    result = run(
        "projectbaseline",
        BASELINE=baseline["OUTPUT_TABLE"],
        YEARS="2045,2046",
        FACTOR_SET=factors,
        OUTPUT="memory:",
        MANIFEST=str(tmp_path / "run.json"),
    )
    path = path_of(result["OUTPUT"])
    assert path["甲", 2045]["emission_tco2e_a"] == pytest.approx(2 * CO2 + 7.0)
    assert path["甲", 2046]["emission_tco2e_a"] == pytest.approx(7.0)
    assert path["甲", 2046]["stock_tc"] == pytest.approx(200.0 + 21 * 2 * 0.5)
    note = notes_of(result)["path_exhausted"]
    assert (note["count"], note["area_ha"]) == (1, pytest.approx(1.0))


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"YEARS": "2020"}, "before the year of the baseline (2025)"),
        ({"YEARS": "2025-2400"}, "300 years"),
        ({"YEARS": "soon"}, "“soon” is no year"),
        ({"START_YEAR": 2020}, "START_YEAR is 2020"),
        ({"BASELINE": "units"}, "carbon_class"),
        ({"BASELINE": "without year"}, "START_YEAR"),
        ({"FACTOR_SET": "cn_default"}, "FACTOR_SET with which it was made"),
        ({"GROWTH": "curve"}, "GROWTH_CURVES is empty"),
    ],
)
def test_what_gives_no_path_is_refused(refused, baseline, factors, change, part):
    bare = {"unit": "甲", "carbon_class": "paddy", "area_ha": 1.0}
    tables = {"units": baseline["OUTPUT"], "without year": make_layer([(None, bare)])}
    how = {"BASELINE": baseline["OUTPUT_TABLE"], "FACTOR_SET": factors, "YEARS": "2030", **change}
    how["BASELINE"] = tables.get(how["BASELINE"], how["BASELINE"])
    assert part in refused("projectbaseline", **how)


def test_a_cancelled_path_leaves_nothing(provider, baseline, factors, tmp_path):
    class Impatient(Log):
        def setProgress(self, progress: float) -> None:
            if progress > 50.0:
                self.cancel()
            QgsProcessingFeedback.setProgress(self, progress)

    import processing

    path = tmp_path / "path.gpkg"
    how = {"BASELINE": baseline["OUTPUT_TABLE"], "FACTOR_SET": factors, "YEARS": "2060", "OUTPUT": str(path)}
    with pytest.raises(QgsProcessingException, match="cancelled"):
        processing.run("dualcarbon:projectbaseline", how, feedback=Impatient())
    assert not path.exists()


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_csv_keeps_its_towns_apart_in_any_encoding(run, refused, factors, tmp_path, encoding):
    """Two towns of a CSV from a Chinese spreadsheet stay two; errors name the line of the file."""
    table = tmp_path / "baseline.csv"
    rows = "unit,carbon_class,area_ha,year\n东镇,mixed_forest,3,2025\n西镇,paddy,{area},2025\n"
    table.write_bytes(rows.format(area=2).encode(encoding))
    how = {"BASELINE": str(table), "FACTOR_SET": factors, "YEARS": "2026"}
    path = path_of(run("projectbaseline", **how, OUTPUT="memory:")["OUTPUT"])
    assert path["东镇", 2026]["stock_tc"] == pytest.approx(3 * 100.5)
    assert path["西镇", 2026]["stock_tc"] == pytest.approx(2 * 38.0)
    table.write_bytes(rows.format(area=-2).encode(encoding))
    assert "row 3, column “area_ha”: “-2”" in refused("projectbaseline", **how)


def test_a_table_of_three_columns_is_enough(run, factors):
    table = make_layer([(None, {"unit": "甲", "carbon_class": "mixed_forest", "area_ha": 3.0})])
    how = {"BASELINE": table, "FACTOR_SET": factors, "YEARS": "2030", "START_YEAR": 2020}
    assert run("projectbaseline", **how)["STOCK_END_TC"] == pytest.approx(3 * (100.0 + 10 * 0.5))
