# SPDX-License-Identifier: GPL-2.0-or-later
"""A user's rules over those of a pack: override, clear, switch off, add; and what goes wrong on the way."""

from __future__ import annotations

import pytest
from dualcarbon.plugin.domain.provenance import describe_rule_pack
from dualcarbon.plugin.domain.rules import judge, load_rule_pack
from dualcarbon.plugin.paths import RESOURCES
from hypothesis import given, settings
from hypothesis import strategies as st
from rule_tables import SOUND, places_of, problems_of, write_table

FOLDER = RESOURCES / "rules"
NATIONAL = load_rule_pack("cn_national")
CELLS = [column for column in NATIONAL.rules.columns if column != "rule_id"]


def load(folder, *rows):
    return load_rule_pack(str(write_table(folder / "mine.csv", *rows)))


class TestOneCellAtATime:
    def test_a_filled_cell_overrides_and_a_blank_one_is_inherited(self, tmp_path):
        pack = load(
            tmp_path,
            {"rule_id": "PBF-06", "extends": "cn_national", "severity": "warning"},
            {"rule_id": "PBF-12", "severity": "error"},
        )
        assert pack.rules.at["PBF-06", "severity"] == "warning"
        assert pack.rules.at["PBF-12", "severity"] == "error"
        kept = [column for column in CELLS if column != "severity"]
        for rule_id in ("PBF-06", "PBF-12"):
            assert pack.rules.loc[rule_id, kept].equals(NATIONAL.rules.loc[rule_id, kept])
        others = NATIONAL.rules.index.drop(["PBF-06", "PBF-12"])
        assert pack.rules.loc[others].equals(NATIONAL.rules.loc[others])
        assert list(pack.rules.index) == list(NATIONAL.rules.index)

    def test_the_override_judges(self, tmp_path):
        # A province that lets rural housing onto farmland with a warning: PBF-01 stays an error.
        pack = load(tmp_path, {"rule_id": "PBF-06", "extends": "cn_national", "severity": "warning"})
        found = [(v.rule_id, v.severity) for v in judge(pack, "pbf", "", "inside", "0703", None)]
        assert found == [("PBF-01", "error"), ("PBF-06", "warning")]

    def test_a_dash_clears(self, tmp_path):
        pack = load(tmp_path, {"rule_id": "PBF-08", "extends": "cn_national", "min_area_m2": "-"})
        assert NATIONAL.rules.at["PBF-08", "min_area_m2"] == "200"
        assert pack.rules.at["PBF-08", "min_area_m2"] == ""

    def test_what_must_be_filled_cannot_be_cleared(self, tmp_path):
        path = write_table(
            tmp_path / "a.csv", {"rule_id": "PBF-08", "extends": "cn_national", "severity": "-"}
        )
        assert problems_of(path) == [(2, "severity", "the cell is empty.")]

    def test_a_rule_that_is_switched_off_is_gone_and_listed(self, tmp_path):
        pack = load(tmp_path, {"rule_id": "PBF-06", "extends": "cn_national", "enabled": "no"})
        assert "PBF-06" not in pack.rules.index
        assert pack.switched_off == ("PBF-06",)
        assert [v.rule_id for v in judge(pack, "pbf", "", "inside", "0703", None)] == ["PBF-01"]

    def test_a_heir_may_switch_it_on_again_where_it_stood(self, tmp_path):
        write_table(tmp_path / "city.csv", {"rule_id": "PBF-06", "extends": "cn_national", "enabled": "no"})
        pack = load(tmp_path, {"rule_id": "PBF-06", "extends": "city.csv", "enabled": "yes"})
        assert (pack.switched_off, pack.sha256) == ((), NATIONAL.sha256)

    def test_a_new_id_adds_a_rule_at_the_end(self, tmp_path):
        pack = load(
            tmp_path, {**SOUND, "extends": "cn_national", "line_type": "blue", "forbidden_codes": "14"}
        )
        assert list(pack.rules.index) == [*NATIONAL.rules.index, "X-01"]
        inherited, found = (
            [v.rule_id for v in judge(each, "blue", "", "inside", "1401", None)] for each in (NATIONAL, pack)
        )
        assert "BLU-01" in inherited
        assert found == [*inherited, "X-01"]


