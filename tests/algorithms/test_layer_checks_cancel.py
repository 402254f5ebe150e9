# SPDX-License-Identifier: GPL-2.0-or-later
"""Checks of layers that are cancelled: answered within a second, and nothing of them remains."""

from __future__ import annotations

import time

import pytest
from layers_by_hand import ROOT, Log, make_layer, square
from qgis.core import QgsProcessingException, QgsProcessingFeedback, QgsVectorLayer

X, Y = 500_000.0, 3_300_000.0
COUNTY = ROOT / "resources" / "sample" / "county" / "county.gpkg"


class Impatient(Log):
    """Feedback that cancels once a share of the progress (per cent) is reached and notes the moment."""

    def __init__(self, percent: float = 101.0) -> None:
        super().__init__()
        self.percent = percent
        self.seen: list[float] = []
        self.cancelled_at = 0.0

    def setProgress(self, progress: float) -> None:
        self.seen.append(progress)
        if progress >= self.percent and not self.isCanceled():
            self.cancelled_at = time.perf_counter()
            self.cancel()
        QgsProcessingFeedback.setProgress(self, progress)


def county(table):
    return QgsVectorLayer(f"{COUNTY}|layername={table}", table, "ogr")


def job(name):
    if name == "checktopology":
        # One parcel in a hundred is moved by 3 mm, so that there is work in every stage.
        rows = [
            (square(X + 10 * i + 0.003 * ((31 * i + j) % 100 == 0), Y + 10 * j, 10), {"BSM": f"{i}-{j}"})
            for i in range(50)
            for j in range(50)
        ]
        scope = make_layer([(square(X, Y, 505, 500), {"N": "范围"})])
        return {"INPUT": make_layer(rows), "SCOPE": scope}
    return {"FARMLAND": county("YJJBNTBHTB"), "REDLINE": county("STBHHX"), "BOUNDARY": county("CZKFBJ")}


@pytest.mark.parametrize("name", ["checktopology", "checklines"])
@pytest.mark.parametrize("percent", [1, 25, 45, 65, 85, 95])
def test_a_cancelled_check_ends_at_once_and_leaves_nothing(provider, tmp_path, name, percent):
    import processing

    feedback = Impatient(percent)
    with pytest.raises(QgsProcessingException, match="cancelled"):
        processing.run(
            f"dualcarbon:{name}", {**job(name), "OUTPUT": str(tmp_path / "out.gpkg")}, feedback=feedback
        )
    assert time.perf_counter() - feedback.cancelled_at < 1.0
    assert list(tmp_path.iterdir()) == []


def test_progress_does_not_run_backwards(provider, tmp_path):
    import processing

    feedback = Impatient()
    target = {"OUTPUT": str(tmp_path / "out.gpkg")}
    result = processing.run("dualcarbon:checktopology", {**job("checktopology"), **target}, feedback=feedback)
    assert result["WARNINGS"] > 0
    assert feedback.seen == sorted(feedback.seen)
    assert feedback.seen[-1] > 95.0
