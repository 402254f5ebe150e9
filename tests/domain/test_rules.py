# SPDX-License-Identifier: GPL-2.0-or-later
"""The national rule pack, what a rule table must look like, and how rules judge a planned code."""

from __future__ import annotations

from datetime import date

import pytest
from dualcarbon.plugin.domain.errors import RuleError
from dualcarbon.plugin.domain.rules import (
    judge,
    line_type_of_layer,
    load_rule_pack,
    refuse_evaluation_layer,
    rules_in_force,
    zone_field_of,
    zone_of,
)
from dualcarbon.plugin.domain.text_tables import read_text_table
from dualcarbon.plugin.paths import RESOURCES

PACK = load_rule_pack("cn_national")
TODAY = rules_in_force(PACK, date(2026, 4, 1))
HEADER = (RESOURCES / "rules" / "template.csv").read_text(encoding="utf-8").strip().split(",")


def verdicts(line_type, code, base=None, *, zone="", place="inside", status="legal"):
    """Verdicts as (rule, verdict, severity, needs)."""
    found = judge(TODAY, line_type, zone, place, code, base, status)
    return [(v.rule_id, v.verdict, v.severity, v.needs) for v in found]


def write_pack(tmp_path, *rows):
    """A user's rule table; each row overrides a sound rule."""
    sound = {
        "rule_id": "X-01",
        "line_type": "pbf",
        "check_type": "overlay_code",
        "where": "inside",
        "forbidden_codes": "07",
        "rule_text": "No housing.",
        "severity": "error",
    }
    lines = [",".join(HEADER)]
    lines += [",".join({**sound, **row}.get(name, "") for name in HEADER) for row in rows]
    path = tmp_path / "省级规则.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    return str(path)


class TestNationalPack:
    def test_carries_every_rule_with_its_state_of_verification(self):
        # Counted in the reference's table (its note says 63 and 42; the table has 62 and 43).
        assert len(PACK.rules) == 112
        assert PACK.rules["verified"].value_counts().to_dict() == {"yes": 62, "partial": 43, "no": 7}
        assert PACK.rules["check_type"].nunique() == 23
        assert set(PACK.rules["check_type"]) == set(PACK.check_types.index)

    def test_only_farmland_and_redline_are_closed_worlds(self):
        closed = PACK.rules[PACK.rules["closed_world"] == "yes"]
        assert sorted(closed["rule_id"]) == ["ERL-01", "ERL-02", "PBF-01"]

    def test_every_rule_is_told_in_both_languages_with_a_remedy(self):
        for column in ("rule_text", "rule_text_zh", "remedy_en", "remedy_zh", "line_zh", "line_en"):
            assert (PACK.rules[column] != "").all(), column

    def test_every_source_key_is_explained(self):
        sources = set(read_text_table(RESOURCES / "rules" / "sources.csv")["source_key"])
        cited = {key for cell in PACK.rules["source_keys"] for key in cell.split(";") if key}
        assert cited <= sources
        assert len(sources) == 58

    def test_names_its_version_and_digest(self):
        assert PACK.version == "1.1.0"
        assert len(PACK.sha256) == 64
        assert PACK.title_zh.startswith("全国")


