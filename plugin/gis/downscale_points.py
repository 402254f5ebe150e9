# SPDX-License-Identifier: GPL-2.0-or-later
"""Point sources of a run: enterprises in their parcels, with the emission that they take first."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
import shapely
from qgis.core import QgsFeature, QgsFeatureRequest

from ..domain.downscale import WHOLE, Amounts, PointSource, parcels_of_points
from ..domain.errors import InputError
from .compat import is_null
from .crs import require_crs
from .datum import note_transformation, refuse_lost
from .layers import PolygonLayer, text_of
from .run import Run
from .vector_inputs import VectorInput

SECTOR, UNIT, EMISSION = "sector", "unit", "emission_tco2e"


def read_points(run: Run, parcels: PolygonLayer, units: np.ndarray, amounts: Amounts) -> list[PointSource]:
    """The point sources of POINTS.

    A point whose id the inventory has as enterprise takes that emission; another one states ``sector`` and
    ``emission_tco2e`` (and ``unit``, else that of its parcel), a part of its sector's sum. Raises
    ``InputError`` for a layer without points or CRS, an id that is missing or doubled, and a point of
    which no emission is known.
    """
    given = run.open("POINTS")
    id_field = run.optional_text("POINT_ID_FIELD") or "id"
    features = _features(run, given, parcels)
    names = [_cell(feature, id_field, given) for feature in features]
    _refuse_names(names, given, id_field)
    rows = parcels_of_points(parcels.geometry, _shapes(features, parcels), run.progress(25, 30))
    sources: list[PointSource] = []
    for feature, name, row in zip(features, names, rows.tolist()):
        if name in amounts.enterprises:
            known = amounts.enterprises[name]
            sources += [PointSource(name, key, row, emission) for key, emission in known.items()]
        else:
            sources.append(_own(feature, name, row, given, units))
    _note(run, sources, set(amounts.enterprises) - set(names))
    return sources


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
    refuse_lost(given.name, lost, own)
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


def _own(feature: QgsFeature, name: str, row: int, given: VectorInput, units: np.ndarray) -> PointSource:
    sector, text = _cell(feature, SECTOR, given), _cell(feature, EMISSION, given)
    try:
        emission = float(text)
    except ValueError:
        emission = math.nan
    if not sector or not (emission >= 0.0 and math.isfinite(emission)):
        raise InputError(
            "Layer “{layer}”, point source “{name}”: the inventory has no enterprise of this id, and the "
            "point states no sector and emission_tco2e of its own. Fill them in, or correct the id.",
            layer=given.name,
            name=name,
        )
    if not len(units) or units[0] == WHOLE:
        return PointSource(name, (WHOLE, sector), row, emission)
    unit = _cell(feature, UNIT, given) or (str(units[row]) if row >= 0 else "")
    if not unit:
        raise InputError(
            "Layer “{layer}”, point source “{name}” lies outside all parcels, and nothing tells its unit. "
            "Correct its place, or add a field unit.",
            layer=given.name,
            name=name,
        )
    return PointSource(name, (unit, sector), row, emission)


def _note(run: Run, sources: list[PointSource], without: set[str]) -> None:
    outside = [source for source in sources if source.parcel < 0]
    if outside:
        run.notes.add(
            "points_outside",
            "{count} emissions of point sources ({amount:.10g} t CO2e) lie outside all parcels: they are "
            "left over.",
            count=len(outside),
            ids=[source.name for source in outside],
            amount=math.fsum(source.emission for source in outside),
        )
    if without:
        run.notes.add(
            "enterprises_without_point",
            "{count} enterprises of the inventory have no point: they are spread with the rest of their "
            "sector.",
            count=len(without),
            ids=sorted(without),
        )
