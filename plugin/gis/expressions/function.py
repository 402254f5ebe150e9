# SPDX-License-Identifier: GPL-2.0-or-later
"""One function of the expression engine: NULL in, NULL out; a refusal is told as the expression's error."""

from __future__ import annotations

import html
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsExpressionFunction

from ...domain.errors import DualCarbonError
from ...i18n import sentence, tr
from ..compat import is_null


@dataclass(frozen=True)
class Argument:
    """An argument with its help; ``default`` None marks one that must be given."""

    name: str
    text: str
    default: str | None = None

    def parameter(self) -> Any:
        """The argument as the expression engine knows it."""
        optional = self.default is not None
        return QgsExpressionFunction.Parameter(self.name, optional, self.default)


class CarbonFunction(QgsExpressionFunction):
    """Calls ``compute`` with the values of the arguments.

    A needed argument that is NULL makes the result NULL, and so does a result that is NaN. The
    function touches no layer: its result depends on its arguments and shipped or given tables.
    """

    def __init__(
        self,
        name: str,
        arguments: Sequence[Argument],
        text: str,
        example: str,
        compute: Callable[..., object],
    ) -> None:
        group, told = tr("Dual Carbon Planner"), _help(name, arguments, text, example)
        super().__init__(name, [a.parameter() for a in arguments], group, told)
        self._arguments = tuple(arguments)
        self._compute = compute

    def func(self, values: Sequence[object], _context: Any, parent: Any, _node: Any) -> object:
        """The result for one feature; ``parent`` is the expression that takes the error."""
        given = [None if is_null(value) else value for value in values]
        if any(value is None and a.default is None for a, value in zip(self._arguments, given)):
            return None
        filled = [a.default if value is None else value for a, value in zip(self._arguments, given)]
        try:
            result = self._compute(*filled)
        except DualCarbonError as error:
            parent.setEvalErrorString(sentence(error))
            return None
        return None if isinstance(result, float) and math.isnan(result) else result

    def usesGeometry(self, _node: Any) -> bool:
        return False

    def referencedColumns(self, _node: Any) -> set[str]:
        # The fields among the arguments are counted by the engine itself.
        return set()


def _help(name: str, arguments: Sequence[Argument], text: str, example: str) -> str:
    shown = ", ".join(a.name if a.default is None else f"[{a.name}]" for a in arguments)
    rows = "".join(
        f"<tr><td><code>{a.name}</code></td><td>{html.escape(a.text)}</td></tr>" for a in arguments
    )
    return (
        f"<h3>{name}({shown})</h3><p>{html.escape(text)}</p>"
        f"<h4>{tr('Arguments')}</h4><table>{rows}</table>"
        f"<h4>{tr('Example')}</h4><p><code>{html.escape(example)}</code></p>"
    )
