# SPDX-License-Identifier: GPL-2.0-or-later
"""Sums of the account of forest stands: by species and in total."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..exact_sums import group_sums
from ..factors.vocabulary import EVIDENCE
from ..progress import Progress
from .methods import Fluxes, Stocks
from .quantities import Quantity, sums_of_groups
from .stands import Stands

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
Objects = npt.NDArray[np.object_]

QUANTITIES = ("stock_tc", "removal_tco2e_a", "emission_tco2e_a")
SPECIES_COLUMNS = (
    "species_id",
    "carbon_class",
    "stands",
    "area_ha",
    "volume_m3",
    "agb_tc",
    "bgb_tc",
    *(f"{name}{bound}" for name in QUANTITIES for bound in ("", "_low", "_high")),
    "net_tco2e_a",
    "factor_grade",
)


@dataclass(frozen=True)
class Figures:
    """What the chosen method gives: ``quantities`` by column of the method layer, with grades per stand."""

    stocks: Stocks | None
    fluxes: Fluxes | None
    quantities: dict[str, Quantity]
    evidence: Ints
    weak: dict[str, Bools]


def grades_of(evidence: Ints) -> Objects:
    """Evidence grades by their positions in ``EVIDENCE``, None for −1."""
    lookup = np.array([*EVIDENCE, None], dtype=object)
    return np.asarray(lookup[evidence], dtype=object)


def species_table(
    stands: Stands, classes: Objects, by_stand: pd.DataFrame, figures: Figures, progress: Progress
) -> pd.DataFrame:
    """One row per species with figures (``SPECIES_COLUMNS``): ha, m³, t C and t CO2e/a with bounds."""
    claimed = by_stand["accounts_for"].notna().to_numpy()
    names = sorted({str(name) for name in stands.species[claimed]})
    group = _group_of(stands.species, names, claimed)
    rows: dict[str, Any] = {"species_id": names}
    rows["carbon_class"] = [classes[int(np.flatnonzero(group == k)[0])] for k in range(len(names))]
    rows["stands"] = np.bincount(group[group >= 0], minlength=len(names))
    rows["area_ha"] = _sums(stands.area_ha, group, len(names))
    rows["volume_m3"] = _sums(stands.volume_m3, group, len(names))
    for pool in ("agb", "bgb"):
        amounts = np.full(len(stands), math.nan)
        if figures.stocks is not None:
            amounts = (figures.stocks.agb if pool == "agb" else figures.stocks.bgb).value
        rows[f"{pool}_tc"] = _sums(amounts, group, len(names))
    for number, name in enumerate(QUANTITIES):
        progress(number / len(QUANTITIES))
        sums = _sums_of(figures, name, group, len(names))
        for bound, column in (("", "value"), ("_low", "low"), ("_high", "high")):
            rows[f"{name}{bound}"] = sums[column].to_numpy(float)
    rows["net_tco2e_a"] = rows["emission_tco2e_a"] - rows["removal_tco2e_a"]
    weakest = [int(figures.evidence[group == k].max()) for k in range(len(names))]
    rows["factor_grade"] = grades_of(np.array(weakest, dtype=np.int64))
    return pd.DataFrame(rows, columns=list(SPECIES_COLUMNS))


def _group_of(species: Objects, names: list[str], claimed: Bools) -> Ints:
    position = pd.Index(names, dtype=object).get_indexer(pd.Index(species, dtype=object))
    return np.where(claimed, position, -1).astype(np.int64)


def _sums(values: Floats, group: Ints, count: int) -> Floats:
    known = (group >= 0) & np.isfinite(values)
    some = np.bincount(group[known], minlength=count) > 0
    return np.where(some, group_sums(values[known], group[known], count), math.nan)


def _sums_of(figures: Figures, name: str, group: Ints, count: int) -> pd.DataFrame:
    quantity = figures.quantities.get(name)
    if quantity is None:
        return pd.DataFrame(
            math.nan, index=range(count), columns=["value", "low", "high", "no_interval_share"]
        )
    return sums_of_groups(quantity, group, count)


def totals(
    by_stand: pd.DataFrame, figures: Figures, progress: Progress
) -> tuple[dict[str, float], dict[str, dict[str, float]]]:
    """Totals of all stands with figures, and per quantity the share that is weak or has no interval."""
    claimed = by_stand["accounts_for"].notna().to_numpy()
    group = np.where(claimed, 0, -1).astype(np.int64)
    total = {"area_ha": math.fsum(by_stand.loc[claimed, "area_ha"])}
    shares = {}
    for number, name in enumerate(QUANTITIES):
        progress(number / len(QUANTITIES))
        sums = _sums_of(figures, name, group, 1).iloc[0]
        total[name], total[f"{name}_low"], total[f"{name}_high"] = sums["value"], sums["low"], sums["high"]
        shares[name] = {
            "weak_share": _weak_share(figures, name),
            "no_interval_share": float(sums["no_interval_share"]),
        }
    total["net_tco2e_a"] = total["emission_tco2e_a"] - total["removal_tco2e_a"]
    return total, shares


def _weak_share(figures: Figures, name: str) -> float:
    quantity = figures.quantities.get(name)
    if quantity is None:
        return math.nan
    known = np.isfinite(quantity.value)
    whole = math.fsum(np.abs(quantity.value[known]))
    return math.fsum(np.abs(quantity.value[known & figures.weak[name]])) / whole if whole else math.nan
