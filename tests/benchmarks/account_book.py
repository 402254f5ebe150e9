# SPDX-License-Identifier: GPL-2.0-or-later
"""The account book against ogr2ogr writing the same table: posting, and reading it back as pivots.

Run: .venv/bin/python tests/benchmarks/account_book.py [units years items]
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from importlib import import_module
from pathlib import Path
from statistics import median

import numpy as np
import pandas as pd
from osgeo import gdal

#: Runs of each; medians are printed.
REPEATS = 5


def import_plugin() -> None:
    """Make the checkout importable as the package that QGIS sees."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    import_module("conftest")


def account(units: int, years: int, items: int) -> pd.DataFrame:
    """Seeded entries: ``items`` parts of one whole for each unit and year."""
    values = np.random.default_rng(1).lognormal(3.0, 1.0, (units, years, items))
    index = pd.MultiIndex.from_product(
        [
            [f"3301{number:05d}" for number in range(units)],
            range(2001, 2001 + years),
            [f"emission/co2/item{number:02d}" for number in range(items)],
        ],
        names=["unit", "year", "item"],
    )
    frame = pd.DataFrame({"value": values.ravel()}, index=index).reset_index()
    more = {"scope": "1", "low": frame["value"] * 0.9, "high": frame["value"] * 1.1}
    facts = {"measure": "t CO2", "tier": "2", "source": "yearbook"}
    return frame.assign(**more, **facts)


def seconds(work: Callable[[], object]) -> float:
    """Wall-clock seconds of one call."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def main() -> None:
    """Print medians and ratios."""
    import_plugin()
    from dualcarbon.plugin.domain.account_book import (
        BY_ITEM,
        BY_YEAR,
        GeoPackageBook,
        Posting,
        post,
        read_pivot,
    )

    sizes = [int(text) for text in sys.argv[1:4]] or [1000, 20, 40]
    entries = account(*sizes)
    posting = Posting("one", "2026-01-01T00:00:00Z", "benchmark", "0", "{}", entries)
    peer, own, items, years = [], [], [], []
    gdal.UseExceptions()
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / "entries.csv"
        entries.to_csv(table, index=False)
        options = gdal.VectorTranslateOptions(format="GPKG", layerName="entries")
        for number in range(REPEATS):
            copy = Path(folder) / f"ogr{number}.gpkg"
            book = GeoPackageBook(Path(folder) / f"book{number}.gpkg")
            peer.append(seconds(partial(gdal.VectorTranslate, str(copy), str(table), options=options)))
            own.append(seconds(partial(post, book, posting)))
            items.append(seconds(partial(read_pivot, book, layout=BY_ITEM)))
            years.append(seconds(partial(read_pivot, book, layout=BY_YEAR)))
    one, other = median(peer), median(own)
    print(f"{len(entries)} entries, median of {REPEATS}")
    print(f"ogr2ogr writes the table   {one:7.2f} s")
    print(f"post                       {other:7.2f} s   {other / one:.2f} x (goal: at most 2)")
    for layout, spent in ((BY_ITEM, median(items)), (BY_YEAR, median(years))):
        print(f"read_pivot {layout:16s}{spent:7.2f} s   {spent / one:.3f} of ogr2ogr (goal: a tenth)")


if __name__ == "__main__":
    main()
