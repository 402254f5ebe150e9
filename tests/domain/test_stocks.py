# SPDX-License-Identifier: GPL-2.0-or-later
"""Accounts: area table times factors, computed by hand."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import pytest
from dualcarbon.plugin.domain.errors import FactorError
from dualcarbon.plugin.domain.factors import factor_set_from_frame, load_factor_set
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.stocks import ACCOUNT_COLUMNS, account, known_sum, outputs_of
from hypothesis import given, settings
from hypothesis import strategies as st

CO2 = 44 / 12


def factors(*rows):
    """A set from (kind, class, pool or process, value, low, high, evidence)."""
    records = []
    for kind, name, term, value, low, high, evidence in rows:
        stock = kind == "stock"
        gas = term in ("ch4", "n2o")
        records.append(
            {
                "kind": kind,
                "class": name,
                "pool": term if stock else "",
                "process": "" if stock else term,
                "depth_cm": "0-100" if term == "soc" else "",
                "value": str(value),
                "low": str(low),
                "high": str(high),
                "unit": "t C/ha" if stock else ("t CO2e/(ha·a)" if gas else "t C/(ha·a)"),
                "source": "by hand",
                "evidence": evidence,
                "verified": "yes",
            }
        )
    return factor_set_from_frame(pd.DataFrame(records), file="hand.csv")


def cells(*rows):
    return pd.DataFrame(rows, columns=["unit", "carbon_class", "area_ha"])


HAND = factors(
    ("stock", "paddy", "agb", 4, 1, 5, "primary"),
    ("stock", "paddy", "soc", 100, 90, 120, "memory"),
    ("stock", "bamboo", "agb", 60, 52, 75, "primary"),
    ("flux", "paddy", "soil", 0.3, 0.1, 0.6, "primary"),
    ("flux", "paddy", "ch4", -7, -9, -4, "primary"),
    ("flux", "bamboo", "biomass_growth", -0.5, -1, 0.25, "primary"),
)


def test_stock_is_area_times_pools_and_the_interval_adds_in_quadrature():
    """2 ha paddy, 3 ha bamboo: 208 + 180 t C; down √(6² + 20² + 24²), up √(2² + 40² + 45²)."""
    total = account(cells((0, "paddy", 2.0), (0, "bamboo", 3.0)), HAND, NoteBook()).total
    assert total["stock_tc"] == pytest.approx(388.0)
    assert total["stock_tc_low"] == pytest.approx(388 - math.sqrt(36 + 400 + 576))
    assert total["stock_tc_high"] == pytest.approx(388 + math.sqrt(4 + 1600 + 2025))
    assert (total["agb_tc"], total["soc_tc"]) == pytest.approx((188.0, 200.0))


def test_removal_and_emission_are_both_positive_whatever_the_sign_in_the_table():
    """Paddy soil removes 0.3 t C, CH4 emits 7 t CO2e; a bamboo stand that loses 0.5 t C emits it."""
    total = account(cells((0, "paddy", 2.0), (0, "bamboo", 3.0)), HAND, NoteBook()).total
    assert total["removal_tco2e_a"] == pytest.approx(2 * 0.3 * CO2)
    assert total["emission_tco2e_a"] == pytest.approx(2 * 7 + 3 * 0.5 * CO2)
    assert total["net_tco2e_a"] == pytest.approx(14 + 1.5 * CO2 - 0.6 * CO2)
    # The loss lies between 1 and −0.25 t C: turned round with its sign.
    down, up = math.hypot(2 * (7 - 4), 3 * 0.75 * CO2), math.hypot(2 * (9 - 7), 3 * 0.5 * CO2)
    assert total["emission_tco2e_a_low"] == pytest.approx(14 + 1.5 * CO2 - down)
    assert total["emission_tco2e_a_high"] == pytest.approx(14 + 1.5 * CO2 + up)


def test_a_class_is_one_draw_over_all_units():
    """1 ha in each of two units: 10 + 10 wide in sum, not √200."""
    result = account(cells((0, "bamboo", 1.0), (1, "bamboo", 1.0)), HAND, NoteBook())
    assert result.total["stock_tc_low"] == pytest.approx(120 - 2 * 8)
    assert list(result.by_unit["stock_tc_low"]) == pytest.approx([52.0, 52.0])


def test_shares_tell_what_rests_on_weak_rows_and_what_has_no_interval():
    """Paddy soil is from memory: 200 of 388 t C; without its bounds the same share has no interval."""
    table = cells((0, "paddy", 2.0), (0, "bamboo", 3.0))
    assert account(table, HAND, NoteBook()).shares.loc["stock", "weak_share"] == pytest.approx(200 / 388)
    bare = factors(
        ("stock", "paddy", "agb", 4, 1, 5, "primary"),
        ("stock", "paddy", "soc", 100, "", "", "primary"),
        ("stock", "bamboo", "agb", 60, 52, 75, "primary"),
    )
    result = account(table, bare, NoteBook())
    assert result.shares.loc["stock", "no_interval_share"] == pytest.approx(200 / 388)
    assert result.total["stock_tc_low"] == pytest.approx(388 - math.hypot(6, 24))


def test_a_missing_pool_is_null_where_nothing_is_known_and_noted_with_its_area():
    notes = NoteBook()
    result = account(cells((0, "paddy", 2.0), (1, "bamboo", 3.0)), HAND, notes)
    by_unit = result.by_unit.set_index("unit")
    assert math.isnan(by_unit.loc[1, "soc_tc"])
    assert by_unit.loc[0, "soc_tc"] == pytest.approx(200.0)
    noted = {
        note.values["pool"]: (note.values["classes"], note.area_ha) for note in notes.of_kind("missing_pool")
    }
    assert noted == {
        "bgb": ("bamboo, paddy", 5.0),
        "dom": ("bamboo, paddy", 5.0),
        "soc": ("bamboo", 3.0),
    }


def test_a_set_without_fluxes_gives_null_not_zero():
    bare = factors(("stock", "paddy", "agb", 4, "", "", "primary"))
    total = account(cells((0, "paddy", 2.0)), bare, NoteBook()).total
    for name in ("removal_tco2e_a", "emission_tco2e_a", "net_tco2e_a", "stock_tc_low"):
        assert math.isnan(total[name]), name


def test_a_class_without_any_row_is_refused_with_its_area():
    with pytest.raises(FactorError, match=r"orchard.*4\.50 ha"):
        account(cells((0, "paddy", 2.0), (0, "orchard", 1.5), (1, "orchard", 3.0)), HAND, NoteBook())


def test_no_land_at_all_is_an_empty_account():
    result = account(cells(), HAND, NoteBook())
    assert list(result.by_unit.columns) == ["unit", *ACCOUNT_COLUMNS]
    assert len(result.by_unit) == 0
    assert result.total["area_ha"] == 0.0


def test_classes_without_any_flux_and_values_without_interval_are_noted():
    """3 ha of forest without flux rows; its 60 of 1 × 104 + 3 × 60 t C have no interval."""
    bare = factors(
        ("stock", "paddy", "soc", 104, 90, 120, "primary"),
        ("flux", "paddy", "soil", 0.3, 0.1, 0.6, "primary"),
        ("stock", "bamboo", "agb", 60, "", "", "primary"),
    )
    notes = NoteBook()
    result = account(cells((0, "paddy", 1.0), (0, "bamboo", 3.0)), bare, notes)
    missing = notes.of_kind("missing_factor")
    assert [(note.values["quantity"], note.values["classes"], note.area_ha) for note in missing] == [
        ("removal", "bamboo", 3.0),
        ("emission", "bamboo", 3.0),
    ]
    assert result.total["removal_tco2e_a"] == pytest.approx(0.3 * CO2)
    (interval,) = notes.of_kind("no_interval")
    assert interval.values["percent"] == pytest.approx(100 * 180 / 284)


def test_a_complete_set_gives_no_such_notes():
    notes = NoteBook()
    account(cells((0, "paddy", 1.0)), HAND, notes)
    assert not notes.of_kind("missing_factor")
    assert not notes.of_kind("no_interval")


def test_known_sum_tells_nothing_from_zero():
    assert known_sum([]) == 0.0
    assert known_sum([1.0, math.nan, 2.0]) == 3.0
    assert math.isnan(known_sum([math.nan]))


def test_number_outputs_carry_the_totals():
    result = account(cells((0, "paddy", 2.0)), HAND, NoteBook())
    outputs = outputs_of(result)
    assert outputs["TOTAL_STOCK_TC"] == result.total["stock_tc"] == pytest.approx(208.0)
    assert outputs["TOTAL_REMOVAL_TCO2E_A_HIGH"] == pytest.approx(2 * 0.6 * CO2)
    assert outputs["WEAK_SHARE"] == pytest.approx(200 / 208)


@pytest.mark.parametrize(
    ("name", "area_mha", "stock_pg"),
    [("mixed_forest", 188.2, 28.9), ("shrubland", 74.3, 7.08), ("natural_grassland", 281.3, 25.3)],
)
def test_national_areas_give_the_stocks_of_the_library(name, area_mha, stock_pg):
    """GAPS.md section 2: Pg C on the areas of the national field campaign."""
    total = account(cells((0, name, area_mha * 1e6)), load_factor_set("cn_default"), NoteBook()).total
    assert total["stock_tc"] / 1e9 == pytest.approx(stock_pg, abs=0.05)


AREAS = st.lists(
    st.tuples(st.integers(0, 3), st.sampled_from(["paddy", "bamboo"]), st.floats(0, 1e6, allow_nan=False)),
    min_size=1,
    max_size=12,
    unique_by=lambda row: row[:2],
)


@settings(max_examples=10)
@given(AREAS, st.randoms(use_true_random=False))
def test_sums_do_not_depend_on_the_order_and_units_add_up(rows, random):
    first = account(cells(*rows), HAND, NoteBook())
    mixed = list(rows)
    random.shuffle(mixed)
    second = account(cells(*mixed), HAND, NoteBook())
    pd.testing.assert_frame_equal(first.by_unit, second.by_unit, check_exact=True)
    assert {k: v for k, v in first.total.items() if v == v} == {
        k: v for k, v in second.total.items() if v == v
    }
    for name in ("area_ha", "agb_tc", "stock_tc"):
        assert np.nansum(first.by_unit[name]) == pytest.approx(first.total[name])
        assert np.nansum(first.by_class[name]) == pytest.approx(first.total[name])
