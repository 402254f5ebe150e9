# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether parcels fill their ground once and share their edges vertex by vertex."""

from .check import FINDING_COLUMNS, TopologyCheck, check_topology
from .frame import Frame, frame_of
from .min_area import load_min_areas, min_area_of
from .settings import ParcelLayer, TopologySettings

__all__ = [
    "FINDING_COLUMNS",
    "Frame",
    "ParcelLayer",
    "TopologyCheck",
    "TopologySettings",
    "check_topology",
    "frame_of",
    "load_min_areas",
    "min_area_of",
]
