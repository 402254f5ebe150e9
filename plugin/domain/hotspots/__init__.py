# SPDX-License-Identifier: GPL-2.0-or-later
"""Removal hot spots: the parcels of the highest density that make up a share of a unit."""

from .parts import HotspotParcels, UnitParts, parts_of_units, whole_layer
from .patches import patches_of
from .select import AMOUNT, AREA, Selection, select_hotspots

__all__ = [
    "AMOUNT",
    "AREA",
    "HotspotParcels",
    "Selection",
    "UnitParts",
    "parts_of_units",
    "patches_of",
    "select_hotspots",
    "whole_layer",
]
