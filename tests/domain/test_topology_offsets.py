# SPDX-License-Identifier: GPL-2.0-or-later
"""Overlaps and gaps of 0 to 3 mm at three tolerances: what is seen, what is noise, and how large it is.

Two squares of 100 m lie between two strips of 200 m, which have vertices wherever the
squares have corners, so that the offset of the second square is the only defect.
"""

from __future__ import annotations

import pytest
from topology_cases import check, ground, layer_of, seen, square

TOLERANCES = (0.0001, 0.001, 0.01)
OFFSETS = (-0.003, -0.002, -0.001, 0.0, 0.001, 0.002, 0.003)


def framed(offset_m):
    """The second square begins ``offset_m`` to the right of the end of the first."""
    start = 100.0 + offset_m
    stops = sorted({100.0, start})
    middle = [(x, 100.0) for x in stops]
    below = ground((0, 0), (200, 0), (200, 100), *middle[::-1], (0, 100))
    above = ground((0, 200), *((x, 200.0) for x in stops), (200, 200), (200, 300), (0, 300))
    return layer_of(below, square(0, 100), square(start, 100, 200 - start, 100), above)


@pytest.mark.parametrize("tolerance_m", TOLERANCES)
@pytest.mark.parametrize("offset_m", OFFSETS)
def test_an_offset_is_an_overlap_or_a_gap_of_its_width_and_noise_up_to_the_tolerance(offset_m, tolerance_m):
    result = check(framed(offset_m), tolerance_m)
    if offset_m == 0.0:
        assert seen(result) == []
        return
    noise = "yes" if abs(offset_m) <= tolerance_m else "no"
    found = result.findings[result.findings["kind"].isin(["overlap", "gap"])]
    (row,) = found.to_dict("records")
    assert (row["kind"], row["noise"]) == ("overlap" if offset_m < 0 else "gap", noise)
    assert row["ids"] == ("p2;p3" if offset_m < 0 else "p1;p2;p3;p4")
    # 100 m by the offset; a mean width of 2A/P is the offset but for the two short sides.
    assert row["area_m2"] == pytest.approx(100.0 * abs(offset_m), rel=1e-4)
    assert row["width_m"] == pytest.approx(abs(offset_m), rel=1e-4)
    assert row["severity"] == ("noise" if noise == "yes" else "warning")
    assert row["sliver"] == ("no" if noise == "yes" else "yes")
    assert result.counts["OVERLAPS"] == (offset_m < 0 and noise == "no")
    assert result.counts["GAPS"] == (offset_m > 0 and noise == "no")
    assert result.counts["SLIVERS"] == (noise == "no")
    assert result.counts["MISMATCHES"] == 0


@pytest.mark.parametrize(("width_m", "severity", "sliver"), [(0.05, "error", "yes"), (2.0, "error", "no")])
def test_a_wide_overlap_is_an_error_and_a_thin_one_a_sliver_too(width_m, severity, sliver):
    """100 m × 5 cm are 5 m², above 1 m² and so an error, but thinner than 0.1 m."""
    (row,) = check(framed(-width_m)).findings.to_dict("records")
    assert (row["severity"], row["sliver"]) == (severity, sliver)
    assert row["area_m2"] == pytest.approx(100.0 * width_m)


def test_noise_does_not_hide_the_notch_beside_it():
    """A notch of 2 m × 3 m on a misfit of 0.05 mm along 100 m: one hit of 6.005 m², and no noise."""
    left = ground((0, 0), (100, 0), (100, 40), (102, 40), (102, 43), (100, 43), (100, 100), (0, 100))
    right = square(100 - 0.00005, 0)
    result = check(layer_of(left, right))
    overlaps = result.findings[result.findings["kind"] == "overlap"]
    assert list(overlaps["noise"]) == ["no"]
    assert overlaps["area_m2"].sum() == pytest.approx(6.0 + 0.00005 * 100, abs=1e-4)


def test_two_separate_hits_of_one_pair_are_judged_apart():
    """A notch of 6 m² and, 50 m away, a sliver of 20 m × 0.05 mm, which is noise."""
    left = ground((0, 0), (100, 0), (100, 10), (102, 10), (102, 13), (100, 13), (100, 60))
    left = left.union(ground((0, 0), (100, 60), (100.00005, 70), (100.00005, 90), (100, 100), (0, 100)))
    right = ground((100, 0), (200, 0), (200, 100), (100, 100))
    result = check(layer_of(left, right))
    overlaps = result.findings[result.findings["kind"] == "overlap"].set_index("noise")
    assert overlaps.at["no", "area_m2"] == pytest.approx(6.0)
    # Trapezoid of 40 m and 20 m, 0.05 mm wide at most.
    assert overlaps.at["yes", "area_m2"] == pytest.approx(0.00005 * (40 + 20) / 2, rel=1e-3)
