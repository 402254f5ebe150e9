# SPDX-License-Identifier: GPL-2.0-or-later
"""Methane of landfills: all in the year of the waste, or by first-order decay (IPCC 2006 Vol. 5, ch. 3)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from ..errors import InputError
from ..factors.library import FACTORS
from ..factors.terms import number_of
from ..factors.vocabulary import is_weak, weakest_evidence
from ..text_tables import read_text_table
from . import formulas
from .activity import Activity
from .bare_lines import amount_part, bare_line, require_kind
from .basis import Basis
from .library import potential_grade, potentials
from .lines import Line, Part
from .measures import CH4, MASS
from .vocabulary import FIRST_ORDER, LANDFILL

DOC, DOC_F, MCF, RATE, F, OX = "doc", "doc_f", "mcf", "k", "f", "ox"
RECOVERED = "recovered_t"
#: By which words of a row a figure of resources/factors/landfill_parameters.csv is found.
_KEYS: dict[str, tuple[str, ...]] = {
    DOC: ("waste",),
    DOC_F: ("waste",),
    RATE: ("waste", "climate"),
    MCF: ("site",),
    OX: ("site",),
    F: (),
}
_INTERVALS = (DOC, DOC_F, MCF, RATE)


@dataclass(frozen=True)
class Parameter:
    """A figure of the model with its 95 % bounds (NaN = unknown), and the draw that it is."""

    value: float
    low: float
    high: float
    draw: str
    source: str
    evidence: str
    weak: bool


@cache
def _library() -> Mapping[tuple[str, ...], Parameter]:
    """Parameters by their name and the words that they hold for."""
    found = {}
    for row in read_text_table(FACTORS / "landfill_parameters.csv").to_dict("records"):
        key = (row["parameter"], *(row[word] for word in _KEYS[row["parameter"]]))
        value, low, high = (number_of(row[column]) for column in ("value", "low", "high"))
        found[key] = Parameter(
            value,
            low,
            high,
            draw=row["row_id"],
            source=f"{row['source']}; {row['locator']}",
            evidence=row["evidence"],
            weak=is_weak(row["evidence"], row["verified"]),
        )
    return found


def parameters_of(activity: Activity) -> dict[str, Parameter]:
    """DOC, DOC_f, MCF, k, F and OX of a row: its own figure, else that of the library for its words.

    Raises ``InputError`` for one that neither gives, and for figures of one's own without a source.
    """
    source = activity.row.text("factor_source")
    found = {}
    for name, words in _KEYS.items():
        if name in activity.parameters:
            weak = is_weak(activity.evidence, "yes")
            draw = f"row {activity.row.line} {name}"
            nan = math.nan
            found[name] = Parameter(
                activity.parameters[name], nan, nan, draw, source, activity.evidence, weak
            )
            continue
        key = (name, *(activity.words.get(word, "") for word in words))
        if key not in _library():
            raise InputError(
                "Table “{table}”, row {row}, column “{column}”: first-order decay lacks {parameter}. Write "
                "its figure with a source in factor_source, or the words that it follows from: waste, "
                "climate and site (resources/factors/activity_template_README.md).",
                **activity.row.at("parameters"),
                parameter=name,
            )
        found[name] = _library()[key]
    if not source and any(name in activity.parameters for name in _KEYS):
        raise InputError(
            "Table “{table}”, row {row}: parameters of your own need their source in factor_source.",
            **activity.row.at("factor_source"),
        )
    return found


def landfill_of_year(activity: Activity, basis: Basis) -> Line:
    """The line of waste that was deposited in one year: its methane in the year of the account.

    CH4 = W · DOC · DOC_f · MCF · (e^(−k(n−1)) − e^(−kn)) · F · 16/12 · (1 − OX), n years after the deposit
    (eq. 3.2, 3.4–3.6; decay begins in the year after). What is recovered is taken off by
    ``take_recovered``.
    """
    require_kind(activity, activity.measure.kind, MASS)
    given = parameters_of(activity)
    methane = _generated(activity, given, basis.year) * (1.0 - given[OX].value)
    gwp = potentials(basis.gwp)[CH4]
    emission = methane * gwp
    parts = [_parameter_part(activity, given, name, basis) for name in _INTERVALS]
    known = all(part is not None for part in parts)
    parts.append(amount_part(activity, emission / activity.amount if activity.amount else 0.0))
    grade, weak = potential_grade(basis.gwp, CH4)
    sources = dict.fromkeys(parameter.source for parameter in given.values())
    return replace(
        bare_line(activity),
        factor_id=FIRST_ORDER,
        gas=CH4,
        mass_t=methane,
        emission_tco2e=emission,
        parts=tuple(part for part in parts if part is not None),
        interval_known=known,
        grade=weakest_evidence([grade, *(parameter.evidence for parameter in given.values())]) or "",
        weak=weak or any(parameter.weak for parameter in given.values()),
        source="; ".join(sources),
        deposit_year=activity.year,
    )


def _generated(activity: Activity, given: Mapping[str, Parameter], year: int) -> float:
    """t CH4 that the waste of a row generates in a year, before recovery and oxidation."""
    potential = formulas.landfill_potential(
        given[MCF].value, given[DOC].value, given[DOC_F].value, given[F].value
    )
    waste_t = activity.amount * activity.measure.scale * activity.split
    return waste_t * potential * formulas.decayed_share(given[RATE].value, year - activity.year)


def _parameter_part(
    activity: Activity, given: Mapping[str, Parameter], name: str, basis: Basis
) -> Part | None:
    """Half-widths of one parameter: the emission at its bounds, all others as they are."""
    parameter = given[name]
    if math.isnan(parameter.low) or math.isnan(parameter.high):
        return None
    middle, low, high = (
        _generated(activity, {**given, name: replace(parameter, value=value)}, basis.year)
        for value in (parameter.value, parameter.low, parameter.high)
    )
    rest = (1.0 - given[OX].value) * potentials(basis.gwp)[CH4]
    return Part(parameter.draw, (middle - low) * rest, (high - middle) * rest)


def take_recovered(lines: Sequence[Line], activities: Sequence[Activity], basis: Basis) -> list[Line]:
    """Lines less the methane that each landfill recovers in the year (eq. 3.1: (Σ CH4 − R)(1 − OX)).

    A landfill is the rows of one unit and item. ``recovered_t`` of its row of the year of the account is
    taken off all its rows in proportion to what they generate. Raises ``InputError`` where more is
    recovered than generated.
    """
    sites: dict[tuple[str, str], list[int]] = {}
    for number, activity in enumerate(activities):
        if activity.method == FIRST_ORDER:
            sites.setdefault((activity.unit, activity.item), []).append(number)
    made = list(lines)
    for numbers in sites.values():
        rows = [activities[number] for number in numbers]
        recovered = math.fsum(
            row.parameters.get(RECOVERED, 0.0) * row.split for row in rows if row.year == basis.year
        )
        if not recovered:
            continue
        generated = math.fsum(_generated(row, parameters_of(row), basis.year) for row in rows)
        if recovered > generated:
            raise InputError(
                "Table “{table}”, row {row}, column “{column}”: {recovered:.10g} t CH4 are recovered, but "
                "the waste of this landfill generates {generated:.10g} t CH4 in {year}. Correct recovered_t, "
                "or add the waste of earlier years.",
                **next(row for row in rows if RECOVERED in row.parameters).row.at("parameters"),
                recovered=recovered,
                generated=generated,
                year=basis.year,
            )
        for number in numbers:
            made[number] = lines[number].scaled(1.0 - recovered / generated)
    return made


def landfill_at_once(activity: Activity, basis: Basis) -> Line:
    """The line of waste whose methane is all booked in its year: (W · L0 − R)(1 − OX)."""
    given = activity.parameters
    require_kind(activity, activity.measure.kind, MASS)
    source = activity.row.text("factor_source")
    if not source or {"recovered_t", "recovered_share"} <= set(given):
        raise InputError(
            "Table “{table}”, row {row}: method “landfill” needs the source of its parameters in "
            "factor_source, and either recovered_t or recovered_share.",
            **activity.row.at("factor_source"),
        )
    potential = formulas.landfill_potential(given["mcf"], given["doc"], given["doc_f"], given["f"])
    waste = activity.amount * activity.measure.scale * activity.split
    potential *= 1.0 - given.get("recovered_share", 0.0)
    methane = formulas.landfill_methane(waste, potential, given.get("recovered_t", 0.0), given["ox"])
    if methane < 0:
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: more methane is recovered than the waste gives. "
            "Correct recovered_t (t CH4).",
            **activity.row.at("parameters"),
        )
    gwp = potentials(basis.gwp)[CH4]
    rest = activity.measure.scale * activity.split * potential * (1.0 - given["ox"]) * gwp
    part = amount_part(activity, rest)
    grade, weak = potential_grade(basis.gwp, CH4)
    return replace(
        bare_line(activity),
        factor_id=LANDFILL,
        gas=CH4,
        mass_t=methane,
        emission_tco2e=methane * gwp,
        parts=() if part is None else (part,),
        grade=weakest_evidence([activity.evidence, grade]) or "",
        weak=weak or is_weak(activity.evidence, "yes"),
        source=source,
    )
