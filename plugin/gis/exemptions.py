# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of exemptions of a run."""

from __future__ import annotations

from pathlib import Path

from ..domain.exemptions import Exemption, exemptions_from_frame
from .run import Run
from .tables import read_table


def read_exemptions(run: Run, name: str = "EXEMPTIONS") -> list[Exemption]:
    """The exemptions of a table parameter, none when it is not given.

    Raises ``InputError`` with the row and column of every cell that cannot be understood.
    """
    if not run.given(name):
        return []
    table = read_table(run, name)
    value = run.parameters[name]
    is_file = isinstance(value, str) and Path(value).is_file()
    return exemptions_from_frame(table, file=Path(value).name if is_file else run.open(name).name)
