# SPDX-License-Identifier: GPL-2.0-or-later
"""The data package of the rules against its tables: columns, keys, closed lists, references."""

from __future__ import annotations

import json

import pytest
from dualcarbon.plugin.domain.text_tables import read_text_table
from dualcarbon.plugin.paths import RESOURCES

FOLDER = RESOURCES / "rules"
PACKAGE = json.loads((FOLDER / "datapackage.json").read_text(encoding="utf-8"))["resources"]
TABLES = {item["name"]: read_text_table(FOLDER / item["path"]) for item in PACKAGE}
each_table = pytest.mark.parametrize("item", PACKAGE, ids=lambda item: item["name"])


def constrained(item):
    """(column as text, constraints) of a described table."""
    for field in item["schema"]["fields"]:
        yield TABLES[item["name"]][field["name"]], field.get("constraints", {}), field["type"]


def test_every_table_of_the_folder_is_described():
    assert sorted(item["path"] for item in PACKAGE) == sorted(path.name for path in FOLDER.glob("*.csv"))


@each_table
def test_the_columns_are_those_of_the_file_in_its_order(item):
    assert [field["name"] for field in item["schema"]["fields"]] == list(TABLES[item["name"]].columns)


@each_table
def test_cells_keep_to_their_constraints(item):
    for column, constraints, kind in constrained(item):
        filled = column[column != ""]
        assert not constraints.get("required") or len(filled) == len(column), column.name
        assert not constraints.get("unique") or filled.is_unique, column.name
        assert set(filled) <= set(constraints.get("enum", filled)), column.name
        assert all(filled.str.fullmatch(constraints.get("pattern", ".*"))), column.name
        if kind == "number":
            assert (filled.astype(float) >= constraints.get("minimum", float("-inf"))).all(), column.name


@each_table
def test_keys_are_unique_and_references_meet_a_row(item):
    table, schema = TABLES[item["name"]], item["schema"]
    assert not table.duplicated(schema.get("primaryKey")).any()
    for key in schema.get("foreignKeys", []):
        (column,), target = key["fields"], key["reference"]
        known = set(TABLES[target["resource"]][target["fields"][0]])
        assert set(table[column]) - {""} <= known, column


def test_what_tables_say_about_rules_is_about_rules_of_the_national_pack():
    known = set(TABLES["cn_national"]["rule_id"])
    for name, table in TABLES.items():
        if name not in ("template", "cn_national") and "rule_id" in table.columns:
            named = {rule_id for cell in table["rule_id"] for rule_id in cell.split(";")} - {""}
            assert named <= known, name
