# SPDX-License-Identifier: GPL-2.0-or-later
"""The shipped code lists are sound, and a crosswalk of the user can take their place."""

from __future__ import annotations

from pathlib import Path

import pytest
from dualcarbon.plugin.domain.classes import (
    carbon_classes,
    classification_ids,
    load_classification,
    match_codes,
)
from dualcarbon.plugin.domain.errors import ClassError
from dualcarbon.plugin.domain.text_tables import read_text_table
from dualcarbon.plugin.paths import RESOURCES

#: Row counts as published with each classification (resources/classes/SOURCES.md).
ROWS = {
    "cn_landsea_2023": 175,
    "cn_third_survey": 91,
    "cn_gbt21010_2017": 85,
    "clcd": 9,
    "globeland30": 11,
    "esa_worldcover": 11,
    "esri_lulc10": 11,
    "glc_fcs30": 41,
    "cas_cnlucc": 40,
    "corine_clc": 64,
    "nlcd": 20,
    "modis_igbp": 17,
    "osm_landuse": 127,
}


def test_the_thirteen_classifications_are_complete_and_in_the_promised_order() -> None:
    assert classification_ids() == tuple(ROWS)
    assert {name: len(load_classification(name).codes) for name in ROWS} == ROWS


def test_carbon_classes_are_27_and_every_class_used_exists() -> None:
    known = set(carbon_classes().index)
    assert len(known) == 27
    for name in classification_ids():
        used = set(load_classification(name).codes["carbon_class"].dropna())
        assert used <= known, name


def test_groups_of_the_land_and_sea_guide_count_24_111_and_40() -> None:
    levels = load_classification("cn_landsea_2023").codes["level"].value_counts().to_dict()
    assert levels == {1: 24, 2: 111, 3: 40}


def test_every_parent_is_a_code_one_level_up() -> None:
    for name in classification_ids():
        codes = load_classification(name).codes
        children = codes[codes["parent_code"] != ""]
        parents = codes.loc[children["parent_code"], "level"].to_numpy()
        assert (parents + 1 == children["level"].to_numpy()).all(), name


@pytest.mark.parametrize("folder", ["accounts", "classes", "factors", "styles"])
def test_every_shipped_csv_keeps_its_table_schema(folder: str) -> None:
    frictionless = pytest.importorskip("frictionless", reason="frictionless is a test-only package")
    report = frictionless.Package(str(RESOURCES / folder / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])
    declared = {task.place for task in report.tasks}
    assert declared == {path.name for path in (RESOURCES / folder).glob("*.csv")}


def test_crosswalk_of_the_user_in_gb18030_with_semicolons(tmp_path: Path) -> None:
    path = tmp_path / "对照表.csv"
    path.write_bytes("code;carbon_class;name_zh\nA1;paddy;水田\nB;;未定\n".encode("gb18030"))
    match = match_codes(["A1", "B", "C"], field="kind", layer="fields", classification=str(path))
    assert match.carbon_classes().tolist() == ["paddy", None, None]
    assert match.table["how"].tolist() == ["exact", "exact", "unknown"]
    assert match.table["name_zh"].tolist()[0] == "水田"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("code,carbon_class\n1,paddy\n1,orchard\n", ["line 3", "“1”"]),
        ("code,carbon_class\n1,padi\n", ["line 2", "“padi”", "paddy"]),
        ("code,class\n1,paddy\n", ["carbon_class"]),
        ("code,carbon_class\n,paddy\n", ["line 2"]),
    ],
)
def test_broken_crosswalk_is_told_by_line(tmp_path: Path, text: str, named: list[str]) -> None:
    path = tmp_path / "own.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ClassError) as caught:
        load_classification(str(path))
    for word in ["own.csv", *named]:
        assert word in str(caught.value)


def test_unknown_classification_names_the_choices() -> None:
    with pytest.raises(ClassError, match="cn_landsea_2023"):
        load_classification("third_survey")


def test_digest_follows_the_content_not_the_line_ending(tmp_path: Path) -> None:
    unix, windows, other = tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "c.csv"
    unix.write_bytes(b"code,carbon_class\n1,paddy\n2,orchard\n")
    windows.write_bytes(b"\xef\xbb\xbfcode,carbon_class\r\n1,paddy\r\n2,orchard\r\n")
    other.write_bytes(b"code,carbon_class\n1,paddy\n2,bamboo\n")
    digests = [load_classification(str(path)).sha256 for path in (unix, windows, other)]
    assert digests[0] == digests[1] != digests[2]


def test_trial_table_says_what_the_sources_say() -> None:
    table = read_text_table(RESOURCES / "classes" / "landsea_2020_changed.csv").set_index("code_2020")
    codes_2023 = load_classification("cn_landsea_2023").codes.index
    assert (table["exclusive"] == "yes").to_dict() == {code: code not in codes_2023 for code in table.index}
    assert table["code_2023"].isin(codes_2023).all()
    assert table.at["0204", "code_2023"] == "0205"
    assert table.at["2303", "code_2023"] == "060102"
