# SPDX-License-Identifier: GPL-2.0-or-later
"""Translated codes: one-to-one targets are written, the rest keeps its candidates."""

from __future__ import annotations

import pytest
from layers_by_hand import make_layer, manifest_of, notes_of, rows_of, square

X, Y = 500_000.0, 3_300_000.0


def survey(*codes, **fields):
    return make_layer(
        [(square(X + 100 * n, Y), {"DLBM": code, **fields}) for n, code in enumerate(codes)], name="DLTB"
    )


@pytest.fixture
def translate(run, tmp_path):
    def call(layer, **more):
        settings = {
            "INPUT": layer,
            "CLASS_FIELD": "DLBM",
            "CLASSIFICATION": "cn_third_survey",
            "MANIFEST": str(tmp_path / "run.json"),
            "OUTPUT": "memory:",
        }
        result = run("translatecodes", **{**settings, **more})
        return result, rows_of(result["OUTPUT"])

    return call


def test_survey_codes_become_land_and_sea_codes(translate):
    """0702 (homestead) is 0703 there, 1003 (road) 1202, 0508 (logistics) 1101, 0301K 0301."""
    result, rows = translate(survey("0101", "0702", "1003", "0508", "0301K"))
    assert [row["target_code"] for row in rows] == ["0101", "0703", "1202", "1101", "0301"]
    assert [row["target_name"] for row in rows] == [
        "水田",
        "农村宅基地",
        "公路用地",
        "物流仓储用地",
        "乔木林地",
    ]
    assert {row["relation"] for row in rows} == {"direct"}
    assert result["UNMAPPED_COUNT"] == 0


def test_a_class_that_may_be_split_stays_empty_with_its_candidates(translate):
    """1006 (village road) may be 060101 or 060102; two features are counted."""
    result, rows = translate(survey("1006", "0101", "1006"))
    assert [row["target_code"] for row in rows] == [None, "0101", None]
    assert rows[0]["relation"] == "default_of_several"
    assert rows[0]["candidates"] == "060101;060102"
    assert result["UNMAPPED_COUNT"] == 2
    note = notes_of(result)["not_one_to_one"]
    assert (note["count"], note["values"]["code"]) == (2, "1006")
    assert "060101;060102" in note["text"]


def test_unknown_and_null_codes_get_no_target(translate):
    result, rows = translate(survey("0101", "9999", None))
    assert [row["target_code"] for row in rows] == ["0101", None, None]
    assert [row["relation"] for row in rows] == ["direct", "none", "none"]
    assert result["UNMAPPED_COUNT"] == 2


def test_codes_unknown_to_the_classification_are_listed(translate):
    """Nothing is dropped in silence: 9999 and NULL are named with their count."""
    result, _ = translate(survey("0101", "9999", "9999", None))
    note = notes_of(result)["codes_unknown"]
    assert note["count"] == 3
    assert "9999 (2)" in note["text"]
    assert "NULL (1)" in note["text"]


def test_the_same_classification_keeps_codes(translate):
    _, rows = translate(survey("0101", "0703"), CLASSIFICATION="cn_landsea_2023")
    assert [(row["target_code"], row["relation"]) for row in rows] == [("0101", "same"), ("0703", "same")]


def test_osm_tags_become_codes(translate):
    layer = make_layer(
        [
            (square(X, Y), {"class": "landuse=farmland;crop=rice"}),
            (square(X + 100, Y), {"class": "landuse=residential"}),
        ]
    )
    result, rows = translate(layer, CLASS_FIELD="class", CLASSIFICATION="osm_landuse")
    assert [row["target_code"] for row in rows] == ["0101", None]
    assert rows[1]["candidates"] == "0701;0703"
    assert manifest_of(result)["target"] == "cn_landsea_2023"


def test_geometry_and_fields_of_the_input_are_kept(translate):
    layer = survey("0101", "1003", target_code="mine", NOTE="x")
    result, rows = translate(layer)
    assert [row["target_code_in"] for row in rows] == ["mine", "mine"]
    assert [row["NOTE"] for row in rows] == ["x", "x"]
    before = [f.geometry().asWkt() for f in layer.getFeatures()]
    assert [f.geometry().asWkt() for f in result["OUTPUT"].getFeatures()] == before


def test_tables_without_geometry_and_points_can_be_translated(translate):
    table = make_layer([(None, {"DLBM": "1003"})], kind="None", crs="")
    _, rows = translate(table)
    assert rows[0]["target_code"] == "1202"
    points = make_layer([("POINT(1 1)", {"DLBM": "1003"})], kind="Point")
    result, rows = translate(points)
    assert rows[0]["target_code"] == "1202"
    assert next(result["OUTPUT"].getFeatures()).geometry().asWkt(0) == "Point (1 1)"


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"CLASS_FIELD": "NOPE"}, "no field “NOPE”"),
        ({"CLASSIFICATION": "clcd"}, "clcd"),
        ({"TARGET": "cn_third_survey", "CLASSIFICATION": "cn_landsea_2023"}, "cn_landsea_2023"),
        ({"TARGET": "no_such_list"}, "no_such_list"),
    ],
)
def test_what_cannot_be_translated_ends_in_one_sentence(refused, change, part):
    given = {
        "INPUT": survey("0101"),
        "CLASS_FIELD": "DLBM",
        "CLASSIFICATION": "cn_third_survey",
        "OUTPUT": "memory:",
    }
    sentence = refused("translatecodes", **{**given, **change})
    assert part in sentence
    assert "defect" not in sentence
