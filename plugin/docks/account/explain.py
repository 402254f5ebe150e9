# SPDX-License-Identifier: GPL-2.0-or-later
"""Where a figure of a land class comes from: the factor rows behind it, with their sources."""

from __future__ import annotations

import html

from qgis.core import QgsVectorLayer

from ...domain.account_book.items import PREFIX, SEPARATOR
from ...gis.manifests import manifest_of
from ...gis.tables import load_factors
from ...i18n import tr
from ..factors.browse import describe
from ..factors.lines import lines_of
from ..settings import chosen

#: Account items that factors make, and the quantity of the factors.
QUANTITIES = {"baseline/stock": "stock", "baseline/removal": "removal", "baseline/emission": "emission"}
CLASS = f"class{PREFIX}"


def explains(item: str) -> bool:
    """Whether an item is the figure of one land class that factors make."""
    whole, _, part = item.rpartition(SEPARATOR)
    return whole in QUANTITIES and part.startswith(CLASS)


def factors_behind(item: str, factor_set: str) -> str:
    """The factors of a class item as HTML. Raises ``FactorError`` for a set that cannot be read."""
    whole, _, part = item.rpartition(SEPARATOR)
    key, quantity = part[len(CLASS) :], QUANTITIES[whole]
    lines = [
        line for line in lines_of(load_factors(factor_set)) if (line.key, line.quantity) == (key, quantity)
    ]
    head = tr("Figure = area × factor, by factor set {factor_set}").format(factor_set=factor_set)
    told = "".join(describe(line) for line in lines) or html.escape(tr("The set has no such factor."))
    return f"<p>{html.escape(head)}</p>{told}"


def factor_set_of(layer: QgsVectorLayer | None) -> str:
    """The factor set by which the account of a layer was made; that of the settings where nothing tells."""
    manifest = None if layer is None else manifest_of(layer)
    return str((manifest or {}).get("parameters", {}).get("FACTOR_SET") or chosen("FACTOR_SET"))
