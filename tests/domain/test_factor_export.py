# SPDX-License-Identifier: GPL-2.0-or-later
"""A set written as a table of one's own says what the set says, figure by figure."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from dualcarbon.plugin.domain.errors import FactorError
from dualcarbon.plugin.domain.factors import factor_set_from_frame, factor_set_ids, load_factor_set, table_of

NUMBERS = ["value", "low", "high"]


@pytest.mark.parametrize("name", factor_set_ids())
def test_a_shipped_set_comes_back_from_its_table(name):
    original = load_factor_set(name)
    copy = factor_set_from_frame(table_of(original, "mine"), file="mine.csv")
    assert (copy.id, copy.soil_depth_cm, copy.flux_family, copy.gwp) == (
        "mine",
        original.soil_depth_cm,
        original.flux_family,
        original.gwp,
    )
    rest = [column for column in original.terms.columns if column not in NUMBERS]
    pd.testing.assert_frame_equal(copy.terms[rest], original.terms[rest])
    assert np.allclose(copy.terms[NUMBERS], original.terms[NUMBERS], rtol=1e-15, atol=0, equal_nan=True)


def test_an_emission_is_written_as_a_negative_removal_with_its_bounds_turned():
    rows = table_of(load_factor_set("cn_default"), "mine").set_index("row_id")
    methane = rows.loc["CN-paddy-ch4"]
    assert [float(methane[name]) for name in NUMBERS] == [-6.842, -8.536, -5.191]
    assert (methane["kind"], methane["class"], methane["process"]) == ("flux", "paddy", "ch4")


def test_a_table_by_land_use_codes_has_no_rows_in_this_schema(tmp_path):
    file = tmp_path / "pools.csv"
    file.write_text("lucode,c_above,c_below,c_soil,c_dead\n1,1,2,3,4\n", encoding="utf-8")
    with pytest.raises(FactorError, match="lucode"):
        table_of(load_factor_set(str(file)), "mine")
