# SPDX-License-Identifier: GPL-2.0-or-later
"""What the runs behind the entries of a book state of them: weak factors, and land that is in no figure."""

from __future__ import annotations

import math

from ..domain.profiles import Profile
from .firstpage import NEGLIGIBLE, Caveat
from .model import ReportData
from .stated import stated_baseline
from .texts import Texts

_BASELINE = "dualcarbon:sinkbaseline"
_SHARES = (
    ("weak_share", "caveat_weak"),
    ("weak_share_removal", "caveat_weak_removal"),
    ("weak_share_emission", "caveat_weak_land"),
    ("no_interval_share", "caveat_no_interval"),
    ("no_interval_share_removal", "caveat_no_interval_removal"),
    ("no_interval_share_emission", "caveat_no_interval_land"),
)
_AREAS = (("unmapped_ha", "caveat_excluded"), ("outside_ha", "caveat_outside"))


def posted_baselines(data: ReportData) -> list[dict[str, float]]:
    """Totals, shares and areas of every baseline that was posted; ``unmapped_ha`` has no carbon class."""
    return [
        {**stated_baseline(run), "unmapped_ha": float(run.get("unmapped_ha") or 0.0)}
        for run in data.manifests
        if run.get("algorithm") == _BASELINE
    ]


def posted_caveats(data: ReportData, profile: Profile, texts: Texts) -> list[Caveat]:
    """Weak and open shares (of several baselines from the least to the most), and areas left out."""
    if data.has_baseline or "book" not in data.accounts:
        return []
    baselines = posted_baselines(data)
    share, area = profile.quantity("share"), profile.quantity("parcel_area")
    found = []
    for key, text in _SHARES:
        values = [stated[key] for stated in baselines if not math.isnan(stated.get(key, math.nan))]
        if values:
            ends = dict.fromkeys(share.format(value) for value in (min(values), max(values)))
            found.append(Caveat(texts(text), f"{' – '.join(ends)} %", max(values) > 0.0))
    for key, text in _AREAS:
        if baselines:
            left_ha = math.fsum(stated.get(key, 0.0) for stated in baselines)
            value = f"{area.format(left_ha)} {profile.unit('parcel_area', texts.language)}"
            found.append(Caveat(texts(text), value, left_ha > NEGLIGIBLE))
    return found
