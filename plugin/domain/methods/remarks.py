# SPDX-License-Identifier: GPL-2.0-or-later
"""What method layers leave open: claims without a figure, ground that is in no account, other classes."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from ..factors import POOLS
from ..notes import NoteBook
from ..tabulate_notes import OUTSIDE_NOISE_M2
from ..units import M2_PER_HA
from .model import FLUX_TOKENS, MethodPolygons, claims_any
from .shares import MethodShares

#: Official areas of a survey and drawn ones differ by less than this share.
AREA_TOLERANCE = 0.05


def note_missing_figures(polygons: MethodPolygons, notes: NoteBook) -> None:
    """Note the polygons that claim a pool or a flux and give no figure for it."""
    claims, figures = polygons.claims["accounts_for"], polygons.figures
    for pool in POOLS:
        _note_missing(polygons, claims_any(claims, [pool]) & figures[f"{pool}_tc"].isna(), pool, notes)
    fluxes = figures[["removal_tco2e_a", "emission_tco2e_a"]].isna().all(axis=1)
    _note_missing(polygons, claims_any(claims, FLUX_TOKENS) & fluxes, "removal, emission", notes)


def _note_missing(
    polygons: MethodPolygons, missing: npt.NDArray[np.bool_], figure: str, notes: NoteBook
) -> None:
    rows = np.flatnonzero(missing)
    if len(rows):
        notes.add(
            "method_without_figure",
            "{count} polygons of method layers claim {figure} and give no figure for it ({area_ha:.4f} ha): "
            "it is NULL there, not 0, and the factors are left out. Fill it in, or take the claim out of "
            "accounts_for.",
            count=len(rows),
            area_ha=math.fsum(polygons.area_m2[rows]) / M2_PER_HA,
            ids=[polygons.label(int(row)) for row in rows],
            figure=figure,
        )


def note_other_areas(polygons: MethodPolygons, notes: NoteBook) -> None:
    """Note the polygons that are drawn larger or smaller than their figures were made for."""
    drawn_ha = polygons.area_m2 / M2_PER_HA
    apart = np.abs(drawn_ha - polygons.stated_ha) > AREA_TOLERANCE * polygons.stated_ha
    rows = np.flatnonzero(apart & (drawn_ha > 0.0))
    if len(rows):
        notes.add(
            "method_area_differs",
            "{count} polygons of method layers are drawn with another area than their area_ha ({area_ha:.4f} "
            "ha drawn, {stated_ha:.4f} ha stated): their figures are those of the stated area. If they were "
            "cut after the layer was made, make it again.",
            count=len(rows),
            area_ha=math.fsum(drawn_ha[rows]),
            stated_ha=math.fsum(polygons.stated_ha[rows]),
            ids=[polygons.label(int(row)) for row in rows],
        )


def note_left_out(polygons: MethodPolygons, shares: MethodShares, notes: NoteBook) -> None:
    """Note the parts of method polygons outside land use or units, and ground of another class."""
    outside_m2 = np.maximum(polygons.area_m2 - shares.used_m2, 0.0)
    listed = outside_m2 > OUTSIDE_NOISE_M2
    if listed.any():
        notes.add(
            "method_outside",
            "{count} polygons of method layers lie partly or wholly outside the land use or the units, with "
            "{area_ha:.4f} ha; their figures count in proportion to what lies inside. Add the missing land "
            "use or units, or clip the layers.",
            count=int(listed.sum()),
            area_ha=math.fsum(outside_m2[listed]) / M2_PER_HA,
            ids=[polygons.label(int(row)) for row in np.flatnonzero(listed)],
        )
    if shares.other_class_ha > OUTSIDE_NOISE_M2 / M2_PER_HA:
        notes.add(
            "method_other_class",
            "Method layers lie on {area_ha:.4f} ha that the land use gives another class than they do; the "
            "land keeps the class of the land use, the claimed pools and fluxes are those of the layers.",
            area_ha=shares.other_class_ha,
            warning=False,
        )
