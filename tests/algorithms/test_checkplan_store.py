# SPDX-License-Identifier: GPL-2.0-or-later
"""The findings store through Processing: a layer that QGIS opens, kept from run to run, or left as it was."""

from __future__ import annotations

import sqlite3

import pytest
from layers_by_hand import (
    Log,
    check_draft,
    control_line,
    make_layer,
    manifest_of,
    notes_of,
    rows_of,
    square,
)
from qgis.core import QgsProcessingException, QgsVectorLayer

X, Y = 500_000.0, 3_300_000.0
PLAN = [(square(X, Y), "0703"), (square(X + 100, Y), "0703")]
MENDED = [(square(X, Y), "0703"), (square(X + 100, Y), "0101")]
FARMLAND = control_line((square(X - 10, Y - 10, 300, 60), {}))


@pytest.fixture
def store(tmp_path):
    return tmp_path / "冲突库.gpkg"


@pytest.fixture
def check(run, tmp_path, store):
    def call(plan=PLAN, **more):
        settings = {"FARMLAND": FARMLAND, "STORE": str(store), **more}
        return check_draft(run, tmp_path / "check.json", plan, **settings)

    return call


def stored(path, table="findings"):
    layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr")
    assert layer.isValid()
    return layer


def states(path):
    return {(row["plan_id"], row["rule_id"]): row["state"] for row in rows_of(stored(path))}


def test_the_store_is_a_layer_with_the_findings_where_they_lie(check, store):
    result, findings = check()
    layer = stored(store)
    assert layer.crs().authid() == "EPSG:4547"
    assert {row["finding_key"] for row in rows_of(layer)} == {f["finding_key"] for f in findings}
    areas = {feature["finding_key"]: feature.geometry().area() for feature in layer.getFeatures()}
    assert areas == pytest.approx({f["finding_key"]: 5_000.0 for f in findings})
    extent = layer.extent()
    assert (extent.width(), extent.height()) == pytest.approx((200.0, 50.0))
    history = rows_of(stored(store, "history"))
    assert {row["cause"] for row in history} == {"found"}
    facts = manifest_of(result)["store"]
    assert (facts["file"], facts["new"], facts["occurring"]) == (store.name, 4, 4)


def test_runs_fix_reopen_and_keep_exemptions(check, store, tmp_path):
    table = tmp_path / "t.csv"
    table.write_text("BSM,批准文号,有效期至\np1,某函7号,2026-06-30\n", encoding="utf-8")
    check(EXEMPTIONS=str(table))
    check(MENDED)
    assert set(states(store).values()) == {"exempted", "fixed"}
    result, _ = check()
    assert (result["ERRORS"], result["EXEMPTED"]) == (2, 2)
    assert states(store)["p2", "PBF-01"] == "open"
    result, _ = check(AS_OF="2026-07-01")
    assert result["EXEMPTED"] == 0
    assert set(states(store).values()) == {"open"}
    assert manifest_of(result)["store"]["reopened"] == 2


def test_an_approval_that_left_the_table_is_told_and_ends_with_its_expiry(check, store, tmp_path):
    """The row of p1 is deleted: the store still knows it, which must not go unsaid."""
    table = tmp_path / "t.csv"
    header = "BSM,批准文号,有效期至\n"
    table.write_text(f"{header}p1,某函7号,\np2,某函9号,\n", encoding="utf-8")
    result, _ = check(EXEMPTIONS=str(table))
    assert "exemption_on_record" not in notes_of(result)
    table.write_text(f"{header}p2,某函9号,\n", encoding="utf-8")
    result, _ = check(EXEMPTIONS=str(table))
    assert result["EXEMPTED"] == 4
    note = notes_of(result)["exemption_on_record"]
    assert (note["count"], note["values"]["documents"]) == (2, "某函7号")
    table.write_text(f"{header}p1,某函7号,2026-03-01\np2,某函9号,\n", encoding="utf-8")
    result, _ = check(EXEMPTIONS=str(table))
    assert (result["EXEMPTED"], states(store)["p1", "PBF-01"]) == (2, "open")
    result, _ = check()
    assert (result["EXEMPTED"], "exemption_on_record" in notes_of(result)) == (2, False)


