# SPDX-License-Identifier: GPL-2.0-or-later
"""Charts of the report.

Colours are those of ColorBrewer's BrBG and of Okabe and Ito, which readers with a colour
vision deficiency can tell apart; severities carry hatches too.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from ..domain.profiles import Profile, format_rounded
from ..domain.stocks import known_sum
from .bars import (
    draw_bars,
    draw_net,
    draw_stacks,
    draw_whiskers,
    largest,
    name_bars,
    numbers,
)
from .baseline_tables import class_sums, unit_rows
from .check_rows import SEVERITIES, rule_sums
from .drawing import Drawing
from .model import ReportData
from .texts import Texts

if TYPE_CHECKING:
    from matplotlib.axes import Axes

POOL_COLOURS = {"agb": "#01665e", "bgb": "#80cdc1", "soc": "#8c510a", "dom": "#dfc27d"}
REMOVAL_COLOUR, EMISSION_COLOUR = "#01665e", "#bf812d"
AREA_COLOUR, STOCK_COLOUR = "#a6b1b7", "#01665e"
SEVERITY_COLOURS = {"error": "#b2182b", "warning": "#e08214", "info": "#2166ac", "noise": "#bdbdbd"}
SEVERITY_HATCHES = {"error": "xxx", "warning": "///", "info": "...", "noise": ""}


@dataclass(frozen=True)
class Chart:
    """A drawn chart: caption, text for readers who cannot see it, and what was left out."""

    drawing: Drawing
    caption: str
    alt: str
    note: str = ""


def matplotlib_is_there() -> bool:
    """Whether charts can be drawn; Matplotlib is a soft dependency of the plugin."""
    try:
        import matplotlib.figure
    except ImportError:
        return False
    return bool(matplotlib.figure)


def baseline_charts(data: ReportData, profile: Profile, texts: Texts) -> list[Chart]:
    """Stock by pool and unit, fluxes per unit, and class composition, each where its data is."""
    charts = []
    if data.baseline_units is not None and len(data.baseline_units):
        charts += [_stock_chart(data, profile, texts), _flux_chart(data, profile, texts)]
    if data.baseline_classes is not None and len(data.baseline_classes):
        charts.append(_class_chart(data, profile, texts))
    return [chart for chart in charts if chart is not None]


def check_charts(data: ReportData, profile: Profile, texts: Texts) -> list[Chart]:
    """Area of findings by rule."""
    if not data.has_check:
        return []
    chart = _rule_chart(data, profile, texts)
    return [] if chart is None else [chart]


def _stock_chart(data: ReportData, profile: Profile, texts: Texts) -> Chart | None:
    frame, note = largest(unit_rows(data), "stock_tc", profile, texts)
    if frame.empty:
        return None
    quantity = profile.quantity("carbon")

    def draw(axes: Axes) -> None:
        draw_stacks(
            axes,
            (
                (numbers(frame, f"{pool}_tc", quantity.per_base), (colour, ""), texts(f"col_{pool}"))
                for pool, colour in POOL_COLOURS.items()
            ),
        )
        draw_whiskers(axes, frame, "stock_tc", quantity.per_base, 0.0, label=texts("chart_interval"))
        name_bars(axes, frame["unit"], profile.header(texts("col_stock"), "carbon", texts.language))

    return _chart("chart_stock", frame, "unit", "stock_tc", "carbon", note, draw, profile, texts)


def _flux_chart(data: ReportData, profile: Profile, texts: Texts) -> Chart | None:
    units = unit_rows(data)
    units["turnover"] = units[["removal_tco2e_a", "emission_tco2e_a"]].fillna(0.0).sum(axis=1)
    if units[["removal_tco2e_a", "emission_tco2e_a"]].isna().all().all():
        return None
    frame, note = largest(units, "turnover", profile, texts)
    scale = profile.quantity("flux").per_base

    def draw(axes: Axes) -> None:
        rows = range(len(frame))
        removal = [-value for value in numbers(frame, "removal_tco2e_a", scale)]
        emission = numbers(frame, "emission_tco2e_a", scale)
        axes.barh(rows, removal, height=0.7, color=REMOVAL_COLOUR, label=texts("col_removal"))
        axes.barh(
            rows,
            emission,
            height=0.7,
            color=EMISSION_COLOUR,
            hatch="///",
            edgecolor="white",
            linewidth=0,
            label=texts("col_emission"),
        )
        draw_whiskers(axes, frame, "removal_tco2e_a", scale, -0.18, sign=-1.0, label=texts("chart_interval"))
        draw_whiskers(axes, frame, "emission_tco2e_a", scale, 0.18)
        draw_net(axes, frame, "net_tco2e_a", scale, profile.unit("flux", texts.language), texts)

    return _chart("chart_flux", frame, "unit", "removal_tco2e_a", "flux", note, draw, profile, texts)


def _class_chart(data: ReportData, profile: Profile, texts: Texts) -> Chart | None:
    classes = class_sums(data)
    stock_tc, area_ha = known_sum(classes["stock_tc"]), known_sum(classes["area_ha"])
    if not area_ha > 0:
        return None
    classes["label"] = [data.class_names.get(name, name) for name in classes["carbon_class"]]
    classes["area_share"] = classes["area_ha"] / area_ha
    classes["stock_share"] = classes["stock_tc"] / stock_tc if stock_tc else math.nan
    frame, note = largest(classes, "area_share", profile, texts)

    def draw(axes: Axes) -> None:
        rows = frame.index.to_numpy()
        axes.barh(
            rows - 0.19,
            numbers(frame, "area_share", 100.0),
            height=0.36,
            color=AREA_COLOUR,
            label=texts("col_area_share"),
        )
        axes.barh(
            rows + 0.19,
            numbers(frame, "stock_share", 100.0),
            height=0.36,
            color=STOCK_COLOUR,
            label=texts("col_stock_share"),
        )
        name_bars(axes, frame["label"], "%")

    return _chart("chart_classes", frame, "label", "area_share", "share", note, draw, profile, texts)


def _rule_chart(data: ReportData, profile: Profile, texts: Texts) -> Chart | None:
    frame, note = largest(rule_sums(data), "area_ha", profile, texts)
    if frame.empty:
        return None
    quantity = profile.quantity("area")

    def draw(axes: Axes) -> None:
        widths = numbers(frame, "area_ha", quantity.per_base)
        for severity in SEVERITIES:
            rows = frame.index[frame["severity"] == severity].to_numpy()
            if len(rows):
                axes.barh(
                    rows,
                    widths[rows],
                    height=0.62,
                    color=SEVERITY_COLOURS[severity],
                    edgecolor="white",
                    linewidth=0,
                    hatch=SEVERITY_HATCHES[severity],
                    label=texts.label("severity", severity),
                )
        for row, width in enumerate(widths):
            axes.annotate(
                format_rounded(width, quantity.decimals),
                (width, row),
                xytext=(4, 0),
                textcoords="offset points",
                va="center",
                fontsize=8,
            )
        axes.margins(x=0.14)
        name_bars(axes, frame["rule_id"], profile.header(texts("col_area"), "area", texts.language))

    return _chart("chart_rules", frame, "rule_id", "area_ha", "area", note, draw, profile, texts)


def _chart(
    text: str,
    frame: pd.DataFrame,
    name: str,
    key: str,
    quantity: str,
    note: str,
    draw: Callable[[Axes], None],
    profile: Profile,
    texts: Texts,
) -> Chart:
    top = frame.sort_values(key, ascending=False, kind="stable").iloc[0]
    value, unit = profile.quantity(quantity).format(top[key]), profile.unit(quantity, texts.language)
    alt = texts(f"{text}_alt", largest=top[name], value=value, unit=unit)
    return Chart(draw_bars(draw, len(frame)), texts(text), alt, note)
