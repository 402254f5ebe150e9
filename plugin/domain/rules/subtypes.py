# SPDX-License-Identifier: GPL-2.0-or-later
"""Which line a sub-type of a collective layer, such as the heritage line, stands for: a table."""

from __future__ import annotations

from ..errors import RuleError
from .vocabulary import companion


def dispatch_target(line_type: str, raw: str, layer: str) -> tuple[str, str]:
    """Line type and zone that a sub-type of a collective layer (such as the heritage line) stands for.

    Raises ``RuleError`` that names the known sub-types.
    """
    table = companion("dispatch")
    table = table[table["line_type"] == line_type]
    found = table[table["raw_value"] == raw.strip()]
    if found.empty:
        raise RuleError(
            "Layer “{layer}”: sub-type “{value}” of line type {line_type} is unknown; known are {known}. "
            "Correct the value or choose the field that holds the sub-type.",
            layer=layer,
            value=raw,
            line_type=line_type,
            known=", ".join(table["raw_value"]) or "–",
        )
    return str(found.iloc[0]["target"]), str(found.iloc[0]["target_zone"])


def is_collective(line_type: str) -> bool:
    """Whether layers of this line type are split by sub-type into lines of other types."""
    return bool((companion("dispatch")["line_type"] == line_type).any())
