# SPDX-License-Identifier: GPL-2.0-or-later
"""Conditions of rules on the attributes of plan features."""

from __future__ import annotations

import csv
import time

import numpy as np
import pytest
from dualcarbon.plugin.domain.errors import RuleError
from dualcarbon.plugin.domain.rules import load_rule_pack
from dualcarbon.plugin.gis import compat
from dualcarbon.plugin.gis.rule_conditions import condition_fields, evaluate_conditions
from qgis.core import QgsFields
from qgis.PyQt.QtCore import QDate

FIELDS = QgsFields()
for field in (
    compat.field("GHYT", compat.TEXT),
    compat.field("RJL", compat.FLOAT),
    compat.field("n", compat.INTEGER),
):
    FIELDS.append(field)
COLUMNS = {
    "GHYT": np.array(["临时", "永久", None, "永久"], dtype=object),
    "RJL": np.array([0.5, 2.5, 3.0, None], dtype=object),
    "n": np.array([1, 2, 3, 4], dtype=object),
}


def pack_with(folder, **conditions):
    """A profile of the national pack with conditions by rule id (``_`` for ``-``), in the order given."""
    path = folder / "city.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["rule_id", "extends", "condition"])
        writer.writerows([rule.replace("_", "-"), "cn_national", text] for rule, text in conditions.items())
    return load_rule_pack(str(path))


def evaluate(pack):
    return {rule: list(held) for rule, held in evaluate_conditions(pack, FIELDS, COLUMNS, "plan").items()}


def test_conditions_hold_fail_or_are_unknown_for_each_feature(qgis_app, tmp_path):
    pack = pack_with(tmp_path, PBF_01="\"GHYT\" <> '临时'", UDB_01='"RJL" > 2', BLU_01="n in (1, 4)")
    assert evaluate(pack) == {
        "PBF-01": [False, True, None, True],
        "BLU-01": [True, False, False, True],
        "UDB-01": [False, True, True, None],
    }


def test_a_null_decides_only_where_it_matters(qgis_app, tmp_path):
    # NULL and false is false, NULL or true is true.
    pack = pack_with(
        tmp_path, PBF_01='"GHYT" = \'永久\' and "RJL" > 9', UDB_01='"GHYT" = \'永久\' or "RJL" > 2'
    )
    assert evaluate(pack) == {"PBF-01": [False, False, False, None], "UDB-01": [False, True, True, True]}


def test_rules_without_a_condition_are_left_out(qgis_app, tmp_path):
    assert evaluate(load_rule_pack("cn_national")) == {}


def test_the_fields_read_are_named_as_the_layer_names_them(qgis_app, tmp_path):
    pack = pack_with(tmp_path, PBF_01="ghyt is not null", UDB_01='"rjl" > 2 and "GHYT" like \'永%\'')
    assert condition_fields(pack, FIELDS, "plan") == ["GHYT", "RJL"]


def test_lists_and_dates_are_attributes_like_others(qgis_app, tmp_path):
    columns = {
        "GHYT": np.array([["学校", "公园"], ["公园"], ["学校"], None], dtype=object),
        "RJL": np.array([QDate(2024, 9, 1), QDate(2021, 1, 1), None, QDate(2024, 9, 1)], dtype=object),
    }
    pack = pack_with(
        tmp_path, PBF_01="array_contains(GHYT, '学校')", UDB_01="\"RJL\" >= to_date('2024-09-01')"
    )
    held = evaluate_conditions(pack, FIELDS, columns, "plan")
    assert list(held["PBF-01"]) == [True, False, True, None]
    assert list(held["UDB-01"]) == [True, False, None, True]


@pytest.mark.parametrize(
    ("condition", "word"),
    [
        ('"GHYT" = ', "no QGIS expression"),
        ("nofunction(1)", "no QGIS expression"),
        ("$area > 5", "not allowed in a condition: $area. It may"),
        ("rand(0, 1) = 1", "condition: rand. It may"),
        ("now() > to_date('2026-01-01') or $area > 5", "condition: $area, now. It may"),
        ("@layer_name = 'x'", "condition: var. It may"),
        ("env('HOME') = 'x'", "condition: env. It may"),
        ("attribute('GHYT') = 'x'", "condition: attribute. It may"),
        ("count(1, n) > 1", "condition: count. It may"),
        ("DLMC = '水田'", "no field “DLMC”; it has: GHYT, RJL, n"),
    ],
)
def test_a_condition_that_cannot_be_used_is_told_with_row_and_column(qgis_app, tmp_path, condition, word):
    pack = pack_with(tmp_path, PBF_01="n > 1", UDB_01=condition)
    with pytest.raises(RuleError) as caught:
        condition_fields(pack, FIELDS, "plan")
    (problem,) = caught.value.values["problems"]
    assert (caught.value.values["file"], problem.row, problem.column) == ("city.csv", 3, "condition")
    assert word in problem.reason


def test_the_row_is_that_of_the_table_that_wrote_the_condition(qgis_app, tmp_path):
    pack_with(tmp_path, PBF_01="n > 1", UDB_01="nofield > 1")
    heir = tmp_path / "town.csv"
    heir.write_text("rule_id,extends,severity\nUDB-01,city.csv,warning\n", encoding="utf-8")
    with pytest.raises(RuleError, match=r"city\.csv.*\nrow 3, column condition"):
        condition_fields(load_rule_pack(str(heir)), FIELDS, "plan")


@pytest.mark.parametrize("condition", ["\"GHYT\" || 'x'", '"RJL" * 2', 'to_int("GHYT") = 1'])
def test_what_is_no_truth_value_is_refused_with_the_attributes(qgis_app, tmp_path, condition):
    with pytest.raises(RuleError, match=r"row 2.*PBF-01.*(临时|0\.5)"):
        evaluate(pack_with(tmp_path, PBF_01=condition))


def test_a_county_of_parcels_is_quick_because_few_combinations_differ(qgis_app, tmp_path):
    pack = pack_with(tmp_path, PBF_01='"GHYT" = \'永久\' and "RJL" > 2')
    many = {name: np.tile(values, 50_000) for name, values in COLUMNS.items()}
    started = time.perf_counter()
    held = evaluate_conditions(pack, FIELDS, many, "plan")["PBF-01"]
    assert time.perf_counter() - started < 3.0  # 200 000 features; one by one it takes longer than that
    assert list(held[:4]) == list(held[-4:]) == evaluate(pack)["PBF-01"]
