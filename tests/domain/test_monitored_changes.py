# SPDX-License-Identifier: GPL-2.0-or-later
"""What rules say on changes that were observed as carbon classes, and the ground that breaches share."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
import pytest
import shapely
from dualcarbon.plugin.domain.monitoring import breach_by_unit, codes_of_class
from dualcarbon.plugin.domain.monitoring.rulings import rule_on_change
from dualcarbon.plugin.domain.rules import load_rule_pack, rules_in_force
from hypothesis import given, settings
from hypothesis import strategies as st


@pytest.fixture(scope="module")
def law():
    return rules_in_force(load_rule_pack("cn_national"), date(2026, 4, 1))


@pytest.mark.parametrize(
    ("line_type", "zone", "before", "after", "illegal", "rules"),
    [
        # Land Administration Law art. 35: no construction on permanent basic farmland, whatever it is.
        ("pbf", "", "paddy", "residential", "yes", ("PBF-01",)),
        ("pbf", "", "mixed_forest", "urban_green", "yes", ("PBF-01",)),
        # Art. 37: no orchards and woods either; a pond is one, a reservoir is none.
        ("pbf", "", "paddy", "orchard", "yes", ("PBF-02",)),
        ("pbf", "", "paddy", "open_water", "undecided", ("PBF-01", "PBF-02")),
        # Forbidden as any code, but not by one rule: facilities of farms are no construction land.
        ("pbf", "", "paddy", "other_built_up", "yes", ("PBF-01", "PBF-03")),
        # Woods that become fields are what the line is for.
        ("pbf", "", "mixed_forest", "paddy", "no", ()),
        ("erl", "core", "mixed_forest", "residential", "yes", ("ERL-01",)),
        # In the general zone houses of those who live there may stay: the class does not tell.
        ("erl", "general", "mixed_forest", "residential", "undecided", ("ERL-02",)),
        ("erl", "general", "natural_grassland", "mixed_forest", "no", ()),
    ],
)
def test_a_class_is_judged_as_all_codes_that_it_may_be(law, line_type, zone, before, after, illegal, rules):
    ruling = rule_on_change(law, line_type, zone, codes_of_class(before), codes_of_class(after), "legal")
    assert (ruling.illegal, ruling.rules) == (illegal, rules)


def test_a_code_is_judged_where_its_class_is_not(law):
    of_class = rule_on_change(law, "pbf", "", ("0101",), codes_of_class("transport"), "legal")
    assert of_class.illegal == "undecided"
    assert rule_on_change(law, "pbf", "", ("0101",), ("1202",), "legal").illegal == "yes"


def test_a_use_that_nobody_knows_is_undecided(law):
    assert rule_on_change(law, "pbf", "", ("0101",), (), "legal").illegal == "undecided"


def test_what_is_forbidden_whatever_it_was_is_illegal_on_ground_of_unknown_use(law):
    """Land Administration Law art. 35 again: nobody needs to know what stood on basic farmland before."""
    assert rule_on_change(law, "pbf", "", (), ("0701",), "legal").illegal == "yes"


def test_a_class_stands_for_codes_of_the_land_or_for_those_of_its_category():
    assert codes_of_class("paddy") == ("0101",)
    # 1804 is a use of the sea.
    assert codes_of_class("mixed_forest") == ("0301", "0304")
    assert set(codes_of_class("mixed_forest")) < set(codes_of_class("needleleaf_forest"))
    assert codes_of_class("sea")[0] == "1801"
    assert codes_of_class("no such class") == ()


BOXES = st.lists(
    st.tuples(*(st.integers(0, 8) for _ in range(2)), *(st.integers(1, 5) for _ in range(2))),
    min_size=1,
    max_size=6,
)


@settings(max_examples=60)
@given(BOXES, st.floats(0.5, 2.0))
def test_the_breach_of_a_unit_is_the_union_of_its_grounds(boxes, factor):
    """With areas of the survey that are ``factor`` times those measured."""
    shapes = np.array([shapely.box(x, y, x + wide, y + high) for x, y, wide, high in boxes], dtype=object)
    breaches = pd.DataFrame({"unit": "北镇", "area_m2": factor * shapely.area(shapes), "geometry": shapes})
    found = breach_by_unit(breaches, shapely.area)
    assert found == {"北镇": pytest.approx(factor * shapely.union_all(shapes).area / 1e4, rel=1e-9)}


def test_breaches_that_are_not_drawn_are_added_up():
    rows = [("北镇", 2500.0), ("东镇", 100.0), ("北镇", 2500.0)]
    breaches = pd.DataFrame(rows, columns=["unit", "area_m2"]).assign(geometry=None)
    assert breach_by_unit(breaches, None) == pytest.approx({"东镇": 0.01, "北镇": 0.5})
