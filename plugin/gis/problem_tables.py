# SPDX-License-Identifier: GPL-2.0-or-later
"""The problems of files that a user wrote, as a table and in the log."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from ..domain.factors.problems import Problem
from ..i18n import sentence, tr
from .run import Run
from .sinks import Column

COLUMNS = (
    Column("file", "text", "file checked"),
    Column("row", "int", "row in the file, the header being row 1"),
    Column("column", "text", "column"),
    Column("reason", "text", "what is wrong and what to do"),
)
SHOWN = 20


def write_problems(run: Run, problems: Sequence[tuple[str, Problem]]) -> int:
    """Write problems with their files to ``OUTPUT``, the first ones to the log; return their number."""
    table = pd.DataFrame(
        [
            {"file": file, "row": problem.row, "column": problem.column, "reason": sentence(problem)}
            for file, problem in problems
        ],
        columns=[column.name for column in COLUMNS],
    )
    for row in table.head(SHOWN).itertuples():
        run.feedback.pushWarning(f"{row.row} · {row.column}: {row.reason}")
    more = len(table) - SHOWN
    if more > 0:
        run.feedback.pushWarning(
            tr("… and {count} more; the table of problems (OUTPUT) lists all.").format(count=more)
        )
    run.write("OUTPUT", COLUMNS, table)
    return len(table)
