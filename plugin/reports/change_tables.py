# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of the change between two dates: units, balance of the classes, transitions and their matrices."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace

import pandas as pd

from ..domain.profiles import Profile, level_to_total
from ..domain.stocks import known_sum
from .baseline_tables import quantity_column
from .change_rows import (
    CATEGORIES,
    balance_rows,
    category_name,
    category_rows,
    change_rows,
    class_name,
    class_order,
    has_categories,
    present,
    transition_rows,
    with_unit_names,
    years_of,
)
from .model import ReportData
from .table import Column, Table, make_table
from .texts import Texts

#: Transitions of each kind, gains and losses, that the page shows.
LARGEST = 10
_INTERVALS = ("stock_before_tc", "stock_after_tc", "change_tc", "change_tco2e_a")
Naming = Callable[[str, ReportData, Texts], str]


def change_tables(data: ReportData, profile: Profile, texts: Texts) -> list[Table]:
    """Every table of the chapter on change for which the results are there."""
    tables = [units_change_table(data, profile, texts), units_yearly_table(data, profile, texts)]
    if "transitions" in data.sink:
        tables += [class_balance_table(data, profile, texts), matrix_table(data, profile, texts)]
        if has_categories(data):
            tables.append(category_matrix_table(data, profile, texts))
        tables.append(transitions_table(data, profile, texts))
    return tables


def units_change_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """分乡镇碳储量变化表: opening stock + additions − reductions = closing stock, one-off, per unit."""
    frame = with_unit_names(change_rows(data), texts)

    def additive(key: str, text: str, quantity: str, interval: bool = False) -> Column:
        return quantity_column(key, text, quantity, profile, texts, interval=interval, additive=True)

    columns = [
        Column("unit", texts("col_unit"), layout="name"),
        additive("area_ha", "area", "area"),
        additive("changed_ha", "changed", "area"),
        _stock("opening", additive("stock_before_tc", "opening", "carbon", True), data, profile, texts),
        additive("gain_tc", "additions", "carbon"),
        additive("loss_tc", "reductions", "carbon"),
        _stock("closing", additive("stock_after_tc", "closing", "carbon", True), data, profile, texts),
        additive("change_tc", "stock_change", "carbon", True),
        *(
            [quantity_column("covered_share", "covered", "share", profile, texts)]
            if frame["covered_share"].notna().any()
            else []
        ),
        *(
            replace(additive(key, text, "area"), workbook_only=True)
            for key, text in (("only_before_ha", "only_before"), ("only_after_ha", "only_after"))
            if frame[key].notna().any()
        ),
    ]
    return make_table(
        "units_change",
        columns,
        frame,
        profile,
        texts,
        total=stated_bounds(data, "stockchange", *_INTERVALS[:3]),
        total_label=texts("sum_of_units"),
        notes=[texts("foot_change_sign"), texts("foot_interval"), *_overlap(data, texts)],
    )


def _stock(date: str, column: Column, data: ReportData, profile: Profile, texts: Texts) -> Column:
    """The column of a stock with the year of its date, where it is known."""
    years = years_of(data)
    if years is None:
        return column
    title = texts(f"key_{date}", year=years[date == "closing"])
    return replace(column, header=profile.header(title, "carbon", texts.language))


def units_yearly_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """The yearly change per unit, t CO2e/a: kept apart from the stocks, with which it is never added."""
    frame = with_unit_names(change_rows(data), texts)
    frame = frame[frame["change_tco2e_a"].notna()].reset_index(drop=True)
    columns = [
        Column("unit", texts("col_unit"), layout="name"),
        quantity_column(
            "change_tco2e_a", "yearly_change", "flux", profile, texts, interval=True, additive=True
        ),
    ]
    return make_table(
        "units_yearly_change",
        columns,
        frame,
        profile,
        texts,
        total=stated_bounds(data, "stockchange", "change_tco2e_a"),
        total_label=texts("sum_of_units"),
        notes=[texts("foot_yearly_change"), *_overlap(data, texts)],
    )


def stated_bounds(data: ReportData, algorithm: str, *stems: str) -> dict[str, float]:
    """Bounds of totals as the run of an algorithm states them, NaN where it does not."""
    known = data.stated.get(algorithm, {})
    return {
        f"{stem}{bound}": known.get(f"{stem}{bound}", math.nan)
        for stem in stems
        for bound in ("_low", "_high")
    }


def class_balance_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """Land and carbon account per class (SEEA EA): opening + additions − reductions = closing."""
    frame = balance_rows(data)
    frame["class"] = [class_name(name, data, texts) for name in frame["carbon_class"]]
    columns = [
        Column("class", texts("col_class"), layout="name"),
        *(
            quantity_column(key, text, quantity, profile, texts, additive=True)
            for key, text, quantity in (
                ("opening_ha", "opening_area", "area"),
                ("additions_ha", "additions_area", "area"),
                ("reductions_ha", "reductions_area", "area"),
                ("closing_ha", "closing_area", "area"),
                ("opening_tc", "opening", "carbon"),
                ("additions_tc", "additions", "carbon"),
                ("reductions_tc", "reductions", "carbon"),
                ("closing_tc", "closing", "carbon"),
            )
        ),
    ]
    notes = [texts("foot_class_balance"), *_overlap(data, texts)]
    return make_table(
        "class_balance", columns, frame, profile, texts, total_label=texts("total"), notes=notes
    )


