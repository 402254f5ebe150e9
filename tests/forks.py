# SPDX-License-Identifier: GPL-2.0-or-later
"""Jobs in children forked from one prepared process, so that each starts at once and may be killed.

A script calls ``serve`` with what a job does: it reads one line per group of jobs, forks a child for
each, tells their process ids, and when all have ended that they did. Children tell what they like.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any


def tell(kind: str, what: object) -> None:
    """One line in one write, so that lines of several processes do not mix."""
    os.write(1, f"{json.dumps([kind, what])}\n".encode())


def serve(work: Callable[..., None]) -> None:
    """Fork the children of every line that comes in; each does ``work`` with its job as arguments."""
    for line in sys.stdin:
        children = []
        for job in json.loads(line):
            child = os.fork()
            if child == 0:
                try:
                    work(**job)
                finally:
                    os._exit(0)
            children.append(child)
        tell("started", children)
        for child in children:
            os.waitpid(child, 0)
        tell("ended", len(children))


class Crew:
    """The other end: starts groups of jobs and hears what they tell."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._told: dict[str, list[Any]] = defaultdict(list)

    def start(self, *jobs: dict[str, object]) -> list[int]:
        """Start jobs at once; returns their process ids."""
        self._process.stdin.write(json.dumps(jobs) + "\n")
        self._process.stdin.flush()
        return self._hear("started")

    def wait(self) -> dict[str, list[Any]]:
        """What the jobs told by kind, once all have ended; nothing for any other kind."""
        self._hear("ended")
        told, self._told = self._told, defaultdict(list)
        return told

    def told(self) -> dict[str, list[Any]]:
        """All that a script tells by kind until it ends by itself."""
        for line in self._process.stdout:
            kind, what = json.loads(line)
            self._told[kind].append(what)
        return self._told

    def _hear(self, wanted: str) -> Any:
        while True:
            kind, what = json.loads(self._process.stdout.readline())
            if kind == wanted:
                return what
            self._told[kind].append(what)


@contextmanager
def crew(script: str, *arguments: str) -> Iterator[Crew]:
    """Start a script from which jobs are forked, and end it."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    command = [sys.executable, script, *arguments]
    with subprocess.Popen(command, text=True, encoding="utf-8", **pipes) as process:
        # Closing its input, as leaving does, ends it.
        yield Crew(process)
