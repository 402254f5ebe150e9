# SPDX-License-Identifier: GPL-2.0-or-later
"""Transitions, factor sets and layers of two dates made by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Optional

import numpy as np
import pandas as pd
import pyproj
import shapely
from dualcarbon.plugin.domain.areas import work_plane
from dualcarbon.plugin.domain.change import DatedLand, Transitions
from dualcarbon.plugin.domain.factors import FactorSet, factor_set_from_frame
from dualcarbon.plugin.domain.quantities import Measuring
from dualcarbon.plugin.domain.statistical_units import Units

CO2 = 44 / 12
PLANE = work_plane(pyproj.CRS("EPSG:4547").to_wkt(), (500_000.0, 3_300_000.0, 501_000.0, 3_301_000.0))
PLANAR = Measuring(PLANE, "planar", 1)
#: One cell of area: unit, class before, class after, hectares.
Cell = tuple[int, Optional[str], Optional[str], float]
#: Value, or value with its bounds.
Figure = object


def stocks(densities: Mapping[str, Mapping[str, Figure]]) -> FactorSet:
    """A set from {class: {pool: value or (value, low, high)}}, in t C/ha."""
    rows = []
    for name, pools in densities.items():
        for pool, figure in pools.items():
            value, low, high = figure if isinstance(figure, tuple) else (figure, "", "")
            depth = "0-100" if pool == "soc" else ""
            rows.append(["stock", name, pool, "", depth, str(value), str(low), str(high), "t C/ha"])
    columns = ["kind", "class", "pool", "process", "depth_cm", "value", "low", "high", "unit"]
    frame = pd.DataFrame(rows, columns=columns).assign(source="by hand", evidence="primary", verified="yes")
    return factor_set_from_frame(frame, file="hand.csv")


def transitions(
    cells: Sequence[Cell],
    unit_ha: Sequence[float] | None = None,
    whole: Sequence[Cell] | None = None,
) -> Transitions:
    """Transitions of units whose area is that of their cells unless given."""
    count = len(unit_ha) if unit_ha is not None else 1 + max(cell[0] for cell in cells)
    own = [sum(cell[3] for cell in cells if cell[0] == unit) for unit in range(count)]
    both = [sum(cell[3] for cell in cells if cell[0] == unit and None not in cell) for unit in range(count)]
    units = pd.DataFrame(
        {"unit": range(count), "area_ha": own if unit_ha is None else list(unit_ha), "covered_ha": both}
    )
    return Transitions(_frame(cells), units, None if whole is None else _frame(whole), 0.0)


def _frame(cells: Sequence[Cell]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "unit": [cell[0] for cell in cells],
            "from_class": pd.Series([cell[1] for cell in cells], dtype=object),
            "to_class": pd.Series([cell[2] for cell in cells], dtype=object),
            "area_ha": [float(cell[3]) for cell in cells],
        }
    )


def land(
    parcels: Sequence[tuple[shapely.Geometry, str | None]],
    layer: str = "land",
    ids: Sequence[str] | None = None,
    area_m2: Sequence[float] | None = None,
    ridges: Sequence[float] | None = None,
) -> DatedLand:
    """A layer of (geometry, class), measured in the plane."""
    geometry = objects([shape for shape, _ in parcels])
    measured = PLANAR.areas_m2(geometry)
    return DatedLand(
        geometry=geometry,
        carbon_class=objects([name for _, name in parcels]),
        ids=objects(list(ids) if ids is not None else [f"p{row:03d}" for row in range(len(parcels))]),
        area_m2=measured if area_m2 is None else np.array(area_m2, dtype=float),
        measured_m2=measured,
        layer=layer,
        ridge_share=None if ridges is None else np.array(ridges, dtype=float),
    )


def units(*boxes: tuple[str, shapely.Geometry]) -> Units:
    """Units of (name, geometry)."""
    return Units(objects([name for name, _ in boxes]), objects([shape for _, shape in boxes]))


def objects(values: Sequence[object]) -> np.ndarray:
    """A one-dimensional array of objects."""
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def table_of(found: Transitions, names: Sequence[str] | None = None) -> dict[tuple[object, ...], float]:
    """{(unit, class before, class after): hectares}."""
    cells = found.cells
    unit = cells["unit"] if names is None else [names[row] for row in cells["unit"]]
    keys = zip(unit, cells["from_class"], cells["to_class"])
    return dict(zip(keys, cells["area_ha"]))
