# SPDX-License-Identifier: GPL-2.0-or-later
"""Stock lost once and removal forgone each year, with intervals (methods.md d, IPCC propagation)."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from dualcarbon.plugin.domain.carbon_at_stake import (
    carbon_at_stake,
    note_missing_factors,
    weak_share_of_carbon,
)
from dualcarbon.plugin.domain.notes import NoteBook
from plan_cases import factor_set

NAN = math.nan
FACTORS = factor_set(
    forest={"agb": (100, 90, 130), "soc": (55, 51, 61), "growth": (4.0, 3.0, 6.0)},
    built={"agb": (0, 0, 0), "soc": (20, 10, 40), "growth": (0.5, 0.4, 0.6)},
    paddy={"soc": (80, NAN, NAN), "growth": (0, NAN, NAN)},
    bare={"agb": (0, 0, 0), "soc": (42, 40, 44)},
)


def parts(*rows):
    """Parts from (group, before, after, ha)."""
    return pd.DataFrame(rows, columns=["group", "base_class", "plan_class", "area_ha"])


def one(*rows, horizon=20.0, factors=FACTORS):
    return carbon_at_stake(parts(*[(0, *row) for row in rows]), 1, factors, horizon).iloc[0]


def test_three_hectares_of_forest_cost_1485_tonnes():
    # methods.md WE-d: (155 − 20) t C/ha × 3 ha × 44/12.
    row = one(("forest", "built", 3.0))
    assert row["stock_loss_tco2"] == pytest.approx(1_485.0)
    assert row["removal_forgone_tco2e_a"] == pytest.approx(3 * (4.0 - 0.5))


def test_stock_and_flux_are_added_only_over_the_horizon():
    assert one(("forest", "built", 3.0), horizon=0.0)["carbon_tco2e"] == pytest.approx(1_485.0)
    assert one(("forest", "built", 3.0), horizon=10.0)["carbon_tco2e"] == pytest.approx(1_485.0 + 105.0)


def test_bounds_are_propagated_in_quadrature():
    # By hand, 1 ha: down = √((100−90)² + (55−51)² + (40−20)²), up = √((130−100)² + (61−55)² + (20−10)²).
    row = one(("forest", "built", 1.0))
    assert row["stock_loss_tco2_low"] == pytest.approx((135 - math.sqrt(100 + 16 + 400)) * 44 / 12)
    assert row["stock_loss_tco2_high"] == pytest.approx((135 + math.sqrt(900 + 36 + 100)) * 44 / 12)
    assert row["removal_forgone_tco2e_a_low"] == pytest.approx(3.5 - math.sqrt(1 + 0.01))
    assert row["removal_forgone_tco2e_a_high"] == pytest.approx(3.5 + math.sqrt(4 + 0.01))
    down = math.sqrt((100 + 16 + 400) * (44 / 12) ** 2 + 20**2 * (1 + 0.01))
    assert row["carbon_tco2e_low"] == pytest.approx(135 * 44 / 12 + 20 * 3.5 - down)


def test_several_present_covers_add_up_before_their_intervals_do():
    row = one(("forest", "built", 1.0), ("forest", "built", 2.0), ("bare", "built", 1.0))
    assert row["stock_loss_tco2"] == pytest.approx((3 * 135 + 22) * 44 / 12)
    # One draw for all forest and one for all built land: 3 ha and 4 ha.
    down = math.sqrt((3 * 10) ** 2 + (3 * 4) ** 2 + (1 * 2) ** 2 + (4 * 20) ** 2)
    assert row["stock_loss_tco2_low"] == pytest.approx((3 * 135 + 22 - down) * 44 / 12)


def test_a_factor_before_and_after_cancels():
    row = one(("forest", "forest", 5.0))
    assert (row["stock_loss_tco2"], row["stock_loss_tco2_low"], row["stock_loss_tco2_high"]) == (
        0.0,
        0.0,
        0.0,
    )
    part = one(("forest", "built", 1.0), ("built", "built", 7.0))
    assert part["stock_loss_tco2_low"] == pytest.approx(one(("forest", "built", 1.0))["stock_loss_tco2_low"])


def test_afforestation_is_a_negative_loss():
    assert one(("bare", "forest", 1.0))["stock_loss_tco2"] == pytest.approx(-(155 - 42) * 44 / 12)


def test_bounds_are_null_where_no_interval_is_known():
    row = one(("paddy", "paddy", 1.0), ("paddy", "forest", 0.0))
    assert row["stock_loss_tco2"] == 0.0
    lone = one(
        ("paddy", "orchard", 1.0),
        factors=factor_set(paddy={"soc": (80, NAN, NAN)}, orchard={"soc": (60, NAN, NAN)}),
    )
    assert lone["stock_loss_tco2"] == pytest.approx(20 * 44 / 12)
    assert math.isnan(lone["stock_loss_tco2_low"])
    assert math.isnan(lone["carbon_tco2e"])


def test_missing_factors_are_null_and_noted_never_zero():
    table = parts((0, "forest", "sea", 1.0), (1, "bare", "built", 2.0))
    result = carbon_at_stake(table, 3, FACTORS, 20.0)
    assert result.loc[0].isna().all()
    assert result.loc[1, "stock_loss_tco2"] == pytest.approx(2 * 22 * 44 / 12)
    assert math.isnan(result.loc[1, "removal_forgone_tco2e_a"])
    assert math.isnan(result.loc[1, "carbon_tco2e"])
    assert result.loc[2].isna().all()
    notes = NoteBook()
    note_missing_factors(table, FACTORS, notes)
    assert notes.of_kind("missing_stock_factor")[0].area_ha == 1.0
    assert "sea" in str(notes.of_kind("missing_stock_factor")[0])
    assert notes.of_kind("missing_removal_factor")[0].area_ha == 3.0


class TestPools:
    FACTORS = factor_set(
        forest={"agb": (50, 40, 60), "soc": (100, 90, 120), "growth": (3, 2, 4)},
        residential={"agb": (2, 1, 3), "growth": (0.5, 0.4, 0.6)},
        road={"soc": (30, 20, 40), "growth": (0, 0, 0)},
    )

    def test_a_pool_unknown_after_the_change_is_not_lost(self):
        # Only the biomass above ground is known on both sides: (50 − 2) · 44/12 on 1 ha.
        row = one(("forest", "residential", 1.0), factors=self.FACTORS)
        assert row["stock_loss_tco2"] == pytest.approx(48 * 44 / 12)
        assert row["stock_loss_tco2_low"] == pytest.approx((48 - math.sqrt(10**2 + 1**2)) * 44 / 12)
        assert row["carbon_tco2e"] == pytest.approx(48 * 44 / 12 + 20 * 2.5)

    def test_a_pool_unknown_before_the_change_is_not_gained(self):
        row = one(("residential", "forest", 2.0), factors=self.FACTORS)
        assert row["stock_loss_tco2"] == pytest.approx(-2 * 48 * 44 / 12)

    def test_without_a_common_pool_the_loss_is_null(self):
        row = one(("residential", "road", 1.0), factors=self.FACTORS)
        assert math.isnan(row["stock_loss_tco2"])
        assert math.isnan(row["carbon_tco2e"])
        assert row["removal_forgone_tco2e_a"] == pytest.approx(0.5)

    def test_the_ground_of_missing_pools_is_noted_with_the_pools(self):
        notes = NoteBook()
        changes = parts(
            (0, "forest", "residential", 1.0), (0, "forest", "road", 2.0), (0, "forest", "forest", 4.0)
        )
        note_missing_factors(changes, self.FACTORS, notes)
        (note,) = notes.of_kind("missing_stock_pool")
        assert (note.count, note.area_ha) == (2, 3.0)
        assert "forest → residential: soc; forest → road: agb" in str(note)
        assert notes.of_kind("missing_stock_factor") == []


class TestOverTheHorizon:
    def test_only_ground_with_both_quantities_counts(self):
        # bare land has a stock, but no flux: its 22 t C/ha are lost, and stay out of the sum over 20 years.
        row = one(("forest", "built", 1.0), ("bare", "built", 5.0))
        assert row["stock_loss_tco2"] == pytest.approx((135 + 5 * 22) * 44 / 12)
        assert row["removal_forgone_tco2e_a"] == pytest.approx(3.5)
        assert row["carbon_tco2e"] == pytest.approx(135 * 44 / 12 + 20 * 3.5)

    def test_a_class_that_only_emits_removes_nothing(self):
        factors = factor_set(
            forest={"soc": (80, 70, 90), "growth": (4, 3, 6)}, pond={"soc": (80, 70, 90), "ch4": (9, 5, 12)}
        )
        row = one(("forest", "pond", 2.0), factors=factors)
        assert row["removal_forgone_tco2e_a"] == pytest.approx(8.0)
        assert row["removal_forgone_tco2e_a_low"] == pytest.approx(6.0)
        assert row["carbon_tco2e"] == pytest.approx(20 * 8.0)
        notes = NoteBook()
        note_missing_factors(parts((0, "forest", "pond", 2.0)), factors, notes)
        assert list(notes) == []


class TestWeakShare:
    def test_is_the_part_of_all_terms_that_weak_rows_make(self):
        # forest → built, 1 ha: 366.667 (agb, weak) + 201.667 + 73.333 t CO2, and 20 · (4 + 0.5) t CO2e.
        factors = factor_set(
            weak=["agb"],
            forest={"agb": (100, 90, 130), "soc": (55, 51, 61), "growth": (4.0, 3.0, 6.0)},
            built={"agb": (0, 0, 0), "soc": (20, 10, 40), "growth": (0.5, 0.4, 0.6)},
        )
        share = weak_share_of_carbon(parts((0, "forest", "built", 1.0)), factors, 20.0)
        assert share == pytest.approx(366.6667 / (366.6667 + 201.6667 + 73.3333 + 90.0), rel=1e-6)

    def test_is_null_without_carbon(self):
        assert math.isnan(weak_share_of_carbon(parts((0, "bare", "built", 1.0)), FACTORS, 20.0))
        assert math.isnan(weak_share_of_carbon(parts((0, "forest", "forest", 1.0)), FACTORS, 20.0))
