# SPDX-License-Identifier: GPL-2.0-or-later
"""Two drafts compared: changed ground cell by cell, carbon by hand, findings that go on."""

from __future__ import annotations

import itertools
import math
from collections import Counter
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
import shapely
from dualcarbon.plugin.domain.compare_drafts import (
    compare_findings,
    compare_ground,
    merge_notes,
    note_changes,
    note_recut,
    note_twice,
)
from dualcarbon.plugin.domain.compare_drafts.changes import KINDS
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.plancheck.cells import Splitter
from dualcarbon.plugin.domain.progress import silent
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from plan_cases import PLANE, SETTINGS, array, box, check, factor_set, line_of, plan_of

SPLITTER = Splitter(PLANE, "planar", 2)
#: t C/ha of soil and t CO2e/(ha·a) of growth: value, low, high.
FACTORS = factor_set(
    forest={"soc": (120, 90, 160), "growth": (3, 2, 5)},
    residential={"soc": (60, 50, 75), "growth": (0.4, 0.2, 0.6)},
)
CLASSES = {"0301": "forest", "0703": "residential", "1001": "road", None: None}


def draft(*parcels, layer="draft", **changes):
    classes = array(CLASSES[code] for _, code, _ in parcels)
    return plan_of(*parcels, carbon_class=classes, layer=layer, **changes)


def compare(a, b, **changes):
    return compare_ground(a, b, replace(SETTINGS, **changes), SPLITTER, FACTORS, silent)


def rows_of(result):
    table = result.table
    columns = [table[name] for name in ("kind", "id_a", "id_b", "from_code", "to_code", "area_ha")]
    return [(*row[:5], round(row[5], 9)) for row in zip(*columns)]


