# SPDX-License-Identifier: GPL-2.0-or-later
"""What a report is made of, gathered from result layers and their run manifests."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pandas as pd
from qgis.core import QgsVectorLayer

from ..domain.errors import FactorError, InputError, RuleError
from ..domain.factors import FactorSet
from ..domain.provenance import digest_columns, read_manifest
from ..domain.rules import RulePack, line_type_of_layer, load_rule_pack
from .crs import label_of
from .manifests import Manifest, ShownRun, Witnesses, manifest_of, run_behind, witnesses_of
from .run import Run
from .sources import describe_source
from .tables import frame_of, load_factors

#: Parameters of the report that are result layers, with columns by which their result is known.
RESULTS = {
    "LANDUSE": ("carbon_class", "area_ha", "density_tc_ha"),
    "BASELINE": ("unit", "area_ha", "stock_tc", "net_tco2e_a"),
    "BASELINE_TABLE": ("unit", "carbon_class", "area_ha", "stock_tc"),
    "FINDINGS": ("finding_key", "rule_id", "severity", "area_m2"),
    "PARCELS": ("plan_id", "plan_code", "severity", "finding_area_m2"),
    "SUMMARY": ("level", "rule_id", "line_type", "union_ha"),
    "STRUCTURE": ("unit", "code", "base_ha", "plan_ha", "change_ha"),
    "QUANTITIES": ("indicator", "measured", "target", "result"),
    "LINES": ("rule_id", "kind", "line_a", "message"),
    "TOPOLOGY": ("kind", "ids", "area_m2"),
    "COMPARISON": ("finding_key", "rule_id", "severity", "change"),
    "CHANGE": ("kind", "id_a", "id_b", "from_code", "to_code"),
    "REPAIR": ("plan_id", "rule_ids", "from_code", "to_code"),
    "REPLENISHMENT": ("parcel_id", "status", "gain_ha"),
}
#: The algorithms behind them: the report's parameter and the algorithm's output. What one algorithm
#: made has to come from one run.
ORIGINS = {
    "attachfactors": {"LANDUSE": "OUTPUT"},
    "sinkbaseline": {"BASELINE": "OUTPUT", "BASELINE_TABLE": "OUTPUT_TABLE"},
    "checkplan": {"FINDINGS": "OUTPUT", "PARCELS": "OUTPUT_PARCELS", "SUMMARY": "OUTPUT_SUMMARY"},
    "checkquantities": {"QUANTITIES": "OUTPUT", "STRUCTURE": "OUTPUT_STRUCTURE"},
    "checklines": {"LINES": "OUTPUT"},
    "checktopology": {"TOPOLOGY": "OUTPUT"},
    "comparedrafts": {"COMPARISON": "OUTPUT", "CHANGE": "OUTPUT_CHANGES"},
    "repairplan": {"REPAIR": "OUTPUT_CHANGES", "REPLENISHMENT": "OUTPUT_REPLENISHMENT"},
}
#: Results that another algorithm writes as well, with its name and output.
ALSO_OF = {
    "QUANTITIES": ("checkplan", "OUTPUT_QUANTITIES"),
    "STRUCTURE": ("checkplan", "OUTPUT_STRUCTURE"),
}
#: The pack whose line types and names stand for lines of no known run.
NATIONAL = "cn_national"
#: Names of the fields that hold figures.
_FIGURE = re.compile(
    r"(_(ha|m2|m|tc|tco2|tco2e|tco2e_a|low|high|share|findings)"
    r"|^(share|year|findings|noise|measured|target|difference|vertices))$"
)
#: Fields called like figures that hold words: a topology finding is noise or not.
WORDS = {"TOPOLOGY": ("noise",)}


@dataclass(frozen=True)
class MapLine:
    """A control line for the map; ``line_type`` and ``status`` are empty where nothing tells them."""

    layer: QgsVectorLayer
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


def read_report_inputs(run: Run) -> ReportInputs:
    """Read all result layers that were given and tie each to the run that vouches for it.

    Layers without such a run are noted. Raises ``InputError`` when there is no layer, when a
    layer is no result, and when layers of one algorithm come from different runs.
    """
    paths = run.algorithm.parameterAsFileList(run.parameters, "MANIFESTS", run.context)
    handed = {Path(path).name: read_manifest(path) for path in filter(None, paths)}
    inputs = ReportInputs()
    for algorithm, outputs in ORIGINS.items():
        witnesses = {
            name: _read_result(run, inputs, name, list(handed.values()), (algorithm, output))
            for name, output in outputs.items()
            if run.given(name)
        }
        if witnesses:
            inputs.runs[algorithm] = run_behind(witnesses)
    if not inputs.frames:
        raise InputError(
            "The report needs at least one result of this plugin: a baseline, findings, a summary, or the "
            "table of another check."
        )
    return _with_others(run, inputs, handed)


def _with_others(run: Run, inputs: ReportInputs, handed: Mapping[str, Manifest]) -> ReportInputs:
    behind = [shown.manifest for shown in inputs.runs.values()]
    others: list[Manifest] = []
    for file, manifest in handed.items():
        if manifest in behind or manifest in others:
            continue
        others.append(manifest)
        if inputs.is_rival(manifest):
            run.notes.add(
                "manifest_of_another_run",
                "Manifest “{file}” belongs to another run than the layers shown, or they were edited after "
                "it; nothing is taken from it. Hand in the manifest of their run, or the layers as written.",
                file=file,
            )
    return replace(inputs, others=tuple(others), lines=tuple(_read_lines(run, inputs)))


def _read_lines(run: Run, inputs: ReportInputs) -> list[MapLine]:
    """The control lines of the map, told by the run of the check, else by their names."""
    told = {line["layer"]: line for line in inputs.manifest("checkplan").get("lines", ())}
    pack = load_rule_pack(NATIONAL)
    lines = []
    for layer in run.algorithm.parameterAsLayerList(run.parameters, "CONTROL_LINES", run.context) or []:
        line = told.get(layer.name(), {})
        line_type = line.get("line_type") or line_type_of_layer(pack, layer.name()) or ""
        lines.append(MapLine(layer, line_type, line.get("status", "")))
    return lines


def _read_result(
    run: Run, inputs: ReportInputs, name: str, handed: Sequence[Manifest], origin: tuple[str, str]
) -> Witnesses:
    source = run.algorithm.parameterAsSource(run.parameters, name, run.context)
    if source is None:
        raise InputError("The layer of parameter {parameter} cannot be opened.", parameter=name)
    frame = with_figures(frame_of(source), source.sourceName(), WORDS.get(name, ()))
    _refuse_other_layers(name, source.sourceName(), frame)
    inputs.frames[name] = frame
    layer = run.algorithm.parameterAsVectorLayer(run.parameters, name, run.context)
    own = None
    if isinstance(layer, QgsVectorLayer):
        inputs.layers[name] = layer
        own = manifest_of(layer)
    crs = source.sourceCrs()
    run.manifest.add_input(
        name,
        layer=source.sourceName(),
        source=describe_source(layer),
        crs=label_of(crs) if crs.isValid() else None,
        features=len(frame),
        sha256=digest_columns(frame, list(frame.columns)),
    )
    witnesses = witnesses_of(own, handed, frame, *origin)
    if not witnesses.vouched and name in ALSO_OF:
        other = witnesses_of(own, handed, frame, *ALSO_OF[name])
        witnesses = other if other.vouched else witnesses
    if not witnesses.vouched:
        run.notes.add(
            "no_manifest",
            "Layer “{layer}” has no run manifest that matches it: it was edited after the run, or its "
            "manifest is lost. Its figures are shown as they stand; totals are added up from the layer, and "
            "their intervals are not known. Use the output as it was written, or hand in its manifest.",
            layer=source.sourceName(),
        )
    return witnesses


def with_figures(frame: pd.DataFrame, layer: str, words: Sequence[str] = ()) -> pd.DataFrame:
    """A result table with its figures as numbers: a CSV hands everything out as text, NULL as empty text.

    ``words`` are fields that hold words under the name of a figure. Raises ``InputError``
    where a figure is no number.
    """
    figures = [name for name in frame.columns if _FIGURE.search(name) and name not in words]
    if not any(isinstance(value, str) for name in figures for value in frame[name]):
        return frame
    typed = frame.astype(object).where(frame != "", None)
    try:
        typed[figures] = typed[figures].apply(pd.to_numeric)
    except ValueError as error:
        raise InputError(
            "Layer “{layer}” holds text in place of figures: {reason}. Use the output as it was written.",
            layer=layer,
            reason=error,
        ) from error
    return typed


def _refuse_other_layers(name: str, layer: str, frame: pd.DataFrame) -> None:
    missing = [column for column in RESULTS[name] if column not in frame.columns]
    if missing:
        raise InputError(
            "Layer “{layer}” is no result for {parameter}: it lacks the fields {fields}. Choose the output "
            "of this plugin; a shapefile cuts field names, a GeoPackage keeps them.",
            layer=layer,
            parameter=name,
            fields=", ".join(missing),
        )


def factor_rows(inputs: ReportInputs, run: Run) -> pd.DataFrame | None:
    """The factors behind the baseline with the share of each quantity that rests on them.

    None when the factor set of the run is not at hand any more, which is noted.
    """
    table = inputs.frames.get("BASELINE_TABLE")
    described = inputs.manifest("sinkbaseline").get("factor_set")
    if table is None or not described:
        return None
    chosen = inputs.manifest("sinkbaseline").get("parameters", {}).get("FACTOR_SET")
    factors = _same_set(str(chosen or described.get("id")), described, run)
    if factors is None:
        return None
    area = table.groupby("carbon_class")["area_ha"].sum()
    rows = factors.terms[factors.terms["key"].isin(area.index)].copy()
    rows["class"] = rows["key"]
    size = (rows["key"].map(area) * rows["value"]).abs()
    rows["share_of_result"] = size / size.groupby(rows["quantity"]).transform("sum")
    rows["unit"] = rows["quantity"].map(_unit_of)
    return rows


def _unit_of(quantity: str) -> str:
    return "t C/ha" if quantity == "stock" else "t CO2e/(ha·a)"


def rule_rows(inputs: ReportInputs, run: Run) -> pd.DataFrame | None:
    """The rules of the pack behind the plan check, by ``rule_id``.

    None when the pack of the run is not at hand any more, which is noted.
    """
    check = inputs.manifest("checkplan")
    described = check.get("rule_pack")
    if not described:
        return None
    chosen = check.get("parameters", {}).get("RULES") or described.get("id")
    try:
        pack: RulePack | None = load_rule_pack(str(chosen))
    except RuleError:
        pack = None
    if pack is None or pack.sha256 != described.get("sha256"):
        run.notes.add(
            "rule_pack_gone",
            "Rule pack “{id}” of the plan check is not at hand in the version used; what its rules say is "
            "not spelled out.",
            id=described.get("id"),
        )
        return None
    return pack.rules


def _same_set(name: str, described: Mapping[str, Any], run: Run) -> FactorSet | None:
    try:
        factors: FactorSet | None = load_factors(name)
    except (FactorError, InputError):
        factors = None
    if factors is None or factors.sha256 != described.get("sha256"):
        run.notes.add(
            "factor_set_gone",
            "Factor set “{id}” of the baseline is not at hand in the version used; its rows are not listed.",
            id=described.get("id"),
        )
        return None
    return factors
