# SPDX-License-Identifier: GPL-2.0-or-later
"""Area rules against the closed formula of the cell, geodesic polygons and the published example."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from dualcarbon.plugin.domain.areas import MAX_EXTENT_M, work_plane
from dualcarbon.plugin.domain.errors import InputError

pyproj = pytest.importorskip("pyproj")

A_M = 6378137.0
FLATTENING = 1 / 298.257222101


def cell_area_m2(west, south, east, north):
    """Area of a cell on CGCS2000: S = a²·Δλ·[q(φ2) − q(φ1)]/2 (control-lines.md section 7)."""
    e2 = FLATTENING * (2 - FLATTENING)
    e = math.sqrt(e2)

    def q(latitude):
        sine = math.sin(math.radians(latitude))
        log = math.log((1 - e * sine) / (1 + e * sine))
        return (1 - e2) * (sine / (1 - e2 * sine**2) - log / (2 * e))

    return A_M**2 * math.radians(east - west) * (q(north) - q(south)) / 2


def wkt(code):
    return pyproj.CRS.from_epsg(code).to_wkt()


def one(geom):
    return np.array([geom], dtype=object)


def dense_cell(west, south, east, north, steps=200):
    return shapely.segmentize(shapely.box(west, south, east, north), max(east - west, north - south) / steps)


def projected(geom, source, target):
    transformer = pyproj.Transformer.from_crs(source, target, always_xy=True)
    return shapely.transform(geom, lambda xy: np.column_stack(transformer.transform(xy[:, 0], xy[:, 1])))


def plane_of(code, geom):
    return work_plane(wkt(code), geom.bounds)


def ellipsoidal(code, geom):
    plane = plane_of(code, geom)
    return plane.ellipsoidal_m2(plane.to_plane(one(geom)))[0]


@pytest.mark.parametrize(("west", "planar"), [(114.0, 1_069_521.181), (115.49, 1_070_070.156)])
def test_published_cell(west, planar):
    cell = dense_cell(west, 30.0, west + 0.01, 30.01)
    drawn = projected(cell, 4490, 4547)
    assert ellipsoidal(4490, cell) == pytest.approx(1_069_521.173, abs=0.001)
    assert ellipsoidal(4547, drawn) == pytest.approx(1_069_521.173, abs=0.001)
    assert plane_of(4547, drawn).planar_m2(one(drawn))[0] == pytest.approx(planar, abs=0.001)


def test_random_cells_match_the_closed_formula():
    rng = np.random.default_rng(7)
    for _ in range(20):
        west, south = rng.uniform(112.6, 115.0), rng.uniform(20.0, 50.0)
        east, north = west + rng.uniform(0.002, 0.3), south + rng.uniform(0.002, 0.3)
        cell = dense_cell(west, south, east, north, 400)
        expected = cell_area_m2(west, south, east, north)
        assert ellipsoidal(4490, cell) == pytest.approx(expected, rel=1e-8)
        assert ellipsoidal(4547, projected(cell, 4490, 4547)) == pytest.approx(expected, rel=1e-8)


def test_drawn_polygons_match_geodesic_polygons():
    geod = pyproj.Geod(a=A_M, f=FLATTENING)
    rng = np.random.default_rng(11)
    for _ in range(10):
        centre = np.array([500_000.0, 3_300_000.0]) + rng.uniform(-140_000, 140_000, 2)
        angle = np.sort(rng.uniform(0, 2 * np.pi, 12))
        ring = centre + rng.uniform(500, 5000, (12, 1)) * np.column_stack((np.cos(angle), np.sin(angle)))
        drawn = shapely.make_valid(shapely.Polygon(ring))
        fine = projected(shapely.segmentize(drawn, 20.0), 4547, 4490)
        expected = abs(geod.geometry_area_perimeter(shapely.geometry.polygon.orient(fine))[0])
        assert ellipsoidal(4547, drawn) == pytest.approx(expected, rel=1e-8, abs=0.05)


def test_zone_prefix_changes_nothing():
    plain = shapely.Point(420_000, 3_400_000).buffer(800, quad_segs=5)
    prefixed = shapely.transform(plain, lambda xy: xy + np.array([37_000_000.0, 0.0]))
    # 4525 and 4546 are zone 37 (111°E) with and without the zone number in the easting.
    assert ellipsoidal(4525, prefixed) == pytest.approx(ellipsoidal(4546, plain), rel=1e-9)
    both = [plane_of(code, geom).planar_m2(one(geom))[0] for code, geom in ((4525, prefixed), (4546, plain))]
    assert both[0] == pytest.approx(both[1], rel=1e-9)


def test_parts_add_up_to_the_whole_on_the_ellipsoid():
    whole = shapely.box(645_000, 3_300_000, 652_000, 3_306_000)
    parts = np.array(
        [shapely.box(x, y, x + 700, y + 600) for x in range(645_000, 652_000, 700)
         for y in range(3_300_000, 3_306_000, 600)],
        dtype=object,
    )  # fmt: skip
    plane = plane_of(4547, whole)
    assert plane.ellipsoidal_m2(parts).sum() == pytest.approx(plane.ellipsoidal_m2(one(whole))[0], rel=1e-8)


def test_wide_layer_is_measured_around_several_centres():
    cells = [dense_cell(west, 30.0, west + 0.05, 30.05, 100) for west in (109.0, 112.0, 114.0, 118.0)]
    drawn = np.array([projected(cell, 4490, 4547) for cell in cells] + [None], dtype=object)
    plane = work_plane(wkt(4547), tuple(shapely.total_bounds(drawn)))
    assert plane.wide
    assert np.ptp(shapely.total_bounds(drawn)[[0, 2]]) > MAX_EXTENT_M
    expected = cell_area_m2(109.0, 30.0, 109.05, 30.05)
    assert plane.ellipsoidal_m2(drawn) == pytest.approx([expected] * 4 + [0.0], rel=1e-8)


def test_feet_are_turned_into_square_metres():
    square = shapely.box(980_000, 200_000, 981_000, 201_000)
    plane = plane_of(2263, square)
    foot = 1200 / 3937
    assert plane.planar_m2(plane.to_plane(one(square)))[0] == pytest.approx((1000 * foot) ** 2, rel=1e-7)


@pytest.mark.parametrize(
    ("code", "box", "tolerance"),
    [(2263, (980_000, 200_000, 981_000, 201_000), 1e-6), (4490, (114.0, 30.0, 114.5, 30.2), 1e-12)],
)
def test_way_into_the_plane_and_back_ends_where_it_began(code, box, tolerance):
    drawn = shapely.box(*box)
    plane = plane_of(code, drawn)
    back = plane.from_plane(plane.to_plane(one(drawn)))[0]
    corners = shapely.points(shapely.get_coordinates(drawn))
    vertices = shapely.MultiPoint(shapely.get_coordinates(back))
    assert shapely.distance(corners, vertices).max() < tolerance


def test_planar_area_in_degrees_is_refused():
    cell = shapely.box(114.0, 30.0, 114.01, 30.01)
    plane = plane_of(4490, cell)
    with pytest.raises(InputError, match="Use the ellipsoidal area rule or reproject the layer"):
        plane.measure(plane.to_plane(one(cell)), "planar")


def test_attribute_rule_measures_on_the_ellipsoid():
    drawn = projected(dense_cell(115.49, 30.0, 115.5, 30.01), 4490, 4547)
    assert plane_of(4547, drawn).measure(one(drawn), "attribute")[0] == pytest.approx(
        1_069_521.173, abs=0.001
    )


def test_null_and_empty_geometries_have_no_area():
    plane = work_plane(wkt(4547), (500_000, 3_300_000, 501_000, 3_301_000))
    geoms = np.array([None, shapely.Polygon()], dtype=object)
    assert plane.ellipsoidal_m2(geoms).tolist() == [0.0, 0.0]
    assert plane.planar_m2(geoms).tolist() == [0.0, 0.0]


@pytest.mark.parametrize("text", ["", "nonsense"])
def test_unreadable_crs_is_named(text):
    with pytest.raises(InputError, match="cannot be read"):
        work_plane(text, (0, 0, 1, 1))


def test_extent_must_be_finite():
    with pytest.raises(InputError, match="extent"):
        work_plane(wkt(4547), (math.nan, 0, 1, 1))


def test_coordinates_outside_their_crs_are_named():
    with pytest.raises(InputError, match="do not lie in"):
        plane_of(4547, shapely.box(1e30, 1e30, 2e30, 2e30)).ellipsoidal_m2(
            one(shapely.box(1e30, 1e30, 2e30, 2e30))
        )


def test_an_invalid_polygon_is_projected_as_it_is():
    """Two triangles of a bow tie: no vertex moves to another ring, none is lost."""
    bow_tie = shapely.from_wkt("POLYGON ((120 30, 120.1 30.1, 120.1 30, 120 30.1, 120 30))")
    planar = plane_of(4490, bow_tie).to_plane(one(bow_tie))[0]
    assert not planar.is_valid
    mended = shapely.make_valid(planar)
    whole = cell_area_m2(120.0, 30.0, 120.1, 30.1)
    assert mended.area == pytest.approx(whole / 2, rel=1e-3)


def test_metres_in_a_layer_of_degrees_are_refused():
    with pytest.raises(InputError, match="do not lie in its coordinate reference system"):
        work_plane(wkt(4490), (120.0, 30.0, 120.1, 9_000.0))


def test_a_layer_is_measured_as_its_features_are_with_holes_parts_and_nothing():
    """Holes and parts take another way than plain parcels: 100 m² less 4 m², and 100 m² twice."""
    plane = work_plane(pyproj.CRS(4547).to_wkt(), (500_000.0, 3_300_000.0, 500_100.0, 3_300_100.0))
    plain = shapely.box(500_000, 3_300_000, 500_010, 3_300_010)
    holed = shapely.difference(plain, shapely.box(500_004, 3_300_004, 500_006, 3_300_006))
    double = shapely.MultiPolygon([plain, shapely.affinity.translate(plain, 20.0)])
    geoms = np.array(
        [plain, None, holed, shapely.Polygon(), double, shapely.reverse(plain)] * 7, dtype=object
    )
    seen: list[float] = []
    measured = plane.measure_layer(geoms, "ellipsoidal", seen.append)
    assert seen
    assert measured.tolist() == [plane.measure(np.array([geom]), "ellipsoidal")[0] for geom in geoms]
    one = measured[0]
    assert measured[:6] == pytest.approx([one, 0.0, 0.96 * one, 0.0, 2.0 * one, one], rel=1e-7)
    assert len(plane.measure_layer(geoms[:0], "planar")) == 0