class TestLineage:
    def test_a_pack_names_the_packs_it_builds_on_the_nearest_first(self, tmp_path):
        write_table(
            tmp_path / "province.csv", {"rule_id": "PBF-12", "extends": "cn_national", "severity": "error"}
        )
        pack = load(tmp_path, {"rule_id": "PBF-05", "extends": "province.csv", "severity": "error"})
        assert [parent.id for parent in pack.extends] == ["province", "cn_national"]
        assert pack.extends[1] == NATIONAL.name
        assert (pack.rules.at["PBF-05", "severity"], pack.rules.at["PBF-12", "severity"]) == (
            "error",
            "error",
        )

    def test_the_manifest_says_so(self, tmp_path):
        pack = load(tmp_path, {"rule_id": "PBF-06", "extends": "cn_national", "enabled": "no"})
        facts = describe_rule_pack(pack)
        assert facts["switched_off"] == ["PBF-06"]
        assert facts["extends"] == [
            {"id": "cn_national", "version": NATIONAL.version, "sha256": NATIONAL.sha256}
        ]

    def test_a_change_of_the_parent_changes_the_digest_of_the_heir(self, tmp_path):
        digests = set()
        for severity in ("error", "warning"):
            write_table(
                tmp_path / "province.csv",
                {"rule_id": "PBF-05", "extends": "cn_national", "severity": severity},
            )
            digests.add(
                load(tmp_path, {"rule_id": "PBF-06", "extends": "province.csv", "where": "inside"}).sha256
            )
        assert len(digests) == 2

    def test_the_parent_may_be_named_in_every_row(self, tmp_path):
        rows = [{"rule_id": rule_id, "extends": "cn_national"} for rule_id in ("PBF-01", "ERL-01")]
        assert load(tmp_path, *rows).sha256 == NATIONAL.sha256

    def test_a_row_may_do_nothing_but_name_the_parent(self, tmp_path):
        pack = load(
            tmp_path, {"rule_id": "", "extends": "cn_national"}, {"rule_id": "PBF-06", "enabled": "no"}
        )
        assert pack.switched_off == ("PBF-06",)

    def test_guangdong_asks_every_city_for_the_farmland_share(self):
        pack = load_rule_pack("cn_guangdong")
        assert (NATIONAL.rules.at["PBF-07", "where"], pack.rules.at["PBF-07", "where"]) == (
            "province",
            "city",
        )
        assert pack.rules.at["PBF-07", "source_keys"] == "S42"
        assert len(pack.rules) == len(NATIONAL.rules)

    def test_qingdao_builds_nothing_but_water_works_in_the_blue_line(self):
        def verdict(name, code):
            return [v.verdict for v in judge(load_rule_pack(name), "blue", "", "inside", code, None)]

        assert verdict("cn_national", "1303") == ["conditional"]
        assert verdict("cn_qingdao", "1303") == ["forbidden"]
        assert verdict("cn_qingdao", "1309") == ["conditional"]
        assert verdict("cn_qingdao", "1311") == []

    def test_the_example_of_the_readme_does_what_it_says(self, tmp_path):
        text = (FOLDER / "template_README.md").read_text(encoding="utf-8")
        table = [
            [cell.strip() for cell in line.strip("|").split("|")]
            for line in text.splitlines()
            if line.startswith(("| rule_id |", "| PBF-05 |", "| WND-01 |", "| MY-01 |"))
        ]
        pack = load(tmp_path, *(dict(zip(table[0], cells)) for cells in table[1:]))
        assert pack.switched_off == ("WND-01",)
        assert [v.rule_id for v in judge(pack, "blue", "", "inside", "14", None)][-1] == "MY-01"
        assert pack.rules.loc["PBF-05", ["forbidden_codes", "severity"]].tolist() == ["1002", "error"]


