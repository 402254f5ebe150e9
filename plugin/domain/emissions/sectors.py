# SPDX-License-Identifier: GPL-2.0-or-later
"""Sectors of an inventory, shipped or of the user, with the names by which tables may call them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from ..errors import InputError
from ..factors.library import FACTORS
from ..text_tables import read_text_table
from .rows import Row, rows_of_table
from .vocabulary import item_id, word_of

_COLUMNS: dict[str, tuple[str, ...]] = {
    "sector": ("部门",),
    "name_en": ("name", "英文名"),
    "name_zh": ("名称", "中文名"),
    "names": ("aliases", "别名"),
    "usually_in": ("通常含于",),
    "proxy": ("代理变量",),
}


@dataclass(frozen=True)
class Sectors:
    """Ids in order, each with its other names, and the sector whose statistics usually hold it."""

    names: Mapping[str, tuple[str, ...]]
    usually_in: Mapping[str, str]

    def of(self, row: Row, column: str = "sector") -> str:
        """The sector that a cell names; ``InputError`` for an unknown one."""
        return self.named(row, column, row.required(column))

    def named(self, row: Row, column: str, name: str) -> str:
        """The sector of a name that stands in a cell; ``InputError`` for an unknown one."""
        found = word_of(name, self.names)
        if found is None:
            raise InputError(
                "Table “{table}”, row {row}, column “{column}”: sector “{value}” is not known. Use one of "
                "{known}, or give a table of SECTORS.",
                **{**row.at(column), "value": name},
                known=", ".join(self.names),
            )
        return found


def sectors_of(frame: pd.DataFrame | None, table: str = "") -> Sectors:
    """Sectors of a table (``sector``, optional ``name_en``, ``name_zh``, ``names`` with semicolons).

    Without one: resources/factors/sectors.csv. Raises ``InputError`` for an id that is no word of ASCII
    letters (accounts need it as part of an item) or that occurs twice.
    """
    if frame is None:
        frame, table = read_text_table(FACTORS / "sectors.csv"), "sectors.csv"
    rows, _unread = rows_of_table(frame, table, _COLUMNS, ("sector",))
    names: dict[str, tuple[str, ...]] = {}
    usually_in: dict[str, str] = {}
    for row in rows:
        sector = item_id(row.required("sector"))
        if not sector or sector in names:
            raise InputError(
                "Table “{table}”, row {row}, column “{column}”: “{value}” occurs twice or is no id. Ids of "
                "sectors are letters, digits, _ and -; other names stand in name_zh and names.",
                **row.at("sector"),
            )
        others = [row.text("name_en"), row.text("name_zh"), *row.text("names").replace("；", ";").split(";")]
        names[sector] = tuple(other.strip() for other in others if other.strip())
        if row.text("usually_in"):
            usually_in[sector] = item_id(row.text("usually_in"))
    return Sectors(names, usually_in)
