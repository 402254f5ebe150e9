# SPDX-License-Identifier: GPL-2.0-or-later
"""Coordinate reference systems and projections by pyproj, safe in any thread; only text and numbers go out.

pyproj 3.7.0 to 3.7.2 keep the context of PROJ with the thread of the operating system, but free it when
Python has left that thread. The threads in which QGIS runs tools live on, and the next call in one of them
reads freed memory (https://github.com/pyproj4/pyproj/issues/1509, mended in pyproj pull request 1541).
A thread that Python itself started ends together with its state: whoever calls from another kind
of thread is served by one of those.
"""

from __future__ import annotations

import math
import threading
import warnings
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, wraps
from types import ModuleType
from typing import Any, TypeVar

import numpy as np

from .errors import InputError
from .geometry import Floats

Outcome = TypeVar("Outcome")

#: Beyond it a "latitude" is a length, or another mistake.
MAX_LATITUDE = 90.0


def in_python_thread(work: Callable[..., Outcome]) -> Callable[..., Outcome]:
    """Let a function work in a thread that Python started; the caller waits for it and gets its errors."""

    @wraps(work)
    def call(*arguments: Any) -> Outcome:
        if not isinstance(threading.current_thread(), threading._DummyThread):
            return work(*arguments)
        with ThreadPoolExecutor(max_workers=1) as thread:
            return thread.submit(work, *arguments).result()

    return call


@in_python_thread
def crs_name(crs_wkt: str) -> str:
    """Name of a CRS (WKT2 text); raises InputError where it cannot be read, like all functions here."""
    return str(_read_crs(crs_wkt).name)


@in_python_thread
def metres_per_unit(crs_wkt: str) -> float:
    """Length of one unit of a CRS (WKT2 text) in metres; NaN for a CRS in degrees."""
    crs = _read_crs(crs_wkt)
    if crs.is_geographic:
        return math.nan
    return float(crs.axis_info[0].unit_conversion_factor) if crs.axis_info else 1.0


@in_python_thread
def datum_name(crs_wkt: str) -> str:
    """Name of the datum (or datum ensemble) of a CRS (WKT2 text); empty for a local engineering grid."""
    base = _read_crs(crs_wkt).geodetic_crs
    return "" if base is None or base.datum is None else str(base.datum.name)


@in_python_thread
def geographic_ellipsoid(crs_wkt: str) -> tuple[float, float, float]:
    """Semi-major axis (m) and squared eccentricity of a geographic CRS, and degrees in one of its units."""
    crs = _read_crs(crs_wkt)
    axis, inverse = crs.ellipsoid.semi_major_metre, crs.ellipsoid.inverse_flattening
    flattening = 1.0 / inverse if inverse else 0.0
    degrees = math.degrees(float(crs.axis_info[0].unit_conversion_factor))
    return float(axis), flattening * (2.0 - flattening), degrees


@in_python_thread
def transform(xy: Floats, source_wkt: str, target_wkt: str) -> Floats:
    """Coordinates (n × 2, x before y) of one CRS (WKT2 text) in another."""
    return np.column_stack(_transformer(source_wkt, target_wkt).transform(xy[:, 0], xy[:, 1]))


@lru_cache(maxsize=512)
@in_python_thread
def equal_area_wkt(crs_wkt: str, x: float, y: float) -> str:
    """WKT of the Lambert azimuthal equal-area plane of a CRS's geographic base, centred on its point (x, y).

    Raises InputError for a CRS without an ellipsoid, and for a point outside of the CRS.
    """
    pyproj = _pyproj()
    crs = _read_crs(crs_wkt)
    if crs.geodetic_crs is None:
        raise InputError(
            "The coordinate reference system {crs} has no ellipsoid. "
            "Use the planar area rule or reproject the layer.",
            crs=crs.name,
        )
    base = _flat_base(crs)
    lon, lat = pyproj.Transformer.from_crs(crs, base, always_xy=True).transform(x, y)
    degrees = math.degrees(float(base.axis_info[0].unit_conversion_factor))
    if not (math.isfinite(lon) and abs(lat * degrees) <= MAX_LATITUDE):
        raise InputError(
            "The coordinates of the layer ({x}, {y}) do not lie in its coordinate reference system {crs}. "
            "Assign the right one.",
            x=x,
            y=y,
            crs=crs.name,
        )
    centred = pyproj.crs.coordinate_operation.LambertAzimuthalEqualAreaConversion
    conversion = centred(lat * degrees, lon * degrees)
    return str(pyproj.crs.ProjectedCRS(conversion, geodetic_crs=base).to_wkt())


@lru_cache(maxsize=1)
def _pyproj() -> ModuleType:
    with warnings.catch_warnings():
        # Debian's pyproj warns that its own data folder is missing, then rightly uses PROJ's.
        warnings.simplefilter("ignore", UserWarning)
        import pyproj
    return pyproj


@lru_cache(maxsize=64)
def _transformer(source_wkt: str, target_wkt: str) -> Any:
    # From pyproj 3.1 a transformer keeps one PROJ context for each thread that uses it.
    return _pyproj().Transformer.from_crs(source_wkt, target_wkt, always_xy=True)


@lru_cache(maxsize=64)
def _read_crs(crs_wkt: str) -> Any:
    """The horizontal CRS in a WKT text, without height and without a bound datum shift."""
    pyproj = _pyproj()
    try:
        crs = pyproj.CRS.from_wkt(crs_wkt)
    except pyproj.exceptions.CRSError as error:
        raise InputError(
            "The coordinate reference system of the layer cannot be read ({reason}). Assign a valid one.",
            reason=error,
        ) from error
    if crs.is_compound:
        crs = crs.sub_crs_list[0]
    if crs.is_geocentric:
        raise InputError(
            "The coordinate reference system {crs} is geocentric. Reproject the layer to a map projection.",
            crs=crs.name,
        )
    return crs.source_crs if crs.is_bound else crs


def _flat_base(crs: Any) -> Any:
    """The geographic base of a CRS, without the ellipsoidal height that a 3D one has."""
    base = crs.geodetic_crs
    if len(base.axis_info) == 2:
        return base
    flat = base.to_json_dict()
    flat.pop("id", None)
    flat["coordinate_system"]["axis"] = flat["coordinate_system"]["axis"][:2]
    return _pyproj().CRS.from_json_dict(flat)
