# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of the carbon rights: their value as a range per method, and the three sinks side by side."""

from __future__ import annotations

import math

import pandas as pd

from ..domain.profiles import Profile, format_rounded
from ..domain.stocks import known_sum
from .account_figures import figure_of
from .baseline_tables import quantity_column
from .change_rows import numeric
from .model import ReportData
from .table import COUNT, Column, Table, is_missing, make_table
from .texts import Texts

#: The sinks and what lies between them with their texts, and of which of these bounds are known.
SINKS = {
    "physical_tco2e_a": "sink_physical",
    "inventory_tco2e_a": "sink_inventory",
    "certified_tco2e_a": "sink_certified",
    "leakage_tco2e_a": "sink_leakage",
    "buffer_tco2e_a": "sink_buffer",
    "sold_tco2e_a": "sink_sold",
    "tradable_tco2e_a": "sink_tradable",
}
BOUNDED = ("physical_tco2e_a", "inventory_tco2e_a")
#: The sinks whose tonnes a method values.
_VALUED = {
    "net_removal": "sink_net_removal",
    "inventory": "col_sink_inventory",
    "tradable": "col_sink_tradable",
}
_SUMMED = ["method", "sink", "price_id", "price_year", "measure"]


def value_tables(data: ReportData, profile: Profile, texts: Texts) -> list[Table]:
    """Value by method, by unit and method, and the three sinks, each where its result was given."""
    tables = []
    if "value" in data.accounts:
        tables += [methods_of_value(data, profile, texts), units_of_value(data, profile, texts)]
    if "sinks" in data.accounts:
        tables.append(sinks_table(data, profile, texts))
    return tables


def value_rows(data: ReportData) -> pd.DataFrame:
    """The values (not the sinks) with their method, sink, price and year of the price as text."""
    frame = numeric(data.accounts["value"], ("value", "low", "high", "quantity_tco2e"))
    rows = frame[frame["item"].map(str).str.startswith("value/")].reset_index(drop=True)
    for name in _SUMMED[1:]:
        told = rows[name] if name in rows else [None] * len(rows)
        rows[name] = ["" if is_missing(text) else str(text) for text in told]
    return rows.assign(method=rows["item"].map(str).str.split("/").str[1])


def method_sums(data: ReportData) -> pd.DataFrame:
    """One row per method, sink, price and unit of measure: summed over units that add up, never over methods.

    Bounds of a sum are known for one unit alone.
    """
    rows = value_rows(data)
    larger = {data.book.parents[unit] for unit in rows["unit"] if unit in data.book.parents}
    rows = rows[~rows["unit"].isin(larger)]
    made = []
    for key, part in rows.groupby(_SUMMED, sort=True):
        alone = part.iloc[0] if len(part) == 1 else None
        made.append(
            {
                **dict(zip(_SUMMED, key)),
                "units": len(part),
                "quantity_tco2e": known_sum(part["quantity_tco2e"]),
                "value": known_sum(part["value"]),
                "low": math.nan if alone is None else alone["low"],
                "high": math.nan if alone is None else alone["high"],
            }
        )
    return pd.DataFrame(made, columns=[*_SUMMED, "units", "quantity_tco2e", "value", "low", "high"])


def value_sentence(data: ReportData, _profile: Profile, texts: Texts) -> str:
    """The range over methods, and that these are never added."""
    if "value" not in data.accounts:
        return texts("sinks_sentence")
    return f"{ranges_of_value(data, texts)} {texts('value_never_summed')}"


def ranges_of_value(data: ReportData, texts: Texts) -> str:
    """The lowest and the highest method of each unit of measure, and whether their prices are of one year."""
    sums = method_sums(data).dropna(subset=["value"])
    said = []
    for measure, part in sums.groupby("measure", sort=True):
        low, high = part.loc[part["value"].idxmin()], part.loc[part["value"].idxmax()]
        decimals = figure_of(part["value"]).decimals
        if len(part) == 1:
            value, method = format_rounded(low["value"], decimals), texts.label("value_method", low["method"])
            said.append(texts("value_single", value=value, measure=measure, method=method))
            continue
        said.append(
            texts(
                "value_range",
                low=format_rounded(low["value"], decimals),
                high=format_rounded(high["value"], decimals),
                measure=measure,
                least=texts.label("value_method", low["method"]),
                most=texts.label("value_method", high["method"]),
            )
        )
    years = sorted({str(year) for year in sums["price_year"] if year})
    if len(years) > 1:
        said.append(texts("value_price_years", years=", ".join(years)))
    return ("" if texts.language == "zh" else " ").join(said)


def methods_of_value(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """碳权价值（分方法）: what each method alone states for all units."""
    frame = method_sums(data)
    columns = [*_value_columns(frame, profile, texts), Column("units", texts("col_units"), COUNT)]
    notes = [texts("value_never_summed")]
    return make_table("value_methods", columns, _worded(frame, texts), profile, texts, notes=notes)


def units_of_value(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """碳权价值（分单元）: value of each unit by method, the largest first where room is scarce."""
    frame = value_rows(data)
    order = frame["value"].abs().fillna(-1.0).sort_values(ascending=False, kind="stable")
    return make_table(
        "value_units",
        [Column("unit", texts("col_unit"), layout="name"), *_value_columns(frame, profile, texts)],
        _worded(frame, texts),
        profile,
        texts,
        notes=[texts("value_never_summed")],
        priority=tuple(order.index),
    )


def _worded(frame: pd.DataFrame, texts: Texts) -> pd.DataFrame:
    return frame.assign(
        shown=[texts.label("value_method", method) for method in frame["method"]],
        valued=[texts(_VALUED[sink]) if sink in _VALUED else sink for sink in frame["sink"]],
    )


def _value_columns(frame: pd.DataFrame, profile: Profile, texts: Texts) -> list[Column]:
    bounded = bool(frame[["low", "high"]].notna().all(axis=1).any())
    return [
        Column("shown", texts("col_value_method"), layout="name"),
        *([Column("valued", texts("col_valued_sink"), layout="middle")] if frame["sink"].any() else []),
        Column("price_id", texts("col_price"), layout="middle"),
        Column("price_year", texts("col_price_year"), layout="short"),
        quantity_column("quantity_tco2e", "valued", "flux", profile, texts),
        Column(
            "value",
            texts("col_value_amount"),
            figure_of(frame["value"]),
            low="low" if bounded else None,
            high="high" if bounded else None,
        ),
        Column("measure", texts("col_factor_unit"), layout="short"),
    ]


def sink_rows(data: ReportData) -> pd.DataFrame:
    """The sinks of every unit as numbers."""
    bounds = [f"{name}{end}" for name in BOUNDED for end in ("_low", "_high")]
    return numeric(data.accounts["sinks"], [*SINKS, *bounds])


def sinks_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """三类碳汇对照表: physical, inventory and tradable sink of each unit side by side."""
    frame = sink_rows(data)
    columns = [Column("unit", texts("col_unit"), layout="name")]
    for key, text in SINKS.items():
        known = key in BOUNDED and bool(frame[f"{key}_low"].notna().any())
        columns.append(quantity_column(key, text, "flux", profile, texts, interval=known, additive=True))
    return make_table(
        "three_sinks",
        columns,
        frame,
        profile,
        texts,
        total_label=texts("total"),
        notes=[texts("foot_sinks")],
    )
