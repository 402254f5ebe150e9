# SPDX-License-Identifier: GPL-2.0-or-later
"""The report that a plan check writes of itself: the same as one made of its outputs, or none at all."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import pytest
from layers_by_hand import Log, check_draft, control_line, make_layer, manifest_of, square
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProject,
)
from qgis.PyQt.QtCore import QEventLoop, QTimer
from report_pages import first_page

X, Y = 500_000.0, 3_300_000.0
#: 2 ha of homestead on farmland (PBF-01, PBF-06) and 1 ha beside it without any conflict.
PLAN = [
    (square(X, Y, 100, 200), {"BSM": "p2", "YDYHFLDM": "0703", "ZLDWMC": "乙村", "QSXZ": "30"}),
    (square(X + 500, Y), {"BSM": "p1", "YDYHFLDM": "0101", "ZLDWMC": "甲村", "QSXZ": "30"}),
]
FARMLAND = [(square(X, Y, 100, 200), {})]


@pytest.fixture
def check(run, tmp_path):
    def call(**more):
        result, _ = check_draft(
            run,
            tmp_path / "check.json",
            make_layer(PLAN, name="GHYDYH"),
            **{"FARMLAND": control_line(*FARMLAND), "LANGUAGE": "en", **more},
        )
        return result

    return call


def chapter(html: str, name: str) -> str:
    """A chapter of the page without its pictures."""
    start = html.index(f'<section id="{name}"')
    return re.sub(r'src="[^"]+"', "", html[start : html.index("</section>", start)])


def test_the_report_of_the_check_is_that_of_its_outputs(check, run, tmp_path):
    files = {name: str(tmp_path / f"{name}.gpkg") for name in ("findings", "parcels", "summary")}
    outputs = dict(zip(("OUTPUT", "OUTPUT_PARCELS", "OUTPUT_SUMMARY"), files.values()))
    own = tmp_path / "own.html"
    check(**outputs, REPORT=str(own))
    later = tmp_path / "later.html"
    run(
        "report",
        FINDINGS=files["findings"],
        PARCELS=files["parcels"],
        SUMMARY=files["summary"],
        MANIFESTS=[str(tmp_path / "check.json")],
        LANGUAGE="en",
        PROFILE="si",
        OUTPUT=str(later),
    )
    pages = [path.read_text(encoding="utf-8") for path in (own, later)]
    for name in ("check", "rules"):
        assert chapter(pages[0], name) == chapter(pages[1], name)
    assert pages[0].count("data:image/png") == pages[1].count("data:image/png") == 1


def test_no_other_output_is_needed(check, tmp_path):
    report, book = tmp_path / "报告.html", tmp_path / "表.xlsx"
    result = check(
        OUTPUT_PARCELS=None, OUTPUT_SUMMARY=None, REPORT=str(report), REPORT_XLSX=str(book), LANGUAGE="zh"
    )
    html = report.read_text(encoding="utf-8")
    assert (result["REPORT"], result["REPORT_XLSX"]) == (str(report), str(book))
    # 2 ha of the 3 ha planned.
    assert "2.0 公顷" in first_page(html)
    assert "乙村" in chapter(html, "check")
    assert "data:image/png" in html
    assert "no_manifest" not in html


def test_the_manifest_knows_the_report_by_its_digest(check, tmp_path):
    report = tmp_path / "r.html"
    outputs = {item["parameter"]: item for item in manifest_of(check(REPORT=str(report)))["outputs"]}
    assert outputs["REPORT"]["sha256"] == hashlib.sha256(report.read_bytes()).hexdigest()


def test_the_list_of_findings_is_in_the_workbook(check, tmp_path):
    openpyxl = pytest.importorskip("openpyxl", reason="reading workbooks needs openpyxl")
    book = tmp_path / "b.xlsx"
    check(REPORT_XLSX=str(book), LANGUAGE="zh", PROFILE="cn_county")
    rows = list(openpyxl.load_workbook(book)["冲突图斑明细表"].iter_rows(values_only=True))
    header = list(rows[1])
    shown = [dict(zip(header, row)) for row in rows[2:4]]
    assert [(row["BSM"], row["村"], row["面积（亩）"], row["面积（hm²）"]) for row in shown] == [
        ("p2", "乙村", 30, 2)
    ] * 2
    assert [row["规则"].split()[0] for row in shown] == ["PBF-01", "PBF-06"]
    assert all(row["处置建议"] and row["处理状态"] == "待处理" for row in shown)
    assert not list(tmp_path.glob("*.part*"))


def test_a_report_that_cannot_be_written_takes_the_other_outputs_with_it(refused, tmp_path, monkeypatch):
    from dualcarbon.plugin.reports import write

    def fail(*_args, **_named):
        raise OSError("disk full")

    monkeypatch.setattr(write, "write_xlsx", fail)
    settings = {
        "PLAN": make_layer(PLAN),
        "PLAN_FIELD": "YDYHFLDM",
        "FARMLAND": control_line(*FARMLAND),
        "OUTPUT": str(tmp_path / "findings.gpkg"),
        "REPORT": str(tmp_path / "r.html"),
        "REPORT_XLSX": str(tmp_path / "b.xlsx"),
    }
    sentence = refused("checkplan", **settings)
    assert "disk full" in sentence
    assert "defect" not in sentence
    assert [path for path in Path(tmp_path).iterdir() if path.suffix in (".gpkg", ".html", ".xlsx")] == []


def test_a_failure_after_the_report_removes_it(run, refused, tmp_path, monkeypatch):
    from dualcarbon.plugin.gis.outputs import Outputs

    def fail(*_args):
        raise OSError("no room for the manifest")

    monkeypatch.setattr(Outputs, "complete", fail)
    sentence = refused(
        "checkplan",
        PLAN=make_layer(PLAN),
        PLAN_FIELD="YDYHFLDM",
        FARMLAND=control_line(*FARMLAND),
        OUTPUT="memory:",
        REPORT=str(tmp_path / "r.html"),
    )
    assert "no room for the manifest" in sentence
    assert not (tmp_path / "r.html").exists()


def test_a_check_in_the_background_writes_its_report_there(provider, tmp_path):
    """QGIS runs tools from the toolbox as tasks in threads of their own."""
    target = tmp_path / "r.html"
    plan, line = make_layer(PLAN), control_line(*FARMLAND)
    QgsProject.instance().addMapLayers([plan, line], False)
    context, feedback, loop = QgsProcessingContext(), Log(), QEventLoop()
    context.setProject(QgsProject.instance())
    parameters = {
        "PLAN": plan.id(),
        "PLAN_FIELD": "YDYHFLDM",
        "FARMLAND": line.id(),
        "OUTPUT": "memory:",
        "REPORT": str(target),
    }
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("dualcarbon:checkplan")
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    ended = []
    task.executed.connect(lambda successful, _results: (ended.append(successful), loop.quit()))
    QgsApplication.taskManager().addTask(task)
    QTimer.singleShot(20_000, loop.quit)
    loop.exec()
    QgsProject.instance().removeMapLayers([plan.id(), line.id()])
    assert ended == [True]
    html = target.read_text(encoding="utf-8")
    assert "data:image/png" in html
    assert "PBF-06" in html


class Stop(Log):
    """Feedback that cancels at the first progress behind a percentage."""

    def __init__(self, percent: float) -> None:
        super().__init__()
        self.percent = percent

    def setProgress(self, progress: float) -> None:
        if progress >= self.percent:
            self.cancel()


@pytest.mark.parametrize("percent", [97.5, 98.0, 98.4, 98.64, 98.9])
def test_a_cancel_at_any_step_of_the_report_leaves_nothing(provider, tmp_path, percent):
    import processing

    folder = tmp_path / "outputs"
    folder.mkdir()
    with pytest.raises(QgsProcessingException, match="cancelled"):
        processing.run(
            "dualcarbon:checkplan",
            {
                "PLAN": make_layer(PLAN),
                "PLAN_FIELD": "YDYHFLDM",
                "FARMLAND": control_line(*FARMLAND),
                "OUTPUT": str(folder / "findings.gpkg"),
                "REPORT": str(folder / "r.html"),
                "REPORT_XLSX": str(folder / "b.xlsx"),
            },
            feedback=Stop(percent),
        )
    assert list(folder.iterdir()) == []


def test_a_report_may_not_take_the_place_of_another_output(refused, tmp_path):
    same = str(tmp_path / "same.html")
    sentence = refused(
        "checkplan",
        PLAN=make_layer(PLAN),
        PLAN_FIELD="YDYHFLDM",
        FARMLAND=control_line(*FARMLAND),
        OUTPUT="memory:",
        REPORT=same,
        REPORT_XLSX=same,
    )
    assert "overwrite" in sentence
    assert not Path(same).exists()
