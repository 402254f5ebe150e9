# SPDX-License-Identifier: GPL-2.0-or-later
"""Columns of a layer as numbers and texts, where there may be no such column."""

from __future__ import annotations

import math

import numpy as np

from ..domain.number_fields import amounts_of_field, numbers_of_field
from .layers import PolygonLayer


def numbers_of(layer: PolygonLayer, column: str | None) -> np.ndarray:
    """A column as numbers, NaN where it is NULL or blank or where there is no such column.

    Raises ``InputError`` that names the first feature whose value is no number.
    """
    if column is None:
        return np.full(len(layer), math.nan)
    return numbers_of_field(layer.columns[column], layer.ids, layer=layer.name, field=column)


def amounts_of(layer: PolygonLayer, column: str) -> np.ndarray:
    """A column as numbers from 0 up, NaN where it is NULL or blank.

    Raises ``InputError`` that names the first feature whose value is no number or below 0.
    """
    return amounts_of_field(layer.columns[column], layer.ids, layer=layer.name, field=column)


def texts_of(layer: PolygonLayer, column: str | None, default: str = "") -> np.ndarray:
    """A column as stripped text, ``default`` where it is NULL, empty or where there is no such column."""
    if column is None:
        return np.full(len(layer), default, dtype=object)
    values = ("" if value is None else str(value).strip() for value in layer.columns[column])
    return np.array([value or default for value in values], dtype=object)
