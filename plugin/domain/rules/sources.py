# SPDX-License-Identifier: GPL-2.0-or-later
"""Where the text behind a rule was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .tokens import split_list
from .vocabulary import companion


@dataclass(frozen=True)
class RuleSource:
    """A document that a rule cites by ``key``, and where it was read; "" where that is not on record."""

    key: str
    document: str
    where_read: str


def sources_of(rule: Mapping[str, str]) -> list[RuleSource]:
    """The sources of a rule in the order in which it cites them; a user's own keys have no document here."""
    known = companion("sources", "source_key")
    return [
        RuleSource(key, known.at[key, "document"], known.at[key, "where_read"])
        if key in known.index
        else RuleSource(key, "", "")
        for key in split_list(rule["source_keys"])
    ]
