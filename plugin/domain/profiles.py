# SPDX-License-Identifier: GPL-2.0-or-later
"""Output profiles: how figures are written, never how they are computed.

A profile is a JSON file in ``resources/profiles``. Each of its quantities says by what
the product's own unit (ha, t C, t CO2, t CO2e, t CO2e/a, t C/ha, share) is multiplied,
with how many decimals it is written and what the unit is called in each language.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from ..paths import RESOURCES
from .errors import InputError

#: What stands where a figure is not known; never 0.
MISSING = "—"

PROFILE_IDS = ("si", "cn_county")

#: Characters that Windows refuses in a file name.
_UNSAFE_IN_FILE_NAME = re.compile(r'[\x00-\x1f<>:"/\\|?*]')

#: Parts and total may differ by this share of the last written digit before levelling is refused.
_FUZZ = 1e-6


@dataclass(frozen=True)
class Quantity:
    """How one quantity is written: ``per_base`` output units make one unit of the product."""

    id: str
    per_base: float
    decimals: int
    units: Mapping[str, str]

    def scaled(self, value: float | None) -> float:
        """``value`` in the output unit, unrounded; NaN where it is not known."""
        return math.nan if value is None else float(value) * self.per_base

    def rounded(self, value: float | None) -> float:
        """``value`` in the output unit with the profile's decimals; NaN where it is not known."""
        return round_half_up(self.scaled(value), self.decimals)

    def format(self, value: float | None) -> str:
        """``value`` with thousands separators; a dash where it is not known.

        A value that would round to zero without being zero is written as ``< 0.01``
        (with the profile's last digit), so that a small figure never reads as none.
        """
        return format_rounded(self.scaled(value), self.decimals)

    def format_interval(self, value: float | None, low: float | None, high: float | None) -> str:
        """``a (b – c)``; ``a (—)`` where the interval is not known, a dash where nothing is."""
        if math.isnan(self.scaled(value)):
            return MISSING
        if math.isnan(self.scaled(low)) or math.isnan(self.scaled(high)):
            return f"{self.format(value)} ({MISSING})"
        return f"{self.format(value)} ({self.format(low)} – {self.format(high)})"


@dataclass(frozen=True)
class Profile:
    """One way of writing figures; see the module docstring."""

    id: str
    titles: Mapping[str, str]
    level: bool
    file_name_pattern: str
    years: tuple[int, ...]
    quantities: Mapping[str, Quantity]

    def quantity(self, name: str) -> Quantity:
        """The quantity ``name``; ``InputError`` where the profile does not define it."""
        if name not in self.quantities:
            raise InputError(
                "Output profile {profile} does not define the quantity {quantity}; add it to its JSON file.",
                profile=self.id,
                quantity=name,
            )
        return self.quantities[name]

    def unit(self, name: str, language: str) -> str:
        """The unit of quantity ``name`` in ``language`` (``en`` or ``zh``)."""
        return self.quantity(name).units[language]

    def header(self, title: str, name: str, language: str) -> str:
        """A column header that ends in its unit, e.g. ``Area (ha)`` or ``面积（hm²）``."""
        unit = self.unit(name, language)
        return f"{title}（{unit}）" if language == "zh" else f"{title} ({unit})"

    def format_area(self, area_ha: float | None) -> str:
        """An area in hectares as this profile writes areas, without its unit."""
        return self.quantity("area").format(area_ha)

    def format_carbon(self, stock_tc: float | None) -> str:
        """A stock in t C as this profile writes carbon, without its unit."""
        return self.quantity("carbon").format(stock_tc)

    def file_name(self, *, code: str, place: str, chart: str, year: int | None, suffix: str) -> str:
        """A file name ``XZQDM + 行政区 + 图表名 + 年份`` with ``suffix`` (``.xlsx`` …)."""
        stem = self.file_name_pattern.format(
            code=code, place=place, chart=chart, year="" if year is None else year
        )
        return _UNSAFE_IN_FILE_NAME.sub("_", stem).strip(" .") + suffix


