# SPDX-License-Identifier: GPL-2.0-or-later
"""Stock, gain–loss and stock-difference of forest stands against hand computation and a brute force."""

from __future__ import annotations

import csv
import io
import itertools
import math
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pytest
from dualcarbon.plugin.domain.errors import FactorError, InputError
from dualcarbon.plugin.domain.forest import (
    GAIN_LOSS,
    STOCK,
    STOCK_DIFFERENCE,
    ForestParameters,
    Stands,
    forest_account,
    forest_parameters_from_frame,
    load_forest_parameters,
)
from dualcarbon.plugin.domain.notes import NoteBook
from hypothesis import given, settings
from hypothesis import strategies as st

CO2 = 44 / 12
HEADER = "kind,species,names,carbon_class,groups,parameter,by,from,to,value,low,high,unit,source,evidence"
#: Two species with values of their own, one shared carbon fraction; intervals by hand.
ROWS = (
    "species,fir,杉木,needleleaf_forest,,,,,,,,,,,",
    "species,oak,栎,broadleaf_forest,,,,,,,,,,,",
    "species,bamboo,竹,bamboo,,,,,,,,,,,",
    "parameter,fir,,,,bcef_s,volume_m3_ha,,100,0.6,0.5,0.8,t/m3,by hand,measured",
    "parameter,fir,,,,bcef_s,volume_m3_ha,100,,0.5,0.4,0.6,t/m3,by hand,measured",
    "parameter,oak,,,,bcef_s,,,,1.0,0.9,1.2,t/m3,by hand,memory",
    "parameter,fir,,,,root_shoot_ratio,,,,0.24,0.2,0.3,ratio,by hand,measured",
    "parameter,oak,,,,root_shoot_ratio,,,,0.30,0.2,0.4,ratio,by hand,measured",
    "parameter,*,,,,carbon_fraction,,,,0.47,0.44,0.49,ratio,by hand,measured",
    "parameter,fir,,,,bcef_r,,,,0.9,,,t/m3,by hand,measured",
    "parameter,fir,,,,bcef_i,,,,0.8,,,t/m3,by hand,measured",
    "parameter,fir,,,,biomass_growth,,,,4,3,5,t/ha/a,by hand,measured",
)


def parameters(*more: str) -> ForestParameters:
    rows = csv.DictReader(io.StringIO("\n".join([HEADER, *ROWS, *more])))
    return forest_parameters_from_frame(pd.DataFrame(list(rows), dtype=object), file="hand.csv")


HAND = parameters()


def stands(species: list[str], area: list[float], volume: list[float], **more: list[float]) -> Stands:
    unknown = np.full(len(area), math.nan)
    fields: dict[str, Any] = {name: np.array(values, dtype=float) for name, values in more.items()}
    fields = {"age_a": unknown, "age_group": unknown, **fields}
    return Stands(
        layer="小班",
        ids=np.array([str(number) for number in range(len(area))], dtype=object),
        species=np.array(species, dtype=object),
        area_ha=np.array(area, dtype=float),
        volume_m3=np.array(volume, dtype=float),
        **fields,
    )


def account(of: Stands, method: str = STOCK, table: ForestParameters = HAND, **more: Any):
    notes = NoteBook()
    return forest_account(of, table, method, notes, **more), notes


# --- worked examples -------------------------------------------------------------------------


def test_gain_of_the_ipcc_example():
    """WE-IPCC-GAIN: 100 000 ha × 4 t d.m. × (1 + 0.29) × 0.47 = 242 520 t C/a."""
    found, _ = account(
        stands(["cunninghamia"], [100_000.0], [9_000_000.0], age_a=[15.0]),
        GAIN_LOSS,
        load_forest_parameters("ipcc/temperate"),
    )
    assert found.total["removal_tco2e_a"] == pytest.approx(242_520 * CO2, rel=1e-12)
    assert found.total["emission_tco2e_a"] == 0.0


