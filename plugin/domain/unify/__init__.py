# SPDX-License-Identifier: GPL-2.0-or-later
"""One statistical unit (统计单元统一): statistics of other units brought onto the units of the account."""

from .agreement import compare_with_table, root_mean_square_errors
from .dasymetric import Ancillary, dasymetric_weights
from .on_grid import UnitGrid, grid_of_units, transfer_smoothly
from .pycnophylactic import NOBODY, Smooth, smooth_cells
from .raking import Raked, rake
from .raster_weights import RasterAncillary
from .transfer import EXTENSIVE, INTENSIVE, Transferred, transfer
from .versions import valid_in
from .weight_kinds import PER_AREA, TOTAL, WEIGHT_KINDS
from .weights import (
    BY_AREA,
    WEIGHT_COLUMNS,
    WeightMatrix,
    area_weights,
    refuse_counted_twice,
    refuse_overlapping_targets,
    weights_from_table,
)

__all__ = [
    "BY_AREA",
    "EXTENSIVE",
    "INTENSIVE",
    "NOBODY",
    "PER_AREA",
    "TOTAL",
    "WEIGHT_COLUMNS",
    "WEIGHT_KINDS",
    "Ancillary",
    "Raked",
    "RasterAncillary",
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
    "root_mean_square_errors",
    "smooth_cells",
    "transfer",
    "transfer_smoothly",
    "valid_in",
    "weights_from_table",
]
