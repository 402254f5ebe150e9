# SPDX-License-Identifier: GPL-2.0-or-later
"""The calls of every tool, with short reports, and documents of two of them: runs under faults are many."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from every_tool.call import DOCUMENTS
from every_tool.calls import Call, calls

#: Results left out of the two reports that have documents: their chapters are drawn as those that stay.
LEFT_OUT = {
    "report": (
        *("LANDUSE", "CHANGE", "TRANSITIONS", "PROJECTION", "UNCERTAINTY", "RANKING", "HOTSPOTS", "CCUS"),
        *("PARCELS", "SUMMARY", "STRUCTURE", "QUANTITIES", "LINES", "TOPOLOGY", "COMPARISON"),
        *("DRAFT_CHANGES", "REPAIR", "REPLENISHMENT", "CONTROL_LINES"),
    ),
    "accountreport": (
        *("RECONCILIATION", "REGISTER", "MATRIX", "AGREEMENT", "MONITORING", "SERIES", "VALUE", "SINKS"),
    ),
}


def short_calls(inputs: Path) -> dict[str, Call]:
    """A call of every algorithm and model that takes little time."""
    return {name: _shortened(name, call) for name, call in calls(inputs).items()}


def _shortened(name: str, call: Call) -> Call:
    left_out = LEFT_OUT.get(name, ())
    kept = {parameter: value for parameter, value in call.parameters.items() if parameter not in left_out}
    documents = () if name in LEFT_OUT else tuple(f"_{end}" for end in DOCUMENTS)
    outputs = {output: file for output, file in call.outputs.items() if not output.endswith(documents)}
    return replace(call, parameters=kept, outputs=outputs)
