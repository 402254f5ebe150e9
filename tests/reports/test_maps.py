# SPDX-License-Identifier: GPL-2.0-or-later
"""Maps as readers see them: what lies where, what the legend names, how long a kilometre is."""

from __future__ import annotations

import threading
from types import SimpleNamespace

import numpy as np
import pytest
import shapely

pytest.importorskip("qgis.core")

from dualcarbon.plugin.domain.errors import Cancelled
from dualcarbon.plugin.gis import map_furniture
from dualcarbon.plugin.gis.map_layers import memory_layer, style_control_line
from dualcarbon.plugin.gis.maps import DPI, MAP_MM, MapLayer, MapTexts, draw_map
from dualcarbon.plugin.gis.styles import style_layer
from dualcarbon.plugin.reports.sink_maps import change_layers
from dualcarbon.plugin.reports.texts import Texts
from qgis.core import QgsCoordinateReferenceSystem
from qgis.PyQt.QtGui import QColor, QImage

TEXTS = MapTexts("三线套合图 <b>", "北", "样例县", "2026-01-01", "© 样例")
METRES = "EPSG:4547"


def parcels(boxes, crs=METRES, severity="error", style="findings"):
    columns = {"severity": [severity] * len(boxes), "state": ["open"] * len(boxes)}
    layer = memory_layer(
        "x", QgsCoordinateReferenceSystem(crs), [shapely.box(*box) for box in boxes], columns
    )
    if style:
        assert style_layer(layer, style)
    return layer


def picture(layers, texts=TEXTS):
    image = QImage.fromData(draw_map(layers, texts))
    assert not image.isNull()
    return image


def colour_at(image, east, north, box):
    """The colour of the map of the extent ``box`` at a point, for extents fitted by height."""
    left, top, width, height = (value / 25.4 * DPI for value in MAP_MM)
    scale = height / (box[3] - box[1])
    middle = (box[0] + box[2]) / 2
    x = left + width / 2 + (east - middle) * scale
    y = top + (box[3] - north) * scale
    return QColor(image.pixel(round(x), round(y)))


