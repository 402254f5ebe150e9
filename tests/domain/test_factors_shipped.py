# SPDX-License-Identifier: GPL-2.0-or-later
"""The shipped sets give the published totals, in the units and signs of the product."""

from __future__ import annotations

import csv
import math

import pandas as pd
import pytest
from dualcarbon.plugin.domain.classes import carbon_classes
from dualcarbon.plugin.domain.errors import FactorError
from dualcarbon.plugin.domain.factors import (
    POOLS,
    FactorSet,
    class_factors,
    factor_set_ids,
    factor_set_titles,
    load_factor_set,
    validate_factor_frame,
)
from dualcarbon.plugin.domain.factors.select import regional_rows
from dualcarbon.plugin.domain.text_tables import read_text_table
from dualcarbon.plugin.paths import RESOURCES

FACTORS = RESOURCES / "factors"
MHA_TC_TO_PG = 1e6 / 1e9

#: Areas of the third national land survey, Mha: paddy, irrigated and dry cropland.
SURVEY_CROPLAND = (31.39, 32.11, 64.36)


def term(factor_set: FactorSet, key: str, name: str) -> dict[str, object]:
    terms = factor_set.terms
    (record,) = terms[(terms["key"] == key) & (terms["term"] == name)].to_dict("records")
    return record


@pytest.fixture(scope="module")
def national() -> FactorSet:
    return load_factor_set("cn_default")


# --- national totals (GAPS.md section 2) -----------------------------------------------------


def test_national_areas_give_76_9_pg_c(national: FactorSet) -> None:
    """Forest 188.2, shrub 74.3, grass 281.3, cropland 171.3 Mha → 28.9, 7.08, 25.3, 15.5; sum 76.9 Pg C.

    The text splits the cropland of the field campaign (171.3 Mha) nowhere. Its two crop figures
    (15.5 all pools, 14.9 soil alone) together leave a paddy share of 24.4 to 25.4 %, and the
    third survey's share, whose paddy area 31.39 Mha the set itself cites at CN-paddy-ch4, is
    31.39 / 127.86 = 24.55 %. Irrigated and dry land carry the same density.
    """
    factors = class_factors(national)
    density = factors["density_tc_ha"]
    paddy_share = SURVEY_CROPLAND[0] / sum(SURVEY_CROPLAND)
    crop = paddy_share * density["paddy"] + (1 - paddy_share) * density["rainfed_cropland"]
    stocks = {
        "forest": 188.2 * density["mixed_forest"] * MHA_TC_TO_PG,
        "shrub": 74.3 * density["shrubland"] * MHA_TC_TO_PG,
        "grass": 281.3 * density["natural_grassland"] * MHA_TC_TO_PG,
        "crop": 171.3 * crop * MHA_TC_TO_PG,
    }
    assert stocks["forest"] == pytest.approx(28.9, abs=0.05)
    assert stocks["shrub"] == pytest.approx(7.08, abs=0.005)
    assert stocks["grass"] == pytest.approx(25.3, abs=0.05)
    assert stocks["crop"] == pytest.approx(15.5, abs=0.05)
    assert sum(stocks.values()) == pytest.approx(76.9, abs=0.05)
    soil = factors["soc_tc_ha"]
    crop_soil = paddy_share * soil["paddy"] + (1 - paddy_share) * soil["rainfed_cropland"]
    assert 171.3 * crop_soil * MHA_TC_TO_PG == pytest.approx(14.9, abs=0.05)
    assert density["irrigated_cropland"] == density["rainfed_cropland"]


def test_forest_bounds_lie_inside_those_of_fully_correlated_pools(national: FactorSet) -> None:
    """GAPS.md adds the bounds of the pools (24.9–33.0 Pg C); independent pools give a narrower interval."""
    forest = class_factors(national).loc["mixed_forest"]
    low, high = (188.2 * forest[f"density_{end}_tc_ha"] * MHA_TC_TO_PG for end in ("low", "high"))
    assert 24.9 < low < 28.9 < high < 33.0


def test_national_fluxes_in_their_published_units(national: FactorSet) -> None:
    """155 Tg C/a forest biomass and 73 soil on 174 Mha; 26 cropland soil; rice 7.67 Tg CH4 (5.82–9.57)."""
    growth = float(term(national, "mixed_forest", "biomass_growth")["value"]) * 12 / 44
    soil = float(term(national, "mixed_forest", "soil")["value"]) * 12 / 44
    assert 174 * growth == pytest.approx(155, abs=0.5)
    assert 174 * soil == pytest.approx(73, abs=0.5)
    crop_soil = float(term(national, "rainfed_cropland", "soil")["value"]) * 12 / 44
    assert sum(SURVEY_CROPLAND) * crop_soil == pytest.approx(26, abs=0.5)
    rice = term(national, "paddy", "ch4")
    published = {"value": 7.67, "low": 5.82, "high": 9.57}
    for name, tg_ch4 in published.items():
        assert SURVEY_CROPLAND[0] * float(rice[name]) / 28 == pytest.approx(tg_ch4, abs=0.005)


