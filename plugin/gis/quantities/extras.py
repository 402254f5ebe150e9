# SPDX-License-Identifier: GPL-2.0-or-later
"""Further layers in: the coastline with its natural parts, and added ecological restoration."""

from __future__ import annotations

import math

import numpy as np
import shapely
from qgis.core import QgsCoordinateReferenceSystem

from ...domain.areas import WorkPlane
from ...domain.errors import InputError
from ...domain.quantities import Coast
from ..layers import text_of
from ..run import Run

#: What a coastline layer calls natural and not natural.
NATURAL_WORDS = ("natural", "自然", "自然岸线", "自然恢复岸线", "自然恢复", "1", "yes", "是")
ARTIFICIAL_WORDS = ("artificial", "人工", "人工岸线", "0", "no", "否")


def read_coast(run: Run, plane: WorkPlane, crs: QgsCoordinateReferenceSystem) -> Coast | None:
    """The coastline of a run. Lengths are those of the work plane: of a ratio, both sides share its scale."""
    if not run.given("COAST"):
        return None
    field = run.optional_text("COAST_FIELD")
    if field is None:
        raise InputError(
            "The coastline (COAST) was given without the field that tells natural from artificial coast "
            "(COAST_FIELD)."
        )
    layer = run.read(run.open("COAST"), [field], crs=crs, plane=plane, share=(20, 22), lines_too=True)
    length = np.nan_to_num(shapely.length(layer.geometry))
    kinds = [_is_natural(value, layer.name, field) for value in layer.columns[field]]
    natural = np.empty(len(kinds), dtype=object)
    natural[:] = kinds
    unknown = np.array([kind is None for kind in kinds], dtype=bool)
    if unknown.any():
        run.notes.add(
            "coast_unknown",
            "Coastline “{layer}”: features that do not say whether they are natural: {count} "
            "({length_km:.3f} km). They count as not natural. Fill in field “{field}”.",
            count=int(unknown.sum()),
            ids=layer.ids[unknown],
            layer=layer.name,
            field=field,
            length_km=math.fsum(length[unknown]) / 1000.0,
        )
    return Coast(length, natural, layer.name)


def _is_natural(value: object, layer: str, field: str) -> bool | None:
    text = "" if value is None else text_of(value).lower()
    if text in NATURAL_WORDS:
        return True
    if text in ARTIFICIAL_WORDS:
        return False
    if not text:
        return None
    raise InputError(
        "Coastline “{layer}”, field “{field}”: “{value}” is neither natural nor artificial coast. Write one "
        "of {natural}; or {artificial}.",
        layer=layer,
        field=field,
        value=value,
        natural=", ".join(NATURAL_WORDS),
        artificial=", ".join(ARTIFICIAL_WORDS),
    )


def read_restoration(run: Run, plane: WorkPlane, crs: QgsCoordinateReferenceSystem) -> np.ndarray | None:
    """Polygons of added restoration, None where none are given."""
    if not run.given("RESTORATION"):
        return None
    return run.polygons("RESTORATION", crs=crs, plane=plane, share=(22, 24)).geometry
