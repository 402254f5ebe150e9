# SPDX-License-Identifier: GPL-2.0-or-later
"""Texts of layers that a spreadsheet would calculate are made inert; codes and numbers stay as they are."""

from __future__ import annotations

import pytest
from dualcarbon.plugin.domain.spreadsheet_text import FORMULA_MARKS, inert
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    "text", ['=HYPERLINK("http://x")', "+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1+1"]
)
def test_what_would_be_calculated_gets_a_mark(text):
    assert inert(text) == f"'{text}"


@pytest.mark.parametrize(
    "text", ["-1", "+0.5", "-1,234.50", "-1e-05", "-inf", "0101", "-", "甲=乙", "a+b", ""]
)
def test_codes_and_numbers_stay(text):
    assert inert(text) == text


@given(st.text(max_size=20))
def test_nothing_but_a_number_or_a_lone_mark_begins_like_a_formula(text):
    made = inert(text)
    assert made in (text, f"'{text}")
    if len(text) > 1 and made.startswith(FORMULA_MARKS):
        assert float(made.replace(",", "")) is not None
