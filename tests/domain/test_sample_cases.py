# SPDX-License-Identifier: GPL-2.0-or-later
"""The two shipped cases: complete, marked as stand-ins, and what their README says."""

from __future__ import annotations

import json
import sqlite3
import struct
from pathlib import Path

import numpy as np
import pytest
import shapely
from dualcarbon.plugin.paths import RESOURCES

SAMPLE = RESOURCES / "sample"
ENVELOPE_BYTES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}


def read_layer(layer: str, folder: Path) -> tuple[list[dict[str, object]], np.ndarray]:
    """Rows and geometries of `file.gpkg|layername=name`, read with sqlite3 alone."""
    file, name = layer.split("|layername=")
    connection = sqlite3.connect((folder / file).as_uri() + "?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    rows = [dict(row) for row in connection.execute(f'SELECT * FROM "{name}" ORDER BY fid')]
    connection.close()
    return rows, shapely.from_wkb([geopackage_wkb(row["geom"]) for row in rows])


def geopackage_wkb(blob: bytes) -> bytes:
    """The WKB behind the GeoPackage header (OGC 12-128, 2.1.3)."""
    return blob[8 + ENVELOPE_BYTES[(blob[3] >> 1) & 7] :]


def reference_system(layer: str, folder: Path) -> int:
    """EPSG code of a layer, from the header of its first geometry."""
    file, name = layer.split("|layername=")
    connection = sqlite3.connect((folder / file).as_uri() + "?mode=ro", uri=True)
    blob = connection.execute(f'SELECT geom FROM "{name}" LIMIT 1').fetchone()[0]
    connection.close()
    return int(struct.unpack("<i" if blob[3] & 1 else ">i", blob[4:8])[0])


def load_case(name: str) -> dict[str, object]:
    return json.loads((SAMPLE / name / "case.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("name", "epsg"), [("kymi", 3067), ("county", 4547)])
def test_case_file_names_layers_and_fields_that_are_there(name: str, epsg: int) -> None:
    case, folder = load_case(name), SAMPLE / name
    bound = [case["land_use"], case["units"], case["plan"], *case["lines"].values()]
    for entry in bound:
        rows, geometry = read_layer(entry["layer"], folder)
        assert reference_system(entry["layer"], folder) == epsg
        assert rows
        assert shapely.is_valid(geometry).all()
        for key in ("field", "id_field", "zone_field"):
            if entry.get(key):
                assert all(row[entry[key]] for row in rows)


@pytest.mark.parametrize("name", ["kymi", "county"])
def test_every_row_of_a_line_says_that_it_is_a_stand_in(name: str) -> None:
    case = load_case(name)
    assert case["line_status"] == "standin"
    status = {"kymi": "status", "county": "ZT"}[name]
    for entry in case["lines"].values():
        rows, _ = read_layer(entry["layer"], SAMPLE / name)
        assert {row[status] for row in rows} == {"standin"}


def test_kymi_land_use_has_the_areas_of_its_source() -> None:
    """Sums of the source's README: 285.17 ha in 69 polygons, farmland 72.35 ha, nature 12.53 ha."""
    expected = {"landuse": (69, 285.17), "permanent_farmland": (6, 72.35), "ecological_redline": (10, 12.53)}
    for layer, (count, area_ha) in expected.items():
        _, geometry = read_layer(f"kymi.gpkg|layername={layer}", SAMPLE / "kymi")
        assert len(geometry) == count
        assert shapely.area(geometry).sum() / 1e4 == pytest.approx(area_ha, abs=0.006)


def test_kymi_units_cover_the_piece_without_overlap() -> None:
    _, units = read_layer("kymi.gpkg|layername=units", SAMPLE / "kymi")
    _, land_use = read_layer("kymi.gpkg|layername=landuse", SAMPLE / "kymi")
    union = shapely.union_all(units)
    assert union.area == pytest.approx(float(shapely.area(units).sum()), rel=1e-12)
    assert shapely.covers(union, land_use).all()


def test_kymi_draft_meets_the_lines_where_it_was_drawn_to() -> None:
    rows, plan = read_layer("kymi.gpkg|layername=plan_draft", SAMPLE / "kymi")
    ids = np.array([row["plan_id"] for row in rows])

    def met(layer: str, inside: bool) -> set[str]:
        _, line = read_layer(f"kymi.gpkg|layername={layer}", SAMPLE / "kymi")
        union = shapely.union_all(line)
        part = shapely.intersection(plan, union) if inside else shapely.difference(plan, union)
        return set(ids[shapely.area(part) > 1.0])

    assert met("permanent_farmland", True) == {"P02", "P03", "P04", "P08", "P11"}
    assert met("ecological_redline", True) == {"P09", "P10"}
    assert set(ids) - met("development_boundary", False) == {"P01", "P06"}


def test_shipped_county_is_what_the_generator_makes() -> None:
    pytest.importorskip("scipy")
    if np.lib.NumpyVersion(np.__version__) >= "2.0.0":
        pytest.skip("made with numpy 1; numpy 2 rounds sines differently, and a site near a limit tips over")
    from dualcarbon.tests.sample_county import make_county

    made = make_county(5_000, 20_260_101)
    for name, layer in made.layers().items():
        rows, geometry = read_layer(f"county.gpkg|layername={name}", SAMPLE / "county")
        assert len(rows) == len(layer.geometry)
        for column, values in layer.columns.items():
            if values.dtype.kind == "f":
                # Sines differ in the last bit between processors: a vertex may move by a millimetre.
                assert [row[column] for row in rows] == pytest.approx(values.tolist(), abs=0.5)
            else:
                assert [row[column] for row in rows] == values.tolist()
        assert shapely.area(geometry) == pytest.approx(shapely.area(layer.geometry), abs=0.5)
