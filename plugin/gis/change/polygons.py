# SPDX-License-Identifier: GPL-2.0-or-later
"""Two land-use layers of polygons as transitions in units, with a map of what changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from qgis.core import QgsCoordinateReferenceSystem

from ...domain.areas import WorkPlane
from ...domain.change import DatedLand, changed_ground, split_dates, transitions_in_units
from ...domain.classes import MatchedCodes
from ...domain.errors import InputError
from ...domain.factors import FactorSet
from ...domain.parcels import mapped_classes
from ...domain.quantities import Measuring
from ...domain.statistical_units import Units
from ..codes import match_column
from ..layer_areas import DEDUCTED, GROSS_AREA, NET_AREA, areas_of
from ..layers import PolygonLayer
from ..run import Run
from ..sinks import Column
from ..unit_layer import read_units
from .model import AFTER, BEFORE, DATES, ChangeJob, classification_at

MAP_FIELDS = (
    Column("id_before", "text", "feature of the first date"),
    Column("id_after", "text", "feature of the second date"),
    Column("from_class", "text", "carbon class at the first date"),
    Column("to_class", "text", "carbon class at the second date"),
    Column("area_ha", "float", "area by the area rule, ha"),
    Column("change_tc_ha", "float", "change of carbon density, t C/ha"),
    Column("change_tc", "float", "change of carbon stock, t C"),
)


@dataclass(frozen=True)
class DatedPolygons:
    """The layer of one date, its codes and what the domain takes of it."""

    layer: PolygonLayer
    match: MatchedCodes
    land: DatedLand

    def facts(self) -> dict[str, Any]:
        classification = self.match.classification
        return {
            "id": classification.id,
            "version": classification.version,
            "sha256": classification.sha256,
        }


def change_of_polygons(run: Run, factors: FactorSet) -> ChangeJob:
    """Overlay BEFORE and AFTER and cut them by UNITS; raises ``InputError`` where a raster map is asked."""
    if run.given("OUTPUT_MAP_RASTER"):
        raise InputError(
            "OUTPUT_MAP_RASTER needs a raster of at least one date. Take OUTPUT_MAP for two polygon layers."
        )
    rule = run.text("AREA_RULE")
    first = read_date(run, BEFORE, rule, factors, (0, 15))
    crs, plane = first.layer.crs, first.layer.plane
    second = read_date(run, AFTER, rule, factors, (15, 30), crs, plane)
    units = read_units(run, crs, plane) if run.given("UNITS") else None
    how = Measuring(plane, rule)
    pieces = split_dates(first.land, second.land, how, run.notes, run.progress(35, 65))
    transitions, unmapped_ha = transitions_in_units(
        pieces, first.land, second.land, units, how, run.notes, run.progress(65, 85)
    )
    run.tell()

    def write_maps(of: Run) -> None:
        if of.given("OUTPUT_MAP"):
            made = changed_ground(
                pieces, first.land, second.land, units, factors, how, of.notes, of.progress(92, 94)
            )
            of.write(
                "OUTPUT_MAP", MAP_FIELDS, made.table, plane.from_plane(made.geometry), crs, share=(94, 97)
            )

    facts = {
        "classification": first.facts(),
        "after_classification": second.facts(),
        "area_rule": rule,
        "crs": first.layer.crs_label,
        "unchanged_geometries": pieces.alike,
    }
    everywhere = units or _extent(first.land.geometry, second.land.geometry)
    drawn = Units(everywhere.names, plane.from_plane(everywhere.geometry))
    return ChangeJob(transitions, drawn, crs, facts, unmapped_ha, write_maps)


def read_date(
    run: Run,
    date: str,
    rule: str,
    factors: FactorSet,
    share: tuple[float, float],
    crs: QgsCoordinateReferenceSystem | None = None,
    plane: WorkPlane | None = None,
) -> DatedPolygons:
    """One land-use layer, in the CRS and plane of the other where these are given."""
    code_field = run.optional_text(f"{date}_FIELD")
    if code_field is None:
        raise InputError(
            "Polygons of land use need the field with their code; set {parameter}.",
            parameter=f"{date}_FIELD",
        )
    area_field, ridge_field = _survey_fields(run, date, rule, factors)
    id_field = run.optional_text(f"{date}_ID_FIELD")
    middle = share[0] + 0.8 * (share[1] - share[0])
    layer = run.polygons(
        date,
        [code_field, area_field, ridge_field],
        id_field=id_field,
        crs=crs,
        plane=plane,
        share=(share[0], middle),
    )
    # The second date has its own areas only for its ridges; without these it is measured.
    measured = date == AFTER and rule == "attribute" and not area_field
    by_rule = "ellipsoidal" if measured else rule
    areas = areas_of(run, layer, by_rule, area_field, ridge_field, share=(middle, share[1]))
    match = match_column(run, layer, code_field, classification_at(run, date, factors))
    classes, _ = mapped_classes(match, run.text("UNMAPPED"), areas, layer.ids, layer.name, run.notes)
    run.tell()
    # The area base is that of the first date: ground that only the second has is measured.
    area_m2 = areas.area_m2 if date == BEFORE else areas.measured_m2
    ridges = None if areas.ridge_m2 is None else _shares(areas.ridge_m2, areas.area_m2)
    land = DatedLand(layer.geometry, classes, layer.ids, area_m2, areas.measured_m2, layer.name, ridges)
    return DatedPolygons(layer, match, land)


def _survey_fields(run: Run, date: str, rule: str, factors: FactorSet) -> tuple[str | None, str | None]:
    """The area field of a date and the one of its field ridges; of the second only where both have them.

    Ridges are booked as the sink baseline books them, where both surveys state them.
    """
    area_field = run.optional_text("AREA_FIELD") if rule == "attribute" else None
    if area_field is None:
        return None, None
    names = [{name.upper(): name for name in run.field_names(of)} for of in DATES]
    wanted = (area_field.upper(), DEDUCTED)
    both = all(name in of for of in names for name in wanted)
    survey = area_field.upper() in (GROSS_AREA, NET_AREA) and factors.key == "carbon_class"
    if both and survey:
        of_date = names[DATES.index(date)]
        return of_date[wanted[0]], of_date[DEDUCTED]
    if date == BEFORE and survey and DEDUCTED in names[0]:
        run.notes.add(
            "ridges_of_one_date",
            "Field ridges ({field}) are booked at neither date, since the layer of the second date lacks "
            "“{field}” or “{area}”. Their area counts as the land that they lie in.",
            warning=False,
            field=names[0][DEDUCTED],
            area=area_field,
        )
    return (area_field if date == BEFORE else None), None


def _shares(ridge_m2: np.ndarray, area_m2: np.ndarray) -> np.ndarray:
    """Share of each parcel that is field ridges."""
    return np.divide(ridge_m2, area_m2, out=np.zeros(len(area_m2)), where=area_m2 > 0.0)


def _extent(*layers: np.ndarray) -> Units:
    """All ground as one unit, drawn as the box around it."""
    box = np.empty(1, dtype=object)
    box[0] = shapely.box(*shapely.total_bounds(np.concatenate(layers)))
    return Units(np.array(["*"], dtype=object), box)
