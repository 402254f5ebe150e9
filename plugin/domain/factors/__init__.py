# SPDX-License-Identifier: GPL-2.0-or-later
"""Factor sets: carbon densities and yearly fluxes by land class, with their sources and limits."""

from .by_class import class_factors
from .checks import validate_factor_frame
from .export import table_of
from .library import factor_set_from_frame, factor_set_ids, factor_set_titles, load_factor_set
from .model import FactorSet
from .problems import Problem
from .vocabulary import EVIDENCE, POOLS, PROCESSES, weakest_evidence

__all__ = [
    "EVIDENCE",
    "POOLS",
    "PROCESSES",
    "FactorSet",
    "Problem",
    "class_factors",
    "factor_set_from_frame",
    "factor_set_ids",
    "factor_set_titles",
    "load_factor_set",
    "table_of",
    "validate_factor_frame",
    "weakest_evidence",
]
