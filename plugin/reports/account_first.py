# SPDX-License-Identifier: GPL-2.0-or-later
"""The first page on the carbon accounts: key figures of the year, and what about them is weak or missing."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from ..domain.monitoring import RED
from ..domain.profiles import Profile
from ..domain.stocks import known_sum
from .account_agreement import agreement_rows
from .account_content import unlike
from .account_emissions import inventory_rows
from .account_posted import posted_baselines, posted_caveats
from .account_rows import (
    COUNTED,
    FIGURES,
    both_years,
    in_other_measures,
    rows_of_year,
    single_rows,
    total_by_year,
)
from .account_value_tables import BOUNDED, SINKS, ranges_of_value, sink_rows
from .firstpage import Caveat, KeyFigure, figure
from .model import ReportData
from .monitor_tables import LEVELS, level_changes, standing_rows
from .texts import Texts

#: Names that a caveat spells out.
NAMES_ON_FIRST_PAGE = 6
#: Sector and word by which rice fields are known in an inventory; the land account may hold them too.
_RICE = ("agriculture", "rice")


def account_figures(data: ReportData, profile: Profile, texts: Texts) -> list[KeyFigure]:
    """Emission, CO2 alone, removal and net of the year; the stock is one-off and apart."""
    totals = _totals(data)
    if not totals:
        return []
    shown = (
        ("emission_tco2e", "key_emission_account", "flux"),
        ("co2_t", "key_co2_alone", "co2"),
        ("removal_tco2e_a", "key_removal", "flux"),
        ("net_tco2e", "key_net_account", "flux"),
        ("stock_tc", "key_stock_one_off", "carbon"),
    )
    known = {key: value for key, value in totals.items() if not math.isnan(value)}
    figures = {
        key: figure(totals, key, texts(text), quantity, profile, texts) for key, text, quantity in shown
    }
    open_net = "accounts" in data.accounts and "net_tco2e" not in known
    if open_net and known.keys() & {"emission_tco2e", "removal_tco2e_a"}:
        known["net_tco2e"] = math.nan
        figures["net_tco2e"] = replace(figures["net_tco2e"], note=texts("key_net_open"))
    return [key_figure for key, key_figure in figures.items() if key in known]


def _totals(data: ReportData) -> dict[str, float]:
    """Totals of the year: of the book, with intervals of the runs that state them; else of the inventory."""
    stated = data.stated.get("emissioninventory", {})
    posted = posted_baselines(data)
    land = posted[0] if len(posted) == 1 else {}
    known = {
        **{f"emission_tco2e{end}": stated.get(f"total_tco2e{end}", math.nan) for end in _ENDS},
        **{f"co2_t{end}": stated.get(f"total_co2_t{end}", math.nan) for end in _ENDS},
    }
    of_land = {f"{name}{end}": land.get(f"{name}{end}", math.nan) for name in _LAND for end in _ENDS}
    if "accounts" not in data.accounts:
        if math.isnan(known["emission_tco2e"]) and "inventory" in data.accounts:
            lines = inventory_rows(data)
            counted = lines[lines["scope"].isin(COUNTED)]
            return {name: math.fsum(counted[name].dropna()) for name in ("emission_tco2e", "co2_t")}
        return {name: value for name, value in known.items() if not math.isnan(value)}
    of_year = total_by_year(data)
    of_year = of_year[of_year["year"] == data.book.year]
    totals = {} if of_year.empty else {name: float(of_year[name].iloc[0]) for name in FIGURES}
    runs = {**known, **of_land}
    for name in ("emission_tco2e", "co2_t", *_LAND):
        # The interval of a run holds for the book where both have the same total.
        if math.isclose(totals.get(name, math.nan), runs[name], rel_tol=1e-6):
            totals.update({f"{name}{end}": runs[f"{name}{end}"] for end in ("_low", "_high")})
    return totals


_ENDS = ("", "_low", "_high")
_LAND = ("stock_tc", "removal_tco2e_a")


def monitor_figures(data: ReportData, _profile: Profile, texts: Texts) -> list[KeyFigure]:
    """Indicators by level, units with a red one, and what changed since the year before."""
    rows = standing_rows(data)
    if rows.empty:
        return []
    counts = {level: int((rows["level"] == level).sum()) for level in LEVELS}
    units = rows.loc[rows["level"] == RED, "unit"].nunique()
    figures = [
        KeyFigure(
            texts("key_level", level=texts.label("level", level)),
            f"{count:,}",
            texts("unit_indicators"),
            texts("key_level_note", units=units, total=rows["unit"].nunique()) if level == RED else "",
        )
        for level, count in counts.items()
    ]
    if "series" in data.accounts:
        changes = level_changes(data)
        worse = int(changes["worse"].sum())
        note = texts("key_turn_note", better=len(changes) - worse)
        figures.append(KeyFigure(texts("key_turn"), f"{worse:,}", texts("unit_indicators"), note))
    return figures


def right_figures(data: ReportData, profile: Profile, texts: Texts) -> list[KeyFigure]:
    """The physical, inventory and tradable sink beside each other."""
    if "sinks" not in data.accounts:
        return []
    frame = sink_rows(data)
    flux, unit = profile.quantity("flux"), profile.unit("flux", texts.language)
    return [
        KeyFigure(
            texts(f"col_{SINKS[key]}"),
            flux.format(known_sum(frame[key])),
            unit,
            texts("key_sinks_note"),
        )
        for key in (*BOUNDED, "tradable_tco2e_a")
    ]


def account_caveats(data: ReportData, profile: Profile, texts: Texts) -> list[Caveat]:
    """What of the accounts is weak, unverified, missing, split or does not agree."""
    return [
        *_of_book(data, texts),
        *posted_caveats(data, profile, texts),
        *_of_inventory(data, profile, texts),
        *_of_results(data, texts),
        *_of_value(data, texts),
    ]


def _of_book(data: ReportData, texts: Texts) -> list[Caveat]:
    if "book" not in data.accounts:
        return []
    found = []
    checks = data.book.checks
    if checks is not None:
        tested, apart = int(checks["tested"].sum()), int(checks["apart"].sum())
        value = texts("caveat_balance_apart" if apart else "caveat_balance_holds", apart=apart, total=tested)
        found.append(Caveat(texts("caveat_balance"), value, apart > 0))
    value = texts("caveat_versions_value", superseded=data.book.superseded, withdrawn=data.book.withdrawn)
    found.append(Caveat(texts("caveat_versions"), value, False))
    rows = single_rows(data, rows_of_year(data, data.book.year))
    every = single_rows(data, data.accounts["accounts"].drop_duplicates("unit"))
    gone = sorted(set(every["unit"]) - set(rows["unit"]))
    if gone:
        found.append(_named("caveat_units_without_year", gone, len(every), texts))
    for column, text in (
        ("emission_tco2e", "caveat_units_without_emission"),
        ("removal_tco2e_a", "caveat_units_without_removal"),
    ):
        bare = rows.loc[rows[column].isna(), "unit"]
        if len(bare):
            found.append(_named(text, bare, len(rows), texts))
    both = both_years(data)
    apart = both.loc[unlike(both, "net_tco2e"), "unit"]
    if len(apart):
        found.append(_named("caveat_unlike_years", apart, len(both), texts))
    entries = data.accounts["book"]
    entries = entries[entries["year"] == data.book.year]
    found += _evidence(entries, texts)
    other = in_other_measures(entries)
    if len(other):
        found.append(_named("caveat_other_measures", other["measure"].unique(), len(entries), texts))
    if rows["land_tco2e_a"].fillna(0.0).any() and _has_rice(data):
        found.append(Caveat(texts("caveat_rice"), texts("caveat_rice_value"), True))
    return found


def _evidence(entries: pd.DataFrame, texts: Texts) -> list[Caveat]:
    """Entries of a year that lack a tier, a source or an interval."""
    unbounded = int(entries[["low", "high"]].isna().any(axis=1).sum())
    return [
        _share("caveat_without_tier", int((entries["tier"] == "").sum()), len(entries), texts),
        _share("caveat_without_source", int((entries["source"] == "").sum()), len(entries), texts),
        _share("caveat_without_interval", unbounded, len(entries), texts),
    ]


def _has_rice(data: ReportData) -> bool:
    sector, word = _RICE
    items = data.accounts["book"]["item"].unique()
    return any(f"/{sector}/" in item and word in item.rsplit("/", 1)[-1] for item in items)


def _share(text: str, count: int, total: int, texts: Texts) -> Caveat:
    return Caveat(texts(text), texts("caveat_of_entries", count=count, total=total), count > 0)


def _named(text: str, names: Iterable[object], total: int, texts: Texts) -> Caveat:
    listed = [str(name) for name in names]
    shown = texts.listed(listed[:NAMES_ON_FIRST_PAGE])
    more = " …" if len(listed) > NAMES_ON_FIRST_PAGE else ""
    value = texts("caveat_named_value", count=len(listed), total=total, names=shown + more)
    return Caveat(texts(text), value, True)


def _of_inventory(data: ReportData, profile: Profile, texts: Texts) -> list[Caveat]:
    found = []
    share = profile.quantity("share")
    stated = data.stated.get("emissioninventory", {})
    for key, text in (
        ("weak_share", "caveat_weak_inventory"),
        ("no_interval_share", "caveat_open_inventory"),
    ):
        value = stated.get(key, math.nan)
        if not math.isnan(value):
            found.append(Caveat(texts(text), f"{share.format(value)} %", value != 0.0))
    if "inventory" in data.accounts:
        lines = inventory_rows(data)
        counted = lines[lines["scope"].isin(COUNTED)]
        whole = math.fsum(counted["emission_tco2e"].dropna())
        split = math.fsum(counted.loc[counted["split"].notna(), "emission_tco2e"].dropna())
        if whole:
            found.append(Caveat(texts("caveat_split"), f"{share.format(split / whole)} %", split != 0.0))
    if "register" in data.accounts:
        states = data.accounts["register"]["verification"].map(str)
        open_ones = int((states != "verified").sum())
        value = texts("caveat_of_register", count=open_ones, total=len(states))
        found.append(Caveat(texts("caveat_register"), value, open_ones > 0))
    return found


def _of_results(data: ReportData, texts: Texts) -> list[Caveat]:
    found = []
    if "agreement" in data.accounts:
        rows = agreement_rows(data)
        apart = int((rows["agrees"] != 1).sum())
        value = texts("caveat_of_cells", count=apart, total=len(rows))
        found.append(Caveat(texts("caveat_agreement"), value, apart > 0))
    if "monitored" in data.accounts:
        entries = data.accounts["monitored"]
        found += _evidence(entries[entries["year"] == data.book.year], texts)
    rows = standing_rows(data)
    if len(rows):
        untested = int(rows["p_value"].isna().sum())
        value = texts("caveat_of_indicators", count=untested, total=len(rows))
        found.append(Caveat(texts("caveat_untested"), value, untested > 0))
        bare = rows["actual"].isna()
        if bare.any():
            names = rows.loc[bare, "unit"].unique()
            found.append(_named("caveat_no_actual", names, rows["unit"].nunique(), texts))
        breached = _breached(rows)
        if len(breached):
            found.append(_named("caveat_breached", breached, rows["unit"].nunique(), texts))
    return found


def _breached(rows: pd.DataFrame) -> list[str]:
    if "breach_ha" not in rows:
        return []
    return sorted(map(str, rows.loc[rows["breach_ha"] > 0.0, "unit"].unique()))


def _of_value(data: ReportData, texts: Texts) -> list[Caveat]:
    if "value" not in data.accounts:
        return []
    return [Caveat(texts("caveat_value"), ranges_of_value(data, texts), True)]
