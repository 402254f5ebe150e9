# SPDX-License-Identifier: GPL-2.0-or-later
"""Charts: what they draw, what they leave out, and that they carry their own glyphs."""

from __future__ import annotations

import math
import re
from dataclasses import replace

import pandas as pd
import pytest
from dualcarbon.plugin.domain.classes import carbon_classes
from dualcarbon.plugin.domain.profiles import load_profile
from dualcarbon.plugin.reports import fonts
from dualcarbon.plugin.reports.bars import short_name
from dualcarbon.plugin.reports.charts import Chart, baseline_charts, check_charts
from dualcarbon.plugin.reports.model import ReportData
from dualcarbon.plugin.reports.texts import Texts

pytest.importorskip("matplotlib")


def charts_of(data: ReportData) -> list[Chart]:
    profile, texts = load_profile(data.profile), Texts(data.language)
    return [*baseline_charts(data, profile, texts), *check_charts(data, profile, texts)]


def test_no_name_of_a_shipped_class_is_cut() -> None:
    names = carbon_classes()
    for name in (*names["name_en"], *names["name_zh"]):
        assert short_name(name) == name
    assert short_name("x" * 50).endswith("…")


def test_four_charts_of_a_whole_report_name_the_largest(county: ReportData) -> None:
    charts = charts_of(county)
    assert [chart.caption for chart in charts] == [
        "各单元分碳库碳储量",
        "各单元年碳汇量与排放量",
        "各碳地类面积与碳储量占比",
        "各规则冲突面积",
    ]
    top = county.baseline_units.sort_values("stock_tc").iloc[-1]
    assert top["unit"] in charts[0].alt
    assert f"{top['stock_tc'] / 10_000:,.4f} 万吨碳" in charts[0].alt


def test_long_lists_show_the_largest_twenty_and_state_the_rest(county: ReportData) -> None:
    units = pd.DataFrame({"unit": [f"第{k}村" for k in range(50)], "area_ha": 1.0, "stock_tc": 100.0})
    for column in ("removal_tco2e_a", "emission_tco2e_a", "net_tco2e_a"):
        units[column] = math.nan
    charts = charts_of(
        replace(county, baseline_units=units, baseline_classes=None, findings=None, summary=None)
    )
    # Fifty equal units: the thirty left out hold 60 %.
    assert [chart.note for chart in charts] == ["图中为 50 项中最大的 20 项，其余 30 项占合计的 60.00 %。"]


def test_nothing_known_draws_nothing(county: ReportData) -> None:
    units = pd.DataFrame({"unit": ["甲"], "area_ha": [1.0], "stock_tc": [math.nan]})
    assert (
        charts_of(replace(county, baseline_units=units, baseline_classes=None, findings=None, summary=None))
        == []
    )


def test_glyphs_are_paths_where_a_chinese_font_is_there(
    county: ReportData, monkeypatch: pytest.MonkeyPatch
) -> None:
    if fonts.chinese_family() is not None:
        assert b"<text" not in charts_of(county)[0].drawing.svg()
    monkeypatch.setattr(fonts, "chinese_family", lambda: None)
    svg = charts_of(county)[0].drawing.svg().decode("utf-8")
    assert re.search(r"<text[^>]*>官渡镇</text>", svg)


def test_dollars_and_long_names_are_drawn_as_they_are(county: ReportData) -> None:
    units = county.baseline_units.assign(unit=["$a^b$ " + "x" * 80, *county.baseline_units["unit"][1:]])
    drawn = [chart.drawing.svg() for chart in charts_of(replace(county, baseline_units=units))]
    assert len(drawn) == 4


def test_charts_leave_the_settings_of_matplotlib_alone(county: ReportData) -> None:
    import matplotlib as mpl

    before = dict(mpl.rcParams)
    charts_of(county)
    assert dict(mpl.rcParams) == before
