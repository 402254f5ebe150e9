# SPDX-License-Identifier: GPL-2.0-or-later
"""Two towns and three classes at two dates, every figure of which can be added up in the head.

Paddy holds 100 t C/ha, forest 150, residential land 70. 2018 to 2023: −900 t C · 44/12 / 5 a = −660 t CO2e/a.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from typing import Optional

import pandas as pd
from dualcarbon.plugin.reports.model import ReportData

DENSITY = {"paddy": 100.0, "mixed_forest": 150.0, "residential": 70.0}
NAMES = {"paddy": "水田", "mixed_forest": "混交林", "residential": "居住用地"}
ENGLISH = {"paddy": "Paddy field", "mixed_forest": "Mixed forest", "residential": "Residential land"}
CATEGORIES = {"paddy": "cropland", "mixed_forest": "forest_land", "residential": "settlements"}
Move = tuple[str, Optional[str], Optional[str], float]
MOVES: tuple[Move, ...] = (
    ("甲镇", "paddy", "paddy", 80.0),
    ("甲镇", "paddy", "residential", 20.0),
    ("甲镇", "mixed_forest", "mixed_forest", 50.0),
    ("甲镇", None, "paddy", 2.0),
    ("乙镇", "mixed_forest", "paddy", 10.0),
    ("乙镇", "paddy", "mixed_forest", 4.0),
    ("乙镇", "mixed_forest", "mixed_forest", 36.0),
    ("乙镇", "residential", None, 1.0),
)


def transitions(moves: Sequence[Move] = MOVES, known: Mapping[str, float] = DENSITY) -> pd.DataFrame:
    """The transitions of ``stockchange``, bounds 10 t C/ha below and 20 above where the class changes."""
    rows = []
    for unit, start, end, area_ha in moves:
        both = start in known and end in known
        before, after = (area_ha * known[name] if both else math.nan for name in (start, end))
        wide = area_ha * (start != end)
        rows.append(
            {
                **{"unit": unit, "from_class": start, "to_class": end, "area_ha": area_ha},
                **{"stock_before_tc": before, "stock_after_tc": after, "change_tc": after - before},
                **{
                    "change_tc_low": after - before - 10.0 * wide,
                    "change_tc_high": after - before + 20.0 * wide,
                },
            }
        )
    return pd.DataFrame(rows)


def change() -> pd.DataFrame:
    """The same per unit, as ``stockchange`` writes it."""
    rows = []
    for unit, area, changed, before, gain, loss, after in (
        ("甲镇", 150.0, 20.0, 17_500.0, 0.0, 600.0, 16_900.0),
        ("乙镇", 50.0, 14.0, 7_300.0, 200.0, 500.0, 7_000.0),
    ):
        row = {
            **{"unit": unit, "year_before": 2018, "year_after": 2023, "area_ha": area, "changed_ha": changed},
            **{"stock_before_tc": before, "stock_after_tc": after, "gain_tc": gain, "loss_tc": loss},
            "change_tc": after - before,
            "change_tco2e_a": (after - before) * 44 / 12 / 5,
        }
        for name in ("stock_before_tc", "stock_after_tc", "change_tc", "change_tco2e_a"):
            row[f"{name}_low"], row[f"{name}_high"] = row[name] - 50.0, row[name] + 50.0
        rows.append({**row, "only_before_ha": 1.0, "only_after_ha": 2.0, "covered_share": 0.98})
    return pd.DataFrame(rows)


def sink_report(language: str = "zh", profile: str = "si", **sink: pd.DataFrame) -> ReportData:
    """A report of results of the sink side alone."""
    return ReportData(
        title="t",
        created="2026-01-01",
        language=language,
        profile=profile,
        sink=sink,
        class_names=NAMES if language == "zh" else ENGLISH,
        class_categories=CATEGORIES,
    )


def projection(years: tuple[int, ...] = (2025, 2060), units: tuple[str, ...] = ("甲", "乙")) -> pd.DataFrame:
    """1 000 t C and 40 t CO2e/a in each unit, 10 t C more in every later year."""
    return pd.DataFrame(
        [
            {
                **{"unit": unit, "year": year, "stock_tc": 1_000.0 + 10.0 * (year - years[0])},
                **{"stock_tc_low": 900.0, "stock_tc_high": 1_500.0, "removal_tco2e_a": 40.0},
                **{"emission_tco2e_a": 4.0, "net_tco2e_a": -36.0, "cumulative_removal_tco2e": 40.0},
            }
            for unit in units
            for year in years
        ]
    )


#: What makes a baseline unsure, as ``uncertainty`` ranks it.
RANKING = pd.DataFrame(
    [
        ("removal", "mixed_forest", "biomass_growth", 1.0, 1.0, 3.2, 1.6, 4.8, "derived"),
        ("stock", "paddy", "soc", 0.6, 0.6, 111.0, 94.0, 128.0, "primary"),
        ("stock", "mixed_forest", "area", 0.3, 0.9, 1.1, 0.9, 1.3, None),
        ("stock", "forest_volume", "method", 0.1, 1.0, 5e4, 4e4, 6e4, None),
        ("stock", "paddy", "dom", 0.0, 1.0, 0.0, math.nan, math.nan, "memory"),
    ],
    columns=[
        "quantity",
        "carbon_class",
        "term",
        "contribution",
        "cumulative",
        "value",
        "low",
        "high",
        "evidence",
    ],
)


def words(html: str) -> str:
    """The visible words of a page."""
    page = re.sub(r"(?s)<style>.*?</style>", "", html)
    return " ".join(re.sub(r"<[^>]+>", " ", page).replace("\u00a0", " ").split())