class TestGround:
    def test_a_hectare_that_turns_from_forest_to_homestead(self):
        """The eastern half of 2 ha changes; a strip of A is gone and one of B is new."""
        a = draft(("p", "0301", box(0, 0, 200, 100)), ("q", "0703", box(0, 100, 50, 10)))
        b = draft(
            ("p", "0301", box(0, 0, 100, 100)),
            ("n", "0703", box(100, 0, 100, 100)),
            ("s", "1001", box(0, -20, 50, 20)),
        )
        result = compare(a, b)
        assert rows_of(result) == [
            ("changed", "p", "n", "0301", "0703", 1.0),
            ("only_a", "q", None, "0703", None, 0.05),
            ("only_b", None, "s", None, "1001", 0.1),
        ]
        assert result.totals["unchanged_ha"] == pytest.approx(1.0)
        assert (result.totals["area_a_ha"], result.totals["area_b_ha"]) == pytest.approx((2.05, 2.1))

    def test_the_carbon_of_the_change_by_hand(self):
        """1 ha from forest to residential: (120 − 60) · 44/12 = 220 t CO2; 20 a · 2.6 t = 52 t."""
        a, b = (draft(("p", code, box(0, 0, 100, 100))) for code in ("0301", "0703"))
        there, back = compare(a, b).totals, compare(b, a).totals
        assert there["stock_loss_tco2"] == pytest.approx(220.0)
        assert there["removal_forgone_tco2e_a"] == pytest.approx(2.6)
        assert there["carbon_tco2e"] == pytest.approx(272.0)
        assert back["carbon_tco2e"] == pytest.approx(-272.0)
        assert back["carbon_tco2e_low"] == pytest.approx(-there["carbon_tco2e_high"])
        # Independent bounds add in squares, upwards: forest +40 and 20 · 2, residential −10 and 20 · −0.2.
        up = math.hypot(40 * 44 / 12, 10 * 44 / 12, 20 * 2.0, 20 * 0.2)
        assert there["carbon_tco2e_high"] == pytest.approx(272.0 + up)

    def test_the_same_draft_changes_nothing_and_costs_nothing(self):
        a = draft(("p", "0301", box(0, 0, 200, 100)), ("q", "0703", box(0, 100, 50, 10)))
        result = compare(a, replace(a, ids=a.ids[::-1]))
        assert len(result.table) == 0
        assert result.totals["carbon_tco2e"] == 0.0
        assert result.totals["unchanged_ha"] == pytest.approx(2.05)

    def test_ground_without_a_code_is_not_comparable_and_slivers_are_noise(self):
        a = draft(("p", "0301", box(0, 0, 100, 100)), ("q", None, box(100, 0, 100, 100)))
        b = draft(("p", "0703", box(0, 0, 100.005, 100)), ("q", "0703", box(100.005, 0, 99.995, 100)))
        result = compare(a, b)
        assert [row[0] for row in rows_of(result)] == ["changed", "noise", "not_comparable"]
        notes = NoteBook()
        note_changes(result, FACTORS, notes)
        assert [note.kind for note in notes] == ["not_comparable", "noise_of_drafts"]
        assert notes.of_kind("not_comparable")[0].ids == ("q",)

    def test_a_notch_on_a_long_misfit_is_a_change(self):
        """12 km of misfit by a millimetre, with a notch of 30 m × 20 m."""
        notch = shapely.union(box(0, 0, 12_000, 0.001), box(500, 0, 30, 20))
        field = box(0, 0, 12_000, 100)
        a = draft(("p", "0301", field))
        b = draft(("p", "0301", shapely.difference(field, notch)), ("n", "0703", notch))
        assert [row[0] for row in rows_of(compare(a, b))] == ["changed"]

    def test_what_has_no_factor_is_listed_and_is_not_nothing(self):
        a, b = (draft(("p", code, box(0, 0, 100, 100))) for code in ("0301", "1001"))
        result = compare(a, b)
        assert math.isnan(result.totals["carbon_tco2e"])
        notes = NoteBook()
        note_changes(result, FACTORS, notes)
        assert "forest → road" in str(notes.of_kind("change_without_carbon")[0])

    def test_overlapping_drafts_say_how_much_is_met_twice(self):
        a = draft(("p", "0301", box(0, 0, 100, 100)))
        b = draft(("p", "0301", box(0, 0, 100, 100)), ("q", "0703", box(50, 0, 50, 100)))
        result = compare(a, b)
        assert rows_of(result) == [("changed", "p", "q", "0301", "0703", 0.5)]
        assert result.totals["twice_a_ha"] == pytest.approx(0.5)
        notes = NoteBook()
        note_twice(result, notes)
        assert "0.5000 ha of draft A" in str(notes.of_kind("drafts_overlap")[0])

    def test_attribute_areas_count_by_the_rule_and_shares_by_measure(self):
        a = draft(("p", "0301", box(0, 0, 200, 100)), area_m2=np.array([30_000.0]))
        b = draft(("p", "0301", box(0, 0, 150, 100)), ("n", "0703", box(150, 0, 50, 100)))
        assert rows_of(compare(a, b)) == [("changed", "p", "n", "0301", "0703", 0.75)]


SIDE = 6
CELL = st.integers(-1, 3)
CODES = ["0301", "0703", "1001", None]
GRID = st.tuples(
    st.lists(CELL, min_size=SIDE * SIDE, max_size=SIDE * SIDE).filter(lambda cells: set(cells) != {-1}),
    st.lists(st.sampled_from(CODES), min_size=4, max_size=4),
)


