# SPDX-License-Identifier: GPL-2.0-or-later
"""Mineral soil by hand: the worked examples, the linear transition, what is left out and what is refused."""

from __future__ import annotations

import math
from dataclasses import replace

import pandas as pd
import pytest
from dualcarbon.plugin.domain.classes import carbon_classes
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.mineral_soil import (
    LAND_COLUMNS,
    Land,
    SoilStock,
    climates,
    soil_account,
    soil_groups,
    soil_systems,
    stock_of,
)
from dualcarbon.plugin.domain.mineral_soil import stock as stock_module
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.text_tables import read_text_table
from dualcarbon.plugin.paths import RESOURCES

CO2 = 44 / 12
PLAIN = {
    "class_before": "rainfed_cropland",
    "class_after": "mixed_forest",
    "climate": "warm_temperate_moist",
    "soil_group": "high_activity_clay_soils",
    "management_before": "",
    "management_after": "",
    "input_before": "",
    "input_after": "",
    "paved_share": math.nan,
    "soc_before_tc_ha": math.nan,
    "soc_after_tc_ha": math.nan,
    "year": 2020,
    "area_ha": 30.0,
}


def land(*rows):
    made = [{**PLAIN, "id": f"p{n}", **row} for n, row in enumerate(rows, 1)]
    return pd.DataFrame(made, columns=list(LAND_COLUMNS))


def account(*rows, year=2025, transition_a=20, notes=None):
    frame = land(*rows)
    return soil_account(
        frame,
        frame["area_ha"].to_numpy(float),
        year=year,
        transition_a=transition_a,
        layer="DLTB",
        notes=NoteBook() if notes is None else notes,
    )


def measured(before, after, **more):
    return {"soc_before_tc_ha": before, "soc_after_tc_ha": after, **more}


def stock(carbon_class, climate="warm_temperate_moist", soil="high_activity_clay_soils", **words):
    found = stock_of(Land(carbon_class, climate, soil, **words))
    assert isinstance(found, SoilStock), found
    return found.value


# Worked examples -----------------------------------------------------------------------------


def test_the_worked_example_of_a4():
    """30 ha, SOC 64 → 80: 24 t C/a, 88 t CO2/a removed for 20 years, nothing after."""
    found = account(measured(64.0, 80.0))
    assert found.total["change_tc_a"] == pytest.approx(24.0)
    assert found.total["removal_tco2e_a"] == pytest.approx(88.0)
    assert found.parcels["soc_tc_ha"][0] == pytest.approx(64 + 16 * 5 / 20)
    assert found.parcels["years_left"][0] == 15
    assert found.parcels["factor_grade"][0] == "measured"
    assert found.weak_share == 0.0
    assert account(measured(64.0, 80.0), year=2039).total["removal_tco2e_a"] == pytest.approx(88.0)
    after = account(measured(64.0, 80.0), year=2040)
    assert (after.total["removal_tco2e_a"], after.parcels["soc_tc_ha"][0]) == (0.0, 80.0)


def test_the_example_of_the_guidelines():
    """WE-IPCC-SOC (2006 Vol. 4, section 5.2.3.4; its text recalled): 58.78 → 64.06 Mt C, 0.264 Mt C/a.

    SOC_ref 88; before 400 000 ha F_I 0.92 and 600 000 ha F_I 1; after 200 000 ha as it was,
    700 000 ha reduced and 100 000 ha no tillage; F_LU 0.69 throughout.
    """
    low, middle, reduced, none = 88 * 0.69 * 0.92, 88 * 0.69, 88 * 0.69 * 1.08, 88 * 0.69 * 1.15
    parcels = [(200e3, low, low), (200e3, low, reduced), (500e3, middle, reduced), (100e3, middle, none)]
    rows = [measured(before, after, area_ha=area) for area, before, after in parcels]
    initial = account(*rows, year=2020).total
    assert initial["stock_tc"] / 1e6 == pytest.approx(58.78, abs=0.005)
    assert initial["change_tc_a"] / 1e6 == pytest.approx(0.264, abs=0.0005)
    assert account(*rows, year=2040).total["stock_tc"] / 1e6 == pytest.approx(64.06, abs=0.005)


def test_cropland_to_forest_by_factors():
    """64 × 0.69 = 44.16 → 64 t C/ha; 30 ha × 19.84 / 20 = 29.76 t C/a; ref ± 5 %, F_LU 0.5796–0.8004."""
    found = account({})
    assert found.total["change_tc_a"] == pytest.approx(29.76)
    width = 30 / 20 * CO2 * math.hypot((1 - 0.69) * 64 * 0.05, 64 * (0.8004 - 0.69))
    assert found.total["removal_tco2e_a"] == pytest.approx(29.76 * CO2)
    assert found.total["removal_tco2e_a_high"] == pytest.approx(29.76 * CO2 + width)
    assert found.total["removal_tco2e_a_low"] == pytest.approx(29.76 * CO2 - width)
    assert found.parcels["removal_tco2e_a_high"][0] == pytest.approx(found.total["removal_tco2e_a_high"])
    assert found.parcels["factor_grade"][0] == "secondary"


