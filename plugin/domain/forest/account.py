# SPDX-License-Identifier: GPL-2.0-or-later
"""The account of a layer of forest stands: per stand, by species, in total, and what had to be told."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..errors import InputError
from ..notes import NoteBook
from ..parcels import ATTACHED
from ..progress import Progress, part, silent
from .methods import (
    GAIN_LOSS,
    STOCK,
    STOCK_DIFFERENCE,
    gain_loss,
    stock_difference,
    stocks_of,
)
from .notes import note_account, note_shares
from .parameters import ForestParameters
from .quantities import Quantity, bounds_of_stands
from .stands import Stands, per_ha
from .totals import QUANTITIES, Figures, grades_of, species_table, totals
from .unmapped import without_parameters

Bools = npt.NDArray[np.bool_]
Objects = npt.NDArray[np.object_]

#: Text id of each method in the method layer.
METHOD_IDS = {STOCK: "forest_volume", GAIN_LOSS: "gain_loss", STOCK_DIFFERENCE: "stock_difference"}
#: Columns of a method layer, after what tells the species.
STAND_COLUMNS = ("species_id", "volume_m3_ha", *ATTACHED, "method", "accounts_for", "soil_depth_cm")


@dataclass(frozen=True)
class ForestAccount:
    """``by_stand`` (``STAND_COLUMNS``, one row per feature), ``by_species`` and the totals of all stands.

    Stocks in t C, fluxes in t CO2e/a. A stand whose figures are not known claims nothing:
    ``accounts_for`` is None and its ground stays with the factor set. ``shares`` holds per
    quantity weak_share and no_interval_share; ``unmapped_ha`` is the area of stands of known
    species for which the table lacks a parameter.
    """

    by_stand: pd.DataFrame
    by_species: pd.DataFrame
    total: dict[str, float]
    shares: dict[str, dict[str, float]]
    unmapped_ha: float


def forest_account(
    stands: Stands,
    parameters: ForestParameters,
    method: str,
    notes: NoteBook,
    *,
    years: float = math.nan,
    bark_share: float = 0.0,
    unmapped: str = "error",
    progress: Progress = silent,
) -> ForestAccount:
    """Carbon of forest stands by one of the three methods; ``stands.species`` holds ids, None = left out.

    ``years`` between the two dates of stock-difference; ``bark_share`` as for ``gain_loss``;
    ``unmapped`` as for ``without_parameters``, which may raise ``FactorError``.
    """
    classes = _carbon_classes(stands, parameters)
    counted = _counted(stands, classes)
    figures = _figures(counted, parameters, method, years, bark_share, part(progress, 0.0, 0.4))
    unmapped_ha = without_parameters(stands, _lacking(counted, figures), parameters, unmapped, notes)
    by_stand = _by_stand(stands, classes, figures, method, part(progress, 0.4, 0.6))
    note_account(stands, counted, classes, by_stand, figures.fluxes, parameters, method, notes)
    _refuse_nothing(stands, by_stand, method)
    by_species = species_table(stands, classes, by_stand, figures, part(progress, 0.6, 0.8))
    total, shares = totals(by_stand, figures, part(progress, 0.8, 1.0))
    note_shares(shares, parameters, notes)
    return ForestAccount(by_stand, by_species, total, shares, unmapped_ha)


def _refuse_nothing(stands: Stands, by_stand: pd.DataFrame, method: str) -> None:
    if by_stand["accounts_for"].isna().all():
        raise InputError(
            "No stand of layer “{layer}” has what METHOD “{method}” needs: a species with parameters that "
            "is not bamboo, a volume, and for fluxes age, growth or an earlier volume. Check the fields.",
            layer=stands.layer,
            method=method,
        )


def _carbon_classes(stands: Stands, parameters: ForestParameters) -> Objects:
    known = parameters.species["carbon_class"].to_dict()
    return np.array([known.get(name) for name in stands.species], dtype=object)


def _counted(stands: Stands, classes: Objects) -> Stands:
    """The stands with the species of those alone whose figures come from their volume."""
    left_out = (classes == "bamboo") | (stands.area_ha <= 0)
    species = stands.species.copy()
    species[left_out] = None
    return replace(stands, species=species)


def _lacking(stands: Stands, figures: Figures) -> Bools:
    """Stands of known species and volume whose stock is not known all the same."""
    known = np.array([name is not None for name in stands.species], dtype=bool)
    if figures.stocks is None:
        return np.zeros(len(stands), dtype=bool)
    lacking: Bools = known & np.isfinite(stands.volume_m3) & ~np.isfinite(figures.stocks.whole.value)
    return lacking


def _figures(
    stands: Stands,
    parameters: ForestParameters,
    method: str,
    years: float,
    bark_share: float,
    progress: Progress,
) -> Figures:
    has_volume = bool(np.isfinite(stands.volume_m3).any())
    stocks, fluxes, rest = None, None, part(progress, 0.3, 1.0)
    if has_volume or method != GAIN_LOSS:
        stocks = stocks_of(stands, parameters, stands.volume_m3, part(progress, 0.0, 0.3))
    if method == GAIN_LOSS:
        fluxes = gain_loss(stands, parameters, bark_share, rest)
    elif method == STOCK_DIFFERENCE:
        fluxes = stock_difference(stands, parameters, years, rest)
    quantities: dict[str, Quantity] = {}
    if stocks is not None:
        quantities["stock_tc"] = stocks.whole
    if fluxes is not None:
        quantities["removal_tco2e_a"], quantities["emission_tco2e_a"] = fluxes.removal, fluxes.emission
    grades = [np.where(np.isfinite(one.value), one.evidence, -1) for one in quantities.values()]
    weak = {name: one.weak & np.isfinite(one.value) for name, one in quantities.items()}
    return Figures(stocks, fluxes, quantities, np.max(grades, axis=0), weak)


def _by_stand(
    stands: Stands, classes: Objects, figures: Figures, method: str, progress: Progress
) -> pd.DataFrame:
    count = len(stands)
    unknown = np.full(count, math.nan)
    made: dict[str, Any] = dict.fromkeys(STAND_COLUMNS, unknown)
    made["species_id"] = stands.species
    made["volume_m3_ha"] = per_ha(stands.volume_m3, stands.area_ha)
    made["carbon_class"] = classes
    made["area_ha"] = stands.area_ha
    if figures.stocks is not None:
        made["agb_tc_ha"] = per_ha(figures.stocks.agb.value, stands.area_ha)
        made["bgb_tc_ha"] = per_ha(figures.stocks.bgb.value, stands.area_ha)
        made["density_tc_ha"] = per_ha(figures.stocks.whole.value, stands.area_ha)
    for number, (name, quantity) in enumerate(figures.quantities.items()):
        progress(number / len(figures.quantities))
        made[name] = quantity.value
        made[f"{name}_low"], made[f"{name}_high"] = bounds_of_stands(quantity)
    made["net_tco2e_a"] = made["emission_tco2e_a"] - made["removal_tco2e_a"]
    made["factor_grade"] = grades_of(figures.evidence)
    claims = _claims(np.isfinite(made["stock_tc"]), np.isfinite(made["removal_tco2e_a"]))
    made["accounts_for"] = claims
    made["method"] = METHOD_IDS[method]
    made["soil_depth_cm"] = np.full(count, None, dtype=object)
    return pd.DataFrame(made, columns=list(STAND_COLUMNS))


def _claims(has_stock: Bools, has_flux: Bools) -> Objects:
    """What the figures of every stand answer for; None where there are none."""
    texts = np.array([None, "agb,bgb", "biomass_growth", "agb,bgb,biomass_growth"], dtype=object)
    return np.asarray(texts[has_stock.astype(int) + 2 * has_flux.astype(int)], dtype=object)


def outputs_of(account: ForestAccount) -> dict[str, Any]:
    """Number outputs of the algorithm; the weak share is that of the stock, without one of the removal."""
    outputs: dict[str, Any] = {"TOTAL_AREA_HA": account.total["area_ha"]}
    for name in QUANTITIES:
        for bound in ("", "_low", "_high"):
            outputs[f"TOTAL_{name.upper()}{bound.upper()}"] = account.total[f"{name}{bound}"]
    weak = account.shares["stock_tc"]["weak_share"]
    outputs["WEAK_SHARE"] = account.shares["removal_tco2e_a"]["weak_share"] if math.isnan(weak) else weak
    return outputs
