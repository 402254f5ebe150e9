# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates of QGIS as text."""

from __future__ import annotations

import numpy as np
from qgis.PyQt.QtCore import QDate, QDateTime, Qt


def with_plain_dates(values: np.ndarray) -> np.ndarray:
    """A column of a layer with its dates as text (ISO 8601); everything else stays as it is."""
    plain = values.copy()
    for row, value in enumerate(values):
        if isinstance(value, (QDate, QDateTime)):
            plain[row] = value.toString(Qt.DateFormat.ISODate)
    return plain
