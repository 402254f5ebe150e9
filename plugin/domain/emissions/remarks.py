# SPDX-License-Identifier: GPL-2.0-or-later
"""What an inventory notes: what it left out, took instead, split, or may count twice."""

from __future__ import annotations

import math
from collections.abc import Container, Mapping, Sequence

from ..notes import NoteBook
from .activity import ActivityTable
from .basis import Basis
from .coupling import Node
from .electricity import Choice
from .library import DEFAULT_GWP, carriers, factors
from .lines import Line
from .measures import CO2E
from .measures import ELECTRICITY as KWH
from .vocabulary import NON_ENERGY, TRANSFORMATION

#: Beginnings of library ids whose emission a sink account holds per hectare as well.
_ON_LAND = ("A-RICE-", "A-N2O-")
_STEEL = ("P-STEEL-BOF", "P-COKE")


def rows_in(lines: Sequence[Line]) -> list[object]:
    """Row numbers of lines, for the ids of a note."""
    return [line.row for line in lines]


def sum_of(lines: Sequence[Line]) -> float:
    """t CO2e of lines, those that are not computed left out."""
    known = (line.emission_tco2e for line in lines)
    return math.fsum(value for value in known if not math.isnan(value))


def note_table(activities: ActivityTable, notes: NoteBook) -> None:
    """Rows of other years, and columns that nothing reads."""
    if activities.other_years:
        notes.add(
            "other_years",
            "{count} rows of table “{table}” are of other years ({years}) and are left out.",
            count=sum(activities.other_years.values()),
            warning=False,
            table=activities.table,
            years=", ".join(str(year) for year in sorted(activities.other_years)),
        )
    doubled = _identical(activities)
    if doubled:
        notes.add(
            "identical_rows",
            "{count} rows of table “{table}” repeat an earlier row in every cell. Both count: delete the "
            "repetition if it is one.",
            count=len(doubled),
            ids=doubled,
            table=activities.table,
        )
    if activities.unread:
        notes.add(
            "columns_not_read",
            "Table “{table}” has columns that are not read: {columns}.",
            count=len(activities.unread),
            warning=False,
            table=activities.table,
            columns=", ".join(activities.unread),
        )


def _identical(activities: ActivityTable) -> list[int]:
    seen: set[tuple[str, ...]] = set()
    doubled = []
    for activity in activities.rows:
        # The units among which one row is split differ in nothing else.
        cells = (activity.unit, *activity.row.cells.values())
        if cells in seen:
            doubled.append(activity.row.line)
        seen.add(cells)
    return doubled


def note_chosen(chosen: Sequence[tuple[Line, Choice]], basis: Basis, notes: NoteBook) -> None:
    """Which electricity factor was taken where the table names none, and what is missing about it."""
    if not chosen:
        return
    choice = chosen[0][1]
    rows = [line.row for line, _choice in chosen]
    factor = choice.factor
    if choice.right_year and choice.right_region and basis.region:
        notes.add(
            "electricity_factor",
            "{count} rows take the electricity factor {factor} of the province and year.",
            count=len(rows),
            ids=rows,
            warning=False,
            factor=factor.factor_id,
        )
    elif basis.region:
        notes.add(
            "electricity_factor_missing",
            "The library has no electricity factor of province {region} for {year} in family “{family}”: "
            "{count} rows take {factor} (region {found}, {found_year}). Give the factor of the province and "
            "year as factor_value where it is published.",
            count=len(rows),
            ids=rows,
            region=basis.region,
            year=basis.year,
            family=basis.family,
            factor=factor.factor_id,
            found=factor.region,
            found_year=factor.year,
        )
    else:
        notes.add(
            "electricity_factor_national",
            "No province is given: {count} rows take the national electricity factor {factor} of "
            "{found_year} for {year}. Set REGION to the province's code.",
            count=len(rows),
            ids=rows,
            factor=factor.factor_id,
            found_year=factor.year,
            year=basis.year,
        )


def note_named(lines: Sequence[Line], basis: Basis, chosen: Container[int], notes: NoteBook) -> None:
    """Electricity factors that the table names and that are of another year or province."""
    others = []
    for line in lines:
        factor = factors().get(line.factor_id)
        if factor is None or factor.per != KWH or line.row in chosen:
            continue
        if factor.year != str(basis.year) or (basis.region and factor.region != basis.region):
            others.append(line)
    if others:
        notes.add(
            "electricity_factor_other",
            "{count} rows name an electricity factor of another year or province than the account’s "
            "({factors}).",
            count=len(others),
            ids=rows_in(others),
            factors=", ".join(sorted({line.factor_id for line in others})),
        )


def note_weak(lines: Sequence[Line], share: float, notes: NoteBook) -> None:
    """Which figures below grade secondary the total rests on."""
    weak = [line for line in lines if line.counted and line.weak]
    if share > 0:
        notes.add(
            "weak_figures",
            "{percent:.1f} % of the total rests on figures below grade secondary: {figures}.",
            count=len(weak),
            ids=rows_in(weak),
            percent=100.0 * share,
            figures=", ".join(sorted({line.factor_id or line.item for line in weak})),
        )
    _note_stand_ins(weak, notes)


def _note_stand_ins(weak: Sequence[Line], notes: NoteBook) -> None:
    """Carriers that take the factor of another one."""
    for name, carrier in carriers().items():
        taking = [line for line in weak if line.carrier == name and line.factor_id == carrier.factor_id]
        if carrier.weak and taking:
            notes.add(
                "carrier_stand_in",
                "{count} rows of {carrier} ({amount:.10g} t CO2e) take {factor}, the factor of another fuel. "
                "Give the calorific value and carbon content of the fuel (method fuel) where they are known.",
                count=len(taking),
                ids=rows_in(taking),
                amount=sum_of(taking),
                carrier=name,
                factor=carrier.factor_id,
            )


