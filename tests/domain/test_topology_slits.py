# SPDX-License-Identifier: GPL-2.0-or-later
"""Slits between parcels that lead out of the layer, which are no holes of it: widths and areas by hand."""

from __future__ import annotations

import pytest
from topology_cases import check, ground, layer_of, seen, square


@pytest.mark.parametrize("tolerance_m", [0.0001, 0.001])
@pytest.mark.parametrize("width_m", [0.002, 0.003, 0.09])
def test_a_slit_between_two_squares_is_a_gap_and_a_sliver(width_m, tolerance_m):
    result = check(layer_of(square(0, 0), square(100 + width_m, 0)), tolerance_m)
    (row,) = result.findings.to_dict("records")
    assert (row["kind"], row["ids"], row["sliver"], row["noise"]) == ("gap", "p1;p2", "yes", "no")
    assert row["area_m2"] == pytest.approx(100.0 * width_m, rel=1e-4)
    assert row["width_m"] == pytest.approx(width_m, rel=2e-3)
    assert (result.counts["GAPS"], result.counts["MISMATCHES"]) == (1, 0)


def test_a_slit_within_the_tolerance_shows_as_noise_of_its_vertices():
    result = check(layer_of(square(0, 0), square(100.002, 0)), 0.01)
    assert set(seen(result)) == {("near_vertex", "p1;p2", "yes")}
    assert result.counts["GAPS"] == 0


def test_parcels_farther_apart_than_a_sliver_were_not_meant_to_touch():
    assert seen(check(layer_of(square(0, 0), square(100.2, 0)))) == []


def test_a_wedge_that_opens_to_the_outside_is_a_gap():
    """From nothing at the bottom to 5 cm at the top of 100 m: 2.5 m²."""
    right = ground((100, 0), (200, 0), (200, 100), (100.05, 100))
    (row,) = check(layer_of(square(0, 0), right)).findings.query("kind == 'gap'").to_dict("records")
    assert row["area_m2"] == pytest.approx(2.5, rel=1e-3)


def test_an_inlet_and_dense_vertices_on_the_border_are_sound():
    """A notch of 30° between two parcels, with vertices every 2 cm on the outer border."""
    border = [(100.0 - 0.02 * n, 100.0 + 0.01 * n) for n in range(1, 50)]
    left = ground((0, 0), (100, 0), (100, 100), *border, (0, 150))
    right = ground((100, 0), (200, 0), (200, 100), (100, 100))
    assert seen(check(layer_of(left, right))) == []


def test_a_slit_that_is_a_hole_or_lies_in_the_scope_is_told_once():
    frame = ground((0, 0), (300, 0), (300, 50), (0, 50))
    apart = square(0, 50, 150, 50), square(150.01, 50, 149.99, 50)
    assert [kind for kind, *_ in seen(check(layer_of(*apart)))] == ["gap"]
    scoped = check(layer_of(*apart), scope=[square(0, 50, 300, 50)])
    assert scoped.counts["GAPS"] + scoped.counts["INFOS"] == 1
    roof = ground((0, 100), (300, 100), (300, 150), (0, 150))
    whole = check(layer_of(frame, *apart, roof)).findings
    assert list(whole.loc[whole["kind"] == "gap", "area_m2"]) == pytest.approx([0.5], rel=1e-3)
