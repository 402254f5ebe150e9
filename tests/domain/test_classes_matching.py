# SPDX-License-Identifier: GPL-2.0-or-later
"""Reading the codes of a layer: what is understood, what stays unknown, what is refused."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pytest
from dualcarbon.plugin.domain.classes import (
    MatchedCodes,
    direct_classification,
    load_classification,
    match_codes,
)
from dualcarbon.plugin.domain.errors import ClassError
from hypothesis import given
from hypothesis import strategies as st

LANDSEA, SURVEY = "cn_landsea_2023", "cn_third_survey"


def match(values: Any, classification: str = LANDSEA, field: str = "code") -> MatchedCodes:
    return match_codes(values, field=field, layer="parcels", classification=classification)


def how(values: Any, classification: str = LANDSEA) -> list[tuple[Any, Any, str]]:
    table = match(values, classification).table
    return list(zip(table["raw"], table["code"], table["how"]))


# --- values as they come ---------------------------------------------------------------------


def test_null_nan_and_blank_are_one_null_row() -> None:
    found = match(["0101", None, float("nan"), "", "  ", "　", "0103"])
    assert found.table["how"].tolist() == ["null", "exact", "exact"]
    assert found.table["count"].tolist() == [5, 1, 1]
    assert found.carbon_classes().tolist() == ["paddy", *[None] * 5, "rainfed_cropland"]


@pytest.mark.parametrize(
    "value",
    ["0101", " 0101 ", "０１０１", "101", 101, 101.0, "101.0", np.int32(101), np.float32(101), "0101.0"],
)
def test_one_code_in_many_guises(value: object) -> None:
    assert match([value]).codes().tolist() == ["0101"]


@pytest.mark.parametrize(
    "value",
    ["0101 水田", "0101水田", "0101-水田", "0101　水田", "0101（水田）", "0101 Paddy field", "101 水田"],
)
def test_code_with_its_name(value: str) -> None:
    assert how([value])[0][1:] == ("0101", "named")


def test_third_level_number_is_padded_to_six_digits() -> None:
    assert match([60101]).codes().tolist() == ["060101"]


def test_arrays_of_numbers_and_series_are_taken_as_they_are() -> None:
    assert match(np.array([101.0, np.nan])).codes().tolist() == ["0101", None]
    assert match(pd.Series([101, 1001], dtype="Int64")).codes().tolist() == ["0101", "1001"]


def test_lists_in_cells_are_refused_with_the_field() -> None:
    with pytest.raises(ClassError, match="“code”"):
        match(np.array([["0101"], None], dtype=object))


# --- groups ----------------------------------------------------------------------------------


def test_unknown_finer_code_falls_to_its_longest_known_group() -> None:
    assert how(["010199", "07010199", "2099"]) == [
        ("010199", "0101", "prefix"),
        ("07010199", "070101", "prefix"),
        ("2099", "20", "prefix"),
    ]


def test_survey_letter_code_falls_to_its_class() -> None:
    assert how(["0301X", "0201k"], SURVEY) == [("0201k", "0201K", "exact"), ("0301X", "0301", "prefix")]


def test_zero_filled_null_code_is_no_wetland() -> None:
    """Group 00 of the survey is wetland, but its classes are 0303, 0304 …: nothing begins with 00."""
    assert how(["0000", "00"], SURVEY) == [("00", "00", "exact"), ("0000", None, "unknown")]


def test_odd_text_that_has_its_zero_is_not_padded_again() -> None:
    assert how(["01019"]) == [("01019", None, "unknown")]


def test_extent_codes_take_no_digit_children() -> None:
    """201 is the extent code "city": 2012 must fall to group 20, not to the city."""
    assert how(["2012"], SURVEY) == [("2012", "20", "prefix")]


def test_raster_codes_are_neither_padded_nor_grouped() -> None:
    assert how([1, 12, 123], "clcd") == [
        ("1", "1", "exact"),
        ("12", None, "unknown"),
        ("123", None, "unknown"),
    ]


def test_osm_refinement_falls_to_the_plain_tag() -> None:
    found = match(["natural=wood;leaf_type=broadleaved", "natural=wood;leaf_cycle=evergreen"], "osm_landuse")
    assert found.carbon_classes().tolist() == ["broadleaf_forest", "mixed_forest"]
    assert found.codes().tolist() == ["natural=wood;leaf_type=broadleaved", "natural=wood"]


def test_corine_rasters_carry_numbers_from_1_to_44() -> None:
    """Real rasters of Vaud hold 1, 2, 3, 4, 6, 7 …; 6 is Airports (124), 23 broad-leaved forest (311)."""
    found = match([1, 6, 23], "corine_clc")
    assert found.codes().tolist() == ["111", "124", "311"]
    assert set(found.table["how"]) == {"grid"}
    assert match([111, 124], "corine_clc").codes().tolist() == ["111", "124"]


# --- what would need a guess -----------------------------------------------------------------


def test_number_201_is_city_or_orchard() -> None:
    with pytest.raises(ClassError) as caught:
        match([101, 201], SURVEY, "DLBM")
    assert "201" in str(caught.value)
    assert "0201" in str(caught.value)
    assert "DLBM" in str(caught.value)
    assert match(["201"], SURVEY).carbon_classes().tolist() == ["other_built_up"]
    assert match([201], LANDSEA).carbon_classes().tolist() == ["orchard"]


def test_name_that_contradicts_its_code() -> None:
    with pytest.raises(ClassError) as caught:
        match(["0303 红树林地"])
    for word in ("0303", "红树林地", "灌木林地", "CLASSIFICATION"):
        assert word in str(caught.value)


@pytest.mark.parametrize("value", ["0603", 603, "0604 水产养殖设施建设用地", "090301", "090303", "1313"])
def test_codes_that_only_the_2020_trial_has(value: object) -> None:
    with pytest.raises(ClassError) as caught:
        match(["0101", value])
    for word in ("2020", "0204 → 0205", "2302 → 2303", "2023 codes first"):
        assert word in str(caught.value)


@pytest.mark.parametrize("value", ["0204 其他园地", "2302田坎", "2202 其他特殊用海"])
def test_name_of_the_2020_trial_betrays_the_version(value: str) -> None:
    with pytest.raises(ClassError, match="2020 trial"):
        match([value])


def test_2023_names_of_the_same_codes_pass() -> None:
    assert match(["0204 油料园地", "2302 后备耕地"]).codes().tolist() == ["0204", "2302"]


def test_0603_is_a_salt_pan_in_the_third_survey() -> None:
    assert match(["0603"], SURVEY).table["name_zh"].tolist() == ["盐田"]


# --- auto ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "expected"), [("DLBM", SURVEY), ("dlbm", SURVEY), ("YDYHFLDM", LANDSEA), ("GHDLBM", LANDSEA)]
)
def test_field_name_decides(field: str, expected: str) -> None:
    """0101 is paddy in all three Chinese lists, so only the field name can tell."""
    assert match(["0101"], "auto", field).classification.id == expected


def test_field_name_against_its_codes_stops() -> None:
    with pytest.raises(ClassError) as caught:
        match(["0101", "08H2"], "auto", "YDYHFLDM")
    for word in ("YDYHFLDM", LANDSEA, "08H2", SURVEY):
        assert word in str(caught.value)


def test_unknown_code_beside_a_field_hint_stays_unknown() -> None:
    found = match(["0101", "9999"], "auto", "DLBM")
    assert found.classification.id == SURVEY
    assert found.table["how"].tolist() == ["exact", "unknown"]


def test_codes_that_one_list_alone_has_decide() -> None:
    assert match(["0101", "08H2"], "auto").classification.id == SURVEY
    assert match(["0101", "070101"], "auto").classification.id == LANDSEA
    assert (
        match(["landuse=residential", "natural=wood;leaf_cycle=x"], "auto").classification.id == "osm_landuse"
    )
    assert match(["paddy", "bamboo"], "auto").classification.id == "carbon_class"


def test_names_beside_codes_decide() -> None:
    assert match(["0303 红树林地", "0101 水田"], "auto").classification.id == SURVEY


def test_lists_that_agree_on_every_class_need_no_choice() -> None:
    found = match(["0101", "0103", "0201"], "auto")
    assert found.classification.id == LANDSEA
    assert found.carbon_classes().tolist() == ["paddy", "rainfed_cropland", "orchard"]


def test_lists_that_disagree_stop() -> None:
    """0303: shrub in the guide, mangrove in the survey."""
    with pytest.raises(ClassError) as caught:
        match(["0101", "0303"], "auto")
    for word in (LANDSEA, SURVEY, "0303", "灌木林地", "红树林地", "CLASSIFICATION"):
        assert word in str(caught.value)


def test_small_raster_numbers_stop() -> None:
    with pytest.raises(ClassError, match="CLASSIFICATION"):
        match([1, 2, 5], "auto")


def test_no_list_fits() -> None:
    with pytest.raises(ClassError) as caught:
        match(["landuse=residential", "unmapped"], "auto")
    for word in ("osm_landuse", "“unmapped”", "1 of 2", "crosswalk"):
        assert word in str(caught.value)


def test_field_of_nulls_only() -> None:
    with pytest.raises(ClassError, match="no code at all"):
        match([None, ""], "auto")


# --- codes that a factor table speaks itself --------------------------------------------------


def test_lucodes_match_directly() -> None:
    table = direct_classification(["1", "2"], ["Residential", ""], title="pools.csv")
    found = match_codes([1, 2.0, "2", 3], field="lucode", layer="lulc", classification=table)
    assert found.carbon_classes().tolist() == ["1", "2", "2", None]


# --- properties ------------------------------------------------------------------------------

_PLAIN_CODES = [code for code in load_classification(LANDSEA).codes.index if code.isdigit()]


@given(st.lists(st.sampled_from(_PLAIN_CODES), min_size=1, max_size=12), st.randoms(use_true_random=False))
def test_row_order_does_not_matter(codes: list[str], random: Any) -> None:
    shuffled = list(codes)
    random.shuffle(shuffled)
    first, second = match(codes), match(shuffled)
    pd.testing.assert_frame_equal(first.table, second.table)
    assert first.codes().tolist() == codes
    assert second.codes().tolist() == shuffled


@given(st.lists(st.sampled_from(_PLAIN_CODES), min_size=1, max_size=12))
def test_a_number_means_what_its_text_means(codes: list[str]) -> None:
    as_int, as_float = [int(code) for code in codes], [float(code) for code in codes]
    assert match(as_int).codes().tolist() == codes
    assert match(as_float).codes().tolist() == codes
