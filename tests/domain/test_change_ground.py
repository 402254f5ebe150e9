# SPDX-License-Identifier: GPL-2.0-or-later
"""The ground of two dates against a brute force over all pairs, and stories of its edges."""

from __future__ import annotations

import math
from collections import defaultdict

import numpy as np
import pytest
import shapely
import shapely.affinity
from change_cases import PLANAR, land, objects, stocks, table_of, units
from dualcarbon.plugin.domain.change import changed_ground, split_dates, transitions_in_units
from dualcarbon.plugin.domain.change.spikes import without_spikes
from dualcarbon.plugin.domain.notes import NoteBook
from hypothesis import given, settings
from hypothesis import strategies as st

X, Y = 500_000.0, 3_300_000.0
HA = 10_000.0
PADDY, DRY, FOREST, TOWN = "paddy", "rainfed_cropland", "mixed_forest", "residential"


def box(x, y, width, height):
    """A rectangle in tens of metres from the corner of the site."""
    return shapely.box(X + 10 * x, Y + 10 * y, X + 10 * (x + width), Y + 10 * (y + height))


def split(before, after, of=None):
    notes = NoteBook()
    pieces = split_dates(before, after, PLANAR, notes)
    found, left_out_ha = transitions_in_units(pieces, before, after, of, PLANAR, notes)
    return pieces, found, left_out_ha, notes


# Brute force ---------------------------------------------------------------------------------


def without_overlaps(parcels):
    """Each parcel without the ground of those before it: ids of ``land`` rise with the rows."""
    kept, taken = [], shapely.Polygon()
    for shape, name in parcels:
        kept.append((shape.difference(taken), name))
        taken = taken.union(shape)
    return kept, taken


def expected(before, after, boxes):
    """Hectares by unit and classes, every pair of parcels intersected; None = no class there."""
    first, ground = without_overlaps(before)
    second, later = without_overlaps(after)
    first.append((later.difference(ground), None))
    second.append((ground.difference(later), None))
    areas = defaultdict(list)
    for unit, where in boxes:
        for one, from_class in first:
            for other, to_class in second:
                area = one.intersection(other).intersection(where).area
                if area > 0 and (from_class, to_class) != (None, None):
                    areas[unit, from_class, to_class].append(area / HA)
    return {key: math.fsum(values) for key, values in areas.items()}


rectangles = st.builds(box, st.integers(0, 8), st.integers(0, 8), st.integers(1, 5), st.integers(1, 5))
layers = st.lists(st.tuples(rectangles, st.sampled_from([PADDY, FOREST, TOWN, None])), min_size=1, max_size=7)


@settings(max_examples=60)
@given(layers, layers, st.lists(rectangles, min_size=1, max_size=3), st.booleans())
def test_transitions_agree_with_all_pairs(before, after, where, at_an_angle):
    """Overlaps, gaps, ground of one date, codes left out and units that overlap, all at random.

    Turned by an angle all areas stay the same, but no coordinate is round any more.
    """
    boxes = [(f"u{n}", shape) for n, shape in enumerate(where)]
    wanted = expected(before, after, boxes)
    union = expected(before, after, [("*", shapely.union_all(where))])
    if at_an_angle:
        before, after = ([(turned(shape), name) for shape, name in of] for of in (before, after))
        boxes = [(name, turned(shape)) for name, shape in boxes]
    _, found, _, _ = split(land(before), land(after), units(*boxes))
    got = table_of(found, [name for name, _ in boxes])
    assert {key for key, area in got.items() if area > 1e-9} == {
        key for key, area in wanted.items() if area > 1e-9
    }
    for key, area in wanted.items():
        assert got.get(key, 0.0) == pytest.approx(area, abs=1e-9), key
    if found.whole is not None:
        cells = found.whole.itertuples()
        whole = {f"{row.from_class} → {row.to_class}": row.area_ha for row in cells}
        for (_, *classes), area in union.items():
            assert whole.get(" → ".join(map(str, classes)), 0.0) == pytest.approx(area, abs=1e-9)


