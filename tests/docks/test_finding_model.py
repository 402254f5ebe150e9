# SPDX-License-Identifier: GPL-2.0-or-later
"""The tree of findings against plain counting, and against Qt's own tester of models."""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import permutations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from qgis.PyQt.QtCore import QItemSelection, QModelIndex, Qt
from qgis.PyQt.QtTest import QAbstractItemModelTester

COLUMNS = ("line_type", "rule_id", "severity", "state")
VALUES = {
    "line_type": ["pbf", "erl", None],
    "rule_id": ["PBF-01", "ERL-02"],
    "severity": ["error", "warning", "info", "noise"],
    "state": ["open", "exempted", "fixed"],
}
row = st.fixed_dictionaries(
    {name: st.sampled_from(values) for name, values in VALUES.items()}
    | {"area_m2": st.floats(0.0, 1e7), "plan_id": st.sampled_from(["p1", "p2", "P3"])}
)
groupings = st.integers(0, 3).flatmap(lambda n: st.sampled_from(list(permutations(COLUMNS, n))))


def findings_of(rows):
    """Findings with keys k0, k1 … in the order of the rows."""
    from dualcarbon.plugin.docks.check.findings import Findings
    from dualcarbon.plugin.docks.check.words import Words
    from dualcarbon.plugin.gis.finding_layers import SHOWN

    frame = pd.DataFrame([dict.fromkeys(SHOWN) | made for made in rows], columns=list(SHOWN))
    frame = frame.astype(object)
    frame.insert(0, "fid", range(len(rows)))
    frame["finding_key"] = [f"k{number}" for number in range(len(rows))]
    frame["area_m2"] = frame["area_m2"].astype(float)
    return Findings(frame, Words())


def model_of(rows, grouping=()):
    from dualcarbon.plugin.docks.check.model import FindingModel
    from dualcarbon.plugin.domain.profiles import load_profile

    model = FindingModel(load_profile("si"), "en")
    model.arrange_by(grouping)
    model.show(findings_of(rows))
    return model


def many(count):
    """Findings in a fixed pattern: rule, severity and state by turns, areas of 1, 2, 3 … m²."""
    return [
        {name: values[number % len(values)] for name, values in VALUES.items()}
        | {"area_m2": float(number + 1), "plan_id": f"p{number}"}
        for number in range(count)
    ]


@settings(max_examples=60)
@given(st.lists(row, max_size=30), groupings, st.sampled_from(["area_m2", "plan_id", "count", "state"]))
def test_groups_hold_what_counting_says(rows, grouping, column):
    from dualcarbon.plugin.docks.check.arrange import Sorting, arrange

    tree = arrange(
        findings_of(rows), grouping, np.array([r["severity"] != "noise" for r in rows], bool), Sorting(column)
    )
    expected = defaultdict(list, {(): []})
    for made in rows:
        if made["severity"] != "noise":
            for depth in range(len(grouping) + 1):
                expected[tuple(made[name] for name in grouping[:depth])].append(made["area_m2"] / 1e4)
    found = {}
    for group in tree.groups:
        path, one = [], group
        while one.number:
            path, one = [one.value, *path], tree.groups[one.parent]
        found[tuple(path)] = (len(group.rows), group.area_ha)
    assert found == {path: (len(areas), math.fsum(areas)) for path, areas in expected.items()}
    assert sorted(tree.leaves.tolist()) == [n for n, r in enumerate(rows) if r["severity"] != "noise"]


@settings(max_examples=30)
@given(st.lists(row, min_size=1, max_size=20), st.randoms(use_true_random=False))
def test_the_order_of_features_does_not_matter(rows, shuffler):
    from dualcarbon.plugin.docks.check.arrange import Sorting, arrange
    from dualcarbon.plugin.docks.check.findings import Findings

    findings = findings_of(rows)
    order = list(range(len(rows)))
    shuffler.shuffle(order)
    mixed = Findings(findings.frame.iloc[order].reset_index(drop=True), findings.words)
    keys = []
    for shown in (findings, mixed):
        tree = arrange(shown, ("rule_id",), np.ones(len(rows), bool), Sorting("state"))
        keys.append([shown.columns["finding_key"][leaf] for leaf in tree.leaves])
    assert keys[0] == keys[1]


def test_qt_finds_no_fault_with_the_model(qgis_app):
    model = model_of(many(1_300), ("line_type",))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.arrange_by(())
    # The tester itself fetches all portions.
    assert model.rowCount() == 1_300
    model.sort(2, Qt.SortOrder.DescendingOrder)
    model.arrange_by(("state", "severity", "rule_id"), "p1", {"state": frozenset({"fixed"})})
    model.show(None)
    assert model.rowCount() == 0
    del tester


def test_a_finding_far_down_is_handed_to_the_view_when_it_is_gone_to(qgis_app):
    model = model_of(many(2_500))
    assert model.rowCount() == 1_000
    last = int(model.tree.leaves[-1])
    index = model.index_of(last)
    assert index.row() == 2_499
    assert model.row_of(index) == last
    assert model.rowCount() == 2_500


@pytest.mark.parametrize("grouping", [(), ("severity",), ("state", "line_type")])
def test_walking_meets_every_finding_once_in_the_order_of_the_tree(qgis_app, grouping):
    model = model_of(many(60), grouping)
    index, walked = QModelIndex(), []
    for _step in range(60):
        index = model.neighbour(index, 1)
        walked.append(model.row_of(index))
    assert walked == model.tree.leaves.tolist()
    assert model.row_of(model.neighbour(index, 1)) == walked[-1]
    back = []
    for _step in range(59):
        index = model.neighbour(index, -1)
        back.append(model.row_of(index))
    assert back == walked[-2::-1]


def test_selected_groups_and_findings_together_count_once(qgis_app):
    model = model_of(many(12), ("state",))
    group = model.index(0, 0)
    below = model.index(0, 0, group)
    selection = QItemSelection(group, group)
    selection.select(below, below)
    other = model.index(1, 0, model.index(1, 0))
    selection.select(other, other)
    rows = model.rows_in(selection)
    assert len(rows) == 5
    assert set(rows) == {0, 3, 6, 9, model.row_of(other)}
    assert rows == [leaf for leaf in model.tree.leaves.tolist() if leaf in rows]


def test_hundred_thousand_findings_do_not_hold_the_window(qgis_app):
    """Grouped, filtered and sorted in well under a second each."""
    from time import perf_counter

    model = model_of(many(100_000), ("line_type", "rule_id"))
    for deed in (
        lambda: model.arrange_by(("state", "severity", "line_type", "rule_id")),
        lambda: model.arrange_by(("rule_id",), "p777"),
        lambda: model.arrange_by(()),
        lambda: model.sort(2, Qt.SortOrder.DescendingOrder),
        lambda: model.index_of(77_777),
    ):
        start = perf_counter()
        deed()
        assert perf_counter() - start < 1.5
