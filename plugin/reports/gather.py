# SPDX-License-Identifier: GPL-2.0-or-later
"""From the results of earlier runs to the data of a report."""

from __future__ import annotations

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
    baseline = inputs.manifest("sinkbaseline")
    frames = inputs.frames
    created = datetime.now().astimezone().strftime("%Y-%m-%d %H:%M")
    attribution = run.optional_text("ATTRIBUTION")
    hidden = run.flag("OMIT_PLACES")
    return ReportData(
        title=run.text("TITLE"),
        created=created,
        language=language,
        profile=profile,
        place=run.text("PLACE"),
        place_code=run.text("PLACE_CODE"),
        year=_year(frames),
        producer=run.text("PRODUCER"),
        trial=_is_trial(check, frames.get("FINDINGS")),
        attribution=(attribution,) if attribution else (),
        baseline_units=frames.get("BASELINE"),
        baseline_classes=frames.get("BASELINE_TABLE"),
        baseline_totals=_numbers(baseline.get("totals", {})),
        findings=frames.get("FINDINGS"),
        parcels=frames.get("PARCELS"),
        summary=frames.get("SUMMARY"),
        check_totals=_numbers(check.get("totals", {})),
        horizon_a=check.get("tolerances", {}).get("horizon_a"),
        factor_rows=factor_rows(inputs, run),
        not_run=_not_run(check),
        manifests=tuple(map(without_places, inputs.manifests) if hidden else inputs.manifests),
        maps=tuple(_maps(run, inputs, language, created, attribution or "")),
        class_names=_class_names(language),
        line_names=_line_names(check, language),
    )


def _is_trial(check: dict[str, Any], findings: pd.DataFrame | None) -> bool:
    # Without a manifest the findings tell: lines without legal force print no legal basis at all.
    if check or findings is None or findings.empty:
        return bool(check.get("trial", False))
    return bool(findings["legal_basis"].isna().all())


def _numbers(values: dict[str, Any]) -> dict[str, float]:
    return {key: float("nan") if value is None else float(value) for key, value in values.items()}


def _year(frames: dict[str, pd.DataFrame]) -> int | None:
    for name in ("BASELINE", "BASELINE_TABLE"):
        years = frames[name]["year"].dropna() if name in frames and "year" in frames[name] else ()
        if len(years):
            return int(years.iloc[0])
    return None


def _not_run(check: dict[str, Any]) -> pd.DataFrame | None:
    rows = check.get("not_run")
    return pd.DataFrame(rows) if rows else None


def _class_names(language: str) -> dict[str, str]:
    return dict(carbon_classes()["name_zh" if language == "zh" else "name_en"])


def _line_names(check: dict[str, Any], language: str) -> dict[str, str]:
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
