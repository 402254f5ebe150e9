# SPDX-License-Identifier: GPL-2.0-or-later
"""Unifying units by a large raster of weights: a cancel is answered at once, and nothing is left."""

from __future__ import annotations

import time

import numpy as np
import processing
import pytest
from layers_by_hand import Log, make_layer, square
from qgis.core import QgsProcessingException, QgsProcessingFeedback
from rasters_by_hand import X, Y, write_raster

pytestmark = pytest.mark.usefixtures("provider")

#: Cells of 10 m, and the sides (m) of square tracts and towns that cover them and cut cells.
CELLS, CELL_M = 2_000, 10.0
TRACT_M, TOWN_M = 1_004.0, 2_503.0


class Watched(Log):
    """Feedback that keeps when it was asked whether to go on, and cancels at a progress (per cent)."""

    def __init__(self, cancel_at: float = 101.0) -> None:
        super().__init__()
        self.cancel_at, self.moments, self.cancelled_s = cancel_at, [], 0.0

    def setProgress(self, progress: float) -> None:
        self.moments.append(time.perf_counter())
        if progress >= self.cancel_at and not self.isCanceled():
            self.cancelled_s = self.moments[-1]
            self.cancel()
        QgsProcessingFeedback.setProgress(self, progress)

    def longest_silence_s(self) -> float:
        """Between two reports; before the first one the modules are loaded."""
        return float(np.max(np.diff(self.moments)))


def squares(side, key):
    count = int(CELLS * CELL_M // side)
    corners = [(X + side * i, Y - side * (j + 1)) for i in range(count) for j in range(count)]
    return [(square(x, y, side), {key: f"{key}{n}", "people": 100.0}) for n, (x, y) in enumerate(corners)]


@pytest.fixture
def parameters(tmp_path):
    lights = np.random.default_rng(3).random((CELLS, CELLS), dtype=np.float32)
    grid = (X, CELL_M, 0.0, Y, 0.0, -CELL_M)
    (tmp_path / "out").mkdir()
    return {
        "SOURCE": make_layer(squares(TRACT_M, "s"), "EPSG:4547"),
        "SOURCE_FIELD": "s",
        "EXTENSIVE_FIELDS": ["people"],
        "TARGET": make_layer(squares(TOWN_M, "t"), "EPSG:4547"),
        "TARGET_FIELD": "t",
        "METHOD": "dasymetric",
        "WEIGHTS": write_raster(tmp_path / "lights.tif", lights, nodata=None, transform=grid),
        "OUTPUT": str(tmp_path / "out" / "towns.gpkg"),
    }


def test_a_cancel_is_answered_within_a_second_and_leaves_nothing(parameters, tmp_path):
    whole = Watched()
    processing.run("dualcarbon:unifyunits", {**parameters, "OUTPUT": "memory:"}, feedback=whole)
    assert whole.longest_silence_s() < 1.0
    for progress in (32.0, 40.0, 55.0, 75.0, 92.0):
        hasty = Watched(progress)
        with pytest.raises(QgsProcessingException, match="cancelled"):
            processing.run("dualcarbon:unifyunits", parameters, feedback=hasty)
        assert time.perf_counter() - hasty.cancelled_s < 1.0
        assert list((tmp_path / "out").iterdir()) == []
