# SPDX-License-Identifier: GPL-2.0-or-later
"""Two hundred runs of all tools in one process: nothing grows that a user would notice."""

from __future__ import annotations

from pathlib import Path

from forks import crew

#: Growth of the resident memory over all runs after the warm-up, and by a hundred refusals.
GROWTH_MB, REFUSALS_MB = 50.0, 10.0
#: QGIS keeps connections for a minute, fast machines more of them; a file lost by each run would make 200.
OPEN_FILES = 120


def test_two_hundred_runs_in_one_process_let_nothing_grow(inputs, tmp_path, tell):
    with crew(str(Path(__file__).with_name("soak.py")), str(inputs), str(tmp_path)) as process:
        told = process.told()
    _cold, first, *_between, last = told["standing"]
    (refusals,) = told["refusals"]
    growth = last["resident_mb"] - first["resident_mb"]
    tell(
        f"soak: {last['runs']} runs, {last['cancelled']} of them cancelled; "
        f"resident memory {first['resident_mb']:.0f} MB after the warm-up, {growth:+.1f} MB at the end, "
        f"{refusals['growth_mb']:+.1f} MB by {refusals['runs']} refusals more"
    )
    assert last["runs"] >= 200
    assert growth < GROWTH_MB
    assert refusals["growth_mb"] < REFUSALS_MB
    assert last["open_files"] - first["open_files"] < OPEN_FILES
    steady = ("threads", "python_threads", "project_layers", "layers", "temporary_files")
    assert {name: last[name] for name in steady} == {name: first[name] for name in steady}
