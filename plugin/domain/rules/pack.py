# SPDX-License-Identifier: GPL-2.0-or-later
"""Rule packs: tables that say what may be planned inside or outside each kind of control line.

A pack is text: ``resources/rules/cn_national.csv`` and its companions (line types, zones,
check types, sources), or a user's CSV with the same columns. Rules speak codes of the
land-and-sea classification of 2023.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

import pandas as pd

from ...paths import RESOURCES
from ..errors import RuleError
from ..factors.problems import Problem
from ..text_tables import digest_of, read_text_table
from .checks import OPTIONAL_COLUMNS, REQUIRED_COLUMNS, Vocabulary, find_problems, first_day, last_day

FOLDER = RESOURCES / "rules"
RULE_CODES = RESOURCES / "classes" / "cn_landsea_2023.csv"
NATIONAL = "cn_national"


@dataclass(frozen=True, eq=False)
class RulePack:
    """Rules with the vocabulary they use; every cell is text, ``""`` where the table is blank.

    ``rules`` is indexed by ``rule_id`` (also a column); ``line_types`` by ``line_type``;
    ``zones`` has (line_type, raw_value, zone); ``check_types`` is indexed by ``check_type``.
    ``sha256`` digests the rules together with line types and zones.
    """

    id: str
    version: str
    title: str
    title_zh: str
    sha256: str
    rules: pd.DataFrame
    line_types: pd.DataFrame
    zones: pd.DataFrame
    check_types: pd.DataFrame


class Problems(tuple[Problem, ...]):
    """The problems of one file; as text one line each."""

    def __str__(self) -> str:
        return "\n".join(f"row {problem.row}, column {problem.column}: {problem.reason}" for problem in self)


def rule_pack_ids() -> tuple[str, ...]:
    """Ids of the packs that are shipped."""
    return (NATIONAL,)


def load_rule_pack(name: str) -> RulePack:
    """Load a shipped pack by id or a user's CSV by path.

    Raises ``RuleError`` that lists every problem with row, column and reason.
    """
    if name in rule_pack_ids():
        return _national_pack()
    path = Path(name)
    if not path.is_file():
        raise RuleError(
            "Rule pack “{name}” is neither a shipped id ({ids}) nor a file; give an id or the path of a CSV.",
            name=name,
            ids=", ".join(rule_pack_ids()),
        )
    return rule_pack_from_frame(read_text_table(path), file=path.name)


def rule_pack_from_frame(rules: pd.DataFrame, *, file: str) -> RulePack:
    """A pack from a table of text cells; line types and zones are the shipped ones."""
    problems = rule_problems(rules)
    if problems:
        raise RuleError(
            "Rule table “{file}” has {count} problem(s); correct them and load it again:\n{problems}",
            file=file,
            count=len(problems),
            problems=Problems(problems),
        )
    stem = Path(file).stem
    return _assemble(rules, pack_id=stem, version="", title=stem, title_zh=stem)


def rule_problems(rules: pd.DataFrame) -> list[Problem]:
    """Every problem of a rule table (cells as text), with row, column and reason."""
    return find_problems(rules, _vocabulary())


@lru_cache(maxsize=16)
def rules_in_force(pack: RulePack, as_of: date) -> RulePack:
    """The pack with the rules in force on a day.

    ``valid_from``/``valid_to`` may be a day, a month (its first and last day) or blank:
    not established, hence in force.
    """
    starts = [first_day(text) or date.min for text in pack.rules["valid_from"]]
    ends = [last_day(text) or date.max for text in pack.rules["valid_to"]]
    kept = [start <= as_of <= end for start, end in zip(starts, ends)]
    return replace(pack, rules=pack.rules[kept])


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

    None when no alias fits or two line types fit equally well.
    """
    name = layer_name.upper()
    fits = {
        (len(alias), line_type)
        for line_type, aliases in pack.line_types["layer_aliases"].items()
        for alias in aliases.split(";")
        if alias and alias.upper() in name
    }
    longest = [line_type for length, line_type in fits if length == max(fits)[0]]
    return longest[0] if len(longest) == 1 else None


def zone_field_of(pack: RulePack, line_type: str, field_names: Sequence[str]) -> str | None:
    """The first field of a layer that usually holds the zones of this line type, if any."""
    by_upper = {name.upper(): name for name in reversed(field_names)}
    for alias in pack.line_types.at[line_type, "zone_fields"].split(";"):
        if alias and alias.upper() in by_upper:
            return by_upper[alias.upper()]
    return None


def refuse_evaluation_layer(layer_name: str, line_type: str) -> None:
    """Raise ``RuleError`` for a layer that only looks like this line, such as an importance evaluation."""
    types = _companion("line_types", "line_type")
    refused = types["refused_layers"].get(line_type, "")
    if any(alias and alias.upper() in layer_name.upper() for alias in refused.split(";")):
        raise RuleError(
            "Layer “{layer}” is an evaluation, not the statutory line ({line_type}). "
            "Choose the delimited line, usually named {aliases}.",
            layer=layer_name,
            line_type=line_type,
            aliases=types.at[line_type, "layer_aliases"].replace(";", ", "),
        )


@lru_cache(maxsize=1)
def _national_pack() -> RulePack:
    package = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    rules = read_text_table(FOLDER / f"{NATIONAL}.csv")
    problems = rule_problems(rules)
    if problems:
        raise RuleError(
            "The shipped rule pack is damaged; reinstall the plugin.\n{problems}", problems=Problems(problems)
        )
    return _assemble(
        rules,
        pack_id=NATIONAL,
        version=package["version"],
        title=package["title"],
        title_zh=package["title_zh"],
    )


def _assemble(rules: pd.DataFrame, *, pack_id: str, version: str, title: str, title_zh: str) -> RulePack:
    full = rules.reindex(columns=[*REQUIRED_COLUMNS, *OPTIONAL_COLUMNS], fill_value="")
    full = full.set_index("rule_id", drop=False)
    line_types = _companion("line_types", "line_type")
    zones = read_text_table(FOLDER / "zones.csv")
    digest = hashlib.sha256("".join(digest_of(table) for table in (full, line_types, zones)).encode())
    return RulePack(
        pack_id,
        version or digest.hexdigest()[:8],
        title,
        title_zh,
        digest.hexdigest(),
        full,
        line_types,
        zones,
        _companion("check_types", "check_type"),
    )


@lru_cache(maxsize=1)
def _vocabulary() -> Vocabulary:
    zones = read_text_table(FOLDER / "zones.csv")
    return Vocabulary(
        line_types=frozenset(_companion("line_types", "line_type").index),
        zones=frozenset(zip(zones["line_type"], zones["zone"])),
        check_types=frozenset(_companion("check_types", "check_type").index),
        codes=frozenset(read_text_table(RULE_CODES)["code"]),
    )


@lru_cache(maxsize=4)
def _companion(name: str, key: str) -> pd.DataFrame:
    return read_text_table(FOLDER / f"{name}.csv").set_index(key)
