# SPDX-License-Identifier: GPL-2.0-or-later
"""Totals of the whole: stated by a run, or added up and said to be."""

from __future__ import annotations

import math

import pandas as pd
import pytest
from dualcarbon.plugin.domain.profiles import load_profile
from dualcarbon.plugin.gis.manifests import ShownRun
from dualcarbon.plugin.gis.report_inputs import ReportInputs
from dualcarbon.plugin.reports.firstpage import baseline_figures, caveats, check_figures, warning_notes
from dualcarbon.plugin.reports.model import ReportData
from dualcarbon.plugin.reports.stated import is_trial, stated_baseline
from dualcarbon.plugin.reports.texts import Texts
from dualcarbon.plugin.reports.totals import baseline_totals, check_totals

FINDINGS = pd.DataFrame(
    {
        "rule_id": ["PBF-01", "PBF-02", "UDB-05", "PBF-90"],
        "severity": ["error", "error", "warning", "noise"],
        "area_m2": [20_000.0, 5_000.0, 10_000.0, 0.5],
        "stock_loss_tco2": [600.0, math.nan, 100.0, 9.0],
        "stock_loss_tco2_low": [500.0, math.nan, 90.0, 8.0],
        "legal_basis": ["第35条", None, None, None],
    }
)
SUMMARY = pd.DataFrame(
    {
        "level": ["rule", "rule", "total"],
        "rule_id": ["PBF-01", "PBF-02", None],
        "line_type": ["pbf", "pbf", None],
        "unit": [None, None, None],
        "severity": ["error", "error", "error"],
        "union_ha": [2.0, 0.5, 2.1],
        "stock_loss_tco2": [600.0, 150.0, 640.0],
        "stock_loss_tco2_low": [500.0, 100.0, 520.0],
        "legal_basis": [None, None, None],
    }
)
UNITS = pd.DataFrame({"unit": ["甲", "乙"], "area_ha": [2.0, 3.0], "stock_tc": [100.0, 150.5]})


def report_of(**parts: object) -> ReportData:
    return ReportData("t", "2026", language="en", **parts)


def lines_of(data: ReportData) -> dict[str, tuple[str, str]]:
    profile, texts = load_profile("si"), Texts("en")
    figures = [*baseline_figures(data, profile, texts), *check_figures(data, profile, texts)]
    return {figure.label: (figure.value, figure.note) for figure in figures}


def caveats_of(data: ReportData) -> dict[str, str]:
    return {item.label: item.value for item in caveats(data, load_profile("si"), Texts("en"))}


def test_a_baseline_without_a_run_is_the_sum_of_its_units_and_says_so() -> None:
    data = report_of(baseline_units=UNITS)
    assert baseline_totals(data)["stock_tc"] == 250.5
    assert lines_of(data)["Carbon stock"] == ("251", "95 % interval not known")
    assert [value for label, value in caveats_of(data).items() if "added up" in label] == ["Sink baseline"]


def test_a_run_s_totals_stand_even_where_it_could_not_know_them() -> None:
    """Totals that a run left open are not known; sums of units would count shared ground twice."""
    data = report_of(baseline_units=UNITS, baseline_totals={"area_ha": math.nan, "stock_tc": math.nan})
    assert lines_of(data)["Carbon stock"][0] == "—"
    assert not [label for label in caveats_of(data) if "added up" in label]


def test_findings_without_a_run_are_added_up_without_noise() -> None:
    """2 ha + 0.5 ha of errors, 1 ha of warnings; 600 + 100 t CO2 are known."""
    data = report_of(findings=FINDINGS)
    totals = check_totals(data)
    assert (totals["error_area_ha"], totals["finding_area_ha"], totals["stock_loss_tco2"]) == (2.5, 3.5, 700)
    lines = lines_of(data)
    assert lines["Error area (sum of findings)"] == (
        "2.5",
        "ground hit twice counts twice; all findings: 3.5 ha",
    )
    assert lines["Stock loss of all findings, one-off"] == ("700", "95 % interval not known")
    assert "Plan check" in "".join(caveats_of(data).values())


def test_a_summary_without_a_run_lends_its_whole_plan() -> None:
    """The union of the summary (2.1 ha, 640 t CO2), not the sum of its rules (2.5 ha, 750 t CO2)."""
    totals = check_totals(report_of(summary=SUMMARY))
    assert (totals["finding_area_ha"], totals["stock_loss_tco2"], totals["error_area_ha"]) == (2.1, 640, 2.5)
    assert "stock_loss_tco2_low" not in totals


def test_shares_of_the_manifest_stand_where_no_factor_table_is_at_hand() -> None:
    manifest = {
        "totals": {"area_ha": 5.0, "stock_tc": 250.5, "stock_tc_low": None},
        "shares": {
            "stock": {"weak_share": 0.25, "no_interval_share": 0.5},
            "emission": {"weak_share": None, "no_interval_share": 0.125},
        },
        "residual_ha": 2e-9,
        "units_overlap_ha": 0.75,
    }
    told = caveats_of(report_of(baseline_units=UNITS, baseline_totals=stated_baseline(manifest)))
    assert told["Share of the carbon stock on factors below grade “secondary”"] == "25.0 %"
    assert told["Share of the carbon stock without a 95 % interval"] == "50.0 %"
    assert told["Share of the emission without one"] == "12.5 %"
    assert "Share of the emission on such factors" not in told
    assert told["Area conservation residual"] == "2e-09 ha"
    assert told["Ground in several units (overlapping units)"].startswith("0.75")


def test_another_run_s_residual_is_not_the_baseline_s() -> None:
    check = {"algorithm": "dualcarbon:checkplan", "residual_ha": 7.0}
    assert "Area conservation residual" not in caveats_of(report_of(baseline_units=UNITS, manifests=(check,)))


def test_notes_of_the_report_itself_come_first() -> None:
    note = {"kind": "no_manifest", "text": "Layer x has no run manifest.", "warning": True}
    data = report_of(
        baseline_units=UNITS,
        own_run={"notes": [note]},
        manifests=({"notes": [{"text": "2 gaps", "warning": True}]},),
    )
    assert warning_notes(data, str) == ["Layer x has no run manifest.", "2 gaps"]


@pytest.mark.parametrize(
    ("name", "frame", "trial"),
    [
        ("FINDINGS", FINDINGS, False),
        ("FINDINGS", FINDINGS.assign(legal_basis=None), True),
        ("FINDINGS", FINDINGS.assign(line_status="draft"), True),
        ("FINDINGS", FINDINGS.assign(legal_basis=None, line_status="legal"), False),
        ("FINDINGS", FINDINGS.head(0), False),
        ("SUMMARY", SUMMARY, True),
    ],
)
def test_layers_without_a_run_tell_a_trial_by_themselves(name, frame, trial) -> None:
    assert is_trial(ReportInputs(frames={name: frame})) is trial


def test_any_run_on_stand_ins_makes_the_report_a_trial() -> None:
    legal, trial = {"trial": False}, {"trial": True}
    shown = {"checkplan": ShownRun(legal, vouched=True)}
    assert not is_trial(ReportInputs(frames={"FINDINGS": FINDINGS}, runs=shown))
    assert is_trial(ReportInputs(frames={"FINDINGS": FINDINGS}, runs=shown, others=(trial,)))
