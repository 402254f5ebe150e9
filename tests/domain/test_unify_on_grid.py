# SPDX-License-Identifier: GPL-2.0-or-later
"""A smooth density between units: cells by their centres, shared out among targets by their ground."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from dualcarbon.plugin.domain.areas import work_plane
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.statistical_units import Units
from dualcarbon.plugin.domain.unify import area_weights, grid_of_units, smooth_cells, transfer_smoothly
from pyproj import CRS

X, Y, HEIGHT = 500_000.0, 3_300_000.0, 800.0
PLANE = work_plane(CRS.from_epsg(4549).to_wkt(), (X, Y, X + 2_000.0, Y + HEIGHT))


def strips(**spans):
    """Units side by side, from and to so many metres."""
    shapes = np.empty(len(spans), dtype=object)
    shapes[:] = [shapely.box(X + a, Y, X + b, Y + HEIGHT) for a, b in spans.values()]
    return Units(np.array(list(spans), dtype=object), shapes)


def smoothly(sources, targets, values, cell_m):
    matrix = area_weights(sources, targets, PLANE, "planar")
    on_grid = grid_of_units(sources, targets, PLANE, cell_m)
    return transfer_smoothly(on_grid, np.array(values), matrix, notes=NoteBook(), variable="people")


def test_a_source_inside_one_target_stays_there_however_coarse_the_cells():
    """The third column of cells (760 to 1140 m) belongs to S by its centre; 140 m of it lie in T.

    S reaches over the border of T by a hundredth of a millimetre: a crumb of drawing, not a part.
    """
    sources = strips(S=(0, 1000), R=(1000, 2000))
    result = smoothly(sources, strips(U=(0, 1000 - 1e-5), T=(1000 - 1e-5, 2000)), [600.0, 100.0], 380.0)
    assert result.value == pytest.approx([600.0, 100.0], rel=1e-6)
    assert not result.flagged.any()


def test_a_flat_density_is_shared_out_by_ground():
    """400 people on 2000 m of which T holds 700: cells that its border cuts count by their share."""
    result = smoothly(strips(S=(0, 2000)), strips(T=(0, 700), U=(700, 2000)), [400.0], 200.0)
    assert result.value == pytest.approx([140.0, 260.0], rel=1e-9)
    assert result.residual <= 1e-9


def test_people_beyond_the_targets_are_told_as_outside():
    result = smoothly(strips(S=(0, 2000)), strips(T=(0, 700)), [400.0], 200.0)
    assert result.value == pytest.approx([140.0], rel=1e-9)
    assert result.outside == pytest.approx(260.0, rel=1e-9)


def test_a_cell_beside_nobody_stands_for_itself():
    """Beyond the ground of the source there is no lower density that its cells would take on."""
    lone = smooth_cells(np.array([[0, 0, -1, 1]]), np.array([8.0, 2.0]))
    assert lone.cells.tolist() == [[4.0, 4.0, 0.0, 2.0]]


def test_a_source_of_unknown_total_does_not_draw_its_neighbours_down():
    known = smooth_cells(np.array([[0, 0, 1]]), np.array([8.0, math.nan]))
    assert known.cells.tolist() == [[4.0, 4.0, 0.0]]


def test_a_source_that_smoothing_cannot_fill_starts_from_its_mean():
    """Two cells of a source without neighbours of their own value hold its total from the first round on."""
    held = smooth_cells(np.array([[0, 1, 1, 0]]), np.array([0.0, 6.0]), max_rounds=3)
    assert math.fsum(held.cells[0, 1:3]) == pytest.approx(6.0, rel=1e-12)
    assert held.cells[0, [0, 3]].tolist() == [0.0, 0.0]


def test_grids_that_cannot_be_made_are_refused():
    with pytest.raises(InputError, match="Choose a larger CELL_SIZE_M"):
        grid_of_units(strips(S=(0, 2000)), strips(T=(0, 700)), PLANE, 0.1)
    with pytest.raises(InputError, match="overlap"):
        grid_of_units(strips(S=(0, 1000), R=(500, 2000)), strips(T=(0, 700)), PLANE, 100.0)
