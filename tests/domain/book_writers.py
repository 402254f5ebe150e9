# SPDX-License-Identifier: GPL-2.0-or-later
"""Writers of an account book in processes of their own, forked from one that has imported everything.

A writer tells every posting that is committed.
"""

from __future__ import annotations

import os
import resource
import sys
from contextlib import AbstractContextManager
from importlib import import_module
from pathlib import Path
from typing import Any

import pandas as pd

# As a script it is started without the paths of pytest.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from forks import Crew, crew, serve, tell

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


def writers() -> AbstractContextManager[Crew]:
    """The process that writers are forked from; as a context, which ends it."""
    return crew(__file__)


if __name__ == "__main__":
    import_module("conftest")
    import_module("dualcarbon.plugin.domain.account_book")
    serve(write)