class TestWhatGoesWrong:
    def test_an_unknown_parent_names_the_shipped_packs(self, tmp_path):
        path = write_table(
            tmp_path / "a.csv", {"rule_id": "PBF-01"}, {"rule_id": "PBF-02", "extends": "cn_natonal"}
        )
        ((row, column, reason),) = problems_of(path)
        assert (row, column) == (3, "extends")
        assert "“cn_natonal”" in reason
        assert "cn_national, cn_guangdong" in reason

    def test_an_unknown_parent_does_not_hide_what_the_rows_say_themselves(self, tmp_path):
        path = write_table(
            tmp_path / "a.csv", {"rule_id": "PBF-01", "extends": "gone.csv", "severity": "fatal"}
        )
        assert places_of(path) == [(2, "extends"), (2, "severity")]

    def test_tables_that_extend_each_other_are_a_circle(self, tmp_path):
        write_table(tmp_path / "a.csv", {"rule_id": "PBF-01", "extends": "b.csv"})
        write_table(tmp_path / "b.csv", {"rule_id": "PBF-01", "extends": "c.csv"})
        write_table(tmp_path / "c.csv", {"rule_id": "PBF-01", "extends": "a.csv"})
        ((row, column, reason),) = problems_of(tmp_path / "a.csv")
        assert (row, column) == (2, "extends")
        assert "circle: a.csv → b.csv → c.csv → a.csv" in reason

    def test_a_table_that_extends_itself_is_a_circle(self, tmp_path):
        path = write_table(tmp_path / "a.csv", {"rule_id": "PBF-01", "extends": "a.csv"})
        assert "a.csv → a.csv" in problems_of(path)[0][2]

    def test_a_broken_parent_is_told_with_its_own_rows(self, tmp_path):
        write_table(
            tmp_path / "city.csv", {"rule_id": "PBF-01", "extends": "cn_national", "severity": "fatal"}
        )
        path = write_table(
            tmp_path / "a.csv", {"rule_id": "PBF-01"}, {"rule_id": "PBF-02", "extends": "city.csv"}
        )
        ((row, column, reason),) = problems_of(path)
        assert (row, column) == (3, "extends")
        assert "city.csv" in reason
        assert "row 2, column severity" in reason

    def test_two_parents_are_one_too_many(self, tmp_path):
        path = write_table(
            tmp_path / "a.csv",
            {"rule_id": "PBF-01", "extends": "cn_national"},
            {"rule_id": "PBF-02", "extends": "cn_guangdong"},
        )
        ((row, column, reason),) = problems_of(path)
        assert (row, column) == (3, "extends")
        assert "cn_guangdong" in reason

    def test_an_id_that_the_parent_does_not_have_is_a_slip_or_a_whole_rule(self, tmp_path):
        path = write_table(
            tmp_path / "a.csv", {"rule_id": "PBF-99", "extends": "cn_national", "severity": "error"}
        )
        ((row, column, reason),) = problems_of(path)
        assert (row, column) == (2, "rule_id")
        assert "“PBF-99” is no rule of “cn_national”" in reason
        assert "line_type, check_type, where, rule_text" in reason

    def test_nothing_can_be_switched_off_that_is_not_there(self, tmp_path):
        path = write_table(
            tmp_path / "a.csv", {"rule_id": "PBF-99", "extends": "cn_national", "enabled": "no"}
        )
        ((row, column, reason),) = problems_of(path)
        assert (row, column) == (2, "rule_id")
        assert "switch off" in reason

    def test_an_override_is_judged_with_what_it_inherits(self, tmp_path):
        # ERL-01 speaks about zone core, which line type pbf does not have.
        path = write_table(
            tmp_path / "a.csv", {"rule_id": "ERL-01", "extends": "cn_national", "line_type": "pbf"}
        )
        assert places_of(path) == [(2, "zone")]

    def test_a_row_without_id_is_told_once(self, tmp_path):
        path = write_table(tmp_path / "a.csv", {"rule_id": "", "extends": "cn_national", "severity": "error"})
        assert problems_of(path) == [(2, "rule_id", "the cell is empty.")]

    def test_an_id_twice_is_told_once(self, tmp_path):
        path = write_table(
            tmp_path / "a.csv",
            {"rule_id": "PBF-01", "extends": "cn_national", "severity": "error"},
            {"rule_id": "PBF-01", "severity": "info"},
        )
        assert places_of(path) == [(3, "rule_id")]


