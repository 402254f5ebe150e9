# SPDX-License-Identifier: GPL-2.0-or-later
"""Plan drafts checked against control lines: hand-made squares of known area, and real data."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import shapely
from dualcarbon.plugin.domain.errors import RuleError
from dualcarbon.plugin.domain.notes import NoteBook
from plan_cases import (
    PLANE,
    array,
    base_of,
    box,
    check,
    factor_set,
    hits_of,
    line_of,
    plan_of,
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

    def test_urban_housing_outside_is_forbidden_without_a_line_feature(self):
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
        assert "checkquantities" in reason["UDB-06"]
        assert "by hand" in reason["UDB-08"]

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
        residential={"agb": (0, 0, 0), "soc": (20, 10, 40), "growth": (0.5, 0.4, 0.6)},
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
        # PBF-01 and PBF-06 on the homestead, PBF-08 on the forest that stands there today.
        assert result.findings["stock_loss_tco2"].tolist() == pytest.approx([1_485.0] * 3)
        assert result.totals["stock_loss_tco2"] == pytest.approx(1_485.0)
        # 3 ha × (4 − 0.5) t CO2e/(ha·a), and 20 years of it on top of the stock.
        assert result.totals["removal_forgone_tco2e_a"] == pytest.approx(10.5)
        assert result.totals["carbon_at_stake_tco2e"] == pytest.approx(1_485.0 + 20 * 10.5)
        assert result.parcels["carbon_tco2e"].tolist() == pytest.approx([1_695.0])

    def test_the_share_on_weak_factors_is_that_of_the_ground_counted_once(self):
        # Two rules, one ground of 3 ha. Weak: biomass, 3 · 100 · 44/12 = 1 100 of 1 100 + 605 + 220 + 270.
        ground = box(0, 0, 300, 100)
        weak = factor_set(
            weak=["agb"],
            forest={"agb": (100, 80, 120), "soc": (55, 50, 60), "growth": (4, 3, 6)},
            residential={"agb": (0, 0, 0), "soc": (20, 10, 40), "growth": (0.5, 0.4, 0.6)},
        )
        plan, line = plan_of(("a", "0703", ground)), line_of("pbf", ("L1", ground))
        result = check(plan, line, base=base_of(("0301", "forest", ground)), factors=weak)
        assert result.totals["weak_share"] == pytest.approx(1_100 / 2_195)
        assert np.isnan(check(plan, line).totals["weak_share"])

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


def test_the_plane_of_the_cases_measures_square_metres():
    assert PLANE.planar_m2(array([box(0, 0, 10, 10)]))[0] == 100.0
