# SPDX-License-Identifier: GPL-2.0-or-later
"""What a rule table may hold, and the tables that rules speak by."""

from __future__ import annotations

from datetime import date

import pytest
from dualcarbon.plugin.domain.classes import load_classification
from dualcarbon.plugin.domain.errors import RuleError
from dualcarbon.plugin.domain.rules import (
    checkers_of,
    code_set,
    dispatch_target,
    has_rings,
    is_collective,
    load_rule_pack,
    ring_of,
    rule_pack_ids,
    rules_in_force,
    zone_of,
)
from dualcarbon.plugin.domain.text_tables import read_text_table
from dualcarbon.plugin.paths import RESOURCES
from rule_tables import SOUND, places_of, problems_of, write_table

FOLDER = RESOURCES / "rules"
PACK = load_rule_pack("cn_national")
CODES = set(read_text_table(RESOURCES / "classes" / "cn_landsea_2023.csv")["code"])
#: A cell that is wrong, and a word of the reason.
WRONG = (
    ("line_type", "border", "unknown"),
    ("check_type", "guess", "unknown"),
    ("where", "insde", "unknown"),
    ("severity", "fatal", "unknown"),
    ("verified", "maybe", "unknown"),
    ("closed_world", "true", "unknown"),
    ("enabled", "off", "unknown"),
    ("zone", "core", "no zone"),
    ("forbidden_codes", "0799", "0799"),
    ("conditional_codes", "07(", "“07(”"),
    ("allowed_codes", "01;01", "twice"),
    ("base_codes", "0799", "present uses"),
    ("base_codes", "01(existing)", "present uses"),
    ("min_area_m2", "200 m2", "number"),
    ("min_area_m2", "-5", "number"),
    ("min_area_m2", "nan", "number"),
    ("valid_from", "2024-13", "date"),
    ("valid_to", "2024-02-30", "date"),
    ("rule_text", "", "empty"),
)


class TestCells:
    @pytest.mark.parametrize(("column", "cell", "word"), WRONG)
    def test_a_wrong_cell_is_told_with_row_column_and_reason(self, tmp_path, column, cell, word):
        path = write_table(tmp_path / "a.csv", SOUND, {**SOUND, "rule_id": "X-02", column: cell})
        ((row, told, reason),) = problems_of(path)
        assert (row, told) == (3, column)
        assert word in reason

    def test_a_rule_must_not_end_before_it_starts(self, tmp_path):
        path = write_table(tmp_path / "a.csv", {**SOUND, "valid_from": "2024-09", "valid_to": "2024-08"})
        assert places_of(path) == [(2, "valid_to")]

    def test_a_change_of_use_needs_the_present_uses(self, tmp_path):
        path = write_table(tmp_path / "a.csv", {**SOUND, "check_type": "transition"})
        assert places_of(path) == [(2, "base_codes")]

    def test_a_misspelt_column_is_not_passed_over(self, tmp_path):
        path = write_table(tmp_path / "a.csv", {**SOUND, "conditon": "true"})
        ((row, column, reason),) = problems_of(path)
        assert (row, column) == (1, "conditon")
        assert "note" in reason

    def test_every_column_of_a_table_without_parent_is_needed(self, tmp_path):
        path = write_table(tmp_path / "a.csv", {"rule_id": "X-01", "line_type": "pbf"})
        needed = set(SOUND) - {"rule_id", "line_type"}
        assert set(places_of(path)) == {(1, column) for column in needed}

    def test_rows_are_those_of_the_file_whatever_lines_are_blank(self, tmp_path):
        path = write_table(tmp_path / "a.csv", SOUND, {**SOUND, "severity": "fatal", "rule_id": "X-02"})
        lines = path.read_text(encoding="utf-8").splitlines()
        path.write_text("\n".join([lines[0], "", lines[1], "", "", lines[2]]), encoding="utf-8")
        assert places_of(path) == [(6, "severity")]


class TestDates:
    @pytest.mark.parametrize(
        ("cells", "day", "in_force"),
        [
            ({"valid_from": "2024"}, date(2023, 12, 31), False),
            ({"valid_from": "2024"}, date(2024, 1, 1), True),
            ({"valid_to": "2024"}, date(2024, 12, 31), True),
            ({"valid_to": "2024"}, date(2025, 1, 1), False),
            ({"valid_to": "2024-02"}, date(2024, 2, 29), True),
            ({"valid_to": "2024-02"}, date(2024, 3, 1), False),
            ({"valid_to": "2024-12"}, date(2024, 12, 31), True),
            ({"valid_from": "2024-05-06", "valid_to": "2024-05-06"}, date(2024, 5, 6), True),
            ({"valid_from": "2024-05-06", "valid_to": "2024-05-06"}, date(2024, 5, 7), False),
        ],
    )
    def test_a_date_is_the_first_or_the_last_day_it_names(self, tmp_path, cells, day, in_force):
        pack = load_rule_pack(str(write_table(tmp_path / "a.csv", {**SOUND, **cells})))
        assert ("X-01" in rules_in_force(pack, day).rules.index) is in_force