def load_profile(name: str, decimals: Mapping[str, int] | None = None) -> Profile:
    """The shipped profile ``name``, with the decimals of single quantities replaced where given.

    Raises ``InputError`` for an unknown profile or quantity.
    """
    if name not in PROFILE_IDS:
        raise InputError(
            "There is no output profile {profile}; choose one of {known}.",
            profile=name,
            known=", ".join(PROFILE_IDS),
        )
    path = RESOURCES / "profiles" / f"{name}.json"
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    chosen = dict(decimals or {})
    for quantity in chosen:
        if quantity not in content["quantities"]:
            raise InputError(
                "Output profile {profile} does not define the quantity {quantity}; it has {known}.",
                profile=name,
                quantity=quantity,
                known=", ".join(content["quantities"]),
            )
    quantities = {
        key: Quantity(
            key,
            float(entry["per_base"]),
            chosen.get(key, int(entry["decimals"])),
            MappingProxyType(entry["unit"]),
        )
        for key, entry in content["quantities"].items()
    }
    return Profile(
        id=content["id"],
        titles=MappingProxyType(content["title"]),
        level=bool(content["level"]),
        file_name_pattern=content["file_name"],
        years=tuple(content["years"]),
        quantities=MappingProxyType(quantities),
    )


def round_half_up(value: float, decimals: int) -> float:
    """``value`` rounded commercially (halves away from zero); NaN stays NaN.

    The scaled value is first taken to twelve significant digits, so that 2.675, which
    a computer holds as 2.67499…, is rounded as it is read.
    """
    if not math.isfinite(value):
        return math.nan
    scaled = float(f"{abs(value) * 10**decimals:.12g}")
    rounded: float = math.copysign(math.floor(scaled + 0.5), value) / 10**decimals
    # A negative zero would be written with its sign.
    return rounded + 0.0


def format_rounded(value: float, decimals: int) -> str:
    """``value`` with ``decimals`` and thousands separators; see ``Quantity.format``."""
    if not math.isfinite(value):
        return MISSING
    shown = round_half_up(value, decimals)
    if shown == 0.0 and value != 0.0:
        step = f"{10.0**-decimals:.{max(decimals, 0)}f}"
        return f"< {step}" if value > 0 else f"> −{step}"
    return f"{shown:,.{decimals}f}".replace("-", "−")


def level_to_total(
    parts: Sequence[float], total: float, decimals: int, control: float | None = None
) -> tuple[tuple[float, ...], float]:
    """Round ``parts`` so that they add up to the rounded ``total`` (调平).

    Largest-remainder adjustment: each part is rounded down to ``decimals``; the units of the
    last digit that are missing to the rounded total go to the parts with the largest
    remainders (equal remainders: the larger part, then the earlier one). So no part moves by
    more than one unit of its last digit, and a part that is exact (zero above all) never moves.

    ``parts`` and ``total`` are in the output unit, unrounded; a NaN part stays NaN. Returns
    the rounded parts and the residual that was spread: rounded total − sum of the parts as
    each would be rounded alone. Raises ``InputError`` where the parts do not add up to the
    total: levelling removes rounding, it does not hide a difference.

    ``control`` is the total as another levelling has printed it (in a table by two keys), the next
    multiple of the last digit below or above ``total``; without it ``total`` is rounded.
    """
    known = [i for i, part in enumerate(parts) if math.isfinite(part)]
    unit = 10**decimals
    scaled = [parts[i] * unit for i in known]
    gap = math.fsum(parts[i] for i in known) - total
    if abs(gap) * unit > _FUZZ + 1e-9 * abs(total) * unit:
        raise InputError(
            "The parts add up to {sum} but the control total is {total}; "
            "levelling only spreads rounding, so mend the difference first.",
            sum=total + gap,
            total=total,
        )
    # Values within the fuzz of a whole unit count as exact.
    floors = [math.floor(value + _FUZZ) for value in scaled]
    remainders = [max(value - floor, 0.0) for value, floor in zip(scaled, floors)]
    remainders = [0.0 if remainder <= _FUZZ else remainder for remainder in remainders]
    goal = round((round_half_up(total, decimals) if control is None else control) * unit)
    missing = goal - sum(floors)
    order = sorted(range(len(known)), key=lambda k: (-round(remainders[k], 9), -abs(scaled[k]), known[k]))
    for k in order[: max(missing, 0)]:
        floors[k] += 1
    levelled = [math.nan] * len(parts)
    for k, i in enumerate(known):
        levelled[i] = floors[k] / unit
    alone = sum(round(round_half_up(parts[i], decimals) * unit) for i in known)
    return tuple(levelled), (goal - alone) / unit
