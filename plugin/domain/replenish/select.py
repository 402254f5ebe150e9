# SPDX-License-Identifier: GPL-2.0-or-later
"""The least set of parcels that covers an area: a covering knapsack, solved exactly by HiGHS.

Several costs are compared lexicographically: the first is made as small as it can be, then
the second among the sets that keep the first, and so on. Source of the method: scipy.optimize.milp
(HiGHS; Huangfu & Hall 2018, Math. Prog. Comp. 10, 119-142).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..geometry import Flags, Floats, Rows
from ..progress import Progress, silent

#: Up to so many parcels the least set is proven; among more the search may end within ``GAP`` of it.
PROVEN = 50
GAP = 1e-6
#: Among many parcels a set counts as least that costs no more beyond what any set costs at least.
NEAR = 1e-4
#: Of more parcels only those are searched whose cost per area is about what the last one taken costs.
CORE = 500
#: Branches searched at most for one cost: the answer is then the best one found.
NODES = 2_000
#: Costs are scaled to sum up to this, so that the solver's tolerances are small beside them.
SCALE = 1e4
#: Share of a cost that is given away to the next one: what the solver cannot tell apart.
SLACK = 1e-9
#: How often the area asked for is raised by what a set was short of it by rounding.
ROUNDS = 5


@dataclass(frozen=True)
class Choice:
    """Which parcels are taken; ``exact`` tells that no other set is (noticeably) less."""

    taken: Flags
    exact: bool


def least_set(area: Floats, need: float, costs: Sequence[Floats], progress: Progress = silent) -> Choice:
    """The set whose areas add up to at least ``need`` and whose costs are the least, in their order.

    ``area`` and ``costs`` are finite and not negative, one entry per parcel. Of parcels that
    are alike in everything the first are taken, so hand them in the order of their ids. The
    sum of all areas must reach ``need``.
    """
    taken: Flags = np.zeros(len(area), dtype=bool)
    if need <= 0.0:
        return Choice(taken, True)
    sure, core = _core(area, need, costs)
    taken[sure] = True
    rest = need - math.fsum(area[sure])
    choice = _cover(area[core], rest, [cost[core] for cost in costs], progress)
    taken[core[choice.taken]] = True
    first = next((cost for cost in costs if cost.any()), area)
    exact = choice.exact if len(area) <= PROVEN else _is_least(taken, area, need, first)
    return Choice(_first_of_equals(taken, area, costs), exact)


def _core(area: Floats, need: float, costs: Sequence[Floats]) -> tuple[Rows, Rows]:
    """Parcels that are taken anyway, and those among which is to be searched (all, if few)."""
    if len(area) <= CORE:
        return np.empty(0, dtype=np.intp), np.arange(len(area))
    order = _by_cost_per_area(area, costs)
    last = int(np.searchsorted(np.cumsum(area[order]), need))
    start = min(max(last - CORE // 2, 0), len(area) - CORE)
    return order[:start], np.sort(order[start : start + CORE])


def _by_cost_per_area(area: Floats, costs: Sequence[Floats]) -> Rows:
    ratios = [np.divide(cost, area, out=np.full(len(area), np.inf), where=area > 0.0) for cost in costs]
    rows: Rows = np.lexsort((np.arange(len(area)), *reversed(ratios)))
    return rows


def _is_least(taken: Flags, area: Floats, need: float, cost: Floats) -> bool:
    """Whether no set can cost noticeably less: even parts of parcels would not (Dantzig's bound)."""
    order = _by_cost_per_area(area, [cost])
    reached = np.cumsum(area[order])
    last = int(np.searchsorted(reached, need))
    beyond = (reached[last] - need) / area[order[last]]
    bound = math.fsum(cost[order[: last + 1]]) - float(cost[order[last]] * beyond)
    return math.fsum(cost[taken]) <= bound * (1.0 + NEAR)


def _cover(area: Floats, need: float, costs: Sequence[Floats], progress: Progress) -> Choice:
    asked = need
    for _ in range(ROUNDS):
        choice = _solve(area, asked, costs, progress)
        short = need - math.fsum(area[choice.taken])
        if short <= 0.0:
            return choice
        # The solver's tolerance is no licence: a floor allows no shortfall.
        asked += 2.0 * short
    return Choice(np.ones(len(area), dtype=bool), False)


def _solve(area: Floats, need: float, costs: Sequence[Floats], progress: Progress) -> Choice:
    from scipy.optimize import Bounds, LinearConstraint, milp

    rows = [LinearConstraint(area[None, :] / need, 1.0, np.inf)]
    # Of equal sets the smaller one: what is not needed is not taken.
    stages = [cost for cost in (*costs, area) if np.any(cost > 0.0)]
    taken: Flags = np.ones(len(area), dtype=bool)
    gap = 0.0 if len(area) <= PROVEN else GAP
    exact = True
    for number, cost in enumerate(stages):
        progress(number / len(stages))
        weight = cost * (SCALE / math.fsum(cost))
        found = milp(
            weight,
            constraints=rows,
            integrality=np.ones(len(area)),
            bounds=Bounds(0.0, 1.0),
            options={"node_limit": NODES, "mip_rel_gap": gap},
        )
        if found.x is None:
            return Choice(taken, False)
        exact = exact and found.status == 0
        taken = np.asarray(found.x > 0.5)
        best = math.fsum(weight[taken])
        rows.append(LinearConstraint(weight[None, :], -np.inf, best + max(gap, SLACK) * SCALE))
    return Choice(taken, exact)


def _first_of_equals(taken: Flags, area: Floats, costs: Sequence[Floats]) -> Flags:
    table: npt.NDArray[np.float64] = np.column_stack((area, *costs))
    _, group = np.unique(table, axis=0, return_inverse=True)
    group = np.ravel(group)
    result: Flags = np.zeros(len(taken), dtype=bool)
    for number in np.unique(group[taken]):
        rows = np.flatnonzero(group == number)
        result[rows[: int(taken[rows].sum())]] = True
    return result
