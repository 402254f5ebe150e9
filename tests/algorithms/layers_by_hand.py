# SPDX-License-Identifier: GPL-2.0-or-later
"""Small layers made by hand, results as plain rows, and feedback that remembers."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsDateTimeRange,
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsGeometry,
    QgsProcessingFeedback,
    QgsVectorLayer,
    QgsVectorLayerTemporalContext,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QTime, QVariant

ROOT = Path(__file__).resolve().parents[2]
#: Real data beside the repository, where it is at hand.
SHARED = ROOT.parent / "shared" / "data"


class Log(QgsProcessingFeedback):
    """Feedback that keeps what was said."""

    def __init__(self) -> None:
        super().__init__(False)
        self.infos: list[str] = []
        self.warnings: list[str] = []

    def pushInfo(self, info: str) -> None:
        self.infos.append(info)

    def pushWarning(self, warning: str) -> None:
        self.warnings.append(warning)

    def said(self, part: str) -> bool:
        return any(part in text for text in [*self.infos, *self.warnings])


def make_layer(
    rows: Sequence[tuple[str | None, dict[str, Any]]],
    crs: str = "EPSG:4547",
    name: str = "parcels",
    kind: str = "MultiPolygon",
    types: dict[str, Any] | None = None,
) -> QgsVectorLayer:
    """A memory layer from (WKT, attributes); attribute types from the first row unless given."""
    layer = QgsVectorLayer(f"{kind}?crs={crs}", name, "memory")
    kinds = {str: QVariant.String, float: QVariant.Double, int: QVariant.LongLong}
    fields = types or {key: kinds[type(value)] for key, value in (rows[0][1] if rows else {}).items()}
    layer.dataProvider().addAttributes([QgsField(key, value) for key, value in fields.items()])
    layer.updateFields()
    features = []
    for wkt, attributes in rows:
        feature = QgsFeature(layer.fields())
        for key, value in attributes.items():
            feature[key] = value
        if wkt is not None:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def square(x: float, y: float, side: float = 100.0, height: float | None = None) -> str:
    """WKT of a rectangle with its lower left corner at (x, y), in metres."""
    top = y + (side if height is None else height)
    return f"POLYGON(({x} {y},{x + side} {y},{x + side} {top},{x} {top},{x} {y}))"


def rows_of(layer: QgsVectorLayer | str) -> list[dict[str, Any]]:
    """Attributes of a layer (or of the file at a path) as dicts, NULL as None."""
    opened = QgsVectorLayer(layer, "result", "ogr") if isinstance(layer, str) else layer
    names = opened.fields().names()
    return [
        {
            name: None if value is None or value == QVariant() else value
            for name, value in zip(names, f.attributes())
        }
        for f in opened.getFeatures()
    ]


def played_years(layer: QgsVectorLayer, first: int, last: int) -> list[list[int]]:
    """The years of the features that the temporal controller shows in each of its yearly frames."""
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    shown = []
    for year in range(first, last + 1):
        days = (QDateTime(QDate(number, 1, 1), QTime(0, 0)) for number in (year, year + 1))
        frame = QgsDateTimeRange(*days, True, False)
        wanted = layer.temporalProperties().createFilterString(context, frame)
        request = QgsFeatureRequest().setFilterExpression(wanted)
        shown.append([feature["year"] for feature in layer.getFeatures(request)])
    return shown


def draft_layer(rows: Sequence[tuple[str, str]]) -> QgsVectorLayer:
    """A plan draft of (WKT, land-and-sea code) with ids p1, p2 …"""
    return make_layer(
        [(wkt, {"BSM": f"p{n}", "YDYHFLDM": code}) for n, (wkt, code) in enumerate(rows, 1)], name="GHYDYH"
    )


def control_line(
    *features: tuple[str, dict[str, Any]], name: str = "YJJBNTBHTB", **more: Any
) -> QgsVectorLayer:
    """A control-line layer of (WKT, {field: value}) with ids L1, L2 …"""
    rows = [(wkt, {"BSM": f"L{n}", **attributes}) for n, (wkt, attributes) in enumerate(features, 1)]
    return make_layer(rows, name=name, **more)


def check_draft(
    run: Callable[..., dict[str, Any]], manifest: Path, plan: Any, **more: Any
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """Check a draft (a layer, or rows for ``draft_layer``) under planar areas; result and findings."""
    settings = {
        "PLAN": draft_layer(plan) if isinstance(plan, list) else plan,
        "PLAN_FIELD": "YDYHFLDM",
        "PLAN_ID_FIELD": "BSM",
        "PLAN_CLASSIFICATION": "cn_landsea_2023",
        "LINE_ID_FIELD": "BSM",
        "AS_OF": "2026-04-01",
        "AREA_RULE": "planar",
        "MANIFEST": str(manifest),
        "OUTPUT": "memory:",
        "OUTPUT_PARCELS": "memory:",
        "OUTPUT_SUMMARY": "memory:",
    }
    result = run("checkplan", **{**settings, **more})
    return result, rows_of(result["OUTPUT"])


def manifest_of(result: dict[str, Any]) -> dict[str, Any]:
    """The run manifest that a result names."""
    return dict(json.loads(Path(result["MANIFEST"]).read_text(encoding="utf-8")))


def notes_of(result: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The notes of a run by kind; the last one where a kind occurs repeatedly."""
    return {note["kind"]: note for note in manifest_of(result)["notes"]}