def test_methane_is_an_emission_counted_positive(national: FactorSet) -> None:
    """File: −6.842 (−8.536 … −5.191), removal positive. Product: emission 6.842 (5.191 … 8.536)."""
    rice = term(national, "paddy", "ch4")
    assert rice["quantity"] == "emission"
    assert (rice["low"], rice["value"], rice["high"]) == (5.191, 6.842, 8.536)
    paddy = class_factors(national).loc["paddy"]
    assert paddy["emission_tco2e_ha_a"] == pytest.approx(6.842 + 0.4736, rel=1e-12)
    assert paddy["removal_tco2e_ha_a"] == pytest.approx(0.2031 * 44 / 12, rel=1e-12)


def test_no_gas_is_a_removal_and_nothing_is_negative() -> None:
    for name in factor_set_ids():
        terms = load_factor_set(name).terms
        gases = terms[terms["term"].isin(["ch4", "n2o"])]
        assert set(gases["quantity"]) == {"emission"}, name
        assert (terms["value"] >= 0).all(), name


def test_bounds_of_a_density_by_hand(national: FactorSet) -> None:
    """Rainfed cropland: half-widths 2.25, 0.51, 0.05, 6.43 (down) and 6.42 (up), in quadrature."""
    crop = class_factors(national).loc["rainfed_cropland"]
    value = 3 + 0.68 + 0.07 + 78.72
    assert crop["density_tc_ha"] == pytest.approx(value, rel=1e-12)
    down = math.sqrt(2.25**2 + 0.51**2 + 0.05**2 + 6.43**2)
    up = math.sqrt(2.25**2 + 0.51**2 + 0.05**2 + 6.42**2)
    assert crop["density_low_tc_ha"] == pytest.approx(value - down, abs=1e-9)
    assert crop["density_high_tc_ha"] == pytest.approx(value + up, abs=1e-9)
    assert crop["factor_grade"] == "memory"


# --- what the sets hold ----------------------------------------------------------------------


def test_every_set_covers_all_classes_and_pools_at_one_depth() -> None:
    for name in factor_set_ids():
        one = load_factor_set(name)
        factors = class_factors(one)
        assert set(factors.index) == set(carbon_classes().index), name
        assert factors[[f"{pool}_tc_ha" for pool in POOLS]].notna().all(axis=None), name
        depths = set(one.terms.loc[one.terms["term"] == "soc", "depth_cm"])
        assert depths == {one.soil_depth_cm}, name
        assert one.flux_family == "process_flux"
        assert one.gwp == "AR5"
        assert one.terms["source"].ne("").all()


def test_set_loads_every_row_of_its_file(national: FactorSet) -> None:
    with (FACTORS / "cn_default.csv").open(encoding="utf-8") as stream:
        rows = {row["row_id"] for row in csv.DictReader(stream)}
    assert set(national.terms["row_id"]) == rows
    assert len(rows) == 169


def test_weak_is_what_nobody_read(national: FactorSet) -> None:
    terms = national.terms.set_index("row_id")
    assert not terms.at["CN-paddy-soc", "weak"]  # primary
    assert not terms.at["CN-rainfed_cropland-soc", "weak"]  # derived, verified
    assert terms.at["CN-bamboo-agb", "weak"]  # derived, not verified
    assert terms.at["CN-tidal_flat-burial", "weak"]  # placeholder
    assert terms.at["CN-paddy-biomass_growth", "weak"]  # memory


def test_gaps_counts_the_same_weak_rows(national: FactorSet) -> None:
    """GAPS.md 4.2: 56 of 169 rows are memory or placeholder."""
    assert national.terms["evidence"].isin(["memory", "placeholder"]).sum() == 56


def test_tier1_needs_a_climate() -> None:
    with pytest.raises(FactorError, match="ipcc_default/warm_temperate_moist"):
        load_factor_set("ipcc_default")
    with pytest.raises(FactorError, match="high_activity_clay_soils"):
        load_factor_set("ipcc_default/boreal/volcanic_soils")


def test_tier1_forest_is_2_3_times_the_chinese_mean() -> None:
    """GAPS.md: 105 against 46 t C/ha of biomass in the warm temperate moist zone."""
    tier1 = class_factors(load_factor_set("ipcc_default/warm_temperate_moist")).loc["mixed_forest"]
    china = class_factors(load_factor_set("cn_default")).loc["mixed_forest"]
    assert tier1["agb_tc_ha"] + tier1["bgb_tc_ha"] == pytest.approx(105, abs=0.5)
    assert china["agb_tc_ha"] + china["bgb_tc_ha"] == pytest.approx(46, abs=0.5)


