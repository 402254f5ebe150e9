# SPDX-License-Identifier: GPL-2.0-or-later
"""The layers of a plan check as the domain sees them: arrays in one work plane."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import numpy.typing as npt

Geometries = npt.NDArray[np.object_]
Floats = npt.NDArray[np.float64]
Texts = npt.NDArray[np.object_]


@dataclass(frozen=True)
class ControlLine:
    """A control-line layer: polygons of one line type in plane coordinates.

    A line type that rules measure a distance from may come as lines too.

    ``ids`` are business ids (None = the layer has none); ``zones`` raw zone values (None =
    no zone field; a None cell = no value); ``status`` is "legal", "draft" or "standin";
    ``document`` names the act that put it in force, ``dated`` its day.
    """

    line_type: str
    layer: str
    geometry: Geometries
    ids: Texts | None = None
    zones: Texts | None = None
    status: str = "legal"
    document: str = ""
    dated: str = ""


@dataclass(frozen=True)
class PlanDraft:
    """The parcels of a plan draft: polygons in plane coordinates (None = nothing to check).

    ``codes`` are land-and-sea codes of 2023 (None = not checkable), ``carbon_class`` the
    class after the plan; ``area_m2`` follows the area rule, ``measured_m2`` is always
    measured, and parts of a parcel share the first by the second. ``has_ids`` tells that
    ``ids`` are business ids and not positions. ``conditions`` gives, for each rule with a
    condition, whether it holds on each parcel: True, False, or None where nobody knows.
    """

    geometry: Geometries
    ids: Texts
    codes: Texts
    carbon_class: Texts
    area_m2: Floats
    measured_m2: Floats
    layer: str
    has_ids: bool
    conditions: Mapping[str, Texts] = field(default_factory=dict)


@dataclass(frozen=True)
class BaseCover:
    """Present land cover in plane coordinates, with 2023 codes and carbon classes (None = unmapped)."""

    geometry: Geometries
    codes: Texts
    carbon_class: Texts
    layer: str


@dataclass(frozen=True)
class CheckSettings:
    """The day whose law applies, tolerances, horizon in years, area rule, and language of the remedies."""

    as_of: date
    sliver_m2: float = 1.0
    sliver_width_m: float = 0.1
    horizon_a: float = 20.0
    area_rule: str = "ellipsoidal"
    language: str = "en"
