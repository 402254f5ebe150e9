# SPDX-License-Identifier: GPL-2.0-or-later
"""Forest carbon of stands: worked examples, stands by hand, and what inventories do wrong."""

from __future__ import annotations

import math

import pytest
from layers_by_hand import make_layer, notes_of, rows_of, square

X, Y = 500_000.0, 3_300_000.0
CO2 = 44 / 12
COLUMNS = "kind,species,names,carbon_class,groups,parameter,by,from,to,value,low,high,unit,source,evidence"
HEADER = f"{COLUMNS},verified\n"
#: G_W, R, CF of WE-a (a3), a BCEF of removals of 0.9, and one of the growing stock.
WORKED = HEADER + (
    "species,fir,杉木|Chinese fir,needleleaf_forest,,,,,,,,,,,,\n"
    "parameter,fir,,,,biomass_growth,,,,4,,,t d.m./(ha·a),methods.md a3,sample,yes\n"
    "parameter,fir,,,,root_shoot_ratio,,,,0.24,,,ratio,methods.md a3,sample,yes\n"
    "parameter,*,,,,carbon_fraction,,,,0.47,,,ratio,methods.md a3,sample,yes\n"
    "parameter,fir,,,,bcef_r,,,,0.9,,,t d.m./m3,methods.md a3,sample,yes\n"
    "parameter,fir,,,,bcef_s,,,,0.6,,,t d.m./m3,by hand,sample,yes\n"
)


@pytest.fixture
def worked(tmp_path) -> str:
    path = tmp_path / "worked.csv"
    path.write_text(WORKED, encoding="utf-8")
    return str(path)


@pytest.fixture
def forest(run, tmp_path):
    """Run the tool on rows of (WKT, attributes) under planar areas; the result and the rows of its layer."""

    def call(rows, **more):
        settings = {
            "INPUT": make_layer(rows, name="小班"),
            "SPECIES_FIELD": "SHU_ZHONG",
            "FOREST_PARAMETERS": "ipcc/temperate",
            "AREA_RULE": "planar",
            "MANIFEST": str(tmp_path / "run.json"),
            "OUTPUT": "memory:",
            "OUTPUT_TABLE": "memory:",
        }
        result = run("forestcarbon", **{**settings, **more})
        return result, rows_of(result["OUTPUT"])

    return call


def stand(number: int, side: float = 100.0, **attributes):
    return square(X + 2_000 * number, Y, side), attributes


def test_worked_example_a3(forest, worked):
    """methods.md WE-a: 233.12 − 26.226 − 20.9808 = 185.9132 t C/a → −681.682 t CO2/a."""
    row = stand(0, 1_000.0, SHU_ZHONG="杉木", H=50.0, A_D=2.0, B_W=60.0, FD=0.3)
    result, (figures,) = forest(
        [row],
        FOREST_PARAMETERS=worked,
        METHOD="gain_loss",
        HARVEST_FIELD="H",
        DISTURBED_AREA_FIELD="A_D",
        BIOMASS_FIELD="B_W",
        DISTURBED_SHARE_FIELD="FD",
    )
    assert figures["area_ha"] == pytest.approx(100.0)
    assert figures["removal_tco2e_a"] == pytest.approx(233.12 * CO2)
    assert figures["emission_tco2e_a"] == pytest.approx((26.226 + 20.9808) * CO2)
    assert figures["net_tco2e_a"] == pytest.approx(-681.682, abs=5e-4)
    assert figures["accounts_for"] == "biomass_growth"
    assert figures["stock_tc"] is None
    assert result["TOTAL_REMOVAL_TCO2E_A"] == pytest.approx(233.12 * CO2)
    assert result["TOTAL_STOCK_TC"] is None


def test_stock_of_two_stands_by_hand(forest):
    """1 ha each. Masson pine 150 m³/ha: 150·0.7 = 105 t, R 0.29, CF 0.47; oak 80: 80·1.4 = 112 t, R 0.30."""
    rows = [
        stand(0, SHU_ZHONG="马尾松", XU_JI=150.0),
        stand(1, SHU_ZHONG="麻栎林", XU_JI=80.0),
    ]
    result, (pine, oak) = forest(rows, VOLUME_FIELD="XU_JI")
    assert pine["carbon_class"] == "needleleaf_forest"
    assert pine["agb_tc_ha"] == pytest.approx(105 * 0.47)
    assert pine["bgb_tc_ha"] == pytest.approx(105 * 0.29 * 0.47)
    assert pine["stock_tc"] == pytest.approx(105 * 1.29 * 0.47)
    assert oak["stock_tc"] == pytest.approx(112 * 1.30 * 0.47)
    assert (pine["soc_tc_ha"], pine["dom_tc_ha"], pine["removal_tco2e_a"]) == (None, None, None)
    assert (pine["method"], pine["accounts_for"]) == ("forest_volume", "agb,bgb")
    assert pine["soil_depth_cm"] is None
    # Relative widths below: BCEF (0.7−0.4)/0.7, 1+R (0.29−0.24)/1.29, CF (0.47−0.44)/0.47.
    down = math.sqrt((0.3 / 0.7) ** 2 + (0.05 / 1.29) ** 2 + (0.03 / 0.47) ** 2)
    assert pine["stock_tc_low"] == pytest.approx(pine["stock_tc"] * (1 - down))
    assert result["TOTAL_STOCK_TC"] == pytest.approx(pine["stock_tc"] + oak["stock_tc"])
    assert result["WEAK_SHARE"] == 0.0
    by_species = {row["species_id"]: row for row in rows_of(result["OUTPUT_TABLE"])}
    assert by_species["quercus"]["stands"] == 1
    assert by_species["quercus"]["volume_m3"] == pytest.approx(80.0)
    assert by_species["pinus_massoniana"]["stock_tc"] == pytest.approx(pine["stock_tc"])


