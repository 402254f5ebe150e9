# SPDX-License-Identifier: GPL-2.0-or-later
"""Run manifests: plain JSON, no places where none are wanted, digests that survive a file format."""

from __future__ import annotations

import json
import math

import numpy as np
import pandas as pd
import pytest
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.factors import factor_set_from_frame, load_factor_set
from dualcarbon.plugin.domain.notes import NoteBook
from dualcarbon.plugin.domain.provenance import (
    RunManifest,
    describe_factor_set,
    describe_rule_pack,
    digest_columns,
    read_manifest,
    to_json,
    without_places,
)
from dualcarbon.plugin.domain.rules import load_rule_pack


def manifest():
    made = RunManifest(
        "dualcarbon:attachfactors",
        "0.1.0",
        {"INPUT": "/data/甲/land.gpkg", "AREA_RULE": "planar", "LAYERS": ["/data/乙/x.gpkg"], "N": 3},
        {"qgis": "3.22"},
        "2026-01-01T00:00:00+08:00",
    )
    made.add_input("INPUT", layer="DLTB", source="/data/甲/land.gpkg", sha256="ab", features=np.int64(2))
    made.add_output("OUTPUT", path="C:\\out\\a.gpkg", features=2, sha256="cd")
    made.facts.update(totals={"stock_tc": np.float64(1.5), "low": math.nan}, shape=(1, 2))
    notes = NoteBook()
    notes.add("gap", "{count} gaps, {area_ha:.2f} ha", count=2, area_ha=0.5, ids=[7, "b"])
    return made.to_dict(notes, "2026-01-01T00:00:01+08:00")


def test_it_is_plain_json_with_null_for_nan_and_chinese_as_it_is():
    text = to_json(manifest())
    read = json.loads(text)
    assert "甲" in text
    assert read["totals"] == {"stock_tc": 1.5, "low": None}
    assert read["inputs"][0]["features"] == 2
    assert read["notes"][0]["text"] == "2 gaps, 0.50 ha"
    assert read["notes"][0]["ids"] == ["7", "b"]


def test_without_places_names_no_path_anywhere_and_keeps_the_digests():
    text = json.dumps(without_places(manifest()), ensure_ascii=False)
    for place in ("/data", "甲", "乙", "C:", "a.gpkg"):
        assert place not in text, place
    read = json.loads(text)
    assert read["inputs"][0]["sha256"] == "ab"
    assert read["outputs"][0]["sha256"] == "cd"
    assert read["parameters"]["AREA_RULE"] == "planar"


def without_places_of(value):
    made = RunManifest("dualcarbon:sinkbaseline", "0.1.0", {"FACTOR_SET": value}, {}, "2026-01-01")
    return without_places(made.to_dict(NoteBook(), "2026-01-01"))["parameters"]["FACTOR_SET"]


@pytest.mark.parametrize("shipped", ["cn_default", "ipcc_default/boreal", "ipcc_default/tropical_wet"])
def test_the_id_of_a_shipped_factor_set_is_no_place(shipped):
    """A run can only be replayed when its climate is known, and a climate betrays nobody."""
    assert load_factor_set(shipped).id == shipped
    assert without_places_of(shipped) == shipped


@pytest.mark.parametrize(
    "place", ["ipcc_default/某县", "cn_default/某县.csv", "ipcc_default\\某县", "/data/某县/ipcc_default"]
)
def test_a_folder_called_like_a_factor_set_is_a_place(place):
    assert without_places_of(place) == "(left out)"


def test_reading_back_gives_the_same_and_refuses_what_is_none(tmp_path):
    path = tmp_path / "run.json"
    path.write_text(to_json(manifest()), encoding="utf-8")
    assert read_manifest(str(path)) == json.loads(to_json(manifest()))
    for content in ("{", "[]", '{"plugin": "other"}'):
        path.write_text(content, encoding="utf-8")
        with pytest.raises(InputError, match=r"run\.json"):
            read_manifest(str(path))
    with pytest.raises(InputError, match="gone"):
        read_manifest(str(tmp_path / "gone.json"))


def test_a_digest_knows_values_order_and_names():
    frame = pd.DataFrame({"unit": ["甲", "乙"], "stock_tc": [1.0, 2.0]})
    same = digest_columns(frame, ["unit", "stock_tc"])
    for other in (
        frame.assign(stock_tc=[1.0, 2.00000000000001]),
        frame.iloc[::-1],
        frame.assign(unit=["甲", "丙"]),
        frame.assign(stock_tc=[1.0, math.nan]),
    ):
        assert digest_columns(other, ["unit", "stock_tc"]) != same
    assert digest_columns(frame, ["stock_tc", "unit"]) != same
    assert digest_columns(frame.rename(columns={"unit": "town"}), ["town", "stock_tc"]) != same


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ([1.5, math.nan], [1.5, None]),
        ([math.nan, math.nan], [None, None]),
        (["a", None], ["a", ""]),
        ([None, None], [math.nan, math.nan]),
        (["", ""], [None, None]),
        ([1, 2], [1.0, 2.0]),
        ([-0.0], [0.0]),
        ([], []),
    ],
)
def test_a_digest_survives_what_formats_do_to_types(written, read):
    """NULL, NaN and empty text come back as each other, whole numbers as floats."""
    before = pd.DataFrame({"x": pd.Series(written, dtype=None if written else object)})
    after = pd.DataFrame({"x": pd.Series(read, dtype=None if read else object)})
    assert digest_columns(before, ["x"]) == digest_columns(after, ["x"])


def test_a_csv_keeps_15_digits_and_its_digest_knows():
    before = pd.DataFrame({"x": [0.1 + 0.2, 1 / 3]})
    after = pd.DataFrame({"x": [0.3, 0.333333333333333]})
    assert digest_columns(before, ["x"], 15) == digest_columns(after, ["x"], 15)
    assert digest_columns(before, ["x"]) != digest_columns(after, ["x"])


def test_factor_sets_and_rule_packs_are_named_with_their_digest():
    factors = describe_factor_set(load_factor_set("cn_default"))
    assert (factors["id"], factors["soil_depth_cm"], len(factors["sha256"])) == ("cn_default", "0-100", 64)
    rules = describe_rule_pack(load_rule_pack("cn_national"))
    assert (rules["id"], len(rules["sha256"])) == ("cn_national", 64)


def test_names_that_an_invest_table_gives_its_codes_are_kept():
    """A shipped set has the names of the shipped classes and tells none."""
    table = {"lucode": ["1", "54"], "LULC_Name": ["Residential", "Forest closed conifer"]}
    pools = {name: ["1", "2"] for name in ("c_above", "c_below", "c_soil", "c_dead")}
    named = factor_set_from_frame(pd.DataFrame({**table, **pools}), file="pools.csv")
    assert describe_factor_set(named)["class_names"] == {"1": "Residential", "54": "Forest closed conifer"}
    assert "class_names" not in describe_factor_set(load_factor_set("cn_default"))
