# SPDX-License-Identifier: GPL-2.0-or-later
"""Change of stock against worked examples and published figures."""

from __future__ import annotations

import pytest
from change_cases import CO2, stocks, transitions
from dualcarbon.plugin.domain.change import balance, category_matrix, change_account
from dualcarbon.plugin.domain.notes import NoteBook

#: WE-a of methods.md: t C/ha by pool.
WE_A = stocks(
    {
        "mixed_forest": {"agb": 50, "bgb": 12, "dom": 3, "soc": 90},
        "natural_grassland": {"agb": 2, "bgb": 6, "dom": 0, "soc": 80},
    }
)
#: Mata watershed: Liu Guan et al. 2021 (ChinaXiv:202103.00039V1), Tables 1 and 2: t C/ha of four pools …
MATA = {
    "mixed_forest": 163.7,
    "shrubland": 92.89,
    "natural_grassland": 97.26,
    "orchard": 95.73,
    "rainfed_cropland": 80.58,
    "bare_land": 40.9,
}
# … and hectares from 1999 (rows) to 2016 (columns), in the order of the classes above.
MATA_HA = (
    (5.21, 2.07, 1.96, 1.94, 0.27, 0.15),
    (7.53, 15.23, 17.96, 26.32, 3.08, 6.66),
    (0.83, 1.06, 4.99, 10.37, 1.55, 2.66),
    (6.1, 8.59, 20.43, 43.07, 2.68, 3.27),
    (0.11, 0.53, 3.38, 12.01, 1.28, 1.85),
    (0.15, 0.35, 5.86, 21.26, 1.05, 0.67),
)


def test_worked_example_a_stock_difference_over_five_years():
    """WE-a: 19 020 t C = 69 740 t CO2; after five years 19 420: 80 t C/a, 293.33 t CO2/a."""
    # 400 t C more are won where grassland (88 t C/ha) becomes forest (155 t C/ha).
    turned_ha = 400 / (155 - 88)
    cells = [
        (0, "mixed_forest", "mixed_forest", 100),
        (0, "natural_grassland", "mixed_forest", turned_ha),
        (0, "natural_grassland", "natural_grassland", 40 - turned_ha),
    ]
    total = change_account(transitions(cells), WE_A, 5, NoteBook()).total
    assert total["stock_before_tc"] == pytest.approx(19_020)
    assert total["stock_before_tc"] * CO2 == pytest.approx(69_740)
    assert total["stock_after_tc"] == pytest.approx(19_420)
    assert total["change_tc"] / 5 == pytest.approx(80)
    assert total["change_tco2e_a"] == pytest.approx(293.33, abs=0.005)
    assert total["area_ha"] == pytest.approx(140)
    assert total["changed_ha"] == pytest.approx(turned_ha)


def test_worked_example_a4_cropland_to_forest_over_the_transition_of_20_years():
    """WE-a a4: 30 ha from 64 to 80 t C/ha of soil are 24 t C/a = 88 t CO2/a."""
    factors = stocks({"rainfed_cropland": {"soc": 64}, "mixed_forest": {"soc": 80}})
    total = change_account(
        transitions([(0, "rainfed_cropland", "mixed_forest", 30)]), factors, 20, NoteBook()
    ).total
    assert total["change_tc"] / 20 == pytest.approx(24)
    assert total["change_tco2e_a"] == pytest.approx(88)


def test_yang_national_stocks_of_two_inventories():
    """4 717 Tg C (1977–1981) and 7 975 Tg C (2014–2018), 37 years apart: 3 258 Tg C, printed 88.0 Tg C/a.

    Yang et al. 2022, Biogeosciences 19, doi:10.5194/bg-19-2989-2022, abstract; figures here in t for Tg.
    """
    factors = stocks({"shrubland": {"agb": 4717}, "mixed_forest": {"agb": 7975}})
    total = change_account(transitions([(0, "shrubland", "mixed_forest", 1)]), factors, 37, NoteBook()).total
    assert total["change_tc"] == pytest.approx(3258)
    assert total["change_tco2e_a"] / CO2 == pytest.approx(88.0, rel=0.002)


@pytest.fixture(scope="module")
def mata():
    names = list(MATA)
    cells = [
        (0, names[row], names[column], area)
        for row, line in enumerate(MATA_HA)
        for column, area in enumerate(line)
    ]
    factors = stocks({name: {"agb": density} for name, density in MATA.items()})
    return change_account(transitions(cells), factors, 17, NoteBook())


def test_mata_stocks_and_change_agree_with_print_within_the_area_it_leaves_out(mata):
    """Printed 22 120.25, 23 808.61 and 1 688.36 t C: its areas add up to 242.48 ha, its mean to 243.99."""
    assert mata.total["stock_before_tc"] == pytest.approx(22_120.25, rel=0.015)
    assert mata.total["stock_after_tc"] == pytest.approx(23_808.61, rel=0.015)
    assert mata.total["change_tc"] == pytest.approx(1_688.36, rel=0.015)
    assert mata.total["stock_before_tc"] / mata.total["area_ha"] == pytest.approx(90.66, rel=0.005)
    assert mata.total["stock_after_tc"] / mata.total["area_ha"] == pytest.approx(97.58, rel=0.005)
    # The matrix as printed, multiplied out by hand.
    assert mata.total["stock_before_tc"] == pytest.approx(21_916.85, abs=0.01)
    assert mata.total["change_tc"] == pytest.approx(1_668.03, abs=0.01)


def test_mata_margins_are_the_areas_of_both_years(mata):
    opening = (11.60, 76.78, 21.46, 84.14, 19.16, 29.34)
    closing = (19.93, 27.83, 54.58, 114.97, 9.91, 15.26)
    table = balance(mata.by_transition).set_index("carbon_class")
    for name, first, second in zip(MATA, opening, closing):
        row = table.loc[name]
        assert (row["opening_ha"], row["closing_ha"]) == pytest.approx((first, second), abs=1e-9)
        assert row["opening_tc"] == pytest.approx(first * MATA[name])
        assert row["closing_tc"] == pytest.approx(second * MATA[name])
    assert mata.total["area_ha"] == pytest.approx(242.48, abs=1e-9)
    # On the diagonal 5.21 + 15.23 + 4.99 + 43.07 + 1.28 + 0.67 ha stay what they were.
    assert mata.total["changed_ha"] == pytest.approx(242.48 - 70.45, abs=1e-9)


def test_mata_as_land_use_change_between_ipcc_categories(mata):
    """Forest and shrub are forest land, orchard and crop are cropland: blocks of the printed matrix."""
    table = category_matrix(mata.by_transition).set_index(["from_category", "to_category"])["area_ha"]
    assert table["forest_land", "forest_land"] == pytest.approx(5.21 + 2.07 + 7.53 + 15.23)
    assert table["forest_land", "cropland"] == pytest.approx(1.94 + 0.27 + 26.32 + 3.08)
    assert table["cropland", "grassland"] == pytest.approx(20.43 + 3.38)
    assert table["other_land", "other_land"] == pytest.approx(0.67)
    assert table.sum() == pytest.approx(242.48)
