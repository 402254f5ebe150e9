# SPDX-License-Identifier: GPL-2.0-or-later
"""One method per pool and ground, one soil depth per account: what method layers are refused for."""

from __future__ import annotations

from dataclasses import replace

import pytest
from dualcarbon.plugin.domain.baseline import sink_baseline
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.methods import refuse_unfit_layers
from dualcarbon.plugin.domain.notes import NoteBook
from method_cases import land, layers, stand, units
from plan_cases import PLANE, box
from test_stocks import HAND, factors

PLOT = box(0, 0, 100, 100)


def baseline(methods, notes=None):
    notes = NoteBook() if notes is None else notes
    return sink_baseline(
        land(("bamboo", PLOT)), units(a=PLOT), PLANE, "planar", HAND, methods=methods, notes=notes
    )


def soil(geometry=PLOT, depth="0-100", **more):
    return stand(geometry, "soc,soil", method="mineral_soil", soc=70.0, soil_depth_cm=depth, **more)


@pytest.mark.parametrize("same_layer", [True, False])
def test_two_claims_of_one_pool_on_one_ground(same_layer):
    """The second stand starts 20 m inside the first: 0.2 ha have two figures for their biomass."""
    first, second = (
        stand(box(0, 0, 60, 100), "agb,bgb", agb=1.0),
        stand(box(40, 0, 60, 100), "dom,agb", agb=2.0),
    )
    named = {"stands": [first, second]} if same_layer else {"stands": [first], "survey": [second]}
    with pytest.raises(InputError) as caught:
        baseline(layers(**named))
    said = str(caught.value)
    assert "answer for agb on the same ground" in said
    assert "0.2000 ha" in said
    assert "1 (stands)" in said
    assert ("2 (stands)" if same_layer else "1 (survey)") in said


def test_slivers_of_digitising_are_no_second_claim():
    """5 mm × 100 m = 0.5 m² in common: noted, and the ground still adds up."""
    notes = NoteBook()
    rows = [stand(box(0, 0, 50.005, 100), "agb", agb=80.0), stand(box(50, 0, 50, 100), "agb", agb=80.0)]
    result = baseline(layers(stands=rows), notes)
    (note,) = notes.of_kind("method_noise")
    assert note.area_ha == pytest.approx(0.5 / 1e4)
    assert result.account.total["area_ha"] == pytest.approx(1.0, rel=1e-12)
    # One and a half square metres in a million at most: 80 t C by the two figures.
    assert result.account.total["agb_tc"] == pytest.approx(80.0, rel=1e-4)


def test_two_square_metres_in_common_are_no_sliver():
    rows = [stand(box(0, 0, 50.02, 100), "agb", agb=80.0), stand(box(50, 0, 50, 100), "agb", agb=80.0)]
    with pytest.raises(InputError, match=r"share 0\.0002 ha"):
        baseline(layers(stands=rows))


def test_touching_stands_claim_nothing_twice():
    notes = NoteBook()
    baseline(
        layers(
            stands=[stand(box(0, 0, 50, 100), "agb", agb=80.0), stand(box(50, 0, 50, 100), "agb", agb=1.0)]
        ),
        notes,
    )
    assert not notes.of_kind("method_noise")


@pytest.mark.parametrize("depth", ["0-30", None, ""])
def test_another_soil_depth_than_the_account(depth):
    with pytest.raises(InputError, match=r"One account has one soil depth") as caught:
        refuse_unfit_layers(layers(soils=[soil(depth=depth)]), HAND)
    assert "0-100 cm" in str(caught.value)
    assert "soils" in str(caught.value)


@pytest.mark.parametrize("depth", ["0-100", "0–100 cm"])
def test_the_same_depth_may_be_written_in_several_ways(depth):
    refuse_unfit_layers(layers(soils=[soil(depth=depth)]), HAND)
    with pytest.raises(InputError, match="One account has one soil depth"):
        refuse_unfit_layers(layers(soils=[soil(depth=depth.replace("100", "30"))]), HAND)


def test_depth_does_not_matter_where_no_soil_is_claimed():
    refuse_unfit_layers(layers(stands=[stand(PLOT, "agb", agb=1.0, soil_depth_cm="0-30")]), HAND)
    with pytest.raises(InputError, match="One account has one soil depth"):
        refuse_unfit_layers(layers(stands=[stand(PLOT, "soc", soc=1.0, soil_depth_cm="0-30")]), HAND)


def test_a_set_without_soil_takes_the_depth_of_the_layers_if_they_agree():
    biomass = factors(("stock", "bamboo", "agb", 60, 52, 75, "primary"))
    refuse_unfit_layers(layers(soils=[soil(depth="0-30")]), biomass)
    with pytest.raises(InputError, match="One account has one soil depth"):
        refuse_unfit_layers(layers(soils=[soil(depth="0-30")], others=[soil(depth="0-100")]), biomass)


def test_fluxes_beside_a_set_of_net_balances():
    nets = replace(HAND, flux_family="net_balance")
    refuse_unfit_layers(layers(stands=[stand(PLOT, "agb", agb=1.0)]), nets)
    with pytest.raises(InputError, match="already nets"):
        refuse_unfit_layers(layers(stands=[stand(PLOT, "agb,burial", agb=1.0)]), nets)


def test_annual_crops_do_not_grow():
    crop = {"carbon_class": "rainfed_cropland"}
    still = layers(stands=[stand(PLOT, "biomass_growth", removal=(0.0,), **crop)])
    refuse_unfit_layers(still, HAND)
    with pytest.raises(InputError, match=r"annual crops \(features: 1, "):
        refuse_unfit_layers(layers(stands=[stand(PLOT, "biomass_growth", removal=(2.0,), **crop)]), HAND)


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"accounts_for": "agb,roots"}, "“agb,roots”"),
        ({"accounts_for": None}, "must name one"),
        ({"accounts_for": "net_balance"}, "“net_balance”"),
        ({"method": None}, "“method” is empty"),
        ({"carbon_class": " "}, "“carbon_class” is empty"),
        ({"area_ha": 0.0}, "area_ha is empty or not above 0"),
        ({"area_ha": "wide"}, "“area_ha” of layer “stands” is no number"),
        ({"soc_tc_ha": 3.0}, "“soc_tc_ha” holds a figure that accounts_for does not claim"),
        ({"removal_tco2e_a": 3.0}, "“removal_tco2e_a” holds a figure that accounts_for does not claim"),
        ({"stock_tc": 81.0}, "81 against 80 t C"),
        (
            {"accounts_for": "ch4", "agb_tc_ha": None, "stock_tc": 80.0},
            "“stock_tc” holds a figure that accounts_for",
        ),
        ({"agb_tc_ha": -80.0, "stock_tc": -80.0}, "“agb_tc_ha” is below 0"),
        ({"accounts_for": "agb,ch4", "emission_tco2e_a": -1.0}, "“emission_tco2e_a” is below 0"),
        ({"stock_tc_low": 81.0, "stock_tc_high": 90.0}, "outside its bounds stock_tc_low"),
        ({"stock_tc_low": 70.0, "stock_tc_high": 79.0}, "outside its bounds stock_tc_low"),
    ],
)
def test_rows_that_do_not_say_what_they_mean(change, part):
    good = stand(PLOT, "agb", agb=80.0)
    with pytest.raises(InputError) as caught:
        layers(stands=[good, {**good, **change}])
    assert part in str(caught.value)
    assert "“stands”" in str(caught.value)
    assert "2" in str(caught.value)
