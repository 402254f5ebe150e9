# SPDX-License-Identifier: GPL-2.0-or-later
"""The live balance dock: figures that move with the plan, as a full check and a sink baseline give them."""

from __future__ import annotations

import math

import pytest
from desktop import settle, wait_for
from layers_by_hand import control_line, draft_layer, make_layer, square
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

X, Y = 500_000.0, 3_300_000.0
#: A homestead and a field on farmland, and a road; a hectare each.
PARCELS = [(square(X, Y), "0703"), (square(X + 100, Y), "0101"), (square(X + 200, Y), "1202")]
FULL_CHECK = ("ERRORS", "ERROR_AREA_HA", "FINDING_AREA_HA", "STOCK_LOSS_TCO2", "REMOVAL_FORGONE_TCO2E_A")
STOCK, REMOVAL, EMISSION, NET, OVER_YEARS = range(5)
ERRORS = "Error · Permanent basic farmland"
CODE = 1


@pytest.fixture
def plan(desktop):
    """The draft, farmland under its first and half of its second parcel, and the field there today."""
    layers = [
        draft_layer(PARCELS),
        control_line((square(X, Y, 150, 100), {})),
        make_layer([(square(X, Y, 300, 100), {"DLBM": "0101"})], name="DLTB"),
    ]
    QgsProject.instance().addMapLayers(layers)
    return layers[0]


def choices(**more):
    """What the dock is asked with, by the layers of the project."""
    return {
        "PLAN": layer("GHYDYH").id(),
        "PLAN_FIELD": "YDYHFLDM",
        "PLAN_ID_FIELD": "BSM",
        "PLAN_CLASSIFICATION": "cn_landsea_2023",
        "FARMLAND": layer("YJJBNTBHTB").id(),
        "BASE": layer("DLTB").id(),
        "BASE_FIELD": "DLBM",
        "BASE_CLASSIFICATION": "cn_third_survey",
        "LINE_ID_FIELD": "BSM",
        "AS_OF": "2026-04-01",
        "AREA_RULE": "planar",
        **more,
    }


def layer(name):
    (found,) = QgsProject.instance().mapLayersByName(name)
    return found


@pytest.fixture
def dock(plugin, plan):
    """The dock with the plan and its lines chosen."""
    made = plugin.frame.show("live_balance")
    made.panel.setup.fill(choices())
    return made


@pytest.fixture
def live(dock, plan):
    """The dock following the plan, which is being edited."""
    dock.panel.start.trigger()
    wait_for(lambda: stage(dock) == "waiting")
    plan.startEditing()
    return dock


def stage(dock):
    return dock.session.stage.value


def edit(dock, change):
    """Do something to the plan, and wait for the figures."""
    done = []
    dock.session.shown.connect(done.append)
    change()
    wait_for(lambda: bool(done))
    dock.session.shown.disconnect(done.append)
    wait_for(lambda: stage(dock) == "current")
    return figures(dock)


def figures(dock):
    """What is shown of carbon, conflicts and quantities."""
    carbon = [(line.plan[0], line.baseline[0]) for line in dock.panel.carbon.lines]
    tables = [
        [(row.name, *row.cells) for row in model.rows]
        for model in (dock.panel.conflicts, dock.panel.quantities)
    ]
    return carbon, *tables


def number(value):
    """A number output; what is not known is NULL there."""
    return math.nan if value is None else value


def assert_like_the_tools(dock, plan):
    """The figures are those of a plan check and a sink baseline of the layer as it stands."""
    import processing

    given = {**choices(), "PLAN": plan, "OUTPUT": "memory:"}
    check = processing.run("dualcarbon:checkplan", given)
    totals = {name.upper(): value for name, value in dock.session.state.totals.items()}
    for name in FULL_CHECK:
        assert totals[name] == pytest.approx(number(check[name]), rel=1e-9, abs=1e-9, nan_ok=True), name
    units = make_layer([(square(X - 500, Y - 500, 2000), {"name": "all"})], name="units")
    baseline = processing.run(
        "dualcarbon:sinkbaseline",
        {
            "INPUT": plan,
            "CLASS_FIELD": "YDYHFLDM",
            "CLASSIFICATION": "cn_landsea_2023",
            "UNITS": units,
            "UNIT_FIELD": "name",
            "AREA_RULE": "planar",
            "OUTPUT": "memory:",
        },
    )
    for place, name in ((STOCK, "STOCK_TC"), (REMOVAL, "REMOVAL_TCO2E_A"), (EMISSION, "EMISSION_TCO2E_A")):
        told = [number(baseline[f"TOTAL_{name}{bound}"]) for bound in ("", "_LOW", "_HIGH")]
        shown = list(dock.panel.carbon.lines[place].plan)
        assert shown == pytest.approx(told, rel=1e-9, nan_ok=True), name


def test_showing_the_dock_does_not_make_the_project_a_changed_one(plugin):
    plugin.frame.show("live_balance")
    assert not QgsProject.instance().isDirty()


