# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs whose memory is measured: made-up inputs and the parameters of the tools that take them."""

from __future__ import annotations

import resource
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

import conftest
import county
import landscape
import numpy as np
import shapely
from prepared_qgis import load_plugin, start_processing

#: How the edges of the parcels of a county are drawn: corners only, as made, and dense (m).
FEW, AS_MADE, DENSE = 5, 21, 101
CORNER_M, DENSE_M = 8.0, 2.8
#: Towns in a row and in a column, and the length of their edges, m.
TOWNS, TOWN_EDGE_M = 6, 20.0
CODES = "cn_landsea_2023"
Runs = dict[str, tuple[str, dict[str, Any]]]


def make_district(folder: str, parcels: int, vertices: int, giant: int) -> None:
    """Write a county with parcels of so many vertices and control lines of ten times ``giant``."""
    sys.stdout.write(f"{conftest.PACKAGE}\n")
    county.GIANT_VERTICES = giant
    made = county.make_county(parcels)
    draw = {FEW: _corners, AS_MADE: lambda shapes: shapes, DENSE: _dense}[vertices]
    made = replace(made, parcels=draw(made.parcels), base=draw(made.base))
    place = Path(folder)
    county.write_county(place, made)
    again = made.planned.copy()
    again[::40] = "0703"
    county._write(str(place / "draft.gpkg"), "DRAFT", made.parcels, "YDYHFLDM", again)
    numbers = [str(number) for number in range(TOWNS**2)]
    county._write(str(place / "towns.gpkg"), "XZQ", _towns(made.parcels), "CJDM", numbers)
    landscape.WEST, _south, east, landscape.NORTH = shapely.total_bounds(made.parcels).tolist()
    landscape.make_land(place / "land.tif", int((east - landscape.WEST) / landscape.CELL_M), 9, 1)


def _corners(shapes: np.ndarray) -> np.ndarray:
    return shapely.simplify(shapes, CORNER_M)


def _dense(shapes: np.ndarray) -> np.ndarray:
    return shapely.segmentize(shapes, DENSE_M)


def _towns(parcels: np.ndarray) -> np.ndarray:
    west, south, east, north = shapely.total_bounds(parcels)
    x, y = np.linspace(west, east, TOWNS + 1), np.linspace(south, north, TOWNS + 1)
    boxes = [shapely.box(x[i], y[j], x[i + 1], y[j + 1]) for i in range(TOWNS) for j in range(TOWNS)]
    return shapely.segmentize(np.array(boxes), TOWN_EDGE_M)


def district_runs(folder: str, to_files: bool) -> Runs:
    """Tools that take the layers of a county."""

    def at(name: str) -> str:
        return str(Path(folder) / f"{name}.gpkg")

    def out(*names: str) -> dict[str, str]:
        places = {name: at(f"out_{name.lower()}") for name in names}
        for place in places.values():
            Path(place).unlink(missing_ok=True)
        return places if to_files else dict.fromkeys(names, "memory:")

    lines = {name: at(name.lower()) for name in county.LINES} | {"LINE_ID_FIELD": "BSM"}
    plan = {"PLAN": at("plan"), **_of_plan("PLAN"), "AS_OF": "2026-04-01", **lines}
    base = {"BASE": at("base"), "BASE_FIELD": "DLBM", "BASE_CLASSIFICATION": CODES}
    present = {"BASE_PLAN": at("base"), "BASE_PLAN_FIELD": "DLBM", "BASE_PLAN_CLASSIFICATION": CODES}
    towns = {"UNITS": at("towns"), "UNIT_FIELD": "BSM"}
    land = {"INPUT": at("base"), "CLASS_FIELD": "DLBM", "CLASSIFICATION": CODES}
    dates = {"BEFORE": at("base"), "BEFORE_FIELD": "DLBM", "AFTER": at("plan"), "AFTER_FIELD": "YDYHFLDM"}
    years = {"YEAR_BEFORE": 2020, "YEAR_AFTER": 2025, "CLASSIFICATION": CODES}
    drafts = {"DRAFT_A": at("plan"), "DRAFT_B": at("draft"), **_of_plan("DRAFT_A"), **_of_plan("DRAFT_B")}
    soil = {"CLIMATE": "warm_temperate_moist", "SOIL_GROUP": "high_activity_clay_soils"}
    changed = {"FROM_FIELD": "DLBM", "TO_FIELD": "DLBM", "CONVERSION_YEAR": 2020, "YEAR": 2025}
    units = {"SOURCE": at("base"), "SOURCE_FIELD": "BSM", "TARGET": at("towns"), "TARGET_FIELD": "BSM"}
    hot = {"INPUT": at("base"), "VALUE_FIELD": "MJ", "ID_FIELD": "BSM", **towns}
    return {
        "attachfactors": ("attachfactors", {**land, **out("OUTPUT")}),
        "translatecodes": (
            "translatecodes",
            {**land, "CLASSIFICATION": "cn_third_survey", "TARGET": CODES, **out("OUTPUT")},
        ),
        "soilcarbon": (
            "soilcarbon",
            {**land, **changed, **soil, "UNMAPPED": "exclude", **out("OUTPUT")},
        ),
        "sinkhotspots": ("sinkhotspots", {**hot, **out("OUTPUT", "OUTPUT_TABLE")}),
        "sinkbaseline": ("sinkbaseline", {**land, **towns, **out("OUTPUT", "OUTPUT_TABLE")}),
        "stockchange": ("stockchange", {**dates, **years, **out("OUTPUT", "OUTPUT_MAP")}),
        "stockchange, polygons to raster": (
            "stockchange",
            {
                **{**dates, **years, "AFTER": str(Path(folder) / "land.tif"), "EDGE": "exact"},
                **{"AFTER_CLASSIFICATION": "clcd", **out("OUTPUT")},
            },
        ),
        "unifyunits": ("unifyunits", {**units, "EXTENSIVE_FIELDS": ["MJ"], **out("OUTPUT")}),
        "checktopology": ("checktopology", {"INPUT": at("plan"), "ID_FIELD": "BSM", **out("OUTPUT")}),
        "checkplan, lines": ("checkplan", {**plan, **out("OUTPUT", "OUTPUT_SUMMARY")}),
        "checkplan, land cover": (
            "checkplan",
            {**plan, **base, **out("OUTPUT", "OUTPUT_SUMMARY", "OUTPUT_PARCELS")},
        ),
        "checkquantities": ("checkquantities", {**plan, **present, **towns, **out("OUTPUT")}),
        "repairplan": ("repairplan", {**plan, **base, **out("OUTPUT")}),
        "comparedrafts": (
            "comparedrafts",
            {**drafts, **lines, **base, "AS_OF": "2026-04-01", **out("OUTPUT")},
        ),
        "checklines": ("checklines", {**lines, **out("OUTPUT")}),
    }


