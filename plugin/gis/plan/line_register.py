# SPDX-License-Identifier: GPL-2.0-or-later
"""Status, document and date of each control line: one setting for all, or a register of the lines."""

from __future__ import annotations

from ...domain.line_register import LineRegister, parse_register
from ...domain.rules import RulePack
from ..run import Run
from ..tables import read_table

REGISTER = "LINE_REGISTER"


def read_register(run: Run, pack: RulePack) -> LineRegister:
    """The register of a run; lines that it does not name have LINE_STATUS and LINE_DOCUMENT."""
    rows = read_table(run, REGISTER) if run.has(REGISTER) and run.given(REGISTER) else None
    return parse_register(
        rows,
        names={
            str(line_type): (str(row["name_zh"]), str(row["name_en"]))
            for line_type, row in pack.line_types.iterrows()
        },
        status=run.text("LINE_STATUS"),
        document=run.text("LINE_DOCUMENT"),
    )