def test_volume_per_hectare_and_official_area(forest):
    """1 ha drawn, 1.5 ha official: 100 m³/ha is 150 m³ of the stand by the rule “attribute”."""
    row = stand(0, SHU_ZHONG="杉木", XJ_HA=100.0, MIAN_JI=1.5)
    _result, (figures,) = forest(
        [row],
        VOLUME_FIELD="XJ_HA",
        VOLUME_KIND="m3_per_ha",
        AREA_RULE="attribute",
        AREA_FIELD="MIAN_JI",
        AREA_UNIT="ha",
    )
    assert figures["volume_m3_ha"] == pytest.approx(100.0)
    # 100 m³/ha is still in the class 41–100: BCEF 1.0; 100 t d.m./ha: R 0.29.
    assert figures["stock_tc"] == pytest.approx(150 * 1.0 * 1.29 * 0.47)


def test_stock_difference_of_a_growing_and_a_cut_stand(forest):
    """Pine 120 → 150 m³ in 5 years gains 30·0.7·1.29·0.47 t C; 150 → 120 loses as much."""
    rows = [
        stand(0, SHU_ZHONG="马尾松", V1=120.0, V2=150.0),
        stand(1, SHU_ZHONG="马尾松", V1=150.0, V2=120.0),
    ]
    result, (grown, cut) = forest(
        rows, METHOD="stock_difference", VOLUME_FIELD="V2", VOLUME_BEFORE_FIELD="V1", YEARS=5
    )
    change = 30 * 0.7 * 1.29 * 0.47 / 5 * CO2
    assert (grown["removal_tco2e_a"], grown["emission_tco2e_a"]) == (pytest.approx(change), 0.0)
    assert (cut["removal_tco2e_a"], cut["emission_tco2e_a"]) == (0.0, pytest.approx(change))
    assert cut["net_tco2e_a"] == pytest.approx(change)
    assert cut["accounts_for"] == "agb,bgb,biomass_growth"
    assert result["TOTAL_REMOVAL_TCO2E_A"] == pytest.approx(result["TOTAL_EMISSION_TCO2E_A"])


def test_unknown_species_stops_or_is_left_out_with_area_and_volume(forest, refused):
    rows = [stand(0, SHU_ZHONG="杉木", XU_JI=90.0), stand(1, SHU_ZHONG="火星树", XU_JI=55.0)]
    sentence = refused(
        "forestcarbon",
        INPUT=make_layer(rows, name="小班"),
        SPECIES_FIELD="SHU_ZHONG",
        VOLUME_FIELD="XU_JI",
        FOREST_PARAMETERS="ipcc/temperate",
        AREA_RULE="planar",
        OUTPUT="memory:",
    )
    assert "火星树 (1, 1.0000 ha, 55.0 m³)" in sentence
    assert "UNMAPPED" in sentence
    result, figures = forest(rows, VOLUME_FIELD="XU_JI", UNMAPPED="exclude")
    assert result["UNMAPPED_AREA_HA"] == pytest.approx(1.0)
    assert result["TOTAL_AREA_HA"] == pytest.approx(1.0)
    assert [row["SHU_ZHONG"] for row in figures] == ["杉木"]
    assert notes_of(result)["unmapped"]["area_ha"] == pytest.approx(1.0)


def test_bamboo_and_stands_without_volume_are_not_claimed(forest):
    rows = [
        stand(0, SHU_ZHONG="杉木", XU_JI=90.0),
        stand(1, SHU_ZHONG="毛竹", XU_JI=None),
        stand(2, SHU_ZHONG="马尾松", XU_JI=None),
    ]
    result, figures = forest(rows, VOLUME_FIELD="XU_JI")
    assert len(figures) == 1
    notes = notes_of(result)
    assert notes["bamboo_without_volume"]["area_ha"] == pytest.approx(1.0)
    assert notes["volume_missing"]["ids"] == ["3"]


