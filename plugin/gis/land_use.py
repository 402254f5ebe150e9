# SPDX-License-Identifier: GPL-2.0-or-later
"""A land-use layer as parcels with carbon class and area, and the layer with factors attached."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from qgis.core import QgsFeatureRequest, QgsFeatureSink, QgsFields, QgsProcessingFeatureSource

from ..domain.areas import WorkPlane
from ..domain.classes import MatchedCodes
from ..domain.errors import InputError
from ..domain.factors import FactorSet
from ..domain.parcel_areas import ParcelAreas
from ..domain.parcels import ATTACHED, mapped_classes
from .codes import classification_for, match_column
from .layer_areas import DEDUCTED, GROSS_AREA, NET_AREA, areas_of, note_repeated
from .layers import PolygonLayer
from .run import Run
from .sinks import BATCH, Column, append_columns, flush, rows_of

_TEXT_COLUMNS = ("carbon_class", "factor_grade")
_MEANINGS = {
    "carbon_class": "carbon class of the land-use code",
    "area_ha": "area by the area rule, ha",
    "density_tc_ha": "carbon density of all pools, t C/ha",
    "stock_tc": "carbon stock, t C",
    "removal_tco2e_a": "yearly removal, t CO2e/a",
    "emission_tco2e_a": "yearly emission (CH4, N2O, soil loss), t CO2e/a",
    "net_tco2e_a": "emission − removal, t CO2e/a",
    "factor_grade": "evidence grade of the weakest factor used",
}


@dataclass(frozen=True)
class LandUse:
    """A land-use layer read from ``source``, matched and measured; arrays have one entry per feature."""

    source: QgsProcessingFeatureSource
    layer: PolygonLayer
    plane: WorkPlane
    geometry: np.ndarray
    match: MatchedCodes
    classes: np.ndarray
    areas: ParcelAreas
    unmapped_ha: float
    area_rule: str

    def facts(self) -> dict[str, Any]:
        """What the manifest says about it."""
        table = self.match.table
        return {
            "classification": {
                "id": self.match.classification.id,
                "version": self.match.classification.version,
                "sha256": self.match.classification.sha256,
                "matched_by": table.groupby("how")["count"].sum().to_dict(),
            },
            "area_rule": self.area_rule,
            "crs": self.layer.crs_label,
        }


def read_land_use(run: Run, name: str, factors: FactorSet) -> LandUse:
    """Read the land-use layer of an account algorithm by its common parameters."""
    rule = run.text("AREA_RULE")
    class_field = run.text("CLASS_FIELD")
    area_field = run.optional_text("AREA_FIELD") if rule == "attribute" else None
    deducted_field = _deducted_field(run, name, rule, area_field, factors)
    id_field = run.optional_text("ID_FIELD") if run.has("ID_FIELD") else None
    given = run.open(name)
    layer = run.read(given, [class_field, area_field, deducted_field], id_field=id_field, share=(0, 25))
    areas = areas_of(run, layer, rule, area_field, deducted_field)
    match = match_column(run, layer, class_field, classification_for(run, factors))
    classes, unmapped_ha = mapped_classes(
        match, run.text("UNMAPPED"), areas, layer.ids, layer.name, run.notes
    )
    run.tell()
    return LandUse(given.source, layer, layer.plane, layer.geometry, match, classes, areas, unmapped_ha, rule)


def _deducted_field(run: Run, name: str, rule: str, area_field: str | None, factors: FactorSet) -> str | None:
    if rule != "attribute":
        return None
    field = run.optional_text("DEDUCTED_FIELD")
    if field is None and (area_field or "").upper() in (GROSS_AREA, NET_AREA):
        field = next((other for other in run.field_names(name) if other.upper() == DEDUCTED), None)
    if field is None or factors.key == "carbon_class":
        return field
    run.notes.add(
        "ridges_not_booked",
        "Factor set “{factor_set}” knows no class for field ridges: field “{field}” is not used.",
        warning=False,
        factor_set=factors.id,
        field=field,
    )
    return None


def note_duplicates(run: Run, land: LandUse) -> None:
    """Note the features whose geometry is the very same as that of one before them."""
    note_repeated(run, land.layer, land.areas.area_m2)


def attached_columns() -> list[Column]:
    """Fields that ``attachfactors`` adds, with their meaning."""
    return [
        Column(name, "text" if name in _TEXT_COLUMNS else "float", _MEANINGS.get(name, ""))
        for name in ATTACHED
    ]


def write_attached(run: Run, name: str, land: LandUse, attached: pd.DataFrame) -> None:
    """Write the input's features, as they stream in once more, with the attached columns appended."""
    columns = attached_columns()
    fields = append_columns(land.source.fields(), columns, run.notes, land.layer.name)

    def fill(sink: QgsFeatureSink, _target: QgsFields) -> int:
        written, batch = 0, []
        report = run.progress(50, 99)
        flags = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
        features = land.source.getFeatures(QgsFeatureRequest(), flags)
        for feature, fid, row in zip(features, land.layer.fids, rows_of(attached, columns)):
            if str(feature.id()) != fid:
                raise _changed_meanwhile(land)
            feature.setAttributes(feature.attributes() + row)
            batch.append(feature)
            if len(batch) == BATCH:
                written += flush(sink, batch)
                report(written / len(attached))
        written += flush(sink, batch)
        if written != len(attached):
            raise _changed_meanwhile(land)
        return written

    run.write_features(name, fields, land.source.wkbType(), land.layer.crs, fill, attached, columns)


def _changed_meanwhile(land: LandUse) -> InputError:
    return InputError(
        "Layer “{layer}” was changed while it was being read. Run again when nobody edits it.",
        layer=land.layer.name,
    )
