# SPDX-License-Identifier: GPL-2.0-or-later
"""Time of the overlay of a synthetic county with three control layers, beside its peers.

    python tests/benchmarks/overlay.py --parcels 10000
    python tests/benchmarks/overlay.py --parcels 200000 --peers none

Parcels share their edges; the control layers hold about a million vertices in ten giant
polygons with holes. Each peer must find the same total area. The split and the overlay
of QGIS take part where QGIS can be imported.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import shapely

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import conftest
from application import start_qgis
from county import PARCEL_M, make_controls, make_parcels
from dualcarbon.plugin.domain.overlay import overlay
from dualcarbon.plugin.domain.overlay.split import split_polygons


def run_engine(parcels: np.ndarray, controls: list[np.ndarray], *, keep: bool) -> float:
    """Total area that the engine of this project finds."""
    area = shapely.area(parcels)
    return sum(
        overlay(parcels, lines, measure=shapely.area, left_area_m2=area, keep_geometry=keep).area_m2.sum()
        for lines in controls
    )


def run_plain(parcels: np.ndarray, controls: list[np.ndarray]) -> float:
    """Total area by a search tree and the intersection of whole polygons."""
    total = 0.0
    for lines in controls:
        parcel, line = shapely.STRtree(lines).query(parcels, predicate="intersects")
        total += shapely.area(shapely.intersection(parcels[parcel], lines[line])).sum()
    return total


def run_qgis(parcels: np.ndarray, controls: list[np.ndarray]) -> float:
    """Total area by ``native:subdivide`` and ``native:intersection``."""
    from qgis import processing
    from qgis.core import QgsFeature, QgsFeatureRequest, QgsGeometry, QgsProcessingContext, QgsVectorLayer

    def layer(geoms: np.ndarray) -> QgsVectorLayer:
        made = QgsVectorLayer("MultiPolygon?crs=EPSG:4547", "layer", "memory")
        features = []
        for wkb in shapely.to_wkb(geoms):
            feature = QgsFeature()
            geometry = QgsGeometry()
            geometry.fromWkb(wkb)
            feature.setGeometry(geometry)
            features.append(feature)
        made.dataProvider().addFeatures(features)
        return made

    def run(name: str, **parameters: object) -> QgsVectorLayer:
        return processing.run(f"native:{name}", {**parameters, "OUTPUT": "memory:"}, context=context)[
            "OUTPUT"
        ]

    # native:subdivide leaves invalid pieces, which would stop native:intersection.
    context = QgsProcessingContext()
    context.setInvalidGeometryCheck(QgsFeatureRequest.GeometryNoCheck)
    total = 0.0
    own = layer(parcels)
    for lines in controls:
        pieces = run("subdivide", INPUT=layer(lines), MAX_NODES=256)
        pieces.dataProvider().createSpatialIndex()
        found = run("intersection", INPUT=own, OVERLAY=pieces)
        total += sum(feature.geometry().area() for feature in found.getFeatures())
    return total


def timed(name: str, work: Callable[[], float], base_s: float | None = None) -> tuple[float, float]:
    """Run, print the seconds (and the ratio to ``base_s``), give seconds and total area."""
    start = time.perf_counter()
    area = work()
    seconds = time.perf_counter() - start
    ratio = f"  {seconds / base_s:6.1f} x" if base_s else ""
    sys.stdout.write(f"{name:<44}{seconds:8.2f} s{ratio}  {area / 1e4:16.6f} ha\n")
    sys.stdout.flush()
    return seconds, area


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--parcels", type=int, default=10_000)
    parser.add_argument("--peers", choices=("all", "qgis", "none"), default="all")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = np.random.default_rng(options.seed)
    parcels = make_parcels(options.parcels, rng)
    controls = make_controls(len(parcels) ** 0.5 * PARCEL_M, rng)
    vertices = sum(int(shapely.get_num_coordinates(lines).sum()) for lines in controls)
    sys.stdout.write(f"{conftest.PACKAGE}: {len(parcels)} parcels, {vertices} control vertices\n")
    timed("split of the control layers alone", lambda: _split_area(controls))
    base_s, area = timed("engine, areas only", lambda: run_engine(parcels, controls, keep=False))
    timed("engine, with geometries", lambda: run_engine(parcels, controls, keep=True), base_s)
    peers: list[tuple[str, Callable[[], float]]] = []
    if options.peers == "all":
        peers.append(("shapely, search tree and intersection", lambda: run_plain(parcels, controls)))
    application = start_qgis() if options.peers != "none" else None
    if application is not None:
        peers.append(("native:subdivide + native:intersection", lambda: run_qgis(parcels, controls)))
    for name, work in peers:
        _, other = timed(name, work, base_s)
        sys.stdout.write(f"{'':<44}difference of area {abs(other - area) / area:.1e}\n")


def _split_area(controls: list[np.ndarray]) -> float:
    return sum(float(shapely.area(split_polygons(lines, 256).geometry).sum()) for lines in controls)


if __name__ == "__main__":
    main()
