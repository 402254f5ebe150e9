# SPDX-License-Identifier: GPL-2.0-or-later
"""Make Sample County: `python -m tests.sample_county --parcels 5000 --seed 20260101 --out DIR`."""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from .county import make_county
from .write import write_county


def main() -> None:
    """Parse the command line, make the county and write it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--parcels", type=int, default=5_000, help="about how many survey parcels")
    parser.add_argument("--seed", type=int, default=20_260_101)
    parser.add_argument("--out", type=Path, required=True, help="folder for county.gpkg")
    arguments = parser.parse_args()
    started = time.monotonic()
    county = make_county(arguments.parcels, arguments.seed)
    made = time.monotonic()
    path = write_county(county, arguments.out)
    written = time.monotonic()
    for name, layer in county.layers().items():
        sys.stdout.write(f"{name:12s} {len(layer.geometry):8d} features\n")
    sys.stdout.write(f"{path}: made in {made - started:.1f} s, written in {written - made:.1f} s\n")


if __name__ == "__main__":
    main()
