# SPDX-License-Identifier: GPL-2.0-or-later
"""The search for boxes that meet, against plain loops, while shapes are added one by one."""

from __future__ import annotations

import shapely
from dualcarbon.plugin.domain.live_balance import nearby
from plan_cases import array, box


def test_finds_what_plain_loops_find(monkeypatch) -> None:
    """Ten boxes in a row, each over half of the next: first, in the later tree, and loose ones."""
    monkeypatch.setattr(nearby, "LOOSE", 3)
    shapes = [box(10 * number, 0, 15, 10) for number in range(10)]
    search = nearby.Nearby(array(shapes[:2]))
    for count in range(3, 11):
        search.add(array(shapes[count - 1 : count]))
        asked, met = search.query(array(shapes))
        wanted = {
            (one, other)
            for one in range(10)
            for other in range(count)
            if shapely.intersects(shapes[one], shapes[other])
        }
        assert set(zip(asked.tolist(), met.tolist())) == wanted
        assert len(met) == len(wanted)
