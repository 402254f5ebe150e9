# SPDX-License-Identifier: GPL-2.0-or-later
"""From a checked activity to its line: factor, quantity, gas, CO2 equivalents."""

from __future__ import annotations

import math
from dataclasses import replace

from ..errors import InputError
from ..factors.vocabulary import is_weak, weakest_evidence
from . import formulas
from .activity import Activity
from .bare_lines import amount_part, bare_line, part_of, require_kind
from .basis import Basis
from .electricity import Choice, choose_electricity, refuse_other_family
from .landfill import landfill_at_once, landfill_of_year
from .library import (
    ELECTRICITY,
    FUEL,
    HEAT,
    LOCAL_PV,
    Carrier,
    Factor,
    factor_of_fuel,
    factors,
    is_refused,
    potential_grade,
    potentials,
)
from .lines import Line
from .measures import ELECTRICITY as KWH
from .measures import ENERGY, PERSONS, VEHICLE_KM, VOLUME
from .vocabulary import BUNKERS, FIRST_ORDER, LANDFILL, NON_ENERGY, RICE, TRANSFORMATION, TRIPS
from .vocabulary import FUEL as FUEL_METHOD

#: Uses that are computed, but are in no total: counted elsewhere, or outside the territory.
OUTSIDE = (TRANSFORMATION, BUNKERS)


def line_of(activity: Activity, basis: Basis) -> tuple[Line, Choice | None]:
    """The line of an activity, and the electricity factor that was chosen for it (None: none was).

    Raises ``InputError`` for a factor that is missing, unknown or of another family, and for units of
    measure that do not fit each other.
    """
    if activity.use == NON_ENERGY:
        return bare_line(activity, NON_ENERGY), None
    if activity.carrier is not None and activity.carrier.kind == LOCAL_PV:
        return _local_pv(activity), None
    if activity.method == LANDFILL:
        return landfill_at_once(activity, basis), None
    if activity.method == FIRST_ORDER:
        return landfill_of_year(activity, basis), None
    factor, choice = _factor(activity, basis)
    return _with_factor(activity, factor, basis), choice


def _local_pv(activity: Activity) -> Line:
    if activity.measure.kind != KWH:
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: local photovoltaics are amounts of electricity "
            "(kWh, 10^4 kWh), not {value}.",
            **activity.row.at("amount_unit"),
        )
    return replace(bare_line(activity, LOCAL_PV), scope=2)


def _factor(activity: Activity, basis: Basis) -> tuple[Factor, Choice | None]:
    row, carrier = activity.row, activity.carrier
    if activity.method == FUEL_METHOD:
        return _own_fuel(activity), None
    if activity.own is not None:
        _require_family(activity, basis)
        return activity.own, None
    if activity.factor_id:
        return _of_library(activity, basis), None
    if carrier is None:
        raise InputError(
            "Table “{table}”, row {row}: nothing tells its emission factor. Give a carrier, a factor_id of "
            "the library, or factor_value, factor_unit and factor_source.",
            **row.at("factor_id"),
        )
    if carrier.kind == ELECTRICITY:
        choice = choose_electricity(basis.family, basis.year, basis.region)
        return choice.factor, choice
    if carrier.kind == FUEL and not carrier.factor_id:
        return factor_of_fuel(carrier), None
    return _of_carrier(carrier), None


def _of_carrier(carrier: Carrier) -> Factor:
    """The factor of the library that stands for a carrier, no surer than that it does."""
    factor = factors()[carrier.factor_id]
    return replace(factor, evidence=carrier.evidence, weak=True) if carrier.weak else factor


def _own_fuel(activity: Activity) -> Factor:
    carrier, given = activity.carrier, dict(activity.parameters)
    if carrier is None or carrier.kind != FUEL:
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: method “fuel” needs a fuel as carrier.",
            **activity.row.at("carrier"),
        )
    source = activity.row.text("factor_source")
    if given and not source:
        raise InputError(
            "Table “{table}”, row {row}: calorific value, carbon content and oxidation of your own need "
            "their source in factor_source.",
            **activity.row.at("factor_source"),
        )
    carbon, oxidation = given.get("carbon", math.nan), given.get("oxidation", math.nan)
    factor = factor_of_fuel(carrier, _calorific(activity, carrier), carbon, oxidation)
    if not given:
        return factor
    weak = is_weak(activity.evidence, "yes")
    name = f"own {carrier.carrier}"
    return replace(factor, factor_id=name, source=source, evidence=activity.evidence, weak=weak)


def _calorific(activity: Activity, carrier: Carrier) -> float:
    """GJ per base unit of a fuel: that of the row, else the carrier's."""
    if "ncv" not in activity.parameters:
        return carrier.ncv
    ncv = activity.parameters["ncv"]
    if ncv <= 0:
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: a fuel without calorific value gives no energy. "
            "Give an ncv above 0 (GJ/t; gases GJ/10^4 m3).",
            **activity.row.at("parameters"),
        )
    # Gases are stated per 10^4 m3, as in the guidelines.
    return ncv / (1e4 if carrier.ncv_per == VOLUME else 1.0)


