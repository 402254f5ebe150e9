# SPDX-License-Identifier: GPL-2.0-or-later
"""Forest stands of a run: the layer and its fields in, a method layer and the table by species out."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from ..domain.errors import InputError
from ..domain.forest import (
    GAIN_LOSS,
    SPECIES_COLUMNS,
    STOCK_DIFFERENCE,
    ForestAccount,
    ForestParameters,
    StandFields,
    Stands,
    forest_account,
    forest_parameters_from_frame,
    load_forest_parameters,
    match_species,
    unknown_species,
)
from ..domain.units import M2_PER_HA
from .layer_areas import areas_of, note_repeated
from .layers import PolygonLayer
from .method_output import write_method_layer
from .run import Run
from .sinks import Column
from .tables import SHEETS, read_sheet
from .vector_inputs import VectorInput

INCREMENT = "increment"
#: A bark of so few per cent or less is a share from 0 to 1 that was taken for per cent.
LEAST_BARK_PERCENT = 1.0
#: Parameters that belong to one method only.
OWN_PARAMETERS = {
    GAIN_LOSS: (
        "INCREMENT_FIELD",
        "HARVEST_FIELD",
        "BARK_SHARE",
        "DISTURBED_AREA_FIELD",
        "DISTURBED_SHARE_FIELD",
        "BIOMASS_FIELD",
    ),
    STOCK_DIFFERENCE: ("VOLUME_BEFORE_FIELD", "YEARS"),
}
_FIELDS = (
    *("SPECIES_FIELD", "AGE_FIELD", "AGE_GROUP_FIELD", "VOLUME_FIELD", "VOLUME_BEFORE_FIELD"),
    *("INCREMENT_FIELD", "HARVEST_FIELD", "DISTURBED_AREA_FIELD", "DISTURBED_SHARE_FIELD", "BIOMASS_FIELD"),
)
_TEXTS = ("species_id", "carbon_class", "factor_grade")
_MEANINGS = {
    "species_id": "species of the forest parameters",
    "volume_m3_ha": "growing stock, m³/ha",
    "stands": "number of stands",
    "area_ha": "area by the area rule, ha",
    "volume_m3": "growing stock, m³",
    "net_tco2e_a": "emission − removal, t CO2e/a",
    "factor_grade": "evidence grade of the weakest parameter used",
}


@dataclass(frozen=True)
class ForestJob:
    """The account of a layer of stands with what it was read from."""

    given: VectorInput
    layer: PolygonLayer
    account: ForestAccount
    unmapped_ha: float
    facts: dict[str, Any]


def load_parameters(name: str) -> ForestParameters:
    """Shipped forest parameters by id, or a user's CSV or workbook by path."""
    if Path(name).suffix.lower() in SHEETS:
        return forest_parameters_from_frame(read_sheet(name), file=name)
    return load_forest_parameters(name)


def make_forest_account(run: Run) -> ForestJob:
    """The account of the stands of a run by its parameters."""
    method, rule = run.text("METHOD"), run.text("AREA_RULE")
    _refuse_other_methods(run, method)
    parameters = load_parameters(run.text("FOREST_PARAMETERS"))
    names = {parameter: run.optional_text(parameter) for parameter in _FIELDS}
    area_field = run.optional_text("AREA_FIELD") if rule == "attribute" else None
    id_field = run.optional_text("ID_FIELD")
    given = run.open("INPUT")
    layer = run.read(given, [*names.values(), area_field], id_field=id_field, share=(0, 25))
    areas = areas_of(run, layer, rule, area_field)
    note_repeated(run, layer, areas.area_m2)
    area_ha = areas.area_m2 / M2_PER_HA
    stands = _stands(run, layer, names, area_ha)
    match = match_species(
        layer.columns[run.text("SPECIES_FIELD")],
        parameters,
        field=run.text("SPECIES_FIELD"),
        layer=layer.name,
    )
    unmapped = run.text("UNMAPPED")
    unknown_ha = unknown_species(match, stands, parameters, unmapped, run.notes)
    account = forest_account(
        replace(stands, species=match.species),
        parameters,
        method,
        run.notes,
        years=run.number("YEARS") if run.given("YEARS") else math.nan,
        bark_share=_bark_share(run),
        unmapped=unmapped,
        progress=run.progress(30, 60),
    )
    run.tell()
    facts = {
        "forest_parameters": {
            "id": parameters.id,
            "version": parameters.version,
            "source": parameters.source,
            "sha256": parameters.sha256,
        },
        "area_rule": rule,
        "crs": layer.crs_label,
        "totals": account.total,
        "shares": account.shares,
    }
    return ForestJob(given, layer, account, unknown_ha + account.unmapped_ha, facts)


