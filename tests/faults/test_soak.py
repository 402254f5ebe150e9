# SPDX-License-Identifier: GPL-2.0-or-later
"""Two hundred runs of all tools in one process: nothing grows that a user would notice."""

from __future__ import annotations

from pathlib import Path

from forks import crew

#: Limits of the growth of the memory in use: over all runs after the warm-up; and by a hundred refusals,
#: since the frames of ``processing.run`` that QGIS never frees hold the context, and that the layer
#: (0.8 MB).
GROWTH_MB, REFUSALS_MB = 50.0, 120.0
#: QGIS keeps connections for a minute, fast machines more of them; a file lost by each run would make 200.
OPEN_FILES = 120


def test_two_hundred_runs_in_one_process_let_nothing_grow(inputs, tmp_path, tell):
    with crew(str(Path(__file__).with_name("soak.py")), str(inputs), str(tmp_path)) as process:
        told = process.told()
    rounds = told["standing"]
    first, last = [one for one in rounds if one["runs"] == 0][-1], rounds[-1]
    (refusals,) = told["refusals"]
    growth = last["resident_mb"] - first["resident_mb"]
    tell(
        f"soak: {last['runs']} runs, {last['tasks']} of them tasks as from dialogs, "
        f"{last['cancelled']} cancelled; "
        f"resident memory {first['resident_mb']:.0f} MB after the warm-up, {growth:+.1f} MB at the end, "
        f"{refusals['growth_mb']:+.1f} MB by {refusals['runs']} refusals more; "
        f"by rounds {[round(one['resident_mb']) for one in rounds]}, "
        f"before the allocator gave back {[round(one['touched_mb']) for one in rounds]}"
    )
    assert last["runs"] >= 200
    assert last["tasks"] >= 60
    # No run but the twentieth ones may end before its time.
    assert last["cancelled"] <= last["runs"] // 20
    assert growth < GROWTH_MB
    assert refusals["growth_mb"] < REFUSALS_MB
    assert last["open_files"] - first["open_files"] < OPEN_FILES
    steady = ("threads", "python_threads", "project_layers", "layers", "temporary_files")
    assert {name: last[name] for name in steady} == {name: first[name] for name in steady}
