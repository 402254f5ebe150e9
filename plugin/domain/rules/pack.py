# SPDX-License-Identifier: GPL-2.0-or-later
"""Rule packs: tables that say what may be planned inside or outside each kind of control line.

A pack is text: a table of rules, if need be over a parent's (``inherit``), with the tables
it speaks by (line types, zones, check types, distances). Rules speak codes of the
land-and-sea classification of 2023.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

import pandas as pd

from ..text_tables import digest_of
from .checks import OPTIONAL_COLUMNS, REQUIRED_COLUMNS
from .dates import first_day, last_day
from .distances import RING_COLUMNS
from .inherit import OFF, RuleTable
from .vocabulary import companion


@dataclass(frozen=True)
class PackName:
    """Which pack it was: id, version and the digest of what it said."""

    id: str
    version: str
    sha256: str


@dataclass(frozen=True, eq=False)
class RulePack:
    """Rules with the vocabulary they use; every cell is text, ``""`` where the table is blank.

    ``rules`` is indexed by ``rule_id`` (also a column) and holds the rules that are switched
    on, after inheritance; ``line_types`` by ``line_type``; ``zones`` has (line_type,
    raw_value, zone); ``check_types`` is indexed by ``check_type``; ``rings`` has the columns
    ``RING_COLUMNS``. ``sha256`` digests the rules together with line types, zones, rings,
    sub-types and code sets. ``extends`` names the packs it builds on, the nearest first;
    ``switched_off`` the rules it leaves out; ``conditions`` gives, by rule id, file and row
    of the condition; ``table`` is what a heir builds on.
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
    rings: pd.DataFrame
    extends: tuple[PackName, ...]
    switched_off: tuple[str, ...]
    conditions: Mapping[str, tuple[str, int]]
    table: RuleTable

    @property
    def name(self) -> PackName:
        """Id, version and digest."""
        return PackName(self.id, self.version, self.sha256)


def make_pack(
    table: RuleTable,
    rings: pd.DataFrame,
    *,
    pack_id: str,
    version: str,
    title: str,
    title_zh: str,
    extends: tuple[PackName, ...] = (),
) -> RulePack:
    """A pack of a sound table and its rings; without a version the digest gives one."""
    off = table.rows["enabled"] == OFF
    rules = table.rows.loc[~off, [*REQUIRED_COLUMNS, *OPTIONAL_COLUMNS]]
    line_types, zones = companion("line_types", "line_type"), companion("zones")
    spoken = (rules, line_types, zones, rings, companion("dispatch"), companion("code_sets", "set_id"))
    digest = hashlib.sha256("".join(digest_of(part) for part in spoken).encode()).hexdigest()
    return RulePack(
        id=pack_id,
        version=version or digest[:8],
        title=title,
        title_zh=title_zh,
        sha256=digest,
        rules=rules,
        line_types=line_types,
        zones=zones,
        check_types=companion("check_types", "check_type"),
        rings=rings,
        extends=extends,
        switched_off=tuple(table.rows.index[off]),
        conditions=table.conditions,
        table=table,
    )


def lay_rings(parent: pd.DataFrame, rings: pd.DataFrame) -> pd.DataFrame:
    """Rings over those of the parent: a rule that the table names takes all its distances from it."""
    own = rings.reindex(columns=list(RING_COLUMNS), fill_value="")
    kept = parent[~parent["rule_id"].isin(own["rule_id"])]
    return pd.concat([kept, own], ignore_index=True)


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


def checkers_of(pack: RulePack, check_type: str) -> tuple[str, ...]:
    """The algorithms that look after a kind of check; ``("manual",)`` where the reader has to."""
    return tuple(str(pack.check_types.at[check_type, "checked_by"]).split(";"))
