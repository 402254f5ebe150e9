# SPDX-License-Identifier: GPL-2.0-or-later
"""One part of the report per unit (town, community): its account over the years and its indicators."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import replace

from ..domain.monitoring import GREEN, RED
from ..domain.profiles import Profile
from .account_path import path_chart
from .account_tables import unit_table
from .charts import Chart, matplotlib_is_there
from .model import ReportData
from .monitor_charts import indicator_chart
from .monitor_tables import item_label, reasons_in_words, standing_rows
from .result_chapter import PartOfChapter
from .table import Table
from .texts import Texts

#: Units that have a part of their own; the tables and the workbook have all.
UNITS_IN_PARTS = 15


def unit_parts(data: ReportData, profile: Profile, texts: Texts) -> Iterator[PartOfChapter]:
    """The units with most red and yellow indicators first, then by what they emit and remove."""
    for number, unit in enumerate(units_in_order(data)[:UNITS_IN_PARTS], start=1):
        yield PartOfChapter(
            unit,
            _levels_of(unit, data, texts),
            tuple(_charts_of(unit, data, profile, texts)),
            tuple(_tables_of(number, unit, data, profile, texts)),
        )


def units_sentence(data: ReportData, _profile: Profile, texts: Texts) -> str:
    """How many units have a part, where these are not all."""
    total = len(units_in_order(data))
    if total <= UNITS_IN_PARTS:
        return ""
    return texts("units_capped", shown=UNITS_IN_PARTS, total=total)


def units_in_order(data: ReportData) -> list[str]:
    """All units of the book and of the monitoring in the order in which they are shown."""
    standings = standing_rows(data)
    counts = {
        str(unit): (-int((part["level"] == RED).sum()), -int((part["level"] != GREEN).sum()))
        for unit, part in standings.groupby("unit")
    }
    sizes: dict[str, float] = {}
    rows = data.accounts.get("accounts")
    if rows is not None:
        rows = rows[rows["year"] == data.book.year]
        turnover = rows[["emission_tco2e", "land_tco2e_a", "removal_tco2e_a"]].abs().sum(axis=1)
        sizes = dict(zip(rows["unit"].map(str), turnover))
    units = sorted({*counts, *sizes})
    return sorted(units, key=lambda unit: (counts.get(unit, (0, 0)), -sizes.get(unit, -math.inf), unit))


def _levels_of(unit: str, data: ReportData, texts: Texts) -> str:
    """The indicators of a unit with their levels in one sentence."""
    rows = standing_rows(data)
    rows = rows[rows["unit"].map(str) == unit]
    said = []
    for row in rows.itertuples():
        reasons = reasons_in_words(getattr(row, "reasons", None), texts)
        item = item_label(str(row.item), str(row.scope), texts)
        level = texts.label("level", row.level)
        said.append(
            texts("unit_level_why", item=item, level=level, reasons=reasons)
            if reasons
            else texts("unit_level", item=item, level=level)
        )
    return ("；" if texts.language == "zh" else "; ").join(said)


def _charts_of(unit: str, data: ReportData, profile: Profile, texts: Texts) -> list[Chart]:
    if not matplotlib_is_there():
        return []
    charts = []
    if "accounts" in data.accounts:
        rows, sectors = (data.accounts[name] for name in ("accounts", "sectors"))
        rows, sectors = rows[rows["unit"] == unit], sectors[sectors["unit"] == unit]
        if len(rows):
            charts.append(path_chart(rows, sectors, texts("chart_unit_path", unit=unit), profile, texts))
    charts.append(indicator_chart(unit, data, texts))
    return [chart for chart in charts if chart is not None]


def _tables_of(number: int, unit: str, data: ReportData, profile: Profile, texts: Texts) -> list[Table]:
    rows = data.accounts.get("accounts")
    rows = None if rows is None else rows[rows["unit"] == unit]
    if rows is None or rows.empty:
        return []
    table = unit_table(rows, profile, texts)
    # Every unit has a table with a number of its own.
    return [
        replace(
            table, id=f"unit_account-{number}", title=texts("table_of_unit", title=table.title, unit=unit)
        )
    ]
