# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a factor set is the one that the stocks of a table were made with."""

from __future__ import annotations

import pandas as pd

from .errors import InputError
from .factors import FactorSet

#: Stocks of the table and of the factor set agree within this share.
SAME_STOCK = 1e-6


def refuse_other_factors(rows: pd.DataFrame, expected: pd.Series, factor_set: FactorSet, layer: str) -> None:
    """Raise ``InputError`` for the first row whose ``stock_tc`` is another than ``expected`` by the set.

    Else a change or an interval would be one of factors, not of land. Rows have ``unit`` and
    ``carbon_class``; one without a stock states none.
    """
    off = (rows["stock_tc"] - expected).abs() > SAME_STOCK * expected.abs() + 1e-9
    if off.any():
        first = rows[off].iloc[0]
        raise InputError(
            "Table “{layer}”: unit “{unit}”, class {carbon_class} has {stated:.4f} t C, factor set "
            "“{factor_set}” gives {expected:.4f} t C. Choose the FACTOR_SET with which the baseline was "
            "made.",
            layer=layer,
            unit=first["unit"],
            carbon_class=first["carbon_class"],
            stated=float(first["stock_tc"]),
            factor_set=factor_set.id,
            expected=float(expected[off].iloc[0]),
        )
