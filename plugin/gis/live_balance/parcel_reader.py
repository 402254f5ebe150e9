# SPDX-License-Identifier: GPL-2.0-or-later
"""Parcels of a plan layer that is being edited, read as a plan check reads the whole layer."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace

from qgis.core import (
    QgsFeatureRequest,
    QgsFields,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsVectorLayer,
)

from ...domain.errors import InputError
from ...domain.live_balance import Edits
from ...domain.notes import NoteBook
from ...domain.plancheck import CheckSettings
from ...domain.progress import silent
from ...domain.rules import RulePack
from ..layers import LayerFrame, layer_of, text_of
from ..plan.draft import DraftLayer, draft_fields, plan_of
from ..raw_features import RawLayer, read_features
from ..run import Run


@dataclass(frozen=True)
class Snapshot:
    """Features as they are now, free of the layer: what was found of them, and what is gone."""

    raw: RawLayer
    fields: QgsFields
    gone: list[str]


class ParcelReader:
    """Reads edited parcels in two steps: a snapshot in the main thread, its meaning in any."""

    def __init__(self, run: Run, settings: CheckSettings, law: RulePack, draft: DraftLayer) -> None:
        self._run, self._settings, self._law = run, settings, law
        layer = draft.layer
        id_field = run.optional_text("PLAN_ID_FIELD")
        #: Names of the fields whose values matter, in capitals.
        self.columns = frozenset(name.upper() for name in layer.columns)
        self._frame = LayerFrame(layer.name, layer.source, layer.crs, layer.crs, layer.plane, id_field)

    def fields(self, layer: QgsVectorLayer) -> list[str]:
        """The fields whose values matter. Raises ``InputError`` where one of them is missing."""
        own = layer.fields()
        wanted = draft_fields(self._run, self._settings, own, self._frame.name, "PLAN", self._law)
        wanted = list(dict.fromkeys([*wanted, *([self._frame.id_field] if self._frame.id_field else [])]))
        missing = [name for name in wanted if own.lookupField(name) < 0]
        if missing:
            raise InputError(
                "Layer “{layer}” has no field “{field}” any more. Bring it back, or start the live balance "
                "anew with another field.",
                layer=self._frame.name,
                field=missing[0],
            )
        return wanted

    def reads(self, layer: QgsVectorLayer, position: int) -> bool:
        """Whether the value of a field may matter; any may where a wanted field is virtual or joined."""
        own = layer.fields()
        if any(_is_derived(own, name) for name in self.columns):
            return True
        return 0 <= position < own.count() and own.at(position).name().upper() in self.columns

    def snapshot(self, layer: QgsVectorLayer, fids: Set[int]) -> Snapshot:
        """The features of these ids as the edit buffer has them."""
        own = layer.fields()
        positions = {name: int(own.lookupField(name)) for name in self.fields(layer)}
        request = QgsFeatureRequest().setFilterFids(sorted(fids))
        request.setSubsetOfAttributes(sorted(positions.values()))
        source = QgsProcessingFeatureSource(layer, QgsProcessingContext())
        raw = read_features(source, request, positions, self._frame.name, silent)
        found = set(raw.fids)
        return Snapshot(raw, QgsFields(own), [str(fid) for fid in sorted(fids) if str(fid) not in found])

    def edits(self, snapshot: Snapshot) -> Edits:
        """What the features of a snapshot are to a plan check. Raises what it raises for such features."""
        raw = self._with_ids(snapshot.raw)
        if not raw.fids:
            return Edits([], None, snapshot.gone)
        self._run.notes = NoteBook()
        layer = layer_of(raw, self._frame, self._run.notes)
        plan = plan_of(self._run, self._settings, layer, snapshot.fields, "PLAN", self._law)
        return Edits(raw.fids, plan, snapshot.gone, tuple(self._run.notes))

    def _with_ids(self, raw: RawLayer) -> RawLayer:
        """A parcel just drawn has no id yet: it is named by its place in the layer until it gets one."""
        name = self._frame.id_field
        if name is None:
            return raw
        ids = [
            value if value is not None and text_of(value) else f"({fid})"
            for value, fid in zip(raw.columns[name], raw.fids)
        ]
        return replace(raw, columns={**raw.columns, name: ids})


def _is_derived(fields: QgsFields, name: str) -> bool:
    """Whether the values of a field are made of those of others."""
    position = fields.lookupField(name)
    derived = (QgsFields.FieldOrigin.OriginExpression, QgsFields.FieldOrigin.OriginJoin)
    return position >= 0 and fields.fieldOrigin(position) in derived
