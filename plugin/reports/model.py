# SPDX-License-Identifier: GPL-2.0-or-later
"""What a report is made of: tables, totals, manifests and maps, handed in by the caller.

Tables are pandas frames with the field names of the algorithms' outputs (areas in ha,
findings in m², stocks in t C, fluxes in t CO2e/a; NaN where not known). A report computes
nothing but sums for display; totals of unions and intervals come from the runs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from ..domain.errors import InputError
from .account_model import BookFacts
from .texts import LANGUAGES

#: Chapters in which a map may stand.
MAP_PARTS = ("baseline", "change", "hotspots", "account", "monitoring", "check")

#: Results of the sink side beside the baseline, by the names of the report's parameters.
SINK_RESULTS = (
    *("change", "transitions", "causes", "projection"),
    *("uncertainty", "ranking", "hotspots", "hotspot_units", "ccus"),
)

#: Results of the carbon accounts, by the names of the account report's parameters; ``book`` are the
#: entries of the account book, ``accounts`` and ``sectors`` what ``book_frames`` makes of them,
#: ``monitored`` the entries behind a monitoring, ``line_changes`` its changes inside control lines.
ACCOUNT_RESULTS = (
    *("book", "accounts", "sectors", "inventory", "reconciliation", "register", "matrix", "agreement"),
    *("monitoring", "series", "monitored", "line_changes", "value", "sinks"),
)

#: Results of other checks that a report may show, in reading order.
SECTIONS = (
    *("structure", "quantities", "lines", "topology"),
    *("comparison", "draft_changes", "repair", "replenishment"),
)


@dataclass(frozen=True)
class ReportMap:
    """A map drawn by QGIS: a PNG and what it shows; ``part`` is the chapter it stands in."""

    caption: str
    png: bytes
    part: str = "baseline"


@dataclass(frozen=True)
class ReportData:
    """Everything one report shows; every part but ``title`` and one table is optional.

    ``baseline_totals`` holds the account columns (``area_ha``, ``stock_tc(_low,_high)``,
    ``removal_tco2e_a(…)``, ``emission_tco2e_a(…)``, ``net_tco2e_a``) and may hold ``weak_share``,
    ``no_interval_share`` (of the stock; ``…_removal``, ``…_emission``), ``uncovered_ha``, ``outside_ha``,
    ``twice_ha``, ``excluded_ha``, ``units_overlap_ha``, ``residual_ha``; what is absent is taken from the
    units and the factor rows, or is not known. ``check_totals`` are the totals of ``check_plan``:
    ``errors``, ``warnings``, ``infos``, ``noise``, ``error_area_ha``, ``finding_area_ha``,
    ``multiple_area_ha``, ``noise_area_ha``, ``not_checkable_area_ha``, ``twice_planned_area_ha``,
    ``compliant_area_ha``, ``plan_area_ha``, ``residual_ha``, ``exempted``, ``exempted_area_ha``,
    ``stock_loss_tco2``, ``removal_forgone_tco2e_a``, ``carbon_at_stake_tco2e`` (each with ``_low`` and
    ``_high``), and may hold ``weak_share``; areas and carbon are those of unions. A key that is absent is
    not known. Totals are those of a run that vouches for the tables; without them figures are added up
    and said to be.

    ``manifests`` are the run manifests as read from JSON. Of each the report reads
    ``algorithm``, ``plugin_version``, ``finished``, ``parameters``, ``factor_set`` (``id``, ``version``,
    ``sha256``, ``soil_depth_cm``, ``gwp``, ``flux_family``), ``rule_pack`` (``id``, ``version``, ``sha256``),
    ``as_of``, ``inputs`` (``parameter``, ``layer``, ``source``, ``crs``, ``features``, ``sha256``),
    ``lines`` (``line_type``, ``layer``, ``status``, ``document``, ``dated``), ``crs``, ``area_rule``,
    ``tolerances``, ``notes`` (records of ``Note.to_record``) and ``residual_ha``.
    ``own_run`` tells in the same words of the making of the report: its inputs and its notes.

    ``sink`` holds the results of the sink side by the names of ``SINK_RESULTS``, ``stated`` what the runs
    behind them state as numbers, by algorithm (``change_tc_low``, ``weak_share`` …), ``path`` the
    projection of all units by year as its run states it.
    ``accounts`` holds the carbon accounts by the names of ``ACCOUNT_RESULTS``, ``book`` what is known about
    the account book beside its entries.
    ``sections`` holds the tables of other checks by the names of ``SECTIONS``. ``code_names`` are names
    of land-and-sea codes, ``rule_texts`` what each rule says; ``class_names`` stand in the order of
    the classes, ``class_categories`` are their IPCC categories, ``cause_names`` those of causes of change.
    """

    title: str
    created: str
    language: str = "zh"
    profile: str = "si"
    place: str = ""
    place_code: str = ""
    year: int | None = None
    producer: str = ""
    trial: bool = False
    attribution: tuple[str, ...] = ()
    baseline_units: pd.DataFrame | None = None
    baseline_classes: pd.DataFrame | None = None
    baseline_totals: Mapping[str, float] = field(default_factory=dict)
    findings: pd.DataFrame | None = None
    parcels: pd.DataFrame | None = None
    summary: pd.DataFrame | None = None
    check_totals: Mapping[str, float] = field(default_factory=dict)
    horizon_a: float | None = None
    factor_rows: pd.DataFrame | None = None
    not_run: pd.DataFrame | None = None
    manifests: tuple[Mapping[str, Any], ...] = ()
    own_run: Mapping[str, Any] = field(default_factory=dict)
    maps: tuple[ReportMap, ...] = ()
    sink: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    stated: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    accounts: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    book: BookFacts = field(default_factory=BookFacts)
    sections: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    path: pd.DataFrame | None = None
    class_categories: Mapping[str, str] = field(default_factory=dict)
    cause_names: Mapping[str, str] = field(default_factory=dict)
    class_names: Mapping[str, str] = field(default_factory=dict)
    code_names: Mapping[str, str] = field(default_factory=dict)
    rule_texts: Mapping[str, str] = field(default_factory=dict)
    line_names: Mapping[str, str] = field(default_factory=dict)
    decimals: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.language not in LANGUAGES:
            raise InputError(
                "There is no report language {language}; choose one of {known}.",
                language=self.language,
                known=", ".join(LANGUAGES),
            )
        if not (self.has_baseline or self.has_check or self.sink or self.accounts or self.sections):
            raise InputError(
                "The report {title} has nothing to show; hand in a baseline or the result of a check.",
                title=self.title,
            )

    @property
    def has_baseline(self) -> bool:
        """Whether a sink baseline is part of the report."""
        return self.baseline_units is not None or self.baseline_classes is not None

    @property
    def has_change(self) -> bool:
        """Whether a stock change between two dates is part of the report."""
        return "change" in self.sink or "transitions" in self.sink

    @property
    def has_check(self) -> bool:
        """Whether a plan check is part of the report."""
        return self.findings is not None or self.summary is not None

    @property
    def control_lines(self) -> tuple[Mapping[str, Any], ...]:
        """The control lines of the plan check as its run recorded them; each layer once."""
        records = [line for run in self.manifests for line in run.get("lines", ()) if _is_check(run)]
        return tuple({(line["line_type"], line["layer"]): line for line in records}.values())


def _is_check(run: Mapping[str, Any]) -> bool:
    return run.get("algorithm") == "dualcarbon:checkplan"
