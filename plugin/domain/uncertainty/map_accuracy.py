# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas of land classes and their uncertainty from the error matrix of a map.

Stratified estimator of Olofsson et al. (2014), Remote Sensing of Environment 148: 42–57, eqs. 9–11:
with W_i the mapped share of class i and n_ij samples mapped as i and found to be j,
p_j = Σ_i W_i·n_ij/n_i and S(p_j)² = Σ_i W_i²·(n_ij/n_i)(1 − n_ij/n_i)/(n_i − 1).
"""

from __future__ import annotations

import math

import numpy as np
import pandas as pd

from ..errors import InputError
from .distributions import Z_95

MAPPED = "mapped"


def parse_confusion(rows: pd.DataFrame) -> pd.DataFrame:
    """An error matrix from a table of text: first column the mapped class, the others the classes found.

    Returns sample counts, index and columns the carbon classes. Raises ``InputError`` that names
    row and column for cells that are not counts and for classes missing on one side.
    """
    names = [str(name) for name in rows.columns]
    if len(names) < 2:
        raise InputError(
            "The error matrix needs a first column with the mapped class and one column for each class "
            "found; it has {columns}.",
            columns=", ".join(names),
        )
    matrix = pd.DataFrame(index=rows[names[0]].tolist(), columns=names[1:], dtype=float)
    for number, (line, row) in enumerate(rows.iterrows()):
        for name in names[1:]:
            matrix.iloc[number, names.index(name) - 1] = _count(str(row[name]), line, name)
    missing = sorted(set(matrix.index) ^ set(matrix.columns))
    if missing or not matrix.index.is_unique:
        raise InputError(
            "The error matrix must have each class once as a row and once as a column; check {classes}.",
            classes=", ".join(missing) or "–",
        )
    return matrix[list(matrix.index)]


def _count(text: str, row: object, column: str) -> float:
    try:
        count = float(text or 0)
    except ValueError:
        count = -1.0
    if not (math.isfinite(count) and count >= 0.0 and count == int(count)):
        raise InputError(
            "Error matrix, row {row}, column “{column}”: “{value}” is not a number of samples.",
            row=row,
            column=column,
            value=text,
        )
    return count


def areas_from_samples(matrix: pd.DataFrame, area_ha: pd.Series) -> pd.DataFrame:
    """Estimated areas of the classes of a map: ``area_ha``, ``low_ha``, ``high_ha`` (95 %), ``mapped_ha``.

    ``matrix`` counts samples (rows mapped, columns found), ``area_ha`` the mapped area by class.
    Raises ``InputError`` for a mapped class without at least two samples.
    """
    mapped = area_ha.reindex(matrix.index, fill_value=0.0).astype(float)
    lacking = sorted(set(area_ha.index) - set(matrix.index))
    taken = matrix.sum(axis=1)
    lacking += sorted(name for name in matrix.index if mapped[name] > 0.0 and taken[name] < 2)
    if lacking:
        raise InputError(
            "The error matrix has fewer than two samples of {classes}, which the map shows. Add them, or "
            "leave the matrix out.",
            classes=", ".join(lacking),
        )
    weight = (mapped / mapped.sum()).to_numpy()[:, None]
    counts = matrix.to_numpy(dtype=float)
    samples = np.maximum(counts.sum(axis=1, keepdims=True), 2.0)
    share = counts / samples
    found = (weight * share).sum(axis=0)
    error = np.sqrt((weight**2 * share * (1.0 - share) / (samples - 1.0)).sum(axis=0))
    total = float(mapped.sum())
    frame = pd.DataFrame({MAPPED + "_ha": mapped, "area_ha": found * total}, index=matrix.index)
    frame["low_ha"] = np.maximum(found - Z_95 * error, 0.0) * total
    frame["high_ha"] = (found + Z_95 * error) * total
    return frame
