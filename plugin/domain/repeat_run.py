# SPDX-License-Identifier: GPL-2.0-or-later
"""A run of the plugin asked for once more at another place: its parameters, out of its manifest."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from .errors import InputError
from .places import IN_MEMORY, LEFT_OUT

#: Parameters that belong to one run.
OWN = ("MANIFEST",)


def parameters_at(
    manifest: Mapping[str, Any], start: str, place: str, folder: Path, destinations: Collection[str]
) -> dict[str, Any]:
    """The parameters of a run with ``place`` instead of ``start`` in the paths of its inputs.

    Its outputs go into ``folder``, under the names that they had, likewise changed; ``destinations``
    names the parameters that are outputs, whatever the manifest says. Raises ``InputError`` for a
    manifest without paths, for a layer that was in memory, and where no input names ``start``.
    """
    given: Mapping[str, Any] = manifest["parameters"]
    outputs = {name: str(given.get(name) or "") for name in destinations}
    outputs |= {str(record["parameter"]): str(record.get("path") or "") for record in manifest["outputs"]}
    sources = _sources(manifest)
    parameters: dict[str, Any] = {}
    changed = 0
    for name, value in given.items():
        if value in (None, "") or name in OWN:
            continue
        if name in outputs:
            parameters[name] = str(_target(folder, name, outputs[name], start, place))
            continue
        asked = sources.get(name, value)
        moved = _moved(asked, start, place)
        changed += moved != asked
        parameters[name] = moved
    if not changed:
        raise InputError(
            "No input of the run has “{start}” in its path, so that nothing would differ from place to "
            "place. Set FROM to what tells the first place apart, such as its code or its folder.",
            start=start,
        )
    return parameters


def _sources(manifest: Mapping[str, Any]) -> dict[str, Any]:
    """Where the layers of parameters were read: a project may have called them by its own ids."""
    given = manifest["parameters"]
    found: dict[str, list[str]] = {}
    for record in manifest["inputs"]:
        source = str(record.get("source") or "")
        if source == LEFT_OUT or LEFT_OUT in str(given):
            raise InputError(
                "The manifest holds no paths (they were left out), so that its run cannot be repeated. Run "
                "the tool once without OMIT_PLACES."
            )
        if source == IN_MEMORY:
            raise InputError(
                "Layer “{layer}” of the run was in memory. Save it to a file and run the tool once more.",
                layer=record.get("layer", ""),
            )
        if source:
            found.setdefault(str(record["parameter"]), []).append(source)
    return {
        name: places if isinstance(given.get(name), list) else places[0]
        for name, places in found.items()
        if name in given
    }


def _moved(value: Any, start: str, place: str) -> Any:
    if isinstance(value, list):
        return [_moved(item, start, place) for item in value]
    return value.replace(start, place) if isinstance(value, str) else value


def _target(folder: Path, name: str, path: str, start: str, place: str) -> Path:
    """The place of an output: its file name, changed; the name of the parameter where it was in no file."""
    file = path.split("|")[0].replace("\\", "/").rsplit("/", 1)[-1]
    if "." not in file or path.lower().startswith(("memory:", "ogr:", "postgres")):
        file = f"{name.lower()}.gpkg"
    return folder / file.replace(start, place)
