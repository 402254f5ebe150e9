# SPDX-License-Identifier: GPL-2.0-or-later
"""A factor file checked as a whole, with its problems as a table."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from ..domain.factors import validate_factor_frame
from ..domain.text_tables import read_text_table
from ..i18n import sentence
from .run import Run
from .sinks import Column
from .tables import SHEETS, read_sheet

COLUMNS = (
    Column("file", "text", "file checked"),
    Column("row", "int", "row in the file, the header being row 1"),
    Column("column", "text", "column"),
    Column("reason", "text", "what is wrong and what to do"),
)
SHOWN = 20


def validate_file(run: Run, path: str) -> tuple[int, int]:
    """Check a factor table, write its problems to ``OUTPUT``; return rows read and problems."""
    frame = read_sheet(path) if Path(path).suffix.lower() in SHEETS else read_text_table(path)
    problems = validate_factor_frame(frame, Path(path).name)
    table = pd.DataFrame(
        [
            {"file": path, "row": problem.row, "column": problem.column, "reason": sentence(problem)}
            for problem in problems
        ],
        columns=[column.name for column in COLUMNS],
    )
    for row in table.head(SHOWN).itertuples():
        run.feedback.pushWarning(f"{row.row} · {row.column}: {row.reason}")
    run.write("OUTPUT", COLUMNS, table)
    return len(frame), len(problems)
