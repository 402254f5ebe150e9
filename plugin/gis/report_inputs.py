# SPDX-License-Identifier: GPL-2.0-or-later
"""What a report is made of, gathered from result layers and their run manifests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd
from qgis.core import QgsVectorLayer

from ..domain.errors import InputError
from ..domain.provenance import digest_columns, read_manifest
from ..domain.rules import line_type_of_layer, load_rule_pack
from .crs import label_of
from .manifests import Manifest, ShownRun, Witnesses, manifest_of, run_behind, witnesses_of
from .report_results import (
    ALSO_OF,
    ORIGINS,
    SIBLINGS,
    TAKEN_FOR,
    WORDS,
    is_result,
    origin_of,
    refuse_other_layers,
    refuse_repeated_units,
    with_figures,
)
from .report_siblings import find_sibling
from .run import Run
from .sources import describe_source, label_of_source
from .tables import frame_of

#: The pack whose line types and names stand for lines of no known run.
NATIONAL = "cn_national"


@dataclass(frozen=True)
class MapLine:
    """A control line for the map; ``line_type`` and ``status`` are empty where nothing tells them."""

    layer: QgsVectorLayer
    name: str
    line_type: str = ""
    status: str = ""


@dataclass(frozen=True)
class ReportInputs:
    """Result tables by parameter, the layers behind them, and the runs by algorithm.

    ``lines`` are control lines for the map; ``others`` are manifests handed in that belong to none
    of these layers; ``own_run`` tells that the run which writes the report made the results.
    """

    frames: dict[str, pd.DataFrame] = field(default_factory=dict)
    layers: dict[str, QgsVectorLayer] = field(default_factory=dict)
    runs: dict[str, ShownRun] = field(default_factory=dict)
    lines: tuple[MapLine, ...] = ()
    others: tuple[Manifest, ...] = ()
    own_run: bool = False

    def manifest(self, algorithm: str) -> Manifest:
        """The manifest of the run behind the layers of one algorithm, empty when there is none."""
        return self.runs.get(algorithm, ShownRun()).manifest

    def facts(self, algorithm: str) -> Manifest:
        """The manifest like ``manifest``, but only when it vouches for every layer of the algorithm."""
        shown = self.runs.get(algorithm, ShownRun())
        return shown.manifest if shown.vouched else {}

    def shown_manifests(self) -> list[Manifest]:
        """The manifests a report lists: of the layers shown, and of other steps (never of a rival run)."""
        shown: list[Manifest] = []
        for run in self.runs.values():
            # One run may stand behind the results of several algorithms.
            shown += [run.manifest] if run.manifest and run.manifest not in shown else []
        return shown + [other for other in self.others if not self.is_rival(other)]

    def is_rival(self, manifest: Manifest) -> bool:
        """Whether it tells of another run of an algorithm whose layers are shown."""
        return str(manifest.get("algorithm")).split(":")[-1] in self.runs


def read_report_inputs(run: Run, *, anything: bool = False) -> ReportInputs:
    """Read all result layers that were given and tie each to the run that vouches for it.

    Layers without such a run are noted. Raises ``InputError`` when there is no layer (and not
    ``anything`` else to report on), when a layer is no result, and when layers of one algorithm
    come from different runs.
    """
    paths = run.algorithm.parameterAsFileList(run.parameters, "MANIFESTS", run.context)
    handed = {path: read_manifest(path) for path in filter(None, paths)}
    inputs = ReportInputs()
    for algorithm, outputs in ORIGINS.items():
        given = [name for name in outputs if run.given(name)]
        witnesses = dict(_read_result(run, inputs, name, list(handed.values())) for name in given)
        if witnesses:
            inputs.runs[algorithm] = run_behind(witnesses)
    _find_siblings(run, inputs)
    if not (inputs.frames or anything):
        raise InputError(
            "The report needs at least one result of this plugin: a baseline, findings, a summary, or the "
            "table of another check."
        )
    return _with_others(run, inputs, handed)


def _with_others(run: Run, inputs: ReportInputs, handed: Mapping[str, Manifest]) -> ReportInputs:
    behind = [shown.manifest for shown in inputs.runs.values()]
    others: list[Manifest] = []
    for path, manifest in handed.items():
        if manifest in behind or manifest in others:
            continue
        others.append(manifest)
        if inputs.is_rival(manifest):
            run.notes.add(
                "manifest_of_another_run",
                "Manifest “{file}” belongs to another run than the layers shown, or they were edited after "
                "it; nothing is taken from it. Hand in the manifest of their run, or the layers as written.",
                file=Path(path).name,
            )
    return replace(inputs, others=tuple(others), lines=tuple(_read_lines(run, inputs)))


def _read_lines(run: Run, inputs: ReportInputs) -> list[MapLine]:
    """The control lines of the map, told by the run of the check, else by their names."""
    told = {line["layer"]: line for line in inputs.manifest("checkplan").get("lines", ())}
    pack = load_rule_pack(NATIONAL)
    lines = []
    for layer in run.algorithm.parameterAsLayerList(run.parameters, "CONTROL_LINES", run.context) or []:
        name = label_of_source(layer, run.context, layer.name())
        line = told.get(name, {})
        line_type = line.get("line_type") or line_type_of_layer(pack, name) or ""
        lines.append(MapLine(layer, name, line_type, line.get("status", "")))
    return lines


def _read_result(
    run: Run, inputs: ReportInputs, parameter: str, handed: Sequence[Manifest]
) -> tuple[str, Witnesses]:
    """Read the layer of a parameter; the result that it is, and the runs that may speak for it."""
    source = run.algorithm.parameterAsSource(run.parameters, parameter, run.context)
    if source is None:
        raise InputError("The layer of parameter {parameter} cannot be opened.", parameter=parameter)
    layer = run.algorithm.parameterAsVectorLayer(run.parameters, parameter, run.context)
    frame = frame_of(source)
    name = _result_given(run, parameter, frame)
    frame = with_figures(frame, source.sourceName(), WORDS.get(name, ()))
    refuse_other_layers(name, source.sourceName(), frame)
    refuse_repeated_units(name, source.sourceName(), frame)
    inputs.frames[name] = frame
    own = None
    if isinstance(layer, QgsVectorLayer):
        inputs.layers[name] = layer
        own = manifest_of(layer)
    crs = source.sourceCrs()
    run.manifest.add_input(
        parameter,
        layer=source.sourceName(),
        source=describe_source(layer),
        crs=label_of(crs) if crs.isValid() else None,
        features=len(frame),
        sha256=digest_columns(frame, list(frame.columns)),
    )
    return name, _witnesses(run, name, source.sourceName(), frame, own, handed)


def _result_given(run: Run, parameter: str, frame: pd.DataFrame) -> str:
    """The result that a layer is: that of its parameter, or another one of the run that its fields tell."""
    other = TAKEN_FOR.get(parameter)
    if other is None or is_result(parameter, frame) or not is_result(other, frame):
        return parameter
    if run.given(other):
        raise InputError(
            "{parameter} and {other} are both given the same kind of table, that of {other}. Choose the "
            "output {output} of dualcarbon:{algorithm} for {parameter}, or leave it empty.",
            parameter=parameter,
            other=other,
            output=origin_of(parameter).output,
            algorithm=origin_of(parameter).algorithm,
        )
    return other


def _witnesses(
    run: Run, name: str, layer: str, frame: pd.DataFrame, own: Manifest | None, handed: Sequence[Manifest]
) -> Witnesses:
    origin = origin_of(name)
    witnesses = witnesses_of(own, handed, frame, origin.algorithm, origin.output)
    if not witnesses.vouched and name in ALSO_OF:
        other = witnesses_of(own, handed, frame, *ALSO_OF[name])
        witnesses = other if other.vouched else witnesses
    if not witnesses.vouched:
        run.notes.add(
            "no_manifest",
            "Layer “{layer}” has no run manifest that matches it: it was edited after the run, or its "
            "manifest is lost. Its figures are shown as they stand; totals are added up from the layer, and "
            "their intervals are not known. Use the output as it was written, or hand in its manifest.",
            layer=layer,
        )
    return witnesses


def _find_siblings(run: Run, inputs: ReportInputs) -> None:
    """Add the results that belong to a result given and that its run wrote, where they are found."""
    for name, parent in SIBLINGS.items():
        if name in inputs.frames or parent not in inputs.frames:
            continue
        origin = origin_of(name)
        shown = inputs.runs[origin.algorithm]
        layer = inputs.layers.get(parent)
        found = find_sibling(shown.manifest, layer, name, origin)
        if found is None:
            run.notes.add(
                "no_sibling",
                "The report has no {parameter}: the run behind {parent} did not write {output}, or it lies "
                "elsewhere now; what it tells is left out. Hand it in, or make it with that run.",
                parameter=name,
                parent=parent,
                output=origin.output,
                warning=False,
            )
            continue
        inputs.layers[name], inputs.frames[name] = found
        run.manifest.add_input(
            name, layer=origin.output, source=describe_source(found[0]), features=len(found[1])
        )
