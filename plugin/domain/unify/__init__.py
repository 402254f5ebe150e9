# SPDX-License-Identifier: GPL-2.0-or-later
"""One statistical unit (统计单元统一): statistics of other units brought onto the units of the account."""

from .agreement import compare_with_table
from .dasymetric import PER_AREA, TOTAL, WEIGHT_KINDS, Ancillary, dasymetric_weights
from .on_grid import UnitGrid, grid_of_units, transfer_smoothly
from .pycnophylactic import NOBODY, Smooth, smooth_cells
from .raking import Raked, rake
from .transfer import EXTENSIVE, INTENSIVE, Transferred, transfer
from .versions import valid_in
from .weights import (
    WEIGHT_COLUMNS,
    WeightMatrix,
    area_weights,
    refuse_counted_twice,
    refuse_overlapping_targets,
    weights_from_table,
)

__all__ = [
    "EXTENSIVE",
    "INTENSIVE",
    "NOBODY",
    "PER_AREA",
    "TOTAL",
    "WEIGHT_COLUMNS",
    "WEIGHT_KINDS",
    "Ancillary",
    "Raked",
    "Smooth",
    "Transferred",
    "UnitGrid",
    "WeightMatrix",
    "area_weights",
    "compare_with_table",
    "dasymetric_weights",
    "grid_of_units",
    "rake",
    "refuse_counted_twice",
    "refuse_overlapping_targets",
    "smooth_cells",
    "transfer",
    "transfer_smoothly",
    "valid_in",
    "weights_from_table",
]
