# SPDX-License-Identifier: GPL-2.0-or-later
"""The control-line layers of a check, and the limits to check them by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import shapely

from ..geometry import MULTIPOLYGON, POLYGON, Geometries, Rows
from ..plancheck import ControlLine
from ..rules import LEGAL

Texts = npt.NDArray[np.object_]


@dataclass(frozen=True)
class LineLayer:
    """A control line with what its layer says of itself.

    ``line.geometry`` are valid polygons in the plane, ``as_read`` the same before repair;
    ``ids`` name the features. ``fields`` are the attributes by upper-case name (None for NULL).
    ``crs`` names the layer's own CRS, ``official_crs`` tells that it is one of CGCS2000.
    """

    line: ControlLine
    as_read: Geometries
    ids: Texts
    fields: dict[str, Texts]
    crs: str
    official_crs: bool

    @property
    def polygons(self) -> Geometries:
        """The polygons of the layer; None where a feature is none, as a road's line."""
        kinds = shapely.get_type_id(self.line.geometry)
        geometry = self.line.geometry.copy()
        geometry[~np.isin(kinds, (POLYGON, MULTIPOLYGON))] = None
        return geometry

    @property
    def is_trial(self) -> bool:
        """Whether the line is not in force."""
        return self.line.status != LEGAL


@dataclass(frozen=True)
class LineCheckSettings:
    """Limits: XY tolerance (m), slivers (m², m), official area (m², share of the area).

    ``area_fields`` may hold the official area, the first that a layer has counts. Parts of a
    boundary are compact from ``min_compactness`` (4πA/P²) and large enough from ``min_part_m2``
    on (城镇开发边界管理办法, Art. 5).
    """

    tolerance_m: float = 0.0001
    sliver_m2: float = 1.0
    sliver_width_m: float = 0.1
    area_m2: float = 0.01
    area_share: float = 1e-6
    area_fields: tuple[str, ...] = ("MJ", "TBMJ")
    min_compactness: float = 0.2
    min_part_m2: float = 100_000.0


@dataclass(frozen=True)
class LineSet:
    """All features of one line type (and zone): polygons in the plane with the layer and row of each."""

    geometry: Geometries
    ids: Texts
    zones: Texts
    trial: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.geometry)


def gather(layers: Sequence[LineLayer], zones: Sequence[Texts], line_type: str, zone: str = "") -> LineSet:
    """The polygons of a line type in all layers; ``zones`` are the zone ids of each layer's features."""
    chosen: list[tuple[LineLayer, Texts, Rows]] = []
    for layer, own in zip(layers, zones):
        if layer.line.line_type == line_type:
            rows = ~shapely.is_missing(layer.polygons) & ((own == zone) | (zone == ""))
            chosen.append((layer, own, np.flatnonzero(rows)))
    nothing = np.empty(0, dtype=object)
    return LineSet(
        np.concatenate([nothing, *(layer.polygons[rows] for layer, _, rows in chosen)]),
        np.concatenate([nothing, *(layer.ids[rows] for layer, _, rows in chosen)]),
        np.concatenate([nothing, *(own[rows] for _, own, rows in chosen)]),
        np.concatenate(
            [np.empty(0, dtype=bool), *(np.full(len(rows), layer.is_trial) for layer, _, rows in chosen)]
        ),
    )
