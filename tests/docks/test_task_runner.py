# SPDX-License-Identifier: GPL-2.0-or-later
"""Tools as background tasks: outputs loaded and styled, history written, every end told and none modal."""

from __future__ import annotations

from types import SimpleNamespace
from typing import ClassVar

import pytest
from checked_draft import parameters, plan_and_line
from desktop import wait_for
from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.gui import QgsGui


@pytest.fixture
def runner(plugin):
    return plugin.frame.host.runner


@pytest.fixture
def given(plugin, tmp_path):
    return {**parameters(*plan_and_line(), tmp_path), "OUTPUT": "TEMPORARY_OUTPUT"}


def history(folder):
    """Commands of the Processing history that name a folder."""
    return [command for command in commands() if str(folder) in command]


def commands():
    """The Processing history: commands in a log on 3.22, entries of a registry later."""
    if hasattr(QgsGui, "historyProviderRegistry"):
        entries = QgsGui.historyProviderRegistry().queryEntries(providerId="processing")
        return [entry.entry["python_command"] for entry in entries]
    from processing.core.ProcessingLog import ProcessingLog

    return [entry.text for entry in ProcessingLog.getLogEntries()]


def test_outputs_are_loaded_with_their_style_and_the_run_is_in_the_history(runner, given, desktop, tmp_path):
    results = []
    assert runner.run("dualcarbon:checkplan", given, done=results.append)
    assert runner.is_busy
    wait_for(lambda: not runner.is_busy)
    (result,) = results
    layer = QgsProject.instance().mapLayer(result["OUTPUT"])
    assert layer.featureCount() == 6
    assert [c.value() for c in layer.renderer().categories()][:2] == ["error", "warning"]
    (written,) = history(tmp_path)
    assert 'processing.run("dualcarbon:checkplan"' in written
    assert desktop.messages.said == []


def test_without_anybody_waiting_the_end_is_told(runner, given, desktop):
    assert runner.run("dualcarbon:checkplan", given)
    wait_for(lambda: not runner.is_busy)
    assert desktop.messages.said == [
        (Qgis.MessageLevel.Success, "Check plan against control lines: finished.")
    ]


def test_parameters_that_are_refused_start_nothing(runner, given, desktop):
    assert not runner.run("dualcarbon:checkplan", {**given, "PLAN": "nowhere.gpkg"})
    assert not runner.is_busy
    (refusal,) = desktop.messages.texts(Qgis.MessageLevel.Critical)
    assert "PLAN" in refusal


def test_the_sentence_of_a_refusal_stands_in_the_message_bar(runner, given, desktop):
    assert runner.run("dualcarbon:checkplan", {**given, "AS_OF": "yesterday"}, done=pytest.fail)
    wait_for(lambda: not runner.is_busy)
    (refusal,) = desktop.messages.texts(Qgis.MessageLevel.Critical)
    assert "yesterday" in refusal


def test_a_cancelled_run_is_told_and_leaves_nothing(runner, given, desktop, tmp_path):
    target = tmp_path / "f.gpkg"
    assert runner.run("dualcarbon:checkplan", {**given, "OUTPUT": str(target)}, done=pytest.fail)
    runner.cancel()
    wait_for(lambda: not runner.is_busy)
    assert desktop.messages.texts() == ["Check plan against control lines: cancelled, nothing was written."]
    assert not target.exists()


def test_a_run_can_be_watched_and_cancelled_in_the_task_manager(runner, given):
    assert runner.run("dualcarbon:checkplan", given)
    (task,) = QgsApplication.taskManager().activeTasks()
    assert task.canCancel()
    assert "Check plan against control lines" in task.description()
    wait_for(lambda: not runner.is_busy)


def test_unloading_stops_what_runs_and_says_nothing_more(plugin, given, desktop):
    plugin.frame.host.runner.run("dualcarbon:checkplan", given, done=pytest.fail)
    plugin.unload()
    wait_for(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
    assert desktop.messages.said == []


class NewerGui:
    """What ``QgsGui`` offers from QGIS 3.24 on, as far as the history needs it."""

    entries: ClassVar[dict[int, dict]] = {}
    recent: ClassVar[list[str]] = []

    @classmethod
    def historyProviderRegistry(cls):
        return cls

    @classmethod
    def instance(cls):
        return cls

    @classmethod
    def processingRecentAlgorithmLog(cls):
        return SimpleNamespace(push=cls.recent.append)

    @classmethod
    def addEntry(cls, provider, details):
        assert provider == "processing"
        cls.entries[7] = dict(details)
        return 7, True

    @classmethod
    def updateEntry(cls, number, details):
        cls.entries[number] = dict(details)


def test_a_newer_qgis_gets_an_entry_with_results_and_log(monkeypatch):
    from dualcarbon.plugin.docks import history as module

    algorithm = SimpleNamespace(
        id=lambda: "dualcarbon:checkplan",
        asPythonCommand=lambda given, _context: f"processing.run({given})",
        asMap=lambda given, _context: {"inputs": given},
        asQgisProcessCommand=lambda _given, _context: ("qgis_process run", True),
    )
    monkeypatch.setattr(module, "QgsGui", NewerGui)
    entry = module.HistoryEntry(algorithm, {"A": 1}, None)
    started = {
        "python_command": "processing.run({'A': 1})",
        "algorithm_id": "dualcarbon:checkplan",
        "parameters": {"inputs": {"A": 1}},
        "process_command": "qgis_process run",
    }
    assert NewerGui.entries == {7: started}
    entry.complete({"ERRORS": 2, "OUTPUT": "f.gpkg", "LAYER": object()}, "said")
    assert NewerGui.entries == {
        7: {**started, "results": {"ERRORS": 2, "OUTPUT": "f.gpkg"}, "log": "said"},
    }
    assert NewerGui.recent == ["dualcarbon:checkplan"]
