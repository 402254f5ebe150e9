# SPDX-License-Identifier: GPL-2.0-or-later
"""The change between two dates as rows: per unit, per transition, per class and per IPCC category."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from ..domain.change.balance import BALANCE_COLUMNS, balance
from ..domain.stocks import known_sum
from .model import ReportData
from .table import is_missing
from .texts import Texts

#: Stands for the class of ground that has none at a date.
NO_CLASS = ""
#: The unit of runs without statistical units.
ALL_GROUND = "*"
#: The IPCC categories in the order of their tables (2006 Guidelines, Vol. 4, Ch. 3), then the sea.
CATEGORIES = (
    *("forest_land", "cropland", "grassland", "wetlands", "settlements", "other_land"),
    "marine",
)
_STOCKS = ("stock_before_tc", "stock_after_tc", "change_tc", "change_tco2e_a")
_AREAS = ("area_ha", "changed_ha", "only_before_ha", "only_after_ha", "unit_area_ha")
_AMOUNTS = (
    *("area_ha", "stock_before_tc", "stock_after_tc"),
    *("change_tc", "change_tc_low", "change_tc_high"),
)


def numeric(frame: pd.DataFrame, names: Iterable[str]) -> pd.DataFrame:
    """A copy with the columns ``names`` as floats, NaN where they are absent or not known."""
    known = frame.reset_index(drop=True).copy()
    for name in names:
        known[name] = pd.to_numeric(known[name]).astype(float) if name in known else math.nan
    return known


def with_unit_names(frame: pd.DataFrame, texts: Texts) -> pd.DataFrame:
    """The frame with words for the unit that stands for all ground, where none were given."""
    return frame.assign(unit=[texts("all_ground") if unit == ALL_GROUND else unit for unit in frame["unit"]])


def change_rows(data: ReportData) -> pd.DataFrame:
    """The stock change per unit; units of the transitions alone have neither years nor intervals."""
    bounds = [f"{name}{end}" for name in _STOCKS for end in ("", "_low", "_high")]
    frame = data.sink.get("change")
    if frame is None:
        moves = _moves(data)
        rows = [{"unit": unit, **_unit_sums(part)} for unit, part in moves.groupby("unit", sort=False)]
        frame = pd.DataFrame(rows, columns=["unit", *_unit_sums(moves)])
    return numeric(frame, (*_AREAS, *bounds, "gain_tc", "loss_tc", "covered_share"))


def _unit_sums(moves: pd.DataFrame) -> dict[str, float]:
    both = moves[(moves["from"] != NO_CLASS) & (moves["to"] != NO_CLASS)]
    change = both["change_tc"]
    return {
        "area_ha": math.fsum(both["area_ha"]),
        "changed_ha": math.fsum(both.loc[both["from"] != both["to"], "area_ha"]),
        **{name: known_sum(both[name]) for name in _STOCKS[:3]},
        "gain_tc": known_sum(change.where(~(change < 0), 0.0)),
        "loss_tc": known_sum(-change.where(~(change > 0), 0.0)),
    }


def _moves(data: ReportData) -> pd.DataFrame:
    """The transitions with classes as text, ``NO_CLASS`` where there is none."""
    frame = numeric(data.sink["transitions"], _AMOUNTS)
    for key, column in (("from", "from_class"), ("to", "to_class")):
        frame[key] = [NO_CLASS if is_missing(name) else str(name) for name in frame[column]]
    return frame


def transition_rows(data: ReportData) -> pd.DataFrame:
    """Transitions over all units: from, to, area and carbon, in the order of the classes.

    Ground of one transition has the same densities in every unit, so that the bounds of its
    changes add up as the changes do.
    """
    return _summed(_moves(data), class_order(data))


def category_rows(data: ReportData) -> pd.DataFrame:
    """Transitions over all units between the categories of their classes, without intervals."""
    moves = _moves(data)
    for key in ("from", "to"):
        moves[key] = [_category(name, data.class_categories) for name in moves[key]]
    moves[["change_tc_low", "change_tc_high"]] = math.nan
    return _summed(moves, CATEGORIES)


def has_categories(data: ReportData) -> bool:
    """Whether any class has a category; those of a user's own codes have none."""
    moves = _moves(data)
    return any(name in data.class_categories for name in {*moves["from"], *moves["to"]})


def _category(name: str, categories: Mapping[str, str]) -> str:
    return name if name == NO_CLASS else categories.get(name, name)


def _summed(moves: pd.DataFrame, order: Sequence[str]) -> pd.DataFrame:
    rows = [
        {"from": start, "to": end, **{name: known_sum(part[name]) for name in _AMOUNTS}}
        for (start, end), part in moves.groupby(["from", "to"], sort=True)
    ]
    frame = pd.DataFrame(rows, columns=["from", "to", *_AMOUNTS])
    place = {name: number for number, name in enumerate(present(frame, order))}
    ranks = pd.DataFrame({key: frame[key].map(place) for key in ("from", "to")})
    return frame.loc[ranks.sort_values(["from", "to"], kind="stable").index].reset_index(drop=True)


def class_order(data: ReportData) -> tuple[str, ...]:
    """All carbon classes in the order of their table."""
    return tuple(data.class_names)


def present(rows: pd.DataFrame, order: Sequence[str]) -> list[str]:
    """The classes of both dates in the order given, unknown ones after them, ``NO_CLASS`` last."""
    found = {*rows["from"], *rows["to"]}
    known = [name for name in order if name in found]
    others = sorted(found - set(known) - {NO_CLASS}, key=_as_code)
    return [*known, *others, *([NO_CLASS] if NO_CLASS in found else [])]


def _as_code(name: str) -> tuple[bool, int, str]:
    """Codes of digits by their number, before names in the order of their letters."""
    return (False, int(name), name) if name.isdecimal() else (True, 0, name)


def class_name(name: str, data: ReportData, texts: Texts) -> str:
    """A class in words."""
    return texts("no_class") if name == NO_CLASS else data.class_names.get(name, name)


def category_name(name: str, _data: ReportData, texts: Texts) -> str:
    """An IPCC category in words."""
    return texts("no_class") if name == NO_CLASS else texts.label("category", name)


def balance_rows(data: ReportData) -> pd.DataFrame:
    """Land and carbon account per class over all units: carbon_class and ``BALANCE_COLUMNS``."""
    frame = numeric(data.sink["transitions"], _AMOUNTS)
    for column in ("from_class", "to_class"):
        frame[column] = [None if is_missing(name) else str(name) for name in frame[column]]
    parts = balance(frame)
    rows = [
        {"carbon_class": str(name), **{column: known_sum(part[column]) for column in BALANCE_COLUMNS}}
        for name, part in parts.groupby("carbon_class", sort=False)
    ]
    place = {name: number for number, name in enumerate(class_order(data))}
    rows.sort(key=lambda row: (place.get(row["carbon_class"], len(place)), _as_code(row["carbon_class"])))
    return pd.DataFrame(rows, columns=["carbon_class", *BALANCE_COLUMNS])


def years_of(data: ReportData) -> tuple[int, int] | None:
    """The years of both dates, where the units state them."""
    frame = data.sink.get("change")
    if frame is None or not {"year_before", "year_after"} <= set(frame.columns):
        return None
    years = frame[["year_before", "year_after"]].dropna()
    return (int(years.iloc[0, 0]), int(years.iloc[0, 1])) if len(years) else None
