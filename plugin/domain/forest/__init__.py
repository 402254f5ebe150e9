# SPDX-License-Identifier: GPL-2.0-or-later
"""Carbon of forest stands from growing stock, and the gain–loss and stock-difference methods for biomass."""

from .account import ForestAccount, forest_account, outputs_of
from .methods import GAIN_LOSS, STOCK, STOCK_DIFFERENCE
from .parameters import (
    ForestParameters,
    forest_parameters_from_frame,
    forest_set_ids,
    forest_set_titles,
    load_forest_parameters,
)
from .species import match_species
from .stands import PER_HA, PER_STAND, StandFields, Stands
from .totals import SPECIES_COLUMNS
from .unmapped import unknown_species

__all__ = [
    "GAIN_LOSS",
    "PER_HA",
    "PER_STAND",
    "SPECIES_COLUMNS",
    "STOCK",
    "STOCK_DIFFERENCE",
    "ForestAccount",
    "ForestParameters",
    "StandFields",
    "Stands",
    "forest_account",
    "forest_parameters_from_frame",
    "forest_set_ids",
    "forest_set_titles",
    "load_forest_parameters",
    "match_species",
    "outputs_of",
    "unknown_species",
]
