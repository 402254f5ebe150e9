# SPDX-License-Identifier: GPL-2.0-or-later
"""Removal hot spots: parcels with attached factors in, the hottest of them and a table per unit out."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem

from ..domain.areas import WorkPlane
from ..domain.errors import InputError
from ..domain.exact_sums import group_sums
from ..domain.hotspots import (
    HotspotParcels,
    Selection,
    UnitParts,
    parts_of_units,
    patches_of,
    select_hotspots,
    whole_layer,
)
from ..domain.units import M2_PER_HA
from .field_values import numbers_of
from .layers import PolygonLayer
from .run import Run
from .sinks import Column
from .unit_layer import read_units

#: Fields of ``attachfactors``, and how the amounts and densities of each are called here.
AREA, REMOVAL = "area_ha", "removal_tco2e_a"
NAMES = {
    REMOVAL: (REMOVAL, "removal_tco2e_ha_a"),
    "stock_tc": ("stock_tc", "stock_tc_ha"),
}
OTHER = ("amount", "amount_ha")


@dataclass(frozen=True)
class HotspotJob:
    """Hot spots with their geometry and patches; ``names`` are the fields of amount and density."""

    selection: Selection
    geometry: np.ndarray
    plane: WorkPlane
    crs: QgsCoordinateReferenceSystem
    names: tuple[str, str]


def find_hotspots(run: Run) -> HotspotJob:
    """The hot spots of INPUT by the parameters of the algorithm."""
    field = run.optional_text("VALUE_FIELD") or REMOVAL
    layer, parcels = _read_parcels(run, field)
    parts = _parts(run, layer, parcels)
    share = run.number("SHARE") / 100.0
    run.progress(70, 72)(0.0)
    chosen = select_hotspots(parcels, parts, share, run.text("BY"), run.notes)
    geometry = parts.geometry[chosen.parts["part"].to_numpy(dtype=np.intp)]
    patch = patches_of(geometry, run.progress(72, 85))
    chosen, kept = _large_patches(run, chosen, patch)
    run.record(share=share, by=run.text("BY"), value_field=field)
    id_names = layer.ids if layer.has_ids else np.full(len(layer), None, dtype=object)
    listed = chosen.parts.assign(id=id_names[chosen.parts["parcel"].to_numpy(dtype=np.intp)])
    names = NAMES.get(field.lower(), OTHER)
    return HotspotJob(
        Selection(listed, chosen.units), layer.plane.from_plane(geometry[kept]), layer.plane, layer.crs, names
    )


def _read_parcels(run: Run, field: str) -> tuple[PolygonLayer, HotspotParcels]:
    given = run.open("INPUT")
    id_field = run.optional_text("ID_FIELD")
    area_field = next((name for name in given.field_names if name.lower() == AREA), None)
    layer = run.read(given, [field, area_field], id_field=id_field, share=(0, 30))
    measured = layer.plane.measure_layer(layer.geometry, "ellipsoidal", run.progress(30, 35))
    measured = np.nan_to_num(measured)
    amount = numbers_of(layer, field)
    if (amount < 0.0).any():
        first = int(np.argmax(amount < 0.0))
        raise InputError(
            "Field “{field}” of layer “{layer}” is negative (parcels: {count}, first: {id}). Choose a field "
            "in which more is better, such as removal_tco2e_a.",
            field=field,
            layer=layer.name,
            count=int((amount < 0.0).sum()),
            id=layer.ids[first],
        )
    if not np.isfinite(amount).any():
        raise InputError(
            "Field “{field}” of layer “{layer}” holds no number. Give the output of “Attach carbon factors” "
            "made with a factor set that has this figure.",
            field=field,
            layer=layer.name,
        )
    area_ha = measured / M2_PER_HA if area_field is None else numbers_of(layer, area_field)
    lacking = ~(area_ha > 0.0) & (measured > 0.0) & np.isfinite(amount)
    if lacking.any():
        raise InputError(
            "Field “{field}” of layer “{layer}” is empty or not above 0 (parcels: {count}, first: {id}). "
            "Give the output of “Attach carbon factors”.",
            field=area_field or AREA,
            layer=layer.name,
            count=int(lacking.sum()),
            id=layer.ids[int(np.argmax(lacking))],
        )
    return layer, HotspotParcels(
        layer.geometry, layer.ids, amount, np.nan_to_num(area_ha), measured, layer.has_ids
    )


def _parts(run: Run, layer: PolygonLayer, parcels: HotspotParcels) -> UnitParts:
    if not run.given("UNITS"):
        return whole_layer(parcels)
    units = read_units(run, layer.crs, layer.plane)
    return parts_of_units(parcels, units, layer.plane, notes=run.notes, progress=run.progress(40, 70))


def _large_patches(run: Run, chosen: Selection, patch: np.ndarray) -> tuple[Selection, np.ndarray]:
    """Hot spots in patches of at least MIN_PATCH_HA, with patch and patch_ha; which rows they are."""
    parts = chosen.parts.assign(patch=patch + 1)
    sums_ha = group_sums(parts["area_ha"].to_numpy(float), patch, int(patch.max(initial=-1)) + 1)
    parts["patch_ha"] = sums_ha[patch]
    least = run.number("MIN_PATCH_HA")
    kept = (parts["patch_ha"] >= least).to_numpy()
    if not kept.all():
        run.notes.add(
            "small_patches",
            "{count} hot spots ({area_ha:.4f} ha) lie in patches below {least} ha and are left out of the "
            "layer; the table per unit counts them.",
            count=int((~kept).sum()),
            area_ha=math.fsum(parts["area_ha"][~kept]),
            least=least,
            warning=False,
        )
    return Selection(parts[kept].reset_index(drop=True), chosen.units), kept


def write_hotspots(run: Run, job: HotspotJob) -> None:
    """Write the hot spots and the table per unit."""
    amount, density = job.names
    parts = job.selection.parts.rename(columns={"amount": amount, "density": density})
    columns = [
        Column("unit", "text", "statistical unit"),
        Column("id", "text", "business id of the parcel"),
        Column("rank", "int", "1 = highest density of the unit"),
        Column(density, "float", "per ha"),
        Column(amount, "float", "of the part in the unit"),
        Column("area_ha", "float", "area of the part in the unit, ha"),
        Column("cumulative_share", "float", "share of the unit's amount up to this rank, 0–1"),
        Column("patch", "int", "number of the connected hot spots"),
        Column("patch_ha", "float", "area of the patch, ha"),
    ]
    run.write("OUTPUT", columns, parts, job.geometry, job.crs, share=(88, 97))
    renamed = {"amount": amount, "hotspot_amount": f"hotspot_{amount}", "threshold": f"threshold_{density}"}
    units = job.selection.units.rename(columns=renamed)
    kinds = {"unit": "text", "parcels": "int", "hotspots": "int"}
    run.write(
        "OUTPUT_TABLE", [Column(name, kinds.get(name, "float")) for name in units], units, share=(97, 99)
    )


def hotspot_outputs(job: HotspotJob) -> dict[str, Any]:
    """Number outputs: hot spots of all units."""
    units = job.selection.units
    amount, hot = math.fsum(units["amount"]), math.fsum(units["hotspot_amount"])
    return {
        "HOTSPOTS": int(units["hotspots"].sum()),
        "HOTSPOT_AREA_HA": math.fsum(units["hotspot_area_ha"]),
        "HOTSPOT_SHARE": hot / amount if amount > 0.0 else math.nan,
    }
