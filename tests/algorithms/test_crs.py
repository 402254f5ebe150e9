# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers in different CRS: datum shifts, degrees, and coordinates that are none."""

from __future__ import annotations

import pyproj
import pytest
from layers_by_hand import control_line, draft_layer, make_layer, notes_of, rows_of, square

X, Y = 500_000.0, 3_300_000.0
HECTARE = [(square(X, Y), {"DLBM": "0101"})]


@pytest.fixture
def given(tmp_path):
    """Parameters of a sink baseline of one hectare of paddy, for units to be chosen."""

    def call(land, units, **more):
        settings = {
            "INPUT": land,
            "CLASS_FIELD": "DLBM",
            "UNITS": units,
            "UNIT_FIELD": "XZQMC",
            "MANIFEST": str(tmp_path / "run.json"),
            "OUTPUT": "memory:",
        }
        return {**settings, **more}

    return call


def town(crs, wkt):
    return make_layer([(wkt, {"XZQMC": "甲"})], crs=crs, name="XZQ")


def around(crs, x, y, target="EPSG:4326", margin=0.01):
    """A square of degrees around a point of a projected CRS."""
    lon, lat = pyproj.Transformer.from_crs(crs, target, always_xy=True).transform(x, y)
    return square(lon - margin, lat - margin, 2 * margin)


# Datum shifts --------------------------------------------------------------------------------


@pytest.mark.parametrize("crs", ["EPSG:2385", "EPSG:2416"], ids=["Xian 1980", "Beijing 1954"])
def test_an_unknown_datum_shift_is_refused_with_the_remedy(refused, given, crs):
    """PROJ has no public parameters from Xian 1980 or Beijing 1954 to CGCS2000."""
    sentence = refused("sinkbaseline", **given(make_layer(HECTARE, crs="EPSG:4549"), town(crs, square(X, Y))))
    assert "“XZQ”" in sentence
    assert crs in sentence
    assert "local parameters" in sentence
    line = control_line((square(X, Y), {}), crs=crs)
    plan = make_layer([(square(X, Y), {"YDYHFLDM": "0703"})], crs="EPSG:4549")
    assert "local parameters" in refused(
        "checkplan", PLAN=plan, PLAN_FIELD="YDYHFLDM", FARMLAND=line, OUTPUT="memory:"
    )


@pytest.mark.parametrize(
    ("crs", "other"),
    [
        ("EPSG:4549", "EPSG:4326"),
        ("EPSG:4549", "EPSG:4490"),
        ("EPSG:4549", "EPSG:4258"),
        ("EPSG:25832", "EPSG:4326"),
        ("EPSG:27700", "EPSG:4326"),
        ("EPSG:2056", "EPSG:4326"),
    ],
)
def test_known_shifts_and_datums_that_agree_pass_and_the_operation_is_named(run, given, crs, other):
    x, y = {"EPSG:2056": (2_757_000.0, 1_222_000.0), "EPSG:27700": (400_000.0, 300_000.0)}.get(crs, (X, Y))
    land = make_layer([(square(x, y), {"DLBM": "0101"})], crs=crs)
    result = run("sinkbaseline", **given(land, town(other, around(crs, x, y))))
    assert result["TOTAL_AREA_HA"] == pytest.approx(1.0, rel=1e-3)
    note = notes_of(result)["reprojected"]
    assert note["values"]["operation"] in note["text"]
    assert len(note["values"]["operation"]) > 10


def test_layers_of_one_old_datum_are_used_as_they_are(run, given):
    """Nothing is shifted between Xian 1980 and Xian 1980, whatever the zone."""
    land = make_layer(HECTARE, crs="EPSG:2385")
    assert run("sinkbaseline", **given(land, town("EPSG:2385", square(X, Y))))["TOTAL_AREA_HA"] > 0.99
    wide = around("EPSG:2385", X, Y, "EPSG:4610")
    assert run("sinkbaseline", **given(land, town("EPSG:4610", wide)))["TOTAL_AREA_HA"] > 0.99


# Coordinates that are none -------------------------------------------------------------------


