# SPDX-License-Identifier: GPL-2.0-or-later
"""Restorable parcels in, and the replenishment table (补划表) out."""

from __future__ import annotations

from typing import Any

import numpy as np

from ..domain.classes import load_classification
from ..domain.errors import InputError
from ..domain.plancheck import PlanDraft
from ..domain.replenish import PLOT_COLUMNS, Replenishment, Restorable, Retention, replenish
from ..domain.rules import code_set
from .field_values import amounts_of
from .layers import PolygonLayer, text_of
from .plan import CheckJob, read_check_factors
from .plan.rule_codes import RULE_CODES, match_codes_of, rule_codes
from .run import Run
from .sinks import Column
from .software import require

_NUMBERS = ("_ha", "_mu", "_tco2", "_tco2e", "_tco2e_a", "_low", "_high", "cost")


def replenish_plan(
    run: Run, job: CheckJob, plan: PlanDraft, share: tuple[float, float]
) -> Replenishment | None:
    """The replenishment of a repaired plan; None where no restorable parcels are given."""
    if not run.given("RESTORABLE"):
        return None
    require("scipy")
    if not run.given("RETENTION_HA"):
        raise InputError(
            "Restorable parcels (RESTORABLE) were given without the cultivated land to be kept: set "
            "RETENTION_HA (耕地保有量, ha)."
        )
    plots = _read_plots(run, job)
    classes = load_classification(RULE_CODES).codes["carbon_class"]
    retention = Retention(run.number("RETENTION_HA"), classes.get(code_set("cultivated")[0]))
    check = {**job.arguments(), "factors": job.factors or read_check_factors(run)}
    return replenish(plots, plan, check, retention, notes=run.notes, progress=run.progress(*share))


def write_replenishment(run: Run, job: CheckJob, result: Replenishment | None) -> None:
    """Write the replenishment table and record the balance."""
    if result is None:
        return
    run.record(
        replenishment={
            "retention_ha": run.number("RETENTION_HA"),
            "cultivated_ha": result.cultivated_ha,
            "shortage_ha": result.shortage_ha,
            "gained_ha": result.gained_ha,
            "still_short_ha": result.still_short_ha,
        }
    )
    columns = [Column(name, _kind(name)) for name in PLOT_COLUMNS]
    shapes = job.plane.from_plane(result.plots["geometry"].to_numpy(dtype=object))
    run.write("OUTPUT_REPLENISHMENT", columns, result.plots, shapes, job.crs, share=(98, 99))


def replenishment_outputs(result: Replenishment | None) -> dict[str, Any]:
    """Number outputs of the replenishment; NULL where there is none."""
    if result is None:
        return dict.fromkeys(("SHORTAGE_HA", "REPLENISHED_HA", "STILL_SHORT_HA", "REPLENISHMENT_TCO2E"))
    return {
        "SHORTAGE_HA": result.shortage_ha,
        "REPLENISHED_HA": result.gained_ha,
        "STILL_SHORT_HA": result.still_short_ha,
        "REPLENISHMENT_TCO2E": result.carbon_tco2e,
    }


def _kind(name: str) -> str:
    return "int" if name == "order" else "float" if name.endswith(_NUMBERS) else "text"


def _read_plots(run: Run, job: CheckJob) -> Restorable:
    fields = {
        name: run.optional_text(f"RESTORABLE_{name}")
        for name in ("FIELD", "CODE_FIELD", "VILLAGE_FIELD", "COST_FIELD")
    }
    layer = run.polygons(
        "RESTORABLE",
        list(fields.values()),
        id_field=run.optional_text("RESTORABLE_ID_FIELD"),
        crs=job.crs,
        plane=job.plane,
        share=(30, 35),
    )
    nothing = np.full(len(layer), None, dtype=object)
    codes, classes = nothing, nothing
    if fields["CODE_FIELD"]:
        match = match_codes_of(run, layer, fields["CODE_FIELD"], "RESTORABLE_CLASSIFICATION")
        codes, classes = rule_codes(match, layer.name, run.notes), match.carbon_classes()
    cost = fields["COST_FIELD"]
    return Restorable(
        geometry=layer.geometry,
        ids=layer.ids,
        kinds=_texts(layer, fields["FIELD"]),
        codes=codes,
        carbon_class=classes,
        area_m2=layer.plane.measure(layer.geometry, job.settings.area_rule),
        villages=_texts(layer, fields["VILLAGE_FIELD"]),
        cost=_costs(layer, cost) if cost else None,
        layer=layer.name,
        codes_known=fields["CODE_FIELD"] is not None,
    )


def _texts(layer: PolygonLayer, field: str | None) -> np.ndarray | None:
    if field is None:
        return None
    return np.array(
        [None if value is None else text_of(value) for value in layer.columns[field]], dtype=object
    )


def _costs(layer: PolygonLayer, field: str) -> np.ndarray:
    values = amounts_of(layer, field)
    empty = np.flatnonzero(np.isnan(values))
    if len(empty):
        raise InputError(
            "Cost field “{field}” of layer “{layer}” is empty (features: {count}, first: {id}). Fill it, or "
            "choose no cost field.",
            field=field,
            layer=layer.name,
            count=len(empty),
            id=layer.ids[empty[0]],
        )
    return values
