# SPDX-License-Identifier: GPL-2.0-or-later
"""Python's cyclic collector: paused where it would be slow, and kept out of threads other than the main one.

It runs in whatever thread happens to make the next object and there takes apart all garbage of the process:
also dialogs, contexts and pictures that the main thread has just let go of, whose end Qt expects there.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from qgis.PyQt.QtCore import QTimer

#: Milliseconds between two collections in the main thread while the collector may not run by itself.
COLLECT_MS = 1_000
#: Generations collected then; the oldest, which takes long, has to wait.
YOUNG = 1


class _Switch:
    """The collector's switch, counted: pauses of several threads may overlap."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._pauses = 0
        self._was_on = False

    def pause(self) -> None:
        with self._lock:
            if not self._pauses:
                self._was_on = gc.isenabled()
                gc.disable()
            self._pauses += 1

    def resume(self) -> None:
        with self._lock:
            self._pauses -= 1
            if not self._pauses and self._was_on:
                gc.enable()


_SWITCH = _Switch()


@contextmanager
def collection_paused() -> Iterator[None]:
    """Pause the collector, which otherwise looks again and again at every feature read so far."""
    _SWITCH.pause()
    try:
        yield
    finally:
        _SWITCH.resume()


class CollectorHold:
    """As long as work runs in another thread, garbage is collected in the main thread alone.

    Made and released there.
    """

    def __init__(self) -> None:
        _SWITCH.pause()
        self._timer = QTimer()
        self._timer.setInterval(COLLECT_MS)
        self._timer.timeout.connect(_collect_young)
        self._timer.start()

    def release(self) -> None:
        """The work has ended."""
        self._timer.stop()
        _SWITCH.resume()


def _collect_young() -> None:
    gc.collect(YOUNG)
