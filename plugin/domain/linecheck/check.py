# SPDX-License-Identifier: GPL-2.0-or-later
"""The check of control lines: each by itself, then against each other, under the rules in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
import shapely

from ..areas import WorkPlane
from ..geometry import AreaMeasure, Floats, Geometries
from ..progress import Progress, part, silent
from ..rules import RulePack
from ..topology.kinds import NOISE, Kinds, kinds_of, lower_of
from .fields import check_fields, text_cells
from .found import Found
from .layers import LineCheckSettings, LineLayer, Texts
from .pairs import check_pair, pairs_in_force
from .run_rules import rule_of_layer, rules_not_run
from .single import check_layer, check_shape, founds_of

FINDING_COLUMNS = (
    "rule_id",
    "kind",
    "severity",
    "line_a",
    "id_a",
    "line_b",
    "id_b",
    "area_m2",
    "message",
    "remedy",
    "legal_basis",
)
THREE_LINES = "three_lines"
#: Overlaps within a layer up to this area (m²) are mended by snapping (rule T-01).
ERROR_M2 = 1.0


@dataclass(frozen=True)
class LineCheck:
    """``findings``: ``FINDING_COLUMNS`` and ``geometry`` in the plane; ``counts`` by number output.

    ``not_run``: rules on the lines themselves that were not run, with the reason.
    """

    findings: pd.DataFrame
    counts: dict[str, int]
    not_run: pd.DataFrame


def check_lines(
    layers: Sequence[LineLayer],
    settings: LineCheckSettings,
    law: RulePack,
    plane: WorkPlane,
    *,
    language: str = "en",
    progress: Progress = silent,
    threads: int | None = None,
) -> LineCheck:
    """Check control lines for what the rules on layers and on pairs of lines forbid.

    The findings depend neither on the order of layers and features nor on ``threads``.
    """
    kinds = kinds_of("checklines", law, language)
    measure = _measure_on(plane)
    found: list[Found] = []
    for number, layer in enumerate(layers):
        step = part(progress, 0.6 * number / len(layers), 0.6 * (number + 1) / len(layers))
        found += _check_one(layer, settings, law, kinds, measure, step, threads)
    zones = [_zone_ids(layer, law) for layer in layers]
    pairs = pairs_in_force(law)
    for number, pair in enumerate(pairs):
        step = part(progress, 0.6 + 0.4 * number / len(pairs), 0.6 + 0.4 * (number + 1) / len(pairs))
        found += check_pair(pair, layers, zones, settings, measure, step, threads)
    findings = _describe(found, kinds, law, language)
    heard = findings["severity"]
    counts = {
        "ERRORS": int((heard == "error").sum()),
        "WARNINGS": int((heard == "warning").sum()),
        "INFOS": int((heard == "info").sum()),
        "NOISE": int((heard == NOISE).sum()),
    }
    return LineCheck(findings, counts, rules_not_run(layers, zones, law, kinds))


def _measure_on(plane: WorkPlane) -> AreaMeasure:
    def measure(geoms: Geometries) -> Floats:
        return plane.ellipsoidal_m2(geoms)

    return measure


def _check_one(
    layer: LineLayer,
    settings: LineCheckSettings,
    law: RulePack,
    kinds: Kinds,
    measure: AreaMeasure,
    progress: Progress,
    threads: int | None,
) -> list[Found]:
    """A layer by itself: the rule on its line type goes before the rule on all layers."""
    own = rule_of_layer(law, layer.line.line_type, "topology")
    rule_ids = {kind: kinds.rule_id(kind) for kind in kinds if kinds.is_on(kind)}
    if own:
        rule_ids.update(multipart=own, self_overlap=own)
    found: list[Found] = []
    for frame in check_layer(layer, settings, measure, part(progress, 0.0, 0.9), threads):
        found += founds_of(frame, layer, rule_ids)
    for item in check_fields(layer, law, settings, measure, kinds.language, part(progress, 0.9, 0.95)):
        if item.kind in rule_ids:
            found.append(replace(item, rule_id=rule_ids[item.kind]))
    shape = rule_of_layer(law, layer.line.line_type, "shape")
    return found + (check_shape(layer, shape, settings, measure, part(progress, 0.95, 1.0)) if shape else [])


def _zone_ids(layer: LineLayer, law: RulePack) -> Texts:
    """The zone id of each feature: of its value, else the default of the line type."""
    line_type = layer.line.line_type
    table = law.zones[law.zones["line_type"] == line_type]
    known = dict(zip(table["raw_value"], table["zone"]))
    default = str(law.line_types.at[line_type, "default_zone"])
    cells = np.full(len(layer.ids), "", dtype=object)
    if layer.line.zones is not None:
        cells = text_cells(layer.line.zones)
    return np.array([known.get(cell, default) for cell in cells], dtype=object)


def _describe(found: Sequence[Found], kinds: Kinds, law: RulePack, language: str) -> pd.DataFrame:
    """Findings with severity and texts, in an order that layers and features do not decide."""
    precedence = _precedence(law, language)
    rows = [(*_row(item, kinds, law, language, precedence), item.geometry) for item in found]
    columns = [*FINDING_COLUMNS, "geometry"]
    frame = pd.DataFrame(rows, columns=columns, dtype=object)
    frame["area_m2"] = frame["area_m2"].astype(np.float64)
    corner = shapely.bounds(frame["geometry"].to_numpy(dtype=object))
    frame["left"], frame["bottom"] = corner[:, 0], corner[:, 1]
    order = ["rule_id", "kind", "line_a", "id_a", "line_b", "id_b", "left", "bottom", "message"]
    return frame.sort_values(order, kind="stable").drop(columns=["left", "bottom"]).reset_index(drop=True)


def _row(item: Found, kinds: Kinds, law: RulePack, language: str, precedence: str) -> tuple[Any, ...]:
    rule = law.rules.loc[item.rule_id]
    values = {**item.values}
    for key in ("line_a", "line_b", "yields"):
        if values.get(key):
            values[key] = law.line_types.at[values[key], f"name_{language}"]
    remedy = str(rule[f"remedy_{language}"])
    if item.kind in ("overlap", "island") and rule["line_type"] == THREE_LINES:
        remedy = f"{remedy} {precedence}".strip()
    return (
        item.rule_id,
        item.kind,
        _severity(item, kinds, str(rule["severity"])),
        item.line_a,
        item.id_a,
        item.line_b,
        item.id_b,
        item.area_m2,
        kinds.message(item.kind, values),
        remedy,
        None if item.trial else _legal_basis(rule),
    )


def _severity(item: Found, kinds: Kinds, stated: str) -> str:
    if item.noise:
        return NOISE
    severity = kinds.severity(item.kind, stated)
    if item.kind == "self_overlap" and (item.area_m2 or 0.0) <= ERROR_M2:
        severity = lower_of(severity, "warning")
    return lower_of(severity, "info") if item.trial else severity


def _legal_basis(rule: pd.Series) -> str | None:
    return " ".join(str(rule[name]) for name in ("legal_title_zh", "doc_no", "article") if rule[name]) or None


def _precedence(law: RulePack, language: str) -> str:
    """The order in which conflicts of the three lines are resolved, as the pack says it."""
    rules = law.rules
    chosen = rules[(rules["check_type"] == "precedence") & (rules["line_type"] == THREE_LINES)]
    column = "rule_text_zh" if language == "zh" else "rule_text"
    return " ".join(map(str, chosen[column]))
