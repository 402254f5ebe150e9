# SPDX-License-Identifier: GPL-2.0-or-later
"""What method layers claim, and the refusals: one method per pool and ground, one soil depth per account."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..coverage import Overlaps
from ..errors import InputError
from ..factors import POOLS, FactorSet
from ..factors.vocabulary import ANNUAL_CROPS, NET_BALANCE, is_weak, plain_depth
from ..geometry import Geometries
from ..notes import NoteBook
from ..tabulate_notes import UNIT_NOISE_M2
from ..units import M2_PER_HA
from .model import (
    AMOUNTS,
    DENSITY_FIELDS,
    FIGURES,
    FLUX_TOKENS,
    NUMBER_FIELDS,
    SOIL_TOKENS,
    TOKENS,
    MethodPolygons,
    claims_any,
    joined_tokens,
    tokens_of,
)

Flags = npt.NDArray[np.bool_]

#: Density × area may miss the stated stock by this share: figures of text formats are rounded.
STOCK_TOLERANCE = 1e-6


def method_polygons(
    layers: list[tuple[str, Geometries, Geometries, pd.DataFrame]],
    measure: Callable[[Geometries], npt.NDArray[np.float64]],
) -> MethodPolygons:
    """Gather (name, ids, geometry, fields) of method layers; ``fields`` has ``METHOD_FIELDS``.

    Raises ``InputError`` that names layer, feature and field where claims are empty or unknown, where
    figures are no numbers or do not belong to a claim, and where the stock is not that of the pools.
    """
    checked = [_Layer(name, ids, fields.reset_index(drop=True)) for name, ids, _, fields in layers]
    claims = [layer.claims() for layer in checked]
    figures = [layer.figures(claim["accounts_for"]) for layer, claim in zip(checked, claims)]
    geometry = np.concatenate([shapes for _, _, shapes, _ in layers])
    return MethodPolygons(
        layers=tuple(layer.name for layer in checked),
        layer=np.repeat(np.arange(len(layers)), [len(layer.ids) for layer in checked]),
        ids=np.concatenate([layer.ids for layer in checked]),
        geometry=geometry,
        area_m2=np.nan_to_num(measure(geometry)),
        stated_ha=np.concatenate([layer.numbers("area_ha") for layer in checked]),
        claims=pd.concat(claims, ignore_index=True),
        figures=pd.concat(figures, ignore_index=True),
    )


class _Layer:
    """One method layer with its name and ids, for the messages."""

    def __init__(self, name: str, ids: Geometries, fields: pd.DataFrame) -> None:
        self.name, self.ids, self.fields = name, ids, fields

    def claims(self) -> pd.DataFrame:
        text = self.fields["accounts_for"].map(_text)
        known = {value: self._tokens(value, text) for value in text.unique()}
        names = {field: self.fields[field].map(_text) for field in ("method", "carbon_class")}
        for field, texts in names.items():
            if (texts == "").any():
                raise InputError(
                    "Method layer “{layer}”: field “{field}” is empty in {count} features (first: {id}). "
                    "Fill it, or make the layer again with the tool of the method.",
                    **self._where((texts == "").to_numpy()),
                    field=field,
                )
        return pd.DataFrame(
            {
                **names,
                "accounts_for": text.map(known),
                "soil_depth_cm": self.fields["soil_depth_cm"].map(_text).map(plain_depth),
            }
        )

    def _tokens(self, value: str, text: pd.Series) -> str:
        names = {name.strip() for name in value.split(",")} - {""}
        if not names or not names <= set(TOKENS):
            raise InputError(
                "Method layer “{layer}”, feature {id}: field accounts_for holds “{value}”. It must name one "
                "or several of {known}, separated by commas.",
                layer=self.name,
                id=self.ids[int(np.argmax(text == value))],
                value=value,
                known=", ".join(TOKENS),
            )
        return joined_tokens(names)

    def figures(self, accounts_for: pd.Series) -> pd.DataFrame:
        """``FIGURES`` of the polygons, those of unclaimed pools and fluxes NaN."""
        numbers = {name: self.numbers(name) for name in NUMBER_FIELDS}
        area_ha = numbers["area_ha"]
        self._refuse_empty_area(~(area_ha > 0.0))
        made: dict[str, npt.NDArray[np.float64]] = {}
        for pool, density in zip(POOLS, DENSITY_FIELDS):
            self._refuse_stray(~claims_any(accounts_for, [pool]) & ~np.isnan(numbers[density]), density)
            made[f"{pool}_tc"] = numbers[density] * area_ha
        pools = np.array([made[f"{pool}_tc"] for pool in POOLS])
        some = ~np.isnan(pools).all(axis=0)
        made["stock_tc"] = np.where(some, np.nansum(pools, axis=0), math.nan)
        self._refuse_other_stock(numbers["stock_tc"], made["stock_tc"])
        flux = claims_any(accounts_for, FLUX_TOKENS)
        for name in AMOUNTS[1:]:
            self._refuse_stray(~flux & (np.nan_to_num(numbers[name]) != 0.0), name)
            made[name] = np.where(flux, numbers[name], math.nan)
        weak = np.array([_is_weak(value) for value in self.fields["factor_grade"]], dtype=bool)
        for name in AMOUNTS:
            made.update(_intervals(name, made[name], numbers, weak))
        return pd.DataFrame(made, columns=list(FIGURES))

    def numbers(self, field: str) -> npt.NDArray[np.float64]:
        """A field as numbers, NaN where it is NULL; ``InputError`` where it holds anything else."""
        values = self.fields[field].astype(object)
        numbers = pd.to_numeric(values, errors="coerce").to_numpy(dtype=float)
        wrong = ~np.isfinite(numbers) & values.notna().to_numpy()
        if wrong.any():
            raise InputError(
                "Method layer “{layer}”: field “{field}” holds no number in {count} features (first: {id}). "
                "Correct them, or make the layer again with the tool of the method.",
                **self._where(wrong),
                field=field,
            )
        return np.asarray(numbers, dtype=np.float64)

    def _refuse_empty_area(self, wrong: Flags) -> None:
        if wrong.any():
            raise InputError(
                "Method layer “{layer}”: area_ha is empty or not above 0 in {count} features (first: {id}). "
                "Correct them, or make the layer again with the tool of the method.",
                **self._where(wrong),
            )

    def _refuse_stray(self, wrong: Flags, field: str) -> None:
        if wrong.any():
            raise InputError(
                "Method layer “{layer}”: {count} features (first: {id}) have a figure in “{field}” that "
                "accounts_for does not claim. Add its token to accounts_for, or empty the field.",
                **self._where(wrong),
                field=field,
            )

    def _refuse_other_stock(self, stated: npt.NDArray[np.float64], summed: npt.NDArray[np.float64]) -> None:
        wrong = np.abs(stated - summed) > STOCK_TOLERANCE * np.abs(summed)
        if wrong.any():
            raise InputError(
                "Method layer “{layer}”: stock_tc is not area_ha times the densities of the pools in {count} "
                "features (first: {id}, {stated:.6g} against {summed:.6g} t C). Correct them, or make the "
                "layer again with the tool of the method.",
                **self._where(wrong),
                stated=float(stated[np.argmax(wrong)]),
                summed=float(summed[np.argmax(wrong)]),
            )

    def _where(self, wrong: Flags) -> dict[str, object]:
        return {"layer": self.name, "count": int(wrong.sum()), "id": self.ids[int(np.argmax(wrong))]}


def _intervals(
    name: str, value: npt.NDArray[np.float64], numbers: dict[str, npt.NDArray[np.float64]], weak: Flags
) -> dict[str, npt.NDArray[np.float64]]:
    down, up = value - numbers[f"{name}_low"], numbers[f"{name}_high"] - value
    known = np.isfinite(down) & np.isfinite(up)
    size = np.abs(np.nan_to_num(value))
    return {
        f"{name}_down": np.where(known, down, 0.0),
        f"{name}_up": np.where(known, up, 0.0),
        f"{name}_open": np.where(known, 0.0, size),
        f"{name}_weak": np.where(weak, size, 0.0),
    }


def _is_weak(grade: object) -> bool:
    # A figure that states no grade rests on nothing that could be read.
    text = _text(grade)
    return not text or is_weak(text, "yes")


def _text(value: object) -> str:
    return "" if value is None or value != value else str(value).strip()


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
            "Method layer “{layer}” books biomass growth for annual crops in {count} features ({area_ha:.4f} "
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
