# SPDX-License-Identifier: GPL-2.0-or-later
"""The stages of the baseline benchmark, each to be run in a process of its own."""

from __future__ import annotations

import resource
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
from osgeo import gdal

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import conftest
from landscape import make_factors, make_land, make_towns
from prepared_qgis import load_plugin, start_processing

CLASSES = 27
#: Rows of a block.
ROWS = 400
#: What was run, and its seconds.
Times = dict[str, float]


def make(folder: str, cells: int, towns: int) -> None:
    """Write rasters of two dates, towns (where any) and factors."""
    sys.stdout.write(f"{conftest.PACKAGE}\n")
    place = Path(folder)
    for seed, name in enumerate(("before.tif", "after.tif")):
        make_land(place / name, cells, CLASSES, seed)
    make_factors(place / "factors.csv", CLASSES)
    if towns:
        make_towns(place / "towns.gpkg", cells, towns)


# Tabulation ----------------------------------------------------------------------------------


def compare_tabulations(folder: str, peers: list[str], repeat: int) -> tuple[Times, list[str]]:
    """Medians of all ways in turns, slow peers once; and what could not be run."""
    application, plugin = start_processing(), load_plugin()
    land, towns = Path(folder) / "before.tif", Path(folder) / "towns.gpkg"
    zones = zones_of(land, towns)
    runs: dict[str, Callable[[], object]] = {
        "blocks and bincount, zones in memory": partial(count_in_zones, land, zones),
        "tabulation by centre": partial(tabulate, land, towns, "centre", "planar"),
        "tabulation by centre, ellipsoidal": partial(tabulate, land, towns, "centre", "ellipsoidal"),
        "tabulation by exact shares": partial(tabulate, land, towns, "exact", "planar"),
        "sinkbaseline by centre": partial(sink_baseline, folder, "centre", "planar"),
        "sinkbaseline exact, ellipsoidal": partial(sink_baseline, folder, "exact", "ellipsoidal"),
    }
    missing = []
    if "exactextract" in peers:
        try:
            import exactextract

            runs["exactextract"] = partial(
                exactextract.exact_extract, str(land), str(towns), ["unique", "frac"]
            )
        except ImportError:
            missing.append("exactextract is not installed: pip install exactextract")
    # What is imported and set up once is not counted.
    tabulate(land, towns, "exact", "ellipsoidal")
    times: dict[str, list[float]] = {name: [] for name in runs}
    for _ in range(repeat):
        for name, work in runs.items():
            times[name].append(_seconds(work))
    medians = {name: statistics.median(found) for name, found in times.items()}
    if "zonalhistogram" in peers:
        medians["native:zonalhistogram"] = _seconds(partial(zonal_histogram, land, towns))
    plugin.unload()
    del application
    return medians, missing


def tabulate(land: Path, towns: Path, edge: str, rule: str) -> None:
    """From the files to the table of areas by town and class."""
    from dualcarbon.plugin.domain.notes import NoteBook
    from dualcarbon.plugin.domain.rasters import CodeBook, grid_of, tabulate_units
    from dualcarbon.plugin.domain.statistical_units import Units
    from overlay_peers import read_shapes

    dataset = gdal.OpenEx(str(land), gdal.OF_RASTER)
    size = dataset.RasterXSize, dataset.RasterYSize
    grid = grid_of(*size, dataset.GetGeoTransform(), dataset.GetProjection(), land.name)
    shapes = read_shapes(str(towns))
    units = Units(np.array([str(number) for number in range(len(shapes))], dtype=object), shapes)
    read = CodeBook(land.name, 0.0).reader(partial(_rows, dataset))
    tabulate_units(read, grid, units, rule, edge, rows_per_block=ROWS, notes=NoteBook())


def count_in_zones(land: Path, zones: np.ndarray) -> None:
    """Read the blocks and count them in zones that lie in memory."""
    dataset = gdal.OpenEx(str(land), gdal.OF_RASTER)
    bins = (int(zones.max()) + 1) * (CLASSES + 1)
    total = np.zeros(bins, dtype=np.int64)
    for start in range(0, dataset.RasterYSize, ROWS):
        stop = min(start + ROWS, dataset.RasterYSize)
        index = zones[start:stop].astype(np.intp) * (CLASSES + 1) + _rows(dataset, start, stop)
        total += np.bincount(index.ravel(), minlength=bins)


