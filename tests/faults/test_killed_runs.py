# SPDX-License-Identifier: GPL-2.0-or-later
"""Every tool killed at random moments: nothing false passes for a result, and the next run works."""

from __future__ import annotations

import os
import random
import signal
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from short_calls import short_calls
from standing import contents, layers_of, locked_in, results_in, stores_balance

CALLS = sorted(short_calls(Path()))
#: Kills of each call; the 41 calls make 123.
KILLS = 3


@dataclass
class Tally:
    """What came of the kills of all tools."""

    killed: int = 0
    too_late: int = 0
    half: int = 0

    def line(self) -> str:
        return (
            f"killed {self.killed} runs ({self.too_late} more had ended before), {self.half} of them left "
            "files that no manifest vouches for; no lock, no false result, every next run gave the figures"
        )


@pytest.fixture(scope="module")
def tally(tell):
    made = Tally()
    yield made
    tell(made.line())


def settled(workshop):
    """The figures that a run told, None when it was killed before; a refusal ends the test."""
    told = workshop.wait()
    assert told["refused"] == []
    return next(iter(told["figures"]), None)


@pytest.mark.parametrize("name", CALLS)
def test_a_killed_tool_leaves_nothing_false_and_runs_again(workshop, tally, tmp_path, scratch, name):
    def start(folder):
        folder.mkdir(exist_ok=True)
        return workshop.start({"tool": name, "folder": str(folder), "temporary": str(scratch)})

    begin = time.perf_counter()
    start(tmp_path / "whole")
    figures = settled(workshop)
    seconds = time.perf_counter() - begin
    whole, place = results_in(tmp_path / "whole"), tmp_path / "killed"
    chance, killed = random.Random(f"kill {name}"), 0
    while killed < KILLS:
        (child,) = start(place)
        time.sleep(chance.uniform(0.0, seconds))
        with suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        told = settled(workshop)
        assert told in (None, figures)
        killed += told is None
        tally.too_late += told is not None
        left = results_in(place)
        assert layers_of(left).items() <= layers_of(whole).items()
        tally.half += told is None and bool({path.name for path in place.iterdir()} - set(left))
        assert locked_in(place) == []
        assert stores_balance(place)
    start(place)
    assert settled(workshop) == figures
    assert contents(place).keys() == contents(tmp_path / "whole").keys()
    tally.killed += killed
