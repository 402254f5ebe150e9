# SPDX-License-Identifier: GPL-2.0-or-later
"""Sink baseline (碳汇本底): the carbon account of every statistical unit from its land use."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from .areas import WorkPlane
from .errors import ClassError
from .factors import FactorSet
from .geometry import Floats, Geometries, union_of
from .methods import (
    JOINT,
    MethodGround,
    MethodPolygons,
    MethodShares,
    method_ground,
    no_shares,
    note_left_out,
    note_missing_figures,
    note_other_areas,
    pieces_in_units,
    share_out,
    split_cells,
)
from .notes import NoteBook
from .progress import Progress, part, silent
from .statistical_units import Units
from .stocks import ACCOUNT_COLUMNS, FACTORS, QUANTITIES, Account, account, known_sum
from .tabulate import AreaTable, LandParcels, tabulate


@dataclass(frozen=True)
class Baseline:
    """``by_unit`` has one row per unit in the order of the units (also those without land use):
    unit, ``ACCOUNT_COLUMNS``, unit_area_ha, covered_share, uncovered_ha, twice_ha, excluded_ha;
    ``by_class`` one per unit, carbon class and method; ``by_method`` (method, area_ha, the amounts
    and their shares) is of all units. The total of ``account``, ``excluded_ha`` (land
    without a class inside the units) and all else that is one figure count ground in several
    units once; ``units_overlap_ha`` is what the sum of the units counts beyond that."""

    by_unit: pd.DataFrame
    by_class: pd.DataFrame
    account: Account
    by_method: pd.DataFrame
    areas: AreaTable
    excluded_ha: float
    units_overlap_ha: float


@dataclass(frozen=True)
class MethodJob:
    """Method layers on the ground of an account, and how the land use on pieces of it is tabulated."""

    polygons: MethodPolygons
    ground: MethodGround
    measure: Callable[[Geometries], Floats]
    tabulate: Callable[[Units, Progress], AreaTable]

    def shares(self, units: Units, progress: Progress) -> MethodShares:
        """What the layers answer for in each unit."""
        cut = part(progress, 0.0, 0.4)
        pieces = pieces_in_units(self.ground, units.geometry, self.measure, cut)
        if len(pieces.atom) == 0:
            return no_shares(self.polygons)
        names = np.array(
            [self.polygons.label(self.ground.members[atom][0]) for atom in pieces.atom], dtype=object
        )
        areas = self.tabulate(Units(names, pieces.geometry), part(progress, 0.4, 0.9))
        return share_out(self.polygons, self.ground, pieces, areas, part(progress, 0.9, 1.0))


def method_job(
    polygons: MethodPolygons,
    measure: Callable[[Geometries], Floats],
    tabulate_pieces: Callable[[Units, Progress], AreaTable],
    *,
    notes: NoteBook,
    progress: Progress = silent,
) -> MethodJob:
    """Method layers made ready for an account. Raises ``InputError`` where two answer for one pool."""
    note_missing_figures(polygons, notes)
    note_other_areas(polygons, notes)
    ground = method_ground(polygons, measure, notes=notes, progress=progress)
    return MethodJob(polygons, ground, measure, tabulate_pieces)


def sink_baseline(
    parcels: LandParcels,
    units: Units,
    plane: WorkPlane,
    rule: str,
    factor_set: FactorSet,
    *,
    methods: MethodPolygons | None = None,
    notes: NoteBook,
    progress: Progress = silent,
) -> Baseline:
    """Reduce land use and units to the area table and multiply it with the factors.

    On the ground of ``methods`` the pools and processes that they claim come from them.

    Raises ``ConservationError`` when areas do not add up to 1e-6, ``FactorError`` when a class
    has no factors, ``ClassError`` when all the land inside the units has no class and ``InputError``
    where two methods answer for one pool of one ground.
    """

    def table_of(of: Units, book: NoteBook, watch: Progress, apart: bool = False) -> AreaTable:
        return tabulate(parcels, of.geometry, of.names, plane, rule, apart=apart, notes=book, progress=watch)

    tabulated = 0.8 if methods is None else 0.4
    areas = table_of(units, notes, part(progress, 0.0, tabulated))
    whole = None
    if areas.units_overlap:
        whole = table_of(union_of_units(units), NoteBook(), part(progress, tabulated, tabulated + 0.1))
    job = None
    if methods is not None:
        job = method_job(
            methods,
            lambda geoms: plane.measure(geoms, rule),
            lambda pieces, watch: table_of(pieces, NoteBook(), watch, apart=True),
            notes=notes,
            progress=part(progress, 0.5, 0.6),
        )
    rest = part(progress, tabulated + 0.2, 1.0)
    return baseline_of(areas, whole, units, factor_set, notes, methods=job, progress=rest)


def baseline_of(
    areas: AreaTable,
    whole: AreaTable | None,
    units: Units,
    factor_set: FactorSet,
    notes: NoteBook,
    *,
    methods: MethodJob | None = None,
    progress: Progress = silent,
) -> Baseline:
    """Multiply the area table of units with the factors.

    ``whole`` is the table of all units as one, where units overlap; totals are then taken
    from it. Raises ``FactorError`` and ``ClassError`` as ``sink_baseline``.
    """
    shares = methods.shares(units, part(progress, 0.0, 0.6)) if methods else None
    result = once = _account(areas, shares, factor_set, notes)
    overlap_ha = 0.0
    if whole is None:
        whole = areas
    else:
        if methods:
            shares = methods.shares(union_of_units(units), part(progress, 0.6, 1.0))
        once = _account(whole, shares, factor_set, NoteBook())
        result = replace(result, total=once.total, shares=once.shares)
        overlap_ha = math.fsum(areas.units["area_ha"]) - math.fsum(whole.units["area_ha"])
    if methods and shares:
        note_left_out(methods.polygons, shares, notes)
    excluded_ha = math.fsum(whole.units["excluded_ha"])
    if len(areas.cells) == 0 and excluded_ha > 0.0:
        raise ClassError(
            "All the land use inside the units ({area_ha:.4f} ha) has no carbon class and is left out. "
            "Correct its codes or choose another CLASSIFICATION.",
            area_ha=excluded_ha,
        )
    named = _named(result.by_class, units)
    return Baseline(
        _by_unit(result, areas, units), named, result, by_method(once, shares), areas, excluded_ha, overlap_ha
    )


def _account(
    areas: AreaTable, shares: MethodShares | None, factor_set: FactorSet, notes: NoteBook
) -> Account:
    if shares is None:
        return account(areas.cells, factor_set, notes)
    return account(split_cells(areas.cells, shares), factor_set, notes, shares.own)


def by_method(result: Account, shares: MethodShares | None) -> pd.DataFrame:
    """What rests on which method: method, area_ha, each amount and its share of the whole (0–1).

    Ground that several methods answer for counts with its area in each of them; amounts are what the
    method itself states, those of its ground that come from factors stand with the factors.
    """
    plain = result.by_class[result.by_class["method"] == FACTORS]
    rest = {name: result.total[name] for name in QUANTITIES}
    rows = []
    if shares is not None:
        for method, stated in shares.own.groupby("own_method", sort=True):
            own = {name: known_sum(stated[name]) for name in QUANTITIES}
            rest = {name: rest[name] - np.nan_to_num(own[name]) for name in QUANTITIES}
            here = [method in names.split(JOINT) for names in shares.ground["method"]]
            area_ha = math.fsum(shares.ground.loc[here, "area_ha"])
            rows.append({"method": method, "area_ha": area_ha, **own})
    table = pd.DataFrame([{"method": FACTORS, "area_ha": math.fsum(plain["area_ha"]), **rest}, *rows])
    for name in QUANTITIES:
        whole = result.total[name]
        table[f"{name}_share"] = table[name] / whole if whole else math.nan
    return table


def union_of_units(units: Units) -> Units:
    """All units as one; what is to be noted was noted of the units."""
    union = np.empty(1, dtype=object)
    union[0] = union_of(units.geometry)
    return Units(np.array(["*"], dtype=object), union)


def _named(frame: pd.DataFrame, units: Units) -> pd.DataFrame:
    named = frame.copy()
    named["unit"] = units.names[frame["unit"].to_numpy(dtype=np.intp)] if len(frame) else []
    return named


def _by_unit(result: Account, areas: AreaTable, units: Units) -> pd.DataFrame:
    accounted = result.by_unit.set_index("unit").reindex(range(len(units.names)))
    accounted["area_ha"] = accounted["area_ha"].astype(float).fillna(0.0)
    table = areas.units.set_index("unit").reindex(range(len(units.names)))
    rows: dict[str, Any] = {"unit": units.names}
    for column in ACCOUNT_COLUMNS:
        rows[column] = accounted[column].to_numpy(float)
    rows["unit_area_ha"] = table["area_ha"].to_numpy(float)
    covered = table["covered_ha"].to_numpy(float)
    whole = rows["unit_area_ha"]
    rows["covered_share"] = np.divide(covered, whole, out=np.full(len(whole), math.nan), where=whole > 0)
    for column in ("uncovered_ha", "twice_ha", "excluded_ha"):
        rows[column] = table[column].to_numpy(float)
    return pd.DataFrame(rows)
