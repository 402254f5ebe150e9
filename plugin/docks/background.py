# SPDX-License-Identifier: GPL-2.0-or-later
"""Work of a dock in the background: a function that knows no widgets, its result handed back."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from functools import partial
from typing import Any

from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsTask

from ..domain.errors import Cancelled, DualCarbonError
from ..domain.progress import Progress
from ..i18n import tr
from .host import Host

Work = Callable[[Progress], Any]
Done = Callable[[Any], None]


class BackgroundWork(QgsTask):
    """One function as a task of QGIS, with its result or its error."""

    def __init__(self, description: str, work: Work, ended: Callable[[BackgroundWork], None]) -> None:
        super().__init__(description, QgsTask.Flag.CanCancel)
        self._work = work
        self._ended = ended
        self.result: Any = None
        self.error: Exception | None = None

    def run(self) -> bool:
        """In the thread of the task: no widget, no layer of the project."""
        try:
            self.result = self._work(self._report)
        # A task that raises would end without a word.
        except Exception as error:
            self.error = error
        return self.error is None

    def finished(self, _is_done: bool) -> None:
        """In the main thread. Through Qt no exception may go: it would end the application."""
        try:
            self._ended(self)
        except Exception as error:
            reason = f"{self.description()}: {type(error).__name__}: {error}\n{traceback.format_exc()}"
            QgsMessageLog.logMessage(reason, "Dual Carbon Planner", Qgis.MessageLevel.Critical)

    def _report(self, share: float) -> None:
        if self.isCanceled():
            raise Cancelled
        self.setProgress(100.0 * share)


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
        self, kind: str, description: str, work: Work, done: Done, failed: Callable[[], None] | None = None
    ) -> None:
        """Start a work; one of the same kind that still runs is cancelled and its result dropped.

        ``done`` gets the result; ``failed`` is called after an error was told, or when the user cancelled.
        """
        self.cancel(kind)
        task = BackgroundWork(description, work, partial(self._end, kind, done, failed))
        self._works[kind] = task
        QgsApplication.taskManager().addTask(task)

    def cancel(self, kind: str) -> None:
        """Stop a work, if there is one."""
        task = self._works.pop(kind, None)
        if task is not None:
            task.cancel()

    def close(self) -> None:
        """Stop all."""
        for kind in list(self._works):
            self.cancel(kind)

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
        QgsMessageLog.logMessage(reason, "Dual Carbon Planner", Qgis.MessageLevel.Critical)
        self._host.fail(
            tr("{task} failed ({reason}). Please report this with the log.").format(
                task=task.description(), reason=reason
            )
        )
