# SPDX-License-Identifier: GPL-2.0-or-later
"""Plan drafts checked against control lines: hand-made squares of known area, and real data."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pyproj
import pytest
import shapely
from dualcarbon.plugin.domain.areas import work_plane
from dualcarbon.plugin.domain.errors import ConservationError, InputError, RuleError
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.plancheck import ControlLine, PlanDraft
from plan_cases import (
    DATA,
    PLANE,
    SETTINGS,
    array,
    base_of,
    box,
    check,
    crs_of,
    factor_set,
    hits_of,
    line_of,
    plan_of,
    read_gpkg,
)

HA = 10_000.0


class TestFarmland:
    def test_homestead_on_two_hectares_of_farmland_breaks_two_rules_on_one_ground(self):
        # A parcel of 100 m × 400 m, its lower half on the line.
        plan = plan_of(("p1", "0703", box(0, 0, 100, 400)))
        result = check(plan, line_of("pbf", ("L1", box(-50, -50, 300, 250))))
        assert hits_of(result) == [
            ("PBF-01", "p1", "L1", "error", 2 * HA),
            ("PBF-06", "p1", "L1", "error", 2 * HA),
        ]
        assert result.totals["errors"] == 2
        assert result.totals["error_area_ha"] == pytest.approx(2.0)
        assert result.totals["finding_area_ha"] == pytest.approx(2.0)
        assert result.totals["multiple_area_ha"] == pytest.approx(2.0)
        assert result.totals["compliant_area_ha"] == pytest.approx(2.0)
        assert list(result.findings["share"]) == [0.5, 0.5]
        parcel = result.parcels.iloc[0]
        assert (parcel["severity"], parcel["rules"], parcel["n_findings"]) == ("error", "PBF-01;PBF-06", 2)
        assert parcel["finding_area_m2"] == pytest.approx(2 * HA)

    def test_the_finding_lies_where_the_conflict_is(self):
        result = check(
            plan_of(("p1", "0703", box(0, 0, 100, 400))), line_of("pbf", ("L1", box(0, 0, 100, 200)))
        )
        assert shapely.equals(result.findings["geometry"][0], box(0, 0, 100, 200))

    def test_cultivated_land_passes_and_an_orchard_is_warned(self):
        plan = plan_of(("field", "0101", box(0, 0, 100, 100)), ("orchard", "0201", box(100, 0, 100, 100)))
        result = check(plan, line_of("pbf", ("L1", box(0, 0, 200, 100))))
        assert hits_of(result) == [("PBF-01", "orchard", "L1", "warning", HA)]
        assert list(result.parcels["severity"]) == ["ok", "warning"]
        assert result.totals["warnings"] == 1
        assert result.totals["error_area_ha"] == 0

    def test_each_control_feature_has_its_own_finding_and_a_hole_none(self):
        ring = shapely.difference(box(0, 0, 100, 100), box(40, 40, 20, 20))
        plan = plan_of(("p1", "1001", box(0, 0, 200, 100)))
        result = check(plan, line_of("pbf", ("A", ring), ("B", box(150, 0, 50, 100))))
        assert hits_of(result) == [
            ("PBF-01", "p1", "A", "error", 10_000 - 400),
            ("PBF-01", "p1", "B", "error", 5_000),
        ]
        assert result.totals["multiple_area_ha"] == 0

    def test_overlapping_control_features_count_their_ground_once(self):
        plan = plan_of(("p1", "1001", box(0, 0, 200, 100)))
        result = check(plan, line_of("pbf", ("A", box(0, 0, 150, 100)), ("B", box(100, 0, 100, 100))))
        assert result.totals["finding_area_ha"] == pytest.approx(2.0)
        assert result.totals["multiple_area_ha"] == pytest.approx(0.5)
        assert result.findings["area_m2"].sum() == pytest.approx(25_000)

    def test_a_parcel_that_only_touches_is_compliant(self):
        result = check(
            plan_of(("p1", "1001", box(0, 0, 100, 100))), line_of("pbf", ("L1", box(100, 0, 50, 100)))
        )
        assert len(result.findings) == 0
        assert result.totals["compliant_area_ha"] == pytest.approx(1.0)


class TestBoundary:
    LINE = line_of("udb", ("U1", box(0, 0, 100, 100)), ("U2", box(100, 0, 100, 100)))

    def test_urban_housing_outside_is_one_finding_without_a_line_feature(self):
        # 300 m × 100 m, of which 100 m reach over both features of the boundary together.
        result = check(plan_of(("p1", "0701", box(50, 0, 250, 100))), self.LINE)
        assert hits_of(result) == [("UDB-01", "p1", None, "error", 10_000)]
        assert shapely.equals(result.findings["geometry"][0], box(200, 0, 100, 100))

    def test_inside_two_features_together_is_inside(self):
        assert len(check(plan_of(("p1", "0701", box(50, 20, 100, 50))), self.LINE).findings) == 0

    def test_far_outside_the_whole_parcel_counts(self):
        result = check(plan_of(("p1", "0701", box(500, 500, 30, 40))), self.LINE)
        assert hits_of(result) == [("UDB-01", "p1", None, "error", 1_200)]

    def test_two_boundary_layers_are_one_boundary(self):
        plan = plan_of(("p1", "0701", box(50, 0, 250, 100)))
        west = line_of("udb", ("U1", box(0, 0, 100, 100)), layer="west")
        east = line_of("udb", ("U2", box(100, 0, 100, 100)), layer="east")
        assert hits_of(check(plan, west, east)) == hits_of(check(plan, self.LINE))

    def test_rural_uses_and_forest_are_free_outside(self):
        plan = plan_of(("a", "0703", box(500, 0, 50, 50)), ("b", "0301", box(600, 0, 50, 50)))
        assert len(check(plan, self.LINE).findings) == 0

    def test_without_zones_inside_rules_of_zones_are_listed_as_not_run(self):
        result = check(plan_of(("p1", "0701", box(0, 0, 100, 100))), self.LINE)
        assert len(result.findings) == 0
        reason = result.not_run.set_index("rule_id")["reason"]
        assert "zone" in reason["UDB-05"]
        assert "UDB-01" not in reason.index
        assert "by hand" in reason["UDB-06"]

    def test_with_zones_the_special_zone_is_checked(self):
        zones = array(["集中建设区", "特别用途区"])
        plan = plan_of(("p1", "0701", box(50, 0, 100, 100)))
        result = check(plan, replace(self.LINE, zones=zones))
        assert hits_of(result) == [("UDB-05", "p1", "U2", "error", 5_000)]
        assert "UDB-05" not in set(result.not_run["rule_id"])


class TestRedline:
    GROUND = box(0, 0, 100, 100)

    def test_a_road_is_an_error_in_the_core_and_a_warning_elsewhere(self):
        line = line_of(
            "erl",
            ("K", box(0, 0, 50, 100)),
            ("G", box(50, 0, 50, 100)),
            zones=array(["核心保护区", "一般控制区"]),
        )
        result = check(plan_of(("road", "1202", self.GROUND)), line)
        assert hits_of(result) == [
            ("ERL-01", "road", "K", "error", 5_000),
            ("ERL-02", "road", "G", "warning", 5_000),
        ]

    def test_without_zones_the_general_rule_runs_and_core_and_marine_rules_are_listed(self):
        notes = NoteBook()
        result = check(
            plan_of(("road", "1202", self.GROUND)), line_of("erl", ("E", self.GROUND)), notes=notes
        )
        assert hits_of(result) == [("ERL-02", "road", "E", "warning", HA)]
        reason = result.not_run.set_index("rule_id")["reason"]
        assert "zone" in reason["ERL-01"]
        assert "zone" in reason["ERL-06"]
        assert notes.of_kind("no_zone")[0].count == 1

    def test_an_unknown_zone_value_stops_the_check(self):
        line = line_of("erl", ("E", self.GROUND), zones=array(["第三区"]))
        with pytest.raises(RuleError, match="第三区"):
            check(plan_of(("road", "1202", self.GROUND)), line)

    def test_an_evaluation_layer_is_refused(self):
        with pytest.raises(RuleError, match="evaluation"):
            check(
                plan_of(("road", "1202", self.GROUND)),
                line_of("erl", ("E", self.GROUND), layer="STBHZYYXPJJG"),
            )

    def test_existing_paddy_passes_where_the_base_shows_it(self):
        plan, line = plan_of(("field", "0101", self.GROUND)), line_of("erl", ("E", self.GROUND))
        base = base_of(("0101", "paddy", self.GROUND))
        assert len(check(plan, line, base=base).findings) == 0
        unproven = check(plan, line)
        assert hits_of(unproven) == [("ERL-02", "field", "E", "warning", HA)]
        assert list(unproven.findings["needs"]) == ["existing"]

    def test_only_the_part_that_is_not_existing_is_a_finding(self):
        # 1 ha planned as paddy: 40 m existing paddy, 35 m forest today, 25 m without land cover.
        base = base_of(("0101", "paddy", box(0, 0, 40, 100)), ("0301", "forest", box(40, 0, 35, 100)))
        result = check(
            plan_of(("field", "0101", self.GROUND)), line_of("erl", ("E", box(-5, -5, 200, 200))), base=base
        )
        assert hits_of(result) == [("ERL-02", "field", "E", "warning", 6_000)]
        assert shapely.equals(result.findings["geometry"][0], box(40, 0, 60, 100))
        assert result.findings["verdict"][0] == "unlisted"
        assert result.findings["base_code"][0] == "0301"
        assert result.totals["compliant_area_ha"] == pytest.approx(0.4)


class TestStatusAndLaw:
    GROUND = box(0, 0, 100, 100)

    @pytest.mark.parametrize("status", ["standin", "draft"])
    def test_a_line_without_legal_force_only_informs(self, status):
        plan = plan_of(("p1", "0703", self.GROUND))
        result = check(plan, line_of("pbf", ("L1", self.GROUND), status=status))
        assert set(result.findings["severity"]) == {"info"}
        assert result.findings["legal_basis"].isna().all()
        assert (result.totals["errors"], result.totals["infos"]) == (0, 2)
        assert result.totals["error_area_ha"] == 0
        assert result.totals["finding_area_ha"] == pytest.approx(1.0)

    def test_rules_that_are_not_in_force_are_left_out_with_a_note(self):
        plan, line = (
            plan_of(("p1", "1001", self.GROUND)),
            line_of("nature", ("N", self.GROUND), zones=array(["core"])),
        )
        before, after = NoteBook(), NoteBook()
        early = check(plan, line, settings=replace(SETTINGS, as_of=date(2026, 3, 14)), notes=before)
        late = check(plan, line, settings=replace(SETTINGS, as_of=date(2026, 3, 15)), notes=after)
        assert len(early.findings) == 0
        assert "NAT-01" in str(before.of_kind("rules_not_in_force")[0])
        assert hits_of(late) == [("NAT-01", "p1", "N", "error", HA)]
        assert after.of_kind("rules_not_in_force") == []

    def test_rules_that_are_not_automated_never_pass_in_silence(self):
        result = check(plan_of(("p1", "0101", self.GROUND)), line_of("pbf", ("L1", self.GROUND)))
        listed = set(result.not_run["rule_id"])
        assert {"PBF-02", "PBF-04", "PBF-09", "CON-01", "Q-02"} <= listed
        assert not {"PBF-01", "PBF-06"} & listed
        assert (result.not_run["rule_text_zh"] != "").all()


class TestInput:
    GROUND = box(0, 0, 100, 100)

    def test_parcels_without_code_or_geometry_are_not_checkable(self):
        notes = NoteBook()
        plan = plan_of(("a", None, self.GROUND), ("b", "0703", None), ("c", "0703", box(100, 0, 100, 100)))
        plan = replace(plan, area_m2=np.array([HA, 500.0, HA]))
        result = check(plan, line_of("pbf", ("L1", box(0, 0, 200, 100))), notes=notes)
        assert list(result.parcels["severity"]) == ["not_checkable", "not_checkable", "error"]
        assert result.totals["not_checkable_area_ha"] == pytest.approx(1.05)
        note = notes.of_kind("not_checkable")[0]
        assert note.ids == ("a", "b")
        assert note.area_ha == pytest.approx(1.05)

    def test_a_check_needs_a_line_with_polygons(self):
        plan = plan_of(("a", "0703", self.GROUND))
        with pytest.raises(InputError, match="No control line"):
            check(plan)
        with pytest.raises(RuleError, match="no polygons"):
            check(plan, line_of("pbf", ("L1", None)))

    def test_an_unknown_line_type_is_told_with_the_known_ones(self):
        with pytest.raises(RuleError, match=r"border.*pbf"):
            check(plan_of(("a", "0703", self.GROUND)), line_of("border", ("L1", self.GROUND)))

    def test_areas_that_do_not_add_up_stop_the_check(self):
        # Half of the parcel lies on the line, but its measured area is wrong by 1 m².
        plan = plan_of(("a", "0703", self.GROUND))
        broken = replace(plan, measured_m2=plan.measured_m2 + 1.0, area_m2=plan.area_m2 + 1.0)
        with pytest.raises(ConservationError, match=r"1\.000000 ha"):
            check(broken, line_of("pbf", ("L1", box(0, 0, 50, 100))))

    def test_attribute_areas_are_shared_by_measured_proportion(self):
        # The survey says 10 300 m² for a square of 1 ha; a quarter of it lies on the line.
        plan = replace(plan_of(("a", "0703", self.GROUND)), area_m2=np.array([10_300.0]))
        settings = replace(SETTINGS, area_rule="attribute")
        result = check(plan, line_of("pbf", ("L1", box(0, 0, 25, 100))), settings=settings)
        assert result.findings["area_m2"].tolist() == pytest.approx([2_575.0, 2_575.0], rel=1e-6)
        assert result.totals["finding_area_ha"] == pytest.approx(0.2575, rel=1e-6)
        assert result.totals["plan_area_ha"] == pytest.approx(1.03)

    def test_overlapping_parcels_do_not_double_the_totals(self):
        plan = plan_of(("a", "0703", box(0, 0, 60, 100)), ("b", "0703", box(40, 0, 60, 100)))
        result = check(plan, line_of("pbf", ("L1", self.GROUND)))
        assert result.totals["finding_area_ha"] == pytest.approx(1.0)
        assert result.totals["twice_planned_area_ha"] == pytest.approx(0.2)
        assert result.totals["plan_area_ha"] == pytest.approx(1.2)
        assert result.parcels["finding_area_m2"].tolist() == pytest.approx([6_000, 6_000])

    def test_a_geographic_crs_is_checked_on_an_equal_area_plane(self):
        # 0.01° × 0.01° at 30° N on CGCS2000: 1 069 521.173 m² (control-lines.md section 7).
        wkt = pyproj.CRS.from_epsg(4490).to_wkt()
        plane = work_plane(wkt, (114.0, 30.0, 114.01, 30.01))
        cell = array([shapely.box(114.0, 30.0, 114.01, 30.01)])
        geometry = plane.to_plane(cell)
        area = plane.ellipsoidal_m2(geometry)
        plan = PlanDraft(
            geometry, array(["a"]), array(["0703"]), array(["residential"]), area, area, "draft", True
        )
        line = ControlLine("pbf", "line", plane.to_plane(array([shapely.box(113.9, 29.9, 114.1, 30.1)])))
        result = check(plan, line, plane=plane, settings=replace(SETTINGS, area_rule="ellipsoidal"))
        assert result.totals["finding_area_ha"] == pytest.approx(106.952_117_3, abs=1e-6)


class TestUnits:
    UNITS = array([box(0, 0, 70, 100), box(70, 0, 80, 100)])
    NAMES = array(["East", "West"])

    def test_ground_is_shared_out_exactly_and_findings_go_to_their_main_unit(self):
        plan = plan_of(("a", "0703", box(0, 0, 200, 100)))
        result = check(
            plan, line_of("pbf", ("L1", box(0, 0, 200, 100))), units=self.UNITS, unit_names=self.NAMES
        )
        total = result.summary[result.summary["level"] == "total"].set_index("unit", drop=False)
        assert total["union_ha"].to_dict() == pytest.approx({None: 2.0, "East": 0.7, "West": 0.8, "–": 0.5})
        assert total["area_ha"].to_dict() == pytest.approx({None: 4.0, "East": 1.4, "West": 1.6, "–": 1.0})
        assert set(result.findings["unit"]) == {"West"}
        assert total["findings"].to_dict() == {None: 2, "East": 0, "West": 2, "–": 0}

    def test_equal_shares_go_to_the_first_by_name(self):
        plan = plan_of(("a", "0703", box(20, 0, 100, 100)))
        result = check(
            plan, line_of("pbf", ("L1", box(0, 0, 200, 100))), units=self.UNITS, unit_names=self.NAMES
        )
        assert set(result.findings["unit"]) == {"East"}


class TestCarbon:
    FACTORS = factor_set(
        forest={"agb": (100, 80, 120), "soc": (55, 50, 60), "growth": (4, 3, 6)},
        residential={"soc": (20, 10, 40), "growth": (0.5, 0.4, 0.6)},
    )

    def test_findings_on_one_ground_carry_the_carbon_and_the_total_counts_it_once(self):
        # 3 ha of forest (155 t C/ha) become housing (20 t C/ha): methods.md WE-d, 1 485 t CO2.
        ground = box(0, 0, 300, 100)
        result = check(
            plan_of(("a", "0703", ground)),
            line_of("pbf", ("L1", ground)),
            base=base_of(("0301", "forest", ground)),
            factors=self.FACTORS,
        )
        assert result.findings["stock_loss_tco2"].tolist() == pytest.approx([1_485.0, 1_485.0])
        assert result.totals["stock_loss_tco2"] == pytest.approx(1_485.0)
        # 3 ha × (4 − 0.5) t CO2e/(ha·a), and 20 years of it on top of the stock.
        assert result.totals["removal_forgone_tco2e_a"] == pytest.approx(10.5)
        assert result.totals["carbon_at_stake_tco2e"] == pytest.approx(1_485.0 + 20 * 10.5)
        assert result.parcels["carbon_tco2e"].tolist() == pytest.approx([1_695.0])

    def test_a_stand_in_line_still_shows_what_is_at_stake(self):
        ground = box(0, 0, 300, 100)
        result = check(
            plan_of(("a", "0703", ground)),
            line_of("pbf", ("L1", ground), status="standin"),
            base=base_of(("0301", "forest", ground)),
            factors=self.FACTORS,
        )
        assert result.totals["stock_loss_tco2"] == pytest.approx(1_485.0)

    def test_ground_without_land_cover_counts_nothing_and_is_noted(self):
        notes = NoteBook()
        ground = box(0, 0, 400, 100)
        result = check(
            plan_of(("a", "0703", ground)),
            line_of("pbf", ("L1", ground)),
            base=base_of(("0301", "forest", box(0, 0, 300, 100))),
            factors=self.FACTORS,
            notes=notes,
        )
        assert result.totals["stock_loss_tco2"] == pytest.approx(1_485.0)
        assert notes.of_kind("no_land_cover")[0].area_ha == pytest.approx(1.0)

    def test_land_cover_that_overlaps_itself_counts_once(self):
        notes = NoteBook()
        ground = box(0, 0, 300, 100)
        base = base_of(("0301", "forest", ground), ("0301", "forest", box(0, 0, 100, 100)))
        result = check(
            plan_of(("a", "0703", ground)),
            line_of("pbf", ("L1", ground)),
            base=base,
            factors=self.FACTORS,
            notes=notes,
        )
        assert result.totals["stock_loss_tco2"] == pytest.approx(1_485.0)
        assert notes.of_kind("base_overlap")[0].area_ha == pytest.approx(1.0)

    def test_without_factors_carbon_is_null(self):
        ground = box(0, 0, 300, 100)
        result = check(plan_of(("a", "0703", ground)), line_of("pbf", ("L1", ground)))
        assert np.isnan(result.totals["stock_loss_tco2"])
        assert result.findings["carbon_tco2e"].isna().all()


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
        result = check(plan, ControlLine("udb", "boundary", lines), plane=plane)
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


def test_the_plane_of_the_cases_measures_square_metres():
    assert PLANE.planar_m2(array([box(0, 0, 10, 10)]))[0] == 100.0
