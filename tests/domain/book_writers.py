# SPDX-License-Identifier: GPL-2.0-or-later
"""Writers of an account book in processes of their own, forked from one that has imported everything.

As a script it reads one line per group of writers, forks them, tells their process ids, and when all
have ended how they did. A writer tells every posting that is committed.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any

import pandas as pd

#: An account that anyone may read and nobody owns files of.
NOBODY = 65534


def account_of(units: int, items: int, factor: float, first: int = 0) -> pd.DataFrame:
    """A balanced account of two years: part number n of every unit is worth n × factor; so many units."""
    whole = items * (items + 1) / 2.0
    parts = [("emission/co2", whole), *((f"emission/co2/{n:02d}", float(n)) for n in range(1, items + 1))]
    rows = [
        (f"u{unit:03d}", year, item, "1", value * factor, value * factor * 0.9, value * factor * 1.1)
        for unit in range(first, first + units)
        for year in (2023, 2024)
        for item, value in parts
    ]
    frame = pd.DataFrame(rows, columns=["unit", "year", "item", "scope", "value", "low", "high"])
    return frame.assign(measure="t CO2", tier="1", source="s")


def write(place: str, name: str, postings: int, **manners: Any) -> None:
    """Post some accounts one after the other and tell each.

    ``manners`` are the ``units``, ``items``, ``factor`` and ``first`` unit of the accounts, ``file_limit`` in
    bytes, and whether to work as ``nobody``.
    """
    from dualcarbon.plugin.domain.account_book import GeoPackageBook, PostgresBook, Posting, post
    from dualcarbon.plugin.domain.errors import DualCarbonError

    limit = manners.pop("file_limit", resource.RLIM_INFINITY)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    if manners.pop("nobody", False) and os.getuid() == 0:
        os.setuid(NOBODY)
    book = PostgresBook("book", place) if place.startswith("host=") else GeoPackageBook(Path(place))
    for number in range(1, postings + 1):
        posting_id = f"{name}-{number}"
        account = account_of(**{**manners, "factor": manners["factor"] * number})
        try:
            post(book, Posting(posting_id, "2026-01-01T00:00:00Z", "test", "0", "{}", account))
        except DualCarbonError as refusal:
            tell("refused", str(refusal))
            return
        tell("posted", posting_id)


def tell(kind: str, what: object) -> None:
    """One line in one write, so that lines of several processes do not mix."""
    os.write(1, f"{json.dumps([kind, what])}\n".encode())


def serve() -> None:
    """Fork the writers of every line that comes in."""
    from dualcarbon.plugin.domain import account_book

    tell("ready", account_book.__name__)
    for line in sys.stdin:
        children = []
        for job in json.loads(line):
            child = os.fork()
            if child == 0:
                try:
                    write(**job)
                finally:
                    os._exit(0)
            children.append(child)
        tell("started", children)
        for child in children:
            os.waitpid(child, 0)
        tell("ended", len(children))


class Writers:
    """The other end: starts groups of writers and hears what they tell."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._told: list[tuple[str, str]] = []

    def start(self, *jobs: dict[str, object]) -> list[int]:
        """Start writers at once; returns their process ids."""
        self._process.stdin.write(json.dumps(jobs) + "\n")
        self._process.stdin.flush()
        return self._hear("started")

    def wait(self) -> dict[str, list[str]]:
        """What the writers told once all have ended: the postings that are committed, and refusals."""
        self._hear("ended")
        told, self._told = self._told, []
        return {kind: [what for is_kind, what in told if is_kind == kind] for kind in ("posted", "refused")}

    def _hear(self, wanted: str) -> list[int]:
        while True:
            kind, what = json.loads(self._process.stdout.readline())
            if kind == wanted:
                return what
            self._told.append((kind, what))


@contextmanager
def writers() -> Iterator[Writers]:
    """Start the process that writers are forked from, and end it."""
    command = [sys.executable, __file__]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, text=True, encoding="utf-8", **pipes) as process:
        # Closing its input, as leaving does, ends it.
        yield Writers(process)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    import_module("conftest")
    serve()
