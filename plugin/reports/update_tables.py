# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables of the yearly update by change-survey increments: what changed, by cause and in detail."""

from __future__ import annotations

import math

import pandas as pd

from ..domain.profiles import Profile
from ..domain.stocks import known_sum
from .baseline_tables import quantity_column
from .change_rows import NO_CLASS, class_name, numeric
from .model import ReportData
from .table import COUNT, Column, Table, is_missing, make_table
from .texts import Texts

#: Changes in detail that the page shows, the largest first.
DETAILED = 20
_AMOUNTS = ("area_ha", "change_tc", "change_tc_low", "change_tc_high", "count")


def update_tables(data: ReportData, profile: Profile, texts: Texts) -> list[Table]:
    """Causes of the year, and every change with its unit, permit and classes."""
    return [causes_table(data, profile, texts), cause_rows_table(data, profile, texts)]


def update_sentence(data: ReportData, profile: Profile, texts: Texts) -> str:
    """The change of the year with its interval, as the run states it."""
    known = data.stated.get("updatebaseline", {})
    if math.isnan(known.get("change_tc", math.nan)):
        return ""
    bounds = (known.get(f"change_tc{end}", math.nan) for end in ("_low", "_high"))
    return texts(
        "update_sentence",
        change=profile.quantity("carbon").format_interval(known["change_tc"], *bounds),
        unit=profile.unit("carbon", texts.language),
    )


def _rows(data: ReportData, texts: Texts) -> pd.DataFrame:
    frame = numeric(data.sink["causes"], _AMOUNTS)
    frame["cause_shown"] = [
        data.cause_names.get(str(cause), _text(name) or str(cause))
        for cause, name in zip(frame["cause"], frame.get("cause_name", frame["cause"]))
    ]
    frame["basis_shown"] = [
        None if is_missing(basis) else texts.label("cause_basis", basis)
        for basis in frame.get("basis", [None] * len(frame))
    ]
    return frame


def causes_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """Area, gains, losses and change of the stock per cause over all units, largest change first."""
    rows = []
    for (cause, basis), part in _rows(data, texts).groupby(["cause_shown", "basis_shown"], dropna=False):
        change = part["change_tc"]
        rows.append(
            {
                "cause": cause,
                "basis": basis,
                "count": known_sum(part["count"]),
                "area_ha": known_sum(part["area_ha"]),
                "gain_tc": known_sum(change.where(~(change < 0), 0.0)),
                "loss_tc": known_sum(-change.where(~(change > 0), 0.0)),
                "change_tc": known_sum(change),
            }
        )
    names = ["cause", "basis", "count", "area_ha", "gain_tc", "loss_tc", "change_tc"]
    frame = pd.DataFrame(rows, columns=names)
    frame = frame.loc[frame["change_tc"].abs().sort_values(ascending=False, kind="stable").index]

    def additive(key: str, text: str, quantity: str) -> Column:
        return quantity_column(key, text, quantity, profile, texts, additive=True)

    columns = [
        Column("cause", texts("col_cause"), layout="name"),
        Column("basis", texts("col_cause_basis"), layout="short"),
        Column("count", texts("col_processes"), COUNT, additive=True),
        additive("area_ha", "area", "area"),
        additive("gain_tc", "additions", "carbon"),
        additive("loss_tc", "reductions", "carbon"),
        additive("change_tc", "stock_change", "carbon"),
    ]
    return make_table(
        "causes",
        columns,
        frame.reset_index(drop=True),
        profile,
        texts,
        total_label=texts("total"),
        notes=[texts("foot_change_sign"), texts("foot_causes")],
    )


def cause_rows_table(data: ReportData, profile: Profile, texts: Texts) -> Table:
    """Every change: unit, cause, permit, classes before and after, area and change with its interval."""
    frame = _rows(data, texts)
    for key, column in (("start", "from_class"), ("end", "to_class")):
        values = frame[column] if column in frame else [None] * len(frame)
        frame[key] = [class_name(NO_CLASS if is_missing(name) else str(name), data, texts) for name in values]
    columns = [
        Column("unit", texts("col_unit"), layout="name"),
        Column("cause_shown", texts("col_cause"), layout="name"),
        Column("permit", texts("col_permit"), layout="middle"),
        Column("start", texts("col_from_class"), layout="name"),
        Column("end", texts("col_to_class"), layout="name"),
        quantity_column("area_ha", "area", "area", profile, texts),
        quantity_column("change_tc", "stock_change", "carbon", profile, texts, interval=True),
        Column("count", texts("col_processes"), COUNT),
    ]
    size = frame["change_tc"].abs().fillna(-math.inf)
    return make_table(
        "cause_rows",
        columns,
        frame,
        profile,
        texts,
        notes=[texts("foot_change_sign"), texts("foot_missing")],
        priority=tuple(size.sort_values(ascending=False, kind="stable").index),
    )


def _text(value: object) -> str:
    return "" if is_missing(value) else str(value)