class TestWhatHoldsForEveryProfile:
    @settings(max_examples=25)
    @given(
        st.lists(st.sampled_from(list(NATIONAL.rules.index)), min_size=1, max_size=8, unique=True),
        st.lists(st.sampled_from(CELLS), max_size=6, unique=True),
    )
    def test_overriding_with_what_is_there_changes_nothing(self, tmp_path_factory, rule_ids, columns):
        rows = [
            {"rule_id": rule_id, "extends": "cn_national", **NATIONAL.rules.loc[rule_id, columns]}
            for rule_id in rule_ids
        ]
        pack = load(tmp_path_factory.mktemp("same"), *rows)
        assert pack.rules.equals(NATIONAL.rules)
        assert pack.sha256 == NATIONAL.sha256

    @settings(max_examples=15)
    @given(st.permutations(["PBF-01", "PBF-06", "ERL-02", "UDB-01", "WND-01"]))
    def test_the_order_of_overrides_does_not_matter(self, tmp_path_factory, rule_ids):
        rows = [{"rule_id": rule_id, "extends": "cn_national", "severity": "info"} for rule_id in rule_ids]
        digest = load(tmp_path_factory.mktemp("order"), *rows).sha256
        assert digest == load(tmp_path_factory.mktemp("sorted"), *sorted(rows, key=str)).sha256
        assert digest != NATIONAL.sha256

    @settings(max_examples=15)
    @given(st.sets(st.sampled_from(list(NATIONAL.rules.index)), min_size=1, max_size=6))
    def test_rules_are_on_or_off_and_none_is_lost(self, tmp_path_factory, off):
        rows = [{"rule_id": rule_id, "extends": "cn_national", "enabled": "no"} for rule_id in off]
        pack = load(tmp_path_factory.mktemp("off"), *rows)
        assert set(pack.switched_off) == off
        assert set(pack.rules.index) == set(NATIONAL.rules.index) - off

    @settings(max_examples=25)
    @given(
        st.lists(
            st.dictionaries(
                st.sampled_from(["PBF-01", "PBF-02", "ERL-01"]),
                st.fixed_dictionaries(
                    {name: st.sampled_from(["", "-", "a", "b"]) for name in ("note", "exemptions")}
                ),
            ),
            min_size=1,
            max_size=4,
        )
    )
    def test_along_a_chain_the_last_word_counts(self, tmp_path_factory, levels):
        folder, parent = tmp_path_factory.mktemp("chain"), "cn_national"
        for number, level in enumerate(levels):
            rows = [{"rule_id": "", "extends": parent}]
            rows += [{"rule_id": rule_id, **cells} for rule_id, cells in level.items()]
            parent = write_table(folder / f"{number}.csv", *rows).name
        merged = load_rule_pack(str(folder / parent)).rules
        for rule_id in ("PBF-01", "PBF-02", "ERL-01"):
            for column in ("note", "exemptions"):
                said = [level[rule_id][column] for level in levels if level.get(rule_id, {}).get(column)]
                expected = said[-1] if said else NATIONAL.rules.at[rule_id, column]
                assert merged.at[rule_id, column] == ("" if expected == "-" else expected)


@pytest.mark.parametrize("name", ["cn_national", "cn_guangdong", "cn_qingdao"])
def test_shipped_packs_name_title_version_and_sources(name):
    pack = load_rule_pack(name)
    assert pack.version.count(".") == 2
    assert pack.title.isascii()
    assert not pack.title_zh.isascii()
