# SPDX-License-Identifier: GPL-2.0-or-later
"""Sink baselines: from a land-use layer or a classified raster to a layer per unit and a table."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem

from ..domain.areas import WorkPlane
from ..domain.baseline import Baseline, baseline_of, method_job, sink_baseline, union_of_units
from ..domain.errors import InputError
from ..domain.factors import FactorSet
from ..domain.notes import NoteBook
from ..domain.parcel_areas import RIDGE_CLASS
from ..domain.progress import Progress
from ..domain.rasters import WHOLE, RasterUnits, area_table
from ..domain.statistical_units import Units
from ..domain.stocks import ACCOUNT_COLUMNS
from ..domain.tabulate import AreaTable, LandParcels
from .codes import classification_for
from .land_use import LandUse, read_land_use
from .method_layers import describe_methods, read_method_layers
from .raster_land_use import BlockDigest, classes_of_raster, open_raster
from .raster_tables import note_edges, note_units_without_cells, tabulate_on
from .run import Run
from .sinks import Column
from .unit_layer import read_units

_UNITS_OF = {"_tc": "t C", "_tco2e_a": "t CO2e/a", "_ha": "ha"}
_KEYS = (
    Column("carbon_class", "text", "carbon class"),
    Column("method", "text", "method layer of the ground, or factors"),
    Column("accounts_for", "text", "pools and processes that the method answers for"),
)
_QUALITY = ("unit_area_ha", "covered_share", "uncovered_ha", "twice_ha", "excluded_ha")


@dataclass(frozen=True)
class BaselineJob:
    """A baseline with its units, where they lie, and what the manifest says about the land use."""

    baseline: Baseline
    units: Units
    plane: WorkPlane
    crs: QgsCoordinateReferenceSystem
    facts: dict[str, Any]


def make_baseline(run: Run, factors: FactorSet) -> BaselineJob:
    """The sink baseline of ``INPUT``, polygons or raster, by the parameters of the algorithm."""
    return _of_raster(run, factors) if run.is_raster("INPUT") else _of_polygons(run, factors)


def _of_polygons(run: Run, factors: FactorSet) -> BaselineJob:
    if not run.given("CLASS_FIELD"):
        raise InputError("Polygons of land use need the field with their code; set CLASS_FIELD.")
    land = read_land_use(run, "INPUT", factors)
    units = read_units(run, land.layer.crs, land.plane)
    methods = read_method_layers(run, factors, land.layer.crs, land.plane, land.area_rule)
    baseline = sink_baseline(
        land_parcels(land),
        units,
        land.plane,
        land.area_rule,
        factors,
        methods=methods,
        notes=run.notes,
        progress=run.progress(35, 90),
    )
    facts = {**land.facts(), "unmapped_ha": land.unmapped_ha, **describe_methods(methods, baseline.by_method)}
    return BaselineJob(baseline, units, land.plane, land.layer.crs, facts)


def _of_raster(run: Run, factors: FactorSet) -> BaselineJob:
    rule, edge = run.text("AREA_RULE"), run.text("EDGE")
    if rule == "attribute":
        raise InputError("A raster has no area field. Choose the AREA_RULE “ellipsoidal” or “planar”.")
    raster = open_raster(run, "INPUT")
    plane, book, read = raster.grid.plane(), raster.code_book(), BlockDigest(raster)
    units = read_units(run, raster.crs, plane)
    methods = read_method_layers(run, factors, raster.crs, plane, rule)

    def tabulate(of: Units, notes: NoteBook, progress: Progress) -> RasterUnits:
        return tabulate_on(raster, book.reader(read.rows), of, rule, edge, notes, progress)

    table = tabulate(units, run.notes, run.progress(35, 60))
    cells = table.table[table.table["unit"] == WHOLE]
    classes = classes_of_raster(run, raster, book, cells, classification_for(run, factors))
    facts = {**classes.facts(), "area_rule": rule, "edge": edge, "cells_sha256": read.hexdigest()}
    note_edges(run, table, edge)
    note_units_without_cells(run, table, units)
    areas, whole, job = area_table(table, classes.values, units, run.notes), None, None

    def table_of(of: Units, progress: Progress) -> AreaTable:
        book_of_pieces = NoteBook()
        return area_table(tabulate(of, book_of_pieces, progress), classes.values, of, book_of_pieces)

    if areas.units_overlap:
        whole = table_of(union_of_units(units), run.progress(60, 65))
    if methods is not None:
        measure = partial(plane.measure, rule=rule)
        job = method_job(methods, measure, table_of, notes=run.notes, progress=run.progress(65, 70))
    watch = run.progress(70, 90)
    baseline = baseline_of(areas, whole, units, factors, run.notes, methods=job, progress=watch)
    facts["unmapped_ha"] = classes.values.unmapped_ha
    facts.update(describe_methods(methods, baseline.by_method))
    return BaselineJob(baseline, units, plane, raster.crs, facts)


def land_parcels(land: LandUse) -> LandParcels:
    """The land use as the tabulation takes it."""
    return LandParcels(
        geometry=land.geometry,
        carbon_class=land.classes,
        ids=land.layer.ids,
        area_m2=land.areas.area_m2,
        measured_m2=land.areas.measured_m2,
        ridge_m2=land.areas.ridge_m2,
        ridge_class=None if land.areas.ridge_m2 is None else RIDGE_CLASS,
    )


def write_baseline(run: Run, job: BaselineJob) -> None:
    """Write the layer per unit and the table per unit and class."""
    baseline = job.baseline
    year = int(run.number("YEAR")) if run.given("YEAR") else None
    amounts = [Column(name, "float", _meaning(name)) for name in ACCOUNT_COLUMNS]
    quality = [Column(name, "float", _meaning(name)) for name in _QUALITY]
    lead = [Column("unit", "text", "statistical unit"), Column("year", "int", "year of the land use")]
    by_unit = baseline.by_unit.assign(year=year)
    run.write(
        "OUTPUT",
        [*lead, *amounts, *quality],
        by_unit,
        job.plane.from_plane(job.units.geometry),
        job.crs,
        share=(90, 95),
    )
    claims = baseline.by_class["accounts_for"]
    by_class = baseline.by_class.assign(year=year, accounts_for=claims.where(claims != "", None))
    run.write(
        "OUTPUT_TABLE",
        [*lead, *_KEYS, *amounts],
        by_class,
        share=(95, 99),
    )


def _meaning(name: str) -> str:
    if name == "covered_share":
        return "share of the unit covered by land use, 0–1"
    stem = name.replace("_low", "").replace("_high", "")
    return next((unit for end, unit in _UNITS_OF.items() if stem.endswith(end)), "")
