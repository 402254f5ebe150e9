# SPDX-License-Identifier: GPL-2.0-or-later
"""What ground the processes of a change survey move between units and classes, field ridges told apart."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from ..parcel_areas import RIDGE_CLASS
from .causes import causes_of

Floats = npt.NDArray[np.float64]
Objects = npt.NDArray[np.object_]

#: Ground below this area (ha) is rounding.
ROUNDING_HA = 1e-10

FLOW = ("process", "unit_before", "unit_after", "from_class", "to_class", "area_ha")


@dataclass(frozen=True)
class Processes:
    """Change processes (DLTBGXGC), one entry each; a process in several units has one entry in each.

    ``process`` numbers the features; classes are None where ground enters or leaves the survey;
    ``area_ha`` is the whole area, ``ridge_before_ha`` and ``ridge_after_ha`` the field ridges in
    it, booked as ``RIDGE_CLASS``; ``cause`` and ``permit`` are texts, empty where none is stated.
    """

    process: npt.NDArray[np.intp]
    unit_before: Objects
    unit_after: Objects
    from_class: Objects
    to_class: Objects
    area_ha: Floats
    ridge_before_ha: Floats
    ridge_after_ha: Floats
    cause: Objects
    permit: Objects


def ground_moves(processes: Processes) -> pd.DataFrame:
    """Flows of ground: ``FLOW``, cause, cause_name, basis, permit; ground that stays what it is has none.

    Ridges of both dates that coincide stay ridges: with ridges r before and s after, min(r, s) stays,
    what is more than that turns from or to the class of the parcel, and the rest of the parcel changes.
    """
    before, after = processes.ridge_before_ha, processes.ridge_after_ha
    ridge = np.full(len(before), RIDGE_CLASS, dtype=object)
    parts = [
        (processes.from_class, processes.to_class, processes.area_ha - np.maximum(before, after)),
        (ridge, processes.to_class, np.maximum(before - after, 0.0)),
        (processes.from_class, ridge, np.maximum(after - before, 0.0)),
        (ridge, ridge, np.minimum(before, after)),
    ]
    flows = pd.concat([_part(processes, *part) for part in parts], ignore_index=True)
    same = (flows["from_class"] == flows["to_class"]) & (flows["unit_before"] == flows["unit_after"])
    flows = flows[~same & (flows["area_ha"] > ROUNDING_HA)]
    flows = flows.sort_values(["process", "unit_before"], kind="stable").reset_index(drop=True)
    causes = causes_of(*(flows[name].to_numpy(object) for name in ("from_class", "to_class", "stated")))
    return pd.concat([flows.drop(columns="stated"), causes], axis=1)


def _part(processes: Processes, source: Objects, target: Objects, area_ha: Floats) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "process": processes.process,
            "unit_before": processes.unit_before,
            "unit_after": processes.unit_after,
            "from_class": source,
            "to_class": target,
            "area_ha": area_ha,
            "stated": processes.cause,
            "permit": processes.permit,
        }
    )
