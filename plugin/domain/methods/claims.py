# SPDX-License-Identifier: GPL-2.0-or-later
"""What method layers claim, and the refusals: one method per pool and ground, one soil depth per account."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from ..coverage import Overlaps
from ..errors import InputError
from ..factors import FactorSet
from ..factors.vocabulary import ANNUAL_CROPS, NET_BALANCE
from ..notes import NoteBook
from ..tabulate_notes import UNIT_NOISE_M2
from ..units import M2_PER_HA
from .model import FLUX_TOKENS, SOIL_TOKENS, MethodPolygons, claims_any, joined_tokens, tokens_of

Flags = npt.NDArray[np.bool_]


def refuse_unfit_layers(polygons: MethodPolygons, factors: FactorSet) -> None:
    """Refuse claims that do not go with the factor set, or with what grows.

    Raises ``InputError``: soil figures of another depth than the account's, any flux beside a set of
    net balances, and growth of annual crops.
    """
    _refuse_other_depth(polygons, factors)
    _refuse_netted_fluxes(polygons, factors)
    _refuse_growth_of_crops(polygons)


def _refuse_netted_fluxes(polygons: MethodPolygons, factors: FactorSet) -> None:
    wrong = claims_any(polygons.claims["accounts_for"], FLUX_TOKENS)
    if factors.flux_family == NET_BALANCE and wrong.any():
        row = int(np.argmax(wrong))
        raise InputError(
            "Method layer “{layer}” answers for {tokens} on {area_ha:.4f} ha (first: feature {id}), which "
            "factor set “{factor_set}” already nets: its fluxes are net balances. Choose a FACTOR_SET of "
            "single processes, or leave the layer out.",
            layer=polygons.layers[polygons.layer[row]],
            tokens=polygons.claims["accounts_for"][row],
            area_ha=_area_ha(polygons, wrong),
            id=polygons.ids[row],
            factor_set=factors.id,
        )


def _refuse_growth_of_crops(polygons: MethodPolygons) -> None:
    growth = polygons.figures["removal_tco2e_a"].fillna(0.0).to_numpy() != 0.0
    crops = polygons.claims["carbon_class"].isin(ANNUAL_CROPS).to_numpy()
    wrong = growth & crops & claims_any(polygons.claims["accounts_for"], ["biomass_growth"])
    if wrong.any():
        row = int(np.argmax(wrong))
        raise InputError(
            "Method layer “{layer}” books biomass growth for annual crops (features: {count}, {area_ha:.4f} "
            "ha; first: {id}, class {carbon_class}): what grows there is harvested within the year. Take "
            "biomass_growth out of accounts_for, or its removal out of the layer.",
            layer=polygons.layers[polygons.layer[row]],
            count=int(wrong.sum()),
            area_ha=_area_ha(polygons, wrong),
            id=polygons.ids[row],
            carbon_class=polygons.claims["carbon_class"][row],
        )


def _area_ha(polygons: MethodPolygons, rows: Flags) -> float:
    return math.fsum(polygons.area_m2[rows]) / M2_PER_HA


def _refuse_other_depth(polygons: MethodPolygons, factors: FactorSet) -> None:
    soil = claims_any(polygons.claims["accounts_for"], SOIL_TOKENS)
    depths = polygons.claims["soil_depth_cm"].to_numpy()
    account = factors.soil_depth_cm
    if account is None and not (factors.terms["term"] == "soc").any():
        # A set without soil leaves the depth to the layers, which must then agree among themselves.
        account = next(filter(None, depths[soil]), None)
    wrong = soil & (depths != account)
    if wrong.any():
        row = int(np.argmax(wrong))
        raise InputError(
            "Method layer “{layer}” answers for soil of {depth} cm on {area_ha:.4f} ha (first: feature "
            "{id}), but the account counts {expected} cm (factor set “{factor_set}”). One account has one "
            "soil depth: make the layer for that depth, or choose a FACTOR_SET of the layer's depth.",
            layer=polygons.layers[polygons.layer[row]],
            id=polygons.ids[row],
            depth=depths[row] or "?",
            area_ha=_area_ha(polygons, wrong),
            expected=account or "?",
            factor_set=factors.id,
        )


def refuse_double_claims(polygons: MethodPolygons, shared: Overlaps, notes: NoteBook) -> None:
    """Refuse polygons that claim one token on common ground; ``shared`` are the overlaps of all.

    Overlaps of at most 1 m² are digitising noise and noted. Raises ``InputError`` that names the worst
    pair, its tokens, the layers and the area of all.
    """
    tokens = [tokens_of(text) for text in polygons.claims["accounts_for"]]
    both = np.array([bool(tokens[a] & tokens[b]) for a, b in zip(shared.first, shared.second)], dtype=bool)
    twice, area_m2 = both & (shared.shared_m2 > UNIT_NOISE_M2), shared.shared_m2
    if twice.any():
        worst = int(np.argmax(np.where(twice, area_m2, 0.0)))
        first, second = int(shared.first[worst]), int(shared.second[worst])
        raise InputError(
            "Two methods answer for {tokens} on the same ground: feature {first} and feature {second} share "
            "{worst_ha:.4f} ha; {count} such pairs share {area_ha:.4f} ha in all. One pool of one parcel has "
            "one method: cut the input of one of them back and make its layer again, or leave one out.",
            tokens=joined_tokens(set(tokens[first] & tokens[second])),
            first=polygons.label(first),
            second=polygons.label(second),
            worst_ha=float(area_m2[worst]) / M2_PER_HA,
            count=int(twice.sum()),
            area_ha=math.fsum(area_m2[twice]) / M2_PER_HA,
        )
    if both.any():
        rows = np.union1d(shared.first[both], shared.second[both])
        notes.add(
            "method_noise",
            "Polygons of method layers overlap in {count} slivers of at most 1 m², {area_ha:.4f} ha in all.",
            count=int(both.sum()),
            area_ha=math.fsum(area_m2[both]) / M2_PER_HA,
            ids=[polygons.label(int(row)) for row in rows],
            warning=False,
        )