def test_open_findings_that_a_check_does_not_reach_are_told(check, store):
    """The draft goes on under another name and without its second parcel: nobody may take that for mended."""
    check()
    mended = make_layer([(square(X, Y), {"BSM": "p1", "YDYHFLDM": "0101"})], name="GHYDYH_2")
    result, _ = check(mended)
    assert set(states(store).values()) == {"open"}
    note = notes_of(result)["stored_beyond"]
    assert note["count"] == 4
    assert note["values"]["layer"] == "GHYDYH_2"
    result, _ = check(MENDED)
    assert "stored_beyond" not in notes_of(result)


def test_a_decision_made_by_hand_applies_in_the_next_check(check, store):
    from dualcarbon.plugin.domain.exemptions import Exemption
    from dualcarbon.plugin.domain.findings_store import set_state

    _, findings = check()
    keys = [f["finding_key"] for f in findings if f["plan_id"] == "p2"]
    approved = Exemption(document_no="某函8号", reason="已批")
    set_state(store, keys, "exempted", changed="2026-04-09T08:00:00.000Z", exemption=approved)
    result, findings = check()
    assert result["EXEMPTED"] == 2
    assert {f["document_no"] for f in findings} == {None, "某函8号"}


def test_a_spatial_index_made_in_qgis_does_not_keep_the_next_run_out(check, store):
    check(MENDED)
    layer = stored(store)
    layer.dataProvider().createSpatialIndex()
    del layer
    with sqlite3.connect(store) as found:
        names = {row[0] for row in found.execute("SELECT name FROM sqlite_master")}
    assert "rtree_findings_geom" in names
    check()
    assert len(rows_of(stored(store))) == 4


@pytest.mark.parametrize("moment", [99.0, 99.5, 100.0])
def test_a_cancel_or_failure_leaves_the_store_as_it_was(
    check, provider, store, tmp_path, monkeypatch, moment
):
    import processing
    from dualcarbon.plugin.domain.findings_store import update

    check(MENDED)
    before = store.read_bytes()

    class Stopper(Log):
        def setProgress(self, progress):
            if progress >= moment:
                self.cancel()

    parameters = {
        "PLAN": make_layer([(wkt, {"BSM": f"p{n}", "C": code}) for n, (wkt, code) in enumerate(PLAN, 1)]),
        **{"PLAN_FIELD": "C", "PLAN_ID_FIELD": "BSM", "PLAN_CLASSIFICATION": "cn_landsea_2023"},
        **{"FARMLAND": FARMLAND, "LINE_ID_FIELD": "BSM", "STORE": str(store)},
        "OUTPUT": str(tmp_path / "out.gpkg"),
    }
    with pytest.raises(QgsProcessingException, match="cancelled"):
        processing.run("dualcarbon:checkplan", parameters, feedback=Stopper())
    assert store.read_bytes() == before
    assert not (tmp_path / "out.gpkg").exists()

    def break_off(_connection):
        raise OSError("disk full")

    monkeypatch.setattr(update, "_describe_extent", break_off)
    with pytest.raises(QgsProcessingException, match="disk full"):
        processing.run("dualcarbon:checkplan", parameters, feedback=Log())
    assert store.read_bytes() == before
    assert not (tmp_path / "out.gpkg").exists()


def test_what_is_no_store_is_refused_before_the_work_and_stays(check, store):
    store.write_bytes(b"some workbook, and a long one" * 99)
    with pytest.raises(QgsProcessingException, match="not a store of this plugin"):
        check()
    assert store.read_bytes().startswith(b"some workbook")


def test_a_plan_in_another_crs_needs_another_store(check, store):
    check()
    elsewhere = make_layer(
        [(square(X, Y), {"BSM": "p1", "YDYHFLDM": "0703"})], crs="EPSG:4548", name="GHYDYH"
    )
    line = control_line((square(X - 10, Y - 10, 300, 60), {}), crs="EPSG:4548")
    with pytest.raises(QgsProcessingException, match="EPSG:4547"):
        check(elsewhere, FARMLAND=line)