def test_gain_and_loss_of_methods_a3():
    """233.12 − 26.226 − 20.9808 = 185.9132 t C/a; B_W of 60 t d.m./ha is 100 m³/ha × 0.6."""
    wood = stands(
        ["fir"], [100.0], [10_000.0], harvest_m3_a=[50.0], disturbed_ha_a=[2.0], disturbed_share=[0.3]
    )
    found, _ = account(wood, GAIN_LOSS)
    assert found.total["removal_tco2e_a"] / CO2 == pytest.approx(233.12, rel=1e-12)
    assert found.total["emission_tco2e_a"] / CO2 == pytest.approx(26.226 + 20.9808, rel=1e-12)
    assert found.total["net_tco2e_a"] == pytest.approx(-681.682, abs=5e-4)
    assert found.by_stand["accounts_for"].tolist() == ["agb,bgb,biomass_growth"]


def test_increment_and_bark():
    """8 m³/(ha·a) × 10 ha × 0.8 × 1.24 × 0.47; 45 m³ under bark with 10 % bark are 50 m³ over bark."""
    wood = stands(["fir"], [10.0], [900.0], increment_m3_ha_a=[8.0], harvest_m3_a=[45.0])
    found, _ = account(wood, GAIN_LOSS, bark_share=0.1)
    assert found.total["removal_tco2e_a"] == pytest.approx(8 * 10 * 0.8 * 1.24 * 0.47 * CO2, rel=1e-12)
    assert found.total["emission_tco2e_a"] == pytest.approx(26.226 * CO2, rel=1e-12)


def test_stock_difference_takes_the_class_of_each_date():
    """1 ha: 90 m³ × 0.6 before, 120 m³ × 0.5 now: 6 t d.m. in 3 years."""
    wood = stands(["fir"], [1.0], [120.0], volume_before_m3=[90.0])
    found, _ = account(wood, STOCK_DIFFERENCE, years=3.0)
    assert found.total["removal_tco2e_a"] == pytest.approx((60 - 54) * 1.24 * 0.47 / 3 * CO2, rel=1e-9)


def test_stock_difference_takes_the_age_of_each_date():
    """R 0.4 up to 20 years, 0.2 above: 50 m³ at 18, 60 m³ at 23."""
    table = parameters(
        "species,pine,松,needleleaf_forest,,,,,,,,,,,",
        "parameter,pine,,,,bcef_s,,,,0.5,,,t/m3,by hand,measured",
        "parameter,pine,,,,root_shoot_ratio,age_a,,20,0.4,,,ratio,by hand,measured",
        "parameter,pine,,,,root_shoot_ratio,age_a,20,,0.2,,,ratio,by hand,measured",
    )
    wood = stands(["pine"], [1.0], [60.0], volume_before_m3=[50.0], age_a=[23.0])
    found, _ = account(wood, STOCK_DIFFERENCE, table, years=5.0)
    change = (60 * 1.2 - 50 * 1.4) * 0.5 * 0.47 / 5 * CO2
    assert found.total["removal_tco2e_a"] == pytest.approx(change, rel=1e-9)


def test_disturbed_ground_loses_all_where_no_share_is_stated():
    """2 ha × 100 m³/ha × 0.6 t d.m./m³ × 1.24 × 0.47."""
    found, _ = account(stands(["fir"], [10.0], [1000.0], disturbed_ha_a=[2.0]), GAIN_LOSS)
    assert found.total["emission_tco2e_a"] == pytest.approx(2 * 100 * 0.6 * 1.24 * 0.47 * CO2, rel=1e-12)


def test_roots_of_disturbed_ground_go_by_its_stated_biomass():
    """No volume: R 0.4 up to 50 t d.m./ha, 0.2 above; 60 t d.m./ha on half a hectare."""
    table = parameters(
        "species,pine,松,needleleaf_forest,,,,,,,,,,,",
        "parameter,pine,,,,biomass_growth,,,,2,,,t/ha/a,by hand,measured",
        "parameter,pine,,,,root_shoot_ratio,agb_t_ha,,50,0.4,,,ratio,by hand,measured",
        "parameter,pine,,,,root_shoot_ratio,agb_t_ha,50,,0.2,,,ratio,by hand,measured",
    )
    wood = stands(["pine"], [1.0], [math.nan], disturbed_ha_a=[0.5], biomass_t_ha=[60.0])
    found, _ = account(wood, GAIN_LOSS, table)
    assert found.total["emission_tco2e_a"] == pytest.approx(0.5 * 60 * 1.2 * 0.47 * CO2, rel=1e-12)
    assert found.total["removal_tco2e_a"] == pytest.approx(2 * 1.2 * 0.47 * CO2, rel=1e-12)