def test_figures_of_the_plan_as_it_was_opened(live, plan):
    assert_like_the_tools(live, plan)
    assert figures(live)[1] == [(ERRORS, "2", "1.0000 ha", "no change")]


def test_a_code_changed_shows_what_it_does_and_undo_takes_it_back(live, plan):
    """The homestead becomes the field that is there today: one hectare of error is gone."""
    before = figures(live)
    carbon, conflicts, quantities = edit(live, lambda: plan.changeAttributeValue(1, CODE, "0101"))
    assert conflicts == [(ERRORS, "0", "0.0000 ha", "▼ 2 less · ▼ 1.0000 ha less")]
    # 1.5 ha of farmland on 2 ha of fields; the floor is 80 %.
    (share,) = [row for row in quantities if "75 / ≥ 80 %" in row[1]]
    assert share[2:] == ("doubtful", "▼ 75 % points less")
    line = live.panel.carbon.lines[STOCK]
    assert line.since == pytest.approx(carbon[STOCK][0] - before[0][STOCK][0])
    assert line.since == pytest.approx(carbon[STOCK][1] - before[0][STOCK][1])
    assert_like_the_tools(live, plan)
    assert edit(live, lambda: plan.undoStack().undo())[1:] == before[1:]
    assert [line.since for line in live.panel.carbon.lines] == [0.0] * 5
    assert_like_the_tools(live, plan)


def test_drawing_reshaping_and_deleting(live, plan):
    drawn = QgsFeature(plan.fields())
    drawn.setAttributes(["p9", "0301"])
    drawn.setGeometry(QgsGeometry.fromWkt(square(X, Y + 200, 50)))
    edit(live, lambda: plan.addFeature(drawn))
    assert_like_the_tools(live, plan)
    edit(live, lambda: plan.changeGeometry(1, QgsGeometry.fromWkt(square(X, Y, 50, 100))))
    assert figures(live)[1][0][1:] == ("2", "0.5000 ha", "▼ 0.5000 ha less")
    assert_like_the_tools(live, plan)
    edit(live, lambda: plan.deleteFeature(2))
    assert_like_the_tools(live, plan)
    assert live.panel.footer.text().startswith("3 parcels; errors on 0.5000 ha.")


def test_ground_without_a_known_class_is_told_with_its_area(live, plan):
    """A quarter of a hectare outside today's land cover has no class before the plan."""
    drawn = QgsFeature(plan.fields())
    drawn.setAttributes(["p9", "0301"])
    drawn.setGeometry(QgsGeometry.fromWkt(square(X, Y + 200, 50)))
    edit(live, lambda: plan.addFeature(drawn))
    assert "0.2500 ha" in live.panel.unknown.text()


def test_findings_of_the_parcel_just_edited_with_rule_and_remedy(live, plan, desktop):
    edit(live, lambda: plan.changeGeometry(1, QgsGeometry.fromWkt(square(X, Y, 60, 100))))
    rows = [(row.name, *row.cells[:2]) for row in live.panel.findings.rows]
    assert rows == [("p1", "PBF-01", "Error"), ("p1", "PBF-06", "Error")]
    told = live.panel.remedy.toPlainText()
    assert "PBF-01" in told
    assert "Remedy" in told
    live.panel.finding_table.activated.emit(live.panel.findings.index(0, 0))
    assert desktop.canvas.extent().contains(plan.getFeature(1).geometry().boundingBox())
    edit(live, lambda: plan.changeAttributeValue(3, CODE, "0101"))
    assert live.panel.findings.rows == []
    assert not live.panel.zoom.isEnabled()


def test_the_next_session_of_editing_counts_from_its_own_beginning(live, plan):
    edit(live, lambda: plan.deleteFeature(1))
    assert live.panel.carbon.lines[STOCK].since != 0.0
    assert plan.commitChanges()
    wait_for(lambda: stage(live) in ("waiting", "current"))
    plan.startEditing()
    assert [line.since for line in live.panel.carbon.lines] == [0.0] * 5
    assert figures(live)[1] == []


def test_a_rollback_brings_the_figures_back(live, plan):
    before = figures(live)
    edit(live, lambda: plan.deleteFeature(1))
    edit(live, lambda: plan.rollBack())
    assert figures(live)[1:] == before[1:]
    assert_like_the_tools(live, plan)
    plan.startEditing()


def test_a_code_that_cannot_be_read_stops_the_figures_until_it_is_mended(live, plan):
    plan.changeAttributeValue(1, CODE, "0703 or so")
    wait_for(lambda: stage(live) == "stopped")
    assert "0703 or so" in live.panel.stage.text()
    edit(live, lambda: plan.changeAttributeValue(1, CODE, "0703"))
    assert "Up to date" in live.panel.stage.text()


def test_a_layer_that_goes_leaves_no_figures_and_no_choice(live, plan):
    plan.rollBack()
    QgsProject.instance().removeMapLayer(plan.id())
    assert stage(live) == "stopped"
    assert figures(live) == ([], [], [])
    assert "PLAN" not in live.panel.setup.values()
    assert live.panel.start.isEnabled()