def note_lines(
    lines: Sequence[Line], nodes: Mapping[str, Node], gwp: str, no_interval: float, notes: NoteBook
) -> None:
    """Lines left out, split, outside the total, or whose figure needs a word."""
    _note_left_out(lines, notes)
    _note_beside(lines, notes)
    _note_nodes(nodes, notes)
    _note_twice(lines, notes)
    mixed = [line for line in lines if line.counted and line.gas == CO2E and math.isnan(line.co2_t)]
    if mixed:
        notes.add(
            "co2_not_apart",
            "{count} rows state CO2 equivalents only ({amount:.10g} t CO2e, with the potentials of their "
            "source): their CO2 is unknown and is not in TOTAL_CO2_T.",
            count=len(mixed),
            ids=rows_in(mixed),
            amount=sum_of(mixed),
            warning=gwp != DEFAULT_GWP,
        )
    if no_interval > 0:
        notes.add(
            "no_interval",
            "{percent:.1f} % of the total rests on figures without an interval: the bounds do not hold their "
            "uncertainty.",
            percent=100.0 * no_interval,
            warning=False,
        )


def _note_left_out(lines: Sequence[Line], notes: NoteBook) -> None:
    raw = [line for line in lines if line.reason == NON_ENERGY]
    if raw:
        notes.add(
            "non_energy",
            "{count} rows are energy used as raw material: they are left out of the account.",
            count=len(raw),
            ids=rows_in(raw),
            warning=False,
        )
    inputs = [line for line in lines if line.reason == TRANSFORMATION]
    if inputs:
        notes.add(
            "transformation",
            "{count} rows are input of transformation ({amount:.10g} t CO2e): the electricity and heat made "
            "of it count where they are used, so that nothing counts twice.",
            count=len(inputs),
            ids=rows_in(inputs),
            amount=sum_of(inputs),
            warning=False,
        )
    served = {line.unit for line in lines if line.counted and line.scope == 2}
    without = [line for line in inputs if line.unit not in served]
    if without:
        notes.add(
            "transformation_without_output",
            "{count} of these rows are of units without any purchased electricity or heat: neither input nor "
            "output counts there. Add the electricity and heat that is used.",
            count=len(without),
            ids=rows_in(without),
        )


def _note_beside(lines: Sequence[Line], notes: NoteBook) -> None:
    elsewhere = [line for line in lines if line.scope == 3 and not line.reason]
    if elsewhere:
        notes.add(
            "scope_3",
            "{count} rows are scope 3 ({amount:.10g} t CO2e): listed, but in no total.",
            count=len(elsewhere),
            ids=rows_in(elsewhere),
            amount=sum_of(elsewhere),
            warning=False,
        )
    split = [line for line in lines if line.split_source]
    if split:
        notes.add(
            "split",
            "{count} rows ({amount:.10g} t CO2e) are a share of a larger balance, not a statistic of their "
            "unit: {sources}. Column split tells the share.",
            count=len(split),
            ids=rows_in(split),
            amount=sum_of(split),
            sources="; ".join(sorted({line.split_source for line in split})),
        )


def _note_nodes(nodes: Mapping[str, Node], notes: NoteBook) -> None:
    for unit, node in nodes.items():
        notes.add(
            "photovoltaics",
            "Unit “{unit}”: {pv:.10g} kWh of local photovoltaics are netted once from a demand of "
            "{demand:.10g} kWh, {avoided:.10g} t CO2e avoided. Accounts of single systems that each took it "
            "off would state {isolated:.10g} instead of {coupled:.10g} t CO2e ({percent:.2f} %). Amounts of "
            "electricity must hold the photovoltaics that is used.",
            warning=node.pv_kwh > node.demand_kwh,
            unit=unit,
            pv=node.pv_kwh,
            demand=node.demand_kwh,
            avoided=node.gross_tco2e - node.coupled_tco2e,
            isolated=node.isolated_tco2e,
            coupled=node.coupled_tco2e,
            percent=100.0 * node.bias,
        )


def _note_twice(lines: Sequence[Line], notes: NoteBook) -> None:
    land = [line for line in lines if line.counted and line.factor_id.startswith(_ON_LAND)]
    if land:
        notes.add(
            "also_in_sink_account",
            "{count} rows are methane of rice or nitrous oxide of cropland ({amount:.10g} t CO2e). A sink "
            "baseline holds the same emission per hectare: add only one of the two.",
            count=len(land),
            ids=rows_in(land),
            amount=sum_of(land),
            warning=False,
        )
    steel = [line for line in lines if line.counted and line.factor_id.startswith(_STEEL)]
    if steel:
        notes.add(
            "carbon_in_process",
            "{count} rows use process factors that hold the carbon of coke and coal. Fuel rows must not hold "
            "that coke and coal again; flag it as non_energy.",
            count=len(steel),
            ids=rows_in(steel),
        )
    works = [line for line in lines if line.counted and line.sector == "energy" and line.scope == 1]
    users = [line for line in lines if line.counted and line.activity_unit == KWH]
    if works and users:
        notes.add(
            "plants_and_users",
            "{count} rows of the sector energy count as direct emission ({amount:.10g} t CO2e) beside "
            "purchased electricity. Fuel that is turned into electricity or heat for others is "
            "“transformation”.",
            count=len(works),
            ids=rows_in(works),
            amount=sum_of(works),
        )


__all__ = ["note_chosen", "note_lines", "note_named", "note_table", "note_weak"]
