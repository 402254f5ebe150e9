# SPDX-License-Identifier: GPL-2.0-or-later
"""Land parcels and statistical units reduced to a table of areas per unit and carbon class."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd
import shapely

from .areas import WorkPlane
from .coverage import Coverage, check_coverage
from .errors import ConservationError, InputError
from .exact_sums import group_sums, sums_by
from .geometry import AreaMeasure, Floats, Geometries, Rows
from .notes import NoteBook
from .overlay import Overlay, difference_from_union, overlay
from .progress import Progress, part, silent
from .tabulate_notes import note_outside, note_overlapping_parcels, note_overlapping_units, note_uncovered
from .units import M2_PER_HA

#: The parts must add up to the unit within this share of its area.
CONSERVATION_LIMIT = 1e-6

#: A parcel counts as wholly inside the units when its parts miss no more than this share of it.
INSIDE_TOLERANCE = 1e-7


@dataclass(frozen=True)
class LandParcels:
    """Land-use parcels in plane coordinates, wall-to-wall or not; they may overlap.

    ``carbon_class`` is None where the parcel is excluded. ``area_m2`` is the area of the
    whole parcel by the area rule, ``measured_m2`` the measured one, by which parts share
    it. ``ridge_m2`` is the part of ``area_m2`` that is booked to ``ridge_class``
    (field ridges that the survey deducts from cultivated land).
    """

    geometry: Geometries
    carbon_class: Geometries
    ids: Geometries
    area_m2: Floats
    measured_m2: Floats
    ridge_m2: Floats | None = None
    ridge_class: str | None = None


@dataclass(frozen=True)
class AreaTable:
    """Areas in hectares that everything after the geometry is computed from.

    ``cells``: unit (row of the units), carbon_class, area_ha by the area rule, sorted.
    ``units``: unit, area_ha, covered_ha (union of the parcels), uncovered_ha, twice_ha
    (all measured), and excluded_ha (parcels without class, by the area rule).
    ``outside_ha``: land use outside every unit, by the area rule. ``residual_ha``: the
    largest difference of any unit between its area and covered parts plus uncovered
    less counted twice, which are computed independently of each other. ``units_overlap``:
    whether units share more ground than digitising noise, so that they must not be summed.
    """

    cells: pd.DataFrame
    units: pd.DataFrame
    outside_ha: float
    residual_ha: float
    units_overlap: bool


def tabulate(
    parcels: LandParcels,
    units: Geometries,
    unit_names: Geometries,
    plane: WorkPlane,
    rule: str,
    *,
    apart: bool = False,
    notes: NoteBook,
    progress: Progress = silent,
    threads: int | None = None,
) -> AreaTable:
    """Area of every carbon class in every unit.

    ``units`` are valid (multi)polygons in the plane; they may overlap, and a parcel then
    counts in each of them. Overlapping parcels count each for itself. Both are noted, as
    is land use outside the units. With ``apart`` units are not tested for overlaps.

    Raises InputError where a parcel lacks its area, ConservationError where the parts do
    not add up to a unit within 1e-6 of its area.
    """
    _require_areas(parcels)

    def measure(geoms: Geometries) -> Floats:
        return plane.measure(geoms, rule)

    pairs = overlay(
        parcels.geometry,
        units,
        measure=measure,
        left_area_m2=parcels.measured_m2,
        keep_geometry=False,
        progress=part(progress, 0.0, 0.6),
        threads=threads,
    )
    coverage = check_coverage(
        parcels.geometry, units, measure=measure, progress=part(progress, 0.6, 0.9), threads=threads
    )
    unit_area_m2 = measure(units)
    residual_m2 = _check_conservation(pairs, coverage, unit_area_m2, unit_names)
    overlapping = np.empty(0, dtype=np.intp)
    if not apart:
        own = overlay(
            units,
            units,
            measure=measure,
            left_area_m2=unit_area_m2,
            keep_geometry=False,
            progress=part(progress, 0.9, 0.95),
            threads=threads,
        )
        overlapping = note_overlapping_units(own, unit_names, notes)
    outside_m2 = _outside_m2(parcels, units, pairs, overlapping, measure)
    progress(0.95)
    booked_m2 = _booked_m2(parcels, pairs, outside_m2, rule)
    outside_booked_m2 = outside_m2 * _book_ratio(parcels)
    note_outside(parcels.ids, outside_m2, outside_booked_m2, notes)
    note_overlapping_parcels(parcels.ids, coverage, notes)
    note_uncovered(unit_names, coverage.uncovered_m2, notes)
    return AreaTable(
        cells=_cells(parcels, pairs, booked_m2),
        units=_units(parcels, pairs, booked_m2, coverage, unit_area_m2),
        outside_ha=math.fsum(outside_booked_m2) / M2_PER_HA,
        residual_ha=float(np.max(np.abs(residual_m2), initial=0.0)) / M2_PER_HA,
        units_overlap=len(overlapping) > 0,
    )


def _require_areas(parcels: LandParcels) -> None:
    lacking = ~np.isfinite(parcels.area_m2) & ~shapely.is_missing(parcels.geometry)
    if lacking.any():
        raise InputError(
            "There are land-use features without an area: {count}, the first is {id}. Fill the area field or "
            "use another area rule.",
            count=int(lacking.sum()),
            id=parcels.ids[np.argmax(lacking)],
        )


def _check_conservation(
    pairs: Overlay, coverage: Coverage, unit_area_m2: Floats, unit_names: Geometries
) -> Floats:
    """What is missing (+) or too much (-) in each unit, m²; raises beyond the limit."""
    parts_m2 = group_sums(pairs.area_m2, pairs.right, len(unit_area_m2))
    residual = unit_area_m2 - (parts_m2 + coverage.uncovered_m2 - coverage.twice_m2)
    failed = np.abs(residual) > CONSERVATION_LIMIT * unit_area_m2
    if failed.any():
        worst = int(np.argmax(np.where(failed, np.abs(residual), 0.0)))
        raise ConservationError(
            "The areas in unit {unit} do not add up: {residual_m2:.4f} m² of {area_m2:.1f} m² are "
            "unexplained. Check the geometries of this unit and of the land use in it.",
            unit=unit_names[worst],
            residual_m2=float(residual[worst]),
            area_m2=float(unit_area_m2[worst]),
        )
    return residual


def _outside_m2(
    parcels: LandParcels, units: Geometries, pairs: Overlay, overlapping: Rows, measure: AreaMeasure
) -> Floats:
    """Measured area of each parcel outside every unit."""
    measured = np.nan_to_num(parcels.measured_m2)
    outside = measured - _inside_m2(pairs, len(measured))
    outside[pairs.left[pairs.covered]] = 0.0
    # Where units overlap, the sum over the units says nothing about what lies outside of all.
    unclear = np.setdiff1d(pairs.left[np.isin(pairs.right, overlapping)], pairs.left[pairs.covered])
    if len(unclear):
        rest = difference_from_union(parcels.geometry, units, pairs, unclear)
        outside[unclear] = measure(rest)
    return np.maximum(outside, 0.0)


def _inside_m2(pairs: Overlay, count: int) -> Floats:
    """Sum of the parts of each parcel, added by size so that the order of the units is no matter."""
    order = np.lexsort((pairs.area_m2, pairs.left))
    return np.bincount(pairs.left[order], weights=pairs.area_m2[order], minlength=count).astype(np.float64)


def _book_ratio(parcels: LandParcels) -> Floats:
    """Area by the area rule for each measured m² of a parcel."""
    measured = np.nan_to_num(parcels.measured_m2)
    ratio = np.zeros(len(measured))
    np.divide(np.nan_to_num(parcels.area_m2), measured, out=ratio, where=measured > 0.0)
    return ratio


def _booked_m2(parcels: LandParcels, pairs: Overlay, outside_m2: Floats, rule: str) -> Floats:
    """Area of each part by the area rule: measured, or its share of the parcel's own area."""
    if rule != "attribute":
        return pairs.area_m2
    measured = np.nan_to_num(parcels.measured_m2)
    total = _inside_m2(pairs, len(measured))
    # Parts of a parcel inside the units share all of its area, whatever the rounding of the cuts.
    whole = (outside_m2 <= INSIDE_TOLERANCE * measured) & (
        np.abs(total - measured) <= INSIDE_TOLERANCE * measured
    )
    base = np.where(whole, total, measured)
    return np.asarray(parcels.area_m2[pairs.left] * (pairs.area_m2 / base[pairs.left]), dtype=np.float64)


