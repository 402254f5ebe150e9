# SPDX-License-Identifier: GPL-2.0-or-later
"""Units gathered from features: one name, one unit."""

from __future__ import annotations

import pytest
import shapely
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.statistical_units import units_of
from plan_cases import array, box


def test_features_of_one_name_become_one_unit_in_order_of_first_sight():
    notes = NoteBook()
    geometry = array([box(0, 0, 10, 10), box(50, 0, 10, 10), box(10, 0, 10, 10)])
    units = units_of(["乙", "甲", "乙 "], geometry, "XZQ", notes)
    assert list(units.names) == ["乙", "甲"]
    assert shapely.equals(units.geometry[0], box(0, 0, 20, 10))
    assert units.geometry[1] is geometry[1]
    (note,) = notes.of_kind("units_merged")
    assert (note.count, note.ids, note.warning) == (1, ("乙",), False)


def test_overlapping_features_of_one_unit_count_once():
    geometry = array([box(0, 0, 10, 10), box(5, 0, 10, 10)])
    assert units_of(["甲", "甲"], geometry, "XZQ", NoteBook()).geometry[0].area == 150.0


def test_nameless_and_shapeless_features_are_left_out_and_numbered():
    notes = NoteBook()
    geometry = array([box(0, 0, 10, 10), None, box(20, 0, 10, 10), box(40, 0, 10, 10)])
    units = units_of(["甲", "乙", None, "  "], geometry, "XZQ", notes)
    assert list(units.names) == ["甲"]
    (note,) = notes.of_kind("unit_left_out")
    assert (note.count, note.ids) == (3, ("2", "3", "4"))


def test_numbers_are_names_as_they_are_written():
    units = units_of([330100, 330200], array([box(0, 0, 1, 1), box(1, 0, 1, 1)]), "XZQ", NoteBook())
    assert list(units.names) == ["330100", "330200"]


def test_number_fields_read_as_floats_are_still_codes():
    """A code column of a shapefile may arrive as 330100.0."""
    units = units_of([330100.0, 330200.0], array([box(0, 0, 1, 1), box(1, 0, 1, 1)]), "XZQ", NoteBook())
    assert list(units.names) == ["330100", "330200"]


def test_a_layer_without_a_usable_unit_is_refused():
    with pytest.raises(InputError, match="No feature of unit layer “XZQ”"):
        units_of([None, "甲"], array([box(0, 0, 1, 1), None]), "XZQ", NoteBook())