def with_an_order(rows):
    return st.tuples(st.just(rows), st.permutations(range(len(rows))))


@settings(max_examples=30)
@given(layers.flatmap(with_an_order), layers.flatmap(with_an_order))
def test_no_digit_depends_on_the_order_of_the_features(before, after):
    """The same parcels with the same ids, shuffled; at an angle, so that areas are no round figures."""
    of = units(("u", turned(box(1, 1, 9, 9))))

    def layer(rows, order):
        ids = [f"p{row}" for row in order]
        return land([(turned(rows[row][0]), rows[row][1]) for row in order], ids=ids)

    in_order = split(layer(before[0], sorted(before[1])), layer(after[0], sorted(after[1])), of)
    shuffled = split(layer(*before), layer(*after), of)
    assert table_of(in_order[1]) == table_of(shuffled[1])
    assert in_order[2] == shuffled[2]


def turned(shape):
    return shapely.affinity.rotate(shape, 17.0, origin=(X, Y))


# Stories -------------------------------------------------------------------------------------


def test_parcels_that_stay_as_they_are_need_no_overlay():
    """Three of four parcels have the same shape; the first ring may start elsewhere."""
    same = [(box(0, 0, 4, 4), PADDY), (box(4, 0, 4, 4), FOREST), (box(8, 0, 4, 4), TOWN)]
    rolled = shapely.Polygon(np.roll(shapely.get_coordinates(box(8, 0, 4, 4))[:-1], 2, axis=0))
    before = land([*same, (box(0, 4, 4, 4), FOREST)])
    after = land([*same[:2], (rolled, TOWN), (box(0, 4, 2, 4), FOREST), (box(2, 4, 2, 4), TOWN)])
    pieces, found, _, notes = split(before, after)
    assert pieces.alike == 3
    assert table_of(found) == pytest.approx(
        {
            (0, PADDY, PADDY): 0.16,
            (0, FOREST, FOREST): 0.16 + 0.08,
            (0, TOWN, TOWN): 0.16,
            (0, FOREST, TOWN): 0.08,
        }
    )
    assert len(notes) == 0


def test_ground_of_one_date_is_told_with_its_parcels():
    """2 columns of 0.1 ha are gone, 3 are new."""
    before, after = land([(box(0, 0, 10, 10), PADDY)], "old"), land([(box(2, 0, 11, 10), TOWN)], "new")
    _, found, _, notes = split(before, after)
    assert table_of(found) == pytest.approx(
        {(0, PADDY, TOWN): 0.8, (0, PADDY, None): 0.2, (0, None, TOWN): 0.3}
    )
    assert found.units.to_dict("records") == [{"unit": 0, "area_ha": pytest.approx(1.3), "covered_ha": 0.8}]
    told = {note.values["layer"]: note for note in notes.of_kind("beyond_other_date")}
    assert (told["old"].area_ha, told["new"].area_ha) == pytest.approx((0.2, 0.3))
    assert told["new"].ids == ("p000",)


def test_ground_that_a_layer_claims_twice_counts_once_for_the_first_id():
    before = land([(box(0, 0, 10, 10), PADDY), (box(6, 0, 10, 10), FOREST)], ids=["b", "a"])
    after = land([(box(0, 0, 16, 10), TOWN)])
    _, found, _, notes = split(before, after)
    assert table_of(found) == pytest.approx({(0, PADDY, TOWN): 0.6, (0, FOREST, TOWN): 1.0})
    (note,) = notes.of_kind("counted_once")
    assert (note.area_ha, note.ids) == (pytest.approx(0.4), ("b",))