def test_forest_to_cropland_is_the_same_as_emission():
    gain = account({}).total
    loss = account({"class_before": "mixed_forest", "class_after": "rainfed_cropland"}).total
    assert (loss["removal_tco2e_a"], gain["emission_tco2e_a"]) == (0.0, 0.0)
    for bound in ("", "_low", "_high"):
        assert loss[f"emission_tco2e_a{bound}"] == pytest.approx(gain[f"removal_tco2e_a{bound}"])


def test_the_path_releases_what_the_stocks_differ_by():
    found = account({}, {"year": 2010, "class_after": "paddy", "area_ha": 10.0}, year=2025)
    path = found.path.set_index("year")
    assert list(path.index) == list(range(2025, 2040))
    first, second = 29.76 * CO2, 10 * (86.4 - 44.16) / 20 * CO2
    assert path.at[2029, "removal_tco2e_a"] == pytest.approx(first + second)
    assert path.at[2030, "removal_tco2e_a"] == pytest.approx(first)
    assert path.at[2025, "remaining_removal_tco2e"] == pytest.approx(14 * first + 4 * second)
    assert path.at[2039, "remaining_removal_tco2e"] == 0.0
    assert (path.at[2029, "area_ha"], path.at[2030, "area_ha"]) == (40.0, 30.0)


# Stocks --------------------------------------------------------------------------------------


def test_stocks_are_those_of_the_shipped_tier1_set():
    """The set's own soil rows were derived by its curators from the same factors, to four digits."""
    table = read_text_table(RESOURCES / "factors" / "ipcc_default.csv")
    soil = table[(table["kind"] == "stock") & (table["pool"] == "soc")]
    soil = soil[soil["soil_group"].isin(soil_groups()) & soil["climate"].isin(climates())]
    compared = 0
    for row in soil.to_dict("records"):
        if soil_systems()[row["class"]].land_use in ("settlement", "none"):
            continue
        value = stock(row["class"], row["climate"], row["soil_group"])
        assert value == pytest.approx(float(row["value"]), rel=1e-3), row["row_id"]
        compared += 1
    assert compared > 60


def test_management_and_input_by_hand():
    """Warm temperate moist: no tillage 1.10, high input with manure 1.44, low 0.92; grazing 0.90."""
    assert stock("rainfed_cropland", management="no_tillage", input="high_with_manure") == pytest.approx(
        64 * 0.69 * 1.10 * 1.44
    )
    assert stock("irrigated_cropland", input="low") == pytest.approx(64 * 0.69 * 0.92)
    assert stock("rainfed_cropland", management="set_aside") == pytest.approx(64 * 0.82)
    assert stock("natural_grassland", management="high_intensity_grazing") == pytest.approx(64 * 0.90)
    assert stock("managed_grassland", input="high") == pytest.approx(64 * 1.14 * 1.11)
    assert stock("natural_grassland", soil="sandy_soils") == 36.0


def test_every_carbon_class_has_its_place():
    assert set(soil_systems()) == set(carbon_classes().index)


def test_a_change_of_tillage_alone_is_a_change():
    """44.16 × 0.10 / 20 × 30 ha; the interval is that of the product, F_MG 1.056–1.144."""
    found = account({"class_after": "rainfed_cropland", "management_after": "no_tillage"})
    change = 44.16 * 0.10 / 20 * 30
    assert found.total["change_tc_a"] == pytest.approx(change)
    slopes = (0.69 * 0.10 * 3.2, 64 * 0.10 * 0.1104, 44.16 * 0.044)
    assert found.total["removal_tco2e_a_high"] == pytest.approx(
        change * CO2 + 30 / 20 * CO2 * math.sqrt(sum(slope**2 for slope in slopes))
    )


# Settlements and land without mineral soil ---------------------------------------------------


