# SPDX-License-Identifier: GPL-2.0-or-later
"""Entries of the Processing history: QGIS's dialogs write them, a task of ours has to do it itself.

QGIS 3.22 keeps a log file of commands; from 3.24 on a registry keeps entries, to which results and log
are added at the end. Either is recognised by what is there, not by a version.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext
from qgis.gui import QgsGui

PROVIDER = "processing"


class HistoryEntry:
    """The entry of one run, written when it starts and completed when it ends."""

    def __init__(
        self, algorithm: QgsProcessingAlgorithm, parameters: Mapping[str, Any], context: QgsProcessingContext
    ) -> None:
        self._registry = QgsGui.historyProviderRegistry() if _has_registry() else None
        self._details: dict[str, Any] = {}
        self._number: int | None = None
        command = algorithm.asPythonCommand(dict(parameters), context)
        if self._registry is None:
            _write_log(command)
        else:
            self._details = {
                "python_command": command,
                "algorithm_id": algorithm.id(),
                "parameters": algorithm.asMap(dict(parameters), context),
            }
            process_command, is_possible = algorithm.asQgisProcessCommand(dict(parameters), context)
            if is_possible:
                self._details["process_command"] = process_command
            self._number, _ = self._registry.addEntry(PROVIDER, self._details)
        QgsGui.instance().processingRecentAlgorithmLog().push(algorithm.id())

    def complete(self, results: Mapping[str, Any], log: str) -> None:
        """Add results and log, where the history of this QGIS keeps them."""
        if self._registry is not None and self._number is not None:
            plain = {name: value for name, value in results.items() if isinstance(value, (str, int, float))}
            self._registry.updateEntry(self._number, {**self._details, "results": plain, "log": log})


def _has_registry() -> bool:
    return hasattr(QgsGui, "historyProviderRegistry")


def _write_log(command: str) -> None:
    from processing.core.ProcessingLog import ProcessingLog

    ProcessingLog.addToLog(command)
