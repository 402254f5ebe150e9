# SPDX-License-Identifier: GPL-2.0-or-later
"""Updates and hot spots that the user stops, at every fifth of their progress: nothing of them remains."""

from __future__ import annotations

import time

import pytest
from increments_by_hand import X, Y, hand_factors, process, table_layer
from layers_by_hand import Log, make_layer, square
from qgis.core import QgsProcessingException, QgsProcessingFeedback


class StopAt(Log):
    """Feedback that cancels once the progress (per cent) has reached a figure, and notes the moment."""

    def __init__(self, figure: float) -> None:
        super().__init__()
        self.figure = figure
        self.stopped_at = 0.0

    def setProgress(self, progress: float) -> None:
        if progress >= self.figure and not self.isCanceled():
            self.stopped_at = time.perf_counter()
            self.cancel()
        QgsProcessingFeedback.setProgress(self, progress)


@pytest.fixture
def jobs(provider, tmp_path):
    rows = [(100 * column, 100 * row) for column in range(12) for row in range(12)]
    steps = [process(square(X + x, Y + y), "0103", "0307", BSM=f"{x}-{y}") for x, y in rows]
    parcels = [(square(X + x, Y + y), {"BSM": f"{x}-{y}", "removal_tco2e_a": float(x % 7)}) for x, y in rows]
    units = make_layer([(square(X, Y, 650, 1200), {"N": "甲"}), (square(X + 650, Y, 550, 1200), {"N": "乙"})])
    towns = {"UNITS": units, "UNIT_FIELD": "N"}
    baseline = table_layer([(unit, 2024, "rainfed_cropland", 200.0) for unit in "甲乙"])
    return {
        "updatebaseline": {
            **towns,
            **{"BASELINE": baseline, "INCREMENTS": make_layer(steps), "YEAR": 2025},
            "FACTOR_SET": hand_factors(tmp_path),
        },
        "sinkhotspots": {**towns, "INPUT": make_layer(parcels), "ID_FIELD": "BSM"},
    }


@pytest.mark.parametrize("name", ["updatebaseline", "sinkhotspots"])
def test_a_cancelled_run_ends_at_once_and_leaves_nothing(jobs, tmp_path, name):
    import processing

    folder = tmp_path / "out"
    folder.mkdir()
    outputs = {"OUTPUT": f"{folder}/one.gpkg", "OUTPUT_TABLE": f"{folder}/two.gpkg"}
    for figure in (1, *range(10, 100, 20), 98):
        feedback = StopAt(figure)
        with pytest.raises(QgsProcessingException, match="cancelled"):
            processing.run(f"dualcarbon:{name}", {**jobs[name], **outputs}, feedback=feedback)
        assert time.perf_counter() - feedback.stopped_at < 1.0, figure
        assert list(folder.iterdir()) == [], figure
    processing.run(f"dualcarbon:{name}", {**jobs[name], **outputs}, feedback=Log())
    assert {path.suffix for path in folder.iterdir()} == {".gpkg", ".json"}
