# SPDX-License-Identifier: GPL-2.0-or-later
"""Keys by which a finding is known again in a later run, whatever order or format its layers come in."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
import shapely

from ..areas import WorkPlane
from .layers import Geometries, Texts

KEY_DIGITS = 16
#: Decimals that keep a millimetre: in metres, and in degrees (1e-8° is 1.1 mm on a meridian).
_DECIMALS_M, _DECIMALS_DEGREE = 3, 8


def feature_tokens(
    ids: Texts | None, geometry: Geometries, plane: WorkPlane
) -> tuple[Texts, npt.NDArray[np.bool_]]:
    """A text for each feature that tells it apart: its id, with a geometry hash where missing or doubled.

    ``geometry`` is in plane coordinates; the hash is taken in the layer's own CRS, so that
    it does not depend on where the plane is centred. Also returns which ids are doubled.
    """
    names = np.array(
        ["" if ids is None or name is None else str(name) for name in _names(ids, geometry)], dtype=object
    )
    counts = Counter(names)
    doubled = np.array([name != "" and counts[name] > 1 for name in names], dtype=bool)
    tokens = names.copy()
    needy = np.flatnonzero(doubled | (names == ""))
    for row, digest in zip(needy, geometry_hashes(geometry[needy], plane)):
        tokens[row] = f"{names[row]}#{digest}"
    return _number_repeats(tokens), doubled


def geometry_hashes(geometry: Geometries, plane: WorkPlane) -> list[str]:
    """A digest of each geometry: its normal form as WKB, coordinates of the CRS rounded to a millimetre."""
    if len(geometry) == 0:
        return []
    decimals = _DECIMALS_DEGREE if np.isnan(plane.unit_m) else _DECIMALS_M
    rounded = shapely.transform(plane.from_plane(geometry), lambda xy: np.round(xy, decimals) + 0.0)
    forms = shapely.to_wkb(shapely.normalize(rounded))
    return ["" if form is None else hashlib.sha256(form).hexdigest()[:KEY_DIGITS] for form in forms]


def finding_key(parts: Iterable[str]) -> str:
    """16 hexadecimal digits of SHA-256 over rule, line type, plan feature and line feature."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()[:KEY_DIGITS]


def _names(ids: Texts | None, geometry: Geometries) -> Texts:
    return np.full(len(geometry), None, dtype=object) if ids is None else ids


def _number_repeats(tokens: Texts) -> Texts:
    """Copies of one feature are interchangeable; a running number keeps their keys apart."""
    seen: Counter[str] = Counter()
    numbered = tokens.copy()
    for row, token in enumerate(tokens):
        seen[token] += 1
        if seen[token] > 1:
            numbered[row] = f"{token}~{seen[token]}"
    return numbered
