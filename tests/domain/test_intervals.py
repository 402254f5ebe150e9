# SPDX-License-Identifier: GPL-2.0-or-later
"""Intervals of sums against the IPCC equation worked by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest
from dualcarbon.plugin.domain.intervals import linear_bounds


def _array(*numbers: float) -> np.ndarray:
    return np.array(numbers, dtype=float)


def test_constructed_example_of_equation_3_2():
    """WE-UNC-02: 100 ± 10 %, 50 ± 20 %, −30 ± 50 % → ±17.179606773 % of |120|."""
    value = _array(100.0, 50.0, 30.0)
    half = value * _array(0.10, 0.20, 0.50)
    low, high = linear_bounds(_array(1.0, 1.0, -1.0), value, value - half, value + half)
    assert high - 120.0 == pytest.approx(1.2 * 17.179606773, rel=1e-9)
    assert 120.0 - low == pytest.approx(1.2 * 17.179606773, rel=1e-9)


def test_asymmetric_bounds_swap_with_a_negative_coefficient():
    low, high = linear_bounds(_array(-2.0), _array(10.0), _array(9.0), _array(13.0))
    assert (low, high) == (pytest.approx(-26.0), pytest.approx(-18.0))


def test_terms_without_interval_count_in_the_value_only():
    low, high = linear_bounds(
        _array(1.0, 1.0), _array(10.0, 5.0), _array(8.0, math.nan), _array(12.0, math.nan)
    )
    assert (low, high) == (pytest.approx(13.0), pytest.approx(17.0))


def test_nothing_known_gives_no_interval():
    low, high = linear_bounds(_array(1.0), _array(10.0), _array(math.nan), _array(math.nan))
    assert math.isnan(low)
    assert math.isnan(high)


def test_a_zero_coefficient_says_nothing_about_the_interval():
    low, high = linear_bounds(_array(0.0), _array(10.0), _array(8.0), _array(12.0))
    assert math.isnan(low)
    assert math.isnan(high)
