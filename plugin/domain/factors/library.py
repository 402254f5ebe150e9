# SPDX-License-Identifier: GPL-2.0-or-later
"""Factor sets by name: shipped, put together from national and regional rows, or brought by the user."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from ...paths import RESOURCES
from ..errors import FactorError
from ..text_tables import digest_of, read_text_table
from .checks import prepared, validate_factor_frame, with_all_columns
from .invest import invest_names, invest_terms, is_invest_table
from .model import CARBON_CLASS, LUCODE, FactorSet
from .select import climates_of, regional_rows, tier1_rows
from .set_checks import flux_family, soil_depth
from .terms import terms_of

FACTORS = RESOURCES / "factors"


@cache
def _declared() -> dict[str, dict[str, Any]]:
    with (FACTORS / "datapackage.json").open(encoding="utf-8") as stream:
        return {entry["id"]: entry for entry in json.load(stream)["sets"]}


@cache
def _shipped_rows(file: str) -> pd.DataFrame:
    return with_all_columns(prepared(read_text_table(FACTORS / file)))


@cache
def factor_set_ids() -> tuple[str, ...]:
    """Ids of the shipped sets that can be loaded; tier-1 sets carry their climate in the id."""
    ids: list[str] = []
    for name, entry in _declared().items():
        if "split_by" in entry:
            ids.extend(f"{name}/{climate}" for climate in climates_of(_shipped_rows(entry["file"])))
        else:
            ids.append(name)
    return tuple(ids)


def factor_set_titles(language: str = "en") -> dict[str, str]:
    """Id → title of the shipped sets, for a list to choose from (``language`` "en" or "zh")."""
    field = "title_zh" if language == "zh" else "title"
    titles = {}
    for name in factor_set_ids():
        head, _, climate = name.partition("/")
        entry = _declared()[head]
        titles[name] = entry[field].format(climate=climate, soil_group=entry.get("default_soil_group", ""))
    return titles


def load_factor_set(name: str) -> FactorSet:
    """Load a shipped set by id, or the CSV at a path (plugin schema or InVEST carbon pools).

    Raises ``FactorError`` for an unknown id, for a tier-1 set without a climate, and for a table
    with problems (naming row, column and reason).
    """
    head = name.split("/")[0]
    if head in _declared() and not Path(name).suffix:
        return _load_shipped(name)
    if name.lower().endswith((".csv", ".txt")):
        return factor_set_from_frame(read_text_table(name), file=Path(name).name)
    raise FactorError(
        "Factor set “{name}” is not known. Use one of {known}, or the path of a CSV or XLSX table.",
        name=name,
        known=", ".join(factor_set_ids()),
    )


def factor_set_from_frame(frame_of_text: pd.DataFrame, *, file: str) -> FactorSet:
    """A factor set from a table of the user, as read from CSV or XLSX with all cells text.

    ``file`` names the table in errors; its stem is the id unless a column ``set_id`` gives
    one (set_title, set_version, flux_family and gwp likewise). Raises ``FactorError``.
    """
    # Name only: titles and sources travel into reports, which may have to hide paths.
    file = Path(file).name
    _refuse_problems(validate_factor_frame(frame_of_text, file), file)
    table = prepared(frame_of_text)
    if table.empty:
        raise FactorError("“{file}” holds no factor row.", file=file)
    if is_invest_table(table):
        return _invest_set(table, file)
    rows = with_all_columns(table)
    stated = {
        name: _stated(rows, name) for name in ("set_id", "set_title", "set_version", "flux_family", "gwp")
    }
    terms = terms_of(rows)
    return FactorSet(
        id=stated["set_id"] or Path(file).stem,
        version=stated["set_version"],
        title=stated["set_title"] or file,
        title_zh=stated["set_title"] or file,
        sha256=digest_of(terms),
        key=CARBON_CLASS,
        soil_depth_cm=soil_depth(rows),
        flux_family=stated["flux_family"] or flux_family(rows),
        gwp=stated["gwp"] or None,
        terms=terms,
        source=file,
    )


def _invest_set(table: pd.DataFrame, file: str) -> FactorSet:
    terms = invest_terms(table, file)
    return FactorSet(
        id=Path(file).stem,
        version="",
        title=file,
        title_zh=file,
        sha256=digest_of(terms),
        key=LUCODE,
        soil_depth_cm=None,
        flux_family=None,
        gwp=None,
        terms=terms,
        source=file,
        names=invest_names(table),
    )


@cache
def _load_shipped(name: str) -> FactorSet:
    head, *parts = name.split("/")
    entry = _declared()[head]
    rows = _shipped_rows(entry["file"])
    remarks: tuple[str, ...] = ()
    words: dict[str, str] = {}
    if "split_by" in entry:
        rows, words = tier1_rows(rows, head, parts, default_soil_group=entry["default_soil_group"])
    elif parts:
        raise FactorError("Factor set “{name}” is not known; “{head}” has no parts.", name=name, head=head)
    if "overrides" in entry:
        rows, remarks = regional_rows(rows, _shipped_rows(entry["overrides"]), entry["override_region"])
    _refuse_problems(
        validate_factor_frame(rows, entry["file"], soil_depth_cm=entry["soil_depth_cm"]), entry["file"]
    )
    terms = terms_of(rows)
    return FactorSet(
        id=name,
        version=entry["version"],
        title=entry["title"].format(**words),
        title_zh=entry["title_zh"].format(**words),
        sha256=digest_of(terms),
        key=CARBON_CLASS,
        soil_depth_cm=entry["soil_depth_cm"],
        flux_family=entry["flux_family"],
        gwp=entry["gwp"],
        terms=terms,
        source=entry["source"],
        remarks=remarks,
    )


def _refuse_problems(problems: list[Any], file: str) -> None:
    if not problems:
        return
    first = problems[0]
    raise FactorError(
        "“{file}”, row {row}, column “{column}”: {reason} ({count} problems in all; the tool “Validate "
        "factor table” lists them.)",
        file=file,
        row=first.row,
        column=first.column,
        reason=first,
        count=len(problems),
    )


def _stated(rows: pd.DataFrame, column: str) -> str:
    return str(rows[column].iloc[0]) if column in rows.columns else ""
