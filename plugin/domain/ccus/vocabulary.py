# SPDX-License-Identifier: GPL-2.0-or-later
"""The closed words of a facility register: types of facility and how long their CO2 stays stored."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

CCS, CCU, BECCS, DAC, WEATHERING = "CCS", "CCU", "BECCS", "DAC", "EW"
#: Type → the words that mean it, beside its own name.
TYPES: dict[str, tuple[str, ...]] = {
    CCS: ("carbon capture and storage", "碳捕集与封存", "二氧化碳捕集与封存"),
    CCU: ("carbon capture and use", "carbon capture and utilisation", "碳捕集与利用", "碳捕集利用"),
    BECCS: ("bioenergy with carbon capture and storage", "生物质能碳捕集与封存", "生物质碳捕集与封存"),
    DAC: ("DACCS", "DACS", "direct air capture", "直接空气捕集", "直接空气碳捕集"),
    WEATHERING: ("enhanced weathering", "增强风化", "强化风化"),
}
#: CO2 that these store came from the air: alone they enter removals (methods.md a6).
REMOVING = (BECCS, DAC)
#: CO2 that these store would have left a chimney: they lower the emission of their source sector.
LOWERING = (CCS, CCU)

PERMANENT, LONG_LIVED, SHORT_LIVED = "permanent", "long_lived", "short_lived"
PERMANENCE: dict[str, tuple[str, ...]] = {
    PERMANENT: ("geological", "mineralised", "永久", "长期封存", "地质封存", "矿化"),
    LONG_LIVED: ("long-lived", "long lived", "长寿命产品", "长周期产品"),
    SHORT_LIVED: ("short-lived", "short lived", "短寿命产品", "短周期产品"),
}


def word_of(text: str, words: Mapping[str, tuple[str, ...]]) -> str | None:
    """The word that ``text`` means, by its name or another word for it; None when it is none of them."""
    wanted = _plain(text)
    for word, others in words.items():
        if wanted in map(_plain, (word, *others)):
            return word
    return None


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split()).casefold()
