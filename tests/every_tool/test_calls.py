# SPDX-License-Identifier: GPL-2.0-or-later
"""The calls of every tool: none is missing, each asks for all that its tool offers, and each runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from .calls import calls

#: Of two kinds of input; each call of the tool takes the one or the other.
FOR_OTHER_INPUT = {"stockchange": {"OUTPUT_MAP"}}
NAMES = sorted(calls(Path()))


def test_no_tool_is_missing(provider):
    tools = {algorithm.name() for algorithm in provider.algorithms()}
    assert {call.tool for call in calls(Path()).values()} == tools
    assert tools <= set(NAMES)


def test_every_destination_is_asked_for(provider):
    asked: dict[str, set[str]] = {}
    for call in calls(Path()).values():
        asked.setdefault(call.tool, set()).update(call.outputs)
    for algorithm in provider.algorithms():
        offered = {definition.name() for definition in algorithm.destinationParameterDefinitions()}
        assert asked[algorithm.name()] == offered, algorithm.name()


@pytest.mark.parametrize("name", NAMES)
def test_it_runs_and_writes_every_output(inputs, tmp_path, name):
    import processing

    call = calls(inputs)[name]
    given = call.into(tmp_path)
    results = processing.run(f"dualcarbon:{call.tool}", given)
    assert [output for output in call.outputs if not Path(given[output]).exists()] == []
    # Numbers of numpy reach models and ``qgis_process`` as nothing.
    # Of a model they come in a dictionary of each step, too.
    assert {type(value) for value in results.values()} <= {float, int, str, dict, type(None)}
