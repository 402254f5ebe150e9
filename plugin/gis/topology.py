# SPDX-License-Identifier: GPL-2.0-or-later
"""A topology check's layers in, as they are read and as they can be measured, and its findings out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from qgis.core import QgsCoordinateReferenceSystem, QgsFeature, QgsWkbTypes

from ..domain.areas import WorkPlane
from ..domain.geometry import repair_polygons
from ..domain.notes import NoteBook
from ..domain.plancheck import CheckSettings
from ..domain.progress import Progress, silent
from ..domain.provenance import describe_rule_pack
from ..domain.rules import RulePack, rules_in_force
from ..domain.topology import (
    Frame,
    ParcelLayer,
    TopologyCheck,
    TopologySettings,
    frame_of,
    load_min_areas,
    min_area_of,
)
from .crs import label_of
from .field_values import amounts_of
from .layers import PolygonLayer
from .plan import read_settings
from .plan.rule_codes import match_codes_of, rule_codes
from .rule_packs import read_rules
from .run import Run
from .sinks import Column

#: Features turned into geometries between two looks at the cancel button.
CHUNK = 5_000


@dataclass(frozen=True)
class TopologyJob:
    """Everything that one topology check takes."""

    parcels: ParcelLayer
    scope: np.ndarray | None
    settings: TopologySettings
    law: RulePack
    as_of: str
    frame: Frame
    crs: QgsCoordinateReferenceSystem
    language: str

    def arguments(self) -> dict[str, Any]:
        """Arguments of ``check_topology``."""
        return {
            "parcels": self.parcels,
            "settings": self.settings,
            "law": self.law,
            "measure": self.frame.measure,
            "scope": self.scope,
            "language": self.language,
        }


def read_topology(run: Run) -> TopologyJob:
    """Read parcels, scope, limits and rules by the parameters of ``checktopology``."""
    common = read_settings(run)
    law = rules_in_force(read_rules(run), common.as_of)
    code_field, area_field = run.optional_text("CLASS_FIELD"), run.optional_text("MIN_AREA_FIELD")
    layer = run.polygons(
        "INPUT",
        [code_field, area_field],
        id_field=run.optional_text("ID_FIELD"),
        share=(0, 15),
        keep_features=True,
    )
    if not run.given("SCOPE"):
        run.notes.add(
            "no_scope",
            "No SCOPE is given: of the gaps of layer “{layer}” that lead out of the parcels only those up to "
            "{width:g} m wide are seen.",
            warning=False,
            layer=layer.name,
            width=common.sliver_width_m,
        )
    frame = frame_of(layer.plane)
    as_read = shapes_as_read(layer, frame, run.progress(15, 20))
    parcels = ParcelLayer(
        layer=layer.name,
        as_read=as_read,
        geometry=usable_shapes(layer, as_read, run.progress(20, 24)),
        ids=layer.ids,
        min_area_m2=_min_areas(run, layer, code_field, area_field),
    )
    return TopologyJob(
        parcels=parcels,
        scope=_read_scope(run, layer.crs, layer.plane, frame) if run.given("SCOPE") else None,
        settings=_settings(run, common),
        law=law,
        as_of=common.as_of.isoformat(),
        frame=frame,
        crs=layer.crs,
        language=common.language,
    )


def shapes_as_read(layer: PolygonLayer, frame: Frame, progress: Progress = silent) -> np.ndarray:
    """The geometries of a layer's features (read with ``keep_features``) in the frame, unrepaired.

    The features are let go of: a million of them fill a gigabyte.
    """
    shapes = np.empty(len(layer), dtype=object)
    for start in range(0, len(shapes), CHUNK):
        progress(start / len(shapes))
        wkb = np.array([_wkb(feature) for feature in layer.features[start : start + CHUNK]], dtype=object)
        shapes[start : start + CHUNK] = shapely.force_2d(shapely.from_wkb(wkb, on_invalid="ignore"))
    layer.features.clear()
    return frame.to_frame(shapes)


def _wkb(feature: QgsFeature) -> Any:
    if not feature.hasGeometry():
        return None
    geometry = feature.geometry()
    if QgsWkbTypes.isCurvedType(geometry.wkbType()):
        geometry.convertToStraightSegment()
    return geometry.asWkb().data()


def usable_shapes(layer: PolygonLayer, as_read: np.ndarray, progress: Progress = silent) -> np.ndarray:
    """The geometries as valid polygons in the frame, None where there is nothing to measure."""
    if layer.plane.is_own:
        return layer.geometry
    # The layer told of its repairs already.
    return repair_polygons(as_read, layer.ids, layer=layer.name, notes=NoteBook(), progress=progress)


def _read_scope(run: Run, crs: QgsCoordinateReferenceSystem, plane: WorkPlane, frame: Frame) -> np.ndarray:
    scope = run.polygons("SCOPE", crs=crs, plane=plane, share=(24, 27), keep_features=True)
    shapes = usable_shapes(scope, shapes_as_read(scope, frame))
    return shapes[~shapely.is_missing(shapes)]


def _min_areas(run: Run, layer: PolygonLayer, code_field: str | None, area_field: str | None) -> np.ndarray:
    """The minimum mapped area of each feature: its own field, else by its code, else NaN."""
    stated = amounts_of(layer, area_field) if area_field else np.full(len(layer), np.nan)
    if code_field is None:
        if area_field is None:
            run.notes.add(
                "no_minimum_area",
                "Neither CLASS_FIELD nor MIN_AREA_FIELD is given, so small and narrow parcels of layer "
                "“{layer}” are not looked for.",
                layer=layer.name,
            )
        return stated
    codes = rule_codes(match_codes_of(run, layer, code_field, "CLASSIFICATION"), layer.name, run.notes)
    by_class = min_area_of(codes, load_min_areas(run.optional_text("MIN_AREA_TABLE")))
    areas = np.where(np.isnan(stated), by_class, stated)
    unknown = np.isnan(areas)
    if unknown.any():
        run.notes.add(
            "no_minimum_area",
            "Layer “{layer}”: features with a code without a minimum mapped area: {count}. Whether they are "
            "too small is not checked.",
            count=int(unknown.sum()),
            layer=layer.name,
            ids=layer.ids[unknown],
        )
    return areas


def _settings(run: Run, common: CheckSettings) -> TopologySettings:
    return TopologySettings(
        tolerance_m=run.number("TOLERANCE_M"),
        noise_m2=run.number("NOISE_M2"),
        error_m2=run.number("ERROR_M2"),
        sliver_m2=common.sliver_m2,
        sliver_width_m=common.sliver_width_m,
        edge_m=run.number("EDGE_M"),
    )


def write_topology(run: Run, job: TopologyJob, result: TopologyCheck) -> None:
    """Record the facts of a topology check and write its findings."""
    settings = job.settings
    run.record(
        crs=label_of(job.crs),
        area_rule="ellipsoidal",
        rule_pack=describe_rule_pack(job.law),
        as_of=job.as_of,
        tolerances=dict(vars(settings)),
        counts=result.counts,
        not_run=result.not_run,
    )
    if result.not_run:
        run.notes.add(
            "rules_not_in_force",
            "The rule pack has no rule in force for these kinds of findings, which were not looked for: "
            "{kinds}.",
            count=len(result.not_run),
            kinds=", ".join(result.not_run),
        )
    columns = [
        Column(name, "float" if name.endswith(("_m2", "_m")) else "text")
        for name in result.findings.columns
        if name != "geometry"
    ]
    shapes = result.findings["geometry"].to_numpy(dtype=object)
    run.write("OUTPUT", columns, result.findings, job.frame.from_frame(shapes), job.crs)