# --- intervals -------------------------------------------------------------------------------


def test_widths_of_one_stand_add_in_quadrature():
    """IPCC 2006 V1 Ch3 eq. 3.1 with the lower widths 1/6, 0.04/1.24 and 0.03/0.47."""
    found, _ = account(stands(["fir"], [1.0], [80.0]))
    stock = 80 * 0.6 * 1.24 * 0.47
    down = math.sqrt((0.1 / 0.6) ** 2 + (0.04 / 1.24) ** 2 + (0.03 / 0.47) ** 2)
    up = math.sqrt((0.2 / 0.6) ** 2 + (0.06 / 1.24) ** 2 + (0.02 / 0.47) ** 2)
    assert found.by_stand["stock_tc_low"][0] == pytest.approx(stock * (1 - down))
    assert found.by_stand["stock_tc_high"][0] == pytest.approx(stock * (1 + up))


def brute_force(volumes: list[tuple[str, float]]) -> tuple[float, float]:
    """Bounds of the stock of stands on 1 ha each: every parameter moved to its bounds, one at a time."""
    middle = {"fir": (0.6, 0.24), "oak": (1.0, 0.30)}
    bounds = {
        "fir bcef": (0.5, 0.8),
        "oak bcef": (0.9, 1.2),
        "fir root": (0.2, 0.3),
        "oak root": (0.2, 0.4),
        "carbon": (0.44, 0.49),
    }

    def stock(moved: str, to: float) -> float:
        total = 0.0
        for species, volume in volumes:
            bcef, root = middle[species]
            bcef = to if moved == f"{species} bcef" else bcef
            root = to if moved == f"{species} root" else root
            total += volume * bcef * (1 + root) * (to if moved == "carbon" else 0.47)
        return total

    whole = stock("", 0.0)
    down = math.hypot(*(stock(name, low) - whole for name, (low, _) in bounds.items()))
    up = math.hypot(*(stock(name, high) - whole for name, (_, high) in bounds.items()))
    return whole - down, whole + up


@given(st.lists(st.tuples(st.sampled_from(["fir", "oak"]), st.floats(1, 99)), min_size=1, max_size=6))
@settings(max_examples=40)
def test_totals_move_with_their_parameters_as_a_brute_force_says(volumes):
    """Stands of a species, and the carbon fraction of all, are one draw; the rest is independent."""
    names, amounts = zip(*volumes)
    found, _ = account(stands(list(names), [1.0] * len(names), list(amounts)))
    low, high = brute_force(volumes)
    assert found.total["stock_tc_low"] == pytest.approx(low, rel=1e-9)
    assert found.total["stock_tc_high"] == pytest.approx(high, rel=1e-9)


def test_parameters_are_one_draw_for_both_dates():
    """A stand that did not change has a change of 0 ± 0, however uncertain its stock is."""
    found, _ = account(stands(["oak"], [1.0], [50.0], volume_before_m3=[50.0]), STOCK_DIFFERENCE, years=5.0)
    assert [found.total[f"removal_tco2e_a{bound}"] for bound in ("", "_low", "_high")] == [0.0, 0.0, 0.0]


def test_without_an_interval_bounds_are_unknown_and_the_share_is_told():
    wood = stands(["fir", "fir"], [1.0, 1.0], [80.0, 80.0], harvest_m3_a=[0.0, 5.0])
    found, notes = account(wood, GAIN_LOSS)
    assert found.by_stand["emission_tco2e_a_low"].isna().tolist() == [False, True]
    assert found.by_stand["removal_tco2e_a_low"].notna().all()
    assert found.shares["emission_tco2e_a"]["no_interval_share"] == 1.0
    assert [note.values["quantity"] for note in notes.of_kind("no_interval")] == ["emission_tco2e_a"]


# --- additivity ------------------------------------------------------------------------------

SPLIT = st.lists(
    st.tuples(st.sampled_from(["fir", "oak"]), st.floats(0.5, 50), st.floats(0, 300), st.floats(0.05, 0.95)),
    min_size=1,
    max_size=8,
)


