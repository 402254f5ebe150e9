# SPDX-License-Identifier: GPL-2.0-or-later
"""States set in the dock live in the findings store: the next check, from the dock or not, keeps them."""

from __future__ import annotations

import processing
import pytest
from checked_draft import STORE, parameters
from desktop import settle, wait_for
from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtCore import QDate
from qgis.PyQt.QtWidgets import QDialogButtonBox


def stored(folder):
    """(parcel, rule) → (state, document) as the store has it."""
    from dualcarbon.plugin.domain.findings_store import read_findings

    table = read_findings(folder / STORE)
    rows = table[["plan_id", "rule_id", "state", "document_no"]].itertuples(index=False, name=None)
    return {(plan_id, rule): (state, document) for plan_id, rule, state, document in rows}


def shown(dock):
    frame = dock.model.findings.frame
    return {(p, r): s for p, r, s in zip(frame["plan_id"], frame["rule_id"], frame["state"])}


def select(dock, *parcels):
    """Select all findings of parcels in the tree."""
    dock.panel.filters.group_box.setCurrentIndex(dock.panel.filters.group_box.count() - 1)
    columns, tree = dock.model.findings.columns, dock.panel.tree
    tree.clearSelection()
    for row, plan_id in enumerate(columns["plan_id"]):
        if plan_id in parcels:
            index = dock.model.index_of(row)
            flags = tree.selectionModel().SelectionFlag
            tree.selectionModel().setCurrentIndex(index, flags.Select | flags.Rows)


def do(dock, name):
    dock.panel.actions_by_name[name].trigger()


def form_of(dock):
    from dualcarbon.plugin.docks.check.exempt import ExemptionForm

    (form,) = dock.panel.findChildren(ExemptionForm)
    return form


def test_an_exemption_needs_its_document_and_outlives_the_next_check(dock, checked, tmp_path):
    select(dock, "p1")
    do(dock, "exempt")
    form = form_of(dock)
    button = form.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not button.isEnabled()
    form.document.setText("某函7号")
    form.start.setDate(QDate(2026, 3, 1))
    form.end.setDate(QDate(2026, 2, 1))
    settle()
    assert "before it starts" in form.hint.text()
    assert not button.isEnabled()
    form.end.setDate(QDate(2026, 12, 31))
    settle()
    form.reason.setText("国家重点项目")
    button.click()
    wait_for(lambda: shown(dock)["p1", "PBF-01"] == "exempted")
    assert "Document: 某函7号" in dock.panel.details.toPlainText()
    plan, _findings = checked
    line = QgsProject.instance().mapLayersByName("YJJBNTBHTB")[0]
    again = processing.run(
        "dualcarbon:checkplan", {**parameters(plan, line, tmp_path), "OUTPUT": "TEMPORARY_OUTPUT"}
    )
    assert again["EXEMPTED"] == 2
    assert stored(tmp_path)["p1", "PBF-06"] == ("exempted", "某函7号")


def test_fixed_and_open_again(dock, tmp_path, desktop):
    select(dock, "p2", "p3")
    do(dock, "fix")
    wait_for(lambda: shown(dock)["p3", "PBF-06"] == "fixed")
    assert {key: state for key, (state, _) in stored(tmp_path).items()} == shown(dock)
    assert [state for (parcel, _), state in shown(dock).items() if parcel == "p1"] == ["open", "open"]
    select(dock, "p2")
    do(dock, "reopen")
    wait_for(lambda: shown(dock)["p2", "PBF-01"] == "open")
    assert desktop.messages.texts(Qgis.MessageLevel.Success)[-1].startswith("2 finding(s) changed")


def test_without_a_store_states_cannot_be_set_and_the_button_says_why(dock):
    dock.panel.chooser.store_file.setFilePath("")
    wait_for(lambda: not dock.works.is_busy)
    select(dock, "p1")
    exempt = dock.panel.actions_by_name["exempt"]
    assert not exempt.isEnabled()
    assert "Choose a findings store" in exempt.toolTip()
    assert dock.panel.actions_by_name["recheck"].isEnabled()


def test_a_file_that_is_no_store_is_refused_and_nothing_is_shown_for_it(dock, tmp_path, desktop):
    (tmp_path / "other.gpkg").write_text("no database", encoding="utf-8")
    dock.panel.chooser.store_file.setFilePath(str(tmp_path / "other.gpkg"))
    wait_for(lambda: not dock.works.is_busy)
    (refusal,) = desktop.messages.texts(Qgis.MessageLevel.Critical)
    assert "other.gpkg" in refusal
    assert dock.model.findings is None
    dock.panel.chooser.store_file.setFilePath("")
    wait_for(lambda: dock.model.findings is not None)


