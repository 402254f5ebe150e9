# SPDX-License-Identifier: GPL-2.0-or-later
"""Yearly change of mineral soil on land that changed: linear over the transition period (methods.md a4)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..notes import NoteBook
from ..progress import Progress, part, silent
from ..units import CO2_PER_C
from .factors import FactorRow, paved_row
from .parcels import Stocks, distinct_rows, stocks_of
from .stock import between, half_widths

Floats = npt.NDArray[np.float64]

MEASURED_GRADE = "measured"
#: What the account tells of a parcel, beside what a method layer holds.
SOIL_COLUMNS = ("soc_before_tc_ha", "soc_after_tc_ha", "change_tc_a", "conversion_year", "years_left")
#: Figures of a parcel, in the order of the output.
PARCEL_COLUMNS = (
    *("soc_tc_ha", "stock_tc", "stock_tc_low", "stock_tc_high"),
    *("removal_tco2e_a", "removal_tco2e_a_low", "removal_tco2e_a_high"),
    *("emission_tco2e_a", "emission_tco2e_a_low", "emission_tco2e_a_high"),
    *("net_tco2e_a", "factor_grade", *SOIL_COLUMNS),
)
PATH_COLUMNS = (
    *("year", "area_ha", "removal_tco2e_a", "emission_tco2e_a", "net_tco2e_a"),
    *("remaining_removal_tco2e", "remaining_emission_tco2e"),
)


@dataclass(frozen=True)
class SoilAccount:
    """``parcels``: ``PARCEL_COLUMNS`` per parcel, all NaN where ``known`` is false. ``total``: sums with
    95 % bounds, and ``change_tc_a``. ``path``: ``PATH_COLUMNS`` from the year of the account to the last
    release. ``weak_share``: share of the stock on factors below grade ``secondary``.
    """

    parcels: pd.DataFrame
    known: npt.NDArray[np.bool_]
    total: dict[str, float]
    path: pd.DataFrame
    weak_share: float


def soil_account(
    land: pd.DataFrame,
    area_ha: Floats,
    *,
    year: int,
    transition_a: int,
    layer: str,
    notes: NoteBook,
    progress: Progress = silent,
) -> SoilAccount:
    """The account of parcels (columns as ``stocks_of`` takes them) in ``year``.

    ΔC = A·(SOC_after − SOC_before)/D in each of the D = ``transition_a`` years from the year of
    conversion on, 0 after (IPCC 2006 Guidelines Vol. 4, eq. 2.25 and Box 2.1). The present stock lies
    on the straight path. A gain is removal, a loss emission, both positive, t CO2e/a.
    """
    stocks = stocks_of(land, layer, notes, part(progress, 0.0, 0.4))
    progress(0.4)
    conversion = land["year"].to_numpy(float)
    age = year - conversion
    path = _Path(stocks, age < transition_a, np.clip(age / transition_a, 0.0, 1.0), transition_a)
    left = np.where(stocks.known, np.maximum(transition_a - age, 0.0), math.nan)
    figures = _parcels(path, area_ha).assign(conversion_year=conversion, years_left=left)
    parcels = figures[list(PARCEL_COLUMNS)]
    _note_measured(stocks, parcels, area_ha, layer, notes)
    _note_paved(land, stocks, layer, notes)
    progress(0.8)
    years = _years(stocks, conversion, area_ha, year, transition_a)
    return SoilAccount(
        parcels, stocks.known, _total(path, parcels, area_ha), years, _weak_share(stocks, parcels)
    )


@dataclass(frozen=True)
class _Path:
    """Where parcels stand: in transition or not, and the share of the way (0–1) behind them."""

    stocks: Stocks
    active: npt.NDArray[np.bool_]
    share: Floats
    transition_a: int


def _parcels(path: _Path, area_ha: Floats) -> pd.DataFrame:
    stocks = path.stocks
    present = stocks.before + (stocks.after - stocks.before) * path.share
    # Products, not choices: what is not known stays so whether or not it is in transition.
    yearly = area_ha * (stocks.after - stocks.before) / path.transition_a * path.active
    stock_down, stock_up, flux_down, flux_up = (area_ha * width for width in _widths(path))
    flux = yearly * CO2_PER_C
    gain = flux >= 0
    made = {
        "soc_tc_ha": present,
        "stock_tc": area_ha * present,
        "stock_tc_low": area_ha * present - stock_down,
        "stock_tc_high": area_ha * present + stock_up,
        "removal_tco2e_a": flux * gain + 0.0,
        "removal_tco2e_a_low": (flux - flux_down) * gain + 0.0,
        "removal_tco2e_a_high": (flux + flux_up) * gain + 0.0,
        "emission_tco2e_a": 0.0 - flux * ~gain,
        "emission_tco2e_a_low": 0.0 - (flux + flux_up) * ~gain,
        "emission_tco2e_a_high": 0.0 - (flux - flux_down) * ~gain,
        "net_tco2e_a": 0.0 - flux,
        "soc_before_tc_ha": stocks.before,
        "soc_after_tc_ha": stocks.after,
        "change_tc_a": yearly,
    }
    grades = stocks.of_pairs([pair.grade for pair in stocks.pairs], MEASURED_GRADE)
    grades[~stocks.known] = None
    return pd.DataFrame(made).assign(factor_grade=grades)


def _widths(path: _Path) -> tuple[Floats, Floats, Floats, Floats]:
    """Half-widths per hectare of stock (t C/ha) and of the yearly flux (t CO2e/(ha·a)), down and up."""
    states = pd.DataFrame({"which": path.stocks.which, "share": path.share, "active": path.active})
    codes, first = distinct_rows(states)
    table = [
        _widths_of(path, int(state.which), float(state.share), bool(state.active))
        for state in states.iloc[first].itertuples()
    ]
    spread = np.array(table, dtype=float).reshape(-1, 4)[codes]
    return spread[:, 0], spread[:, 1], spread[:, 2], spread[:, 3]


def _widths_of(path: _Path, which: int, share: float, active: bool) -> tuple[float, float, float, float]:
    if which < 0:
        return math.nan, math.nan, math.nan, math.nan
    pair = path.stocks.pairs[which]
    present = between(pair.before, pair.after, share)
    slopes = pair.slopes(CO2_PER_C / path.transition_a if active else 0.0)
    return (*half_widths(present.rows, present.slopes), *half_widths(pair.rows, slopes))


def _total(path: _Path, parcels: pd.DataFrame, area_ha: Floats) -> dict[str, float]:
    """Sums of the known parcels; a factor row is one draw in all of them."""
    known = path.stocks.known
    total = {"area_ha": math.fsum(area_ha[known]), "change_tc_a": math.fsum(parcels["change_tc_a"][known])}
    loss = (parcels["net_tco2e_a"] > 0).to_numpy()
    moving = known & path.active
    co2 = CO2_PER_C / path.transition_a
    for name, rows, scale in (
        ("stock_tc", known, None),
        ("removal_tco2e_a", moving & ~loss, co2),
        ("emission_tco2e_a", moving & loss, -co2),
    ):
        value = math.fsum(parcels[name][known])
        down, up = half_widths(*_joint_slopes(path, area_ha, rows, scale)) if rows.any() else (0.0, 0.0)
        total.update({name: value, f"{name}_low": value - down, f"{name}_high": value + up})
    total["net_tco2e_a"] = total["emission_tco2e_a"] - total["removal_tco2e_a"]
    return total


def _joint_slopes(
    path: _Path, area_ha: Floats, rows: npt.NDArray[np.bool_], scale: float | None
) -> tuple[Mapping[str, FactorRow], dict[str, float]]:
    """Derivatives of a sum over parcels by each factor row: of the present stock where there is no scale."""
    rows = rows & (path.stocks.which >= 0)
    share = path.share if scale is None else np.zeros(len(area_ha))
    frame = pd.DataFrame({"pair": path.stocks.which, "share": share, "area_ha": area_ha})[rows]
    terms: dict[str, list[float]] = {}
    used: dict[str, FactorRow] = {}
    for (number, on_path), areas in frame.groupby(["pair", "share"], sort=True)["area_ha"]:
        pair = path.stocks.pairs[int(number)]
        present = between(pair.before, pair.after, on_path)
        slopes = present.slopes if scale is None else pair.slopes(scale)
        whole = math.fsum(areas)
        for name, slope in slopes.items():
            terms.setdefault(name, []).append(slope * whole)
        used.update(pair.rows)
    return used, {name: math.fsum(values) for name, values in terms.items()}


def _years(stocks: Stocks, conversion: Floats, area_ha: Floats, year: int, transition_a: int) -> pd.DataFrame:
    """Release of every year from ``year`` to the last one that has any (``year`` itself at least)."""
    known = stocks.known
    flux = (area_ha * (stocks.after - stocks.before) / transition_a * CO2_PER_C)[known]
    last, area = conversion[known] + transition_a - 1, area_ha[known]
    end = int(max([year, *last[flux != 0.0]]))
    rows = []
    for at in range(year, end + 1):
        active = last >= at
        left = np.where(active, flux * (last - at), 0.0)
        removal, emission = math.fsum(flux[active & (flux > 0)]), math.fsum(-flux[active & (flux < 0)])
        rows.append(
            {
                "year": at,
                "area_ha": math.fsum(area[active]),
                "removal_tco2e_a": removal,
                "emission_tco2e_a": emission,
                "net_tco2e_a": emission - removal,
                "remaining_removal_tco2e": math.fsum(left[left > 0]),
                "remaining_emission_tco2e": math.fsum(-left[left < 0]),
            }
        )
    return pd.DataFrame(rows, columns=list(PATH_COLUMNS))


def _note_measured(
    stocks: Stocks, parcels: pd.DataFrame, area_ha: Floats, layer: str, notes: NoteBook
) -> None:
    measured = stocks.known & (stocks.which < 0)
    if measured.any():
        stock = parcels["stock_tc"].to_numpy(float)
        whole = math.fsum(stock[stocks.known])
        notes.add(
            "no_interval",
            "{percent:.1f} % of the soil stock of layer “{layer}” ({area_ha:.4f} ha) is measured and has no "
            "interval: the bounds leave it out and are too narrow.",
            count=int(measured.sum()),
            area_ha=math.fsum(area_ha[measured]),
            warning=False,
            layer=layer,
            percent=100.0 * math.fsum(stock[measured]) / whole if whole else 0.0,
        )


def _note_paved(land: pd.DataFrame, stocks: Stocks, layer: str, notes: NoteBook) -> None:
    row = paved_row()
    paved = stocks.of_pairs([row.row_id in pair.rows for pair in stocks.pairs], False).astype(bool)
    if paved.any() and math.isnan(row.low):
        notes.add(
            "pavement_without_interval",
            "Layer “{layer}”: features that are paved in part: {count} ({area_ha:.4f} ha). The share of soil "
            "that pavement leaves, {value:g}, has no interval; the bounds leave it out and are too narrow.",
            count=int(paved.sum()),
            area_ha=math.fsum(land.loc[paved, "area_ha"]),
            ids=land.loc[paved, "id"],
            layer=layer,
            value=row.value,
        )


def _weak_share(stocks: Stocks, parcels: pd.DataFrame) -> float:
    weak = stocks.of_pairs([pair.weak for pair in stocks.pairs], False).astype(bool)
    stock = parcels["stock_tc"].to_numpy(float)
    whole = math.fsum(stock[stocks.known])
    return math.fsum(stock[stocks.known & weak]) / whole if whole else math.nan
