# SPDX-License-Identifier: GPL-2.0-or-later
"""Changes of land use between two surveys inside control lines: where, how much, and against which rule.

methods.md k: line breach B_l = Σ area of illegal overlap (ha).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..coverage import find_overlaps
from ..geometry import AreaMeasure, Floats, Geometries, is_noise, mean_width_m
from ..notes import NoteBook
from ..overlay import difference_from_union, overlay
from ..plancheck.lines import BoundLine
from ..progress import Progress, part, silent
from ..rules import LEGAL, RulePack
from ..statistical_units import Units
from ..units import M2_PER_HA
from .rulings import ILLEGAL, Codes, rule_on_change

Texts = npt.NDArray[np.object_]

#: Lines whose breach is red at once (methods.md k), as the plan check calls them.
STRICT_LINES = ("pbf", "erl")
#: Pieces up to this area or width are edges of layers that were drawn apart, no change.
SLIVER_M2, SLIVER_WIDTH_M = 1.0, 0.1
COLUMNS = (
    *("unit", "line_type", "line_id", "line", "line_status", "change_id", "from_class", "to_class"),
    *("area_ha", "change_tc", "illegal", "rules"),
)


@dataclass(frozen=True)
class Changes:
    """Ground whose use changed, as polygons of the plane.

    ``before`` and ``after`` hold the codes of the rules that each use may be (``Codes``); ``area_m2``
    is the area by the survey or as measured, ``measured_m2`` as measured; ``change_tc`` is the change
    of its carbon stock, NaN where it is not known.
    """

    geometry: Geometries
    ids: Texts
    from_class: Texts
    to_class: Texts
    before: Sequence[Codes]
    after: Sequence[Codes]
    area_m2: Floats
    measured_m2: Floats
    change_tc: Floats


def changes_inside(
    changes: Changes,
    lines: Sequence[BoundLine],
    units: Units,
    law: RulePack,
    measure: AreaMeasure,
    notes: NoteBook,
    progress: Progress = silent,
) -> pd.DataFrame:
    """The parts of changes inside each feature of the lines and each unit: ``COLUMNS`` and ``geometry``.

    Ground inside two lines has a row for each of them. A part has its measured share of the area and of
    the carbon of its change. Parts outside every unit have no unit; slivers are left out and noted.
    """
    owner = np.concatenate([np.full(len(item.geometry), n, dtype=np.intp) for n, item in enumerate(lines)])
    feature = np.concatenate([np.arange(len(item.geometry)) for item in lines])
    inside = overlay(
        changes.geometry,
        np.concatenate([item.geometry for item in lines]),
        measure=measure,
        left_area_m2=changes.measured_m2,
        keep_geometry=True,
        progress=part(progress, 0.0, 0.6),
    )
    placed = _in_units(inside.geometry, inside.area_m2, units, measure, part(progress, 0.6, 0.95))
    piece = placed["piece"].to_numpy(np.intp)
    change, line = inside.left[piece], inside.right[piece]
    share = placed["area_m2"].to_numpy() / changes.measured_m2[change]
    frame = pd.DataFrame(
        {
            "unit": placed["unit"],
            "change_id": changes.ids[change],
            "from_class": changes.from_class[change],
            "to_class": changes.to_class[change],
            "area_ha": share * changes.area_m2[change] / M2_PER_HA,
            "change_tc": share * changes.change_tc[change],
            "geometry": placed["geometry"],
        }
    )
    _add_lines(frame, changes, change, [(lines[owner[row]], int(feature[row])) for row in line], law)
    width = mean_width_m(placed["geometry"].to_numpy(), placed["area_m2"].to_numpy())
    noise = is_noise(placed["area_m2"].to_numpy(), width, SLIVER_M2, SLIVER_WIDTH_M)
    _note_slivers(frame[noise], notes)
    order = ["unit", "line_type", "line", "line_id", "from_class", "to_class", "change_id", "area_ha"]
    return frame[~noise].sort_values(order, kind="stable", ignore_index=True)[[*COLUMNS, "geometry"]]


def _in_units(
    geometry: Geometries, area_m2: Floats, units: Units, measure: AreaMeasure, progress: Progress
) -> pd.DataFrame:
    """The pieces cut by units, and what of them lies in none (unit None)."""
    cut = overlay(
        geometry,
        units.geometry,
        measure=measure,
        left_area_m2=area_m2,
        keep_geometry=True,
        progress=part(progress, 0.0, 0.7),
    )
    every = np.arange(len(geometry))
    rest = difference_from_union(geometry, units.geometry, cut, every, progress=part(progress, 0.7, 1.0))
    left = np.array([shape is not None for shape in rest], dtype=bool)
    return pd.DataFrame(
        {
            "piece": np.concatenate([cut.left, every[left]]),
            "unit": np.concatenate([units.names[cut.right], np.full(int(left.sum()), None)]),
            "area_m2": np.concatenate([cut.area_m2, measure(rest[left])]),
            "geometry": np.concatenate([cut.geometry, rest[left]]),
        }
    )


def _add_lines(
    frame: pd.DataFrame,
    changes: Changes,
    change: npt.NDArray[np.intp],
    places: Sequence[tuple[BoundLine, int]],
    law: RulePack,
) -> None:
    """What each part lies in, and what the rules there say on it."""
    frame["line_type"] = [item.line.line_type for item, _feature in places]
    frame["line"] = [item.line.layer for item, _feature in places]
    frame["line_status"] = [item.line.status for item, _feature in places]
    frame["line_id"] = [None if item.line.ids is None else item.line.ids[feature] for item, feature in places]
    rulings = [
        rule_on_change(
            law,
            item.line.line_type,
            str(item.zones[feature]),
            changes.before[row],
            changes.after[row],
            item.line.status,
        )
        for (item, feature), row in zip(places, change)
    ]
    frame["illegal"] = [ruling.illegal for ruling in rulings]
    frame["rules"] = [",".join(ruling.rules) or None for ruling in rulings]


def _note_slivers(slivers: pd.DataFrame, notes: NoteBook) -> None:
    if len(slivers):
        notes.add(
            "change_slivers",
            "{count} parts of changes inside control lines are no larger than {limit_m2:.0f} m² or no wider "
            "than {width_m:.1f} m ({area_ha:.4f} ha) and are left out.",
            count=len(slivers),
            limit_m2=SLIVER_M2,
            width_m=SLIVER_WIDTH_M,
            area_ha=math.fsum(slivers["area_ha"]),
            ids=slivers["change_id"],
            warning=False,
        )


def breaches_of(found: pd.DataFrame) -> pd.DataFrame:
    """The illegal rows of ``changes_inside`` in strict lines in force, as ``breach_by_unit`` takes them."""
    strict = found["line_type"].isin(STRICT_LINES) & (found["line_status"] == LEGAL)
    rows = found[strict & (found["illegal"] == ILLEGAL)]
    return pd.DataFrame(
        {
            "unit": rows["unit"].fillna(""),
            "area_m2": rows["area_ha"] * M2_PER_HA,
            "geometry": rows["geometry"],
        }
    )


def breach_by_unit(breaches: pd.DataFrame, measure: AreaMeasure | None) -> dict[str, float]:
    """Area (ha) of breaches (``unit``, ``area_m2``, ``geometry``, None where not drawn) by unit.

    Ground that several breaches share counts once: by its measured share (``measure``, None where
    nothing is drawn) of the area that the breaches of the unit state.
    """
    return {
        str(unit): math.fsum(rows["area_m2"]) * (1.0 - _share_counted_twice(rows, measure)) / M2_PER_HA
        for unit, rows in breaches.groupby("unit", sort=True)
    }


def _share_counted_twice(rows: pd.DataFrame, measure: AreaMeasure | None) -> float:
    drawn = rows["geometry"].dropna().to_numpy(object)
    if measure is None or len(drawn) < 2:
        return 0.0
    return find_overlaps(drawn, measure=measure).twice_m2 / math.fsum(measure(drawn))