def test_the_store_itself_can_be_looked_at(dock, tmp_path):
    from qgis.core import QgsVectorLayer

    layer = QgsVectorLayer(f"{tmp_path / STORE}|layername=findings", "store", "ogr")
    QgsProject.instance().addMapLayer(layer)
    assert dock.choose_layer(layer)
    wait_for(lambda: not dock.works.is_busy)
    assert not dock.panel.chooser.store_file.isEnabled()
    select(dock, "p3")
    do(dock, "fix")
    wait_for(lambda: shown(dock)["p3", "PBF-01"] == "fixed")
    assert stored(tmp_path)["p3", "PBF-01"][0] == "fixed"


def test_chosen_parcels_are_checked_again_with_edits_that_are_not_saved(dock, checked, tmp_path, desktop):
    """p3 becomes a field: its findings are fixed, those of the other parcels stay open."""
    plan, _findings = checked
    plan.startEditing()
    p3 = next(feature for feature in plan.getFeatures() if feature["BSM"] == "p3")
    plan.changeAttributeValue(p3.id(), plan.fields().lookupField("YDYHFLDM"), "0101")
    select(dock, "p2", "p3")
    do(dock, "recheck")
    wait_for(lambda: not dock.host.runner.is_busy and not dock.works.is_busy)
    assert desktop.messages.texts()[-1] == "2 parcel(s) checked again: 2 errors, 0 warnings."
    states = {key: state for key, (state, _) in stored(tmp_path).items()}
    assert states == shown(dock)
    assert {state for (parcel, _), state in states.items() if parcel == "p3"} == {"fixed"}
    assert {state for (parcel, _), state in states.items() if parcel != "p3"} == {"open"}
    assert plan.selectedFeatureCount() == 0
    plan.rollBack()


def test_a_recheck_without_a_manifest_says_what_to_do(dock, tmp_path, desktop):
    from dualcarbon.plugin.gis.outputs import MANIFEST_SUFFIX
    from osgeo import gdal

    for path in tmp_path.glob(f"*{MANIFEST_SUFFIX}"):
        path.unlink()
    dataset = gdal.OpenEx(str(tmp_path / "findings.gpkg"), gdal.OF_VECTOR | gdal.OF_UPDATE)
    dataset.GetLayer(0).SetMetadataItem("manifest", None, "dualcarbon")
    del dataset
    select(dock, "p1")
    do(dock, "recheck")
    (refusal,) = desktop.messages.texts(Qgis.MessageLevel.Critical)
    assert "No run manifest" in refusal


@pytest.mark.parametrize("name", ["exempt", "fix", "zoom", "recheck"])
def test_nothing_can_be_done_without_a_selection(dock, name):
    dock.panel.tree.clearSelection()
    assert not dock.panel.actions_by_name[name].isEnabled()


def test_an_exemption_is_for_the_findings_that_were_chosen_when_it_was_asked_for(dock, checked, tmp_path):
    select(dock, "p1")
    do(dock, "exempt")
    form = form_of(dock)
    form.document.setText("某函7号")
    select(dock, "p3")
    form.accept()
    wait_for(lambda: not dock.works.is_busy)
    exempted = {
        plan_id for (plan_id, _rule), (state, _document) in stored(tmp_path).items() if state == "exempted"
    }
    assert exempted == {"p1"}


def test_a_layer_that_goes_while_a_state_is_written_stays_away(dock, checked, desktop):
    select(dock, "p1")
    do(dock, "fix")
    QgsProject.instance().removeMapLayer(checked[1])
    wait_for(lambda: not dock.works.is_busy)
    assert dock.model.findings is None
    assert STORE in desktop.messages.texts()[-1]


def test_a_layer_that_goes_while_an_exemption_is_asked_for_is_not_written(dock, checked, tmp_path, desktop):
    before = stored(tmp_path)
    select(dock, "p1")
    do(dock, "exempt")
    form = form_of(dock)
    form.document.setText("某函7号")
    QgsProject.instance().removeMapLayer(checked[1])
    form.accept()
    settle()
    assert stored(tmp_path) == before
    assert "nothing was written" in desktop.messages.texts(Qgis.MessageLevel.Warning)[-1]


def test_the_findings_of_a_recheck_may_be_gone_before_it_ends(dock, checked, desktop):
    dock.panel.chooser.store_file.setFilePath("")
    wait_for(lambda: not dock.works.is_busy)
    dock.deeds._show_recheck(1, {"OUTPUT": "taken away", "ERRORS": 0, "WARNINGS": 0})
    assert desktop.messages.texts(Qgis.MessageLevel.Success)[-1].startswith("1 parcel(s) checked again")
    assert dock.panel.chooser.layer is checked[1]
