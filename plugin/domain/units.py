# SPDX-License-Identifier: GPL-2.0-or-later
"""Conversion constants of the product, each in this one place."""

from __future__ import annotations

#: Mass of CO2 per mass of carbon (molar masses 44 and 12, IPCC 2006 Guidelines, Vol. 4).
CO2_PER_C = 44.0 / 12.0

#: Square metres in a hectare (公顷, hm²).
M2_PER_HA = 10_000.0

#: 亩 in a hectare: 15 亩 = 1 hm².
MU_PER_HA = 15.0
