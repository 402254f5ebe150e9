# SPDX-License-Identifier: GPL-2.0-or-later
"""The last plan check whose findings are in the project."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsProject, QgsVectorLayer

from ..domain.errors import InputError
from .finding_layers import is_finding_layer, store_behind
from .recheck import parameters_of, run_behind_findings

STORE = "STORE"


def parameters_of_last_check(project: QgsProject) -> dict[str, Any]:
    """What the check was asked with that made the youngest findings of the project.

    Raises ``InputError`` where there are no findings with a manifest, or a layer of the run is gone.
    """
    layers = project.mapLayers().values()
    findings = [one for one in layers if isinstance(one, QgsVectorLayer) and is_finding_layer(one)]
    manifests, refused = [], None
    for layer in findings:
        try:
            manifests.append(run_behind_findings(layer, store_behind(layer)))
        except InputError as error:
            refused = error
    if not manifests:
        raise refused or InputError(
            "The project holds no findings of a plan check. Run the check, or choose the layers one by one."
        )
    manifest = max(manifests, key=lambda one: str(one.get("finished", "")))
    parameters = parameters_of(manifest, project, base_plan=True)
    store = manifest["parameters"].get(STORE)
    if store and Path(str(store)).exists():
        parameters[STORE] = str(store)
    return parameters
