# SPDX-License-Identifier: GPL-2.0-or-later
"""The layers of a check of control lines in, with what they say of themselves, and its findings out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import shapely
from qgis.core import QgsCoordinateReferenceSystem, QgsFeatureRequest

from ..domain.areas import WorkPlane, work_plane
from ..domain.errors import InputError
from ..domain.linecheck import LineCheck, LineCheckSettings, LineLayer
from ..domain.plancheck import ControlLine
from ..domain.projections import datum_name
from ..domain.provenance import describe_rule_pack
from ..domain.rules import RulePack, rules_in_force
from .crs import label_of, require_crs, wkt_of
from .plan import describe_lines, read_lines, read_settings
from .plan.control_lines import LINES, OTHERS
from .raw_features import RawLayer, read_features
from .rule_packs import read_rules
from .run import Run
from .sinks import Column
from .vector_inputs import VectorInput

#: CRS of CGCS2000 that a planning database may have (control-line reference, section 7).
OFFICIAL_CRS = frozenset(f"EPSG:{code}" for code in (4490, *range(4513, 4555)))
OFFICIAL_DATUM = "China 2000"
#: Field that names a feature where no other is chosen.
ID_FIELD = "BSM"


@dataclass(frozen=True)
class LineJob:
    """Everything that one check of control lines takes."""

    layers: list[LineLayer]
    settings: LineCheckSettings
    law: RulePack
    as_of: str
    plane: WorkPlane
    crs: QgsCoordinateReferenceSystem
    language: str

    def arguments(self) -> dict[str, Any]:
        """Arguments of ``check_lines``."""
        return {
            "layers": self.layers,
            "settings": self.settings,
            "law": self.law,
            "plane": self.plane,
            "language": self.language,
        }


def read_line_check(run: Run) -> LineJob:
    """Read lines, limits and rules by the parameters of ``checklines``.

    Raises ``InputError`` when no line is given.
    """
    common = read_settings(run)
    pack = read_rules(run)
    given = [run.open(name) for name in LINES if run.given(name)] + run.open_list(OTHERS[0])
    if not given:
        raise InputError(
            "Control lines are to be checked, but none was given. Set FARMLAND, REDLINE, BOUNDARY or "
            "OTHER_LINES."
        )
    plane, crs = _plane_of(given[0])
    lines = read_lines(run, pack, plane, crs)
    layers = []
    for number, (one, line) in enumerate(zip(given, lines)):
        progress = run.progress(20 + 10 * number / len(given), 20 + 10 * (number + 1) / len(given))
        request = _request(one, crs, run)
        raw = read_features(one.source, request, _positions(one), one.name, progress)
        layers.append(_layer_of(one, line, raw, plane))
    return LineJob(
        layers=layers,
        settings=LineCheckSettings(
            tolerance_m=run.number("TOLERANCE_M"),
            sliver_m2=common.sliver_m2,
            sliver_width_m=common.sliver_width_m,
            area_m2=run.number("AREA_TOLERANCE_M2"),
            area_fields=tuple(
                name.strip() for name in run.text("LINE_AREA_FIELD").split(";") if name.strip()
            ),
        ),
        law=rules_in_force(pack, common.as_of),
        as_of=common.as_of.isoformat(),
        plane=plane,
        crs=crs,
        language=common.language,
    )


def _plane_of(given: VectorInput) -> tuple[WorkPlane, QgsCoordinateReferenceSystem]:
    """The plane and CRS of the first line, which the others are transformed to."""
    crs = require_crs(given.source.sourceCrs(), given.name)
    box = given.source.sourceExtent()
    if given.source.featureCount() == 0 or not box.isFinite():
        raise InputError(
            "Layer “{layer}” has no features (or none is selected). Check the filter, the selection "
            "and the file.",
            layer=given.name,
        )
    bounds = (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum())
    return work_plane(wkt_of(crs), bounds), crs


def _positions(given: VectorInput) -> dict[str, int]:
    """Number of each field by its upper-case name; the first wins where two differ in case only."""
    positions: dict[str, int] = {}
    for number, name in enumerate(given.field_names):
        positions.setdefault(name.upper(), number)
    return positions


def _request(given: VectorInput, crs: QgsCoordinateReferenceSystem, run: Run) -> QgsFeatureRequest:
    request = QgsFeatureRequest()
    if given.source.sourceCrs() != crs:
        request.setDestinationCrs(crs, run.context.transformContext())
    return request


def _layer_of(given: VectorInput, line: ControlLine, raw: RawLayer, plane: WorkPlane) -> LineLayer:
    fields = {name: np.array([*values, None], dtype=object)[:-1] for name, values in raw.columns.items()}
    shapes = shapely.force_2d(shapely.from_wkb(np.array([*raw.wkb, None], dtype=object), on_invalid="ignore"))
    own = given.source.sourceCrs()
    return LineLayer(
        line=line,
        as_read=plane.to_plane(shapes[:-1]),
        ids=_ids(line, fields.get(ID_FIELD), raw.fids),
        fields=fields,
        crs=label_of(own),
        official_crs=own.authid() in OFFICIAL_CRS or datum_name(wkt_of(own)) == OFFICIAL_DATUM,
    )


def _ids(line: ControlLine, stated: np.ndarray | None, fids: Sequence[str]) -> np.ndarray:
    """The business id of each feature: of the field chosen, of BSM where filled, else the feature id."""
    if line.ids is not None:
        return line.ids
    names = [None] * len(fids) if stated is None else list(stated)
    filled = [name is not None and str(name).strip() != "" for name in names]
    return np.array(
        [str(name).strip() if known else fid for name, known, fid in zip(names, filled, fids)], dtype=object
    )


def write_line_check(run: Run, job: LineJob, result: LineCheck) -> None:
    """Record the facts of a check of lines and write its findings."""
    run.record(
        crs=label_of(job.crs),
        area_rule="ellipsoidal",
        rule_pack=describe_rule_pack(job.law),
        as_of=job.as_of,
        **describe_lines([layer.line for layer in job.layers]),
        tolerances=dict(vars(job.settings)),
        counts=result.counts,
        not_run=result.not_run.to_dict("records"),
    )
    _note_not_run(run, job, result)
    columns = [
        Column(name, "float" if name == "area_m2" else "text")
        for name in result.findings.columns
        if name != "geometry"
    ]
    shapes = result.findings["geometry"].to_numpy(dtype=object)
    run.write("OUTPUT", columns, result.findings, job.plane.from_plane(shapes), job.crs)


def _note_not_run(run: Run, job: LineJob, result: LineCheck) -> None:
    if len(result.not_run) == 0:
        return
    reason = "reason_zh" if job.language == "zh" else "reason"
    run.notes.add(
        "rules_not_run",
        "{count} checks of the rule pack on control lines did not run: {rules}.",
        count=len(result.not_run),
        warning=False,
        rules="; ".join(f"{row['rule_id']}: {row[reason]}" for row in result.not_run.to_dict("records")),
    )