def test_features_that_cannot_be_transformed_are_named(refused, given):
    """Metres in a layer declared to be in degrees."""
    units = make_layer(
        [(around("EPSG:4549", X, Y), {"XZQMC": "甲"}), (square(X, Y), {"XZQMC": "乙"})],
        crs="EPSG:4490",
        name="XZQ",
    )
    sentence = refused("sinkbaseline", **given(make_layer(HECTARE, crs="EPSG:4549"), units))
    assert "“XZQ” has coordinates that lie nowhere on earth" in sentence
    assert "EPSG:4490" in sentence
    assert "(features: 1, first: 2)" in sentence


def test_metres_among_degrees_are_named_in_the_first_layer_too(refused):
    land = make_layer(
        [(square(120, 30, 0.01), {"DLBM": "0101"}), (square(120, 9_000, 0.01), {"DLBM": "0101"})],
        crs="EPSG:4490",
        name="DLTB",
    )
    sentence = refused("attachfactors", INPUT=land, CLASS_FIELD="DLBM", OUTPUT="memory:")
    assert "China Geodetic Coordinate System 2000" in sentence
    assert "Layer “DLTB”" in sentence
    assert "(features: 1, first: 2)" in sentence


# Degrees -------------------------------------------------------------------------------------


def test_a_narrow_parcel_in_degrees_is_no_hairline(run, tmp_path):
    """0.0000008° × 0.02° at 30° N: 7.7 cm × 2.2 km = 171 m² on the ellipsoid."""
    land = make_layer([(square(120.1, 30.0, 8e-7, 0.02), {"DLBM": "0301"})], crs="EPSG:4490")
    geod = pyproj.Geod(ellps="GRS80")
    lon, lat = [120.1, 120.1 + 8e-7, 120.1 + 8e-7, 120.1], [30.0, 30.0, 30.02, 30.02]
    expected_m2 = abs(geod.polygon_area_perimeter(lon, lat)[0])
    assert expected_m2 == pytest.approx(171, abs=2)
    result = run(
        "attachfactors",
        INPUT=land,
        CLASS_FIELD="DLBM",
        OUTPUT="memory:",
        MANIFEST=str(tmp_path / "run.json"),
    )
    assert result["TOTAL_AREA_HA"] * 1e4 == pytest.approx(expected_m2, rel=1e-4)
    assert "hairline" not in notes_of(result)
    assert len(rows_of(result["OUTPUT"])) == 1


def test_the_area_that_a_repair_changes_is_in_hectares_for_degrees_too(run, tmp_path):
    """Two squares of 0.01° that share a quarter: the repair takes one quarter away, 27 ha."""
    first, second = square(120, 30, 0.01), square(120.005, 30.005, 0.01)
    both = f"MULTIPOLYGON({first[7:]},{second[7:]})"
    geod = pyproj.Geod(ellps="GRS80")
    lon, lat = [120.005, 120.01, 120.01, 120.005], [30.005, 30.005, 30.01, 30.01]
    shared_ha = abs(geod.polygon_area_perimeter(lon, lat)[0]) / 1e4
    result = run(
        "attachfactors",
        INPUT=make_layer([(both, {"DLBM": "0101"})], crs="EPSG:4490"),
        CLASS_FIELD="DLBM",
        OUTPUT="memory:",
        MANIFEST=str(tmp_path / "run.json"),
    )
    notes = notes_of(result)
    assert notes["invalid_geometry"]["area_ha"] == pytest.approx(shared_ha, rel=1e-4)
    assert notes["overlapping_parts"]["area_ha"] == pytest.approx(shared_ha, rel=1e-4)


# Overlapping parts ---------------------------------------------------------------------------


def test_a_control_line_with_overlapping_parts_has_no_hole(run):
    """The plan lies on the ground that both parts of the farmland cover."""
    first, second = square(X, Y, 600), square(X + 300, Y + 300, 700)
    line = control_line((f"MULTIPOLYGON({first[7:]},{second[7:]})", {}))
    result = run(
        "checkplan",
        PLAN=draft_layer([(square(X + 350, Y + 350, 200), "0703")]),
        PLAN_FIELD="YDYHFLDM",
        PLAN_CLASSIFICATION="cn_landsea_2023",
        FARMLAND=line,
        AREA_RULE="planar",
        OUTPUT="memory:",
    )
    assert result["ERROR_AREA_HA"] == pytest.approx(4.0)
