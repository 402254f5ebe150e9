# SPDX-License-Identifier: GPL-2.0-or-later
"""Estimated memory of runs beside what they really take: ``plugin/domain/memory_need.py`` holds the rates.

    python tests/benchmarks/memory_need.py
    python tests/benchmarks/memory_need.py --parcels 10000 --vertices 21 --lines 100000 --cells 5000 --rows 0
    python tests/benchmarks/memory_need.py --runs attachfactors "checkplan, lines"

Every run has a process of its own; measured is the growth of its resident memory from the moment at which
it is called. Goals: estimated ÷ measured never below 1, and at most 2 where more than 0.5 GB was measured.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import memory_runs
from plan_check import apart, say

#: From here on a false alarm costs a user something, GB.
MATTERS_GB = 0.5


def show(title: str, runs: memory_runs.Runs, chosen: list[str]) -> None:
    """Measure the chosen runs and print a line for each."""
    say(f"{title:<44}estimated  measured   ratio")
    for name, (tool, parameters) in runs.items():
        if chosen and name not in chosen:
            continue
        try:
            estimated_b, measured_b, loads = apart(memory_runs.measure, tool, parameters)
        except RuntimeError as reason:
            say(f"  {name:<42}{reason}")
            continue
        estimated, measured = estimated_b / 1e9, measured_b / 1e9
        ratio = estimated / measured
        verdict = "too low" if ratio < 1.0 else "too high" if ratio > 2.0 and measured > MATTERS_GB else ""
        say(f"  {name:<42}{estimated:6.2f} GB {measured:6.2f} GB {ratio:7.2f} {verdict}")
        for load in loads:
            say(f"      {load}")


def with_folder(make: Callable[..., None], *sizes: Any) -> tempfile.TemporaryDirectory[str]:
    """A folder with inputs that ``make`` wrote in a process of its own."""
    folder = tempfile.TemporaryDirectory()
    apart(make, folder.name, *sizes)
    return folder


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--parcels", type=int, nargs="*", default=[10_000, 50_000, 200_000])
    parser.add_argument("--vertices", type=int, nargs="+", choices=(5, 21, 101), default=[21])
    parser.add_argument("--lines", type=int, nargs="+", default=[100_000], help="vertices of the lines")
    parser.add_argument("--cells", type=int, nargs="*", default=[5_000, 10_000, 20_000])
    parser.add_argument("--rows", type=int, nargs="*", default=[100_000])
    parser.add_argument("--runs", nargs="+", default=[])
    parser.add_argument("--to-files", action="store_true")
    chosen = parser.parse_args()
    for parcels in chosen.parcels:
        for vertices in chosen.vertices:
            for lines in chosen.lines:
                with with_folder(memory_runs.make_district, parcels, vertices, lines // 10) as folder:
                    runs = memory_runs.district_runs(folder, chosen.to_files)
                    show(f"{parcels} parcels of {vertices} vertices, {lines} of lines", runs, chosen.runs)
    for cells in chosen.cells:
        with with_folder(memory_runs.make_rasters, cells) as folder:
            show(f"{cells} × {cells} cells", memory_runs.raster_runs(folder), chosen.runs)
    for rows in chosen.rows:
        with with_folder(memory_runs.make_tables, rows) as folder:
            show(f"{rows} rows of a table", memory_runs.table_runs(folder), chosen.runs)


if __name__ == "__main__":
    main()
