# SPDX-License-Identifier: GPL-2.0-or-later
"""Results that a run wrote beside a result given to the report, found by the manifest of the run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
from qgis.core import QgsVectorLayer

from .manifests import Manifest, vouches_for
from .outputs import file_of, place_of
from .report_results import Origin, is_result, with_figures
from .tables import frame_of


def find_sibling(
    manifest: Manifest, given: QgsVectorLayer | None, parameter: str, origin: Origin
) -> tuple[QgsVectorLayer, pd.DataFrame] | None:
    """The layer that a run wrote to the output ``origin``, with its rows.

    It is looked for where the manifest says and beside the layer ``given``. None where there is
    none, or where it does not hold the values that the run wrote.
    """
    for source in _places(manifest, given, origin):
        layer = QgsVectorLayer(source, origin.output, "ogr")
        if not layer.isValid():
            continue
        frame = with_figures(frame_of(layer), layer.name())
        if is_result(parameter, frame) and vouches_for(manifest, frame, origin.algorithm, origin.output):
            return layer, frame
    return None


def _places(manifest: Manifest, given: QgsVectorLayer | None, origin: Origin) -> Iterator[str]:
    beside = None if given is None else file_of(given.source())
    for record in manifest.get("outputs", ()):
        if record.get("parameter") != origin.output or not record.get("path"):
            continue
        path, table = place_of(str(record["path"]))
        if path is None:
            continue
        end = f"|layername={table}" if table else ""
        for place in (path, None if beside is None else beside.with_name(path.name)):
            if place is not None and Path(place).is_file():
                yield f"{place}{end}"
