# SPDX-License-Identifier: GPL-2.0-or-later
"""The parameters of an earlier check taken up again, for some parcels of its plan or for all."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from qgis.core import QgsFeatureRequest, QgsProject, QgsVectorLayer

from ..domain.errors import InputError
from ..domain.places import IN_MEMORY, LEFT_OUT
from ..domain.provenance import read_manifest
from .manifests import manifest_of
from .outputs import MANIFEST_SUFFIX, file_of
from .sources import without_credentials

ALGORITHM = "dualcarbon:checkplan"
#: Parameters that only other outputs of the earlier run needed; outputs are left out, too.
DROPPED = ("MANIFEST", "OMIT_PLACES")
BASE_PLAN = "BASE_PLAN"


def run_behind_findings(layer: QgsVectorLayer, store: Path | None) -> dict[str, Any]:
    """The manifest of the check that made a layer of findings, or that last wrote a store.

    Raises ``InputError`` when none is to be found.
    """
    own = manifest_of(layer)
    if own is not None and own.get("algorithm") == ALGORITHM:
        return own
    path = store or file_of(layer.source())
    found = [] if path is None else [item for item in _manifests_in(path.parent) if _tells_of(item, store)]
    if not found:
        raise InputError(
            "No run manifest of the plan check was found for “{layer}”. Write the findings to a GeoPackage, "
            "or the manifest beside the findings store, and run the check once more.",
            layer=layer.name(),
        )
    return max(found, key=lambda manifest: str(manifest.get("finished", "")))


def recheck_of(
    manifest: Mapping[str, Any], plan_ids: Sequence[str], store: Path | None, project: QgsProject
) -> dict[str, Any]:
    """Parameters of a check of the parcels with these ids, as the plan is now, unsaved edits included.

    Raises ``InputError`` when the run left out its paths, was made without parcel ids, or when
    plan or parcels are gone.
    """
    parameters = parameters_of(manifest, project)
    id_field = parameters.get("PLAN_ID_FIELD")
    if not id_field:
        raise InputError(
            "The plan was checked without an id field (PLAN_ID_FIELD), so that single parcels cannot be "
            "found again. Check the whole plan."
        )
    name = next(record["layer"] for record in manifest["inputs"] if record["parameter"] == "PLAN")
    plan = _plan_of(str(parameters["PLAN"]), str(name), project)
    parameters.update(PLAN=_parcels(plan, str(id_field), plan_ids), OUTPUT="TEMPORARY_OUTPUT")
    if store is not None:
        parameters["STORE"] = str(store)
    return parameters


def parameters_of(
    manifest: Mapping[str, Any], project: QgsProject, *, base_plan: bool = False
) -> dict[str, Any]:
    """What a check was asked with, without its outputs; layers by their ids in the project, else by source.

    With ``base_plan`` also the planning base, which only totals of the whole plan are compared with.
    Raises ``InputError`` when the run left out its paths or a layer is gone.
    """
    given = manifest["parameters"]
    if LEFT_OUT in _texts(given):
        raise InputError(
            "The run left its paths out of the manifest, so that it cannot be repeated from here. Run the "
            "check from the toolbox."
        )
    dropped = DROPPED if base_plan else (*DROPPED, BASE_PLAN)
    layers = _layers_of(manifest, project, dropped)
    outputs = {record["parameter"] for record in manifest["outputs"]}
    parameters = {
        name: value
        for name, value in given.items()
        if value not in (None, "")
        and name not in outputs
        and name not in dropped
        and not name.startswith(("OUTPUT", "REPORT"))
        and (base_plan or not name.startswith(f"{BASE_PLAN}_"))
    }
    for known, places in layers.items():
        if known in parameters:
            parameters[known] = places if isinstance(given[known], list) else places[0]
    return parameters


def _layers_of(
    manifest: Mapping[str, Any], project: QgsProject, dropped: Collection[str]
) -> dict[str, list[str]]:
    """Parameter → what its layers are called now: ids in the project, else where they were read."""
    given, found = manifest["parameters"], {}
    for record in manifest["inputs"]:
        name = record["parameter"]
        if name in dropped:
            continue
        values = given.get(name) if isinstance(given.get(name), list) else [given.get(name)]
        layers = found.setdefault(name, [])
        value = str(values[min(len(layers), len(values) - 1)])
        layers.append(_place_of(value, record, project))
    return found


def _place_of(value: str, record: Mapping[str, Any], project: QgsProject) -> str:
    """Of one layer: by its id, its source or, where it was in memory, its name; else where it was read."""
    layers = project.mapLayers()
    source = str(record.get("source", value))
    if value in layers:
        return value
    if source == IN_MEMORY:
        named = project.mapLayersByName(str(record["layer"]))
        if len(named) != 1:
            raise InputError(
                "Layer “{layer}” of the run was in memory and is not in the project any more. Save it to a "
                "file and check the whole plan.",
                layer=record["layer"],
            )
        return str(named[0].id())
    for layer_id, layer in layers.items():
        if without_credentials(layer.source()) in (value, source):
            return str(layer_id)
    return source if value not in (source, "") and file_of(source) is not None else value


def _plan_of(place: str, name: str, project: QgsProject) -> QgsVectorLayer:
    """The plan in the project, with its unsaved edits, else from its file."""
    known = project.mapLayer(place)
    layer = known if isinstance(known, QgsVectorLayer) else QgsVectorLayer(place, name, "ogr")
    if not layer.isValid():
        raise InputError(
            "The plan “{layer}” of the run is neither in the project nor at “{source}”. Open it, then check "
            "again.",
            layer=name,
            source=place,
        )
    return layer


def _parcels(plan: QgsVectorLayer, id_field: str, plan_ids: Sequence[str]) -> QgsVectorLayer:
    position = plan.fields().lookupField(id_field)
    wanted = set(plan_ids)
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes([position] if position >= 0 else [])
    fids = [
        feature.id()
        for feature in plan.getFeatures(request)
        if position >= 0 and str(feature.attribute(position)) in wanted
    ]
    if not fids:
        raise InputError(
            "The plan “{layer}” has none of the chosen parcels any more (field {field}). Check "
            "the whole plan.",
            layer=plan.name(),
            field=id_field,
        )
    parcels = plan.materialize(QgsFeatureRequest().setFilterFids(fids))
    # The findings store knows a plan by its name.
    parcels.setName(plan.name())
    return parcels


def _manifests_in(folder: Path) -> list[dict[str, Any]]:
    found = []
    for path in sorted(folder.glob(f"*{MANIFEST_SUFFIX}")):
        manifest = read_manifest(str(path))
        if manifest.get("algorithm") == ALGORITHM:
            found.append(manifest)
    return found


def _tells_of(manifest: Mapping[str, Any], store: Path | None) -> bool:
    return store is not None and manifest.get("store", {}).get("file") == store.name


def _texts(parameters: Mapping[str, Any]) -> set[str]:
    values = [value if isinstance(value, list) else [value] for value in parameters.values()]
    return {str(item) for items in values for item in items}
