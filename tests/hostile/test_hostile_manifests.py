# SPDX-License-Identifier: GPL-2.0-or-later
"""Run manifests that somebody changed: one sentence, or read as they are; nothing is started by them."""

from __future__ import annotations

import json
from typing import Any

import pytest
from dualcarbon.plugin.domain.errors import InputError
from dualcarbon.plugin.domain.provenance import LARGEST_MANIFEST, read_manifest
from dualcarbon.plugin.domain.repeat_run import parameters_at
from dualcarbon.plugin.reports.provenance_tables import note_text

from hostile.generator import attempt
from hostile.sound_files import sound_files
from hostile.wicked import TEXTS

SOUND: dict[str, Any] = json.loads(next(file for file in sound_files() if "manifest" in file.name).content)
#: Entry → value of a kind that no run writes.
WRONG = {
    "parameters list": ("parameters", []),
    "parameters text": ("parameters", "x"),
    "inputs mapping": ("inputs", {}),
    "inputs texts": ("inputs", ["x"]),
    "inputs unnamed": ("inputs", [{}]),
    "inputs of numbers": ("inputs", [{"parameter": 1}]),
    "source list": ("inputs", [{"parameter": "INPUT", "source": ["a"]}]),
    "outputs nothing": ("outputs", None),
    "outputs nested": ("outputs", [[{"parameter": "OUTPUT"}]]),
    "columns text": ("outputs", [{"parameter": "OUTPUT", "columns": "abc"}]),
    "columns of lists": ("outputs", [{"parameter": "OUTPUT", "columns": [["a"]]}]),
    "digits by the million": ("outputs", [{"parameter": "OUTPUT", "digits": 10**9}]),
    "digits below zero": ("outputs", [{"parameter": "OUTPUT", "digits": -1}]),
    "notes text": ("notes", "abc"),
    "note values list": ("notes", [{"values": [1]}]),
    "note ids text": ("notes", [{"ids": "123"}]),
    "note count text": ("notes", [{"count": "many"}]),
    "totals list": ("totals", [1]),
    "totals of texts": ("totals", {"stock_tc": "1"}),
    "totals beyond numbers": ("totals", {"stock_tc": 10**400}),
    "totals infinite": ("totals", {"stock_tc": float("inf")}),
    "shares flat": ("shares", {"stock": 1}),
    "factor set text": ("factor_set", "cn_default"),
    "rule pack list": ("rule_pack", []),
    "store text": ("store", "a.gpkg"),
    "algorithm number": ("algorithm", 7),
    "lines unnamed": ("lines", [{}]),
    "results list": ("results", []),
}
BROKEN = {
    "empty": b"",
    "no json": b"{",
    "list": b"[]",
    "number": b"1",
    "other program": b'{"plugin": "other"}',
    "no utf-8": '{"plugin": "dualcarbon", "x": "甲"}'.encode("gbk"),
    "utf-16": json.dumps(SOUND).encode("utf-16"),
    "nested": b"[" * 100_000,
    "nested to the end": b'{"plugin": "dualcarbon", "x": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "hundred levels": b'{"plugin": "dualcarbon", "x": ' + b'{"a": [' * 50 + b"]}" * 50 + b"}",
    "long number": b'{"plugin": "dualcarbon", "x": ' + b"9" * 100_000 + b"}",
    "zero bytes": b"\0" * 1000,
}


@pytest.mark.parametrize("name", WRONG)
def test_an_entry_of_another_kind_is_named(tmp_path, name):
    entry, value = WRONG[name]
    path = tmp_path / "a.manifest.json"
    path.write_text(json.dumps({**SOUND, entry: value}), encoding="utf-8")
    with pytest.raises(InputError, match=rf"a\.manifest\.json.*changed: its entry “{entry}"):
        read_manifest(str(path))


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_manifest_is_refused(tmp_path, name):
    path = tmp_path / "a.manifest.json"
    path.write_bytes(BROKEN[name])
    with pytest.raises(InputError, match=r"a\.manifest\.json"):
        read_manifest(str(path))


def test_a_manifest_beyond_the_limit_is_refused_unread(tmp_path):
    path = tmp_path / "a.manifest.json"
    with path.open("wb") as stream:
        stream.truncate(LARGEST_MANIFEST + 1)
    with pytest.raises(InputError, match=f"may have {LARGEST_MANIFEST >> 20}"):
        read_manifest(str(path))


@pytest.mark.parametrize("name", TEXTS)
def test_outputs_stay_in_the_folder_whatever_the_manifest_calls_them(tmp_path, name):
    manifest = {
        **SOUND,
        "parameters": {
            "INPUT": "/data/a/x.gpkg",
            "OUTPUT": TEXTS[name],
            "OUTPUT_TABLE": f"../../{TEXTS[name]}",
        },
        "outputs": [{"parameter": "OUTPUT", "path": TEXTS[name]}],
    }
    asked = parameters_at(manifest, "/a/", "/b/", tmp_path, ["OUTPUT", "OUTPUT_TABLE"])
    for output in ("OUTPUT", "OUTPUT_TABLE"):
        assert (tmp_path / asked[output]).resolve().parent == tmp_path.resolve()


@pytest.mark.parametrize("name", TEXTS)
def test_a_note_is_no_format_to_be_filled(name):
    note = {"text": "as written", "template": TEXTS[name], "values": {"a": None}}
    assert note_text(note, lambda text: text) == "as written"


@pytest.mark.parametrize("values", [{}, {"count": None}, {"a": []}, {"a": None}, {"a": "x"}])
def test_a_translated_note_without_its_values_stays_as_written(values):
    note = {"text": "as written", "template": "{a:.2f} of {b}", "values": values}
    assert note_text(note, lambda _text: "{b} 中的 {a:.2f}") == "as written"


@pytest.mark.parametrize(
    "algorithm", ["native:buffer", "qgis:executesql", "script:x", "dualcarbon:none", "", "../x"]
)
def test_no_tool_but_the_plugins_own_is_repeated(provider, tmp_path, algorithm):
    path = tmp_path / "a.manifest.json"
    path.write_text(json.dumps({**SOUND, "algorithm": algorithm}), encoding="utf-8")
    given = {"MANIFEST_FILE": str(path), "FROM": "a", "PLACES": "b", "OUTPUT_FOLDER": str(tmp_path)}
    outcome = attempt("repeatrun", {**given, "OUTPUT": "memory:"})
    assert "of the manifest is not there" in outcome.refusal


@pytest.mark.parametrize("place", ["..", ".", "a/b", "a\\b", "a*", "a?", "<a>", 'a|b"'])
def test_no_place_is_a_way_out_of_the_folder(provider, tmp_path, place):
    path = tmp_path / "a.manifest.json"
    path.write_text(json.dumps(SOUND), encoding="utf-8")
    given = {"MANIFEST_FILE": str(path), "FROM": "a", "PLACES": place, "OUTPUT_FOLDER": str(tmp_path / "out")}
    assert attempt("repeatrun", {**given, "OUTPUT": "memory:"}).refusal
    assert [entry.name for entry in tmp_path.iterdir() if entry.name != "out"] == ["a.manifest.json"]