def test_a_skewed_factor_skews_a_loss_the_other_way(monkeypatch):
    """F_LU 0.69 (0.5796 to 0.70): the more soil is kept under crops, the less of the forest's is lost."""
    factor_row = stock_module.factor_row
    monkeypatch.setattr(stock_module, "factor_row", lambda *key: replace(factor_row(*key), high=0.70))
    rows = {"class_before": "mixed_forest", "class_after": "rainfed_cropland"}
    found = account(rows)
    # By hectare: SOC_ref 64 ± 3.2 times 1 − F_LU = 0.31, and 64 times the width of F_LU.
    low = math.hypot(64 * 0.01, 3.2 * 0.31)
    high = math.hypot(64 * 0.1104, 3.2 * 0.31)
    for of in (found.total, found.parcels.iloc[0]):
        assert of["emission_tco2e_a"] == pytest.approx(30 * 64 * 0.31 / 20 * CO2)
        assert of["emission_tco2e_a"] - of["emission_tco2e_a_low"] == pytest.approx(30 * low / 20 * CO2)
        assert of["emission_tco2e_a_high"] - of["emission_tco2e_a"] == pytest.approx(30 * high / 20 * CO2)


def test_built_over_land_keeps_its_soil_unless_a_paved_share_is_stated():
    notes = NoteBook()
    kept = account({"class_after": "residential"}, notes=notes)
    assert kept.total["emission_tco2e_a"] == 0.0
    assert kept.parcels["soc_after_tc_ha"][0] == 44.16
    (note,) = notes.of_kind("soil_kept")
    assert (note.count, note.area_ha, note.ids) == (1, 30.0, ("p1",))
    paved = account({"class_after": "transport", "paved_share": 0.5}, notes=(notes := NoteBook()))
    lost = 44.16 * 0.5 * 0.2
    assert paved.total["emission_tco2e_a"] == pytest.approx(30 * lost / 20 * CO2)
    assert paved.parcels["factor_grade"][0] == "memory"
    assert paved.weak_share == 1.0
    # The share under pavement has no interval: the bounds are those of the other factors, and it is told.
    (note,) = notes
    assert (note.kind, note.area_ha, note.ids) == ("pavement_without_interval", 30.0, ("p1",))


@pytest.mark.parametrize(
    ("row", "kind"),
    [
        ({"class_before": "residential"}, "soil_before_unknown"),
        ({"class_before": "industrial_mining", "class_after": "urban_green"}, "soil_before_unknown"),
        ({"class_after": "open_water"}, "no_mineral_soil"),
        ({"class_before": "tidal_flat"}, "no_mineral_soil"),
    ],
)
def test_land_without_a_figure_is_left_out_and_listed(row, kind):
    notes = NoteBook()
    found = account({}, row, notes=notes)
    assert list(found.known) == [True, False]
    assert found.parcels.iloc[1].drop("conversion_year").isna().all()
    assert found.total["area_ha"] == 30.0
    (note,) = notes.of_kind(kind)
    assert (note.count, note.area_ha, note.ids) == (1, 30.0, ("p2",))


def test_wetland_on_the_soil_group_of_dry_land_is_noted():
    """Warm temperate moist: wetland soils hold 135 t C/ha, high-activity clay soils 64."""
    notes = NoteBook()
    wet = {"class_before": "inland_wetland", "class_after": "rainfed_cropland"}
    found = account(wet, {**wet, "soil_group": "wetland_soils"}, notes=notes)
    assert list(found.parcels["soc_before_tc_ha"]) == [64.0, 135.0]
    assert notes.of_kind("wetland_on_dry_soil")[0].ids == ("p1",)


def test_measured_stocks_need_no_factor():
    notes = NoteBook()
    row = measured(
        70.0, 60.0, class_before="residential", class_after="open_water", climate="", soil_group=""
    )
    found = account(row, notes=notes)
    assert found.total["emission_tco2e_a"] == pytest.approx(30 * 10 / 20 * CO2)
    assert math.isnan(found.total["emission_tco2e_a_low"])
    (note,) = notes
    assert (note.kind, note.values["percent"], note.area_ha) == ("no_interval", 100.0, 30.0)


# Refusals ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("row", "parts"),
    [
        ({"climate": ""}, ("p2", "30.0000 ha", "CLIMATE")),
        ({"soil_group": ""}, ("p2", "SOIL_GROUP")),
        ({"climate": "tropical_dry", "soil_group": "spodic_soils"}, ("tropical_dry, spodic_soils",)),
        ({"climate": "somewhere"}, ("somewhere", "warm_temperate_moist")),
        ({"climate": "polar_moist"}, ("flu_annual_crops, polar_moist",)),
        ({"management_before": "ploughed"}, ("“ploughed”", "no_tillage")),
        ({"management_after": "no_tillage"}, ("“no_tillage”", "p2")),
        ({"input_before": "some"}, ("“some”", "high_with_manure")),
        ({"soc_before_tc_ha": 50.0}, ("one of the two dates", "p2")),
    ],
)
def test_what_cannot_be_told_names_features_area_and_remedy(row, parts):
    with pytest.raises(InputError) as caught:
        account({}, row)
    for part in ("DLTB", *parts):
        assert part in str(caught.value)
