# SPDX-License-Identifier: GPL-2.0-or-later
"""Forest parameters by species: shipped, or brought by the user in the plugin's schema."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from ...paths import RESOURCES
from ..errors import FactorError
from ..factors.checks import prepared
from ..factors.problems import Problem, Problems
from ..factors.vocabulary import is_weak
from ..text_tables import digest_of, read_text_table
from . import vocabulary as words
from .checks import check_forest_table, with_all_columns

FACTORS = RESOURCES / "factors"


@dataclass(frozen=True)
class ForestParameters:
    """Names and parameters of species.

    ``species`` has the index ``species`` and the columns names (tuple of aliases), carbon_class
    and owners (the species itself, its groups and ``*``: whose values hold, nearest first).
    ``values`` has one row per value: owner, parameter, by, begin, end (begin < x ≤ end), value,
    low, high in the units of the product (NaN bounds: no 95 % interval known), evidence, weak,
    row_id, source. ``sha256`` is the digest of both.
    """

    id: str
    version: str
    title: str
    sha256: str
    source: str
    species: pd.DataFrame
    values: pd.DataFrame


@cache
def _declared() -> dict[str, dict[str, Any]]:
    with (FACTORS / "datapackage.json").open(encoding="utf-8") as stream:
        return {entry["id"]: entry for entry in json.load(stream)["forest_sets"]}


def forest_set_ids() -> tuple[str, ...]:
    """Ids of the shipped sets."""
    return tuple(_declared())


def forest_set_titles(language: str = "en") -> dict[str, str]:
    """Id → title of the shipped sets, for a list to choose from (``language`` "en" or "zh")."""
    field = "title_zh" if language == "zh" else "title"
    return {name: entry[field] for name, entry in _declared().items()}


def load_forest_parameters(name: str) -> ForestParameters:
    """A shipped set by id, or the CSV at a path; raises ``FactorError`` for any other name."""
    entry = _declared().get(name)
    if entry is not None:
        return _load_shipped(name)
    if name.lower().endswith((".csv", ".txt")):
        return forest_parameters_from_frame(read_text_table(name), file=Path(name).name)
    raise FactorError(
        "Forest parameters “{name}” are not known. Use one of {known}, or the path of a CSV or XLSX table "
        "(template: resources/factors/forest_template.csv).",
        name=name,
        known=", ".join(forest_set_ids()),
    )


def forest_parameters_from_frame(frame: pd.DataFrame, *, file: str) -> ForestParameters:
    """Parameters from a table of the user, every cell text; without species rows the shipped names hold.

    Raises ``FactorError`` that lists all problems by row and column.
    """
    file = Path(file).name
    table = prepared(frame)
    _refuse(check_forest_table(table, file), file)
    rows = with_all_columns(table)
    own = rows[rows["kind"] == words.SPECIES]
    names = own if len(own) else _shipped_rows("forest_species.csv")
    values = rows[rows["kind"] == words.PARAMETER]
    if values.empty:
        raise FactorError("“{file}” holds no parameter row.", file=file)
    return _parameters(Path(file).stem, "", file, file, names, values)


@cache
def _shipped_rows(file: str) -> pd.DataFrame:
    return with_all_columns(prepared(read_text_table(FACTORS / file)))


@cache
def _load_shipped(name: str) -> ForestParameters:
    entry = _declared()[name]
    rows = _shipped_rows(entry["file"])
    rows = rows[rows["climate"].isin(["", entry.get("climate", "")])]
    return _parameters(
        name, entry["version"], entry["title"], entry["source"], _shipped_rows("forest_species.csv"), rows
    )


def _parameters(
    name: str, version: str, title: str, source: str, names: pd.DataFrame, rows: pd.DataFrame
) -> ForestParameters:
    species, values = _species_of(names), _values_of(rows)
    digest = hashlib.sha256((digest_of(species) + digest_of(values)).encode("ascii")).hexdigest()
    return ForestParameters(name, version, title, digest, source, species, values)


def _species_of(rows: pd.DataFrame) -> pd.DataFrame:
    split = rows[["names", "groups"]].apply(lambda column: column.map(_parts))
    return pd.DataFrame(
        {
            "names": [(name, *names) for name, names in zip(rows["species"], split["names"])],
            "carbon_class": rows["carbon_class"].to_numpy(),
            "owners": [
                (name, *groups, words.EVERY) for name, groups in zip(rows["species"], split["groups"])
            ],
        },
        index=pd.Index(rows["species"].to_numpy(), name="species", dtype=object),
    )


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("|") if part.strip())


def _values_of(rows: pd.DataFrame) -> pd.DataFrame:
    scales = [words.unit_scale(parameter, unit) for parameter, unit in zip(rows["parameter"], rows["unit"])]
    scale = pd.Series(scales, index=rows.index, dtype="float64")
    numbers = {
        name: pd.to_numeric(rows[name], errors="coerce").astype("float64")
        for name in ("from", "to", "value", "low", "high")
    }
    frame = pd.DataFrame(
        {
            "owner": rows["species"],
            "parameter": rows["parameter"],
            "by": rows["by"],
            # What values depend on is never negative: a class from 0 holds 0 too, as one without “from”.
            "begin": numbers["from"].where(numbers["from"] > 0.0, float("-inf")),
            "end": numbers["to"].fillna(float("inf")),
            **{name: numbers[name] * scale for name in ("value", "low", "high")},
            "evidence": rows["evidence"],
            "weak": [
                is_weak(grade, "yes" if verified == "yes" else "no")
                for grade, verified in zip(rows["evidence"], rows["verified"])
            ],
            "row_id": rows["row_id"],
            "source": rows["source"],
        }
    )
    return frame.sort_values(["parameter", "owner", "begin"], kind="stable", ignore_index=True)


def _refuse(problems: list[Problem], file: str) -> None:
    if problems:
        raise FactorError(
            "“{file}” is no sound table of forest parameters ({count} problems):\n{problems}",
            file=file,
            count=len(problems),
            problems=Problems(problems),
        )
