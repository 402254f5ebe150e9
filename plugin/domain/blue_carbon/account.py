# SPDX-License-Identifier: GPL-2.0-or-later
"""Blue carbon of habitats: burial and accumulation as removal, CH4 and drained soil as emission."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..factors import EVIDENCE, FactorSet
from ..intervals import linear_bounds
from ..notes import NoteBook
from ..progress import Progress, silent
from ..stocks import known_sum
from ..units import CO2_PER_C
from .factors import EMISSION, FRESH, REMOVAL, SALINE, UNKNOWN, Rate, Rates, rates_of, salinity_limit
from .remarks import HabitatNotes
from .vocabulary import EXISTING

Floats = npt.NDArray[np.float64]

#: Columns of the habitats of an account.
HABITAT_COLUMNS = ("id", "habitat", "status", "salinity_ppt", "burial_tc_ha_a", "area_ha")
FLUXES = tuple(f"{name}_tco2e_a{bound}" for name in (REMOVAL, EMISSION) for bound in ("", "_low", "_high"))
#: Figures of a habitat; ``stock_loss_tco2`` is one-off and never part of the yearly emission.
FIGURES = (*FLUXES, "net_tco2e_a", "factor_grade", "burial_tc_a", "ch4_tco2e_a", "stock_loss_tco2")
MEASURED = "measured"
CARBON, METHANE = "carbon", "methane"


@dataclass(frozen=True)
class BlueCarbon:
    """``habitats``: ``FIGURES`` and ``accounts_for`` per habitat. ``total``: sums with 95 % bounds.
    ``weak_share``: share of removal and emission on factors below grade ``secondary``.
    """

    habitats: pd.DataFrame
    total: dict[str, float]
    weak_share: float


def blue_carbon(
    habitats: pd.DataFrame,
    factors: FactorSet,
    *,
    gwp: str,
    layer: str,
    notes: NoteBook,
    progress: Progress = silent,
) -> BlueCarbon:
    """The account of habitats (``HABITAT_COLUMNS``, numbered from 0): t CO2e/a, removal and emission
    both positive.

    A measured burial rate (t C/(ha·a)) of an existing stand takes the place of that of the factor set;
    a negative one is a loss. What no source tells is NaN and noted with its area, never 0.
    """
    ppt = habitats["salinity_ppt"].to_numpy(float)
    salinity = np.where(np.isnan(ppt), UNKNOWN, np.where(ppt < salinity_limit(), FRESH, SALINE))
    keys = pd.MultiIndex.from_arrays([habitats["habitat"], habitats["status"], salinity.astype(object)])
    which, distinct = pd.factorize(keys)
    rates = [rates_of(habitat, status, water, factors, gwp) for habitat, status, water in distinct]
    own = (habitats["burial_tc_ha_a"].notna() & (habitats["status"] == EXISTING)).to_numpy()
    progress(0.2)
    terms = _terms(habitats, rates, which, own)
    progress(0.5)
    figures = _figures(habitats, terms, rates, which, own)
    progress(0.8)
    HabitatNotes(habitats, figures, layer, notes).note_all(gwp)
    return BlueCarbon(figures, _total(figures, terms), _weak_share(terms))


def _terms(
    habitats: pd.DataFrame, rates: list[Rates], which: npt.NDArray[np.intp], own: npt.NDArray[np.bool_]
) -> pd.DataFrame:
    """One row per habitat and rate: row, area_ha, part and the fields of ``Rate``."""
    listed = [
        {"state": number, "part": part, **vars(rate)}
        for number, found in enumerate(rates)
        for part, of_part in ((CARBON, found.carbon), (METHANE, found.methane))
        for rate in of_part or ()
    ]
    columns = ["state", "part", *Rate.__dataclass_fields__]
    kinds = {"state": "int64", "value": "float64", "low": "float64", "high": "float64", "weak": "bool"}
    states = pd.DataFrame(listed, columns=columns).astype(kinds)
    rows = pd.DataFrame({"row": np.arange(len(habitats)), "state": which, "own": own})
    rows["area_ha"] = habitats["area_ha"].to_numpy(float)
    terms = rows.merge(states, on="state")
    terms = terms[~(terms["own"] & (terms["part"] == CARBON))]
    measured = rows[own]
    rate = habitats["burial_tc_ha_a"].to_numpy(float)[own] * CO2_PER_C
    stated = measured.assign(
        part=CARBON,
        quantity=np.where(rate < 0, EMISSION, REMOVAL),
        row_id=MEASURED,
        value=np.abs(rate),
        low=math.nan,
        high=math.nan,
        evidence=MEASURED,
        weak=False,
    )
    both = [part for part in (terms, stated) if len(part)]
    joined = pd.concat(both) if both else terms
    return joined.sort_values(["row", "part", "row_id"], kind="stable", ignore_index=True)


def _figures(
    habitats: pd.DataFrame,
    terms: pd.DataFrame,
    rates: list[Rates],
    which: npt.NDArray[np.intp],
    own: npt.NDArray[np.bool_],
) -> pd.DataFrame:
    count, area_ha = len(habitats), habitats["area_ha"].to_numpy(float)
    no_carbon = np.array([found.carbon is None for found in rates], dtype=bool)[which] & ~own
    no_methane = np.array([found.methane is None for found in rates], dtype=bool)[which]
    gaps = {REMOVAL: no_carbon, EMISSION: no_carbon | no_methane}
    made: dict[str, object] = {}
    for quantity, gap in gaps.items():
        part = terms[terms["quantity"] == quantity]
        amount = _per_row(part["area_ha"] * part["value"], part["row"], count)
        down, up = (_half_width(part, bound, count) for bound in ("low", "high"))
        name = f"{quantity}_tco2e_a"
        made[name] = np.where(gap, math.nan, amount)
        made[f"{name}_low"] = np.where(gap, math.nan, amount - down)
        made[f"{name}_high"] = np.where(gap, math.nan, amount + up)
    figures = pd.DataFrame(made)
    figures["net_tco2e_a"] = figures["emission_tco2e_a"] - figures["removal_tco2e_a"]
    figures["factor_grade"] = _grades(terms, count)
    sign = np.where(terms["quantity"] == REMOVAL, 1.0, -1.0)
    amount_of = terms["area_ha"] * terms["value"]
    carbon, methane = (terms["part"] == part for part in (CARBON, METHANE))
    buried = _per_row((amount_of * sign / CO2_PER_C)[carbon], terms.loc[carbon, "row"], count)
    figures["burial_tc_a"] = np.where(no_carbon, math.nan, buried)
    claims = np.array([found.accounts_for for found in rates], dtype=object)[which]
    untold = np.array(["ch4" not in claim for claim in claims], dtype=bool)
    figures["ch4_tco2e_a"] = np.where(
        no_methane | untold, math.nan, _per_row(amount_of[methane], terms.loc[methane, "row"], count)
    )
    lost = np.array([found.extraction_tc_ha for found in rates])[which]
    figures["stock_loss_tco2"] = area_ha * lost * CO2_PER_C
    figures["accounts_for"] = claims
    return figures


def _per_row(values: pd.Series, rows: pd.Series, count: int) -> Floats:
    weights = values.to_numpy(float)
    return np.bincount(rows.to_numpy(np.intp), weights=weights, minlength=count).astype(np.float64)


def _half_width(terms: pd.DataFrame, bound: str, count: int) -> Floats:
    """Half-widths of habitats in quadrature; NaN where no term of a habitat has an interval."""
    width = (terms["area_ha"] * (terms["value"] - terms[bound])).abs()
    known = width.notna()
    squares = _per_row(width[known] ** 2, terms.loc[known, "row"], count)
    some = np.bincount(terms.loc[known, "row"].to_numpy(np.intp), minlength=count) > 0
    return np.asarray(np.where(some, np.sqrt(squares), math.nan), dtype=np.float64)


def _grades(terms: pd.DataFrame, count: int) -> list[str | None]:
    rank = terms["evidence"].map(EVIDENCE.index).groupby(terms["row"]).max().reindex(range(count))
    return [None if math.isnan(place) else EVIDENCE[int(place)] for place in rank]


def _total(figures: pd.DataFrame, terms: pd.DataFrame) -> dict[str, float]:
    """Sums of what is known; a factor row is one draw wherever it is used."""
    # Measured rates differ from stand to stand and have no interval: they shift the bounds alone.
    terms = terms[terms["row_id"] != MEASURED]
    total = {name: known_sum(figures[name]) for name in ("burial_tc_a", "ch4_tco2e_a", "stock_loss_tco2")}
    for quantity in (REMOVAL, EMISSION):
        name = f"{quantity}_tco2e_a"
        part = terms[(terms["quantity"] == quantity) & figures[name].notna().to_numpy()[terms["row"]]]
        rows = part.groupby("row_id", sort=True)
        area_ha = rows["area_ha"].agg(math.fsum).to_numpy(float)
        bounds = (rows[column].first().to_numpy(float) for column in ("value", "low", "high"))
        value = known_sum(figures[name])
        total[name] = value
        low, high = linear_bounds(area_ha, *bounds) if len(part) else (math.nan, math.nan)
        centre = math.fsum(area_ha * rows["value"].first().to_numpy(float)) if len(part) else 0.0
        total[f"{name}_low"], total[f"{name}_high"] = value - (centre - low), value + (high - centre)
    total["net_tco2e_a"] = total["emission_tco2e_a"] - total["removal_tco2e_a"]
    return total


def _weak_share(terms: pd.DataFrame) -> float:
    size = terms["area_ha"] * terms["value"]
    whole = math.fsum(size)
    return math.fsum(size[terms["weak"].astype(bool)]) / whole if whole else math.nan
