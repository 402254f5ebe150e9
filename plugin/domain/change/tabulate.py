# SPDX-License-Identifier: GPL-2.0-or-later
"""Pieces of two dates and statistical units reduced to the table of transitions."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from ..baseline import union_of_units
from ..geometry import Floats
from ..notes import NoteBook
from ..progress import Progress, part, silent
from ..quantities import Measuring
from ..quantities.ground import sum_by
from ..statistical_units import Units
from ..units import M2_PER_HA
from .ground import DatedLand, Pieces
from .model import Transitions
from .parts import NO_CLASS, NO_GROUND, parts_of_pieces
from .unit_shares import Dates, check_units, note_beyond_units, share_out, units_that_overlap, whole_shares


def transitions_in_units(
    pieces: Pieces,
    before: DatedLand,
    after: DatedLand,
    units: Units | None,
    how: Measuring,
    notes: NoteBook,
    progress: Progress = silent,
) -> tuple[Transitions, float]:
    """Areas by unit, first and second class, and the ground in the units without a class at a date (ha).

    Without ``units`` all ground is one unit. Raises ``ConservationError`` where the pieces do not add
    up to a unit within 1e-6 of its area, at either date.
    """
    parts = parts_of_pieces(pieces, before, after)
    if units is None:
        shares = whole_shares(pieces)
        area_m2 = np.array([math.fsum(pieces.measured_m2)])
        cells = _cells(shares, parts)
        return Transitions(_named(cells), _units(shares, parts, area_m2), None, 0.0), _left_out_ha(cells)
    dates = Dates(pieces, before, after)
    shares = share_out(dates, units, how, part(progress, 0.0, 0.3))
    residual_m2 = check_units(dates, shares, units, how, notes, part(progress, 0.3, 0.9))
    cells, once, whole = _cells(shares, parts), shares, None
    if units_that_overlap(units, how, notes):
        once = share_out(dates, union_of_units(units), how, part(progress, 0.9, 1.0))
        whole = _cells(once, parts)
    note_beyond_units(dates, once, notes)
    found = Transitions(
        cells=_named(cells),
        units=_units(shares, parts, how.areas_m2(units.geometry)),
        whole=None if whole is None else _named(whole),
        residual_ha=residual_m2 / M2_PER_HA,
    )
    return found, _left_out_ha(cells if whole is None else whole)


def _cells(shares: pd.DataFrame, parts: pd.DataFrame) -> pd.DataFrame:
    """Areas by unit and classes, with ``NO_GROUND`` and ``NO_CLASS``: unit, first, second, area_ha."""
    spread = shares[["piece", "unit", "area_m2"]].merge(parts, on="piece")
    spread["area_ha"] = spread["area_m2"] * spread["share"] / M2_PER_HA
    cells = spread.groupby(["unit", "first", "second"], sort=True)["area_ha"].agg(math.fsum).reset_index()
    cells["area_ha"] = cells["area_ha"].astype(float)
    return cells[cells["area_ha"] > 0.0]


def _named(cells: pd.DataFrame) -> pd.DataFrame:
    """``Transitions.cells``: None where there is no class, ground without one at both dates left out."""
    named = cells.copy()
    for column in ("first", "second"):
        named[column] = named[column].mask(named[column] == NO_CLASS, NO_GROUND)
    named = named[(named["first"] != NO_GROUND) | (named["second"] != NO_GROUND)]
    sums = named.groupby(["unit", "first", "second"], sort=True)["area_ha"].agg(math.fsum).reset_index()
    sums["area_ha"] = sums["area_ha"].astype(float)
    sums = sums.rename(columns={"first": "from_class", "second": "to_class"})
    for column in ("from_class", "to_class"):
        sums[column] = sums[column].astype(object).where(sums[column] != NO_GROUND, None)
    return sums


def _units(shares: pd.DataFrame, parts: pd.DataFrame, area_m2: Floats) -> pd.DataFrame:
    """``Transitions.units``; covered is what has a class at both dates, as measured."""
    main = parts.iloc[: int(parts["piece"].max()) + 1] if len(parts) else parts
    classed = ~main[["first", "second"]].isin([NO_GROUND, NO_CLASS]).any(axis=1).to_numpy()
    here = shares[classed[shares["piece"].to_numpy(dtype=np.intp)]]
    covered = sum_by(here["measured_m2"].to_numpy(float), here["unit"].to_numpy(np.intp), len(area_m2))
    return pd.DataFrame(
        {
            "unit": np.arange(len(area_m2)),
            "area_ha": area_m2 / M2_PER_HA,
            "covered_ha": covered / M2_PER_HA,
        }
    )


def _left_out_ha(cells: pd.DataFrame) -> float:
    left_out = cells[["first", "second"]].eq(NO_CLASS).any(axis=1)
    return math.fsum(cells.loc[left_out, "area_ha"])
