# SPDX-License-Identifier: GPL-2.0-or-later
"""The records of the change survey as processes: classes, ridges and units before and after."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..domain.classes import Classification, match_codes
from ..domain.errors import InputError
from ..domain.factors import FactorSet
from ..domain.increments import Processes
from ..domain.increments.fields import SURVEY_CLASSIFICATION, SURVEY_FIELDS
from ..domain.increments.overlaps import Parts, parts_in_units, refuse_overlaps
from ..domain.parcel_areas import ParcelAreas
from ..domain.parcels import mapped_classes
from .codes import classification_for
from .increment_layer import IncrementLayer, read_increments
from .run import Run
from .unit_layer import read_units


@dataclass(frozen=True)
class ProcessLayer:
    """The processes with the ids of their records, and what the manifest says about them."""

    processes: Processes
    ids: np.ndarray
    facts: dict[str, Any]
    unmapped_ha: float


def read_processes(run: Run, factors: FactorSet, baseline_units: Sequence[str]) -> ProcessLayer:
    """Read INCREMENTS; every check of a record happens on the way."""
    source = read_increments(run)
    before, after, classification = _classes_of(run, source, factors)
    lost = (source.before & _is_none(before)) | (source.after & _is_none(after))
    kept = ~lost & (source.before | source.after)
    ridges = [_ridges_of(run, source, factors, *side) for side in source.sides()]
    if source.polygons is not None:
        changed = kept & ((before != after) | (ridges[0] != ridges[1]))
        _refuse_overlaps(run, source, changed)
    row, share, units = _units_of(run, source, kept, baseline_units)
    cause, permit = (source.records.texts(source.columns.get(name)) for name in ("cause", "permit"))
    processes = Processes(
        process=row,
        unit_before=units[0],
        unit_after=units[1],
        from_class=before[row],
        to_class=after[row],
        area_ha=source.area_ha[row] * share,
        ridge_before_ha=ridges[0][row] * share,
        ridge_after_ha=ridges[1][row] * share,
        cause=cause[row],
        permit=permit[row],
    )
    facts = {**source.facts(), "area_rule": run.text("AREA_RULE"), "classification": classification}
    unmapped_ha = math.fsum(source.area_ha[lost])
    return ProcessLayer(processes, source.records.ids, facts, unmapped_ha)


def _is_none(values: np.ndarray) -> np.ndarray:
    return np.array([value is None for value in values], dtype=bool)


def _classes_of(
    run: Run, source: IncrementLayer, factors: FactorSet
) -> tuple[np.ndarray, np.ndarray, dict[str, str]]:
    """Carbon classes before and after (None where there is no ground or no class), the classification.

    The codes of both dates are read together, so that one classification is found for both.
    """
    asked = np.concatenate([source.before, source.after])
    rows = np.concatenate([np.flatnonzero(source.before), np.flatnonzero(source.after)])
    codes = np.concatenate([source.columns[side] for side, _ in source.sides()])[asked]
    codes = np.array([None if str(code or "").strip() == "" else code for code in codes], dtype=object)
    match = match_codes(
        codes,
        field=source.fields["before"],
        layer=source.records.layer,
        classification=_classification(run, source, factors),
    )
    found, _ = mapped_classes(
        match,
        run.text("UNMAPPED"),
        ParcelAreas(source.areas.area_m2[rows], source.areas.measured_m2[rows], None),
        source.records.ids[rows],
        source.records.layer,
        run.notes,
    )
    spread = np.full(len(asked), None, dtype=object)
    spread[asked] = found
    before, after = np.split(spread, 2)
    read_with = match.classification
    facts = {"id": read_with.id, "version": read_with.version, "sha256": read_with.sha256}
    return before, after, facts


def _classification(run: Run, source: IncrementLayer, factors: FactorSet) -> str | Classification:
    chosen = classification_for(run, factors)
    fields = tuple(source.fields[side].upper() for side, _ in source.sides())
    return SURVEY_CLASSIFICATION if chosen == "auto" and fields == SURVEY_FIELDS else chosen


def _ridges_of(
    run: Run, source: IncrementLayer, factors: FactorSet, side: str, here: np.ndarray
) -> np.ndarray:
    """Field ridges of a date in ha: booked with the survey's areas only, as the baseline does."""
    field, net = source.fields.get(f"ridge_{side}"), source.fields.get(f"net_{side}")
    if field is None or run.text("AREA_RULE") != "attribute" or factors.key != "carbon_class":
        return np.zeros(len(source.area_ha))
    unit, records = run.text("AREA_UNIT"), source.records
    ridge_ha = np.where(here, records.areas_ha(source.columns[f"ridge_{side}"], field, unit), 0.0)
    records.refuse_ridges(source.area_ha, ridge_ha, field)
    if net is not None:
        net_ha = records.areas_ha(source.columns[f"net_{side}"], net, unit)
        records.refuse_uneven(source.area_ha, ridge_ha + net_ha, here, (field, net))
    return np.asarray(np.minimum(ridge_ha, source.area_ha))