@given(SPLIT, st.sampled_from([STOCK, STOCK_DIFFERENCE]))
@settings(max_examples=40)
def test_splitting_stands_keeps_totals_and_bounds(rows, method):
    """Two parts of a stand that share area and volume in proportion are the stand."""

    def of(parts: list[tuple[str, float, float]]):
        species, area, density = zip(*parts)
        volume = [a * d for a, d in zip(area, density)]
        before = [v * 0.8 for v in volume]
        return account(stands(list(species), list(area), volume, volume_before_m3=before), method, years=5.0)

    whole, _ = of([(name, area, density) for name, area, density, _ in rows])
    parts = [[(n, a * s, d), (n, a * (1 - s), d)] for n, a, d, s in rows]
    split, _ = of(list(itertools.chain.from_iterable(parts)))
    for name, figure in whole.total.items():
        assert split.total[name] == pytest.approx(figure, rel=1e-9, abs=1e-9, nan_ok=True), name


def test_figures_do_not_depend_on_the_order_of_stands():
    rng = np.random.default_rng(7)
    names = rng.choice(["fir", "oak"], 500).tolist()
    area, volume = rng.uniform(0.1, 30, 500), rng.uniform(0, 3000, 500)
    order = rng.permutation(500)
    first, _ = account(stands(names, area, volume))
    second, _ = account(stands([names[k] for k in order], area[order], volume[order]))
    assert first.total == pytest.approx(second.total, rel=0, abs=0, nan_ok=True)
    pd.testing.assert_frame_equal(first.by_species, second.by_species, check_exact=True)


def test_species_add_up_to_the_total():
    found, _ = account(stands(["fir", "oak", "fir"], [1.0, 2.0, 3.0], [50.0, 90.0, 200.0]))
    for name in ("area_ha", "stock_tc"):
        assert math.fsum(found.by_species[name]) == pytest.approx(found.total[name], rel=1e-12)
    assert found.by_species["stands"].tolist() == [2, 1]
    assert found.by_species["factor_grade"].tolist() == ["measured", "memory"]
    assert found.shares["stock_tc"]["weak_share"] == pytest.approx(
        found.by_species["stock_tc"][1] / found.total["stock_tc"]
    )


# --- what is not known -----------------------------------------------------------------------


def test_what_has_no_figures_claims_nothing_and_is_listed():
    wood = stands(
        ["fir", "fir", "bamboo", "fir", "oak"],
        [1.0, 2.0, 3.0, 0.0, 4.0],
        [50.0, math.nan, math.nan, 9.0, 0.0],
    )
    found, notes = account(wood)
    assert found.by_stand["accounts_for"].tolist() == ["agb,bgb", None, None, None, "agb,bgb"]
    assert found.total["area_ha"] == 5.0
    told = {note.kind: (note.area_ha, note.ids) for note in notes}
    assert told["volume_missing"] == (2.0, ("1",))
    assert told["bamboo_without_volume"] == (3.0, ("2",))
    assert told["stands_without_ground"][1] == ("3",)
    assert told["volume_zero"] == (4.0, ("4",))


def test_a_species_without_growth_keeps_its_stock_but_claims_no_flux():
    found, notes = account(stands(["fir", "oak"], [1.0, 1.0], [50.0, 50.0]), GAIN_LOSS)
    assert found.by_stand["accounts_for"].tolist() == ["agb,bgb,biomass_growth", "agb,bgb"]
    assert math.isnan(found.by_stand["removal_tco2e_a"][1])
    assert notes.of_kind("biomass_change_unknown")[0].ids == ("1",)


def test_a_species_without_a_parameter_is_refused_or_left_out():
    table = parameters("species,pine,松,needleleaf_forest,,,,,,,,,,,")
    wood = stands(["fir", "pine"], [1.0, 2.0], [50.0, 60.0])
    with pytest.raises(FactorError, match=r"1 stands.*2\.0000 ha.*pine"):
        account(wood, table=table)
    found, notes = account(wood, table=table, unmapped="exclude")
    assert found.unmapped_ha == 2.0
    assert notes.of_kind("no_forest_parameters")[0].ids == ("1",)


def test_without_a_root_ratio_not_even_the_wood_above_ground_is_claimed():
    table = parameters(
        "species,pine,松,needleleaf_forest,,,,,,,,,,,", "parameter,pine,,,,bcef_s,,,,0.5,,,t/m3,own,measured"
    )
    found, _ = account(stands(["fir", "pine"], [1.0, 2.0], [50.0, 60.0]), STOCK, table, unmapped="exclude")
    assert found.by_stand[["agb_tc_ha", "bgb_tc_ha", "stock_tc", "accounts_for"]].iloc[1].isna().all()
    assert found.total["area_ha"] == 1.0


