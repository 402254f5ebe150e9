# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables that say where the figures come from: factors, runs, inputs, parameters and notes."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from ..domain.profiles import Profile, Quantity
from .model import ReportData
from .table import COUNT, Column, Table, is_missing, make_table
from .texts import Texts

#: Translates the English template of a note.
Translate = Callable[[str], str]

#: Ids of a note that the page spells out; the workbook holds them all.
IDS_ON_PAGE = 8

#: Factor values are written as published, to four significant decimals.
_FACTOR = Quantity("factor", 1.0, 4, {"en": "", "zh": ""})

#: Manifest facts that the table of parameters lists beside the parameters themselves.
_FACTS = ("area_rule", "crs", "as_of", "horizon_a", "tolerances", "residual_ha", "software")


def factors_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """The factor rows used, with interval, grade, source and share of the result."""
    frame = pd.DataFrame() if data.factor_rows is None else data.factor_rows.reset_index(drop=True).copy()
    frame["class_label"] = [data.class_names.get(name, name) for name in frame.get("class", [])]
    frame["term_label"] = [texts.label("term", name) for name in frame.get("term", [])]
    weak = frame["weak"] if "weak" in frame else [False] * len(frame)
    frame["grade"] = [
        " ".join([texts.label("grade", grade), *([texts("weak_mark")] if is_weak else [])])
        for grade, is_weak in zip(frame.get("evidence", []), weak)
    ]
    frame["verified_label"] = [
        texts(value) if value in ("yes", "no", "partial") else value for value in frame.get("verified", [])
    ]
    columns = [
        Column("class_label", texts("col_class"), layout="name"),
        Column("term_label", texts("col_term"), layout="name"),
        Column("value", texts("col_value"), _FACTOR, low="low", high="high"),
        Column("unit", texts("col_factor_unit"), layout="short"),
        Column(
            "share_of_result",
            profile.header(texts("col_share_of_result"), "share", texts.language),
            profile.quantity("share"),
        ),
        Column("grade", texts("col_evidence"), layout="short"),
        Column("verified_label", texts("col_verified"), layout="short"),
        Column("source", texts("col_source")),
    ]
    notes = [texts("foot_weak"), texts("foot_missing")]
    return make_table("factors", columns, frame, profile, texts, notes=notes)


def runs_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """One row per run: algorithm, version, time, factor set and rule pack with their hashes."""
    rows = [
        {
            "run": str(number),
            "algorithm": manifest.get("algorithm"),
            "plugin_version": manifest.get("plugin_version"),
            "time": manifest.get("finished") or manifest.get("created"),
            "factor_set": _identity(manifest.get("factor_set")),
            "rule_pack": _identity(manifest.get("rule_pack")),
        }
        for number, manifest in enumerate(data.manifests, start=1)
    ]
    columns = [
        Column("run", texts("col_run"), layout="short"),
        Column("algorithm", texts("col_algorithm")),
        Column("plugin_version", texts("col_plugin_version")),
        Column("time", texts("col_run_time")),
        Column("factor_set", texts("col_factor_set")),
        Column("rule_pack", texts("col_rule_pack")),
    ]
    return make_table("runs", columns, pd.DataFrame(rows), profile, texts)


def inputs_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """Every input of every run, and of the report, with source, size, CRS and content digest."""
    rows = [
        {
            "run": run,
            "input": " · ".join(str(item[key]) for key in ("parameter", "layer") if item.get(key)),
            "source": item.get("source"),
            "features": item.get("features"),
            "crs": item.get("crs"),
            "digest": item.get("sha256"),
        }
        for run, manifest in _runs_and_report(data, texts)
        for item in manifest.get("inputs", [])
    ]
    columns = [
        Column("run", texts("col_run"), layout="short"),
        Column("input", texts("col_input")),
        Column("source", texts("col_source")),
        Column("features", texts("col_features"), COUNT),
        Column("crs", texts("col_crs")),
        Column("digest", texts("col_digest")),
    ]
    return make_table("inputs", columns, pd.DataFrame(rows), profile, texts)


def parameters_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """Every parameter and setting of every run."""
    rows = [
        {"run": str(number), "parameter": name, "setting": _plain(value)}
        for number, manifest in enumerate(data.manifests, start=1)
        for name, value in [
            *manifest.get("parameters", {}).items(),
            *((fact, manifest[fact]) for fact in _FACTS if manifest.get(fact) is not None),
        ]
    ]
    columns = [
        Column("run", texts("col_run"), layout="short"),
        Column("parameter", texts("col_parameter")),
        Column("setting", texts("col_setting")),
    ]
    return make_table("parameters", columns, pd.DataFrame(rows), profile, texts)


def notes_table(data: ReportData, profile: Profile, texts: Texts, translate: Translate) -> Table:
    """Every note of every run and of the report: its sentence, count, area and ids."""
    rows = [
        {
            "run": run,
            "note": note_text(note, translate),
            "count": note.get("count"),
            "area_ha": note.get("area_ha"),
            "ids_short": _short_ids(note.get("ids", []), texts),
            "ids": "; ".join(str(item) for item in note.get("ids", [])),
        }
        for run, manifest in _runs_and_report(data, texts)
        for note in manifest.get("notes", [])
    ]
    columns = [
        Column("run", texts("col_run"), layout="short"),
        Column("note", texts("col_note")),
        Column("count", texts("col_count"), COUNT),
        Column(
            "area_ha",
            profile.header(texts("col_area"), "parcel_area", texts.language),
            profile.quantity("parcel_area"),
        ),
        Column("ids_short", texts("col_ids")),
        Column("ids", texts("col_ids"), workbook_only=True),
    ]
    return make_table("notes", columns, pd.DataFrame(rows), profile, texts)


def _runs_and_report(data: ReportData, texts: Texts) -> list[tuple[str, Mapping[str, Any]]]:
    numbered = [(str(number), manifest) for number, manifest in enumerate(data.manifests, start=1)]
    return [*numbered, (texts("this_report"), data.own_run)]


def note_text(note: Mapping[str, Any], translate: Translate) -> str:
    """The sentence of a note record in the report's language.

    Records keep the values of the sentence as text; where the translated template needs
    a number among them, the sentence as it was written stands.
    """
    text, template = str(note.get("text", "")), note.get("template")
    if not template or translate(template) == template:
        return text
    values = {**note.get("values", {}), "count": note.get("count", 0), "area_ha": note.get("area_ha") or 0.0}
    try:
        return translate(template).format(**values)
    except (ValueError, KeyError, TypeError):
        return text


def _identity(record: Any) -> str | None:
    if is_missing(record):
        return None
    if not isinstance(record, Mapping):
        return str(record)
    named = [record.get("id"), record.get("version")]
    digest = record.get("sha256")
    if digest:
        named.append(f"sha256 {str(digest)[:12]}")
    return " · ".join(str(item) for item in named if item)


def _plain(value: Any) -> str:
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False, default=str)


def _short_ids(ids: list[Any], texts: Texts) -> str | None:
    shown = ", ".join(str(item) for item in ids[:IDS_ON_PAGE])
    if len(ids) > IDS_ON_PAGE:
        return texts("note_ids_more", ids=shown, count=len(ids))
    return shown or None
