# SPDX-License-Identifier: GPL-2.0-or-later
"""Chunks of array work on a pool of threads, with progress and a cancel that answers."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from threading import Event
from typing import TypeVar

from .errors import Cancelled
from .progress import Progress

Task = TypeVar("Task")
Result = TypeVar("Result")

#: Seconds between two calls of the progress while the workers are busy.
POLL_S = 0.1


def run_chunks(
    work: Callable[[Task], Result], tasks: Sequence[Task], *, progress: Progress, threads: int | None = None
) -> list[Result]:
    """The result of ``work`` for every task, in the order of the tasks.

    ``work`` should spend its time in shapely's array functions, which release the GIL,
    and at most a few tenths of a second in one task. The calling thread polls
    ``progress`` meanwhile; what it or a worker raises ends the run, and no thread is
    left behind. ``threads`` is one for each core if not given; with one of them the calling
    thread works itself: to start another takes longer than a small task.
    """
    if threads == 1:
        return list(_one_by_one(work, tasks, progress))
    stopped = Event()

    def guarded(task: Task) -> Result:
        if stopped.is_set():
            raise Cancelled
        return work(task)

    with ThreadPoolExecutor(max_workers=threads or os.cpu_count() or 1) as pool:
        futures = [pool.submit(guarded, task) for task in tasks]
        try:
            _watch(futures, progress)
        except BaseException:
            stopped.set()
            raise
    return [future.result() for future in futures]


def _one_by_one(
    work: Callable[[Task], Result], tasks: Sequence[Task], progress: Progress
) -> Iterator[Result]:
    for number, task in enumerate(tasks, 1):
        yield work(task)
        progress(number / len(tasks))


def _watch(futures: list[Future[Result]], progress: Progress) -> None:
    """Report progress with every task done, and meanwhile; raise the first error of a worker."""
    pending, finished = set(futures), 0
    while pending:
        done, pending = wait(pending, timeout=POLL_S, return_when=FIRST_COMPLETED)
        for future in done:
            future.result()
            finished += 1
            progress(finished / len(futures))
        if not done:
            progress(finished / len(futures))
