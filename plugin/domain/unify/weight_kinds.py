# SPDX-License-Identifier: GPL-2.0-or-later
"""What weights inside source units mean, and how much of them polygons hold."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

TOTAL, PER_AREA = "total", "per_ha"
WEIGHT_KINDS = (TOTAL, PER_AREA)


@dataclass(frozen=True)
class Held:
    """``weight`` inside each polygon, and the ground (m²) of it for which no weight is known."""

    weight: Floats
    unknown_m2: Floats
