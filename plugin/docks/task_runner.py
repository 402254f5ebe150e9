# SPDX-License-Identifier: GPL-2.0-or-later
"""Processing algorithms as background tasks: progress and cancel in the task manager, never a dialog.

Outputs are loaded and styled as the toolbox does it, the run is entered into the Processing history,
and its end is told in the message bar.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsApplication,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterVectorDestination,
    QgsProject,
)

from ..gis.collector import CollectorHold
from ..i18n import tr
from .history import HistoryEntry

if TYPE_CHECKING:
    from .host import Host

#: Called in the main thread with the results, once the outputs are loaded.
Done = Callable[[dict[str, Any]], None]

LAYER_DESTINATIONS = (
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterVectorDestination,
)


class RunLog(QgsProcessingFeedback):
    """The log of a run that also keeps its errors; they are reported from the thread of the task."""

    def __init__(self) -> None:
        super().__init__()
        self.errors: list[str] = []

    def reportError(self, error: str, fatalError: bool = False) -> None:
        self.errors.append(error)
        super().reportError(error, fatalError)


@dataclass(frozen=True, eq=False)
class AlgorithmRun:
    """What a task needs as long as it runs: QGIS keeps no reference to any of it."""

    algorithm: QgsProcessingAlgorithm
    parameters: Mapping[str, Any]
    context: QgsProcessingContext
    log: RunLog
    task: QgsProcessingAlgRunnerTask
    history: HistoryEntry
    hold: CollectorHold
    done: Done | None

    @property
    def name(self) -> str:
        """The algorithm as users know it."""
        return str(self.algorithm.displayName())


class TaskRunner:
    """Runs algorithms for toolbar and docks; ``close`` stops what is still running."""

    def __init__(self, host: Host) -> None:
        self.host = host
        self._running: list[AlgorithmRun] = []
        self._is_closed = False

    @property
    def is_busy(self) -> bool:
        """Whether a run of this runner has not ended yet."""
        return bool(self._running)

    def run(
        self,
        algorithm_id: str,
        parameters: Mapping[str, Any],
        done: Done | None = None,
    ) -> bool:
        """Start an algorithm; False, with a message, when its parameters are refused.

        Layers outside the project are given as objects: an id is not known in the thread of the task.
        Layer outputs are loaded into the project. ``done`` is called only after success, and then has
        to tell of it.
        """
        from processing.tools import dataobjects

        algorithm = QgsApplication.processingRegistry().createAlgorithmById(algorithm_id)
        log = RunLog()
        context = dataobjects.createContext(log)
        given = loading(algorithm, parameters)
        is_sound, reason = algorithm.checkParameterValues(given, context)
        if not is_sound:
            self.host.fail(reason)
            return False
        history = HistoryEntry(algorithm, given, context)
        task = QgsProcessingAlgRunnerTask(algorithm, given, context, log)
        run = AlgorithmRun(algorithm, given, context, log, task, history, CollectorHold(), done)
        self._running.append(run)
        task.executed.connect(partial(self._end, run))
        QgsApplication.taskManager().addTask(task)
        return True

    def cancel(self) -> None:
        """Ask everything that runs to stop.

        Not by ``cancel`` of the task: QGIS deletes a task that is cancelled before it runs, even while its
        thread begins.
        """
        for run in self._running:
            run.log.cancel()

    def close(self) -> None:
        """Stop what is running, and tell nobody any more."""
        self._is_closed = True
        self.cancel()

    def _end(self, run: AlgorithmRun, is_done: bool, results: dict[str, Any]) -> None:
        self._running.remove(run)
        run.hold.release()
        if self._is_closed:
            return
        run.history.complete(results, run.log.htmlLog())
        if is_done:
            self._take_results(run, results)
        elif run.log.isCanceled():
            self.host.warn(tr("{tool}: cancelled, nothing was written.").format(tool=run.name))
        else:
            reason = run.log.errors[-1] if run.log.errors else tr("the log messages panel tells more")
            self.host.fail(tr("{tool}: {reason}").format(tool=run.name, reason=reason))

    def _take_results(self, run: AlgorithmRun, results: dict[str, Any]) -> None:
        from processing.gui.Postprocessing import handleAlgorithmResults

        # By name: newer versions of QGIS took one argument out of the middle.
        handleAlgorithmResults(run.algorithm, run.context, run.log, parameters=results)
        if run.done is None:
            self.host.tell(tr("{tool}: finished.").format(tool=run.name))
        else:
            run.done(results)


def loaded_layer(value: str) -> QgsMapLayer | None:
    """The layer of the project that a result names: by its id, or by its place where it is a file."""
    layers = QgsProject.instance().mapLayers()
    return layers.get(value) or next((one for one in layers.values() if one.source() == value), None)


def loading(algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters with every layer output marked to be loaded into the project."""
    given = dict(parameters)
    for definition in algorithm.destinationParameterDefinitions():
        target = given.get(definition.name())
        if isinstance(target, str) and target and isinstance(definition, LAYER_DESTINATIONS):
            given[definition.name()] = QgsProcessingOutputLayerDefinition(target, QgsProject.instance())
    return given
