# SPDX-License-Identifier: GPL-2.0-or-later
"""The flow figure: bands as wide as their area, nothing lost where small classes are taken together."""

from __future__ import annotations

import math
import re

import pandas as pd
import pytest
from dualcarbon.plugin.domain.profiles import load_profile
from dualcarbon.plugin.reports.bars import WIDTH_IN
from dualcarbon.plugin.reports.change_charts import change_charts
from dualcarbon.plugin.reports.flow_chart import draw_flows, look_of
from dualcarbon.plugin.reports.flow_labels import GROUND_IN, LINE_IN, labels_of, rise_of
from dualcarbon.plugin.reports.flow_layout import CLASSES, GAP, OTHERS, Flows, flows_of, merge_small
from dualcarbon.plugin.reports.texts import Texts
from hypothesis import given, settings
from hypothesis import strategies as st
from sink_by_hand import change, sink_report, transitions

NAMES = [f"c{number:02d}" for number in range(20)]
MOVES = st.dictionaries(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)),
    st.floats(0.001, 1e6),
    min_size=1,
    max_size=60,
)


def rows_of(moves: dict[tuple[str, str], float]) -> pd.DataFrame:
    rows = [(start, end, area, 1.0 if start < end else -1.0) for (start, end), area in moves.items()]
    return pd.DataFrame(rows, columns=["from", "to", "area_ha", "change_tc"])


@settings(max_examples=60)
@given(MOVES)
def test_bands_fill_their_bars_without_gap_or_overlap(moves: dict[tuple[str, str], float]) -> None:
    flows = flows_of(rows_of(moves), NAMES)
    whole = math.fsum(moves.values())
    for bars, side, key in ((flows.left, "left", "start"), (flows.right, "right", "end")):
        for bar in bars:
            pieces = sorted(getattr(band, side) for band in flows.bands if getattr(band, key) == bar.name)
            assert pieces[0][0] == pytest.approx(bar.low, abs=1e-12)
            assert pieces[-1][1] == pytest.approx(bar.high, abs=1e-9)
            assert all(a[1] == pytest.approx(b[0], abs=1e-9) for a, b in zip(pieces, pieces[1:]))
    for band in flows.bands:
        assert band.left[1] - band.left[0] == pytest.approx(band.area_ha / whole, abs=1e-9)
        assert band.right[1] - band.right[0] == pytest.approx(band.area_ha / whole, abs=1e-9)


@settings(max_examples=60)
@given(MOVES)
def test_taking_small_classes_together_loses_no_area(moves: dict[tuple[str, str], float]) -> None:
    rows = rows_of(moves)
    merged = merge_small(rows, NAMES)
    changed = rows["from"] != rows["to"]
    for part, mask in ((merged, rows["area_ha"] > 0), (merged[merged["changed"]], changed)):
        assert math.fsum(part["area_ha"]) == pytest.approx(math.fsum(rows.loc[mask, "area_ha"]), rel=1e-9)
    assert len({*merged["from"], *merged["to"]} - {OTHERS}) <= CLASSES + 1


@settings(max_examples=60)
@given(MOVES, st.permutations(range(60)))
def test_the_order_of_the_rows_is_no_matter(moves: dict[tuple[str, str], float], mixed: list[int]) -> None:
    rows = rows_of(moves)
    order = [row for row in mixed if row < len(rows)]
    other = rows.iloc[order].reset_index(drop=True)
    assert merge_small(rows, NAMES).equals(merge_small(other, NAMES))


@settings(max_examples=60)
@given(MOVES, st.floats(0.0, 0.5))
def test_bars_leave_room_for_their_names(moves: dict[tuple[str, str], float], pitch: float) -> None:
    flows = flows_of(rows_of(moves), NAMES, pitch)
    for bars in (flows.left, flows.right):
        middles = [(bar.low + bar.high) / 2 for bar in bars]
        assert all(b - a >= pitch - 1e-9 for a, b in zip(middles, middles[1:]))
        assert all(b.low - a.high >= GAP - 1e-9 for a, b in zip(bars, bars[1:]))


