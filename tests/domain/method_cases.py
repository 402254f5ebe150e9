# SPDX-License-Identifier: GPL-2.0-or-later
"""Small method layers of rectangles, and the land under them, for the tests of the domain."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import shapely
from dualcarbon.plugin.domain.methods import METHOD_FIELDS, MethodPolygons, method_polygons
from dualcarbon.plugin.domain.statistical_units import Units
from dualcarbon.plugin.domain.tabulate import LandParcels
from plan_cases import array


def land(*rows: tuple[str | None, shapely.Geometry]) -> LandParcels:
    """Parcels from (class, geometry) with their plane areas."""
    geometry = array(geom for _, geom in rows)
    area = shapely.area(geometry)
    return LandParcels(
        geometry, array(name for name, _ in rows), array(map(str, range(len(rows)))), area, area
    )


def units(**named: shapely.Geometry) -> Units:
    """Units by name."""
    return Units(array(named), array(named.values()))


def stand(geometry: shapely.Geometry, accounts_for: str, **values: Any) -> dict[str, Any]:
    """A polygon of a method layer: fields by name; densities as agb=…, amounts as stock=(v, low, high)."""
    row: dict[str, Any] = dict.fromkeys(METHOD_FIELDS)
    row.update(method="forest_volume", carbon_class="bamboo", factor_grade="secondary")
    row.update(accounts_for=accounts_for, area_ha=float(shapely.area(geometry)) / 1e4)
    densities = {name: values.pop(name) for name in ("agb", "bgb", "soc", "dom") if name in values}
    row.update({f"{pool}_tc_ha": value for pool, value in densities.items()})
    if densities:
        row["stock_tc"] = row["area_ha"] * sum(densities.values())
    for name, stem in (
        ("stock", "stock_tc"),
        ("removal", "removal_tco2e_a"),
        ("emission", "emission_tco2e_a"),
    ):
        row.update(zip((stem, f"{stem}_low", f"{stem}_high"), values.pop(name, ())))
    return {**row, **values, "geometry": geometry}


def layers(**named: list[dict[str, Any]]) -> MethodPolygons:
    """Method layers from lists of stands; ids are their numbers in the layer."""
    made = []
    for name, rows in named.items():
        fields = pd.DataFrame([{key: row[key] for key in METHOD_FIELDS} for row in rows], dtype=object)
        ids = array(map(str, range(1, len(rows) + 1)))
        made.append((name, ids, array(row["geometry"] for row in rows), fields))
    return method_polygons(made, lambda geoms: np.asarray(shapely.area(geoms)))
