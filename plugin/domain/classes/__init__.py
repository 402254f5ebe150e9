# SPDX-License-Identifier: GPL-2.0-or-later
"""Land classifications: the shipped code lists and how the codes of a layer are read."""

from .library import (
    CARBON_CLASS_ID,
    Classification,
    carbon_classes,
    classification_ids,
    direct_classification,
    load_classification,
)
from .matching import MatchedCodes, match_codes

__all__ = [
    "CARBON_CLASS_ID",
    "Classification",
    "MatchedCodes",
    "carbon_classes",
    "classification_ids",
    "direct_classification",
    "load_classification",
    "match_codes",
]
