# SPDX-License-Identifier: GPL-2.0-or-later
"""Blue carbon: coastal habitats by what was done to them, and cultures as memo items."""

from .account import FIGURES, HABITAT_COLUMNS, BlueCarbon, blue_carbon
from .factors import methane_gwp, rates_of
from .memo import MEMO_COLUMNS, MEMO_FIELDS, memo_items
from .vocabulary import HABITATS, STATUS, words_of

__all__ = [
    "FIGURES",
    "HABITATS",
    "HABITAT_COLUMNS",
    "MEMO_COLUMNS",
    "MEMO_FIELDS",
    "STATUS",
    "BlueCarbon",
    "blue_carbon",
    "memo_items",
    "methane_gwp",
    "rates_of",
    "words_of",
]
