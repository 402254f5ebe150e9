# SPDX-License-Identifier: GPL-2.0-or-later
"""Half a table, as a killed run may leave it: whoever reads it is told, and nobody is told of a whole one."""

from __future__ import annotations

from pathlib import Path

import pytest
from layers_by_hand import Log

#: The update refuses half a baseline by itself, since its increments do not fit.
READERS = ("projectbaseline", "uncertainty", "report")
#: What the report calls the table that the others take as BASELINE.
TABLE = {"report": "BASELINE_TABLE"}


@pytest.fixture(scope="module")
def table(tools, tmp_path_factory) -> Path:
    """A baseline as CSV, with its manifest beside it."""
    import processing

    made = tmp_path_factory.mktemp("table") / "table.csv"
    given = {**tools["sinkbaseline"].parameters, "OUTPUT": "memory:", "OUTPUT_TABLE": str(made)}
    processing.run("dualcarbon:sinkbaseline", given, feedback=Log())
    return made


def warnings_of(tools, tool, folder, table):
    import processing

    log, call = Log(), tools[tool]
    beside = {"report": {"OUTPUT": f"{folder}/page.html"}}.get(tool, {"OUTPUT": f"{folder}/out.gpkg"})
    # A report of this table alone.
    given = {} if tool == "report" else dict(call.parameters)
    parameters = {**given, TABLE.get(tool, "BASELINE"): str(table), **beside}
    processing.run(f"dualcarbon:{tool}", parameters, feedback=log)
    return [text for text in log.warnings if "no run manifest that matches it" in text]


@pytest.mark.parametrize("tool", READERS)
def test_a_table_that_a_killed_run_left_unfinished_is_told(tools, table, tmp_path, tool):
    half = tmp_path / "half.csv"
    lines = table.read_text(encoding="utf-8").splitlines(keepends=True)
    half.write_text("".join(lines[: len(lines) // 2]), encoding="utf-8")
    (said,) = warnings_of(tools, tool, tmp_path, half)
    assert "half" in said
    assert warnings_of(tools, tool, tmp_path, table) == []
