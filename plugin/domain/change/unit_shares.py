# SPDX-License-Identifier: GPL-2.0-or-later
"""The pieces of two dates shared out to statistical units, and checked against both layers there."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ..coverage import check_coverage
from ..errors import ConservationError
from ..geometry import Flags, Floats, Rows
from ..notes import NoteBook
from ..overlay import Overlay, overlay
from ..progress import Progress, part, silent
from ..quantities import Measuring
from ..quantities.ground import sum_by
from ..statistical_units import Units
from ..tabulate import CONSERVATION_LIMIT, INSIDE_TOLERANCE
from ..tabulate_notes import note_outside, note_overlapping_units, note_uncovered
from .ground import NOWHERE, DatedLand, Pieces


@dataclass(frozen=True)
class Dates:
    """The pieces of two layers with the layers that they come from."""

    pieces: Pieces
    before: DatedLand
    after: DatedLand


def whole_shares(pieces: Pieces) -> pd.DataFrame:
    """All pieces as the ground of one unit: columns piece, unit, measured_m2, area_m2."""
    return pd.DataFrame(
        {
            "piece": np.arange(len(pieces.before)),
            "unit": 0,
            "measured_m2": pieces.measured_m2,
            "area_m2": pieces.area_m2,
        }
    )


def share_out(dates: Dates, units: Units, how: Measuring, progress: Progress = silent) -> pd.DataFrame:
    """The part of each piece in each unit: columns piece, unit, measured_m2, area_m2.

    A piece of a parcel that lies wholly inside a unit does so, too: only pieces of parcels that the
    border of a unit cuts are overlaid themselves. Units that overlap each have the whole of what
    they hold. ``area_m2`` is shared by measured proportion.
    """
    pieces = dates.pieces
    of_before, of_after = pieces.before != NOWHERE, pieces.before == NOWHERE
    blocks, loose = [], np.zeros(len(pieces.before), dtype=bool)
    for land, rows, own, start in (
        (dates.before, pieces.before, of_before, 0.0),
        (dates.after, pieces.after, of_after, 0.4),
    ):
        asked = np.unique(rows[own])
        found = _overlay(land, asked, units, how, part(progress, start, start + 0.4))
        inside, cut = _by_parcel(rows, own, found, len(land.ids))
        blocks.append(inside)
        loose |= cut
    open_rows = np.flatnonzero(loose)
    pairs = overlay(
        pieces.geometry[open_rows],
        units.geometry,
        measure=how.areas_m2,
        left_area_m2=pieces.measured_m2[open_rows],
        keep_geometry=False,
        progress=part(progress, 0.8, 1.0),
        threads=how.threads,
    )
    piece = np.concatenate([*(block[0] for block in blocks), open_rows[pairs.left]])
    unit = np.concatenate([*(block[1] for block in blocks), pairs.right])
    whole_m2 = [pieces.measured_m2[block[0]] for block in blocks]
    measured_m2 = np.concatenate([*whole_m2, pairs.area_m2])
    order = np.lexsort((unit, piece))
    return _booked(pieces, piece[order], unit[order], measured_m2[order])


def check_units(
    dates: Dates,
    shares: pd.DataFrame,
    units: Units,
    how: Measuring,
    notes: NoteBook,
    progress: Progress = silent,
) -> float:
    """Largest area (m²) of a unit that pieces and open ground do not explain, at either date.

    The open ground of each layer is measured by ``check_coverage``, which shares no step with the
    pieces. Notes ground that no date covers. Raises ``ConservationError`` beyond 1e-6 of a unit.
    """
    unit_m2 = how.areas_m2(units.geometry)
    count = len(unit_m2)
    piece, unit, measured_m2 = (shares[name].to_numpy() for name in ("piece", "unit", "measured_m2"))
    worst = 0.0
    for land, rows, start in (
        (dates.before, dates.pieces.before, 0.0),
        (dates.after, dates.pieces.after, 0.5),
    ):
        coverage = check_coverage(
            land.geometry,
            units.geometry,
            measure=how.areas_m2,
            progress=part(progress, start, start + 0.5),
            threads=how.threads,
        )
        here = rows[piece] != NOWHERE
        residual = unit_m2 - sum_by(measured_m2[here], unit[here], count) - coverage.uncovered_m2
        _refuse_unexplained(residual, unit_m2, units, land.layer)
        worst = max(worst, float(np.max(np.abs(residual), initial=0.0)))
    note_uncovered(units.names, np.maximum(unit_m2 - sum_by(measured_m2, unit, count), 0.0), notes)
    return worst


def units_that_overlap(units: Units, how: Measuring, notes: NoteBook) -> bool:
    """Whether units share ground beyond noise; they are noted."""
    own = overlay(
        units.geometry,
        units.geometry,
        measure=how.areas_m2,
        left_area_m2=how.areas_m2(units.geometry),
        keep_geometry=False,
        threads=how.threads,
    )
    return len(note_overlapping_units(own, units.names, notes)) > 0


def note_beyond_units(dates: Dates, shares: pd.DataFrame, notes: NoteBook) -> None:
    """Note the features that lie outside; ``shares`` are those of units that do not overlap."""
    pieces = dates.pieces
    inside_m2 = np.bincount(shares["piece"], weights=shares["measured_m2"], minlength=len(pieces.before))
    outside_m2 = np.maximum(pieces.measured_m2 - inside_m2, 0.0)
    # Rounding of cuts inside the units is not ground beyond them.
    outside_m2[outside_m2 <= INSIDE_TOLERANCE * pieces.measured_m2] = 0.0
    ratio = np.divide(pieces.area_m2, pieces.measured_m2, out=np.zeros(len(outside_m2)),
                      where=pieces.measured_m2 > 0.0)  # fmt: skip
    first = len(dates.before.ids)
    feature = np.where(pieces.before == NOWHERE, first + pieces.after, pieces.before)
    ids = np.concatenate((dates.before.ids, dates.after.ids))
    by_feature = [
        np.bincount(feature, weights=values, minlength=len(ids)).astype(np.float64)
        for values in (outside_m2, outside_m2 * ratio)
    ]
    note_outside(ids, by_feature[0], by_feature[1], notes)


def _overlay(land: DatedLand, rows: Rows, units: Units, how: Measuring, progress: Progress) -> Overlay:
    """Parcels of a layer by units; ``left`` are rows of the layer."""
    found = overlay(
        land.geometry[rows],
        units.geometry,
        measure=how.areas_m2,
        left_area_m2=land.measured_m2[rows],
        keep_geometry=False,
        progress=progress,
        threads=how.threads,
    )
    return replace(found, left=rows[found.left])


def _by_parcel(rows: Rows, own: Flags, found: Overlay, count: int) -> tuple[tuple[Rows, Rows], Flags]:
    """Pieces wholly in units (piece, unit), and the pieces of parcels that some border cuts."""
    cut = np.zeros(count, dtype=bool)
    cut[found.left[~found.covered]] = True
    loose = own.copy()
    loose[own] = cut[rows[own]]
    whole = found.covered & ~cut[found.left]
    parcels = pd.DataFrame({"parcel": found.left[whole], "unit": found.right[whole]})
    settled = np.flatnonzero(own & ~loose)
    of_pieces = pd.DataFrame({"piece": settled, "parcel": rows[settled]}).merge(parcels, on="parcel")
    return (of_pieces["piece"].to_numpy(np.intp), of_pieces["unit"].to_numpy(np.intp)), loose


def _booked(pieces: Pieces, piece: Rows, unit: Rows, measured_m2: Floats) -> pd.DataFrame:
    """Areas by the area rule: parts that are all of a piece share all of it, whatever the cuts round."""
    total = np.bincount(piece, weights=measured_m2, minlength=len(pieces.before))
    near = np.abs(total - pieces.measured_m2) <= INSIDE_TOLERANCE * pieces.measured_m2
    base = np.where(near, total, pieces.measured_m2)[piece]
    area_m2 = pieces.area_m2[piece] * (measured_m2 / base)
    return pd.DataFrame({"piece": piece, "unit": unit, "measured_m2": measured_m2, "area_m2": area_m2})


def _refuse_unexplained(residual_m2: Floats, unit_m2: Floats, units: Units, layer: str) -> None:
    failed = np.abs(residual_m2) > CONSERVATION_LIMIT * unit_m2
    if failed.any():
        worst = int(np.argmax(np.where(failed, np.abs(residual_m2), 0.0)))
        raise ConservationError(
            "The areas in unit {unit} do not add up to layer “{layer}”: {residual_m2:.4f} m² of "
            "{area_m2:.1f} m² are unexplained. Check the geometries of this unit and of both layers in it.",
            unit=units.names[worst],
            layer=layer,
            residual_m2=float(residual_m2[worst]),
            area_m2=float(unit_m2[worst]),
        )
