# SPDX-License-Identifier: GPL-2.0-or-later
"""Every table parameter of every tool with the hostile table files: the same figures, or one sentence."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from every_tool.calls import Call, calls

from hostile.generator import attempt
from hostile.table_cases import REFUSED, SAME, rows_of_file

#: Of the many spellings those that reach QGIS in a way of their own; the reader is tested with all.
SPELLINGS = ("gbk.csv", "book.xlsx")
#: The same of the files to refuse.
BROKEN = ("empty.csv", "zeros.csv", "open quote.csv", "laughs.xlsx")
#: Calls that draw, or that run other tools which stand here themselves.
LEFT_OUT = ("report", "account_year")
NEVER_SAID = ("Traceback", "defect of the plugin", "NoneType", "object at 0x")


def tables_of(call: Call) -> list[str]:
    """The parameters of a call that are CSV files."""
    return [
        name for name, value in call.parameters.items() if isinstance(value, str) and value.endswith(".csv")
    ]


def places() -> list[tuple[str, str]]:
    """Call and parameter of every table; paths do not matter for that."""
    return [
        (name, parameter)
        for name, call in calls(Path("/")).items()
        if name not in LEFT_OUT
        for parameter in tables_of(call)
    ]


@pytest.fixture(scope="module")
def inputs(provider, tmp_path_factory) -> Path:
    from every_tool.calls import prepare

    return prepare(tmp_path_factory.mktemp("inputs"))


@pytest.fixture(scope="module")
def plain_results(inputs, tmp_path_factory) -> Callable[[str], dict[str, Any]]:
    """The number outputs of a call as it is, run once."""

    @cache
    def results_of(name: str) -> dict[str, Any]:
        call = calls(inputs)[name]
        return figures(attempt(call.tool, call.into(tmp_path_factory.mktemp("plain"))).results)

    return results_of


def figures(results: dict[str, Any] | None) -> dict[str, Any]:
    return {name: value for name, value in (results or {}).items() if isinstance(value, (int, float))}


def with_table(
    inputs: Path, name: str, parameter: str, file: str, folder: Path, content: bytes
) -> dict[str, Any]:
    """The parameters of a call with another file for one of its tables, outputs in a folder."""
    given = calls(inputs)[name].into(folder / "out")
    (folder / file).write_bytes(content)
    return {**given, parameter: str(folder / file)}


@pytest.mark.parametrize("file", SPELLINGS)
@pytest.mark.parametrize(("name", "parameter"), places())
def test_a_table_in_another_spelling_gives_the_same_figures(
    inputs, plain_results, name, parameter, file, tmp_path
):
    call = calls(inputs)[name]
    content = SAME[file](rows_of_file(Path(call.parameters[parameter])))
    outcome = attempt(call.tool, with_table(inputs, name, parameter, file, tmp_path, content))
    assert not outcome.refusal
    assert figures(outcome.results) == plain_results(name)


@pytest.mark.parametrize("file", BROKEN)
@pytest.mark.parametrize(("name", "parameter"), places())
def test_a_broken_table_is_refused_in_a_sentence_and_leaves_nothing(inputs, name, parameter, file, tmp_path):
    call = calls(inputs)[name]
    content = REFUSED[file](rows_of_file(Path(call.parameters[parameter])))
    given = with_table(inputs, name, parameter, file, tmp_path, content)
    before = {path.name for path in (tmp_path / "out").iterdir()}
    outcome = attempt(call.tool, given)
    assert outcome.refusal, outcome.results
    assert not [word for word in NEVER_SAID if word in outcome.refusal], outcome.refusal
    assert file in outcome.refusal or parameter in outcome.refusal
    assert {path.name for path in (tmp_path / "out").iterdir()} == before
