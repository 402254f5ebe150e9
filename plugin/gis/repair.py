# SPDX-License-Identifier: GPL-2.0-or-later
"""A repaired draft out: the input's features with their fields, cut where the repair cut them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from qgis.core import QgsFeature, QgsFeatureRequest, QgsFeatureSink, QgsField, QgsFields, QgsWkbTypes

from ..domain.classes import load_classification
from ..domain.errors import InputError
from ..domain.parcel_areas import AREA_UNITS
from ..domain.repair import CHANGE_COLUMNS, KINDS, REPAIR_COLUMNS, IdRule, Repair, RepairSettings
from ..domain.rules import code_set
from .layers import text_of
from .plan import CheckJob
from .plan.rule_codes import RULE_CODES
from .run import Run
from .sinks import Column, append_columns, write_rows

_MEANINGS = {
    "repair_rule": "rules whose errors this part broke",
    "repair_from": "planned code before the repair",
    "repair_to": "planned code after the repair",
    "repair_of": "id of the parcel that this part was cut from",
}
#: Fields of survey and plan databases with an area that the parts of a cut parcel share.
_AREAS = ("MJ", "TBMJ", "KCMJ", "TBDLMJ", "JBNTMJ")
#: How the name of a code field ends, and that of the field with the class names beside it.
_CODE_ENDINGS, _NAME_ENDING = ("DM", "BM"), "MC"
_NUMBERS = ("_ha", "_tco2", "_tco2e", "_tco2e_a", "_low", "_high")


def read_repair_settings(run: Run) -> RepairSettings:
    """What to repair, by the parameters of ``repairplan``.

    Raises ``InputError`` for a plan in another classification than that of the rules: the new
    uses are written into its code field.
    """
    spoken = run.manifest.facts["plan_classification"]
    if spoken != RULE_CODES:
        raise InputError(
            "The plan is coded in “{source}”, but a repair writes 2023 land-and-sea codes into its code "
            "field. Translate the plan first (“Translate land-use codes”).",
            source=spoken,
        )
    kinds = tuple(run.algorithm.parameterAsEnumStrings(run.parameters, "KINDS", run.context))
    return RepairSettings(
        kinds=kinds or tuple(KINDS),
        carbon_class=load_classification(RULE_CODES).codes["carbon_class"].to_dict(),
        construction=code_set("construction"),
        id_rule=_id_rule(run),
    )


def _id_rule(run: Run) -> IdRule:
    name = run.optional_text("PLAN_ID_FIELD")
    if name is None:
        return IdRule()
    fields = run.open("PLAN").source.fields()
    kind = fields.at(fields.lookupField(name))
    return IdRule(length=0 if kind.isNumeric() else kind.length(), numeric=kind.isNumeric())


def write_repair(run: Run, job: CheckJob, repair: Repair) -> None:
    """Write the repaired draft and the list of changes."""
    columns = [Column(name, "text", _MEANINGS[name]) for name in REPAIR_COLUMNS]
    writer = _DraftWriter(run, job, repair)
    writer.note_shared_areas()
    fields = append_columns(writer.fields, columns, run.notes, job.plan.layer)
    marks = repair.draft.marks
    geometry = job.plane.from_plane(repair.draft.plan.geometry)

    def fill(sink: QgsFeatureSink, target: QgsFields) -> int:
        return write_rows(sink, target, writer.rows(), geometry, len(marks), run.progress(88, 97))

    multi = QgsWkbTypes.Type.MultiPolygon
    run.write_features("OUTPUT", fields, multi, job.crs, fill, marks, columns)
    changes = repair.changes
    shapes = job.plane.from_plane(changes["geometry"].to_numpy(dtype=object))
    listed = [Column(name, "float" if name.endswith(_NUMBERS) else "text") for name in CHANGE_COLUMNS]
    run.write("OUTPUT_CHANGES", listed, changes, shapes, job.crs, share=(97, 98))


class _DraftWriter:
    """The attributes of the repaired draft, row by row."""

    def __init__(self, run: Run, job: CheckJob, repair: Repair) -> None:
        self.run, self.job, self.draft = run, job, repair.draft
        self.source = run.open("PLAN").source
        self.fields: QgsFields = self.source.fields()
        self.code = self.fields.lookupField(run.text("PLAN_FIELD"))
        named = run.optional_text("PLAN_ID_FIELD")
        self.id = self.fields.lookupField(named) if named else -1
        area = run.optional_text("AREA_FIELD") if job.settings.area_rule == "attribute" else None
        self.area = self.fields.lookupField(area) if area else -1
        self.keys = _key_fields(run, self.fields)
        self.class_name = _class_name_field(self.fields, self.code)
        self.names = load_classification(RULE_CODES).codes["name_zh"].to_dict()
        self.areas = _area_fields(self.fields) - {self.area}
        self.shares = _shares(repair)

    def note_shared_areas(self) -> None:
        """Tell which area fields of cut parcels their parts share."""
        if self.areas and self.shares:
            self.run.notes.add(
                "shared_areas",
                "{count} parts of cut parcels of plan {layer} share the parcel's area in the fields {fields} "
                "by measured proportion. Compute these fields anew where the office has a rule of its own.",
                count=len(self.shares),
                layer=self.job.plan.layer,
                fields=", ".join(self.fields.at(place).name() for place in sorted(self.areas)),
                warning=False,
            )

    def rows(self) -> Iterator[list[Any]]:
        """The input's attributes, with new code, id and area where the repair gives them, and its marks."""
        count = len(self.job.plan.ids)
        parents = set(self.draft.source[count:].tolist())
        kept: dict[int, list[Any]] = {}
        marks = self.draft.marks.to_numpy(dtype=object).tolist()
        for row, feature in enumerate(self._features()):
            self._require_same(row, feature)
            if row in parents:
                kept[row] = feature.attributes()
            yield [*self._renewed(row, feature.attributes()), *marks[row]]
        for row, parent in enumerate(self.draft.source[count:].tolist(), count):
            values = [None if place in self.keys else value for place, value in enumerate(kept[parent])]
            yield [*self._renewed(row, values), *marks[row]]

    def _features(self) -> Iterator[QgsFeature]:
        request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
        return iter(self.source.getFeatures(request))

    def _require_same(self, row: int, feature: QgsFeature) -> None:
        found = str(feature.id()) if self.id < 0 else text_of(feature.attribute(self.id))
        if row >= len(self.job.plan.ids) or found != self.job.plan.ids[row]:
            raise InputError(
                "Layer “{layer}” changed while it was being repaired (feature {id}). Run again.",
                layer=self.job.plan.layer,
                id=found,
            )

    def _renewed(self, row: int, values: list[Any]) -> list[Any]:
        plan = self.draft.plan
        if self.draft.marks.at[row, "repair_to"] is not None:
            values[self.code] = _typed(self.fields.at(self.code), plan.codes[row])
            if self.class_name >= 0:
                values[self.class_name] = self.names.get(plan.codes[row])
        if self.id >= 0 and row >= len(self.job.plan.ids):
            values[self.id] = _typed(self.fields.at(self.id), plan.ids[row])
        if row in self.shares:
            for place in self.areas:
                if isinstance(values[place], float):
                    values[place] *= self.shares[row]
            if self.area >= 0:
                values[self.area] = float(plan.area_m2[row] / AREA_UNITS[self.run.text("AREA_UNIT")])
        return values


