# SPDX-License-Identifier: GPL-2.0-or-later
"""Sample County is what it claims to be: a seamless survey with exact areas and known conflicts."""

from __future__ import annotations

import csv
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pytest
import shapely
from dualcarbon.plugin.paths import RESOURCES

pytest.importorskip("scipy")
from dualcarbon.tests.sample_county import County, make_county
from dualcarbon.tests.sample_county.codes import CONFIRMED, PLANNED, SURVEY
from dualcarbon.tests.sample_county.ellipsoid import plane_integrals, scale_integrals

PARCELS, SEED = 1_200, 7


@pytest.fixture(scope="module")
def county() -> County:
    return make_county(PARCELS, SEED)


def codes_of(name: str, column: str) -> set[str]:
    with (RESOURCES / "classes" / name).open(encoding="utf-8") as file:
        return {row[column] for row in csv.DictReader(file)}


def directed_segments(geometry: np.ndarray) -> np.ndarray:
    """All ring segments, counter-clockwise shells and clockwise holes: inside always on the left."""
    turned = [shapely.geometry.polygon.orient(polygon) for polygon in geometry]
    rings = shapely.get_rings(np.array(turned, dtype=object))
    xy, owner = shapely.get_coordinates(rings, return_index=True)
    same = owner[1:] == owner[:-1]
    return np.concatenate([xy[:-1][same], xy[1:][same]], axis=1)


@pytest.mark.parametrize("name", ["DLTB", "XZQ", "GHYDYH"])
def test_coverage_has_no_gap_no_overlap_and_every_inner_edge_exactly_twice(county: County, name: str) -> None:
    geometry = county.layers()[name].geometry
    assert shapely.is_valid(geometry).all()
    union = shapely.union_all(geometry)
    assert union.area == pytest.approx(float(shapely.area(geometry).sum()), rel=1e-9)
    assert union.geom_type == "Polygon"
    assert not union.interiors
    there = {tuple(segment) for segment in directed_segments(geometry).tolist()}
    assert len(there) == len(directed_segments(geometry)), "a directed edge belongs to two parcels"
    single = [s for s in there if (s[2], s[3], s[0], s[1]) not in there]
    border = sum(np.hypot(s[2] - s[0], s[3] - s[1]) for s in single)
    assert border == pytest.approx(union.exterior.length, rel=1e-9)


def test_town_borders_run_along_edges_of_the_survey(county: County) -> None:
    known = {frozenset([(a, b), (c, d)]) for a, b, c, d in directed_segments(county.DLTB.geometry).tolist()}
    for a, b, c, d in directed_segments(county.XZQ.geometry).tolist():
        assert frozenset([(a, b), (c, d)]) in known


def test_parcels_add_up_to_the_control_area_of_their_town(county: County) -> None:
    columns = county.DLTB.columns
    for code, control in zip(county.XZQ.columns["XZQDM"], county.XZQ.columns["MJ"]):
        parcels = columns["TBMJ"][columns["XZQDM"] == code]
        assert sum(Decimal(f"{area:.2f}") for area in parcels) == Decimal(f"{control:.2f}")


def test_net_area_is_parcel_area_less_ridges_to_the_cent(county: County) -> None:
    columns = county.DLTB.columns
    cent = Decimal("0.01")
    ridged = 0
    for total, share, ridge, net, ridge_code in zip(
        *(columns[name] for name in ("TBMJ", "KCXS", "KCMJ", "TBDLMJ", "KCDLBM"))
    ):
        exact = Decimal(f"{total:.2f}") * Decimal(f"{share:.4f}")
        assert Decimal(f"{ridge:.2f}") == exact.quantize(cent, ROUND_HALF_UP)
        assert Decimal(f"{net:.2f}") == Decimal(f"{total:.2f}") - Decimal(f"{ridge:.2f}")
        assert (ridge_code == "1203") == (share > 0)
        ridged += share > 0
    assert ridged > 0


