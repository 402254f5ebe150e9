# SPDX-License-Identifier: GPL-2.0-or-later
"""Areas of many or of giant polygons, measured in steps between which a cancel is answered."""

from __future__ import annotations

import numpy as np

from ..geometry import AreaMeasure, Floats, Geometries
from ..overlay.engine import chunk_rows
from ..progress import Progress


def areas_in_steps(geoms: Geometries, measure: AreaMeasure, progress: Progress) -> Floats:
    """The area of each geometry in m²; 0 where there is none."""
    area = np.zeros(len(geoms))
    chunks = chunk_rows(geoms)
    for number, rows in enumerate(chunks):
        progress(number / len(chunks))
        area[rows] = measure(geoms[rows])
    return area
