# SPDX-License-Identifier: GPL-2.0-or-later
"""A plan draft as a layer: codes, areas and ids of its parcels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from qgis.core import QgsCoordinateReferenceSystem, QgsFields

from ...domain.areas import WorkPlane
from ...domain.plancheck import CheckSettings, PlanDraft
from ...domain.rules import RulePack
from ..layer_areas import areas_of
from ..layers import PolygonLayer
from ..rule_conditions import condition_fields, evaluate_conditions
from ..run import Run
from .rule_codes import match_codes_of, rule_codes


@dataclass(frozen=True)
class DraftLayer:
    """A plan draft with the layer it was read from, whose plane and CRS the other layers take."""

    plan: PlanDraft
    layer: PolygonLayer

    @property
    def plane(self) -> WorkPlane:
        """The plane of its coordinates."""
        return self.layer.plane

    @property
    def crs(self) -> QgsCoordinateReferenceSystem:
        """The CRS of the layer."""
        return self.layer.crs


def read_draft(
    run: Run,
    settings: CheckSettings,
    prefix: str = "PLAN",
    *,
    plane: WorkPlane | None = None,
    crs: QgsCoordinateReferenceSystem | None = None,
    law: RulePack | None = None,
    extra: Sequence[str | None] = (),
    share: tuple[float, float] = (0.0, 10.0),
    keep_features: bool = False,
) -> DraftLayer:
    """Read the draft of parameter ``prefix`` with ``<prefix>_FIELD``, ``_ID_FIELD`` and ``_CLASSIFICATION``.

    Conditions of the rules in ``law`` are evaluated on the features; ``extra`` fields are
    read along into ``layer.columns``. The first layer of a run decides
    on ``plane`` and ``crs``; hand them in for every further one.
    """
    id_field = run.optional_text(f"{prefix}_ID_FIELD")
    given = run.open(prefix)
    fields = given.source.fields()
    layer = run.read(
        given,
        [*draft_fields(run, settings, fields, given.name, prefix, law), *extra],
        id_field=id_field,
        crs=crs,
        plane=plane,
        share=share,
        keep_features=keep_features,
    )
    return DraftLayer(plan_of(run, settings, layer, fields, prefix, law, (share[1], share[1])), layer)


def plan_of(
    run: Run,
    settings: CheckSettings,
    layer: PolygonLayer,
    fields: QgsFields,
    prefix: str = "PLAN",
    law: RulePack | None = None,
    share: tuple[float, float] = (0.0, 0.0),
) -> PlanDraft:
    """The draft of a layer that was read with the columns of ``draft_fields``; ``fields`` are the layer's."""
    areas = areas_of(run, layer, settings.area_rule, _area_field(run, settings), share=share)
    match = match_codes_of(run, layer, run.text(f"{prefix}_FIELD"), f"{prefix}_CLASSIFICATION")
    return PlanDraft(
        geometry=layer.geometry,
        ids=layer.ids,
        codes=rule_codes(match, layer.name, run.notes),
        carbon_class=match.carbon_classes(),
        area_m2=areas.area_m2,
        measured_m2=areas.measured_m2,
        layer=layer.name,
        has_ids=layer.has_ids,
        conditions={} if law is None else evaluate_conditions(law, fields, layer.columns, layer.name),
    )


def draft_fields(
    run: Run, settings: CheckSettings, fields: QgsFields, layer: str, prefix: str, law: RulePack | None
) -> list[str]:
    """The fields of a draft that its check reads: code, area by attribute, and those of conditions."""
    conditions = condition_fields(law, fields, layer) if law is not None else []
    wanted = [run.text(f"{prefix}_FIELD"), _area_field(run, settings), *conditions]
    return [name for name in wanted if name]


def _area_field(run: Run, settings: CheckSettings) -> str | None:
    return run.optional_text("AREA_FIELD") if settings.area_rule == "attribute" else None
