# SPDX-License-Identifier: GPL-2.0-or-later
"""How long the raster side of the sink baseline takes, beside other programs, and how much memory.

    python tests/benchmarks/baseline.py
    python tests/benchmarks/baseline.py --cells 2000 --units 50 --change 3000 --memory 1000 --repeat 1
    python tests/benchmarks/baseline.py --stages tabulate --peers exactextract

``tabulate``: areas by town and class of a raster, beside ``native:zonalhistogram``, ``exactextract``
(where it is installed: ``pip install exactextract``) and the mere reading of the blocks with a
``bincount`` whose zones lie in memory. ``change``: density rasters of two dates and their change.
``memory``: the same at other sizes, and a baseline by exact shares. ``draws``: Monte Carlo of an
account. Rasters have patches with speckle, towns tile them with wavy borders; all are seeded. Every
stage runs in a process of its own; only ratios of one run may be compared. Goals: tabulation by centre
≥ 12 × zonalhistogram, ≥ 3 × exactextract and ≤ 1.5 × the mere count; by exact shares no slower than
exactextract; change ≤ 20 s at 12 000 × 12 000 and ≤ 1 GB at any size; 10 000 draws in about 2 s.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import raster_stages
from plan_check import apart, say

STAGES = ("tabulate", "change", "memory", "draws")
PEERS = ("exactextract", "zonalhistogram")
OURS, EXACT = "tabulation by centre", "tabulation by exact shares"
COUNT = "blocks and bincount, zones in memory"


def show_tabulation(options: argparse.Namespace) -> None:
    """Times of all ways, and the ratios that are goals."""
    say(f" tabulation: {options.cells} × {options.cells} cells, {options.units} towns")
    with tempfile.TemporaryDirectory() as folder:
        apart(raster_stages.make, folder, options.cells, options.units)
        times, missing = apart(raster_stages.compare_tabulations, folder, options.peers, options.repeat)
    for name, seconds in times.items():
        say(f"  {name:<40}{seconds:9.2f} s{seconds / times[OURS]:9.2f} ×")
    for reason in missing:
        say(f"  {reason}")
    goals = (
        (OURS, COUNT, "goal ≤ 1.5"),
        ("native:zonalhistogram", OURS, "goal ≥ 12"),
        ("exactextract", OURS, "goal ≥ 3"),
        ("exactextract", EXACT, "goal ≥ 1"),
    )
    for one, other, goal in goals:
        if one in times:
            say(f"  {one} / {other} = {times[one] / times[other]:.2f} ({goal})")


def show_change(cells: int, towns: int) -> None:
    """Seconds of the density rasters of two dates, and the peak memory; with a baseline of towns if any."""
    say(f" density of two dates and its change: {cells} × {cells} cells, {towns} towns")
    with tempfile.TemporaryDirectory() as folder:
        apart(raster_stages.make, folder, cells, towns)
        times, peak_gb = apart(raster_stages.write_change, folder)
    for name, seconds in times.items():
        say(f"  {name:<40}{seconds:9.2f} s")
    say(f"  {'all':<40}{sum(times.values()):9.2f} s")
    say(f"  {'peak memory, GB':<40}{peak_gb:9.2f}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stages", nargs="+", choices=STAGES, default=list(STAGES))
    parser.add_argument("--peers", nargs="*", choices=PEERS, default=list(PEERS))
    parser.add_argument("--cells", type=int, default=10_000, help="side of the raster that is tabulated")
    parser.add_argument("--units", type=int, default=500)
    parser.add_argument("--change", type=int, default=12_000, help="side of the rasters of two dates")
    parser.add_argument("--memory", type=int, nargs="+", default=[5_000, 20_000])
    parser.add_argument("--draws", type=int, default=10_000)
    parser.add_argument("--repeat", type=int, default=3)
    options = parser.parse_args()
    if "tabulate" in options.stages:
        show_tabulation(options)
    if "change" in options.stages:
        show_change(options.change, 0)
    if "memory" in options.stages:
        for cells in options.memory:
            show_change(cells, options.units)
    if "draws" in options.stages:
        seconds = apart(raster_stages.draw_account, options.units, options.draws, options.repeat)
        say(
            f" {options.draws} draws, {options.units} units × {raster_stages.CLASSES} classes: "
            f"{seconds:.2f} s (goal about 2 s)"
        )


if __name__ == "__main__":
    main()
