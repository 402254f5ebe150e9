# SPDX-License-Identifier: GPL-2.0-or-later
"""Sizes in sentences: never 0.0 of a unit for what is there."""

from __future__ import annotations

import pytest
from dualcarbon.plugin.domain.byte_sizes import size_text


@pytest.mark.parametrize(
    ("size_b", "text"),
    [
        (1e12, "1000.0 GB"),
        (2.34e9, "2.3 GB"),
        (1e8, "0.1 GB"),
        (8e7, "80.0 MB"),
        (1e5, "0.1 MB"),
        (32_000, "32.0 kB"),
        (0, "0.0 kB"),
    ],
)
def test_a_size_is_shown_in_the_unit_that_fits_it(size_b, text):
    assert size_text(size_b) == text
