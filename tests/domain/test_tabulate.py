# SPDX-License-Identifier: GPL-2.0-or-later
"""The area table: shares, ridges, overlaps, gaps and the check that nothing was lost."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest
import shapely
from dualcarbon.plugin.domain import tabulate as module
from dualcarbon.plugin.domain.areas import work_plane
from dualcarbon.plugin.domain.coverage import check_coverage
from dualcarbon.plugin.domain.errors import ConservationError, InputError
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.tabulate import LandParcels, tabulate
from hypothesis import given, settings
from hypothesis import strategies as st

pyproj = pytest.importorskip("pyproj")

# Kilometre squares near 114°E in EPSG:4547 (CGCS2000, 3-degree zone).
X, Y = 500_000.0, 3_300_000.0
PLANE = work_plane(pyproj.CRS.from_epsg(4547).to_wkt(), (X, Y, X + 10_000, Y + 10_000))


def array(*values):
    result = np.empty(len(values), dtype=object)
    result[:] = values
    return result


def box(x_min, y_min, x_max, y_max):
    return shapely.box(X + x_min, Y + y_min, X + x_max, Y + y_max)


def land(geoms, classes, *, area_m2=None, rule="planar", **more):
    measured = PLANE.measure(geoms, rule)
    area = measured if area_m2 is None else np.array(area_m2, dtype=float)
    ids = array(*[f"p{number}" for number in range(len(geoms))])
    return LandParcels(geoms, array(*classes), ids, area, measured, **more)


def table(parcels, units, rule="planar", **options):
    notes = NoteBook()
    names = array(*[f"town {number}" for number in range(len(units))])
    return tabulate(parcels, units, names, PLANE, rule, notes=notes, **options), notes


def cells(result):
    return {(int(row.unit), row.carbon_class): row.area_ha for row in result.cells.itertuples()}


def test_two_half_units_give_exactly_the_parcel():
    parcels = land(array(box(0, 0, 200, 100)), ["forest"], area_m2=[20_013.37], rule="ellipsoidal")
    units = array(box(-50, -50, 100, 150), box(100, -50, 300, 150))
    result, _ = table(parcels, units, "attribute")
    found = cells(result)
    assert sum(found.values()) == pytest.approx(2.001337, abs=1e-12)
    assert found[0, "forest"] == pytest.approx(found[1, "forest"], rel=1e-7)


def test_attribute_shares_follow_the_measured_parts():
    parcels = land(
        array(box(0, 0, 100, 100), box(100, 0, 200, 100)),
        ["a", "b"],
        area_m2=[9_000.0, 11_000.0],
        rule="ellipsoidal",
    )
    units = array(box(0, 0, 25, 100), box(25, 0, 200, 100))
    result, _ = table(parcels, units, "attribute")
    assert cells(result) == {
        (0, "a"): pytest.approx(0.225, rel=1e-6),
        (1, "a"): pytest.approx(0.675, rel=1e-6),
        (1, "b"): pytest.approx(1.1, rel=1e-12),
    }


def test_attribute_totals_equal_the_survey_for_many_cuts():
    rng = np.random.default_rng(5)
    parcels = array(*[box(x, y, x + 70, y + 70) for x in range(0, 1400, 70) for y in range(0, 1400, 70)])
    survey = rng.uniform(4_800, 5_000, len(parcels)).round(2)
    blades = [(0, 33), (33, 431), (431, 900), (900, 1400)]
    units = array(*[box(west, 0, east, 1400) for west, east in blades])
    result, _ = table(
        land(parcels, ["a"] * len(parcels), area_m2=survey, rule="ellipsoidal"), units, "attribute"
    )
    assert result.cells["area_ha"].sum() * 1e4 == pytest.approx(survey.sum(), abs=0.01)
    assert result.outside_ha == pytest.approx(0.0, abs=1e-9)


def test_ridges_and_excluded_parcels_have_their_own_place():
    parcels = land(
        array(box(0, 0, 100, 100), box(100, 0, 200, 100)),
        ["cropland", None],
        area_m2=[10_000.0, 10_000.0],
        ridge_m2=np.array([500.0, 0.0]),
        ridge_class="ridge",
    )
    units = array(box(0, 0, 40, 100), box(40, 0, 200, 100))
    result, _ = table(parcels, units, "attribute")
    assert cells(result) == {
        (0, "cropland"): pytest.approx(0.38),
        (0, "ridge"): pytest.approx(0.02),
        (1, "cropland"): pytest.approx(0.57),
        (1, "ridge"): pytest.approx(0.03),
    }
    assert result.units["excluded_ha"].tolist() == pytest.approx([0.0, 1.0])
    assert result.units["uncovered_ha"].tolist() == pytest.approx([0.0, 0.0])


def test_overlapping_land_use_is_counted_twice_and_said_so():
    parcels = land(array(box(0, 0, 100, 100), box(50, 0, 150, 100), box(50, 0, 100, 100)), ["a", "b", "c"])
    result, notes = table(parcels, array(box(0, 0, 150, 100)))
    assert cells(result) == {(0, "a"): 1.0, (0, "b"): 1.0, (0, "c"): 0.5}
    # The middle half hectare lies under three parcels: counted twice too often.
    assert result.units["twice_ha"].tolist() == pytest.approx([1.0])
    assert result.units["covered_ha"].tolist() == pytest.approx([1.5])
    (note,) = notes.of_kind("overlapping_land_use")
    assert (note.count, note.ids, note.area_ha) == (3, ("p0", "p1", "p2"), pytest.approx(1.0))


def test_sliver_overlaps_are_noise_and_still_said():
    parcels = land(array(box(0, 0, 100.005, 100), box(100, 0, 200, 100)), ["a", "b"])
    result, notes = table(parcels, array(box(0, 0, 200, 100)))
    assert result.units["twice_ha"].tolist() == pytest.approx([0.00005], rel=1e-4)
    (note,) = notes.of_kind("overlapping_land_use")
    assert (note.count, note.warning) == (1, False)


def test_gaps_and_land_outside_are_stated():
    geoms = array(
        box(0, 0, 100, 100), box(150, 0, 250, 100), box(900, 0, 1000, 100), box(200, 0, 200.005, 100)
    )
    result, notes = table(land(geoms, ["a", "a", "b", "a"]), array(box(0, 0, 200, 100)))
    assert result.units["uncovered_ha"].tolist() == pytest.approx([0.5])
    assert result.outside_ha == pytest.approx(0.5 + 1.0 + 0.00005)
    (outside,) = notes.of_kind("outside_units")
    assert (outside.ids, outside.area_ha) == (("p1", "p2"), pytest.approx(1.5))
    assert outside.values["noise_m2"] == pytest.approx(0.5, abs=1e-6)
    (bare,) = notes.of_kind("uncovered_units")
    assert (bare.ids, bare.area_ha) == (("town 0",), pytest.approx(0.5))


def test_overlapping_units_get_their_parts_each():
    parcels = land(array(box(0, 0, 300, 100)), ["a"])
    result, notes = table(parcels, array(box(0, 0, 200, 100), box(100, 0, 250, 100)))
    assert cells(result) == {(0, "a"): pytest.approx(2.0), (1, "a"): pytest.approx(1.5)}
    assert result.outside_ha == pytest.approx(0.5)
    (note,) = notes.of_kind("overlapping_units")
    assert (note.ids, note.area_ha) == (("town 0", "town 1"), pytest.approx(1.0))


def test_two_stacked_coverages_are_found_though_all_their_edges_match():
    tiles = [box(x, y, x + 50, y + 50) for x in range(0, 3000, 50) for y in range(0, 3000, 50)]
    upper = [box(x, y, x + 50, y + 50) for x in range(500, 2500, 50) for y in range(500, 2500, 50)]
    found = check_coverage(array(*tiles, *upper), array(box(0, 0, 3000, 3000)), measure=shapely.area)
    assert found.twice_m2.tolist() == pytest.approx([2000.0**2])
    assert found.uncovered_m2.tolist() == pytest.approx([0.0], abs=1e-6)
    assert len(found.first) == len(upper)


def test_unmatched_vertices_are_neither_gap_nor_overlap():
    rng = np.random.default_rng(9)
    rows = []
    for y in range(0, 2000, 50):
        cuts = np.concatenate(([0.0], np.sort(rng.uniform(1, 1999, 30)), [2000.0]))
        rows += [box(a, y, b, y + 50) for a, b in zip(cuts[:-1], cuts[1:])]
    turned = shapely.transform(array(*rows), lambda xy: (xy - [X, Y]) @ [[0.8, 0.6], [-0.6, 0.8]] + [X, Y])
    whole = shapely.transform(
        box(0, 0, 2000, 2000), lambda xy: (xy - [X, Y]) @ [[0.8, 0.6], [-0.6, 0.8]] + [X, Y]
    )
    found = check_coverage(turned, array(whole), measure=shapely.area)
    assert found.twice_m2[0] == pytest.approx(0.0, abs=0.01)
    assert found.uncovered_m2[0] == pytest.approx(0.0, abs=0.01)
    assert len(found.first) == 0


@st.composite
def blocks(draw):
    x, y = draw(st.integers(0, 14)), draw(st.integers(0, 14))
    base = box(x, y, x + draw(st.integers(1, 8)), y + draw(st.integers(1, 8)))
    disc = shapely.Point(X + x, Y + y).buffer(draw(st.floats(0.5, 5.0)), quad_segs=8)
    return draw(st.sampled_from([base, disc, base.difference(disc), base.union(disc)]))


@settings(max_examples=30)
@given(parcels=st.lists(blocks(), max_size=9), units=st.lists(blocks(), min_size=1, max_size=3))
def test_coverage_equals_the_union_of_all(parcels, units):
    filled = array(*[geom if not geom.is_empty else None for geom in parcels])
    towns = array(*[geom if not geom.is_empty else None for geom in units])
    found = check_coverage(filled, towns, measure=shapely.area)
    union = shapely.union_all(filled)
    for number, town in enumerate(towns):
        if town is None:
            continue
        covered = shapely.area(shapely.intersection(union, town))
        total = np.nansum(shapely.area(shapely.intersection(filled, town)))
        assert found.uncovered_m2[number] == pytest.approx(town.area - covered, abs=0.005)
        assert found.twice_m2[number] == pytest.approx(total - covered, abs=0.005)


def test_lost_part_stops_the_run(monkeypatch):
    parcels = land(array(*[box(x, 0, x + 100, 100) for x in range(0, 1000, 100)]), ["a"] * 10)

    def forgetful(left, right, **options):
        found = real(left, right, **options)
        kept = found.left != 4
        return dataclasses.replace(
            found,
            **{
                name: getattr(found, name)[kept]
                for name in ("left", "right", "geometry", "area_m2", "covered")
            },
        )

    real = module.overlay
    monkeypatch.setattr(module, "overlay", forgetful)
    with pytest.raises(ConservationError, match=r"unit town 0 .* 10000\.0000 m²"):
        table(parcels, array(box(0, 0, 1000, 100)))


def test_missing_area_names_the_parcel():
    parcels = land(array(box(0, 0, 1, 1), box(1, 0, 2, 1)), ["a", "a"], area_m2=[1.0, np.nan])
    with pytest.raises(InputError, match="first is p1"):
        table(parcels, array(box(0, 0, 2, 1)), "attribute")


def test_null_geometries_and_units_without_land_use():
    parcels = land(array(box(0, 0, 100, 100), None), ["a", "b"])
    result, _ = table(parcels, array(box(0, 0, 100, 100), box(500, 0, 600, 100)))
    assert cells(result) == {(0, "a"): 1.0}
    assert result.units["uncovered_ha"].tolist() == pytest.approx([0.0, 1.0])


def test_order_and_threads_do_not_change_the_last_digit():
    rng = np.random.default_rng(3)
    geoms = array(
        *[shapely.Point(X + x, Y + y).buffer(rng.uniform(10, 40)) for x, y in rng.uniform(0, 1500, (900, 2))]
    )
    classes = rng.choice(["a", "b", "c"], len(geoms))
    units = array(box(0, 0, 700, 1500), box(700, 0, 1500, 800), box(600, 700, 1500, 1500))
    base, _ = table(land(geoms, classes, rule="ellipsoidal"), units, "ellipsoidal", threads=1)
    order = rng.permutation(len(geoms))
    other, _ = table(land(geoms[order], classes[order], rule="ellipsoidal"), units, "ellipsoidal", threads=3)
    assert other.cells.equals(base.cells)
    assert other.units.equals(base.units)
    assert other.outside_ha == base.outside_ha
