# SPDX-License-Identifier: GPL-2.0-or-later
"""Feedback that acts at a moment: at a step of progress, or by a clock that knows nothing of the work."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from layers_by_hand import Log


class Stepwise(Log):
    """Feedback that counts the steps of progress and acts with the n-th (never for 0)."""

    def __init__(self, moment: int = 0, act: Callable[[], object] = lambda: None) -> None:
        super().__init__()
        self.moment, self.act = moment, act
        self.steps = 0
        self.errors: list[str] = []
        # Heard of models, too, whose steps have a feedback of their own; a figure repeated is no step.
        self.progressChanged.connect(self._step)

    def reportError(self, error: str, fatalError: bool = False) -> None:
        self.errors.append(error)

    def _step(self, _progress: float) -> None:
        self.steps += 1
        if self.steps == self.moment:
            self.act()


class Impatient(Stepwise):
    """A user who cancels with the ``moment``-th step of progress, or ``after_s`` seconds from the start.

    Keeps the second at which the cancel was due: what the clock's thread then waits for the
    interpreter counts as waiting for the answer.
    """

    def __init__(self, moment: int = 0, after_s: float | None = None) -> None:
        super().__init__(moment, self._cancel_now)
        self.after_s = after_s
        self.due_at = 0.0
        self._clock: threading.Timer | None = None

    def __enter__(self) -> Impatient:
        if self.after_s is not None:
            self.due_at = time.perf_counter() + self.after_s
            self._clock = threading.Timer(self.after_s, self.cancel)
            self._clock.start()
        return self

    def __exit__(self, *_error: object) -> None:
        if self._clock is not None:
            self._clock.cancel()
            self._clock.join()

    def _cancel_now(self) -> None:
        self.due_at = time.perf_counter()
        self.cancel()
