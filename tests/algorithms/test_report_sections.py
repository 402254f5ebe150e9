# SPDX-License-Identifier: GPL-2.0-or-later
"""Results of the other checks handed to the report: tables and layers of any format, each in its chapter."""

from __future__ import annotations

import re
import shutil

import pytest
from layers_by_hand import ROOT, check_draft, control_line, make_layer, square
from qgis.core import QgsFeatureRequest, QgsVectorLayer

X, Y = 500_000.0, 3_300_000.0


@pytest.fixture
def report(run, tmp_path):
    def call(**parameters):
        path = tmp_path / "r.html"
        run("report", **{"OUTPUT": str(path), "LANGUAGE": "en", **parameters})
        return path.read_text(encoding="utf-8")

    return call


def table(layer, /, **values):
    return make_layer([(None, values)], name=layer, kind="NoGeometry")


def chapters(html):
    return re.findall(r'<section id="([a-z]+)" class="chapter"', html)


def test_each_result_has_its_chapter_and_only_then(report):
    html = report(
        STRUCTURE=table(
            "structure",
            unit="甲",
            code="01",
            name_en="Cultivated land",
            base_ha=120.0,
            plan_ha=118.5,
            change_ha=-1.5,
        ),
        QUANTITIES=table(
            "quantities", indicator="Q-04", name="Cultivated", measured=118.5, target=119.0, result="fail"
        ),
        TOPOLOGY=make_layer([(square(X, Y), {"kind": "gap", "ids": "1;2", "area_m2": 10_000.0})]),
    )
    assert chapters(html) == ["quantities", "topology", "provenance", "method"]
    words = " ".join(re.sub(r"<[^>]+>", " ", html).split())
    assert "01 Cultivated land 120.0 118.5 −1.5" in words
    assert "Cultivated 118.5000 119.0000 ✖ not met" in words
    assert "gap 1;2 10,000.00" in words


def test_a_table_as_csv_gives_the_same_chapter(report, tmp_path):
    values = {"indicator": "01", "name": "n", "measured": 118.5, "target": 119.0, "result": "fail"}
    csv = tmp_path / "quantities.csv"
    csv.write_text(",".join(values) + "\n" + ",".join(map(str, values.values())) + "\n", encoding="utf-8")
    pages = [report(QUANTITIES=given) for given in (str(csv), table("quantities", **values))]
    cut = [page[page.index('id="quantities"') : page.index('id="provenance"')] for page in pages]
    assert cut[0] == cut[1]


@pytest.mark.parametrize("name", ["STRUCTURE", "QUANTITIES", "LINES", "TOPOLOGY", "COMPARISON", "REPAIR"])
def test_a_layer_of_something_else_is_refused(refused, tmp_path, name):
    roads = make_layer([(square(X, Y), {"NAME": "x"})], name="roads")
    sentence = refused("report", **{name: roads}, OUTPUT=str(tmp_path / "r.html"))
    assert "roads" in sentence
    assert "defect" not in sentence


def test_lines_on_the_map_are_known_by_the_run_of_the_check(run, report, tmp_path, monkeypatch):
    """The layer has a name that tells nothing; the manifest of the check says what it is."""
    from dualcarbon.plugin.reports import draw

    drawn = []
    monkeypatch.setattr(draw, "draw_map", lambda layers, texts, progress: drawn.append(layers) or b"png")
    findings = str(tmp_path / "findings.gpkg")
    line = control_line((square(X, Y, 50, 100), {}), name="layer_7")
    check_draft(
        lambda name, **parameters: (
            run(name, **{**parameters, "MANIFEST": None}) and {"OUTPUT": QgsVectorLayer(findings)}
        ),
        tmp_path / "unused.json",
        [(square(X, Y), "0703")],
        FARMLAND=line,
        LINE_STATUS="draft",
        OUTPUT=findings,
    )
    other = control_line((square(X, Y, 50, 100), {}), name="STBHHX")
    report(FINDINGS=findings, CONTROL_LINES=[line, other])
    (layers,) = drawn
    named = [item.names[""] for item in layers if item.names and "" in item.names]
    assert named == ["Permanent basic farmland (draft)", "Ecological protection redline"]
    assert [item.title for item in layers] == ["Findings", "Control lines", ""]


