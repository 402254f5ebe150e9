# SPDX-License-Identifier: GPL-2.0-or-later
"""A call of a tool, and the parameters and output files that several calls share."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from .sources import FOLDER, LAYERS

#: Where the account book and the results that other tools take lie below the inputs.
BOOK, MADE = "book.gpkg", "made"


@dataclass(frozen=True)
class Call:
    """One tool with what it takes and where its outputs go.

    ``parameters`` are plain text, numbers, flags and lists of text; layers are paths. ``outputs`` has a
    file name for every destination parameter that the tool offers for such input; ``changes`` are stores
    by parameter to which the run adds.
    """

    tool: str
    parameters: Mapping[str, Any]
    outputs: Mapping[str, str]
    changes: Mapping[str, Path] = field(default_factory=dict)

    def into(self, folder: Path) -> dict[str, Any]:
        """The parameters with all outputs in the folder; a store that the run changes is copied there."""
        folder.mkdir(parents=True, exist_ok=True)
        given = {**self.parameters, **{name: str(folder / file) for name, file in self.outputs.items()}}
        for name, store in self.changes.items():
            given[name] = str(folder / store.name)
            if store.exists() and store.parent != folder:
                shutil.copy(store, folder / store.name)
        return given


def layer_of(inputs: Path, name: str) -> str:
    return f"{inputs / FOLDER / LAYERS}|layername={name}"


def file_of(inputs: Path, name: str) -> str:
    return str(inputs / FOLDER / name)


def result_of(inputs: Path, tool: str, output: str = "OUTPUT") -> str:
    """What ``prepare`` made with a tool."""
    return str(inputs / MADE / tool / _name(output))


def _name(output: str) -> str:
    """The file name of an output by the name of its parameter."""
    ends = {"XLSX": "xlsx", "DOCUMENT": "odt", "PDF": "pdf", "RASTER": "tif", "MANIFEST": "json"}
    ends |= {"REPORT": "html", "RANKING": "csv", "CATEGORIES": "csv", "FOLDER": ""}
    end = ends.get(output.split("_")[-1], "gpkg")
    return f"{output.lower().replace(':', '_')}.{end}".rstrip(".")


def outputs(*names: str, **named: str) -> dict[str, str]:
    """File names of the manifest and of these outputs."""
    return {**{name: _name(name) for name in ("MANIFEST", *names)}, **named}


#: Files of a report beside its page.
DOCUMENTS = ("XLSX", "DOCUMENT", "PDF")


def pages(main: str) -> dict[str, str]:
    """The page and the documents of a report."""
    named = {f"{main}_{end}": _name(f"{main}_{end}") for end in DOCUMENTS}
    return {main: f"{main.lower().replace(':', '_')}.html", **named}


def land_of(inputs: Path) -> dict[str, Any]:
    codes = {"CLASS_FIELD": "DLBM", "CLASSIFICATION": "cn_third_survey"}
    return {"INPUT": layer_of(inputs, "DLTB"), **codes}


def units_of(inputs: Path) -> dict[str, Any]:
    return {"UNITS": layer_of(inputs, "XZQ"), "UNIT_FIELD": "XZQMC"}


def lines_of(inputs: Path) -> dict[str, Any]:
    names = {"FARMLAND": "YJJBNTBHTB", "REDLINE": "STBHHX", "BOUNDARY": "CZKFBJ"}
    return {parameter: layer_of(inputs, name) for parameter, name in names.items()}
