# SPDX-License-Identifier: GPL-2.0-or-later
"""What a run is thought to need: it grows with every count, adds up, and is refused with figures."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from dualcarbon.plugin.domain.memory_need import (
    RATES,
    READING,
    Load,
    MemoryNeedError,
    Rates,
    memory_need,
    require_room,
)
from dualcarbon.plugin.domain.notes import NoteBook
from hypothesis import given
from hypothesis import strategies as st

COUNTS = [field.name for field in fields(Load) if field.name != "name"]
TOOLS = st.sampled_from([*RATES, "attachfactors", "a tool without rates of its own"])
AMOUNTS = st.floats(0.0, 1e9)
LOADS = st.builds(Load, st.just("layer"), **dict.fromkeys(COUNTS, AMOUNTS))


@given(TOOLS, st.lists(LOADS, min_size=1, max_size=4), st.sampled_from(COUNTS), st.floats(1.0, 1e9))
def test_more_of_anything_never_needs_less(tool, loads, count, more):
    grown = replace(loads[0], **{count: getattr(loads[0], count) + more})
    assert memory_need(tool, [grown, *loads[1:]]).total_b >= memory_need(tool, loads).total_b


@given(TOOLS, st.lists(LOADS, max_size=3), st.lists(LOADS, max_size=3))
def test_inputs_add_up_and_their_order_does_not_matter(tool, some, others):
    base_b = memory_need(tool, []).total_b
    apart_b = memory_need(tool, some).total_b + memory_need(tool, others).total_b - base_b
    assert memory_need(tool, some + others).total_b == pytest.approx(apart_b, rel=1e-12)
    assert memory_need(tool, others + some).total_b == memory_need(tool, some + others).total_b


@given(TOOLS, st.lists(LOADS, min_size=1, max_size=4))
def test_the_input_that_weighs_most_is_named(tool, loads):
    need = memory_need(tool, loads)
    rates = RATES.get(tool, READING)
    assert need.heaviest_b == max(rates.of(load) for load in loads)
    assert need.heaviest in loads


def test_need_by_hand():
    """100 + 2·10 + 3·5 for the first, 4·7 for the second: 163 bytes."""
    rates = Rates(feature_b=10.0, vertex_b=5.0, value_b=7.0, base_b=100.0)
    first, second = Load("parcels", features=2, vertices=3), Load("table", values=4)
    assert rates.base_b + rates.of(first) + rates.of(second) == 163.0


def two_gb():
    """A layer whose need is 2 GB beyond the base."""
    vertex_b = RATES.get("attachfactors", READING).vertex_b
    return memory_need("attachfactors", [Load("地类图斑", vertices=2e9 / vertex_b)])


def test_what_does_not_fit_is_refused_with_both_figures_and_the_way_out():
    with pytest.raises(MemoryNeedError) as caught:
        require_room(two_gb(), 1.5e9, NoteBook())
    sentence = str(caught.value)
    for part in ("1.5 GB are free", "“地类图斑” weighs most (2.0 GB)", "repeatrun", "DUALCARBON_MEMORY_GB"):
        assert part in sentence


def test_what_takes_more_than_half_is_noted_and_what_takes_less_is_not():
    notes = NoteBook()
    require_room(two_gb(), 3.5e9, notes)
    (note,) = notes.of_kind("memory_tight")
    assert "of the 3.5 GB" in str(note)
    require_room(two_gb(), 6e9, notes)
    assert len(notes) == 1


def test_a_run_without_inputs_is_left_alone():
    require_room(memory_need("valuechange", []), 1.0, NoteBook())
