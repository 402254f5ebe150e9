# SPDX-License-Identifier: GPL-2.0-or-later
"""The method layers of a run."""

from __future__ import annotations

from typing import Any

import pandas as pd
from qgis.core import QgsCoordinateReferenceSystem

from ..domain.areas import WorkPlane
from ..domain.errors import InputError
from ..domain.factors import FactorSet
from ..domain.methods import METHOD_FIELDS, MethodPolygons, method_polygons, refuse_unfit_layers
from .run import Run

PARAMETER = "METHOD_LAYERS"


def read_method_layers(
    run: Run, factors: FactorSet, crs: QgsCoordinateReferenceSystem, plane: WorkPlane, rule: str
) -> MethodPolygons | None:
    """The method layers of a run in the CRS and plane of the land use; None where there are none.

    Raises ``InputError`` for a layer that is no method layer and for claims that do not fit.
    """
    given = run.open_list(PARAMETER)
    if not given:
        return None
    layers = []
    for number, layer_input in enumerate(given):
        missing = [name for name in METHOD_FIELDS if name not in layer_input.field_names]
        if missing:
            raise InputError(
                "Layer “{layer}” of METHOD_LAYERS is no method layer: it has no field {fields}. Give the "
                "output of a tool of a method, such as “Forest carbon of stands”.",
                layer=layer_input.name,
                fields=", ".join(missing),
            )
        share = 30.0 + 5.0 * number / len(given), 30.0 + 5.0 * (number + 1) / len(given)
        layer = run.read(layer_input, METHOD_FIELDS, crs=crs, plane=plane, share=share)
        again = [name for name, *_ in layers].count(layer.name)
        name = f"{layer.name} #{number + 1}" if again else layer.name
        layers.append((name, layer.ids, layer.geometry, pd.DataFrame(layer.columns)))
    polygons = method_polygons(layers, lambda geoms: plane.measure_layer(geoms, rule))
    refuse_unfit_layers(polygons, factors)
    run.tell()
    return polygons


def describe_methods(polygons: MethodPolygons | None, shares: pd.DataFrame) -> dict[str, Any]:
    """What a manifest says about the method layers, and what share of the account rests on which method."""
    facts: dict[str, Any] = {"by_method": shares.set_index("method").to_dict("index")}
    if polygons is not None:
        claims = polygons.claims.assign(layer=polygons.layer)
        facts["method_layers"] = [
            {
                "layer": polygons.layers[int(number)],
                "method": method,
                "accounts_for": accounts_for,
                "features": len(rows),
            }
            for (number, method, accounts_for), rows in claims.groupby(["layer", "method", "accounts_for"])
        ]
    return facts
