# SPDX-License-Identifier: GPL-2.0-or-later
"""Units of measure of activities and factors: what they count, and their size in a base unit."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from ..units import CO2_PER_C, M2_PER_HA, MU_PER_HA

#: What an amount counts, named by its base unit. Electricity is no heat: kWh and GJ stay apart.
ELECTRICITY, ENERGY, MASS, NITROGEN, VOLUME, AREA = "kWh", "GJ", "t", "kg N", "m3", "m2"
HEADS, PERSONS, TRIPS = "head", "person", "trip"
VEHICLE_KM, PERSON_KM, TONNE_KM = "vehicle·km", "person·km", "t·km"

#: GJ in a tonne of standard coal (7000 kcal/kg, GB/T 2589).
GJ_PER_TCE = 29.3076
#: Mass of N2O per mass of its nitrogen, and of CH4 per mass of its carbon (molar masses).
N2O_PER_N = 44.0 / 28.0
CH4_PER_C = 16.0 / 12.0

CO2, CO2E, CH4, CH4_FOSSIL, N2O = "CO2", "CO2e", "CH4", "CH4 fossil", "N2O"

_KINDS: dict[str, dict[str, float]] = {
    ELECTRICITY: {"kwh": 1.0, "mwh": 1e3, "gwh": 1e6, "twh": 1e9, "千瓦时": 1.0, "度": 1.0, "兆瓦时": 1e3},
    ENERGY: {
        **{"kj": 1e-6, "mj": 1e-3, "gj": 1.0, "tj": 1e3, "pj": 1e6, "吉焦": 1.0, "百万千焦": 1.0},
        **{"tce": GJ_PER_TCE, "kgce": GJ_PER_TCE / 1e3, "吨标准煤": GJ_PER_TCE, "吨标煤": GJ_PER_TCE},
        **{"t标准煤": GJ_PER_TCE, "kg标准煤": GJ_PER_TCE / 1e3, "千克标准煤": GJ_PER_TCE / 1e3},
    },
    MASS: {"g": 1e-6, "kg": 1e-3, "t": 1.0, "kt": 1e3, "mt": 1e6, "吨": 1.0, "千克": 1e-3, "公斤": 1e-3},
    NITROGEN: {"kgn": 1.0, "tn": 1e3},
    VOLUME: {"m3": 1.0, "nm3": 1.0, "立方米": 1.0, "标准立方米": 1.0, "标立方米": 1.0, "方": 1.0},
    AREA: {
        **{"m2": 1.0, "平方米": 1.0, "ha": M2_PER_HA, "hm2": M2_PER_HA, "公顷": M2_PER_HA, "km2": 1e6},
        **{"mu": M2_PER_HA / MU_PER_HA, "亩": M2_PER_HA / MU_PER_HA, "平方千米": 1e6, "平方公里": 1e6},
    },
    HEADS: {"head": 1.0, "heads": 1.0, "头": 1.0, "只": 1.0, "羽": 1.0, "匹": 1.0},
    PERSONS: {"person": 1.0, "persons": 1.0, "人": 1.0},
    TRIPS: {"trip": 1.0, "trips": 1.0, "人次": 1.0},
    VEHICLE_KM: {"vehicle·km": 1.0, "vkm": 1.0, "车公里": 1.0, "车·km": 1.0},
    PERSON_KM: {"person·km": 1.0, "pkm": 1.0, "人公里": 1.0, "人·km": 1.0},
    TONNE_KM: {"t·km": 1.0, "tkm": 1.0, "吨公里": 1.0, "吨·km": 1.0},
}
_MULTIPLES = {
    **{"10^3": 1e3, "10^4": 1e4, "10^6": 1e6, "10^8": 1e8},
    **{"千": 1e3, "万": 1e4, "百万": 1e6, "亿": 1e8},
}
_MASSES = {"g": 1e-6, "kg": 1e-3, "t": 1.0, "kt": 1e3}
#: Gas of a factor → the gas that is booked, and its mass per mass of what the factor counts.
_GASES = {
    "co2": (CO2, 1.0),
    "c": (CO2, CO2_PER_C),
    "co2e": (CO2E, 1.0),
    "co2eq": (CO2E, 1.0),
    "ch4": (CH4, 1.0),
    "fossilch4": (CH4_FOSSIL, 1.0),
    "n2o": (N2O, 1.0),
    "n2o-n": (N2O, N2O_PER_N),
}
_EMITTED = re.compile(rf"(g|kg|t|kt)({'|'.join(_GASES)})")
_DAILY = re.compile(r"(·|/)(d|day|天|日)$")
_YEARLY = re.compile(r"(·|/)(a|yr|year|年|season|季)$")


@dataclass(frozen=True)
class Measure:
    """A unit of measure: what it counts, and how many base units it is."""

    kind: str
    scale: float


@dataclass(frozen=True)
class Rate:
    """The unit of a factor: of which gas one unit of value is how many tonnes per base unit."""

    gas: str
    per: str
    scale: float
    daily: bool = False


def measure_of(text: str) -> Measure | None:
    """The unit of measure that a text names (``10^4 kWh``, ``万m³``, ``ha``); None for an unknown one.

    Yearly amounts may carry ``/a``.
    """
    return _measure(_YEARLY.sub("", _plain(text)))


def rate_of(text: str) -> Rate | None:
    """The unit of an emission factor (``kg CO2/kWh``, ``kg CH4/(ha·d)``); None for an unknown one."""
    top, _slash, bottom = _plain(text).partition("/")
    emitted = _EMITTED.fullmatch(top)
    daily = bool(_DAILY.search(bottom))
    per = _measure(_YEARLY.sub("", _DAILY.sub("", bottom)))
    if emitted is None or per is None:
        return None
    gas, share = _GASES[emitted.group(2)]
    return Rate(gas, per.kind, _MASSES[emitted.group(1)] * share / per.scale, daily)


def intensity_of(text: str) -> tuple[str, str, float] | None:
    """The unit of an intensity (``kWh/(m2·a)``): what it counts, per what, and its size in base units."""
    top, _slash, bottom = _plain(text).partition("/")
    counted, per = _measure(top), _measure(_YEARLY.sub("", bottom))
    if counted is None or per is None:
        return None
    return counted.kind, per.kind, counted.scale / per.scale


def _measure(plain: str) -> Measure | None:
    for kind, units in _KINDS.items():
        if plain in units:
            return Measure(kind, units[plain])
    for mark, size in _MULTIPLES.items():
        if plain.startswith(mark):
            found = _measure(plain[len(mark) :].lstrip("×·"))
            return found and Measure(found.kind, found.scale * size)
    return None


def _plain(text: str) -> str:
    """A unit as one word: superscripts of powers spelled out, no blanks, no brackets, one dot."""
    text = text.replace("⁴", "^4").replace("⁸", "^8").replace("⁶", "^6")
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub(r"[\s()]", "", text)
    text = re.sub(r"[•⋅∙*・]", "·", text)
    # GB 3100 writes kW·h.
    text = re.sub(r"w[·.]h", "wh", text)
    return text.replace("10000", "10^4").replace("ch4-fossil", "fossilch4")