class TestUserPack:
    def test_a_sound_table_loads_and_judges(self, tmp_path):
        pack = load_rule_pack(write_pack(tmp_path, {"allowed_codes": "0703"}))
        assert pack.id == "省级规则"
        assert judge(pack, "pbf", "", "inside", "0701", None)[0].rule_id == "X-01"
        assert judge(pack, "pbf", "", "inside", "0703", None) == ()

    def test_every_problem_is_told_with_row_column_and_reason(self, tmp_path):
        path = write_pack(
            tmp_path,
            {"forbidden_codes": "0799;07(;07;07"},
            {"severity": "fatal", "line_type": "border"},
            {"rule_id": "X-02", "zone": "core", "valid_from": "2024-13"},
            {"rule_id": "", "valid_from": "2024-09", "valid_to": "2024-08", "check_type": "guess"},
        )
        with pytest.raises(RuleError) as caught:
            load_rule_pack(path)
        problems = str(caught.value).splitlines()[1:]
        places = sorted(text.split(": ")[0] for text in problems)
        assert places == sorted(
            [
                "row 2, column forbidden_codes",
                "row 2, column forbidden_codes",
                "row 2, column forbidden_codes",
                "row 3, column rule_id",
                "row 3, column line_type",
                "row 3, column severity",
                "row 4, column zone",
                "row 4, column valid_from",
                "row 5, column rule_id",
                "row 5, column check_type",
                "row 5, column valid_to",
            ]
        )
        assert any("0799" in text and "2023" in text for text in problems)

    def test_a_missing_column_is_named(self, tmp_path):
        path = tmp_path / "short.csv"
        path.write_text("rule_id,line_type\nX-01,pbf\n", encoding="utf-8")
        with pytest.raises(RuleError, match="column severity: the column is missing"):
            load_rule_pack(str(path))

    def test_an_unknown_pack_names_the_shipped_ones(self):
        with pytest.raises(RuleError, match="cn_national"):
            load_rule_pack("cn_province")


class TestLawOfADay:
    @pytest.mark.parametrize(
        ("rule_id", "day", "in_force"),
        [
            ("CUL-02", date(2024, 8, 31), False),
            ("CUL-02", date(2024, 9, 1), True),  # valid from the month 2024-09
            ("CUL-03", date(2021, 10, 31), False),
            ("CUL-03", date(2024, 9, 30), True),  # valid to the month 2024-09
            ("CUL-03", date(2024, 10, 1), False),
            ("NAT-01", date(2026, 3, 14), False),
            ("NAT-01", date(2026, 3, 15), True),
            ("PBF-01", date(1999, 1, 1), True),  # not established, hence in force
        ],
    )
    def test_rules_run_under_the_law_of_the_day(self, rule_id, day, in_force):
        assert (rule_id in rules_in_force(PACK, day).rules.index) is in_force


class TestVerdicts:
    def test_rural_housing_on_permanent_farmland_breaks_two_rules(self):
        assert verdicts("pbf", "0703") == [
            ("PBF-01", "forbidden", "error", ""),
            ("PBF-06", "forbidden", "error", ""),
        ]

    def test_cultivated_land_is_allowed_on_permanent_farmland(self):
        assert verdicts("pbf", "0101") == []

    def test_an_orchard_is_not_listed_and_reported_by_the_closed_world(self):
        assert verdicts("pbf", "0201") == [("PBF-01", "unlisted", "warning", "")]

    def test_the_longer_code_wins(self):
        # UDB-01 allows mining (1002), asks for proof of 1001, forbids 0701 beside the allowed 0703.
        assert verdicts("udb", "1002", place="outside") == []
        assert verdicts("udb", "0701", place="outside")[0] == ("UDB-01", "forbidden", "error", "")
        assert verdicts("udb", "070301", place="outside") == []

    def test_a_qualifier_that_data_cannot_show_asks_for_proof(self):
        assert verdicts("udb", "100101", place="outside")[0] == ("UDB-01", "conditional", "warning", "集中")
        assert verdicts("erl", "1802", zone="marine") == [("ERL-06", "conditional", "warning", "围海")]

    def test_an_open_world_says_nothing_about_what_it_does_not_list(self):
        assert verdicts("udb", "0301", place="outside") == []
        assert verdicts("erl", "1901", zone="marine") == [("ERL-06", "forbidden", "error", "")]

    def test_core_and_general_zone_differ(self):
        assert verdicts("erl", "1202", zone="core") == [("ERL-01", "forbidden", "error", "")]
        assert verdicts("erl", "1202", zone="general") == [("ERL-02", "conditional", "warning", "")]

    @pytest.mark.parametrize(
        ("base", "expected"),
        [
            ("0101", []),
            ("01", []),
            ("0301", [("ERL-02", "unlisted", "warning", "")]),
            (None, [("ERL-02", "conditional", "warning", "existing")]),
        ],
    )
    def test_existing_farmland_in_the_redline_needs_the_base_to_show(self, base, expected):
        assert verdicts("erl", "0101", base, zone="general") == expected

    def test_unlisted_marine_uses_fall_under_the_general_regime(self):
        assert verdicts("erl", "0201", zone="marine") == [("ERL-02", "unlisted", "warning", "")]

    @pytest.mark.parametrize("status", ["standin", "draft"])
    def test_a_line_without_legal_force_only_informs(self, status):
        assert verdicts("pbf", "0703", status=status) == [
            ("PBF-01", "forbidden", "info", ""),
            ("PBF-06", "forbidden", "info", ""),
        ]
        assert all(v.legal_basis is None for v in judge(TODAY, "pbf", "", "inside", "0703", None, status))

    def test_a_legal_line_prints_its_basis_and_state_of_verification(self):
        verdict = judge(TODAY, "pbf", "", "inside", "0703", None)[1]
        assert verdict.legal_basis == "中华人民共和国土地管理法 主席令(2019修正) Art.62"
        assert verdict.verified == "yes"

    def test_unproven_existing_use_does_not_excuse_what_a_rule_forbids(self):
        # HIS-01: 1001 forbidden, any existing use allowed.
        assert [v.verdict for v in judge(TODAY, "historic", "", "inside", "1001", None)] == ["forbidden"]
        assert judge(TODAY, "historic", "", "inside", "1001", "1001") == ()

    @pytest.mark.parametrize("base", [None, "0301", "0101"])
    def test_what_an_open_line_does_not_name_needs_no_proof_that_it_exists(self, base):
        assert judge(TODAY, "historic", "", "inside", "0301", base, base_given=True) == ()


