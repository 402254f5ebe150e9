# SPDX-License-Identifier: GPL-2.0-or-later
"""The facility register of a run: a point layer in, the same points with their account out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
from qgis.core import QgsFeature, QgsFeatureSink, QgsFields, QgsWkbTypes

from ..domain.ccus import FIELDS, RESULTS, SECTOR_COLUMNS, Inventory, read_register
from ..domain.errors import InputError
from ..domain.text_tables import digest_of
from .compat import is_null
from .crs import label_of, require_crs
from .layers import text_of
from .run import Run
from .sinks import BATCH, Column, append_columns, flush, rows_of
from .vector_inputs import VectorInput

_MEANINGS = {
    "captured_tco2": "CO2 captured in the year of the row, t CO2",
    "stored_tco2": "of this stored after transport, t CO2",
    "stored_after_tco2": "of this still stored in the year of the account, t CO2",
    "avoided_tco2": "still stored less the energy penalty, t CO2",
    "delayed_tco2": "in short-lived products: delay, not storage, t CO2",
    "removal_tco2e_a": "removal in the year of the account (BECCS, DAC), t CO2e/a",
    "source_sector_reduction_tco2": "by which the emission of the source sector is lower in the year, t CO2",
    "leakage_tco2_a": "lost by the store in the year of the account, t CO2/a",
}


@dataclass(frozen=True)
class Facilities:
    """A register read from ``given``: its features as they are, and its rows checked."""

    given: VectorInput
    features: list[QgsFeature]
    register: pd.DataFrame


def parameter_of(field: str) -> str:
    """The parameter that names a field of the register: ``capture_rate`` → ``CAPTURE_RATE_FIELD``."""
    return f"{field.upper()}_FIELD"


def read_facilities(run: Run, name: str, year: int) -> Facilities:
    """Read and check the point layer of a parameter.

    Raises ``InputError`` for a table or a layer that is not of points, for one without features or
    CRS, and for whatever ``read_register`` refuses.
    """
    given = run.open(name)
    _require_points(given)
    require_crs(given.source.sourceCrs(), given.name)
    features = _read(run, given)
    if not features:
        raise InputError(
            "Layer “{layer}” has no features (or none is selected). Check the filter, the selection "
            "and the file.",
            layer=given.name,
        )
    names = _field_names(run, given)
    _note_nowhere(run, given, features)
    cells = _cells(run, features, names)
    run.manifest.add_input(
        name,
        layer=given.name,
        source=given.described,
        crs=label_of(given.source.sourceCrs()),
        features=len(features),
        sha256=digest_of(cells),
    )
    shown = {field: names.get(field, field) for field in FIELDS}
    progress = run.progress(25, 45)
    register = read_register(cells, year=year, layer=given.name, names=shown, progress=progress)
    return Facilities(given, features, register)


def _read(run: Run, given: VectorInput) -> list[QgsFeature]:
    progress, total = run.progress(0, 10), max(given.source.featureCount(), 1)
    features = []
    for number, feature in enumerate(given.source.getFeatures()):
        if number % BATCH == 0:
            progress(min(number / total, 1.0))
        features.append(feature)
    return features


def _cells(run: Run, features: list[QgsFeature], names: Mapping[str, str]) -> pd.DataFrame:
    progress = run.progress(10, 25)
    rows = []
    for number, feature in enumerate(features):
        if number % BATCH == 0:
            progress(number / len(features))
        rows.append([_text(feature, names.get(field)) for field in FIELDS])
    return pd.DataFrame(rows, columns=list(FIELDS))


def _note_nowhere(run: Run, given: VectorInput, features: list[QgsFeature]) -> None:
    nowhere = [feature.id() for feature in features if feature.geometry().isEmpty()]
    if nowhere:
        run.notes.add(
            "facility_without_point",
            "{count} facilities of layer “{layer}” have no point: they count in all figures, but no map "
            "shows them. Place them.",
            count=len(nowhere),
            ids=nowhere,
            layer=given.name,
        )


def _text(feature: QgsFeature, field: str | None) -> str:
    value = None if field is None else feature[field]
    return "" if is_null(value) else text_of(value)


def _require_points(given: VectorInput) -> None:
    kind = QgsWkbTypes.geometryType(given.source.wkbType())
    if kind != QgsWkbTypes.GeometryType.PointGeometry:
        raise InputError(
            "Layer “{layer}” holds no points ({kind}), but facilities are points. Make points from the "
            "coordinates of the table (“Create points layer from table”) or choose a point layer.",
            layer=given.name,
            kind=QgsWkbTypes.displayString(given.source.wkbType()),
        )


def _field_names(run: Run, given: VectorInput) -> Mapping[str, str]:
    """The fields of the layer by those of the register; one by its plain name may be missing."""
    names = {}
    for field in FIELDS:
        wanted = run.optional_text(parameter_of(field)) or field
        position = given.source.fields().lookupField(wanted)
        if position >= 0:
            names[field] = given.field_names[position]
        elif wanted != field:
            raise InputError(
                "Layer “{layer}” has no field “{field}”. It has: {fields}.",
                layer=given.name,
                field=wanted,
                fields=", ".join(given.field_names),
            )
    return names


def write_inventory(run: Run, facilities: Facilities, result: Inventory) -> None:
    """Write the facilities with their account, and the table by source sector and type."""
    columns = [Column(name, "float", _MEANINGS[name]) for name in RESULTS]
    source = facilities.given.source
    fields = append_columns(source.fields(), columns, run.notes, facilities.given.name)

    def fill(sink: QgsFeatureSink, _target: QgsFields) -> int:
        written, batch = 0, []
        progress = run.progress(50, 95)
        for feature, row in zip(facilities.features, rows_of(result.facilities, columns)):
            feature.setAttributes(feature.attributes() + row)
            batch.append(feature)
            if len(batch) == BATCH:
                written += flush(sink, batch)
                progress(written / len(facilities.features))
        return written + flush(sink, batch)

    run.write_features(
        "OUTPUT", fields, source.wkbType(), source.sourceCrs(), fill, result.facilities, columns
    )
    kinds = {"source_sector": "text", "type": "text", "facilities": "int"}
    sectors = [Column(name, kinds.get(name, "float"), _MEANINGS.get(name, "")) for name in SECTOR_COLUMNS]
    run.write("OUTPUT_SECTORS", sectors, result.sectors)
