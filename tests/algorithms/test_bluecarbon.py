# SPDX-License-Identifier: GPL-2.0-or-later
"""Blue carbon: the worked example of a5, what each status means, memo items, and what is refused."""

from __future__ import annotations

import pytest
from layers_by_hand import make_layer, notes_of, rows_of, square

X, Y = 500_000.0, 2_400_000.0
PLAIN = {"HABITAT_FIELD": "类型", "AREA_RULE": "planar", "OUTPUT": "memory:"}
CO2 = 44 / 12


def habitats(*rows):
    """Strips of the given hectares along a coast: (hectares, attributes)."""
    made, left = [], X
    for hectares, attributes in rows:
        made.append((square(left, Y, hectares * 10, 1000), attributes))
        left += hectares * 10
    return make_layer(made, crs="EPSG:4549", name="蓝碳生境")


def test_the_worked_example_of_a5(run):
    """Created mangrove 50, marsh 30, seagrass 20 ha: 81 + 27.3 + 8.6 = 116.9 t C/a = 428.633 t CO2/a."""
    layer = habitats(
        (50, {"类型": "红树林", "盐度": 30.0}),
        (30, {"类型": "滨海盐沼", "盐度": 25.0}),
        (20, {"类型": "海草床", "盐度": 33.0}),
    )
    result = run("bluecarbon", INPUT=layer, STATUS="created", SALINITY_FIELD="盐度", **PLAIN)
    assert result["BURIAL_TC_A"] == pytest.approx(116.9)
    assert result["TOTAL_REMOVAL_TCO2E_A"] == pytest.approx(428.633, abs=0.001)
    assert result["TOTAL_EMISSION_TCO2E_A"] == 0.0
    assert result["WEAK_SHARE"] == 1.0
    first, *_ = rows_of(result["OUTPUT"])
    assert (first["carbon_class"], first["method"]) == ("mangrove", "blue_carbon")
    assert (first["accounts_for"], first["soil_depth_cm"], first["stock_tc"]) == ("burial,ch4", None, None)


def test_status_and_salinity_by_field(run, tmp_path):
    """Fresh: 10 × 0.1937 × 27 t CO2e by AR6; drained 10 × 7.9 t C; measured 10 × 2.5 t C."""
    layer = habitats(
        (10, {"类型": "红树林", "状态": "修复", "盐度": 5.0, "埋藏": 0.0}),
        (10, {"类型": "盐沼", "状态": "围垦", "盐度": None, "埋藏": None}),
        (10, {"类型": "红树林", "状态": "现有", "盐度": None, "埋藏": 2.5}),
        (10, {"类型": "红树林", "状态": "新建", "盐度": None, "埋藏": None}),
        (10, {"类型": "红树林", "状态": "开挖", "盐度": None, "埋藏": None}),
    )
    result = run(
        "bluecarbon",
        INPUT=layer,
        **{**PLAIN, "OUTPUT": str(tmp_path / "蓝碳.gpkg")},
        STATUS_FIELD="状态",
        SALINITY_FIELD="盐度",
        BURIAL_FIELD="埋藏",
        GWP="AR6",
    )
    rewetted, drained, existing, new, extracted = rows_of(result["OUTPUT"])
    assert rewetted["ch4_tco2e_a"] == pytest.approx(10 * 0.1937 * 27)
    assert drained["emission_tco2e_a"] == pytest.approx(79 * CO2)
    assert (drained["accounts_for"], drained["soil_depth_cm"]) == ("soil,burial", "0-100")
    assert existing["removal_tco2e_a"] == pytest.approx(25 * CO2)
    assert (new["ch4_tco2e_a"], new["emission_tco2e_a"], new["net_tco2e_a"]) == (None, None, None)
    assert extracted["stock_loss_tco2"] == result["STOCK_LOSS_TCO2"] == pytest.approx(3860 * CO2)
    notes = notes_of(result)
    assert notes["salinity_unknown"]["area_ha"] == pytest.approx(10.0)
    assert {"drained_soil", "extraction_is_one_off"} <= set(notes)
    assert result["TOTAL_EMISSION_TCO2E_A"] == pytest.approx(10 * 0.1937 * 27 + 79 * CO2)


def test_a_salinity_for_all_that_state_none(run):
    layer = habitats((10, {"类型": "mangrove"}))
    how = {**PLAIN, "INPUT": layer, "STATUS": "rewetted"}
    assert run("bluecarbon", **how)["TOTAL_EMISSION_TCO2E_A"] is None
    assert run("bluecarbon", **how, SALINITY_PPT=12)["TOTAL_EMISSION_TCO2E_A"] == pytest.approx(54.236)
    assert run("bluecarbon", **how, SALINITY_PPT=18)["TOTAL_EMISSION_TCO2E_A"] == 0.0


def test_existing_stands_by_land_use_code(run, log):
    """0507 is mangrove, CN-mangrove-burial 1.796 t C; forest beside it is no habitat."""
    layer = habitats((10, {"类型": "0507"}), (5, {"类型": "0301"}))
    result = run("bluecarbon", INPUT=layer, CLASSIFICATION="cn_landsea_2023", **PLAIN)
    assert result["BURIAL_TC_A"] == pytest.approx(17.96)
    assert result["TOTAL_AREA_HA"] == pytest.approx(10.0)
    assert len(rows_of(result["OUTPUT"])) == 1
    assert log.said("no coastal habitat")


def test_existing_stands_take_no_accumulation_of_new_ones(run, log):
    layer = habitats((10, {"类型": "mangrove"}))
    result = run("bluecarbon", INPUT=layer, FACTOR_SET="ipcc_default/tropical_moist", **PLAIN)
    assert result["TOTAL_REMOVAL_TCO2E_A"] is None
    assert log.said("holds for created and rewetted stands alone")