def test_parcel_area_is_the_geodesic_area_of_the_drawn_polygon(county: County) -> None:
    pyproj = pytest.importorskip("pyproj")
    geod = pyproj.Geod(a=6378137.0, rf=298.257222101)
    to_degrees = pyproj.Transformer.from_crs(4547, 4490, always_xy=True)
    geometry, recorded = county.DLTB.geometry, county.DLTB.columns["TBMJ"]
    for row in np.argsort(recorded)[:: max(1, len(recorded) // 40)]:
        dense = shapely.segmentize(geometry[row], 20.0)
        degrees = shapely.transform(dense, lambda xy: np.stack(to_degrees.transform(*xy.T), axis=1))
        measured = abs(geod.geometry_area_perimeter(degrees)[0])
        assert recorded[row] == pytest.approx(measured, rel=2e-8, abs=0.011)


@pytest.mark.parametrize("west", [114.0, 115.49])
def test_scale_integral_gives_the_published_cell(west: float) -> None:
    """Cell 0.01° x 0.01° at 30°N: 1 069 521.173 m² by the closed formula, wherever it lies in the zone."""
    pyproj = pytest.importorskip("pyproj")
    to_plane = pyproj.Transformer.from_crs(4490, 4547, always_xy=True)
    side = np.linspace(0, 0.01, 201)[:-1]
    longitude = np.concatenate(
        [west + side, np.full(200, west + 0.01), west + 0.01 - side, np.full(200, west)]
    )
    latitude = 30 + np.concatenate([np.zeros(200), side, np.full(200, 0.01), 0.01 - side])
    ring = np.stack(to_plane.transform(longitude, latitude), axis=1)
    start, end = ring, np.roll(ring, -1, axis=0)
    planar = plane_integrals(start - ring[0], end - ring[0]).sum()
    assert planar + scale_integrals(start, end).sum() == pytest.approx(1_069_521.173, abs=0.005)


def test_codes_exist_in_the_shipped_classifications(county: County) -> None:
    assert set(SURVEY) <= codes_of("cn_third_survey.csv", "code")
    assert set(PLANNED) <= codes_of("cn_landsea_2023.csv", "code")
    assert set(county.DLTB.columns["DLBM"]) <= set(SURVEY)
    assert set(county.GHYDYH.columns["YDYHFLDM"]) <= set(PLANNED)
    settlements = set(county.DLTB.columns["CZCSXM"]) - {None}
    assert {"201", "202", "203"} <= settlements <= {"201", "202", "203", "204", "205"}


def test_confirmed_codes_follow_the_published_code_table() -> None:
    with (RESOURCES / "classes" / "third_survey_to_landsea_2023.csv").open(encoding="utf-8") as file:
        table = {row["third_survey_code"]: row for row in csv.DictReader(file)}
    for code, planned in CONFIRMED.items():
        row = table[code]
        if row["relation"] == "direct":
            assert planned == row["landsea_2023_code"]
        else:
            assert any(planned.startswith(candidate) for candidate in row["candidates"].split(";"))


def test_draft_differs_from_today_only_where_it_says_so(county: County) -> None:
    draft, survey = county.GHYDYH.columns, county.DLTB.columns
    declared = set(county.changes["BSM"])
    plan, parcel, area = county.true_overlaps(county.GHYDYH, county.DLTB)
    assert area.sum() == pytest.approx(float(shapely.area(county.DLTB.geometry).sum()), rel=1e-9)
    for row, base in zip(plan, parcel):
        if draft["BSM"][row] not in declared:
            assert draft["YDYHFLDM"][row] == CONFIRMED[survey["DLBM"][base]]


def test_lines_do_not_overlap_and_protect_cultivated_land(county: County) -> None:
    farmland, redline, boundary = (
        shapely.union_all(county.layers()[name].geometry) for name in ("YJJBNTBHTB", "STBHHX", "CZKFBJ")
    )
    for one, two in ((farmland, redline), (farmland, boundary), (redline, boundary)):
        assert shapely.intersection(one, two).area < 1e-3
    cultivated = np.isin(county.DLTB.columns["DLBM"], ["0101", "0102", "0103"])
    fields = shapely.union_all(county.DLTB.geometry[cultivated])
    assert shapely.difference(farmland, fields).area < 1e-3
    assert farmland.area > 0.5 * fields.area


def test_every_recorded_conflict_is_there_with_its_area(county: County) -> None:
    draft = dict(zip(county.GHYDYH.columns["BSM"], county.GHYDYH.geometry))
    lines = {"pbf": county.YJJBNTBHTB, "erl": county.STBHHX, "udb": county.CZKFBJ}
    unions = {name: shapely.union_all(line.geometry) for name, line in lines.items()}
    table = county.conflicts
    assert len(set(table["KIND"][table["INTENDED"] == 1])) >= 12
    for row in range(len(table["BSM"])):
        polygon, line = draft[table["BSM"][row]], table["LINE"][row]
        if table["PLACE"][row] == "outside":
            part = shapely.difference(polygon, unions[line])
        elif table["ZONE"][row]:
            zone = lines[line].columns["GKFQ"] == table["ZONE"][row]
            part = shapely.intersection(polygon, shapely.union_all(lines[line].geometry[zone]))
        else:
            part = shapely.intersection(polygon, unions[line])
        assert part.area == pytest.approx(table["PLANAR_M2"][row], rel=1e-6, abs=2e-4)


def test_slivers_stay_below_the_noise_limits_and_conflicts_above(county: County) -> None:
    noise = county.conflicts["NOISE"] == 1
    assert noise.any()
    assert county.conflicts["PLANAR_M2"][noise].max() < 6.0
    assert county.conflicts["PLANAR_M2"][county.conflicts["INTENDED"] == 1].min() > 1.0
    draft = dict(zip(county.GHYDYH.columns["BSM"], county.GHYDYH.geometry))
    farmland = shapely.union_all(county.YJJBNTBHTB.geometry)
    for bsm in county.conflicts["BSM"][noise]:
        part = shapely.intersection(draft[bsm], farmland)
        assert 2 * part.area / part.length < 0.1


def test_it_looks_like_a_county(county: County) -> None:
    columns, geometry = county.DLTB.columns, county.DLTB.geometry
    ponds = np.isin(columns["DLBM"], ["1104", "1104A"])
    islands = shapely.get_num_interior_rings(geometry) > 0
    assert any(
        shapely.covers(shapely.Polygon(p.exterior), q) for p in geometry[islands] for q in geometry[ponds]
    )
    strips = np.isin(columns["DLBM"], ["1101", "1003", "1001"])
    width = 2 * shapely.area(geometry[strips]) / shapely.length(geometry[strips])
    assert np.median(width) < 60
    assert shapely.length(geometry[strips]).max() > 2_000
    assert (shapely.get_num_interior_rings(county.CZKFBJ.geometry) > 0).any()


def test_same_seed_same_bytes_other_seed_other_county() -> None:
    first, again, other = make_county(300, 1), make_county(300, 1), make_county(300, 2)
    for name, layer in first.layers().items():
        twin = again.layers()[name]
        assert shapely.to_wkb(layer.geometry).tolist() == shapely.to_wkb(twin.geometry).tolist()
        assert all((layer.columns[key] == twin.columns[key]).all() for key in layer.columns)
    assert shapely.to_wkb(first.DLTB.geometry).tolist() != shapely.to_wkb(other.DLTB.geometry).tolist()
