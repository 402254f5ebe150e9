# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures and tables of targets as people write them, friendly and hostile."""

from __future__ import annotations

import math
import re

import pandas as pd
import pytest
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.quantities import find_indicator, load_indicators, read_targets
from dualcarbon.plugin.domain.quantities.figures import NotReadableError, read_direction, read_figure, unit_of
from dualcarbon.plugin.domain.quantities.targets import COLUMNS
from dualcarbon.plugin.domain.rules import load_rule_pack
from hypothesis import given
from hypothesis import strategies as st
from quantity_cases import targets_of

KINDS = ("binding", "expected", "advisory")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12.5", ("", 12.5, "")),
        ("12,5", ("", 12.5, "")),
        ("0,125", ("", 0.125, "")),
        ("1,234,567.8", ("", 1_234_567.8, "")),
        ("1.234.567,8", ("", 1_234_567.8, "")),
        ("1.234,5", ("", 1234.5, "")),
        ("12 345.6", ("", 12_345.6, "")),
        ("１２．５", ("", 12.5, "")),
        ("１２，５", ("", 12.5, "")),
        ("≥35%", ("≥", 35.0, "%")),
        ("≤ 22.40 万亩", ("≤", 22.4, "万亩")),
        ("不低于80％", ("≥", 80.0, "%")),
        ("=1.3", ("=", 1.3, "")),
        ("1.5e3", ("", 1500.0, "")),
        ("-3", ("", -3.0, "")),
        ("\u22123", ("", -3.0, "")),
    ],
)
def test_numbers_are_read_as_people_write_them(text, expected):
    assert read_figure(text) == expected


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("1,234", "ambiguous"),
        ("=A1*2", "formula"),
        ("=SUM(B2:B9)", "formula"),
        ("about ten", "number"),
        ("nan", "number"),
        ("1e999", "number"),
        ("1.2.3", "number"),
        ("1,23,4", "number"),
    ],
)
def test_what_could_mean_two_things_or_nothing_is_refused(text, reason):
    with pytest.raises(NotReadableError) as caught:
        read_figure(text)
    assert caught.value.reason == reason


@given(st.floats(min_value=-1e12, max_value=1e12, allow_nan=False).map(lambda x: round(x, 4)))
def test_a_printed_number_is_read_back(value):
    assert read_figure(f"{value:.4f}") == ("", pytest.approx(value, abs=1e-9 * max(1.0, abs(value))), "")


@pytest.mark.parametrize(
    ("text", "hectares"),
    [
        *(("hm²", 1.0), ("公顷", 1.0), ("ha", 1.0), ("km²", 100.0), ("平方公里", 100.0), ("KM2", 100.0)),
        *(("亩", 1 / 15), ("万亩", 10_000 / 15), ("m²", 1e-4), ("㎡", 1e-4), ("万公顷", 10_000.0)),
    ],
)
def test_units_of_area(text, hectares):
    unit = unit_of(text)
    assert unit is not None
    assert unit.to_base(1.0) == pytest.approx(hectares, rel=1e-15)
    assert unit.from_base(hectares) == pytest.approx(1.0, rel=1e-15)


def test_15_mu_are_a_hectare_in_both_directions():
    mu = unit_of("亩")
    assert mu is not None
    assert mu.from_base(1.0) == pytest.approx(15.0, rel=1e-15)


@pytest.mark.parametrize(
    ("text", "sign"), [("≥", "≥"), (">=", "≥"), ("不小于", "≥"), ("＜＝", "≤"), ("等于", "=")]
)
def test_directions(text, sign):
    assert read_direction(text) == sign


def test_an_unknown_direction_or_unit_is_none():
    assert read_direction("up") is None
    assert unit_of("丈") is None


def test_the_table_of_indicators_holds_the_35_of_the_city_guide_and_names_rules_that_exist():
    indicators = load_indicators()
    assert [i.number for i in indicators if i.number] == [str(number) for number in range(1, 36)]
    assert len({i.id for i in indicators}) == len(indicators)
    rules = load_rule_pack("cn_national").rules
    assert {rule for i in indicators for rule in i.rule_ids} <= set(rules.index)
    # control-lines.md section 5: 1–10, 17, 19 and 24 are binding, 12–14, 20, 21 and 32 advisory.
    numbered = {kind: {int(i.number) for i in indicators if i.number and i.binding == kind} for kind in KINDS}
    assert numbered["binding"] == {*range(1, 11), 17, 19, 24}
    assert numbered["advisory"] == {12, 13, 14, 20, 21, 32}
    assert sum(map(len, numbered.values())) == 35


def test_indicators_answer_to_number_id_names_and_aliases():
    for text in (
        "4",
        "04",
        "４",
        "cultivated_area",
        "耕地保有量",
        "Cultivated land retention",
        "耕地",
        "  耕地保有量 ",
    ):
        found = find_indicator(text)
        assert found is not None
        assert found.id == "cultivated_area"
    assert find_indicator("幸福指数") is None


def test_a_row_without_direction_unit_and_kind_takes_those_of_its_indicator():
    (target,) = targets_of({"indicator": "3", "target": "200"})
    assert (target.direction, target.unit.name, target.binding) == ("≥", "km²", "binding")
    assert target.target == pytest.approx(20_000.0)


