# SPDX-License-Identifier: GPL-2.0-or-later
"""The code lists: 13 shipped classifications, the carbon classes themselves, a crosswalk of the user."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from ...paths import RESOURCES
from ..errors import ClassError
from ..text_tables import digest_of, read_text_table

CLASSES = RESOURCES / "classes"

#: Name under which the carbon classes themselves serve as a classification.
CARBON_CLASS_ID = "carbon_class"

COLUMNS = (
    "parent_code",
    "level",
    "name_zh",
    "name_en",
    "carbon_class",
    "confidence",
    "note",
    "verified",
    "grid_code",
)


@dataclass(frozen=True)
class Classification:
    """A list of codes with their names and carbon classes.

    ``codes`` has the index ``code`` (text) and the columns ``COLUMNS``; ``carbon_class`` is
    None where no class fits. ``hierarchical`` allows a finer code to fall to its group;
    ``digits_per_level`` (2 for the Chinese standards, 1 for CORINE and CNLUCC, else 0) tells
    how. ``field_names`` are the fields that standards reserve for these codes.
    """

    id: str
    title_en: str
    title_zh: str
    version: str
    sha256: str
    hierarchical: bool
    field_names: tuple[str, ...]
    codes: pd.DataFrame
    digits_per_level: int = 0


@cache
def _package() -> dict[str, dict[str, Any]]:
    with (CLASSES / "datapackage.json").open(encoding="utf-8") as stream:
        package = json.load(stream)
    return {resource["name"]: resource for resource in package["resources"]}


@cache
def classification_ids() -> tuple[str, ...]:
    """Ids of the shipped classifications, in the order in which ``auto`` prefers them."""
    return tuple(name for name, resource in _package().items() if "field_names" in resource)


@cache
def carbon_classes() -> pd.DataFrame:
    """The carbon classes: index ``class_id``; name_en, name_zh, ipcc_category, space, note."""
    return read_text_table(CLASSES / "carbon_classes.csv").set_index("class_id")


def load_classification(name: str) -> Classification:
    """Load a classification by its shipped id, ``carbon_class``, or the path of a crosswalk CSV.

    A crosswalk has the columns ``code`` and ``carbon_class``; ``name_zh``, ``name_en`` and
    ``note`` may be added. Raises ``ClassError`` for an unknown name and for a crosswalk
    with a repeated code or an unknown carbon class.
    """
    if name == CARBON_CLASS_ID or name in classification_ids():
        return _load_shipped(name)
    if name.lower().endswith((".csv", ".txt")) or "/" in name or "\\" in name:
        return _load_crosswalk(Path(name))
    raise ClassError(
        "Classification “{name}” is not known. Use one of {known}, “carbon_class”, “auto”, "
        "or the path of a crosswalk CSV (code,carbon_class).",
        name=name,
        known=", ".join(classification_ids()),
    )


def direct_classification(keys: Sequence[str], names: Sequence[str], *, title: str) -> Classification:
    """Codes that need no classification because a factor table speaks them (InVEST ``lucode``)."""
    frame = pd.DataFrame(
        {"name_en": list(names), "name_zh": list(names), "carbon_class": list(keys)},
        index=pd.Index(list(keys), name="code"),
        dtype=object,
    )
    return _assemble("lucode", frame, title_en=title, title_zh=title)


@cache
def _load_shipped(name: str) -> Classification:
    if name == CARBON_CLASS_ID:
        frame = carbon_classes().rename_axis("code")
        frame = frame.assign(carbon_class=frame.index)
        return _assemble(name, frame, title_en="Carbon classes", title_zh="碳地类")
    resource = _package()[name]
    frame = read_text_table(CLASSES / resource["path"]).set_index("code")
    return _assemble(
        name,
        frame,
        title_en=resource["title"],
        title_zh=resource["title_zh"],
        version=resource["version"],
        hierarchical=resource["hierarchical"],
        field_names=tuple(resource["field_names"]),
        digits_per_level=resource["digits_per_level"],
    )


def _load_crosswalk(path: Path) -> Classification:
    table = read_text_table(path)
    table.columns = pd.Index([column.lower() for column in table.columns])
    for column in ("code", "carbon_class"):
        if column not in table.columns:
            raise ClassError(
                "Crosswalk “{file}” has no column “{column}”; it needs the columns code and carbon_class.",
                file=path.name,
                column=column,
            )
    known = set(carbon_classes().index)
    seen: set[str] = set()
    for line, code, carbon_class in zip(table.index, table["code"], table["carbon_class"]):
        _check_crosswalk_row(path.name, line, code, carbon_class, known, seen)
        seen.add(code)
    return _assemble(path.stem, table.set_index("code"), title_en=path.name, title_zh=path.name)


def _check_crosswalk_row(
    file: str, line: int, code: str, carbon_class: str, known: set[str], seen: set[str]
) -> None:
    if not code:
        raise ClassError("Crosswalk “{file}”, line {line}: the code is empty.", file=file, line=line)
    if code in seen:
        raise ClassError(
            "Crosswalk “{file}”, line {line}: code “{code}” occurs a second time; keep one row per code.",
            file=file,
            line=line,
            code=code,
        )
    if carbon_class and carbon_class not in known:
        raise ClassError(
            "Crosswalk “{file}”, line {line}: “{carbon_class}” is not a carbon class. Use one of {known}.",
            file=file,
            line=line,
            carbon_class=carbon_class,
            known=", ".join(sorted(known)),
        )


def _assemble(
    name: str,
    frame: pd.DataFrame,
    *,
    title_en: str,
    title_zh: str,
    version: str = "",
    hierarchical: bool = False,
    field_names: tuple[str, ...] = (),
    digits_per_level: int = 0,
) -> Classification:
    codes = frame.reindex(columns=list(COLUMNS)).astype(object)
    codes = codes.where(codes.notna(), "")
    codes["carbon_class"] = codes["carbon_class"].where(codes["carbon_class"] != "", None)
    codes["level"] = pd.to_numeric(codes["level"], errors="coerce").fillna(1).astype("int64")
    return Classification(
        id=name,
        title_en=title_en,
        title_zh=title_zh,
        version=version,
        sha256=digest_of(codes),
        hierarchical=hierarchical,
        field_names=field_names,
        codes=codes,
        digits_per_level=digits_per_level,
    )
