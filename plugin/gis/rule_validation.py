# SPDX-License-Identifier: GPL-2.0-or-later
"""A rule file checked as a whole, with its problems as a table."""

from __future__ import annotations

from pathlib import Path

from ..domain.rules import rings_path, rings_problems, rule_problems
from .problem_tables import write_problems
from .rule_conditions import condition_problems
from .run import Run
from .tables import read_file


def validate_rules(run: Run, path: str) -> tuple[int, int]:
    """Check a rule table over its parent, write its problems to ``OUTPUT``; return rows read and problems.

    The distances beside the table (``rings_path``) are checked once the rules are sound.
    """
    file = Path(path)
    rules, problems = rule_problems(file, read=read_file)
    problems = sorted([*problems, *condition_problems(rules)], key=lambda problem: problem.row)
    told = [(path, problem) for problem in problems]
    if not problems:
        told = [(str(rings_path(file)), problem) for problem in rings_problems(file, read=read_file)]
    return len(rules), write_problems(run, told)