def test_an_unknown_loss_leaves_the_gain_unclaimed_too():
    """One token answers for both: a removal without the loss of that ground would be too good."""
    wood = stands(["fir", "fir"], [1.0, 1.0], [50.0, 50.0], disturbed_ha_a=[0.5, 0.0])
    found, notes = account(replace(wood, disturbed_share=np.array([math.nan, math.nan])), GAIN_LOSS)
    assert found.by_stand["accounts_for"].tolist() == ["agb,bgb", "agb,bgb,biomass_growth"]
    assert math.isnan(found.by_stand["removal_tco2e_a"][0])
    assert found.total["removal_tco2e_a"] == pytest.approx(4 * 1.24 * 0.47 * CO2)
    assert notes.of_kind("biomass_change_unknown")[0].ids == ("0",)


def test_a_layer_in_which_nothing_is_known_is_refused():
    with pytest.raises(InputError, match="小班"):
        account(stands(["bamboo"], [1.0], [math.nan]))


def test_volumes_per_hectare_read_as_those_of_stands_are_doubted():
    """Three stands of 20 ha with 80 in the field: 4 m³/ha if it were the volume of the stand."""
    _, notes = account(stands(["fir"] * 3, [20.0] * 3, [80.0] * 3))
    assert notes.of_kind("volume_low")[0].values["mean"] == pytest.approx(4.0)
    _, notes = account(stands(["fir"] * 3, [20.0] * 3, [1600.0] * 3))
    assert notes.of_kind("volume_low") == []


def test_a_stand_that_grows_into_a_lower_bcef_is_told():
    """95 m³ × 0.6 = 57 t d.m., 101 m³ × 0.5 = 50.5: the table's step makes a growing stand emit."""
    wood = stands(["fir", "fir"], [1.0, 1.0], [101.0, 99.0], volume_before_m3=[95.0, 95.0])
    found, notes = account(wood, STOCK_DIFFERENCE, years=1.0)
    assert found.by_stand["emission_tco2e_a"][0] == pytest.approx(6.5 * 1.24 * 0.47 * CO2)
    assert notes.of_kind("class_step")[0].ids == ("0",)


def test_a_volume_that_only_rounding_lifts_above_a_class_stays_in_it():
    found, _ = account(stands(["fir"], [0.3], [0.3 * 100 * (1 + 1e-15)]))
    assert found.by_stand["agb_tc_ha"][0] == pytest.approx(60 * 0.47)


def test_no_disturbed_area_loses_nothing_whatever_the_share():
    wood = stands(["fir"], [1.0], [50.0], disturbed_ha_a=[0.0], disturbed_share=[math.nan])
    found, _ = account(wood, GAIN_LOSS)
    assert found.total["emission_tco2e_a"] == 0.0


def test_a_borrowed_bef_is_told_where_it_counts():
    """The BEF of the growing stock stands in for that of removals, but only where wood was cut."""
    table = parameters(
        "species,pine,松,needleleaf_forest,,,,,,,,,,,",
        "parameter,pine,,,,wood_density,,,,0.4,,,t/m3,by hand,measured",
        "parameter,pine,,,,bef,,,,1.5,,,ratio,by hand,measured",
        "parameter,pine,,,,root_shoot_ratio,,,,0.2,,,ratio,by hand,measured",
        "parameter,pine,,,,biomass_growth,,,,2,,,t/ha/a,by hand,measured",
    )
    wood = stands(["pine", "pine"], [1.0, 1.0], [50.0, 50.0], harvest_m3_a=[0.0, 5.0])
    found, notes = account(wood, GAIN_LOSS, table)
    assert found.total["emission_tco2e_a"] == pytest.approx(5 * 0.4 * 1.5 * 1.2 * 0.47 * CO2)
    assert notes.of_kind("expansion_borrowed")[0].ids == ("1",)


def test_harvest_above_the_growing_stock_is_told():
    _, notes = account(stands(["fir"], [1.0], [20.0], harvest_m3_a=[30.0]), GAIN_LOSS)
    assert notes.of_kind("harvest_above_volume")[0].ids == ("0",)
