# SPDX-License-Identifier: GPL-2.0-or-later
"""A small call of every algorithm and model, good for Python and for ``qgis_process`` alike."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .account_calls import (
    account_calls,
    book_calls,
    change_calls,
    emission_calls,
    first_county,
    method_calls,
    raster_calls,
)
from .call import BOOK, MADE, Call, result_of
from .plan_calls import check_calls, model_calls, report_calls
from .sources import YEAR, write_sources

__all__ = ["Call", "calls", "prepare"]

#: Tools whose results others take, in an order in which each finds what it takes. The book comes before the
#: tools that read it.
BEFORE_BOOK = ("attachfactors", "forestcarbon", "sinkbaseline", "emissioninventory")
AFTER_BOOK = (
    *("stockchange", "projectbaseline", "uncertainty", "sinkhotspots", "ccusinventory", "unifyunits"),
    *("checkplan", "checklines", "checktopology", "checkquantities", "comparedrafts", "repairplan"),
    *("valuecarbon", "monitoraccount"),
)


def prepare(folder: Path, *, turned: bool = False) -> Path:
    """Write all that ``calls`` take into the folder: data of a county and results of earlier tools.

    The provider must be registered. ``turned`` turns the order of the rows in the data. Pages and documents,
    which no tool takes, are not made.
    """
    write_sources(folder, turned=turned)
    _run("attachfactors", first_county(folder).into(folder / "330101"))
    made = calls(folder)
    for name in BEFORE_BOOK:
        _make(made[name], folder)
    for name in ("sinkbaseline", "emissioninventory"):
        account = result_of(folder, name)
        _run("postaccount", {"STORE": str(folder / BOOK), "ACCOUNT": account, "YEAR": YEAR})
    for name in AFTER_BOOK:
        _make(made[name], folder)
    return folder


def calls(inputs: Path) -> dict[str, Call]:
    """A call of every algorithm and model by name, and variants of some, on what ``prepare`` wrote."""
    makers = (
        *(account_calls, raster_calls, change_calls, method_calls, emission_calls, book_calls),
        *(check_calls, report_calls, model_calls),
    )
    return {name: call for maker in makers for name, call in maker(inputs).items()}


def _make(call: Call, folder: Path) -> None:
    given = call.into(folder / MADE / call.tool)
    _run(call.tool, {name: value for name, value in given.items() if not name.startswith("REPORT")})


def _run(tool: str, parameters: Mapping[str, Any]) -> None:
    import processing
    from qgis.core import QgsProcessingFeedback

    processing.run(f"dualcarbon:{tool}", dict(parameters), feedback=QgsProcessingFeedback(False))
