# SPDX-License-Identifier: GPL-2.0-or-later
"""Map against table (图数一致): whether the figures of each unit agree with its control table."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

#: methods.md j: areas agree within 1 ha, accounts within 0.5 %.
AREA_TOLERANCE_HA = 1.0
ACCOUNT_TOLERANCE = 0.005
#: Differences of decimal figures are rounded in binary: by no more than this share of what is tolerated.
CLOSE = 1e-9
COLUMNS = ("unit", "variable", "map_value", "table_value", "difference", "tolerance", "agrees")


def compare_with_table(on_map: pd.DataFrame, table: pd.DataFrame, areas_ha: frozenset[str]) -> pd.DataFrame:
    """One row per unit and variable of ``table`` (index unit, one column per variable), ``COLUMNS``.

    ``on_map`` has the same shape; ``areas_ha`` names the variables that are areas in hectares. A
    unit or value that one side lacks does not agree; its difference is NaN.
    """
    names = [name for name in table.columns if name in on_map.columns]
    units = list(dict.fromkeys([*on_map.index, *table.index]))
    parts = []
    for name in names:
        shown, stated = (frame[name].reindex(units).to_numpy(float) for frame in (on_map, table))
        tolerance = (
            np.full(len(units), AREA_TOLERANCE_HA) if name in areas_ha else ACCOUNT_TOLERANCE * np.abs(stated)
        )
        difference = shown - stated
        parts.append(
            pd.DataFrame(
                {
                    "unit": units,
                    "variable": name,
                    "map_value": shown,
                    "table_value": stated,
                    "difference": difference,
                    "tolerance": tolerance,
                    "agrees": np.abs(difference) <= tolerance * (1.0 + CLOSE),
                }
            )
        )
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=list(COLUMNS))


def root_mean_square_errors(rows: pd.DataFrame) -> dict[str, tuple[float, float, int]]:
    """Error of each variable against known figures that had no part in it (methods.md j, hold-out RMSE).

    ``rows`` as of ``compare_with_table``. By variable: the root of the mean square difference, the mean of
    the known figures, and over how many units.
    """
    errors = {}
    for name, group in rows[np.isfinite(rows["difference"].to_numpy(float))].groupby("variable", sort=False):
        square = math.fsum(group["difference"] ** 2) / len(group)
        errors[str(name)] = math.sqrt(square), math.fsum(group["table_value"]) / len(group), len(group)
    return errors
