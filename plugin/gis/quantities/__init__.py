# SPDX-License-Identifier: GPL-2.0-or-later
"""A quantity check's layers and tables in, its tables out."""

from .job import QuantityJob, read_quantities
from .outputs import quantity_outputs, record_quantities, write_quantities

__all__ = [
    "QuantityJob",
    "quantity_outputs",
    "read_quantities",
    "record_quantities",
    "write_quantities",
]