def test_a_code_left_out_is_ground_without_a_class():
    before = land([(box(0, 0, 10, 10), PADDY), (box(10, 0, 10, 10), None), (box(20, 0, 5, 10), None)])
    after = land([(box(0, 0, 10, 10), None), (box(10, 0, 10, 10), FOREST), (box(20, 0, 5, 10), None)])
    _, found, left_out_ha, _ = split(before, after, units(("u", box(0, 0, 25, 10))))
    assert table_of(found) == pytest.approx({(0, PADDY, None): 1.0, (0, None, FOREST): 1.0})
    assert left_out_ha == pytest.approx(2.5)
    assert found.units["covered_ha"].tolist() == pytest.approx([0.0])


def test_parts_share_the_survey_area_of_the_first_date_to_the_last_digit():
    """The survey says 1.2 ha where 1 ha is measured; ground that is new is measured."""
    before = land([(box(0, 0, 10, 10), PADDY)], area_m2=[12_000.0])
    after = land([(box(0, 0, 3, 10), TOWN), (box(3, 0, 9, 10), PADDY)], area_m2=[2_000.0, 9_000.0])
    for of in (None, units(("u", box(0, 0, 12, 10)))):
        _, found, _, _ = split(before, after, of)
        table = table_of(found)
        assert table[0, PADDY, TOWN] == pytest.approx(1.2 * 0.3)
        assert table[0, PADDY, TOWN] + table[0, PADDY, PADDY] == pytest.approx(1.2, abs=1e-12)
        assert table[0, None, PADDY] == pytest.approx(0.2)


@pytest.mark.parametrize("of", [None, units(("u", box(0, 0, 30, 10)))], ids=["all ground", "units"])
def test_field_ridges_change_with_the_land_that_they_lie_in(of):
    """1 ha each: 10 % ridges stay; 10 % become 4 %; 10 % are built over with their paddy."""
    shapes = [box(0, 0, 10, 10), box(10, 0, 10, 10), box(20, 0, 10, 10)]
    before = land([(shape, PADDY) for shape in shapes], ridges=[0.1, 0.1, 0.1])
    after = land([(shapes[0], PADDY), (shapes[1], PADDY), (shapes[2], TOWN)], ridges=[0.1, 0.04, 0.0])
    _, found, _, _ = split(before, after, of)
    assert table_of(found) == pytest.approx(
        {
            (0, PADDY, PADDY): 0.9 + 0.9,
            (0, DRY, DRY): 0.1 + 0.04,
            (0, DRY, PADDY): 0.06,
            (0, PADDY, TOWN): 0.9,
            (0, DRY, TOWN): 0.1,
        }
    )


FACTORS = stocks({PADDY: {"agb": 4}, DRY: {"agb": 2}, FOREST: {"agb": 60}, TOWN: {"agb": 1}})


def changed(before, after, of=None, factors=FACTORS):
    pieces, _, _, notes = split(before, after, of)
    return changed_ground(pieces, before, after, of, factors, PLANAR, notes), notes


def test_the_map_has_the_changed_ground_of_each_pair_of_parcels_in_one_piece():
    """A road of 10 m cuts 1 ha of forest in two halves of field."""
    before = land([(box(0, 0, 10, 10), FOREST)], ids=["wood"])
    halves = shapely.union(box(0, 0, 5, 10), box(6, 0, 4, 10))
    after = land([(halves, PADDY), (box(5, 0, 1, 10), TOWN)], ids=["field", "road"])
    found, _ = changed(before, after)
    rows = found.table.set_index("id_after")
    assert rows["id_before"].tolist() == ["wood", "wood"]
    assert rows["change_tc_ha"].to_dict() == {"field": -56, "road": -59}
    assert rows["change_tc"].to_dict() == pytest.approx({"field": -56 * 0.9, "road": -59 * 0.1})
    areas = dict(zip(found.table["id_after"], shapely.area(found.geometry)))
    assert areas == pytest.approx({"field": 9_000, "road": 1_000})
    assert shapely.get_num_geometries(found.geometry).sum() == 3