class TestShippedTables:
    def test_every_kind_of_check_is_looked_after(self):
        assert set(PACK.rules["check_type"]) == set(PACK.check_types.index)
        assert len(PACK.check_types) == 23
        known = {"checkplan", "checklines", "checktopology", "checkquantities", "manual"}
        for check_type in PACK.check_types.index:
            checkers = checkers_of(PACK, check_type)
            assert checkers
            assert set(checkers) <= known
            assert "manual" not in checkers or len(checkers) == 1

    def test_present_uses_and_least_areas_are_filled_in(self):
        assert dict(PACK.rules.loc[PACK.rules["base_codes"] != "", "base_codes"]) == {
            "PBF-02": "01",
            "PBF-03": "01",
            "CUL-04": "01",
            "SEA-01": "18;19;20;21;22;24",
        }
        for rule_id, area in {"PBF-08": "200", "CUL-04": "400", "FLD-01": "400"}.items():
            assert PACK.rules.at[rule_id, "min_area_m2"] == area
            assert area in PACK.rules.at[rule_id, "tolerance"]

    def test_a_least_area_repeats_the_number_of_the_tolerance(self):
        filled = PACK.rules[PACK.rules["min_area_m2"] != ""]
        assert all(row["min_area_m2"] in row["tolerance"] for _, row in filled.iterrows())
        assert not filled["tolerance"].str.contains(" ha|km2").any()

    def test_reclaiming_land_on_the_sea_needs_no_qualifier(self):
        assert PACK.rules.at["SEA-01", "forbidden_codes"] == "07;08;09;10;11;12;19(填海);20(填海)"
        assert PACK.rules.at["SEA-01", "note"] != ""

    def test_the_template_has_every_column_a_table_may_have(self):
        header = (FOLDER / "template.csv").read_text(encoding="utf-8").strip().split(",")
        assert set(header) == {*PACK.rules.columns, "extends", "enabled"}

    def test_the_shipped_packs_are_listed(self):
        assert rule_pack_ids() == ("cn_national", "cn_guangdong", "cn_qingdao")


class TestCodeSets:
    def test_every_code_is_one_of_the_classification(self):
        for name in read_text_table(FOLDER / "code_sets.csv")["set_id"]:
            assert set(code_set(name)) <= CODES, name

    def test_urban_land_is_construction_without_works_of_the_region(self):
        every = {code for code in CODES if code.startswith(code_set("urban"))}
        construction = {code for code in CODES if code.startswith(code_set("construction"))}
        regional = {code for code in CODES if code.startswith(code_set("regional"))}
        assert every < construction
        assert regional < construction
        assert not every & regional
        assert {"0701", "0901", "1309", "1401"} <= every
        assert not {"0703", "1202", "1311", "1504"} & every

    def test_urban_and_rural_land_together_leave_out_the_region_mining_and_special_use(self):
        left_out = {
            code
            for code in CODES
            if code.startswith(code_set("construction")) and not code.startswith(code_set("urban_rural"))
        }
        assert {code for code in left_out if len(code) == 4} == {
            *("1002", "1003", "1201", "1202", "1203", "1204", "1205", "1311"),
            *(f"150{number}" for number in range(1, 8)),
        }

    def test_land_water_and_sea_make_up_the_classification(self):
        parts = (
            "cultivated",
            "garden",
            "forest",
            "grass",
            "wetland",
            "agricultural_facility",
            "construction",
        )
        parts += ("inland_water", "sea", "other_land")
        tops = [code for name in parts for code in code_set(name)]
        assert sorted(tops) == sorted(code for code in CODES if len(code) == 2)
        assert len(load_classification("cn_landsea_2023").codes) == len(CODES)

    def test_an_unknown_set_names_those_there_are(self):
        with pytest.raises(RuleError, match="cultivated"):
            code_set("towns")