def test_the_first_layer_lies_on_top_and_north_is_up(qgis_app):
    """Two squares of 1 km, one above the other, over a ground of noise-grey parcels."""
    south = parcels([(500_000, 3_300_000, 501_000, 3_301_000)], severity="ok", style="parcels")
    north = parcels([(500_000, 3_301_000, 501_000, 3_302_000)], severity="error", style="parcels")
    ground = parcels([(500_000, 3_300_000, 501_000, 3_302_000)], severity="noise", style="parcels")
    image = picture([MapLayer(south, ""), MapLayer(north, ""), MapLayer(ground, "")])
    box = (500_000, 3_300_000 - 40, 501_000, 3_302_000 + 40)
    assert colour_at(image, 500_500, 3_301_500, box).name() == "#e08a8f"
    assert colour_at(image, 500_500, 3_300_500, box).name() == "#e8efe8"
    assert QColor(image.pixel(60, image.height() // 2)).name() == "#ffffff"


def test_of_findings_on_one_ground_the_worst_lies_on_top(qgis_app):
    """Once the error comes first in the layer and once last: the map is the same."""
    box = shapely.box(500_000, 3_300_000, 501_000, 3_301_000)
    crs = QgsCoordinateReferenceSystem(METRES)

    def drawn(*severities):
        states = ["exempted" if name == "exempted" else "open" for name in severities]
        named = ["error" if name == "exempted" else name for name in severities]
        layer = memory_layer("x", crs, [box] * len(named), {"severity": named, "state": states})
        style_layer(layer, "findings")
        return draw_map([MapLayer(layer, "")], TEXTS)

    mixed = drawn("error", "exempted", "noise", "info", "warning")
    assert mixed == drawn("exempted", "noise", "info", "warning", "error")
    assert mixed != drawn("error", "noise", "info", "warning")


def test_the_legend_names_only_what_is_shown_in_words_beside_the_patterns(qgis_app, monkeypatch):
    written = []
    write = map_furniture.Pen.write

    def listen(self, text, *args, **named):
        written.append(text)
        write(self, text, *args, **named)

    monkeypatch.setattr(map_furniture.Pen, "write", listen)
    findings = parcels([(0, 0, 100, 100), (200, 0, 300, 100)])
    line = parcels([(0, 0, 300, 300)], style="")
    style_control_line(line, "#1E8449", 1)
    picture(
        [
            MapLayer(findings, "Findings", {"error": "✖ error (2)", "exempted": "exempted (1)"}),
            MapLayer(line, "Control lines", {"": "Redline (draft)"}),
            MapLayer(findings, "As styled"),
        ]
    )
    assert [text for text in written if text in ("Findings", "✖ error (2)", "exempted (1)")] == [
        *("Findings", "✖ error (2)", "exempted (1)")
    ]
    assert "Redline (draft)" in written
    assert "warning 警告" in written
    assert "三线套合图 <b>" in written
    assert "样例县 · 2026-01-01 · © 样例" in written


def test_a_crowded_legend_shrinks_and_leaves_nothing_out(qgis_app, monkeypatch):
    """Thirty lines of the usual height are higher than the map."""
    places = []
    write = map_furniture.Pen.write

    def listen(self, text, left, top, *args, **named):
        places.append((text, top, named["size_mm"]))
        write(self, text, left, top, *args, **named)

    monkeypatch.setattr(map_furniture.Pen, "write", listen)
    line = parcels([(0, 0, 300, 300)], style="")
    style_control_line(line, "#1E8449", 1)
    picture([MapLayer(line, "", {"": f"line {number}"}) for number in range(30)])
    lines = [(top, size) for text, top, size in places if text.startswith("line ")]
    assert len(lines) == 30
    assert max(top for top, _ in lines) + 3 < MAP_MM[1] + MAP_MM[3] - 9
    assert {size < map_furniture.NAME_MM for _, size in lines} == {True}


@pytest.mark.parametrize(
    ("crs", "box"),
    [
        (METRES, (500_000, 3_300_000, 510_000, 3_310_000)),
        # The same square of 10 km on EPSG:4547 in degrees.
        ("EPSG:4490", (114.0, 29.8182, 114.1035, 29.9084)),
    ],
)
def test_the_scale_is_that_of_the_ground(qgis_app, monkeypatch, crs, box):
    """10 km and a margin of 2 % on each side fill the height of 108 mm: 96 m to the millimetre."""
    scales = []
    draw = map_furniture.draw_scale
    monkeypatch.setattr(
        "dualcarbon.plugin.gis.maps.draw_scale",
        lambda pen, metres, *place: scales.append(metres) or draw(pen, metres, *place),
    )
    picture([MapLayer(parcels([box], crs), "")])
    assert scales == [pytest.approx(10_400 / MAP_MM[3], rel=0.005)]


@pytest.mark.parametrize("number", range(8))
def test_lines_differ_by_their_dashes_too(qgis_app, number):
    line = parcels([(0, 0, 300, 300)], style="")
    style_control_line(line, "#123456", number)
    layer = line.renderer().symbol().symbolLayer(0)
    dashes = tuple(layer.customDashVector()) if layer.useCustomDashPattern() else ()
    assert layer.color().name() == "#123456"
    others = set()
    for other in range(7):
        if other != number % 7:
            style_control_line(line, "#123456", other)
            beside = line.renderer().symbol().symbolLayer(0)
            others.add(tuple(beside.customDashVector()) if beside.useCustomDashPattern() else ())
    assert dashes not in others


def test_shorelines_are_drawn_as_lines(qgis_app):
    crs = QgsCoordinateReferenceSystem(METRES)
    shore = memory_layer("coast", crs, [shapely.LineString([(0, 0), (0, 1000)]), None], {})
    style_control_line(shore, "#2C3E50", 0)
    assert shore.featureCount() == 1
    image = picture([MapLayer(shore, "", {"": "Coast"})])
    colours = {QColor(image.pixel(x, 500)).name() for x in range(round(MAP_MM[2] / 25.4 * DPI))}
    assert "#2c3e50" in colours


def test_a_map_that_is_being_drawn_answers_a_cancel(qgis_app, monkeypatch):
    """A progress that refuses at once ends the drawing and comes through."""
    monkeypatch.setattr("dualcarbon.plugin.gis.maps.WATCH_S", 0.0)
    ground = parcels([(n, 0, n + 1, 1) for n in range(5_000)])

    def refuse(_share):
        raise Cancelled

    with pytest.raises(Cancelled):
        draw_map([MapLayer(ground, "")], TEXTS, refuse)


def test_a_map_can_be_drawn_outside_the_main_thread(qgis_app):
    """A plan check computes in a thread of its own, and its layers are made there."""
    drawn = []

    def work():
        drawn.append(draw_map([MapLayer(parcels([(0, 0, 100, 100)]), "Findings")], TEXTS))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    here = draw_map([MapLayer(parcels([(0, 0, 100, 100)]), "Findings")], TEXTS)
    pixels = [
        np.frombuffer(
            QImage.fromData(png).bits().asstring(QImage.fromData(png).sizeInBytes()), dtype=np.uint8
        )
        for png in (drawn[0], here)
    ]
    assert np.array_equal(*pixels)


@pytest.mark.parametrize(("units", "labelled"), [(["*"], False), (["甲镇"], True), (["*", "甲镇"], True)])
def test_the_unit_that_stands_for_all_ground_has_no_label(qgis_app, units, labelled):
    columns = {"unit": units, "change_tc": [1.0] * len(units), "area_ha": [1.0] * len(units)}
    boxes = [
        shapely.box(500_000 + 100 * k, 3_300_000, 500_100 + 100 * k, 3_300_100) for k in range(len(units))
    ]
    layer = memory_layer("x", QgsCoordinateReferenceSystem(METRES), boxes, columns)
    (shown,) = change_layers(SimpleNamespace(layers={"CHANGE": layer}), Texts("zh"))
    assert shown.layer.labelsEnabled() is labelled
