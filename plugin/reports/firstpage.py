# SPDX-License-Identifier: GPL-2.0-or-later
"""The first page: key figures, and what about them was noisy, unmapped, weak or unverified."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from ..domain.profiles import MISSING, Profile, Quantity
from ..domain.stocks import known_sum
from .baseline_tables import unit_rows, units_overlap_ha
from .check_labels import TRIAL_STATUS
from .check_rows import EXEMPTED, finding_rows, rule_sums
from .model import ReportData
from .provenance_tables import Translate, note_text
from .table import is_missing
from .texts import Texts
from .totals import baseline_totals, chapters_added_up, check_is_added_up, check_totals

#: Notes of the runs that the first page spells out.
NOTES_ON_FIRST_PAGE = 6

#: Areas of a plan check and residuals are small: they keep the digits of single parcels.
_SMALL = "parcel_area"


#: Areas (1e-6 ha = 0.01 m²) and shares below this are what floats leave of nothing.
NEGLIGIBLE = 1e-6


@dataclass(frozen=True)
class KeyFigure:
    """One key figure: its name, value with unit, and the line beneath (interval or reading aid)."""

    label: str
    value: str
    unit: str
    note: str = ""


@dataclass(frozen=True)
class Caveat:
    """One thing a reader must know before using the figures; ``alarm`` where it is not nil."""

    label: str
    value: str
    alarm: bool


def baseline_figures(data: ReportData, profile: Profile, texts: Texts) -> list[KeyFigure]:
    """Area, stock, removal, emission and net emission of the whole."""
    if not data.has_baseline:
        return []
    totals = baseline_totals(data)
    net = totals.get("net_tco2e_a", math.nan)
    figures = [
        KeyFigure(
            texts("key_area"),
            profile.format_area(totals.get("area_ha")),
            profile.unit("area", texts.language),
        )
    ]
    for key, text, quantity in (
        ("stock_tc", "key_stock", "carbon"),
        ("removal_tco2e_a", "key_removal", "flux"),
        ("emission_tco2e_a", "key_emission", "flux"),
    ):
        figures.append(figure(totals, key, texts(text), quantity, profile, texts))
    side = "" if is_missing(net) else texts("key_net_sink" if net < 0 else "key_net_source")
    note = " · ".join(part for part in (side, texts("key_net_note")) if part)
    flux = profile.quantity("flux")
    figures.append(KeyFigure(texts("key_net"), flux.format(net), profile.unit("flux", texts.language), note))
    return figures


def check_figures(data: ReportData, profile: Profile, texts: Texts) -> list[KeyFigure]:
    """Findings, error area, one-off loss, yearly loss, and both over the stated horizon."""
    if not data.has_check:
        return []
    totals = check_totals(data)
    counts = _counts(data)
    figures = [
        KeyFigure(
            texts("key_findings"),
            f"{counts['error']:,} / {counts['warning']:,}",
            texts("unit_count"),
            texts("key_findings_note", info=counts["info"], noise=counts["noise"]),
        ),
        KeyFigure(
            texts("key_error_area_added_up" if check_is_added_up(data) else "key_error_area"),
            profile.format_area(totals.get("error_area_ha")),
            profile.unit("area", texts.language),
            _error_area_note(data, totals.get("finding_area_ha"), profile, texts),
        ),
        figure(totals, "stock_loss_tco2", texts("key_stock_loss"), "co2", profile, texts),
        figure(totals, "removal_forgone_tco2e_a", texts("key_removal_forgone"), "flux", profile, texts),
    ]
    if data.horizon_a is None:
        unknown = KeyFigure(texts("key_at_stake_unknown"), MISSING, "", texts("key_at_stake_unknown_note"))
        return [*figures, unknown]
    horizon = f"{data.horizon_a:g}"
    stake = figure(
        totals, "carbon_at_stake_tco2e", texts("key_at_stake", horizon=horizon), "co2e", profile, texts
    )
    reading = texts("key_at_stake_note", horizon=horizon)
    return [*figures, KeyFigure(stake.label, stake.value, stake.unit, f"{stake.note}\n{reading}")]


def caveats(data: ReportData, profile: Profile, texts: Texts) -> list[Caveat]:
    """Weak, open, unmapped, unverified and noisy shares and areas, each that the runs state."""
    small = profile.quantity(_SMALL)
    unit = profile.unit(_SMALL, texts.language)
    share = profile.quantity("share")

    def measured(
        totals: Mapping[str, float], key: str, text: str, quantity: Quantity, mark: str
    ) -> list[Caveat]:
        value = totals.get(key)
        if value is None or is_missing(value):
            return []
        # Areas found by subtraction may miss zero by what floats leave.
        value = 0.0 if abs(value) < NEGLIGIBLE else value
        return [Caveat(texts(text), f"{quantity.format(value)} {mark}", value != 0)]

    stated = _baseline_statements(data) if data.has_baseline else {}
    found = _added_up(data, texts)
    for key, text in (
        ("weak_share", "caveat_weak"),
        ("weak_share_removal", "caveat_weak_removal"),
        ("weak_share_emission", "caveat_weak_emission"),
        ("no_interval_share", "caveat_no_interval"),
        ("no_interval_share_removal", "caveat_no_interval_removal"),
        ("no_interval_share_emission", "caveat_no_interval_emission"),
    ):
        found += measured(stated, key, text, share, "%")
    for key, text in (
        ("uncovered_ha", "caveat_uncovered"),
        ("outside_ha", "caveat_outside"),
        ("twice_ha", "caveat_twice"),
        ("units_overlap_ha", "caveat_units_overlap"),
        ("excluded_ha", "caveat_excluded"),
    ):
        found += measured(stated, key, text, small, unit)
    residual_ha = stated.get("residual_ha")
    if not is_missing(residual_ha):
        found.append(Caveat(texts("caveat_residual"), f"{small.scaled(residual_ha):.2g} {unit}", False))
    if data.has_check:
        found += _exempted(data, profile, texts)
        found += _unverified(data, texts)
        for key, text in (
            ("noise_area_ha", "caveat_noise"),
            ("multiple_area_ha", "caveat_multiple"),
            ("not_checkable_area_ha", "caveat_not_checkable"),
            ("twice_planned_area_ha", "caveat_twice_planned"),
        ):
            found += measured(data.check_totals, key, text, small, unit)
        found += measured(data.check_totals, "weak_share", "caveat_check_weak", share, "%")
        if data.not_run is not None and len(data.not_run):
            value = texts("caveat_not_run_value", count=len(data.not_run))
            found.append(Caveat(texts("caveat_not_run"), value, True))
    return found


def trial_note(data: ReportData, texts: Texts) -> str:
    """What is a trial about the checks: all of it, or the lines without legal force."""
    lines = [line for run in data.manifests for line in run.get("lines", ())]
    trial = [line for line in lines if line["status"] in TRIAL_STATUS]
    if not trial or len(trial) == len(lines):
        return texts("trial_note")
    names = [
        f"{data.line_names.get(line['line_type'], line['layer'])}"
        f" ({texts.label('line_status', line['status'])})"
        for line in trial
    ]
    return texts("trial_note_mixed", lines=", ".join(dict.fromkeys(names)))


def warning_notes(data: ReportData, translate: Translate) -> list[str]:
    """The warnings among the notes of the report itself and of all runs, each sentence once."""
    sentences = [
        note_text(note, translate)
        for manifest in (data.own_run, *data.manifests)
        for note in manifest.get("notes", [])
        if note.get("warning", True)
    ]
    return list(dict.fromkeys(sentences))


def _added_up(data: ReportData, texts: Texts) -> list[Caveat]:
    chapters = [texts(chapter) for chapter in chapters_added_up(data)]
    return [Caveat(texts("caveat_added_up"), " · ".join(chapters), True)] if chapters else []


def _baseline_statements(data: ReportData) -> dict[str, float]:
    """What is known about the baseline beside its figures, from totals, units and factors."""
    found: dict[str, float] = {}
    if data.baseline_units is not None:
        units = unit_rows(data)
        for key in ("uncovered_ha", "twice_ha", "excluded_ha"):
            found[key] = known_sum(units[key])
    found["units_overlap_ha"] = units_overlap_ha(data)
    found.update(_shares_of_factors(data.factor_rows))
    stated = {key: value for key, value in data.baseline_totals.items() if not is_missing(value)}
    return {key: value for key, value in {**found, **stated}.items() if not math.isnan(value)}


def _shares_of_factors(rows: pd.DataFrame | None) -> dict[str, float]:
    if rows is None or not {"quantity", "weak", "share_of_result"} <= set(rows.columns):
        return {}
    shares = {}
    for quantity, weak_key, open_key in (
        ("stock", "weak_share", "no_interval_share"),
        ("removal", "weak_share_removal", "no_interval_share_removal"),
        ("emission", "weak_share_emission", "no_interval_share_emission"),
    ):
        part = rows[rows["quantity"] == quantity]
        if len(part) and part["share_of_result"].notna().any():
            shares[weak_key] = math.fsum(part.loc[part["weak"].astype(bool), "share_of_result"].dropna())
            unbounded = part["low"].isna() | part["high"].isna()
            shares[open_key] = math.fsum(part.loc[unbounded, "share_of_result"].dropna())
    return shares


def _counts(data: ReportData) -> dict[str, int]:
    findings = finding_rows(data)
    severities = findings.loc[findings["state"] != EXEMPTED, "severity"].tolist()
    counts = {}
    for severity, key in (
        ("error", "errors"),
        ("warning", "warnings"),
        ("info", "infos"),
        ("noise", "noise"),
    ):
        stated = data.check_totals.get(key)
        counts[severity] = severities.count(severity) if stated is None else int(stated)
    return counts


def _error_area_note(data: ReportData, area_ha: float | None, profile: Profile, texts: Texts) -> str:
    if area_ha is None:
        return texts("key_error_area_note")
    all_findings = {"area": profile.format_area(area_ha), "unit": profile.unit("area", texts.language)}
    if check_is_added_up(data):
        return texts("key_error_area_note_added_up", **all_findings)
    return texts("key_error_area_note_all", **all_findings)


def _exempted(data: ReportData, profile: Profile, texts: Texts) -> list[Caveat]:
    count = data.check_totals.get("exempted", float((finding_rows(data)["state"] == EXEMPTED).sum()))
    if not count:
        return []
    value = texts(
        "caveat_exempted_value",
        count=int(count),
        area=profile.quantity(_SMALL).format(data.check_totals.get("exempted_area_ha")),
        unit=profile.unit(_SMALL, texts.language),
    )
    return [Caveat(texts("caveat_exempted"), value, True)]


def _unverified(data: ReportData, texts: Texts) -> list[Caveat]:
    rules = rule_sums(data)
    if rules.empty:
        return []
    names = sorted(set(rules.loc[rules["verified"] != "yes", "rule_id"]))
    total = rules["rule_id"].nunique()
    value = texts("caveat_unverified_none", total=total)
    if names:
        value = texts("caveat_unverified_value", count=len(names), total=total, rules=", ".join(names))
    return [Caveat(texts("caveat_unverified"), value, bool(names))]


def figure(
    totals: Mapping[str, float], key: str, label: str, quantity: str, profile: Profile, texts: Texts
) -> KeyFigure:
    """A key figure of ``totals`` with its 95 % interval, or the statement that none is known."""
    writer = profile.quantity(quantity)
    low, high = writer.format(totals.get(f"{key}_low")), writer.format(totals.get(f"{key}_high"))
    value = writer.format(totals.get(key))
    open_bounds = MISSING in (low, high)
    note = texts("key_no_interval") if open_bounds else texts("key_interval", low=low, high=high)
    return KeyFigure(label, value, profile.unit(quantity, texts.language), note)
