# SPDX-License-Identifier: GPL-2.0-or-later
"""The account of planned ground beside the live balance: the same figures as the sink baseline's account."""

from __future__ import annotations

import math
from dataclasses import replace

import pandas as pd
import pytest
from dualcarbon.plugin.domain.live_balance.ground_account import account_terms
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.stocks import account
from hypothesis import given
from hypothesis import strategies as st
from live_cases import Desk
from plan_cases import box, factor_set

NAN = math.nan
TERMS = factor_set(
    paddy={"soc": (80.0, 70.0, 90.0), "seq": (1.0, 0.5, 1.5), "ch4": (7.0, 5.0, 10.0)},
    forest={"agb": (40.0, 30.0, 50.0), "soc": (90.0, NAN, NAN), "seq": (3.0, 2.0, 4.0)},
    quarry={"soc": (10.0, 5.0, 15.0)},
    wetland={"ch4": (2.0, 1.0, 5.0)},
)
FACTORS = replace(TERMS, terms=TERMS.terms.assign(evidence="derived"))
CLASSES = ("paddy", "forest", "quarry", "wetland")
AREAS = st.dictionaries(st.sampled_from(CLASSES), st.floats(0.01, 1e4), min_size=1)


@given(AREAS)
def test_the_account_is_that_of_the_sink_baseline(area_ha: dict[str, float]) -> None:
    cells = pd.DataFrame(
        {"unit": 0, "carbon_class": list(area_ha), "area_ha": [float(area) for area in area_ha.values()]}
    )
    total = account(cells, FACTORS, NoteBook()).total
    made = account_terms(FACTORS).account(area_ha)
    for name in ("stock_tc", "removal_tco2e_a", "emission_tco2e_a"):
        told = [total[f"{name}{bound}"] for bound in ("", "_low", "_high")]
        assert list(getattr(made, name)) == pytest.approx(told, rel=1e-12, abs=1e-12, nan_ok=True), name
    assert made.net_tco2e_a == pytest.approx(total["net_tco2e_a"], rel=1e-9, abs=1e-9, nan_ok=True)
    assert made.unknown_ha == area_ha.get("wetland", 0.0)


def test_figures_by_hand() -> None:
    """2 ha of paddy and 1 ha of forest: 2·80 + 40 + 90 t C; a forest without emission adds none."""
    made = account_terms(FACTORS).account({"paddy": 2.0, "forest": 1.0})
    assert made.stock_tc[0] == 290.0
    # The forest's soil has no interval: the bounds are those of 2·80 ± 2·10 and 40 ± 10.
    assert made.stock_tc[1:] == pytest.approx((290.0 - math.hypot(20, 10), 290.0 + math.hypot(20, 10)))
    assert made.removal_tco2e_a[0] == 5.0
    assert made.emission_tco2e_a == pytest.approx((14.0, 10.0, 20.0))
    assert made.net_tco2e_a == 9.0


def test_ground_outside_the_land_cover_has_a_stock_but_no_change() -> None:
    """A forest of 40 m × 25 m is drawn where nobody knows what stands today (x > 160 m): 0.1 ha, 13 t C."""
    desk = Desk([("P0", "0301", box(10, 110, 20, 50))])
    before = desk.live.state().carbon
    desk.edit({"1": ("P1", "0301", box(300, 300, 40, 25))})
    after = desk.live.state().carbon
    assert after.closing.stock_tc[0] - before.closing.stock_tc[0] == pytest.approx(13.0)
    assert after.stock_change_tco2 == before.stock_change_tco2
    assert after.unmapped_ha - before.unmapped_ha == pytest.approx(0.1)
    assert after.compared_ha == before.compared_ha
