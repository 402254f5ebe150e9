# SPDX-License-Identifier: GPL-2.0-or-later
"""What a report is made of, gathered from result layers and their run manifests."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
from qgis.core import QgsVectorLayer

from ..domain.errors import FactorError, InputError
from ..domain.factors import FactorSet
from ..domain.provenance import read_manifest
from .manifests import manifest_of, vouches_for
from .run import Run
from .tables import frame_of, load_factors

#: Parameters of the report that are result layers, with columns by which their result is known.
RESULTS = {
    "LANDUSE": ("carbon_class", "area_ha", "density_tc_ha"),
    "BASELINE": ("unit", "area_ha", "stock_tc", "net_tco2e_a"),
    "BASELINE_TABLE": ("unit", "carbon_class", "area_ha", "stock_tc"),
    "FINDINGS": ("finding_key", "rule_id", "severity", "area_m2"),
    "PARCELS": ("plan_id", "plan_code", "severity", "finding_area_m2"),
    "SUMMARY": ("level", "rule_id", "line_type", "union_ha"),
}
#: Names of the fields that hold figures.
_FIGURE = re.compile(r"(_(ha|m2|tc|tco2|tco2e|a|low|high|share|findings)|^(share|year|findings|noise))$")


@dataclass(frozen=True)
class ReportInputs:
    """Result tables by parameter, the layers behind them, and the distinct manifests of their runs."""

    frames: dict[str, pd.DataFrame] = field(default_factory=dict)
    layers: dict[str, QgsVectorLayer] = field(default_factory=dict)
    manifests: list[dict[str, Any]] = field(default_factory=list)

    def manifest(self, algorithm: str) -> dict[str, Any]:
        """The manifest of the run of one algorithm, empty when there is none."""
        return next((m for m in self.manifests if m.get("algorithm") == f"dualcarbon:{algorithm}"), {})


def read_report_inputs(run: Run) -> ReportInputs:
    """Read all result layers that were given; note those without a matching manifest."""
    inputs = ReportInputs()
    for path in filter(None, run.algorithm.parameterAsFileList(run.parameters, "MANIFESTS", run.context)):
        _add(inputs, read_manifest(path))
    for name in RESULTS:
        if run.given(name):
            _read_result(run, inputs, name)
    if not inputs.frames:
        raise InputError(
            "The report needs at least one result: a baseline, a table, findings or a summary of this plugin."
        )
    return inputs


def _read_result(run: Run, inputs: ReportInputs, name: str) -> None:
    source = run.algorithm.parameterAsSource(run.parameters, name, run.context)
    if source is None:
        raise InputError("The layer of parameter {parameter} cannot be opened.", parameter=name)
    frame = with_figures(frame_of(source), source.sourceName())
    _refuse_other_layers(name, source.sourceName(), frame)
    inputs.frames[name] = frame
    layer = run.algorithm.parameterAsVectorLayer(run.parameters, name, run.context)
    if isinstance(layer, QgsVectorLayer):
        inputs.layers[name] = layer
        manifest = manifest_of(layer)
        if manifest is not None:
            _add(inputs, manifest)
    run.manifest.add_input(name, layer=source.sourceName(), features=len(frame))
    if not any(vouches_for(manifest, frame) for manifest in inputs.manifests):
        run.notes.add(
            "no_manifest",
            "Layer “{layer}” has no run manifest that matches it: it was edited after the run, or its "
            "manifest is lost. Its figures are shown as they stand.",
            layer=source.sourceName(),
        )


def with_figures(frame: pd.DataFrame, layer: str) -> pd.DataFrame:
    """A result table with its figures as numbers: a CSV hands everything out as text, NULL as empty text.

    Raises ``InputError`` where a figure is no number.
    """
    figures = [name for name in frame.columns if _FIGURE.search(name)]
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


def _add(inputs: ReportInputs, manifest: dict[str, Any]) -> None:
    if not any(
        known.get("started") == manifest.get("started")
        and known.get("algorithm") == manifest.get("algorithm")
        for known in inputs.manifests
    ):
        inputs.manifests.append(manifest)


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


def _same_set(name: str, described: dict[str, Any], run: Run) -> FactorSet | None:
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
