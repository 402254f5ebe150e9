# SPDX-License-Identifier: GPL-2.0-or-later
"""The closed words of blue carbon: habitats, and what was done to them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

MANGROVE, SALT_MARSH, SEAGRASS, TIDAL_FLAT = "mangrove", "salt_marsh", "seagrass", "tidal_flat"
#: Carbon class of the habitat → other words for it.
HABITATS: dict[str, tuple[str, ...]] = {
    MANGROVE: ("mangroves", "红树林", "红树林地"),
    SALT_MARSH: ("saltmarsh", "salt marsh", "tidal_marsh", "tidal marsh", "盐沼", "滨海盐沼", "沿海盐沼"),
    SEAGRASS: ("seagrass bed", "seagrass meadow", "海草床", "海草"),
    TIDAL_FLAT: ("tidal flat", "mudflat", "滩涂", "沿海滩涂", "潮滩", "光滩"),
}
#: Emergent tidal habitats: alone they have a methane factor by salinity.
EMERGENT = (MANGROVE, SALT_MARSH)

CREATED, REWETTED, EXISTING, DRAINED, EXTRACTED = "created", "rewetted", "existing", "drained", "extracted"
STATUS: dict[str, tuple[str, ...]] = {
    EXISTING: ("natural", "现有", "现存", "天然"),
    CREATED: ("planted", "新建", "营造", "新造"),
    REWETTED: ("restored", "恢复", "修复", "生态修复", "退塘还湿"),
    DRAINED: ("排干", "围垦"),
    EXTRACTED: ("excavated", "开挖", "挖除"),
}
#: Stands to which the tier-1 accumulation applies.
NEW = (CREATED, REWETTED)


def words_of(texts: Iterable[str], words: Mapping[str, tuple[str, ...]]) -> dict[str, str | None]:
    """Each distinct text → the word that it means; None where it is none of them."""
    known = {_plain(name): word for word, others in words.items() for name in (word, *others)}
    return {text: known.get(_plain(text)) for text in set(texts)}


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).split()).casefold()