def _of_plan(name: str) -> dict[str, str]:
    return {f"{name}_FIELD": "YDYHFLDM", f"{name}_ID_FIELD": "BSM", f"{name}_CLASSIFICATION": CODES}


def make_rasters(folder: str, cells: int) -> None:
    """Write land cover of two dates, fifty towns and factors."""
    place = Path(folder)
    for seed, name in enumerate(("before.tif", "after.tif")):
        landscape.make_land(place / name, cells, 27, seed)
    landscape.make_towns(place / "towns.gpkg", cells, 50)
    landscape.make_factors(place / "factors.csv", 27)


def raster_runs(folder: str) -> Runs:
    """Tools that take rasters."""
    place = Path(folder)
    dates = {"BEFORE": str(place / "before.tif"), "AFTER": str(place / "after.tif")}
    years = {"YEAR_BEFORE": 2010, "YEAR_AFTER": 2020}
    land = {"INPUT": str(place / "before.tif"), "FACTOR_SET": str(place / "factors.csv")}
    towns = {"UNITS": str(place / "towns.gpkg"), "UNIT_FIELD": "name", "OUTPUT": "memory:"}
    changed = {**dates, **years, "FACTOR_SET": land["FACTOR_SET"], "OUTPUT": "memory:"}
    return {
        "density raster": ("attachfactorsraster", {**land, "OUTPUT": str(place / "density.tif")}),
        "baseline, cells by centre": ("sinkbaseline", {**land, **towns, "EDGE": "centre"}),
        "baseline, exact shares": ("sinkbaseline", {**land, **towns, "EDGE": "exact"}),
        "change of rasters": ("stockchange", {**changed, "OUTPUT_MAP_RASTER": str(place / "change.tif")}),
    }


def make_tables(folder: str, rows: int) -> None:
    """Write a factor set with a row for each of many classes, as CSV."""
    landscape.make_factors(Path(folder) / "factors.csv", rows)


def table_runs(folder: str) -> Runs:
    """Tools that take a big table."""
    return {
        "factor table": ("validatefactors", {"INPUT": str(Path(folder) / "factors.csv"), "OUTPUT": "memory:"})
    }


def measure(tool: str, parameters: dict[str, Any]) -> tuple[float, float, list[Any]]:
    """Estimate and growth of the resident memory (bytes) of one run in this process, and what was counted."""
    application, plugin = start_processing(), load_plugin()
    import processing
    from dualcarbon.plugin.domain.memory_need import memory_need
    from dualcarbon.plugin.gis.memory_counts import count_inputs
    from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException

    before_b = _resident_b()
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"dualcarbon:{tool}")
    loads = count_inputs(algorithm, parameters, QgsProcessingContext()).loads
    try:
        processing.run(algorithm.id(), parameters)
    except QgsProcessingException as error:
        # The exception of QGIS cannot go to another process.
        raise RuntimeError(str(error)) from None
    # Kilobytes on Linux.
    peak_b = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024.0
    plugin.unload()
    del application
    return memory_need(tool, loads).total_b, peak_b - before_b, loads


def _resident_b() -> float:
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return float(line.split()[1]) * 1024.0
    raise OSError("no VmRSS")
