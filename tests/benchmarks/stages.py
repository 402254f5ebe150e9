# SPDX-License-Identifier: GPL-2.0-or-later
"""The stages of the plan-check benchmark, each to be run in a process of its own."""

from __future__ import annotations

import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import conftest
from county import LINES, make_county, write_county
from prepared_qgis import load_plugin, start_processing

#: Rows of a table: what was run, its seconds (median), total area in m² or None.
Row = tuple[str, float, Any]


def make(count: int, folder: str) -> dict[str, str]:
    """Write a county; paths by parameter."""
    sys.stdout.write(f"{conftest.PACKAGE}\n")
    return write_county(Path(folder), make_county(count))


def compare_overlays(paths: dict[str, str], peers: list[str], repeat: int) -> list[Row]:
    """The engine with united geometries beside other programs, all from the layers of the county."""
    import overlay_peers
    from postgres import UnavailableError

    application = start_processing()
    plan, lines = paths["PLAN"], [paths[name] for name in LINES]
    rows = [("engine, reading and uniting included", *_median(lambda: _engine(plan, lines, None), repeat))]
    for peer in peers:
        try:
            rows.append((peer, *getattr(overlay_peers, f"run_{peer}")(plan, lines)))
        except UnavailableError as reason:
            sys.stdout.write(f"  {peer}: {reason}\n")
    del application
    return rows


def compare_threads(paths: dict[str, str], repeat: int) -> list[Row]:
    """The engine on one thread and on two, in turns."""
    plan, lines = paths["PLAN"], [paths[name] for name in LINES]
    times: dict[int, list[float]] = {1: [], 2: []}
    area = 0.0
    for _ in range(repeat):
        for threads, found in times.items():
            seconds, area = _engine(plan, lines, threads, reading=False)
            found.append(seconds)
    return [(f"engine, {threads} thread(s)", statistics.median(times[threads]), area) for threads in times]


def check_plan_files(paths: dict[str, str], folder: str, repeat: int, *, with_base: bool) -> list[Row]:
    """``checkplan`` from files to files, in turns with QGIS reading and writing the plan layer.

    With land cover the check also runs without it, so that its share can be told.
    """
    application = start_processing()
    plugin: Any = load_plugin()
    import processing

    lines = {name: paths[name] for name in LINES}
    settings = {
        "PLAN": paths["PLAN"],
        "PLAN_FIELD": "YDYHFLDM",
        "PLAN_ID_FIELD": "BSM",
        "PLAN_CLASSIFICATION": "cn_landsea_2023",
        "LINE_ID_FIELD": "BSM",
        "AS_OF": "2026-04-01",
    }
    base = {"BASE": paths["BASE"], "BASE_FIELD": "DLBM", "BASE_CLASSIFICATION": "cn_landsea_2023"}

    def check(**more: str) -> None:
        outputs = {name: _fresh(folder, name) for name in ("OUTPUT", "OUTPUT_SUMMARY")}
        processing.run("dualcarbon:checkplan", {**settings, **lines, **more, **outputs})

    def copy() -> None:
        processing.run("native:savefeatures", {"INPUT": paths["PLAN"], "OUTPUT": _fresh(folder, "copy")})

    runs: dict[str, Callable[[], None]] = {"QGIS reads and writes the plan": copy, "checkplan": check}
    if with_base:
        runs["checkplan with land cover"] = lambda: check(**base)
    times = _in_turns(runs, repeat)
    peak_gb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    plugin.unload()
    del application
    rows = [(name, statistics.median(found), None) for name, found in times.items()]
    return [*rows, ("peak memory, GB", peak_gb, None)]


def _in_turns(runs: dict[str, Callable[[], None]], repeat: int) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(repeat):
        for name, work in runs.items():
            start = time.perf_counter()
            work()
            times[name].append(time.perf_counter() - start)
    return times


def _engine(plan: str, lines: list[str], threads: int | None, *, reading: bool = True) -> tuple[float, float]:
    """Seconds and total area of the overlay with all three layers, geometries united per pair."""
    import shapely
    from dualcarbon.plugin.domain.overlay import overlay
    from overlay_peers import read_shapes

    start = time.perf_counter()
    parcels, controls = read_shapes(plan), [read_shapes(path) for path in lines]
    start = start if reading else time.perf_counter()
    area = shapely.area(parcels)
    total = 0.0
    for control in controls:
        found = overlay(
            parcels,
            control,
            measure=shapely.area,
            left_area_m2=area,
            keep_geometry=True,
            threads=threads,
        )
        total += float(found.area_m2.sum())
    return time.perf_counter() - start, total


def _median(work: Callable[[], tuple[float, float]], repeat: int) -> tuple[float, float]:
    found = [work() for _ in range(repeat)]
    return statistics.median(seconds for seconds, _ in found), found[0][1]


def _fresh(folder: str, name: str) -> str:
    path = Path(folder) / f"{name}.gpkg"
    path.unlink(missing_ok=True)
    return str(path)