def matrix_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """用地转移矩阵: area from each class (rows) to each class (columns); sums are the areas of both dates."""
    return _matrix(
        "transition_matrix", transition_rows(data), class_order(data), class_name, data, profile, texts
    )


def category_matrix_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """The transition matrix of the IPCC land-use categories (2006 Guidelines, Vol. 4, Ch. 3)."""
    return _matrix("category_matrix", category_rows(data), CATEGORIES, category_name, data, profile, texts)


def _matrix(
    table_id: str,
    rows: pd.DataFrame,
    order: tuple[str, ...],
    name_of: Naming,
    data: ReportData,
    profile: Profile,
    texts: Texts,
) -> Table:
    names = present(rows, order)
    area = {(start, end): value for start, end, value in zip(rows["from"], rows["to"], rows["area_ha"])}
    starts = [name for name in names if name in set(rows["from"])]
    ends = [name for name in names if name in set(rows["to"])]
    # Positions as keys: a class of the user may be called like a column.
    cells = {
        f"to_{number}": [area.get((start, end), 0.0) for start in starts] for number, end in enumerate(ends)
    }
    frame = pd.DataFrame(cells)
    frame["class"] = [name_of(start, data, texts) for start in starts]
    frame["whole_ha"] = [math.fsum(row) for row in frame[list(cells)].to_numpy()]
    quantity = profile.quantity("area")
    columns = [
        Column("class", profile.header(texts("col_from_to"), "area", texts.language), layout="name"),
        *(
            Column(f"to_{number}", name_of(end, data, texts), quantity, additive=True, blank_zero=True)
            for number, end in enumerate(ends)
        ),
        Column("whole_ha", texts("col_opening_area_total"), quantity, additive=True),
    ]
    return make_table(
        table_id,
        columns,
        frame,
        profile,
        texts,
        total_label=texts("closing_area_total"),
        whole="whole_ha",
        notes=[texts("foot_matrix"), *_overlap(data, texts)],
    )


def transitions_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """Carbon change by transition: gains first, losses last; the page keeps the largest of both."""
    rows = transition_rows(data)
    frame = rows[rows["change_tc"].notna() & (rows["change_tc"] != 0.0)]
    frame = frame.sort_values(["change_tc", "from", "to"], ascending=[False, True, True]).reset_index(
        drop=True
    )
    frame["start"], frame["end"] = (
        [class_name(name, data, texts) for name in frame[key]] for key in ("from", "to")
    )
    frame["density_tc_ha"] = frame["change_tc"] / frame["area_ha"].where(frame["area_ha"] > 0)
    columns = [
        Column("start", texts("col_from_class"), layout="name"),
        Column("end", texts("col_to_class"), layout="name"),
        quantity_column("area_ha", "area", "area", profile, texts, additive=True),
        quantity_column("change_tc", "stock_change", "carbon", profile, texts, interval=True, additive=True),
        quantity_column("density_tc_ha", "change_density", "density", profile, texts),
    ]
    gains = int((frame["change_tc"] > 0).sum())
    losses = len(frame) - gains
    shown = [*range(min(gains, LARGEST)), *range(gains + max(losses - LARGEST, 0), len(frame))]
    return make_table(
        "transitions",
        columns,
        frame,
        profile,
        texts,
        total_label=texts("total"),
        notes=[texts("foot_change_sign"), *_overlap(data, texts)],
        priority=shown,
    )


def balance_sentence(data: ReportData, profile: Profile, texts: Texts) -> str:
    """Opening stock + additions − reductions = closing stock of the whole, as printed."""
    totals = change_totals(data)
    quantity = profile.quantity("carbon")
    parts = [totals[name] for name in ("stock_before_tc", "gain_tc", "loss_tc", "stock_after_tc")]
    if any(math.isnan(part) for part in parts):
        return ""
    opening, gain, loss, closing = map(quantity.rounded, parts)
    if profile.level:
        terms = [quantity.scaled(value) for value in (parts[0], parts[1], -parts[2])]
        (opening, gain, loss), _ = level_to_total(terms, math.fsum(terms), quantity.decimals)
        # Not a negative zero, which would be written with its sign.
        loss = 0.0 - loss
    written = [f"{value:,.{quantity.decimals}f}" for value in (opening, gain, loss, closing)]
    return texts(
        "balance_sentence",
        **dict(zip(("opening", "additions", "reductions", "closing"), written)),
        unit=profile.unit("carbon", texts.language),
    )


def change_totals(data: ReportData) -> Mapping[str, float]:
    """Totals as the run states them; what it does not state is added up from the units."""
    frame = change_rows(data)
    names = ("area_ha", "changed_ha", "gain_tc", "loss_tc", *_INTERVALS)
    return {
        **{name: known_sum(frame[name]) for name in names},
        **{key: value for key, value in data.stated.get("stockchange", {}).items() if not math.isnan(value)},
    }


def _overlap(data: ReportData, texts: Texts) -> list[str]:
    overlap = data.stated.get("stockchange", {}).get("units_overlap_ha", 0.0)
    return [texts("foot_units_overlap")] if overlap > 1e-6 else []