def _cells(parcels: LandParcels, pairs: Overlay, booked_m2: Floats) -> pd.DataFrame:
    classes = parcels.carbon_class[pairs.left]
    known = np.array([name is not None for name in classes], dtype=bool)
    frame = pd.DataFrame(
        {
            "unit": pairs.right[known],
            "carbon_class": classes[known],
            "area_m2": booked_m2[known],
        }
    )
    if parcels.ridge_m2 is not None and parcels.ridge_class is not None:
        frame = _move_ridges(frame, _ridge_share(parcels)[pairs.left[known]], parcels.ridge_class)
    cells = sums_by(frame, ["unit", "carbon_class"], ["area_m2"])
    cells["area_ha"] = cells.pop("area_m2") / M2_PER_HA
    return cells


def _ridge_share(parcels: LandParcels) -> Floats:
    """Share of each parcel's area that is field ridges."""
    share = np.zeros(len(parcels.area_m2))
    ridges = np.zeros(len(share)) if parcels.ridge_m2 is None else np.nan_to_num(parcels.ridge_m2)
    np.divide(ridges, parcels.area_m2, out=share, where=parcels.area_m2 > 0.0)
    return share


def _move_ridges(frame: pd.DataFrame, share: Floats, ridge_class: str) -> pd.DataFrame:
    """Book the shares of ridges to their own class, in rows of their own."""
    ridges = frame[share > 0.0].copy()
    ridges["carbon_class"] = ridge_class
    ridges["area_m2"] = ridges["area_m2"] * share[share > 0.0]
    land = frame.copy()
    land["area_m2"] = land["area_m2"] * (1.0 - share)
    return pd.concat([land, ridges], ignore_index=True)


def _units(
    parcels: LandParcels, pairs: Overlay, booked_m2: Floats, coverage: Coverage, unit_area_m2: Floats
) -> pd.DataFrame:
    count = len(unit_area_m2)
    excluded = np.array([name is None for name in parcels.carbon_class[pairs.left]], dtype=bool)
    parts_m2 = group_sums(pairs.area_m2, pairs.right, count)
    return pd.DataFrame(
        {
            "unit": np.arange(count),
            "area_ha": unit_area_m2 / M2_PER_HA,
            "covered_ha": (parts_m2 - coverage.twice_m2) / M2_PER_HA,
            "uncovered_ha": coverage.uncovered_m2 / M2_PER_HA,
            "twice_ha": coverage.twice_m2 / M2_PER_HA,
            "excluded_ha": group_sums(booked_m2[excluded], pairs.right[excluded], count) / M2_PER_HA,
        }
    )