@pytest.mark.parametrize(
    ("volume", "words"),
    [(-3.0, "negative"), (45_000.0, "VOLUME_KIND")],
)
def test_impossible_volumes_are_refused_by_stand(refused, volume, words):
    rows = [
        stand(0, SHU_ZHONG="杉木", XU_JI=90.0, XBH="7"),
        stand(1, SHU_ZHONG="杉木", XU_JI=volume, XBH="8"),
    ]
    sentence = refused(
        "forestcarbon",
        INPUT=make_layer(rows, name="小班"),
        SPECIES_FIELD="SHU_ZHONG",
        VOLUME_FIELD="XU_JI",
        ID_FIELD="XBH",
        FOREST_PARAMETERS="ipcc/temperate",
        AREA_RULE="planar",
        OUTPUT="memory:",
    )
    assert words in sentence
    assert "8" in sentence
    assert "小班" in sentence


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"METHOD": "stock", "HARVEST_FIELD": "V2"}, "HARVEST_FIELD"),
        ({"METHOD": "stock", "YEARS": 5}, "YEARS"),
        ({"METHOD": "gain_loss", "VOLUME_BEFORE_FIELD": "V2"}, "stock_difference"),
        (
            {"METHOD": "stock_difference", "VOLUME_BEFORE_FIELD": "V2", "YEARS": 5, "BARK_SHARE": 10},
            "BARK_SHARE",
        ),
        ({"METHOD": "stock_difference", "VOLUME_BEFORE_FIELD": "V2"}, "YEARS"),
        ({"METHOD": "gain_loss", "GROWTH": "increment"}, "INCREMENT_FIELD"),
        ({"METHOD": "gain_loss", "BIOMASS_FIELD": "V2"}, "DISTURBED_AREA_FIELD"),
        ({"METHOD": "stock", "FOREST_PARAMETERS": "ipcc/mars"}, "ipcc/temperate"),
    ],
)
def test_fields_of_another_method_are_refused(refused, settings, words):
    base = {
        "INPUT": make_layer([stand(0, SHU_ZHONG="杉木", V1=90.0, V2=80.0)], name="小班"),
        "SPECIES_FIELD": "SHU_ZHONG",
        "VOLUME_FIELD": "V1",
        "FOREST_PARAMETERS": "ipcc/temperate",
        "OUTPUT": "memory:",
    }
    assert words in refused("forestcarbon", **{**base, **settings})


def test_increment_harvest_under_bark_and_an_empty_harvest(forest):
    """Pine 150 m³/ha: BCEF_I 0.67, BCEF_R 0.77, R 0.29; 9 m³ under bark are 10 m³ over it."""
    rows = [
        stand(0, SHU_ZHONG="马尾松", XU_JI=150.0, SZL=6.0, CF_L=9.0),
        stand(1, SHU_ZHONG="马尾松", XU_JI=150.0, SZL=6.0, CF_L=None),
    ]
    result, (cut, left) = forest(
        rows,
        VOLUME_FIELD="XU_JI",
        METHOD="gain_loss",
        GROWTH="increment",
        INCREMENT_FIELD="SZL",
        HARVEST_FIELD="CF_L",
        BARK_SHARE=10.0,
    )
    assert cut["removal_tco2e_a"] == left["removal_tco2e_a"] == pytest.approx(6 * 0.67 * 1.29 * 0.47 * CO2)
    assert cut["emission_tco2e_a"] == pytest.approx(10 * 0.77 * 1.29 * 0.47 * CO2)
    assert left["emission_tco2e_a"] == 0.0
    # The table states no interval of BCEF for increment and removals.
    assert cut["removal_tco2e_a_low"] is None
    assert notes_of(result)["loss_read_as_none"]["ids"] == ["2"]


def test_values_by_age_group(forest, tmp_path):
    """A table of its own with BCEF by age group: 0.9 for young stands, 0.5 for the rest."""
    rows = [
        "parameter,*,,,,bcef_s,age_group,,1,0.9,,,t/m3,by hand,sample,yes",
        "parameter,*,,,,bcef_s,age_group,1,,0.5,,,t/m3,by hand,sample,yes",
        "parameter,*,,,,root_shoot_ratio,,,,0.25,,,ratio,by hand,sample,yes",
        "parameter,*,,,,carbon_fraction,,,,0.5,,,ratio,by hand,sample,yes",
    ]
    path = tmp_path / "groups.csv"
    path.write_text(HEADER + "\n".join(rows), encoding="gb18030")
    layer = [
        stand(0, SHU_ZHONG="栎类", XU_JI=80.0, LING_ZU="幼龄林"),
        stand(1, SHU_ZHONG="栎类", XU_JI=80.0, LING_ZU="4"),
    ]
    _result, (young, mature) = forest(
        layer, VOLUME_FIELD="XU_JI", AGE_GROUP_FIELD="LING_ZU", FOREST_PARAMETERS=str(path)
    )
    assert young["stock_tc"] == pytest.approx(80 * 0.9 * 1.25 * 0.5)
    assert mature["stock_tc"] == pytest.approx(80 * 0.5 * 1.25 * 0.5)