def _measured_by(run: Run) -> str:
    rule = run.text("AREA_RULE")
    return "ellipsoidal" if rule == "attribute" else rule


def _refuse_overlaps(run: Run, source: IncrementLayer, changed: np.ndarray) -> None:
    layer = source.polygons
    if layer is None or not changed.any():
        return
    rows = np.flatnonzero(changed)
    refuse_overlaps(
        layer.geometry[rows],
        layer.ids[rows],
        layer.name,
        lambda shapes: layer.plane.measure(shapes, _measured_by(run)),
        notes=run.notes,
        progress=run.progress(35, 50),
    )


def _units_of(
    run: Run, source: IncrementLayer, kept: np.ndarray, baseline_units: Sequence[str]
) -> tuple[np.ndarray, np.ndarray, tuple[np.ndarray, np.ndarray]]:
    """Where the ground of the kept records lies: their rows, the share of each, units before and after."""
    if run.given("UNITS"):
        parts = _parts_by_polygons(run, source, kept)
        return parts.row, parts.share, (parts.unit, parts.unit)
    rows = np.flatnonzero(kept)
    before, after = _units_by_field(run, source, baseline_units)
    return rows, np.ones(len(rows)), (before[rows], after[rows])


def _parts_by_polygons(run: Run, source: IncrementLayer, kept: np.ndarray) -> Parts:
    layer = source.polygons
    if layer is None:
        raise InputError(
            "Table “{layer}” has no geometry that could be cut by UNITS. Choose the unit fields instead.",
            layer=source.records.layer,
        )
    units = read_units(run, layer.crs, layer.plane)
    return parts_in_units(
        np.where(kept, layer.geometry, None),
        np.where(kept, source.areas.measured_m2, 0.0),
        units,
        lambda shapes: layer.plane.measure(shapes, _measured_by(run)),
        ids=layer.ids,
        notes=run.notes,
        progress=run.progress(50, 70),
    )


def _units_by_field(
    run: Run, source: IncrementLayer, baseline_units: Sequence[str]
) -> tuple[np.ndarray, np.ndarray]:
    count = len(source.records.ids)
    if len(baseline_units) == 1 and not run.given("UNIT_BEFORE_FIELD"):
        only = np.full(count, baseline_units[0], dtype=object)
        return only, only
    if "unit_before" not in source.fields:
        raise InputError(
            "Layer “{layer}” has no field with the unit, and the baseline has {count} units. Choose "
            "UNIT_BEFORE_FIELD and UNIT_AFTER_FIELD, or give the UNITS as polygons.",
            layer=source.records.layer,
            count=len(baseline_units),
        )
    digits = int(run.number("UNIT_DIGITS")) or None
    found = []
    for side, here in source.sides():
        # One field for both dates where the survey has, or the user chose, only the one.
        meaning = f"unit_{side}" if f"unit_{side}" in source.fields else "unit_before"
        names = source.records.texts(source.columns[meaning])
        source.records.refuse_nameless(names, here, source.fields[meaning])
        found.append(np.array([name[:digits] for name in names], dtype=object))
    return found[0], found[1]
