# SPDX-License-Identifier: GPL-2.0-or-later
"""Work of a dock in the background: a function that knows no widgets, its result handed back.

What crosses between the threads: into a task go values and sources of features made for it where
the layer lives, out of it comes its result. Signals of a task arrive in the main thread, and there
everything that it held is let go of.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable
from functools import partial
from typing import Any, ClassVar

from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsTask

from ..domain.errors import Cancelled, DualCarbonError, without_frames
from ..domain.progress import Progress
from ..gis.collector import CollectorHold
from ..i18n import tr
from .host import Host

Work = Callable[[Progress], Any]
Done = Callable[[Any], None]

LOG = "Dual Carbon Planner"


class BackgroundWork(QgsTask):
    """One function as a task of QGIS, with its result or its error."""

    #: Works that have not come to their end yet. QGIS keeps no reference to the Python side of a task:
    #: one that nobody waits for any more would be taken apart in its own thread.
    _under_way: ClassVar[set[BackgroundWork]] = set()

    def __init__(
        self,
        description: str,
        work: Work,
        ended: Callable[[BackgroundWork], None],
        progressed: Callable[[BackgroundWork, float], None],
    ) -> None:
        super().__init__(description, QgsTask.Flag.CanCancel)
        self._work = work
        self._ended = ended
        self._progressed = progressed
        self._hold = CollectorHold()
        self._is_dropped = False
        self.result: Any = None
        self.error: Exception | None = None
        #: Where the error came from.
        self.trace = ""
        self.progressChanged.connect(self._pass_on)
        self._under_way.add(self)

    def run(self) -> bool:
        """In the thread of the task: no widget, no layer of the project, no signal of another object."""
        try:
            self._report(0.0)
            self.result = self._work(self._report)
        # A task that raises would end without a word.
        except Exception as error:
            self.trace = traceback.format_exc()
            self.error = without_frames(error)
        return self.error is None

    def finished(self, _is_done: bool) -> None:
        """In the main thread. Through Qt no exception may go: it would end the application."""
        self._hold.release()
        self._under_way.discard(self)
        try:
            self._ended(self)
        except Exception as error:
            log_defect(f"{self.description()}: {type(error).__name__}: {error}\n{traceback.format_exc()}")

    def drop(self) -> None:
        """Let the work end at its next report.

        Not by ``cancel``: QGIS deletes a task that is cancelled before it runs, even while its thread begins.
        """
        self._is_dropped = True

    def _report(self, share: float) -> None:
        if self._is_dropped or self.isCanceled():
            raise Cancelled
        self.setProgress(100.0 * share)

    def _pass_on(self, percent: float) -> None:
        self._progressed(self, percent / 100.0)


class Background:
    """The works of one dock: a later one of a kind replaces an earlier one."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._works: dict[str, BackgroundWork] = {}

    @property
    def is_busy(self) -> bool:
        """Whether a work has not been handed back yet."""
        return bool(self._works)

    def start(
        self,
        kind: str,
        description: str,
        work: Work,
        done: Done,
        failed: Callable[[], None] | None = None,
        progressed: Progress | None = None,
    ) -> None:
        """Start a work; one of the same kind that still runs is cancelled and its result dropped.

        ``done`` gets the result; ``failed`` is called after an error was told, or when the user cancelled;
        ``progressed`` gets the share that is done. All are called in the main thread.
        """
        self.cancel(kind)
        task = BackgroundWork(
            description,
            work,
            partial(self._end, kind, done, failed),
            partial(self._pass_on, kind, progressed),
        )
        self._works[kind] = task
        QgsApplication.taskManager().addTask(task)

    def cancel(self, kind: str) -> None:
        """Stop a work, if there is one."""
        task = self._works.pop(kind, None)
        if task is not None:
            task.drop()

    def close(self) -> None:
        """Stop all."""
        for kind in list(self._works):
            self.cancel(kind)

    def _pass_on(self, kind: str, progressed: Progress | None, task: BackgroundWork, share: float) -> None:
        if progressed is not None and self._works.get(kind) is task:
            progressed(share)

    def _end(self, kind: str, done: Done, failed: Callable[[], None] | None, task: BackgroundWork) -> None:
        if self._works.get(kind) is not task:
            return
        del self._works[kind]
        if task.error is None and not task.isCanceled():
            done(task.result)
            return
        if task.error is not None and not isinstance(task.error, Cancelled):
            self._tell(task)
        if failed is not None:
            failed()

    def _tell(self, task: BackgroundWork) -> None:
        if isinstance(task.error, DualCarbonError):
            self._host.refuse(task.error)
            return
        reason = f"{type(task.error).__name__}: {task.error}"
        log_defect(f"{reason}\n{task.trace}")
        self._host.fail(
            tr("{task} failed ({reason}). Please report this with the log.").format(
                task=task.description(), reason=reason
            )
        )


def log_defect(text: str) -> None:
    """Write what nobody foresaw into the log of QGIS."""
    QgsMessageLog.logMessage(text, LOG, Qgis.MessageLevel.Critical)
