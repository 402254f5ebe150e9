# SPDX-License-Identifier: GPL-2.0-or-later
"""What the manifests of the runs state about the results that a report shows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from ..gis.report_inputs import ReportInputs

#: Facts of a sink baseline beside its totals.
_FACTS = ("residual_ha", "outside_ha", "units_overlap_ha")
#: Control lines without legal force.
_TRIAL_STATES = ("standin", "draft")
#: The algorithms that rest on control lines, and those of their results that tell whether these are in force.
_RESULTS_OF_LINES = {
    "checkplan": ("FINDINGS", "SUMMARY"),
    "checkquantities": ("QUANTITIES",),
    "checklines": ("LINES",),
    "comparedrafts": ("COMPARISON",),
}


def numbers_of(values: Mapping[str, Any]) -> dict[str, float]:
    """The figures of a manifest as floats; null is NaN."""
    return {key: float("nan") if value is None else float(value) for key, value in values.items()}


def stated_baseline(manifest: Mapping[str, Any]) -> dict[str, float]:
    """Totals, shares and area facts of a sink baseline under the names of ``ReportData.baseline_totals``."""
    stated = numbers_of(manifest.get("totals", {}))
    stated.update(numbers_of({key: manifest[key] for key in _FACTS if manifest.get(key) is not None}))
    for quantity, shares in manifest.get("shares", {}).items():
        end = "" if quantity == "stock" else f"_{quantity}"
        stated.update(numbers_of({f"{name}{end}": share for name, share in shares.items()}))
    return stated


def stated_results(inputs: ReportInputs) -> dict[str, dict[str, float]]:
    """The numbers that the runs of the sink side state, by algorithm: totals, area facts, number outputs."""
    return {algorithm: stated_numbers(inputs.facts(algorithm)) for algorithm in inputs.runs}


def stated_numbers(manifest: Mapping[str, Any]) -> dict[str, float]:
    """Totals, area facts and number outputs of one run, by lower-case names."""
    found = {
        **manifest.get("totals", {}),
        **{fact: manifest.get(fact) for fact in _FACTS},
        **{name.lower(): value for name, value in manifest.get("results", {}).items()},
    }
    return numbers_of({name: value for name, value in found.items() if _is_number(value)})


def _is_number(value: object) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def is_trial(inputs: ReportInputs) -> bool:
    """Whether any run or layer at hand rests on lines without legal force.

    Findings without a run that vouches for them tell by themselves: by the status of their
    lines, else because lines without legal force print no legal basis at all.
    """
    behind = [shown.manifest for shown in inputs.runs.values()]
    if any(manifest.get("trial", False) for manifest in (*behind, *inputs.others)):
        return True
    return any(
        _looks_like_trial(inputs.frames.get(name))
        for algorithm, results in _RESULTS_OF_LINES.items()
        for name in results
        if not inputs.facts(algorithm)
    )


def _looks_like_trial(frame: pd.DataFrame | None) -> bool:
    if frame is None:
        return False
    if "trial" in frame:
        return bool((pd.to_numeric(frame["trial"], errors="coerce") == 1).any())
    if "line_status" in frame:
        return bool(frame["line_status"].isin(_TRIAL_STATES).any())
    rows = frame[frame["level"] == "rule"] if "level" in frame else frame
    return len(rows) > 0 and "legal_basis" in rows and bool((rows["legal_basis"].fillna("") == "").all())
