# SPDX-License-Identifier: GPL-2.0-or-later
"""The closed words of a factor table: columns, pools, processes, evidence grades, units."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from ..units import CO2_PER_C

#: Columns of a factor table in the plugin's schema (resources/factors/datapackage.json).
COLUMNS = (
    "row_id",
    "kind",
    "class",
    "pool",
    "process",
    "climate",
    "soil_group",
    "depth_cm",
    "value",
    "low",
    "high",
    "unit",
    "year",
    "region",
    "region_name",
    "tier",
    "method",
    "source",
    "locator",
    "evidence",
    "verified",
    "interval_basis",
    "from_factor_id",
    "override_ok",
    "note",
)
REQUIRED_COLUMNS = ("kind", "class", "pool", "process", "value", "unit", "depth_cm", "source", "evidence")

#: Columns by which a table of the user may describe itself; each holds one value in all rows.
SET_COLUMNS = ("set_id", "set_title", "set_version", "flux_family", "gwp")

STOCK, FLUX, PARAMETER = "stock", "flux", "parameter"
KINDS = (STOCK, FLUX, PARAMETER)

POOLS = ("agb", "bgb", "soc", "dom")

#: Trace gases are emissions by nature; the other processes remove carbon where positive.
GASES = ("ch4", "n2o")
NET_BALANCE = "net_balance"
PROCESSES = ("biomass_growth", "dead_organic_matter", "soil", "burial", *GASES, NET_BALANCE)

PROCESS_FLUX = "process_flux"
FLUX_FAMILIES = (PROCESS_FLUX, NET_BALANCE)

#: From strong to weak. "user" is given to InVEST tables, which state no evidence.
EVIDENCE = (
    "measured",
    "primary",
    "secondary",
    "derived",
    "sample",
    "user",
    "memory",
    "placeholder",
)
_WEAK = ("sample", "user", "memory", "placeholder")

#: Annual crops: what grows is harvested within the year.
ANNUAL_CROPS = ("paddy", "irrigated_cropland", "rainfed_cropland")

#: Accepted units → factor to t C/ha.
_STOCK_UNITS = {
    "tc/ha": 1.0,
    "mgc/ha": 1.0,
    "kgc/m2": 10.0,
    "gc/m2": 0.01,
    "tco2/ha": 1.0 / CO2_PER_C,
}

#: Accepted units → factor to t CO2e/(ha·a), for carbon that is exchanged as CO2.
_CARBON_FLUX_UNITS = {
    "tc/ha/a": CO2_PER_C,
    "mgc/ha/a": CO2_PER_C,
    "kgc/m2/a": 10.0 * CO2_PER_C,
    "gc/m2/a": 0.01 * CO2_PER_C,
    "tco2/ha/a": 1.0,
}
#: The same, for gases given as CO2 equivalents by a stated GWP.
_EQUIVALENT_UNITS = {"tco2e/ha/a": 1.0, "kgco2e/ha/a": 0.001}

ACCEPTED_STOCK_UNITS = "t C/ha, Mg C/ha, kg C/m2, g C/m2, t CO2/ha"
ACCEPTED_FLUX_UNITS = (
    "t C/(ha·a), Mg C/(ha·a), kg C/(m2·a), g C/(m2·a), t CO2/(ha·a), t CO2e/(ha·a), kg CO2e/(ha·a)"
)
ACCEPTED_GAS_UNITS = "t CO2e/(ha·a), kg CO2e/(ha·a)"


def unit_factor(kind: str, process: str, unit: str) -> float | None:
    """Factor from ``unit`` to t C/ha (stock) or t CO2e/(ha·a) (flux); None for an unknown unit.

    CH4 and N2O are accepted as CO2 equivalents only, because the product never chooses a GWP.
    """
    plain = _plain_unit(unit)
    if kind == STOCK:
        return _STOCK_UNITS.get(plain)
    if process in GASES:
        return _EQUIVALENT_UNITS.get(plain)
    return {**_CARBON_FLUX_UNITS, **_EQUIVALENT_UNITS}.get(plain)


def is_weak(evidence: str, verified: str) -> bool:
    """Whether a value lies below grade ``secondary``: not read anywhere, or computed and not verified."""
    return evidence in _WEAK or (evidence == "derived" and verified != "yes")


def weakest_evidence(grades: Iterable[str]) -> str | None:
    """The weakest of several evidence grades; None when there is none."""
    return max(grades, key=EVIDENCE.index, default=None)


def plain_depth(depth: str) -> str:
    """ "0–100 cm" → "0-100"."""
    text = unicodedata.normalize("NFKC", depth).replace("–", "-").replace("—", "-").replace("~", "-")
    return re.sub(r"\s|cm", "", text)


def _plain_unit(unit: str) -> str:
    """ "t C/(ha·a)", "tC ha-1 yr-1" and "t C/ha/a" as one text."""
    text = unicodedata.normalize("NFKC", unit).lower()
    text = (
        text.replace("−", "-")
        .replace("year", "a")
        .replace("yr", "a")
        .replace("hm2", "ha")
        .replace("m-2", "m2-1")
    )
    text = re.sub(r"\s*(ha|m2|a)\s*\^?-[12]", r"/\1", text)
    text = re.sub(r"[()\s]", "", text)
    return re.sub(r"(?<=ha|m2)[·.*⋅•](?=a)", "/", text)