class TestDistances:
    @pytest.mark.parametrize(
        ("rule_id", "zone", "metres"),
        [
            ("YZ-01", "tributary", (0, 1000)),
            ("YZ-02", "mainstem", (0, 3000)),
            ("YZ-02", "tributary", (0, 1000)),
            ("ROA-01", "motorway", (0, 30)),
            ("ROA-02", "national", (20, 70)),  # 20 m of the control zone, then 50 m
            ("ROA-02", "provincial", (15, 65)),
            ("ROA-02", "county", (10, 30)),
            ("ROA-02", "township", (5, 25)),
            ("UTL-01", "kv_154_330", (0, 15)),
        ],
    )
    def test_the_provisions_name_the_distances(self, rule_id, zone, metres):
        ring = ring_of(PACK.rings, rule_id, zone)
        assert (ring.inner_m, ring.outer_m) == metres
        assert ring.source.split()[0] in PACK.rules.at[rule_id, "source_keys"].split(";")

    def test_the_outer_ring_starts_where_the_control_zone_ends(self):
        for zone in ("national", "provincial", "county", "township"):
            assert ring_of(PACK.rings, "ROA-02", zone).inner_m == ring_of(PACK.rings, "ROA-01", zone).outer_m

    def test_where_a_provision_names_no_distance_there_is_none(self):
        assert has_rings(PACK.rings, "ROA-02")
        assert ring_of(PACK.rings, "ROA-02", "motorway") is None
        assert ring_of(PACK.rings, "ROA-01", "village") is None
        assert not has_rings(PACK.rings, "COA-03")

    @pytest.mark.parametrize(
        ("raw", "zone"), [("高速公路", "motorway"), ("国道", "national"), ("乡道", "township")]
    )
    def test_roads_are_known_by_their_class(self, raw, zone):
        assert zone_of(PACK, "road", raw, "roads") == zone

    def test_a_user_gives_distances_beside_the_table(self, tmp_path):
        path = write_table(tmp_path / "city.csv", {"rule_id": "COA-03", "extends": "cn_national"})
        write_table(
            tmp_path / "city_buffers.csv",
            {"rule_id": "COA-03", "zone": "", "inner_m": "0", "outer_m": "200"},
            {"rule_id": "ROA-01", "zone": "national", "inner_m": "0", "outer_m": "25"},
        )
        rings = load_rule_pack(str(path)).rings
        assert ring_of(rings, "COA-03", "sandy").outer_m == 200
        assert ring_of(rings, "ROA-01", "national").outer_m == 25
        assert ring_of(rings, "ROA-01", "county") is None  # the table now speaks for the whole rule
        assert ring_of(rings, "ROA-02", "county").outer_m == 30

    def test_distances_that_make_no_sense_are_told_by_row_and_column(self, tmp_path):
        path = write_table(tmp_path / "city.csv", {"rule_id": "COA-03", "extends": "cn_national"})
        ring = {"rule_id": "ROA-01", "zone": "national", "inner_m": "0", "outer_m": "25", "geometry": ""}
        wrong = {"rule_id": "ROA-99"}, {"zone": "lane"}, {"outer_m": "far"}, {"inner_m": "25", "zone": ""}
        rows = [
            {**ring, "zone": "county"},
            *({**ring, **cells} for cells in wrong),
            {**ring, "geometry": "point"},
        ]
        write_table(tmp_path / "city_buffers.csv", *rows)
        assert places_of(path) == [
            (3, "rule_id"),
            (4, "zone"),
            (5, "outer_m"),
            (6, "outer_m"),
            (7, "geometry"),
            (7, "zone"),
        ]


class TestSubTypes:
    @pytest.mark.parametrize(
        ("raw", "target"),
        [("城市紫线", ("purple", "")), ("历史文化街区", ("historic", "")), ("核心景区", ("scenic", "core"))],
    )
    def test_the_heritage_line_is_several_lines(self, raw, target):
        assert dispatch_target("heritage", raw, "LSWHBHX") == target

    def test_every_target_is_a_line_with_rules(self):
        table = read_text_table(FOLDER / "dispatch.csv")
        assert set(table["target"]) <= set(PACK.rules["line_type"])
        zones = set(zip(PACK.zones["line_type"], PACK.zones["zone"]))
        named = table[table["target_zone"] != ""]
        assert set(zip(named["target"], named["target_zone"])) <= zones

    def test_only_the_heritage_line_is_split(self):
        assert [name for name in PACK.line_types.index if is_collective(name)] == ["heritage"]

    def test_an_unknown_sub_type_is_told_with_the_known_ones(self):
        with pytest.raises(RuleError, match=r"“LSWHBHX”.*“古树”.*城市紫线"):
            dispatch_target("heritage", "古树", "LSWHBHX")


def test_a_table_without_rules_is_no_pack(tmp_path):
    path = tmp_path / "blank.csv"
    path.write_bytes((FOLDER / "template.csv").read_bytes())
    with pytest.raises(RuleError, match=r"“blank\.csv” holds no rules"):
        load_rule_pack(str(path))
