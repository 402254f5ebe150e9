# SPDX-License-Identifier: GPL-2.0-or-later
"""Case files: which layers, fields, classifications, factors and rules one run of the main job uses."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LINES = ("farmland", "redline", "boundary")


class DemoError(Exception):
    """A sentence for the person at the terminal; ends the demo with exit code 1."""


@dataclass(frozen=True)
class Key:
    """What one entry of a case file may hold."""

    kind: type | tuple[type, ...] = str
    required: bool = False
    choices: tuple[str, ...] = ()
    is_layer: bool = False
    default: Any = None


NUMBER = (int, float)
LAYER = Key(required=True, is_layer=True)
KEYS: dict[str, Key] = {
    "name": Key(required=True),
    "title": Key(required=True),
    "profile": Key(choices=("si", "cn_county"), default="si"),
    "language": Key(choices=("en", "zh"), default="en"),
    "factor_set": Key(default="cn_default"),
    "area_rule": Key(choices=("ellipsoidal", "planar", "attribute"), default="ellipsoidal"),
    "area_field": Key(),
    "unmapped": Key(choices=("error", "exclude"), default="error"),
    "land_use.layer": LAYER,
    "land_use.field": Key(required=True),
    "land_use.classification": Key(default="auto"),
    "land_use.id_field": Key(),
    "units.layer": Key(is_layer=True),
    "units.field": Key(),
    "year": Key(kind=int, required=True),
    "plan.layer": LAYER,
    "plan.field": Key(required=True),
    "plan.classification": Key(default="cn_landsea_2023"),
    "plan.id_field": Key(),
    "lines.farmland.layer": Key(is_layer=True),
    "lines.redline.layer": Key(is_layer=True),
    "lines.redline.zone_field": Key(),
    "lines.boundary.layer": Key(is_layer=True),
    "lines.boundary.zone_field": Key(),
    "line_status": Key(choices=("legal", "draft", "standin"), default="draft"),
    "line_document": Key(),
    "line_id_field": Key(),
    "rules": Key(default="cn_national"),
    "as_of": Key(),
    "horizon_a": Key(kind=NUMBER, default=20),
    "attribution": Key(),
}


@dataclass(frozen=True)
class Case:
    """A checked case file: ``values`` by dotted key, layers with absolute paths, ``None`` where absent."""

    file: Path
    values: Mapping[str, Any]

    def __getitem__(self, key: str) -> Any:
        return self.values[key]


def read_case(file: Path) -> Case:
    """Read and check a case file; ``DemoError`` names the entry and what it should hold."""
    try:
        data = json.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise DemoError(f"{file} cannot be read ({error.strerror}): give the path of a case file.") from error
    except ValueError as error:
        raise DemoError(f"{file} is not valid JSON: {error}.") from error
    if not isinstance(data, dict):
        raise DemoError(f"{file} must hold one JSON object.")
    given = _flatten(data)
    _refuse_unknown(file, given)
    values = {name: _checked(file, name, key, given.get(name)) for name, key in KEYS.items()}
    _check_together(file, values)
    return Case(file, values)


def _flatten(data: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in data.items():
        if isinstance(value, Mapping):
            flat.update(_flatten(value, f"{prefix}{name}."))
        else:
            flat[prefix + name] = value
    return flat


def _refuse_unknown(file: Path, given: Mapping[str, Any]) -> None:
    sections = {name.rsplit(".", 1)[0] for name in KEYS if "." in name} | {"lines"}
    unknown = [name for name in given if name not in KEYS and not (name in sections and given[name] is None)]
    if unknown:
        raise DemoError(f"{file}: unknown entry {', '.join(unknown)}; known are {', '.join(KEYS)}.")


def _checked(file: Path, name: str, key: Key, value: Any) -> Any:
    if value is None or value == "":
        if key.required:
            raise DemoError(f"{file}: the entry {name} is missing.")
        return key.default
    if not isinstance(value, key.kind) or isinstance(value, bool):
        wanted = "text" if key.kind is str else "a number"
        raise DemoError(f"{file}: {name} must be {wanted}, not {value!r}.")
    if key.choices and value not in key.choices:
        raise DemoError(f"{file}: {name} is {value!r}; it must be one of {', '.join(key.choices)}.")
    return _absolute_layer(file, name, str(value)) if key.is_layer else value


def _absolute_layer(file: Path, name: str, source: str) -> str:
    """A file source (``path`` or ``path|layername=…``) made absolute; a database source as it is."""
    if "dbname=" in source or "service=" in source:
        return source
    path, bar, rest = source.partition("|")
    absolute = (file.parent / path).resolve()
    if not absolute.exists():
        raise DemoError(
            f"{file}: {name} names {path}, which is not there; paths are relative to the case file."
        )
    return f"{absolute}{bar}{rest}"


def _check_together(file: Path, values: Mapping[str, Any]) -> None:
    if not values["name"].isascii() or not values["name"].replace("-", "_").isidentifier():
        raise DemoError(f"{file}: name names a folder; use ASCII letters, digits, - and _ only.")
    if not any(values[f"lines.{line}.layer"] for line in LINES):
        raise DemoError(f"{file}: lines needs a layer for at least one of {', '.join(LINES)}.")
    if values["area_rule"] == "attribute" and not values["area_field"]:
        raise DemoError(f"{file}: area_rule attribute needs area_field, the field that holds the areas.")
    if values["as_of"]:
        try:
            datetime.date.fromisoformat(values["as_of"])
        except ValueError as error:
            raise DemoError(f"{file}: as_of is {values['as_of']!r}; write the date as YYYY-MM-DD.") from error
