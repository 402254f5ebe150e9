# SPDX-License-Identifier: GPL-2.0-or-later
"""The closed words of a table of forest parameters: columns, parameters, units, how a value is chosen."""

from __future__ import annotations

import re
import unicodedata

#: Columns of a table of forest parameters (resources/factors/datapackage.json).
COLUMNS = (
    "row_id",
    "kind",
    "species",
    "names",
    "carbon_class",
    "groups",
    "parameter",
    "climate",
    "by",
    "from",
    "to",
    "value",
    "low",
    "high",
    "unit",
    "year",
    "region",
    "source",
    "locator",
    "evidence",
    "verified",
    "interval_basis",
    "from_factor_id",
    "note",
)
REQUIRED_COLUMNS = ("kind", "species", "parameter", "value", "unit", "source", "evidence")

#: A row names a species, or gives one value of a parameter.
SPECIES, PARAMETER = "species", "parameter"
KINDS = (SPECIES, PARAMETER)

#: The owner of values that hold for every species.
EVERY = "*"

BCEF_S, BCEF_I, BCEF_R = "bcef_s", "bcef_i", "bcef_r"
WOOD_DENSITY, BEF, BEF_I, BEF_R = "wood_density", "bef", "bef_i", "bef_r"
ROOT_SHOOT, CARBON_FRACTION, GROWTH = "root_shoot_ratio", "carbon_fraction", "biomass_growth"

#: Parameters that turn volume into biomass.
EXPANSIONS = (BCEF_S, BCEF_I, BCEF_R, WOOD_DENSITY, BEF, BEF_I, BEF_R)

_PER_VOLUME = {"td.m./m3": 1.0, "t/m3": 1.0, "mg/m3": 1.0, "g/cm3": 1.0, "kg/m3": 0.001, "kgd.m./m3": 0.001}
_RATIO = {"ratio": 1.0, "1": 1.0, "": 1.0, "%": 0.01}
#: Accepted units of each parameter → factor to the unit of the product (the first one named).
UNITS: dict[str, dict[str, float]] = {
    **dict.fromkeys((BCEF_S, BCEF_I, BCEF_R, WOOD_DENSITY), _PER_VOLUME),
    **dict.fromkeys((BEF, BEF_I, BEF_R, ROOT_SHOOT), _RATIO),
    CARBON_FRACTION: {"tc/td.m.": 1.0, **_RATIO},
    GROWTH: {"td.m./ha/a": 1.0, "mgd.m./ha/a": 1.0, "t/ha/a": 1.0},
}
PARAMETERS = tuple(UNITS)
#: The same for people, in error texts.
ACCEPTED_UNITS = {
    **dict.fromkeys((BCEF_S, BCEF_I, BCEF_R, WOOD_DENSITY), "t d.m./m3, kg/m3, g/cm3"),
    **dict.fromkeys((BEF, BEF_I, BEF_R, ROOT_SHOOT), "ratio, %"),
    CARBON_FRACTION: "t C/t d.m., ratio, %",
    GROWTH: "t d.m./(ha·a)",
}

#: What a value may depend on: growing stock, above-ground biomass, age, age group (1 young … 5 over-mature).
BY_VOLUME, BY_BIOMASS, BY_AGE, BY_AGE_GROUP = "volume_m3_ha", "agb_t_ha", "age_a", "age_group"
BY = ("", BY_VOLUME, BY_BIOMASS, BY_AGE, BY_AGE_GROUP)

#: 龄组 of Chinese forest inventories, as words and as numbers.
AGE_GROUPS = {
    **{str(number): number for number in range(1, 6)},
    "幼龄林": 1,
    "中龄林": 2,
    "近熟林": 3,
    "成熟林": 4,
    "过熟林": 5,
}


def unit_scale(parameter: str, unit: str) -> float | None:
    """Factor from ``unit`` to the unit of the product; None for an unknown unit."""
    return UNITS[parameter].get(_plain_unit(unit))


def _plain_unit(unit: str) -> str:
    """ "t d.m./(ha·a)" and "t d.m. ha-1 yr-1" as one text."""
    text = unicodedata.normalize("NFKC", unit).lower().replace("−", "-")
    text = text.replace("year", "a").replace("yr", "a").replace("hm2", "ha")
    text = re.sub(r"\s*(ha|m3|a)\s*\^?-1", r"/\1", text)
    text = re.sub(r"[()\s]", "", text)
    return re.sub(r"(?<=ha)[·.*⋅•](?=a)", "/", text)
