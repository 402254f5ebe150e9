# SPDX-License-Identifier: GPL-2.0-or-later
"""From the results of earlier runs to the data of a report."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pandas as pd
from qgis.core import QgsVectorLayer

from ..domain.classes import carbon_classes
from ..domain.provenance import without_places
from ..domain.rules import load_rule_pack
from ..gis.maps import MapTexts, draw_map
from ..gis.report_inputs import ReportInputs, factor_rows
from ..gis.run import Run
from ..gis.styles import style_layer
from .model import ReportData, ReportMap
from .stated import is_trial, numbers_of, stated_baseline
from .texts import Texts

#: Maps of a report: parameter of the layer, style, chapter, key of the caption.
MAPS = (
    (("LANDUSE",), ("attachfactors",), "baseline", "map_density"),
    (("BASELINE",), ("sinkbaseline",), "baseline", "map_baseline"),
    (("FINDINGS", "PARCELS"), ("findings", "parcels"), "check", "map_findings"),
)


def gather(run: Run, inputs: ReportInputs) -> ReportData:
    """The report of a run's inputs, with maps drawn by QGIS."""
    language, profile = run.text("LANGUAGE"), run.text("PROFILE")
    check = inputs.manifest("checkplan")
    frames = inputs.frames
    created = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
    attribution = run.optional_text("ATTRIBUTION")
    hidden = run.flag("OMIT_PLACES")
    factors = factor_rows(inputs, run)
    # After all that may make notes.
    own = run.manifest.to_dict(run.notes, datetime.now().astimezone().isoformat(timespec="seconds"))
    shown = inputs.shown_manifests()
    return ReportData(
        title=run.text("TITLE"),
        created=created,
        language=language,
        profile=profile,
        place=run.text("PLACE"),
        place_code=run.text("PLACE_CODE"),
        year=_year(frames),
        producer=run.text("PRODUCER"),
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
        own_run=without_places(own) if hidden else own,
        maps=tuple(_maps(run, inputs, language, created, attribution or "")),
        class_names=_class_names(language),
        line_names=_line_names(language),
    )


def _year(frames: dict[str, pd.DataFrame]) -> int | None:
    for name in ("BASELINE", "BASELINE_TABLE"):
        years = frames[name]["year"].dropna() if name in frames and "year" in frames[name] else ()
        if len(years):
            return int(years.iloc[0])
    return None


def _not_run(check: Mapping[str, Any]) -> pd.DataFrame | None:
    rows = check.get("not_run")
    return pd.DataFrame(rows) if rows else None


def _class_names(language: str) -> dict[str, str]:
    return dict(carbon_classes()["name_zh" if language == "zh" else "name_en"])


def _line_names(language: str) -> dict[str, str]:
    types = load_rule_pack("cn_national").line_types
    return dict(types["name_zh" if language == "zh" else "name_en"])


def _maps(run: Run, inputs: ReportInputs, language: str, created: str, attribution: str) -> list[ReportMap]:
    texts = Texts(language)
    maps = []
    for parameters, styles, part, caption in MAPS:
        shown = [
            _styled(inputs.layers[parameter], style, texts(f"layer_{style}"))
            for parameter, style in zip(parameters, styles)
            if parameter in inputs.layers and inputs.layers[parameter].featureCount() > 0
        ]
        if not shown or parameters[0] not in inputs.layers:
            continue
        title = texts(caption)
        place = run.text("PLACE")
        png = draw_map(
            shown, MapTexts(f"{place} {title}".strip(), run.text("PRODUCER"), created, attribution)
        )
        maps.append(ReportMap(title, png, part))
    return maps


def _styled(layer: QgsVectorLayer, style: str, name: str) -> QgsVectorLayer:
    clone = layer.clone()
    clone.setName(name)
    style_layer(clone, style)
    return clone
