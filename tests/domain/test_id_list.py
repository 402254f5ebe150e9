# SPDX-License-Identifier: GPL-2.0-or-later
"""Lists of parcel ids as they are pasted, and which of them a layer has."""

from __future__ import annotations

import pytest
from dualcarbon.plugin.domain.id_list import find_ids, parse_ids
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    "text",
    [
        "3301\n3302\n3303",
        "3301\t3302\r\n3303\n",
        " 3301，3302、3303。",
        "“3301”；'3302'; (3303)",
        "3301,3302,3301,3303",
    ],
)
def test_ids_come_out_of_whatever_stands_between_them(text):
    assert parse_ids(text) == ["3301", "3302", "3303"]


def test_an_empty_text_has_no_ids():
    assert parse_ids(" \n ，") == []


def test_found_missing_and_repeated_ids():
    found = find_ids(["c", "x", "a"], ["a", "b", "c", "a"], [11, 12, 13, 14])
    assert found.fids == [13, 11, 14]
    assert found.missing == ("x",)
    assert found.repeated == ("a",)


@given(st.lists(st.text(st.characters(whitelist_categories=("Lu", "Ll", "Nd")), min_size=1)))
def test_every_id_is_found_or_missing_and_none_twice(names):
    wanted = parse_ids("\n".join(names))
    found = find_ids(wanted, names[::2], range(len(names[::2])))
    assert sorted([*found.features, *found.missing]) == sorted(set(names))
