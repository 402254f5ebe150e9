# SPDX-License-Identifier: GPL-2.0-or-later
"""Formulas of single sources, in tonnes of gas or units of activity (IPCC 2006 Guidelines; methods.md b)."""

from __future__ import annotations

import math

from ..units import CO2_PER_C
from .measures import CH4_PER_C

DAYS = 365.0


def fuel_factor(ncv: float, carbon_tc_gj: float, oxidation: float) -> float:
    """t CO2 per unit of fuel = NCV (GJ per unit) · CC (t C/GJ) · OF · 44/12 (NDRC guidelines, appendix 2)."""
    return ncv * carbon_tc_gj * oxidation * CO2_PER_C


def vehicle_km(
    persons: float, trips: float, share: float, km: float, occupancy: float, days: float = DAYS
) -> float:
    """Vehicle-kilometres of a year = P · trips per day · share of the mode · km / occupancy · days."""
    return persons * trips * share * km / occupancy * days


def landfill_potential(mcf: float, doc: float, doc_f: float, f: float) -> float:
    """L0 in t CH4 per t of waste = MCF · DOC · DOC_f · F · 16/12 (IPCC 2006 Guidelines Vol. 5, ch. 3)."""
    return mcf * doc * doc_f * f * CH4_PER_C


def landfill_methane(waste_t: float, potential: float, recovered_t: float, oxidised: float) -> float:
    """t CH4 = (W · L0 − R) · (1 − OX)."""
    return (waste_t * potential - recovered_t) * (1.0 - oxidised)


def decayed_share(rate: float, years: int) -> float:
    """Share of decomposable carbon that decays in the n-th year after its deposit: e^(−k(n−1)) − e^(−kn).

    0 in the year of the deposit itself and before: decay begins on the 1 January that follows (IPCC 2006
    Guidelines Vol. 5, ch. 3, eq. 3.4 and 3.5 with the default delay).
    """
    return math.exp(-rate * (years - 1)) - math.exp(-rate * years) if years > 0 else 0.0
