# SPDX-License-Identifier: GPL-2.0-or-later
"""Inventories of a few rows written by hand."""

from __future__ import annotations

import pandas as pd
from dualcarbon.plugin.domain.emissions import Basis, make_inventory, read_activities, sectors_of
from dualcarbon.plugin.domain.notes import NoteBook

SECTORS = sectors_of(None)


def inventory(*rows, gwp="AR5", family="average", region="", year=2022, register=None):
    """The inventory of rows (each a dict of texts) of one unit in the sector transport, and its notes."""
    base = {"unit": "甲", "year": str(year), "sector": "transport", "amount_unit": "t"}
    frame = pd.DataFrame([{**base, **row} for row in rows]).fillna("")
    frame.index = pd.RangeIndex(2, len(frame) + 2)
    notes = NoteBook()
    activities = read_activities(frame, year=year, sectors=SECTORS, table="activity.csv")
    made = make_inventory(activities, Basis(year, family, region, gwp), SECTORS, notes, register)
    return made, notes


def own(value, unit, low="", high="", **more):
    """Cells of a factor of the user."""
    cells = {"factor_value": value, "factor_unit": unit, "factor_low": low, "factor_high": high}
    return {**cells, "factor_source": "by hand", **more}
