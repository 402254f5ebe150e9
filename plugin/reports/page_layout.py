# SPDX-License-Identifier: GPL-2.0-or-later
"""What of a long or wide table fits the page; the workbook holds all."""

from __future__ import annotations

from dataclasses import replace

from .model import SECTIONS
from .table import Table
from .texts import Texts

#: Rows of long tables on the page; the workbook holds all.
ROWS_ON_PAGE = 250
ROWS_OF_TABLE = {
    **{"findings": 60, "exempted": 60, "noise": 20, "topology": 60, "lines": 60, "comparison": 60},
    **{"transitions": 20, "cause_rows": 20, "ranking": 30},
    **{"account_change": 60, "emission_items": 60, "register": 40, "carrier_matrix": 40},
    **{
        "standings": 60,
        "trends": 40,
        "level_changes": 60,
        "line_changes": 60,
        "agreement_differences": 60,
        "value_units": 40,
    },
    "book_apart": 40,
}
#: Tables that only the workbook holds.
WORKBOOK_ONLY = ("account_years", "account_entries")
#: What stands under a table of which the page shows some rows, where it is said in words of its own.
FEET = {
    "transitions": "foot_capped_transitions",
    "cause_rows": "foot_capped_largest",
    "ranking": "foot_capped_ranking",
    **dict.fromkeys(("standings", "trends", "level_changes"), "foot_capped_levels"),
    **dict.fromkeys(("emission_items", "register", "agreement_differences"), "foot_capped_size"),
    **dict.fromkeys(("account_change", "value_units"), "foot_capped_size"),
    "line_changes": "foot_capped_lines",
}
#: Classes of a transition matrix that fit the page.
CLASSES_ON_PAGE = 14
#: Units beside each other in the table of land-use structure, and how many the page takes at all.
UNITS_BESIDE = 10
UNITS_ON_PAGE = 30
#: Tables with a column for each target year, and how many of these stand beside each other.
TABLES_BY_YEAR = ("projected_stock", "projected_removal", "projected_net")
YEARS_BESIDE = 7
YEARS_ON_PAGE = 14

_TABLES_IN_FULL = (
    *("units_stock", "units_flux", "classes", "area_statement", "rules_summary", "check_units"),
    *("control_lines", "rules", "quantities", "runs"),
    *("units_change", "units_yearly_change", "class_balance", "transition_matrix", "category_matrix"),
    *("account", "account_wholes", "levels", "emission_sectors", "reconciliation", "three_sinks"),
    *("methods", "causes", "projection_path", "uncertainty", "hotspots", "ccus"),
)


def on_page(tables: tuple[Table, ...], texts: Texts) -> tuple[Table, ...]:
    """The tables as the page shows them: long ones cut, wide ones in parts."""
    shown: list[Table] = []
    for table in _without_wide_matrix(tables, texts):
        if table.id in WORKBOOK_ONLY:
            continue
        if table.id == "land_structure":
            shown += _structure_on_page(table, texts)
        elif table.id in TABLES_BY_YEAR:
            shown += _years_on_page(table, texts)
        elif table.id in _TABLES_IN_FULL:
            shown.append(table)
        else:
            limit = ROWS_OF_TABLE.get(table.id, ROWS_ON_PAGE)
            shown.append(table.head(limit, texts(_foot(table), shown=limit, total=len(table.cells))))
    return tuple(shown)


def _foot(table: Table) -> str:
    if not table.priority:
        return FEET.get(table.id, "foot_capped_rows")
    return FEET.get(table.id, "foot_capped_worst" if table.id in SECTIONS else "foot_capped")


def _without_wide_matrix(tables: tuple[Table, ...], texts: Texts) -> list[Table]:
    """The tables without a transition matrix of too many classes; that of the categories says where it is,
    or else the balance of the classes."""
    matrices = [table for table in tables if table.id == "transition_matrix"]
    count = max([max(len(matrix.cells), len(matrix.columns) - 2) for matrix in matrices], default=0)
    if count <= CLASSES_ON_PAGE:
        return list(tables)
    by_category = any(table.id == "category_matrix" for table in tables)
    teller = "category_matrix" if by_category else "class_balance"
    note = texts("foot_matrix_in_xlsx" if by_category else "foot_matrix_only_in_xlsx", count=count)
    return [
        replace(table, notes=(note, *table.notes)) if table.id == teller else table
        for table in tables
        if table.id != "transition_matrix"
    ]


def _years_on_page(table: Table, texts: Texts) -> list[Table]:
    years = len(table.columns) - 1
    if years <= YEARS_ON_PAGE:
        return table.split(1, YEARS_BESIDE, texts)
    last = replace(table, columns=(table.columns[0], table.columns[1], table.columns[-1]))
    return [replace(last, notes=(texts("foot_projection_years", count=years), *table.notes))]


def _structure_on_page(table: Table, texts: Texts) -> list[Table]:
    units = len(table.columns) - 2
    if units <= UNITS_ON_PAGE:
        return table.split(2, UNITS_BESIDE, texts)
    note = texts("foot_structure_in_xlsx", count=units)
    return [
        Table(
            table.id,
            table.title,
            table.columns[:2],
            table.scaled,
            table.cells,
            table.total,
            (note, *table.notes),
        )
    ]
