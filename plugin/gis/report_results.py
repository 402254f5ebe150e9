# SPDX-License-Identifier: GPL-2.0-or-later
"""The result layers that a report can show: by which fields they are known and which algorithm wrote them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..domain.errors import InputError
from ..domain.total_rows import is_total

#: Result layers by the parameters of the report, with columns by which they are known; HOTSPOT_UNITS is
#: given in place of the layer of hot spots.
RESULTS = {
    "LANDUSE": ("carbon_class", "area_ha", "density_tc_ha"),
    "BASELINE": ("unit", "area_ha", "stock_tc", "net_tco2e_a"),
    "BASELINE_TABLE": ("unit", "carbon_class", "area_ha", "stock_tc"),
    "CHANGE": ("unit", "changed_ha", "stock_before_tc", "stock_after_tc", "change_tc", "change_tco2e_a"),
    "TRANSITIONS": ("unit", "from_class", "to_class", "area_ha", "change_tc"),
    "CAUSES": ("unit", "cause", "area_ha", "change_tc"),
    "PROJECTION": ("unit", "year", "stock_tc", "removal_tco2e_a"),
    "UNCERTAINTY": ("unit", "stock_tc", "stock_tc_low", "stock_tc_high", "net_tco2e_a_low"),
    "RANKING": ("quantity", "carbon_class", "term", "contribution"),
    "HOTSPOTS": ("unit", "rank", "area_ha", "cumulative_share", "patch"),
    "HOTSPOT_UNITS": ("unit", "hotspots", "hotspot_area_ha", "area_share", "amount_share"),
    "CCUS": ("source_sector", "type", "captured_tco2", "stored_tco2", "avoided_tco2"),
    "FINDINGS": ("finding_key", "rule_id", "severity", "area_m2"),
    "PARCELS": ("plan_id", "plan_code", "severity", "finding_area_m2"),
    "SUMMARY": ("level", "rule_id", "line_type", "union_ha"),
    "STRUCTURE": ("unit", "code", "base_ha", "plan_ha", "change_ha"),
    "QUANTITIES": ("indicator", "measured", "target", "result"),
    "LINES": ("rule_id", "kind", "line_a", "message"),
    "TOPOLOGY": ("kind", "ids", "area_m2"),
    "COMPARISON": ("finding_key", "rule_id", "severity", "change"),
    "DRAFT_CHANGES": ("kind", "id_a", "id_b", "from_code", "to_code"),
    "REPAIR": ("plan_id", "rule_ids", "from_code", "to_code"),
    "REPLENISHMENT": ("parcel_id", "status", "gain_ha"),
    "INVENTORY": ("unit", "sector", "item", "scope", "co2_t", "emission_tco2e"),
    "RECONCILIATION": ("sector", "bottom_up_co2_t", "top_down_co2_t", "difference_co2_t"),
    "REGISTER": ("id", "sector", "unit", "emission_tco2e", "verification", "activity_tco2e"),
    "MATRIX": ("unit", "system", "carrier", "emission_tco2e", "isolated_tco2e"),
    "AGREEMENT": ("unit", "variable", "map_value", "table_value", "difference", "agrees"),
    "MONITORING": ("unit", "item", "level", "reasons", "actual", "planned", "progress", "years_left"),
    "SERIES": ("unit", "item", "year", "actual", "planned", "level"),
    "VALUE": ("unit", "item", "value", "low", "high", "measure", "method"),
    "SINKS": ("unit", "physical_tco2e_a", "inventory_tco2e_a", "tradable_tco2e_a"),
}
#: Columns that another result has beside those of the one asked for: it was given by mistake.
STRANGERS = {
    "BASELINE": ("carbon_class",),
    "PROJECTION": ("covered_share", "carbon_class"),
    "INVENTORY": ("reason",),
    "SERIES": ("reasons",),
}
#: The algorithms behind them: the report's parameter and the algorithm's output. What one algorithm
#: made has to come from one run.
ORIGINS = {
    "attachfactors": {"LANDUSE": "OUTPUT"},
    "sinkbaseline": {"BASELINE": "OUTPUT", "BASELINE_TABLE": "OUTPUT_TABLE"},
    "stockchange": {"CHANGE": "OUTPUT", "TRANSITIONS": "OUTPUT_TRANSITIONS"},
    "updatebaseline": {"CAUSES": "OUTPUT_CAUSES"},
    "projectbaseline": {"PROJECTION": "OUTPUT"},
    "uncertainty": {"UNCERTAINTY": "OUTPUT", "RANKING": "OUTPUT_RANKING"},
    "sinkhotspots": {"HOTSPOTS": "OUTPUT", "HOTSPOT_UNITS": "OUTPUT_TABLE"},
    "ccusinventory": {"CCUS": "OUTPUT_SECTORS"},
    "checkplan": {"FINDINGS": "OUTPUT", "PARCELS": "OUTPUT_PARCELS", "SUMMARY": "OUTPUT_SUMMARY"},
    "checkquantities": {"QUANTITIES": "OUTPUT", "STRUCTURE": "OUTPUT_STRUCTURE"},
    "checklines": {"LINES": "OUTPUT"},
    "checktopology": {"TOPOLOGY": "OUTPUT"},
    "comparedrafts": {"COMPARISON": "OUTPUT", "DRAFT_CHANGES": "OUTPUT_CHANGES"},
    "repairplan": {"REPAIR": "OUTPUT_CHANGES", "REPLENISHMENT": "OUTPUT_REPLENISHMENT"},
    "emissioninventory": {
        "INVENTORY": "OUTPUT",
        "RECONCILIATION": "OUTPUT_RECONCILIATION",
        "REGISTER": "OUTPUT_REGISTER",
        "MATRIX": "OUTPUT_MATRIX",
    },
    "unifyunits": {"AGREEMENT": "OUTPUT_AGREEMENT"},
    "monitoraccount": {"MONITORING": "OUTPUT", "SERIES": "OUTPUT_SERIES"},
    "valuecarbon": {"VALUE": "OUTPUT", "SINKS": "OUTPUT_SINKS"},
}
#: Results that another algorithm or output writes as well, with its name and output.
ALSO_OF = {
    "QUANTITIES": ("checkplan", "OUTPUT_QUANTITIES"),
    "STRUCTURE": ("checkplan", "OUTPUT_STRUCTURE"),
    "CCUS": ("ccusinventory", "OUTPUT"),
    "BASELINE": ("updatebaseline", "OUTPUT"),
    "BASELINE_TABLE": ("updatebaseline", "OUTPUT_TABLE"),
}
#: Results that are taken for another one of the same run where their fields say so, and those that are
#: looked for beside another one, where the manifest of its run tells of them.
TAKEN_FOR = {"CHANGE": "TRANSITIONS", "HOTSPOTS": "HOTSPOT_UNITS"}
SIBLINGS = {
    **{"TRANSITIONS": "CHANGE", "RANKING": "UNCERTAINTY"},
    **{"SERIES": "MONITORING", "SINKS": "VALUE"},
}
#: Names of the fields that hold figures.
_FIGURE = re.compile(
    r"(_(ha|m2|m|tc|tco2|tco2_a|tco2e|tco2e_a|tco2e_ha_a|low|high|share|findings)"
    r"|^(share|year|year_before|year_after|findings|noise|measured|target|difference|vertices"
    r"|contribution|cumulative|value|low|high|rank|patch|parcels|hotspots|concentration|count|facilities))$"
)
#: Fields called like figures that hold words: a topology finding is noise or not.
WORDS = {"TOPOLOGY": ("noise",)}


@dataclass(frozen=True)
class Origin:
    """The algorithm that writes a result, and which of its outputs the result is."""

    algorithm: str
    output: str


def origin_of(parameter: str) -> Origin:
    """Where the result of a parameter comes from."""
    return next(
        Origin(algorithm, outputs[parameter])
        for algorithm, outputs in ORIGINS.items()
        if parameter in outputs
    )


def is_result(parameter: str, frame: pd.DataFrame) -> bool:
    """Whether a table has the fields of the result that a parameter asks for, and no other's."""
    return not _missing(parameter, frame) and not _strange(parameter, frame)


