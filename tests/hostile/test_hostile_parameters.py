# SPDX-License-Identifier: GPL-2.0-or-later
"""Numbers that are none, in every number parameter of every tool: named with the range, before any work."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from every_tool.calls import calls

from hostile.generator import Expect, attempt, judge_refusal

#: Below it lies every figure of an account; no range of a parameter reaches it.
BEYOND = 1e300


def number_parameters(provider, kind=None) -> list[tuple[str, dict, str]]:
    """Tool, parameters of its call and name of each number parameter; the inputs need not be there."""
    from qgis.core import QgsProcessingParameterNumber as Number

    found = []
    tools = {call.tool: call for call in calls(Path("/nowhere")).values()}
    for algorithm in provider.algorithms():
        for definition in algorithm.parameterDefinitions():
            is_plain = algorithm.groupId() != "models" and isinstance(definition, Number)
            if is_plain and kind in (None, definition.dataType()):
                given = dict(tools[algorithm.name()].parameters)
                found.append((algorithm.name(), given, definition.name()))
    return found


@pytest.mark.parametrize("value", [math.nan, "nan", math.inf, -BEYOND, BEYOND, "twelve", "1,5"])
def test_what_is_no_number_or_out_of_range_is_named_in_every_tool(provider, value):
    asked = number_parameters(provider)
    assert len(asked) > 60
    for tool, given, name in asked:
        outcome = attempt(tool, {**given, name: value})
        judge_refusal(Expect(names=[name]), outcome.refusal)


def test_the_decimals_of_a_whole_number_are_not_cut_off(provider):
    from qgis.core import QgsProcessingParameterNumber as Number

    asked = number_parameters(provider, Number.Type.Integer)
    assert len(asked) > 20
    for tool, given, name in asked:
        outcome = attempt(tool, {**given, name: 2024.5})
        judge_refusal(Expect(names=[name]), outcome.refusal)


def test_the_range_of_a_year_is_told(provider):
    outcome = attempt("postaccount", {"STORE": "/nowhere/a.gpkg", "ACCOUNT": "/nowhere/a.csv", "YEAR": 20255})
    assert "YEAR is 20255; it lies from 1900 to 2200" in outcome.refusal


def test_a_step_of_a_model_looks_at_its_numbers_too(provider, tmp_path):
    from layers_by_hand import Log, make_layer, square
    from qgis.core import QgsProcessingContext

    class Told(Log):
        def reportError(self, error: str, _fatal: bool = False) -> None:
            self.warnings.append(error)

    land = make_layer([(square(500_000, 3_300_000), {"DLBM": "0101"})])
    given = {"INPUT": land, "CLASS_FIELD": "DLBM", "AREA_RULE": "planar", "OUTPUT": str(tmp_path / "a.gpkg")}
    log = Told()
    # As a model runs its steps: without a look at the values.
    step = provider.algorithm("sinkbaseline").create()
    step.run({**given, "YEAR": math.nan}, QgsProcessingContext(), log)
    assert log.said("YEAR is nan; it lies from 1900 to 2200")
    assert list(tmp_path.iterdir()) == []
