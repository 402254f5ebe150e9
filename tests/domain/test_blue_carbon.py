# SPDX-License-Identifier: GPL-2.0-or-later
"""Blue carbon by hand: accumulation of new stands, burial of existing ones, methane, drainage, memo items."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from dualcarbon.plugin.domain.blue_carbon import (
    HABITAT_COLUMNS,
    HABITATS,
    STATUS,
    blue_carbon,
    memo_items,
    methane_gwp,
    words_of,
)
from dualcarbon.plugin.domain.blue_carbon.factors import accumulation_rows, methane_rate, salinity_limit
from dualcarbon.plugin.domain.errors import FactorError, InputError
from dualcarbon.plugin.domain.factors import load_factor_set
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.text_tables import read_text_table
from dualcarbon.plugin.paths import RESOURCES
from hypothesis import given, settings
from hypothesis import strategies as st

CO2 = 44 / 12
PLAIN = {
    "habitat": "mangrove",
    "status": "created",
    "salinity_ppt": 30.0,
    "burial_tc_ha_a": math.nan,
    "area_ha": 50.0,
}
NATIONAL, TIER1 = "cn_default", "ipcc_default/tropical_moist"


def account(*rows, factors=NATIONAL, gwp="AR5", notes=None):
    made = [{**PLAIN, "id": f"h{n}", **row} for n, row in enumerate(rows, 1)]
    return blue_carbon(
        pd.DataFrame(made, columns=list(HABITAT_COLUMNS)),
        load_factor_set(factors),
        gwp=gwp,
        layer="蓝碳",
        notes=NoteBook() if notes is None else notes,
    )


# New stands ----------------------------------------------------------------------------------


def test_the_worked_example_of_a5():
    """50 × 1.62 + 30 × 0.91 + 20 × 0.43 = 116.9 t C/a → 428.633 t CO2/a."""
    found = account(
        {},
        {"habitat": "salt_marsh", "area_ha": 30.0, "status": "rewetted"},
        {"habitat": "seagrass", "area_ha": 20.0},
    )
    assert found.total["burial_tc_a"] == pytest.approx(116.9)
    assert found.total["removal_tco2e_a"] == pytest.approx(428.633, abs=0.001)
    assert found.total["emission_tco2e_a"] == 0.0
    down = CO2 * math.sqrt((50 * 0.32) ** 2 + (30 * 0.21) ** 2 + (20 * 0.23) ** 2)
    assert found.total["removal_tco2e_a_low"] == pytest.approx(found.total["removal_tco2e_a"] - down)
    assert found.weak_share == 1.0
    assert list(found.habitats["accounts_for"]) == ["burial,ch4"] * 3


@pytest.mark.parametrize(("salinity", "kg"), [(0.0, 193.7), (17.9, 193.7), (18.0, 0.0), (35.0, 0.0)])
def test_methane_below_18_ppt(salinity, kg):
    for habitat in ("mangrove", "salt_marsh"):
        found = account({"habitat": habitat, "salinity_ppt": salinity})
        assert found.total["ch4_tco2e_a"] == pytest.approx(50 * kg * 28 / 1000)
        assert found.total["emission_tco2e_a"] == found.total["ch4_tco2e_a"]
    assert account({"habitat": "seagrass", "salinity_ppt": salinity}).total["ch4_tco2e_a"] == 0.0


@pytest.mark.parametrize(("report", "gwp"), [("SAR", 21), ("AR4", 25), ("AR5", 28), ("AR6", 27)])
def test_methane_by_the_report_of_the_gwp(report, gwp):
    assert methane_gwp(report) == gwp
    found = account({"salinity_ppt": 5.0}, gwp=report)
    assert found.total["ch4_tco2e_a"] == pytest.approx(50 * 0.1937 * gwp)
    assert found.total["emission_tco2e_a_low"] == pytest.approx(50 * 0.0998 * gwp)


def test_without_salinity_methane_is_unknown_and_told_with_what_it_may_be():
    notes = NoteBook()
    found = account({"salinity_ppt": math.nan}, {}, notes=notes)
    assert found.habitats[["emission_tco2e_a", "net_tco2e_a", "ch4_tco2e_a"]].iloc[0].isna().all()
    assert found.habitats["removal_tco2e_a"][0] == pytest.approx(50 * 1.62 * CO2)
    assert found.total["emission_tco2e_a"] == 0.0
    (note,) = notes.of_kind("salinity_unknown")
    assert (note.count, note.area_ha, note.ids) == (1, 50.0, ("h1",))
    assert f"{50 * 0.1937 * 28:.4f}" in str(note)


def test_a_new_tidal_flat_has_no_accumulation():
    notes = NoteBook()
    found = account({"habitat": "tidal_flat"}, notes=notes)
    assert math.isnan(found.total["removal_tco2e_a"])
    assert notes.of_kind("no_accumulation")[0].area_ha == 50.0


# Existing stands -----------------------------------------------------------------------------


def test_an_existing_stand_takes_burial_and_methane_of_the_set():
    """CN-salt_marsh: burial 2.18 (0.07–9.55) t C, CH4 3.924 (1.226–5.887) t CO2e, by hectare."""
    found = account({"habitat": "salt_marsh", "status": "existing", "area_ha": 10.0})
    assert found.total["burial_tc_a"] == pytest.approx(21.8)
    assert found.total["removal_tco2e_a_high"] == pytest.approx(95.5 * CO2)
    assert found.total["emission_tco2e_a"] == pytest.approx(39.24)
    assert found.total["emission_tco2e_a_low"] == pytest.approx(12.26)
    # Burial was read in its source, CH4 derived from a rate by the hour: the weaker of the two is told.
    assert found.habitats["factor_grade"].tolist() == ["derived"]
    assert account({"habitat": "salt_marsh", "status": "existing", "area_ha": 10.0}, gwp="AR6").total[
        "emission_tco2e_a"
    ] == pytest.approx(39.24 * 27 / 28)


def test_an_existing_stand_never_takes_the_accumulation_of_new_ones():
    notes = NoteBook()
    rows = [{"habitat": habitat, "status": "existing"} for habitat in ("mangrove", "salt_marsh", "seagrass")]
    found = account(*rows, factors=TIER1, notes=notes)
    assert found.habitats["removal_tco2e_a"].isna().all()
    (note,) = notes.of_kind("no_burial")
    assert (note.count, note.area_ha) == (3, 150.0)


def test_the_bounds_of_a_sum_are_of_what_the_sum_holds():
    """An existing stand without burial has no emission to sum up, though its methane has a range."""
    known = {"salinity_ppt": 5.0, "area_ha": 10.0}
    found = account(known, {"status": "existing", "area_ha": 90.0}, factors=TIER1)
    assert found.habitats["emission_tco2e_a"].isna().tolist() == [False, True]
    for bound in ("", "_low", "_high"):
        name = f"emission_tco2e_a{bound}"
        assert found.total[name] == pytest.approx(account(known).total[name], rel=1e-12)


def test_methane_that_the_set_does_not_tell_is_not_claimed(tmp_path):
    own = tmp_path / "own.csv"
    own.write_text(
        "kind,class,pool,process,value,unit,depth_cm,source,evidence\n"
        "flux,mangrove,,burial,1.5,t C/(ha·a),,us,measured\n",
        encoding="utf-8",
    )
    found = account({"status": "existing", "area_ha": 2.0}, factors=str(own))
    assert found.habitats["accounts_for"].tolist() == ["burial"]
    assert found.habitats["ch4_tco2e_a"].isna().all()
    assert found.total["removal_tco2e_a"] == pytest.approx(3.0 * CO2)
    assert found.total["emission_tco2e_a"] == 0.0


def test_a_measured_burial_rate_comes_before_any_factor():
    notes = NoteBook()
    found = account(
        {"status": "existing", "burial_tc_ha_a": 2.5, "area_ha": 10.0},
        {"status": "existing", "burial_tc_ha_a": -0.5, "area_ha": 10.0},
        {"status": "created", "burial_tc_ha_a": 9.0},
        factors=TIER1,
        notes=notes,
    )
    assert list(found.habitats["burial_tc_a"]) == pytest.approx([25.0, -5.0, 81.0])
    assert found.habitats["removal_tco2e_a"][0] == pytest.approx(25 * CO2)
    assert found.habitats["emission_tco2e_a"][1] == pytest.approx(5 * CO2)
    assert math.isnan(found.habitats["removal_tco2e_a_low"][0])
    # In the sum the measured 25 t C are certain, the 50 ha of new mangrove hold 1.62 (1.3–2.0).
    assert found.total["removal_tco2e_a_low"] == pytest.approx((25 + 50 * 1.3) * CO2)
    assert found.total["removal_tco2e_a_high"] == pytest.approx((25 + 50 * 2.0) * CO2)
    assert notes.of_kind("burial_not_used")[0].ids == ("h3",)
    assert notes.of_kind("no_interval")[0].values["percent"] == pytest.approx(100 * 30 / 111)


def test_the_order_of_stands_changes_no_digit():
    rows = [
        {
            "status": "existing",
            "burial_tc_ha_a": 0.1 + number / 7,
            "area_ha": 3.3 * number,
            "salinity_ppt": 5.0,
        }
        if number % 3
        else {"status": "created", "area_ha": 0.7 * number, "salinity_ppt": 3.0 * number}
        for number in range(1, 12)
    ]
    first, second = account(*rows).total, account(*reversed(rows)).total
    assert {name: repr(value) for name, value in first.items()} == {n: repr(v) for n, v in second.items()}


# Drained and extracted -----------------------------------------------------------------------


def test_drained_soil_emits_and_buries_nothing():
    """7.9 (5.2–11.8) t C/(ha·a)."""
    found = account({"status": "drained", "salinity_ppt": math.nan, "area_ha": 10.0})
    assert found.total["emission_tco2e_a"] == pytest.approx(79 * CO2)
    assert found.total["emission_tco2e_a_low"] == pytest.approx(52 * CO2)
    assert found.total["emission_tco2e_a_high"] == pytest.approx(118 * CO2)
    assert (found.total["removal_tco2e_a"], found.total["burial_tc_a"]) == (0.0, pytest.approx(-79.0))
    assert found.habitats["accounts_for"][0] == "soil,burial"
    # What grows or is kept there now may emit methane: nobody counted it, and it is not 0.
    assert math.isnan(found.habitats["ch4_tco2e_a"][0])


def test_the_drained_soil_of_other_habitats_has_no_figure():
    notes = NoteBook()
    rows = [{"habitat": habitat, "status": "drained"} for habitat in ("seagrass", "tidal_flat")]
    found = account({"status": "drained", "habitat": "salt_marsh", "area_ha": 1.0}, *rows, notes=notes)
    assert found.habitats["emission_tco2e_a"].isna().tolist() == [False, True, True]
    assert found.habitats["removal_tco2e_a"].isna().tolist() == [False, True, True]
    assert found.total["emission_tco2e_a"] == pytest.approx(7.9 * CO2)
    assert notes.of_kind("no_drainage_rate")[0].ids == ("h2", "h3")
    assert notes.of_kind("drained_soil")[0].area_ha == 1.0
    assert notes.of_kind("salinity_unknown") == []


def test_extraction_is_a_loss_at_once_and_no_yearly_emission():
    """Mangrove 386 t C/ha to 1 m; a tidal flat has no figure."""
    notes = NoteBook()
    found = account({"status": "extracted", "area_ha": 2.0}, notes=notes)
    assert found.total["stock_loss_tco2"] == pytest.approx(2 * 386 * CO2)
    assert (found.total["emission_tco2e_a"], found.total["removal_tco2e_a"]) == (0.0, 0.0)
    flat = account({"status": "extracted", "habitat": "tidal_flat"}, notes=notes)
    assert math.isnan(flat.total["stock_loss_tco2"])
    assert len(notes.of_kind("extraction_is_one_off")) == 2


# Factors -------------------------------------------------------------------------------------


def test_one_accumulation_per_habitat_whatever_the_climate():
    rows = accumulation_rows()
    values = {name: set(group["value"]) - {"0"} for name, group in rows.groupby("class")}
    assert values == {"mangrove": {"1.62"}, "salt_marsh": {"0.91"}, "seagrass": {"0.43"}}


def test_methane_as_mass_is_the_shipped_row_in_co2_equivalents():
    table = read_text_table(RESOURCES / "factors" / "ipcc_default.csv").set_index("row_id")
    row = table.loc["IPCC-P-WS-ch4-low-salinity"]
    rate = methane_rate("fresh", "AR5")
    for own, name in ((rate.value, "value"), (rate.low, "high"), (rate.high, "low")):
        assert own == pytest.approx(-float(row[name]), rel=1e-3)
    assert salinity_limit() == 18.0


def test_an_unknown_report_and_a_set_that_hides_its_gwp_are_told(tmp_path):
    with pytest.raises(FactorError, match="AR9"):
        methane_gwp("AR9")
    own = tmp_path / "own.csv"
    own.write_text(
        "kind,class,pool,process,value,unit,depth_cm,source,evidence\n"
        "flux,mangrove,,burial,1.5,t C/(ha·a),,us,measured\n"
        "flux,mangrove,,ch4,-1,t CO2e/(ha·a),,us,measured\n",
        encoding="utf-8",
    )
    with pytest.raises(FactorError, match=r"GWP.*AR6"):
        account({"status": "existing"}, factors=str(own), gwp="AR6")


def test_words_for_habitats_and_status_in_chinese():
    assert words_of(["红树林", "Salt Marsh", "海草床", "鱼塘"], HABITATS) == {
        "红树林": "mangrove",
        "Salt Marsh": "salt_marsh",
        "海草床": "seagrass",
        "鱼塘": None,
    }
    assert words_of(["修复", "新建", "现有"], STATUS) == {
        "修复": "rewetted",
        "新建": "created",
        "现有": "existing",
    }


# Properties ----------------------------------------------------------------------------------

habitats = st.lists(
    st.fixed_dictionaries(
        {
            "habitat": st.sampled_from(("mangrove", "salt_marsh", "seagrass")),
            "status": st.sampled_from(tuple(STATUS)),
            "salinity_ppt": st.one_of(st.just(math.nan), st.floats(0, 40)),
            "burial_tc_ha_a": st.one_of(st.just(math.nan), st.floats(-2, 8)),
            "area_ha": st.floats(0.01, 1e4),
        }
    ),
    min_size=1,
    max_size=10,
)


@settings(max_examples=30)
@given(habitats)
def test_habitats_add_up_and_figures_are_positive(rows):
    found = account(*rows)
    for name in ("removal_tco2e_a", "emission_tco2e_a", "ch4_tco2e_a"):
        known = found.habitats[name].dropna()
        assert (known >= 0).all()
        if len(known):
            assert found.total[name] == pytest.approx(math.fsum(known), rel=1e-12)
    alone = pd.concat([account(row).habitats for row in rows], ignore_index=True)
    for name in ("removal_tco2e_a", "emission_tco2e_a_high", "stock_loss_tco2"):
        assert found.habitats[name].tolist() == pytest.approx(alone[name].tolist(), rel=1e-9, nan_ok=True)


@settings(max_examples=30)
@given(habitats)
def test_cutting_habitats_in_two_changes_nothing(rows):
    """Stands of one kind are one draw: the interval does not shrink by drawing lines through them."""
    halves = [{**row, "area_ha": row["area_ha"] / 2} for row in rows for _ in range(2)]
    whole, cut = account(*rows).total, account(*halves).total
    for name, value in whole.items():
        assert cut[name] == pytest.approx(value, rel=1e-9, abs=1e-9, nan_ok=True)


# Memo items ----------------------------------------------------------------------------------


def memo(*rows, columns=("name", "harvest_t", "dry_share", "carbon_share")):
    return pd.DataFrame(list(rows), columns=list(columns), index=range(2, len(rows) + 2), dtype=object)


def test_carbon_in_the_harvest_is_the_product_of_what_the_user_states():
    """1000 t kelp × 0.2 dry × 0.3 carbon = 60 t C; oyster without shares is NULL and listed."""
    notes = NoteBook()
    table = memo(("海带", "1000", "0.2", "0.3"), ("牡蛎", "500", "", ""))
    found = memo_items(table, file="养殖.csv", notes=notes)
    assert found["carbon_tc"][0] == pytest.approx(60.0)
    assert found["carbon_tco2"][0] == pytest.approx(220.0)
    assert math.isnan(found["carbon_tc"][1])
    assert notes.of_kind("memo_unknown")[0].ids == ("牡蛎",)


@pytest.mark.parametrize(
    "row", [("海带", "-1", "0.2", "0.3"), ("海带", "1", "20", "0.3"), ("海带", "1", "0.2", "a lot")]
)
def test_memo_cells_that_do_not_fit_name_their_row(row):
    with pytest.raises(InputError, match=r"养殖\.csv.*row 2"):
        memo_items(memo(row), file="养殖.csv", notes=NoteBook())


def test_a_memo_table_without_its_columns_is_told():
    with pytest.raises(InputError, match="dry_share, carbon_share"):
        memo_items(memo(("a", "1"), columns=("name", "harvest_t")), file="x", notes=NoteBook())
