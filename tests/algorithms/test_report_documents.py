# SPDX-License-Identifier: GPL-2.0-or-later
"""Text document and PDF as outputs of tools: complete with their manifest, or not there at all."""

from __future__ import annotations

import hashlib
import re
import zipfile
from pathlib import Path

import pytest
from layers_by_hand import check_draft, control_line, make_layer, manifest_of, square
from qgis.core import QgsApplication, QgsProcessingAlgRunnerTask, QgsProcessingContext, QgsProject
from qgis.PyQt.QtCore import QEventLoop, QTimer

X, Y = 500_000.0, 3_300_000.0
#: 2 ha of homestead on farmland and 1 ha beside it without any conflict.
PLAN = [
    (square(X, Y, 100, 200), {"BSM": "p2", "YDYHFLDM": "0703"}),
    (square(X + 500, Y), {"BSM": "p1", "YDYHFLDM": "0101"}),
]
FARMLAND = [(square(X, Y, 100, 200), {})]


@pytest.fixture
def places(tmp_path) -> dict[str, str]:
    """Where the files of a report of a check go."""
    return {
        "REPORT": str(tmp_path / "报告.html"),
        "REPORT_DOCUMENT": str(tmp_path / "报告.odt"),
        "REPORT_PDF": str(tmp_path / "报告.pdf"),
    }


def words(markup: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", markup).split())


def test_a_check_writes_all_files_of_its_report(run, places, tmp_path):
    result, _ = check_draft(
        run,
        tmp_path / "check.json",
        make_layer(PLAN, name="GHYDYH"),
        FARMLAND=control_line(*FARMLAND),
        LANGUAGE="zh",
        **places,
    )
    assert {name: result[name] for name in places} == places
    outputs = {item["parameter"]: item for item in manifest_of(result)["outputs"]}
    for name, place in places.items():
        assert outputs[name]["sha256"] == hashlib.sha256(Path(place).read_bytes()).hexdigest()
    with zipfile.ZipFile(places["REPORT_DOCUMENT"]) as package:
        document = words(package.read("content.xml").decode("utf-8"))
        assert sum(name.endswith(".png") for name in package.namelist()) == 2
    # 2 ha of the 3 ha planned.
    for text in ("2.0 公顷", "PBF-01", "PBF-06", "二、采用规则"):
        assert text in document
    assert Path(places["REPORT_PDF"]).read_bytes().startswith(b"%PDF-")
    assert not list(tmp_path.glob("*.part*"))


def test_the_page_is_not_needed(run, places, tmp_path):
    del places["REPORT"]
    check_draft(
        run,
        tmp_path / "check.json",
        make_layer(PLAN, name="GHYDYH"),
        FARMLAND=control_line(*FARMLAND),
        **places,
    )
    assert [Path(place).exists() for place in places.values()] == [True, True]


def test_a_file_that_cannot_be_written_takes_the_others_with_it(refused, places, tmp_path, monkeypatch):
    from dualcarbon.plugin.reports import write

    def fail(_content, path, **_named):
        path.write_bytes(b"half a file")
        raise OSError("disk full")

    monkeypatch.setattr(write, "write_pdf", fail)
    sentence = refused(
        "checkplan",
        PLAN=make_layer(PLAN),
        PLAN_FIELD="YDYHFLDM",
        FARMLAND=control_line(*FARMLAND),
        OUTPUT=str(tmp_path / "findings.gpkg"),
        **places,
    )
    assert "disk full" in sentence
    assert "defect" not in sentence
    assert [path.name for path in tmp_path.iterdir()] == []


def test_a_check_in_the_background_prints_its_map(provider, places, tmp_path):
    """Images and text are painted in the thread in which the tool runs."""
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    parameters = {
        "PLAN": make_layer(PLAN),
        "PLAN_FIELD": "YDYHFLDM",
        "FARMLAND": control_line(*FARMLAND),
        "OUTPUT": str(tmp_path / "findings.gpkg"),
        **places,
    }
    task = QgsProcessingAlgRunnerTask(provider.algorithm("checkplan"), parameters, context)
    ended: list[bool] = []
    loop = QEventLoop()
    task.executed.connect(lambda sound, _results: (ended.append(sound), loop.quit()))
    QTimer.singleShot(60_000, loop.quit)
    QgsApplication.taskManager().addTask(task)
    loop.exec()
    assert ended == [True]
    # Map and chart: pictures of the report are in the PDF, not their place-holders.
    assert Path(places["REPORT_PDF"]).read_bytes().count(b"/Subtype /Image") >= 2
