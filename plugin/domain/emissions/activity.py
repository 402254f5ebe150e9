# SPDX-License-Identifier: GPL-2.0-or-later
"""An activity table as the inventory takes it: every cell read, checked and named where it is wrong."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from ..errors import InputError
from ..factors.vocabulary import EVIDENCE, is_weak
from ..progress import Progress, silent
from ..total_rows import is_total
from .contained_sectors import SECTOR
from .library import Carrier, Factor, Intensity, carrier_of, intensities
from .measures import Measure, intensity_of, measure_of, rate_of
from .parameters import read_parameters
from .rows import Row, rows_of_table
from .sectors import Sectors
from .splits import Splits
from .vocabulary import COLUMNS, FIRST_ORDER, METHODS, REQUIRED, USES, item_id
from .yearbook import long_form

#: Rows between two looks at the cancel button.
STEP = 1_000
_SECTOR = re.compile(r"(?i)(sector|部门)\s*[:：]\s*")
_OWN_SCOPES = {"": 0, "1": 1, "2": 2, "3": 3}


@dataclass(frozen=True)
class Activity:
    """One checked row: its amount as given (with its measure), and what it names of factors."""

    row: Row
    unit: str
    year: int
    sector: str
    item: str
    name: str
    carrier: Carrier | None
    amount: float
    low: float
    high: float
    measure: Measure
    scope: int
    use: str
    method: str
    parameters: Mapping[str, float]
    words: Mapping[str, str]
    intensity: Intensity | None
    own: Factor | None
    factor_id: str
    evidence: str
    split: float
    split_source: str
    enterprise: str
    contains: tuple[str, ...]


@dataclass(frozen=True)
class ActivityTable:
    """The rows of the year of the account, the years that were left out, and columns that nothing reads."""

    table: str
    rows: tuple[Activity, ...]
    other_years: Mapping[int, int]
    unread: tuple[str, ...]


def read_activities(
    frame: pd.DataFrame,
    *,
    year: int,
    sectors: Sectors,
    table: str,
    splits: Splits | None = None,
    progress: Progress = silent,
) -> ActivityTable:
    """Check a table of texts (index: row numbers) with the columns of ``COLUMNS``, or as yearbooks print it.

    Rows of other years are left out, but for the waste of earlier years that a landfill still holds. Rows
    with a split_key become one row for each unit of ``splits``.
    Raises ``InputError`` that names row and column for what is missing, unknown, no number, in a unit of
    measure that is not known, or stated in two ways.
    """
    rows, unread = rows_of_table(long_form(frame, sectors, table), table, COLUMNS, REQUIRED)
    kept, others = [], dict[int, int]()
    for count, row in enumerate(rows):
        if count % STEP == 0:
            progress(count / len(rows))
        activity = _activity_of(row, sectors)
        if activity.year == year or (activity.method == FIRST_ORDER and activity.year < year):
            kept += _units_of(activity, splits)
        else:
            others[activity.year] = others.get(activity.year, 0) + 1
    if not kept:
        raise InputError(
            "Table “{table}” has no rows of the year {year}; it has rows of {years}. Set YEAR.",
            table=table,
            year=year,
            years=", ".join(str(other) for other in sorted(others)),
        )
    _refuse_totals(kept)
    return ActivityTable(table, tuple(kept), others, tuple(unread))


def _refuse_totals(activities: Sequence[Activity]) -> None:
    """Refuse rows whose item is the total of others in their unit, year, sector and carrier."""
    told = {_whole_of(activity) for activity in activities if not is_total(activity.name)}
    for activity in activities:
        if is_total(activity.name) and _whole_of(activity) in told:
            activity.row.refuse_total("item")


def _whole_of(activity: Activity) -> tuple[object, ...]:
    return activity.unit, activity.year, activity.sector, activity.carrier and activity.carrier.carrier


def only_year(frame: pd.DataFrame, table: str) -> int:
    """The one year that a table has rows of, the waste of landfills apart; ``InputError`` for several."""
    rows, _unread = rows_of_table(frame, table, COLUMNS, ("year",))
    years = {row.year() for row in rows if row.word("method", METHODS) != FIRST_ORDER}
    if len(years) != 1:
        raise InputError(
            "Table “{table}” has rows of the years {years}. Set YEAR, the year of the account.",
            table=table,
            years=", ".join(str(year) for year in sorted(years)) or "–",
        )
    return years.pop()


def _activity_of(row: Row, sectors: Sectors) -> Activity:
    carrier = _carrier(row)
    row.refuse_part("item")
    row.required("amount")
    amount = row.amount("amount")
    low, high = row.bounds("amount_low", "amount_high", amount)
    method = row.word("method", METHODS)
    own = _own_factor(row)
    factor_id = row.text("factor_id")
    if own is not None and factor_id:
        raise InputError(
            "Table “{table}”, row {row}: both a factor_id and a factor_value are given. Keep one of them.",
            **row.at("factor_id"),
        )
    split, split_source = _split(row)
    numbers, words = read_parameters(row, method)
    return Activity(
        row=row,
        unit=row.unit(),
        year=row.year(),
        sector=sectors.of(row),
        item=_item(row, carrier, method),
        name=row.text("item"),
        carrier=carrier,
        amount=amount,
        low=low,
        high=high,
        measure=_measure(row),
        scope=_scope(row),
        use=row.word("use", USES),
        method=method,
        parameters=numbers,
        words=words,
        intensity=_intensity(row),
        own=own,
        factor_id=factor_id,
        evidence=_evidence(row),
        split=split,
        split_source=split_source,
        enterprise=row.text("enterprise_id"),
        contains=_contains(row, sectors),
    )


def _units_of(activity: Activity, splits: Splits | None) -> list[Activity]:
    """The activity of each unit among which the balance of a larger unit is split by its key."""
    key = activity.row.text("split_key")
    if not key:
        return [activity]
    if splits is None or activity.split_source:
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: a row that is split by “{value}” needs the table "
            "SPLIT_KEYS, and no share of its own in split.",
            **activity.row.at("split_key"),
        )
    return [
        replace(activity, unit=share.unit, split=share.share, split_source=share.source)
        for share in splits.shares(activity.row, activity.unit, key)
    ]


def _contains(row: Row, sectors: Sectors) -> tuple[str, ...]:
    """Enterprises and sectors (``sector:marine``) whose emission the amount of a row holds, beside others."""
    names = [name.strip() for name in re.split(r"[;；]", row.text("contains")) if name.strip()]
    for number, name in enumerate(names):
        mark = _SECTOR.match(name)
        if mark:
            names[number] = SECTOR + sectors.named(row, "contains", name[mark.end() :])
    if names and row.text("enterprise_id"):
        raise InputError(
            "Table “{table}”, row {row}: a row of one enterprise (enterprise_id) contains no others. Fill "
            "one of the two columns.",
            **row.at("contains"),
        )
    return tuple(dict.fromkeys(names))


def _carrier(row: Row) -> Carrier | None:
    text = row.text("carrier")
    found = carrier_of(text)
    if text and found is None:
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: carrier “{value}” is not known. Use one of those "
            "in resources/factors/emission_carriers.csv, or leave it empty and give a factor.",
            **row.at("carrier"),
        )
    return found


def _item(row: Row, carrier: Carrier | None, method: str) -> str:
    """Id of the account item: of the item where it is one, else carrier, factor or method."""
    ids = (
        item_id(row.text("item")),
        carrier.carrier if carrier else "",
        item_id(row.text("factor_id")),
        method,
    )
    return next(found for found in ids if found)


def _measure(row: Row) -> Measure:
    row.required("amount_unit")
    found = measure_of(row.text("amount_unit"))
    if found is None:
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: unit of measure “{value}” is not known. Write "
            "units such as kWh, 10^4 kWh, t, tce, GJ, 10^4 m3, m2, ha, head, person, vehicle·km.",
            **row.at("amount_unit"),
        )
    return found


def _scope(row: Row) -> int:
    found = _OWN_SCOPES.get(re.sub(r"(?i)^(scope|范围)\s*", "", row.text("scope")))
    if found is None:
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: “{value}” is no scope. Write 1 (direct), 2 "
            "(purchased electricity and heat) or 3 (elsewhere), or leave it empty.",
            **row.at("scope"),
        )
    return found


def _split(row: Row) -> tuple[float, str]:
    share, source = row.share("split"), row.text("split_source")
    if math.isnan(share):
        return 1.0, ""
    if not source:
        raise InputError(
            "Table “{table}”, row {row}: a share of a larger balance (column “{column}”: {value}) needs its "
            "source in split_source, such as “share of the city's GDP 2023”.",
            **row.at("split"),
        )
    return share, source


def _intensity(row: Row) -> Intensity | None:
    named, value = row.text("intensity_id"), row.amount("intensity")
    if named:
        if not math.isnan(value):
            raise InputError(
                "Table “{table}”, row {row}: both an intensity and an intensity_id are given. Keep one.",
                **row.at("intensity_id"),
            )
        if named not in intensities():
            raise InputError(
                "Table “{table}”, row {row}, column “{column}”: “{value}” is no intensity of the factor "
                "library (ids B-OP-… of resources/factors/activity_defaults_cn.csv; those to compare with "
                "and those per hectare of land are not used).",
                **row.at("intensity_id"),
            )
        return intensities()[named]
    if math.isnan(value):
        return None
    units = intensity_of(row.required("intensity_unit"))
    if units is None:
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: “{value}” is no unit of an intensity. Write "
            "units such as kWh/m2, m3/m2, GJ/m2, kg N/ha.",
            **row.at("intensity_unit"),
        )
    of, per, scale = units
    nan = math.nan
    name = f"own {row.text('intensity')} {row.text('intensity_unit')}"
    evidence, source = _evidence(row), row.text("factor_source")
    weak = is_weak(evidence, "yes")
    return Intensity(name, of, per, value * scale, nan, nan, source, evidence, weak)


def _evidence(row: Row) -> str:
    """Grade of the user's own figures; ``user`` where none is stated."""
    evidence = row.text("factor_evidence") or "user"
    if evidence not in EVIDENCE:
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: “{value}” is no grade of evidence. Use one of "
            "{known}, or leave it empty.",
            **row.at("factor_evidence"),
            known=", ".join(EVIDENCE),
        )
    return evidence