class TestCoarseCodes:
    @pytest.mark.parametrize("code", ["07", "09", "10", "11"])
    def test_a_code_that_a_rule_splits_must_show_its_finer_code(self, code):
        # Outside the boundary 0701, 0902, 1001 (in clusters) and 1101 (in clusters) may not be planned.
        assert verdicts("udb", code, place="outside")[0] == (
            "UDB-01",
            "conditional",
            "warning",
            "finer code",
        )

    @pytest.mark.parametrize("code", ["01", "03", "06", "12", "13"])
    def test_a_code_that_is_free_whatever_its_finer_code_stays_free(self, code):
        assert verdicts("udb", code, place="outside") == []

    def test_a_token_of_the_code_itself_wins(self):
        # ERL-02 forbids 22 and asks for proof of 2203; UDB-01 asks for proof of 08 as a whole.
        assert verdicts("erl", "22", zone="general") == [("ERL-02", "forbidden", "error", "")]
        assert verdicts("udb", "08", place="outside")[0] == ("UDB-01", "conditional", "warning", "")

    @pytest.mark.parametrize(
        ("base", "expected"),
        [("01", []), ("0101", []), (None, [("ERL-02", "conditional", "warning", "existing")])],
    )
    def test_cultivated_land_in_the_redline_still_asks_for_the_present_use_only(self, base, expected):
        assert verdicts("erl", "01", base, zone="general") == expected

    def test_finer_codes_that_are_only_allowed_ask_for_nothing(self):
        # In the core zone 2203 is allowed; 22 as a whole is not listed, as before.
        assert verdicts("erl", "22", zone="core") == [("ERL-01", "unlisted", "warning", "")]

    @pytest.mark.parametrize(
        ("cells", "code", "expected"),
        [
            ({"forbidden_codes": "10", "conditional_codes": "100101"}, "1001", "forbidden"),
            ({"forbidden_codes": "100101", "allowed_codes": "10"}, "1001", "conditional"),
            ({"forbidden_codes": "1001", "allowed_codes": "10"}, "10", None),
            ({"forbidden_codes": "1001(existing)"}, "10", "conditional"),
        ],
    )
    def test_a_coarse_code_is_never_judged_milder_than_its_parent(self, tmp_path, cells, code, expected):
        pack = load_rule_pack(write_pack(tmp_path, {"forbidden_codes": "", **cells}))
        found = [verdict.verdict for verdict in judge(pack, "pbf", "", "inside", code, None)]
        assert found == ([expected] if expected else [])

    def test_a_present_use_of_another_code_answers_the_question(self, tmp_path):
        pack = load_rule_pack(write_pack(tmp_path, {"forbidden_codes": "1001(existing)"}))
        assert judge(pack, "pbf", "", "inside", "10", "0101") == ()


