# SPDX-License-Identifier: GPL-2.0-or-later
"""Translating codes: one-to-one where data is written, defaults where a check only screens."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from dualcarbon.plugin.domain.classes import load_classification
from dualcarbon.plugin.domain.errors import ClassError
from dualcarbon.plugin.domain.translate import can_translate, translate

SURVEY, LANDSEA, OSM = "cn_third_survey", "cn_landsea_2023", "osm_landuse"


def run(codes: list[str | None], source: str, *, defaults: bool) -> pd.DataFrame:
    column = np.empty(len(codes), dtype=object)
    column[:] = codes
    return translate(column, source, LANDSEA, defaults=defaults).set_index("code")


def test_survey_classes_that_moved() -> None:
    """Published moves: mangrove 0303 → 0507, salt pan 0603 → 1003, river 1101 → 1701, main canal → 1311."""
    table = run(["0303", "0603", "1101", "1107A", "0101"], SURVEY, defaults=False)
    assert table["target"].to_dict() == {
        "0101": "0101",
        "0303": "0507",
        "0603": "1003",
        "1101": "1701",
        "1107A": "1311",
    }
    assert set(table["relation"]) == {"direct"}


def test_class_that_may_be_split_is_listed_with_its_candidates() -> None:
    written = run(["1006", "1006", None], SURVEY, defaults=False)
    assert written.at["1006", "target"] is None
    assert written.at["1006", "candidates"] == "060101;060102"
    assert written.at["1006", "count"] == 2
    screened = run(["1006"], SURVEY, defaults=True)
    assert screened.at["1006", "target"] == "0601"


def test_extent_code_has_no_target_even_as_default() -> None:
    table = run(["201"], SURVEY, defaults=True)
    assert table.at["201", "target"] is None
    assert table.at["201", "relation"] == "none"


@pytest.mark.parametrize(("source", "count"), [(SURVEY, 91), (OSM, 127)])
def test_every_code_of_the_source_has_a_row(source: str, count: int) -> None:
    codes = load_classification(source).codes.index.tolist()
    table = run(codes, source, defaults=True)
    assert len(table) == count
    known = set(load_classification(LANDSEA).codes.index)
    assert set(table["target"].dropna()) <= known
    for candidates in table["candidates"]:
        assert set(filter(None, candidates.split(";"))) <= known
    silent = table[(table["relation"] != "direct") & (table["candidates"] == "") & (table["note"] == "")]
    assert silent.empty


def test_a_default_is_a_candidate_or_their_common_group() -> None:
    for source in (SURVEY, OSM):
        table = run(load_classification(source).codes.index.tolist(), source, defaults=True)
        split = table[table["relation"] == "default_of_several"]
        for target, candidates in zip(split["target"], split["candidates"]):
            assert any(candidate.startswith(target) for candidate in candidates.split(";"))


def test_osm_says_no_more_than_it_knows() -> None:
    codes = ["landuse=farmland", "landuse=residential", "landuse=construction", "leisure=nature_reserve"]
    written = run(codes, OSM, defaults=False)
    assert written["target"].isna().all()
    screened = run(codes, OSM, defaults=True)
    assert screened["target"].to_dict() == {
        "landuse=construction": None,
        "landuse=farmland": "01",
        "landuse=residential": "0701",
        "leisure=nature_reserve": None,
    }
    assert screened.at["landuse=residential", "candidates"] == "0701;0703"


#: Land whose use, named by the guide, differs from its cover: a lined canal is a hydraulic structure.
USE_IS_NOT_COVER = {"1107A"}


def test_carbon_class_survives_a_one_to_one_translation() -> None:
    """A direct target means the same land, so both lists must give it the same carbon class."""
    changed = set()
    for source in (SURVEY, OSM):
        origin, target = load_classification(source).codes, load_classification(LANDSEA).codes
        table = run(origin.index.tolist(), source, defaults=False)
        for code, to in table["target"].dropna().items():
            if origin.at[code, "carbon_class"] != target.at[to, "carbon_class"]:
                changed.add(code)
    assert changed == USE_IS_NOT_COVER


def test_same_classification_stays() -> None:
    table = run(["0101", "9999"], LANDSEA, defaults=False)
    assert table["target"].tolist() == ["0101", None]
    assert table["relation"].tolist() == ["same", "none"]


def test_no_table_no_translation() -> None:
    assert can_translate(SURVEY, LANDSEA)
    assert not can_translate(LANDSEA, SURVEY)
    with pytest.raises(ClassError, match="cn_third_survey → cn_landsea_2023"):
        translate(np.array(["1"], dtype=object), "clcd", LANDSEA, defaults=True)
