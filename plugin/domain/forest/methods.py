# SPDX-License-Identifier: GPL-2.0-or-later
"""Carbon of forest stands by the IPCC methods: stock, gain–loss, stock-difference (methods.md a2, a3)."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from ..progress import Progress, part, silent
from ..units import CO2_PER_C
from . import vocabulary as words
from .choose import Factor, choose, choose_expansion
from .parameters import ForestParameters
from .quantities import ABOVE, BELOW, WHOLE, Quantity, product
from .stands import Stands, per_ha

Floats = npt.NDArray[np.float64]
Bools = npt.NDArray[np.bool_]

STOCK, GAIN_LOSS, STOCK_DIFFERENCE = "stock", "gain_loss", "stock_difference"


@dataclass(frozen=True)
class Stocks:
    """Biomass carbon of every stand by pool, t C, and its above-ground biomass, t d.m./ha."""

    agb: Quantity
    bgb: Quantity
    whole: Quantity
    biomass_t_ha: Floats


@dataclass(frozen=True)
class Fluxes:
    """Yearly removal and emission of biomass, t CO2/a of every stand, both ≥ 0.

    ``borrowed``: stands where the BEF of the growing stock stands in for one of increment or removals.
    """

    removal: Quantity
    emission: Quantity
    borrowed: Bools


def stocks_of(
    stands: Stands, parameters: ForestParameters, volume_m3: Floats, progress: Progress = silent
) -> Stocks:
    """Stocks by pool: C = V · BCEF_S · (1 + R) · CF (IPCC 2006 V4 Ch2 eq. 2.8), t C.

    V m³ of the stand, BCEF_S t d.m./m³ by growing stock per ha, R by above-ground biomass per
    ha, CF t C/t d.m.
    """
    by_volume = stands.measures(volume_m3)
    expansion = choose_expansion(parameters, words.BCEF_S, stands.species, by_volume)
    progress(0.4)
    biomass_t_ha = per_ha(volume_m3 * expansion.value, stands.area_ha)
    measures = stands.measures(volume_m3, biomass_t_ha)
    root = choose(parameters, words.ROOT_SHOOT, stands.species, measures)
    carbon = choose(parameters, words.CARBON_FRACTION, stands.species, measures)
    progress(0.7)
    factors = (*expansion.factors, carbon)
    agb, bgb, whole = (product(volume_m3, factors, root, pool) for pool in (ABOVE, BELOW, WHOLE))
    # Without a ratio for the roots the stock is not known as a whole: neither pool is claimed alone.
    unknown = ~np.isfinite(whole.value)
    return Stocks(agb.without(unknown), bgb.without(unknown), whole, biomass_t_ha)


def gain_loss(
    stands: Stands, parameters: ForestParameters, bark_share: float = 0.0, progress: Progress = silent
) -> Fluxes:
    """Yearly gain and loss of biomass (IPCC 2006 V4 Ch2 eq. 2.7–2.14; methods.md a3), t CO2/a.

    Gain = A · G_W · (1 + R) · CF, or A · I_V · BCEF_I · (1 + R) · CF where increments are given.
    Loss = H · BCEF_R · (1 + R) · CF + A_d · B_W · (1 + R) · CF · fd, all of it emitted in the year
    (tier 1). ``bark_share`` (0–1) is the share of bark in the volume over bark, where H is given
    under bark.
    """
    measures = stands.measures(stands.volume_m3, _biomass_t_ha(stands, parameters, part(progress, 0.0, 0.4)))
    root = choose(parameters, words.ROOT_SHOOT, stands.species, measures)
    carbon = choose(parameters, words.CARBON_FRACTION, stands.species, measures)
    progress(0.5)
    borrowed = np.zeros(len(stands), dtype=bool)
    if stands.increment_m3_ha_a is None:
        growth = choose(parameters, words.GROWTH, stands.species, measures)
        gain = product(stands.area_ha, (growth, carbon), root)
    else:
        expansion = choose_expansion(parameters, words.BCEF_I, stands.species, measures)
        borrowed |= expansion.borrowed
        gain = product(stands.area_ha * stands.increment_m3_ha_a, (*expansion.factors, carbon), root)
    progress(0.6)
    loss = product(np.zeros(len(stands)), (carbon,), root)
    if stands.harvest_m3_a is not None:
        over_bark = stands.harvest_m3_a / (1.0 - bark_share)
        expansion = choose_expansion(parameters, words.BCEF_R, stands.species, measures)
        cut = stands.harvest_m3_a > 0
        borrowed |= expansion.borrowed & cut
        harvest = product(over_bark, (*expansion.factors, carbon), root)
        loss = loss + harvest.zero_in(~cut)
    progress(0.8)
    if stands.disturbed_ha_a is not None:
        loss = loss + _disturbance(stands, parameters, root, carbon)
    unknown = ~np.isfinite(gain.value) | ~np.isfinite(loss.value)
    return Fluxes(gain.without(unknown).times(CO2_PER_C), loss.without(unknown).times(CO2_PER_C), borrowed)


def _biomass_t_ha(stands: Stands, parameters: ForestParameters, progress: Progress) -> Floats:
    """Above-ground biomass of every stand by its growing stock, else as stated for disturbed ground."""
    grown = stocks_of(stands, parameters, stands.volume_m3, progress).biomass_t_ha
    return grown if stands.biomass_t_ha is None else np.where(np.isfinite(grown), grown, stands.biomass_t_ha)


def _disturbance(stands: Stands, parameters: ForestParameters, root: Factor, carbon: Factor) -> Quantity:
    """L = A_d · B_W · (1 + R) · CF · fd; B_W as stated, else growing stock × BCEF_S, which is uncertain."""
    area = np.zeros(len(stands)) if stands.disturbed_ha_a is None else stands.disturbed_ha_a
    share = np.ones(len(stands)) if stands.disturbed_share is None else stands.disturbed_share
    biomass = np.full(len(stands), math.nan) if stands.biomass_t_ha is None else stands.biomass_t_ha
    stated = np.isfinite(biomass)
    lost = np.where(area > 0, area * share, 0.0)
    measured = product(np.where(stated, lost * biomass, 0.0), (carbon,), root)
    expansion = choose_expansion(parameters, words.BCEF_S, stands.species, stands.measures(stands.volume_m3))
    volume = np.where(stated | (lost == 0), 0.0, lost * per_ha(stands.volume_m3, stands.area_ha))
    computed = product(volume, (*expansion.factors, carbon), root)
    return measured.zero_in(~stated) + computed.zero_in(stated | (lost == 0))


def stock_difference(
    stands: Stands, parameters: ForestParameters, years: float, progress: Progress = silent
) -> Fluxes:
    """Yearly change of stock between two dates, ΔC = (C_t2 − C_t1) / (t2 − t1) (methods.md a2), t CO2/a.

    A growing stand removes, a shrinking one emits. Parameters are one draw for both dates; those by age
    take the age of each date.
    """
    before = np.full(len(stands), math.nan) if stands.volume_before_m3 is None else stands.volume_before_m3
    now = stocks_of(stands, parameters, stands.volume_m3, part(progress, 0.0, 0.5)).whole
    younger = replace(stands, age_a=np.maximum(stands.age_a - years, 0.0))
    earlier = stocks_of(younger, parameters, before, part(progress, 0.5, 1.0)).whole
    change = (now - earlier).times(CO2_PER_C / years)
    removal = change.zero_in(change.value <= 0)
    emission = change.times(-1.0).zero_in(change.value >= 0)
    return Fluxes(removal, emission, np.zeros(len(stands), dtype=bool))