def test_stopping_while_it_is_prepared(dock, plan):
    dock.panel.start.trigger()
    assert stage(dock) == "preparing"
    assert dock.panel.progress.isVisible()
    dock.panel.stop.trigger()
    assert stage(dock) == "off"
    assert not dock.panel.progress.isVisible()
    wait_for(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    assert dock.session.plan is None


def test_what_a_check_refuses_is_told(dock, desktop):
    dock.panel.setup.fill(choices(FARMLAND=None))
    dock.panel.start.trigger()
    wait_for(lambda: stage(dock) == "stopped")
    assert any("FARMLAND" in text for text in desktop.messages.texts(Qgis.MessageLevel.Critical))


def test_choices_are_kept_in_the_project_when_the_user_changes_them(plugin, plan, tmp_path):
    dock, project = plugin.frame.show("live_balance"), QgsProject.instance()
    assert project.readEntry("dualcarbon", "live/parameters", "")[0] == ""
    path, options = str(tmp_path / "draft.gpkg"), QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(plan, path, project.transformContext(), options)
    saved = project.addMapLayer(QgsVectorLayer(path, "saved", "ogr"))
    assert dock.choose_layer(saved)
    chosen = {"PLAN": saved.id(), "PLAN_FIELD": "YDYHFLDM", "PLAN_ID_FIELD": "BSM"}
    assert chosen.items() <= dock.panel.setup.values().items()
    assert project.write(str(tmp_path / "plan.qgs"))
    project.clear()
    assert "PLAN" not in dock.panel.setup.values()
    assert not project.isDirty()
    assert project.read(str(tmp_path / "plan.qgs"))
    assert chosen.items() <= dock.panel.setup.values().items()
    assert not project.isDirty()


def test_the_form_is_filled_from_the_last_check(plugin, checked, tmp_path):
    dock = plugin.frame.show("live_balance")
    dock.panel.take.trigger()
    values = dock.panel.setup.values()
    assert values["PLAN"] == checked[0].id()
    assert (values["PLAN_ID_FIELD"], values["AREA_RULE"], values["AS_OF"]) == ("BSM", "planar", "2026-04-01")
    assert "FARMLAND" in values
    # The check wrote its outputs in Chinese, as tools do unless told otherwise; QGIS speaks English here.
    assert values["LANGUAGE"] == "en"
    dock.panel.start.trigger()
    wait_for(lambda: stage(dock) == "waiting")
    # Three homesteads with two findings each, on 2.25 ha of farmland.
    assert figures(dock)[1] == [(ERRORS, "6", "2.2500 ha", "no change")]


def test_targets_are_shown_as_use_of_what_is_allowed(dock, plan):
    targets = make_layer(
        [(None, {"indicator": "cultivated_area", "target": "≥0.8", "unit": "hm²"})], name="targets"
    )
    QgsProject.instance().addMapLayer(targets)
    dock.panel.setup.fill(choices(TARGETS=targets.id()))
    dock.panel.start.trigger()
    wait_for(lambda: stage(dock) == "waiting")
    plan.startEditing()
    row = dock.panel.quantities.rows[0]
    assert row.cells == ("1 / ≥ 0.8 hm²", "kept", "no change")
    edit(dock, lambda: plan.changeGeometry(2, QgsGeometry.fromWkt(square(X + 100, Y, 50, 100))))
    row = dock.panel.quantities.rows[0]
    assert row.cells == ("0.5 / ≥ 0.8 hm²", "not kept", "▼ 0.5 hm² less")
    assert row.bar == pytest.approx(0.625)


def test_everything_is_copied_as_one_table(live):
    live.panel.copy.trigger()
    lines = [line.split("\t") for line in QgsApplication.clipboard().text().splitlines()]
    (stock,) = [line for line in lines if line[0] == "Carbon stock"]
    assert stock[1] == "t C"
    assert float(stock[2]) == live.panel.carbon.lines[STOCK].plan[0]
    assert [
        "Severity and line",
        "Findings",
        "Ground (ha)",
        "Change of findings",
        "Change of ground (ha)",
    ] in lines
    assert [ERRORS, "2", "1.0", "0", "0.0"] in lines
    assert lines[:2] == [["State of the live balance"], ["Waiting for edits of “GHYDYH”."]]


def test_unloading_while_a_plan_is_followed_leaves_nothing(desktop, plan):
    from dualcarbon import classFactory

    signals = (plan.featureAdded, plan.geometryChanged, plan.editingStarted, plan.willBeDeleted)
    heard = [plan.receivers(signal) for signal in signals]
    for _round in range(5):
        plugin = classFactory(desktop)
        plugin.initGui()
        shown = plugin.frame.show("live_balance")
        shown.panel.setup.fill(choices())
        shown.panel.start.trigger()
        wait_for(lambda dock=shown: stage(dock) == "waiting")
        plugin.unload()
        settle()
        assert [plan.receivers(signal) for signal in signals] == heard
