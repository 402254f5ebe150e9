# SPDX-License-Identifier: GPL-2.0-or-later
"""The live balance against full checks: whatever is done to a plan, both tell the same."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from live_cases import STEPS, Desk, assert_carbon_by_hand, assert_like_full_check, do, squares


@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_equals_the_full_check_after_any_edits(steps) -> None:
    desk = Desk(squares())
    assert_like_full_check(desk)
    for step in steps:
        do(desk, *step)
        if desk.live.state().is_checkable:
            assert_like_full_check(desk)
            assert_carbon_by_hand(desk)
