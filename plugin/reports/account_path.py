# SPDX-License-Identifier: GPL-2.0-or-later
"""The path of an account over the years: emissions by sector upward, removal downward, net as a line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from ..domain.profiles import Profile
from ..domain.stocks import known_sum
from .account_rows import COUNTED, NO_SCOPE, sector_names
from .bars import GRID_COLOUR, LINE_COLOUR, draw_panels, legend_above
from .charts import REMOVAL_COLOUR, Chart
from .texts import Texts

if TYPE_CHECKING:
    from matplotlib.axes import Axes

#: Colours of Okabe and Ito with hatches, by sector; sectors of the user take those of the last entry.
LOOKS = {
    "buildings": ("#E69F00", ""),
    "transport": ("#56B4E9", "///"),
    "industry_energy": ("#D55E00", ""),
    "industry_process": ("#CC79A7", "xxx"),
    "energy": ("#F0E442", "..."),
    "agriculture": ("#009E73", "\\\\\\"),
    "fishery": ("#0072B2", ""),
    "marine": ("#0072B2", "///"),
    "waste": ("#999999", "++"),
    "": ("#5b5b5b", "oo"),
}
LAND_LOOK = ("#bf812d", "--")
#: Sectors drawn by themselves; the smaller ones are taken together.
SECTORS_DRAWN = 8
OTHERS = "*"
HEIGHT_IN = 2.5
#: Room above and below the columns, so that a mark at their end is whole.
HEADROOM = 0.08
#: Years that have room beneath the axis, each named.
YEARS_NAMED = 14


def emissions_by_sector(sectors: pd.DataFrame, rows: pd.DataFrame) -> pd.DataFrame:
    """Years × sectors of counted scopes (t CO2e); a year whose sectors are not booked has the total."""
    counted = sectors[sectors["scope"].isin((*COUNTED, NO_SCOPE))]
    table = counted.groupby(["year", "sector"])["value"].agg(known_sum).unstack("sector")
    table = table.reindex(sorted(rows["year"].astype(int)))
    size = table.abs().sum().sort_values(ascending=False, kind="stable")
    small = list(size.index[SECTORS_DRAWN:])
    if small:
        table[OTHERS] = table[small].sum(axis=1, min_count=1)
        table = table.drop(columns=small)
    order = list(sector_names("en"))
    table = table[sorted(table.columns, key=lambda name: order.index(name) if name in order else len(order))]
    bare = table.isna().all(axis=1)
    totals = rows.set_index(rows["year"].astype(int))["emission_tco2e"]
    if bare.any() and totals[bare[bare].index].notna().any():
        table[""] = totals.where(bare)
    return table


def path_chart(
    rows: pd.DataFrame, sectors: pd.DataFrame, caption: str, profile: Profile, texts: Texts
) -> Chart | None:
    """The account of one unit (or of all) by year; None where it holds no flux."""
    rows = rows.sort_values("year", kind="stable").reset_index(drop=True)
    flows = rows[["emission_tco2e", "land_tco2e_a", "removal_tco2e_a"]].notna().any(axis=1)
    if not flows.any():
        return None
    emissions = emissions_by_sector(sectors, rows)
    scale = profile.quantity("flux").per_base

    def draw(panels: list[Axes]) -> None:
        axes = panels[0]
        _stack(axes, rows, emissions, scale, texts)
        years = rows["year"].to_numpy()
        axes.bar(
            years,
            -rows["removal_tco2e_a"].fillna(0.0).to_numpy() * scale,
            width=0.7,
            color=REMOVAL_COLOUR,
            edgecolor="white",
            linewidth=0.5,
            label=texts("col_removal"),
        )
        net = rows[rows["net_tco2e"].notna()]
        axes.plot(
            net["year"].to_numpy(),
            net["net_tco2e"].to_numpy() * scale,
            "D-",
            color=LINE_COLOUR,
            markerfacecolor="white",
            linewidth=1.2,
            markersize=4.5,
            label=texts("col_net"),
        )
        axes.set_ylabel(texts("chart_account_axis", unit=profile.unit("flux", texts.language)))
        # Else the foot of a part without height at the end of a column would be an edge to stop at.
        axes.use_sticky_edges = False
        axes.margins(y=HEADROOM)
        dress_years(axes, rows["year"], texts)

    last = rows.iloc[-1]
    alt = texts(
        "chart_account_path_alt",
        first=int(rows["year"].iloc[0]),
        last=int(last["year"]),
        value=profile.quantity("flux").format(last["net_tco2e"]),
        unit=profile.unit("flux", texts.language),
    )
    return Chart(draw_panels(draw, 1, HEIGHT_IN), caption, alt, _net_note(rows[flows], texts))


def _net_note(rows: pd.DataFrame, texts: Texts) -> str:
    """The years that have no mark of a net emission."""
    years = rows.loc[rows["net_tco2e"].isna(), "year"]
    return texts("chart_net_open", years=texts.listed(str(int(year)) for year in years)) if len(years) else ""


def _stack(axes: Axes, rows: pd.DataFrame, emissions: pd.DataFrame, scale: float, texts: Texts) -> None:
    names = {**sector_names(texts.language), OTHERS: texts("chart_other_sectors"), "": texts("col_emission")}
    years = rows["year"].to_numpy()
    bottom = [0.0] * len(rows)
    parts = [
        (names.get(name, name), LOOKS.get(name, LOOKS[""]), emissions[name].fillna(0.0).to_numpy())
        for name in emissions.columns
    ]
    if rows["land_tco2e_a"].fillna(0.0).any():
        land = rows["land_tco2e_a"].fillna(0.0).to_numpy()
        parts.append((texts("col_land_emission"), LAND_LOOK, land))
    for label, (colour, hatch), values in parts:
        heights = values * scale
        axes.bar(
            years,
            heights,
            width=0.7,
            bottom=bottom,
            color=colour,
            hatch=hatch,
            edgecolor="white",
            linewidth=0.5,
            label=label,
        )
        bottom = [start + height for start, height in zip(bottom, heights)]


def dress_years(axes: Axes, years: pd.Series, texts: Texts) -> None:
    """Years below, a line at nothing, a grid, and the legend above."""
    axes.axhline(0.0, color=LINE_COLOUR, linewidth=0.8)
    first, last = int(years.min()), int(years.max())
    if last - first < YEARS_NAMED:
        axes.set_xticks(range(first, last + 1))
    axes.set_xlim(first - 0.7, last + 0.7)
    axes.set_xlabel(texts("year"))
    axes.xaxis.set_major_formatter(lambda value, _position: f"{value:.0f}")
    axes.yaxis.set_major_formatter(lambda value, _position: f"{value:,.10g}".replace("-", "−"))
    axes.grid(axis="y", color=GRID_COLOUR, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.tick_params(length=0)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    legend_above(axes)
