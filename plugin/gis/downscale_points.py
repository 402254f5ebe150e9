# SPDX-License-Identifier: GPL-2.0-or-later
"""Point sources of a run: enterprises in their parcels, with the emission that they take first."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
import shapely
from qgis.core import QgsFeature, QgsFeatureRequest

from ..domain.downscale import WHOLE, Accounts, Point, parcels_of_points
from ..domain.errors import InputError
from .compat import is_null
from .crs import require_crs
from .datum import note_transformation, refuse_misplaced
from .layers import PolygonLayer, text_of
from .run import Run
from .vector_inputs import VectorInput

SECTOR, UNIT, SCOPE, EMISSION, CO2 = "sector", "unit", "scope", "emission_tco2e", "co2_t"


def read_points(run: Run, parcels: PolygonLayer, units: np.ndarray, accounts: Accounts) -> list[Point]:
    """The point sources of POINTS.

    A point whose id the inventory has as enterprise takes that emission; another one states ``sector`` and
    ``emission_tco2e`` (optional ``co2_t``, ``scope``, and ``unit``, else that of its parcel), a part of its
    sector's sum. Raises ``InputError`` for a layer without points or CRS, an id that is missing or doubled,
    a figure that is no amount, and a point of which no emission is known.
    """
    given = run.open("POINTS")
    id_field = run.optional_text("POINT_ID_FIELD") or "id"
    features = _features(run, given, parcels)
    names = [_cell(feature, id_field, given) for feature in features]
    _refuse_names(names, given, id_field)
    rows = parcels_of_points(parcels.geometry, _shapes(features, parcels), run.progress(25, 30))
    known = accounts.enterprises
    points = [
        Point(name, row) if name in known else _own(feature, name, row, given, units)
        for feature, name, row in zip(features, names, rows.tolist())
    ]
    _note(run, points, accounts)
    _note_strayed(run, points, accounts, units)
    return points


def _features(run: Run, given: VectorInput, parcels: PolygonLayer) -> list[QgsFeature]:
    own = require_crs(given.source.sourceCrs(), given.name)
    request = QgsFeatureRequest()
    if own != parcels.crs:
        context = run.context.transformContext()
        note_transformation(given.name, own, parcels.crs, context, run.notes)
        request.setDestinationCrs(parcels.crs, context)
    features = list(given.source.getFeatures(request))
    if not features:
        raise InputError(
            "Layer “{layer}” has no features (or none is selected). Check the filter, the selection "
            "and the file.",
            layer=given.name,
        )
    run.manifest.add_input("POINTS", layer=given.name, source=given.described, features=len(features))
    lost = [feature.id() for feature in features if not _is_finite(feature)]
    refuse_misplaced(given.name, lost, own)
    return features


def _is_finite(feature: QgsFeature) -> bool:
    if not feature.hasGeometry():
        return True
    centre = feature.geometry().boundingBox().center()
    return math.isfinite(centre.x()) and math.isfinite(centre.y())


def _shapes(features: list[QgsFeature], parcels: PolygonLayer) -> np.ndarray:
    forms = [bytes(feature.geometry().asWkb()) if feature.hasGeometry() else b"" for feature in features]
    shapes = np.array([shapely.from_wkb(form) if form else None for form in forms], dtype=object)
    return parcels.plane.to_plane(shapely.force_2d(shapes))


def _cell(feature: QgsFeature, field: str, given: VectorInput) -> str:
    position = given.source.fields().lookupField(field)
    value = None if position < 0 else feature[position]
    return "" if is_null(value) else text_of(value).strip()


def _refuse_names(names: list[str], given: VectorInput, field: str) -> None:
    times = Counter(names)
    doubled = sorted(name for name, count in times.items() if not name or count > 1)
    if doubled:
        raise InputError(
            "Layer “{layer}”, field “{field}”: every point source needs an id of its own, but “{id}” is "
            "empty or occurs twice. Set POINT_ID_FIELD, or correct the ids.",
            layer=given.name,
            field=field,
            id=doubled[0],
        )


def _own(feature: QgsFeature, name: str, row: int, given: VectorInput, units: np.ndarray) -> Point:
    sector, emission = _cell(feature, SECTOR, given), _tonnes(feature, EMISSION, given)
    if not sector or math.isnan(emission):
        raise InputError(
            "Layer “{layer}”, point source “{name}”: the inventory has no enterprise of this id, and the "
            "point states no sector and emission_tco2e of its own. Fill them in, or correct the id.",
            layer=given.name,
            name=name,
        )
    figures = _cell(feature, SCOPE, given), emission, _tonnes(feature, CO2, given)
    if not len(units) or units[0] == WHOLE:
        return Point(name, row, (WHOLE, sector), *figures)
    unit = _cell(feature, UNIT, given) or (str(units[row]) if row >= 0 else "")
    if not unit:
        raise InputError(
            "Layer “{layer}”, point source “{name}” lies outside all parcels, and nothing tells its unit. "
            "Correct its place, or add a field unit.",
            layer=given.name,
            name=name,
        )
    return Point(name, row, (unit, sector), *figures)


def _tonnes(feature: QgsFeature, field: str, given: VectorInput) -> float:
    """A figure of a point; NaN for none. Raises ``InputError`` for one that is no number from 0 up."""
    text = _cell(feature, field, given)
    try:
        value = float(text or "nan")
    except ValueError:
        value = -1.0
    if text and not 0.0 <= value < math.inf:
        raise InputError(
            "Layer “{layer}”, feature {id}, field “{field}”: “{value}” is no amount. Write tonnes, 0 or "
            "more, without separators of thousands.",
            layer=given.name,
            id=feature.id(),
            field=field,
            value=text,
        )
    return value


def _emission(point: Point, accounts: Accounts) -> float:
    """t CO2e of a point."""
    if point.key is not None:
        return point.emission
    known = (amounts.enterprises.get(point.name, {}) for amounts in accounts.co2e.values())
    return math.fsum(value for found in known for value in found.values())


def _note(run: Run, points: list[Point], accounts: Accounts) -> None:
    outside = [point for point in points if point.parcel < 0]
    without = accounts.enterprises - {point.name for point in points}
    if outside:
        run.notes.add(
            "points_outside",
            "{count} point sources ({amount:.10g} t CO2e) lie outside all parcels: they are left over.",
            count=len(outside),
            ids=[point.name for point in outside],
            amount=math.fsum(_emission(point, accounts) for point in outside),
        )
    if without:
        run.notes.add(
            "enterprises_without_point",
            "{count} enterprises of the inventory have no point: they are spread with the rest of their "
            "sector.",
            count=len(without),
            ids=sorted(without),
        )


def _note_strayed(run: Run, points: list[Point], accounts: Accounts, units: np.ndarray) -> None:
    """Points in parcels of another unit than that whose inventory has them."""
    strayed = [
        point.name
        for point in points
        if point.parcel >= 0 and units[point.parcel] not in (WHOLE, *_units_of(point, accounts))
    ]
    if strayed:
        run.notes.add(
            "points_in_other_units",
            "{count} point sources lie in a parcel of another unit than the one whose inventory has them: "
            "the parcels of both units do not add up to their inventories. Correct the place or the unit.",
            count=len(strayed),
            ids=strayed,
        )


def _units_of(point: Point, accounts: Accounts) -> set[str]:
    if point.key is not None:
        return {point.key[0]}
    known = (amounts.enterprises.get(point.name, {}) for amounts in accounts.co2e.values())
    return {unit for found in known for unit, _sector in found}