def zones_of(land: Path, towns: Path) -> np.ndarray:
    """The number of the town of every cell."""
    source = gdal.OpenEx(str(land), gdal.OF_RASTER)
    made = gdal.GetDriverByName("MEM").Create("", source.RasterXSize, source.RasterYSize, 1, gdal.GDT_UInt16)
    made.SetGeoTransform(source.GetGeoTransform())
    made.SetProjection(source.GetProjection())
    layers = gdal.OpenEx(str(towns), gdal.OF_VECTOR)
    gdal.RasterizeLayer(made, [1], layers.GetLayer(0), options=["ATTRIBUTE=number"])
    return np.asarray(made.ReadAsArray())


def sink_baseline(folder: str, edge: str, rule: str) -> None:
    """The whole algorithm, from files to a layer."""
    place = Path(folder)
    _run(
        "dualcarbon:sinkbaseline",
        INPUT=str(place / "before.tif"),
        UNITS=str(place / "towns.gpkg"),
        UNIT_FIELD="name",
        FACTOR_SET=str(place / "factors.csv"),
        EDGE=edge,
        AREA_RULE=rule,
        OUTPUT="memory:",
    )


def zonal_histogram(land: Path, towns: Path) -> None:
    """QGIS's own count of classes by zone."""
    _run(
        "native:zonalhistogram",
        INPUT_RASTER=str(land),
        RASTER_BAND=1,
        INPUT_VECTOR=str(towns),
        OUTPUT="memory:",
    )


# Densities of two dates ----------------------------------------------------------------------


def write_change(folder: str) -> tuple[Times, float]:
    """Density rasters of both dates and of their change: seconds, and the peak memory in GB.

    Where the folder holds towns, their baseline by exact shares is counted as well.
    """
    application, plugin = start_processing(), load_plugin()
    place = Path(folder)
    before, after, factors = (str(place / name) for name in ("before.tif", "after.tif", "factors.csv"))
    times = {}
    for date, land in (("before", before), ("after", after)):
        densities = partial(
            _run,
            "dualcarbon:attachfactorsraster",
            INPUT=land,
            FACTOR_SET=factors,
            OUTPUT=str(place / f"density_{date}.tif"),
        )
        times[f"density {date}"] = _seconds(densities)
    change = partial(
        _run,
        "dualcarbon:stockchange",
        BEFORE=before,
        AFTER=after,
        YEAR_BEFORE=2010,
        YEAR_AFTER=2020,
        FACTOR_SET=factors,
        OUTPUT="memory:",
        OUTPUT_MAP_RASTER=str(place / "change.tif"),
    )
    times["transitions and change of density"] = _seconds(change)
    if (place / "towns.gpkg").exists():
        times["sinkbaseline exact, ellipsoidal"] = _seconds(
            partial(sink_baseline, folder, "exact", "ellipsoidal")
        )
    peak_gb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    plugin.unload()
    del application
    return times, peak_gb


# Monte Carlo ---------------------------------------------------------------------------------


def draw_account(units: int, draws: int, repeat: int) -> float:
    """Seconds of approach 2 beside the area table, for all classes of the default factors in every unit."""
    import pandas as pd
    from dualcarbon.plugin.domain.factors import load_factor_set
    from dualcarbon.plugin.domain.uncertainty import UncertaintySettings, assess

    factors = load_factor_set("cn_default")
    classes = sorted(set(factors.terms["key"]))[:CLASSES]
    rng = np.random.default_rng(1)
    cells = pd.DataFrame(
        {
            "unit": np.repeat(np.arange(units), len(classes)),
            "carbon_class": classes * units,
            "area_ha": rng.random(units * len(classes)) * 100.0,
        }
    )
    settings = UncertaintySettings(method="montecarlo", draws=draws)
    return statistics.median(_seconds(partial(assess, cells, factors, settings)) for _ in range(repeat))


def _rows(dataset: gdal.Dataset, start: int, stop: int) -> np.ndarray:
    return np.asarray(dataset.GetRasterBand(1).ReadAsArray(0, start, dataset.RasterXSize, stop - start))


def _run(name: str, **parameters: object) -> None:
    import processing

    processing.run(name, parameters)


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
