# SPDX-License-Identifier: GPL-2.0-or-later
"""Emissions of an inventory onto the parcels of a layer: tables, points and roads in, parcels out."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely
from qgis.core import QgsFeatureRequest, QgsFeatureSink, QgsFields, QgsProcessingFeatureSource

from ..domain.downscale import (
    FIGURES,
    FLOOR,
    WHOLE,
    Accounts,
    ClassWeights,
    Downscaled,
    Placed,
    items_of,
    read_amounts,
    read_weights,
    refuse_lost_zeros,
    road_work,
    spread_accounts,
)
from ..domain.errors import InputError
from ..domain.units import M2_PER_HA
from .downscale_points import read_points
from .downscale_raster import require_cell_size, write_cells
from .emissions import table_name
from .field_values import amounts_of, numbers_of
from .layer_areas import note_repeated
from .layers import PolygonLayer, text_of
from .run import Run
from .sinks import BATCH, Column, append_columns, flush, rows_of
from .tables import read_table
from .vector_inputs import VectorInput

_SCOPES = ("1", "2")


@dataclass(frozen=True)
class DownscaleJob:
    """Emissions on the parcels of a layer, with their areas (ha)."""

    given: VectorInput
    layer: PolygonLayer
    area_ha: np.ndarray
    accounts: Accounts
    placed: Downscaled


def downscale(run: Run) -> DownscaleJob:
    """Bring the inventory of a run onto its parcels: points, then roads and weights."""
    require_cell_size(run)
    class_field, unit_field = run.text("CLASS_FIELD"), run.optional_text("UNIT_FIELD")
    floor_field = run.optional_text("FLOOR_FIELD")
    given = run.open("PARCELS")
    layer = run.read(given, [class_field, unit_field, floor_field], share=(0, 20))
    area_m2 = np.nan_to_num(layer.plane.measure_layer(layer.geometry, "ellipsoidal", run.progress(20, 25)))
    note_repeated(run, layer, area_m2)
    units = _units(layer, unit_field)
    table = table_name(run, "INVENTORY")
    by_class = _weights_of_classes(run)
    accounts = read_amounts(
        read_table(run, "INVENTORY"),
        table,
        run.notes,
        by_unit=unit_field is not None,
        items=items_of(by_class),
    )
    points = read_points(run, layer, units, accounts) if run.given("POINTS") else []
    weights = _weights_of_parcels(run, layer, by_class, class_field, floor_field, area_m2)
    if run.given("ROADS"):
        weights = _with_roads(run, layer, weights)
    placed = spread_accounts(accounts, points, weights, units, run.notes, run.progress(60, 65))
    _note_residual(run, placed)
    run.record(
        inventory_tco2e=accounts.total_co2e,
        residual_tco2e=placed.residual_co2e,
        inventory_co2_t=accounts.total_co2,
        residual_co2_t=placed.residual_co2,
        point_sources=len(points),
        proxies=sorted(weights),
    )
    return DownscaleJob(given, layer, area_m2 / M2_PER_HA, accounts, placed)


def _units(layer: PolygonLayer, field: str | None) -> np.ndarray:
    if field is None:
        return np.full(len(layer), WHOLE, dtype=object)
    values = layer.columns[field]
    return np.array(["" if value is None else text_of(value) for value in values], dtype=object)


def _weights_of_classes(run: Run) -> dict[str, ClassWeights]:
    if not run.given("WEIGHTS"):
        return {}
    return read_weights(read_table(run, "WEIGHTS"), table_name(run, "WEIGHTS"))


def _weights_of_parcels(
    run: Run,
    layer: PolygonLayer,
    found: dict[str, ClassWeights],
    class_field: str,
    floor_field: str | None,
    area_m2: np.ndarray,
) -> dict[str, np.ndarray]:
    classes = np.array(
        [None if code is None else str(code).strip() for code in layer.columns[class_field]], dtype=object
    )
    if found:
        refuse_lost_zeros(found, classes, table_name(run, "WEIGHTS"), layer.name)
    sizes = {FLOOR: _floor_m2(run, layer, floor_field, found)}
    return {
        sector: weights.of_classes(classes) * sizes.get(weights.of, area_m2)
        for sector, weights in found.items()
    }


def _floor_m2(
    run: Run, layer: PolygonLayer, field: str | None, weights: dict[str, ClassWeights]
) -> np.ndarray:
    users = sorted(sector for sector, found in weights.items() if found.of == FLOOR)
    if not users:
        return np.zeros(len(layer))
    if field is None:
        raise InputError(
            "The weights of {sectors} are per floor area: give FLOOR_FIELD, the floor area of each parcel "
            "(m²).",
            sectors=", ".join(users),
        )
    values = amounts_of(layer, field)
    empty = np.isnan(values)
    if empty.any():
        run.notes.add(
            "floor_area_missing",
            "Parcels without a floor area in field “{field}”: {count}. Sectors that are spread by it get "
            "nothing there.",
            count=int(empty.sum()),
            ids=layer.ids[empty],
            warning=False,
            field=field,
        )
    return np.nan_to_num(values)


def _with_roads(run: Run, layer: PolygonLayer, weights: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    sector, flow_field = run.text("ROAD_SECTOR"), run.optional_text("FLOW_FIELD")
    if sector in weights:
        raise InputError(
            "Sector “{sector}” has class weights and roads. Use one proxy per sector: take it out of "
            "WEIGHTS, or leave ROADS empty.",
            sector=sector,
        )
    roads = run.read(
        run.open("ROADS"), [flow_field], crs=layer.crs, plane=layer.plane, share=(30, 40), lines_too=True
    )
    if (shapely.get_dimensions(roads.geometry) == 2).any():
        raise InputError(
            "Layer “{layer}” holds polygons, but roads are lines with their flow. Choose a line layer.",
            layer=roads.name,
        )
    flow = numbers_of(roads, flow_field) if flow_field else np.ones(len(roads))
    wrong = ~(flow >= 0.0)
    if wrong.any():
        raise InputError(
            "Layer “{layer}”, feature {id}, field “{field}”: no flow, or one below 0. Write 0 where no "
            "vehicles go.",
            layer=roads.name,
            id=roads.ids[int(np.argmax(wrong))],
            field=flow_field,
        )
    work, whole = road_work(layer.geometry, roads.geometry, flow, run.progress(40, 60))
    outside = 1.0 - math.fsum(work) / whole if whole else 0.0
    if outside > 1e-6:
        run.notes.add(
            "roads_outside",
            "{percent:.1f} % of the traffic (length × flow) of layer “{layer}” lies outside the parcels: the "
            "sector goes to the parcels by the traffic inside them.",
            percent=100.0 * outside,
            layer=roads.name,
        )
    return {**weights, sector: work}


def _note_residual(run: Run, placed: Downscaled) -> None:
    ledger = placed.ledger()
    left = ledger[ledger["residual_tco2e"] > 0.0]
    for reason, rows in left.groupby("reason", sort=True):
        run.notes.add(
            "emission_left_over",
            "{amount:.10g} t CO2e find no parcel ({reason}): {sectors}. They are left over, never spread in "
            "silence. no_proxy: give WEIGHTS or ROADS; no_weight: no parcel has a weight; no_unit: no parcel "
            "is of the unit; outside: a point outside all parcels.",
            count=len(rows),
            ids=rows["sector"].unique(),
            amount=math.fsum(rows["residual_tco2e"]),
            reason=reason,
            sectors=", ".join(sorted(rows["sector"].unique())),
        )


def figures_of(job: DownscaleJob) -> pd.DataFrame:
    """Per parcel: t CO2e and t CO2 in all, per hectare, of points and by sector; t CO2e by scope."""
    placed = job.placed
    columns = _figures(job, placed.co2e, "emission_tco2e", "_tco2e")
    for scope in _SCOPES:
        if scope in placed.co2e:
            columns[f"scope_{scope}_tco2e"] = placed.of_scope(scope)
    if placed.co2:
        columns = {**columns, **_figures(job, placed.co2, "co2_t", "_co2_t")}
    return pd.DataFrame(columns)


def _figures(
    job: DownscaleJob, accounts: Mapping[str, Placed], whole: str, end: str
) -> dict[str, np.ndarray]:
    by_sector, points = job.placed.by_sector(accounts), job.placed.points(accounts)
    total = np.sum(np.stack([np.zeros(len(points)), *by_sector.values()]), axis=0)
    density = np.full(len(total), math.nan)
    np.divide(total, job.area_ha, out=density, where=job.area_ha > 0.0)
    columns = {whole: total, f"{whole}_ha": density, f"points{end}": points}
    return {**columns, **{sector + end: values for sector, values in by_sector.items()}}


def write_downscaled(run: Run, job: DownscaleJob) -> None:
    """Write the parcels with their emissions, and the ledger of what was placed and left over."""
    figures = figures_of(job)
    columns = [Column(name, "float", _unit_of(name)) for name in figures]
    source = job.given.source
    fields = append_columns(source.fields(), columns, run.notes, job.layer.name)

    def fill(sink: QgsFeatureSink, _target: QgsFields) -> int:
        written, batch, progress = 0, [], run.progress(65, 95)
        flags = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
        features = source.getFeatures(QgsFeatureRequest(), flags)
        for feature, fid, row in zip(features, job.layer.fids, rows_of(figures, columns)):
            if str(feature.id()) != fid:
                raise InputError(
                    "Layer “{layer}” was changed while it was being read. Run again when nobody edits it.",
                    layer=job.layer.name,
                )
            feature.setAttributes(feature.attributes() + row)
            batch.append(feature)
            if len(batch) == BATCH:
                written += flush(sink, batch)
                progress(written / len(figures))
        return written + flush(sink, batch)

    run.write_features("OUTPUT", fields, source.wkbType(), job.layer.crs, fill, figures, columns)
    texts = ("unit", "sector", "item", "scope", "reason")
    shape = [
        Column(name, "text" if name in texts else "float", "" if name in texts else _unit_of(name))
        for name in FIGURES
    ]
    run.write("OUTPUT_LEDGER", shape, job.placed.ledger(), share=(95, 97))
    totals = {name: figures[name].to_numpy() for name in ("emission_tco2e", "co2_t") if name in figures}
    write_cells(run, job.layer, totals, {name: _unit_of(name) for name in totals})


def _unit_of(name: str) -> str:
    unit = "t CO2e" if "tco2e" in name else "t CO2"
    return f"{unit}/ha" if name.endswith("_ha") else unit
