# SPDX-License-Identifier: GPL-2.0-or-later
"""Dates of QGIS as text, and the day of the law."""

from __future__ import annotations

from datetime import date

import numpy as np
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

from ..domain.errors import InputError


def with_plain_dates(values: np.ndarray) -> np.ndarray:
    """A column of a layer with its dates as text (ISO 8601); everything else stays as it is."""
    plain = values.copy()
    for row, value in enumerate(values):
        plain[row] = plain_date(value)
    return plain


def plain_date(value: object) -> object:
    """A date or time of QGIS as text (ISO 8601); everything else stays as it is."""
    if isinstance(value, (QDate, QDateTime, QTime)):
        return str(value.toString(Qt.DateFormat.ISODate))
    return value


def day_of(text: str) -> date:
    """The day that AS_OF names; today where it is blank. Raises ``InputError`` for what is no day."""
    try:
        return date.fromisoformat(text) if text else date.today()
    except ValueError as error:
        raise InputError(
            "AS_OF is “{value}”, but a date such as 2026-01-01 is needed.", value=text
        ) from error
