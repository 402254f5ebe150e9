# SPDX-License-Identifier: GPL-2.0-or-later
"""Rows of a baseline that come from another method than the factor set, carried along by their areas."""

from __future__ import annotations

import math
from dataclasses import replace

import pandas as pd

from ..stocks import ACCOUNT_COLUMNS, FACTORS, KEY, QUANTITIES, Account, known_sum
from .opening import Opening


def rows_of_methods(closing: pd.DataFrame, opening: Opening) -> pd.DataFrame:
    """The rows of other methods after the changes: each figure in proportion to what is left of the area."""
    left = closing[closing["method"] != FACTORS]
    rows = left.merge(opening.rows, on=list(KEY), suffixes=("", "_before"))
    # Ground without land use has figures, but no area: nothing can be taken from it.
    bare = rows["area_ha_before"] == 0.0
    share = (rows["area_ha"] / rows["area_ha_before"].where(~bare)).where(~bare, 1.0)
    for name in ACCOUNT_COLUMNS:
        if name != "area_ha":
            rows[name] = rows[name] * share
    return rows.loc[bare | (rows["area_ha"] > 0.0), [*KEY, *ACCOUNT_COLUMNS]]


def add_methods(result: Account, rows: pd.DataFrame) -> Account:
    """The account of the factor set with the rows of other methods added.

    The rows of a method are one random draw, as its parcels are: their half-widths add up. Methods
    are independent of each other and of the factors: half-widths add in quadrature. The table does not
    tell how good the figures of a method are: the shares are those of the factors.
    """
    if rows.empty:
        return result
    parts = [part for part in (result.by_class, rows) if len(part)]
    by_class = pd.concat(parts).sort_values(list(KEY), kind="stable", ignore_index=True)
    plain = result.by_unit.set_index("unit")
    by_unit = []
    for unit in sorted(set(by_class["unit"])):
        own = rows[rows["unit"] == unit]
        base = [plain.loc[unit].to_dict()] if unit in plain.index else []
        by_unit.append({"unit": unit, **_joined(base, own)})
    total = _joined([result.total] if len(result.by_unit) else [], rows)
    return replace(result, by_class=by_class, by_unit=pd.DataFrame(by_unit), total=total)


def _joined(base: list[dict[str, float]], rows: pd.DataFrame) -> dict[str, float]:
    parts = [*base, *rows[list(ACCOUNT_COLUMNS)].to_dict("records")]
    joined = {name: known_sum(part[name] for part in parts) for name in ACCOUNT_COLUMNS}
    for name in QUANTITIES:
        for bound, sign in (("low", -1.0), ("high", 1.0)):
            widths = [part[f"{name}_{bound}"] - part[name] for part in base]
            apart = rows[f"{name}_{bound}"] - rows[name]
            widths += [known_sum(apart[rows["method"] == method]) for method in sorted(set(rows["method"]))]
            known = [width for width in widths if math.isfinite(width)]
            width = math.sqrt(math.fsum(width * width for width in known))
            joined[f"{name}_{bound}"] = joined[name] + sign * width if known else math.nan
    joined["net_tco2e_a"] = joined["emission_tco2e_a"] - joined["removal_tco2e_a"]
    return joined
