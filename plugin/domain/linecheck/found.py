# SPDX-License-Identifier: GPL-2.0-or-later
"""One observation on control lines before rule and texts are looked up."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import shapely


@dataclass(frozen=True)
class Found:
    """What was found: rule and kind, lines and ids, ground in the plane with its area in m².

    ``trial`` tells that one of the lines is not in force; ``values`` fill the message,
    line types among them under ``line_a``, ``line_b`` and ``yields``.
    """

    rule_id: str
    kind: str
    line_a: str
    id_a: str | None = None
    line_b: str | None = None
    id_b: str | None = None
    area_m2: float | None = None
    geometry: shapely.Geometry | None = None
    noise: bool = False
    trial: bool = False
    values: dict[str, Any] = field(default_factory=dict)
