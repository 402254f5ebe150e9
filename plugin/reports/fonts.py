# SPDX-License-Identifier: GPL-2.0-or-later
"""Fonts for charts: one that has Chinese glyphs first, where the machine has one."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

#: Families with simplified Chinese glyphs, the best first (Matplotlib sees a .ttc by its first face).
CHINESE_FAMILIES = (
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "Noto Sans SC",
    "Noto Sans CJK JP",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "SimHei",
    "SimSun",
    "Droid Sans Fallback",
)
LATIN_FAMILY = "DejaVu Sans"
#: Height of the letters of a chart in points.
FONT_PT = 8.5


@lru_cache(maxsize=1)
def chinese_family() -> str | None:
    """The first installed family with Chinese glyphs; None where there is none."""
    from matplotlib import font_manager

    installed = {font.name for font in font_manager.fontManager.ttflist}
    return next((family for family in CHINESE_FAMILIES if family in installed), None)


def chart_settings() -> dict[str, Any]:
    """Matplotlib settings of the charts.

    Glyphs are drawn as paths, so that the report shows them everywhere. Without a Chinese
    font they are left as text, which the reader's browser sets in a font of its own.
    """
    family = chinese_family()
    return {
        "font.family": [family, LATIN_FAMILY] if family else [LATIN_FAMILY],
        "font.size": FONT_PT,
        "axes.unicode_minus": True,
        "hatch.linewidth": 0.6,
        "svg.fonttype": "path" if family else "none",
        # The same data gives the same bytes.
        "svg.hashsalt": "dualcarbon",
    }