def drawn(grid):
    """A draft whose parcels are unions of 10 m cells; −1 is ground that it does not plan."""
    cells, codes = grid
    parcels = []
    for number in range(4):
        own = [box(10 * (n % SIDE), 10 * (n // SIDE), 10, 10) for n, c in enumerate(cells) if c == number]
        if own:
            parcels.append((f"p{number}", codes[number], shapely.union_all(own)))
    return draft(*parcels)


def cell_kind(one, other):
    (in_a, code_a), (in_b, code_b) = one, other
    if not (in_a and in_b):
        return "only_a" if in_a else "only_b"
    if code_a is None or code_b is None:
        return "not_comparable"
    return "unchanged" if code_a == code_b else "changed"


@settings(max_examples=60)
@given(first=GRID, second=GRID)
def test_random_drafts_change_what_a_grid_of_cells_says(first, second):
    expected = Counter()
    for cell_a, cell_b in zip(first[0], second[0]):
        one, other = ((c >= 0, codes[c]) for c, (_, codes) in ((cell_a, first), (cell_b, second)))
        if one[0] or other[0]:
            key = tuple(code if there else None for there, code in (one, other))
            expected[(cell_kind(one, other), *key)] += 0.01
    result = compare(drawn(first), drawn(second))
    found = Counter()
    for kind, _, _, before, after, area_ha in rows_of(result):
        found[kind, before, after] += area_ha
    listed = {key: area for key, area in expected.items() if key[0] != "unchanged"}
    assert dict(found) == pytest.approx(listed, abs=1e-9)
    totals = result.totals
    for kind in KINDS:
        assert totals[f"{kind}_ha"] == pytest.approx(
            sum(area for key, area in expected.items() if key[0] == kind), abs=1e-9
        )
    both = totals["changed_ha"] + totals["unchanged_ha"] + totals["not_comparable_ha"]
    assert both + totals["only_a_ha"] == pytest.approx(totals["area_a_ha"], abs=1e-9)
    assert both + totals["only_b_ha"] == pytest.approx(totals["area_b_ha"], abs=1e-9)
    assert totals["twice_a_ha"] == totals["twice_b_ha"] == 0.0


FARMLAND = line_of("pbf", ("L", box(-10, -10, 500, 60)))


def found_in(*parcels, lines=(FARMLAND,)):
    return check(plan_of(*parcels), *lines).findings


def changes_of(a, b):
    table = compare_findings(a, b, silent).table
    table = table[table["rule_id"] == "PBF-01"]
    return sorted(zip(table["change"], table["plan_id"], table["kept_share"].round(6)))


class TestFindings:
    def test_by_key(self):
        a = found_in(("p", "0703", box(0, 0, 100, 100)), ("q", "0703", box(100, 0, 100, 100)))
        b = found_in(("p", "0703", box(0, 0, 100, 100)), ("r", "0703", box(300, 0, 100, 100)))
        assert changes_of(a, b) == [("appeared", "r", 0.0), ("stayed", "p", 1.0), ("vanished", "q", 0.0)]

    def test_a_parcel_cut_in_two_has_findings_that_stay(self):
        a = found_in(("p", "0703", box(0, 0, 100, 100)))
        b = found_in(("p", "0703", box(0, 0, 40, 100)), ("p2", "0703", box(40, 0, 60, 100)))
        assert changes_of(a, b) == [("stayed", "p", 1.0), ("stayed", "p2", 1.0)]

    def test_parcels_joined_go_on_in_one_finding_and_are_noted(self):
        a = found_in(("p", "0703", box(0, 0, 40, 100)), ("p2", "0703", box(40, 0, 60, 100)))
        b = found_in(("new", "0703", box(0, 0, 100, 100)))
        assert changes_of(a, b) == [("stayed", "new", 1.0)]
        notes = NoteBook()
        note_recut(compare_findings(a, b, silent), notes)
        assert notes.of_kind("recut_findings")[0].count == 4

    def test_the_share_tells_how_much_of_a_grown_finding_is_old(self):
        a = found_in(("p", "0703", box(0, 0, 100, 100)))
        b = found_in(("p", "0703", box(0, 0, 400, 100)))
        assert changes_of(a, b) == [("stayed", "p", 0.25)]

    def test_another_line_feature_or_less_than_half_the_ground_is_another_finding(self):
        a = found_in(("p", "0703", box(0, 0, 100, 100)))
        other = line_of("pbf", ("M", box(-10, -10, 500, 60)))
        b = found_in(("q", "0703", box(0, 0, 100, 100)), lines=[other])
        assert [row[0] for row in changes_of(a, b)] == ["appeared", "vanished"]
        b = found_in(("q", "0703", box(51, 0, 100, 100)))
        assert [row[0] for row in changes_of(a, b)] == ["appeared", "vanished"]

    def test_noise_is_no_finding(self):
        a = found_in(("p", "0703", box(0, 0, 100, 100)))
        b = found_in(("p", "0703", box(0, 49.995, 100, 100)))
        assert set(b["severity"]) == {"noise"}
        assert changes_of(a, b) == [("vanished", "p", 0.0)]


def cells_of(findings):
    """Unit cells (10 m) of each finding, by their midpoints."""
    middles = {(x, y): box(10 * x + 5, 10 * y + 5, 1e-6, 1e-6) for x in range(SIDE) for y in range(SIDE)}
    return [
        {key for key, middle in middles.items() if shapely.intersects(geom, middle)}
        for geom in findings["geometry"]
    ]


@settings(max_examples=20)
@given(first=GRID, second=GRID, renamed=st.booleans())
def test_random_drafts_keep_the_findings_that_plain_loops_over_cells_keep(first, second, renamed):
    whole = line_of("pbf", ("L", box(-5, -5, 45, 200)))
    plans = [drawn(grid) for grid in (first, second)]
    assume(all(pd.notna(plan.codes).any() for plan in plans))
    if renamed:
        plans[1] = replace(plans[1], ids=array(f"x{name}" for name in plans[1].ids))
    a, b = (check(plan, whole).findings for plan in plans)
    a, b = (found[found["rule_id"] == "PBF-06"].reset_index(drop=True) for found in (a, b))
    cells_a, cells_b = cells_of(a), cells_of(b)
    linked = {
        (i, j)
        for i, j in itertools.product(range(len(a)), range(len(b)))
        if a["finding_key"][i] == b["finding_key"][j]
        or (
            cells_a[i] & cells_b[j]
            and 2 * len(cells_a[i] & cells_b[j]) >= min(len(cells_a[i]), len(cells_b[j]))
        )
    }
    expected = Counter("stayed" if any(j == n for _, j in linked) else "appeared" for n in range(len(b)))
    expected["vanished"] = sum(not any(i == n for i, _ in linked) for n in range(len(a)))
    found = compare_findings(a, b, silent)
    assert {name: found.count(name) for name in ("appeared", "stayed", "vanished")} == {
        name: expected[name] for name in ("appeared", "stayed", "vanished")
    }


def test_notes_of_both_checks_are_told_once_with_their_drafts():
    books = {"A": NoteBook(), "B": NoteBook()}
    for book in books.values():
        book.add("trial", "Line {layer} is a stand-in.", layer="L")
    books["B"].add("noise", "{count} findings are noise.", count=3, ids=["k"])
    notes = NoteBook()
    merge_notes(books, notes)
    assert [str(note) for note in notes] == ["A + B: Line L is a stand-in.", "B: 3 findings are noise."]
    assert notes.of_kind("noise")[0].ids == ("k",)


def test_the_order_of_parcels_changes_no_digit():
    cells = [(f"p{n}", CODES[n % 3], box(17.3 * n, 0, 17.3, 40)) for n in range(9)]
    moved = [(f"p{n}", CODES[n % 2], box(17.3 * n + 3.1, 1.7, 17.3, 40)) for n in range(9)]
    first = compare(draft(*cells), draft(*moved))
    second = compare(draft(*cells[::-1]), draft(*moved[::-1]))
    pd.testing.assert_frame_equal(
        first.table.drop(columns="geometry"), second.table.drop(columns="geometry"), check_exact=True
    )
    assert {k: repr(v) for k, v in first.totals.items()} == {k: repr(v) for k, v in second.totals.items()}
