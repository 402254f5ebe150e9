# SPDX-License-Identifier: GPL-2.0-or-later
"""Every tool, cancelled at random moments: it answers within a second, and nothing of the run remains."""

from __future__ import annotations

import os
import random
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from impatience import Impatient
from qgis.core import QgsProcessingException, QgsProcessingUtils, QgsProject
from short_calls import short_calls
from standing import CHAINS, contents, figures_of, locked_in, open_ends_in, results_in

CALLS = sorted(short_calls(Path()))
#: Cancels of each tool, by turns at a report of progress and by the clock; the 41 calls make 205.
CANCELS = 5
ANSWER_S = 1.0


@dataclass
class Tally:
    """What came of the cancels of all tools."""

    cancelled: int = 0
    too_late: int = 0
    longest_s: float = 0.0
    tools: set[str] = field(default_factory=set)

    def line(self) -> str:
        return (
            f"cancelled {self.cancelled} runs of {len(self.tools)} tools ({self.too_late} more came too late "
            f"and ended whole), answered within {self.longest_s:.2f} s at most, nothing remained"
        )


@pytest.fixture(scope="module")
def tally(tell):
    made = Tally()
    yield made
    tell(made.line())


def run(call, folder: Path, feedback: Impatient) -> tuple[dict[str, Any] | None, float]:
    """Results, or None where the run was cancelled; and the seconds from the cancel to the answer."""
    import processing

    folder.mkdir(exist_ok=True)
    parameters = call.into(folder)
    with feedback:
        try:
            results = processing.run(f"dualcarbon:{call.tool}", parameters, feedback=feedback)
        except QgsProcessingException:
            if not feedback.isCanceled():
                raise
            results = None
        answered_at = time.perf_counter()
    return results, answered_at - feedback.due_at


def moments(name: str, steps: int, seconds: float):
    """Impatient users of a call, without end, fixed by its name."""
    chance = random.Random(f"cancel {name}")
    while True:
        yield Impatient(moment=chance.randint(1, steps))
        yield Impatient(after_s=chance.uniform(0.0, seconds))


@pytest.mark.parametrize("name", CALLS)
def test_a_cancelled_tool_answers_at_once_and_leaves_nothing(tools, tally, tmp_path, scratch, name):
    call, watch = tools[name], Impatient()
    old, fresh = tmp_path / "old", tmp_path / "fresh"
    begin = time.perf_counter()
    whole, _ = run(call, old, watch)
    seconds, figures = time.perf_counter() - begin, figures_of(whole, old)
    layers = len(QgsProject.instance().mapLayers())

    done = 0
    for feedback in moments(name, watch.steps, seconds):
        place = (fresh, old)[done // 2 % 2]
        place.mkdir(exist_ok=True)
        call.into(place)
        given, results_before = contents(place), results_in(place)
        ended, answer_s = run(call, place, feedback)
        assert _temporary(scratch) == []
        assert len(QgsProject.instance().mapLayers()) == layers
        assert locked_in(tmp_path) == open_ends_in(tmp_path) == []
        # A model that is cancelled between two steps ends as if nothing were amiss, without its last outputs.
        if ended is not None and ended.keys() >= whole.keys():
            tally.too_late += feedback.isCanceled()
            assert figures_of(ended, place) == figures
            continue
        assert answer_s < ANSWER_S * _crowd()
        tally.longest_s = max(tally.longest_s, answer_s)
        _assert_nothing_remains(call.tool, place, given, results_before)
        done += 1
        if done == CANCELS:
            break
    again, _ = run(call, old, Impatient())
    assert figures_of(again, old) == figures
    tally.cancelled += done
    tally.tools.add(call.tool)


def _assert_nothing_remains(tool, place, given, results_before) -> None:
    """Only what stood there before, or less; after a chain also whole results of its earlier runs."""
    left = contents(place)
    if tool in CHAINS:
        files = {name for name in left if (place / name).is_file() and not name.endswith(".json")}
        assert files <= given.keys() | {name.split("|")[0] for name in results_in(place)}
        return
    assert left.items() <= given.items()
    # What is still a result is the old one, byte by byte.
    assert results_in(place).items() <= results_before.items()


def _crowd() -> float:
    """How many share each core of this machine: a run gets no more of it."""
    return max(1.0, os.getloadavg()[0] / os.cpu_count())


def _temporary(scratch: Path) -> list[Path]:
    """Temporary files, without what Processing keeps of the steps of a model until QGIS ends."""
    own = Path(QgsProcessingUtils.tempFolder())
    return [path for path in scratch.rglob("*") if path.is_file() and own not in path.parents]
