# SPDX-License-Identifier: GPL-2.0-or-later
"""Figures of the change between two dates: which class became which, on all ground and where it changed."""

from __future__ import annotations

import math

import pandas as pd

from ..domain.profiles import Profile
from .change_rows import class_name, class_order, present, transition_rows, years_of
from .charts import Chart
from .flow_chart import draw_flows
from .flow_labels import labels_of
from .flow_layout import OTHERS, flows_of
from .model import ReportData
from .texts import Texts

#: Where less than this share of the ground changed, a second figure shows the changes alone.
THIN = 0.25


def change_charts(data: ReportData, profile: Profile, texts: Texts) -> list[Chart]:
    """The flows of all ground, and, where the changes would be hairlines, those of the changes alone."""
    if "transitions" not in data.sink:
        return []
    rows = transition_rows(data)
    rows = rows[rows["area_ha"] > 0.0].reset_index(drop=True)
    if rows.empty:
        return []
    changes = rows[rows["from"] != rows["to"]].reset_index(drop=True)
    whole_ha, changed_ha = math.fsum(rows["area_ha"]), math.fsum(changes["area_ha"])
    charts = [_flows("chart_flows", rows, changes, data, profile, texts)]
    if 0.0 < changed_ha < THIN * whole_ha:
        charts.append(_flows("chart_changes", changes, changes, data, profile, texts))
    return charts


def _flows(
    text: str,
    rows: pd.DataFrame,
    changes: pd.DataFrame,
    data: ReportData,
    profile: Profile,
    texts: Texts,
) -> Chart:
    years = years_of(data)
    heads = (texts("opening"), texts("closing")) if years is None else tuple(map(str, years))

    def name_of(name: str) -> str:
        return texts("other_classes") if name == OTHERS else class_name(name, data, texts)

    order = present(rows, class_order(data))
    labels = labels_of(flows_of(rows, order), name_of, profile)
    flows = flows_of(rows, order, labels.pitch)
    names = {bar.name for bar in (*flows.left, *flows.right)}
    note = texts("chart_flows_others") if OTHERS in names else ""
    drawing = draw_flows(flows, labels, (heads[0], heads[1]), profile, texts)
    return Chart(drawing, texts(text), _in_words(text, changes, data, profile, texts), note)


def _in_words(text: str, changes: pd.DataFrame, data: ReportData, profile: Profile, texts: Texts) -> str:
    if changes.empty:
        return texts("chart_flows_none")
    top = changes.sort_values(["area_ha", "from", "to"], ascending=[False, True, True]).iloc[0]
    return texts(
        f"{text}_alt",
        start=class_name(top["from"], data, texts),
        end=class_name(top["to"], data, texts),
        value=profile.format_area(top["area_ha"]),
        unit=profile.unit("area", texts.language),
    )
