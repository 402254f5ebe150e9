# SPDX-License-Identifier: GPL-2.0-or-later
"""A factor file checked as a whole, with its problems as a table."""

from __future__ import annotations

from pathlib import Path

from ..domain.factors import validate_factor_frame
from .problem_tables import write_problems
from .run import Run
from .tables import read_file


def validate_file(run: Run, path: str) -> tuple[int, int]:
    """Check a factor table, write its problems to ``OUTPUT``; return rows read and problems."""
    frame = read_file(path)
    problems = validate_factor_frame(frame, Path(path).name)
    return len(frame), write_problems(run, [(path, problem) for problem in problems])
