# SPDX-License-Identifier: GPL-2.0-or-later
"""Plan checks on real data sets, against the figures of their descriptions."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shapely
from dualcarbon.plugin.domain.areas import work_plane
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.plancheck import ControlLine, PlanDraft
from plan_cases import (
    DATA,
    SETTINGS,
    array,
    check,
    crs_of,
    read_gpkg,
)

HA = 10_000.0


def draft_of(frame, code, plane):
    """A planar draft of a layer with one code for all its parcels."""
    geometry = frame["geom"].to_numpy(dtype=object)
    area = plane.planar_m2(geometry)
    count = len(frame)
    return PlanDraft(
        geometry, array(map(str, range(count))), array([code] * count), array(["residential"] * count),
        area, area, "draft", False,
    )  # fmt: skip


def real_case(folder, file, plan_layer):
    """The plan layer and the plane of a real data set; skips where the data is not at hand."""
    path = DATA / folder / file
    if not path.is_file():
        pytest.skip(f"real data {folder} is not beside the repository")
    frame = read_gpkg(path, plan_layer)
    plane = work_plane(crs_of(path), tuple(shapely.total_bounds(frame["geom"].to_numpy(dtype=object))))
    return path, draft_of(frame, "0701", plane), plane


def touched(result, limit_m2):
    """How many parcels have findings of more than so many square metres in all."""
    return int((result.parcels["finding_area_m2"] > limit_m2).sum())


class TestRealData:
    """Reference figures of the data sets' READMEs (unions, planar, to 0.02 ha)."""

    @pytest.mark.parametrize(
        ("layer", "line_type", "inside_ha", "over_1_m2", "over_100_m2"),
        [
            ("permanent_farmland", "pbf", 36.19, 15, 13),
            ("ecological_redline", "erl", 0.43, 5, 4),
        ],
    )
    def test_liechtenstein_inside_the_lines(self, layer, line_type, inside_ha, over_1_m2, over_100_m2):
        path, plan, plane = real_case("liechtenstein_osm", "liechtenstein_osm.gpkg", "plan_draft")
        line = ControlLine(line_type, layer, read_gpkg(path, layer)["geom"].to_numpy(dtype=object))
        result = check(plan, line, plane=plane, settings=replace(SETTINGS, sliver_width_m=0.0))
        assert result.totals["finding_area_ha"] == pytest.approx(inside_ha, abs=0.02)
        assert touched(result, 1.0) == over_1_m2
        assert touched(result, 100.0) == over_100_m2

    def test_liechtenstein_outside_the_boundary(self):
        path, plan, plane = real_case("liechtenstein_osm", "liechtenstein_osm.gpkg", "plan_draft")
        lines = read_gpkg(path, "urban_growth_boundary")["geom"].to_numpy(dtype=object)
        notes = NoteBook()
        result = check(plan, ControlLine("udb", "boundary", lines), plane=plane, notes=notes)
        assert notes.of_kind("overlapping_plan")[0].area_ha == pytest.approx(1265.36 - 1264.98, abs=0.02)
        assert result.totals["finding_area_ha"] == pytest.approx(58.93, abs=0.02)
        # The drafts overlap themselves by 1265.36 − 1264.98 ha.
        assert result.totals["plan_area_ha"] == pytest.approx(1265.36, abs=0.02)

    @pytest.mark.parametrize(
        ("layer", "inside_ha", "sites"),
        [
            ("permanent_farmland", 11.77, 6),
            ("ecological_redline", 0.56, 2),
            ("green_belt", 122.91, 33),
            ("aonb", 70.61, 18),
            ("growth_area", 234.31, 107),
        ],
    )
    def test_bath_and_north_east_somerset(self, layer, inside_ha, sites):
        path, plan, plane = real_case("banes_control_lines", "banes_control_lines.gpkg", "functional_sites")
        line = ControlLine("pbf", layer, read_gpkg(path, layer)["geom"].to_numpy(dtype=object))
        result = check(plan, line, plane=plane, settings=replace(SETTINGS, sliver_width_m=0.0))
        # The README adds up sites that overlap each other: parcel by parcel, each in the union of the line.
        assert result.parcels["finding_area_m2"].sum() / HA == pytest.approx(inside_ha, abs=0.02)
        assert touched(result, 1.0) == sites

    def test_bath_urban_growth_outside(self):
        path, plan, plane = real_case("banes_control_lines", "banes_control_lines.gpkg", "functional_sites")
        line = ControlLine(
            "udb", "growth_area", read_gpkg(path, "growth_area")["geom"].to_numpy(dtype=object)
        )
        result = check(plan, line, plane=plane)
        outside_ha = 374.39 - 234.31
        assert result.parcels["finding_area_m2"].sum() / HA == pytest.approx(outside_ha, abs=0.02)
        totals = result.totals
        assert totals["finding_area_ha"] + totals["twice_planned_area_ha"] == pytest.approx(
            outside_ha, abs=0.02
        )
