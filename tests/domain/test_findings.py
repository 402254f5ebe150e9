# SPDX-License-Identifier: GPL-2.0-or-later
"""Findings: noise, keys that outlive a run, independence of order, and a brute-force oracle."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest
import shapely
from dualcarbon.plugin.domain.errors import Cancelled
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.plancheck import FINDING_COLUMNS
from hypothesis import given, settings
from hypothesis import strategies as st
from plan_cases import SETTINGS, array, base_of, box, check, factor_set, hits_of, line_of, plan_of

#: What the rules say, read off the rule table by hand: code → rules that hit it there.
PBF_INSIDE = {"0703": ("PBF-01", "PBF-06"), "1001": ("PBF-01",), "0201": ("PBF-01",), "0101": ()}
ERL_INSIDE = {"0703": ("ERL-02",), "1001": ("ERL-02",), "0201": ("ERL-02",), "0101": ("ERL-02",)}
UDB_OUTSIDE = {"0703": (), "1001": ("UDB-01",), "0201": (), "0101": ()}


def test_fields_come_in_the_order_that_users_rely_on():
    result = check(plan_of(("a", "0703", box(0, 0, 9, 9))), line_of("pbf", ("L", box(0, 0, 9, 9))))
    assert tuple(result.findings.columns) == (*FINDING_COLUMNS, "geometry")
    assert list(result.findings["state"]) == ["open", "open"]


class TestNoise:
    @pytest.mark.parametrize(
        ("width", "height", "severity"),
        [
            (0.9, 1.0, "noise"),  # 0.9 m²
            (1.0, 1.0, "noise"),  # 1 m²: not larger than the limit
            (1.1, 1.0, "error"),  # 1.1 m², 2A/P = 0.52 m
            (0.09, 100.0, "noise"),  # 9 m², 2A/P = 0.0899 m
            (0.11, 100.0, "error"),  # 11 m², 2A/P = 0.1099 m
        ],
    )
    def test_a_hit_counts_when_it_is_both_large_and_wide_enough(self, width, height, severity):
        plan = plan_of(("a", "1001", box(0, 0, 100, 200)))
        result = check(plan, line_of("pbf", ("L", box(0, 0, width, height))))
        assert list(result.findings["severity"]) == [severity]

    def test_noise_is_listed_and_measured_but_counts_nowhere(self):
        notes = NoteBook()
        plan = plan_of(("a", "1001", box(0, 0, 100, 100)))
        result = check(plan, line_of("pbf", ("L", box(-50, -50, 50.005, 300))), notes=notes)
        assert result.totals["noise"] == 1
        assert result.totals["errors"] == 0
        assert result.totals["noise_area_ha"] == pytest.approx(0.00005)
        assert result.totals["finding_area_ha"] == 0
        assert result.totals["compliant_area_ha"] == pytest.approx(0.99995)
        assert list(result.parcels["severity"]) == ["noise"]
        assert list(result.parcels["rules"]) == [""]
        assert result.summary.loc[result.summary["level"] == "rule", "noise"].tolist() == [1]
        assert notes.of_kind("noise")[0].ids == tuple(result.findings["finding_key"])


class TestNoiseOnTheGround:
    """One misfit of a millimetre along a border, notches on it, and lines cut into cells."""

    FIELD = plan_of(("a", "1001", box(0, 0, 12_000, 100)))
    MISFIT = box(0, -10, 12_000, 10.001)

    def severities(self, *features, plan=FIELD, **options):
        lines = [(f"L{number}", geom) for number, geom in enumerate(features)]
        found = check(plan, line_of("pbf", *lines), **options).findings
        return dict(zip(found["line_id"], found["severity"]))

    def test_a_notch_counts_although_a_long_misfit_hangs_on_it(self):
        # 12 m² of misfit and a notch of 600 m²: 2A/P of the whole is 0.05 m.
        notch = shapely.union(self.MISFIT, box(500, 0, 30, 20))
        assert self.severities(notch) == {"L0": "error"}

    def test_the_misfit_alone_and_a_notch_below_the_limit_are_noise(self):
        assert self.severities(self.MISFIT) == {"L0": "noise"}
        small = shapely.union(self.MISFIT, box(500, 0, 0.9, 0.9))
        assert self.severities(small) == {"L0": "noise"}

    def test_a_line_mapped_in_cells_of_a_metre_is_one_conflict(self):
        cells = [box(100 + x, 10 + y, 1, 1) for x in range(20) for y in range(10)]
        notes = NoteBook()
        result = check(
            self.FIELD, line_of("pbf", *[(f"c{n}", cell) for n, cell in enumerate(cells)]), notes=notes
        )
        assert set(result.findings["severity"]) == {"error"}
        assert result.totals["error_area_ha"] == pytest.approx(200 / 10_000)
        assert notes.of_kind("noise") == []

    def test_cells_that_meet_at_corners_only_add_up_too(self):
        assert set(self.severities(box(0, 0, 1, 1), box(1, 1, 1, 1))) == {"L0", "L1"}
        assert set(self.severities(box(0, 0, 1, 1), box(1, 1, 1, 1)).values()) == {"error"}

    def test_slices_of_one_strip_are_judged_as_the_strip(self):
        slices = [box(100, 10 + 0.05 * n, 50, 0.05) for n in range(10)]
        assert set(self.severities(*slices).values()) == {"error"}
        assert set(self.severities(*slices[:2]).values()) == {"noise"}

    def test_a_sliver_elsewhere_stays_noise_beside_a_real_conflict(self):
        assert self.severities(box(0, 0, 50, 50), box(9_000, -10, 500, 10.005)) == {
            "L0": "error",
            "L1": "noise",
        }

    def test_pieces_that_stay_below_the_limit_together_are_noise(self):
        assert set(self.severities(box(0, 0, 1, 0.5), box(50, 0, 1, 0.5)).values()) == {"noise"}

    def test_another_rule_or_parcel_does_not_make_a_sliver_count(self):
        plan = plan_of(("a", "1001", box(0, 0, 100, 100)), ("b", "1001", box(100, 0, 100, 100)))
        found = check(plan, line_of("pbf", ("L", box(0, 0, 100.005, 100)))).findings
        assert dict(zip(found["plan_id"], found["severity"])) == {"a": "error", "b": "noise"}

    @pytest.mark.parametrize("wrong_m2", [0.0, 1.0])
    def test_a_wrong_attribute_area_hides_no_conflict(self, wrong_m2):
        plan = plan_of(("a", "1001", box(0, 0, 100, 100)), ("b", "1001", box(100, 0, 100, 100)))
        plan = replace(plan, area_m2=np.array([wrong_m2, 10_000.0]))
        options = {"settings": replace(SETTINGS, area_rule="attribute")}
        found = check(plan, line_of("pbf", ("L", box(0, 0, 200, 50))), **options).findings
        assert dict(zip(found["plan_id"], found["severity"])) == {"a": "error", "b": "error"}


class TestKeys:
    PLAN = plan_of(("a", "0703", box(0, 0, 50, 50)), ("b", "0703", box(50, 0, 50, 50)))
    LINE = line_of("pbf", ("L1", box(0, 0, 100, 30)))

    def keys(self, plan=PLAN, line=LINE, **options):
        found = check(plan, line, **options).findings
        return dict(zip(zip(found["plan_id"], found["rule_id"]), found["finding_key"]))

    def test_keys_are_sixteen_hexadecimal_digits_of_their_own(self):
        keys = list(self.keys().values())
        assert len(set(keys)) == 4
        assert all(re.fullmatch("[0-9a-f]{16}", key) for key in keys)

    def test_business_ids_keep_the_key_when_the_geometry_changes(self):
        moved = replace(self.PLAN, geometry=array([box(0, 0, 49, 50), box(50, 0, 49, 50)]))
        moved = replace(moved, area_m2=shapely.area(moved.geometry), measured_m2=shapely.area(moved.geometry))
        assert self.keys(moved) == self.keys()

    def test_without_ids_the_geometry_tells_and_not_the_position(self):
        plan = replace(self.PLAN, ids=array(["1", "2"]), has_ids=False)
        swapped = replace(plan, geometry=plan.geometry[::-1].copy(), ids=array(["2", "1"]))
        renamed = replace(plan, ids=array(["901", "902"]))
        assert self.keys(swapped) == self.keys(plan)
        assert sorted(self.keys(renamed).values()) == sorted(self.keys(plan).values())

    def test_a_vertex_order_or_less_than_half_a_millimetre_does_not_change_a_geometry_key(self):
        plan = replace(self.PLAN, has_ids=False)
        turned = array([shapely.reverse(geom) for geom in plan.geometry])
        shaken = shapely.transform(turned, lambda xy: xy + 0.0004)
        assert self.keys(replace(plan, geometry=turned)) == self.keys(plan)
        assert self.keys(replace(plan, geometry=shaken)) == self.keys(plan)

    def test_a_line_without_ids_is_known_by_its_geometry(self):
        nameless = replace(self.LINE, ids=None)
        assert self.keys(line=nameless).keys() == self.keys().keys()
        assert set(self.keys(line=nameless).values()).isdisjoint(self.keys().values())
        assert check(self.PLAN, nameless).findings["line_id"].isna().all()

    def test_doubled_ids_are_told_apart_by_geometry_and_noted(self):
        notes = NoteBook()
        plan = replace(self.PLAN, ids=array(["a", "a"]))
        found = check(plan, self.LINE, notes=notes).findings
        assert found["finding_key"].is_unique
        assert notes.of_kind("duplicate_ids")[0].ids == ("a",)
        assert notes.of_kind("duplicate_ids")[0].count == 2

    def test_the_very_same_feature_twice_still_has_two_keys(self):
        line = line_of("pbf", ("L1", box(0, 0, 100, 30)), ("L1", box(0, 0, 100, 30)))
        assert check(self.PLAN, line).findings["finding_key"].is_unique


def mixed_case():
    """A grid of parcels, overlapping lines of three types, a base and units, with every kind of finding."""
    codes = itertools.cycle(["0703", "1001", "0201", "0101", None, "0301", "0301"])
    cells = [(f"p{i}{j}", next(codes), box(40 * i, 40 * j, 40, 40)) for i in range(6) for j in range(6)]
    wedge = shapely.Polygon([(500_003.3, 3_300_001.7), (500_190.1, 3_300_060.2), (500_071.9, 3_300_229.4)])
    lines = (
        line_of("pbf", ("A", wedge), ("B", box(100, 20, 77.7, 130))),
        line_of("erl", ("C", box(-9, 133.3, 200, 60)), zones=array(["一般控制区"])),
        line_of("udb", ("D", box(0, 0, 111.1, 240))),
    )
    base = base_of(
        ("0101", "paddy", box(0, 0, 97, 240)),
        ("0301", "forest", box(97, 0, 143, 200)),
        (None, None, box(97, 200, 9, 9)),
    )
    factors = factor_set(
        paddy={"soc": (80, 70, 95), "growth": (0, 0, 0)},
        forest={"soc": (120, 90, 160), "growth": (3, 2, 5)},
        residential={"soc": (60, 50, 75), "growth": (0.4, 0.2, 0.6)},
    )
    units = {
        "units": array([box(0, 0, 120, 240), box(120, 0, 120, 240)]),
        "unit_names": array(["West", "East"]),
    }
    return plan_of(*cells), lines, {"base": base, "factors": factors, **units}


def shuffled(record, rows, *names):
    """A layer with its rows in another order."""
    return replace(record, **{name: getattr(record, name)[rows] for name in names})


class TestSameDigits:
    def test_order_of_features_and_lines_and_threads_changes_no_digit(self):
        plan, lines, options = mixed_case()
        first = check(plan, *lines, threads=2, **options)
        rows = np.random.default_rng(7).permutation(len(plan.ids))
        names = ("geometry", "ids", "codes", "carbon_class", "area_m2", "measured_m2")
        turned = {
            **options,
            "base": shuffled(options["base"], [2, 0, 1], "geometry", "codes", "carbon_class"),
            "units": options["units"][::-1],
            "unit_names": options["unit_names"][::-1],
        }
        pbf = shuffled(lines[0], [1, 0], "geometry", "ids")
        second = check(shuffled(plan, rows, *names), lines[2], pbf, lines[1], threads=1, **turned)
        fields = list(FINDING_COLUMNS)
        pd.testing.assert_frame_equal(first.findings[fields], second.findings[fields], check_exact=True)
        pd.testing.assert_frame_equal(first.summary, second.summary, check_exact=True)
        back = second.parcels.set_index("plan_id").loc[first.parcels["plan_id"]].reset_index()
        pd.testing.assert_frame_equal(first.parcels, back, check_exact=True)
        assert {k: repr(v) for k, v in first.totals.items()} == {k: repr(v) for k, v in second.totals.items()}

    def test_the_mixed_case_has_findings_of_all_three_lines(self):
        plan, lines, options = mixed_case()
        result = check(plan, *lines, **options)
        # Woods on fields need no line.
        assert set(result.findings["line_type"]) == {"pbf", "erl", "udb", "cultivated"}
        assert result.totals["multiple_area_ha"] > 0
        assert result.totals["carbon_at_stake_tco2e"] == pytest.approx(
            result.summary.loc[result.summary["level"] == "total", "carbon_tco2e"].iloc[0], rel=1e-12
        )

    def test_a_user_can_cancel(self):
        plan, lines, options = mixed_case()

        def stop(share):
            if share > 0.55:
                raise Cancelled

        with pytest.raises(Cancelled):
            check(plan, *lines, progress=stop, **options)


def polygons():
    """Triangles and boxes on a 10 m grid."""
    place = st.integers(0, 12)
    point = st.tuples(place, place)
    triangle = st.lists(point, min_size=3, max_size=3, unique=True).map(
        lambda points: shapely.Polygon([(500_000.0 + 10 * x, 3_300_000.0 + 10 * y) for x, y in points])
    )
    size = st.integers(1, 6)
    rectangle = st.builds(lambda x, y, w, h: box(10 * x, 10 * y, 10 * w, 10 * h), place, place, size, size)
    return st.one_of(triangle.filter(lambda geom: geom.area > 1), rectangle)


PARCELS = st.lists(st.tuples(st.sampled_from(sorted(PBF_INSIDE)), polygons()), min_size=1, max_size=5)
LINES = st.lists(polygons(), min_size=1, max_size=4)
ROUNDING_M2 = 1e-5


def naive_findings(parcels, pbf, erl, udb):
    """The findings by plain loops: (plan, line, rule) → geometry."""
    found = {}
    outside = shapely.union_all(udb)
    for p, (code, parcel) in enumerate(parcels):
        for name, features, rules in (("P", pbf, PBF_INSIDE), ("E", erl, ERL_INSIDE)):
            for f, feature in enumerate(features):
                for rule in rules[code]:
                    found[(f"p{p}", f"{name}{f}", rule)] = shapely.intersection(parcel, feature)
        for rule in UDB_OUTSIDE[code]:
            found[(f"p{p}", None, rule)] = shapely.difference(parcel, outside)
    return {key: geom for key, geom in found.items() if geom.area > ROUNDING_M2}


@settings(max_examples=15)
@given(parcels=PARCELS, pbf=LINES, erl=LINES, udb=LINES)
def test_random_plans_give_the_findings_of_plain_loops(parcels, pbf, erl, udb):
    plan = plan_of(*[(f"p{p}", code, geom) for p, (code, geom) in enumerate(parcels)])
    lines = [
        line_of("pbf", *[(f"P{f}", geom) for f, geom in enumerate(pbf)]),
        line_of("erl", *[(f"E{f}", geom) for f, geom in enumerate(erl)]),
        line_of("udb", *[(f"U{f}", geom) for f, geom in enumerate(udb)]),
    ]
    result = check(plan, *lines, settings=replace(SETTINGS, sliver_m2=0.0, sliver_width_m=0.0))
    expected = naive_findings(parcels, pbf, erl, udb)
    table = result.findings[result.findings["area_m2"] > ROUNDING_M2]
    areas = dict(zip(zip(table["plan_id"], table["line_id"], table["rule_id"]), table["area_m2"]))
    assert areas == pytest.approx({key: geom.area for key, geom in expected.items()}, rel=1e-9, abs=1e-5)
    shapes = list(expected.values())
    union_m2 = shapely.union_all(shapes).area if shapes else 0.0
    assert result.totals["finding_area_ha"] * 10_000 == pytest.approx(union_m2, rel=1e-9, abs=1e-4)
    twice = [shapely.intersection(a, b) for a, b in itertools.combinations(shapes, 2)]
    twice_m2 = shapely.union_all(twice).area if twice else 0.0
    assert result.totals["multiple_area_ha"] * 10_000 == pytest.approx(twice_m2, rel=1e-9, abs=1e-4)


def test_the_hand_read_rules_of_the_oracle_are_those_of_the_findings():
    ground = box(0, 0, 50, 50)
    for code, rules in PBF_INSIDE.items():
        assert [
            hit[0] for hit in hits_of(check(plan_of(("p", code, ground)), line_of("pbf", ("L", ground))))
        ] == list(rules)
