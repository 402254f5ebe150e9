# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan layer in edit mode with its live balance, and the full check that it has to equal."""

from __future__ import annotations

import math
import time
from typing import Any

import pytest
from layers_by_hand import control_line, make_layer, square
from qgis.PyQt.QtCore import QCoreApplication

X, Y = 500_000.0, 3_300_000.0
ROWS = [(square(X, Y), "0703"), (square(X + 100, Y), "0101"), (square(X + 200, Y), "1202")]


def settled(tracker: Any) -> None:
    """Let the event loop run until nothing is left to do."""
    end = time.monotonic() + 30.0
    while time.monotonic() < end:
        QCoreApplication.processEvents()
        if not tracker.is_busy:
            return
        time.sleep(0.005)
    raise TimeoutError


def parameters(**more: Any) -> dict[str, Any]:
    """A check of the draft against farmland under its first and half of its second parcel."""
    return {
        "PLAN_FIELD": "YDYHFLDM",
        "PLAN_ID_FIELD": "BSM",
        "PLAN_CLASSIFICATION": "cn_landsea_2023",
        "FARMLAND": control_line((square(X, Y, 150, 100), {})),
        "BASE": make_layer([(square(X, Y, 300, 100), {"DLBM": "0101"})], name="DLTB"),
        "BASE_FIELD": "DLBM",
        "LINE_ID_FIELD": "BSM",
        "AS_OF": "2026-04-01",
        "AREA_RULE": "planar",
        **more,
    }


class Bench:
    """A layer, its tracker, and what the tracker said."""

    def __init__(self, layer: Any, given: dict[str, Any], targets: Any = None) -> None:
        from dualcarbon.plugin.gis.live_balance import PlanTracker, prepare_opening

        self.layer, self.given = layer, given
        self.tracker = PlanTracker(layer)
        self.changes: list[Any] = []
        self.failures: list[str] = []
        self.tracker.changed.connect(self.changes.append)
        self.tracker.failed.connect(self.failures.append)
        self.is_open = False
        self.tracker.take(prepare_opening(layer, given, targets).work(self._report))
        self.is_open = True
        layer.startEditing()

    def _report(self, _share: float) -> None:
        if self.is_open:
            raise AssertionError("the task of the opening is over")

    @property
    def state(self) -> Any:
        settled(self.tracker)
        return self.tracker.plan.balance.state()

    def assert_like_full_check(self) -> None:
        """The figures are those of a check of the layer as it stands in the edit buffer."""
        import processing

        state = self.state
        outputs = {"OUTPUT": "memory:"}
        result = processing.run("dualcarbon:checkplan", {**self.given, **outputs, "PLAN": self.layer})
        totals = {name.upper(): value for name, value in state.totals.items()}
        shared = totals.keys() & result.keys()
        assert {"ERRORS", "ERROR_AREA_HA", "CARBON_AT_STAKE_TCO2E"} <= shared
        for name in shared:
            figure = math.nan if result[name] is None else result[name]
            assert totals[name] == pytest.approx(figure, rel=1e-9, abs=1e-9, nan_ok=True), name
        keys = sorted(feature["finding_key"] for feature in result["OUTPUT"].getFeatures())
        assert sorted(one.key for one in self.tracker.plan.balance.findings()) == keys
