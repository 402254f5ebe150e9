# SPDX-License-Identifier: GPL-2.0-or-later
"""Names of layers and values of fields are text wherever the docks show them or hand them out."""

from __future__ import annotations

import csv

import pytest
from checked_draft import OUTPUT
from desktop import wait_for
from layers_by_hand import make_layer, square
from qgis.core import Qgis, QgsApplication, QgsFeatureRequest, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt

MARKUP = "<img src='x'><b>甲</b> & 乙"
FORMULA = "=1+1"
LONG = "长" * 100_000
X, Y = 500_000.0, 3_300_000.0
#: What a baseline has of every unit.
FIGURES = {
    "area_ha": 1.0,
    "stock_tc": 10.0,
    "removal_tco2e_a": 2.0,
    "emission_tco2e_a": 7.0,
    "net_tco2e_a": 5.0,
}


@pytest.fixture
def findings(checked_once, desktop):
    """The findings of the draft in memory, three of them with ids that are no plain words."""
    file = QgsVectorLayer(str(checked_once / OUTPUT), MARKUP, "ogr")
    layer = file.materialize(QgsFeatureRequest())
    layer.setName(MARKUP)
    place = layer.fields().lookupField("plan_id")
    fids = sorted(layer.allFeatureIds())
    changes = dict(zip(fids, ({place: MARKUP}, {place: f"{FORMULA}\t\n{FORMULA}"}, {place: LONG})))
    layer.dataProvider().changeAttributeValues(changes)
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def hostile(plugin, findings):
    """The plan check dock with these findings, not grouped."""
    dock = plugin.frame.show("plan_check")
    dock.panel.filters.group_box.setCurrentIndex(dock.panel.filters.group_box.count() - 1)
    assert dock.choose_layer(findings)
    wait_for(lambda: dock.model.findings is not None)
    return dock


def row_with(dock, text):
    return dock.model.findings.columns["plan_id"].index(text)


def test_a_message_shows_the_name_of_a_layer_as_it_is(plugin, desktop):
    points = make_layer([("POINT(500000 3300000)", {"DLBM": "0101"})], name=MARKUP, kind="Point")
    QgsProject.instance().addMapLayer(points)
    plugin.frame.show("carbon_factors").choose_layer(points)
    # The bar of QGIS reads markup.
    (said,) = desktop.messages.texts(Qgis.MessageLevel.Warning)
    assert said.startswith("“&lt;img src='x'&gt;&lt;b&gt;甲&lt;/b&gt; &amp; 乙”")


@pytest.mark.parametrize("dock_id", ["plan_check", "carbon_account"])
def test_a_summary_is_never_markup(plugin, dock_id):
    assert plugin.frame.show(dock_id).panel.summary.textFormat() == Qt.TextFormat.PlainText


def test_a_finding_is_told_and_hinted_at_with_its_id_as_it_is(hostile):
    index = hostile.model.index_of(row_with(hostile, MARKUP))
    hostile.panel.tree.setCurrentIndex(index)
    assert MARKUP in hostile.panel.details.toPlainText()
    assert "<img" not in hostile.model.data(index, Qt.ItemDataRole.ToolTipRole)
    assert hostile.model.data(index, Qt.ItemDataRole.DisplayRole) == MARKUP


def test_a_very_long_id_is_shown_and_copied(hostile):
    hostile.panel.tree.setCurrentIndex(hostile.model.index_of(row_with(hostile, LONG)))
    hostile.panel.actions_by_name["copy"].trigger()
    assert LONG in QgsApplication.clipboard().text()


def test_what_is_copied_is_one_line_a_finding_and_calculates_nothing(hostile):
    hostile.panel.tree.clearSelection()
    hostile.panel.actions_by_name["copy"].trigger()
    lines = QgsApplication.clipboard().text().split("\n")
    assert len(lines) == 1 + len(hostile.model.findings)
    assert {line.count("\t") for line in lines} == {lines[0].count("\t")}
    ids = [line.split("\t")[0] for line in lines]
    assert f"'{FORMULA} {FORMULA}" in ids
    assert "<img" not in QgsApplication.clipboard().mimeData().html()


def test_an_exported_csv_calculates_nothing_and_a_workbook_holds_the_text(hostile, tmp_path):
    for name in ("f.csv", "f.xlsx"):
        hostile.deeds.export(tmp_path / name)
        wait_for(lambda: not hostile.works.is_busy)
    csv.field_size_limit(10**6)
    with (tmp_path / "f.csv").open(encoding="utf-8-sig", newline="") as stream:
        cells = [row["plan_id"] for row in csv.DictReader(stream)]
    assert sorted(cell[:5] for cell in cells if "=1+1" in cell) == [f"'{FORMULA}"]
    openpyxl = pytest.importorskip("openpyxl")
    sheet = openpyxl.load_workbook(tmp_path / "f.xlsx").active
    kinds = {cell.data_type for row in sheet.iter_rows(min_row=2) for cell in row}
    assert "f" not in kinds


def test_a_unit_named_like_mathematics_is_drawn_as_it_is(plugin, desktop):
    pytest.importorskip("matplotlib")
    dock = plugin.frame.show("carbon_account")
    names = ("$a^$", MARKUP, LONG)
    rows = [
        (square(X + 100 * number, Y), {"unit": name, "year": 2025, **FIGURES})
        for number, name in enumerate(names)
    ]
    layer = make_layer(rows, name=MARKUP)
    QgsProject.instance().addMapLayer(layer)
    assert dock.choose_layer(layer)
    wait_for(lambda: dock.panel.quantities.count() > 0)
    dock.panel.figure.canvas.draw()
    (axes,) = dock.panel.figure.figure.axes
    shown = [label.get_text() for label in axes.get_yticklabels()]
    assert r"\$a^\$" in shown
    assert max(map(len, shown)) < 60
