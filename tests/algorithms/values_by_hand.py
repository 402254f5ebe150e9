# SPDX-License-Identifier: GPL-2.0-or-later
"""An account, prices, projects and a cost curve for the value of carbon rights, by hand."""

from __future__ import annotations

from layers_by_hand import make_layer

#: A town whose land removes 1 250 t CO2e and emits 250: a net flow of 1 000 t.
TOWN = {"unit": "北镇", "year": 2025, "area_ha": 1.0, "stock_tc": 2.0}
FLOWS = {"removal_tco2e_a": 1_250.0, "emission_tco2e_a": 250.0}
#: Nothing deducted.
WHOLE = {"YEAR": 2025, "BUFFER": 0, "LEAKAGE": 0}
#: WE-l of the methods: 100 t a year, 80, +3 %, 5 %, ten years.
TEN_YEARS = {"YEARS": 10, "PRICE_GROWTH": 3, "DISCOUNT_RATE": 5, "COST": 0}


def table(*rows, name="table"):
    """A table without geometry."""
    return make_layer([(None, row) for row in rows], name=name, kind="None")


def account(**more):
    """The account of the town."""
    return table({**TOWN, **FLOWS, **more}, name="account")


def project(**more):
    """A thousand certified and additional tonnes of the town in 2025."""
    row = {"unit": "北镇", "project_id": "CCER-1", "year": 2025, "certified_tco2e": 1_000.0}
    return {**row, "verification": "certified", "additionality": "yes", **more}


def price(name, kind="credit", value=90.0, unit="CNY/t CO2", year="2025", **more):
    """A row of a price table."""
    row = {"factor_id": name, "kind": kind, "instrument": "any", "value": value, "unit": unit, "year": year}
    return {**row, **more}


def macc(top=10_000.0):
    """MC = 0.02 q."""
    row = {"from_tco2e": 0.0, "to_tco2e": top, "cost_from": 0.0, "cost_to": 0.02 * top}
    return table({**row, "unit": "CNY/t CO2", "year": 2025, "source": "survey"}, name="macc")
