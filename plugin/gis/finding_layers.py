# SPDX-License-Identifier: GPL-2.0-or-later
"""Layers of findings as a person looks at them: outputs of a plan check, or a findings store."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd
from qgis.core import QgsFeatureRequest, QgsFields, QgsVectorLayer, QgsVectorLayerFeatureSource
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from ..domain.exemptions import DECISION_COLUMNS, OPEN
from ..domain.findings_store import FINDING_FIELDS, read_findings
from ..domain.progress import Progress
from .collector import collection_paused
from .compat import is_null
from .outputs import file_of, layer_name_of

#: Fields without which a layer is none of findings.
NEEDED = ("finding_key", "rule_id", "line_type", "severity", "plan_id", "area_m2")
#: What is shown of a finding; fields that a layer lacks are empty.
SHOWN = tuple(name for name in FINDING_FIELDS if name not in ("parcel", "run_id"))
#: Fields that only a findings store has.
STORE_ONLY = ("first_seen", "last_seen", "run_id")
#: Features read between two calls of the progress.
STEP = 2_000


@dataclass(frozen=True)
class FindingSource:
    """What a thread needs to read a layer: made where the layer lives, used elsewhere.

    ``store`` keeps the states; ``is_store`` tells that the layer is the store's own.
    """

    features: QgsVectorLayerFeatureSource
    fields: QgsFields
    count: int
    store: Path | None
    is_store: bool


def is_finding_layer(layer: object) -> bool:
    """Whether a layer holds findings of a plan check."""
    return (
        isinstance(layer, QgsVectorLayer) and layer.isValid() and set(NEEDED) <= set(layer.fields().names())
    )


def store_behind(layer: QgsVectorLayer) -> Path | None:
    """The findings store whose table a layer shows, or None for another layer."""
    path = file_of(layer.source())
    if path is None or not set(STORE_ONLY) <= set(layer.fields().names()):
        return None
    return path if layer_name_of(layer.source()) in (None, "findings") else None


def source_of(layer: QgsVectorLayer, store: Path | None = None) -> FindingSource:
    """The layer as a thread can read it; ``store`` tells the states where the layer is none itself."""
    own = store_behind(layer)
    return FindingSource(
        QgsVectorLayerFeatureSource(layer),
        layer.fields(),
        layer.featureCount(),
        own or store,
        own is not None,
    )


def read_shown(source: FindingSource, progress: Progress) -> pd.DataFrame:
    """One row per finding: ``fid`` and ``SHOWN``, None where nothing is known; states as the store says.

    Raises ``InputError`` for a store that is none, ``Cancelled``.
    """
    frame = _read_features(source, progress)
    frame["state"] = frame["state"].where(frame["state"].notna(), OPEN)
    if source.store is not None and not source.is_store:
        frame = with_states(frame, read_findings(source.store))
    return frame


def with_states(frame: pd.DataFrame, stored: pd.DataFrame) -> pd.DataFrame:
    """The findings with state and decision of the store; those that it does not know stay as they are."""
    known = stored.set_index("finding_key")
    rows = frame["finding_key"].isin(known.index).to_numpy()
    keys = frame.loc[rows, "finding_key"]
    shown = frame.copy()
    for name in ("state", *DECISION_COLUMNS):
        shown.loc[rows, name] = known.loc[keys, name].to_numpy(dtype=object)
    return shown


def _read_features(source: FindingSource, progress: Progress) -> pd.DataFrame:
    names = [name for name in SHOWN if source.fields.lookupField(name) >= 0]
    positions = [source.fields.lookupField(name) for name in names]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(positions)
    rows: list[list[Any]] = []
    with collection_paused():
        for feature in source.features.getFeatures(request):
            if len(rows) % STEP == 0:
                progress(min(0.95, len(rows) / max(source.count, 1)))
            rows.append([feature.id(), *_plain([feature.attribute(position) for position in positions])])
    frame = pd.DataFrame(rows, columns=["fid", *names], dtype=object)
    for name in SHOWN:
        if name not in frame:
            frame[name] = None
    frame["area_m2"] = pd.to_numeric(frame["area_m2"]).astype(float).fillna(0.0)
    return frame[["fid", *SHOWN]]


def _plain(values: Sequence[Any]) -> list[Any]:
    return [None if is_null(value) else _as_text_if_day(value) for value in values]


def _as_text_if_day(value: Any) -> Any:
    return value.toString(Qt.DateFormat.ISODate) if isinstance(value, (QDate, QDateTime)) else value