def test_naming_the_default_soil_group_changes_nothing() -> None:
    short = load_factor_set("ipcc_default/tropical_wet")
    long = load_factor_set("ipcc_default/tropical_wet/high_activity_clay_soils")
    assert short.sha256 == long.sha256


def test_unknown_set_names_the_choices() -> None:
    with pytest.raises(FactorError, match="cn_default"):
        load_factor_set("china")


def test_titles_exist_in_both_languages() -> None:
    for language in ("en", "zh"):
        titles = factor_set_titles(language)
        assert tuple(titles) == factor_set_ids()
        assert len(set(titles.values())) == len(titles)
    assert factor_set_titles()["ipcc_default/boreal"] == load_factor_set("ipcc_default/boreal").title


# --- regional sets ---------------------------------------------------------------------------

#: Li Yin et al. 2016, Table 3 (Zhejiang): area in 100 ha; tree, shrub-herb, litter, soil in t C/ha.
ZHEJIANG_BROADLEAF = [
    (24, 17.57, 3.07, 3.47, 86.37),  # Cinnamomum camphora
    (216, 19.15, 1.70, 0.95, 147.61),  # softwood
    (671, 23.08, 1.84, 2.13, 115.92),  # hardwood
    (744, 30.91, 3.41, 2.66, 81.09),  # Schima superba
    (2030, 23.38, 2.55, 2.08, 109.19),  # Quercus
    (10028, 25.10, 3.43, 2.88, 106.24),  # mixed broadleaved
]
ZHEJIANG_SINGLE = {
    "mixed_forest": (5676, 28.15, 3.89, 2.77, 90.81),
    "bamboo": (8834, 23.78, 0.94, 0.63, 71.63),
}


def test_zhejiang_set_gives_the_stocks_of_its_forest_table() -> None:
    factors = class_factors(load_factor_set("cn_33"))
    for name, (area, *pools) in ZHEJIANG_SINGLE.items():
        assert factors.at[name, "density_tc_ha"] == pytest.approx(sum(pools), abs=0.02), name
        assert area * 100 * factors.at[name, "density_tc_ha"] / 1e6 == pytest.approx(
            {"mixed_forest": 71.30, "bamboo": 85.67}[name], abs=0.02
        )
    total_area = sum(row[0] for row in ZHEJIANG_BROADLEAF)
    stock = sum(row[0] * sum(row[1:]) for row in ZHEJIANG_BROADLEAF)
    assert total_area * 100 == 1_371_300
    assert factors.at["broadleaf_forest", "density_tc_ha"] == pytest.approx(stock / total_area, abs=0.1)


def test_region_replaces_only_what_it_has_and_says_where_it_comes_from() -> None:
    national, zhejiang = load_factor_set("cn_default"), load_factor_set("cn_33")
    assert term(zhejiang, "bamboo", "soc")["row_id"] == "R33-bamboo-soc"
    assert term(zhejiang, "paddy", "soc") == term(national, "paddy", "soc")
    assert len(zhejiang.terms) == len(national.terms)
    assert any("Pinghu" in remark for remark in zhejiang.remarks)
    assert any("Maoyan Island" in remark for remark in zhejiang.remarks)


def test_comparison_rows_never_replace_anything() -> None:
    """Soil of the Mata catchment has no stated depth (override_ok = no): the national row stays."""
    shaanxi = load_factor_set("cn_61")
    assert term(shaanxi, "shrubland", "soc")["row_id"] == "CN-shrubland-soc"
    assert term(shaanxi, "shrubland", "agb")["row_id"] == "R61-shrubland-agb"


def test_two_values_for_one_region_leave_the_national_one() -> None:
    national = read_text_table(FACTORS / "cn_default.csv")
    regional = read_text_table(FACTORS / "regional_cn.csv")
    second = regional[regional["row_id"] == "R33-bamboo-soc"].copy()
    second.loc[:, ["row_id", "value", "region_name"]] = ["R33-bamboo-soc-2", "90", "Zhejiang, Anji"]
    doubled = pd.concat([regional, second])
    rows, remarks = regional_rows(national, doubled, "33")
    chosen = rows[(rows["class"] == "bamboo") & (rows["pool"] == "soc")]
    assert chosen["row_id"].tolist() == ["CN-bamboo-soc"]
    assert sum("not used" in remark and "bamboo soc" in remark for remark in remarks) == 2


def test_every_shipped_set_passes_the_checks_of_user_tables() -> None:
    frame = read_text_table(FACTORS / "cn_default.csv")
    assert validate_factor_frame(frame, "cn_default.csv", soil_depth_cm="0-100") == []