def test_unit_and_direction_may_stand_beside_the_figure():
    (target,) = targets_of({"指标": "永久基本农田", "目标值": "≥30万亩", "表中数": "30.5万亩"})
    assert (target.direction, target.unit.name) == ("≥", "万亩")
    assert target.target == pytest.approx(20_000.0)
    assert target.table_value == pytest.approx(30.5 * 10_000 / 15)


def test_every_problem_is_named_with_row_and_column_in_one_go():
    with pytest.raises(InputError) as caught:
        targets_of(
            {"indicator": "耕地保有量", "target": "=B2*2"},
            {"indicator": "", "target": "5"},
            {"indicator": "3", "target": "1,234"},
            {"indicator": "1", "target": "12", "unit": "丈"},
            {"indicator": "5", "target": "12", "direction": "向上"},
            {"indicator": "6", "target": "≤12", "direction": "≥"},
            {"indicator": "7", "target": "12", "binding": "也许"},
            {"indicator": "8", "target": "12", "unit_name": "某镇"},
            {"indicator": "15", "target": "12"},
            {"indicator": "9", "target": "12"},
            {"indicator": "湿地面积", "target": "13"},
            {"indicator": "11", "target": "十二", "direction": "≥"},
            {"indicator": "10", "target": "35%", "unit": "km²"},
            {"indicator": "udb_area", "target": "5亩", "unit": "km²"},
            {"indicator": "urban_area", "target": "-5"},
            unit_names=["东镇"],
        )
    lines = str(caught.value).splitlines()[1:]
    places = [tuple(line.split(":")[0].replace("row ", "").split(", column ")) for line in lines]
    assert places == [
        ("2", "target"),
        ("3", "indicator"),
        ("4", "target"),
        ("5", "unit"),
        ("6", "direction"),
        ("7", "direction"),
        ("8", "binding"),
        ("9", "unit_name"),
        ("10", "direction"),
        ("12", "indicator"),
        ("13", "target"),
        ("14", "unit"),
        ("15", "unit"),
        ("16", "target"),
    ]
    assert "stands in row 11 too" in str(caught.value)


HOSTILE = ("", "4", "耕地", "≥", "=A1", "1,234", "３５％", "亩", "km2", "约束性", "-", "1e400", "0x10", "∞")
CELLS = st.one_of(st.text(max_size=12), st.sampled_from(HOSTILE))


@given(st.lists(st.fixed_dictionaries(dict.fromkeys(COLUMNS, CELLS)), min_size=1, max_size=4))
def test_whatever_stands_in_a_table_it_is_read_or_refused_with_a_sentence(rows):
    found, refusal = [], "row 2, column none: "
    try:
        found = targets_of(*rows)
    except InputError as error:
        refusal = str(error)
    assert re.search(r"row \d+, column \w+: ", refusal)
    assert all(target.indicator.id and target.direction in ("≥", "≤", "=") for target in found)
    assert all(not math.isinf(target.target) for target in found)


def test_a_table_without_targets_names_its_columns():
    frame = pd.DataFrame({"名字": ["耕地"], "数": ["1"]})
    with pytest.raises(InputError, match="lacks the column indicator, target; it has 名字, 数"):
        read_targets(frame, table="t.csv", unit_names=(), notes=NoteBook())


def test_a_header_that_a_reader_took_for_a_row_is_a_header():
    """OGR does so with workbooks where every cell is text."""
    frame = pd.DataFrame(
        [["指标", "目标值"], ["耕地保有量", "12"]], columns=["Field1", "Field2"], index=[1, 2]
    )
    (target,) = read_targets(frame, table="t.xlsx", unit_names=(), notes=NoteBook())
    assert (target.row, target.target) == (2, pytest.approx(1200.0))


def test_unknown_indicators_and_blank_targets_are_noted_and_blank_rows_are_nothing():
    notes = NoteBook()
    found = targets_of(
        {"indicator": "幸福指数", "target": "90", "direction": "≥", "table_value": "80"},
        {"indicator": "", "target": ""},
        {"indicator": "耕地保有量", "target": "—"},
        notes=notes,
    )
    assert [target.indicator.id for target in found] == ["幸福指数", "cultivated_area"]
    (unknown,) = notes.of_kind("unknown_indicator")
    assert "2: 幸福指数" in str(unknown)
    (blank,) = notes.of_kind("blank_target")
    assert "4" in str(blank)


def test_a_share_where_a_percentage_is_meant_is_pointed_out():
    """As a cap it may be meant, as in 0.3 % of Tibet; a floor of it would let everything pass."""
    notes = NoteBook()
    targets_of(
        {"indicator": "开发强度", "target": "0.3"}, {"indicator": "pbf_share", "target": "5"}, notes=notes
    )
    (note,) = notes.of_kind("small_percentage")
    assert (note.count, "2: 0.3 %" in str(note)) == (1, True)
    with pytest.raises(InputError, match=r"“0\.35” % is a floor"):
        targets_of({"indicator": "10", "target": "0.35"})


def test_the_shipped_template_is_a_table_of_targets_without_figures():
    from dualcarbon.plugin.domain.text_tables import read_text_table
    from dualcarbon.plugin.paths import RESOURCES

    rows = read_text_table(RESOURCES / "rules" / "targets_template.csv")
    notes = NoteBook()
    found = read_targets(rows, table="targets_template.csv", unit_names=(), notes=notes)
    assert len(found) == len(rows) > 10
    assert not notes.of_kind("unknown_indicator")
    assert notes.of_kind("blank_target")[0].count == len(rows)
