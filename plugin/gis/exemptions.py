# SPDX-License-Identifier: GPL-2.0-or-later
"""The table of exemptions of a run."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from ..domain.exemptions import Exemption, exemptions_from_frame, unread_columns
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
    file = Path(value).name if is_file else run.open(name).name
    exemptions = exemptions_from_frame(table, file=file)
    _note_unread(run, table, file)
    return exemptions


def _note_unread(run: Run, table: pd.DataFrame, file: str) -> None:
    """Tell of columns that were left alone: an expiry under an unknown name would never come."""
    unread, expires = unread_columns(table)
    if unread:
        run.notes.add(
            "exemption_columns_unread",
            "{count} columns of the table of exemptions {file} are not understood and were left alone: "
            "{columns}. A column with the expiry is called 有效期至 or expiry; without one exemptions hold "
            "without end.",
            count=len(unread),
            file=file,
            columns=", ".join(unread),
            warning=not expires,
        )
