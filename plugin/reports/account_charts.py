# SPDX-License-Identifier: GPL-2.0-or-later
"""Charts of the carbon accounts: ranking of units, sectors by scope, reconciliation, value by method."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from ..domain.profiles import Profile
from .account_emissions import sector_sums
from .account_path import path_chart
from .account_reconciliation import sectors_of_both_sides
from .account_rows import COUNTED, rows_of_year, sector_names, single_rows, total_by_year
from .account_value_tables import method_sums
from .bars import (
    BAR_HEIGHT,
    LINE_COLOUR,
    draw_bars,
    draw_net,
    draw_stacks,
    draw_whiskers,
    largest,
    name_bars,
    numbers,
)
from .charts import EMISSION_COLOUR, REMOVAL_COLOUR, Chart
from .model import ReportData
from .texts import Texts

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Scope 1 and 2, told apart by hatches too.
SCOPE_LOOKS = {"1": ("#bf812d", ""), "2": ("#dfc27d", "///")}
_LAND_LOOK = ("#8c510a", "...")
BOTTOM_UP, TOP_DOWN = ("#35978f", ""), ("#bdbdbd", "///")


def book_charts(data: ReportData, profile: Profile, texts: Texts) -> list[Chart]:
    """The path of all units together, and the units ranked by what they emit and remove."""
    totals = total_by_year(data)
    charts = []
    if len(totals):
        units = single_rows(data, data.accounts["accounts"])["unit"].unique()
        sectors = data.accounts["sectors"]
        sectors = sectors[sectors["unit"].isin(units)]
        alike = totals["net_units"] == totals["net_units"].iloc[-1]
        totals["net_tco2e"] = totals["net_tco2e"].where(alike)
        charts.append(path_chart(totals, sectors, texts("chart_account_path"), profile, texts))
    charts.append(_ranking_chart(data, profile, texts))
    return [chart for chart in charts if chart is not None]


def _ranking_chart(data: ReportData, profile: Profile, texts: Texts) -> Chart | None:
    rows = single_rows(data, rows_of_year(data, data.book.year))
    fluxes = ["removal_tco2e_a", "land_tco2e_a", "scope_1_tco2e", "scope_2_tco2e"]
    rows = rows.assign(turnover=rows[["removal_tco2e_a", "land_tco2e_a", "emission_tco2e"]].sum(axis=1))
    rows = rows[rows[[*fluxes, "emission_tco2e"]].notna().any(axis=1)]
    if len(rows) < 2:
        return None
    frame, note = largest(rows, "turnover", profile, texts)
    scale = profile.quantity("flux").per_base
    unit = profile.unit("flux", texts.language)

    def draw(axes: Axes) -> None:
        removal = [-value for value in numbers(frame, "removal_tco2e_a", scale)]
        bars = range(len(frame))
        axes.barh(bars, removal, height=BAR_HEIGHT, color=REMOVAL_COLOUR, label=texts("col_removal"))
        draw_stacks(
            axes, ((values * scale, look, label) for values, look, label in _emission_parts(frame, texts))
        )
        draw_net(axes, frame, "net_tco2e", scale, unit, texts)

    top = frame.iloc[0]
    value = profile.quantity("flux").format(top["net_tco2e"])
    alt = texts("chart_account_ranking_alt", largest=top["unit"], value=value, unit=unit)
    caption = texts("chart_account_ranking", year=data.book.year)
    return Chart(draw_bars(draw, len(frame)), caption, alt, note)


def _emission_parts(frame: pd.DataFrame, texts: Texts) -> list[tuple[Any, tuple[str, str], str]]:
    """Emissions of the bars in parts: scopes where they are told apart, then the land."""
    scoped = frame[["scope_1_tco2e", "scope_2_tco2e"]].notna().any(axis=1)
    untold = frame["emission_tco2e"].where(~scoped)
    parts = [
        (numbers(frame, f"scope_{scope}_tco2e", 1.0), SCOPE_LOOKS[scope], texts(f"col_scope_{scope}"))
        for scope in COUNTED
        if frame[f"scope_{scope}_tco2e"].notna().any()
    ]
    if untold.notna().any():
        values = numbers(pd.DataFrame({"value": untold}), "value", 1.0)
        parts.append((values, (EMISSION_COLOUR, "xx"), texts("col_emission")))
    if frame["land_tco2e_a"].fillna(0.0).any():
        parts.append((numbers(frame, "land_tco2e_a", 1.0), _LAND_LOOK, texts("col_land_emission")))
    return parts


def emission_charts(data: ReportData, profile: Profile, texts: Texts) -> list[Chart]:
    """Emissions by sector and scope, and both sides of the reconciliation."""
    charts = []
    if len(data.accounts.get("inventory", ())):
        charts.append(_sector_chart(data, profile, texts))
    if "reconciliation" in data.accounts:
        charts.append(_reconciliation_chart(data, profile, texts))
    return [chart for chart in charts if chart is not None]


def _sector_chart(data: ReportData, profile: Profile, texts: Texts) -> Chart | None:
    frame, note = largest(sector_sums(data), "emission_tco2e", profile, texts)
    if frame.empty:
        return None
    names = sector_names(texts.language)
    scale, unit = profile.quantity("flux").per_base, profile.unit("flux", texts.language)

    def draw(axes: Axes) -> None:
        scopes = (
            (numbers(frame, f"scope_{scope}_tco2e", scale), SCOPE_LOOKS[scope], texts(f"col_scope_{scope}"))
            for scope in COUNTED
        )
        draw_stacks(axes, scopes, height=0.66)
        co2 = frame["co2_t"].notna().to_numpy()
        axes.plot(
            numbers(frame, "co2_t", scale)[co2],
            frame.index.to_numpy()[co2],
            "|",
            color=LINE_COLOUR,
            markersize=13,
            markeredgewidth=1.6,
            label=texts("chart_co2_mark"),
        )
        shown = [names.get(sector, sector) for sector in frame["sector"]]
        name_bars(axes, shown, texts("chart_sector_axis", unit=unit))

    top = frame.iloc[0]
    alt = texts(
        "chart_sectors_alt",
        largest=names.get(top["sector"], top["sector"]),
        value=profile.quantity("flux").format(top["emission_tco2e"]),
        unit=unit,
    )
    return Chart(draw_bars(draw, len(frame)), texts("chart_sectors"), alt, note)


def _reconciliation_chart(data: ReportData, profile: Profile, texts: Texts) -> Chart | None:
    frame, note = largest(sectors_of_both_sides(data), "size", profile, texts)
    if frame.empty:
        return None
    names = sector_names(texts.language)
    scale, unit = profile.quantity("co2").per_base, profile.unit("co2", texts.language)

    def draw(axes: Axes) -> None:
        bars = frame.index.to_numpy()
        for key, shift, (colour, hatch), label in (
            ("bottom_up_co2_t", -0.19, BOTTOM_UP, "col_bottom_up"),
            ("top_down_co2_t", 0.19, TOP_DOWN, "col_top_down"),
        ):
            axes.barh(
                bars + shift,
                numbers(frame, key, scale),
                height=0.36,
                color=colour,
                hatch=hatch,
                edgecolor="white",
                linewidth=0.4,
                label=texts(label),
            )
        name_bars(axes, [names.get(sector, sector) for sector in frame["sector"]], unit)

    top = frame.iloc[0]
    alt = texts(
        "chart_reconciliation_alt",
        largest=names.get(top["sector"], top["sector"]),
        value=profile.quantity("co2").format(top["size"]),
        unit=unit,
    )
    return Chart(draw_bars(draw, len(frame)), texts("chart_reconciliation"), alt, note)


def value_charts(data: ReportData, profile: Profile, texts: Texts) -> list[Chart]:
    """Value by method, one figure per unit of measure: values that stand beside each other, never added."""
    if "value" not in data.accounts:
        return []
    sums = method_sums(data).dropna(subset=["value"])
    charts = []
    for measure, part in sums.groupby("measure", sort=True):
        bounds = {"low": "value_low", "high": "value_high"}
        frame, note = largest(part.rename(columns=bounds), "value", profile, texts)
        charts.append(_value_chart(str(measure), frame, note, texts))
    return charts


def _value_chart(measure: str, frame: pd.DataFrame, note: str, texts: Texts) -> Chart:
    labels = [
        " · ".join(filter(None, (texts.label("value_method", method), price, year)))
        for method, price, year in zip(frame["method"], frame["price_id"], frame["price_year"])
    ]

    def draw(axes: Axes) -> None:
        bars = range(len(frame))
        axes.plot(frame["value"].to_numpy(), bars, "o", color=REMOVAL_COLOUR, markersize=7)
        draw_whiskers(axes, frame, "value", 1.0, 0.0)
        axes.set_xlim(left=min(0.0, float(frame["value"].min()) * 1.1))
        axes.margins(y=0.25)
        name_bars(axes, labels, measure)

    top = frame.iloc[0]
    caption = texts("chart_value", measure=measure)
    alt = texts("chart_value_alt", largest=labels[0], value=f"{top['value']:,.6g}", unit=measure)
    note = " ".join(filter(None, (texts("value_never_summed"), note)))
    return Chart(draw_bars(draw, len(frame)), caption, alt, note)
