# SPDX-License-Identifier: GPL-2.0-or-later
"""How long a plan check takes on a synthetic county, beside QGIS and PostGIS.

    python tests/benchmarks/plan_check.py --parcels 10000 200000
    python tests/benchmarks/plan_check.py --parcels 10000 --stages overlay --peers native subdivided postgis
    python tests/benchmarks/plan_check.py --parcels 200000 800000 --stages check --repeat 1

The county (``county.py``, seeded) has parcels that share their edges and three control
layers with a million vertices in ten giant polygons with holes. Its plan mostly confirms
present use: inside the farmland line 96 % farmland, in the redline 94 % forest, grassland
and water, in the boundary 90 % built-up land; 6 % of all parcels are planned anew, most of
them to be built on. 15 % of the present parcels are cut in two, so that the land cover is
not the plan. Every stage runs in a process of its own, and medians of ``--repeat`` runs in
turns are printed; ratios of one run only may be compared. Goals (issue 4): engine ≥ 40 ×
native at 10 k, ≥ 3 × subdivided and ≥ 2 × PostGIS at 200 k; check ≤ 2 × reading and writing
the plan; 800 k ≤ 4 × 200 k within 3 GB; two threads ≥ 1.5 × one; the same total area to 1e-6.
``native`` takes minutes and runs only when asked for.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import stages

STAGES = ("overlay", "threads", "check", "base")
PEERS = ("native", "subdivided", "postgis")


def apart(work: Callable[..., Any], *arguments: Any, **more: Any) -> Any:
    """The result of ``work`` in a process of its own, so that its peak memory is its own as well."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(work, *arguments, **more).result()


def show(title: str, rows: list[stages.Row]) -> None:
    """Print rows with their ratio to the first one and the relative difference of their areas."""
    say(title)
    _, base_s, base_m2 = rows[0]
    for name, value, area_m2 in rows:
        ratio = "" if name.startswith("peak") else f"{value / base_s:8.2f} ×"
        apart_by = "" if area_m2 is None else f"  area {abs(area_m2 / base_m2 - 1.0):.1e} apart"
        say(f"  {name:<40}{value:9.2f}{ratio:>12}{apart_by}")


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def run_size(count: int, options: argparse.Namespace, folder: str) -> float | None:
    """All stages for one size; the seconds of the check without land cover."""
    say(f"{count} parcels")
    paths = apart(stages.make, count, folder)
    if "overlay" in options.stages:
        rows = apart(stages.compare_overlays, paths, options.peers, options.repeat)
        show(" overlay with three control layers", rows)
    if "threads" in options.stages:
        show(" one thread and two", apart(stages.compare_threads, paths, options.repeat))
    seconds = None
    for stage in ("check", "base"):
        if stage in options.stages:
            rows = apart(stages.check_plan_files, paths, folder, options.repeat, with_base=stage == "base")
            show(" whole check, files to files", rows)
            seconds = rows[1][1]
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--parcels", type=int, nargs="+", default=[10_000])
    parser.add_argument("--stages", nargs="+", choices=STAGES, default=list(STAGES))
    parser.add_argument("--peers", nargs="*", choices=PEERS, default=["subdivided", "postgis"])
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    before: tuple[int, float] | None = None
    for count in options.parcels:
        with tempfile.TemporaryDirectory() as folder:
            seconds = run_size(count, options, folder)
        if before is not None and seconds is not None:
            say(f" check: {seconds / before[1]:.2f} × that of {before[0]} parcels")
        before = None if seconds is None else (count, seconds)


if __name__ == "__main__":
    main()
