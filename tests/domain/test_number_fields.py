# SPDX-License-Identifier: GPL-2.0-or-later
"""Fields of numbers as layers hold them: numbers, texts, NULL and what is none of these."""

from __future__ import annotations

import numpy as np
import pytest
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.number_fields import amounts_of_field, numbers_of_field

PLACE = {"layer": "图斑", "field": "MJ"}


def test_numbers_texts_and_blanks_of_one_field():
    read = numbers_of_field([1, 2.5, " 3.5 ", "4e2", None, "", "  "], list("abcdefg"), **PLACE)
    assert np.array_equal(read, [1.0, 2.5, 3.5, 400.0, np.nan, np.nan, np.nan], equal_nan=True)


def test_a_field_without_features():
    assert numbers_of_field([], [], **PLACE).shape == (0,)


@pytest.mark.parametrize("value", ["1,5", "1 000", "五", "nan", "inf", "-inf", float("nan"), float("inf")])
def test_what_is_no_number_is_refused_with_its_feature(value):
    with pytest.raises(InputError) as refusal:
        numbers_of_field([1.0, None, value, value], ["a", "b", "c", "d"], **PLACE)
    sentence = str(refusal.value)
    for part in ("“MJ”", "“图斑”", "(features: 2, first: c", f"“{value}”"):
        assert part in sentence


def test_an_amount_is_a_number_from_0_up():
    assert np.array_equal(amounts_of_field([0, "2.5", None], list("abc"), **PLACE), [0.0, 2.5, np.nan], True)
    with pytest.raises(InputError) as refusal:
        amounts_of_field([1.0, None, "-2", -0.5], list("abcd"), **PLACE)
    for part in ("“MJ”", "“图斑”", "negative (features: 2, first: c, value -2.0)"):
        assert part in str(refusal.value)
    with pytest.raises(InputError, match="no number"):
        amounts_of_field([1.0, "many"], list("ab"), **PLACE)