def test_the_map_ends_at_the_units_and_counts_overlapping_ones_once():
    before, after = land([(box(0, 0, 10, 10), FOREST)]), land([(box(0, 0, 10, 10), TOWN)])
    of = units(("a", box(2, 0, 4, 10)), ("b", box(4, 0, 4, 10)))
    found, _ = changed(before, after, of)
    assert found.table["area_ha"].tolist() == pytest.approx([0.6])
    assert shapely.bounds(found.geometry[0]).tolist() == [X + 20, Y, X + 80, Y + 100]


def test_slivers_count_in_the_transitions_but_are_no_change_of_the_map():
    """A border redrawn 5 cm aside over 100 m is 5 m² of noise; a notch of 4 m² is none."""
    line, notch = X + 50 + 0.05, shapely.box(X + 50, Y + 40, X + 52, Y + 42)
    west, east = shapely.box(X, Y, line, Y + 100), shapely.box(line, Y, X + 100, Y + 100)
    before = land([(box(0, 0, 5, 10), PADDY), (box(5, 0, 5, 10), FOREST)], ids=["w", "e"])
    found, notes = changed(before, land([(west, PADDY), (east, FOREST)]))
    assert len(found.table) == 0
    (note,) = notes.of_kind("change_noise")
    assert (note.count, note.area_ha, note.ids) == (1, pytest.approx(5e-4), ("e",))
    notched = land([(west.union(notch), PADDY), (east.difference(notch), FOREST)])
    found, notes = changed(before, notched)
    assert found.table["area_ha"].tolist() == pytest.approx([(5 + 2 * 1.95) / HA])
    assert not notes.of_kind("change_noise")


def test_ridges_weigh_in_the_map_as_in_the_transitions():
    """Nine tenths from 4 to 1, one tenth from 2 to 1 t C/ha."""
    before = land([(box(0, 0, 10, 10), PADDY)], ridges=[0.1])
    found, _ = changed(before, land([(box(0, 0, 10, 10), TOWN)]))
    assert found.table["change_tc_ha"].tolist() == pytest.approx([-(0.9 * 3 + 0.1 * 1)])


def test_land_outside_the_units_is_noted_once_for_each_feature():
    """One parcel is cut in three by the second date; all of it lies outside the unit."""
    before = land([(box(0, 0, 3, 10), FOREST), (box(10, 0, 5, 10), PADDY)], ids=["out", "in"])
    after = land([*((box(n, 0, 1, 10), TOWN) for n in range(3)), (box(10, 0, 5, 10), PADDY)])
    _, found, _, notes = split(before, after, units(("u", box(10, 0, 5, 10))))
    assert table_of(found) == pytest.approx({(0, PADDY, PADDY): 0.5})
    (note,) = notes.of_kind("outside_units")
    assert (note.count, note.ids, note.area_ha) == (1, ("out",), pytest.approx(0.3))


def test_a_spike_of_rounding_is_taken_off_what_was_cut_and_off_nothing_else():
    """A tongue 100 m long and a millionth of a millimetre wide: GEOS stumbles over such polygons."""
    plain, tongue = box(0, 0, 10, 10), [(X + 200, Y + 50), (X + 100, Y + 50 + 1e-9)]
    corners = [(X, Y), (X + 100, Y), (X + 100, Y + 50), *tongue, (X + 100, Y + 100), (X, Y + 100)]
    spiked = shapely.Polygon(corners)
    clean = without_spikes(objects([spiked, spiked, plain]), objects([plain, spiked, plain]))
    assert shapely.bounds(clean[0]).tolist() == [X, Y, X + 100, Y + 100]
    assert shapely.area(clean[0]) == pytest.approx(10_000, abs=1e-4)
    assert shapely.minimum_clearance(clean[0]) > 1e-6
    assert clean[1] is spiked
    assert clean[2] is plain
