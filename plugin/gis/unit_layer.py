# SPDX-License-Identifier: GPL-2.0-or-later
"""The unit layer of a run."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem

from ..domain.areas import WorkPlane
from ..domain.statistical_units import Units, units_of
from .dates import with_plain_dates
from .raster_units import read_raster_units
from .run import Run

#: The band of units that are a raster; algorithms without it take polygons only.
UNIT_BAND = "UNIT_BAND"


def read_units(run: Run, crs: QgsCoordinateReferenceSystem, plane: WorkPlane, name: str = "UNITS") -> Units:
    """The unit layer of a run, polygons or a raster, in the CRS and plane of its first layer."""
    if run.has(UNIT_BAND) and run.is_raster(name):
        return read_raster_units(run, name, UNIT_BAND, crs, plane)
    unit_field = run.optional_text("UNIT_FIELD")
    layer = run.polygons(name, [unit_field], crs=crs, plane=plane, share=(30, 35))
    names = with_plain_dates(layer.columns[unit_field]) if unit_field else layer.ids
    return units_of(list(names), layer.geometry, layer.name, run.notes)