def _refuse_other_methods(run: Run, method: str) -> None:
    for owner, parameters in OWN_PARAMETERS.items():
        others = [name for name in parameters if run.given(name)]
        if others and owner != method:
            raise InputError(
                "METHOD “{method}” does not use {parameters}, which belong to METHOD “{owner}”: one method "
                "per pool. Leave them empty, or choose that method.",
                method=method,
                parameters=", ".join(others),
                owner=owner,
            )
    if method == STOCK_DIFFERENCE and not (run.given("VOLUME_BEFORE_FIELD") and run.given("YEARS")):
        raise InputError(
            "METHOD “stock_difference” needs VOLUME_BEFORE_FIELD, the volume at the earlier date, and "
            "YEARS, the years between the two dates."
        )
    if method != GAIN_LOSS and not run.given("VOLUME_FIELD"):
        raise InputError(
            "METHOD “{method}” needs VOLUME_FIELD, the growing stock (蓄积量) of the stands.", method=method
        )
    _refuse_growth(run)


def _refuse_growth(run: Run) -> None:
    if (run.text("GROWTH") == INCREMENT) != run.given("INCREMENT_FIELD"):
        raise InputError(
            "GROWTH “increment” and INCREMENT_FIELD belong together, with METHOD “gain_loss”: set both, or "
            "neither to take the growth of the forest parameters."
        )
    if run.given("DISTURBED_AREA_FIELD"):
        return
    stray = [name for name in ("DISTURBED_SHARE_FIELD", "BIOMASS_FIELD") if run.given(name)]
    if stray:
        raise InputError(
            "{parameters} say how much biomass a disturbance takes: they need DISTURBED_AREA_FIELD.",
            parameters=", ".join(stray),
        )


def _bark_share(run: Run) -> float:
    percent = run.number("BARK_SHARE") if run.given("BARK_SHARE") else 0.0
    if 0.0 < percent <= LEAST_BARK_PERCENT:
        raise InputError(
            "BARK_SHARE is {value:g} %, but no bark is that thin: it is in per cent of the volume over bark, "
            "not a share from 0 to 1. Write 15 for 15 %.",
            value=percent,
        )
    return percent / 100.0


def _stands(run: Run, layer: PolygonLayer, names: dict[str, str | None], area_ha: np.ndarray) -> Stands:
    fields = StandFields(layer.name, layer.ids)
    kind = run.text("VOLUME_KIND")

    def volumes(parameter: str) -> np.ndarray | None:
        name = names[parameter]
        return None if name is None else fields.volumes(layer.columns[name], name, kind, area_ha)

    def values(parameter: str, read: Any, *more: Any) -> np.ndarray | None:
        name = names[parameter]
        return None if name is None else read(layer.columns[name], name, *more)

    unknown = np.full(len(layer), math.nan)
    volume = volumes("VOLUME_FIELD")
    age, group = values("AGE_FIELD", fields.numbers), values("AGE_GROUP_FIELD", fields.age_groups)
    losses = [
        values("HARVEST_FIELD", fields.numbers),
        values("DISTURBED_AREA_FIELD", fields.areas_within, area_ha),
    ]
    empty = [np.isnan(loss) for loss in losses if loss is not None]
    return Stands(
        layer=layer.name,
        ids=layer.ids,
        species=np.full(len(layer), None, dtype=object),
        area_ha=area_ha,
        volume_m3=unknown if volume is None else volume,
        age_a=unknown if age is None else age,
        age_group=unknown if group is None else group,
        volume_before_m3=volumes("VOLUME_BEFORE_FIELD"),
        increment_m3_ha_a=values("INCREMENT_FIELD", fields.increments),
        harvest_m3_a=_none_if_empty(losses[0]),
        disturbed_ha_a=_none_if_empty(losses[1]),
        disturbed_share=values("DISTURBED_SHARE_FIELD", fields.shares),
        biomass_t_ha=values("BIOMASS_FIELD", fields.numbers),
        none_stated=np.any(empty, axis=0) if empty else np.zeros(len(layer), dtype=bool),
    )


def _none_if_empty(loss: np.ndarray | None) -> np.ndarray | None:
    return None if loss is None else np.nan_to_num(loss)


def write_forest_account(run: Run, job: ForestJob) -> None:
    """Write the method layer and the table by species."""
    extras = [Column("species_id", "text", _MEANINGS["species_id"])]
    extras.append(Column("volume_m3_ha", "float", _MEANINGS["volume_m3_ha"]))
    write_method_layer(run, "OUTPUT", job.given, job.layer, job.account.by_stand, extras, {})
    columns = [_column(name) for name in SPECIES_COLUMNS]
    run.write("OUTPUT_TABLE", columns, job.account.by_species, share=(95, 99))


def _column(name: str) -> Column:
    kind = "text" if name in _TEXTS else "int" if name == "stands" else "float"
    unit = "t CO2e/a" if "tco2e_a" in name else "t C" if "_tc" in name else ""
    return Column(name, kind, _MEANINGS.get(name, unit))
