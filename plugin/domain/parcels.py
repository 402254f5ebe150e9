# SPDX-License-Identifier: GPL-2.0-or-later
"""Land-use parcels: their carbon class and the factors attached to them."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from .classes import MatchedCodes
from .errors import ClassError
from .factors import FactorSet, class_factors
from .notes import NoteBook
from .parcel_areas import RIDGE_CLASS, ParcelAreas
from .units import M2_PER_HA

Floats = npt.NDArray[np.float64]
Objects = npt.NDArray[np.object_]


def mapped_classes(
    match: MatchedCodes, unmapped: str, areas: ParcelAreas, ids: Objects, layer: str, notes: NoteBook
) -> tuple[Objects, float]:
    """Carbon class per parcel (None = left out) and the area left out in ha.

    With ``unmapped="error"`` a code without class raises ``ClassError`` that lists codes with
    count and area; with ``"exclude"`` the list becomes a note, unless nothing would be left.
    """
    classes = match.carbon_classes()
    missing = np.array([value is None for value in classes], dtype=bool)
    if not missing.any():
        return classes, 0.0
    area_ha = math.fsum(areas.area_m2[missing]) / M2_PER_HA
    listed = _list_codes(match, missing, areas.area_m2)
    if unmapped == "error":
        raise ClassError(
            "Layer “{layer}” has codes without a carbon class in “{classification}” (features: {count}, "
            "{area_ha:.4f} ha): {codes}. Correct the codes, choose another CLASSIFICATION, or set UNMAPPED "
            "to “exclude”.",
            layer=layer,
            count=int(missing.sum()),
            area_ha=area_ha,
            classification=match.classification.id,
            codes=listed,
        )
    if missing.all():
        raise ClassError(
            "No feature of layer “{layer}” has a code with a carbon class in “{classification}”: {codes}. "
            "Choose the right class field and CLASSIFICATION.",
            layer=layer,
            classification=match.classification.id,
            codes=listed,
        )
    notes.add(
        "unmapped",
        "Layer “{layer}”: features left out, since their code has no carbon class: {count} ({area_ha:.4f} ha "
        "in the whole layer); codes: {codes}. Correct the codes or choose another CLASSIFICATION.",
        count=int(missing.sum()),
        area_ha=area_ha,
        ids=ids[missing],
        layer=layer,
        codes=listed,
    )
    return classes, area_ha


def _list_codes(match: MatchedCodes, missing: npt.NDArray[np.bool_], area_m2: Floats) -> str:
    rows = []
    for position in np.unique(match.index[missing]):
        here = missing & (match.index == position)
        raw = match.table["raw"].iloc[position]
        name = "NULL" if raw is None else str(raw)
        rows.append(f"{name} ({int(here.sum())}, {math.fsum(area_m2[here]) / M2_PER_HA:.4f} ha)")
    return ", ".join(rows)


def cells_of(classes: Objects, areas: ParcelAreas) -> pd.DataFrame:
    """Area table of whole parcels as one unit: unit 0, carbon_class, area_ha."""
    net = areas.area_m2 if areas.ridge_m2 is None else areas.area_m2 - areas.ridge_m2
    frame = pd.DataFrame({"carbon_class": classes, "area_m2": net})
    if areas.ridge_m2 is not None:
        kept = pd.Series(classes).notna()
        ridges = pd.DataFrame({"carbon_class": RIDGE_CLASS, "area_m2": areas.ridge_m2[kept.to_numpy()]})
        frame = pd.concat([frame, ridges[ridges["area_m2"] > 0]], ignore_index=True)
    sums = frame.dropna(subset=["carbon_class"]).groupby("carbon_class", sort=True)["area_m2"].agg(math.fsum)
    return pd.DataFrame(
        {"unit": 0, "carbon_class": sums.index.astype(object), "area_ha": sums.to_numpy(float) / M2_PER_HA}
    )


#: Columns that ``attach`` makes, in the order of the output layer.
ATTACHED = (
    "carbon_class",
    "area_ha",
    "agb_tc_ha",
    "bgb_tc_ha",
    "soc_tc_ha",
    "dom_tc_ha",
    "density_tc_ha",
    "stock_tc",
    "stock_tc_low",
    "stock_tc_high",
    "removal_tco2e_a",
    "removal_tco2e_a_low",
    "removal_tco2e_a_high",
    "emission_tco2e_a",
    "emission_tco2e_a_low",
    "emission_tco2e_a_high",
    "net_tco2e_a",
    "factor_grade",
)
_PER_HA = ("agb_tc_ha", "bgb_tc_ha", "soc_tc_ha", "dom_tc_ha", "density_tc_ha")
_TOTALS = {
    "stock_tc": ("density", "tc_ha"),
    "removal_tco2e_a": ("removal", "tco2e_ha_a"),
    "emission_tco2e_a": ("emission", "tco2e_ha_a"),
}


def attach(classes: Objects, areas: ParcelAreas, factor_set: FactorSet) -> pd.DataFrame:
    """Factors and amounts of every parcel, columns ``ATTACHED``, NaN/None where there is no class.

    ``*_tc_ha`` are the densities of the parcel's class; stock and fluxes are those of its net
    area plus those of its field ridges. Stock in t C, fluxes in t CO2e/a.
    """
    factors = class_factors(factor_set)
    position = pd.Index(factors.index).get_indexer(pd.Index(classes))
    net = areas.area_m2 if areas.ridge_m2 is None else areas.area_m2 - areas.ridge_m2
    made: dict[str, Any] = {"carbon_class": classes, "area_ha": areas.area_m2 / M2_PER_HA}
    for name in _PER_HA:
        made[name] = _lookup(factors[name], position)
    for name, (stem, per) in _TOTALS.items():
        own = [_lookup(factors[f"{stem}{bound}_{per}"], position) for bound in ("", "_low", "_high")]
        ridge = _ridge_factors(factors, stem, per, areas)
        value, low, high = _amounts(own, net / M2_PER_HA, ridge, areas)
        made[name], made[f"{name}_low"], made[f"{name}_high"] = value, low, high
    made["net_tco2e_a"] = made["emission_tco2e_a"] - made["removal_tco2e_a"]
    grades = [*factors["factor_grade"], None]
    made["factor_grade"] = [grades[row] for row in position]
    return pd.DataFrame(made, columns=list(ATTACHED))


def _lookup(column: pd.Series, position: npt.NDArray[np.intp]) -> Floats:
    return np.asarray(np.append(column.to_numpy(float), math.nan)[position], dtype=np.float64)


def _ridge_factors(factors: pd.DataFrame, stem: str, per: str, areas: ParcelAreas) -> list[float] | None:
    if areas.ridge_m2 is None or RIDGE_CLASS not in factors.index:
        return None
    return [float(factors.loc[RIDGE_CLASS, f"{stem}{bound}_{per}"]) for bound in ("", "_low", "_high")]


def _amounts(
    own: list[Floats], net_ha: Floats, ridge: list[float] | None, areas: ParcelAreas
) -> tuple[Floats, Floats, Floats]:
    value, low, high = (net_ha * factor for factor in own)
    if ridge is None or areas.ridge_m2 is None:
        return value, low, high
    ridge_ha = areas.ridge_m2 / M2_PER_HA
    total = value + np.where(ridge_ha > 0, ridge_ha * ridge[0], 0.0)
    # Ridges on dry land carry the factor of the parcel itself: the same draw, so widths add up.
    same = own[0] == ridge[0]
    # A ridge factor without interval must not take the bounds of parcels without ridges.
    down = _joint(value - low, np.where(ridge_ha > 0, ridge_ha * (ridge[0] - ridge[1]), 0.0), same)
    up = _joint(high - value, np.where(ridge_ha > 0, ridge_ha * (ridge[2] - ridge[0]), 0.0), same)
    return total, total - down, total + up


def _joint(first: Floats, second: Floats, same: npt.NDArray[np.bool_]) -> Floats:
    return np.where(same, first + second, np.hypot(first, second))