def _own_factor(row: Row) -> Factor | None:
    value = row.amount("factor_value")
    if math.isnan(value):
        return None
    rate = rate_of(row.required("factor_unit"))
    if rate is None:
        raise InputError(
            "Table “{table}”, row {row}, column “{column}”: “{value}” is no unit of an emission factor. "
            "Write units such as kg CO2/kWh, t CO2/t, kg CH4/head, kg N2O-N/kg N, kg CH4/(ha·d).",
            **row.at("factor_unit"),
        )
    source = row.text("factor_source")
    if not source:
        raise InputError(
            "Table “{table}”, row {row}: the factor {figure} {unit} has no source. Name it in factor_source.",
            **row.at("factor_source"),
            figure=row.text("factor_value"),
            unit=row.text("factor_unit"),
        )
    low, high = row.bounds("factor_low", "factor_high", value)
    evidence = _evidence(row)
    return Factor(
        factor_id=f"own {row.text('factor_value')} {row.text('factor_unit')}",
        gas=rate.gas,
        per=rate.per,
        value=value * rate.scale,
        low=low * rate.scale,
        high=high * rate.scale,
        source=source,
        evidence=evidence,
        weak=is_weak(evidence, "yes"),
        family=row.text("factor_family"),
        daily=rate.daily,
    )
