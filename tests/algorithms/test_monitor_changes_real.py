# SPDX-License-Identifier: GPL-2.0-or-later
"""Changes inside control lines of Liechtenstein, against plain intersections of every pair of polygons."""

from __future__ import annotations

import math
from datetime import date

import numpy as np
import processing
import pytest
import shapely
from layers_by_hand import SHARED, Log, make_layer, rows_of

FILE = SHARED / "liechtenstein_osm" / "liechtenstein_osm.gpkg"
pytestmark = [
    pytest.mark.usefixtures("provider"),
    pytest.mark.skipif(not FILE.exists(), reason="the shared data folder is not here"),
]
#: Sides of the squares by which the country is taken to have changed, metres.
SIDE = 400.0
#: What became of the land: on farmland the one is forbidden, the other is what the line is for.
AFTER = {"paddy": "residential", "natural_grassland": "paddy"}


def shapes_of(layer, column):
    """Geometries and one column of a layer, as GDAL reads them."""
    from osgeo import ogr

    opened = ogr.Open(str(FILE))
    found = [
        (
            shapely.make_valid(shapely.from_wkb(bytes(row.GetGeometryRef().ExportToIsoWkb()))),
            row.GetField(column),
        )
        for row in opened.GetLayer(layer)
    ]
    return np.array([shape for shape, _ in found], dtype=object), [name for _, name in found]


def changes_of(land, bounds):
    """Squares in rows and columns: shapes and classes of the land before, in turn paddy and grassland."""
    xs = np.arange(bounds[0], bounds[2], 3 * SIDE)
    ys = np.arange(bounds[1], bounds[3], 3 * SIDE)
    squares = np.array([shapely.box(x, y, x + SIDE, y + SIDE) for x in xs for y in ys], dtype=object)
    classes = ["paddy" if number % 2 else "natural_grassland" for number in range(len(squares))]
    kept = shapely.intersects(squares, shapely.union_all(land))
    return squares[kept], [name for name, keep in zip(classes, kept) if keep]


def brute_force(squares, classes, lines, towns, names):
    """Area (planar, ha) by town, line type and class before, of every intersection of three polygons."""
    areas = {}
    for line_type, features in lines.items():
        for town, name in zip(towns, names):
            near = shapely.intersection(features, town)
            for square, before in zip(squares, classes):
                met = near[shapely.intersects(near, square)]
                area = math.fsum(shapely.area(shapely.intersection(met, square))) / 1e4
                if area > 0.0:
                    key = (name, line_type, before)
                    areas[key] = areas.get(key, 0.0) + area
    return areas


def test_areas_inside_lines_are_those_of_plain_intersections(tmp_path):
    towns, names = shapes_of("municipalities", "name")
    lines = {
        "pbf": shapes_of("permanent_farmland", "name")[0],
        "erl": shapes_of("ecological_redline", "name")[0],
    }
    squares, classes = changes_of(lines["pbf"], shapely.total_bounds(towns))
    rows = [
        (
            shape.wkt,
            {"from_class": name, "to_class": AFTER[name], "area_ha": SIDE**2 / 1e4, "change_tc": -1.0},
        )
        for shape, name in zip(squares, classes)
    ]
    account = make_layer(
        [(None, {"unit": names[0], "year": 2022, "item": "emission/co2", "value": 9.0, "measure": "t"})],
        kind="None",
    )
    targets = [
        {"unit": name, "item": "emission/co2", "role": role, "year": year, "value": value}
        for name in names
        for role, year, value in (("base", 2020, 10.0), ("path", 2022, 9.0))
    ]
    store = str(tmp_path / "book.gpkg")
    processing.run("dualcarbon:postaccount", {"STORE": store, "ACCOUNT": account})
    result = processing.run(
        "dualcarbon:monitoraccount",
        {
            "STORE": store,
            "TARGETS": make_layer([(None, row) for row in targets], kind="None"),
            "YEAR": 2022,
            "UNITS": f"{FILE}|layername=municipalities",
            "UNIT_FIELD": "name",
            "CHANGES": make_layer(rows, crs="EPSG:2056"),
            "CONTROL_LINES": [f"{FILE}|layername=permanent_farmland", f"{FILE}|layername=ecological_redline"],
            "LINE_TYPES": "pbf,erl",
            "AS_OF": date(2026, 4, 1).isoformat(),
            "OUTPUT": "memory:",
            "OUTPUT_CHANGES": "memory:",
        },
        feedback=Log(),
    )
    found = {}
    for row in rows_of(result["OUTPUT_CHANGES"]):
        key = (row["unit"], row["line_type"], row["from_class"])
        found[key] = found.get(key, 0.0) + row["area_ha"]
    expected = brute_force(squares, classes, lines, towns, names)
    # Slivers of up to 1 m² each are left out; the country ends where its towns end.
    assert {key for key, area in expected.items() if area > 1e-3} <= set(found)
    for key, area in found.items():
        if key[0] is not None:
            assert area == pytest.approx(expected[key], rel=1e-5, abs=1e-3)
    assert sum(expected.values()) > 100.0
    # Houses on paddy breach farmland; of the redline's general zone the class does not tell enough.
    breached = [row for row in rows_of(result["OUTPUT"]) if row["breach_ha"] > 0.0]
    ground = shapely.union_all(lines["pbf"])
    for row in breached:
        town = towns[names.index(row["unit"])]
        paddy = squares[np.array([name == "paddy" for name in classes])]
        union = shapely.area(shapely.intersection(shapely.intersection(paddy, ground), town)).sum() / 1e4
        assert row["breach_ha"] == pytest.approx(union, rel=1e-4, abs=1e-3)
    assert {row["level"] for row in breached} == {"red"}
