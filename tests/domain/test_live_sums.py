# SPDX-License-Identifier: GPL-2.0-or-later
"""Running sums: whatever enters and leaves, what is left is the exact sum of what stayed."""

from __future__ import annotations

import math

from dualcarbon.plugin.domain.live_balance.running_sums import RunningSums
from hypothesis import given
from hypothesis import strategies as st

AMOUNTS = st.lists(st.floats(-1e300, 1e300), max_size=30)


@given(AMOUNTS, AMOUNTS)
def test_what_leaves_leaves_no_trace(staying, leaving) -> None:
    sums: RunningSums[str] = RunningSums()
    sums.add_all("a", [*staying, *leaving])
    sums.add_all("a", leaving, -1)
    assert sums.value("a") == math.fsum(staying)


def test_large_and_small_amounts_keep_apart() -> None:
    """1e16 + 1 − 1e16 is 1, though no double holds 1e16 + 1."""
    sums: RunningSums[str] = RunningSums()
    sums.add_all("a", [1e16, 1.0, 5e-324])
    sums.add_all("a", [1e16], -1)
    assert sums.value("a") == 1.0
    sums.add_all("a", [1.0], -1)
    assert sums.value("a") == 5e-324


def test_an_account_that_nothing_was_added_to_is_empty() -> None:
    sums: RunningSums[str] = RunningSums()
    sums.add_all("a", [2.0, -2.0])
    assert (sums.value("b"), list(sums.items())) == (0.0, [])
