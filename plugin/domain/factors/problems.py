# SPDX-License-Identifier: GPL-2.0-or-later
"""One problem of a factor table, told by row, column and reason."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Problem:
    """What is wrong in one cell: ``row`` is the line of the file (the header is line 1; 0 = the whole table).

    ``template`` with ``values`` is the reason, translated at the border like errors.
    """

    row: int
    column: str
    template: str
    values: dict[str, object] = field(default_factory=dict)

    @property
    def reason(self) -> str:
        """The reason as an English sentence."""
        return self.template.format(**self.values)

    def __str__(self) -> str:
        return self.reason
