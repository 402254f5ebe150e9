# SPDX-License-Identifier: GPL-2.0-or-later
"""The path of the projected baseline: stock above, yearly removal below, each with its interval."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from ..domain.profiles import Profile
from .bars import GRID_COLOUR, draw_panels, legend_above
from .charts import EMISSION_COLOUR, REMOVAL_COLOUR, Chart
from .model import ReportData
from .projection_tables import path_rows
from .texts import Texts

if TYPE_CHECKING:
    from matplotlib.axes import Axes

STOCK_COLOUR = "#01665e"
#: Target years that have room beneath the axis, each named.
YEARS_NAMED = 10


def projection_charts(data: ReportData, profile: Profile, texts: Texts) -> list[Chart]:
    """One figure of two panels; years lie as far apart as they are."""
    path = path_rows(data)
    if len(path) < 2:
        return []

    def draw(panels: list[Axes]) -> None:
        upper, lower = panels
        _draw_path(upper, path, "stock_tc", STOCK_COLOUR, "o-", "col_stock", "carbon", profile, texts)
        _draw_path(
            lower, path, "removal_tco2e_a", REMOVAL_COLOUR, "o-", "col_removal", "flux", profile, texts
        )
        if path["emission_tco2e_a"].notna().any():
            _draw_path(
                lower,
                path,
                "emission_tco2e_a",
                EMISSION_COLOUR,
                "s--",
                "col_emission",
                "flux",
                profile,
                texts,
            )
        upper.set_ylabel(profile.header(texts("col_stock"), "carbon", texts.language))
        unit = profile.unit("flux", texts.language)
        lower.set_ylabel(texts("chart_path_flux", unit=unit))
        lower.set_xlabel(texts("year"))
        for axes in panels:
            if len(path) <= YEARS_NAMED:
                axes.set_xticks(path["year"].to_numpy())
            legend_above(axes)

    last = path.iloc[-1]
    alt = texts(
        "chart_path_alt",
        first=int(path["year"].iloc[0]),
        last=int(last["year"]),
        value=profile.quantity("carbon").format(last["stock_tc"]),
        unit=profile.unit("carbon", texts.language),
    )
    known = path[["stock_tc_low", "stock_tc_high"]].notna().all(axis=1)
    note = "" if known.all() else texts("chart_path_open")
    return [Chart(draw_panels(draw, 2, 4.6), texts("chart_path"), alt, note)]


def _draw_path(
    axes: Axes,
    path: pd.DataFrame,
    key: str,
    colour: str,
    line: str,
    label: str,
    quantity: str,
    profile: Profile,
    texts: Texts,
) -> None:
    scale = profile.quantity(quantity).per_base
    known = path[path[key].notna()]
    years = known["year"].to_numpy()
    axes.plot(years, known[key].to_numpy() * scale, line, color=colour, markersize=4.5, label=texts(label))
    bounded = known[known[[f"{key}_low", f"{key}_high"]].notna().all(axis=1)]
    low, high = (bounded[f"{key}{end}"].to_numpy() * scale for end in ("_low", "_high"))
    if len(bounded) == len(known):
        axes.fill_between(
            years,
            low,
            high,
            color=colour,
            alpha=0.16,
            linewidth=0.0,
            label=texts("chart_band", name=texts(label)),
        )
    else:
        # Bounds of some years only do not make a band.
        axes.vlines(bounded["year"].to_numpy(), low, high, color=colour, linewidth=1.4)
    axes.grid(axis="y", color=GRID_COLOUR, linewidth=0.6)
    axes.set_axisbelow(True)
    axes.margins(y=0.12)
    axes.yaxis.set_major_formatter(lambda value, _position: f"{value:,.10g}")
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