def _require_family(activity: Activity, basis: Basis) -> None:
    """An electricity factor of the user must say of which family it is."""
    factor, carrier = activity.own, activity.carrier
    if factor is None:
        return
    bought = factor.per == KWH or (carrier is not None and carrier.kind == ELECTRICITY)
    if bought and not factor.family:
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: an electricity factor of your own must state its "
            "family: write “{family}” if it is of the account's family.",
            **activity.row.at("factor_family"),
            family=basis.family,
        )
    refuse_other_family(factor, basis.family, activity.row.at("factor_value"))


def _of_library(activity: Activity, basis: Basis) -> Factor:
    name = activity.factor_id
    if is_refused(name):
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: “{value}” is a figure to compare with or a "
            "placeholder per hectare of land. Emissions of energy come from activity data: give fuels, heat "
            "and electricity.",
            **activity.row.at("factor_id"),
        )
    if name not in factors():
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: “{value}” is no emission factor of the library. "
            "Ids stand in resources/factors/activity_defaults_cn.csv and emission_process.csv.",
            **activity.row.at("factor_id"),
        )
    refuse_other_family(factors()[name], basis.family, activity.row.at("factor_id"))
    return factors()[name]


def _scope(activity: Activity, factor: Factor) -> int:
    kind = activity.carrier.kind if activity.carrier else ""
    usual = {ELECTRICITY: 2, HEAT: 2, FUEL: 1}.get(kind, 0) or factor.scope or 2 * (factor.per == KWH)
    scope = activity.scope or usual or (1 if activity.own is not None else 0)
    if not scope:
        raise InputError(
            "Table “{table}”, row {row}: factor “{factor}” mixes direct and purchased energy. State its "
            "scope (1, 2 or 3).",
            **activity.row.at("scope"),
            factor=factor.factor_id,
        )
    bought = factor.per == KWH or kind in (ELECTRICITY, HEAT)
    if (scope == 1 and bought) or (scope == 2 and kind == FUEL):
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: scope {value} does not fit “{item}”. Purchased "
            "electricity and heat are scope 2, fuels that are burnt scope 1; what arises elsewhere is scope "
            "3.",
            **activity.row.at("scope"),
            item=activity.item,
        )
    return scope


def _quantity(activity: Activity, factor: Factor) -> float:
    """Base units of the factor per base unit of the amount."""
    kind, size = activity.measure.kind, 1.0
    if activity.method == TRIPS:
        require_kind(activity, kind, PERSONS)
        given = activity.parameters
        if not given["occupancy"]:
            raise InputError(
                "Table “{table}”, row {row}, column “{column}”: a vehicle without persons has no kilometres. "
                "Give an occupancy above 0.",
                **activity.row.at("parameters"),
            )
        kind, size = VEHICLE_KM, formulas.vehicle_km(1.0, **given)
    if activity.intensity is not None:
        require_kind(activity, kind, activity.intensity.per)
        kind, size = activity.intensity.of, size * activity.intensity.value
    if factor.daily != (activity.method == RICE):
        raise InputError(
            "Table “{table}”, row {row}: a factor per day and method “rice” belong together. Write the "
            "factor as kg CH4/(ha·d), method “rice” and parameters “days=120”.",
            **activity.row.at("method"),
        )
    if factor.daily:
        size *= activity.parameters["days"]
    carrier = activity.carrier
    if kind == ENERGY != factor.per and carrier is not None and carrier.ncv_per == factor.per:
        return size / _calorific(activity, carrier)
    require_kind(activity, kind, factor.per)
    return size


def _with_factor(activity: Activity, factor: Factor, basis: Basis) -> Line:
    scope = _scope(activity, factor)
    gwp = potentials(basis.gwp)[factor.gas]
    scale = activity.measure.scale * activity.split
    quantity = activity.amount * scale * _quantity(activity, factor)
    emission = quantity * factor.value * gwp
    parts = [part_of(factor.factor_id + factor.source, factor.value, factor.low, factor.high, quantity * gwp)]
    grades = [(factor.evidence, factor.weak)]
    used = activity.intensity
    if used is not None:
        rest = emission / used.value if used.value else 0.0
        parts.append(part_of(used.intensity_id + used.source, used.value, used.low, used.high, rest))
        grades.append((used.evidence, used.weak))
    if factor.gas not in ("CO2", "CO2e"):
        grades.append(potential_grade(basis.gwp, factor.gas))
    known = all(part is not None for part in parts)
    parts.append(amount_part(activity, emission / activity.amount if activity.amount else 0.0))
    base = bare_line(activity, activity.use if activity.use in OUTSIDE else "")
    return replace(
        base,
        scope=scope,
        activity=quantity if factor.per == KWH else activity.amount * scale,
        activity_unit=KWH if factor.per == KWH else activity.measure.kind,
        factor_id=factor.factor_id,
        gas=factor.gas,
        mass_t=quantity * factor.value,
        emission_tco2e=emission,
        parts=tuple(part for part in parts if part is not None),
        interval_known=known,
        grade=weakest_evidence([grade for grade, _weak in grades]) or "",
        weak=any(weak for _grade, weak in grades),
        source=factor.source if used is None else f"{factor.source}; {used.source}",
    )
