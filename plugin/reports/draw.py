# SPDX-License-Identifier: GPL-2.0-or-later
"""The maps of a report: which layers lie over each other, and what their legend says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from qgis.core import QgsVectorLayer

from ..domain.progress import Progress, silent
from ..gis.map_layers import style_control_line
from ..gis.maps import MapLayer, MapTexts, draw_map
from ..gis.report_inputs import MapLine, ReportInputs
from ..gis.styles import style_layer
from .account_maps import account_layers, level_layers
from .check_rows import EXEMPTED, SEVERITIES
from .legends import line_look, name_unknown
from .model import ReportMap
from .sink_maps import change_layers, hotspot_layers
from .texts import Texts

#: Severities of findings and of parcels in the order of their legends.
FINDINGS = (*SEVERITIES, EXEMPTED)
PARCELS = ("error", "warning", "info", "exempted", "noise", "ok", "not_checkable")


@dataclass(frozen=True)
class Signature:
    """What stands in the title and at the foot of every map of a report."""

    place: str
    producer: str
    date: str
    attribution: str


def draw_maps(
    inputs: ReportInputs, signature: Signature, texts: Texts, progress: Progress = silent
) -> list[ReportMap]:
    """The maps of the layers at hand: densities, their change, hot spots, findings of a check."""
    maps = []
    for part, caption, layers in (
        ("account", "map_account", account_layers(inputs)),
        ("monitoring", "map_levels", level_layers(inputs, texts)),
        ("baseline", "map_density", _density_layers(inputs, "LANDUSE", "attachfactors", texts)),
        ("baseline", "map_baseline", _density_layers(inputs, "BASELINE", "sinkbaseline", texts)),
        ("change", "map_change", change_layers(inputs, texts)),
        ("hotspots", "map_hotspots", hotspot_layers(inputs, texts)),
        ("check", "map_findings", _check_layers(inputs, texts)),
    ):
        if layers:
            title = texts(caption)
            said = MapTexts(
                title=f"{signature.place} {title}".strip(),
                north=texts("map_north"),
                producer=signature.producer,
                date=signature.date,
                attribution=signature.attribution,
            )
            maps.append(ReportMap(title, draw_map(layers, said, progress), part))
    return maps


def _density_layers(inputs: ReportInputs, parameter: str, style: str, texts: Texts) -> list[MapLayer]:
    return [
        MapLayer(_styled(layer, style, texts), texts(f"layer_{style}"))
        for layer in _filled(inputs, parameter)
    ]


def _check_layers(inputs: ReportInputs, texts: Texts) -> list[MapLayer]:
    """Findings over control lines over the plan; a plan without findings shows lines and plan."""
    findings = [
        MapLayer(_styled(layer, "findings", texts), texts("layer_findings"), _findings_shown(inputs, texts))
        for layer in _filled(inputs, "FINDINGS")
    ]
    parcels = [
        MapLayer(_styled(layer, "parcels", texts), texts("layer_parcels"), _parcels_shown(inputs, texts))
        for layer in _filled(inputs, "PARCELS")
    ]
    if not findings and not parcels:
        return []
    return [*findings, *_lines(inputs.lines, texts), *parcels]


def _filled(inputs: ReportInputs, parameter: str) -> list[QgsVectorLayer]:
    layer = inputs.layers.get(parameter)
    return [layer] if layer is not None and layer.featureCount() > 0 and layer.isSpatial() else []


def _findings_shown(inputs: ReportInputs, texts: Texts) -> dict[str, str]:
    frame = inputs.frames["FINDINGS"]
    states = frame["state"] if "state" in frame else [None] * len(frame)
    looks = Counter(
        EXEMPTED if state == EXEMPTED else severity for state, severity in zip(states, frame["severity"])
    )
    return {
        name: texts("legend_count", name=_label(name, texts), count=looks[name])
        for name in FINDINGS
        if looks[name]
    }


def _label(name: str, texts: Texts) -> str:
    return texts("state_exempted") if name == EXEMPTED else texts.label("severity", name)


def _parcels_shown(inputs: ReportInputs, texts: Texts) -> dict[str, str]:
    present = set(inputs.frames["PARCELS"]["severity"])
    return {name: texts.label("parcel", name) for name in PARCELS if name in present}


def _lines(lines: Iterable[MapLine], texts: Texts) -> list[MapLayer]:
    shown = []
    for number, line in enumerate(lines):
        layer = line.layer.clone()
        colour, name = line_look(line, texts)
        style_control_line(layer, colour, number)
        shown.append(MapLayer(layer, "" if number else texts("layer_lines"), {"": name}))
    return shown


def _styled(layer: QgsVectorLayer, style: str, texts: Texts) -> QgsVectorLayer:
    # On a clone, so that the user's layer keeps its style.
    clone = layer.clone()
    style_layer(clone, style)
    name_unknown(clone, texts)
    return clone