def refuse_other_layers(parameter: str, layer: str, frame: pd.DataFrame) -> None:
    """Raise ``InputError`` where a layer is not the result that a parameter asks for."""
    if missing := _missing(parameter, frame):
        raise InputError(
            "Layer “{layer}” is no result for {parameter}: it lacks the fields {fields}. Choose the output "
            "of this plugin; a shapefile cuts field names, a GeoPackage keeps them.",
            layer=layer,
            parameter=parameter,
            fields=", ".join(missing),
        )
    if strange := _strange(parameter, frame):
        raise InputError(
            "Layer “{layer}” is no result for {parameter}: its fields {fields} are those of another tool's "
            "output. Choose the output {output} of dualcarbon:{algorithm}.",
            layer=layer,
            parameter=parameter,
            fields=", ".join(strange),
            output=origin_of(parameter).output,
            algorithm=origin_of(parameter).algorithm,
        )


def _missing(parameter: str, frame: pd.DataFrame) -> list[str]:
    return [column for column in RESULTS[parameter] if column not in frame.columns]


def _strange(parameter: str, frame: pd.DataFrame) -> list[str]:
    return [column for column in STRANGERS.get(parameter, ()) if column in frame.columns]


def with_figures(frame: pd.DataFrame, layer: str, words: Sequence[str] = ()) -> pd.DataFrame:
    """A result table with its figures as numbers: a CSV hands everything out as text, NULL as empty text.

    ``words`` are fields that hold words under the name of a figure. Raises ``InputError``
    where a figure is no number.
    """
    figures = [name for name in frame.columns if _FIGURE.search(name) and name not in words]
    if not any(isinstance(value, str) for name in figures for value in frame[name]):
        return frame
    typed = frame.astype(object).where(frame != "", None)
    try:
        typed[figures] = typed[figures].apply(pd.to_numeric)
        if np.isinf(typed[figures].to_numpy(dtype=float)).any():
            raise ValueError("infinite")
    except ValueError as error:
        raise InputError(
            "Layer “{layer}” holds text in place of figures: {reason}. Use the output as it was written.",
            layer=layer,
            reason=error,
        ) from error
    return typed


def refuse_repeated_units(parameter: str, layer: str, frame: pd.DataFrame) -> None:
    """Raise ``InputError`` where a row is the total of others, or a unit of the baseline has two rows."""
    if "unit" not in frame:
        return
    units = frame["unit"].astype(str)
    again = units.map({unit: is_total(unit) for unit in units.unique()}).astype(bool)
    if parameter == "BASELINE":
        again |= units.duplicated()
    if again.any():
        raise InputError(
            "Layer “{layer}”: unit “{unit}” has another row already, or is the total of others; it would "
            "count twice. Use the output as it was written.",
            layer=layer,
            unit=units[again].iloc[0],
        )
