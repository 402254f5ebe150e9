# SPDX-License-Identifier: GPL-2.0-or-later
"""From the results of runs to the data of a report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

import pandas as pd

from ..domain.classes import carbon_classes, load_classification
from ..domain.increments import change_causes
from ..domain.progress import Progress, silent
from ..domain.provenance import without_places
from ..domain.rules import load_rule_pack
from ..gis.report_inputs import NATIONAL, ReportInputs
from ..gis.report_sources import factor_rows, rule_rows
from ..gis.run import Run
from .draw import Signature, draw_maps
from .hotspot_tables import units_of_hotspots
from .model import ACCOUNT_RESULTS, SECTIONS, SINK_RESULTS, ReportData
from .stated import is_trial, numbers_of, stated_baseline, stated_results
from .texts import Texts

#: Classification whose codes stand in plans and findings.
RULE_CODES = "cn_landsea_2023"


def gather(run: Run, inputs: ReportInputs, progress: Progress = silent) -> ReportData:
    """The report of a run's inputs, with maps drawn by QGIS."""
    language, profile = run.text("LANGUAGE"), text_of(run, "PROFILE") or "si"
    check = inputs.manifest("checkplan")
    frames = inputs.frames
    created = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
    attribution = text_of(run, "ATTRIBUTION")
    hidden = run.flag("OMIT_PLACES")
    factors = factor_rows(inputs, run)
    rules = rule_rows(inputs, run)
    # After all that may make notes.
    own = {} if inputs.own_run else run.manifest.to_dict(run.notes, _now())
    shown = inputs.shown_manifests()
    signature = Signature(text_of(run, "PLACE"), text_of(run, "PRODUCER"), created, attribution)
    return ReportData(
        title=text_of(run, "TITLE") or Texts(language)("title_check"),
        created=created,
        language=language,
        profile=profile,
        place=signature.place,
        place_code=text_of(run, "PLACE_CODE"),
        year=_year(frames),
        producer=signature.producer,
        trial=is_trial(inputs),
        attribution=(attribution,) if attribution else (),
        baseline_units=frames.get("BASELINE"),
        baseline_classes=frames.get("BASELINE_TABLE"),
        baseline_totals=stated_baseline(inputs.facts("sinkbaseline")),
        findings=frames.get("FINDINGS"),
        parcels=frames.get("PARCELS"),
        summary=frames.get("SUMMARY"),
        check_totals=numbers_of(inputs.facts("checkplan").get("totals", {})),
        horizon_a=check.get("tolerances", {}).get("horizon_a"),
        factor_rows=factors,
        not_run=_not_run(check),
        manifests=tuple(map(without_places, shown) if hidden else shown),
        own_run=without_places(own) if hidden and own else own,
        maps=tuple(draw_maps(inputs, signature, Texts(language), progress)),
        sink=_sink(inputs),
        stated=stated_results(inputs),
        path=_path(inputs.facts("projectbaseline")),
        accounts={name: frames[name.upper()] for name in ACCOUNT_RESULTS if name.upper() in frames},
        sections={name: frames[name.upper()] for name in SECTIONS if name.upper() in frames},
        class_names={**_names(carbon_classes(), language), **_names_of_user(shown)},
        class_categories=dict(carbon_classes()["ipcc_category"]),
        cause_names=_names(change_causes().drop_duplicates("cause").set_index("cause"), language),
        code_names=_names(load_classification(RULE_CODES).codes, language),
        rule_texts={} if rules is None else _rule_texts(rules, language),
        line_names=_names(load_rule_pack(NATIONAL).line_types, language),
    )


def _names_of_user(manifests: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """Names that factor sets of the user, such as InVEST tables, bring for their own codes."""
    sets = [manifest.get("factor_set") for manifest in manifests]
    return {
        code: name
        for described in sets
        if isinstance(described, Mapping)
        for code, name in described.get("class_names", {}).items()
    }


def text_of(run: Run, name: str) -> str:
    """A text parameter of the run's algorithm; empty where it has none of this name."""
    return run.text(name) if run.has(name) else ""


def _now() -> str:
    return datetime.now().astimezone().isoformat(timespec="seconds")


def _year(frames: dict[str, pd.DataFrame]) -> int | None:
    for name in ("BASELINE", "BASELINE_TABLE"):
        years = frames[name]["year"].dropna() if name in frames and "year" in frames[name] else ()
        if len(years):
            return int(years.iloc[0])
    return None


def _sink(inputs: ReportInputs) -> dict[str, pd.DataFrame]:
    """The results of the sink side; hot spots with their units as their run states them."""
    found = {name: inputs.frames[name.upper()] for name in SINK_RESULTS if name.upper() in inputs.frames}
    units = units_of_hotspots(found.get("hotspot_units"), inputs.facts("sinkhotspots"))
    return found if units is None else {**found, "hotspot_units": units}


def _path(projection: Mapping[str, Any]) -> pd.DataFrame | None:
    """The years whose totals the run states: all of its path, else the last one."""
    last = projection.get("totals", {})
    rows = projection.get("path") or ([last] if "year" in last else [])
    return pd.DataFrame(rows) if rows else None


def _not_run(check: Mapping[str, Any]) -> pd.DataFrame | None:
    rows = check.get("not_run")
    return pd.DataFrame(rows) if rows else None


def _names(table: pd.DataFrame, language: str) -> dict[str, str]:
    return dict(table["name_zh" if language == "zh" else "name_en"])


def _rule_texts(rules: pd.DataFrame, language: str) -> dict[str, str]:
    local = rules["rule_text_zh"].where(rules["rule_text_zh"] != "", rules["rule_text"])
    return dict(local if language == "zh" else rules["rule_text"])