@pytest.mark.parametrize(
    ("name", "lines"), [("Paddy", 1), ("水" * 20, 2), ("Industrial, mining and storage land", 2)]
)
def test_long_names_stand_above_their_areas(name: str, lines: int) -> None:
    labels = labels_of(flows(), lambda _name: name, load_profile("si"))
    assert labels.lines == lines
    assert (len(labels.left[0].split("\n")) == 2) == (lines == 2)
    assert labels.left_in + labels.bands_in + labels.right_in <= WIDTH_IN


def flows() -> Flows:
    moves = {("forest", "forest"): 50.0, ("forest", "crop"): 30.0, ("crop", "forest"): 20.0}
    return flows_of(rows_of(moves), ["forest", "crop"])


def test_ground_that_stays_runs_level_on_top() -> None:
    """Forest 80 of 100 ha on the left, 70 on the right: what stays is the upper 50 of both."""
    stays = next(band for band in flows().bands if not band.changed)
    assert stays.left == stays.right == (0.0, 0.5)


def test_bands_look_like_what_happens_to_their_stock() -> None:
    assert {(band.start, band.end): look_of(band) for band in flows().bands} == {
        ("forest", "forest"): "stays",
        ("forest", "crop"): "loses",
        ("crop", "forest"): "gains",
    }


def test_the_heads_stand_above_the_label_of_a_thin_first_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of 200 ha 1 ha is forest at the second date: its label of two lines rises by one line less 0.0025."""
    pytest.importorskip("matplotlib")
    from dualcarbon.plugin.reports import fonts

    monkeypatch.setattr(fonts, "chinese_family", lambda: None)
    rows = rows_of({("forest", "crop"): 199.0, ("crop", "forest"): 1.0})
    thin = flows_of(rows, ["forest", "crop"])
    labels = labels_of(thin, lambda _name: "Industrial, mining and storage land", load_profile("si"))
    assert rise_of(thin, labels) == pytest.approx(LINE_IN / GROUND_IN - 0.0025)
    assert rise_of(flows(), labels) == 0.0
    drawing = draw_flows(thin, labels, ("2018", "2023"), load_profile("si"), Texts("en"))
    svg = drawing.svg().decode("utf-8")
    (head,) = re.findall(r' y="([\d.]+)"[^>]*>2023, area \(ha\)<', svg)
    names = re.findall(r'translate\([\d.]+ ([\d.]+)\)">Industrial', svg)
    assert min(map(float, names)) - float(head) > 0.9 * 72 * LINE_IN


def test_few_changes_get_a_figure_of_their_own() -> None:
    """37 of 203 ha changed or were mapped once: bands of changes alone are drawn in a second figure."""
    pytest.importorskip("matplotlib")
    data = sink_report("en", change=change(), transitions=transitions())
    charts = change_charts(data, load_profile("si"), Texts("en"))
    assert [chart.caption for chart in charts] == [
        "Land use from the opening to the closing date",
        "Changes alone, in a scale of their own",
    ]
    assert "from Paddy field to Residential land with 20.0 ha" in charts[0].alt
    moved = sink_report("en", transitions=transitions([("a", "paddy", "residential", 1.0)]))
    assert len(change_charts(moved, load_profile("si"), Texts("en"))) == 1


def test_no_change_at_all_is_one_figure_and_nothing_mapped_none() -> None:
    pytest.importorskip("matplotlib")
    still = sink_report("en", transitions=transitions([("a", "paddy", "paddy", 1.0)]))
    (chart,) = change_charts(still, load_profile("si"), Texts("en"))
    assert chart.alt == "Flow figure: no ground changed its class."
    empty = sink_report("en", transitions=transitions([("a", "paddy", "paddy", 0.0)]))
    assert change_charts(empty, load_profile("si"), Texts("en")) == []


def test_bars_and_bands_are_labelled_with_names_and_areas(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("matplotlib")
    from dualcarbon.plugin.reports import fonts

    monkeypatch.setattr(fonts, "chinese_family", lambda: None)
    data = sink_report("zh", change=change(), transitions=transitions())
    svg = change_charts(data, load_profile("si"), Texts("zh"))[1].drawing.svg().decode("utf-8")
    for text in (
        "2018 面积（公顷）",
        "2023 面积（公顷）",
        "水田  24.0",
        "居住用地  20.0",
        "变化，碳储量减少",
    ):
        assert text in svg
