# SPDX-License-Identifier: GPL-2.0-or-later
"""Account items, their parts and years in the language of QGIS."""

from __future__ import annotations

from functools import lru_cache

from ...domain.account_book.columns import known_columns
from ...domain.account_book.items import SEPARATOR, account_of
from ...domain.account_view import Quantity
from ...domain.classes import carbon_classes
from ...i18n import speaks_chinese, tr
from ...reports.account_rows import sector_names


def quantity_text(quantity: Quantity) -> str:
    """An item with its scope and unit of measure."""
    name = _item_names(speaks_chinese()).get(quantity.item, quantity.item)
    scope = tr(", scope {scope}").format(scope=quantity.scope) if quantity.scope else ""
    return f"{account_text(quantity.item)} · {name}{scope} ({quantity.measure})"


def account_text(item: str) -> str:
    """The account that an item belongs to."""
    names = {
        "baseline": tr("Sink baseline"),
        "change": tr("Stock change"),
        "emission": tr("Emissions"),
        "value": tr("Carbon-right value"),
        "sink": tr("Three sinks"),
    }
    return names.get(account_of(item), account_of(item))


def part_text(item: str) -> str:
    """The last part of an item: a pool, a class, a sector."""
    language = "zh" if speaks_chinese() else "en"
    last = item.rsplit(SEPARATOR, 1)[-1]
    way, _, name = last.rpartition(":")
    known = _item_names(speaks_chinese())
    if item in known:
        return known[item]
    if way == "class":
        return str(carbon_classes()[f"name_{language}"].get(name, name))
    return sector_names(language).get(last, last)


def way_text(way: str) -> str:
    """A way of breaking down."""
    names = {"": tr("By sector or part"), "pool": tr("By pool"), "class": tr("By land class")}
    return names.get(way, tr("By {part}").format(part=way))


def year_text(year: int) -> str:
    """A year; 0 stands for an account that tells none."""
    return str(year) if year else "–"


@lru_cache(maxsize=2)
def _item_names(is_chinese: bool) -> dict[str, str]:
    table = known_columns()
    return dict(zip(table["item"], table["name_zh" if is_chinese else "name_en"]))
