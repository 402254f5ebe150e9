# SPDX-License-Identifier: GPL-2.0-or-later
"""What the names of layers, fields and zone values say about control lines, by the pack's alias tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..errors import RuleError
from .pack import RulePack
from .vocabulary import companion


def zone_of(pack: RulePack, line_type: str, raw: str, layer: str) -> str:
    """The zone id of a raw zone value. Raises ``RuleError`` that names the known values."""
    table = pack.zones[pack.zones["line_type"] == line_type]
    found = table.loc[table["raw_value"] == raw.strip(), "zone"]
    if found.empty:
        raise RuleError(
            "Layer “{layer}”: zone value “{value}” is unknown for line type {line_type}; known are {known}. "
            "Correct the value or choose another zone field.",
            layer=layer,
            value=raw,
            line_type=line_type,
            known=", ".join(table["raw_value"]) or "–",
        )
    return str(found.iloc[0])


def line_type_of_layer(pack: RulePack, layer_name: str) -> str | None:
    """The line type that a layer name stands for by the alias table: the longest alias in the name wins.

    A Latin alias has to stand by itself: HAX in HAX_2023, but not in SHAXIAN. None when no
    alias fits or two line types fit equally well.
    """
    name = layer_name.upper()
    fits = {
        (len(alias), line_type)
        for line_type, aliases in pack.line_types["layer_aliases"].items()
        for alias in aliases.split(";")
        if alias and _names(name, alias.upper())
    }
    longest = [line_type for length, line_type in fits if length == max(fits)[0]]
    return longest[0] if len(longest) == 1 else None


def _names(name: str, alias: str) -> bool:
    if not alias.isascii():
        return alias in name
    return re.search(rf"(?<![A-Z]){re.escape(alias)}(?![A-Z])", name) is not None


def zone_field_of(pack: RulePack, line_type: str, field_names: Sequence[str]) -> str | None:
    """The first field of a layer that usually holds the zones of this line type, if any."""
    by_upper = {name.upper(): name for name in reversed(field_names)}
    for alias in pack.line_types.at[line_type, "zone_fields"].split(";"):
        if alias and alias.upper() in by_upper:
            return by_upper[alias.upper()]
    return None


def refuse_evaluation_layer(layer_name: str, line_type: str) -> None:
    """Raise ``RuleError`` for a layer that only looks like this line, such as an importance evaluation."""
    types = companion("line_types", "line_type")
    refused = types["refused_layers"].get(line_type, "")
    if any(alias and alias.upper() in layer_name.upper() for alias in refused.split(";")):
        raise RuleError(
            "Layer “{layer}” is an evaluation, not the statutory line ({line_type}). "
            "Choose the delimited line, usually named {aliases}.",
            layer=layer_name,
            line_type=line_type,
            aliases=types.at[line_type, "layer_aliases"].replace(";", ", "),
        )
