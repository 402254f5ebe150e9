# SPDX-License-Identifier: GPL-2.0-or-later
"""Other programs that overlay the plan of a county with its three control layers: seconds and total area."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import shapely

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "algorithms"))

#: Vertices of a piece, as ``native:subdivide`` and ``ST_Subdivide`` have by default or as usual.
PIECE_VERTICES = 256


def run_native(plan: str, lines: list[str]) -> tuple[float, float]:
    """``native:intersection`` with the giant polygons as they are, from files to memory."""
    start = time.perf_counter()
    found = [_intersect(plan, line) for line in lines]
    return time.perf_counter() - start, _area_of(found)


def run_subdivided(plan: str, lines: list[str]) -> tuple[float, float]:
    """``native:subdivide`` and ``native:intersection``, from files to memory; the parts stay in pieces."""
    start = time.perf_counter()
    found = []
    for line in lines:
        pieces = _process("subdivide", INPUT=line, MAX_NODES=PIECE_VERTICES)
        pieces.dataProvider().createSpatialIndex()
        found.append(_intersect(plan, pieces))
    return time.perf_counter() - start, _area_of(found)


def run_postgis(plan: str, lines: list[str]) -> tuple[float, float]:
    """PostGIS with ``ST_Subdivide`` and a shortcut for covered parcels, from tables to a table.

    Loading and indexing the layers is not counted. Raises ``UnavailableError`` where it is missing.
    """
    from postgres import PORT, cluster

    with cluster() as folder:
        import psycopg2

        connection = psycopg2.connect(host=folder, port=PORT, user="tester", dbname="postgres")
        with connection, connection.cursor() as cursor:
            cursor.execute("CREATE EXTENSION postgis")
            _load(cursor, "plan", plan)
            for number, line in enumerate(lines):
                _load(cursor, f"line{number}", line)
        with connection, connection.cursor() as cursor:
            start = time.perf_counter()
            for number in range(len(lines)):
                for statement in _POSTGIS:
                    cursor.execute(statement.replace("#", str(number)))
            seconds = time.perf_counter() - start
            areas = [_found_area(cursor, number) for number in range(len(lines))]
        connection.close()
    return seconds, sum(areas)


_POSTGIS = (
    f"CREATE TABLE piece# AS SELECT id, ST_Subdivide(geom, {PIECE_VERTICES}) AS geom FROM line#",
    "CREATE INDEX ON piece# USING gist (geom)",
    "ANALYZE piece#",
    "CREATE TABLE found# AS SELECT plan.id AS parcel, piece#.id AS line, "
    "CASE WHEN ST_CoveredBy(plan.geom, piece#.geom) THEN plan.geom "
    "ELSE ST_Intersection(plan.geom, piece#.geom) END AS geom "
    "FROM plan JOIN piece# ON ST_Intersects(plan.geom, piece#.geom)",
)


def _load(cursor: object, table: str, path: str) -> None:
    """A layer as a table with an index."""
    from io import StringIO

    forms = shapely.to_wkb(read_shapes(path), hex=True)
    cursor.execute(f"CREATE TABLE {table} (id integer, geom geometry)")
    text = StringIO("".join(f"{number}\t{form}\n" for number, form in enumerate(forms)))
    cursor.copy_from(text, table, columns=("id", "geom"))
    cursor.execute(f"CREATE INDEX ON {table} USING gist (geom)")
    cursor.execute(f"ANALYZE {table}")


def _found_area(cursor: object, number: int) -> float:
    cursor.execute(f"SELECT sum(ST_Area(geom)) FROM found{number}")
    return float(cursor.fetchone()[0])


def read_shapes(path: str) -> object:
    """The polygons of a GeoPackage, each as it is."""
    from dualcarbon.plugin.domain.progress import silent
    from dualcarbon.plugin.gis.arrow import Table, read_table
    from osgeo import gdal

    dataset = gdal.OpenEx(path, gdal.OF_VECTOR)
    count = dataset.GetLayer(0).GetFeatureCount()
    raw = read_table(Table(path, None, count), (), silent)
    return shapely.get_geometry(shapely.from_wkb(raw.wkb), 0)


def _process(name: str, **parameters: object) -> object:
    import processing
    from qgis.core import QgsFeatureRequest, QgsProcessingContext

    # native:subdivide leaves invalid pieces, which would stop native:intersection.
    context = QgsProcessingContext()
    context.setInvalidGeometryCheck(QgsFeatureRequest.GeometryNoCheck)
    result = processing.run(f"native:{name}", {**parameters, "OUTPUT": "memory:"}, context=context)
    return context.takeResultLayer(result["OUTPUT"].id()) or result["OUTPUT"]


def _intersect(plan: str, line: object) -> object:
    return _process("intersection", INPUT=plan, OVERLAY=line)


def _area_of(layers: list[object]) -> float:
    return sum(feature.geometry().area() for layer in layers for feature in layer.getFeatures())
