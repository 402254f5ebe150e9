# SPDX-License-Identifier: GPL-2.0-or-later
"""Progress and cancel without QGIS: a callable that may raise ``Cancelled``."""

from __future__ import annotations

from collections.abc import Callable

#: Called with the share done (0–1) between chunks of work; raises ``Cancelled`` when the user stops.
Progress = Callable[[float], None]


def silent(_share: float) -> None:
    """Progress that nobody watches."""


def part(progress: Progress, start: float, end: float) -> Progress:
    """A sub-step of ``progress`` that runs from ``start`` to ``end`` of the whole."""
    return lambda share: progress(start + (end - start) * share)
