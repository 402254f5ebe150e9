# SPDX-License-Identifier: GPL-2.0-or-later
"""Coordinate reference systems handed to the domain as WKT."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem

from ..domain.errors import InputError


def require_crs(crs: QgsCoordinateReferenceSystem, layer: str) -> QgsCoordinateReferenceSystem:
    """Return ``crs`` or refuse a layer without one: areas would have no meaning."""
    if not crs.isValid():
        raise InputError(
            "Layer “{layer}” has no coordinate reference system. Assign one (Layer → Set CRS, "
            "or the algorithm “Assign projection”) and run again.",
            layer=layer,
        )
    return crs


def wkt_of(crs: QgsCoordinateReferenceSystem) -> str:
    """The WKT 2:2019 of a CRS, which keeps the ellipsoid and the axis units."""
    return crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT2_2019)


def label_of(crs: QgsCoordinateReferenceSystem) -> str:
    """Authority code and name, for logs and manifests."""
    return f"{crs.authid() or 'user-defined'} {crs.description()}".strip()
