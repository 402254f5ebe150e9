# SPDX-License-Identifier: GPL-2.0-or-later
"""The values that rule tables may use: line types, zones, check types, places, codes and sets of codes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

from ...paths import RESOURCES
from ..errors import RuleError
from ..text_tables import read_text_table
from .tokens import split_list

FOLDER = RESOURCES / "rules"
RULE_CODES = RESOURCES / "classes" / "cn_landsea_2023.csv"
SEVERITIES = ("error", "warning", "info")
#: Where a rule speaks: in or outside the line, in a ring around it, wherever the plan or the sea is,
#: in the layer itself, in a pair of layers, or about the totals of a unit.
PLACES = ("inside", "outside", "buffer", "anywhere", "sea", "layer", "pair", "plan_unit", "city", "province")


@dataclass(frozen=True)
class Vocabulary:
    """The values that a rule table may use."""

    line_types: frozenset[str]
    zones: frozenset[tuple[str, str]]  # (line type, zone id)
    check_types: frozenset[str]
    codes: frozenset[str]

    def choices(self) -> dict[str, frozenset[str]]:
        """Closed lists of values by column; an empty cell counts only where it is listed."""
        return {
            "line_type": self.line_types,
            "check_type": self.check_types,
            "where": frozenset(PLACES),
            "severity": frozenset(SEVERITIES),
            "verified": frozenset({"yes", "partial", "no", ""}),
            "closed_world": frozenset({"yes", "no", ""}),
            "enabled": frozenset({"yes", "no", ""}),
        }


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The shipped vocabulary."""
    zones = companion("zones")
    return Vocabulary(
        line_types=frozenset(companion("line_types", "line_type").index),
        zones=frozenset(zip(zones["line_type"], zones["zone"])),
        check_types=frozenset(companion("check_types", "check_type").index),
        codes=frozenset(read_text_table(RULE_CODES)["code"]),
    )


@lru_cache(maxsize=16)
def companion(name: str, key: str = "") -> pd.DataFrame:
    """A shipped table beside the rules, every cell text; indexed by ``key`` where one is given."""
    table = read_text_table(FOLDER / f"{name}.csv")
    return table.set_index(key) if key else table


def code_set(name: str) -> tuple[str, ...]:
    """The land-and-sea codes of a named set, such as ``construction``; each stands for all codes below it.

    Raises ``RuleError`` that names the sets there are.
    """
    sets = companion("code_sets", "set_id")
    if name not in sets.index:
        raise RuleError(
            "Code set “{name}” is unknown; known are {known}.", name=name, known=", ".join(sets.index)
        )
    return tuple(split_list(str(sets.at[name, "codes"])))
