# SPDX-License-Identifier: GPL-2.0-or-later
"""Statistical units as polygons for maps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import QgsCoordinateReferenceSystem

from ..domain.statistical_units import Objects, Units
from .layers import PolygonLayer


@dataclass(frozen=True)
class UnitShapes:
    """Names of units and their polygons in ``crs``."""

    names: Sequence[str]
    shapes: Objects
    crs: QgsCoordinateReferenceSystem

    @staticmethod
    def of(layer: PolygonLayer, units: Units) -> UnitShapes:
        """The units of a layer."""
        return UnitShapes(list(map(str, units.names)), layer.plane.from_plane(units.geometry), layer.crs)