class TestLawOfWhatIsNotListed:
    def test_an_orchard_on_farmland_cites_the_rule_on_orchards(self):
        (verdict,) = judge(TODAY, "pbf", "", "inside", "0201", None)
        orchards = TODAY.rules.loc["PBF-02"]
        assert "0201".startswith(orchards["forbidden_codes"].split(";")[0])
        assert (verdict.rule_id, verdict.verdict) == ("PBF-01", "unlisted")
        assert verdict.remedy_zh == orchards["remedy_zh"]
        assert verdict.legal_basis.startswith(orchards["legal_title_zh"])

    def test_a_farm_facility_cites_the_rule_on_facilities(self):
        assert (
            judge(TODAY, "pbf", "", "inside", "0602", None)[0].remedy_en
            == (TODAY.rules.at["PBF-03", "remedy_en"])
        )

    @pytest.mark.parametrize(("line_type", "zone", "code"), [("pbf", "", "05"), ("erl", "general", "0201")])
    def test_what_no_rule_names_cites_no_article(self, line_type, zone, code):
        (verdict,) = judge(TODAY, line_type, zone, "inside", code, None)
        assert (verdict.verdict, verdict.legal_basis) == ("unlisted", None)
        assert "construction" not in verdict.remedy_en
        assert "allow" in verdict.remedy_en
        assert "允许" in verdict.remedy_zh


class TestLayersAndZones:
    @pytest.mark.parametrize(
        ("name", "line_type"),
        [
            ("YJJBNTBHTB", "pbf"),
            ("yjjbntbhhx", "pbf"),
            ("330100STBHHX_2023", "erl"),
            ("CZKFBJ", "udb"),
            ("CZKFBJFWCSLX", "blue"),
            ("ZXCQCSLVX", "green"),
            ("城镇开发边界", "udb"),
            ("HAX_2023", "coast"),
            ("SHAXIAN", None),  # 沙县, a county: the coastline HAX is only letters in its name
            ("parcels", None),
        ],
    )
    def test_layer_names_tell_the_line_type(self, name, line_type):
        assert line_type_of_layer(PACK, name) == line_type

    @pytest.mark.parametrize("name", ["STBHZYYXPJJG", "stbhzyyxpjjg_2020", "生态保护重要性评价结果"])
    def test_an_importance_evaluation_is_refused_as_redline(self, name):
        with pytest.raises(RuleError, match="STBHHX"):
            refuse_evaluation_layer(name, "erl")

    def test_a_redline_is_accepted(self):
        assert refuse_evaluation_layer("STBHHX", "erl") is None

    @pytest.mark.parametrize(
        ("line_type", "raw", "zone"),
        [
            ("erl", "核心保护区", "core"),
            ("erl", "缓冲区", "core"),
            ("erl", "实验区", "general"),
            ("erl", " core ", "core"),
            ("udb", "特别用途区", "special"),
            ("udb", "弹性发展区", "elastic"),
        ],
    )
    def test_zone_values_are_understood(self, line_type, raw, zone):
        assert zone_of(PACK, line_type, raw, "layer") == zone

    def test_an_unknown_zone_value_is_told_with_layer_and_known_values(self):
        with pytest.raises(RuleError, match=r"“STBHHX”.*“第三区”.*核心保护区"):
            zone_of(PACK, "erl", "第三区", "STBHHX")

    def test_the_zone_field_is_found_whatever_its_case(self):
        assert zone_field_of(PACK, "udb", ["BSM", "ghfqmc"]) == "ghfqmc"
        assert zone_field_of(PACK, "pbf", ["BSM", "zone"]) is None
