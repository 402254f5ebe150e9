# SPDX-License-Identifier: GPL-2.0-or-later
"""Colours of land use: which class takes which colour, and which has none."""

from __future__ import annotations

import pytest
from dualcarbon.plugin.domain.classes import load_classification
from dualcarbon.plugin.domain.errors import ClassError
from dualcarbon.plugin.domain.land_colours import colour_codes, land_colours


def test_every_class_of_the_guide_has_a_colour_of_its_own_or_of_its_group():
    codes = [str(code) for code in load_classification("cn_landsea_2023").codes.index]
    found = colour_codes(codes, codes, "cn_landsea_2023")
    assert found.uncoloured == ()
    assert sum(len(raw) for _colour, raw in found.groups) == len(codes)


def test_a_class_takes_the_colour_of_the_finest_code_above_it():
    """0701 城镇住宅用地 has a colour of its own, 0702 that of 07, 070101 that of 0701."""
    found = colour_codes(["070101", "0702", "01"], ["070101", "0702", "01"], "cn_landsea_2023")
    assert [(colour.code, raw) for colour, raw in found.groups] == [
        ("01", ("01",)),
        ("07", ("0702",)),
        ("0701", ("070101",)),
    ]


def test_codes_of_the_third_survey_are_translated_first():
    """0305 灌木林地 of the survey is 0303 of the guide, forest; 0601 工业用地 is 1001."""
    found = colour_codes(["0305", "0601 工业", "x"], ["0305", "0601", None], "cn_third_survey")
    assert [(colour.code, raw) for colour, raw in found.groups] == [
        ("03", ("0305",)),
        ("1001", ("0601 工业",)),
    ]
    assert found.uncoloured == ("x",)


def test_neighbouring_rows_of_the_legend_differ():
    colours = [colour.colour for colour in land_colours().values()]
    assert len(set(colours)) == len(colours)


def test_a_classification_without_a_way_to_the_guide_is_refused():
    with pytest.raises(ClassError, match="clcd"):
        colour_codes(["1"], ["1"], "clcd")
