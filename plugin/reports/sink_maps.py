# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps of the sink side: change of density between two dates, hot spots of removal."""

from __future__ import annotations

from ..gis.maps import MapLayer
from ..gis.report_inputs import ReportInputs
from ..gis.styles import style_layer
from .change_rows import ALL_GROUND
from .legends import name_ranges
from .texts import Texts


def change_layers(inputs: ReportInputs, texts: Texts) -> list[MapLayer]:
    """Units by the change of their density, t C/ha."""
    return _layers(inputs, "CHANGE", "stockchange", 1.0, texts)


def hotspot_layers(inputs: ReportInputs, texts: Texts) -> list[MapLayer]:
    """Hot spots by their place in the removal of their unit, in per cent."""
    return _layers(inputs, "HOTSPOTS", "sinkhotspots", 100.0, texts)


def _layers(inputs: ReportInputs, parameter: str, style: str, scale: float, texts: Texts) -> list[MapLayer]:
    layer = inputs.layers.get(parameter)
    if layer is None or layer.featureCount() <= 0 or not layer.isSpatial():
        return []
    # On a clone, so that the user's layer keeps its style.
    clone = layer.clone()
    style_layer(clone, style)
    name_ranges(clone, scale, texts)
    if "unit" in clone.fields().names() and clone.uniqueValues(clone.fields().indexOf("unit")) == {
        ALL_GROUND
    }:
        clone.setLabelsEnabled(False)
    return [MapLayer(clone, texts(f"layer_{style}"))]
