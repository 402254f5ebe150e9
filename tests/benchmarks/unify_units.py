# SPDX-License-Identifier: GPL-2.0-or-later
"""Statistics of many parcels onto communities: the overlay that is done once, and each field after it.

Run: .venv/bin/python tests/benchmarks/unify_units.py [parcels communities fields years]
"""

from __future__ import annotations

import sys
import time
from importlib import import_module
from pathlib import Path

import numpy as np
import shapely

EPSG = 4549
X, Y, SIDE = 480_000.0, 3_280_000.0, 40_000.0
#: Cells of the raster with weights, per side.
CELLS = 4_000


def import_plugin() -> None:
    """Make the checkout importable as the package that QGIS sees."""
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    import_module("conftest")


def polygons_around(count: int, seed: int) -> np.ndarray:
    """The ground nearest to seeded points of a square county."""
    frame = shapely.box(X, Y, X + SIDE, Y + SIDE)
    points = np.random.default_rng(seed).uniform((X, Y), (X + SIDE, Y + SIDE), (count, 2))
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(points), extend_to=frame))
    return shapely.intersection(cells, frame)


class Clock:
    """Prints what took how long."""

    def __init__(self) -> None:
        self._last = time.perf_counter()

    def tell(self, what: str) -> float:
        """Seconds since the call before."""
        now = time.perf_counter()
        seconds, self._last = now - self._last, now
        print(f"{what:58s} {seconds:8.2f} s")
        return seconds


def main() -> None:
    """Print the seconds of each step."""
    import_plugin()
    from dualcarbon.plugin.domain.areas import work_plane
    from dualcarbon.plugin.domain.notes import NoteBook
    from dualcarbon.plugin.domain.rasters import Grid
    from dualcarbon.plugin.domain.statistical_units import Units
    from dualcarbon.plugin.domain.unify import (
        EXTENSIVE,
        RasterAncillary,
        area_weights,
        dasymetric_weights,
        grid_of_units,
        transfer,
        transfer_smoothly,
    )
    from pyproj import CRS

    parcels, communities, fields, years = [int(text) for text in sys.argv[1:5]] or [200_000, 1_000, 30, 10]
    plane = work_plane(CRS.from_epsg(EPSG).to_wkt(), (X, Y, X + SIDE, Y + SIDE))

    def units(count: int, seed: int) -> Units:
        shapes = polygons_around(count, seed)
        return Units(np.array([str(number) for number in range(len(shapes))], dtype=object), shapes)

    sources, targets = units(parcels, 1), units(communities, 2)
    seeded = np.random.default_rng(3)
    values = seeded.lognormal(3.0, 1.0, (fields * years, len(sources.names)))
    clock = Clock()
    matrix = area_weights(sources, targets, plane, "ellipsoidal")
    once = clock.tell(f"overlay: {parcels} parcels × {communities} communities, {len(matrix.share)} pairs")
    for column in values:
        transfer(matrix, column, EXTENSIVE)
    rest = clock.tell(f"{fields} fields × {years} years by that overlay")
    print(f"{'':58s} {rest / (fields * years) * 1e3:8.1f} ms a field; {once:.1f} s would be an overlay each")
    grid = Grid(CELLS, CELLS, X, Y + SIDE, SIDE / CELLS, -SIDE / CELLS, plane.crs_wkt)
    lights = seeded.lognormal(0.0, 1.0, (CELLS, CELLS))
    raster = RasterAncillary(lambda first, stop: lights[first:stop], grid, lambda shapes: shapes, "lights")
    dasymetric_weights(sources, targets, raster, plane, "ellipsoidal", notes=NoteBook())
    clock.tell(f"weights of a raster of {CELLS} × {CELLS} cells, overlay included")
    back = area_weights(targets, sources, plane, "ellipsoidal")
    clock.tell(f"the other way: {communities} communities onto {parcels} parcels")
    on_grid = grid_of_units(targets, sources, plane, 40.0)
    clock.tell("  grid of 40 m")
    people = seeded.lognormal(8.0, 1.0, len(targets.names))
    transfer_smoothly(on_grid, people, back, notes=NoteBook(), variable="people")
    clock.tell("  smooth density of one field")


if __name__ == "__main__":
    main()