@pytest.mark.parametrize(("status", "trial"), [("legal", False), ("standin", True)])
def test_conflicts_of_stand_in_lines_are_a_trial_with_and_without_their_run(
    run, report, tmp_path, status, trial
):
    lines = str(tmp_path / "lines.gpkg")
    run(
        "checklines",
        FARMLAND=control_line((square(X, Y), {})),
        REDLINE=control_line((square(X + 90, Y), {}), name="STBHHX"),
        LINE_STATUS=status,
        LANGUAGE="en",
        OUTPUT=lines,
    )
    for given in (lines, as_memory(lines)):
        html = report(LINES=given)
        assert ('<p class="trial" role="note">TRIAL</p>' in html) is trial
        assert "Permanent basic farmland gives way" in html


def test_topology_findings_as_written_are_shown(run, report, tmp_path, log):
    """Two parcels of 100 m share a strip of 10 m."""
    found = str(tmp_path / "topology.gpkg")
    parcels = make_layer([(square(X, Y), {}), (square(X + 90, Y), {})])
    run("checktopology", INPUT=parcels, LANGUAGE="en", OUTPUT=found)
    words = " ".join(re.sub(r"<[^>]+>", " ", report(TOPOLOGY=found)).split())
    assert "overlap ✖ error 1;2 1,000.00 9.0909 no" in words
    assert "Topology: errors / warnings 1 / 0" in words
    assert not log.said("has no run manifest")


@pytest.mark.parametrize("by_the_check", [False, True])
def test_quantities_as_written_are_vouched_for(run, report, tmp_path, log, by_the_check):
    """Targets make whole numbers (row of the table) beside blanks, which formats read back as numbers."""
    base = make_layer([(square(X, Y), {"DLBM": "0103"})], name="DLTB")
    plan = make_layer([(square(X, Y), {"YDYHFLDM": "0301"})], name="GHYDYH")
    farmland = control_line((square(X, Y), {}))
    common = {
        **{"PLAN": plan, "PLAN_FIELD": "YDYHFLDM", "BASE_PLAN": base, "BASE_PLAN_FIELD": "DLBM"},
        **{"FARMLAND": farmland, "LINE_STATUS": "draft", "LANGUAGE": "en"},
    }
    quantities = str(tmp_path / "q.gpkg")
    if by_the_check:
        findings = {"OUTPUT": "memory:", "OUTPUT_QUANTITIES": quantities}
        run("checkplan", **common, **findings, MANIFEST=str(tmp_path / "check.json"))
    else:
        targets = table("targets", indicator="耕地保有量", target="1", unit="hm²")
        run("checkquantities", **common, TARGETS=targets, OUTPUT=quantities)
    html = report(QUANTITIES=quantities)
    assert '<p class="trial" role="note">TRIAL</p>' in html
    assert not log.said("has no run manifest")


def as_memory(path):
    """The layer without the run that wrote it."""
    layer = QgsVectorLayer(path)
    return layer.materialize(QgsFeatureRequest())


def test_the_report_has_a_manifest_of_its_own(report, tmp_path):
    report(QUANTITIES=table("q", indicator="a", measured=1.0, target=1.0, result="pass"))
    (manifest,) = tmp_path.glob("*.manifest.json")
    assert manifest.name == "r.html.manifest.json"


def test_a_rule_pack_that_is_gone_is_noted_and_its_rules_are_not_spelled_out(run, report, tmp_path, log):
    pack, findings = tmp_path / "mine.csv", str(tmp_path / "findings.gpkg")
    shutil.copy(ROOT / "resources" / "rules" / "cn_national.csv", pack)
    run(
        "checkplan",
        PLAN=make_layer([(square(X, Y), {"YDYHFLDM": "0703"})]),
        PLAN_FIELD="YDYHFLDM",
        FARMLAND=control_line((square(X, Y), {})),
        RULES=str(pack),
        OUTPUT=findings,
    )
    says = "No construction land may be planned on PBF"
    assert says in report(FINDINGS=findings)
    assert not log.said("not at hand")
    pack.unlink()
    html = report(FINDINGS=findings)
    assert log.said("Rule pack “mine” of the plan check is not at hand")
    assert says not in html
    assert "PBF-01" in html