def _key_fields(run: Run, fields: QgsFields) -> set[int]:
    """Fields that number the features of the format, such as fid: a part must get a number of its own."""
    layer = run.open("PLAN").layer
    keys = set() if layer is None else set(layer.primaryKeyAttributes())
    keys |= {place for place, name in enumerate(fields.names()) if name.lower() == "fid"}
    named = run.optional_text("PLAN_ID_FIELD")
    return keys - ({fields.lookupField(named)} if named else set())


def _class_name_field(fields: QgsFields, code: int) -> int:
    """The field with the names of the classes, such as YDYHFLMC beside YDYHFLDM; -1 where there is none."""
    name = fields.at(code).name()
    if not name.upper().endswith(_CODE_ENDINGS):
        return -1
    return int(fields.lookupField(name[: -len(_NAME_ENDING)] + _NAME_ENDING))


def _area_fields(fields: QgsFields) -> set[int]:
    return {place for place, name in enumerate(fields.names()) if name.upper() in _AREAS}


def _shares(repair: Repair) -> dict[int, float]:
    """The share of each part in the area of its cut parcel."""
    area_m2 = repair.draft.plan.area_m2
    shares = {}
    for rows in repair.draft.parts:
        whole = math.fsum(area_m2[rows])
        if len(rows) > 1 and whole > 0.0:
            shares.update({row: float(area_m2[row]) / whole for row in rows})
    return shares


def _typed(field: QgsField, text: str) -> Any:
    return int(text) if field.isNumeric() else str(text)


def repair_outputs(repair: Repair, job: CheckJob, settings: RepairSettings) -> dict[str, Any]:
    """Number outputs of a repair."""
    figures = repair.figures(job.pack, settings.kinds)
    counts = ("errors_before", "errors_after", "unrepaired")
    return {name.upper(): int(value) if name in counts else value for name, value in figures.items()}
