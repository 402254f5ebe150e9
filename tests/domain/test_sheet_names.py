# SPDX-License-Identifier: GPL-2.0-or-later
"""Names of sheets: what a bureau hands in, and what a hostile attribute cannot do to a folder."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from dualcarbon.plugin.domain.sheet_names import MAX_BYTES, distinct_stems, sheet_stem
from hypothesis import given
from hypothesis import strategies as st


def test_code_place_map_year_and_unit_follow_each_other():
    assert sheet_stem("430121", "长沙县", "碳密度图", "2023") == "430121长沙县碳密度图2023"
    assert (
        sheet_stem("430121", "长沙县", "碳密度图", "2023", "星沙街道") == "430121长沙县碳密度图2023[星沙街道]"
    )
    assert sheet_stem("", "", "碳密度图", "", "") == "碳密度图"


@pytest.mark.parametrize(
    ("unit", "name"),
    [
        ("../../etc/passwd", "图[.._.._etc_passwd]"),
        ("..\\..\\x", "图[.._.._x]"),
        ("a:b*c?d", "图[a_b_c_d]"),
        ("甲\u202e乙\n丙", "图[甲乙_丙]"),
    ],
)
def test_a_unit_stays_inside_the_folder(unit, name):
    assert sheet_stem("", "", "图", "", unit) == name


@pytest.mark.parametrize("device", ["CON", "nul", "COM1", "lpt9.txt"])
def test_a_device_of_windows_is_no_name(device):
    assert sheet_stem("", "", device, "") == f"_{device}"


def test_nothing_but_dots_still_has_a_name():
    assert sheet_stem("", "", "...", "") == "map"


def test_a_long_title_is_cut_before_its_unit():
    stem = sheet_stem("430121", "县", "图" * 300, "2023", "星沙街道")
    assert stem.endswith("图[星沙街道]")
    assert len(stem.encode("utf-8")) <= MAX_BYTES


def test_units_that_look_alike_get_files_of_their_own():
    assert distinct_stems(["图[A]", "图[a]", "图[A]", "图[b]"]) == ["图[A]", "图[a]_2", "图[A]_3", "图[b]"]


@given(st.lists(st.text(max_size=300), min_size=5, max_size=5))
def test_any_text_is_one_short_part_of_a_path(parts):
    stem = sheet_stem(*parts)
    assert PureWindowsPath(stem).name == PurePosixPath(stem).name == stem
    assert 0 < len(stem.encode("utf-8")) <= MAX_BYTES + 1
    assert not stem.startswith(".")
    assert stem == stem.strip(" .")


@given(st.lists(st.sampled_from(["a", "A", "a_2", "b"]), max_size=8))
def test_no_two_pages_share_a_name_on_any_disk(stems):
    made = distinct_stems(stems)
    assert len({name.casefold() for name in made}) == len(stems)