def test_cultures_are_memo_items_and_never_a_removal(run, tmp_path):
    table = tmp_path / "养殖.csv"
    text = "name,kind,part,harvest_t,dry_share,carbon_share,source\n海带,algae,whole,1000,0.2,0.3,监测\n"
    table.write_bytes(text.encode("gb18030"))
    layer = habitats((10, {"类型": "海草床"}))
    how = {**PLAIN, "INPUT": layer, "STATUS": "created"}
    result = run("bluecarbon", **how, MEMO=str(table), OUTPUT_MEMO="memory:")
    assert result["MEMO_TC"] == pytest.approx(60.0)
    assert result["TOTAL_REMOVAL_TCO2E_A"] == pytest.approx(4.3 * CO2)
    (row,) = rows_of(result["OUTPUT_MEMO"])
    assert (row["name"], row["carbon_tco2"]) == ("海带", pytest.approx(220.0))
    assert run("bluecarbon", **how)["MEMO_TC"] == 0.0


@pytest.mark.parametrize(
    ("attributes", "more", "parts"),
    [
        ({"类型": "mangrove", "状态": "sold"}, {"STATUS_FIELD": "状态"}, ("“sold”", "rewetted")),
        ({"类型": "mangrove", "状态": "-3"}, {"SALINITY_FIELD": "状态"}, ("-3.0 ppt", "状态")),
        ({"类型": "mangrove", "状态": "咸"}, {"SALINITY_FIELD": "状态"}, ("“咸”", "no number")),
        ({"类型": "", "状态": ""}, {}, ("类型", "10.0000 ha")),
        ({"类型": "0301", "状态": ""}, {"CLASSIFICATION": "cn_third_survey"}, ("no coastal habitat",)),
        ({"类型": "鱼塘", "状态": ""}, {}, ("鱼塘",)),
        ({"类型": "mangrove", "状态": ""}, {"FACTOR_SET": "nowhere"}, ("nowhere",)),
    ],
)
def test_what_cannot_be_read_is_named(refused, attributes, more, parts):
    sentence = refused("bluecarbon", INPUT=habitats((10, attributes)), **PLAIN, **more)
    for part in parts:
        assert part in sentence
    assert "Traceback" not in sentence


def test_the_baseline_takes_burial_and_methane_from_the_method_layer(run, tmp_path):
    """10 ha of rewetted mangrove at 5 ppt: 16.2 t C removed, 1.937 t CH4; biomass and soil stay the set's."""
    coast = habitats((10, {"类型": "mangrove", "码": "mangrove"}))
    how = {"STATUS": "rewetted", "SALINITY_PPT": 5.0, "OUTPUT": str(tmp_path / "blue.gpkg")}
    made = run("bluecarbon", **{**PLAIN, "INPUT": coast, **how})
    account = {
        "INPUT": coast,
        "CLASS_FIELD": "码",
        "CLASSIFICATION": "carbon_class",
        "UNITS": coast,
        "AREA_RULE": "planar",
        "OUTPUT": "memory:",
    }
    plain = run("sinkbaseline", **account)
    with_method = run("sinkbaseline", **account, METHOD_LAYERS=[made["OUTPUT"]])
    assert plain["TOTAL_REMOVAL_TCO2E_A"] == pytest.approx(17.96 * CO2)
    assert with_method["TOTAL_REMOVAL_TCO2E_A"] == pytest.approx(16.2 * CO2)
    assert with_method["TOTAL_EMISSION_TCO2E_A"] == pytest.approx(10 * 0.1937 * 28)
    assert with_method["TOTAL_STOCK_TC"] == pytest.approx(plain["TOTAL_STOCK_TC"])


def test_methane_of_paddy_pond_and_wetland_stands_beside_what_they_remove(run):
    """By hectare: CH4 (with N2O of paddy) 6.842 + 0.4736, 1.931, 10.4; removal 0.2031, 0.22, 0.769 t C."""
    layer = habitats((10, {"类型": "paddy"}), (10, {"类型": "open_water"}), (10, {"类型": "inland_wetland"}))
    result = run(
        "sinkbaseline",
        INPUT=layer,
        CLASS_FIELD="类型",
        CLASSIFICATION="carbon_class",
        UNITS=layer,
        AREA_RULE="planar",
        OUTPUT="memory:",
        OUTPUT_TABLE="memory:",
    )
    rows = {row["carbon_class"]: row for row in rows_of(result["OUTPUT_TABLE"])}
    for name, emission, removal in (
        ("paddy", 6.842 + 0.4736, 0.2031),
        ("open_water", 1.931, 0.22),
        ("inland_wetland", 10.4, 0.769),
    ):
        assert rows[name]["emission_tco2e_a"] == pytest.approx(10 * emission)
        assert rows[name]["removal_tco2e_a"] == pytest.approx(10 * removal * CO2)
        assert rows[name]["net_tco2e_a"] == pytest.approx(10 * (emission - removal * CO2))
    assert result["TOTAL_EMISSION_TCO2E_A"] == pytest.approx(10 * (6.842 + 0.4736 + 1.931 + 10.4))


def test_the_dialog_offers_what_the_domain_knows(provider):
    from dualcarbon.plugin.algorithms.choices import GWP_REPORTS, HABITAT_STATUS, labels_of
    from dualcarbon.plugin.domain.blue_carbon import STATUS, methane_gwp

    assert set(HABITAT_STATUS) == set(STATUS) == set(labels_of("habitat_status"))
    assert [methane_gwp(name) for name in GWP_REPORTS] == [28, 27, 25, 21]
