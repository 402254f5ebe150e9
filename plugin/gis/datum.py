# SPDX-License-Identifier: GPL-2.0-or-later
"""Transformations between layers: named, and refused where the shift of the datum is unknown."""

from __future__ import annotations

from collections.abc import Iterable

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsCoordinateTransformContext

from ..domain.errors import InputError
from ..domain.notes import NoteBook
from ..domain.projections import datum_name
from .crs import label_of, wkt_of

#: Datums that agree within a metre: a shift that PROJ does not know between two of them does no harm.
GEOCENTRIC = ("World Geodetic System 1984", "European Terrestrial Reference", "China 2000")
#: How PROJ calls a shift of which it knows nothing and which it leaves out.
UNKNOWN_SHIFT = "ballpark"
IDS_IN_SENTENCE = 5


def note_transformation(
    layer: str,
    own: QgsCoordinateReferenceSystem,
    target: QgsCoordinateReferenceSystem,
    context: QgsCoordinateTransformContext,
    notes: NoteBook,
) -> None:
    """Note by which operation a layer is transformed; raises ``InputError`` where it has no datum shift."""
    operation = QgsCoordinateTransform(own, target, context).instantiatedCoordinateOperationDetails()
    shift_is_known = operation.name and UNKNOWN_SHIFT not in operation.name.lower()
    if not (shift_is_known or _agree(own, target)):
        raise InputError(
            "Layer “{layer}” ({own}) cannot be transformed to {target}: no parameters are known between the "
            "two datums, the layer would lie off by up to 100 m and more. Transform it first with the "
            "local parameters, or get it in the CRS of the first layer.",
            layer=layer,
            own=label_of(own),
            target=label_of(target),
        )
    notes.add(
        "reprojected",
        "Layer “{layer}” was transformed from {own} to {target} ({operation}).",
        warning=False,
        layer=layer,
        own=label_of(own),
        target=label_of(target),
        operation=operation.name or "—",
    )


def _agree(own: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem) -> bool:
    first, second = datum_name(wkt_of(own)), datum_name(wkt_of(target))
    return first == second or (first.startswith(GEOCENTRIC) and second.startswith(GEOCENTRIC))


def refuse_misplaced(layer: str, ids: Iterable[object], own: QgsCoordinateReferenceSystem) -> None:
    """Raise ``InputError`` for features with coordinates beyond the earth or lost in a transformation."""
    misplaced = [str(name) for name in ids]
    if misplaced:
        raise InputError(
            "Layer “{layer}” has coordinates that lie nowhere on earth in {own} or cannot be transformed "
            "(features: {count}, first: {ids}). Check the CRS of the layer; where it is the right one, "
            "redraw or delete these features.",
            count=len(misplaced),
            layer=layer,
            own=label_of(own),
            ids=", ".join(misplaced[:IDS_IN_SENTENCE]),
        )
