# SPDX-License-Identifier: GPL-2.0-or-later
"""Rule tables written by hand for tests."""

from __future__ import annotations

import csv

import pytest
from dualcarbon.plugin.domain.errors import RuleError
from dualcarbon.plugin.domain.rules import load_rule_pack

#: A rule that is sound by itself.
SOUND = {
    "rule_id": "X-01",
    "line_type": "pbf",
    "check_type": "overlay_code",
    "where": "inside",
    "forbidden_codes": "07",
    "conditional_codes": "",
    "allowed_codes": "",
    "rule_text": "No housing.",
    "severity": "error",
}


def write_table(path, *rows):
    """Write rows (column → cell) as CSV; the header holds every column that a row names."""
    header = list(dict.fromkeys(column for row in rows for column in row))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, header, restval="")
        writer.writeheader()
        writer.writerows(rows)
    return path


def problems_of(path):
    """(row, column, reason) of everything that a refused table has."""
    with pytest.raises(RuleError) as caught:
        load_rule_pack(str(path))
    return [(problem.row, problem.column, problem.reason) for problem in caught.value.values["problems"]]


def places_of(path):
    """(row, column) of everything that a refused table has."""
    return [(row, column) for row, column, _ in problems_of(path)]
