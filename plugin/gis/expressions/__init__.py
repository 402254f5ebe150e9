# SPDX-License-Identifier: GPL-2.0-or-later
"""Functions of the field calculator, labels and styles: ``dc_density``, ``dc_class`` and the rest."""

from .register import register_functions, unregister_functions

__all__ = ["register_functions", "unregister_functions"]
