# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas measured in a thread of Qt, as in every run from the toolbox, one run after the other.

With pyproj 3.7.0 to 3.7.2 the second one ended QGIS by a fault.
"""

from __future__ import annotations

from threading import Event

import numpy as np
import pytest
import shapely
from dualcarbon.plugin.domain.areas import work_plane
from dualcarbon.plugin.domain.projections import datum_name, geographic_ellipsoid
from qgis.core import QgsCoordinateReferenceSystem
from qgis.PyQt.QtCore import QRunnable, QThreadPool

SYSTEMS = ("EPSG:4490", "EPSG:4547", "EPSG:4548", "EPSG:3857", "EPSG:2227")


class Errand(QRunnable):
    """Calls a function in a thread of Qt's pool and keeps what came of it."""

    def __init__(self, work):
        super().__init__()
        self.setAutoDelete(False)
        self.work = work
        self.outcome = None
        self.ended = Event()

    def run(self):
        try:
            self.outcome = self.work()
        except Exception as error:
            self.outcome = error
        self.ended.set()


def square_of(wkt, number):
    """A square of about one hectare, a little elsewhere each time, so that nothing is in a cache."""
    degrees = QgsCoordinateReferenceSystem.fromWkt(wkt).isGeographic()
    x, y, side = (114.0, 30.0, 0.001) if degrees else (500_000.0, 3_300_000.0, 100.0)
    return shapely.box(x + number * side, y, x + (number + 1) * side, y + side)


def measure(wkt, number):
    """Area of a square, its datum and ellipsoid: all that is asked of PROJ."""
    shape = np.array([square_of(wkt, number)], dtype=object)
    box = shape[0].bounds
    plane = work_plane(wkt, (box[0], box[1], box[2], box[3]))
    there = plane.to_plane(shape)
    back = plane.from_plane(there)
    ellipsoid = geographic_ellipsoid(wkt) if plane.unit_m != plane.unit_m else None
    return float(plane.ellipsoidal_m2(there)[0]), tuple(back[0].bounds), datum_name(wkt), ellipsoid


@pytest.mark.parametrize("system", SYSTEMS)
def test_one_thread_of_qt_measures_time_and_again_what_the_main_thread_measures(qgis_app, system):
    wkt = QgsCoordinateReferenceSystem(system).toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT2_2019)
    pool = QThreadPool()
    pool.setMaxThreadCount(1)
    for number in range(20):
        errand = Errand(lambda number=number: measure(wkt, number))
        pool.start(errand)
        # To wait for the pool would end its thread, and the next errand came into a new one.
        assert errand.ended.wait(20.0)
        area_m2, *others = errand.outcome
        expected_m2, *expected = measure(wkt, number)
        assert others == expected
        assert area_m2 == expected_m2
