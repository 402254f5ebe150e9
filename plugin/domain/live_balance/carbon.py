# SPDX-License-Identifier: GPL-2.0-or-later
"""The carbon of a plan against its baseline: ground by class before and after, and what the change means."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import shapely

from ..carbon_at_stake import CARBON_COLUMNS, CarbonWeights, Change
from ..geometry import Flags
from ..notes import NoteBook
from ..plancheck import BaseCover, PlanDraft
from ..plancheck.atoms import arrange
from ..plancheck.cells import Splitter, cut_by_base
from ..progress import Progress, part
from ..units import M2_PER_HA
from .bookings import Account, Entry, entries_by
from .ground_account import EMISSION, AccountTerms, GroundAccount

#: Accounts by class before and after: of all planned ground, and of the ground of findings.
GROUND, STAKE = "ground", "stake"
#: The class of ground without a known one.
NO_CLASS = ""

Bounded = tuple[float, float, float]


@dataclass(frozen=True)
class CarbonBalance:
    """The plan against its baseline on all planned ground: value, low and high (95 %), gains positive.

    ``closing`` is the account of all ground with a planned class, None without factors.
    ``stock_change_tco2`` is one-off, the changes of removal and emission are yearly;
    ``carbon_change_tco2e`` adds stock and removal over the horizon on ground where both are
    known. NaN without factors.
    ``unmapped_ha`` is ground of which the class before or after is not known.
    """

    closing: GroundAccount | None
    stock_change_tco2: Bounded
    removal_change_tco2e_a: Bounded
    emission_change_tco2e_a: Bounded
    carbon_change_tco2e: Bounded
    compared_ha: float
    unmapped_ha: float


def book_ground(
    plan: PlanDraft, base: BaseCover, doubtful: Flags, splitter: Splitter, progress: Progress
) -> list[Entry]:
    """All ground of parcels by class before and after, in ha; what several of them claim counts once.

    The first by id and shape keeps such ground.
    """
    rows = np.flatnonzero(~shapely.is_missing(plan.geometry))
    forms = shapely.to_wkb(plan.geometry[rows])
    rows = rows[sorted(range(len(rows)), key=lambda row: (str(plan.ids[rows[row]]), forms[row]))]
    atoms = arrange(plan.geometry[rows], rows, doubtful, part(progress, 0.0, 0.3))
    cells = cut_by_base(atoms, base, splitter, NoteBook(), part(progress, 0.3, 1.0))
    first = np.searchsorted(atoms.member_atom, np.arange(len(atoms.geometry)))
    parcel = rows[atoms.member_piece[first]][cells.atom]
    scale = np.zeros(len(plan.ids))
    np.divide(plan.area_m2, plan.measured_m2, out=scale, where=plan.measured_m2 > 0.0)
    area_ha = cells.measured_m2 * scale[parcel] / M2_PER_HA
    before, after = cells.base_class, plan.carbon_class[parcel]
    labels = [[NO_CLASS if name is None else name for name in names] for names in (before, after)]
    return entries_by(GROUND, labels, parcel, area_ha)


def changes_of(accounts: Iterable[tuple[Account, float]]) -> list[Change]:
    """Booked areas as changes of class, sorted."""
    return [(before, after, area_ha) for (before, after), area_ha in accounts]


def figures_of(changes: Sequence[Change], weights: CarbonWeights | None) -> dict[str, float]:
    """``CARBON_COLUMNS`` of all changes together, NaN without factors."""
    if weights is None:
        return dict.fromkeys(CARBON_COLUMNS, math.nan)
    return dict(zip(CARBON_COLUMNS, weights.figures(changes).tolist()))


def balance_of(
    ground: Sequence[Change], weights: CarbonWeights | None, terms: AccountTerms | None
) -> CarbonBalance:
    """The carbon balance of planned ground by class before and after."""
    changes = [change for change in ground if NO_CLASS not in change[:2]]
    lost = figures_of(changes, weights)
    return CarbonBalance(
        closing=None if terms is None else terms.account(_by_class(ground)),
        stock_change_tco2=_gain(lost, "stock_loss_tco2"),
        removal_change_tco2e_a=_gain(lost, "removal_forgone_tco2e_a"),
        emission_change_tco2e_a=_emission_change(changes, terms),
        carbon_change_tco2e=_gain(lost, "carbon_tco2e"),
        compared_ha=math.fsum(area_ha for _, _, area_ha in changes),
        unmapped_ha=math.fsum(change[2] for change in ground if NO_CLASS in change[:2]),
    )


def _by_class(ground: Sequence[Change]) -> dict[str, float]:
    """The areas of planned classes."""
    areas: dict[str, list[float]] = {}
    for _, after, area_ha in ground:
        if after != NO_CLASS:
            areas.setdefault(after, []).append(area_ha)
    return {name: math.fsum(found) for name, found in areas.items()}


def _emission_change(changes: Sequence[Change], terms: AccountTerms | None) -> Bounded:
    """The emission after less that before, where both are known."""
    if terms is None:
        return math.nan, math.nan, math.nan
    emitting = terms.terms[EMISSION]
    signed: dict[str, list[float]] = {}
    for before, after, area_ha in changes:
        if before in emitting and after in emitting:
            signed.setdefault(before, []).append(-area_ha)
            signed.setdefault(after, []).append(area_ha)
    if changes and not signed:
        return math.nan, math.nan, math.nan
    return terms.sum(EMISSION, {name: math.fsum(found) for name, found in signed.items()})


def _gain(lost: dict[str, float], name: str) -> Bounded:
    """A loss as the change it is: closing less opening, so that the bounds change places."""
    return 0.0 - lost[name], 0.0 - lost[f"{name}_high"], 0.0 - lost[f"{name}_low"]
