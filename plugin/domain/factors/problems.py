# SPDX-License-Identifier: GPL-2.0-or-later
"""Problems of a user's table, told by row, column and reason."""

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

    def told(self) -> Problem:
        """The problem with its place, as a sentence of its own."""
        return Problem(
            self.row,
            self.column,
            "row {row}, column {column}: {reason}",
            {"row": self.row, "column": self.column, "reason": self},
        )


class Problems(tuple[Problem, ...]):
    """The problems of one file; as text, and translated, one line each."""

    @property
    def template(self) -> str:
        """One line per problem."""
        return "\n".join(f"{{p{number}}}" for number in range(len(self)))

    @property
    def values(self) -> dict[str, object]:
        """What fills the lines."""
        return {f"p{number}": problem.told() for number, problem in enumerate(self)}

    def __str__(self) -> str:
        return self.template.format(**self.values)
