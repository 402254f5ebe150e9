# SPDX-License-Identifier: GPL-2.0-or-later
"""The first page on the results of the sink side: their key figures, and how weak they are."""

from __future__ import annotations

import math
from dataclasses import replace

from ..domain.profiles import Profile
from ..domain.stocks import known_sum
from .ccus_tables import ccus_rows
from .change_rows import change_rows, years_of
from .change_tables import change_totals
from .firstpage import NEGLIGIBLE, Caveat, KeyFigure, figure
from .model import ReportData
from .projection_tables import path_rows
from .texts import Texts


def change_figures(data: ReportData, profile: Profile, texts: Texts) -> list[KeyFigure]:
    """Opening and closing stock and their difference, apart from these the yearly change; area changed."""
    if not data.has_change:
        return []
    totals = change_totals(data)
    years = years_of(data) or ("", "")
    note = texts(
        "key_changed_area_note",
        area=profile.format_area(totals["area_ha"]),
        unit=profile.unit("area", texts.language),
    )
    return [
        *(
            figure(totals, key, texts(text, **more).strip(), quantity, profile, texts)
            for key, text, quantity, more in (
                ("stock_before_tc", "key_opening", "carbon", {"year": years[0]}),
                ("stock_after_tc", "key_closing", "carbon", {"year": years[1]}),
                ("change_tc", "key_change", "carbon", {}),
                ("change_tco2e_a", "key_yearly_change", "flux", {}),
            )
        ),
        KeyFigure(
            texts("key_changed_area"),
            profile.format_area(totals["changed_ha"]),
            profile.unit("area", texts.language),
            note,
        ),
    ]


def outlook_figures(data: ReportData, profile: Profile, texts: Texts) -> list[KeyFigure]:
    """Stock and removal of the last target year; what CCUS facilities store, avoid and remove."""
    figures = []
    if "projection" in data.sink and len(data.sink["projection"]):
        last = dict(path_rows(data).iloc[-1])
        year = int(last["year"])
        for key, text, quantity in (
            ("stock_tc", "key_projected_stock", "carbon"),
            ("removal_tco2e_a", "key_projected_removal", "flux"),
        ):
            shown = figure(last, key, texts(text, year=year), quantity, profile, texts)
            figures.append(replace(shown, note=f"{shown.note}\n{texts('key_projection_note')}"))
    if "ccus" in data.sink:
        rows, note = ccus_rows(data), texts("key_ccus_note")
        for key, text, quantity in (
            ("stored_after_tco2", "key_ccus_stored", "co2"),
            ("avoided_tco2", "key_ccus_avoided", "co2"),
            ("removal_tco2e_a", "key_ccus_removal", "flux"),
        ):
            value = profile.quantity(quantity).format(known_sum(rows[key]))
            figures.append(KeyFigure(texts(text), value, profile.unit(quantity, texts.language), note))
    return figures


#: Tools whose runs state the share of their result on weak factors, and the text of it.
_WEAK = {
    "stockchange": "caveat_weak_change",
    "projectbaseline": "caveat_weak_projection",
    "updatebaseline": "caveat_weak_update",
}
_OPEN = {"uncertainty": "caveat_no_interval_uncertainty"}
_UNMAPPED = {
    "stockchange": "caveat_unmapped_change",
    "updatebaseline": "caveat_unmapped_update",
}


def sink_caveats(data: ReportData, profile: Profile, texts: Texts) -> list[Caveat]:
    """Shares on weak factors and ground without a class, as the runs state them."""
    found = []
    for names, key, quantity in (
        (_WEAK, "weak_share", "share"),
        (_OPEN, "no_interval_share", "share"),
        (_UNMAPPED, "unmapped_area_ha", "parcel_area"),
    ):
        for algorithm, text in names.items():
            value = data.stated.get(algorithm, {}).get(key, math.nan)
            if not math.isnan(value):
                written = (
                    f"{profile.quantity(quantity).format(value)} {profile.unit(quantity, texts.language)}"
                )
                found.append(Caveat(texts(text), written, value != 0.0))
    return found + _uncovered(data, profile, texts)


def _uncovered(data: ReportData, profile: Profile, texts: Texts) -> list[Caveat]:
    """What of the units of a change has no class at both dates, where they state their area."""
    if "change" not in data.sink:
        return []
    rows = change_rows(data)
    uncovered_ha = known_sum(rows["unit_area_ha"] - rows["area_ha"])
    if math.isnan(uncovered_ha):
        return []
    uncovered_ha = uncovered_ha if uncovered_ha > NEGLIGIBLE else 0.0
    unit = profile.unit("parcel_area", texts.language)
    written = f"{profile.quantity('parcel_area').format(uncovered_ha)} {unit}"
    return [Caveat(texts("caveat_uncovered_change"), written, uncovered_ha > 0.0)]
