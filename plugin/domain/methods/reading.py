# SPDX-License-Identifier: GPL-2.0-or-later
"""Method layers read: their claims and figures, and the refusal of rows that do not say what they mean."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..errors import InputError
from ..factors import POOLS
from ..factors.vocabulary import is_weak, plain_depth
from ..geometry import Flags, Geometries
from ..number_fields import numbers_of_field
from .model import (
    AMOUNTS,
    DENSITY_FIELDS,
    FIGURES,
    FLUX_TOKENS,
    NUMBER_FIELDS,
    TOKENS,
    MethodPolygons,
    claims_any,
    joined_tokens,
)

#: Figures of text formats are rounded: by this share density × area may miss the stated stock, and bounds
#: the amount that they enclose.
ROUNDING = 1e-6


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
                    "Method layer “{layer}”: field “{field}” is empty (features: {count}, first: {id}). Fill "
                    "it, or make the layer again with the tool of the method.",
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
        for name in (*DENSITY_FIELDS, *AMOUNTS):
            self._refuse_negative(numbers[name] < 0.0, name)
        made: dict[str, npt.NDArray[np.float64]] = {}
        for pool, density in zip(POOLS, DENSITY_FIELDS):
            self._refuse_stray(~claims_any(accounts_for, [pool]) & ~np.isnan(numbers[density]), density)
            made[f"{pool}_tc"] = numbers[density] * area_ha
        pools = np.array([made[f"{pool}_tc"] for pool in POOLS])
        some = ~np.isnan(pools).all(axis=0)
        made["stock_tc"] = np.where(some, np.nansum(pools, axis=0), math.nan)
        self._refuse_stray(~claims_any(accounts_for, POOLS) & ~np.isnan(numbers["stock_tc"]), "stock_tc")
        self._refuse_other_stock(numbers["stock_tc"], made["stock_tc"])
        flux = claims_any(accounts_for, FLUX_TOKENS)
        for name in AMOUNTS[1:]:
            self._refuse_stray(~flux & (np.nan_to_num(numbers[name]) != 0.0), name)
            made[name] = np.where(flux, numbers[name], math.nan)
        weak = np.array([_is_weak(value) for value in self.fields["factor_grade"]], dtype=bool)
        for name in AMOUNTS:
            self._refuse_outside(name, made[name], numbers)
            made.update(_intervals(name, made[name], numbers, weak))
        return pd.DataFrame(made, columns=list(FIGURES))

    def numbers(self, field: str) -> npt.NDArray[np.float64]:
        """A field as numbers, NaN where it is NULL; ``InputError`` where it holds anything else."""
        values = self.fields[field].astype(object)
        known = values.where(values.notna(), None).to_numpy()
        return numbers_of_field(known, self.ids, layer=self.name, field=field)

    def _refuse_empty_area(self, wrong: Flags) -> None:
        if wrong.any():
            raise InputError(
                "Method layer “{layer}”: area_ha is empty or not above 0 (features: {count}, first: {id}). "
                "Correct them, or make the layer again with the tool of the method.",
                **self._where(wrong),
            )

    def _refuse_negative(self, wrong: Flags, field: str) -> None:
        if wrong.any():
            raise InputError(
                "Method layer “{layer}”: field “{field}” is below 0 (features: {count}, first: {id}). "
                "Stocks, removals and emissions are positive, each in its own field; a loss is an emission.",
                **self._where(wrong),
                field=field,
            )

    def _refuse_outside(
        self, name: str, value: npt.NDArray[np.float64], numbers: dict[str, npt.NDArray[np.float64]]
    ) -> None:
        slack = ROUNDING * np.abs(value)
        wrong = (numbers[f"{name}_low"] > value + slack) | (numbers[f"{name}_high"] < value - slack)
        if wrong.any():
            raise InputError(
                "Method layer “{layer}”: {field} lies outside its bounds {field}_low and {field}_high "
                "(features: {count}, first: {id}). Correct them, or make the layer again with the tool of "
                "the method.",
                **self._where(wrong),
                field=name,
            )

    def _refuse_stray(self, wrong: Flags, field: str) -> None:
        if wrong.any():
            raise InputError(
                "Method layer “{layer}”: “{field}” holds a figure that accounts_for does not claim "
                "(features: {count}, first: {id}). Add its token to accounts_for, or empty the field.",
                **self._where(wrong),
                field=field,
            )

    def _refuse_other_stock(self, stated: npt.NDArray[np.float64], summed: npt.NDArray[np.float64]) -> None:
        wrong = np.abs(stated - summed) > ROUNDING * np.abs(summed)
        if wrong.any():
            raise InputError(
                "Method layer “{layer}”: stock_tc is not area_ha times the densities of the pools (features: "
                "{count}, first: {id}, {stated:.6g} against {summed:.6g} t C). Correct them, or make the "
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
        f"{name}_down": np.where(known, np.maximum(down, 0.0), 0.0),
        f"{name}_up": np.where(known, np.maximum(up, 0.0), 0.0),
        f"{name}_open": np.where(known, 0.0, size),
        f"{name}_weak": np.where(weak, size, 0.0),
    }


def _is_weak(grade: object) -> bool:
    # A figure that states no grade rests on nothing that could be read.
    text = _text(grade)
    return not text or is_weak(text, "yes")


def _text(value: object) -> str:
    return "" if value is None or value != value else str(value).strip()
