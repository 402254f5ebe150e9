# SPDX-License-Identifier: GPL-2.0-or-later
"""The text of a run manifest as plain values of the kinds that its readers rely on, whoever wrote it."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any

from .errors import InputError

#: Levels of lists and mappings in one another; manifests of the plugin have five.
DEEPEST = 40
#: Significant digits of a number of 64 bits.
_MOST_DIGITS = 17
_NUMBER = (int, float, type(None))
_TEXT = (str, type(None))
#: What every reader takes for granted.
_BLANK: Mapping[str, Any] = {"algorithm": "", "parameters": {}, "inputs": [], "outputs": [], "notes": []}
_KINDS: Mapping[str, tuple[type, ...]] = {
    "algorithm": (str,),
    "finished": _TEXT,
    "parameters": (dict,),
    "software": (dict,),
    "results": (dict,),
    "totals": (dict,),
    "shares": (dict,),
    "factor_set": (dict, type(None)),
    "rule_pack": (dict, type(None)),
    "store": (dict, type(None)),
    "inputs": (list,),
    "outputs": (list,),
    "notes": (list,),
    "lines": (list,),
}
#: Records of the lists, by what must be in each and what may be.
_RECORDS: Mapping[str, tuple[tuple[str, ...], Mapping[str, tuple[type, ...]]]] = {
    "inputs": (("parameter",), {"parameter": (str,), "layer": _TEXT, "source": _TEXT}),
    "outputs": (
        ("parameter",),
        {
            "parameter": (str,),
            "path": _TEXT,
            "columns": (list, type(None)),
            "features": _NUMBER,
            "digits": (int, type(None)),
        },
    ),
    "notes": (
        (),
        {
            "text": _TEXT,
            "template": _TEXT,
            "values": (dict,),
            "ids": (list,),
            "count": _NUMBER,
            "area_ha": _NUMBER,
        },
    ),
    "lines": (("layer",), {"layer": (str,), "line_type": _TEXT, "status": _TEXT}),
}


def parse_manifest(text: str, place: str) -> dict[str, Any]:
    """The manifest that a text holds; ``place`` names it in errors.

    Lists and mappings that every run writes are empty where they are missing. Raises ``InputError`` for
    what is no JSON, no manifest of this plugin, or has values of other kinds than the plugin writes.
    """
    try:
        manifest = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(
            "“{path}” cannot be read as a run manifest: {reason}. Run the tool again to make one.",
            path=place,
            reason=error,
        ) from error
    if not isinstance(manifest, dict) or manifest.get("plugin") != "dualcarbon":
        raise InputError(
            "“{path}” is not a run manifest of this plugin. Choose the file beside an output that ends in "
            ".manifest.json.",
            path=place,
        )
    wrong = _misshapen(manifest)
    if wrong:
        raise InputError(
            "“{path}” is a run manifest that was changed: its entry “{entry}” is not what the plugin writes. "
            "Run the tool again to make one.",
            path=place,
            entry=wrong,
        )
    return {**{name: type(value)(value) for name, value in _BLANK.items()}, **manifest}


def _misshapen(manifest: Mapping[str, Any]) -> str:
    """The name of the first entry of another kind than the plugin writes; empty where all are sound."""
    for name, kinds in _KINDS.items():
        if name in manifest and not isinstance(manifest[name], kinds):
            return name
    for name in ("totals", "shares"):
        if not _are_numbers(manifest.get(name, {}), nested=name == "shares"):
            return name
    for name, (needed, kinds_of) in _RECORDS.items():
        for record in manifest.get(name, ()):
            if not isinstance(record, dict) or not set(needed) <= record.keys():
                return name
            for key, kinds in kinds_of.items():
                if key in record and not isinstance(record[key], kinds):
                    return f"{name}.{key}"
    if any(_writes_badly(record) for record in manifest.get("outputs", ())):
        return "outputs"
    return next((str(name) for name, value in manifest.items() if _is_deep(value)), "")


def _are_numbers(values: Mapping[str, Any], *, nested: bool) -> bool:
    if nested:
        return all(isinstance(part, dict) and _are_numbers(part, nested=False) for part in values.values())
    # An emission account states a total as a list of value, low and high.
    parts = [part for value in values.values() for part in (value if isinstance(value, list) else [value])]
    return all(isinstance(part, _NUMBER) and _is_float(part) for part in parts)


def _is_float(value: float | None) -> bool:
    # JSON has whole numbers of any length.
    return value is None or (abs(value) < 1 << 62 if isinstance(value, int) else math.isfinite(value))


def _writes_badly(output: Mapping[str, Any]) -> bool:
    digits, columns = output.get("digits"), output.get("columns") or ()
    odd = digits is not None and not 1 <= digits <= _MOST_DIGITS
    return odd or not all(isinstance(column, str) for column in columns)


def _is_deep(value: object) -> bool:
    level = [value]
    for _depth in range(DEEPEST):
        level = [
            item
            for part in level
            if isinstance(part, (dict, list))
            for item in (part.values() if isinstance(part, dict) else part)
        ]
        if not level:
            return False
    return True
