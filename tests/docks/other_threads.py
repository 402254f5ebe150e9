# SPDX-License-Identifier: GPL-2.0-or-later
"""What code in another thread asks of Qt, and in which thread things are let go of."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Any

from qgis.core import QgsFeedback, QgsTask
from qgis.PyQt.QtCore import QObject, pyqtBoundSignal

#: Objects that are made to be asked in any thread.
FREE = (QgsTask, QgsFeedback)


def watched(work: Callable[..., Any], found: set[str]) -> Callable[..., Any]:
    """A function that also notes what it asks of objects of the main thread: layers, widgets, signals."""

    def note(_frame: object, event: str, called: object) -> None:
        owner = getattr(called, "__self__", None) if event == "c_call" else None
        if isinstance(owner, (QObject, pyqtBoundSignal)) and not isinstance(owner, FREE):
            found.add(f"{type(owner).__name__}.{called.__name__}")

    def run(*arguments: Any) -> Any:
        before = sys.getprofile()
        sys.setprofile(note)
        try:
            return work(*arguments)
        finally:
            sys.setprofile(before)

    return run


class Mortal:
    """Something that notes the thread in which it ends; with ``in_a_cycle`` only the collector ends it."""

    def __init__(self, ends: list[str], *, in_a_cycle: bool = False) -> None:
        self._ends = ends
        self._cycle = self if in_a_cycle else None

    def __del__(self) -> None:
        self._ends.append(threading.current_thread().name)
