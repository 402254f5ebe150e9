# SPDX-License-Identifier: GPL-2.0-or-later
"""Rule packs by id or by path, with the parents they extend; a broken one is refused with its problems."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from ..errors import DualCarbonError, RuleError
from ..factors.problems import Problem, Problems
from ..text_tables import read_text_table
from .distances import RING_COLUMNS, ring_problems
from .inherit import RuleTable, empty_table, merge, parent_name, table_problems
from .pack import RulePack, lay_rings, make_pack
from .vocabulary import FOLDER, vocabulary

NATIONAL = "cn_national"
#: A table of distances beside a user's rule table is named like it with this ending.
RINGS_ENDING = "_buffers.csv"

#: Reads a file as a table of text cells; the index holds the rows of the file.
Reader = Callable[[Path], pd.DataFrame]


@dataclass(frozen=True)
class _Parent:
    """What a table builds on: a pack, none, or one that could not be read (then the problems tell why)."""

    name: str
    pack: RulePack | None
    problems: list[Problem]


def rule_pack_ids() -> tuple[str, ...]:
    """Ids of the packs that are shipped, the national one first."""
    return tuple(_shipped_facts())


def load_rule_pack(name: str, *, read: Reader = read_text_table) -> RulePack:
    """Load a shipped pack by id or a user's table by path; ``read`` may know more formats than CSV.

    Raises ``RuleError`` that lists every problem with row, column and reason.
    """
    if name in rule_pack_ids():
        return _shipped(name)
    path = Path(name)
    if not path.is_file():
        raise RuleError(
            "Rule pack “{name}” is neither a shipped id ({ids}) nor a file; give an id or the path of a CSV.",
            name=name,
            ids=", ".join(rule_pack_ids()),
        )
    return _load(path, read, heirs=())


def rule_problems(path: Path, *, read: Reader = read_text_table) -> tuple[pd.DataFrame, list[Problem]]:
    """The rule table of a file as read, and every problem with row, column and reason."""
    rules = read(path)
    return rules, _judge_table(rules, _parent_of(rules, path, read, heirs=()))


def rings_path(path: Path) -> Path:
    """Where the distances of a rule table lie, if it has any."""
    if path.resolve() == FOLDER / f"{NATIONAL}.csv":
        return FOLDER / "buffers.csv"
    return path.with_name(path.stem + RINGS_ENDING)


def rings_problems(path: Path, *, read: Reader = read_text_table) -> list[Problem]:
    """Every problem of the distances beside a rule table that is sound itself; none where it has none."""
    if not rings_path(path).is_file():
        return []
    rules = read(path)
    table = _merged(rules, _parent_of(rules, path, read, heirs=()), path)
    return ring_problems(read_text_table(rings_path(path)), table.rows, vocabulary())


def refuse_problems(file: str, problems: Sequence[Problem]) -> None:
    """Raise ``RuleError`` that lists the problems of a rule table, if there are any."""
    if problems:
        raise RuleError(
            "Rule table “{file}” has {count} problem(s); correct them and load it again:\n{problems}",
            file=file,
            count=len(problems),
            problems=Problems(problems),
        )


def _load(path: Path, read: Reader, heirs: tuple[Path, ...]) -> RulePack:
    rules = read(path)
    parent = _parent_of(rules, path, read, heirs)
    refuse_problems(path.name, _judge_table(rules, parent))
    table = _merged(rules, parent, path)
    if table.rows.empty:
        raise RuleError("Rule table “{file}” holds no rules. Write a row for each.", file=path.name)
    rings = parent.pack.rings if parent.pack else pd.DataFrame(columns=list(RING_COLUMNS), dtype=object)
    if rings_path(path).is_file():
        own = read_text_table(rings_path(path))
        refuse_problems(rings_path(path).name, ring_problems(own, table.rows, vocabulary()))
        rings = lay_rings(rings, own)
    facts = _shipped_facts().get(path.stem, {}) if path.resolve().parent == FOLDER else {}
    return make_pack(
        table,
        rings,
        pack_id=path.stem,
        version=facts.get("version", ""),
        title=facts.get("title", path.stem),
        title_zh=facts.get("title_zh", path.stem),
        extends=(parent.pack.name, *parent.pack.extends) if parent.pack else (),
    )


def _merged(rules: pd.DataFrame, parent: _Parent, path: Path) -> RuleTable:
    return merge(parent.pack.table if parent.pack else empty_table(), rules, file=path.name)


def _judge_table(rules: pd.DataFrame, parent: _Parent) -> list[Problem]:
    table = None if parent.problems else parent.pack.table if parent.pack else empty_table()
    found = table_problems(table, rules, vocabulary(), parent_name=parent.name)
    return sorted([*parent.problems, *found], key=lambda problem: problem.row)


def _parent_of(rules: pd.DataFrame, path: Path, read: Reader, heirs: tuple[Path, ...]) -> _Parent:
    row, name, problems = parent_name(rules)
    if not name:
        return _Parent("", None, problems)
    if name in rule_pack_ids():
        return _Parent(name, _shipped(name), problems)
    file, chain = path.parent / name, (*heirs, path.resolve())
    pack, trouble = _read_parent(row, name, file, read, chain)
    return _Parent(name, pack, [*problems, *trouble])


def _read_parent(
    row: int, name: str, file: Path, read: Reader, chain: tuple[Path, ...]
) -> tuple[RulePack | None, list[Problem]]:
    if not file.is_file():
        missing = Problem(
            row,
            "extends",
            "“{value}” is neither a shipped rule pack ({ids}) nor a file; write an id, or a path from "
            "the folder of this table.",
            {"value": name, "ids": ", ".join(rule_pack_ids())},
        )
        return None, [missing]
    if file.resolve() in chain:
        circle = Problem(
            row,
            "extends",
            "the tables extend each other in a circle: {circle}; one of them must stand alone.",
            {"circle": " → ".join(item.name for item in (*chain, file))},
        )
        return None, [circle]
    try:
        return _load(file, read, chain), []
    except DualCarbonError as error:
        broken = Problem(
            row, "extends", "the parent “{value}” cannot be used: {reason}", {"value": name, "reason": error}
        )
        return None, [broken]


@lru_cache(maxsize=8)
def _shipped(name: str) -> RulePack:
    return _load(FOLDER / f"{name}.csv", read_text_table, heirs=())


@lru_cache(maxsize=1)
def _shipped_facts() -> dict[str, Any]:
    package = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))
    return {item["name"]: item for item in package["resources"] if item.get("kind") == "rule_pack"}
