# SPDX-License-Identifier: GPL-2.0-or-later
"""Parcels against the scope that they should fill, computed by hand."""

from __future__ import annotations

import pytest
import shapely
from topology_cases import check, ground, layer_of, seen, square

BOTH = layer_of(square(0, 0), square(100, 0))


def test_parcels_that_fill_their_scope_are_sound():
    assert seen(check(BOTH, scope=[square(0, 0, 200, 100)])) == []
    assert seen(check(BOTH, scope=[square(0, 0), square(100, 0)])) == []


def test_ground_of_the_scope_without_parcels_is_uncovered():
    result = check(BOTH, scope=[square(0, 0, 250, 100)])
    (row,) = result.findings.to_dict("records")
    assert (row["kind"], row["ids"], row["rule_id"], row["severity"]) == ("uncovered", "p2", "T-01", "error")
    assert row["area_m2"] == pytest.approx(5000.0)
    assert result.counts["GAPS"] == 1


def test_parcels_beyond_the_scope_are_outside():
    result = check(BOTH, scope=[square(0, 0, 150, 100)])
    (row,) = result.findings.to_dict("records")
    assert (row["kind"], row["ids"], row["rule_id"], row["severity"]) == ("outside", "p2", "T-04", "warning")
    assert row["area_m2"] == pytest.approx(5000.0)
    assert (result.counts["OUTSIDE"], result.counts["GAPS"]) == (1, 0)


def test_a_parcel_wholly_beyond_the_scope_is_outside_with_all_its_ground():
    result = check(BOTH, scope=[square(0, 0)])
    assert list(result.findings["area_m2"]) == pytest.approx([10_000.0])


@pytest.mark.parametrize("misfit_m", [-0.05, 0.05])
def test_a_misfit_of_five_centimetres_is_an_edge_match_within_its_tolerance(misfit_m):
    result = check(BOTH, scope=[square(0, 0, 200 + misfit_m, 100)])
    (row,) = result.findings.to_dict("records")
    assert (row["kind"], row["rule_id"], row["severity"]) == ("edge_match", "T-04", "info")
    assert row["area_m2"] == pytest.approx(5.0)


@pytest.mark.parametrize(("outwards", "kind"), [(False, "uncovered"), (True, "outside")])
def test_a_misfit_of_a_kilometre_hides_no_notch(outwards, kind):
    """1 km × 2 cm is a misfit; with a notch of 9 m × 9 m on it (100.8 m², 2A/P < 10 cm) it is ground."""
    scope = square(0, 0, 1000, 50)
    strip, notch = (square(0, -0.02, 1000, 0.02), square(500, -9, 9, 9))
    if not outwards:
        strip, notch = (square(0, 0, 1000, 0.02), square(500, 0, 9, 9))
    change = shapely.union if outwards else shapely.difference
    for ground_off, expected in ((strip, "edge_match"), (shapely.union(strip, notch), kind)):
        (row,) = check(layer_of(change(scope, ground_off)), scope=[scope]).findings.to_dict("records")
        assert row["kind"] == expected
        assert row["area_m2"] == pytest.approx(ground_off.area, abs=1e-3)


def test_a_misfit_below_the_tolerance_is_noise():
    result = check(BOTH, 0.001, scope=[square(0, 0, 200.0005, 100)])
    assert seen(result) == [("edge_match", "p2", "yes")]
    assert (result.counts["NOISE"], result.counts["INFOS"]) == (1, 0)


def test_a_hole_of_the_scope_is_no_gap_but_a_hole_in_the_parcels_is():
    frame = ground((0, 0), (300, 0), (300, 300), (0, 300))
    ring = layer_of(shapely.difference(frame, square(100, 100)))
    assert seen(check(ring, scope=[shapely.difference(frame, square(100, 100))])) == []
    (row,) = check(ring, scope=[frame]).findings.to_dict("records")
    assert (row["kind"], row["area_m2"]) == ("gap", pytest.approx(10_000.0))
    (row,) = check(ring).findings.to_dict("records")
    assert row["kind"] == "gap"


def test_a_gap_across_the_border_of_two_units_is_one():
    """Units meet at x = 100; the gap reaches 10 m into either."""
    shapes = layer_of(square(0, 0, 90, 100), square(110, 0, 90, 100))
    result = check(shapes, scope=[square(0, 0), square(100, 0)])
    assert list(result.findings["area_m2"]) == pytest.approx([2000.0])
