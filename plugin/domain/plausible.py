# SPDX-License-Identifier: GPL-2.0-or-later
"""Bounds beyond which a year or a number of an account is a slip of the pen."""

from __future__ import annotations

#: First and last calendar year that an account, a plan or a table may be of.
CALENDAR_YEARS = (1900, 2200)
#: No quantity, factor, length or area comes near it; its square is still a number.
LARGEST = 1e30
