# SPDX-License-Identifier: GPL-2.0-or-later
"""The map of change: ground whose class differs between the dates, with the carbon that it gained or lost."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..baseline import union_of_units
from ..factors import FactorSet
from ..geometry import Floats, Geometries, Rows
from ..notes import NoteBook
from ..overlay import overlay
from ..plancheck.noise import NoiseLimits
from ..progress import Progress, silent
from ..quantities import Measuring
from ..statistical_units import Units
from ..units import M2_PER_HA
from .densities import densities_of, pair_densities
from .ground import DatedLand, Pieces, ids_of_pieces
from .parts import NO_CLASS, NO_GROUND, parts_of_pieces

MAP_COLUMNS = ("id_before", "id_after", "from_class", "to_class", "area_ha", "change_tc_ha", "change_tc")
#: Pieces up to this area or mean width are digitising noise (control-lines.md section 4).
NOISE = NoiseLimits(1.0, 0.1)


@dataclass(frozen=True)
class ChangeMap:
    """Changed ground: ``table`` has ``MAP_COLUMNS``, one row for each polygon of ``geometry``."""

    table: pd.DataFrame
    geometry: Geometries


def changed_ground(
    pieces: Pieces,
    before: DatedLand,
    after: DatedLand,
    units: Units | None,
    factor_set: FactorSet,
    how: Measuring,
    notes: NoteBook,
    progress: Progress = silent,
) -> ChangeMap:
    """Pieces with two different classes, inside the units where there are any.

    Noise is left out of the map and noted; it counts in the transitions.
    """
    parts = parts_of_pieces(pieces, before, after)
    main = parts.iloc[: len(pieces.before)]
    first, second = (main[name].to_numpy(dtype=object) for name in ("first", "second"))
    none = [NO_CLASS, NO_GROUND]
    rows = np.flatnonzero((first != second) & ~np.isin(first, none) & ~np.isin(second, none))
    ids = ids_of_pieces(pieces, before, after)
    rows, geometry, measured_m2 = _inside(pieces, rows, units, how, progress)
    area_ha = measured_m2 * pieces.area_m2[rows] / pieces.measured_m2[rows] / M2_PER_HA
    noise = NOISE.substance_m2(geometry, measured_m2) <= NOISE.area_m2
    if noise.any():
        notes.add(
            "change_noise",
            "{count} changed pieces are digitising noise (at most 1 m² or 0.1 m wide): their {area_ha:.4f} "
            "ha count in the transitions but are not in the map.",
            count=int(noise.sum()),
            area_ha=math.fsum(area_ha[noise]),
            ids=dict.fromkeys(ids[0][rows[noise]]),
            warning=False,
        )
    rows, geometry, area_ha = rows[~noise], geometry[~noise], area_ha[~noise]
    change_tc_ha = _change_of(parts, len(first), rows, factor_set)[rows]
    table = pd.DataFrame(
        {
            "id_before": ids[0][rows],
            "id_after": ids[1][rows],
            "from_class": first[rows],
            "to_class": second[rows],
            "area_ha": area_ha,
            "change_tc_ha": change_tc_ha,
            "change_tc": area_ha * change_tc_ha,
        },
        columns=list(MAP_COLUMNS),
    )
    return ChangeMap(table, geometry)


def _change_of(parts: pd.DataFrame, count: int, rows: Rows, factor_set: FactorSet) -> Floats:
    """Change of density of the pieces in ``rows``, t C/ha, field ridges by their share; NaN elsewhere."""
    asked = parts[parts["piece"].isin(rows)]
    pairs = pair_densities(
        asked["first"].to_numpy(dtype=object),
        asked["second"].to_numpy(dtype=object),
        densities_of(factor_set),
    )
    shares = asked["share"].to_numpy(float) * (pairs.after_tc_ha() - pairs.before_tc_ha())
    change = np.full(count, np.nan)
    change[rows] = np.bincount(asked["piece"], weights=shares, minlength=count)[rows]
    return change


def _inside(
    pieces: Pieces, rows: Rows, units: Units | None, how: Measuring, progress: Progress
) -> tuple[Rows, Geometries, Floats]:
    """The parts of the pieces ``rows`` that lie in the units: rows, geometry and measured areas."""
    geometry, measured_m2 = pieces.geometry[rows], pieces.measured_m2[rows]
    if units is None:
        return rows, geometry, measured_m2
    pairs = overlay(
        geometry,
        union_of_units(units).geometry,
        measure=how.areas_m2,
        left_area_m2=measured_m2,
        keep_geometry=True,
        progress=progress,
        threads=how.threads,
    )
    return rows[pairs.left], pairs.geometry, pairs.area_m2
